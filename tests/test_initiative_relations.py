"""What initiatives are to each other: short forms of one, versions of one, parts of another."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from kg_build.extract import initiative
from kg_build.extract.initiative.alias import abbreviates
from kg_build.extract.initiative.version import version_of
from kg_build.lexicon import Lexicon
from kg_build.model import Initiative, Segment

CASES = yaml.safe_load((Path(__file__).parent / "corpus" / "initiative-relations.yaml").read_text("utf-8"))
Read = Callable[..., tuple[Segment, ...]]
NAMES = st.text(alphabet="轴承丝绸强基提质行动工程", min_size=2, max_size=12)


def found(text: str, segments_of: Read, lexicon: Lexicon) -> dict[str, Initiative]:
    return {one.name: one for one in initiative.extract(segments_of(text), lexicon) if isinstance(one, Initiative)}


@pytest.mark.parametrize("case", CASES["aliases"], ids=lambda case: case["text"][:28])
def test_short_form_is_one_with_its_name(
    case: dict[str, dict[str, list[str]]], segments_of: Read, lexicon: Lexicon
) -> None:
    named = found(str(case["text"]), segments_of, lexicon)
    assert {name: list(one.aliases) for name, one in named.items()} == case["aliases"]


@pytest.mark.parametrize("case", CASES["versions"], ids=lambda case: case["text"][:28])
def test_version_is_told_from_its_name(
    case: dict[str, dict[str, list[str]]], segments_of: Read, lexicon: Lexicon
) -> None:
    named = found(str(case["text"]), segments_of, lexicon)
    assert {name: list(version_of(name)) for name in named} == case["version"]


@pytest.mark.parametrize("case", CASES["parts"], ids=lambda case: case["text"][:28])
def test_part_is_told_of_the_whole(case: dict[str, dict[str, list[str]]], segments_of: Read, lexicon: Lexicon) -> None:
    named = found(str(case["text"]), segments_of, lexicon)
    for name, outer in case["part_of"].items():
        assert [one.name for one in named[name].part_of] == outer


def test_successors_are_versions_of_one_name() -> None:
    names = ["银杏行动计划1.0", "银杏行动2.0计划", "银杏行动计划3.0版", "银杏行动计划"]
    assert [version_of(name) for name in names] == [
        *(("银杏行动计划", version) for version in ("1.0", "2.0", "3.0")),
        ("", ""),
    ]


@given(NAMES, st.integers(min_value=1, max_value=9))
def test_a_version_behind_a_name_is_read_back(name: str, number: int) -> None:
    assert version_of(f"{name}{number}.0") == (name, f"{number}.0")
    assert version_of(name) == ("", "")


@given(NAMES, st.data())
def test_characters_left_out_abbreviate(name: str, data: st.DataObject) -> None:
    kept = data.draw(st.lists(st.booleans(), min_size=len(name), max_size=len(name)))
    short = "".join(character for character, keep in zip(name, kept, strict=True) if keep)
    assert abbreviates(short, name) == (3 <= len(short) < len(name))


@given(st.text(alphabet="“”(),。;:即简称包括纳入中银杏行动计划2.0工程三大\n", max_size=60))
def test_any_text_gives_sound_relations(segments_of: Read, lexicon: Lexicon, text: str) -> None:
    named = found(f"实施丝绸强基行动。\n实施“银杏”行动计划{text}", segments_of, lexicon)
    assert "丝绸强基行动" in named
    for one in named.values():
        assert one.name not in one.aliases
        assert all(outer.name != one.name for outer in one.part_of)
