"""Periods of whole months, as our own words and OWL-Time describe them: `period:2021-01--2025-12`.

A figure covers one, and so does what a plan's title says of its years.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg_build.graph.document_graph import a
from kg_build.graph.terms import predicate, resource, typed

if TYPE_CHECKING:
    from kg_build.graph.document_graph import DocumentGraph

__all__ = ["period_ends", "period_iri"]

YEAR_MONTH = typed("", "xsd:gYearMonth").removeprefix('""')
A_PERIOD, AN_INSTANT = a("cnip:Period"), a("time:Instant")
PERIOD_START, PERIOD_END = predicate("cnip:periodStart"), predicate("cnip:periodEnd")
BEGINS, ENDS, IN_MONTH = map(predicate, ("time:hasBeginning", "time:hasEnd", "time:inXSDgYearMonth"))


def period_ends(start: str, end: str) -> list[str]:
    """Return the pairs that give the first and the last month, as far as they are known."""
    return [f'{ours}"{month}"{YEAR_MONTH}' for ours, month in ((PERIOD_START, start), (PERIOD_END, end)) if month]


def period_iri(graph: DocumentGraph, start: str, end: str) -> str:
    """Return the IRI of a period, of which one end at least is known; it is described where it is new."""
    period = resource("period", f"{start or 'open'}--{end or 'open'}")
    if period not in graph.written:
        graph.written.add(period)
        instants = [link + instant(graph, month) for link, month in ((BEGINS, start), (ENDS, end)) if month]
        graph.add(period, (*A_PERIOD, *period_ends(start, end), *instants))
    return period


def instant(graph: DocumentGraph, month: str) -> str:
    """Return the IRI of the instant that OWL-Time has a period begin or end with, known to the month."""
    iri = resource("month", month)
    graph.add_once(iri, (*AN_INSTANT, f'{IN_MONTH}"{month}"{YEAR_MONTH}'))
    return iri
