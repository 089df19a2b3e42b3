"""How many rows each check of the catalogue finds in an output: figures to look at, none of them an error.

    {check.name: rows for check, rows in count_rows(Path("build"))}["conflicting-figures"]
    1

The checks are the files of `queries/checks/`; `cnip query OUT NAME` shows their rows. They read all figures, so the
graph is taken into memory where it fits.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg_build.namespaces import PREFIXES
from kg_build.query import list_checks
from kg_build.store import memory_store, open_store
from kg_build.terms import term_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kg_build.query import Question

__all__ = ["count_rows", "count_unplaced"]

FACTS = "SELECT (COUNT(DISTINCT ?fact) AS ?count) WHERE {{ ?fact cnip:evidence ?passage {without} }}"
WITHOUT = "FILTER NOT EXISTS {{ ?fact {} ?known }}"
LACKING = ("", WITHOUT.format("cnip:region"), WITHOUT.format("cnip:year"))


def count_rows(out: Path) -> Iterator[tuple[Question, int]]:
    """Yield each check with the number of rows it finds in an output folder.

    Raises: UsageError where the folder is not an output of `cnip build` or has no graph.
    """
    store = memory_store(out)
    for check in list_checks():
        solutions = store.query(check.text, use_default_graph_as_union=True, prefixes=PREFIXES)
        yield check, len(list(solutions))  # type: ignore[arg-type]  # an ASK is no check


def count_unplaced(out: Path) -> tuple[int, int, int]:
    """Return how many facts an output folder has, how many of them without a region, how many without a year.

    Raises: UsageError where the folder is not an output of `cnip build` or its store is missing.
    """
    store = open_store(out)
    counts = []
    for without in LACKING:
        solutions = store.query(FACTS.format(without=without), use_default_graph_as_union=True, prefixes=PREFIXES)
        counts += [int(term_text(solution[0])) for solution in solutions]  # type: ignore[union-attr]  # no ASK
    facts, region, year = counts
    return facts, region, year
