"""Text on a terminal: Han characters take two columns, and nothing is lost in wrapping."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg_build.cli.layout import display_width, pad, shorten, table_lines, wrap

MIXED = st.text(alphabet="工业投资增长，。11.3% GDP（）", max_size=60)


@pytest.mark.parametrize(
    ("text", "width"), [("", 0), ("GDP", 3), ("重庆", 4), ("（5G）", 6), ("e\N{COMBINING ACUTE ACCENT}", 1)]
)
def test_width_counts_columns(text: str, width: int) -> None:
    assert display_width(text) == width


def test_columns_line_up_and_numbers_stand_right() -> None:
    rows = [["重庆市", "7.6"], ["Hainan", "12.4"]]
    assert list(table_lines(["region", "值"], rows)) == [
        "region    值",
        "------  ----",
        "重庆市   7.6",
        "Hainan  12.4",
    ]


def test_table_without_rows_has_a_header() -> None:
    assert list(table_lines(["region"], [])) == ["region", "------"]


def test_line_end_in_a_cell_does_not_break_the_table() -> None:
    assert list(table_lines(["a"], [["x\ny"]]))[2:] == ["x y"]


@pytest.mark.parametrize("sign", ["\x1b[31m", "\x07", "\x9b", "\x7f", "\u202e", "\x00", "\udc80"])
def test_cell_cannot_steer_the_terminal(sign: str) -> None:
    header, rule, row = table_lines(["a", "b"], [[f"x{sign}y", "z"]])
    assert row == f"x\\{sign[0].encode('unicode_escape').decode()[1:]}{sign[1:]}y  z"
    assert len(rule) == len(row)
    assert header.startswith("a ")


@given(MIXED, st.integers(min_value=4, max_value=20))
def test_wrapping_keeps_every_character(text: str, width: int) -> None:
    assert "".join("".join(wrap(text, width)).split()) == "".join(text.split())


@given(MIXED, st.integers(min_value=8, max_value=20))
def test_wrapped_lines_fit_but_for_closing_marks_and_long_words(text: str, width: int) -> None:
    for line in wrap(text, width):
        body = line.rstrip("，。）")
        assert display_width(body) <= width or " " not in body


@given(MIXED, st.integers(min_value=2, max_value=20))
def test_shortened_text_fits(text: str, limit: int) -> None:
    assert display_width(shorten(text, limit)) <= limit


@given(MIXED, st.integers(min_value=0, max_value=40), st.booleans())
def test_padding_reaches_the_width(text: str, width: int, right: bool) -> None:
    assert display_width(pad(text, width, right=right)) == max(width, display_width(text))
