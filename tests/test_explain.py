"""Explaining a fact: found by words or IRI, told with quote, paragraph, rule and reading."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import msgspec
import pytest

from kg_build.errors import EvidenceError, UsageError
from kg_build.explain import explain, explanation_lines
from kg_build.namespaces import ID, compact, expand


def lines(out: Path, what: str, language: str = "zh") -> list[str]:
    assert language in ("zh", "en")
    found = explain(out, what, language)  # type: ignore[arg-type]
    return [line for fact in found.facts for line in explanation_lines(fact)]


def test_fact_is_told_with_its_reading(small: Path) -> None:
    told = lines(small, "增长7%左右")
    assert told[0] == "云南省2031年（目标）：规模以上工业增加值（增速）约7%"
    assert "  数值原文: 7%左右" in told
    assert "  数值: 7" in told
    assert any("comparator:approx" in line for line in told)
    assert told[-2:] == [
        "    【2031年，规模以上工业增加值增长7%左右】，布局低空经济等未来产业，争创国家银杏示范区。",
        "    measurement.growth (0.95，标注集上42条对40条): 指标后的增长率",
    ]


def test_fact_is_told_in_english(small: Path) -> None:
    told = lines(small, "增长7%左右", "en")
    assert "  region: Yunnan (region:530000)" in told
    assert told[-1] == "    measurement.growth (0.95, 40 of 42 right on gold): a rate of growth after its indicator"


@pytest.mark.parametrize(("language", "words"), [("en", "(0.9, not measured)"), ("zh", "(0.9，未测)")])
def test_rule_that_was_not_measured_is_told_to_be_so(small: Path, language: str, words: str) -> None:
    assert words in lines(small, "高于全国1.1个百分点", language)[-1]


def test_unit_of_ours_has_our_prefix_and_a_gap_its_scope(small: Path) -> None:
    told = lines(small, "高于全国1.1个百分点", "en")
    assert "  unit: percentage points (measure-unit:percentage-point)" in told
    assert "  scope: 全国" in told
    for line in told:
        for curie in re.findall(r"\(([\w-]+:[\w-]+)\)$", line):
            assert compact(expand(curie)) == curie


def test_text_cannot_steer_the_terminal(small: Path) -> None:
    (fact,) = explain(small, "增长7%左右").facts
    texts = {"document": "a\x1b[2J.txt", "before": "\t江\x1b]0;x\x07", "quote": "\x9b1m"}
    passage = msgspec.structs.replace(fact.passages[0], **texts)
    told = "".join(explanation_lines(msgspec.structs.replace(fact, passages=(passage,), label="\u202e州")))
    assert not re.search(r"[\x00-\x1f\x7f-\x9f\u202e]", told)
    assert "a\\x1b[2J.txt" in told


def test_fact_of_two_texts_has_both_passages(small: Path) -> None:
    (fact,) = explain(small, "增长6.4%").facts
    assert [passage.document for passage in fact.passages] == ["gansu.txt", "yunnan.txt"]
    assert {passage.quote for passage in fact.passages} == {"云南省规模以上工业增加值增长6.4%"}


def test_facts_come_in_the_order_of_the_texts(small: Path) -> None:
    found = explain(small, "低空经济").facts
    assert [fact.passages[0].document for fact in found] == ["gansu.txt", "yunnan.txt", "yunnan.txt"]
    assert found[1].passages[0].start < found[2].passages[0].start


def test_more_is_found_than_told(small: Path) -> None:
    found = explain(small, "region:530000", limit=2)
    assert found.found > len(found.facts) == 2


def test_fact_is_found_by_any_form_of_its_iri(small: Path) -> None:
    (fact,) = explain(small, "增长7%左右").facts
    key = fact.iri.removeprefix(f"{ID}statement/")
    passage = fact.passages[0].iri
    for what in (
        fact.iri,
        f"<{fact.iri}>",
        f"statement:{key}",
        key,
        passage,
        passage.replace(f"{ID}source/", "source:"),
    ):
        assert explain(small, what).facts == (fact,)


@pytest.mark.parametrize(
    "what", ["没有的话", "statement:0000000000000000", "0000000000000000", "https://example.org/x y", "region:810000"]
)
def test_what_is_not_there_is_not_found(small: Path, what: str) -> None:
    assert explain(small, what).found == 0


def test_nothing_asked_is_an_error(small: Path) -> None:
    with pytest.raises(UsageError, match="give words of a quote or a name, or an IRI"):
        explain(small, "  ")


def test_words_are_no_query(small: Path) -> None:
    assert explain(small, '" } DROP ALL #').found == 0


def test_text_that_was_changed_is_an_error(small: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    shutil.copytree(small, out)
    text = out / "texts" / "gansu.txt"
    text.write_text("　" + text.read_text("utf-8"), "utf-8")
    with pytest.raises(EvidenceError, match=r"gansu\.txt: changed since it was read"):
        explain(out, "甘肃省发展低空经济")
    text.unlink()
    with pytest.raises(EvidenceError, match=r"gansu\.txt: cannot be read"):
        explain(out, "甘肃省发展低空经济")


@pytest.mark.parametrize("limit", [0, -3])
def test_limit_below_one_is_refused(small: Path, limit: int) -> None:
    with pytest.raises(UsageError, match=rf"^--limit {limit}: expected a whole number above 0$"):
        explain(small, "轴承", limit=limit)
