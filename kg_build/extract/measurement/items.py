"""Figures of a list whose items have places of their own: 其中青岛6万个、「济南」7万个, and (全国5%)."""

from __future__ import annotations

from kg_build.extract.context import mentions_from
from kg_build.extract.measurement.places import PLACE_JOINS
from kg_build.extract.measurement.statement import Place
from kg_build.lexicon import Lexicon
from kg_build.model import Region, Segment

__all__ = ["at_item"]


def at_item(
    place: Place,
    regions: list[tuple[Region | None, ...]],
    kept: tuple[Region | None, ...],
    at: tuple[int, int, int],
    lexicon: Lexicon,
) -> tuple[list[tuple[Region | None, ...]], tuple[Region | None, ...], int]:
    """Return the regions of a clause, those that the next may go on with, and where it goes on, at an item of a list.

    `at` are the number of the figure, the end of the figure before, and where it starts.
    """
    index, position, start = at
    segment = place.segment
    left = segment.document.plain[position:start]
    if not opens_item(left, is_part=regions[0] != (segment.region,)):
        return regions, kept, position
    item, position = item_place(segment, position, start, lexicon)
    if item is None:
        return regions, kept, position
    return *with_item(regions, index, item, in_brackets=left[0] == "("), position


def opens_item(left: str, *, is_part: bool) -> bool:
    """Tell whether a figure behind another may be of a place of its own: an item of a list of parts, or in brackets."""
    return left[:1] == "(" or (is_part and left[:1] in PLACE_JOINS)


def item_place(segment: Segment, start: int, end: int, lexicon: Lexicon) -> tuple[Region | None, int]:
    """Return the region that opens an item behind its mark, and where it goes on: 其中江州6万个、「云溪」7万个."""
    for mention in mentions_from(segment, start + 1):
        if mention.start == start + 1 and mention.end <= end:
            return lexicon.regions[mention.concept], mention.end
        break
    return None, start


def with_item(
    regions: list[tuple[Region | None, ...]], index: int, item: Region, *, in_brackets: bool
) -> tuple[list[tuple[Region | None, ...]], tuple[Region | None, ...]]:
    """Return the regions of a clause's figures with that of an item, and those that the next clause may go on with.

    What stands in brackets is one figure's; an item of a list is that of all figures from it on.
    """
    end = index + 1 if in_brackets else len(regions)
    whole = [*regions[:index], *[(item,)] * (end - index), *regions[end:]]
    return whole, regions[0] if in_brackets else (item,)
