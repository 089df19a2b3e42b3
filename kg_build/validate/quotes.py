"""The passages behind a finding, so that a report shows the text and not only an IRI.

A statement's passages are its evidence; those of a thing (an initiative, a period) are the passages of the statements
that speak of it; evidence is its own passage.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import pyoxigraph

from kg_build.graph.terms import predicate
from kg_build.validate.graphs import names_of

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

__all__ = ["quotes_of"]

EVIDENCE = predicate("cnip:evidence").strip()
EXACT = predicate("oa:exact").strip()
MAXIMUM = 3
"""Passages shown for one focus."""


def quotes_of(lines: Sequence[str], focuses: Collection[str]) -> dict[str, tuple[str, ...]]:
    """Return up to three passages for each focus node (an IRI in angle brackets), in the order of the text."""
    rests_on: dict[str, set[str]] = defaultdict(set)
    spoken_of: dict[str, set[str]] = defaultdict(set)
    quoted: dict[str, str] = {}
    for line in lines:
        subject, verb, value = names_of(line)
        if verb == EVIDENCE:
            rests_on[subject].add(value)
        elif verb == EXACT:
            quoted[subject] = line
        elif value in focuses:
            spoken_of[value].add(subject)
    quotes = {}
    for focus in focuses:
        statements = {focus, *spoken_of[focus]}
        passages = {passage for statement in statements for passage in rests_on.get(statement, ())} | {focus}
        found = sorted(passages & quoted.keys(), key=offsets)[:MAXIMUM]
        quotes[focus] = tuple(text_of(quoted[passage]) for passage in found)
    return quotes


def offsets(passage: str) -> tuple[str, int, str]:
    """Return what sorts passages by source and place."""
    source, _, place = passage.partition("#char=")
    start = place.partition(",")[0]
    return source, int(start) if start.isdecimal() else 0, place


def text_of(line: str) -> str:
    """Return the literal of a line."""
    (quad,) = pyoxigraph.parse(line, format=pyoxigraph.RdfFormat.N_QUADS)
    return str(quad.object.value)
