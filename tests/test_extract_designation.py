"""Titles: who holds or seeks which, and what is no title."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from kg_build.extract import designation
from kg_build.extract.designation.title_form import core
from kg_build.lexicon import Lexicon
from kg_build.model import Designation, Segment

CASES = yaml.safe_load((Path(__file__).parent / "corpus" / "designation.yaml").read_text("utf-8"))
Read = Callable[..., tuple[Segment, ...]]


def designations(segments: tuple[Segment, ...], lexicon: Lexicon) -> list[Designation]:
    """Return the designations of a text."""
    return [found for found in designation.extract(segments, lexicon) if isinstance(found, Designation)]


@pytest.mark.parametrize("case", CASES["positive"], ids=lambda case: case["text"][:24])
def test_text_states_its_designations(case: dict[str, str], segments_of: Read, lexicon: Lexicon) -> None:
    segments = segments_of(case["text"], region=case.get("region", "山东省"))
    found = [[one.region, one.name, one.status] for one in designations(segments, lexicon)]
    assert found == case["states"]


@pytest.mark.parametrize("case", CASES["negative"], ids=lambda case: case["text"][:24])
def test_text_states_no_designation(case: dict[str, str], segments_of: Read, lexicon: Lexicon) -> None:
    assert designations(segments_of(case["text"]), lexicon) == []


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("建设世界轴承之都。", "target"),
        ("建成世界轴承之都。", "actual"),
        ("获评世界轴承之都。", "actual"),
        ("推进国家激光应用试点。", "actual"),
        ("加快建设国家激光示范城市。", "actual"),
        ("争创国家激光示范城市。", "target"),
        ("力争获批国家激光应用试点。", "target"),
        ("预计获批国家激光应用试点。", "estimate"),
    ],
)
def test_role_is_sought_until_it_is_reached(text: str, status: str, segments_of: Read, lexicon: Lexicon) -> None:
    assert [found.status for found in designations(segments_of(text), lexicon)] == [status]


def test_pilot_of_no_level_counts_only_once_it_was_a_title(segments_of: Read, lexicon: Lexicon) -> None:
    pilot, award = "推进激光云网应用试点。", "入选国家级激光云网应用试点。"
    assert designations(segments_of(pilot), lexicon) == []
    assert len(designations(segments_of(award + pilot), lexicon)) == 2
    assert len(designations(segments_of(pilot + award), lexicon)) == 1


@pytest.mark.parametrize(
    "name", ["首批国家级激光应用试点城市", "全国激光应用试点", "“激光应用”试点城市", "第二批激光应用试点专项"]
)
def test_wordings_of_one_pilot_share_a_core(name: str) -> None:
    assert core(name) == "激光应用试点"


def test_place_without_a_code_has_a_key_of_its_own(segments_of: Read, lexicon: Lexicon) -> None:
    (found,) = designations(segments_of("白石县获评国家轴承示范县。"), lexicon)
    assert found.region_key.startswith("x-")


def test_every_quote_stands_in_the_text(segments_of: Read, lexicon: Lexicon) -> None:
    for case in CASES["positive"]:
        segments = segments_of(case["text"], region=case.get("region", "山东省"))
        stated = designations(segments, lexicon)
        assert stated
        for found in stated:
            for passage in found.evidence:
                assert segments[0].document.text[passage.start : passage.end] == passage.quote != ""
