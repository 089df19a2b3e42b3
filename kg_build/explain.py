"""Where a fact stands and why it was read so: `cnip explain build 轴承产量`.

    江州市2030年：轴承产量（增速）7.4%
      ...
      jiangzhou.txt [159:171]
        2030年，【江州市轴承产量增长7.4%】，出口稳定。
        measurement.growth (0.97, 38 of 38 right on gold): a rate of growth after its indicator

Asked for are words of a quote or a name, or the IRI (whole, prefixed, or a statement's bare hash) of a statement, a
passage, or a thing that statements speak of. What is told of a statement is read by `passages`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from pyoxigraph import NamedNode

from kg_build.errors import UsageError
from kg_build.export.rows import select
from kg_build.namespaces import ID, PREFIXES, expand
from kg_build.passages import Language, StatementNote, passage_place, read_statement, values
from kg_build.printable import one_line, printable
from kg_build.store import open_store
from kg_build.terms import term_text

if TYPE_CHECKING:
    from pyoxigraph import Store

__all__ = ["Explanations", "explain", "explanation_lines"]

LIMIT = 10
"""Statements that are told, where more are found."""
HASH = re.compile(r"[0-9a-f]{16}")
STATEMENT = ID + "statement/"


class Explanations(msgspec.Struct, frozen=True):
    """How many statements were found, and the first of them, in the order of the texts."""

    found: int
    facts: tuple[StatementNote, ...]


def explain(out: Path, what: str, language: Language = "en", *, limit: int = LIMIT) -> Explanations:
    """Return the statements that `what` names or words, their properties named in the language.

    Raises: UsageError where `out` is no output, `what` is empty or `limit` is below 1; EvidenceError where a text was
        changed.
    """
    if limit < 1:
        raise UsageError(f"--limit {limit}: expected a whole number above 0")
    store = open_store(out)
    found = find_statements(store, what)
    return Explanations(len(found), tuple(read_statement(store, out, iri, language) for iri in found[:limit]))


def find_statements(store: Store, what: str) -> list[str]:
    """Return the IRIs of the statements that `what` names, or that have its words in a quote or a name.

    Raises: UsageError where `what` is empty.
    """
    words = what.strip()
    if not words:
        raise UsageError("give words of a quote or a name, or an IRI")
    iri = as_iri(words)
    return statements_about(store, iri) if iri else statements_with(store, words)


def as_iri(words: str) -> str:
    """Return the IRI that the words are, empty where they are none."""
    words = words.removeprefix("<").removesuffix(">")
    if HASH.fullmatch(words):
        return STATEMENT + words
    if words.startswith(("http://", "https://")):
        return words
    prefix, colon, _ = words.partition(":")
    return expand(words) if colon and prefix in PREFIXES else ""


def statements_about(store: Store, iri: str) -> list[str]:
    """Return a statement, or the statements that have something as passage, region, thing or concept."""
    try:
        node = NamedNode(iri)
    except ValueError:
        return []
    if iri.startswith(STATEMENT):
        return [iri] if values(store, node, "cnip:evidence") else []
    subjects = {quad.subject for quad in store.quads_for_pattern(None, None, node, None)}
    return in_order(
        {
            (subject.value, term_text(passage))
            for subject in subjects
            if isinstance(subject, NamedNode) and subject.value.startswith(STATEMENT)
            for passage in values(store, subject, "cnip:evidence")
        }
    )


def statements_with(store: Store, words: str) -> list[str]:
    """Return the statements that have the words in a quote or a name."""
    return in_order({(row["iri"], row["passage"]) for row in select(store, "find-statements", {"words": words})})


def in_order(pairs: set[tuple[str, str]]) -> list[str]:
    """Return the statements of pairs with passages, by source and by where they first stand there."""
    ordered = sorted(pairs, key=lambda pair: (*passage_place(pair[1]), pair[0]))
    return list(dict.fromkeys(statement for statement, _ in ordered))


def explanation_lines(statement: StatementNote) -> Iterator[str]:
    """Yield a statement as lines: what it says, what it was read as, and each quote, in 【】, in its paragraph."""
    yield printable(statement.label)
    yield f"  <{statement.iri}>"
    for name, shown in statement.properties:
        yield printable(f"  {name}: {', '.join(shown)}")
    for passage in statement.passages:
        yield printable(f"  {passage.document} [{passage.start}:{passage.end}]")
        yield printable(f"    {passage.before}【{one_line(passage.quote)}】{passage.after}".expandtabs(1))
        for rule in passage.rules:
            yield f"    {rule.name} ({rule.confidence}{rule.measured}): {rule.words}"
