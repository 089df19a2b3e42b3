"""The places that stand in one row with a park: `支持江州激光基地、「云溪高新区」、「白石临港经济区」建设`.

What is listed beside a named park is of its kind, whatever its own noun: each opens with a place and ends in a word for
a piece of land. So are the members that a word for parks sums up: `「江州国际港务区」等物流产业园区`. Zones that are
titles, places of science and of learning are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg_build.extract.cluster.park_form import CLASS_ONLY, Named
from kg_build.extract.phrase import VERB, phrase_start
from kg_build.extract.place import clause_at, mention_at
from kg_build.extract.word_list import word_finder
from kg_build.model import Segment

__all__ = ["neighbours"]

LAND = (
    r"(?:高新区|经开区|开发区|经济区|新区|工业区|港务区|物流区|产业区|合作区|保税区|港区|特区|基地|园区|小镇"
    r"|[城港谷岛园湾])"
)
BEHIND = re.compile(rf"、(?P<name>[^、,。;:等“”《》\n]{{2,16}}?{LAND})(?=[、,。;]|等|和|建设|发展|加快|正在|$)")
BEFORE = re.compile(rf"[^、,。;:等“”《》\n]{{2,16}}{LAND}")
SUMMED = re.compile(r"等(?P<middle>[^、,。;等]{0,8}?)(?:园区|开发区)")
OTHER = re.compile(
    r"(?:科学|科技|大学|教育|生态|体育|影视|文化|新)城$|(?:示范|试验|先行)区$|机场|码头|游|大学|自贸|片区|综合保税区$"
    r"|\d|[和与及]|^(?:全国|我国)|建设|创建|争创"
)
LONGEST_MEMBER = 18
MOST_MEMBERS = 20


def neighbours(segment: Segment, parks: Sequence[Named]) -> Iterator[Named]:
    """Yield the places that stand in a row with the parks of a paragraph, and those that a word for parks sums up."""
    taken = {park.start for park in parks}
    for park in sorted(parks, key=lambda park: park.start):
        for member in (*members_before(segment, park), *members_behind(segment, park)):
            if member.start not in taken and not any(one.start <= member.start < one.end for one in parks):
                taken.add(member.start)
                yield member
    for member in summed_up(segment):
        if member.start not in taken:
            taken.add(member.start)
            yield member


def members_behind(segment: Segment, park: Named) -> Iterator[Named]:
    """Yield the members of a row that stand behind a park."""
    plain, end = segment.document.plain, park.end
    for _ in range(MOST_MEMBERS):
        found = BEHIND.match(plain, end, segment.end)
        if found is None:
            return
        end = found.end()
        if is_named(segment, found.start("name"), found["name"]):
            yield Named(found.start("name"), end, found["name"])


def members_before(segment: Segment, park: Named) -> Iterator[Named]:
    """Yield the members of a row that stand before a park."""
    plain, end = segment.document.plain, park.start - 1
    found = clause_at(segment, park.start)
    if found is None:
        return
    opening = phrase_start(plain, found[1].start, park.start)
    for _ in range(MOST_MEMBERS):
        if end <= opening or plain[end] != "、":
            return
        start = max(opening, plain.rfind("、", opening, end) + 1)
        name = plain[start:end] if end - start <= LONGEST_MEMBER else ""
        if BEFORE.fullmatch(name) and is_named(segment, start, name):
            yield Named(start, end, name)
        end = start - 1


def summed_up(segment: Segment) -> Iterator[Named]:
    """Yield the members that 等 and a word for parks sum up, and that have no noun of a park themselves."""
    plain = segment.document.plain
    for etc in SUMMED.finditer(plain, segment.start, segment.end):
        found = clause_at(segment, etc.start())
        if found is None or not is_class(etc["middle"]):
            continue
        start = phrase_start(plain, found[1].start, etc.start())
        for member in plain[start : etc.start()].split("、"):
            if BEFORE.fullmatch(member) and is_named(segment, start, member) and not ends_in_park(member):
                yield Named(start, start + len(member), member)
            start += len(member) + 1


def is_class(words: str) -> bool:
    """Tell whether the words between 等 and the word for parks only class them, or say what trade they are for."""
    return CLASS_ONLY.fullmatch(words) is not None or words.endswith("产业")


def is_named(segment: Segment, start: int, name: str) -> bool:
    """Tell whether a member opens with a place and goes on to name a piece of it."""
    place = mention_at(segment.regions, start)
    return place is not None and place.end < start + len(name) and not (OTHER.search(name) or VERB.search(name))


def ends_in_park(name: str) -> bool:
    """Tell whether a name ends in a noun that names parks by itself."""
    return any(token.end == len(name) and token.group != "none" for token in word_finder("park-nouns").find(name))
