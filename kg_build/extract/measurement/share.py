"""The indicator of a share: `产量占全国四成`, `80%的县`, `其中近1/4属首创` of what went before."""

from __future__ import annotations

import re

from kg_build.extract.measurement.attribute import is_attribute, split_subjects
from kg_build.extract.measurement.carry import complete
from kg_build.extract.measurement.phrase import expand, phrase_before
from kg_build.extract.measurement.phrase_behind import phrase_after
from kg_build.extract.measurement.slot import Slot, Subject

__all__ = ["SHARE_OF", "has_noun_behind", "last_item", "share_indicators", "share_suffix"]

SHARE_OF = re.compile(
    r"(?:在(?P<of>全国|全省|全市|全球|世界))?占(?!比|有率|用(?!电)|地面积)[到了]?(?P<whole>全国|全省|全市|全球|全区|世界|同期|全社会|总|地区生产总值|GDP)?(?P<rest>[^,。;、]{0,12}?)"
    r"(?:的)?(?:比重|比例)?(?:达到?|为|超过?|稳定在|保持在|提高到|提升到|均|已|在)*$"
)
COMPLETED = re.compile(r"(?<!超额)完成(?P<goal>[^,。;、]{0,6}(?:计划|目标|任务))[^,。;、]{0,2}?的?$")
OVER = re.compile(r"超(?:额完成|过)?(?:全年|年度|年初|既定)*(?:计划|目标)?(?:任务|目标|计划)$")
"""By how much more than planned the thing before has been done: 造林30万亩,「超额完成任务」30%."""

EVERY = re.compile(r"每\d+[^\d](?P<noun>[^,。;\d]+?)中?就?有")
SCOPE = re.compile(r"全国|全球|世界|全省|全市")
BEHIND = re.compile(
    r"(?!由|用于|投[向入]|来自|是|属|为|在|以|通过|实现|达|完成|归|与|和|同|可|均|都|已|集中|分布|高|低|增|下|上|左|的|[^一-鿿])"
)
USED_FOR = re.compile(r"(?:用于|投向|投入)[^,。;、]{2,14}")
GOES_TO = re.compile(
    r"[一-鿿]{2}(?:投向|投入|用于|用在|用来|集中[到在于]|分布[在于到]|来自|流向|配置到|集聚[到在于]|转向|进入|覆盖|纳入|实现|完成|达到)"
)
"""A part of a whole and what it goes to, which may be a list: 80%的支出「投向」民生、教育."""

OF_WHOLE = re.compile(r"(?<=[一-鿿])的$")
GIVEN = re.compile(r"^.*?(?:创造|贡献|提供|承载)了?")
GIVES = re.compile(r"(?:贡献|创造|提供|承载|集聚|占)了?(?:全[省市国区])?$")

GROWTH_RATES = ("增速", "增幅", "涨幅")
"""What a count is told by behind its noun: the rate of `11个市增速高于6%` is a threshold and measures nothing."""

COUNT_FIRST = re.compile(r"^\d+[个家户]")
GIVER = re.compile(r"(?P<who>[^,。;、\d]{2,16}?)(?:贡献|创造|提供|承载|集聚)了?")
"""Who gives a share of the whole: 民营经济贡献了六成以上的「GDP」、七成以上的「税收」."""


JOINS = ("和", "与", "以及")
AIMED_AT = ("预期目标", "控制目标", "年度目标", "预期", "控制线")
"""What a rate is compared with: 低于3%的「预期目标」 shares out nothing."""


def share_indicators(slot: Slot, subject: Subject) -> tuple[list[str], int]:
    """Return the indicator of a share: `产量占全国四成`, or `其中近1/4属首创` of what went before."""
    if slot.index and not slot.own.strip() and slot.plain.endswith(GROWTH_RATES, 0, slot.figure.start):
        return [], -1
    goal = COMPLETED.search(slot.own)
    if goal and subject.indicator:
        return [f"{subject.indicator.removesuffix('人数').removesuffix('数')}{goal['goal']}完成率"], 0
    if OVER.search(slot.own):
        return ([f"{subject.indicator}超额完成任务比例"], 0) if subject.indicator else ([], -1)
    whole = SHARE_OF.search(slot.own)
    if whole:
        part = last_item(phrase_before(slot.own[: whole.start()]), slot.index)
        if part and subject.indicator and not whole["whole"] and not whole["rest"] and slot.own.startswith("其中"):
            return [f"{part}占{subject.indicator.removesuffix('数')}比重"], 0
        part = complete(part, subject, slot.reading) if part else subject.indicator.removesuffix("增速")
        return ([expand(part + share_suffix(whole))] if part else []), 1 if not part else 0
    if slot.right.startswith("的") and slot.own.rstrip().endswith(JOINS):
        noun, used = phrase_after(slot.right[1:])
        return ([f"{noun}占比"], used + 1) if noun else ([], 0)
    every = EVERY.match(slot.figure.raw)
    if every:
        scope = SCOPE.search(slot.plain, max(0, slot.figure.start - len("全国的")), slot.figure.start)
        return [f"{every['noun']}产量占{scope[0] if scope else ''}比重"], 0
    of = OF_WHOLE.search(slot.own)
    if of:
        part = GIVEN.sub("", phrase_before(slot.own[: of.start()]))
        return [f"{one}占比" for one in split_subjects(part)], 0
    if slot.right.startswith("的") and (GIVES.search(slot.own) or not phrase_before(slot.own)):
        noun, used = phrase_after(slot.right[1:])
        if noun.endswith(AIMED_AT):
            return [], used + 1
        parts = [noun] if "的" in noun or GOES_TO.search(noun) else split_subjects(noun)
        giver = GIVER.match(COUNT_FIRST.sub("", slot.head))
        owner = phrase_before(giver["who"]) if giver else ""
        return [f"{owner}{part}占比" for part in parts], used + 1
    used_for = USED_FOR.match(slot.right)
    if used_for and phrase_before(slot.own):
        return [f"{phrase_before(slot.own)}{used_for[0]}占比"], used_for.end()
    if slot.figure.form == "part" and slot.right.startswith("的"):
        noun, used = phrase_after(slot.right[1:])
        owner = SCOPE.sub("", phrase_before(slot.own))
        return ([f"{owner}{noun}占比"], used + 1) if noun else ([], 0)
    noun, used = phrase_after(slot.right) if BEHIND.match(slot.right) else ("", 0)
    if noun and not is_attribute(noun):
        return [f"{phrase_before(slot.own)}{noun}占比"], used
    if slot.figure.form == "part" and slot.right and not phrase_before(slot.own):
        rest = phrase_after(slot.right)[0].lstrip("属为是的")
        return ([f"{subject.indicator.removesuffix('数')}中{rest}占比"] if subject.indicator else []), 0
    return [], 0


def share_suffix(share: re.Match[str]) -> str:
    """Return the words that make an indicator a share: 占全国比重, or 占比 where no whole is named."""
    of = (share["of"] or "") + (share["whole"] or "") + share["rest"]
    return f"占{of}比重" if of else "占比"


def last_item(phrase: str, index: int) -> str:
    """Keep only what follows the last list mark where an earlier figure of the clause took the rest."""
    return phrase.rpartition("、")[2] if index else phrase


def has_noun_behind(slot: Slot) -> bool:
    """Tell whether a noun follows a percentage, 的 between or not: 和80%的县."""
    return bool(slot.right) and BEHIND.match(slot.right[:2].lstrip("的")) is not None
