"""What a heading says of the part below it: review or plan, its year, the years it looks back on or ahead to."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from kg_build.masthead import TITLE_YEAR
from kg_build.model import Part, Region
from kg_build.period import PLAN_YEARS, PLANS

__all__ = [
    "MAXIMUM_HEADING",
    "State",
    "is_heading",
    "leading_heading",
    "list_number",
    "look_ahead",
    "look_back",
    "read_heading",
]

NUMBERED = re.compile(
    r"(?P<top>[一二三四五六七八九十]+)、|\((?P<sub>[一二三四五六七八九十]+)\)|(?P<item>[一二三四五六七八九十]+)是"
)
REVIEW_HEADING = re.compile(
    r"回顾|过去(?:的?一年|五年|三年)|工作(?:总结|成效|情况)|完成情况|主要成[绩效]|取得的?成[绩效就]|发展成就|去年|主要工作和成效"
)
PLAN_HEADING = re.compile(
    r"主要任务|目标任务|重点任务|工作(?:安排|任务|部署|打算|思路|要求|建议|重点|要点|计划|目标)|重点工作|主要工作|主要目标|"
    r"总体(?:要求|部署|思路|安排)|奋斗目标|今后|下一步|未来五年|政府工作的建议|关于今年|开局工作"
)
GOALS_AHEAD = re.compile(r"“?(?P<plan>十[二三四五]五)”?[^“”]{0,16}(?:目标|任务|部署|安排|考虑|要求)")
NTH_PLAN = re.compile(r"第(?P<plan>十[一二三四五])个五年规划")
"""A five-year plan by its number: 第十三个五年规划, which is 十三五."""

OPENS_PLAN = re.compile(r"[—*\s]*“?(?P<plan>十[二三四五]五)”?时期[,是]")
"""What opens the goals of the next plan below a heading that opened those of the last as well."""

TERM_AHEAD = re.compile(r"(?:今后|未来)(?:的)?五年(?!规划)")
"""The five years of a government's term, which start after the year under review: 今后五年奋斗目标."""

BACK_TO_YEAR = re.compile(r"[^。;]{0,30}?(?:今年|(?P<year>20\d\d)年(?!以前|前))")
"""What opens the goals of the coming year below a heading that opened those of a term as well."""

YEAR_GOALS = re.compile(
    r"[^。;]{0,60}?(?:今年|20\d\d年|经济社会发展)[^。;]{0,24}?(?:预期目标|主要目标)(?:建议)?(?:是|为|:|如下|安排)"
)
"""What states the goals of the coming year, which opens the plan even below no heading of its own."""

PLANNED = re.compile(
    r"(?P<year>20\d\d)年度?(?:的|政府|主要|重点|经济社会发展)*(?:工作|目标|任务|预期)*"
    r"(?:安排|打算|思路|要点|计划|部署|重点|任务|目标|建议)(?!的?(?:完成|执行|落实|实现))"
)
"""What names the year that a heading plans."""

REVIEWED = re.compile(r"(?P<year>20\d\d)年度?(?:的|政府|主要|重点|经济社会发展)*(?:工作)*(?:总结|回顾|成效|完成情况)")
"""What names the year that a heading reviews."""

STANDING = re.compile(r"工作回顾|^过去|^今后|^下一步|^总体要求|^(?:今年|全年)(?:的)?(?:主要|重点|工作)")
MASTHEAD = re.compile(r"^[—-]{2}|会议上|政府工作报告|\d年\d{1,2}月\d{1,2}日")
FIVE_YEARS = re.compile(r"(?:过去的?|近)五年(?!规划)")
ONE_YEAR = re.compile(
    r"[—*\s]*(?:各位代表[,!:。]\s*)?(?:刚刚)?(?:过去(?:的)?一年|一年来|(?:过去的?)?20\d\d年|自?去年\d*月?以来)"
    r"(?:[,、]|是(?=[^。;]*(?:之年|一年)))"
)
"""What opens a paragraph about the last year alone."""

