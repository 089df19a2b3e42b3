"""Figures, form by form: what each states in full, with its status and its region, and what states nothing."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from kg_build.extract import measurement
from kg_build.lexicon import Lexicon
from kg_build.model import Segment

CASES = yaml.safe_load((Path(__file__).parent / "corpus" / "measurement-forms.yaml").read_text("utf-8"))
Read = Callable[..., tuple[Segment, ...]]
Case = dict[str, object]


def read(case: Case, segments_of: Read, lexicon: Lexicon) -> list[list[object]]:
    """Return the figures of a case, each with its status and its region."""
    segments = segments_of(str(case["text"]), str(case.get("region", "山东省")), case.get("year", 2024))
    return [
        [
            *(o.indicator, o.kind, o.value, o.unit, o.comparator, o.period_start, o.period_end),
            *(o.status, o.region),
        ]
        for o in measurement.extract(segments, lexicon)
    ]


@pytest.mark.parametrize("case", CASES["positive"], ids=lambda case: case["text"][:24])
def test_form_states_its_figures(case: Case, segments_of: Read, lexicon: Lexicon) -> None:
    states, status, regions = case["states"], case.get("status", "actual"), case.get("regions")
    assert isinstance(states, list)
    statuses = status if isinstance(status, list) else [status] * len(states)
    places = regions if isinstance(regions, list) else [case.get("region", "山东省")] * len(states)
    assert read(case, segments_of, lexicon) == [
        [*state[:2], Decimal(str(state[2])), *state[3:], one, place]
        for state, one, place in zip(states, statuses, places, strict=True)
    ]


@pytest.mark.parametrize("case", CASES["negative"], ids=lambda case: case["text"][:24])
def test_form_states_no_figure(case: Case, segments_of: Read, lexicon: Lexicon) -> None:
    assert read(case, segments_of, lexicon) == []
