"""Numerals: `三千五百万` is 35000000, `万亿` stands for 10**12, `第十三` counts 13."""

from __future__ import annotations

__all__ = ["DIGITS", "chinese_number", "numeral", "scale_value"]

SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
DIGITS = {"零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}


def chinese_number(text: str) -> int | None:
    """Return the value of a Chinese numeral, or None where it is none.

    >>> chinese_number("三千五百万")
    35000000
    """
    total = section = digit = 0
    for character in text:
        if character in DIGITS:
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


def scale_value(scale: str | None) -> int:
    """Return what a run of multipliers stands for: 万亿 is 10**12."""
    value = 1
    for character in scale or "":
        value *= SCALES[character]
    return value


def numeral(text: str) -> int | None:
    """Return the value of an Arabic or a Chinese numeral."""
    return int(text) if text.isdigit() else chinese_number(text)
