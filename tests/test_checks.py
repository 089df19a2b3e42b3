"""The checks: each finds its rows in a graph made doubtful for it, and none in one that is nearly so.

`pytest tests/test_checks.py --approve` writes what is found now into `golden/checks/`.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kg_build.answer import Answer
from kg_build.query import find_question, list_checks, list_questions, run_question
from kg_build.validate import validate_output
from kg_build.validate.checks import count_rows

GOLDEN = Path(__file__).resolve().parent / "golden" / "checks"
CHECKS = [check.name for check in list_checks()]
REASONS = {
    "change-and-levels": {"direction", "change", "growth"},
    "implausible-figures": {"below", "above", "digits", "year", "code"},
    "parts-over-total": {"narrower", "rank", "ranks", "among", "share"},
}
"""What the column `basis` or `reason` may say."""


def as_csv(answer: Answer) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows([answer.columns, *answer.rows])
    return text.getvalue()


def test_checks_are_no_questions_and_are_found_by_name() -> None:
    assert len(CHECKS) == 7
    assert not {question.name for question in list_questions()} & set(CHECKS)
    for check in list_checks():
        assert find_question(check.name) == check
        assert check.zh.endswith("？")
        assert check.en.endswith("?")


@pytest.mark.parametrize("name", CHECKS)
def test_check_finds_what_is_doubtful(doubtful: Path, name: str, approve: bool) -> None:
    answer = run_question(doubtful, name)
    path = GOLDEN / f"{name}.csv"
    if approve:
        path.write_text(as_csv(answer), "utf-8", newline="\n")
    assert answer.rows
    assert as_csv(answer) == path.read_text("utf-8")


@pytest.mark.parametrize("name", REASONS)
def test_check_finds_rows_for_each_of_its_reasons(doubtful: Path, name: str) -> None:
    answer = run_question(doubtful, name)
    column = next(answer.columns.index(one) for one in ("basis", "reason") if one in answer.columns)
    assert {row[column] for row in answer.rows} == REASONS[name]
    text = find_question(name).text
    assert [reason for reason in REASONS[name] if f"#   {reason}" not in text and f", {reason}" not in text] == []


@pytest.mark.parametrize("name", CHECKS)
def test_check_is_silent_where_nothing_is_doubtful(sound: Path, name: str) -> None:
    assert run_question(sound, name).rows == []


def test_golden_rows_belong_to_checks() -> None:
    assert sorted(path.stem for path in GOLDEN.glob("*.csv")) == CHECKS


def test_rows_are_counted_check_by_check(doubtful: Path, sound: Path) -> None:
    assert {check.name: rows for check, rows in count_rows(doubtful)} == {
        name: len(run_question(doubtful, name).rows) for name in CHECKS
    }
    assert [rows for _, rows in count_rows(sound)] == [0] * len(CHECKS)


def test_doubtful_figures_stay_in_a_valid_graph(doubtful: Path) -> None:
    assert validate_output(doubtful).conforms


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ["check ", "Rows are to be looked at and no errors", "Which parts exceed the total"]),
        ("zh", ["核查 ", "各行供人查看，不算错误", "哪些部分超过了同一文本所说的总数？"]),
    ],
)
def test_validation_tells_the_rows_and_succeeds(
    doubtful: Path, cnip: Callable[..., Any], language: str, words: list[str]
) -> None:
    said = cnip("validate", doubtful, "--lang", language)
    assert said.code == 0
    assert [word for word in words if word not in said.out] == []
    rows = len(run_question(doubtful, "parts-over-total").rows)
    assert any(line.split()[:2] == ["parts-over-total", str(rows)] for line in said.out.splitlines())


@pytest.mark.parametrize(("language", "words"), [("en", "Which figures of one"), ("zh", "哪些数据在同一地区")])
def test_checks_are_listed_in_the_language(language: str, words: str, cnip: Callable[..., Any]) -> None:
    assert f"conflicting-figures  {words}" in cnip("queries", "--lang", language).out


def test_check_is_run_by_name(doubtful: Path, cnip: Callable[..., Any]) -> None:
    said = cnip("query", doubtful, "conflicting-figures", "--format", "csv")
    assert said.code == 0
    assert "茶厂" in said.out
