"""Whose a named thing is: `江州激光产业园` is 江州市's, `江云轴承集群` the reporting region's.

A city, another province or an area across provinces that opens a name owns it. Where the name opens with a string of
cities, with a part of the province, or with a metropolitan area round a city (江州都市圈), the reporting region does;
so it does where no place opens the name at all, unless the clause has a subject of its own.

Looking up what stands at a position (clause, mention, token) is here too.
"""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from kg_build.extract.context import subjects_at
from kg_build.extract.phrase import LEAD, VERB
from kg_build.extract.word_list import Token
from kg_build.lexicon import Lexicon
from kg_build.model import Mention, Region, Segment, Sentence, Span

__all__ = [
    "clause_at",
    "crosses_provinces",
    "is_torn",
    "is_verbal",
    "mention_at",
    "mention_before",
    "mentions_in",
    "named_place",
    "names_road",
    "opening_place",
    "seat_behind",
    "subject_at",
    "tokens_in",
]

METROPOLITAN = ("都市圈", "城市群", "都市区")
FULL_PLACE = ("省", "市", "区", "县", "州")
FULL_COUNTY = ("区", "县", "市", "旗")
DASHES = ("—", "-", "·")
AT = re.compile(r"(?:正式|成功|顺利|先后|相继|永久|率先|首次)*(?:在|(?P<settles>落户|落地))")
SETTLED = re.compile(
    r"(?:正式|成功|顺利|先后|相继|圆满)*(?:成立|挂牌|揭牌|落户|落地|落成|投运|投用|投入|启用|设立|建成|运行|举办|举行|开幕|开馆|开园|开工|上线)"
)
"""Behind a name and behind its place, what says that it is there: 中心「在」江州「成立」."""

ROAD = re.compile(r"[东西南北中]?[一二三四]?(?:路(?![网径桥线演段政面港局])|大道|大街|步行街)")
"""Behind the short name of a place: a road is only named after it, 河南「路」."""


def clause_at(segment: Segment, position: int) -> tuple[Sentence, Span] | None:
    """Return the sentence and the clause that hold `position`; None between sentences."""
    index = bisect_right(segment.sentences, position, key=lambda sentence: sentence.start) - 1
    if index < 0 or position > segment.sentences[index].end:
        return None
    sentence = segment.sentences[index]
    clauses = sentence.clauses
    return sentence, clauses[max(0, bisect_right(clauses, position, key=lambda clause: clause.start) - 1)]


def is_torn(segment: Segment, clause: Span) -> bool:
    """Tell whether a clause begins inside a run of characters too long to be one, which was cut there."""
    return clause.start > segment.start and "一" <= segment.document.plain[clause.start - 1] <= "龥"


def tokens_in(tokens: Sequence[Token], start: int, end: int) -> Sequence[Token]:
    """Return the tokens that begin in `start`..`end`, of a list sorted by start."""
    first = bisect_left(tokens, start, key=lambda token: token.start)
    return tokens[first : bisect_left(tokens, end, lo=first, key=lambda token: token.start)]


def mentions_in(mentions: Sequence[Mention], start: int, end: int) -> list[Mention]:
    """Return the mentions that lie wholly within `start`..`end`, of a list sorted by start."""
    first = bisect_left(mentions, start, key=lambda mention: mention.start)
    last = bisect_left(mentions, end, lo=first, key=lambda mention: mention.start)
    return [mention for mention in mentions[first:last] if mention.end <= end]


def mention_at(mentions: Sequence[Mention], start: int) -> Mention | None:
    """Return the mention that begins at `start`, of a list sorted by start."""
    index = bisect_left(mentions, start, key=lambda mention: mention.start)
    return mentions[index] if index < len(mentions) and mentions[index].start == start else None


def mention_before(mentions: Sequence[Mention], end: int) -> Mention | None:
    """Return the mention that ends at `end`, of a list sorted by start."""
    index = bisect_left(mentions, end, key=lambda mention: mention.start) - 1
    return mentions[index] if index >= 0 and mentions[index].end == end else None


