"""A graph file taken apart into its named graphs, and what a document's graph needs of the reference graph.

`graph.nq` is sorted by line, so its graphs lie mixed; they are gathered one share of the file at a time, each share
small enough for memory. A document's graph can be judged with the few reference nodes it names, and those that these
name, in place of the whole reference graph.
"""

from __future__ import annotations

import tempfile
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path

from kg_build.errors import UsageError
from kg_build.namespaces import PREFIXES

__all__ = ["Reference", "names_of", "read_graphs"]

SHARE = 64 * 2**20
"""How many bytes of the file are held at once, about."""
MAXIMUM_SHARES = 256
TERMS = 4
"""Of a quad; as many blanks are in its line, or more where a literal has some."""
TYPE = f"<{PREFIXES['rdf']}type>"
SUBCLASS = f"<{PREFIXES['rdfs']}subClassOf>"


def read_graphs(path: Path, first: str) -> Iterator[tuple[str, list[str]]]:
    """Yield each named graph of an N-Quads file and its lines, the graph `first` before the others.

    Raises: UsageError with file and line where a line is no quad of a named graph.
    """
    shares = min(MAXIMUM_SHARES, path.stat().st_size // SHARE + 1)
    if shares == 1:
        with path.open(encoding="utf-8", newline="\n") as lines:
            graphs = gather(lines, path)
        yield first, graphs.pop(first, [])
        yield from sorted(graphs.items())
        return
    with tempfile.TemporaryDirectory(prefix="cnip-") as folder:
        parts = [Path(folder, f"{share}.nq") for share in range(shares)]
        with ExitStack() as stack:
            lines = stack.enter_context(path.open(encoding="utf-8", newline="\n"))
            files = [stack.enter_context(part.open("w", encoding="utf-8", newline="\n")) for part in parts]
            for number, line in enumerate(lines, 1):
                name = graph_of(line, path, number)
                files[0 if name == first else 1 + zlib.crc32(name.encode()) % (shares - 1)].write(line)
        with parts[0].open(encoding="utf-8", newline="\n") as lines:
            yield first, list(lines)
        for part in parts[1:]:
            with part.open(encoding="utf-8", newline="\n") as lines:
                graphs = gather(lines, part)
            yield from sorted(graphs.items())


def gather(lines: Iterable[str], path: Path) -> dict[str, list[str]]:
    """Return the lines of each named graph, in their order."""
    graphs: dict[str, list[str]] = defaultdict(list)
    for number, line in enumerate(lines, 1):
        graphs[graph_of(line, path, number)].append(line)
    return graphs


def graph_of(line: str, path: Path, number: int) -> str:
    """Return the graph that a quad is in. Raises UsageError where the line is no quad."""
    start = line.rfind(" <") + 1
    if start and line[0] == "<" and line.endswith("> .\n") and line.count(" ") > TERMS - 1:
        return line[start + 1 : -4]
    raise UsageError(f"{path}:{number}: not a quad of a named graph as cnip writes it")


def names_of(line: str) -> tuple[str, str, str]:
    """Return the subject, predicate and object of a quad as written; the object is empty where it is a literal."""
    subject, predicate, rest = line.split(" ", 2)
    return subject, predicate, rest[: rest.index(" ")] if rest[0] == "<" else ""


class Reference:
    """The lines of the reference graph by subject, and which subjects each leads to."""

    def __init__(self, lines: Iterable[str]) -> None:
        self.lines: dict[str, list[str]] = defaultdict(list)
        self.leads_to: dict[str, set[str]] = defaultdict(set)
        self.subclasses: list[str] = []
        for line in lines:
            subject, predicate, value = names_of(line)
            self.lines[subject].append(line)
            if predicate == SUBCLASS:
                self.subclasses.append(line)
            elif value and predicate != TYPE:
                self.leads_to[subject].add(value)

    def lines_for(self, names: Iterable[str]) -> Iterator[str]:
        """Yield the lines about the named nodes and about all they lead to, and which classes are below which."""
        yield from self.subclasses
        waiting = [name for name in names if name in self.lines]
        found = set(waiting)
        while waiting:
            name = waiting.pop()
            yield from self.lines[name]
            new = {value for value in self.leads_to.get(name, ()) if value in self.lines} - found
            found |= new
            waiting += new
