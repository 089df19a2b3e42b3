"""The noun of an amount or a count, which may stand before it or behind it.

`智能工厂9家` has it before, `新增9家智能工厂` behind; `12家国家级、88家省级工业设计中心` shares one head, and
`8家医院开展试点` counts those that do it.
"""

from __future__ import annotations

import re

from kg_build.extract.measurement.attribute import attribute_of, owner_of, share_tail, split_subjects
from kg_build.extract.measurement.carry import carried, complete
from kg_build.extract.measurement.phrase import expand, phrase_after, phrase_before
from kg_build.extract.measurement.slot import Slot, Subject
from kg_build.extract.word_list import alternatives
from kg_build.figure import Figure

__all__ = ["BARE", "count_indicators", "counted"]

LIST_JOINS = frozenset({"、", "和", "与", "及", "以及"})
EACH = re.compile(r"均|都")
LAST_COUNT = re.compile(r"^.*\d(?:个|家|项|条|座|户|处|所)(?=[^个家项条座户]*$)")
QUALIFIER = re.compile(
    r"(?:(?:国家|省|市|县|区|州|乡镇|镇|乡|村|部|世界|[十百千万]+亿元?|[AB0-9]+)级|国际一流|国际先进|国际领先|全国领先|国内领先|国内一流|世界一流)+"
)
LEVEL_ENDS = frozenset("级流进先")
TAILED = re.compile(r"分别|同比|增长|均|达")
VERB_AT_END = re.compile(r"(?:签约|落地|开工|竣工|投产|新建|建成|转化|实施|引进|完成|覆盖|服务|惠及|帮扶|储备){1,2}$")
WHOLE = re.compile(r"(?:产业|经济|集群|业)$")
PERSON = re.compile(
    rf"(?:[人员者生工民师户军兵属眷友徒长手客才]|{alternatives('figure-people')}|{alternatives('figure-professions')})$"
)
DURATIONS = frozenset({"个月", "个小时", "个工作日", "个季度"})
COUNTED = frozenset("家个项户件条座款只场批轮台辆种类处所支名位次艘架笔宗起栋间株门套人")
BATCHES = frozenset("批轮")
MONEY = frozenset({"元", "元人民币", "美元", "欧元", "港元", "港币", "日元", "英镑", "澳门元"})
ENDS_AS_COUNT = ("排名", "数", "量", "人次", "率", "规模", "额", "面积")
NEXT_COUNT = re.compile(r"\d[\d.,]*[万亿]*[余多]?[一-鿿]")
ABSTRACT = re.compile(r"(?:维度|层面|方面|环节|阶段|融合|结合|抓手|转变|统筹|坚持|确保|一流|导向|关系|方向|台阶)$|^事$")
FALLS = re.compile(r"[降减]")
BARE = frozenset({"数量", "总数", "数量上", "总量"})
COMPLETES = re.compile(r"完成(?P<work>[^,、。;]+)")
WORK = frozenset({"项", "个", "条", "件"})
GOALS = frozenset({"目标", "任务", "目标任务", "的目标", "计划"})
QUOTED_NAMES = re.compile(r"(?:“[^”]*”、?){2,}")
QUOTED_AT_END = re.compile(r"(?:“[^”]*”、?)+$")
PURPOSE = re.compile(r"(?:全面|重点|主要|大力|优先)*(?:用于|支持|提升|改善|保障(?![房性])|推进|加强|扶持|补助|资助)")
NO_NOUN = frozenset({"", "投入", "安排", "筹集"})
LONG = 24
JOINS = frozenset("、和与")
SHORT = 8
MINIMUM = 2


def count_indicators(slot: Slot, subject: Subject) -> tuple[list[str], int]:
    """Return the indicator of an amount or a count, whose noun may stand before it or after it."""
    before = phrase_before(slot.own)
    if len(before) > LONG:
        before = shortened(before)
    if before in BARE and subject.indicator and not FALLS.search(slot.left):
        before = ""
    if slot.right or "、" in before or slot.figure.unit in BATCHES:
        named = special_form(before, slot) or named_behind(before, slot, subject)
        if named:
            return named
    figure = slot.figure
    if before[-1:] in LEVEL_ENDS and QUALIFIER.fullmatch(before):
        return qualified(before, slot, subject), 0
    if before:
        return [counted(complete(before, subject, slot.reading), figure)], 0
    names = carried(subject, slot.reading.suffix, slot.own)
    if figure.unit in MONEY:
        return [f"{name.removesuffix('数')}金额" if name.endswith("数") else name for name in names], 0
    return [counted(name, figure) for name in names], 0


