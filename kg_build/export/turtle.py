"""The graph as one Turtle file, with prefixes, for people and for tools that know no named graphs.

    region:500000 cnip:hasInitiative <https://w3id.org/cnip/id/initiative/500000/33618> .

The union of all graphs, read from `graph.nq`: its lines are sorted, so the same triple of two graphs stands twice in a
row, and nothing but the triple at hand is kept in memory.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pyoxigraph

from kg_build.errors import UsageError
from kg_build.export.place import staged_file
from kg_build.namespaces import PREFIXES
from kg_build.printable import one_line
from kg_build.store import graph_file

__all__ = ["export_turtle"]

MARK = b"# Written by cnip.\n"


class Counter:
    """Counts the triples that pass."""

    def __init__(self) -> None:
        self.count = 0

    def distinct(self, quads: Iterator[pyoxigraph.Quad]) -> Iterator[pyoxigraph.Triple]:
        """Yield the triples of sorted quads, each once."""
        before = None
        for quad in quads:
            triple = quad.triple
            if triple != before:
                self.count += 1
                yield triple
            before = triple


def export_turtle(out: Path, target: Path) -> int:
    """Write the graph of an output folder as Turtle; return the number of triples.

    Raises: UsageError where `out` is no output or its graph is damaged, or `target` is not ours.
    """
    graph = graph_file(out)
    counter = Counter()
    with staged_file(target, mark=MARK.strip()) as file:
        file.write(MARK)
        try:
            quads = pyoxigraph.parse(path=str(graph), format=pyoxigraph.RdfFormat.N_QUADS)
            pyoxigraph.serialize(counter.distinct(quads), file, format=pyoxigraph.RdfFormat.TURTLE, prefixes=PREFIXES)
        except SyntaxError as error:
            raise UsageError(f"{graph}: {one_line(error)}") from error
    return counter.count
