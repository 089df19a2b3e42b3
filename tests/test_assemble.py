"""Equal statements become one; none is lost, none without evidence passes."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg_build.assemble import assemble, check_evidence
from kg_build.errors import EvidenceError
from kg_build.model import Evidence, Observation
from kg_build.read.sources import parse_document

TEXT = "规上工业增加值增长6%。规上工业增加值增长6.0%。"


def observation(
    value: str = "6", start: int = 0, end: int = 11, status: str = "actual", quote: str | None = None
) -> Observation:
    """Return a statement quoting `TEXT`."""
    passage = Evidence("a", start, end, TEXT[start:end] if quote is None else quote, "measurement.growth", 0.9)
    return Observation(
        region="山东省",
        region_key="370000",
        year=2024,
        status=status,
        evidence=(passage,),
        indicator="规模以上工业增加值",
        concept="",
        kind="growth",
        value=Decimal(value),
        unit="%",
        comparator="eq",
        period_start="2024-01",
        period_end="2024-12",
        raw=f"{value}%",
    )


def test_same_fact_twice_keeps_both_passages() -> None:
    (found,) = assemble([observation("6"), observation("6.0", 12, 25)])
    assert [passage.start for passage in found.evidence] == [0, 12]


@pytest.mark.parametrize("other", [observation("7"), observation(status="target")])
def test_different_facts_stay_apart(other: Observation) -> None:
    assert len(assemble([observation(), other])) == 2


@given(
    st.lists(st.builds(observation, st.sampled_from(["6", "6.0", "7", "-6"]), st.sampled_from([0, 12])), max_size=8),
    st.randoms(),
)
def test_order_and_repetition_change_nothing(statements: list[Observation], random: object) -> None:
    shuffled = list(statements)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    once = assemble(statements)
    assert [(s.value.normalize(), s.evidence) for s in assemble(shuffled)] == [
        (s.value.normalize(), s.evidence) for s in once
    ]
    assert assemble(once) == once


@pytest.mark.parametrize(
    "bad", [observation(quote="规上工业"), observation(end=10, quote=TEXT[:11]), observation(start=5, end=5, quote="")]
)
def test_a_quote_that_does_not_stand_there_is_an_error(bad: Observation) -> None:
    document = parse_document("a.txt", TEXT)
    check_evidence([observation()], document)
    with pytest.raises(EvidenceError, match=r"a\.txt"):
        check_evidence([bad], document)
