"""Text from files on a terminal: shown, never obeyed."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg_build.errors import UsageError
from kg_build.printable import one_line, printable


@pytest.mark.parametrize("text", ["", "GDP", "重庆市（2024）", "e\N{COMBINING ACUTE ACCENT}", "\N{IDEOGRAPHIC SPACE}"])
def test_text_stays_as_it_is(text: str) -> None:
    assert printable(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [("\x1b[2J", "\\x1b[2J"), ("a\nb", "a\\x0ab"), ("\u202e.txt", "\\u202e.txt"), ("\udcff.md", "\\udcff.md")],
)
def test_what_steers_a_terminal_is_written_out(text: str, shown: str) -> None:
    assert printable(text) == shown


@given(st.text(st.characters()))
def test_nothing_is_left_that_steers_and_twice_is_as_once(text: str) -> None:
    shown = printable(text)
    assert not {unicodedata.category(character) for character in shown} & {"Cc", "Cs", "Zl", "Zp"}
    assert printable(shown) == shown
    assert len(one_line(text).splitlines()) <= 1


def test_error_is_one_printable_line() -> None:
    assert str(UsageError("a\x1b[2J\nb.txt: no such file")) == "a\\x1b[2J b.txt: no such file"
