"""Stage 2a: whose report is this, of which year, review or plan?

Input: a `Document` and the regions found in it. Output: `Section`s, one per paragraph that says something, in order.

A text may hold several regions' reports in a row with no heading between them. A report opens with a paragraph that
starts with a year and has a province as the subject of a clause: `2024年,东岭省工业系统坚持……`. The same region with
the next year, or headings such as `二、2025年重点工作`, open the plan; so does a numbered list that starts again at one
below an introduction that looks ahead. What the text does not say stays unknown.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

import msgspec

from kg_build.headings import (
    MAXIMUM_HEADING,
    State,
    is_heading,
    leading_heading,
    list_number,
    look_ahead,
    look_back,
    read_heading,
)
from kg_build.lexicon import Lexicon
from kg_build.masthead import declared_region, declared_year, is_government_report
from kg_build.model import Document, Mention, Region
from kg_build.turns import Section, in_one_part

__all__ = ["Section", "find_sections"]

OPENING = re.compile(r"(?:(?P<year>20\d{2})年|(?P<this>今年))(?:以来)?(?=[,是、要])")
YEAR_LEAD = re.compile(
    r"(?P<year>20\d\d)年[^,。;\d]{0,16}(?:预期|主要|奋斗|工作|发展)目标(?:任务)?(?:建议)?(?:是|为|:|如下)"
)
"""What opens a paragraph of a year's goals, below whatever heading: 2021年主要目标:……."""

INTENDS = re.compile(r"将(?![近一])|要(?=坚持|全面|深入|紧|牢|以|抓|做)")
LOOKS_AHEAD = re.compile(
    r"将(?![近一])|力争|下一步|明年|奋力|全力|重点打造|确保|收官之年|要牢牢|要坚持|新征程|打造.{0,20}产业集群"
)
RUN_IN = re.compile(
    r"(?P<heading>[一二三四五六七八九十]+、[^。,;:!?\s*]{4,40})(?:(?:\*\*\s*|\s{2,})(?=[^\s*])|\s+(?=\([一1]\)))"
)
"""A heading that its first paragraph follows on the same line: `三、2012年的主要工作 (一)……`, `**二、今后五年** ……`."""

GLOSSARY = re.compile(r"(?:名词|名词术语|有关用语|用语|术语|相关名词|部分名词)(?:解释|注释|说明)|注释|附件")
NOTE = re.compile(r"[\[\uff3b\u3014]\d{1,3}[\]\uff3d\u3015]")
"""What opens a note that explains a term, at the foot of a text: ［10］两个基地:……."""

MARKUP = " \t*#>"
MAXIMUM_OPENING = 260
SHORTEST_LIST = 3
FEWEST_MENTIONS = 3


def find_sections(document: Document, regions: Sequence[Mention], lexicon: Lexicon) -> list[Section]:
    """Return the document's paragraphs with their context; headings and markup lines are not paragraphs."""
    plain = document.plain
    lines = content_lines(plain, document.body)
    state = State(region=declared_region(document, lines, regions, lexicon), review_year=declared_year(document, lines))
    if state.review_year is not None and is_government_report(document, lines):
        state.is_report, state.part = True, "review"
    sections: list[Section] = []
    for start, end in lines:
        line = plain[start:end]
        if NOTE.match(line):
            continue
        if is_heading(line) or plain.startswith("#", plain.rfind("\n", 0, start) + 1):
            if GLOSSARY.match(line.lstrip("一二三四五六七八九十、 ")):
                break
            read_heading(line, state)
            if document.year is not None and not sections and list_number(line) is None:
                state.review_year = document.year
            continue
        run_in = RUN_IN.match(line)
        if run_in:
            read_heading(run_in["heading"], state)
        opening = OPENING.match(line)
        if opening:
            year = int(opening["year"]) if opening["year"] else this_year(state)
            if year is not None:
                read_opening(year, start, end, plain, regions, lexicon, state)
        restart(line, state, sections, plain)
        look_ahead(line, state)
        look_back(line, state)
        heading = leading_heading(line) or state.heading
        since = state.since if state.part == "review" else None
        section = Section(start, end, state.region, state.year, state.part, heading, state.until, since)
        goals = YEAR_LEAD.match(line)
        if goals and state.part != "plan":
            section = Section(start, end, state.region, int(goals["year"]), "plan", heading)
        sections += in_one_part(section, plain, state.review_year)
    return settle(sections, regions, lexicon)


