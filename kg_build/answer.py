"""What a query returns: rows of terms, as text, as cells of a spreadsheet, as JSON.

Answer(("year",), ((Literal("2030"),),)).rows
[('2030',)]
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import pyoxigraph
from pyoxigraph import Literal

from kg_build.errors import UsageError
from kg_build.export.cells import guard
from kg_build.printable import one_line
from kg_build.terms import Term, is_words, plain_value, term_text

__all__ = ["Answer", "read_results"]

COLUMNS_OF_TRIPLES = ("subject", "predicate", "object")


class Answer(msgspec.Struct, frozen=True):
    """What a query returns: columns, and rows of terms, None where a variable is unbound."""

    columns: tuple[str, ...]
    terms: tuple[tuple[Term | None, ...], ...]

    @property
    def rows(self) -> list[tuple[str, ...]]:
        """The rows as text: IRIs and literals as they are, unbound ones empty."""
        return [tuple(term_text(term) for term in row) for row in self.terms]

    @property
    def cells(self) -> list[tuple[str, ...]]:
        """The rows as text that a spreadsheet may open: plain strings guarded, see `export.cells`."""
        return [
            tuple(guard(term_text(term)) if is_words(term) else term_text(term) for term in row) for row in self.terms
        ]

    @property
    def records(self) -> list[dict[str, str | int | float | bool | None]]:
        """The rows as JSON has them: numbers as numbers, unbound variables as null."""
        return [dict(zip(self.columns, map(plain_value, row), strict=True)) for row in self.terms]


def read_results(
    results: pyoxigraph.QuerySolutions | pyoxigraph.QueryBoolean | pyoxigraph.QueryTriples, name: str
) -> Answer:
    """Return the results of any form of query as an answer; an ASK has one column, a CONSTRUCT three.

    Raises: UsageError where the engine stops in the middle of them.
    """
    if isinstance(results, pyoxigraph.QueryBoolean):
        return Answer(("answer",), ((Literal(bool(results)),),))
    try:
        if isinstance(results, pyoxigraph.QuerySolutions):
            columns = tuple(variable.value for variable in results.variables)
            return Answer(columns, tuple(tuple(solution) for solution in results))
        return Answer(COLUMNS_OF_TRIPLES, tuple(triples(results)))
    except (OSError, RuntimeError, SyntaxError) as error:
        raise UsageError(f"{name}: {one_line(error)}") from error


def triples(results: pyoxigraph.QueryTriples) -> Iterator[tuple[Term, ...]]:
    """Yield constructed triples, sorted, since the order of a CONSTRUCT means nothing."""
    yield from sorted({(triple.subject, triple.predicate, triple.object) for triple in results}, key=str)
