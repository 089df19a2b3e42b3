"""The unit of a number that has none behind it: its list's, or people or households without a classifier.

`提高4.6和7.2个百分点` are two figures in 个百分点; `20.7万贫困人口` and `高技能人才110万` are people.
"""

from __future__ import annotations

import re

from kg_build.extract.word_list import alternatives

__all__ = ["counts_money", "unit_elsewhere"]

SHARED = re.compile(
    r"(?:、\d[\d.]{0,15}+[万亿]?){0,20}[、和与]\d[\d.]{0,15}(?P<scale>万|亿)?"
    r"(?P<unit>个百分点|%|元|美元|吨|亩|公里|千瓦|平方米|人次|人|户|家)(?![/·])"
)
MONEY_SCALES = frozenset({"亿", "百亿", "千亿", "万亿"})
STEP = re.compile(r"(?:大|新)?(?:台阶|大关|关口)")
OF_MONEY = re.compile(
    r"(?:生产总值|GDP|经济总量|产值|增加值|收入|利润|税收|总额|投资|规模|销售额|交易额|成交额|余额|市值|进出口|资产)"
    r"(?:首次|再次|率先|均|双双|已|将|达到?|再)*(?:超过?|突?破|过|逾|近|约|达到?|[迈跨登站]上)(?:\d[\d.]*)?(?P<scale>[十百千]?万?亿)$"
)
"""A round amount of money without its unit, up to its end: 生产总值过万亿."""
NEXT_MARK = re.compile(r"、(?:[超过\d几数]|[十百千]+[几亿万])")
"""What goes on a list of thresholds: 规模超100亿、「500亿」的企业."""

LONGEST_MONEY = 24
PEOPLE_SCALES = frozenset({"万", "亿", "百万", "千万", "十万"})
PEOPLE = re.compile(
    rf"(?:多|余|以上(?!人口(?:城市|大市|大县|规模|的)))?[^\d,。;:、%]{{0,12}}?(?:{alternatives('figure-people')})"
)
PEOPLE_BEFORE = re.compile(
    rf"(?:{alternatives('figure-people')}|人数)(?:达到?|不?超过?|不少于|不低于|近|约|突破|增加|为|到|至)*[\d.]+(?:[十百千]?万|亿)$"
)
HOUSEHOLDS = re.compile(
    r"(?:多|余)?[^\d,。;:、%家户人]{0,8}?"
    r"(?:(?:农|牧|渔|贫困|脱贫|低保|特困|困难|低收入|移民|搬迁|种植|养殖|种养|经营|商|散煤|居民)户(?!次)|家庭(?!农场|医生|经济|经营|教育|旅馆|工业))"
)
"""Households counted without a classifier: 20.9万「贫困户」."""

LIST_MARKS = frozenset("、和与")
ENDS = frozenset(",。;、:\n")


def unit_elsewhere(plain: str, position: int, end: int, scale: str | None) -> tuple[str | None, str | None, int]:
    """Return the unit and the multiplier of a number that has none behind it, and where the number ends.

    Either a list shares the unit of its last number (`提高4.6和7.2个百分点`), or people are counted without a
    classifier (`20.7万贫困人口`, `高技能人才110万`), or money is (`迈上5万亿台阶`).
    """
    shared = SHARED.match(plain, position, end) if plain[position : position + 1] in LIST_MARKS else None
    if shared:
        return shared["unit"], scale or shared["scale"], position
    if scale in MONEY_SCALES and (STEP.match(plain, position, end) or counts_money(plain, position, end)):
        return "元", scale, position
    if scale in PEOPLE_SCALES and counts_people(plain, position, end):
        return "人", scale, position
    if scale in PEOPLE_SCALES and HOUSEHOLDS.match(plain, position, end):
        return "户", scale, position
    return None, None, position


def counts_money(plain: str, position: int, end: int) -> bool:
    """Tell whether a hedged number of hundred millions that ends a clause measures money: 生产总值过万亿."""
    step = STEP.match(plain, position, end)
    after = step.end() if step else position
    if after < end and (plain[after] not in ENDS or NEXT_MARK.match(plain, after)):
        return False
    return OF_MONEY.search(plain, max(0, position - LONGEST_MONEY), position) is not None


def counts_people(plain: str, position: int, end: int) -> bool:
    """Tell whether a number of ten thousands counts the people behind it, or right before it at a clause's end."""
    if PEOPLE.match(plain, position, end):
        return True
    if position < end and plain[position] not in ENDS:
        return False
    return PEOPLE_BEFORE.search(plain, max(0, position - 16), position) is not None
