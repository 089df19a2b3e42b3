"""Names that can be none: with characters that do not show, or one word over and over."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg_build.extract.registry import extract_statements
from kg_build.extract.sound_name import is_sound, name_of
from kg_build.lexicon import Lexicon
from kg_build.model import Segment

Read = Callable[..., tuple[Segment, ...]]
TEXT = (
    "实施“满#园”行动。印发《轴#承产业促进条例》。济南入选国家轴#承试点城市。建设德州轴#承产业园，轴#承产量达3万套。"
    "与聊城市共建轴#承产业园。"
)


@pytest.mark.parametrize("hidden", ["\x00", "\u202e", "\ufeff", "\u200b", "\x7f"])
def test_name_with_a_hidden_character_is_none(hidden: str, segments_of: Read, lexicon: Lexicon) -> None:
    shown = list(extract_statements(segments_of(TEXT.replace("#", "")), lexicon))
    assert {type(one).__name__ for one in shown} >= {"Initiative", "DocumentStatement", "Designation", "Cluster"}
    found = list(extract_statements(segments_of(TEXT.replace("#", hidden)), lexicon))
    assert not [name_of(one) for one in found if hidden in name_of(one)]


def test_word_over_and_over_is_no_name(segments_of: Read, lexicon: Lexicon) -> None:
    assert list(extract_statements(segments_of("培育轴承产业集群。"), lexicon))
    found = list(extract_statements(segments_of("培育" + "轴承" * 32 + "产业集群。"), lexicon))
    assert not [name_of(one) for one in found if "轴承轴承" in name_of(one)]


@pytest.mark.parametrize(
    ("name", "sound"),
    [
        ("轴承产业促进条例", True),
        ("“3+2”产业体系(2023—2025年)", True),
        ("轴承　产业规划", True),
        ("2222体系", True),
        ("轴承轴承轴承集群", True),
        ("轴承轴承轴承轴承集群", False),
        ("创新驱动产业" * 10, False),
        ("轴\u2066承产业", False),
    ],
)
def test_sound_names(name: str, sound: bool) -> None:
    assert is_sound(name) is sound
