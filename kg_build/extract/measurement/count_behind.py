"""The noun behind a count: `新增9家智能工厂`, `8家医院开展试点`, `国家级12家、省级88家工业设计中心`."""

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
from kg_build.extract.measurement.counted import COUNTED, GOALS, NEXT_COUNT, counted, told_by_rate
from kg_build.extract.measurement.phrase import NAMING_VERBS, STEPS, expand, phrase_before
from kg_build.extract.measurement.phrase_behind import phrase_after
from kg_build.extract.measurement.rows import LIST_JOINS
from kg_build.extract.measurement.slot import Slot, Subject

__all__ = ["BATCHES", "LAST_COUNT", "MINIMUM", "QUALIFIER", "named_behind"]

LAST_COUNT = re.compile(r"^.*\d(?:个|家|项|条|座|户|处|所)(?=[^个家项条座户]*$)")
QUALIFIER = re.compile(
    r"(?:(?:国家|省|市|县|区|州|乡镇|镇|乡|村|部|世界|[十百千万]+亿元?|[AB0-9]+)级|国际一流|国际先进|国际领先|全国领先|国内领先|国内一流|世界一流)+"
)

TAILED = re.compile(r"分别|同比|增长|均|达|高于|低于|高出|快于|慢于")
VERB_AT_END = re.compile(r"(?:签约|落地|开工|竣工|投产|新建|建成|转化|实施|引进|完成|覆盖|服务|惠及|帮扶|储备){1,2}$")
BATCHES = frozenset("批轮")
HAPPENS = re.compile(r"(?:均|都|已|全部|率先)?(?:实现|达到|突破|超过|跻身|入选|入围|获评|获批|成为|位居|保持|晋升)")
"""What the things counted before do: 其中29个「实现」增长."""

DONE_BEHIND = re.compile(r"(?P<what>[^,。;、的\d]{4,12})")
ABSTRACT = re.compile(r"(?:维度|层面|方面|环节|阶段|融合|结合|抓手|转变|统筹|坚持|确保|一流|导向|关系|方向|台阶)$|^事$")
WORK = frozenset({"项", "个", "条", "件"})
STEP_ENDS = ("台阶", "大关", "关口")
TIMES = ("年", "年间", "年来", "期间", "时期")
CLIMBS = re.compile(r"(?:接连|连续|先后)?(?:连续?跨越?|连上|连登|跨越|跨上|迈上|登上|迈过|突破)了?$")
"""Verbs of passing several marks, which say what goes on: 产值连跨三个万亿元台阶,「超过7万亿元」."""

GETS = re.compile(r"(?:获得|享受|取得|获批)(?P<what>[^的]{2,})的(?P<who>[^的]+)")
"""Those counted and what they get, which an amount behind measures: 「获得」国债支持的项目, 15亿元."""

IN_ALL = frozenset({"共", "共计", "总计", "合计", "累计"})
LISTS = re.compile(r"(?:[和与、等]|(?<![惠普涉波触])及)$")
QUOTED_NAMES = re.compile(r"(?:“[^”]*”、?){2,}")
QUOTED_AT_END = re.compile(r"(?:“[^”]*”、?)+$")
JOINS = frozenset("、和与")
SHORT = 8
MINIMUM = 2
SHORTEST_HEAD = 3
FOUNDS = by_first(["发起设立", "设立", "组建", "成立", "新设", "新设立", "筹建", "新建", "引进"])
OWNERS = frozenset({"企业", "人", "户", "家庭", "经营主体", "市场主体", "学生", "困难群众"})
"""Whose a following amount is: 779家企业3.3亿元资金兑付."""

COLLECTIVE = re.compile(r"(?P<member>集群|企业|园区|基地|项目)(?:梯度)?(?:培育)?(?:方阵|矩阵|梯队|梯次|队列|阵列)$")
COLLECTIVE_LAST = frozenset("阵队次列")
ADJACENT = re.compile(r"(?:超过?|近|约|逾)?\d[\d.,]*[万亿]*[余多]?(?:元|亩|套|吨|平方米|公里|台)")


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
    if after in STEPS and figure.unit == "个":
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
