"""Text laid out for a terminal, where a Han character takes two columns.

    地区     指标                  数值
    东岭省   规模以上工业增加值    7.6

Measuring, padding, wrapping and tables; what is laid out is the commands' business. What a cell holds is shown, never
obeyed: a character that steers the terminal is written out as its escape.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from kg_build.printable import one_line

__all__ = ["display_width", "pad", "shorten", "table_lines", "wrap"]

GAP = "  "
WIDE = frozenset("WF")
PIECE = re.compile(r"\s+|[!-~]+|.", re.DOTALL)
"""What a line may be broken between: runs of ASCII stay whole, Han text breaks anywhere."""
NOT_FIRST = frozenset("，。；：、！？）》”」,.;:)")
NUMBER = re.compile(r"[-+]?\d[\d,]*(?:\.\d+)?%?")


def display_width(text: str) -> int:
    """Return the columns a terminal takes for the text."""
    if text.isascii():
        return len(text)
    return sum(
        2 if unicodedata.east_asian_width(character) in WIDE else 0 if unicodedata.combining(character) else 1
        for character in text
    )


def pad(text: str, width: int, *, right: bool = False) -> str:
    """Return the text filled up with spaces to the width, which it may exceed; `right` puts it on the right."""
    fill = " " * (width - display_width(text))
    return fill + text if right else text + fill


def wrap(text: str, width: int) -> list[str]:
    """Return the text in lines of at most the width, unless one word is longer.

    A closing mark never opens a line; it may stand one character over.
    """
    lines = [""]
    for piece in PIECE.findall(" ".join(text.split())):
        if display_width(lines[-1] + piece) > width and lines[-1] and piece not in NOT_FIRST:
            lines[-1] = lines[-1].rstrip()
            lines.append("")
        if piece != " " or lines[-1]:
            lines[-1] += piece
    return [line.rstrip() for line in lines]


def table_lines(columns: Sequence[str], rows: Sequence[Sequence[str]], *, limit: int = 0) -> Iterator[str]:
    """Yield a header, a rule and the rows, columns aligned; a column of numbers is set to the right.

    Line ends within a cell become spaces. `limit` cuts longer cells, counted in columns of the terminal (0: none).
    """
    cells = [[shorten(one_line(cell), limit) for cell in row] for row in rows]
    widths = [
        max(display_width(column), *(display_width(row[at]) for row in cells)) if cells else display_width(column)
        for at, column in enumerate(columns)
    ]
    numeric = [
        any(row[at] for row in cells) and all(NUMBER.fullmatch(row[at]) for row in cells if row[at])
        for at in range(len(columns))
    ]
    for row in (list(columns), ["-" * width for width in widths], *cells):
        yield GAP.join(
            pad(cell, width, right=right) for cell, width, right in zip(row, widths, numeric, strict=True)
        ).rstrip()


def shorten(text: str, limit: int) -> str:
    """Return the text, cut to the limit with an ellipsis where it is longer; a limit of 0 cuts nothing."""
    if not limit or display_width(text) <= limit:
        return text
    while display_width(text) > limit - 1:
        text = text[:-1]
    return text + "…"
