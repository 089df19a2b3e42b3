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

from kg_build.numeral import scale_value

__all__ = ["FACTORS", "NumberForms", "arabic_value", "number_forms"]

SPACED = r"\d{0,2}+(?:[ ]\d{3}){1,4}(?=(?:\.\d{1,2}+)?[ ]?[万亿家个户项人元吨])"
ARABIC = rf"\d(?<![\d.]\d)(?:\d{{0,2}}+(?:,\d{{3}}){{1,5}}|{SPACED}|\d{{0,14}}+)(?:\.\d{{1,12}}+)?(?!\d)"
SCALES = ("万亿", "千亿", "百亿", "十亿", "千万", "百万", "十万", "亿", "万", "千", "百")
SCALE = f"(?:{'|'.join(SCALES)})".replace("|千|", "|千(?![瓦伏克米])|")
TO = r"[ ]?(?:—|-|~|至|到)[ ]?"

IN_FIGURES = rf"""
    (?P<number>{ARABIC})
    (?:                                 # 10—15亿元, 6%—7%
        (?=[十百千万亿%个分点元家亩吨]{{0,6}}+[ ]?[—~至到-])     # else the lower end is not tried
        (?P<lowscale>{SCALE})?
        (?:
            (?P<lowunit>%|个百分点|元|家|个|亩|吨) {TO} (?=\d[\d.,]*{SCALE}?(?P=lowunit))
            | {TO} (?=\d[\d.,]*{SCALE}?[^\d年月日])
        )
        (?P<upper>{ARABIC})
    )?
    (?P<middle>余|多)? [ ]? (?P<scale>{SCALE})?
    (?:(?P<more>\d{{1,4}})(?P<morescale>千万|百万|十万|万|千|百)(?!\d))?
    (?P<late>余|多)? (?:(?<=[千百万多余])(?P<last>千万|百万|[万亿]))? [ ]?   # 1万2千亿元, 2万多亿元
"""
IN_WORDS = r"""
    (?P<number>
        [一二两三四五六七八九十百千万亿] (?<!千(?=[瓦伏]))
        (?:
            (?<![一万亿])
            | (?<=一)(?:[十百千万亿二两]|(?=倍))    # not a bare 一
            | (?<=[超破过达近约逾上足到几数]万)亿?  # 突破万亿元: a multiplier that stands for a number
            | (?<=[超破过达近约逾上足到几数]亿)
        )
        (?: [一二两三四五六七八九十百千万亿零]{0,14}? (?=千[瓦伏]) | [一二两三四五六七八九十百千万亿零]{0,14}+ )
    )
    (?:(?P<late>余|多|几)(?P<last>千万|百万|万亿|[万亿])?)?
"""
FACTORS: dict[str | None, Decimal] = {scale: Decimal(scale_value(scale)) for scale in (None, "十", *SCALES)}


TEN_THOUSANDS = {"百万": "百", "十万": "十"}


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
    number: str, scale: str | None, more: str | None = None, morescale: str | None = None, last: str | None = None
) -> Decimal | None:
    """Return the value of a number in figures with its multipliers: 1亿2千万 is 120000000; None for 1千2万.

    `last` multiplies all that is before it: 1万2千亿 is 1200000000000, as is 3千5百万 35000000.
    """
    value = Decimal(number.replace(",", "").replace(" ", "")) * FACTORS[scale]
    if more:
        if last is None and morescale in TEN_THOUSANDS and FACTORS[scale] < FACTORS["万"]:
            morescale, last = TEN_THOUSANDS[morescale], "万"
        if FACTORS[morescale] >= FACTORS[scale]:
            return None
        value += Decimal(more) * FACTORS[morescale]
    if last is None:
        return value
    return value * FACTORS[last] if value < FACTORS[last] else None
