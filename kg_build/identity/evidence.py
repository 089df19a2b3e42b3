"""What speaks for two names being one thing, and what against it: words of evidence, and a score from 0 to 1.

    weigh("轴承强芯行动计划", "轴承强芯行动")  ->  0.9, contained; differs only in general words

The score is an order in which to look, not a chance of being right, and decides nothing. Two names are not proposed
where they differ in a number, a version, a place or a level: 2.0 follows 1.0, the pilot of a province is not that of
the state.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher

import msgspec

from kg_build.identity.found import Found

__all__ = ["Weight", "weigh"]

GENERAL = re.compile(
    r"""
    (?: 专项 | 三年 | 五年 | 重点 | 重大 | 综合 | 系列 | 行动 | 计划 | 工程 | 方案 | 规划 | 体系 | 机制 | 制度 | 政策
      | 措施 | 模式 | 格局 | 布局 | 改革 | 试点 | 建设 | 发展 | 高质量 | 推进 | 实施 | 深化 | 开展 | 提升 | 攻坚 | 活动
      | 项目 | 产业 | 现代 | 先进 | 全面 | 全省 | 全市 | 全区 | 全国 | 国家级? | 省级 | 市级 | 我国 | 我省 | 我市 | 总体
      | 工作 | 基地 | 园区? | 集群 | 平台 | 中心 | 管理 | 服务 | 若干 | 关于 | 暂行 | 加快 | 促进 | 支持 | 推动 | 意见
      | 战略 | 区域
      | [的与和及等、，·—年（）省市级区] )+
    """,
    re.VERBOSE,
)
"""Words that a short form leaves out, or that two texts word differently."""
NUMBER = re.compile(r"\d+(?:\.\d+)?|[一二两三四五六七八九十]+")
LETTERS = re.compile(r"[A-Za-z]")
LATER = re.compile(r"新一轮|升级版|[二三四五六七八九]期|第[二三四五六七八九十]|后续")
STATE_LEVEL = re.compile(r"^(?:全国|国家级)(?=.)")
STATE = ("国家", "全国", "国家级", "中国")
REGIONAL = ("省级", "省", "市级", "市", "县级", "县", "区级", "区", "全省", "全市")
LEVEL = re.compile(r"[省市县区]级")
LEVELS = (*STATE, *REGIONAL, "世界", "国际", "全球", "乡", "村", "镇")
OPPOSED = re.compile(r"[东南西北中上下前后内外大小轻重新旧男女老城乡水土气陆海空军民文理工农商]")
"""Single characters that tell two coordinate things apart where one stands in the place of another."""
SIMILAR = 0.78
"""The least share of common characters of names of which neither contains the other."""
HIGHEST = 0.99


class Weight(msgspec.Struct, frozen=True):
    """How likely two names are one thing, and why."""

    score: float
    why: tuple[str, ...]


def weigh(one: Found, other: Found, places: frozenset[str]) -> Weight | None:
    """Return what speaks for two things being one, None where what tells them apart rules it out.

    `places` are names of regions: where two names differ by these, they are two.
    """
    a, b = sorted((STATE_LEVEL.sub("国家", found.name) for found in (one, other)), key=lambda name: (-len(name), name))
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    parts = [(a[i:j], b[k:m]) for tag, i, j, k, m in matcher.get_opcodes() if tag != "equal"]
    if tells_apart(a, b, parts, places):
        return None
    contained = a in b or b in a
    ratio = matcher.ratio()
    shorter = min(len(a), len(b)) / max(len(a), len(b))
    score = 0.4 + 0.45 * shorter if contained else 0.9 * ratio if ratio >= SIMILAR else 0.7 * ratio
    why = ["contained"] if contained else [f"alike {ratio:.2f}"] if ratio >= SIMILAR else []
    if all(GENERAL.fullmatch(part) for pair in parts for part in pair if part):
        score = max(score, 0.45 + 0.5 * ratio)
        why.append("general words")
    if sorted(a) == sorted(b):
        score = max(score, 0.9)
        why.append("same characters")
    if one.brands & other.brands:
        score = max(score, 0.4 + 0.45 * ratio) + 0.08
        why.append("same brand")
    if one.codes & other.codes:
        score = max(score, 0.65) + (0.15 if contained else 0.08)
        why.append("same code")
    if one.members & other.members:
        score += 0.04
        why.append("same members")
    if LATER.search(a) or LATER.search(b):
        score -= 0.15
        why.append("later round")
    if any(LEVEL.fullmatch(part) for pair in parts for part in pair):
        score -= 0.1
        why.append("one tells its level")
    if not one.documents & other.documents:
        score += 0.02
        why.append("never in one text")
    return Weight(round(min(score, HIGHEST), 2), tuple(why))


def tells_apart(a: str, b: str, parts: list[tuple[str, str]], places: frozenset[str]) -> bool:
    """Tell whether a number, a place, a level or an opposed word makes two names two things."""
    if sorted(NUMBER.findall(a)) != sorted(NUMBER.findall(b)):
        ours, theirs = set(NUMBER.findall(a)), set(NUMBER.findall(b))
        if (ours - theirs and theirs - ours) or any("." in number for number in ours ^ theirs):
            return True
    return any(are_two(mine, yours, places) for mine, yours in parts if mine and yours)


def are_two(mine: str, yours: str, places: frozenset[str]) -> bool:
    """Tell whether what two names have in the same place makes them two things."""
    if mine in STATE and yours in STATE:
        return False
    return (
        (mine in places and yours in places)
        or (mine in LEVELS and yours in LEVELS)
        or (LETTERS.search(mine) is not None and LETTERS.search(yours) is not None)
        or (OPPOSED.fullmatch(mine) is not None and OPPOSED.fullmatch(yours) is not None)
    )
