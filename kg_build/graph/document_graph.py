"""The graph of one document: its source, its passages, and the things it speaks of, each described once.

Two statements that rest on one passage share its evidence node; an industry that the scheme knows is only referred
to, one that it does not know (轴承保持架) is described where it is found.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from kg_build.errors import EvidenceError
from kg_build.graph.terms import canonical_name, digest, literal, predicate, resource, term, typed, web_iri

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg_build.lexicon import Lexicon
    from kg_build.model import Document, Evidence, Statement

__all__ = ["ALTERNATIVE", "LABEL", "PREFERRED", "TYPE", "DocumentGraph", "a"]

TYPE = predicate("rdf:type")
LABEL = predicate("rdfs:label")
PREFERRED = predicate("skos:prefLabel")
ALTERNATIVE = predicate("skos:altLabel")

HAS_SOURCE, START, END, EXACT = map(predicate, ("oa:hasSource", "oa:start", "oa:end", "oa:exact"))
RULE = predicate("cnip:rule")
INTEGER = typed("", "xsd:integer").removeprefix('""')
YEAR, REPORTING_REGION = predicate("cnip:year"), predicate("cnip:reportingRegion")
TITLE, IDENTIFIER, PUBLISHER, ISSUED, SOURCE = map(
    predicate, ("dcterms:title", "dcterms:identifier", "dcterms:publisher", "dcterms:issued", "dcterms:source")
)


def a(*classes: str) -> tuple[str, ...]:
    """Return the pairs that give a subject its classes, from their prefixed names."""
    return tuple(TYPE + term(name) for name in classes)


A_SOURCE = a("cnip:SourceDocument", "prov:Entity")
(AN_EVIDENCE,) = a("cnip:Evidence")
A_REGION = a("cnip:Region", "skos:Concept")
AN_INDUSTRY = a("cnip:Industry", "skos:Concept")
AN_INDICATOR = a("cnip:Indicator", "skos:Concept")
A_UNIT = a("cnip:Unit", "skos:Concept")


class DocumentGraph:
    """Collects the lines of a document's graph. A pair is a predicate and its object, ready to follow a subject."""

    def __init__(self, document: Document, lexicon: Lexicon) -> None:
        key = quote(document.key, safe="")
        self.document = document
        self.lexicon = lexicon
        self.lines: list[str] = []
        self.source = resource("source", key)
        self.passage = f"{self.source[:-1]}#char="
        self.tail = f" {resource('graph', key)} ."
        self.keys: set[str] = set()
        self.written: set[str] = set()
        self.rules: dict[str, str] = {}
        self.regions: dict[str, str] = {}
        self.read_by: dict[str, list[str]] = {}
        self.units: dict[str, str] = {}
        self.iris: dict[tuple[str, str, str], str] = {}

    def add(self, subject: str, pairs: Sequence[str]) -> None:
        """Write the pairs of a subject."""
        tail = self.tail
        self.lines += [f"{subject}{pair}{tail}" for pair in pairs]

    def add_once(self, subject: str, pairs: Sequence[str]) -> None:
        """Write the pairs of a subject that have not been written yet."""
        tail = self.tail
        lines = [line for pair in pairs if (line := f"{subject}{pair}{tail}") not in self.written]
        self.written.update(lines)
        self.lines += lines

    def add_source(self, statements: Sequence[Statement]) -> None:
        """Describe the document, as far as it is known; a region of no scheme is one that a statement names."""
        document = self.document
        pairs = [*A_SOURCE, IDENTIFIER + literal(document.name), TITLE + literal(document.title or document.name)]
        if document.region:
            known = self.lexicon.region_named(document.region)
            named = (statement.region_key for statement in statements if statement.region == document.region)
            if region := self.region(document.region, known.key if known else next(named, "")):
                pairs.append(REPORTING_REGION + region)
        if document.year is not None:
            pairs.append(YEAR + typed(f"{document.year:04d}", "xsd:gYear"))
        if document.publisher:
            pairs.append(PUBLISHER + literal(document.publisher))
        if document.date:
            pairs.append(ISSUED + literal(document.date))
        if document.url:
            pairs.append(SOURCE + web_iri(document.url))
        self.add(self.source, pairs)

    def evidence(self, evidence: Evidence) -> tuple[str, str]:
        """Return the IRIs of a passage and of the rule that read it, describing the passage where it is new.

        Raises: EvidenceError where the quote does not stand at its offsets.
        """
        start, end = evidence.start, evidence.end
        passage = f"{self.passage}{start},{end}>"
        rule = self.rules.get(evidence.rule) or self.rules.setdefault(evidence.rule, resource("rule", evidence.rule))
        self.check(evidence)
        read_by = self.read_by.get(passage)
        tail = self.tail
        if read_by is None:
            self.read_by[passage] = [rule]
            self.lines += (
                f"{passage}{AN_EVIDENCE}{tail}",
                f"{passage}{HAS_SOURCE}{self.source}{tail}",
                f'{passage}{START}"{start}"{INTEGER}{tail}',
                f'{passage}{END}"{end}"{INTEGER}{tail}',
                f"{passage}{EXACT}{literal(evidence.quote)}{tail}",
                f"{passage}{RULE}{rule}{tail}",
            )
        elif rule not in read_by:
            read_by.append(rule)
            self.lines.append(f"{passage}{RULE}{rule}{tail}")
        return passage, rule

    def check(self, evidence: Evidence) -> None:
        """Raise EvidenceError unless the quote is the document's own text at its offsets."""
        document, start, end = self.document, evidence.start, evidence.end
        if (
            evidence.document == document.key
            and 0 <= start < end <= len(document.text)
            and document.text[start:end] == evidence.quote
        ):
            return
        there = document.text[max(start, 0) : max(end, 0)][:40]
        raise EvidenceError(
            f"{document.name}:{start}-{end}: {evidence.rule} quotes “{evidence.quote[:40]}” of {evidence.document}; "
            f"{document.key} has “{there}” there"
        )

    def region(self, name: str, key: str) -> str:
        """Return the IRI of a region, empty where it is unknown; a region of no scheme is described."""
        if key and key not in self.regions:
            self.regions[key] = iri = resource("region", key)
            if key not in self.lexicon.regions:
                self.add(iri, (*A_REGION, PREFERRED + literal(name, "zh")))
        return self.regions[key] if key else ""

    def industry(self, text: str, key: str) -> str:
        """Return the IRI of an industry of the scheme, or of one that only texts name."""
        return self.concept("industry", text, key, AN_INDUSTRY)

    def indicator(self, text: str, key: str) -> str:
        """Return the IRI of an indicator of the scheme, or of one that only texts name."""
        return self.concept("indicator", text, key, AN_INDICATOR)

    def unit(self, text: str) -> str:
        """Return the IRI of a unit of the scheme, or of one that only texts use."""
        if text not in self.units:
            self.units[text] = self.concept("unit", text, self.lexicon.ground_unit(text), A_UNIT)
        return self.units[text]

    def concept(self, kind: str, text: str, key: str, classes: Sequence[str]) -> str:
        """Return the IRI of a concept; without a key it is named by its text, and described."""
        asked = (kind, text, key)
        if asked not in self.iris:
            name = canonical_name(text)
            iri = resource(kind, key or f"t-{digest(name)}")
            if not key:
                self.add_once(iri, (*classes, PREFERRED + literal(name, "zh")))
            self.iris[asked] = iri
        return self.iris[asked]
