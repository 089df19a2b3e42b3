"""The kind of an amount, a count or of percentage points: a level, a change, a gap to elsewhere."""

from __future__ import annotations

import re

from kg_build.extract.measurement.reading import (
    ABOVE,
    BELOW,
    FALLS,
    GROWTH,
    LEVEL,
    MEANS_LAST,
    TO_LEVEL,
    Reading,
    sign_of,
)
from kg_build.extract.word_list import alternatives
from kg_build.figure import Figure

__all__ = ["read_amount", "read_points"]

OF_FALL = re.compile(r"[,、 ]*(?:且|但)?(?:降幅|跌幅)")
"""A fall that narrows or widens, where what falls is the clause before: the growth rate rises as the fall narrows."""

LOSS = "亏损"
LOST = re.compile(rf"(?<=[由从])(?:[上去]年的?)?{LOSS}$")
"""A loss that profits (利润) rose from: it is a profit below nothing."""

GAP = re.compile(
    r"(?<![占同环])比(?![重例率])(?P<whom>全国|全省|全市|全区|[^,。;、]{1,8}?)(?:平均)?(?:水平)?(?P<side>(?<!提)高出?|快|(?<!降)低|慢)$|(?P<word>高于|高於|高出|快于|好于|优于|大于|领先|超出|超过|低于|慢于|小于|少于|低)(?P<than>[^,。;]{0,14})$"
)
THEN = re.compile(
    r"上年|去年|前年|往年|以往|历史|同期|上半年|上个?[月季]|[前一二三四]季度|年[初末底]|期[初末]|20\d\d年|月|十[一二三四五]五|上次|此前"
)
"""What a change is counted from, where a gap is one to a place or a whole."""

ELSEWHERE = re.compile(r"全[国省市区县州]|平均|[省市县区州]")
LOWERS = re.compile(
    r"[、, ]*(?:全[国省市区县州]|我[省市区]|“[^“”]{2,8}”)?"
    r"(?:[^,。;、]{0,12}为[^,。;、]{2,12}|[一-鿿]{2,10}(?=压减|核减|精简|裁减))?(?:再|累计|全年|力争|计划)*"
    r"(?:压减|调减|降低|减少|压降|减轻|核减|精简|裁减|削减|降(?=成本))(?![到至为的后])"
)
LOWERS_SIGNS = frozenset("减降精削")
ENLARGES_AREA = re.compile(r"(?:再|新)?扩大(?![到至了为])[^,。;、的]{2,12}$")
AREAS = frozenset({"亩", "公顷", "平方公里", "平方米"})
CHANGE = re.compile(rf"(?<![创更高全革翻最])(?:{alternatives('figure-adding-verbs')})(?!筑|能|模|展|升)|增加了?$")
ADDS = re.compile(r"(?:再|将|计划|力争|全年|年内)*增加(?![值到至为速])")
MOVE = re.compile(
    r"(?<!改造)(?<!治理)(?<!整治)(?<!改造提)(?<!治理提)(?<!整治提)(?P<verb>提高|上升|提升|上调|下调|缩减|压降|前移|前进|进位|下降|后退|后移|退后|下滑|增加|减少|降低|升|降|回落|压减|缩短|提前|延长|增产|减产|增利)(?:了|近)?$"
)
OVER_PLAN = re.compile(r"超出(?:全年|年度|年初|既定|省定|国家下达的?)*(?:计划|目标|任务)+$")
"""By how much more than planned: 完成投资1919亿元,「超出年度计划」198亿元."""

EARLIER = re.compile(r"提前(?:了|近|约)?$")
SHORTER = re.compile(r"(?P<verb>缩短|压缩|压减|减少|减量|延长)(?:了|近|约)?$")
TIMED = re.compile(
    r"(?:时间|时限|时长|用时|周期|工期|寿命|年限|天数|期限)[^,。;、]{0,8}$|(?:缩短|压缩|压减|延长)(?:了|至|到|为|近|约)?$"
)
ENLARGES = frozenset({"提高", "提升", "上升", "上调", "升", "提前"})
DURATIONS = frozenset({"个月", "天", "小时", "个小时", "年", "日", "个工作日", "工作日", "周", "个季度"})
COUNTERS = frozenset("家个项户件条座款所支种类批")
TOTAL = ("总数", "总量", "达", "达到")
TOTAL_LAST = frozenset("到至为达数量年的末底")
PLANNED_LAST = frozenset("划标务")
MOVES_LAST = frozenset("利产量高升调减降移进位退滑加少低落短前长缩了近约")


def read_amount(figure: Figure, left: str, rate: str) -> Reading | None:
    """Read an amount or a count: what was reached, what came earlier, what was added or taken away, or a level.

    None for a length of time that nothing is early by: 连续4个月.
    """
    if figure.unit == "位" and (move := MOVE.search(left)):
        return Reading("change", -1 if move["verb"] in FALLS else 1, len(move[0]), rate + "全国排名", "rank")
    if figure.unit in DURATIONS and not (EARLIER.search(left) or TIMED.search(left)):
        return None
    last = left[-1:]
    if last == LOSS[-1] and (loss := LOST.search(left)):
        return Reading("level", -1, len(loss[0]))
    if last in TOTAL_LAST:
        reached = TO_LEVEL.search(left)
        if reached or left.endswith(TOTAL):
            return Reading("level", 1, len(reached[0])) if reached else LEVEL
    if last in MOVES_LAST:
        if EARLIER.search(left):
            return Reading("gap", 1, 0, "", "level")
        move = SHORTER.search(left) or MOVE.search(left)
        if move and not (move["verb"] in ENLARGES and figure.unit in COUNTERS):
            return Reading("change", -1 if move["verb"] in FALLS else 1, len(move[0]), "", "change")
    elif last in MEANS_LAST and (gap := ABOVE.search(left)):
        return Reading("gap", -1 if gap["word"] in BELOW else 1, len(gap[0]), "", "gap")
    if last in PLANNED_LAST and (over := OVER_PLAN.search(left)):
        return Reading("gap", 1, len(over[0]), "", "gap")
    if ("新" in left or "增" in left) and (CHANGE.search(left) or ADDS.match(left)):
        return Reading("change", 1, 0, "", "change")
    if figure.unit in AREAS and ENLARGES_AREA.search(left):
        return Reading("change", 1, 0, "", "change")
    if not LOWERS_SIGNS.isdisjoint(left) and LOWERS.match(left):
        return Reading("change", -1, 0, "", "change")
    return LEVEL


def read_points(left: str, rate: str) -> Reading:
    """Read percentage points: a gap to elsewhere, or a change over time."""
    gap = GAP.search(left)
    if gap:
        sign = -1 if (gap["word"] or gap["side"]) in BELOW else 1
        whom = gap["whom"] or gap["than"]
        if THEN.search(whom) and not ELSEWHERE.search(whom):
            move = GROWTH.search(left)
            sign = sign_of(move) if move else sign
            return Reading("change", sign, len(gap[0]), "", "change")
        return Reading("gap", sign, len(gap[0]), rate, "gap")
    move = GROWTH.search(left)
    if move:
        sign = -1 if move["verb"] in FALLS else 1
        return Reading("change", -sign if OF_FALL.match(left) else sign, len(move[0]), "", "change")
    return LEVEL
