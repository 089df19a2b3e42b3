"""Words that stand for several subjects: 城乡居民收入 are two incomes, 三次产业结构 three shares."""

from __future__ import annotations

__all__ = ["PAIR", "set_in_list", "set_of"]

SETS = (
    ("东、中、西部", ("东部", "中部", "西部")),
    ("肉、蛋、奶", ("肉", "蛋", "奶")),
    ("肉蛋奶", ("肉", "蛋", "奶")),
    ("风光电", ("风电", "光电")),
    ("城乡", ("城镇", "农村")),
    ("存贷款", ("存款", "贷款")),
    ("第一、二、三产业", ("第一产业", "第二产业", "第三产业")),
    ("一、二、三产业", ("第一产业", "第二产业", "第三产业")),
    ("三次产业", ("第一产业", "第二产业", "第三产业")),
    ("一二三产业", ("第一产业", "第二产业", "第三产业")),
)
"""Words that stand for several, in their order."""

PAIR = 2
"""How many a word stands for that a 均 holds for each of."""


def set_of(phrase: str, number: int) -> list[str]:
    """Return the so many that a word for several stands for; none where a phrase has no such word."""
    for word, members in SETS:
        if word in phrase and len(members) == number:
            return [phrase.replace(word, member, 1) for member in members]
    return []


def set_in_list(phrase: str, number: int) -> list[str]:
    """Return the same of a word that has list marks itself, 东、中、西部, which no list may be cut at."""
    return set_of(phrase, number) if any("、" in word and word in phrase for word, _ in SETS) else []
