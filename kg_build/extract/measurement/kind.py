"""What a figure says of its indicator: a level, a growth, a change, a share, a rank, a gap, a multiple, an intensity.

The words right before the figure decide: `增长8%` grows, `下降2%` shrinks (its value is negative), `占全省18%` is a
share, `高于全国1.8个百分点` a gap, `居全国第3位` a rank, `新增60家` a change.
"""

from __future__ import annotations

import re

import msgspec

from kg_build.extract.affix import ahead
from kg_build.extract.word_list import alternatives
from kg_build.figure import Figure
from kg_build.model import MeasureKind

__all__ = ["Reading", "read_kind"]

COMPARED = "目标|同比|环比|累计|分别|年均|可比|实际|名义|均|预期|保持|实现|平均|仅|再|转为|变为"
GROWS = (
    "增长|增加|提高|上升|提升|提速|增|升|下降|降低|减少|回落|降|压减|增速|增幅|涨幅|降幅|跌幅|上涨|下跌|下调|上调|下滑"
    "|缩减|压降|攀升|回升|收窄|扩大|加快|放缓|放慢|减慢|缩短|压缩|精简|削减|改善"
)
GROWTH = re.compile(
    rf"{ahead(COMPARED, '负', GROWS)}(?:{COMPARED})*(?<!自然)(?P<negative>负)?(?P<verb>{GROWS})"
    r"(?:速度|幅度|率)?(?:预期|年均|平均|同比|总体|目标|分别|依次|均|都|则|均为|为|是|达到|高达|达|了|保持在|控制在|在|至|到|:)*$"
)
TO_LEVEL = re.compile(
    r"(?:提高|上升|提升|攀升|跃升|回升|增加|下降|降低|下调|上调|回落|收窄|缩小|减少|压减|压降|放缓|扩大|拓展|调整|精简|压缩|缩短|缩减|核减|扩展|[增升降减缩转])"
    r"(?:到|至|为)(?:20\d\d年[末底]?的?)?$"
)
RATE = re.compile(r"(?:增速|增幅|涨幅|降幅|跌幅|增长率|[^负]增长)(?:同比|预计|有望|已|由|从|将|预期|目标)*$")
FALL_RATE = re.compile(r"(?:降幅|跌幅)[^,。;]*$")
OF_FALL = re.compile(r"[,、 ]*(?:且|但)?(?:降幅|跌幅)")
"""A fall that narrows or widens, where what falls is the clause before: the growth rate rises as the fall narrows."""

