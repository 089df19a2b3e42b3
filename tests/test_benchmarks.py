"""The floors of the benchmark: a figure below its floor fails, whichever it is; floors only rise. Rules are counted."""

from __future__ import annotations

import importlib.util
import shutil
import sys
import tomllib
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from kg_build.confidence import read_counts
from kg_build.export import export
from kg_build.extract.registry import RULES

FLOORS = "# What must be reached\n[measurement]\nf1 = 0.900\nrecall = 0.850\n\n[industry]\nf1 = 0.800\n"
GOOD = {"measurement": {"f1": 0.9009, "recall": 0.85}, "industry": {"f1": 0.9}}


def load(path: Path) -> ModuleType:
    """Return a script as a module."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def benchmark(top: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Return the script with gold and floors of its own."""
    module = load(top / "benchmarks" / "score_gold.py")
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "score.py").touch()
    (tmp_path / "corpus" / "article").mkdir(parents=True)
    (tmp_path / "corpus" / "article" / "a.txt").touch()
    (tmp_path / "floors.toml").write_text(FLOORS, encoding="utf-8")
    monkeypatch.setattr(module, "GOLD", tmp_path / "gold")
    monkeypatch.setattr(module, "CORPUS", tmp_path / "corpus")
    monkeypatch.setattr(module, "FLOORS", tmp_path / "floors.toml")
    monkeypatch.setattr(sys, "argv", ["score_gold.py"])
    return module


def scored(module: ModuleType, monkeypatch: pytest.MonkeyPatch, figures: dict[str, Any]) -> int:
    monkeypatch.setattr(module, "score_article", lambda: figures)
    code: int = module.main()
    return code


def test_figures_at_their_floors_pass(
    benchmark: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert scored(benchmark, monkeypatch, GOOD) == 0
    assert "BELOW" not in capsys.readouterr().out


@pytest.mark.parametrize(("kind", "measure"), [("measurement", "f1"), ("measurement", "recall"), ("industry", "f1")])
def test_a_figure_below_its_floor_fails(
    benchmark: ModuleType,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    kind: str,
    measure: str,
) -> None:
    figures = {**GOOD, kind: {**GOOD[kind], measure: 0.7}}
    assert scored(benchmark, monkeypatch, figures) == 1
    below = [line.split()[:2] for line in capsys.readouterr().out.splitlines() if line.endswith("BELOW")]
    assert below == [[kind, measure]]


def test_floors_rise_and_never_fall(benchmark: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["score_gold.py", "--raise"])
    assert scored(benchmark, monkeypatch, {**GOOD, "measurement": {"f1": 0.9239, "recall": 0.7}}) == 1
    assert tomllib.loads(benchmark.FLOORS.read_text("utf-8")) == {
        "measurement": {"f1": 0.923, "recall": 0.85},
        "industry": {"f1": 0.9},
    }


def test_without_gold_nothing_is_scored(
    benchmark: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (benchmark.GOLD / "score.py").unlink()
    assert scored(benchmark, monkeypatch, {}) == 0
    assert "nothing scored" in capsys.readouterr().out


@pytest.fixture
def measuring(top: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Return the script that counts rules, with a table of its own and no development texts."""
    module = load(top / "benchmarks" / "measure_rules.py")
    monkeypatch.setattr(module, "TABLE", tmp_path / "rules" / "confidence.tsv")
    monkeypatch.setattr(module, "CORPUS", tmp_path / "corpus")
    monkeypatch.setattr(module, "GOLD", tmp_path / "gold")
    return module


def test_rules_are_counted_against_gold(measuring: ModuleType, small: Path, top: Path, tmp_path: Path) -> None:
    export(small, "csv", tmp_path / "tables")
    gold = tmp_path / "more"
    gold.mkdir()
    shutil.copy(top / "tests" / "data" / "small-gold.jsonl", gold)
    words = ["--also", str(tmp_path / "tables"), str(gold), "--note", "small gold"]
    assert measuring.main(words) == 0
    written = measuring.TABLE.read_text("utf-8")
    assert "\nmeasurement.growth\t1\t3\tsmall gold\n" in written
    assert list(read_counts(measuring.TABLE)) == sorted(rule.name for rule in RULES)
    assert measuring.main(words + words[:3]) == 0
    assert read_counts(measuring.TABLE)["measurement.growth"] == (2, 6)


def test_figure_is_right_only_with_its_period(measuring: ModuleType, small: Path, top: Path, tmp_path: Path) -> None:
    export(small, "csv", tmp_path / "tables")
    facts = measuring.read_gold([top / "tests" / "data"])
    right, found = measuring.count_rules(measuring.rows_of(tmp_path / "tables"), facts)
    assert (right["measurement.other"], found["measurement.other"]) == (0, 4)
    assert (right["thing.named"], found["thing.named"]) == (4, 6)


def test_kinds_that_a_gold_leaves_out_are_not_counted(
    measuring: ModuleType, small: Path, top: Path, tmp_path: Path
) -> None:
    export(small, "csv", tmp_path / "tables")
    rows = measuring.rows_of(tmp_path / "tables")
    facts = [fact for fact in measuring.read_gold([top / "tests" / "data"]) if fact["type"] == "measurement"]
    right, found = measuring.count_rules(rows, facts)
    assert found["thing.named"] == right["thing.named"] == 0
    assert found["measurement.other"] == 4


def test_without_gold_the_table_stays(measuring: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    assert measuring.main([]) == 0
    assert "nothing measured" in capsys.readouterr().out
    assert not measuring.TABLE.exists()
