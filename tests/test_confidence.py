"""Confidence: what follows from counts, what is held of a rule without any, and tables that are wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg_build.confidence import Counts, confidence_of, read_counts, succession
from kg_build.errors import DataError

COUNTS = {
    "measurement.gap": Counts(40, 42),
    "measurement.level": Counts(3, 4),
    "measurement.rank": Counts(0, 0),
    "cluster.park": Counts(0, 0),
}
HEAD = "# a comment\nrule\tright\tfound\tgold\n"


@pytest.mark.parametrize(
    ("right", "found", "confidence"),
    [(0, 0, 0.5), (1, 1, 0.67), (0, 1, 0.33), (4, 4, 0.83), (38, 38, 0.97), (998, 998, 1.0), (40, 42, 0.93)],
)
def test_few_counts_make_no_great_confidence(right: int, found: int, confidence: float) -> None:
    assert succession(right, found) == confidence


@pytest.mark.parametrize(
    ("rule", "confidence"),
    [
        ("measurement.gap", 0.93),
        ("measurement.level", 0.67),
        ("measurement.rank", 0.67),
        ("measurement.new", 0.67),
        ("cluster.park", 0.5),
        ("cooperation.run", 0.5),
    ],
)
def test_rule_without_counts_is_no_surer_than_any_of_its_kind(rule: str, confidence: float) -> None:
    assert confidence_of(rule, COUNTS) == confidence


def test_table_is_read(tmp_path: Path) -> None:
    path = tmp_path / "confidence.tsv"
    path.write_text(HEAD + "a.b\t3\t4\tgold of May\n", "utf-8")
    assert read_counts(path) == {"a.b": Counts(3, 4)}


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("", r"confidence\.tsv: the columns must be rule, right, found, gold"),
        ("rule\tright\n", r"confidence\.tsv: the columns must be"),
        (HEAD + "a.b\t3\n", r"confidence\.tsv:3: a row needs a rule, two counts and a gold"),
        (HEAD + "a.b\tmany\t4\tgold\n", r"confidence\.tsv:3: a row needs"),
        (HEAD + "a.b\t-1\t4\tgold\n", r"confidence\.tsv:3: a row needs"),
        (HEAD + "a.b\t5\t4\tgold\n", r"confidence\.tsv:3: a\.b is given twice, or was right more often than found"),
        (HEAD + "a.b\t3\t4\tgold\na.b\t3\t4\tgold\n", r"confidence\.tsv:4: a\.b is given twice"),
    ],
    ids=["nothing", "other columns", "too short", "no number", "below nought", "more right than found", "twice"],
)
def test_table_that_is_wrong_is_named_with_its_line(tmp_path: Path, text: str, error: str) -> None:
    path = tmp_path / "confidence.tsv"
    path.write_text(text, "utf-8")
    with pytest.raises(DataError, match=error):
        read_counts(path)
