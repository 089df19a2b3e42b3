"""What `report.json` says of a build: counts of each document, their sums, and what is odd or unknown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any

from kg_build.lexicon import Lexicon
from kg_build.model import Document, Segment, Statement
from kg_build.nearest import nearest_regions
from kg_build.printable import one_line, printable
from kg_build.read import SUFFIXES

__all__ = ["document_entry", "passed_over", "remarks", "totals", "unknown_region", "warnings"]

SHOWN = 8
"""Names of files that are passed over that the report lists."""
KINDS = {
    "Observation": "observation",
    "Initiative": "initiative",
    "DocumentStatement": "document",
    "Industry": "industry",
    "Cluster": "cluster",
    "Designation": "designation",
    "Cooperation": "cooperation",
}


def document_entry(document: Document, segments: Sequence[Segment], statements: Sequence[Statement]) -> dict[str, Any]:
    """Return what the report says of one document."""
    regions = list(dict.fromkeys(segment.reporter.name for segment in segments if segment.reporter))
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
        "statements_without_region": sum(not statement.region for statement in statements),
        "statements_without_year": sum(statement.year is None for statement in statements),
    }


def totals(entries: Sequence[Mapping[str, Any]], quads: int) -> dict[str, Any]:
    """Return the sums over all documents."""
    return {
        "documents": len(entries),
        "characters": sum(entry["characters"] for entry in entries),
        "quads": quads,
        "statements": {kind: sum(entry["statements"][kind] for entry in entries) for kind in KINDS.values()},
        "statements_without_region": sum(entry["statements_without_region"] for entry in entries),
        "statements_without_year": sum(entry["statements_without_year"] for entry in entries),
    }


def unknown_region(name: str, lexicon: Lexicon) -> str:
    """Return what is wrong with the name of a region, empty where it is known or none is given."""
    if not name or lexicon.region_named(name):
        return ""
    near = nearest_regions(name, lexicon)
    return f"no region is called so; the nearest are {', '.join(near)}" if near else "no region is called so"


def remarks(documents: Sequence[Document], keys: Collection[str], lexicon: Lexicon) -> list[str]:
    """Return a line for each thing that the front matter of a document with one of the keys has wrong."""
    lines = []
    for document in documents:
        if document.key not in keys:
            continue
        lines += [f"{document.name}: {note}" for note in document.notes]
        if problem := unknown_region(document.region, lexicon):
            lines.append(f"{document.name}: front matter: `{one_line(document.region)}`: {problem}")
    return lines


def warnings(entries: Sequence[Mapping[str, Any]]) -> list[str]:
    """Return a line for each document whose region or year the text does not give."""
    lines = []
    for entry in entries:
        unknown = [
            word for word, is_unknown in (("region", not entry["regions"]), ("year", not entry["years"])) if is_unknown
        ]
        if unknown:
            lines.append(f"{entry['name']}: no {' and no '.join(unknown)} found; kept as unknown")
    return lines


def passed_over(others: Sequence[Path]) -> list[str]:
    """Return the line that names the files of folders that are passed over, none where there are none."""
    if not others:
        return []
    names = ", ".join(printable(path.name) for path in others[:SHOWN])
    more = f", and {len(others) - SHOWN} more" if len(others) > SHOWN else ""
    return [f"passed over, neither {' nor '.join(SUFFIXES)}: {len(others)} in the folders given ({names}{more})"]
