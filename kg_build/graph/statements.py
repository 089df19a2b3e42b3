"""A document's statements as lines: each statement's own node, and what `observations` and `things` add to it.

    <…/statement/0d6e…> <…/status> <…/status/target> <…/graph/jiangzhou> .

Every statement carries its label, region, year, status, evidence and rules in the same way; what is unknown is left
out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kg_build.graph.document_graph import LABEL, DocumentGraph, a
from kg_build.graph.labels import statement_label
from kg_build.graph.observations import observation_pairs
from kg_build.graph.terms import choices, literal, predicate, statement_iri, typed
from kg_build.graph.things import (
    cluster_pairs,
    cooperation_pairs,
    designation_pairs,
    document_pairs,
    industry_pairs,
    initiative_pairs,
)
from kg_build.model import (
    Cluster,
    Cooperation,
    Designation,
    DocumentStatement,
    Industry,
    Initiative,
    Observation,
    Statement,
    Status,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kg_build.lexicon import Lexicon
    from kg_build.model import Document

__all__ = ["KINDS", "statement_quads"]

REGION, YEAR = predicate("cnip:region"), predicate("cnip:year")
STATUS = choices("cnip:status", "status", Status)
EVIDENCE, RULE = predicate("cnip:evidence"), predicate("cnip:rule")
G_YEAR = typed("", "xsd:gYear").removeprefix('""')


class Kind(NamedTuple):
    """How a kind of statement is written: its classes, its own pairs, and what its label says."""

    classes: tuple[str, ...]
    pairs: Callable[..., list[str]]
    words: Callable[..., str]


KINDS: dict[type[Statement], Kind] = {
    Observation: Kind(a("cnip:Statement", "cnip:Observation", "qb:Observation"), observation_pairs, lambda _: ""),
    Initiative: Kind(a("cnip:Statement", "cnip:InitiativeStatement"), initiative_pairs, lambda one: one.name),
    DocumentStatement: Kind(
        a("cnip:Statement", "cnip:DocumentStatement"), document_pairs, lambda one: f"《{one.title}》"
    ),
    Industry: Kind(a("cnip:Statement", "cnip:IndustryStatement"), industry_pairs, lambda one: one.industry),
    Cluster: Kind(a("cnip:Statement", "cnip:ClusterStatement"), cluster_pairs, lambda one: one.name),
    Designation: Kind(a("cnip:Statement", "cnip:DesignationStatement"), designation_pairs, lambda one: one.name),
    Cooperation: Kind(a("cnip:Statement", "cnip:CooperationStatement"), cooperation_pairs, lambda one: one.name),
}


def statement_quads(document: Document, statements: Sequence[Statement], lexicon: Lexicon) -> list[str]:
    """Return the lines of the document's graph, each once: its source and all that is said in it.

    Raises: EvidenceError where a quote does not stand at its offsets in the document.
    """
    graph = DocumentGraph(document, lexicon)
    graph.add_source(statements)
    for statement in statements:
        add_statement(graph, statement)
    return graph.lines if len(graph.keys) == len(statements) else list(dict.fromkeys(graph.lines))


def add_statement(graph: DocumentGraph, statement: Statement) -> None:
    """Write a statement, what it rests on, what it speaks of, and its links."""
    kind = KINDS[type(statement)]
    region = graph.region(statement.region, statement.region_key)
    pairs = [*kind.classes, LABEL + literal(statement_label(statement, kind.words(statement)), "zh")]
    pairs.append(STATUS[statement.status])
    if region:
        pairs.append(REGION + region)
    if statement.year is not None:
        pairs.append(f'{YEAR}"{statement.year:04d}"{G_YEAR}')
    rules: dict[str, None] = {}
    for evidence in statement.evidence:
        passage, rule = graph.evidence(evidence)
        pairs.append(EVIDENCE + passage)
        rules[rule] = None
    pairs += [RULE + rule for rule in rules]
    pairs += kind.pairs(graph, statement, region)
    iri = statement_iri(statement)
    graph.keys.add(iri)
    graph.add(iri, pairs)
