"""The cities that the name of a cluster or park says it lies in: `江云白轴承集群`, `中韩(江州)产业园`.

Cities and counties that the name has in words, the members of an area called after them (长株潭), or a run of
abbreviations of cities of the province, which counts in such names only. A county takes the place of its city.
"""

from __future__ import annotations

from kg_build.extract.abbreviation import cities_at
from kg_build.extract.place import mentions_in
from kg_build.lexicon import Lexicon
from kg_build.model import Region, Segment

__all__ = ["locate"]

CITY_LEVELS = frozenset({"prefecture", "county"})


def locate(segment: Segment, start: int, name: str, lexicon: Lexicon) -> tuple[tuple[Region, ...], int]:
    """Return the cities in a name that begins at `start`, and where the run of abbreviations that opens it ends."""
    plain = segment.document.plain
    end = start
    while end - start < len(name) and plain.startswith(name[end - start], end):
        end += 1
    cities: list[Region] = []
    for mention in mentions_in(segment.regions, start, end):
        region = lexicon.regions[mention.concept]
        if region.level in CITY_LEVELS:
            cities = [city for city in cities if city.key != region.parent]
            cities.append(region)
        elif len(region.members) == len(mention.label):
            cities += [lexicon.regions[member] for member in region.members]
    if cities:
        return tuple(city for city in dict.fromkeys(cities) if city.level in CITY_LEVELS), start
    run = cities_at(segment, start, end, lexicon)
    return (run.regions, run.end) if run is not None else ((), start)
