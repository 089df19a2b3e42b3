"""Bases of a list that share one noun: `激光、轴承等新兴产业基地` states 激光产业基地 and 轴承产业基地.

As with clusters, class words between list and noun are dropped, and so is an industry that only sums the list up. A row
of places before a noun with its industry (`江州、云溪两大轴承制造基地`) states one base for each. A list of what is
national (`等国家级基地`) names titles, which are `designation`'s.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg_build.extract.cluster.park_form import CLASS_ONLY, OTHER_USE, REACH, UNNAMED, Named, ends_in_noun, has_industry
from kg_build.extract.phrase import VERB
from kg_build.extract.place import mention_at
from kg_build.extract.word_list import Token
from kg_build.model import Segment

__all__ = ["read_base_list"]

CLASS = re.compile(
    r"(?:新兴|战略性|特色|优势|先进|现代化?|高端|重点|主导|支柱|未来|标志性|大型|骨干|国际|国内|省级|市级|[百千万]亿元?级?|级|的)*"
)
"""Class words that open what stands between a list and its noun, and are no part of a name."""
WORK = re.compile(r"(?:装备)?(?:产业化?|制造业?|生产|加工|进口|出口|研发|供应|应用)*")
"""What is done in a base: part of the name of each."""
NATIONAL = re.compile(r"国家|全国|全球|世界|我国")
CLAUSE = re.compile(r"建设|打造|发展|^地|[为在]")
"""Words by which what stands behind 等 is seen to be a clause, and no class of bases."""
OTHER_NOUN = ("平台", "中心", "城", "项目", "企业", "工程")
LONGEST_MEMBER = 16
LONGEST_STEM = 8


def read_base_list(segment: Segment, listed: re.Match[str], head: Token) -> Iterator[Named]:
    """Yield the bases of a list that a noun for bases ends: those of industries, or those of places."""
    plain = segment.document.plain
    middle = listed["middle"]
    stem = middle[len(match[0]) :] if (match := CLASS.match(middle)) else middle
    if any(pattern.search(middle) for pattern in (NATIONAL, OTHER_USE, CLAUSE)):
        return
    noun = plain[head.start : head.end]
    work = WORK.fullmatch(stem)
    suffix = (stem if work else "产业" if stem.endswith("产业") else "") + noun
    position, members = listed.start(), []
    for part in listed["list"].split("、"):
        begin = position + part.rfind("的") + 1
        members.append((begin, plain[begin : position + len(part)]))
        position += len(part) + 1
    if work is None:
        if len(stem) > LONGEST_STEM or not has_industry(segment, listed.start("middle"), head.start):
            return
        placed = [(begin, member) for begin, member in members if is_place(segment, begin, member)]
        if len(placed) == len(members):
            yield from (Named(begin, head.end, member + middle + noun) for begin, member in placed)
            return
    if REACH.search(plain, listed.start(), members[0][0]) or not all(map(is_field, (member for _, member in members))):
        return
    known = [member for begin, member in members if has_industry(segment, begin, begin + len(member))]
    if 2 * len(known) <= len(members):
        return
    yield from (Named(begin, head.end, member + suffix) for begin, member in members)


def is_place(segment: Segment, start: int, member: str) -> bool:
    """Tell whether a member is nothing but a region's name."""
    mention = mention_at(segment.regions, start)
    return mention is not None and mention.end == start + len(member)


def is_field(member: str) -> bool:
    """Tell whether a member may name an industry, with its place or without."""
    return (
        1 < len(member) <= LONGEST_MEMBER
        and not CLASS_ONLY.fullmatch(member)
        and not ends_in_noun(member)
        and not member.endswith(OTHER_NOUN)
        and not any(pattern.search(member) for pattern in (UNNAMED, OTHER_USE, VERB, NATIONAL))
    )