PLAN_BEHIND = re.compile(
    r"“?(?P<plan>十[二三四五]五)”?(?:时期|期间)?的?(?:主要|政府)?(?:经济社会)?(?:工作|发展)?"
    r"(?:总结|回顾|成就|成效|(?:规划)?(?:主要)?(?:目标|任务)?(?:完成|执行|实施)情况)(?!.*去年)"
)
"""What opens a review of the years of a five-year plan."""

BEHIND = re.compile(r"完成|实现了|过去|去年|回顾")
TERM_BEHIND = re.compile(r"(?:过去|近)的?五年(?!规划)|本届政府|“?十[二三四五]五”?(?:时期|期间)")
"""What a heading names besides a year where it reviews both: 2017年和过去五年工作回顾."""

YEARS_BEHIND = re.compile(
    r"(?:[—*\s]*|.*[。!])(?:各位代表[,!:。]\s*)?(?:回顾)?(?:(?:这|过去的?)(?:五|5)年(?:来|间)?|(?:五|5)年来)[,、]"
)
"""What opens the five years below a heading that reviews both: 5年来,我们……."""

WE_DID = re.compile(
    r"(?:过去|这)?五年(?:间|来)?[,、]?(?:我们)?(?:主要|重点|着重)*(?:做了|抓了|推进了|开展了)[^。;]{0,16}[。:]?$"
)
"""A line that opens what was done in five years: 五年来,我们主要做了以下工作。"""

OF_FIVE_YEARS = re.compile(
    r"[—*\s]*(?:各位代表[,!:。]\s*)?(?:回[顾首看])?"
    r"(?:这|过去的?这?五年|这五年|本届政府任期的五年|“?(?P<plan>十[二三四五]五)”?(?:时期|期间)?|[^,。;]{2,20}以来的五年)"
    r",?(?:[^。;,]{0,10},)?是[^。;]{2,60}的?五年"
)
"""What opens a paragraph that looks back on five years, and the stretch behind it: 过去五年,是……极不平凡的五年."""

MAXIMUM_HEADING = 45
NUMERALS = {numeral: number for number, numeral in enumerate("一二三四五六七八九十", 1)}


class State(msgspec.Struct):
    """What is known while walking down the paragraphs."""

    region: Region | None
    review_year: int | None
    part: Part = "unknown"
    heading: str = ""
    by_heading: bool = False
    is_report: bool = False
    until: int | None = None
    is_mixed: bool = False
    has_term: bool = False
    since: int | None = None
    review_level: int = 0
    counted: int = 0

    @property
    def year(self) -> int | None:
        """The year that the current part speaks of."""
        if self.review_year is None:
            return None
        return self.review_year + 1 if self.part == "plan" else self.review_year


def is_heading(line: str) -> bool:
    """Tell whether a line is short and ends like a heading."""
    return len(line) <= MAXIMUM_HEADING and line[-1] not in "。;!?,:、”….%" and "。" not in line


def leading_heading(line: str) -> str:
    """Return the first sentence of a numbered paragraph, which serves as its heading."""
    if NUMBERED.match(line):
        head = line.partition("。")[0]
        if len(head) <= 2 * MAXIMUM_HEADING:
            return head
    return ""


