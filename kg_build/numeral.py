"""Numerals: `三千五百万` is 35000000, `万亿` stands for 10**12, `第十三` counts 13, `三五百` is 300 to 500."""

from __future__ import annotations

import re

__all__ = ["DIGITS", "chinese_number", "chinese_range", "numeral", "scale_value"]

SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
DIGITS = {"零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
NEIGHBOURS = re.compile(r"([一二两三四五六七八九])[至到—~-]?([二两三四五六七八九])(?![一二两三四五六七八九])")


def chinese_number(text: str) -> int | None:
    """Return the value of a Chinese numeral, or None where it is none: 三五 is not one number.

    >>> chinese_number("三千五百万")
    35000000
    """
    total = section = digit = 0
    for character in text:
        if character in DIGITS:
            if digit:
                return None
            digit = DIGITS[character]
            continue
        scale = SCALES.get(character)
        if scale is None:
            return None
        if scale < 10**4:
            section += (digit or (1 if character == "十" or not section else 0)) * scale
        elif scale == 10**8:
            total = (total + section + digit or 1) * scale
            section = 0
        else:
            section = (section + digit or 1) * scale
            total, section = total + section, 0
        digit = 0
    return total + section + digit


def chinese_range(text: str) -> tuple[int, int] | None:
    """Return the bounds that two digits side by side stand for, or None: 三五百 is 300 to 500, 十二三 12 to 13.

    With a mark between them, too: 三至五万 is 30000 to 50000.
    """
    pair = NEIGHBOURS.search(text)
    if pair is None:
        return None
    before, behind = text[: pair.start()], text[pair.end() :]
    low, high = (chinese_number(before + digit + behind) for digit in pair.groups())
    return None if low is None or high is None or low >= high else (low, high)


def scale_value(scale: str | None) -> int:
    """Return what a run of multipliers stands for: 万亿 is 10**12."""
    value = 1
    for character in scale or "":
        value *= SCALES[character]
    return value


def numeral(text: str) -> int | None:
    """Return the value of an Arabic or a Chinese numeral."""
    return int(text) if text.isdigit() else chinese_number(text)
