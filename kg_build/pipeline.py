"""The stages in order: read, segment, match, extract, assemble, graph, store.

`build` reads sources and leaves a folder: `graph.nq` (sorted), `store/`, `texts/` (each source as read) and
`report.json`. Nothing in it depends on the clock, the machine or the order of files.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from kg_build import __version__
from kg_build.assemble import assemble, check_evidence
from kg_build.errors import DataError, EvidenceError, SourceError, UsageError
from kg_build.extract.registry import RULES, extract_statements
from kg_build.graph import reference_quads, statement_quads
from kg_build.lexicon import Lexicon, load_lexicon
from kg_build.match import Matcher
from kg_build.model import Document, Segment, Statement
from kg_build.output import GENERATOR, check_replaceable, staged_output
from kg_build.printable import one_line, printable
from kg_build.read import check_date, check_year, find_others, find_sources, read_document
from kg_build.read.wrapped import restore, unwrap
from kg_build.report import document_entry, passed_over, remarks, totals, unknown_region, warnings
from kg_build.segment import segment_document
from kg_build.store import load_store

__all__ = ["build", "read_each", "read_statements"]

HASH_SIZES = (8, 64)
"""Digits of a text's hash in a key: a few, and all where a file bears the name of such a key."""
Progress = Callable[[int, int, str], None]


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

    A source that cannot be read or processed is counted in the report, and what front matter has wrong is told there.
    Raises UsageError where nothing can be read, where a source does not exist, where region, year or date are none, and
    where `out` is not ours to replace; SourceError for a single source that cannot be read.
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
    others = find_others(sources)
    matcher = Matcher(lexicon)
    lines: set[str] = set(reference_quads(lexicon, RULES))
    entries = []
    with staged_output(out) as stage:
        (stage / "texts").mkdir()
        for number, document in enumerate(documents):
            if progress:
                progress(number, len(documents), document.name)
            try:
                text, quads, told = read_facts(document, lexicon, matcher)
            except SourceError as error:
                skipped.append({"name": document.name, "reason": str(error)})
                continue
            lines.update(quads)
            (stage / "texts" / f"{document.key}.txt").write_bytes(text)
            entries.append(told)
        check_any_left(entries, skipped)
        graph = stage / "graph.nq"
        graph.write_text("".join(f"{line}\n" for line in sorted(lines)), encoding="utf-8", newline="\n")
        load_store(graph, stage / "store")
        report: dict[str, Any] = {
            "generator": GENERATOR,
            "version": __version__,
            "documents": entries,
            "skipped": sorted(skipped, key=lambda row: (row["name"], row["reason"])),
            "totals": totals(entries, len(lines)),
            "warnings": [
                *remarks(documents, {entry["key"] for entry in entries}, lexicon),
                *warnings(entries),
                *passed_over(others),
            ],
        }
        dumped = json.dumps(report, ensure_ascii=False, indent=2) + "\n"
        (stage / "report.json").write_text(dumped, encoding="utf-8", newline="\n")
    if progress:
        progress(len(documents), len(documents), "")
    return report


def read_all(paths: Sequence[Path], defaults: Mapping[str, str]) -> tuple[list[Document], list[dict[str, str]]]:
    """Read the files, whatever their order, and sort them by name. None that can be read is an error."""
    read: list[tuple[str, Document]] = []
    skipped: list[dict[str, str]] = []
    for path in paths:
        try:
            read.append((str(path), read_one(path, defaults)))
        except SourceError as error:
            skipped.append({"name": printable(path.name), "reason": str(error)})
    documents: list[Document] = []
    taken: set[tuple[str, str]] = set()
    for place, document in sorted(read, key=lambda pair: (pair[1].name, pair[0])):
        copy = (document.key.lower(), document.text)
        if copy in taken:
            skipped.append({"name": document.name, "reason": one_line(f"{place}: the same text under the same name")})
        else:
            taken.add(copy)
            documents.append(document)
    check_any_left(documents, skipped)
    return sorted(with_own_keys(documents), key=lambda document: (document.name, document.key)), skipped


def read_one(path: Path, defaults: Mapping[str, str]) -> Document:
    """Read a file. Raises SourceError where it cannot be read, for whatever reason."""
    try:
        return read_document(path, defaults)
    except SourceError:
        raise
    except Exception as error:
        raise SourceError(f"{path}: cannot be read ({type(error).__name__}: {one_line(error)})") from error


def with_own_keys(documents: Sequence[Document]) -> list[Document]:
    """Give each of several documents of one name a key made of the name and the text, upper or lower case alike."""
    counted = Counter(document.key.lower() for document in documents)
    for size in HASH_SIZES:
        named = [
            document
            if counted[document.key.lower()] == 1
            else msgspec.structs.replace(document, key=f"{document.key}-{text_hash(document.text)[:size]}")
            for document in documents
        ]
        if len({document.key.lower() for document in named}) == len(named):
            break
    return named


def text_hash(text: str) -> str:
    """Return the hash of a text."""
    return hashlib.sha256(text.encode()).hexdigest()


def check_any_left(kept: Sequence[object], skipped: Sequence[Mapping[str, str]]) -> None:
    """Raise SourceError, for the first reason, where every document was skipped."""
    if kept or not skipped:
        return
    others = len(skipped) - 1
    raise SourceError(skipped[0]["reason"] + (f" (and {others} more that cannot be read)" if others else ""))


def read_facts(document: Document, lexicon: Lexicon, matcher: Matcher) -> tuple[bytes, list[str], dict[str, Any]]:
    """Return what a document adds to an output: its text, its quads, and what the report says of it.

    Raises: SourceError for whatever an odd text brings up; EvidenceError and DataError, which are no text's fault.
    """
    with any_trouble_told(document):
        segments, statements = read_statements(document, lexicon, matcher)
        quads = statement_quads(document, statements, lexicon)
        "".join(quads).encode()
        return document.text.encode(), quads, document_entry(document, segments, statements)


def read_each(
    sources: Sequence[Path], skipped: list[str], progress: Progress | None = None
) -> Iterator[tuple[Document, list[Statement]]]:
    """Yield each document of the sources with its statements, and note in `skipped` why another is passed over.

    Raises UsageError where nothing can be read or a source does not exist.
    """
    lexicon = load_lexicon()
    matcher = Matcher(lexicon)
    documents, unread = read_all(find_sources(sources), {})
    skipped += [row["reason"] for row in unread]
    for number, document in enumerate(documents):
        if progress:
            progress(number, len(documents), document.name)
        try:
            with any_trouble_told(document):
                _, statements = read_statements(document, lexicon, matcher)
        except SourceError as error:
            skipped.append(str(error))
        else:
            yield document, statements


@contextlib.contextmanager
def any_trouble_told(document: Document) -> Iterator[None]:
    """Make a SourceError of whatever an odd text brings up, but for EvidenceError and DataError, no text's fault."""
    try:
        yield
    except (EvidenceError, DataError):
        raise
    except Exception as error:
        raise SourceError(
            f"{document.name}: cannot be processed ({type(error).__name__}: {one_line(error)})"
        ) from error


def read_statements(
    document: Document, lexicon: Lexicon, matcher: Matcher
) -> tuple[tuple[Segment, ...], list[Statement]]:
    """Return a document's segments and its assembled statements, each checked against the text."""
    whole = unwrap(document)
    segments = segment_document(whole.document, lexicon, matcher)
    statements = assemble(restore(whole, extract_statements(segments, lexicon), document.text))
    check_evidence(statements, document)
    return segments, statements
