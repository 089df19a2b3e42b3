"""Industries that a region promotes or reports on: 培育壮大激光、轴承等特色产业.

Which names a clause holds, and by which rule, is `clause`'s; here each gets its region, its status and its
role: the clause's own class word, else the one that the clause before or the heading states
(抢先布局未来产业,开辟激光赛道).

Input: the segments of one document. Output: each industry once for its region, role, year and status, with the first
clause that states it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from kg_build.extract.context import evidence, status_at, subjects_at
from kg_build.extract.industry.area import areas_of
from kg_build.extract.industry.clause import IndustryReader, reader_of
from kg_build.extract.industry.form import FORM
from kg_build.extract.industry.found import RULES, Found
from kg_build.extract.industry.role import roles_stated
from kg_build.extract.phrase import VERB
from kg_build.extract.place import opening_place, subject_at
from kg_build.lexicon import Lexicon
from kg_build.model import Industry, Mention, Region, Role, Segment, Sentence, Span, Statement

__all__ = ["RULES", "extract"]

LONGEST_QUOTE = 60
LONGEST_LABEL = 18
LONGEST_PLACE = 6
LONGEST_SEAT = 10
LONGEST_VERB = 2
LANDSCAPE = "环"
"""Before a place: what makes it a landscape (环江州湾)."""
ROLES_OF_HEADINGS: frozenset[Role] = frozenset({"emerging", "future"})
"""A heading on new industries is about them throughout; one on 传统产业 also tells what they are to become."""
TOLD_ONCE: Role = "traditional"
"""The role that a sentence used as a label tells of the next sentence only, for the same reason."""
JOINTS = ("、", "和", "与")
PLACE_REST = re.compile(r"(?!市|省|的|和|与|在|全)[一-龥]+")
SEATS = ("园", "区", "基地", "港", "谷", "城")
SEATED = re.compile(
    r"[^,;、]{0,8}?(?:园|基地|集群|港|谷|中心|区(?!域)|城(?!市)|实验室|研究院|电站|[厂场](?!商|景)|机组|综合体|项目|工程|小镇|枢纽)"
)
"""Behind an industry: what is in a place (激光产业「园」, 核电「机组」)."""


def extract(segments: Sequence[Segment], lexicon: Lexicon) -> Iterator[Statement]:
    """Yield the industries of a document in text order."""
    reader = reader_of(lexicon)
    seen: set[tuple[str, str, Role, int | None, str]] = set()
    for segment in segments:
        areas: list[tuple[int, Region]] | None = None
        for sentence, clause, found, role in read_segment(segment, reader):
            status = status_at(segment, found.start)
            areas = list(areas_of(segment, lexicon)) if areas is None else areas
            area = area_at(areas, found.start)
            for stated in regions_of(segment, sentence, clause, found, lexicon):
                region = area if area and stated is segment.region else stated
                place = region.key if region else ""
                key = (place, found.name, role, segment.year, status)
                if key in seen:
                    continue
                seen.add(key)
                yield Industry(
                    region=region.name if region else "",
                    region_key=place,
                    year=segment.year,
                    status=status,
                    evidence=(evidence(segment, *quote_span(clause, found), found.rule),),
                    industry=found.name,
                    concept=found.concept,
                    role=role,
                )


def read_segment(segment: Segment, reader: IndustryReader) -> Iterator[tuple[Sentence, Span, Found, Role]]:
    """Yield the industries of a paragraph, each with its sentence, its clause and its role."""
    mentions = segment.industries
    plain = segment.document.plain
    formed = FORM.search(plain, segment.start, segment.end) is not None
    if not mentions and not formed:
        return
    heading = single(roles_stated(segment.heading, 0, len(segment.heading)) & ROLES_OF_HEADINGS)
    own, behind = heading, 0
    index, count = 0, len(mentions)
    for sentence in segment.sentences:
        behind += 1
        if is_label(sentence, plain):
            heading, behind = single(roles_stated(plain, sentence.start, sentence.end)) or own, 0
        elif behind > 1 and heading == TOLD_ONCE:
            heading = own
        is_bare = index == count or mentions[index].start >= sentence.end
        if is_bare and not (formed and FORM.search(plain, sentence.start, sentence.end)):
            continue
        carried = heading
        for clause in sentence.clauses:
            first = index
            while index < count and mentions[index].start < clause.end:
                index += 1
            classes = plain.find("产业", clause.start, clause.end) >= 0
            is_bare = first == index and not classes
            if is_bare and not (formed and FORM.search(plain, clause.start, clause.end)):
                continue
            if plain[clause.start - 1] == ";":
                carried = heading
            finds = reader.read(plain, clause, mentions[first:index])
            for found in finds:
                yield sentence, clause, found, found.role or carried or found.otherwise
            if classes and (stated := roles_stated(plain, clause.start, clause.end)):
                carried = None if finds or plain.find("等", clause.start, clause.end) >= 0 else single(stated)


def is_label(sentence: Sentence, plain: str) -> bool:
    """Tell whether a sentence only says what the next are about: 「加快新兴产业集聚。」围绕激光、轴承等领域……."""
    return (
        len(sentence.clauses) == 1
        and sentence.end - sentence.start <= LONGEST_LABEL
        and plain.find("、", sentence.start, sentence.end) < 0
    )


def single(roles: frozenset[Role]) -> Role | None:
    """Return the role of a set that holds just one."""
    return next(iter(roles)) if len(roles) == 1 else None


def regions_of(
    segment: Segment, sentence: Sentence, clause: Span, found: Found, lexicon: Lexicon
) -> tuple[Region | None, ...]:
    """Return whose industry it is: the place that opens the name it stands in, else the clause's subjects."""
    mentions = segment.regions
    index = bisect_left(mentions, found.start, key=start_of) - 1
    if index < 0 or mentions[index].start < sentence.start:
        return (segment.region,)
    if mentions[index].start >= clause.start:
        while index and mentions[index - 1].end == mentions[index].start:
            index -= 1
        region, end = opening_place(segment, mentions[index].start, lexicon)
        plain = segment.document.plain
        if plain.startswith(LANDSCAPE, mentions[index].start - 1):
            return (segment.region,)
        gap = plain[end : found.start].strip("“") if end <= found.start else "、"
        if region and (not gap or is_seated(plain, gap, mentions[index].start, Span(found.end, clause.end))):
            return (*regions_before(segment, mentions, index, clause, lexicon), region)
        if is_of_another(plain, end, found.start):
            return (segment.region,)
    subjects = subjects_at(segment, found.start, lexicon)
    return subjects if len(subjects) > 1 else (subject_at(segment, found.start, lexicon),)


