"""Stage 2b: a paragraph that speaks of one place throughout: `加快江州新区建设。完成投资500亿元,……`.

Its first sentence says no more than what is done with the place, a zone or a small city, or how it fares; what follows,
without a subject of its own, is of that place and not of the whole region. A paragraph that goes on to speak of the
region (全省, 我市) is the region's.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from kg_build.lexicon import Lexicon
from kg_build.model import Mention, Region
from kg_build.turns import Section

__all__ = ["topic_place"]

OPENING = re.compile(
    r"(?:\([一二三四五六七八九十]+\)|[一二三四五六七八九十]+是|[*\s—])*"
    r"(?:加快|加速|推进|推动|深化|高水平|高标准|高质量|全力|大力|扎实|积极|着力|持续|全面|建设|支持|加强|纵深|深入|打造|抓好|做好|促进|提升|提速)*"
)
"""What stands before the place: the mark of a list, verbs of furthering."""

FURTHERED = re.compile(
    r"[^、和与及,;:“”]{0,18}?(?:建设|发展|改革|试点|开发|开放|作用|振兴|提升|深化|打造|新?进展|突破|活力|提速)$"
)
"""What stands behind it: what is furthered, or how it fares."""

OF_REGION = re.compile(r"全[省市区]|我[省市区]|本市|各[市区县]")
ZONE, COUNTY, CITY = "zone", "county", "市"
"""The places that stand apart: in a paragraph on a large city, or a district, much is said that holds for all."""

LONGEST = 30


def topic_place(section: Section, mentions: Sequence[Mention], plain: str, lexicon: Lexicon) -> Region | None:
    """Return the place within the reporting region that a whole paragraph speaks of, or None."""
    end = plain.find("。", section.start, min(section.end, section.start + LONGEST))
    if section.region is None or end < 0 or end + 1 >= section.end:
        return None
    opening = OPENING.match(plain, section.start, end)
    start = opening.end() if opening else section.start
    index = bisect_left(mentions, start, key=lambda mention: mention.start)
    if index == len(mentions) or mentions[index].start != start or mentions[index].end > end:
        return None
    place = lexicon.regions[mentions[index].concept]
    is_apart = place.level == ZONE or (place.level == COUNTY and place.name.endswith(CITY))
    is_part = is_apart and section.region.key in {place.parent, parent_of(place.parent, lexicon)}
    if not is_part or not FURTHERED.match(plain, mentions[index].end, end):
        return None
    return None if OF_REGION.search(plain, end, section.end) else place


def parent_of(key: str, lexicon: Lexicon) -> str:
    """Return the key of the region that a region lies in, or an empty string."""
    region = lexicon.regions.get(key)
    return region.parent if region is not None else ""
