r"""Paragraphs that are broken into lines of one width, as copied from a PDF or an e-mail: whole again, offsets kept.

    增长5.7%,利\n润率6.1%。    reads as    增长5.7%,利润率6.1%。

Whether a text is wrapped is measured over all its lines, not guessed line by line: nearly all are as long as the
width, none is longer, and few of them end where a sentence does. Rules then read the text with the line breaks inside
a paragraph left out; a passage that is found there is cut, with its line breaks, from the text as it was read.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise

import msgspec

from kg_build.model import Document, Evidence, Statement
from kg_build.read.plain import fold

__all__ = ["Wrapped", "is_wrapped", "restore", "unwrap"]

FEWEST_LINES = 6
"""Lines below which nothing can be measured."""
NARROWEST, WIDEST = 30, 140
"""Columns that a width may have; a Han character takes two."""
LONGER = 0.02
"""Share of the lines that may be longer than the width: a table, an address."""
FULL = 0.35
"""Share of the lines, at least, that are full; the others end a paragraph or are headings."""
OF_LONG, LAST = 0.75, 0.6
"""Of the lines longer than half the width, what share is full, or what share of the others ends with a sentence: the
items of a list are of all lengths and end as they like.
"""
CLOSED = 0.3
"""Share of the full lines, at most, that end where a sentence ends."""
SLACK = 6
"""Columns that a full line may lack: a word or a mark that may not be parted stands in the next."""
MARGIN = 2
"""Columns by which a closing mark may stand out beyond the width."""
RUNS_ON = 0.6
"""Share of the width that a line with a comma at its end has where its paragraph goes on."""

ENDS = "。!?;:！？；："
COMMAS = ",、，"
HALF = re.compile(r"[ -~]")
FIRST_WORD = re.compile(r"[“《(「]*(?:[!-~]+|.)[,.;:!?、。”》)」%]*")
"""What opens a line and may not be parted: a word in Latin letters or digits, or a character, with its marks."""
OPENS_PART = re.compile(
    r"[#>|<★▲●◆■○◇□]|[-•·](?=\s)|\([一二三四五六七八九十]{1,3}\)|[一二三四五六七八九十]{1,3}、(?![一二三四五六七八九十])"
)
OPENS_ITEM = re.compile(r"\d{1,2}[.、](?!\d)|\(\d{1,2}\)|第[一二三四五六七八九十]{1,3}[章节条,、]|[①-⑳]")
"""What opens a line that is no part of the paragraph above: always, and where that one ends with a sentence."""

INDENT = re.compile(r"[ \u3000]{2,}|\u3000|\t")
TWO_WORDS = re.compile(r"[a-z][A-Za-z]|[A-Z][a-z]")
"""Letters at the end of a line and at the start of the next that are of two words; capitals are of one, GDP."""


class Line(msgspec.Struct, frozen=True, gc=False):
    """A line: where its words start and end, how many columns and characters it has, and whether it is indented."""

    start: int
    end: int
    width: int
    length: int
    indented: bool


class Wrapped(msgspec.Struct, frozen=True):
    """A document with its paragraphs whole; what is at `starts[i]` there stands at `places[i]` in the text as read."""

    document: Document
    starts: tuple[int, ...] = (0,)
    places: tuple[int, ...] = (0,)

    def place(self, position: int) -> int:
        """Return where a character of the whole paragraphs stands in the text as read."""
        index = bisect_right(self.starts, position) - 1
        return self.places[index] + position - self.starts[index]


def unwrap(document: Document) -> Wrapped:
    """Return the document with the line breaks inside its paragraphs left out; as it is where it is not wrapped."""
    lines = lines_of(document.plain, document.body)
    width = measured_width(document.plain, lines)
    if not width:
        return Wrapped(document)
    indents = sum(line.indented for line in lines) * 2 < len(lines)
    gaps = [
        (before.end, after.start)
        for before, after in pairwise(lines)
        if goes_on(document.plain, before, after, width, indents=indents)
    ]
    return cut_out(document, gaps)


def is_wrapped(document: Document) -> bool:
    """Tell whether the lines of a text are wrapped at one width."""
    return measured_width(document.plain, lines_of(document.plain, document.body)) > 0


def restore(wrapped: Wrapped, statements: Iterable[Statement], text: str) -> list[Statement]:
    """Return the statements with each passage where it stands in the text as read."""
    return [
        msgspec.structs.replace(
            statement, evidence=tuple(placed(wrapped, passage, text) for passage in statement.evidence)
        )
        for statement in statements
    ]


def placed(wrapped: Wrapped, passage: Evidence, text: str) -> Evidence:
    """Return a passage of the whole paragraphs as one of the text as read."""
    start, end = wrapped.place(passage.start), wrapped.place(max(passage.start, passage.end - 1)) + 1
    return msgspec.structs.replace(passage, start=start, end=end, quote=text[start:end])


def lines_of(plain: str, body: int) -> list[Line]:
    """Return the lines below the front matter, blank ones too."""
    lines = []
    position = body
    for line in plain[body:].split("\n"):
        words = line.strip()
        start = position + len(line) - len(line.lstrip())
        indented = bool(words) and INDENT.match(line) is not None
        drawn = line.rstrip() if words else ""
        lines.append(Line(start, start + len(words), columns(drawn), len(drawn), indented))
        position += len(line) + 1
    return lines


def measured_width(plain: str, lines: Sequence[Line]) -> int:
    """Return the width in columns to which most lines are filled, 0 where they are not wrapped."""
    said = [line for line in lines if line.width]
    if len(said) < FEWEST_LINES:
        return 0
    widths = sorted(line.width for line in said)
    width = widths[int((1 - LONGER) * (len(widths) - 1))]
    full = [line for line in said if is_full(line, width)]
    last = [line for line in said if not is_full(line, width) and 2 * line.width > width]
    is_even = len(full) >= OF_LONG * (len(full) + len(last)) or closed(plain, last) >= LAST * len(last)
    is_even = is_even and len(full) >= FULL * len(said) and closed(plain, full) <= CLOSED * len(full)
    has_ends = closed(plain, said) > 0
    return width if NARROWEST <= width <= WIDEST and is_even and has_ends else 0


def closed(plain: str, lines: Sequence[Line]) -> int:
    """Return how many lines end where a sentence ends."""
    return sum(plain[line.end - 1] in ENDS for line in lines)


def is_full(line: Line, width: int) -> bool:
    """Tell whether nothing more had room in a line."""
    return line.width >= width - SLACK or 2 * line.length >= width - MARGIN


def goes_on(plain: str, before: Line, after: Line, width: int, *, indents: bool) -> bool:
    """Tell whether the paragraph of a line goes on in the next."""
    if not before.width or not after.width or (indents and after.indented):
        return False
    last = plain[before.end - 1]
    if OPENS_PART.match(plain, after.start) or (last in ENDS and OPENS_ITEM.match(plain, after.start)):
        return False
    if plain.startswith("#", before.start) and last in ENDS:
        return False
    word = FIRST_WORD.match(plain, after.start, after.end)
    no_room = is_full(before, width) or columns(word[0] if word else "") > width - MARGIN - before.width
    return no_room or (last in COMMAS and before.width >= RUNS_ON * width)


def columns(words: str) -> int:
    """Return how many columns words take."""
    return 2 * len(words) - len(HALF.findall(words))


def cut_out(document: Document, gaps: Sequence[tuple[int, int]]) -> Wrapped:
    """Return the document without the gaps; a blank is kept between two words in Latin letters."""
    parts: list[str] = []
    starts, places = [0], [0]
    position = length = 0
    for end, start in gaps:
        keep = 1 if TWO_WORDS.match(document.text[end - 1] + document.text[start]) else 0
        parts.append(document.text[position:end] + " " * keep)
        length += end - position + keep
        starts.append(length)
        places.append(start)
        position = start
    parts.append(document.text[position:])
    text = "".join(parts)
    return Wrapped(msgspec.structs.replace(document, text=text, plain=fold(text)), tuple(starts), tuple(places))
