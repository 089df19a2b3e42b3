"""Regions in one character each: 川渝 is two provinces, 江云轴承集群 one of two cities.

Abbreviations count only in runs of two and more. A run of provinces stands anywhere that no longer name overlaps; a run
of cities only before the industry of a cluster, and only where each character stands for one city of the province.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

import msgspec

from kg_build.extract.place import mention_at, mentions_in
from kg_build.lexicon import Lexicon
from kg_build.model import Mention, Region, Segment, Span

__all__ = ["Partner", "cities_at", "cities_before", "find_cities", "find_runs", "is_run", "run_at"]

STRONG = re.compile(r"[京津冀晋辽沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川蜀黔滇陕陇甘港澳]")
"""Abbreviations that stand for little else; 新, 云, 台, 青 and the rest make a run only beside one of them."""
BY_CHANCE = re.compile(r"(?<=[创更翻维江沿巴])|新|(?<=[临空海商渔])港|港新(?!疆)|苏宁|苏新(?!疆)|晋宁")
"""What shows that a run is part of another word or place: 创新, 翻新, 苏宁, 沿沪宁, 临港新片区, 苏新 (Singapore)."""
GENERIC = frozenset("州山阳江海南北东西城港安平河口林族自治盟地区")
"""Characters that end so many names of cities that they abbreviate none."""
LONGEST_NAME = 12
MODIFIER = re.compile(r"高端|新型|先进|绿色|智能|现代|数字|新能源|新材料|海洋|船舶|特色")
"""What opens the industry of a cluster where no industry of the scheme does."""
LONGEST_RUN = 5
FEWEST, SURE = 2, 3
"""How many cities a run has at least, and from how many on it needs no known industry behind it."""


class Partner(msgspec.Struct, frozen=True):
    """Regions named together, and where. `area` is what they are together; with `whole` no other region takes part."""

    start: int
    end: int
    regions: tuple[Region, ...]
    whole: bool = False
    area: Region | None = None


@functools.cache
def run_pattern(characters: str) -> re.Pattern[str]:
    """Return the pattern of runs of these characters, kept out of words that hold two of them by chance."""
    return re.compile(
        rf"(?!(?<=[创更翻])新)[{characters}]{{2,6}}(?!市(?!场)|[县区州兴型材阶机格老时征路欧商年]|少年|高原|(?<=新)[能建增设]"
        rf"|通(?=[、等高集铁城]))"
    )


def abbreviations(lexicon: Lexicon) -> re.Pattern[str]:
    """Return the pattern of runs of a lexicon's abbreviations."""
    return run_pattern("".join(sorted(lexicon.abbreviations)))


def is_run(label: str, lexicon: Lexicon) -> bool:
    """Tell whether a label is made of abbreviations of provinces alone."""
    return all(character in lexicon.abbreviations for character in label)


def find_runs(segment: Segment, lexicon: Lexicon) -> list[Partner]:
    """Return the runs of abbreviations of provinces in a paragraph that no other region's name overlaps."""
    found = []
    for run in abbreviations(lexicon).finditer(segment.document.plain, segment.start, segment.end):
        if not STRONG.search(run[0]) or BY_CHANCE.match(segment.document.plain, run.start()):
            continue
        if any(not is_run(mention.label, lexicon) for mention in overlapping(segment, run.start(), run.end())):
            continue
        partner = as_partner(segment, run, lexicon)
        if len(partner.regions) > 1:
            found.append(partner)
    return found


def run_at(segment: Segment, position: int, lexicon: Lexicon) -> Partner | None:
    """Return the run that begins at `position`."""
    run = abbreviations(lexicon).match(segment.document.plain, position)
    if run is None or BY_CHANCE.match(segment.document.plain, position):
        return None
    return as_partner(segment, run, lexicon)


def as_partner(segment: Segment, run: re.Match[str], lexicon: Lexicon) -> Partner:
    """Return the provinces of a run, and the area that it is the name of (京津冀), if any."""
    named = mention_at(segment.regions, run.start())
    area = lexicon.regions[named.concept] if named is not None and named.end == run.end() else None
    regions = tuple(dict.fromkeys(lexicon.abbreviations[character] for character in run[0]))
    return Partner(run.start(), run.end(), regions, area=area)


def overlapping(segment: Segment, start: int, end: int) -> list[Mention]:
    """Return the regions' names that share a character with `start`..`end`."""
    around = mentions_in(segment.regions, start - LONGEST_NAME, end + LONGEST_NAME)
    return [mention for mention in around if mention.start < end and start < mention.end]


