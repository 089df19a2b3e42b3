"""What a figure says of its indicator: a level, a growth, a change, a share, a rank, a gap, a multiple, an intensity.

The words right before the figure decide: `增长8%` grows, `下降2%` shrinks (its value is negative), `占全省18%` is a
share, `高于全国1.8个百分点` a gap, `居全国第3位` a rank, `新增60家` a change.
"""

from __future__ import annotations

import re

from kg_build.extract.measurement.kind_of_amount import read_amount, read_points
from kg_build.extract.measurement.reading import ABOVE, BELOW, FALLS, GROWTH, MEANS_LAST, TO_LEVEL, Reading, sign_of
from kg_build.figure import Figure
from kg_build.model import MeasureKind

__all__ = ["read_kind"]

RATE = re.compile(r"(?:增速|增幅|涨幅|降幅|跌幅|增长率|[^负]增长)(?:同比|预计|有望|已|由|从|将|预期|目标)*$")
FALL_RATE = re.compile(r"(?:降幅|跌幅)[^,。;]*$")
LONGEST_FALL = 30
GOAL = re.compile(
    r"(?:控制在|低于)(?:年度|年初)?预期目标|[、, ]*(?:并|且)?"
    r"(?:力争|争取|奋斗|冲刺|确保|目标|期望|努力)+(?:达到?|实现|完成|为|是|在|到|突破)*"
)
OF_RATIO = re.compile(r"(?<!增长)率|占比|比重")
COMPARISONS = ("同比", "环比")
RATE_THEN = re.compile(r"(?P<rate>增速|增幅|涨幅|降幅|跌幅)[由从][^,。;、]{1,12}的$")
FROM = frozenset("从由")
TIMES_OF = re.compile(r"(?:大约|约)?(?:相当于|是|为|达|按|超过|接近)[^,。;、]{1,14}的$")
SHARE = re.compile(
    r"占[^,。;、]{0,16}$|比重|占比|比例|渗透率|覆盖率|率(?:均|分别|达到?|为|超过?|保持在|稳定在|:)*$|[^难力速强程制尺年]度(?:均|达|为)*$"
)
INTENSITY = re.compile(r"强度(?:预计|有望|将|预期|达到?|为|提高到|提升到|超过?|保持在)*$")
RATE_BEHIND = re.compile(r"的(?:经济|中高速|中速|高速|较快|快速|平稳|稳定|适度|年均)?(?:增速|增长(?!点|极)|速度)")
FALL_BEHIND = re.compile(r"(?:[、和与]\d[\d.]{0,5}%)*的(?:比例|幅度)(?:压减|削减|下降|压缩|递减|核减)")
PLACES, RANKS = "位", ("排名", "位列", "名列", "位居", "排在", "居全国", "居全省", "居全球")
"""A rank without 第: 全国「排名」53「位」."""
RISEN_TO = re.compile(r"(?:进一步)?(?:上升|提升|跃升|攀升|前移|下降|下滑|回落|[升降])(?:到|至)$")
KEEPS = re.compile(r"(?:实现|保持|继续|连续|取得|以)+(?:了|在)?$")
RATES = frozenset({"percent", "part"})
ARRIVES = frozenset("到至为年的末底")
MOVES_FRONT = re.compile(
    r"(?:[一-鿿]{2,10}(?=再?(?:压减|压缩|削减)))?(?:累计|共|再|平均|大幅|全面|已|计划|力争|全年)*(?P<verb>压减|降低|减少|压缩|压降|削减|缩减|提高|提升|减(?=事项|时限|材料|环节|跑动|证明|时间|次数|费用|审批))(?![到至为])(?=[一-鿿“])(?![^,。;、]*[到至为达]$)"
)
"""A verb of rising or falling before its noun, as in 压减会议41.8%."""

FRONT_SIGNS = frozenset("减低缩削提")
LESS = "减"
IMPROVES = "改善"
POLLUTES = re.compile(r"浓度|PM|污染|颗粒物|空气质量(?:综合)?指数")
"""What falls where it improves."""

NATURAL_GROWTH = re.compile(r"自然增长率[^,。;、\d]{0,6}$")


def read_kind(figure: Figure, left: str, previous: MeasureKind | None, plain: str) -> Reading | None:
    """Read a figure by the text before it in its clause (`left`), the kind of the figure before, and what is behind it.

    None for a figure that says nothing of an indicator.
    """
    form = figure.form
    if left[-1:] in FROM:
        left = left[:-1]
    rate = "增速" if previous == "growth" else ""
    if form == "count":
        if figure.unit == PLACES and left.endswith(RANKS):
            return Reading("rank", 1, 0, rate, "rank")
        risen = RISEN_TO.search(left) if figure.unit == PLACES else None
        if risen:
            return Reading("rank", 1, len(risen[0]), "", "rank")
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
        if FALL_BEHIND.match(plain, figure.end):
            return Reading("growth", -1, 0, "", "growth")
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
        is_less = front["verb"] in FALLS or front["verb"] == LESS
        return Reading("growth", -1 if is_less else 1, 0, "", "growth")
    if INTENSITY.search(left):
        return Reading("intensity", 1, 0, "", "intensity")
    if figure.value < 0 and not OF_RATIO.search(left):
        return Reading("growth", 1, 0, "", "growth")
    return Reading("share", 1, 0, "", "share")
