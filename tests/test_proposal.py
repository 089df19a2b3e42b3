"""Pairs that `cnip terms` proposes: which and why, that a decision ends it, and that order makes no difference."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kg_build.identity import Identities
from kg_build.identity.evidence import weigh
from kg_build.identity.found import Found, Place, gather_names
from kg_build.identity.ledger import COLUMNS, LEDGER, read_ledger
from kg_build.identity.proposal import LEAST, propose
from kg_build.lexicon import Lexicon
from kg_build.pipeline import read_each

TEXTS = {
    "yunnan-2029.md": (
        "云南省",
        2029,
        "实施轴承产业“满园春”三年行动计划。启动“强链”专项行动2.0。开展丝绸精品提升行动。获批国家级轴承改造示范区。",
    ),
    "yunnan-2030.md": (
        "云南省",
        2030,
        "深入实施轴承产业“满园春”行动计划。启动“强链”专项行动3.0。开展丝绸精品行动。获批国家轴承改造示范区。",
    ),
    "hainan-2030.md": ("海南省", 2030, "实施轴承产业“满园春”行动计划。实施八大行动。"),
}


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """Return a folder of invented reports."""
    folder = tmp_path / "reports"
    folder.mkdir()
    for name, (region, year, body) in TEXTS.items():
        (folder / name).write_text(f"---\nregion: {region}\nyear: {year}\n---\n{body}\n", "utf-8")
    return folder


def found(name: str, document: str = "one", **known: set[str]) -> Found:
    return Found(name, Place(document, 0, name), count=1, documents={document}, **known)


def score(one: str, other: str, brand: str = "") -> float:
    brands = {brand} if brand else set()
    weight = weigh(found(one, brands=brands), found(other, "two", brands=brands), frozenset({"江州", "云溪"}))
    return weight.score if weight else 0


@pytest.mark.parametrize(
    ("one", "other", "brand"),
    [
        ("满园春轴承三年行动计划", "满园春轴承行动", "满园春"),
        ("轴承产业强基专项行动", "轴承产业强基行动", ""),
        ("全国轴承改造试点城市", "国家轴承改造试点城市", ""),
        ("中小轴承企业数字转型城市试点", "中小轴承企业数字转型试点城市", ""),
    ],
)
def test_likely_pair_is_proposed(one: str, other: str, brand: str) -> None:
    assert score(one, other, brand) >= LEAST
    assert score(other, one, brand) == score(one, other, brand)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("轴承强基行动2.0", "轴承强基行动3.0"),
        ("轴承十大工程", "轴承八大工程"),
        ("江州轴承产业园", "云溪轴承产业园"),
        ("国家轴承改造示范区", "省级轴承改造示范区"),
        ("轴承东部大通道工程", "轴承西部大通道工程"),
        ("江州机场T3A航站楼", "江州机场T3B航站楼"),
        ("丝绸精品工程", "轴承强链工程"),
    ],
)
def test_pair_that_a_number_place_or_level_tells_apart_is_not(one: str, other: str) -> None:
    assert score(one, other) < LEAST


def test_later_round_counts_against_a_pair() -> None:
    assert score("新一轮轴承强基行动", "轴承强基行动") < score("重点轴承强基行动", "轴承强基行动")


def pairs(texts: Path, lexicon: Lexicon) -> list[tuple[str, str, str, str]]:
    groups = gather_names(read_each([texts], []), lexicon.identities)
    return [(one.kind, one.region, one.a.name, one.b.name) for one in propose(groups, lexicon)]


def test_names_of_one_region_are_proposed_and_those_of_two_are_not(texts: Path, lexicon: Lexicon) -> None:
    assert pairs(texts, lexicon) == [
        ("initiative", "云南省", "轴承产业满园春三年行动计划", "轴承产业满园春行动计划"),
        ("initiative", "云南省", "丝绸精品提升行动", "丝绸精品行动"),
    ]


def test_order_of_texts_makes_no_difference(texts: Path, lexicon: Lexicon) -> None:
    told = list(read_each([texts], []))
    first = propose(gather_names(told, lexicon.identities), lexicon)
    assert propose(gather_names(told[::-1], lexicon.identities), lexicon) == first


def test_output_can_be_pasted_and_is_not_proposed_again(
    texts: Path, cnip: Callable[..., tuple[int, str, str]], lexicon: Lexicon, tmp_path: Path
) -> None:
    code, out, err = cnip("terms", texts)
    assert code == 0
    assert err.startswith("2 pairs; ")
    path = tmp_path / LEDGER
    path.write_text("\t".join(COLUMNS) + "\n" + out, "utf-8")
    rows = read_ledger(path, lambda name: region.key if (region := lexicon.region_named(name)) else "")
    assert [(one.a, one.b, one.decision) for one in rows] == [
        ("轴承产业满园春三年行动计划", "轴承产业满园春行动计划", "undecided"),
        ("丝绸精品提升行动", "丝绸精品行动", "undecided"),
    ]
    decided = Identities(rows)
    for row in rows:
        assert decided.group(row.kind, row.region).is_decided(row.a, row.b)
        assert decided.entity(row.kind, row.region, row.a) != decided.entity(row.kind, row.region, row.b)


def test_both_sentences_stand_above_the_row(texts: Path, cnip: Callable[..., tuple[int, str, str]]) -> None:
    _, out, _ = cnip("terms", texts, "--kind", "initiative", "--least", "0.9")
    evidence, one, other, row = out.splitlines()[:4]
    assert evidence.startswith("# 0.9")
    assert one.startswith("# 1 2029 yunnan-2029.md:")
    assert one.endswith("实施轴承产业“满园春”三年行动计划")
    assert other.endswith("深入实施轴承产业“满园春”行动计划")
    assert row.split("\t")[:5] == [
        "initiative",
        "云南省",
        "轴承产业满园春三年行动计划",
        "轴承产业满园春行动计划",
        "undecided",
    ]


def test_evidence_is_told_in_chinese(texts: Path, cnip: Callable[..., tuple[int, str, str]]) -> None:
    _, out, err = cnip("terms", texts, "--lang", "zh")
    assert "品牌相同" in out
    assert "2 对名称" in err


@pytest.mark.parametrize("least", ["2", "-1", "nan"])
def test_score_that_is_none_is_told(least: str, cnip: Callable[..., tuple[int, str, str]]) -> None:
    code, _, err = cnip("terms", "--least", least)
    assert code == 2
    assert f"--least {least}: expected a number from 0 to 1" in err
