"""Whom a region aids: `援藏援疆援青工作`, `对云溪、江州等地区的对口支援`, `江北省对口帮扶`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg_build.extract.abbreviation import Partner
from kg_build.extract.cooperation.partner import regions_before
from kg_build.extract.place import mentions_in
from kg_build.extract.word_list import Token
from kg_build.lexicon import Lexicon
from kg_build.model import Region, Segment, Span

__all__ = ["AIDING", "find_aided"]

AIDING = re.compile(r"(?<![支增求救驰后声外])援[藏疆青川黔滇](?:[、和及]?援[藏疆青川黔滇])*")
"""Aid named by whom it is for: 援藏援疆."""
AIDED = re.compile(
    r"(?:、[^,;、]{2,6})?(?:等?(?:地区|省区市?|省份|省市|[省区市县]+|地|\d+个[省市区县旗]+)|\d+个[省市区县旗]+)?的?(?:开展|实施)?"
)
"""What stands between whom is aided and the word for it: 云溪、江州等地区的对口支援."""
AID = "对口"


def find_aided(segment: Segment, clause: Span, acting: Sequence[Token], lexicon: Lexicon) -> Partner | None:
    """Return the reporting region with those that it aids in a clause."""
    own = segment.region
    if own is None:
        return None
    plain = segment.document.plain
    aiding = AIDING.search(plain, clause.start, clause.end)
    if aiding is not None:
        aided = [lexicon.abbreviations[one] for one in aiding[0] if one in lexicon.abbreviations]
        return whole(aiding.start(), aiding.end(), own, aided)
    for word in acting:
        if not plain.startswith(AID, word.start):
            continue
        named = mentions_in(segment.regions, clause.start, word.start)
        if not named or AIDED.fullmatch(plain, named[-1].end, word.start) is None:
            continue
        found = regions_before(segment, named[-1].end, lexicon)
        if found is not None and not plain.startswith(("与", "同", "和"), found.start - 1):
            return whole(found.start, word.end, own, found.regions)
    return None


def whole(start: int, end: int, own: Region, aided: Sequence[Region]) -> Partner | None:
    """Return a region with those that it aids, where there is one besides itself and its own parts."""
    others = tuple(region for region in aided if own.key not in {region.key, region.parent})
    return Partner(start, end, (own, *others), whole=True) if others else None
