"""How texts write numbers with their units: 1.3万亿元, 6%—7%, 2万3千家, 400余项, 三个, 突破万亿元.

Each pattern starts with a class of characters or a literal, by which it is looked for at the speed of a plain search,
and ends with a unit that may be absent: a number without a unit is passed over as a whole.
"""

from __future__ import annotations

import functools
import re
from decimal import Decimal
from itertools import groupby
from typing import NamedTuple

from kg_build.numeral import chinese_number, scale_value

__all__ = ["NumberForms", "arabic_value", "chinese_value", "number_forms"]

SPACED = r"\d{0,2}+(?:[ ]\d{3}){1,4}(?=[ ]?[万亿家个户项人元吨])"
ARABIC = rf"\d(?<![\d.]\d)(?:\d{{0,2}}+(?:,\d{{3}}){{1,5}}|{SPACED}|\d{{0,14}}+)(?:\.\d{{1,12}}+)?(?!\d)"
SCALES = ("万亿", "千亿", "百亿", "十亿", "千万", "百万", "十万", "亿", "万", "千", "百")
SCALE = f"(?:{'|'.join(SCALES)})".replace("|千|", "|千(?![瓦伏克米])|")
TO = r"(?:—|-|~|至|到)"

IN_FIGURES = rf"""
    (?P<number>{ARABIC})
    (?:                                 # 10—15亿元, 6%—7%
        (?=[十百千万亿%个分点元家亩吨]{{0,6}}+[—~至到-])     # else the lower end is not tried
        (?P<lowscale>{SCALE})?
        (?:
            (?P<lowunit>%|个百分点|元|家|个|亩|吨) {TO} (?=\d[\d.,]*{SCALE}?(?P=lowunit))
            | {TO} (?=\d[\d.,]*{SCALE}?[^\d年月日])
        )
        (?P<upper>{ARABIC})
    )?
    (?P<middle>余|多)? [ ]? (?P<scale>{SCALE})?
    (?:(?P<more>\d{{1,4}})(?P<morescale>千万|百万|十万|万|千|百)(?!\d))?
    (?P<late>余|多)? [ ]?
"""
IN_WORDS = r"""
    (?P<number>
        [一二两三四五六七八九十百千万亿] (?<!千(?=[瓦伏]))
        (?:
            (?<![一万亿])
            | (?<=一)[十百千万亿]               # not a bare 一
            | (?<=[超破过达近约逾上足到]万)亿?  # 突破万亿元: a multiplier that stands for a number
            | (?<=[超破过达近约逾上足到]亿)
        )
        (?: [一二两三四五六七八九十百千万亿零]{0,14}? (?=千[瓦伏]) | [一二两三四五六七八九十百千万亿零]{0,14}+ )
    )
    (?P<late>余|多)?
"""
FACTORS: dict[str | None, Decimal] = {scale: Decimal(scale_value(scale)) for scale in (None, *SCALES)}


class NumberForms(NamedTuple):
    """The patterns of numbers in Arabic figures and in Chinese numerals. Their last group is `unit`."""

    in_figures: re.Pattern[str]
    in_words: re.Pattern[str]


@functools.cache
def number_forms(units: tuple[tuple[str, ...], ...]) -> NumberForms:
    """Compile the patterns for the labels of a unit scheme, each with its misleading forms, once for a scheme."""
    unit = f"(?P<unit>{longest_of(units) or '(?!)'})?"
    return NumberForms(*(re.compile(form + unit, re.VERBOSE | re.ASCII) for form in (IN_FIGURES, IN_WORDS)))


def longest_of(labels: tuple[tuple[str, ...], ...]) -> str:
    """Return a pattern for the longest label that stands at a place: one branch for each first character."""
    branches = []
    for first, group in groupby(sorted(labels), key=lambda label: label[0][0]):
        longest = sorted(group, key=lambda label: (-len(label[0]), label))
        branches.append(f"{re.escape(first)}(?:{'|'.join(rest_of(*label) for label in longest)})")
    return "|".join(branches)


def rest_of(label: str, *misleading: str) -> str:
    """Return a pattern for a label behind its first character: not in a form that misleads, nor in a Latin word."""
    rests = [re.escape(form.removeprefix(label)) for form in misleading if form.startswith(label)]
    if label[-1].isascii() and label[-1].isalpha():
        rests.append("[A-Za-z0-9]")
    return re.escape(label[1:]) + (f"(?!{'|'.join(rests)})" if rests else "")


def arabic_value(
    number: str, scale: str | None, more: str | None = None, morescale: str | None = None
) -> Decimal | None:
    """Return the value of a number in figures with its multipliers: 1亿2千万 is 120000000; None for 1千2万."""
    value = Decimal(number.replace(",", "").replace(" ", "")) * FACTORS[scale]
    if more is None:
        return value
    step = FACTORS[morescale]
    return None if step >= FACTORS[scale] else value + Decimal(more) * step


def chinese_value(number: str) -> Decimal | None:
    """Return the value of a number in Chinese numerals."""
    value = chinese_number(number)
    return None if value is None else Decimal(value)
