"""How sure a rule is: counted on annotated texts, in `data/rules/confidence.tsv`.

    measured("measurement.gap", "percentage points above or below elsewhere", "高于或低于他处的百分点").confidence
    0.86

A rule that was right `right` times of `found` has confidence (right + 1) / (found + 2), rounded to two decimals. This
is Laplace's rule of succession (Mémoire sur la probabilité des causes par les événements, 1774; E. T. Jaynes,
Probability Theory, 2003, chapter 18): close to the plain share where there are many cases, and cautious where there are
few: 4 of 4 give 0.83. A rule without counts carries none, and is held to be no surer than the least sure counted rule
of its kind.
"""

from __future__ import annotations

import functools
from pathlib import Path
from typing import NamedTuple

from kg_build.errors import DataError
from kg_build.model import Rule
from kg_build.resources import resource

__all__ = ["COLUMNS", "Counts", "confidence_of", "measured", "read_counts", "succession"]

COLUMNS = ("rule", "right", "found", "gold")
NUMBER = len(COLUMNS)


class Counts(NamedTuple):
    """How many facts a rule found in annotated texts, and how many of them were right."""

    right: int
    found: int


def measured(name: str, en: str, zh: str) -> Rule:
    """Return a rule with its counts and the confidence that follows from them."""
    counts = rule_counts()
    confidence = confidence_of(name, counts)
    right, found = counts.get(name, Counts(0, 0))
    return Rule(name, confidence, en, zh, right, found) if found else Rule(name, confidence, en, zh)


def confidence_of(name: str, counts: dict[str, Counts]) -> float:
    """Return the confidence of a rule: from its own counts, or the lowest of its kind where it has none."""
    if name in counts and counts[name].found:
        return succession(*counts[name])
    kind = name.partition(".")[0]
    of_kind = [count for rule, count in counts.items() if rule.partition(".")[0] == kind and count.found]
    return min((succession(*count) for count in of_kind), default=succession(0, 0))


def succession(right: int, found: int) -> float:
    """Return how likely the next one is right, after so many right of so many found."""
    return round((right + 1) / (found + 2), 2)


@functools.cache
def rule_counts() -> dict[str, Counts]:
    """Return the project's counts, read once in a process."""
    return read_counts(resource("data", "rules", "confidence.tsv"))


def read_counts(path: Path) -> dict[str, Counts]:
    """Return the counts of a table by rule; lines that start with `#` are comments.

    Raises: DataError with file and line where a row is not a rule with its counts.
    """
    counts: dict[str, Counts] = {}
    lines = [(number, line) for number, line in enumerate(path.read_text("utf-8").splitlines(), 1) if line[:1] != "#"]
    if not lines or tuple(lines[0][1].split("\t")) != COLUMNS:
        raise DataError(f"{path.name}: the columns must be {', '.join(COLUMNS)}")
    for number, line in lines[1:]:
        cells = line.split("\t")
        if len(cells) != NUMBER or not (cells[1].isdecimal() and cells[2].isdecimal()):
            raise DataError(f"{path.name}:{number}: a row needs a rule, two counts and a gold")
        rule, count = cells[0], Counts(int(cells[1]), int(cells[2]))
        if count.right > count.found or rule in counts:
            raise DataError(f"{path.name}:{number}: {rule} is given twice, or was right more often than found")
        counts[rule] = count
    return counts
