"""The noun of an amount or a count, which may stand before it or behind it.

`智能工厂9家` has it before, `新增9家智能工厂` behind; `12家国家级、88家省级工业设计中心` shares one head, and
`8家医院开展试点` counts those that do it.
"""

from __future__ import annotations

import re

from kg_build.extract.affix import by_first, longest_prefix
from kg_build.extract.measurement.adjacent import (
    counted_apart,
    counted_before_amount,
    next_to_count,
    runs_into_amount,
    runs_into_count,
)
from kg_build.extract.measurement.attribute import attribute_of, owner_of, split_subjects
from kg_build.extract.measurement.carry import STAGES, carried, complete, removed_too
from kg_build.extract.measurement.counted import (
    BARE,
    COUNTED,
    GOALS,
    MONEY,
    NEXT_COUNT,
    counted,
    size_of,
    told_by_rate,
    unsized,
)
from kg_build.extract.measurement.phrase import ADDING_VERBS, NAMING_VERBS, expand, phrase_before
from kg_build.extract.measurement.phrase_behind import phrase_after
from kg_build.extract.measurement.rows import LIST_JOINS
from kg_build.extract.measurement.slot import Slot, Subject
from kg_build.extract.measurement.special_count import special_form

__all__ = ["count_indicators"]

EACH = re.compile(r"均|都|双双|各(?=[超近约达]?$)")
LAST_COUNT = re.compile(r"^.*\d(?:个|家|项|条|座|户|处|所)(?=[^个家项条座户]*$)")
QUALIFIER = re.compile(
    r"(?:(?:国家|省|市|县|区|州|乡镇|镇|乡|村|部|世界|[十百千万]+亿元?|[AB0-9]+)级|国际一流|国际先进|国际领先|全国领先|国内领先|国内一流|世界一流)+"
)
LEVEL_ENDS = frozenset("级流进先")
OR_ABOVE = re.compile(r"^及?以[上下]")
TAILED = re.compile(r"分别|同比|增长|均|达|高于|低于|高出|快于|慢于")
VERB_AT_END = re.compile(r"(?:签约|落地|开工|竣工|投产|新建|建成|转化|实施|引进|完成|覆盖|服务|惠及|帮扶|储备){1,2}$")
BATCHES = frozenset("批轮")
OPENERS = frozenset({"中", "即", "以", "把", "将", "对", "为", "给", "向"})
MEANS, MEANT = "以", ("为重点", "为发力点", "为支撑", "为主体")
HAPPENS = re.compile(r"(?:均|都|已|全部|率先)?(?:实现|达到|突破|超过|跻身|入选|入围|获评|获批|成为|位居|保持|晋升)")
"""What the things counted before do: 其中29个「实现」增长."""

DONE_BEHIND = re.compile(r"(?P<what>[^,。;、的\d]{4,12})")

ABSTRACT = re.compile(r"(?:维度|层面|方面|环节|阶段|融合|结合|抓手|转变|统筹|坚持|确保|一流|导向|关系|方向|台阶)$|^事$")
FALLS = re.compile(r"[降减]")
WORK = frozenset({"项", "个", "条", "件"})
STEPS = frozenset({"台阶", "大关", "关口", "新台阶"})
STEP_ENDS = ("台阶", "大关", "关口")
TIMES = ("年", "年间", "年来", "期间", "时期")
CLIMBS = re.compile(r"(?:接连|连续|先后)?(?:连续?跨越?|连上|连登|跨越|跨上|迈上|登上|迈过|突破)了?$")
"""Verbs of passing several marks, which say what goes on: 产值连跨三个万亿元台阶,「超过7万亿元」."""

BUILDS_ON = ("扩大", "改扩建", "扩建", "改建")
"""Verbs of adding to what is there, which a list may join to one of the new: 新建、「改扩建」学校500所."""

GETS = re.compile(r"(?:获得|享受|取得|获批)(?P<what>[^的]{2,})的(?P<who>[^的]+)")
"""Those counted and what they get, which an amount behind measures: 「获得」国债支持的项目, 15亿元."""

