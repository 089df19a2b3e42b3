"""What a text says of itself: its region and its year, by metadata, title or the head of a government work report.

Input: a `Document`, the spans of its lines and the regions found in it. What is not said stays `None`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg_build.lexicon import Lexicon
from kg_build.model import Document, Mention, Region

__all__ = ["TITLE_YEAR", "declared_region", "declared_year", "is_government_report"]

SESSION = re.compile(r"(?P<year>20\d{2}|二[〇○零O0][〇○零一二三四五六七八九O0]{2})年.{1,4}月.{1,4}日,?在")
TITLE_YEAR = re.compile(r"(?P<year>20\d{2})年")
TITLE_REPORT = re.compile(r"政府工作报告|政府工作的报告")
HEAD_LINES = 12
LONGEST_REGION = 12
DIGITS = {"〇": "0", "○": "0", "零": "0", "O": "0"} | {
    numeral: str(number) for number, numeral in enumerate("一二三四五六七八九", 1)
}


def is_government_report(document: Document, lines: Sequence[tuple[int, int]]) -> bool:
    """Tell whether the text is a government work report, which reviews a year and plans the next."""
    if TITLE_REPORT.search(document.title):
        return True
    return any(TITLE_REPORT.search(document.plain, start, end) for start, end in lines[:HEAD_LINES])


def declared_year(document: Document, lines: Sequence[tuple[int, int]]) -> int | None:
    """Return the year under review that metadata, the title or the session's date give."""
    if document.year is not None:
        return document.year
    if TITLE_REPORT.search(document.title):
        year = TITLE_YEAR.search(document.title)
        if year:
            return int(year["year"]) - 1
    for start, end in lines[:HEAD_LINES]:
        session = SESSION.search(document.plain, start, end)
        if session:
            return int("".join(DIGITS.get(character, character) for character in session["year"])) - 1
    return None


def declared_region(
    document: Document, lines: Sequence[tuple[int, int]], regions: Sequence[Mention], lexicon: Lexicon
) -> Region | None:
    """Return the region that metadata, the title or the head of a government report names."""
    if document.region:
        known = lexicon.region_named(document.region)
        if known:
            return known
    title = document.title
    if TITLE_REPORT.search(title):
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
                return local[0]
    return None
