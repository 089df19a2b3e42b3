"""Evaluation: what matches, what is counted, and that it agrees with the scorer beside the shared gold."""

from __future__ import annotations

import csv
import json
import random
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from kg_build.__main__ import main
from kg_build.errors import UsageError
from kg_build.evaluate import evaluate, score_rows
from kg_build.export import export
from kg_build.export.tables import TABLES, read_table
from kg_build.gold import KINDS, read_gold
from kg_build.likeness import dice, normal, normal_region, normal_unit
from kg_build.store import memory_store

SMALL = Path(__file__).resolve().parent / "data" / "small-gold.jsonl"
GOLD = read_gold([SMALL])


def write_gold(path: Path, facts: Sequence[dict[str, Any]]) -> Path:
    path.write_text("".join(f"{json.dumps(fact, ensure_ascii=False)}\n" for fact in facts), "utf-8")
    return path


def test_figures_of_a_small_gold(small: Path) -> None:
    figures = evaluate(small, [SMALL]).figures
    assert (figures["measurement"]["gold"], figures["measurement"]["found"]) == (2, 7)
    assert figures["measurement"]["matched"] == 2
    assert figures["measurement"]["recall"] == 1
    assert figures["measurement"]["period_acc"] == 0.5
    assert figures["measurement"]["strict_f1"] == pytest.approx(2 / 9)
    assert figures["initiative"]["matched"] == 1
    assert figures["industry"]["role_acc"] == 1
    assert figures["cluster"]["level_acc"] == 0
    assert figures["cooperation"]["f1"] == 1
    assert figures["document"]["f1"] == 0


def test_thing_named_twice_counts_once(small: Path) -> None:
    assert evaluate(small, [SMALL]).scores["industry"].found == 1


def test_only_documents_of_the_gold_count(small: Path, tmp_path: Path) -> None:
    path = write_gold(tmp_path / "gold.jsonl", [{**GOLD[3], "doc": "gansu.txt", "region": "甘肃省"}])
    figures = evaluate(small, [path]).figures
    assert set(figures) == {"measurement", "industry", "macro_f1"}
    assert figures["measurement"]["found"] == 2


def test_errors_tell_what_was_missed_and_added(small: Path) -> None:
    errors = list(evaluate(small, [SMALL]).errors())
    assert '- document yunnan.txt {"region": "云南省", "title": "《银杏条例》", "action": "issued"}' in errors
    assert any(error.startswith("+ document yunnan.txt {") and "人工智能应用若干措施" in error for error in errors)


def test_lines_give_the_figures(small: Path) -> None:
    lines = list(evaluate(small, [SMALL]).lines())
    assert lines[0].startswith(
        "measurement  gold    2 found    7 P 0.286 R 1.000 F1 0.444 strict_f1=0.22 kind_acc=1.00"
    )
    assert re.fullmatch(r"macro F1 0\.\d{3}", lines[-1])


def test_folder_of_gold_is_read(small: Path) -> None:
    assert evaluate(small, [SMALL.parent]) == evaluate(small, [SMALL])


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("", "gold.jsonl: no facts"),
        ("\n{", "gold.jsonl:2: not JSON"),
        ("[]", "gold.jsonl:1: no fact of a known `type`"),
        ('{"type": "weather"}', "gold.jsonl:1: no fact of a known `type`; there are measurement, "),
        ('{"type": "cluster", "doc": "x"}', "gold.jsonl:1: `region` of a cluster is missing or of the wrong form"),
        (
            json.dumps({**GOLD[0], "value": "6"}),
            "gold.jsonl:1: `value` of a measurement is missing or of the wrong form",
        ),
    ],
)
def test_gold_that_is_none_is_named_with_its_line(small: Path, tmp_path: Path, text: str, error: str) -> None:
    (tmp_path / "gold.jsonl").write_text(text, "utf-8")
    with pytest.raises(UsageError, match=re.escape(error)):
        evaluate(small, [tmp_path / "gold.jsonl"])


def test_gold_that_cannot_be_read_is_named(small: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"missing\.jsonl: cannot be read"):
        evaluate(small, [tmp_path / "missing.jsonl"])
    (tmp_path / "latin.jsonl").write_bytes(b"\xff")
    with pytest.raises(UsageError, match=r"latin\.jsonl: not UTF-8"):
        evaluate(small, [tmp_path / "latin.jsonl"])


