"""The rows of a query in `queries/exports/`, as text: what tables, networks and explanations are made of.

next(select(store, "cooperation-partners"))["region"]
'江州市'
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, TypeAlias

from kg_build.errors import DataError
from kg_build.query import with_params
from kg_build.resources import resource
from kg_build.terms import term_text

if TYPE_CHECKING:
    from pyoxigraph import Store

__all__ = ["Row", "columns", "select"]

Row: TypeAlias = dict[str, str]

COLUMNS = "# columns: "


def query_text(name: str) -> str:
    """Return a query of `queries/exports/`."""
    return resource("queries", "exports", f"{name}.rq").read_text(encoding="utf-8")


def columns(name: str) -> list[str]:
    """Return the columns that the head of a query lists. Raises DataError where it lists none."""
    for line in query_text(name).splitlines():
        if line.startswith(COLUMNS):
            return line.removeprefix(COLUMNS).split(", ")
    raise DataError(f"{name}.rq: its head lacks `{COLUMNS.strip()}`")


def select(store: Store, name: str, params: Mapping[str, str] | None = None) -> Iterator[Row]:
    """Yield the rows of a SELECT query, empty where a variable is unbound."""
    text = with_params(query_text(name), params or {}, name)
    solutions = store.query(text, use_default_graph_as_union=True)
    names = columns(name)
    for solution in solutions:  # type: ignore[union-attr]  # an ASK is none of these queries
        yield dict(zip(names, map(term_text, solution), strict=True))
