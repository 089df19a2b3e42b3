"""Numbers with a unit that are names or dates and no figures: 两方面, 十二次全会, 八项规定, 二元结构."""

from __future__ import annotations

import re

from kg_build.extract.affix import by_first
from kg_build.extract.word_list import read_words

__all__ = ["names_in_words", "names_something"]

TERSE = frozenset({"元", "点"})
"""Units that one Chinese digit makes a word with: 二元结构, 两点考虑."""

AWARDED = re.compile(r"荣获|获评?|排名|位居|居|入选|蝉联|登上|夺得")
MEETING = re.compile(r"全会|会议|全体会议|党代会|规定|原则|大?文章")
CLASSES = frozenset({"类", "大类", "分"})
HELD = frozenset({"次", "项", "条", "篇"})
FIXED = by_first(read_words("figure-fixed-phrases"))
UNITS_OF_DAYS = ("月度", "日元", "日圆")
"""What opens with a word of time and is none."""

SCALE_WORDS = frozenset("百千万亿")


def names_something(plain: str, position: int, unit: str) -> bool:
    """Tell whether a number with the unit that ends at `position` is a date or a name: 两方面, 3次荣获."""
    start = position - len(unit)
    if unit == "次":
        return AWARDED.match(plain, position) is not None
    return plain.startswith(("年", "月", "日", "方面", "方式"), start) and not plain.startswith(UNITS_OF_DAYS, start)


def names_in_words(plain: str, core: int, position: int, unit: str, number: str) -> bool:
    """Tell whether a Chinese numeral with the unit that ends at `position` is a name: 十二次全会, 八项规定, 三类."""
    start = position - len(unit)
    if number == "二" or (len(number) == 1 and unit in TERSE and number not in SCALE_WORDS):
        return True
    if any(plain.startswith(phrase, core) for phrase in FIXED.get(number[0], ())):
        return True
    if unit in CLASSES or plain.startswith("次产业", start) or plain[start - len(number) - 1] == "届":
        return True
    return unit in HELD and MEETING.match(plain, position) is not None
