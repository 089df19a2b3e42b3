"""What a title says: whose report it is, and which year it looks back on.

    福建省2022年工业和信息化工作总结      Fujian, 2022
    福建省2022年政府工作报告              Fujian, 2021: such a report is given in the year it plans
    “十三五”工作总结和2021年工作安排      2020

A title names its region at its head, before a year, an office or the kind of report; a region elsewhere
(关于学习浙江省经验的报告) or beside another (贵州省、广东省) is not taken. What a title does not say is `None`.
"""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import Literal

from kg_build.lexicon import Lexicon
from kg_build.model import Region
from kg_build.read.plain import fold

__all__ = ["REPORT", "YEAR", "number_of", "title_region", "title_year"]

REPORT = re.compile(r"政府工作报告|政府工作的报告")
YEAR = r"20\d{2}|二[〇○零O0][〇○零一二三四五六七八九O0]{2}"
DIGITS = {"〇": "0", "○": "0", "零": "0", "O": "0"} | {
    numeral: str(number) for number, numeral in enumerate("一二三四五六七八九", 1)
}
LONGEST_REGION = 12
LOCAL = frozenset(("province", "prefecture", "county"))

DECORATION = re.compile(r"[\s#>*_《》〈〉“”\"'【】]+")
MONTHS = r"\d{1,2}(?:(?:—|-|~|至)\d{1,2})?月份?|[上下]半年|前三季度|第?[一二三四1-4]季度|全年"
BEFORE_REGION = re.compile(
    rf"(?:(?!{YEAR})[\d.、-]+)?(?:附件\d*:?)?(?:(?:{YEAR})年度?(?:{MONTHS})?)?(?:中共|中国共产党)?(?:关于)?"
)
ANOTHER = re.compile(r"[、和与及—-]|等")
NOBODY_OF_STATE = re.compile(r"[一-龥]{0,6}(?:大学|学院|公司|集团|医院|银行|股份)")
REPORTS = re.compile(
    r"""
      [(\d—] | 二[〇○零] | 十[一二三四五]五                                    # its years
    | (?:人民)?政府 | 人大 | 政协 | 省?委(?!托)                                 # who reports
    | [一-龥]{1,16}?(?:厅|局|委员会|[改济信卫健教国]委|办公室|系统)(?=$|[关\d印二(])
    """,
    re.VERBOSE,
)
"""What stands behind the region that a text is about; a short name (朝阳) needs it, since it may be a word."""

IS_SUBJECT = re.compile(
    r"$|[一-龥、0-9]{0,30}?(?:工作|总结|报告|公报|要点|计划|规划|纲要|方案|意见|情况|安排|综述|通报|年鉴)"
)
"""What may stand behind a full name, and that of a province."""

VISITED = re.compile(r"学习|考察|经验|调研|启示|借鉴|做法")
"""What makes a region at the head of a title the one that others look at, where no year follows it."""

IN_YEAR = re.compile(rf"(?<![\d—~至到-])(?P<year>{YEAR})年(?!\d{{1,2}}月\d{{1,2}}日|\d{{1,2}}月\)?$|远景)")
DATED = re.compile(rf"(?P<year>{YEAR})年")
RANGE = re.compile(r"20\d{2}年?(?:—|-|~|至|到)20\d{2}")
IN_NAME = re.compile(r"(?<!\d)(?P<year>20\d{2})(?!\d)")
AHEAD = re.compile(r"安排|打算|要点|计划|思路|部署|重点(?:工作|任务)|目标|任务|预算|草案")
BOTH = re.compile(r"回顾|工作(?:总结|成效|情况)|完成情况")
"""What a title that looks back and ahead has where its text opens with the review, as `headings` reads it."""

BEHIND = re.compile(r"总结|情况|公报|回顾|成效|完成|执行|决算|综述")


def title_region(title: str, lexicon: Lexicon) -> Region | Literal["several"] | None:
    """Return the region at the head of a title; `several` where there are more, and none is the one."""
    words = DECORATION.sub("", fold(title))
    opening = BEFORE_REGION.match(words)
    start = opening.end() if opening else 0
    region, end = region_from(words, start, lexicon)
    if region is None:
        return None
    inner, inner_end = region_from(words, end, lexicon)
    while inner is not None:
        if inner.parent != region.key:
            return "several"
        region, end = inner, inner_end
        inner, inner_end = region_from(words, end, lexicon)
    another = ANOTHER.match(words, end)
    if another and region_from(words, another.end(), lexicon)[0]:
        return "several"
    is_sure = REPORTS.match(words, end) is not None
    is_whole = region.level == "province" or words.endswith(region.name, 0, end)
    if NOBODY_OF_STATE.match(words, end) or not (is_sure or (is_whole and IS_SUBJECT.match(words, end))):
        return None
    has_year = words[end : end + 1].isdecimal()
    return None if VISITED.search(words, end) and not has_year else region


def region_from(words: str, start: int, lexicon: Lexicon) -> tuple[Region | None, int]:
    """Return the province, city or county whose name stands at a place in a title, the longest, and where it ends."""
    for size in range(min(LONGEST_REGION, len(words) - start), 1, -1):
        known = lexicon.region_named(words[start : start + size])
        if known is not None and known.level in LOCAL:
            return known, start + size
    return None, start


def title_year(title: str, *, is_heading: bool = False, is_name: bool = False) -> int | None:
    """Return the year that a title looks back on.

    One that only looks ahead (2022年工作要点) gives the year before where it `is_heading`, which opens the plan, and
    none elsewhere. The name of a file may write a year without 年.
    """
    words = DECORATION.sub("", fold(title))
    if RANGE.search(words):
        return None
    report = DATED.search(words) if REPORT.search(words) else None
    if report:
        return number_of(report["year"]) - 1
    found = list(IN_YEAR.finditer(words)) or (list(IN_NAME.finditer(words)) if is_name else [])
    behind: list[int] = []
    ahead: list[int] = []
    for year, following in zip_longest(found, found[1:]):
        said = words[year.end() : following.start() if following else len(words)]
        if len(found) == 1 and not (BEHIND.search(said) or AHEAD.search(said)):
            said = words
        kind = behind if BEHIND.search(said) or not AHEAD.search(said) else ahead
        kind.append(number_of(year["year"]))
    if behind:
        return None if is_heading and ahead and not BOTH.search(words) else max(behind)
    return min(ahead) - 1 if ahead and (is_heading or BOTH.search(words)) else None


def number_of(year: str) -> int:
    """Return a year written in digits or in Chinese numerals."""
    return int("".join(DIGITS.get(character, character) for character in year))
