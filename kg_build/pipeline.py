"""The stages in order: read, segment, match, extract, assemble, graph, store.

`build` reads sources and leaves a folder: `graph.nq` (sorted), `store/`, `texts/` (each source as read) and
`report.json`. Nothing in it depends on the clock, the machine or the order of files.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from kg_build import __version__
from kg_build.assemble import assemble, check_evidence
from kg_build.errors import SourceError, UsageError
from kg_build.extract.registry import RULES, extract_statements
from kg_build.graph import reference_quads, statement_quads
from kg_build.lexicon import Lexicon, load_lexicon
from kg_build.match import Matcher
from kg_build.model import Document, Segment, Statement
from kg_build.nearest import nearest_regions
from kg_build.output import GENERATOR, check_replaceable, staged_output
from kg_build.printable import one_line, printable
from kg_build.read import check_date, check_year, find_sources, read_document
from kg_build.segment import segment_document
from kg_build.store import load_store

__all__ = ["build", "read_statements"]

Progress = Callable[[int, int, str], None]
KINDS = {
    "Observation": "observation",
    "Initiative": "initiative",
    "DocumentStatement": "document",
    "Industry": "industry",
    "Cluster": "cluster",
    "Designation": "designation",
    "Cooperation": "cooperation",
}


def build(  # noqa: PLR0913  the document's metadata, one parameter each, as on the command line
    sources: Sequence[Path],
    out: Path,
    *,
    region: str = "",
    year: int | None = None,
    title: str = "",
    publisher: str = "",
    date: str = "",
    url: str = "",
    progress: Progress | None = None,
) -> dict[str, Any]:
    """Build the graph of `sources` into the folder `out` and return the report.

    A source that cannot be read is counted in the report, and what front matter has wrong is told there. Raises
    UsageError where nothing can be read, where a source does not exist, where region, year or date are none, and where
    `out` is not ours to replace; SourceError for a single source that cannot be read.
    """
    check_year(year)
    check_date(date)
    lexicon = load_lexicon()
    if problem := unknown_region(region, lexicon):
        raise UsageError(f"--region {region}: {problem}")
    check_replaceable(out)
    defaults = {"region": region, "title": title, "publisher": publisher, "date": date, "url": url}
    if year is not None:
        defaults["year"] = str(year)
    documents, skipped = read_all(find_sources(sources), defaults)
    matcher = Matcher(lexicon)
    lines: set[str] = set(reference_quads(lexicon, RULES))
    entries = []
    with staged_output(out) as stage:
        (stage / "texts").mkdir()
        for number, document in enumerate(documents):
            if progress:
                progress(number, len(documents), document.name)
            segments, statements = read_statements(document, lexicon, matcher)
            lines.update(statement_quads(document, statements, lexicon))
            (stage / "texts" / f"{document.key}.txt").write_text(document.text, encoding="utf-8", newline="\n")
            entries.append(entry(document, segments, statements))
        graph = stage / "graph.nq"
        graph.write_text("".join(f"{line}\n" for line in sorted(lines)), encoding="utf-8", newline="\n")
        load_store(graph, stage / "store")
        report = {
            "generator": GENERATOR,
            "version": __version__,
            "documents": entries,
            "skipped": skipped,
            "totals": totals(entries, len(lines)),
            "warnings": [*remarks(documents, lexicon), *warnings(entries)],
        }
        text = json.dumps(report, ensure_ascii=False, indent=2) + "\n"
        (stage / "report.json").write_text(text, encoding="utf-8", newline="\n")
    if progress:
        progress(len(documents), len(documents), "")
    return report


def read_all(paths: Sequence[Path], defaults: Mapping[str, str]) -> tuple[list[Document], list[dict[str, str]]]:
    """Read the files; give documents of one name different keys. A lone file that cannot be read is an error."""
    documents: list[Document] = []
    skipped: list[dict[str, str]] = []
    taken: set[str] = set()
    failure: SourceError | None = None
    for path in paths:
        try:
            document = read_document(path, defaults)
        except SourceError as error:
            failure = failure or error
            skipped.append({"name": printable(path.name), "reason": str(error)})
            continue
        if document.key.lower() in taken:
            key = f"{document.key}-{hashlib.sha256(document.text.encode()).hexdigest()[:8]}"
            if key.lower() in taken:
                skipped.append(
                    {"name": document.name, "reason": one_line(f"{path}: the same text under the same name")}
                )
                continue
            document = msgspec.structs.replace(document, key=key)
        taken.add(document.key.lower())
        documents.append(document)
    if not documents and failure is not None:
        others = len(skipped) - 1
        raise failure if not others else SourceError(f"{failure} (and {others} more that cannot be read)")
    return documents, skipped


def read_statements(
    document: Document, lexicon: Lexicon, matcher: Matcher
) -> tuple[tuple[Segment, ...], list[Statement]]:
    """Return a document's segments and its assembled statements, each checked against the text."""
    segments = segment_document(document, lexicon, matcher)
    statements = assemble(extract_statements(segments, lexicon))
    check_evidence(statements, document)
    return segments, statements


def entry(document: Document, segments: Sequence[Segment], statements: Sequence[Statement]) -> dict[str, Any]:
    """Return what the report says of one document."""
    regions = list(dict.fromkeys(segment.region.name for segment in segments if segment.region))
    years = sorted({segment.year for segment in segments if segment.year is not None})
    counts = Counter(KINDS[type(statement).__name__] for statement in statements)
    return {
        "name": document.name,
        "key": document.key,
        "regions": regions,
        "years": years,
        "characters": len(document.text),
        "segments": len(segments),
        "segments_without_region": sum(segment.region is None for segment in segments),
        "segments_without_year": sum(segment.year is None for segment in segments),
        "statements": {kind: counts[kind] for kind in KINDS.values()},
    }


def totals(entries: Sequence[Mapping[str, Any]], quads: int) -> dict[str, Any]:
    """Return the sums over all documents."""
    return {
        "documents": len(entries),
        "characters": sum(entry["characters"] for entry in entries),
        "quads": quads,
        "statements": {kind: sum(entry["statements"][kind] for entry in entries) for kind in KINDS.values()},
    }


def unknown_region(name: str, lexicon: Lexicon) -> str:
    """Return what is wrong with the name of a region, empty where it is known or none is given."""
    if not name or lexicon.region_named(name):
        return ""
    near = nearest_regions(name, lexicon)
    return f"no region is called so; the nearest are {', '.join(near)}" if near else "no region is called so"


def remarks(documents: Sequence[Document], lexicon: Lexicon) -> list[str]:
    """Return a line for each thing that the front matter of a document has wrong."""
    lines = []
    for document in documents:
        lines += [f"{document.name}: {note}" for note in document.notes]
        if problem := unknown_region(document.region, lexicon):
            lines.append(f"{document.name}: front matter: `{one_line(document.region)}`: {problem}")
    return lines


def warnings(entries: Sequence[Mapping[str, Any]]) -> list[str]:
    """Return a line for each document whose region or year the text does not give."""
    lines = []
    for entry_ in entries:
        unknown = [
            word
            for word, is_unknown in (("region", not entry_["regions"]), ("year", not entry_["years"]))
            if is_unknown
        ]
        if unknown:
            lines.append(f"{entry_['name']}: no {' and no '.join(unknown)} found; kept as unknown")
    return lines
