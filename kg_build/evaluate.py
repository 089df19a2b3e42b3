"""How much of what annotators read in the texts the graph says, and how much it says beside: precision, recall, F1.

    measurement  gold  231 found  230 P 0.935 R 0.931 F1 0.933 strict_f1=0.93 kind_acc=1.00 ...

Input: an output folder and gold files (JSON lines, one fact each, exhaustive for their documents). Only facts of the
documents in the gold count. Each fact of the gold is matched with at most one row of its table, best first. A
measurement matches where document, value, unit and region agree and the indicators are alike; it is strict where kind,
status, comparator and period agree too. A thing named twice in a document counts once.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from kg_build.errors import UsageError
from kg_build.export.rows import select
from kg_build.export.tables import read_table
from kg_build.gold import KINDS, Fact, read_gold
from kg_build.likeness import dice, normal, normal_region, normal_unit
from kg_build.store import memory_store

__all__ = ["Evaluation", "Score", "evaluate", "score_rows"]

Row = Mapping[str, str]

TABLES = dict(
    zip(
        KINDS,
        ("observations", "initiatives", "documents", "industries", "clusters", "designations", "cooperations"),
        strict=True,
    )
)
NAMES = {"measurement": "indicator", "document": "title", "industry": "industry"}
"""The column that names the thing, where it is not `name`."""
NEEDED = {"measurement": 0.5, "industry": 0.7, "document": 0.7}
NEEDED_ELSE = 0.6
"""The likeness of names that a match needs."""
BY_CODE = 0.8
"""The likeness of two initiatives of one code."""
MEASURES = ("kind", "status", "comparator", "period")
ATTRIBUTES = ("role", "status", "action", "level")
STRICT_BONUS, ATTRIBUTE_BONUS = 0.1, 0.05
"""What each further agreement adds, so that of two rows the better one is matched."""
HALF = 0.5
TOLERANCE = 1e-9


class Score(msgspec.Struct, frozen=True):
    """The figures of one kind of fact. `details` are the strict F1 and the accuracies over what was matched."""

    gold: int
    found: int
    matched: int
    precision: float
    recall: float
    f1: float
    details: dict[str, float]


class Evaluation(msgspec.Struct, frozen=True):
    """Scores by kind, the mean of their F1, and what was missed and added, each with its kind."""

    scores: dict[str, Score]
    macro_f1: float
    missed: tuple[tuple[str, Fact], ...]
    added: tuple[tuple[str, Row], ...]

    @property
    def figures(self) -> dict[str, Any]:
        """The figures as one plain dictionary, for JSON."""
        scores: dict[str, Any] = {}
        for kind, score in self.scores.items():
            figures = msgspec.structs.asdict(score)
            details = figures.pop("details")
            scores[kind] = {**figures, **details}
        return {**scores, "macro_f1": self.macro_f1}

    def lines(self) -> Iterator[str]:
        """Yield the figures as lines to read."""
        for kind, score in self.scores.items():
            details = "".join(f" {name}={value:.2f}" for name, value in score.details.items())
            yield (
                f"{kind:12} gold {score.gold:4d} found {score.found:4d} "
                f"P {score.precision:.3f} R {score.recall:.3f} F1 {score.f1:.3f}{details}"
            )
        yield f"macro F1 {self.macro_f1:.3f}"

    def errors(self) -> Iterator[str]:
        """Yield a line for each fact that was missed (-) and for each that was added (+)."""
        for sign, pairs in (("-", self.missed), ("+", self.added)):
            for kind, fact in pairs:
                rest = {key: value for key, value in fact.items() if key not in {"doc", "type"} and value}
                yield f"{sign} {kind} {fact['doc']} {json.dumps(rest, ensure_ascii=False)}"


def evaluate(out: Path, gold: Sequence[Path]) -> Evaluation:
    """Compare an output folder with gold files, or the `.jsonl` files of gold folders.

    Raises: UsageError where `out` is no output, or the gold cannot be read or is about none of its documents.
    """
    facts = read_gold(gold)
    documents = {fact["doc"] for fact in facts}
    store = memory_store(out)
    ours = {row["doc"] for row in select(store, "sources")}
    if not documents & ours:
        raise UsageError(f"{out}: has none of the documents of the gold ({', '.join(sorted(documents))})")
    rows = {
        kind: [row for row in read_table(store, table) if row["doc"] in documents] for kind, table in TABLES.items()
    }
    return score_rows(rows, facts)


def score_rows(rows: Mapping[str, Sequence[Row]], facts: Sequence[Fact]) -> Evaluation:
    """Compare rows of the tables, by kind of fact, with the facts of the gold."""
    scores: dict[str, Score] = {}
    missed: list[tuple[str, Fact]] = []
    added: list[tuple[str, Row]] = []
    for kind in KINDS:
        wanted = distinct(kind, [fact for fact in facts if fact["type"] == kind])
        found = distinct(kind, rows.get(kind, ()))
        if not wanted and not found:
            continue
        pairs = match_facts(kind, wanted, found)
        scores[kind] = score(kind, wanted, found, pairs)
        matched, used = {at for at, _ in pairs}, {at for _, at in pairs}
        missed += [(kind, fact) for at, fact in enumerate(wanted) if at not in matched]
        added += [(kind, row) for at, row in enumerate(found) if at not in used]
    macro = ratio(sum(one.f1 for one in scores.values()), len(scores))
    return Evaluation(scores, macro, tuple(missed), tuple(added))


def score(kind: str, wanted: Sequence[Fact], found: Sequence[Row], pairs: Sequence[tuple[int, int]]) -> Score:
    """Return the figures of one kind."""
    matched = [(wanted[at], found[to]) for at, to in pairs]
    details: dict[str, float] = {}
    if kind == "measurement":
        strict = sum(agreements(fact, row) == len(MEASURES) + 1 for fact, row in matched)
        details["strict_f1"] = f1(ratio(strict, len(found)), ratio(strict, len(wanted)))
        for name in MEASURES:
            details[f"{name}_acc"] = ratio(sum(agrees(name, fact, row) for fact, row in matched), len(matched))
    else:
        for name in (*ATTRIBUTES, "code"):
            carried = [(fact, row) for fact, row in matched if name in fact]
            if carried:
                right = sum(normal(str(fact[name] or "")) == normal(row.get(name, "")) for fact, row in carried)
                details[f"{name}_acc"] = ratio(right, len(carried))
    precision, recall = ratio(len(pairs), len(found)), ratio(len(pairs), len(wanted))
    return Score(len(wanted), len(found), len(pairs), precision, recall, f1(precision, recall), details)


def distinct(kind: str, records: Sequence[Mapping[str, Any]]) -> list[Any]:
    """Return the records without those whose thing the document has named before; measurements all stay."""
    if kind == "measurement":
        return list(records)
    seen: dict[tuple[str, ...], Mapping[str, Any]] = {}
    for record in records:
        region = "" if kind == "cooperation" else normal_region(record.get("region", ""))
        seen.setdefault((record["doc"], region, normal(record.get(NAMES.get(kind, "name"), ""))), record)
    return list(seen.values())


def match_facts(kind: str, wanted: Sequence[Fact], found: Sequence[Row]) -> list[tuple[int, int]]:
    """Return pairs of positions, each used once, the most alike first and earlier ones first among equals."""
    of_document: dict[str, list[int]] = defaultdict(list)
    for to, row in enumerate(found):
        of_document[row["doc"]].append(to)
    candidates = [
        (likeness, at, to)
        for at, fact in enumerate(wanted)
        for to in of_document[fact["doc"]]
        if (likeness := affinity(kind, fact, found[to])) > 0
    ]
    candidates.sort(key=lambda candidate: -candidate[0])
    pairs: dict[int, int] = {}
    used: set[int] = set()
    for _, at, to in candidates:
        if at not in pairs and to not in used:
            pairs[at] = to
            used.add(to)
    return list(pairs.items())


def affinity(kind: str, fact: Fact, row: Row) -> float:
    """Return how well a row answers a fact of the same document; 0 is no match."""
    if kind == "cooperation":
        ours = {normal_region(name) for name in re.split(r"[;|；]", row["regions"]) if name}
        theirs = {normal_region(name) for name in fact["regions"]}
        return 1.0 if len(ours & theirs) / max(1, len(ours | theirs)) >= HALF else 0.0
    if normal_region(fact["region"]) != normal_region(row["region"]):
        return 0.0
    if kind == "measurement" and not (
        same_value(fact["value"], row["value"]) and normal_unit(fact["unit"]) == normal_unit(row["unit"])
    ):
        return 0.0
    column = NAMES.get(kind, "name")
    alike = dice(fact[column], row[column])
    if kind == "initiative" and fact.get("code") and normal(fact["code"]) == normal(row["code"]):
        alike = max(alike, BY_CODE)
    if alike < NEEDED.get(kind, NEEDED_ELSE):
        return 0.0
    if kind == "measurement":
        return alike + STRICT_BONUS * agreements(fact, row)
    return alike + sum(ATTRIBUTE_BONUS for name in ATTRIBUTES if name in fact and fact[name] == row.get(name))


def agreements(fact: Fact, row: Row) -> int:
    """Return in how many of kind, status, comparator, start and end of the period a row agrees with a measurement."""
    return sum(bool(fact[name] == row[name]) for name in MEASURES[:-1]) + sum(
        month == row[column] for month, column in zip(months(fact), ("period_start", "period_end"), strict=True)
    )


def agrees(name: str, fact: Fact, row: Row) -> bool:
    """Tell whether a row agrees with a measurement in one respect."""
    if name == "period":
        return months(fact) == (row["period_start"], row["period_end"])
    return bool(fact[name] == row[name])


def months(fact: Fact) -> tuple[str, str]:
    """Return the first and last month of a measurement, empty where open."""
    start, end = (fact.get("period") or (None, None))[:2]
    return start or "", end or ""


def same_value(wanted: float, found: str) -> bool:
    """Tell whether two figures are equal, but for rounding."""
    try:
        value = float(found)
    except ValueError:
        return False
    return abs(wanted - value) <= TOLERANCE * max(1.0, abs(wanted), abs(value))


def ratio(part: float, whole: float) -> float:
    """Return a share, 0 of nothing."""
    return part / whole if whole else 0.0


def f1(precision: float, recall: float) -> float:
    """Return the harmonic mean."""
    return ratio(2 * precision * recall, precision + recall)
