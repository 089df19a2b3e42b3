"""The noun of an amount or a count, which may stand before it or behind it.

`智能工厂9家` has it before, `新增9家智能工厂` behind; `12家国家级、88家省级工业设计中心` shares one head, and
`8家医院开展试点` counts those that do it.
"""

from __future__ import annotations

import re

from kg_build.extract.affix import longest_prefix
from kg_build.extract.measurement.adjacent import next_to_count
from kg_build.extract.measurement.carry import STAGES, carried, complete, counted_there, of_another_size, removed_too
from kg_build.extract.measurement.count_behind import BATCHES, LAST_COUNT, MINIMUM, QUALIFIER, named_behind
from kg_build.extract.measurement.counted import BARE, MONEY, counted, size_of, unsized
from kg_build.extract.measurement.phrase import ADDING_VERBS, NAMING_VERBS, phrase_before
from kg_build.extract.measurement.phrase_behind import MEANT, phrase_after
from kg_build.extract.measurement.slot import Slot, Subject
from kg_build.extract.measurement.special_count import special_form

__all__ = ["count_indicators"]

LEVEL_ENDS = frozenset("级流进先")
OR_ABOVE = re.compile(r"^及?以[上下]")
OPENERS = frozenset({"中", "即", "以", "把", "将", "对", "为", "给", "向"})
MEANS = "以"
FALLS = re.compile(r"[降减]")
BUILDS_ON = ("扩大", "改扩建", "扩建", "改建")
"""Verbs of adding to what is there, which a list may join to one of the new: 新建、「改扩建」学校500所."""

LOWERED = re.compile(
    r"^(?:再|累计)*(?:压减|调减|降低|减少|压缩|压降|削减|缩减|减轻|精简|核减|裁减)(?=[一-鿿“]{2})"
    r"|(?<=[一-鿿]{2})(?:压减|核减|精简|裁减|减轻)(?=[一-鿿“]{2})"
)

DONE_AT_END = re.compile(
    r"(?:已|均|都|全部|基本|累计|共)*(?P<verb>开工|动工|完成|完工|建成|投产|竣工|办结|申筹|交付|启用|整改|销号|摘帽)$"
)
"""What has been done to so many of those counted before: 28个轴承工程已「开工」18个."""

OF_ALL = re.compile(r"总[数量额]|累计|总计|合计")
LONG = 24
ADDED_NAMES = {"城镇就业人数": "城镇新增就业人数"}
"""Official indicators of what is added, which texts word either way: 新增城镇就业20万人, 城镇新增就业20万人."""

OR = "或"
LIST_MARKS = "、和与及或"
REACHES_PEOPLE = frozenset({"惠及", "覆盖", "服务", "安置", "吸纳"})
PEOPLE = frozenset("人名户")
DRAWS = "带动"
"""A verb that says for whom something is done, where people are counted: 「带动」贫困人口5万人 are not all 贫困人口."""
HELPS = frozenset({"帮助", "帮扶", "引导", "鼓励", "动员"})
SAID = re.compile(r"[一-鿿]{2}(?:陆续|相继|稳步|持续|不断|全面|加快|大幅|顺利)+[一-鿿]{2}$")
"""A clause that ends before a list mark: 项目陆续投产、."""

STAGES_BEHIND = re.compile(r"(?<=[一-鿿]{2})(?:建设|筹集|筹措|筹建|新?开工|竣工|投产)+$")