def find_cities(segment: Segment, clause: Span, lexicon: Lexicon) -> Iterator[Partner]:
    """Yield the cities whose abbreviations open the names of a clause's clusters: 江云轴承、江白丝绸集群."""
    plain = segment.document.plain
    head = plain.find("集群", clause.start, clause.end)
    if head < 0 or segment.region is None:
        return
    cities = cities_of(segment.region, lexicon)
    for mention in mentions_in(segment.industries, clause.start, head):
        start = mention.start
        while start > clause.start and plain[start - 1] in cities:
            start -= 1
        regions = tuple(dict.fromkeys(cities[character] for character in plain[start : mention.start]))
        if len(regions) > 1 and not overlapping(segment, start, mention.start):
            end = plain.find("、", mention.end, head)
            yield Partner(start, head if end < 0 else end, regions)


def cities_at(segment: Segment, start: int, end: int, lexicon: Lexicon) -> Partner | None:
    """Return the cities whose abbreviations open the name of a cluster at `start`..`end`: 江云白轴承集群.

    An industry of the scheme, or a word that opens one, ends the run; without one three cities and more are a run, as
    hardly any word is. Cities of another province than the report's are three and more before an industry, and the run
    is one of no second province.
    """
    if segment.region is None or overlapping(segment, start, start + 2):
        return None
    own = province_of(segment.region, lexicon)
    run = run_of_cities(segment, start, end, own, lexicon)
    if run is not None or segment.document.plain[start] not in all_characters(lexicon):
        return run[0] if run is not None else None
    others = [region for region in lexicon.regions.values() if region.level == "province" and region.key != own.key]
    runs = [run_of_cities(segment, start, end, region, lexicon) for region in others]
    sure = [one[0] for one in runs if one is not None and one[1] and len(one[0].regions) >= SURE]
    return sure[0] if len(sure) == 1 else None


@functools.lru_cache(maxsize=4)
def all_characters(lexicon: Lexicon) -> frozenset[str]:
    """Return the characters that stand for a city of any province."""
    provinces = [region for region in lexicon.regions.values() if region.level == "province"]
    return frozenset(character for province in provinces for character in cities_of(province, lexicon))


def run_of_cities(
    segment: Segment, start: int, end: int, province: Region, lexicon: Lexicon
) -> tuple[Partner, bool] | None:
    """Return the cities of one province whose run opens `start`..`end`, and whether an industry ends it."""
    plain = segment.document.plain
    cities = cities_of(province, lexicon)
    regions: list[Region] = []
    position, known = start, 0
    while position < end and (city := cities.get(plain[position])) is not None and city not in regions:
        regions.append(city)
        position += 1
        if mention_at(segment.industries, position) is not None or MODIFIER.match(plain, position, end):
            known = len(regions)
    size = known or (len(regions) if len(regions) >= SURE else 0)
    if size < FEWEST or start + size >= end:
        return None
    return Partner(start, start + size, tuple(regions[:size])), known > 0


def cities_before(segment: Segment, position: int, floor: int, lexicon: Lexicon) -> Partner | None:
    """Return the cities whose abbreviations end at `position`: 江云白一体化."""
    if segment.region is None:
        return None
    plain = segment.document.plain
    cities = cities_of(province_of(segment.region, lexicon), lexicon)
    start = position
    while start > floor and position - start < LONGEST_RUN and plain[start - 1] in cities:
        start -= 1
    regions = tuple(dict.fromkeys(cities[character] for character in plain[start:position]))
    if len(regions) < FEWEST or overlapping(segment, start, position):
        return None
    return Partner(start, position, regions, whole=True)


def province_of(region: Region, lexicon: Lexicon) -> Region:
    """Return the province that a region lies in, or the region itself."""
    parent = lexicon.regions.get(region.parent)
    while parent is not None and parent.level != "country":
        region, parent = parent, lexicon.regions.get(parent.parent)
    return region


@functools.lru_cache(maxsize=64)
def cities_of(province: Region, lexicon: Lexicon) -> Mapping[str, Region]:
    """Return the cities of a province by the characters that stand for one of them alone.

    What the scheme gives as a city's abbreviation is that city's, whoever else has the character in its name.
    """
    claims: dict[str, list[Region]] = {}
    given: dict[str, Region] = {}
    for region in lexicon.regions.values():
        if region.parent == province.key and region.level == "prefecture":
            for character in set(region.name.removesuffix("市")) - GENERIC:
                claims.setdefault(character, []).append(region)
            for character in lexicon.places[region.key].properties.get("cnip:abbreviation", ()):
                given[character] = region
    alone = {character: regions[0] for character, regions in claims.items() if len(regions) == 1}
    return MappingProxyType(alone | given)
