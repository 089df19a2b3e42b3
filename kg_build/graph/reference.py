"""The reference graph: ontology, schemes, code lists, mappings and rules, the same for every document.

    <…/id/region/500000> skos:prefLabel "重庆市"@zh <…/id/graph/reference> .

Turtle files are read as they are; what they say reaches the graph triple for triple.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pyoxigraph

from kg_build.errors import DataError
from kg_build.graph.document_graph import LABEL, a
from kg_build.graph.terms import decimal_text, literal, predicate, resource, typed
from kg_build.lexicon import SCHEMES
from kg_build.link import read_links

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from kg_build.lexicon import Lexicon
    from kg_build.model import Rule

__all__ = ["ONTOLOGY", "reference_quads"]

ONTOLOGY = SCHEMES.parent / "cnip.ttl"
TAIL = f" {resource('graph', 'reference')} ."
A_RULE = a("cnip:Rule")
COMMENT, CONFIDENCE = predicate("rdfs:comment"), predicate("cnip:confidence")
RIGHT, FOUND = predicate("cnip:measuredRight"), predicate("cnip:measuredFound")


def reference_quads(lexicon: Lexicon, rules: Sequence[Rule]) -> list[str]:
    """Return the lines of the reference graph, each once.

    Raises: DataError where a file is malformed or has a blank node, or a rule is named twice.
    """
    lines = [line for path in (ONTOLOGY, *sorted(SCHEMES.glob("*.ttl"))) for line in file_lines(path)]
    lines += (f"<{link.subject}> <{link.predicate}> <{link.object}>{TAIL}" for link in read_links(lexicon))
    lines += rule_lines(rules)
    return list(dict.fromkeys(lines))


def file_lines(path: Path) -> Iterator[str]:
    """Yield the triples of a Turtle file as lines of the reference graph."""
    try:
        for subject, verb, value, _ in pyoxigraph.parse(path=str(path), format=pyoxigraph.RdfFormat.TURTLE):
            if isinstance(subject, pyoxigraph.BlankNode) or isinstance(value, pyoxigraph.BlankNode):
                raise DataError(f"{path.name}: a blank node at {verb.value}; give it an IRI")
            yield f"{subject} {verb} {value}{TAIL}"
    except (SyntaxError, OSError) as error:
        place = f"{path.name}:{error.lineno}" if isinstance(error, SyntaxError) else path.name
        raise DataError(f"{place}: {error}") from error


def rule_lines(rules: Iterable[Rule]) -> Iterator[str]:
    """Yield the lines that describe the rules."""
    names = set()
    for rule in rules:
        if rule.name in names:
            raise DataError(f"rule {rule.name}: the name of two rules")
        names.add(rule.name)
        pairs = [
            *A_RULE,
            LABEL + literal(rule.name),
            COMMENT + literal(rule.zh, "zh"),
            COMMENT + literal(rule.en, "en"),
            CONFIDENCE + typed(decimal_text(Decimal(str(rule.confidence))), "xsd:decimal"),
        ]
        if rule.right is not None and rule.found is not None:
            pairs += (RIGHT + typed(str(rule.right), "xsd:integer"), FOUND + typed(str(rule.found), "xsd:integer"))
        for pair in pairs:
            yield resource("rule", rule.name) + pair + TAIL
