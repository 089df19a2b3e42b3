"""What a text says of itself: its region and its year, by metadata, title or the head of a government work report.

The title is that of the metadata, the first lines of the text or, as a last resort, the name of its file. Input: a
`Document`, the spans of its lines and the regions found in it. What is not said stays `None`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from kg_build.lexicon import Lexicon
from kg_build.model import Document, Mention, Region
from kg_build.title import REPORT, YEAR, number_of, title_region, title_year

__all__ = ["TITLE_YEAR", "declared_region", "declared_year", "is_government_report"]

SESSION = re.compile(rf"(?P<year>{YEAR})年.{{1,4}}月.{{1,4}}日,?在")
TITLE_YEAR = re.compile(r"(?P<year>20\d{2})年")
HEAD_LINES = 12
TITLE_LINES = 3
LONGEST_TITLE = 60
NO_TITLE = re.compile(r"[。;!?]|[,:]$|^[—-]|^[一二三四五六七八九十]+、|^\([一二三四五六七八九十]+\)")
"""What shows that a line is no title: a sentence, the line of a session, a numbered heading."""

LONGEST_REGION = 12


def is_government_report(document: Document, lines: Sequence[tuple[int, int]]) -> bool:
    """Tell whether the text is a government work report, which reviews a year and plans the next."""
    if REPORT.search(document.title):
        return True
    heads = (document.plain[start:end] for start, end in lines[:HEAD_LINES])
    return any(REPORT.search(line) for line in heads if len(line) <= LONGEST_TITLE and "。" not in line)


def declared_year(document: Document, lines: Sequence[tuple[int, int]]) -> int | None:
    """Return the year under review that metadata, the title or the session's date give."""
    if document.year is not None:
        return document.year
    if REPORT.search(document.title):
        year = TITLE_YEAR.search(document.title)
        if year:
            return int(year["year"]) - 1
    for start, end in lines[:HEAD_LINES]:
        session = SESSION.search(document.plain, start, end)
        if session:
            return number_of(session["year"]) - 1
    titles = (title_year(title, is_heading=True) for title in titles_of(document, lines))
    name = Path(document.name).stem
    told = (title_year(document.title), *titles, None if name.isascii() else title_year(name, is_name=True))
    return next((year for year in told if year is not None), None)


def titles_of(document: Document, lines: Sequence[tuple[int, int]]) -> list[str]:
    """Return what may be the title of a text: its first two lines as one, and each of the first three."""
    heads = []
    for start, end in lines[:TITLE_LINES]:
        line = document.plain[start:end]
        if len(line) > LONGEST_TITLE or NO_TITLE.search(line):
            break
        heads.append(line)
    return ["".join(heads[:2]), *heads] if len(heads) > 1 else heads


def titled_region(document: Document, lines: Sequence[tuple[int, int]], lexicon: Lexicon) -> Region | None:
    """Return the region at the head of the title; none where the title or a heading further down names another."""
    for title in (document.title, *titles_of(document, lines), Path(document.name).stem):
        region = title_region(title, lexicon)
        if region == "several":
            return None
        if region is not None:
            others = (other_region(document.plain[start:end], region, lexicon) for start, end in lines)
            return None if any(others) else region
    return None


def other_region(line: str, region: Region, lexicon: Lexicon) -> bool:
    """Tell whether a line is the title of the report of a region elsewhere."""
    if len(line) > LONGEST_TITLE or NO_TITLE.search(line):
        return False
    other = title_region(line, lexicon)
    if other is None:
        return False
    return other == "several" or (other.code[:2] != region.code[:2])


def declared_region(
    document: Document, lines: Sequence[tuple[int, int]], regions: Sequence[Mention], lexicon: Lexicon
) -> Region | None:
    """Return the region that metadata, the title or the head of a government report names."""
    if document.region:
        known = lexicon.region_named(document.region)
        if known:
            return known
    title = document.title
    if REPORT.search(title):
        for size in range(min(LONGEST_REGION, len(title)), 1, -1):
            known = lexicon.region_named(title[:size])
            if known:
                return known
    for start, end in lines[:HEAD_LINES]:
        line = document.plain[start:end]
        if "人民代表大会" in line or line.endswith("政府工作报告") or "人民政府" in line:
            inside = [mention for mention in regions if start <= mention.start < end]
            named = [lexicon.regions[mention.concept] for mention in inside]
            local = [region for region in named if region.level in {"province", "prefecture"}]
            if local:
                return next((inner for inner in local[1:2] if inner.parent == local[0].key), local[0])
    return titled_region(document, lines, lexicon)
