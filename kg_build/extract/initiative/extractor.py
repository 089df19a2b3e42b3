"""Initiatives: programmes, systems and institutions that a region runs or plans, found by the form of their names.

`实施江州轴承产业“强芯”行动`: a head noun with a modifier and a brand. The forms: names that end with a noun
(`head_noun`), names in quotes (`quoted_name`), members of a list that a noun sums up (`name_list`), and names that the
gazetteer knows (`known_name`). A later short form takes the first name that the text gave.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple, TypeAlias

import msgspec

from kg_build.confidence import measured
from kg_build.extract.context import evidence, status_at
from kg_build.extract.initiative.alias import aliases_in
from kg_build.extract.initiative.clause_names import names_by_segment
from kg_build.extract.initiative.component import StatedParts
from kg_build.extract.initiative.known_name import known_names
from kg_build.extract.initiative.memory import Memory
from kg_build.extract.initiative.name_phrase import NamePhrase, mask
from kg_build.extract.initiative.nesting import nested_members, nested_pairs
from kg_build.extract.initiative.owner import owners
from kg_build.extract.initiative.plausible_name import is_plausible
from kg_build.extract.initiative.version import with_version
from kg_build.extract.word_list import read_words, word_finder
from kg_build.lexicon import Lexicon
from kg_build.model import Initiative, InitiativeName, Region, Segment, Span, Statement, Status

__all__ = ["RULES", "extract"]

RULES = (
    measured("initiative.activity", "an activity with a brand or a year", "品牌活动、冠年活动"),
    measured("initiative.branded", "a quoted brand before a noun: “强芯”行动", "引号品牌加名词:“强芯”行动"),
    measured("initiative.code", "a numeric code: “6+3”产业体系", "数字代码:“6+3”产业体系"),
    measured("initiative.counted", "a counted set: 八大行动, 助农18条措施", "计数名称:八大行动、助农18条措施"),
    measured("initiative.event", "a hosted event: 首届轴承博览会", "举办的展会、赛事、论坛"),
    measured(
        "initiative.facility",
        "one public work or zone of its own: 轴承科学城",
        "具体基础设施、科学城、自有区域的试验区",
    ),
    measured("initiative.institution", "one definite institution or platform", "具体机构、平台、基金"),
    measured("initiative.listed", "a member of a list: 强基、铸魂等工程", "“等”字列举的成员:强基、铸魂等工程"),
    measured("initiative.mechanism", "a mechanism whose words say how it works", "说明运作方式的机制"),
    measured("initiative.national", "a national programme known by its short name", "以简称著称的国家行动、政策"),
    measured("initiative.pattern", "an A+B of actors, tools or steps", "A+B式模式、体系"),
    measured("initiative.pilot", "a pilot without national level or award", "未列入国家级的试点"),
    measured("initiative.policy", "a policy tool known by what it grants", "以优惠内容著称的政策工具"),
    measured("initiative.programme", "a name that ends with 行动, 工程, 计划, 战略", "以行动、工程等结尾的名称"),
    measured("initiative.quoted", "a quoted name that a verb of doing governs", "动词支配的引号名称"),
    measured("initiative.regional", "a brand of a region known by its name", "知名的地域品牌"),
    measured("initiative.reform", "a reform that says what it changes", "说明内容的改革"),
)
BUILT = frozenset({"institution", "facility"})
NOUNS = frozenset(read_words("initiative-nouns"))
"""Nouns that head a name and are none alone: 医院, 机场."""

RULE_OF = {rule.name.partition(".")[2]: rule for rule in RULES}


Key: TypeAlias = tuple[str, int | None, Status, str]


class Found(NamedTuple):
    """A name in the text: its segment's number, what the initiative is called, whose it is and in which status."""

    number: int
    name: NamePhrase
    full_name: str
    status: Status
    regions: tuple[Region | None, ...]