def read_heading(line: str, state: State) -> None:
    """Let a heading set the part and the year, and remember it."""
    if not MASTHEAD.search(line):
        state.heading = line
    numbered = NUMBERED.match(line)
    if (numbered and not numbered["top"]) or MASTHEAD.search(line):
        return
    years = [int(year["year"]) for year in TITLE_YEAR.finditer(line)]
    until = plan_ahead(line, state.review_year)
    if not numbered and not years and not STANDING.search(line) and until is None:
        return
    part = heading_part(line, years, state)
    if part == "unknown" and state.is_report and numbered and state.part == "review" and state.review_level == 1:
        part = "plan"
    if part == "unknown" and state.is_report and numbered and list_number(line) == 1 and not state.by_heading:
        part = "review"
    if part == "unknown":
        return
    state.part, state.by_heading, state.until = part, True, until if part == "plan" else None
    state.is_mixed = state.until is not None and bool(years)
    state.has_term = part == "review" and bool(years) and TERM_BEHIND.search(line) is not None
    looks_back = part == "review" and state.review_year is not None and not years and FIVE_YEARS.search(line)
    state.since = state.review_year - PLAN_YEARS + 1 if looks_back and state.review_year is not None else None
    plan = PLAN_BEHIND.search(line) if not TITLE_YEAR.search(PLANNED.sub("", line)) else None
    if part == "review":
        state.review_level = 1 if numbered else 2
    reviewed = year_reviewed(line)
    if reviewed is not None and state.review_year not in years:
        state.review_year = reviewed
    elif years and state.review_year is None:
        state.review_year = max(years) - (part == "plan")
    if plan and part == "review" and state.review_year is not None and PLANS[plan["plan"]] < state.review_year:
        state.since = PLANS[plan["plan"]]


def year_reviewed(line: str) -> int | None:
    """Return the year under review by a heading that says which year it reviews, or which it plans."""
    reviewed, planned = REVIEWED.search(line), PLANNED.search(line)
    if reviewed:
        return int(reviewed["year"])
    return int(planned["year"]) - 1 if planned else None


def plan_ahead(line: str, review_year: int | None) -> int | None:
    """Return the last of the years whose goals a heading opens: of a plan that is to start, or of a term."""
    if review_year is None:
        return None
    plans = [named["plan"] for named in GOALS_AHEAD.finditer(line)]
    plans += [f"{named['plan']}五" for named in NTH_PLAN.finditer(line)]
    first = next((PLANS[plan] for plan in plans if PLANS[plan] > review_year), None)
    if first is not None:
        return first + PLAN_YEARS - 1
    return review_year + PLAN_YEARS if TERM_AHEAD.search(line) else None


def heading_part(line: str, years: Sequence[int], state: State) -> Part:
    """Return the part that a heading's words open, or its year where the year under review is known."""
    if REVIEW_HEADING.search(line):
        return "review"
    if years and state.review_year is not None and max(years) == state.review_year:
        return "review"
    if PLAN_HEADING.search(line) or (years and state.review_year is not None and max(years) == state.review_year + 1):
        return "plan"
    return "unknown"


def list_number(line: str) -> int | None:
    """Return the number a line or heading is listed under, 1 to 19."""
    numbered = NUMBERED.match(line)
    if numbered is None or numbered["item"]:
        return None
    numeral = numbered["top"] or numbered["sub"]
    if numeral.startswith("十"):
        return 10 + NUMERALS.get(numeral[1:], 0)
    return NUMERALS.get(numeral)


def look_ahead(line: str, state: State) -> None:
    """Let a paragraph that states the goals of the coming year open the plan of a report, or end those of a term."""
    if state.is_mixed and (back := BACK_TO_YEAR.match(line)) and back["year"] in {None, str(state.year)}:
        state.until, state.is_mixed = None, False
    is_review = state.is_report and state.part == "review"
    opens = OPENS_PLAN.match(line) if is_review else None
    if opens and state.review_year is not None and PLANS[opens["plan"]] > state.review_year:
        until = plan_ahead(state.heading, state.review_year)
        if until is not None:
            state.part, state.until, state.since = "plan", until, None
    if is_review and YEAR_GOALS.match(line) and not BEHIND.search(line[:MAXIMUM_HEADING]):
        state.part, state.until, state.since = "plan", None, None


def look_back(line: str, state: State) -> None:
    """Let a line of a review open what was done in the five years up to it, or in the last of them alone."""
    if state.part != "review" or state.review_year is None:
        return
    five = OF_FIVE_YEARS.match(line)
    if WE_DID.match(line) or five or (state.has_term and YEARS_BEHIND.match(line)):
        since = PLANS[five["plan"]] if five and five["plan"] else state.review_year - PLAN_YEARS + 1
        state.since = since if since < state.review_year else state.since
    elif ONE_YEAR.match(line):
        state.since = None
