"""Stage 2a: where a paragraph turns from what was done to what is planned, or back.

Input: a paragraph as a `Section`, with the part that the headings above it give. Output: the paragraph in one or more
`Section`s, each wholly of one part. A plan that opens by telling what the last plan reached (`“十三五”时期,……`) is a
review of those years: its figures were reached, not sought.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from kg_build.model import Part, Region
from kg_build.period import PLAN_YEARS, PLANS

__all__ = ["Section", "in_one_part"]

LOOKS_BACK = re.compile(
    r"[—*\s]*(?:各位代表[,!:。]\s*)?(?:回顾)?(?:刚刚)?(?:过去(?:的)?|这)?[一三四五]年(?:间|来)?[,、]"
    r"|[—*\s]*刚刚过去的20\d\d年[,、]"
)
"""What opens a paragraph about what was done, in whatever part it stands: 五年来,我们……."""

LAST_PLAN = re.compile(r"[—*\s]*(?:回顾)?“?(?P<plan>十[一二三四]五)”?(?:时期|期间|以来)[,、]")
"""What opens a paragraph about the years of a five-year plan."""

COMING = re.compile(
    r"(?:^|(?<=[。;!?]))\s*(?P<opens>(?:(?P<year>20\d\d)年(?:(?:的)?(?:工作)?(?:安排|打算|计划|思路)?[:,]|(?=全[省市区]|我[省市]|计划|将|要|力争|拟))"
    r"|明年(?!初)|下一步(?=[,，将要拟我]|工作)))",
    re.MULTILINE,
)
"""A sentence about the coming year: 2023年,全省将……; 下一步,……."""

GONE = re.compile(r"(?<=[。;!?])\s*(?P<opens>(?:刚刚)?过去的?一年[,、])")
"""A sentence of a plan about the year under review: 过去一年,……."""

BACK_TO_PLAN = re.compile(
    r"(?<=[。;!?])\s*(?P<opens>今年|新的一年|20\d\d年|当前|面对|面向|展望|站在|做好|同时|但|我们[要将])"
)
"""A sentence that ends what a plan tells of the year under review."""


class Section(msgspec.Struct, frozen=True):
    """A paragraph with its context: the reporting region, the year its part speaks of, the part, the heading above.

    `until` is the last year of the five-year plan whose goals the part states, `since` the first of the years that it
    looks back on; each is None in any other part.
    """

    start: int
    end: int
    region: Region | None
    year: int | None
    part: Part
    heading: str
    until: int | None = None
    since: int | None = None


def in_one_part(section: Section, plain: str, review_year: int | None) -> Iterator[Section]:
    """Yield a paragraph cut where it turns; `review_year` is the year under review, where the text tells it."""
    if section.part == "plan" and review_year is not None:
        yield from with_review_apart(section, plain, review_year)
    elif section.part == "review" and section.year is not None:
        yield from with_plan_apart(section, plain)
    else:
        yield section


def with_review_apart(section: Section, plain: str, review_year: int) -> Iterator[Section]:
    """Yield a paragraph of a plan that tells what was done as one of the review, or the sentences that do."""
    gone = LAST_PLAN.match(plain, section.start, section.end)
    since = PLANS[gone["plan"]] if gone else None
    if since is not None and since + PLAN_YEARS - 1 <= review_year:
        yield as_review(section, since + PLAN_YEARS - 1, since)
    elif LOOKS_BACK.match(plain, section.start, section.end):
        yield from with_plan_apart(as_review(section, review_year), plain)
    elif gone := GONE.search(plain, section.start, section.end):
        yield msgspec.structs.replace(section, end=gone.start("opens"))
        back = BACK_TO_PLAN.search(plain, gone.end(), section.end)
        end = back.start("opens") if back else section.end
        yield as_review(msgspec.structs.replace(section, start=gone.start("opens"), end=end), review_year)
        if end < section.end:
            yield msgspec.structs.replace(section, start=end)
    else:
        yield section


def as_review(section: Section, year: int, since: int | None = None) -> Section:
    """Return the paragraph as one that tells what was done up to `year`."""
    return msgspec.structs.replace(section, part="review", year=year, until=None, since=since)


def with_plan_apart(section: Section, plain: str) -> Iterator[Section]:
    """Yield a paragraph of a review, and what it says of the coming year, from a sentence that opens so, as a plan."""
    year = section.year
    for ahead in COMING.finditer(plain, section.start, section.end):
        if year is not None and (ahead["year"] is None or int(ahead["year"]) == year + 1):
            start = ahead.start("opens")
            if start > section.start:
                yield msgspec.structs.replace(section, end=start)
            yield msgspec.structs.replace(section, start=start, part="plan", year=year + 1, since=None)
            return
    yield section