LONGEST_FALL = 30
GOAL = re.compile(r"[、, ]*(?:并|且)?(?:力争|争取|奋斗|冲刺|确保|目标|期望|努力)+(?:达到?|实现|完成|为|是|在|到|突破)*")
OF_RATIO = re.compile(r"(?<!增长)率|占比|比重")
COMPARISONS = ("同比", "环比")
RATE_THEN = re.compile(r"(?P<rate>增速|增幅|涨幅|降幅|跌幅)[由从][^,。;、]{1,12}的$")
FROM = frozenset("从由")
FALLS = frozenset(
    {
        "精简",
        "削减",
        "减量",
        "缩短",
        "压缩",
        "放缓",
        "放慢",
        "减慢",
        "下调",
        "下滑",
        "后退",
        "后移",
        "退后",
        "缩减",
        "压降",
        "下降",
        "降低",
        "减少",
        "回落",
        "降",
        "压减",
        "减产",
        "降幅",
        "跌幅",
        "下跌",
        "收窄",
    }
)
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
ABOVE = re.compile(
    r"(?P<word>高于|高出|好于|优于|快于|低于|慢于)[^,。;]{0,8}(?:平均|水平|标准|全国|全省|全市|同期)(?:值|水平)?$"
)
TIMES_OF = re.compile(r"(?:大约|约)?(?:相当于|是|为|达|按|超过|接近)[^,。;、]{1,14}的$")
LOWERS = re.compile(
    r"[、, ]*(?:[^,。;、]{0,12}为[^,。;、]{2,12}|[一-鿿]{2,10}(?=压减|核减|精简|裁减))?(?:再|累计|全年|力争|计划)*"
    r"(?:压减|调减|降低|减少|压降|减轻|核减|精简|裁减|削减|降(?=成本))(?![到至为的后])"
)
LOWERS_SIGNS = frozenset("减降精削")
SHARE = re.compile(
    r"占[^,。;、]{0,16}$|比重|占比|比例|渗透率|覆盖率|率(?:均|分别|达到?|为|超过?|保持在|稳定在|:)*$|[^难力速强程制尺年]度(?:均|达|为)*$"
)
INTENSITY = re.compile(r"强度(?:预计|有望|将|预期|达到?|为|提高到|提升到|超过?|保持在)*$")
ENLARGES_AREA = re.compile(r"(?:再|新)?扩大(?![到至了为])[^,。;、的]{2,12}$")
AREAS = frozenset({"亩", "公顷", "平方公里", "平方米"})
CHANGE = re.compile(rf"(?<![创更高全革翻最])(?:{alternatives('figure-adding-verbs')})(?!筑|能|模|展|升)|增加了?$")
ADDS = re.compile(r"(?:再|将|计划|力争|全年|年内)*增加(?![值到至为速])")
MOVE = re.compile(
    r"(?<!改造)(?<!治理)(?<!整治)(?<!改造提)(?<!治理提)(?<!整治提)(?P<verb>提高|上升|提升|上调|下调|缩减|压降|前移|前进|进位|下降|后退|后移|退后|下滑|增加|减少|降低|升|降|回落|压减|缩短|提前|延长|增产|减产)(?:了|近)?$"
)
EARLIER = re.compile(r"提前(?:了|近|约)?$")
SHORTER = re.compile(r"(?P<verb>缩短|压缩|压减|减少|减量|延长)(?:了|近|约)?$")
TIMED = re.compile(
    r"(?:时间|时限|时长|用时|周期|工期|寿命|年限|天数|期限)[^,。;、]{0,8}$|(?:缩短|压缩|压减|延长)(?:了|至|到|为|近|约)?$"
)
ENLARGES = frozenset({"提高", "提升", "上升", "上调", "升", "提前"})
DURATIONS = frozenset({"个月", "天", "小时", "个小时", "年", "日", "个工作日", "工作日", "周", "个季度"})
RATE_BEHIND = re.compile(r"的(?:中高速|中速|高速|较快|快速|平稳|稳定|适度|年均)?(?:增速|增长(?!点|极)|速度)")
KEEPS = re.compile(r"(?:实现|保持|继续|连续|取得|以)+(?:了|在)?$")
BELOW = frozenset({"低于", "慢于", "小于", "少于", "低", "慢"})
COUNTERS = frozenset("家个项户件条座款所支种类批")
RATES = frozenset({"percent", "part"})
TOTAL = ("总数", "总量", "达", "达到")
ARRIVES = frozenset("到至为年的末底")
TOTAL_LAST = frozenset("到至为达数量年的末底")
MEANS_LAST = frozenset("均平准国省市期值")
MOVES_LAST = frozenset("产量高升调减降移进位退滑加少低落短前长缩了近约")


class Reading(msgspec.Struct, frozen=True, gc=False):
    """How a figure is read: its kind, its sign, whether words of growth stand between it and its indicator.

    `cut` is the number of characters before the figure that belong to the verb and not to the noun phrase.
    `suffix` is added to a carried indicator: the gap of a growth rate is a gap of its 增速.
    """

    kind: MeasureKind
    sign: int
    cut: int
    suffix: str = ""
    rule: str = "level"


MOVES_FRONT = re.compile(
    r"(?:[一-鿿]{2,10}(?=再?(?:压减|压缩|削减)))?(?:累计|共|再|平均|大幅|全面|已|计划|力争|全年)*(?P<verb>压减|降低|减少|压缩|压降|削减|缩减|提高|提升)(?![到至为])(?=[一-鿿“])(?![^,。;、]*[到至为达]$)"
)
"""A verb of rising or falling before its noun, as in 压减会议41.8%."""

FRONT_SIGNS = frozenset("减低缩削提")
IMPROVES = "改善"
POLLUTES = re.compile(r"浓度|PM|污染|颗粒物|空气质量(?:综合)?指数")
"""What falls where it improves."""