LOWERED = re.compile(
    r"^(?:再|累计)*(?:压减|调减|降低|减少|压缩|压降|削减|缩减|减轻|精简|核减|裁减)(?=[一-鿿“]{2})"
    r"|(?<=[一-鿿]{2})(?:压减|核减|精简|裁减)(?=[一-鿿“]{2})"
)
DONE_AT_END = re.compile(
    r"(?:已|均|都|全部|基本|累计|共)*(?P<verb>开工|动工|完成|完工|建成|投产|竣工|办结|申筹|交付|启用|整改|销号|摘帽)$"
)
"""What has been done to so many of those counted before: 28个轴承工程已「开工」18个."""

IN_ALL = frozenset({"共", "共计", "总计", "合计", "累计"})
OF_ALL = re.compile(r"总[数量额]|累计|总计|合计")
LISTS = re.compile(r"(?:[和与、等]|(?<![惠普涉波触])及)$")
QUOTED_NAMES = re.compile(r"(?:“[^”]*”、?){2,}")
QUOTED_AT_END = re.compile(r"(?:“[^”]*”、?)+$")
LONG = 24
JOINS = frozenset("、和与")
OR = "或"
LIST_MARKS = "、和与及或"
SHORT = 8
MINIMUM = 2
SHORTEST_HEAD = 3
REACHES_PEOPLE = frozenset({"惠及", "覆盖", "服务", "安置", "吸纳"})
HELPS = frozenset({"帮助", "帮扶", "引导", "鼓励", "动员"})
SAID = re.compile(r"[一-鿿]{2}(?:陆续|相继|稳步|持续|不断|全面|加快|大幅|顺利)+[一-鿿]{2}$")
"""A clause that ends before a list mark: 项目陆续投产、."""

STAGES_BEHIND = re.compile(r"(?<=[一-鿿]{2})(?:建设|筹集|筹措|筹建|新?开工|竣工|投产)+$")
FOUNDS = by_first(["发起设立", "设立", "组建", "成立", "新设", "新设立", "筹建", "新建", "引进"])
OWNERS = frozenset({"企业", "人", "户", "家庭", "经营主体", "市场主体", "学生", "困难群众"})
"""Whose a following amount is: 779家企业3.3亿元资金兑付."""

COLLECTIVE = re.compile(r"(?P<member>集群|企业|园区|基地|项目)(?:梯度)?(?:培育)?(?:方阵|矩阵|梯队|梯次|队列|阵列)$")
COLLECTIVE_LAST = frozenset("阵队次列")
ADJACENT = re.compile(r"(?:超过?|近|约|逾)?\d[\d.,]*[万亿]*[余多]?(?:元|亩|套|吨|平方米|公里|台)")


def count_indicators(slot: Slot, subject: Subject) -> tuple[list[str], int]:
    """Return the indicator of an amount or a count, whose noun may stand before it or after it."""
    before = phrase_before(slot.own)
    if len(before) > LONG or "、" in before:
        before = shortened(before)
    if slot.reading.kind == "change":
        before = LOWERED.sub("", before) if slot.reading.sign < 0 else without_adding(before)
    if before[:1] == MEANS and slot.right.endswith(MEANT):
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
    if done and (noun := phrase_before(slot.own[: done.start()])):
        return [counted(f"{done['verb']}{noun}", figure)], 0
    if before:
        removed = removed_too(before, slot, subject)
        done_with = unsized(done_to(before, subject), figure)
        return [counted(removed or done_with or complete(before, subject, slot.reading), figure)], 0
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


