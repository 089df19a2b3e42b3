"""The floors of the benchmark: a figure below its floor fails, whichever it is; floors only rise."""

from __future__ import annotations

import importlib.util
import sys
import tomllib
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

FLOORS = "# What must be reached\n[measurement]\nf1 = 0.900\nrecall = 0.850\n\n[industry]\nf1 = 0.800\n"
GOOD = {"measurement": {"f1": 0.9009, "recall": 0.85}, "industry": {"f1": 0.9}}


@pytest.fixture
def benchmark(top: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Return the script with gold and floors of its own."""
    spec = importlib.util.spec_from_file_location("score_gold", top / "benchmarks" / "score_gold.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
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
