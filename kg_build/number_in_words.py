"""The amount a Chinese numeral stands for, one number or a range: 三千五百万, 两万多亿, 十几, 数百亿, 两三, 三到五.

几 and 数 stand for two to nine, 十几 for 11 to 19: such an amount has two bounds.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from kg_build.number import FACTORS
from kg_build.numeral import chinese_number, chinese_range

__all__ = ["Amount", "amount_in_words"]

MULTIPLIERS = frozenset("十百千万亿")
SOME = frozenset("数几")
COUNTED_SOME = frozenset("总人户个件次函指参基倍计位多岁字系")
"""What makes 数 part of a noun: 总数百家 is no 数百家."""

NUMERALS = MULTIPLIERS.union("一二两三四五六七八九")
RANGE_MARKS = frozenset("至到—~-")
RANGE_BEFORE = re.compile(r"(?P<more>[\d第由从])?(?P<low>[一二两三四五六七八九十百千万亿]{1,8})[至到—~-]$")
LONGEST_RANGE = 10
TEN_THOUSANDS = re.compile(r"[万亿]+$")


class Amount(NamedTuple):
    """A number in words that starts at `core`: its value, the upper one of a range that starts from `lower`."""

    core: int
    value: Decimal
    lower: Decimal | None = None


def amount_in_words(
    plain: str, start: int, core: int, number: str, late: str | None, last: str | None
) -> Amount | None:
    """Return the amount of a numeral at `core`, with the 多 or 几 behind it and the multiplier behind that.

    None for what is no number.
    """
    times = FACTORS[last]
    before = plain[core - 1] if core > start else ""
    if before in RANGE_MARKS and (below := RANGE_BEFORE.search(plain, max(start, core - LONGEST_RANGE), core)):
        bounds = None if below["more"] else bounds_of(below["low"], number)
        return between(below.start("low"), bounds, times)
    whole = chinese_number(number)
    if whole is None:
        return between(core, chinese_range(number), times)
    if late == "几":
        return between(core, (whole + 1, whole + 9), times) if number.endswith("十") else None
    if before in SOME and MULTIPLIERS.issuperset(number):
        noun = plain[core - 2 : core - 1]
        if noun in NUMERALS or (before == "数" and noun in COUNTED_SOME):
            return None
        return between(core - 1, (2 * whole, 9 * whole), times)
    return Amount(core, whole * times)


def bounds_of(low: str, high: str) -> tuple[int, int] | None:
    """Return the bounds of a range in words, or None: 三至五万, 三百至五百, 三十到五十万."""
    if len(low) == 1 and low not in MULTIPLIERS:
        return chinese_range(f"{low}—{high}")
    scale = TEN_THOUSANDS.search(high)
    if scale and not low.endswith(scale[0]):
        low += scale[0]
    lower, upper = chinese_number(low), chinese_number(high)
    return None if lower is None or upper is None or lower >= upper else (lower, upper)


def between(core: int, bounds: tuple[int, int] | None, times: Decimal) -> Amount | None:
    """Return the amount of a range of whole numbers, each taken `times`."""
    return Amount(core, bounds[1] * times, bounds[0] * times) if bounds else None
