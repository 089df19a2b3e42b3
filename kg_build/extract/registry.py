"""The extractors, in the order they run, and the rules they may name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from kg_build.extract import cluster, cooperation, designation, document, industry, initiative, measurement
from kg_build.extract.sound_name import has_sound_name
from kg_build.lexicon import Lexicon
from kg_build.model import Rule, Segment, Statement

__all__ = ["EXTRACTORS", "RULES", "extract_statements"]

Extract = Callable[[Sequence[Segment], Lexicon], Iterator[Statement]]

EXTRACTORS: tuple[tuple[str, Extract], ...] = (
    ("measurement", measurement.extract),
    ("initiative", initiative.extract),
    ("document", document.extract),
    ("industry", industry.extract),
    ("cluster", cluster.extract),
    ("designation", designation.extract),
    ("cooperation", cooperation.extract),
)

RULES: tuple[Rule, ...] = tuple(
    sorted(
        (
            *measurement.RULES,
            *initiative.RULES,
            *document.RULES,
            *industry.RULES,
            *cluster.RULES,
            *designation.RULES,
            *cooperation.RULES,
        )
    )
)


def extract_statements(segments: Sequence[Segment], lexicon: Lexicon) -> Iterator[Statement]:
    """Yield the statements of every kind that one document makes, of things whose names can be names.

    Each region's report is read on its own: what one has named does not lend its region to the next.
    """
    for _, report in groupby(segments, key=lambda segment: segment.reporter):
        of_report = tuple(report)
        for _, extract in EXTRACTORS:
            yield from filter(has_sound_name, extract(of_report, lexicon))