def count_indicators(slot: Slot, subject: Subject) -> tuple[list[str], int]:
    """Return the indicator of an amount or a count, whose noun may stand before it or after it."""
    before = phrase_before(slot.own)
    if len(before) > LONG or "、" in before:
        before = shortened(before)
    if slot.reading.kind == "change":
        before = LOWERED.sub("", before) if slot.reading.sign < 0 else without_adding(before)
    if before[:1] == MEANS and MEANT.search(slot.right):
        before = before[1:]
    if before in OPENERS or (before in BARE and subject.indicator and not FALLS.search(slot.left)):
        before = ""
    named = special_form(before, slot, subject)
    if not named and (slot.right or "、" in before or slot.figure.unit[0] in BATCHES or next_to_count(slot)):
        named = named_behind(before, slot, subject)
    if named:
        return named
    figure = slot.figure
    if before[-1:] in LEVEL_ENDS and QUALIFIER.fullmatch(before):
        return qualified(before, slot, subject), 0
    if before and slot.reading.rule == "rank" and slot.reading.kind == "change":
        return [f"{before}{slot.reading.suffix}"], 0
    done = DONE_AT_END.search(slot.own) if slot.index else None
    if done and len(noun := phrase_before(slot.own[: done.start()])) >= MINIMUM:
        return [counted(f"{done['verb']}{noun}", figure)], 0
    if before:
        if figure.unit in PEOPLE and slot.own.endswith(f"{DRAWS}{before}"):
            return [counted(f"{DRAWS}{before}", figure)], 0
        removed = removed_too(before, slot, subject) or counted_there(before, slot, subject)
        removed = removed or of_another_size(before, subject)
        done_with = unsized(done_to(before, subject), figure)
        name = counted(removed or done_with or complete(before, subject, slot.reading), figure)
        return [ADDED_NAMES.get(name, name) if slot.reading.kind == "change" else name], 0
    names = carried(subject, slot.reading.suffix, slot.own)
    if OF_ALL.search(slot.left):
        names = [without_adding(name) for name in names]
    if figure.unit in MONEY:
        return [f"{name.removesuffix('数')}金额" if name.endswith("数") else name for name in names], 0
    if names and names[-1].endswith("数") and size_of(names[-1], figure):
        subject.next = names[-1]
        names = [name.removesuffix("数") for name in names]
    return [counted(unsized(name, figure), figure) for name in names], 0


def without_adding(phrase: str) -> str:
    """Take the verb of adding off the front of a phrase: 「新设」市场主体."""
    phrase = phrase.lstrip(OR)
    verb = longest_prefix(phrase, ADDING_VERBS) if phrase else ""
    verb = verb or next(filter(phrase.startswith, BUILDS_ON), "")
    if len(phrase) - len(verb) < MINIMUM:
        return phrase
    rest = phrase[len(verb) :]
    return without_adding(rest.lstrip(LIST_MARKS)) if verb and rest[0] in LIST_MARKS else rest


def done_to(verb: str, subject: Subject) -> str:
    """Return what a bare verb was done to, which is the indicator before: 分配「保障房」18万套."""
    base = subject.indicator.removesuffix("数")
    if not base or verb in HELPS or longest_prefix(verb, NAMING_VERBS) != verb:
        return ""
    if base.startswith(verb):
        return base
    return f"{base}{verb}" if verb in REACHES_PEOPLE else f"{verb}{STAGES_BEHIND.sub('', STAGES.sub('', base))}"


def qualified(level: str, slot: Slot, subject: Subject) -> list[str]:
    """Return the indicator of a count named by its level alone.

    Its noun is that of the count before (`实验室60家,其中国家级8家`) or closes its list (`市级2个、县级9个文化馆`).
    """
    last = LAST_COUNT.sub("", slot.tail) if slot.tail.startswith("、") else ""
    noun = phrase_after(last)[0]
    if noun:
        return [counted(level + noun, slot.figure)]
    named = QUALIFIER.search(subject.indicator)
    if named:
        head, _, noun = subject.indicator.partition(named[0])
        return [f"{head}{level}{OR_ABOVE.sub('', noun)}"]
    return [level + subject.indicator] if subject.indicator.endswith("数") else []


def shortened(phrase: str) -> str:
    """Keep the head of a phrase that opens with a long list or a clause: what follows its 等各类, or a verb's 、."""
    if len(phrase) > LONG and "等" in phrase:
        head = re.split(r"等(?:各类|各种)?", phrase)[-1]
        phrase = head if len(head) > MINIMUM else phrase
    first, _, last = phrase.rpartition("、")
    if not first:
        return phrase
    is_verb = longest_prefix(last, NAMING_VERBS) == last and not longest_prefix(first, NAMING_VERBS)
    return last if is_verb or SAID.search(first) else phrase
