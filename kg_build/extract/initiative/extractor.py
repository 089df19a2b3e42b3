"""Initiatives: programmes, systems and institutions that a region runs or plans, found by the form of their names.

`实施江州轴承产业“强芯”行动`: a head noun with a modifier and a brand. The forms: names that end with a noun
(`head_noun`), names in quotes (`quoted_name`), members of a list that a noun sums up (`name_list`), and names that the
gazetteer knows (`known_name`). A later short form takes the first name that the text gave.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import islice

from kg_build.confidence import measured
from kg_build.extract.context import evidence, status_at, subjects_at
from kg_build.extract.initiative.component import StatedParts
from kg_build.extract.initiative.head_noun import headed_name
from kg_build.extract.initiative.known_name import known_names
from kg_build.extract.initiative.name_class import JUDGES
from kg_build.extract.initiative.name_list import listed_names
from kg_build.extract.initiative.name_phrase import NamePhrase, mask
from kg_build.extract.initiative.quoted_name import quoted_names
from kg_build.extract.place import mention_at, opening_place
from kg_build.extract.word_list import Token, word_finder
from kg_build.lexicon import Lexicon
from kg_build.model import Initiative, Region, Segment, Span, Statement

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
RULE_OF = {rule.name.partition(".")[2]: rule for rule in RULES}
QUOTE = re.compile("“")
COMMITTEE = re.compile(r"^.*?(?:省委|市委|区党委)(?:省政府|市政府)?")
STATE_PILOT = re.compile(
    r"(?:国家|全国|首批|获批|入选|入围|列入|成为|创建)[^,。;]{0,24}?"
    r"(?:“(?P<brand>[^“”]+)”[^,。;]{0,6}|(?P<field>[^,。;“”]{8}))试点"
)
TO = ("至", "到")
MOST_NAMES = 50
"""No report calls one brand by so many names; a later name is held against all."""
MOST_PILOTS = 500
"""No report speaks of so many; each name that ends with 试点 is held against all."""


class Memory:
    """What a document has said: the names of its codes and brands, the pilots that are titles, what was stated."""

    def __init__(self, plain: str) -> None:
        """Note which pilots the text calls national or awarded anywhere: they are titles, not initiatives."""
        self.codes: dict[str, str] = {}
        self.brands: dict[str, dict[str, None]] = {}
        self.stated: set[tuple[str, int | None, str, str]] = set()
        pilots = STATE_PILOT.finditer(plain) if "试点" in plain else ()
        self.titles = {pilot["brand"] or pilot["field"] for pilot in islice(pilots, MOST_PILOTS)}

    def full_name(self, name: NamePhrase) -> str:
        """Return the first name that the text gave a code, or a brand with the same noun."""
        if name.code:
            return self.codes.setdefault(name.code, COMMITTEE.sub("", name.name))
        if not name.brand:
            return name.name
        known = self.brands.setdefault(name.brand, {})
        for first in known:
            if first.startswith(name.brand) and name.name.startswith(name.brand):
                noun = name.name[len(name.brand) :]
                if len(first) > len(name.name) and first.endswith(noun):
                    return first
        if len(known) < MOST_NAMES:
            known.setdefault(name.name)
        return name.name

    def is_title(self, name: NamePhrase) -> bool:
        """Tell whether the name is that of a pilot which is a title in this text."""
        return name.name.endswith("试点") and any(title in name.name for title in self.titles)


def extract(segments: Sequence[Segment], lexicon: Lexicon) -> Iterator[Statement]:
    """Yield the initiatives of one document, each once for a region, year and status."""
    if not segments:
        return
    plain = segments[0].document.plain
    masked = mask(plain)
    tokens = word_finder("document-nouns", "initiative-nouns").find(masked)
    memory = Memory(plain)
    reaches = stretches(segments)
    parts = StatedParts(masked, plain, Span(segments[0].start, segments[-1].end))
    places = frozenset(mention.start for segment in segments for mention in segment.regions)
    for index, found in names_by_segment(segments, masked, tokens, places):
        segment = segments[index]
        for name in [*found, *known_names(segment, masked, found, lexicon)]:
            if memory.is_title(name):
                continue
            full_name = memory.full_name(name)
            if not full_name:
                continue
            status = status_at(segment, name.verb)
            for region in owners(segment, name, lexicon):
                key = (region.key if region else "", segment.year, status, full_name)
                if key in memory.stated:
                    continue
                memory.stated.add(key)
                yield Initiative(
                    region=region.name if region else "",
                    region_key=region.key if region else "",
                    year=segment.year,
                    status=status,
                    evidence=(evidence(segment, name.verb, name.end, RULE_OF[name.form]),),
                    name=full_name,
                    code=name.code,
                    components=parts.of(name, reaches[index]),
                )


def names_by_segment(
    segments: Sequence[Segment], masked: str, tokens: Sequence[Token], places: Collection[int]
) -> Iterator[tuple[int, list[NamePhrase]]]:
    """Yield the index of each segment with the names in it; clauses without a head noun or a quote cost nothing."""
    plain = segments[0].document.plain
    marks = sorted(
        [token.start for token in tokens if token.group != "none"] + [quote.start() for quote in QUOTE.finditer(masked)]
    )
    marks.append(len(masked))
    mark = position = 0
    for index, segment in enumerate(segments):
        names: list[NamePhrase] = []
        while marks[mark] < segment.start:
            mark += 1
        sentences = segment.sentences if marks[mark] < segment.end else ()
        for sentence in sentences:
            while marks[mark] < sentence.start:
                mark += 1
            if marks[mark] >= sentence.end:
                continue
            for clause in sentence.clauses:
                while marks[mark] < clause.start:
                    mark += 1
                if marks[mark] >= clause.end:
                    continue
                while position < len(tokens) and tokens[position].start < clause.start:
                    position += 1
                names += names_in(masked, plain, clause, tokens, position, places)
        yield index, names


def names_in(
    masked: str, plain: str, clause: Span, tokens: Sequence[Token], position: int, places: Collection[int]
) -> list[NamePhrase]:
    """Return the names of a clause; its tokens start at `position`. A list's members come before other readings."""
    names = list(listed_names(masked, plain, clause)) if summed_up(masked, clause) else []
    listed = len(names)
    while position < len(tokens) and tokens[position].start < clause.end:
        start = tokens[position].start
        if tokens[position].group in JUDGES and not (
            listed and any(name.start <= start < name.end for name in names[:listed])
        ):
            name = headed_name(masked, plain, clause, tokens, position, places)
            if name is not None:
                names.append(name)
        position += 1
    if masked.find("“", clause.start, clause.end) >= 0:
        names += quoted_names(masked, plain, clause, names)
    return names


