"""How a figure is read: its kind and sign, and the words of growth, of arrival and of comparison that tell."""

from __future__ import annotations

import re

import msgspec

from kg_build.extract.affix import ahead
from kg_build.model import MeasureKind

__all__ = ["ABOVE", "BELOW", "FALLS", "GROWTH", "LEVEL", "MEANS_LAST", "TO_LEVEL", "Reading", "sign_of"]

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
ABOVE = re.compile(
    r"(?P<word>高于|高出|好于|优于|快于|低于|慢于)[^,。;]{0,8}(?:平均|水平|标准|全国|全省|全市|同期)(?:值|水平)?$"
)
BELOW = frozenset({"低于", "慢于", "小于", "少于", "低", "慢"})
MEANS_LAST = frozenset("均平准国省市期值")


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


LEVEL = Reading("level", 1, 0)


def sign_of(growth: re.Match[str]) -> int:
    """Return -1 for a fall and for 负增长, else 1."""
    return -1 if growth["negative"] or growth["verb"] in FALLS else 1
