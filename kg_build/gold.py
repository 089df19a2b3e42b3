"""Gold: the facts that annotators read in a text, one JSON object a line.

    {"doc": "jiangzhou.txt", "type": "designation", "region": "江州市", "status": "actual", "name": "国家轴承试点"}

Every line is checked for what its type must carry, so that a slip in the gold is named and not scored.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import UnionType
from typing import Any, TypeAlias

from kg_build.errors import UsageError

__all__ = ["KINDS", "Fact", "read_gold"]

Fact: TypeAlias = dict[str, Any]

TEXT = str
NUMBER = (int, float)
KINDS: dict[str, dict[str, type | tuple[type, ...]]] = {
    "measurement": {
        "region": TEXT, "indicator": TEXT, "value": NUMBER, "unit": TEXT,
        "kind": TEXT, "status": TEXT, "comparator": TEXT,
    },
    "initiative": {"region": TEXT, "name": TEXT},
    "document": {"region": TEXT, "title": TEXT},
    "industry": {"region": TEXT, "industry": TEXT},
    "cluster": {"region": TEXT, "name": TEXT},
    "designation": {"region": TEXT, "name": TEXT},
    "cooperation": {"regions": list, "name": TEXT},
}  # fmt: skip
"""The types of fact, and the keys that each must have beside `doc` and `type`."""

ATTRIBUTES = ("code", "role", "status", "action", "level")
"""What a fact may have beside, as text or null."""
LISTS: dict[str, type | UnionType] = {"regions": TEXT, "period": TEXT | None}
"""Keys that hold a list, and what is in it."""


def read_gold(paths: Sequence[Path]) -> list[Fact]:
    """Return the facts of gold files, and of the `.jsonl` files of folders, in order.

    Raises: UsageError, naming file and line, where there is nothing to read or a line is no fact.
    """
    facts = [fact for path in paths for file in gold_files(path) for fact in read_file(file)]
    if not facts:
        raise UsageError(f"{', '.join(map(str, paths)) or 'gold'}: no facts")
    return facts


def gold_files(path: Path) -> Sequence[Path]:
    """Return a file, or the gold files of a folder."""
    return sorted(path.glob("*.jsonl")) if path.is_dir() else [path]


def read_file(path: Path) -> Iterator[Fact]:
    """Yield the facts of a file."""
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except OSError as error:
        raise UsageError(f"{path}: cannot be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{path}: not UTF-8") from error
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield read_fact(line, f"{path}:{number}")


def read_fact(line: str, place: str) -> Fact:
    """Return the fact of a line. Raises UsageError, naming the place, where it is none."""
    try:
        fact = json.loads(line)
    except ValueError as error:
        raise UsageError(f"{place}: not JSON ({error})") from error
    if not isinstance(fact, dict) or fact.get("type") not in KINDS:
        raise UsageError(f"{place}: no fact of a known `type`; there are {', '.join(KINDS)}")
    forms = {"doc": TEXT, **KINDS[fact["type"]]}
    wrong = [key for key, form in forms.items() if not isinstance(fact.get(key), form)]
    wrong += [key for key in ATTRIBUTES if not isinstance(fact.get(key), TEXT | None)]
    wrong += [key for key, item in LISTS.items() if not is_list_of(item, fact.get(key) or [])]
    if wrong:
        raise UsageError(f"{place}: `{wrong[0]}` of a {fact['type']} is missing or of the wrong form")
    return fact


def is_list_of(form: type | UnionType, items: object) -> bool:
    """Tell whether something is a list with nothing but items of a form."""
    return isinstance(items, list) and all(isinstance(item, form) for item in items)