def test_gold_about_other_documents_is_refused(small: Path, tmp_path: Path) -> None:
    path = write_gold(tmp_path / "gold.jsonl", [{**GOLD[3], "doc": "elsewhere.txt"}])
    with pytest.raises(UsageError, match=r"has none of the documents of the gold \(elsewhere\.txt\)"):
        evaluate(small, [path])


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("规上工业增加值", "规模以上 工业增加值", 1.0),
        ("工业技改投资", "工业技术改造投资", 1.0),
        ("“满园春”行动", "满园春行动", 1.0),
        ("５Ｇ基站", "5g基站", 1.0),
        ("工业投资", "工业投资增速", 0.75),
        ("轴承", "轴承钢", 2 / 3),
        ("轴承", "丝绸", 0.0),
        ("", "丝绸", 0.0),
        ("丝", "丝", 1.0),
    ],
)
def test_likeness_of_names(one: str, other: str, alike: float) -> None:
    assert dice(one, other) == pytest.approx(alike)
    assert dice(other, one) == pytest.approx(alike)


def test_regions_and_units_have_usual_names() -> None:
    assert [normal_region(name) for name in ("云南省", "昆明市", "广西壮族自治区", "长三角")] == [
        "云南",
        "昆明",
        "广西",
        "长三角",
    ]
    assert [normal_unit(name) for name in ("百分点", "percent", "％", "家次", "亩")] == [
        "个百分点",
        "%",
        "%",
        "家",
        "亩",
    ]
    assert normal("《a—B》（x）") == "abx"


@pytest.fixture(scope="module")
def article(development_corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the build of the development texts that have gold."""
    out = tmp_path_factory.mktemp("article") / "out"
    assert main(["build", str(development_corpus / "article"), "-o", str(out)]) == 0
    return out


@pytest.fixture(scope="module")
def shared_gold(development_corpus: Path) -> Path:
    """Return the folder of the gold for the development texts, with its scorer, or skip the test."""
    folder = development_corpus.parent / "gold"
    if not (folder / "score.py").exists():
        pytest.skip("no gold beside the development texts")
    return folder


def scored(tables: Path, gold: Path) -> dict[str, Any]:
    command = [sys.executable, gold / "score.py", tables, *sorted(gold.glob("*.jsonl")), "--json"]
    figures: dict[str, Any] = json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)
    return figures


def test_figures_are_those_of_the_shared_scorer(article: Path, shared_gold: Path, tmp_path: Path) -> None:
    export(article, "csv", tmp_path / "tables")
    assert evaluate(article, [shared_gold]).figures == scored(tmp_path / "tables", shared_gold)


@pytest.mark.parametrize("seed", range(3))
def test_figures_agree_on_rows_that_are_wrong(article: Path, shared_gold: Path, tmp_path: Path, seed: int) -> None:
    facts, chance = read_gold([shared_gold]), random.Random(seed)
    documents = {fact["doc"] for fact in facts}
    store, rows = memory_store(article), {}
    for kind, table in zip(KINDS, TABLES, strict=True):
        rows[kind] = [row for row in read_table(store, table) if row["doc"] in documents]
        for row in chance.sample(rows[kind], len(rows[kind]) // 3):
            column, other = chance.choice([*row]), chance.choice(rows[kind])
            if column not in ("doc", "start", "iri"):
                row[column] = chance.choice([other[column], row[column][1:], ""])
        with (tmp_path / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, rows[kind][0])
            writer.writeheader()
            writer.writerows(rows[kind])
    assert score_rows(rows, facts).figures == scored(tmp_path, shared_gold)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        *(("regions", [1]), ("regions", [None]), ("regions", "重庆市")),
        *(("period", 2024), ("period", [2024, 2025]), ("code", 205), ("role", ["x"]), ("level", {})),
    ],
)
def test_gold_of_another_form_is_told_in_one_line(small: Path, tmp_path: Path, key: str, value: object) -> None:
    fact = next(fact for fact in GOLD if fact["type"] == ("cooperation" if key == "regions" else "measurement"))
    path = write_gold(tmp_path / "gold.jsonl", [{**fact, key: value}])
    with pytest.raises(
        UsageError, match=rf"gold\.jsonl:1: `{key}` of a {fact['type']} is missing or of the wrong form$"
    ):
        evaluate(small, [path])


def test_gold_may_leave_open_what_is_unknown(small: Path, tmp_path: Path) -> None:
    fact = next(fact for fact in GOLD if fact["type"] == "measurement")
    path = write_gold(tmp_path / "gold.jsonl", [{**fact, "period": [None, "2024-12"], "role": None}])
    assert evaluate(small, [path]).scores["measurement"].gold == 1
