"""The time a figure covers, in months: `1—11月`, `前三季度`, `截至11月底`, `“十四五”以来`, `到2030年`.

A period is closed: (start, end) as `YYYY-MM`, either end empty where it is open. Months without a year belong to the
section's year.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

import msgspec

from kg_build.numeral import numeral
from kg_build.time_words import FEW_YEARS, PART_OF_YEAR, PLAN_NAME, TO, UNCOMPARED

__all__ = ["PLANS", "PLAN_YEARS", "Period", "default_period", "find_periods", "months_before"]

DECEMBER = 12
MOST_YEARS = 40
MOST_MONTHS = 12 * MOST_YEARS
PLANS = {"十一五": 2006, "十二五": 2011, "十三五": 2016, "十四五": 2021, "十五五": 2026}
"""The five-year plans and the year each starts in; it ends in a year that five divides."""

PLAN_YEARS = 5

PERIOD = re.compile(
    rf"""
      (?P<asof>截至|截止到?)
        (?:目前|(?:(?P<asyear>20\d\d)年)?(?:(?P<asmonth>\d{{1,2}})月份?)?(?:年?底|末|上旬|中旬|下旬|\d{{1,2}}日)?)
    | (?P<by>到|至)(?:(?P<byyear>20\d\d)年(?:年?底|末)?(?!的) | “?(?P<byplan>{PLAN_NAME})”?(?:规划)?期?末)
    | {UNCOMPARED}(?P<before>20\d\d)年(?:底)?(?:之?前|以前)(?!移|进|[一二两三四五六七八九十\d]+(?:个?月|个?季度))
    | {UNCOMPARED}(?P<acrossyear>20\d\d)年(?P<acrossfrom>\d{{1,2}})月{TO}(?P<acrossto>20\d\d)年(?P<across>\d{{1,2}})月
    | {UNCOMPARED}(?:(?P<partyear>20\d\d)年)?(?:{PART_OF_YEAR})
    | (?<![较比与年\d])(?:(?P<fyear>20\d\d)(?:年(?=[全年]))?)?
      (?:(?P<full>全年度?)|(?P<yearend>年[末底](?!前|净|新增|以来|的)))
    | (?<![^,。;:、(仅\n ])(?P<last>[去上]年)(?!同期|以来|同|末|底|的|实际|水平)
    | (?<![^,。;:、(\n ])(?P<lastend>[去上]年[末底])(?!前|以来|的|期)
    | (?<![^,。;:、(\n ])(?P<ago>[去上]年同期)(?=为|[一-鿿“]{{2}})
    | (?:(?<=[较比])(?=[^年]{{1,5}}末的\d)|{UNCOMPARED})“?(?P<plan>{PLAN_NAME})”?(?P<planpart>以来|期间|时期|末)
    | (?P<run>连续)(?:(?P<runyears>[一二两三四五六七八九十]+|\d+)年|(?P<runmonths>[一二两三四五六七八九十]+|\d+)个月)
    | (?<![^,。;:、(\n ])(?P<next>明年)
    | (?:(?:未来|今后)|(?<=[争划取]用)|(?<![^,。;:\n 争])(?=[二两三四五]年内))(?P<ahead>[一二两三四五六七八九十]|\d)年
    | (?:近|过去|这|最近|[比较](?=[三四五十]年前))(?P<past>[一二两三四五六七八九十]|\d)年[来前内]?
    | {FEW_YEARS}
    | {UNCOMPARED}(?P<fromyear>20\d\d)年?{TO}(?P<toyear>20\d\d)年(?=,|期?间|每年|年均|[累共新建完实])
    | (?<![较比与])(?P<sinceyear>(?:19|20)\d\d)年以来(?!首次|最)
    | (?<=[由从])(?P<since>(?:19|20)\d\d)年(?:底|末)?的?(?=[^年]{{0,4}}\d)
    | (?<=[由从])(?P<lastyear>上年)的
      (?=\d[\d.:]*(?![\d.:])(?:%|[万亿]*[^降升提增减下上调缩扩万亿,。;])[^,。;]{{0,24}}[到至为])
    | (?<=[长升高加大展到增][到至])(?P<reached>20\d\d)年的(?=[^年]{{0,4}}\d)
    | (?<![较比与])(?P<titled>20\d\d)年度
    | (?<![较比与])(?<!\d[—~-])(?P<only>20\d\d)年(?:度)?(?!同期|的)
      (?=[,全实完工规新累]|(?:达到|[^底末前以之到的至度初]){{0,14}}\d)
    """,
    re.VERBOSE,
)
OPENS = re.compile(r"(?:[,。;:(\n ]|预计|[到至自从])$")
SENTENCE = re.compile(r"[。\n]$|^$")
NAMED_YEAR = re.compile(r"今年|[去上]年(?=\d)")
WITHIN_YEAR = ("from", "first", "single", "monthend", "half", "quarters", "quarter", "full")
ANCHOR = re.compile(r"年|月|季|截|连续|十二五|十三五|十四五|十五五")
"""What every stated time has in it, within `REACH` of its start."""
REACH = len("2021—2023")
OPENING = re.compile(
    r"(?=截[至止]|[到至][2“十]|前[一二两三四五六七八九十\d]|[上下]半|[一二三四]季|第[一二三四]|全年|年[末底]|[去上]年|“十|十[二三四五]"
    r"|连续|[近这比较]|过去|最近|未来|今后|明年|[一二两三四五六七八九十]年|\d[\d年月—至到~-])"
)
"""What a stated time opens with: its first two characters."""


class Period(msgspec.Struct, frozen=True, gc=False):
    """A stated time: its place in the text, and the months it covers. `form` tells how it was stated."""

    at: int
    end_at: int
    start: str
    end: str
    form: str


def number(text: str) -> int:
    """Return the value of a numeral; 0 where it is none."""
    return numeral(text) or 0


def month(year: int, value: int) -> str:
    """Return `YYYY-MM`."""
    return f"{year:04d}-{value:02d}"


@functools.cache
def default_period(year: int | None, *, is_stock: bool = False) -> tuple[str, str]:
    """Return the whole year, or its end alone for a cumulative stock; both ends empty where the year is unknown."""
    if year is None:
        return "", ""
    return ("" if is_stock else month(year, 1)), month(year, 12)


def find_periods(plain: str, start: int, end: int, year: int | None) -> list[Period]:
    """Return the stated times of `plain[start:end]` in order. Without a section year, only dated ones are found.

    A year that opens a sentence is that of the months and quarters behind it, until 今年 or another year.
    """
    found = []
    told = year
    reached = start
    for match in matches(plain, start, end):
        if told != year and NAMED_YEAR.search(plain, reached, match.end()):
            told = year
        is_within = told != year and any(match[group] for group in WITHIN_YEAR)
        months = resolve(match, told if is_within else year)
        if months:
            if match["only"] and SENTENCE.search(plain, max(0, match.start() - 1), match.start()):
                told = int(match["only"])
            reached = match.end()
            found.append(Period(match.start(), match.end(), *months))
    return found


def matches(plain: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Yield what `PERIOD.finditer` would: it is tried only where a time may open, shortly before an anchor."""
    position = start
    for anchor in ANCHOR.finditer(plain, start, end):
        last = anchor.start()
        position = max(position, last - REACH)
        while position <= last and (opening := OPENING.search(plain, position, last + 2)):
            match = PERIOD.match(plain, opening.start(), end)
            if match:
                yield match
            position = match.end() if match else opening.start() + 1


def resolve_dated(match: re.Match[str], year: int | None) -> tuple[str, str, str] | None:
    """Return (start, end, form) of a time that names its own years; None for any other."""
    if match["byyear"] or match["before"]:
        return "", month(int(match["byyear"] or match["before"]), 12), "by"
    if match["byplan"]:
        return "", month(PLANS[match["byplan"]] + PLAN_YEARS - 1, 12), "by"
    if match["lastyear"] and year is not None:
        return month(year - 1, 1), month(year - 1, 12), "year"
    only = match["only"] or match["titled"] or match["since"] or match["reached"]
    if only:
        form = "titled" if match["titled"] else "reached" if match["reached"] else "year"
        return month(int(only), 1), month(int(only), 12), form
    if match["plan"]:
        first = PLANS[match["plan"]]
        if match["planpart"] == "以来":
            return since(first, year, "since")
        last = first + PLAN_YEARS - 1
        if match["planpart"] == "末":
            is_ahead = year is not None and last > year
            return "" if is_ahead else month(last, 1), month(last, 12), "by" if is_ahead else "reached"
        return month(first, 1), month(last, 12), "plan"
    if match["sinceyear"]:
        return since(int(match["sinceyear"]), year, "since" if opens(match) else "span since")
    if match["across"]:
        first, last = int(match["acrossfrom"]), int(match["across"])
        start, end = month(int(match["acrossyear"]), first), month(int(match["acrossto"]), last)
        return (start, end, "years") if start < end and max(first, last) <= DECEMBER else None
    if match["toyear"]:
        first, last = int(match["fromyear"]), int(match["toyear"])
        return (month(first, 1), month(last, 12), "years") if first < last else None
    return None


def since(first: int, year: int | None, form: str) -> tuple[str, str, str] | None:
    """Return the years from a first one up to that of the section."""
    return (month(first, 1), month(year, 12), form) if year is not None and year >= first else None


def resolve(match: re.Match[str], year: int | None) -> tuple[str, str, str] | None:
    """Return (start, end, form) of a match, or None where it cannot be dated."""
    dated = resolve_dated(match, year)
    if dated is not None or match["plan"] or match["toyear"] or match["sinceyear"] or match["across"]:
        return dated
    stated = match["asyear"] or match["partyear"] or match["fyear"]
    base = int(stated) if stated else year
    if base is None:
        return None
    if match["asof"]:
        value = int(match["asmonth"]) if match["asmonth"] else DECEMBER
        return ("", month(base, value), "stock") if 1 <= value <= DECEMBER else None
    if match["monthend"]:
        value = int(match["monthend"])
        return ("", month(base, value), "by") if 1 <= value <= DECEMBER else None
    months = part_of_year(match)
    if months is not None:
        first, last = months
        return (month(base, first), month(base, last), "months") if 1 <= first <= last <= DECEMBER else None
    if match["full"]:
        return month(base, 1), month(base, 12), "full"
    if match["yearend"]:
        return "", month(base, 12), "stock" if opens(match) else "year end"
    if match["runmonths"]:
        return run_of_months(base, number(match["runmonths"]))
    if match["next"]:
        return month(base + 1, 1), month(base + 1, 12), "next"
    if match["ahead"]:
        return month(base + 1, 1), month(base + number(match["ahead"]), 12), "ahead"
    if match["ago"]:
        return month(base - 1, 1), month(base - 1, 12), "ago"
    if match["lastend"]:
        return "", month(base - 1, 12), "last"
    if match["last"]:
        return month(base - 1, 1), month(base - 1, 12), "last"
    years = number(match["runyears"] or match["past"] or match["few"] or "")
    if not 1 <= years <= MOST_YEARS:
        return None
    form = "run" if match["run"] else "past" if match[0].endswith("来") or match["past"] else "span"
    return month(base - years + 1, 1), month(base, 12), form


def opens(match: re.Match[str]) -> bool:
    """Tell whether a time opens its clause, and so holds for the figures after it."""
    start = match.start()
    return start == 0 or OPENS.search(match.string, max(0, start - len("预计")), start) is not None


def run_of_months(year: int, months: int) -> tuple[str, str, str] | None:
    """Return the last so many months up to the end of a year; whoever knows a nearer end moves it there."""
    return (
        (months_before(month(year, 12), months), month(year, 12), "run months") if 1 <= months <= MOST_MONTHS else None
    )


def months_before(end: str, months: int) -> str:
    """Return the month that opens a run of so many months ending with `end`: four up to 2024-10 open with 2024-07."""
    last = int(end[:4]) * DECEMBER + int(end[5:]) - months
    return month(last // DECEMBER, last % DECEMBER + 1)


def part_of_year(match: re.Match[str]) -> tuple[int, int] | None:
    """Return the first and last month of 1—11月, 前八个月, 3月份, 上半年, 前三季度; None for any other time."""
    if match["from"]:
        return int(match["from"]), int(match["to"])
    if match["first"]:
        return 1, number(match["first"])
    if match["single"]:
        return int(match["single"]), int(match["single"])
    if match["half"]:
        return (1, 6) if match["half"] == "上" else (7, 12)
    if match["quarters"]:
        return 1, 3 * number(match["quarters"])
    if match["quarter"]:
        quarter = number(match["quarter"])
        return 3 * quarter - 2, 3 * quarter
    return None
