"""Clusters, parks and bases: which names a text states, and which phrases name none."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from kg_build.extract import cluster
from kg_build.extract.cluster.name import is_industry, level_of, read_members
from kg_build.lexicon import Lexicon
from kg_build.model import Cluster, Segment

CASES = yaml.safe_load((Path(__file__).parent / "corpus" / "cluster.yaml").read_text("utf-8"))
Read = Callable[..., tuple[Segment, ...]]


def clusters(segments: tuple[Segment, ...], lexicon: Lexicon) -> list[Cluster]:
    """Return the clusters of a text."""
    return [found for found in cluster.extract(segments, lexicon) if isinstance(found, Cluster)]


@pytest.mark.parametrize("case", CASES["positive"], ids=lambda case: case["text"][:24])
def test_text_states_its_clusters(case: dict[str, str], segments_of: Read, lexicon: Lexicon) -> None:
    segments = segments_of(case["text"], region=case.get("region", "山东省"))
    found = [[one.name, one.region, one.level, one.industry] for one in clusters(segments, lexicon)]
    assert found == case["states"]


@pytest.mark.parametrize("case", CASES["negative"], ids=lambda case: case["text"][:24])
def test_text_names_no_cluster(case: dict[str, str], segments_of: Read, lexicon: Lexicon) -> None:
    assert clusters(segments_of(case["text"]), lexicon) == []


@pytest.mark.parametrize(
    ("phrase", "members"),
    [
        ("激光、轴承等3个国家先进制造业", "激光、轴承"),
        ("激光、轴承2个", "激光、轴承"),
        ("一批千亿级激光产业", "激光"),
        ("特色鲜明的激光产业", "激光"),
        ("高端装备制造产业", "高端装备制造"),
        ("新一代信息技术产业", "新一代信息技术"),
        ("战略性新兴产业", ""),
        ("具有竞争力的先进制造业", ""),
        ("“5+3”现代产业", ""),
    ],
)
def test_class_words_are_no_part_of_a_name(phrase: str, members: str) -> None:
    assert read_members(phrase)[0] == members


@pytest.mark.parametrize("name", ["万卡智算", "城市", "先进制造业", "机场", "战略性新兴产业基金", "轴承产业园"])
def test_facility_or_class_is_no_industry(name: str) -> None:
    assert not is_industry(name)


@pytest.mark.parametrize(
    ("words", "level"),
    [
        ("国家先进制造业", "national"),
        ("工信部中小企业特色产业", "national"),
        ("国际一流", "world-class"),
        ("国内领先", "unspecified"),
        ("省级", "provincial"),
        ("千亿级", "unspecified"),
    ],
)
def test_level_follows_the_words(words: str, level: str) -> None:
    assert level_of(words) == level


def test_plan_makes_a_target(segments_of: Read, lexicon: Lexicon) -> None:
    text = "2024年，山东坚持稳中求进。\n建强轴承产业集群。\n2025年，山东将加力稳增长。\n建强激光产业集群。"
    assert [(one.year, one.status) for one in clusters(segments_of(text), lexicon)] == [
        (2024, "actual"),
        (2025, "target"),
    ]


def test_every_quote_stands_in_the_text(segments_of: Read, lexicon: Lexicon) -> None:
    for case in CASES["positive"]:
        segments = segments_of(case["text"], region=case.get("region", "山东省"))
        stated = clusters(segments, lexicon)
        assert stated
        for found in stated:
            for passage in found.evidence:
                assert segments[0].document.text[passage.start : passage.end] == passage.quote != ""