def summed_up(masked: str, clause: Span) -> bool:
    """Tell whether a clause may hold a list that a noun sums up."""
    return masked.find("等", clause.start, clause.end) >= 0 or masked.find("”", clause.start, clause.end) >= 0


def owners(segment: Segment, name: NamePhrase, lexicon: Lexicon) -> tuple[Region | None, ...]:
    """Return whose initiative it is: the place that opens the name, else the subjects of the clause.

    A line between two places (江州至云溪铁路) is the reporting region's.
    """
    plain = segment.document.plain
    start = name.start + 1 if plain[name.start] == "“" else name.start
    place, end = opening_place(segment, start, lexicon)
    if place is not None and plain.startswith(TO, end):
        return (segment.region,)
    if place is not None:
        mention = mention_at(segment.regions, start)
        city = lexicon.regions[mention.concept] if mention else place
        return (city if is_city_of_province(city, lexicon) else place,)
    return subjects_at(segment, name.start, lexicon) or (None,)


def is_city_of_province(region: Region, lexicon: Lexicon) -> bool:
    """Tell whether a region is a city of county rank that a province governs itself, as 琼海市 is."""
    parent = lexicon.regions.get(region.parent)
    return region.level == "county" and region.name.endswith("市") and parent is not None and parent.level == "province"


def stretches(segments: Sequence[Segment]) -> list[Span]:
    """Return for each segment the stretch of segments around it of the same region and part."""
    spans: list[Span] = []
    first = 0
    for index, segment in enumerate(segments):
        if (segment.region, segment.part) != (segments[first].region, segments[first].part):
            spans += [Span(segments[first].start, segments[index - 1].end)] * (index - first)
            first = index
    return spans + [Span(segments[first].start, segments[-1].end)] * (len(segments) - first)
