"""Whose a clause's figures are: the regions that open it, and where it goes on behind them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg_build.extract.context import mentions_from
from kg_build.extract.measurement.attribute import MACRO, is_attribute
from kg_build.extract.measurement.slot import Slot, Subject
from kg_build.extract.measurement.statement import Place
from kg_build.figure import Figure
from kg_build.lexicon import Lexicon
from kg_build.model import Region, Segment, Span
from kg_build.time_words import ANY_PART, YEAR

__all__ = [
    "COUNTERS",
    "PLACE_JOINS",
    "after_place",
    "are_of_economy",
    "listed_region",
    "opens_whole",
    "regions_held",
    "regions_of",
]

OPENING_TIME = re.compile(rf"(?:其中|预计|{ANY_PART}|{YEAR})*,?")
LEVEL_WORD = re.compile(r"[级—]|产业链|[一-鿿]{0,2}(?:港|机场|站|口岸|海关|大学|学院|新区|高新区|经开区|保税区|自贸)")
OF_ECONOMY = re.compile(
    rf"(?:人均)?(?:地区)?生产总值|经济总量|{MACRO.pattern}|社会消费品零售|(?:城镇|农村|城乡)?(?:常住)?居民|第[一二三]产业|现代服务业|先进制造业"
)
"""How the names of what is measured of a whole economy begin."""
COUNTERS = frozenset("家个项户件条座所支种类批名人")
PLACE_JOINS = frozenset("、和与")
WHOLE = re.compile(r"(?:其中|预计|而)?(?:全[省市区州县]|[我本][省市区])|合计|总计|共计")
WHOLE_FIRST = frozenset("其预而全我本合总共")
EACH = re.compile(r"均|都|双双")


def after_place(segment: Segment, clause: Span) -> int:
    """Return where a clause goes on behind the time and the regions that open it."""
    if not segment.regions:
        return clause.start
    plain = segment.document.plain
    time = OPENING_TIME.match(plain, clause.start, clause.end)
    start = time.end() if time else clause.start
    for mention in mentions_from(segment, start):
        if mention.start != start or mention.end >= clause.end or LEVEL_WORD.match(plain, mention.end):
            break
        if plain[mention.end] not in PLACE_JOINS:
            return mention.end
        start = mention.end + 1
    return clause.start


def opens_whole(plain: str, clause: Span) -> bool:
    """Tell whether a clause opens with the whole of the reporting region: 全省, 我市."""
    return plain[clause.start] in WHOLE_FIRST and WHOLE.match(plain, clause.start, clause.end) is not None


def regions_held(
    regions: list[tuple[Region | None, ...]], before: tuple[Region | None, ...], place: Place
) -> list[tuple[Region | None, ...]]:
    """Return the regions of a clause that names none and goes on with the indicator of the clause before."""
    segment = place.segment
    names_own = regions[0] != (segment.region,) or opens_whole(segment.document.plain, place.clause)
    return regions if names_own or not before else [before] * len(regions)


def are_of_economy(names: Sequence[str], subject: Subject) -> bool:
    """Tell whether measures of a whole economy go on with those of one region: 江州生产总值增长9%,「税收」增长8%."""
    return (
        len(subject.regions) == 1
        and bool(names and subject.recent)
        and all(OF_ECONOMY.match(name) for name in (*subject.recent, *names))
    )


def regions_of(place: Place, figures: Sequence[Figure], row: int) -> list[tuple[Region | None, ...]]:
    """Return for each figure of a clause that several regions open the regions it holds for.

    They share its figures (`青岛、烟台均增长6%`) or have one each (`分别增长6%和7%`, or a `row` of as many:
    `增长6%、7%`); a row of more or fewer is nobody's. What they have together (`青岛、烟台建成中心2个`) is counted of
    the reporting region, and an amount they share, unless each passed it (`青岛、烟台产值突破千亿元`), is nobody's.
    """
    head = place.segment.document.plain[place.clause.start : figures[0].start]
    if len(place.regions) == len(figures) and ("分别" in head or row == len(figures)):
        return [(region,) for region in place.regions]
    if row == len(figures) > 1:
        return [()] * row
    if figures[0].unit in COUNTERS and not EACH.search(head):
        return [(place.segment.region,)] * len(figures)
    if figures[0].form == "count" and figures[0].comparator != "gt" and not EACH.search(head):
        return [()] * len(figures)
    return [place.regions] * len(figures)


def is_city(region: Region) -> bool:
    """Tell whether a region is part of a province, by its code."""
    return bool(region.code) and not region.code.endswith("0000")


def listed_region(
    place: Place, slot: Slot, names: Sequence[str], regions: tuple[Region | None, ...], lexicon: Lexicon, *, deals: bool
) -> tuple[Region | None, ...]:
    """Return the regions of a figure behind a list whose items open with a place each.

    What 分别 deals out is the city's that its name opens with (`苏州轴承、常州丝绸产量分别增长5%和6%`); a count of all
    (`苏州轴承、常州丝绸2个集群`) is the reporting region's.
    """
    if not place.has_region or (not deals and (slot.index or len(place.regions) > 1)):
        return regions
    plain, start = slot.plain, slot.figure.start
    counts_all = slot.figure.unit in COUNTERS and not EACH.search(plain, place.clause.start, start)
    for mention in mentions_from(place.segment, place.clause.start + 1):
        if mention.start >= start:
            break
        if plain[mention.start - 1] not in PLACE_JOINS:
            continue
        if counts_all and not deals:
            return (place.segment.region,)
        region, words = lexicon.regions[mention.concept], plain[mention.start : mention.end]
        if len(names) == 1 and names[0].startswith(words) and is_city(region):
            return regions if is_attribute(names[0][len(words) :]) else (region,)
    return regions