def named_behind(before: str, slot: Slot, subject: Subject) -> tuple[list[str], int] | None:
    """Return the indicator that the noun behind a count names, or None where there is no such noun."""
    figure = slot.figure
    after, used = behind_count(slot)
    gets = GETS.fullmatch(after) if runs_into_amount(slot) else None
    if gets:
        subject.next = gets["who"] + gets["what"]
    climbs = CLIMBS.search(slot.own) if after.endswith(STEP_ENDS) else None
    if climbs:
        passed = phrase_before(slot.own[: climbs.start()])
        subject.indicator = subject.indicator if passed.endswith(TIMES) else passed or subject.indicator
        return [], used
    if after in STEPS or after in IN_ALL or (after in GOALS and figure.unit not in WORK):
        after = ""
    if after and before and (LISTS.search(slot.own.rstrip()) or QUOTED_NAMES.fullmatch(before)):
        before = ""
    if not after and next_to_count(slot) and slot.own.endswith("的"):
        before = ""
    after = told_by_rate(complete_after(after, used, slot), slot.tail[used:])
    if slot.right.endswith("中") and not slot.right.endswith(("集中", "其中")):
        after = after.removesuffix("中")
    if not after:
        return ([], 0) if runs_into_count(slot) else None
    is_part = slot.index and slot.plain.endswith("中", 0, slot.figure.start)
    if not before and (is_part or slot.figure.unit == subject.unit) and HAPPENS.match(slot.right):
        return those_that(subject.indicator, slot)
    if ABSTRACT.search(after):
        return [], used
    if figure.unit[0] in COUNTED and (len(after) > SHORTEST_HEAD or before.endswith(after)) and lists_instances(before):
        before = ""
    if figure.unit[0] in COUNTED and attribute_of(after):
        owner = owner_of(after)
        if owner != after:
            subject.next, after = after, owner
    if len(after) <= MINIMUM and not before:
        after = governing_verb(slot.own) + after
    apart = slot.index == 0 or slot.left[:1] in JOINS
    joins = before and not before.endswith(after) and apart and len(after) <= SHORT
    return [counted(f"{before}{after}" if joins else after, figure)], used


def behind_count(slot: Slot) -> tuple[str, int]:
    """Return the noun behind a count, as far as a verb where it runs on into another figure, and what that took."""
    if runs_into_count(slot):
        return counted_apart(slot)
    apart = counted_before_amount(slot) if slot.figure.unit[0] in COUNTED else ("", 0)
    return apart if apart[0] else phrase_after(slot.right)


def those_that(noun: str, slot: Slot) -> tuple[list[str], int] | None:
    """Return the indicator of those counted before that do something: 大类31个,其中29个「实现增长」."""
    done = DONE_BEHIND.fullmatch(slot.right)
    if not done or not noun.endswith("数"):
        return None
    return [f"{done['what']}的{noun.rpartition('的')[2]}"], done.end()


def lists_instances(before: str) -> bool:
    """Tell whether a list names what is counted behind it: 济青、京台2条智慧高速, and not 取消、下放20项事项."""
    parts = split_subjects(before) if "、" in before else []
    return len(parts) > 1 and longest_prefix(parts[0], NAMING_VERBS) != parts[0]


def governing_verb(own: str) -> str:
    """Return the verb that a short noun needs: the one right before its count, or the one its clause opens with."""
    verb = VERB_AT_END.search(QUOTED_AT_END.sub("", own))
    return verb[0] if verb else longest_prefix(own, FOUNDS) if own else ""


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


def complete_after(after: str, used: int, slot: Slot) -> str:
    """Make the noun behind a count whole: with a figure inside it, or with the head its list shares."""
    rest = slot.tail[used:]
    if after[-1:] in COLLECTIVE_LAST:
        after = COLLECTIVE.sub(r"\g<member>", after)
    if not after:
        rest = rest.removeprefix("共")
        next_count = NEXT_COUNT.match(rest) if slot.figure.unit[0] in BATCHES or next_to_count(slot) else None
        return phrase_after(rest[next_count.end() :])[0] if next_count else ""
    if rest[:1].isdigit() and "的" in rest:
        return expand(after + rest)
    if rest.startswith("、") and QUALIFIER.fullmatch(after):
        noun = phrase_after(LAST_COUNT.sub("", rest))[0]
        return after + COLLECTIVE.sub(r"\g<member>", QUALIFIER.sub("", noun, count=1))
    amount = ADJACENT.match(rest) if after in OWNERS else None
    if amount:
        return phrase_after(rest[amount.end() :])[0] + after
    if TAILED.search(slot.right, used) and slot.right[used:].strip() not in LIST_JOINS:
        return owner_of(after)
    return after


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
