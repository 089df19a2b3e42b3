"""What stands right before the first figure of a number and changes it: a minus sign, or the rest of a broken number.

Poor copies have blanks inside of numbers: `12 . 5亿元` and `12·5%` are one number, and are joined. `1 2.5%` may be one
number or two: what comes behind the blank is no figure.
"""

from __future__ import annotations

import re

__all__ = ["GAPS", "MINUS_SIGNS", "is_cut", "is_minus", "whole_of"]

GAPS = frozenset(" .·•・")
MINUS_SIGNS = frozenset("-−—负")
MINUS = re.compile(
    r"[一-鿿、,(:] ?[-−]$|(?<!为)(?:增长|增速|增幅|同比|环比|增长率|分别|%、)(?:为|:|达|至|到)?—$"
    r"|(?<![减担自背欠肩胜不辜])负$"
)
RATES = frozenset({"%", "‰", "个百分点"})
LONGEST_MINUS = 6
BROKEN = re.compile(r"(?<=[一-鿿])[ ]?(?P<whole>\d{1,4})(?:[ ]?\.[ ]|[ ]?[·•・][ ]?)$")
CUT = re.compile(r"\d(?:[ ]+|[ ]*[·•・][ ]*|[ ]+\d*[ ]*\.[ ]*)$")
LONGEST_BROKEN = 12


def is_minus(plain: str, position: int, start: int, unit: str) -> bool:
    """Tell whether a mark is a minus sign: behind a word (增长-3%) or in a list of rates (10%、-5%).

    A dash is one only between a word of growth and a rate, 负 only before a rate: 增长负3.2%, not 减负3.2%.
    """
    if position < max(1, start) or (plain[position] in "—负" and unit not in RATES):
        return False
    return MINUS.search(plain, max(start, position - LONGEST_MINUS), position + 1) is not None


def whole_of(plain: str, start: int, core: int, number: str) -> tuple[int, str]:
    """Return where a number starts, and the number, with what a gap at its point parts from it: 增长12. 5%."""
    broken = BROKEN.search(plain, max(start, core - LONGEST_BROKEN), core)
    return (broken.start("whole"), f"{broken['whole']}.{number}") if broken else (core, number)


def is_cut(plain: str, start: int, core: int) -> bool:
    """Tell whether digits and a gap stand before a number, which then is only the end of one: 1 2.5%."""
    return CUT.search(plain, max(start, core - LONGEST_BROKEN), core) is not None
