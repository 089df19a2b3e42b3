"""CSV tables, one for each kind of fact, one row for each passage that states one: for spreadsheets, R and pandas.

    doc,start,end,quote,region,region_code,year,status,rule,confidence,iri,name
    jiangzhou.txt,42,58,江州市获批国家轴承改造试点,江州市,,2030,actual,designation.title,0.9,https://…,国家轴承改造试点

Columns and order of rows are those of the queries in `queries/exports/`; the components of an initiative are JSON, in
the order the passage names them. UTF-8 without a byte-order mark, a line feed after each row. Text that a spreadsheet
would run as a formula is guarded, see `cells`.
"""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from kg_build.export.cells import guard
from kg_build.export.place import staged_folder
from kg_build.export.rows import Row, columns, select
from kg_build.store import memory_store

if TYPE_CHECKING:
    from pyoxigraph import Store

__all__ = ["TABLES", "export_tables", "read_table"]

TABLES = ("observations", "initiatives", "documents", "industries", "clusters", "designations", "cooperations")
KEY = ("doc", "start", "end", "iri")
"""What tells the rows of a table apart: a passage that two rules read alike is one row."""
EXACT = frozenset({"start", "end", "value", "year", "confidence", "iri", "components", "batch", "edition"})
"""Columns that hold no words of a text, and are written as they are."""

ADDED = {
    "documents": ("document-attributes", ("publisher", "spatial")),
    "clusters": ("cluster-cities", ("cities",)),
}
"""Columns with several values, joined with `;`, at the end of a table: the query that gives them, and their names."""

Part: TypeAlias = dict[str, str | int | list[str] | None]
"""A component as JSON has it: count, label, members."""


def export_tables(out: Path, target: Path) -> int:
    """Write the tables of an output folder into the folder `target`; return the number of rows.

    Raises: UsageError where `out` is no output, or `target` holds anything but earlier tables.
    """
    store = memory_store(out)
    count = 0
    with staged_folder(target, is_table) as folder:
        for name in TABLES:
            with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
                writer = csv.writer(file, lineterminator="\n")
                writer.writerow(table_columns(name))
                for row in read_table(store, name):
                    writer.writerow([text if column in EXACT else guard(text) for column, text in row.items()])
                    count += 1
    return count


def is_table(path: Path) -> bool:
    """Tell whether a file is one of our tables, by its name and its columns."""
    if path.suffix != ".csv" or path.stem not in TABLES or not path.is_file():
        return False
    with path.open("rb") as file:
        return file.readline().startswith(",".join(table_columns(path.stem)[:5]).encode())


def table_columns(name: str) -> list[str]:
    """Return the columns of a table: those of its query, and those that are put together from a second query."""
    names = [*columns(name), *ADDED.get(name, ("", ()))[1]]
    added = {"initiatives": "components", "cooperations": "regions"}.get(name)
    return [*names[:-1], added, names[-1]] if added else names


def read_table(store: Store, name: str) -> Iterator[Row]:
    """Yield the rows of a table, sorted by document and place, in the columns of the table."""
    order = table_columns(name)
    added: dict[str, list[Row]] = defaultdict(list)
    extra = {"initiatives": "initiative-components", "cooperations": "cooperation-partners"}.get(name)
    extra, own = ADDED.get(name, (extra, ()))
    for row in select(store, extra) if extra else ():
        added[row["iri"]].append(row)
    before: tuple[str, ...] = ()
    for row in select(store, name):
        key = tuple(row[column] for column in KEY)
        if key == before:
            continue
        before = key
        if name == "initiatives":
            row["components"] = components(added[row["iri"]], row["quote"])
        elif name == "cooperations":
            row["regions"] = ";".join(partner["region"] for partner in added[row["iri"]])
        for column in own:
            row[column] = ";".join(one["value"] for one in added[row["iri"]] if one["column"] == column)
        yield {column: row[column] for column in order}


def components(rows: list[Row], quote: str) -> str:
    """Return an initiative's parts as JSON, each with its members, in the order in which the quote names them."""
    parts: dict[str, Part] = {}
    members: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        count = int(row["count"]) if row["count"] else None
        parts.setdefault(row["component"], {"count": count, "label": row["label"], "members": []})
        if row["member"]:
            members[row["component"]].append(row["member"])
    for component, part in parts.items():
        part["members"] = sorted(members[component], key=lambda member: position(member, quote))
    ordered = sorted(parts.values(), key=lambda part: (position(str(part["label"]), quote), part["count"] or 0))
    return json.dumps(ordered, ensure_ascii=False)


def position(words: str, quote: str) -> tuple[int, str]:
    """Return where the quote has the words, for sorting; words that it does not have come last."""
    at = quote.find(words)
    return (at if at >= 0 else len(quote), words)
