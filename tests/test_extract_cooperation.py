"""Cooperations: which regions act together, and what only spans regions."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from kg_build.extract import cooperation
from kg_build.lexicon import Lexicon
from kg_build.model import Cooperation, Segment

CASES = yaml.safe_load((Path(__file__).parent / "corpus" / "cooperation.yaml").read_text("utf-8"))
Read = Callable[..., tuple[Segment, ...]]


def cooperations(segments: tuple[Segment, ...], lexicon: Lexicon) -> list[Cooperation]:
    """Return the cooperations of a text."""
    return [found for found in cooperation.extract(segments, lexicon) if isinstance(found, Cooperation)]


@pytest.mark.parametrize("case", CASES["positive"], ids=lambda case: case["text"][:24])
def test_text_states_its_cooperations(case: dict[str, str], segments_of: Read, lexicon: Lexicon) -> None:
    segments = segments_of(case["text"], region=case.get("region", "山东省"))
    found = [sorted(one.regions) for one in cooperations(segments, lexicon)]
    assert found == [sorted(regions) for regions in case["states"]]


@pytest.mark.parametrize("case", CASES["negative"], ids=lambda case: case["text"][:24])
def test_text_states_no_cooperation(case: dict[str, str], segments_of: Read, lexicon: Lexicon) -> None:
    assert cooperations(segments_of(case["text"]), lexicon) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("推进鲁豫轴承合作产业园建设。", "鲁豫轴承合作产业园建设"),
        ("鲁豫共建轴承走廊。", "鲁豫共建轴承走廊"),
        ("推进鲁豫轴承等合作产业园建设。", "鲁豫轴承合作产业园建设"),
        ("推进潍临轴承集群跨市合作。", "潍临轴承集群跨市合作"),
        ("推进潍临轴承等省级集群协同发展。", "潍临轴承集群协同"),
        ("京津冀蚕桑一体化成效显著。", "京津冀蚕桑一体化"),
        ("鲁豫丝绸协同打开新局面。", "鲁豫丝绸协同"),
        ("京津冀丝绸协同发展向纵深推进。", "京津冀丝绸协同发展"),
        ("京津冀丝绸协同发展纵深推进。", "京津冀丝绸协同发展"),
        ("鲁豫丝绸合作务实推进。", "鲁豫丝绸合作"),
        ("鲁豫丝绸一体化进程加快。", "鲁豫丝绸一体化"),
        ("推动鲁豫丝绸合作加快轴承出口。", "鲁豫丝绸合作加快轴承出口"),
        ("京津冀丝绸协同发展座谈会召开。", "京津冀丝绸协同发展座谈会"),
        ("参加京津冀丝绸协同发展座谈会。", "京津冀丝绸协同发展座谈会"),
        ("实施蚕桑采购和鲁豫丝绸联合采购。", "鲁豫丝绸联合采购"),
        ("办好轴承大会、鲁台丝绸合作周等活动。", "鲁台丝绸合作周"),
        ("共建潍临轴承集群。", "共建潍临轴承集群"),
        ("鲁豫共建" + "轴承装备研究平台、" * 6 + "激光城。", "鲁豫共建" + "、".join(["轴承装备研究平台"] * 4)),
    ],
)
def test_name_is_the_undertaking(text: str, name: str, segments_of: Read, lexicon: Lexicon) -> None:
    assert [found.name for found in cooperations(segments_of(text), lexicon)] == [name]


def test_one_clause_and_set_of_regions_is_one_cooperation(segments_of: Read, lexicon: Lexicon) -> None:
    text = "鲁豫共建“轴承走廊”“激光走廊”，鲁豫共建实验平台。"
    assert len(cooperations(segments_of(text), lexicon)) == 2


def test_each_run_of_a_list_has_its_name(segments_of: Read, lexicon: Lexicon) -> None:
    found = cooperations(segments_of("推进鲁豫、鲁皖轴承合作产业园[6]开工。"), lexicon)
    assert [one.name for one in found] == ["鲁豫轴承合作产业园", "鲁皖轴承合作产业园"]


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("中韩（烟台）轴承产业园开园。", "烟台市"),
        ("青岛中德丝绸产业园开园。", "青岛市"),
        ("支持烟台融入长三角一体化。", "烟台市"),
        ("支持烟台、威海等市承接上海产业。", "山东省"),
    ],
)
def test_city_that_acts_or_has_the_park_is_the_region(
    text: str, region: str, segments_of: Read, lexicon: Lexicon
) -> None:
    assert [found.region for found in cooperations(segments_of(text), lexicon)] == [region]


def test_area_is_the_subject_of_its_own_cooperation(segments_of: Read, lexicon: Lexicon) -> None:
    (found,) = cooperations(segments_of("京津冀产业协同迈出新步伐。", region="河北省"), lexicon)
    assert (found.region, found.region_keys) == ("京津冀", ("110000", "120000", "130000"))


def test_foreign_partner_has_a_key_of_its_own(segments_of: Read, lexicon: Lexicon) -> None:
    (found,) = cooperations(segments_of("加强与越南产能合作。", region="云南省"), lexicon)
    assert found.region_keys[1].startswith("x-")


def test_name_with_an_invisible_character_is_none(segments_of: Read, lexicon: Lexicon) -> None:
    found = cooperations(segments_of("鲁豫共建丝绸走廊，鲁苏共建轴\u202e承走廊。"), lexicon)
    assert [one.name for one in found] == ["鲁豫共建丝绸走廊"]


def test_every_quote_stands_in_the_text(segments_of: Read, lexicon: Lexicon) -> None:
    for case in CASES["positive"]:
        segments = segments_of(case["text"], region=case.get("region", "山东省"))
        stated = cooperations(segments, lexicon)
        assert len(stated) == len(case["states"])
        for found in stated:
            for passage in found.evidence:
                assert segments[0].document.text[passage.start : passage.end] == passage.quote != ""
