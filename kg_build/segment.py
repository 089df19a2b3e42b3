"""Stage 2: a document to segments: paragraphs with context, sentences, clauses and mentions.

Input: a `Document`. Output: `Segment`s in text order. Commas inside quotes, titles and short brackets do not end a
clause: `建设“绿谷之城,数字之都”` is one.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

import msgspec

from kg_build.lexicon import Lexicon
from kg_build.match import Matcher
from kg_build.model import Document, Mention, Segment, Sentence, Span
from kg_build.sections import Section, find_sections
from kg_build.topic_place import topic_place

__all__ = ["LONGEST_CLAUSE", "LONGEST_PARAGRAPH", "MOST_CLAUSES", "segment_document", "split_sentences"]

MARKS = re.compile(r"[,;:。!?“《(]")
INSIDE_NUMBER = re.compile(r"\d(?::\d|,\d{3}(?!\d))")
CLOSING = {"“": "”", "《": "》", "(": ")"}
LONGEST_ASIDE = 60
LONGEST_PARAGRAPH = 4000
LONGEST_CLAUSE = 300
MOST_CLAUSES = 40
EDGE = " *#\t"
LIST_MARK = re.compile(
    r"(?:[-+]\s+)?[★☆▲△●◆◇■□▶➤✓√·•\s]*(?:\((?:\d{1,2}|[一二三四五六七八九十]{1,3})\)|[①-⑳])?\s*(?=[^\s,;:。!?、])"
)
"""What an item of a list opens with and is no part of what it says."""


def segment_document(document: Document, lexicon: Lexicon, matcher: Matcher) -> tuple[Segment, ...]:
    """Return the document's segments; a mention belongs to the segment in which it starts."""
    found = matcher.find(document.plain)
    return tuple(
        Segment(
            document=document,
            start=section.start,
            end=section.end,
            region=topic_place(section, found.regions, document.plain, lexicon) or section.region,
            reporter=section.region,
            year=section.year,
            part=section.part,
            heading=section.heading,
            until=section.until,
            since=section.since,
            sentences=split_sentences(document.plain, section.start, section.end),
            regions=within(found.regions, section.start, section.end),
            industries=within(found.industries, section.start, section.end),
            indicators=within(found.indicators, section.start, section.end),
            names=within(found.names, section.start, section.end),
        )
        for whole in find_sections(document, found.regions, lexicon)
        for section in pieces(whole, document.plain)
    )


def pieces(section: Section, plain: str) -> Iterator[Section]:
    """Yield a paragraph in pieces of at most `LONGEST_PARAGRAPH`, cut behind a sentence where there is one.

    No paragraph that a person wrote is that long; what reads a piece may take time that grows with its square.
    """
    start = section.start
    while section.end - start > LONGEST_PARAGRAPH:
        cut = max(plain.rfind(mark, start, start + LONGEST_PARAGRAPH) for mark in "。\n;,") + 1
        cut = cut if cut > start else start + LONGEST_PARAGRAPH
        yield msgspec.structs.replace(section, start=start, end=cut)
        start = cut
    yield msgspec.structs.replace(section, start=start)


def within(mentions: Sequence[Mention], start: int, end: int) -> tuple[Mention, ...]:
    """Cut the mentions that start in `start`..`end` out of a list sorted by start."""
    first = bisect_left(mentions, start, key=lambda mention: mention.start)
    last = bisect_left(mentions, end, lo=first, key=lambda mention: mention.start)
    return tuple(mentions[first:last])


def split_sentences(plain: str, start: int, end: int) -> tuple[Sentence, ...]:
    """Split a stretch into sentences and clauses, without their final marks."""
    sentences: list[Sentence] = []
    clauses: list[Span] = []
    opened = clause_start = position = start
    while position < end:
        mark = MARKS.search(plain, position, end)
        if mark is None:
            break
        position = mark.end()
        character = mark[0]
        if character in CLOSING:
            closing = plain.find(CLOSING[character], position, min(end, position + LONGEST_ASIDE))
            if closing >= 0:
                position = closing + 1
            continue
        if character in ",;:" and len(clauses) < MOST_CLAUSES:
            if INSIDE_NUMBER.match(plain, mark.start() - 1):
                continue
            add(clauses, plain, clause_start, mark.start())
        else:
            add(clauses, plain, clause_start, mark.start())
            close(sentences, clauses, plain, opened, mark.start())
            opened = position
            clauses = []
        clause_start = position
    add(clauses, plain, clause_start, end)
    close(sentences, clauses, plain, opened, end)
    return tuple(sentences)


def add(clauses: list[Span], plain: str, start: int, end: int) -> None:
    """Append the clause, trimmed, unless it is blank; one that runs on without a mark is cut at a list mark."""
    while end - start > LONGEST_CLAUSE:
        cut = plain.rfind("、", start + 1, start + LONGEST_CLAUSE)
        cut = cut if cut > start else start + LONGEST_CLAUSE
        clauses.append(Span(start, cut))
        start = cut
    start = behind_mark(plain, start, end)
    while end > start and plain[end - 1] in EDGE:
        end -= 1
    if start < end:
        clauses.append(Span(start, end))


def close(sentences: list[Sentence], clauses: list[Span], plain: str, start: int, end: int) -> None:
    """Append the sentence, trimmed, unless it has no clause."""
    if clauses:
        sentences.append(Sentence(behind_mark(plain, start, end), end, tuple(clauses)))


def behind_mark(plain: str, start: int, end: int) -> int:
    """Return where the words of a clause start, behind blanks and the mark of a list."""
    while start < end and plain[start] in EDGE:
        start += 1
    mark = LIST_MARK.match(plain, start, end)
    return mark.end() if mark else start
