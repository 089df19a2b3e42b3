"""The statement of one figure: its region, status, scope and evidence."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from kg_build.extract.context import evidence, is_sought, status_in
from kg_build.extract.measurement.rules import RULE
from kg_build.extract.measurement.slot import Slot
from kg_build.extract.word_list import read_words
from kg_build.figure import fallen
from kg_build.lexicon import Lexicon
from kg_build.model import Observation, Region, Segment, Sentence, Span, Status
from kg_build.period import default_period

__all__ = ["Place", "observations", "status_of"]

NOW = re.compile(r"现有|目前|已(?=[一-鿿]*$)")
SCOPE = re.compile(r"全国|国内|全球|世界|西部|中部|东部|东北|沿海|全省|全市|全区|长三角|长江经济带|各行业")
LISTED = re.compile(rf"(?:{SCOPE.pattern})(?:地区|平均|水平)*(?:(?:[、和与])(?:{SCOPE.pattern})(?:地区|平均|水平)*)+")
ROW = re.compile(r"^(?:[、和与]\d[\d.]*个?(?:百分点)?)+")
SCOPES = {"国内": "全国", "世界": "全球"}
LONGEST_SCOPE = 24
SHORTEST_NAME = 2
NO_NAMES = frozenset(read_words("figure-bare-measures"))
"""Measures that say nothing without what they measure."""

PUNCTUATION = "、,;:()和与 "


class Place(msgspec.Struct, frozen=True, gc=False):
    """Where a figure is read: its paragraph, its sentence and its clause, and the regions that clause speaks of.

    `has_region` tells that the sentence names a region, `has_hope` that words in a review make some of it an estimate
    or a target, `has_mean` that it has the word for a yearly mean.
    """

    segment: Segment
    sentence: Sentence
    clause: Span
    regions: tuple[Region | None, ...]
    has_region: bool
    has_hope: bool
    has_mean: bool


def observations(
    place: Place,
    span: tuple[int, int],
    slot: Slot,
    names: Sequence[str],
    regions: Sequence[Region | None],
    period: tuple[str, str],
    status: Status,
    lexicon: Lexicon,
) -> list[Observation]:
    """Make the statements of one figure, for each indicator and region; the marks before it are no evidence."""
    segment, figure, reading = place.segment, slot.figure, slot.reading
    start, end = span
    while start < figure.start and slot.plain[start] in PUNCTUATION:
        start += 1
    source = (evidence(segment, start, end, RULE[reading.rule]),)
    if reading.sign < 0:
        figure = fallen(figure)
    scope = scope_of(slot) if reading.kind in {"rank", "gap"} else ""
    found: list[Observation] = []
    for name in names:
        if len(name) < SHORTEST_NAME or name in NO_NAMES:
            continue
        concept = lexicon.ground_indicator(name)
        for region in regions:
            one = Observation(
                region=region.name if region else "",
                region_key=region.key if region else "",
                year=segment.year,
                status=status,
                evidence=source,
                indicator=name,
                concept=concept,
                kind=reading.kind,
                value=figure.value,
                unit=figure.unit,
                comparator=figure.comparator,
                period_start=period[0],
                period_end=period[1],
                raw=figure.raw,
                lower=figure.lower,
                upper=figure.upper,
                scope=scope,
            )
            found.append(one)
    return found


def scope_of(slot: Slot) -> str:
    """Return among whom a rank holds, or over whom a gap: the last place named before the figure in its clause.

    A list of places has one for each of as many figures in a row: 高于全国、全省1.2个、2.3个百分点.
    """
    listed = LISTED.search(slot.head)
    named: list[str] = SCOPE.findall(listed[0] if listed else slot.head[-LONGEST_SCOPE:])
    if not named:
        return ""
    dealt = slot.row if slot.row > 1 else len(ROW.findall(slot.tail)) + 1
    place = named[-dealt] if listed and dealt <= len(named) else named[-1]
    return SCOPES.get(place, place)


def status_of(place: Place, position: int, end: str) -> Status:
    """Return the status of a figure at `position` whose time ends with the month `end`.

    What a plan calls existing or dates earlier is actual; what a review dates later is sought.
    """
    segment = place.segment
    is_plan = segment.part == "plan"
    status: Status = "target" if is_plan else "actual"
    if place.has_hope:
        status = status_in(segment, place.sentence, place.clause.start, position)
        if status == "actual" and is_sought(segment, place.sentence, place.clause.start, position):
            return "target"
    if segment.year is None or status == "estimate":
        return status
    first, last = default_period(segment.year)
    if status == "actual":
        return "target" if end > last else "actual"
    if "" < end < first:
        return "actual"
    existing = is_plan and NOW.search(segment.document.plain, place.clause.start, position)
    return "actual" if existing else "target"
