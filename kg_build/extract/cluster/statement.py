"""The statement of a named cluster or park: whose it is, where it lies, its level and its industry.

A later short form (`星光城` of `江州星光城激光产业园`) keeps the name and the region of the first mention; a city
inside the name of a park is its seat (`中韩江州产业园`).
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from kg_build.confidence import measured
from kg_build.extract.cluster.location import locate
from kg_build.extract.cluster.name import OPENING, level_of, without_landscape
from kg_build.extract.cluster.park import short_forms
from kg_build.extract.cluster.park_form import SECTOR
from kg_build.extract.context import evidence, status_at
from kg_build.extract.place import mentions_in, opening_place, subject_at
from kg_build.lexicon import Lexicon
from kg_build.model import Cluster, Level, Region, Rule, Segment

__all__ = ["AWARDED", "HEAD", "LISTED", "PARK", "SINGLE", "Name", "State", "as_cluster"]

AWARDED = measured("cluster.award", "Industries entered as clusters: X产业入选…集群", "产业入选集群:X产业入选…集群")
LISTED = measured("cluster.list", "Clusters of a list: A、B等…集群", "并列的集群:A、B等…集群")
PARK = measured("cluster.park", "A named industry park or base", "具名的产业园区和基地")
SINGLE = measured("cluster.single", "One cluster: X产业集群", "单个集群:X产业集群")

HEAD = "集群"


class State(msgspec.Struct):
    """What the document has named so far: regions, industries and cities by name, and full names by short form."""

    regions: dict[str, Region | None] = msgspec.field(default_factory=dict)
    industries: dict[str, str] = msgspec.field(default_factory=dict)
    cities: dict[str, tuple[Region, ...]] = msgspec.field(default_factory=dict)
    short: dict[str, str] = msgspec.field(default_factory=dict)


class Name(msgspec.Struct, frozen=True):
    """A cluster's name as a clause gives it, with the span of the quote."""

    start: int
    end: int
    name: str
    level: Level
    rule: Rule
    entered: str = ""


def as_cluster(segment: Segment, found: Name, state: State, lexicon: Lexicon) -> Cluster:
    """Return the statement of a named cluster, with the name and region of its first mention."""
    owner, place_end = opening_place(segment, found.start, lexicon)
    cities, run_end = locate(segment, found.start, found.name, lexicon)
    place_end = max(place_end, run_end)
    place = segment.document.plain[found.start : place_end]
    name, level = found.name, found.level
    if not name.startswith(place):
        place = ""
    if found.rule is not PARK and (rank := OPENING.match(name, len(place))):
        name, level = place + name[rank.end() :], level_of(rank[0])
    if name not in state.regions:
        name = state.short.get(name, name)
    if name in state.regions:
        region = state.regions[name]
    else:
        region = owner or (seat_of(cities, segment) if found.rule is PARK else None)
        if region is None:
            region = subject_at(segment, found.start, lexicon)
            if region is not None and region.level == "area":
                name, place = region.name + name, region.name
        state.regions[name] = region
        if found.rule is PARK:
            for form in short_forms(name, place):
                state.short.setdefault(form, name)
    cities = state.cities.setdefault(name, cities)
    return Cluster(
        region=region.name if region else "",
        region_key=region.key if region else "",
        year=segment.year,
        status=status_at(segment, found.start),
        evidence=(evidence(segment, found.start, found.end, found.rule),),
        name=name,
        level=level,
        industry=state.industries.setdefault(name, industry_of(segment, found, name.removeprefix(place))),
        cities=tuple(city.name for city in cities),
        city_keys=tuple(city.key for city in cities),
        entered=found.entered,
    )


def seat_of(cities: Sequence[Region], segment: Segment) -> Region | None:
    """Return the city that a park's name has behind its opening, where it lies: 中韩江州产业园."""
    own = segment.region.key[:2] if segment.region is not None else ""
    is_seat = len(cities) == 1 and cities[0].level == "prefecture" and cities[0].key.startswith(own)
    return cities[0] if is_seat else None


def industry_of(segment: Segment, found: Name, name: str) -> str:
    """Return the industry that a cluster's name (without its place) states, or an empty string."""
    if name.endswith(HEAD):
        return without_landscape(name.removesuffix(HEAD).removesuffix("产业"))
    for mention in mentions_in(segment.industries, found.start, found.end):
        if mention.label in name and not SECTOR.fullmatch(mention.label):
            return mention.label
    return ""