NATURAL_GROWTH = re.compile(r"自然增长率[^,。;、\d]{0,6}$")
LEVEL = Reading("level", 1, 0)


def read_kind(figure: Figure, left: str, previous: MeasureKind | None, plain: str) -> Reading | None:
    """Read a figure by the text before it in its clause (`left`), the kind of the figure before, and what is behind it.

    None for a figure that says nothing of an indicator.
    """
    form = figure.form
    if left[-1:] in FROM:
        left = left[:-1]
    rate = "增速" if previous == "growth" else ""
    if form == "count":
        return read_amount(figure, left, rate)
    if form == "rank":
        return Reading("rank", 1, 0, rate, "rank")
    if form == "point":
        return read_points(left, rate)
    if form == "multiple":
        verb = GROWTH.search(left) or TIMES_OF.search(left)
        return Reading("multiple", 1, len(verb[0]) if verb else 0, "", "multiple")
    if form == "percent" and figure.raw.endswith(("位数", "零增长")):
        return Reading("growth", 1, 0, "", "growth")
    if form in RATES:
        if RATE_BEHIND.match(plain, figure.end):
            keeps = KEEPS.search(left)
            return Reading("growth", 1, len(keeps[0]) if keeps else 0, "", "growth")
        return read_rate(figure, left, previous, plain)
    return read_amount(figure, left, rate)


def read_rate(figure: Figure, left: str, previous: MeasureKind | None, plain: str) -> Reading:
    """Read a percentage: what a rate or a share rose or fell to, a growth, an intensity, or a share."""
    reached = TO_LEVEL.search(left) if left[-1:] in ARRIVES else None
    if reached:
        before = left[: reached.start()]
        goes_on = not before.strip(" ,、")
        if RATE.search(before) or (previous == "growth" and goes_on):
            falls = FALL_RATE.search(plain, max(0, figure.start - LONGEST_FALL), figure.start - len(reached[0]))
            return Reading("growth", -1 if falls else 1, len(reached[0]), "", "growth")
        kind: MeasureKind = "intensity" if "强度" in before or (previous == "intensity" and goes_on) else "share"
        return Reading(kind, 1, len(reached[0]), "", kind)
    goal = GOAL.fullmatch(left) if previous == "growth" else None
    if goal and not OF_RATIO.search(plain, max(0, figure.start - LONGEST_FALL), figure.start):
        return Reading("growth", 1, len(goal[0]), "", "growth")
    if left.endswith(COMPARISONS) and (figure.value < 0 or not OF_RATIO.search(left)):
        return Reading("growth", 1, len(COMPARISONS[0]), "", "growth")
    rate = RATE_THEN.search(left) if previous != "growth" and left.endswith("的") else None
    if rate:
        return Reading("growth", -1 if rate["rate"] in FALLS else 1, len(rate[0]), "", "growth")
    if "自然" in left and NATURAL_GROWTH.search(left):
        return Reading("growth", 1, 0, "", "growth")
    growth = GROWTH.search(left)
    if growth:
        if growth["verb"] == IMPROVES:
            return Reading("growth", -1 if POLLUTES.search(left) else 1, len(growth[0]), "", "growth")
        return Reading("growth", sign_of(growth), len(growth[0]), "", "growth")
    gap = ABOVE.search(left) if left[-1:] in MEANS_LAST else None
    if gap:
        return Reading("gap", -1 if gap["word"] in BELOW else 1, len(gap[0]), "", "gap")
    front = MOVES_FRONT.match(left) if not FRONT_SIGNS.isdisjoint(left) else None
    if front and not SHARE.search(left):
        return Reading("growth", -1 if front["verb"] in FALLS else 1, 0, "", "growth")
    if INTENSITY.search(left):
        return Reading("intensity", 1, 0, "", "intensity")
    if figure.value < 0 and not OF_RATIO.search(left):
        return Reading("growth", 1, 0, "", "growth")
    return Reading("share", 1, 0, "", "share")


def sign_of(growth: re.Match[str]) -> int:
    """Return -1 for a fall and for 负增长, else 1."""
    return -1 if growth["negative"] or growth["verb"] in FALLS else 1


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