def extract(segments: Sequence[Segment], lexicon: Lexicon) -> Iterator[Statement]:
    """Yield the initiatives of one document, each once for a region, year and status."""
    if not segments:
        return
    plain = segments[0].document.plain
    masked = mask(plain)
    reaches = stretches(segments)
    parts = StatedParts(masked, plain, Span(segments[0].start, segments[-1].end))
    memory = Memory(plain)
    found = list(find_names(segments, masked, memory, lexicon))
    outer = outer_names(found, plain, parts, reaches)
    stated: dict[Key, int] = {}
    initiatives: list[Initiative] = []
    for one in found:
        segment = segments[one.number]
        for region in one.regions:
            key = key_of(one, segment, region)
            if key in stated:
                continue
            stated[key] = len(initiatives)
            initiatives.append(
                Initiative(
                    region=region.name if region else "",
                    region_key=region.key if region else "",
                    year=segment.year,
                    status=one.status,
                    evidence=(evidence(segment, one.name.verb, one.name.end, RULE_OF[one.name.form]),),
                    name=one.full_name,
                    code=one.name.code,
                    components=parts.of(one.name, reaches[one.number]),
                    aliases=memory.short_forms(one.full_name),
                )
            )
    yield from within_others(initiatives, nestings(outer, segments, stated))


def find_names(segments: Sequence[Segment], masked: str, memory: Memory, lexicon: Lexicon) -> Iterator[Found]:
    """Yield the names of a document in the order of its segments, titles aside, each by its full name."""
    plain = segments[0].document.plain
    tokens = word_finder("document-nouns", "initiative-nouns").find(masked)
    places = {mention.start: mention.end for segment in segments for mention in segment.regions}
    read = [
        (
            index,
            [
                name
                for name in (*names, *known_names(segments[index], masked, names, lexicon))
                if is_plausible(name, segments[index])
            ],
        )
        for index, names in names_by_segment(segments, masked, tokens, places)
    ]
    memory.aliases = aliases_in(plain, (name for _, names in read for name in names))
    for index, names in read:
        segment = segments[index]
        opened = frozenset(name.start for name in names)
        for name in (with_version(name, plain) for name in names):
            is_bare = name.form in BUILT and name.name in NOUNS
            full_name = "" if is_bare or memory.is_title(name) else memory.full_name(name)
            if full_name:
                status = status_at(segment, name.verb)
                yield Found(index, name, full_name, status, owners(segment, name, opened, lexicon))


def outer_names(
    found: Sequence[Found], plain: str, parts: StatedParts, reaches: Sequence[Span]
) -> Iterator[tuple[Found, Found]]:
    """Yield the inner and the outer name of each nesting that a sentence states."""
    for number, group in groupby(found, key=lambda one: one.number):
        ordered = sorted(group, key=lambda one: one.name.start)
        for inner, outer in nested_pairs(plain, [one.name for one in ordered], parts, reaches[number]):
            if ordered[inner].full_name != ordered[outer].full_name:
                yield ordered[inner], ordered[outer]


def key_of(one: Found, segment: Segment, region: Region | None) -> Key:
    """Return what tells statements of initiatives apart: region, year, status and name."""
    return (region.key if region else "", segment.year, one.status, one.full_name)


def nestings(
    pairs: Iterable[tuple[Found, Found]], segments: Sequence[Segment], stated: Mapping[Key, int]
) -> Iterator[tuple[int, InitiativeName]]:
    """Yield the place of each initiative that is nested, and the one it is a part of, where both have one region."""
    for inner, outer in pairs:
        for region in inner.regions:
            if region in outer.regions:
                place = stated[key_of(inner, segments[inner.number], region)]
                yield place, InitiativeName(outer.full_name, outer.name.code)


def within_others(
    initiatives: Sequence[Initiative], nested: Iterable[tuple[int, InitiativeName]]
) -> Iterator[Initiative]:
    """Yield the initiatives with those that they are parts of, as a sentence says or a list of members."""
    outer: dict[int, set[InitiativeName]] = {}
    for place, name in (*nested, *nested_members(initiatives)):
        outer.setdefault(place, set()).add(name)
    for place, one in enumerate(initiatives):
        names = outer.get(place)
        yield msgspec.structs.replace(one, part_of=tuple(sorted(names))) if names else one


def stretches(segments: Sequence[Segment]) -> list[Span]:
    """Return for each segment the stretch of segments around it of the same region and part."""
    spans: list[Span] = []
    first = 0
    for index, segment in enumerate(segments):
        if (segment.reporter, segment.part) != (segments[first].reporter, segments[first].part):
            spans += [Span(segments[first].start, segments[index - 1].end)] * (index - first)
            first = index
    return spans + [Span(segments[first].start, segments[-1].end)] * (len(segments) - first)
