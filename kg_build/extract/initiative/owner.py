"""Whose an initiative is: that of the place that opens its name, else of the subjects of its clause."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection

from kg_build.extract.context import subjects_at
from kg_build.extract.initiative.name_phrase import NamePhrase
from kg_build.extract.place import clause_at, mention_at, opening_place
from kg_build.lexicon import Lexicon
from kg_build.model import Region, Segment

__all__ = ["owners"]

TO = ("至", "到")
LINE = re.compile(r"[\u4e00-\u9fff]{0,3}(?:铁路|高铁|高速|[中复]线)")


def owners(segment: Segment, name: NamePhrase, opened: Collection[int], lexicon: Lexicon) -> tuple[Region | None, ...]:
    """Return whose initiative it is: the place that opens the name, else the subjects of the clause.

    A line between two places (江州至云溪铁路, 江云铁路) is the reporting region's, as is what opens with the short name
    of a zone. `opened` are the starts of the names around: a place that opens another name is no subject.
    """
    plain = segment.document.plain
    start = name.start + 1 if plain[name.start] == "“" else name.start
    place, end = opening_place(segment, start, lexicon)
    if place is None:
        if follows_place(segment, start, opened):
            return (segment.region,)
        return subjects_at(segment, start, lexicon) or (None,)
    if plain.startswith(TO, end) or (place.level == "area" and LINE.match(plain, end)):
        return (segment.region,)
    mention = mention_at(segment.regions, start)
    city = lexicon.regions[mention.concept] if mention else place
    if city.level == "zone" and not plain.startswith(city.name, start):
        return (segment.region,)
    return (city if is_city_of_province(city, lexicon) else place,)


def follows_place(segment: Segment, start: int, opened: Collection[int]) -> bool:
    """Tell whether the first place of the clause opens another name, before the one at `start`: 江云铁路、轴承大桥."""
    found = clause_at(segment, start)
    if found is None:
        return False
    index = bisect_left(segment.regions, found[1].start, key=lambda mention: mention.start)
    return (
        index < len(segment.regions) and segment.regions[index].start < start and segment.regions[index].start in opened
    )


def is_city_of_province(region: Region, lexicon: Lexicon) -> bool:
    """Tell whether a region is a city of county rank that a province governs itself, as 琼海市 is."""
    parent = lexicon.regions.get(region.parent)
    return region.level == "county" and region.name.endswith("市") and parent is not None and parent.level == "province"
