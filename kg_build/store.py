"""Stage 9: the graph in a store that answers SPARQL, on disk or in memory.

    load_store(Path("build/graph.nq"), Path("build/store"))
    open_store(Path("build")).query("SELECT ...", use_default_graph_as_union=True)

Input: sorted N-Quads. The union of all graphs is what queries see, and the store's union is a bag: a triple that two
documents state would count twice, and a statement of ten such triples 2**10 times. So the store holds each triple in
the first of its graphs only (`graph.nq` keeps them all); which document states a fact is told by its evidence.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import RdfFormat, Store

from kg_build.errors import DataError, UsageError
from kg_build.output import require_output
from kg_build.printable import one_line

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

__all__ = ["GRAPH", "STORE", "distinct_triples", "graph_file", "load_store", "memory_store", "open_store"]

GRAPH = "graph.nq"
STORE = "store"
IN_MEMORY = 400_000_000
"""Bytes of N-Quads up to which a graph is worth loading into memory (about 1 GB there) for a pass over all of it."""


class DistinctTriples(io.RawIOBase):
    """Sorted N-Quads lines as a readable file, each triple once, in the first of its graphs."""

    def __init__(self, lines: Iterable[bytes]) -> None:
        self.lines = distinct_triples(lines)
        self.rest = b""

    def readable(self) -> bool:
        """Tell that it can be read."""
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        """Fill the buffer and return how much of it, 0 at the end."""
        view = memoryview(buffer)
        size = len(view)
        parts, length = [self.rest], len(self.rest)
        while length < size and (line := next(self.lines, b"")):
            parts.append(line)
            length += len(line)
        block = b"".join(parts)
        self.rest = block[size:]
        view[: min(size, length)] = block[:size]
        return min(size, length)


def distinct_triples(lines: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the lines whose triple differs from that of the line before.

    A graph's name has no blank in it, so the last ` <` of a line ends its triple.
    """
    before = b""
    for line in lines:
        triple = line[: line.rfind(b" <")]
        if triple != before:
            yield line
        before = triple


def load_store(quads: Path | Iterable[str], folder: Path) -> None:
    """Load sorted N-Quads, a file or lines, into a new store on disk.

    Raises: DataError where a line is not N-Quads; UsageError where the store cannot be written.
    """
    try:
        store = Store(str(folder))
        fill(store, quads)
        store.flush()
    except OSError as error:
        raise UsageError(f"{folder}: the store cannot be written ({one_line(error)})") from error


def graph_file(out: Path) -> Path:
    """Return the graph of an output folder.

    Raises: UsageError where the folder is not an output of `cnip build` or has no graph.
    """
    require_output(out)
    graph = out / GRAPH
    if not graph.is_file():
        raise UsageError(f"{graph}: no such file; build the output again")
    if not graph.stat().st_size:
        raise UsageError(f"{graph}: empty; build the output again")
    return graph


def memory_store(out: Path) -> Store:
    """Return the graph of an output folder for a pass over all of it: in memory, unless it is too big for that.

    Raises: UsageError where the folder is not an output of `cnip build` or has no graph.
    """
    graph = graph_file(out)
    if graph.stat().st_size > IN_MEMORY:
        return open_store(out)
    store = Store()
    try:
        fill(store, graph)
    except OSError as error:
        raise UsageError(f"{graph}: cannot be read ({one_line(error)})") from error
    return store


def open_store(out: Path) -> Store:
    """Open the store of an output folder, read-only.

    Raises: UsageError where the folder is not an output of `cnip build`, or its store is missing or damaged.
    """
    require_output(out)
    folder = out / STORE
    if not folder.is_dir():
        raise UsageError(f"{folder}: no such folder; build the output again")
    try:
        return Store.read_only(str(folder))
    except OSError as error:
        raise UsageError(f"{folder}: the store cannot be opened ({one_line(error)})") from error


def fill(store: Store, quads: Path | Iterable[str]) -> None:
    """Load sorted N-Quads, a file or lines, into a store."""
    name = quads.name if isinstance(quads, Path) else "N-Quads"
    try:
        if isinstance(quads, Path):
            with quads.open("rb") as lines:
                load(store, lines)
        else:
            load(store, (f"{line.rstrip()}\n".encode() for line in quads))
    except SyntaxError as error:
        raise DataError(f"{name}: {one_line(error)}") from error


def load(store: Store, lines: Iterable[bytes]) -> None:
    """Load lines of N-Quads into a store; what they say has been checked where they were written."""
    store.bulk_load(io.BufferedReader(DistinctTriples(lines), 1 << 20), format=RdfFormat.N_QUADS, lenient=True)
