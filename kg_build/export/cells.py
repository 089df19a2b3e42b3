"""Text in the cells of a table that a spreadsheet may open.

    guard("=HYPERLINK(…)行动")    ->  '=HYPERLINK(…)行动

A spreadsheet runs a cell that begins like a formula, and what a text calls a programme is the text's affair. Such a
cell gets an apostrophe in front, and so does one that begins with an apostrophe: drop the first apostrophe of a cell
that has one and the exact text is back. Numbers, codes and IRIs are never changed. The graph keeps every text as it is.
"""

from __future__ import annotations

__all__ = ["guard"]

MARK = "'"
FORMULA = frozenset("=+-@\t\r\n＝＋－\uff20" + MARK)
"""First characters that open a formula in some spreadsheet, the full-width ones in East Asian editions."""


def guard(text: str) -> str:
    """Return the text as a cell that no spreadsheet takes for a formula."""
    return MARK + text if text and text[0] in FORMULA else text