def special_form(before: str, slot: Slot) -> tuple[list[str], int] | None:
    """Return the indicator of a form of its own, or None.

    `提前2个月完成投资计划`, `甲、乙均超5万辆`, `100亿元的投资`, `投入5亿元支持医院建设`.
    """
    figure, right = slot.figure, slot.right
    early = COMPLETES.match(right) if slot.reading.kind == "gap" and before.endswith("提前") else None
    if early:
        return [f"{before.removesuffix('提前')}{phrase_after(early['work'])[0]}完成提前时间"], early.end()
    if "、" in before and slot.index == 0 and EACH.search(slot.left[-6:]):
        parts = split_subjects(before.removesuffix("总数").removesuffix("数量"))
        return [counted(part, figure) for part in share_tail(parts)], 0
    if before and right.startswith("的"):
        noun, used = phrase_after(right[1:])
        if noun in GOALS:
            return [counted(before, figure)], 0
        return [f"{noun}{before}" if noun else before], used + 1 if noun else 0
    purpose = PURPOSE.match(right) if before in NO_NOUN else None
    if purpose:
        noun, used = purposed(slot, purpose.end())
        return ([f"{noun}投入资金"] if noun and figure.unit in MONEY else []), used
    return None


def named_behind(before: str, slot: Slot, subject: Subject) -> tuple[list[str], int] | None:
    """Return the indicator that the noun behind a count names, or None where there is no such noun."""
    figure = slot.figure
    after, used = phrase_after(slot.right)
    if after in GOALS and figure.unit not in WORK:
        after = ""
    if after and before and (slot.own.rstrip().endswith("等") or QUOTED_NAMES.fullmatch(before)):
        before = ""
    if after and ABSTRACT.search(after):
        return [], used
    after = complete_after(after, used, slot)
    if not after:
        return None
    if figure.unit[0] in COUNTED and attribute_of(after):
        owner = owner_of(after)
        if owner != after:
            subject.next, after = after, owner
    if len(after) <= MINIMUM and not before:
        verb = VERB_AT_END.search(QUOTED_AT_END.sub("", slot.own))
        after = (verb[0] if verb else "") + after
    apart = slot.index == 0 or slot.left[:1] in JOINS
    joins = before and not before.endswith(after) and apart and len(after) <= SHORT
    return [counted(f"{before}{after}" if joins else after, figure)], used


def purposed(slot: Slot, start: int) -> tuple[str, int]:
    """Return what an amount is spent on, and how much of `right` names it: 投入5亿元支持「医院」建设."""
    noun, used = phrase_after(slot.right[start:])
    if noun:
        return noun, start + used
    count = NEXT_COUNT.match(slot.tail, start)
    return (phrase_after(slot.tail[count.end() :])[0] if count else ""), start


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
        return [subject.indicator.replace(named[0], level, 1)]
    return [level + subject.indicator] if subject.indicator.endswith("数") else []


def complete_after(after: str, used: int, slot: Slot) -> str:
    """Make the noun behind a count whole: with a figure inside it, or with the head its list shares."""
    rest = slot.tail[used:]
    if not after:
        next_count = NEXT_COUNT.match(rest) if slot.figure.unit in BATCHES else None
        return phrase_after(rest[next_count.end() :])[0] if next_count else ""
    if rest[:1].isdigit() and "的" in rest:
        return expand(after + rest)
    if rest.startswith("、") and QUALIFIER.fullmatch(after):
        noun = phrase_after(LAST_COUNT.sub("", rest))[0]
        return after + QUALIFIER.sub("", noun, count=1)
    if TAILED.search(slot.right, used) and slot.right[used:].strip() not in LIST_JOINS:
        return owner_of(after)
    return after


def shortened(phrase: str) -> str:
    """Keep the head of a long phrase that opens with a list: what follows its 等各类 or 等."""
    if "等" in phrase:
        head = re.split(r"等(?:各类|各种)?", phrase)[-1]
        return head if len(head) > MINIMUM else phrase
    return phrase


def counted(name: str, figure: Figure) -> str:
    """End a count's noun with 数, and give an industry's amount of money its 规模."""
    if name.endswith(ENDS_AS_COUNT):
        if name not in BARE and (name.endswith("总数") or (name.endswith("总量") and figure.unit[0] in COUNTED)):
            return f"{name[:-2]}数"
        return name.removesuffix("量") if name.endswith("数量") else name
    if figure.unit in MONEY:
        return f"{name}规模" if WHOLE.search(name) else name
    if figure.unit == "人" and not PERSON.search(name):
        return f"{name}人数"
    return f"{name}数" if figure.unit[0] in COUNTED and figure.unit not in DURATIONS else name
