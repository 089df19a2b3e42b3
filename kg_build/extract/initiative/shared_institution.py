"""Institutions in a list that share the end of their names: `江州、云溪国家实验室`, `组建江州、云溪等省实验室`.

Behind 等 or a count the whole end is shared (省实验室). Without them the last member is a name of its own, which opens
with a word as short as the members before it; what follows is shared (国家实验室).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg_build.extract.initiative.name_phrase import NamePhrase, clean_name, verb_and_start
from kg_build.extract.initiative.public_work import WORK_BUILT
from kg_build.extract.word_list import Token
from kg_build.model import Span

__all__ = ["SHARING", "shared_institutions"]

SUMMED = re.compile(
    r"(?:等)?(?:\d{1,2}|[两三四五六七八九十]+)?[个家所大]?(?P<rank>(?:国家|全国|省|市|国际|产业(?=科技|技术|创新)|制造业)级?[^,。;:、“”()■等的和与及]{0,8}|)$"
)
SUMS = re.compile(r"等|(?<=[\u4e00-\u9fff])(?:\d{1,2}|[两三四五六七八九十]+)[个家所大]")
LAST = re.compile(r"(?P<own>[\u4e00-\u9fff]{2,4}?)(?P<rank>(?:国家|全国|省)?(?:重点)?)$")
MEMBER = re.compile(r"[\u4e00-\u9fffA-Za-z\d-]+")
NO_MEMBER = re.compile(
    r"(?:实验室|中心|平台|研究院|大学|学院|医院|基地|企业|园区|领域|机构|学科|专业|高校|院所|联盟|体系|装置|工程|项目|集团|市场)$|[\d一二三四五六七八九十]+[个家所项批]|^(?:一批|重大|重点|国家|省级|各类)"
)
SHARING = (
    "实验室",
    "创新中心",
    "创新平台",
    "研究院",
    "研究中心",
    "医学中心",
    "医疗中心",
    "科学中心",
    "计算中心",
    "国家文化公园",
)
BARE = ("实验室", "国家文化公园")
SHORT = 4
LONGEST = 12
SHORTEST = 2
FARTHEST = 60


def shared_institutions(
    masked: str, plain: str, clause: Span, token: Token, last: NamePhrase | None
) -> Iterator[NamePhrase]:
    """Yield the institutions of a list before a token that it heads together; `last` is the name that it heads."""
    floor = max(clause.start, token.start - FARTHEST)
    if masked.find("、", floor, token.start) < 0 or not masked.endswith(SHARING, token.start, token.end):
        return
    sums = next(SUMS.finditer(masked, floor, token.start), None)
    if sums is not None:
        ranked = SUMMED.search(masked, sums.start(), token.start)
        if ranked is None or ranked.start() != sums.start():
            return
        end, shared = sums.start(), ranked["rank"]
    elif last is not None and masked.endswith(BARE, token.start, token.end) and masked[last.start - 1] == "、":
        own = LAST.fullmatch(masked, last.start, token.start)
        if own is None:
            return
        end, shared = last.start - 1, own["rank"]
    else:
        return
    verb, start = verb_and_start(masked, clause.start, end, touching=True)
    is_subject = sums is not None and WORK_BUILT.match(masked, token.end, clause.end) is not None
    members = re.split(r"、|[和及]", masked[start:end])
    longest = LONGEST if sums else SHORT
    if (verb == start and not is_subject) or not all(
        SHORTEST <= len(member) <= longest and MEMBER.fullmatch(member) and not NO_MEMBER.search(member)
        for member in members
    ):
        return
    noun = shared + masked[token.start : token.end]
    position = start
    for member in members:
        opening = masked.index(member, position, end)
        position = opening + len(member)
        yield NamePhrase(verb, opening, position, clean_name(plain[opening:position]) + noun, "institution")