def opening_place(segment: Segment, start: int, lexicon: Lexicon) -> tuple[Region | None, int]:
    """Return the region that owns a name which begins at `start`, and where the name's place ends.

    Without a place the end is `start` and the region None.
    """
    mention = mention_at(segment.regions, start)
    if mention is None:
        return None, start
    region, end = lexicon.regions[mention.concept], mention.end
    if region.level == "country" or names_road(segment, mention):
        return None, start
    while (inner := mention_at(segment.regions, end) or joined(segment, end)) is not None:
        place = lexicon.regions[inner.concept]
        end = inner.end
        region = place if place.parent == region.key else segment.region or region
    plain = segment.document.plain
    is_part = region.level == "area" and not crosses_provinces(region)
    is_short = region.level == "county" and not plain.startswith(FULL_COUNTY, end - 1)
    if is_part or is_short or plain.startswith(METROPOLITAN, end):
        region = segment.region or region
    return region, end


def seat_behind(segment: Segment, end: int, lexicon: Lexicon) -> Region | None:
    """Return the place in the reporting region where what is named before `end` is said to be: 中心「在江州成立」.

    None where no place follows, or one elsewhere.
    """
    plain, own = segment.document.plain, segment.region
    at = AT.match(plain, end) if segment.regions else None
    mention = mention_at(segment.regions, at.end()) if at else None
    if at is None or mention is None or own is None:
        return None
    place = lexicon.regions[mention.concept]
    settles = at["settles"] or SETTLED.match(plain, mention.end)
    return place if settles and own.key in {place.key, place.parent} else None


def names_road(segment: Segment, mention: Mention) -> bool:
    """Tell whether a mention is only what a road is named after."""
    plain = segment.document.plain
    return not plain.startswith(FULL_PLACE, mention.end - 1) and ROAD.match(plain, mention.end) is not None


def joined(segment: Segment, position: int) -> Mention | None:
    """Return the mention that a dash joins to the one before it: 江州—云溪."""
    if segment.document.plain.startswith(DASHES, position):
        return mention_at(segment.regions, position + 1)
    return None


def named_place(name: str, lexicon: Lexicon) -> Region:
    """Return the region of a name: the scheme's, or one that only the text names."""
    known = lexicon.region_named(name)
    if known is not None:
        return known
    return Region(key="x-" + hashlib.sha256(name.encode()).hexdigest()[:16], name=name)


def crosses_provinces(region: Region) -> bool:
    """Tell whether an area has members in more than one province."""
    return len({member[:2] for member in region.members}) > 1


def subject_at(segment: Segment, position: int, lexicon: Lexicon) -> Region | None:
    """Return the region that the clause at `position` speaks of, else the reporting region.

    A region that opens the clause as part of a name (`江州激光集群、云溪丝绸集群`) is no subject; an area across
    provinces that opens the sentence (`京津冀三地印发……,申创……`) stays its subject to the end.
    """
    found = clause_at(segment, position)
    if found is None or not segment.regions:
        return segment.region
    sentence, clause = found
    if position == clause.start and mention_at(segment.regions, position) is None:
        return segment.region
    plain = segment.document.plain
    first = mention_at(segment.regions, sentence.clauses[0].start)
    if first is not None and not plain.startswith(("、", "和", "与"), first.end):
        area = lexicon.regions[first.concept]
        if crosses_provinces(area):
            return area
    opening = mention_at(segment.regions, clause.start)
    if opening is not None and opening.start <= position:
        acts = plain.startswith(("等", "、", "和"), opening.end) or is_verbal(plain, opening.end)
        return subjects_at(segment, position, lexicon)[0] if acts else segment.region
    subjects = subjects_at(segment, position, lexicon)
    return subjects[0] if subjects else segment.region


def is_verbal(plain: str, position: int) -> bool:
    """Tell whether a verb or adverb stands at `position`."""
    return VERB.match(plain, position) is not None or LEAD.match(plain, position) is not None
