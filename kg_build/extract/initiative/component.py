"""The parts of an initiative that the text names: how many, called what, with which members.

A code's counts are looked up near it: `“246”集群方阵` with `轴承等2个国际一流、丝绸等4个国际先进`. A counted brand
tells its parts itself (`“六链五群”`), is followed by them in brackets (`“双百”(100家企业、100个项目)`), or sums up the
words before it (`增产、增效、增收“三增”行动`). The members of an A+B are its parts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg_build.extract.initiative.code import splits_of
from kg_build.extract.initiative.name_phrase import NamePhrase, clean_name, verb_and_start
from kg_build.model import Component, Span
from kg_build.numeral import numeral

__all__ = ["components_of"]

GROUP = re.compile(
    r"""
    (?P<count> \d{1,3} | 十[一二三四五六七八九]? | [一二三四五六七八九]十? ) (?:大|个|类|条)
    (?P<label> “?[^,。;:、的()\d]{1,12}? (?: 产业集群 | 产业链 | 产业 | 集群 | 行业 | 领域 | 领先 | 一流 | 先进 ) )
    (?! 集群 | 链 | 制造 )
    """,
    re.VERBOSE,
)
MEMBERS = re.compile(r"[^,。;:()\d]{1,40}(?=等$)")
PARTS = re.compile(r"(?P<count>[一二两三四五六七八九十])(?P<label>[^一二两三四五六七八九十]{1,4})")
COUNTED = re.compile(r"(?P<count>[一二两三四五六七八九十])(?:张|个|大|项|条)?(?P<label>[^一二两三四五六七八九十]{1,6})")
ASIDE = re.compile(r"”?\((?P<inner>[^()]*)\)")
INNER = re.compile(r"(?P<count>\d+)(?:家|个|项|条|名)(?P<label>[^、,和\d]{2,12})")
FEWEST = 2
LONGEST_LIST = 42
BEFORE, BEHIND = 200, 1500


def components_of(name: NamePhrase, masked: str, plain: str, reach: Span) -> tuple[Component, ...]:
    """Return the components that the text states for a name.

    `reach` bounds where the text speaks of the same region and time.
    """
    if name.code:
        near = Span(max(reach.start, name.start - BEFORE), min(reach.end, name.end + BEHIND))
        return coded(name.code, list(groups_in(plain, near)))
    if not name.brand:
        return ()
    if "+" in name.brand:
        members = tuple(filter(None, map(clean_name, name.brand.split("+"))))
        brand = clean_name(name.brand)
        label = name.name.partition(brand)[2] or brand
        return (Component(None, label, members),) if len(members) > 1 else ()
    opening = plain.find("“" + name.brand, name.start, name.end)
    aside = ASIDE.match(plain, opening + 1 + len(name.brand)) if opening >= 0 else None
    if aside:
        return tuple(Component(int(part["count"]), part["label"]) for part in INNER.finditer(aside["inner"]))
    parts = list(PARTS.finditer(name.brand))
    if len(parts) >= FEWEST and "".join(part[0] for part in parts) == name.brand:
        named = tuple(Component(counted_as(part["count"]), part["label"]) for part in parts)
        counts_something = any((part.count or 0) > 1 for part in named)  # 一企一策 does not
        return named if counts_something and all(clean_name(part.label) for part in named) else ()
    return summed_up(name, masked, plain, opening)


def summed_up(name: NamePhrase, masked: str, plain: str, opening: int) -> tuple[Component, ...]:
    """Return the component of a counted brand that sums up the words before it, where their number agrees."""
    counted = COUNTED.fullmatch(name.brand)
    if counted is None or opening < 0:
        return ()
    floor = max(plain.rfind(mark, 0, opening) for mark in ",。;:\n") + 1
    _, start = verb_and_start(masked, floor, opening, touching=True)
    members = tuple(clean_name(member) for member in plain[start:opening].split("、"))
    label = clean_name(counted["label"])
    if len(members) < FEWEST or len(members) != counted_as(counted["count"]) or not all((label, *members)):
        return ()  # a brand that 、 joins to the words before it is one of them
    return (Component(len(members), label, members),)


def groups_in(plain: str, near: Span) -> Iterator[Component]:
    """Yield the counted groups of a stretch: 轴承、丝绸等六大传统产业."""
    floor = near.start
    for group in GROUP.finditer(plain, near.start, near.end):
        before = MEMBERS.search(plain[max(floor, group.start() - LONGEST_LIST) : group.start()])
        members = members_of(before[0]) if before else ()
        floor = group.end()
        yield Component(counted_as(group["count"]), clean_name(group["label"]), members)


def members_of(text: str) -> tuple[str, ...]:
    """Return the members that a list before 等 names, without its verb."""
    _, start = verb_and_start(text, 0, len(text), touching=True)
    return tuple(filter(None, map(clean_name, text[start:].split("、"))))


def counted_as(text: str) -> int:
    """Return the value of a count that one of the patterns above has found."""
    return numeral(text) or 0


def coded(code: str, groups: list[Component]) -> tuple[Component, ...]:
    """Return the groups whose counts are those of the code, in its order; none where fewer than two agree."""
    best: tuple[Component, ...] = ()
    for counts in splits_of(code):
        left = list(groups)
        agreed = []
        for count in counts:
            found = next((group for group in left if group.count == count), None)
            if found is not None:
                agreed.append(found)
                left = [group for group in left if group.label != found.label]
        if len(agreed) > len(best):
            best = tuple(agreed)
    return best if len(best) >= FEWEST else ()
