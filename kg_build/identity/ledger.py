"""The ledger of identities, `data/gazetteer/identity.tsv`: a person's decision is a row.

    kind        region  name_a                 name_b            decision  source               date
    initiative  东岭省  满天星轴承行动计划2.0  满天星2.0计划     same      both name one plan   2026-11-24

A region is written with its full name, the partners of a cooperation with `;` between them; the region of a designation
is empty, since many may hold it. Rows of 全国 hold in every region. Lines that begin with `#` are comments.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import cast, get_args

from kg_build.errors import DataError
from kg_build.identity.group import Decision, Row
from kg_build.identity.name import KINDS, Kind, canonical_name

__all__ = ["COLUMNS", "LEDGER", "place_key", "read_ledger", "unlisted_key"]

LEDGER = "identity.tsv"
COLUMNS = ("kind", "region", "name_a", "name_b", "decision", "source", "date")
DECISIONS: tuple[Decision, ...] = get_args(Decision)


def read_ledger(path: Path, key_of: Callable[[str], str]) -> list[Row]:
    """Return the rows of a ledger, none where there is no file; `key_of` gives the key of a region, or nothing.

    Raises: DataError with file and line of a row that is not complete, or names what there is not.
    """
    if not path.exists():
        return []
    lines = enumerate(path.read_text("utf-8").splitlines(), 1)
    numbered = [(f"{path.name}:{number}", line) for number, line in lines if line and not line.startswith("#")]
    if not numbered:
        return []
    place, header = numbered[0]
    if tuple(header.split("\t")) != COLUMNS:
        raise DataError(f"{place}: the columns must be {', '.join(COLUMNS)}")
    return [read_row(place, line.split("\t"), key_of) for place, line in numbered[1:]]


def read_row(place: str, cells: list[str], key_of: Callable[[str], str]) -> Row:
    """Return the decision of a row. Raises: DataError where it is none."""
    if len(cells) == len(COLUMNS) - 1:
        cells = [*cells, ""]  # an editor has cut the tab before an empty date
    if len(cells) != len(COLUMNS):
        raise DataError(f"{place}: {len(cells)} columns, not {len(COLUMNS)}")
    kind, region, a, b, decision, source, date = cells
    for column, value, choices in (("kind", kind, KINDS), ("decision", decision, DECISIONS)):
        if value not in choices:
            raise DataError(f"{place}: `{value}` is no {column}; there are {', '.join(choices)}")
    for problem in problems(a, b, decision, source, date):
        raise DataError(f"{place}: {problem}")
    return Row(place, cast("Kind", kind), key_of_place(place, kind, region, key_of), a, b, cast("Decision", decision))


def problems(a: str, b: str, decision: str, source: str, date: str) -> Iterator[str]:
    """Yield what is wrong with the names, the source or the date of a row."""
    if not canonical_name(a) or not canonical_name(b):
        yield "a decision needs two names"
    elif canonical_name(a) == canonical_name(b):
        yield f"{a} and {b} are one name"
    if not source:
        yield "a decision needs its source"
    if (date or decision != "undecided") and not is_date(date):
        yield f"`{date}` is no date YYYY-MM-DD"


def is_date(text: str) -> bool:
    """Tell whether a text is a date YYYY-MM-DD."""
    try:
        return dt.date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def key_of_place(place: str, kind: str, region: str, key_of: Callable[[str], str]) -> str:
    """Return the key of the region of a row. Raises: DataError where the kind has none, or no such region is known."""
    names = region.split(";") if region else []
    if kind == "designation":
        if names:
            raise DataError(f"{place}: a designation has no region; leave it empty")
        return ""
    keys = [key_of(name) for name in names]
    for name, key in zip(names, keys, strict=True):
        if not key:
            raise DataError(f"{place}: no region is called {name}")
    if kind == "cooperation" and len(keys) < len(("one", "other")):
        raise DataError(f"{place}: a cooperation needs its partners, with ; between them")
    if kind != "cooperation" and len(keys) != 1:
        raise DataError(f"{place}: a decision needs one region")
    return place_key(keys)


def place_key(keys: list[str] | tuple[str, ...]) -> str:
    """Return the key under which decisions on the names of one or several regions are kept."""
    return "+".join(sorted(keys))


def unlisted_key(name: str) -> str:
    """Return the key of a region that only texts name."""
    return "x-" + hashlib.sha256(name.encode()).hexdigest()[:16]
