"""Counts and amounts of a form of their own: 提前2个月完成计划, 投入5亿元支持医院建设, 解决30万群众饮水问题."""

from __future__ import annotations

import re

from kg_build.extract.measurement.attribute import share_tail, split_subjects
from kg_build.extract.measurement.beneficiary import done_for
from kg_build.extract.measurement.counted import GOALS, MONEY, NEXT_COUNT, counted
from kg_build.extract.measurement.phrase import FIRST_TO
from kg_build.extract.measurement.phrase_behind import phrase_after
from kg_build.extract.measurement.sets import PAIR, set_of
from kg_build.extract.measurement.slot import Slot, Subject

__all__ = ["special_form"]

EACH = re.compile(r"均|都|双双|各(?=[超近约达]?$)")
COMPLETES = re.compile(r"完成(?P<work>[^,、。;]+)")
GIVEN_TO = re.compile(r"(?:对|给|向|为)?(?P<who>[^,。;]{2,}?)(?:给予|发放|提供|补助|奖励)(?:每[人户年月亩]|平均|人均)*")
PURPOSE = re.compile(r"(?:全面|重点|主要|大力|优先)*(?:用于|支持|提升|改善|保障(?![房性])|推进|加强|扶持|补助|资助)")
NO_NOUN = frozenset({"", "投入", "安排", "筹集"})
NAMED_BY_COUNT = re.compile(
    r"(?:落实|实施|出台|推出|发布|印发|制定|兑现)[^,。;、\d]{2,16}$|^[、,]?(?:稳|促|暖|惠)[一-鿿]{2,5}$"
)
PROVISIONS = re.compile(r"政策|措施|意见|标准|清单|制度|法规|规定|举措|任务|事项|办法|线$|线路|建议|条款|方案")
"""What names a text by how many articles it has (出台轴承产业「16条」), and nouns that are counted instead."""

WORK = frozenset({"项", "个", "条", "件", "点", "方面"})
TOTALS = frozenset({"总投资", "投资总额", "总投资额", "计划总投资", "协议投资", "总金额", "投资"})
"""What so many things have in all: 总投资30亿元的「5个项目」."""

PASSED = re.compile(r"[,、;]?(?:其中)?(?P<mark>(?:超过?|过|达到?|突破)[\d.十百千]+[万亿]+元的)")
"""The mark that so many of those counted before have passed: 其中「过20亿元的」40个."""

RAISED = re.compile(r"(?:整合|统筹|联合|共同|发起|新|正式|计划|再)*(?:设立|建立|组建|成立|安排|发行|募集|筹集|筹措)")
"""What is done with a sum and is no noun: 整合设立120亿元的「发展资金」."""

REACHES = frozenset({"涉及", "惠及", "覆盖"})
"""Verbs of reaching so many, which what is done follows: 「涉及」5万户的村庄改造."""

CIRCUMSTANCE = re.compile(r"(?:情况|背景|条件|基础|前提|形势)[上下]?")
"""What follows from a figure, and names nothing: 保有量增加210万辆的「情况下」."""

POINTERS = ("以下", "如下", "下列", "下述")


def special_form(before: str, slot: Slot, subject: Subject) -> tuple[list[str], int] | None:
    """Return the indicator of a form of its own, or None.

    `提前2个月完成投资计划`, `甲、乙均超5万辆`, `100亿元的投资`, `投入5亿元支持医院建设`.
    """
    figure, right = slot.figure, slot.right
    if slot.own.endswith(POINTERS) and figure.unit in WORK:
        return [], 0
    if slot.reading.kind == "gap" and before.endswith("提前"):
        early = COMPLETES.match(right)
        if early:
            return [f"{before.removesuffix('提前')}{phrase_after(early['work'])[0]}完成提前时间"], early.end()
        if right == "完成":
            return [], 0
    if figure.unit == "条" and (not right.strip("、,;。") or right[0] == "等") and NAMED_BY_COUNT.search(slot.own):
        return ([], 0) if not PROVISIONS.search(before) else None
    pair = set_of(before, PAIR) if "、" not in before and EACH.search(slot.left[-6:]) else []
    if pair:
        return [counted(part, figure) for part in pair], 0
    if "、" in before and slot.index == 0 and EACH.search(slot.left[-6:]):
        parts = split_subjects(before.removesuffix("总数").removesuffix("数量"))
        return [counted(part, figure) for part in share_tail(parts)], 0
    passed = PASSED.fullmatch(slot.own)
    if passed and subject.indicator.endswith("数"):
        return [f"{passed['mark']}{subject.indicator.rpartition('的')[2]}"], 0
    done = done_for(slot, subject)
    if done:
        return done
    if before and right.startswith("的"):
        return of_noun(before, slot)
    if not before and right.startswith("的") and (reached := reached_too(slot, subject)):
        return reached
    purpose = PURPOSE.match(right) if before in NO_NOUN else None
    if purpose:
        noun, used = purposed(slot, purpose.end())
        return ([f"{noun}投入资金"] if noun and figure.unit in MONEY else []), used
    return None


def of_noun(before: str, slot: Slot) -> tuple[list[str], int]:
    """Return the indicator of an amount that a noun follows with 的: 设立120亿元的「发展资金」."""
    figure, right = slot.figure, slot.right
    noun, used = phrase_after(right[1:])
    if FIRST_TO.search(slot.own):
        return [counted(before, figure)], used + 1
    given = GIVEN_TO.fullmatch(before)
    if given:
        return ([f"{given['who']}{noun}"] if noun else []), used + 1 if noun else 0
    rest = slot.tail.removeprefix("的")
    inner = NEXT_COUNT.match(rest) if right == "的" and before in TOTALS else None
    if inner:
        noun = phrase_after(rest[inner.end() :])[0]
        return ([f"{noun}{before}"] if noun else []), 0
    if noun and RAISED.fullmatch(before) and figure.unit in MONEY:
        return [counted(noun, figure)], used + 1
    if noun.startswith("标准"):
        return [], used + 1
    if CIRCUMSTANCE.fullmatch(noun):
        return [counted(before, figure)], 0
    if noun in GOALS:
        return [counted(before, figure)], 0
    if noun and before in REACHES:
        return [counted(f"{noun}{before}{figure.unit}", figure)], used + 1
    return [f"{noun}{before}" if noun else before], used + 1 if noun else 0


def reached_too(slot: Slot, subject: Subject) -> tuple[list[str], int] | None:
    """Return the indicator of the next that so many are reached by: 涉及5万户的村庄改造和「9万户的污水设施改造」."""
    unit = slot.figure.unit
    verb = next((verb for verb in sorted(REACHES) if subject.indicator.endswith(f"{verb}{unit}数")), "")
    noun, used = phrase_after(slot.right[1:]) if verb else ("", 0)
    return ([counted(f"{noun}{verb}{unit}", slot.figure)], used + 1) if noun else None


def purposed(slot: Slot, start: int) -> tuple[str, int]:
    """Return what an amount is spent on, and how much of `right` names it: 投入5亿元支持「医院」建设."""
    noun, used = phrase_after(slot.right[start:])
    if noun:
        return noun, start + used
    count = NEXT_COUNT.match(slot.tail, start)
    return (phrase_after(slot.tail[count.end() :])[0] if count else ""), start
