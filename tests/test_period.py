"""Stated times to months."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg_build.period import PERIOD, default_period, find_periods, matches


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("1—11月", "2024-01", "2024-11"),
        ("1-10月", "2024-01", "2024-10"),
        ("2023年1—9月", "2023-01", "2023-09"),
        ("11月当月", "2024-11", "2024-11"),
        ("前三季度", "2024-01", "2024-09"),
        ("上半年", "2024-01", "2024-06"),
        ("下半年", "2024-07", "2024-12"),
        ("一季度", "2024-01", "2024-03"),
        ("三季度", "2024-07", "2024-09"),
        ("全年", "2024-01", "2024-12"),
        ("截至11月底", "", "2024-11"),
        ("截至2023年底", "", "2023-12"),
        ("截至目前", "", "2024-12"),
        ("“十四五”以来", "2021-01", "2024-12"),
        ("“十四五”期间", "2021-01", "2025-12"),
        ("连续四年", "2021-01", "2024-12"),
        ("连续6年", "2019-01", "2024-12"),
        ("近三年", "2022-01", "2024-12"),
        ("过去五年", "2020-01", "2024-12"),
        ("比五年前", "2020-01", "2024-12"),
        ("五年来", "2020-01", "2024-12"),
        ("到2027年", "", "2027-12"),
        ("2030年前", "", "2030-12"),
        ("去年", "2023-01", "2023-12"),
    ],
)
def test_time_is_read(text: str, start: str, end: str) -> None:
    assert [(period.start, period.end) for period in find_periods(text, 0, len(text), 2024)] == [(start, end)]


@pytest.mark.parametrize("text", ["比上年增长", "较去年同期", "11—1月", "13—14月", "三季", "连续多年", "月度"])
def test_what_states_no_time_is_left_alone(text: str) -> None:
    assert find_periods(text, 0, len(text), 2024) == []


WORDS = [*"到至由从比较年月日底末份度前的一两三十第“”近来—-~,123", "截至", "目前", "当月", "之前", "前三季度", "上半年"]
WORDS += ["季度", "全年", "去年", "同期", "十四五", "以来", "期间", "连续", "过去", "达到", "11", "12", "20", "2024"]


@given(st.lists(st.sampled_from(WORDS), max_size=30).map("".join), st.integers(0, 5))
def test_times_are_looked_for_wherever_one_may_start(text: str, start: int) -> None:
    assert [match.span() for match in matches(text, start, len(text))] == [
        match.span() for match in PERIOD.finditer(text, start)
    ]


def test_months_without_a_year_need_the_section_year() -> None:
    assert find_periods("1—11月", 0, 5, None) == []


@pytest.mark.parametrize(
    ("year", "is_stock", "period"),
    [
        (2024, False, ("2024-01", "2024-12")),
        (2024, True, ("", "2024-12")),
        (None, False, ("", "")),
        (None, True, ("", "")),
    ],
)
def test_default_period_is_the_year_of_the_section(year: int | None, is_stock: bool, period: tuple[str, str]) -> None:
    assert default_period(year, is_stock=is_stock) == period
