"""Whose an initiative is: that of the place that opens its name, else of the subjects of its clause."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection

from kg_build.extract.context import subjects_at
from kg_build.extract.initiative.name_phrase import NamePhrase
from kg_build.extract.place import (
    clause_at,
    mention_at,
    mention_before,
    mentions_in,
    names_road,
    opening_place,
    seat_behind,
)
from kg_build.lexicon import Lexicon
from kg_build.model import Region, Segment

__all__ = ["owners"]

MOTHER = re.compile(r"[\u4e00-\u9fff]{2,14}?(?:大学|学院|医院|科学院|研究院|研究所)")
HOUSE = re.compile(r"(?:院|所|中心|校区|园区|实验室|基地|学校|中学|附中|平台)(?:[一二三四]期)?$")
"""A university or hospital that opens a name, and what ends the name of a house of it."""
SHORTEST_HOUSE = 2
MEETING = re.compile(r"(?:峰会|论坛|大会|年会|博览会)$")
TO = ("至", "到")
LINE = re.compile(r"[\u4e00-\u9fff]{0,3}(?:铁路|高铁|高速|[中复]线)")


def owners(segment: Segment, name: NamePhrase, opened: Collection[int], lexicon: Lexicon) -> tuple[Region | None, ...]:
    """Return whose initiative it is: the place that opens the name, else the subjects of the clause.

    A line between two places (江州至云溪铁路, 江云铁路) is the reporting region's, as is what opens with the short name
    of a zone. `opened` are the starts of the names around: a place that opens another name is no subject.
    """
    plain = segment.document.plain
    start = name.start + 1 if plain[name.start] == "“" else name.start
    seat = (
        seat_of(segment, name, start, lexicon)
        or seat_behind(segment, name.end, lexicon)
        or host_of(segment, name, lexicon)
    )
    if seat is not None:
        return (seat,)
    place, end = opening_place(segment, start, lexicon)
    if place is None:
        mention = mention_at(segment.regions, start)
        if mention is not None and names_road(segment, mention):
            return (segment.region,)
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


def seat_of(segment: Segment, name: NamePhrase, start: int, lexicon: Lexicon) -> Region | None:
    """Return where the house of a university or hospital from elsewhere stands: 某大学江州研究院 in 江州市.

    That is the last place within the name that lies in the reporting region, else the reporting region itself, where
    the mother house is named after another. None where no other house opens the name, or one from the region does.
    """
    plain, own = segment.document.plain, segment.region
    mother = MOTHER.match(plain, start, name.end)
    if mother is None or own is None or own.level == "country" or not HOUSE.search(plain, mother.end(), name.end):
        return None
    for mention in reversed(mentions_in(segment.regions, mother.end(), name.end - SHORTEST_HOUSE)):
        place, _ = opening_place(segment, mention.start, lexicon)
        if place is not None and is_within(place, own):
            return place
    opening, _ = opening_place(segment, start, lexicon)
    return None if opening is None or is_within(opening, own) else own


def host_of(segment: Segment, name: NamePhrase, lexicon: Lexicon) -> Region | None:
    """Return the place right before the noun of a meeting, which is where it is held: 领导人「青岛」峰会."""
    meeting = MEETING.search(name.name) if name.form == "event" else None
    host = mention_before(segment.regions, name.end - len(meeting[0])) if meeting else None
    own = segment.region
    if host is None or own is None or host.start <= name.start:
        return None
    place = lexicon.regions[host.concept]
    return place if place.parent == own.key else None


def is_within(place: Region, whole: Region) -> bool:
    """Tell whether a place is a region or a part of it."""
    return whole.key in {place.key, place.parent}


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
