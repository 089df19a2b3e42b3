"""A statement read back from the store, with each passage it rests on in its paragraph and the rules that read it.

    read_statement(store, Path("build"), "https://…/statement/0d6e…", "zh").passages[0].quote
    '江州市轴承产量增长7.4%'

Names of properties, values and rules are those of the graph, in the language asked for where there is one.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias

import msgspec
from pyoxigraph import NamedNode

from kg_build.errors import EvidenceError
from kg_build.namespaces import compact, expand
from kg_build.terms import local_name, term_text

if TYPE_CHECKING:
    from pyoxigraph import Store

    from kg_build.terms import Term

__all__ = ["Language", "Passage", "RuleNote", "StatementNote", "passage_place", "read_statement", "values"]

Language: TypeAlias = Literal["zh", "en"]

AROUND = 120
"""Characters of a long paragraph that are shown before and after a quote."""
TEXTS = "texts"
PLACE = re.compile(r"(?P<source>.*)#char=(?P<start>\d+),(?P<end>\d+)")
PROPERTIES = tuple(
    f"cnip:{name}"
    for name in (
        *("region", "year", "status", "name", "code", "title", "action", "level", "clusterIndustry", "partner"),
        *("industryText", "industry", "role", "indicatorText", "indicator", "kind", "rawValue", "comparator", "value"),
        *("lowerBound", "upperBound", "unitText", "unit", "scope", "periodStart", "periodEnd", "statesComponent"),
    )
)
"""What is told of a statement, in this order: the text's own term or figure, then what it was read as."""
MEASURED = {
    "en": (", {right} of {found} right on gold", ", not measured"),
    "zh": ("，标注集上{found}条对{right}条", "，未测"),
}
"""How often a rule was right in annotated texts, and that it was not measured."""


class RuleNote(msgspec.Struct, frozen=True):
    """A rule: its name, what it looks for, how sure it is, and how often it was right in annotated texts, in words."""

    name: str
    words: str
    confidence: str
    measured: str


class Passage(msgspec.Struct, frozen=True):
    """Where a text states something: the quote with its paragraph around it, and the rules that read it."""

    iri: str
    document: str
    start: int
    end: int
    before: str
    quote: str
    after: str
    rules: tuple[RuleNote, ...]


class StatementNote(msgspec.Struct, frozen=True):
    """A statement: its properties by name with their values, and the passages it rests on."""

    iri: str
    label: str
    properties: tuple[tuple[str, tuple[str, ...]], ...]
    passages: tuple[Passage, ...]


def passage_place(iri: str) -> tuple[str, int, int]:
    """Return the source, start and end that a passage's IRI names."""
    match = PLACE.fullmatch(iri)
    return (match["source"], int(match["start"]), int(match["end"])) if match else (iri, 0, 0)


def read_statement(store: Store, out: Path, iri: str, language: Language) -> StatementNote:
    """Return a statement with its properties and passages.

    Raises: EvidenceError where a text in the output folder was changed.
    """
    statement = NamedNode(iri)
    properties = []
    for curie in PROPERTIES:
        if terms := values(store, statement, curie):
            shown = sorted(shown_term(store, term, language) for term in terms)
            properties.append((label(store, NamedNode(expand(curie)), language), tuple(shown)))
    rules = {term_text(rule) for rule in values(store, statement, "cnip:rule")}
    passages = sorted(map(term_text, values(store, statement, "cnip:evidence")), key=passage_place)
    return StatementNote(
        iri=iri,
        label=label(store, statement, language),
        properties=tuple(properties),
        passages=tuple(read_passage(store, out, passage, rules, language) for passage in passages),
    )


def read_passage(store: Store, out: Path, iri: str, rules: set[str], language: Language) -> Passage:
    """Return a passage in its paragraph, with those of the rules that read it.

    Raises: EvidenceError where the text has something else at its place.
    """
    node = NamedNode(iri)
    source, start, end = passage_place(iri)
    quote = one_text(store, node, "oa:exact")
    path = out / TEXTS / f"{source.rpartition('/')[2]}.txt"
    try:
        text = path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise EvidenceError(f"{path}: cannot be read; build the output again") from error
    if text[start:end] != quote:
        raise EvidenceError(f"{path}: changed since it was read: `{quote[:20]}` does not stand at {start}-{end}")
    read_by = sorted(rules & {term_text(rule) for rule in values(store, node, "cnip:rule")})
    opening = text.rfind("\n", 0, start) + 1
    closing = text.find("\n", end)
    before, after = text[opening:start].lstrip(), text[end : closing if closing >= 0 else len(text)].rstrip()
    return Passage(
        iri=iri,
        document=one_text(store, NamedNode(source), "dcterms:identifier"),
        start=start,
        end=end,
        before=before if len(before) <= AROUND else "…" + before[-AROUND:],
        quote=quote,
        after=after if len(after) <= AROUND else after[:AROUND] + "…",
        rules=tuple(read_rule(store, NamedNode(rule), language) for rule in read_by),
    )


def read_rule(store: Store, rule: NamedNode, language: Language) -> RuleNote:
    """Return a rule with its description."""
    words = label(store, rule, language, "rdfs:comment")
    right, found = one_text(store, rule, "cnip:measuredRight"), one_text(store, rule, "cnip:measuredFound")
    counted, uncounted = MEASURED[language]
    measured = counted.format(right=right, found=found) if found else uncounted
    return RuleNote(local_name(rule), words, one_text(store, rule, "cnip:confidence"), measured)


def values(store: Store, subject: NamedNode, curie: str) -> set[Term]:
    """Return what a subject has for a property given by its prefixed name."""
    return {quad.object for quad in store.quads_for_pattern(subject, NamedNode(expand(curie)), None, None)}


def one_text(store: Store, subject: NamedNode, curie: str) -> str:
    """Return the text of a property that has one value, empty where it has none."""
    return min(map(term_text, values(store, subject, curie)), default="")


def label(store: Store, subject: NamedNode, language: Language, *curies: str) -> str:
    """Return the name of something in a language, else in Chinese, else in none, else the last part of its IRI."""
    texts = [term for curie in curies or ("skos:prefLabel", "rdfs:label") for term in values(store, subject, curie)]
    for wanted in (language, "zh", None):
        named = [term_text(term) for term in texts if getattr(term, "language", None) == wanted]
        if named:
            return min(named)
    return local_name(subject)


def shown_term(store: Store, term: Term, language: Language) -> str:
    """Return a value to read: a literal as it is, a thing by its name and its prefixed IRI."""
    if not isinstance(term, NamedNode):
        return term_text(term)
    short = compact(term.value)
    return short if short == term.value else f"{label(store, term, language)} ({short})"