def regions_before(
    segment: Segment, mentions: Sequence[Mention], index: int, clause: Span, lexicon: Lexicon
) -> tuple[Region, ...]:
    """Return the places of a list that ends in the one at `index` (「江州、云溪」激光产业园)."""
    regions: list[Region] = []
    while index and mentions[index - 1].start >= clause.start and mentions[index - 1].end + 1 == mentions[index].start:
        if not segment.document.plain.startswith(JOINTS, mentions[index - 1].end):
            break
        index -= 1
        region, end = opening_place(segment, mentions[index].start, lexicon)
        if region is None or end != mentions[index].end:
            break
        regions.insert(0, region)
    return tuple(regions)


def area_at(areas: Sequence[tuple[int, Region]], position: int) -> Region | None:
    """Return the part of the province that the paragraph speaks of at `position`."""
    index = bisect_right(areas, position, key=lambda area: area[0]) - 1
    return areas[index][1] if index >= 0 else None


def is_seated(plain: str, gap: str, start: int, behind: Span) -> bool:
    """Tell whether an industry belongs to the place that opens its name at `start`, with `gap` between the two.

    `gap` is the rest of the place's name (江州「复兴城」激光产业园), or a firm's name in a list (江州「恒达」激光、).
    """
    if not PLACE_REST.fullmatch(gap) or VERB.search(gap):
        return False
    if gap.endswith(SEATS):
        return len(gap) <= LONGEST_SEAT
    listed = plain.startswith("、", start - 1)
    opened = VERB.fullmatch(plain, max(0, start - LONGEST_VERB), start) is not None
    if plain.startswith(("、", "等"), behind.start) and (listed or opened):
        return len(gap) <= LONGEST_PLACE
    return (
        len(gap) <= (LONGEST_SEAT if listed else LONGEST_PLACE)
        and SEATED.match(plain, behind.start, behind.end) is not None
    )


def is_of_another(plain: str, end: int, start: int) -> bool:
    """Tell whether a list of names parts an industry at `start` from the place that ends at `end`.

    In `江州激光产业园、金牌港轴承产业园` the second park has a seat of its own, though no place of the scheme.
    """
    mark = plain.rfind("、", end, start)
    own = plain[mark + 1 : start]
    return mark >= 0 and SEATED.search(plain, end, mark) is not None and is_short_place(own)


def is_short_place(text: str) -> bool:
    """Tell whether a text may be the name of a place or the rest of one."""
    return len(text) <= LONGEST_PLACE and PLACE_REST.fullmatch(text) is not None and VERB.search(text) is None


def start_of(mention: Mention) -> int:
    """Return where a mention starts, to search by."""
    return mention.start


def quote_span(clause: Span, found: Found) -> tuple[int, int]:
    """Return the clause that states the industry, or the part of it round the name where it is long."""
    if clause.end - clause.start <= LONGEST_QUOTE:
        return clause.start, clause.end
    start = max(clause.start, min(found.start - LONGEST_QUOTE // 2, clause.end - LONGEST_QUOTE))
    return start, max(found.end, start + LONGEST_QUOTE)