def content_lines(plain: str, body: int) -> list[tuple[int, int]]:
    """Return the spans of lines with content, markup stripped from their ends."""
    spans = []
    position = body
    for line in plain[body:].split("\n"):
        content = line.strip(MARKUP)
        if content and not content.startswith("<!--"):
            start = position + (len(line) - len(line.lstrip(MARKUP)))
            spans.append((start, start + len(content)))
        position += len(line) + 1
    return spans


def read_opening(
    year: int, start: int, end: int, plain: str, regions: Sequence[Mention], lexicon: Lexicon, state: State
) -> None:
    """Let a paragraph that opens with a year start a report or its plan."""
    region = subject_region(start, min(end, start + MAXIMUM_OPENING), plain, regions, lexicon)
    first = plain[start : min(end, start + MAXIMUM_OPENING)]
    if region is not None and state.region is not None and region.key != state.region.key:
        state.region, state.part, state.review_year, state.by_heading = region, "unknown", None, False
    if state.region is None and region is not None:
        state.region, state.part, state.review_year = region, "unknown", state.review_year
    is_next = state.part == "review" and state.review_year is not None and year == state.review_year + 1
    if state.by_heading and (state.is_report or not is_next):
        return
    state.counted, state.heading = 0, ""
    if is_next:
        state.part = "plan"
    elif state.part == "unknown":
        if state.review_year is not None:
            state.part = "plan" if year > state.review_year else "review"
        else:
            state.part = "plan" if INTENDS.search(first[:MAXIMUM_HEADING]) else "review"
            state.review_year = year - 1 if state.part == "plan" else year


def this_year(state: State) -> int | None:
    """Return the year that 今年 means at the head of a paragraph of a government report."""
    return state.review_year + 1 if state.is_report and state.review_year is not None else None


def subject_region(start: int, end: int, plain: str, regions: Sequence[Mention], lexicon: Lexicon) -> Region | None:
    """Return the first province that stands at the start of a clause and is no member of a list."""
    for mention in regions:
        if mention.start < start:
            continue
        if mention.start >= end:
            break
        opens = plain[mention.start - 1] in ",。;:" or mention.start == start
        if opens and plain[mention.end : mention.end + 1] not in ("、", "和", "与", "等"):
            region = lexicon.regions[mention.concept]
            if region.level == "province":
                return region
    return None


def restart(line: str, state: State, sections: list[Section], plain: str) -> None:
    """Open the plan where a list starts again at one below an introduction that looks ahead."""
    number = list_number(line) or list_number(state.heading)
    if number is None:
        return
    if number == 1 and state.counted >= SHORTEST_LIST and state.part == "review" and not state.by_heading and sections:
        intro = sections[-1]
        if list_number(intro.heading) == state.counted and list_number(plain[intro.start : intro.end]) is None:
            text = plain[intro.start : intro.end]
            if LOOKS_AHEAD.search(text):
                state.part = "plan"
                sections[-1] = Section(intro.start, intro.end, state.region, state.year, "plan", "")
    state.counted = number


def settle(sections: list[Section], regions: Sequence[Mention], lexicon: Lexicon) -> list[Section]:
    """Give a text that names no reporter the province it speaks of throughout, if there is just one such."""
    if not sections or any(section.region for section in sections):
        return sections
    named = Counter(
        mention.concept for mention in regions if lexicon.regions[mention.concept].level == "province"
    ).most_common(2)
    if not named or named[0][1] < FEWEST_MENTIONS or 10 * named[0][1] < 7 * sum(count for _, count in named):
        return sections
    region = lexicon.regions[named[0][0]]
    return [msgspec.structs.replace(section, region=region) for section in sections]
