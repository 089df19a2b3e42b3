"""Several measures that one figure is of: `甲产值、乙产值均增长8%`, `申请量、授权量居全国第一`, `办结率均达100%`."""

from __future__ import annotations

import re

from kg_build.extract.measurement.attribute import attribute_of, is_attribute, share_tail, split_subjects
from kg_build.extract.measurement.phrase import phrase_before
from kg_build.extract.measurement.slot import Slot, Subject

__all__ = ["EACH", "MINIMUM", "all_before", "attribute_of_all", "holds_for_each", "listed_before", "names_part"]

EACH = re.compile(r"均|都|保持|双双|同时|各(?=[超近约达]?$|增长|增加|下降|提高|减少)")
EACH_THAN = re.compile(
    r"(?:均|都)[较比](?:(?:19|20)\d\d年|上年|去年|上年同期|“?十[一二三四]五”?[末初])(?:增长|增加|提高|下降|减少|翻)[一-鿿]{0,2}$"
)
"""A word for each with what each is compared with: 产值、收入「均比2007年增长」一倍."""

ALL = re.compile(r"(?<![年平人月])均|都(?!市)")
QUOTED_NAME = re.compile(r"(?:全国|全省|全市|全球)?的?(?P<name>“[^”]+”)")
MEASURE_ENDS = frozenset("量额率值数")
SUMMED = re.compile(r"等[一-鿿]{2,}$")
"""The end of a list that a class sums up: 金融、信息等「现代服务业」保持增长."""

MINIMUM = 2


def attribute_of_all(phrase: str, slot: Slot, subject: Subject) -> list[str]:
    """Return an attribute of each thing counted before: 办理议案4项、提案9件,办结率均达100%."""
    if slot.index or len(subject.recent) < MINIMUM or not ALL.search(slot.left[-6:]) or not is_attribute(phrase):
        return []
    counted = [name.removesuffix("数") for name in dict.fromkeys(subject.recent) if name.endswith("数")]
    return [name + phrase for name in counted] if len(counted) >= MINIMUM else []


def holds_for_each(phrase: str, slot: Slot) -> bool:
    """Tell whether a figure holds for each of a list: by a word (均, 都), or as a rank of several measures."""
    parts = split_subjects(phrase)
    if SUMMED.search(phrase):
        return False
    if EACH.search(slot.left[-6:]) or EACH_THAN.search(slot.left):
        return "、" in phrase or all(map(is_attribute, parts)) or ranked_each(parts)
    if slot.reading.kind == "growth":
        attributes = {attribute_of(part) for part in parts}
        return len(parts) > 1 and "、" in phrase and len(attributes) == 1 and "" not in attributes
    return slot.reading.kind == "rank" and ranked_each(parts)


def all_before(slot: Slot, subject: Subject) -> list[str]:
    """Return the indicators that a bare 均 holds for: those of the clause before, or a rank's all of the sentence."""
    if slot.index or slot.reading.suffix or not ALL.search(slot.left[-6:]):
        return []
    names = list(dict.fromkeys(subject.recent))
    if len(names) == 1 and slot.reading.kind == "rank":
        names = list(dict.fromkeys(subject.listed))
    return names if len(names) > 1 else []


def listed_before(slot: Slot) -> list[str]:
    """Return the measures that the clause before lists and says nothing of: 「产值、收入」,低于全国平均5个百分点."""
    parts = split_subjects(phrase_before(slot.before)) if slot.index == 0 and slot.before else []
    are_measures = parts and all(attribute_of(part) or part[-1] in MEASURE_ENDS for part in parts)
    return share_tail(parts) if are_measures else []


def names_part(phrase: str, subject: Subject) -> bool:
    """Tell whether what is ranked is the indicator before, by its quoted name: 全国“小巨人”第一城."""
    named = QUOTED_NAME.fullmatch(phrase)
    return named is not None and named["name"] in subject.indicator


def ranked_each(parts: list[str]) -> bool:
    """Tell whether each part of a list is a measure that can be ranked: 专利申请量、授权量居全国第一."""
    return len(parts) > 1 and all(part[-1] in MEASURE_ENDS or attribute_of(part) for part in parts)
