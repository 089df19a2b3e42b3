"""Fold full-width forms to ASCII, one code point for one, so that offsets stay.

`规上工业，增长７％` becomes `规上工业,增长7%`: rules are written once and read both styles of punctuation. Chinese
marks without an ASCII twin (、。“”《》) are kept; the asterisks of Markdown become spaces.
"""

from __future__ import annotations

__all__ = ["fold"]

FOLDS: tuple[tuple[str, str], ...] = (
    *((chr(0xFF10 + digit), str(digit)) for digit in range(10)),
    *((chr(0xFF21 + letter), chr(0x41 + letter)) for letter in range(26)),
    *((chr(0xFF41 + letter), chr(0x61 + letter)) for letter in range(26)),
    ("，", ","),
    ("；", ";"),
    ("：", ":"),
    ("\u2236", ":"),
    ("（", "("),
    ("）", ")"),
    ("％", "%"),
    ("！", "!"),
    ("？", "?"),
    ("．", "."),
    ("＋", "+"),
    ("／", "/"),
    ("－", "—"),
    ("–", "—"),
    ("―", "—"),
    ("─", "—"),
    ("～", "~"),
    ("\u3014", "("),
    ("\u3015", ")"),
    ("「", "“"),
    ("」", "”"),
    ("\u3000", " "),
    ("\u00a0", " "),
    ("\t", " "),
    ("*", " "),
)


def fold(text: str) -> str:
    """Return `text` with full-width forms folded; the length never changes."""
    for wide, narrow in FOLDS:
        if wide in text:
            text = text.replace(wide, narrow)
    return text
