"""The parts of initiatives: where a text states them, and where it only seems to."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from kg_build.extract import initiative
from kg_build.extract.initiative.code import agreement_of, splits_of
from kg_build.lexicon import Lexicon
from kg_build.model import Component, Initiative, Segment

CASES = yaml.safe_load((Path(__file__).parent / "corpus" / "initiative-components.yaml").read_text("utf-8"))
Read = Callable[..., tuple[Segment, ...]]
COUNTS = st.lists(st.integers(min_value=1, max_value=99), min_size=2, max_size=5)


def parts_of(name: str, text: str, segments_of: Read, lexicon: Lexicon) -> tuple[Component, ...]:
    named = [one for one in initiative.extract(segments_of(text), lexicon) if isinstance(one, Initiative)]
    (found,) = [one for one in named if one.name == name]
    return found.components


@pytest.mark.parametrize("case", CASES["states"], ids=lambda case: case["text"][:24])
def test_text_states_parts(case: dict[str, str], segments_of: Read, lexicon: Lexicon) -> None:
    wanted = tuple(Component(count, label, tuple(members)) for count, label, *members in case["parts"])
    assert parts_of(case["name"], case["text"], segments_of, lexicon) == wanted


@pytest.mark.parametrize("case", CASES["states_none"], ids=lambda case: case["text"][:24])
def test_text_states_no_parts(case: dict[str, str], segments_of: Read, lexicon: Lexicon) -> None:
    assert parts_of(case["name"], case["text"], segments_of, lexicon) == ()


@pytest.mark.parametrize(
    ("code", "stated", "result"),
    [
        ("6997", [6, 9, 9, 7], "agrees"),
        ("6997", [9, 6, 7, 9], "agrees"),
        ("33618", [3, 3, 6, 18], "agrees"),
        ("1650", [16, 50], "agrees"),
        ("20+5", [20, 5], "agrees"),
        ("10+9+4", [10, 9, 4], "agrees"),
        ("1650", [16], "not-stated"),
        ("6997", [], "not-stated"),
        ("33618", [None, None, None, None], "not-stated"),
        ("6997", [6, 9, 9, 8], "contradicts"),
        ("6997", [6, 9, 9, 7, 7], "contradicts"),
        ("20+5", [20, 6], "contradicts"),
        ("20+5", [2, 0, 5], "contradicts"),
        ("415X", [4, 15], None),
        ("1+N+X", [1], None),
        ("2+3+N", [2, 4], None),
        ("", [2, 3], None),
    ],
)
def test_counts_agree_with_a_closed_code(code: str, stated: list[int | None], result: str | None) -> None:
    assert agreement_of(code, stated) == result


@given(COUNTS, st.sampled_from(["+", ""]))
def test_a_code_written_from_its_counts_agrees_with_them(counts: list[int], sign: str) -> None:
    code = sign.join(map(str, counts))
    assert agreement_of(code, counts) == "agrees"
    assert agreement_of(code, counts[1:]) in {"not-stated", "agrees"}
    assert agreement_of(f"{code}X", counts) is None


@given(COUNTS, st.integers(min_value=1, max_value=99))
def test_a_term_that_differs_contradicts_a_code_with_plus_signs(counts: list[int], other: int) -> None:
    changed = [other, *counts[1:]]
    result = agreement_of("+".join(map(str, counts)), changed)
    assert result == ("agrees" if sorted(changed) == sorted(counts) else "contradicts")


@given(st.from_regex(r"[1-9][0-9]{2,4}", fullmatch=True))
def test_every_way_to_cut_digits_keeps_them(code: str) -> None:
    assert all("".join(map(str, split)) == code for split in splits_of(code))


@given(st.text(alphabet="“3+2”产业体系(个支柱、四大,。;一是二三行动即等的和\n", max_size=60))
def test_parts_of_any_text_have_labels_and_counts(segments_of: Read, lexicon: Lexicon, text: str) -> None:
    anchor = "完善“作坊—车间—工厂”培育体系。\n"
    named = [*initiative.extract(segments_of(f"{anchor}构建“3+2”产业体系{text}"), lexicon)]
    assert next(one.name for one in named if isinstance(one, Initiative)) == "作坊—车间—工厂培育体系"
    for one in named:
        assert isinstance(one, Initiative)
        assert all(part.label and (part.count is None or part.count > 0) for part in one.components)
        assert all(member for part in one.components for member in part.members)
