"""The statement of one figure: its region, status, scope and evidence."""

from __future__ import annotations

import re

import msgspec

from kg_build.extract.context import evidence, status_in
from kg_build.extract.measurement.rules import RULE
from kg_build.extract.measurement.slot import Slot
from kg_build.lexicon import Lexicon
from kg_build.model import Observation, Region, Segment, Sentence, Span, Status

__all__ = ["Place", "observation", "status_of"]

NOW = re.compile(r"现有|目前|已(?=[一-鿿]*$)")
SCOPE = re.compile(r"全国|国内|全球|世界|西部|中部|东部|东北|沿海|全省|全市|全区|长三角|长江经济带|各行业")
SCOPES = {"国内": "全国", "世界": "全球"}
LONGEST_SCOPE = 24
PUNCTUATION = "、,;:()和与 "


class Place(msgspec.Struct, frozen=True, gc=False):
    """Where a figure is read: its paragraph, its sentence and its clause."""

    segment: Segment
    sentence: Sentence
    clause: Span


def observation(
    place: Place,
    span: Span,
    slot: Slot,
    name: str,
    period: tuple[str, str],
    status: Status,
    region: Region | None,
    lexicon: Lexicon,
) -> Observation:
    """Make the statement of one figure, whose evidence is `span` without the marks before it."""
    segment, figure, reading = place.segment, slot.figure, slot.reading
    plain = segment.document.plain
    start = span.start
    while start < figure.start and plain[start] in PUNCTUATION:
        start += 1
    return Observation(
        region=region.name if region else "",
        region_key=region.key if region else "",
        year=segment.year,
        status=status,
        evidence=(evidence(segment, start, span.end, RULE[reading.rule]),),
        indicator=name,
        concept=lexicon.ground_indicator(name),
        kind=reading.kind,
        value=-figure.value if reading.sign < 0 else figure.value,
        unit=figure.unit,
        comparator=figure.comparator,
        period_start=period[0],
        period_end=period[1],
        raw=figure.raw,
        lower=figure.lower,
        upper=figure.upper,
        scope=scope_of(slot) if reading.kind in {"rank", "gap"} else "",
    )


def scope_of(slot: Slot) -> str:
    """Return among whom a rank holds, or over whom a gap: the last place named before the figure in its clause."""
    named = SCOPE.findall(slot.head[-LONGEST_SCOPE:])
    return SCOPES.get(named[-1], named[-1]) if named else ""


def status_of(place: Place, position: int, end: str) -> Status:
    """Return the status of a figure at `position` whose time ends with the month `end`.

    What a plan calls existing or dates earlier is actual; what a review dates later is sought.
    """
    segment = place.segment
    status = status_in(segment, place.sentence, place.clause.start, position)
    year = segment.year
    if year is None or status == "estimate":
        return status
    if status == "target":
        if "" < end < f"{year:04d}":
            return "actual"
        existing = segment.part == "plan" and NOW.search(segment.document.plain, place.clause.start, position)
        return "actual" if existing else "target"
    return "target" if end > f"{year:04d}-12" else "actual"
