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

__all__ = ["PLANS", "PLAN_YEARS", "Period", "default_period", "find_periods", "months_before"]

DECEMBER = 12
MOST_YEARS = 40
MOST_MONTHS = 12 * MOST_YEARS
PLANS = {"十二五": 2011, "十三五": 2016, "十四五": 2021, "十五五": 2026}
"""The five-year plans and the year each starts in; it ends in a year that five divides."""

PLAN_YEARS = 5

PERIOD = re.compile(
    r"""
      (?P<asof>截至|截止到?)(?:目前|(?:(?P<asyear>20\d\d)年)?(?:(?P<asmonth>\d{1,2})月)?(?:年?底|末|上旬|中旬|下旬|\d{1,2}日)?)
    | (?P<by>到|至)(?P<byyear>20\d\d)年(?:年?底|末)?(?!的)
    | (?P<before>20\d\d)年(?:底)?(?:之?前|以前)
    | (?:(?P<year>20\d\d)年)?(?P<from>\d{1,2})月?(?:—|-|至|到|~)(?P<to>\d{1,2})月(?!\d)
    | (?:(?P<syear>20\d\d)年)?(?<![\d—至~-])(?P<single>\d{1,2})月(?:份|当月)
    | (?:(?P<qyear>20\d\d)年)?(?P<quarters>前三季度|上半年|下半年|前[一二两三]季度|[一二三四]季度|第[一二三四]季度)
    | (?<![较比与年\d])(?:(?P<fyear>20\d\d)(?:年(?=[全年]))?)?
      (?:(?P<full>全年度?)|(?P<yearend>年[末底](?!前|净|新增|以来|的)))
    | (?<![^,。;:、(仅\n ])(?P<last>去年|上年)(?!同期|以来|同|末|底|的|实际|水平)
    | “?(?P<plan>十[二三四五]五)”?(?P<planpart>以来|期间|时期|末)
    | (?P<run>连续)(?:(?P<runyears>[一二两三四五六七八九十]+|\d+)年|(?P<runmonths>[一二两三四五六七八九十]+|\d+)个月)
    | (?:近|过去|这|最近|[比较](?=[三四五十]年前))(?P<past>[一二两三四五六七八九十]|\d)年[来前]?
    | (?P<fiveyears>[三四五]|(?<!\d)[345])年(?:来|(?=累计|净增|共|新增(?!长)|间)
      |(?<=[,。;:、\n]五年)(?=全省|全市|城镇|实际|完成|建成|投入|新建|培育|引进|改造|解决|发放|培训))
    | (?P<fromyear>20\d\d)年?(?:—|-|至|到|~)(?P<toyear>20\d\d)年(?=,|期?间)
    | (?<=[由从])(?P<since>(?:19|20)\d\d)年(?:底|末)?的?(?=[^年]{0,4}\d)
    | (?<![较比与])(?P<titled>20\d\d)年度
    | (?<![较比与])(?P<only>20\d\d)年(?:度)?(?!同期|的)(?=[,全实完工规新累]|(?:达到|[^底末前以之到的至度初]){0,14}\d)
    """,
    re.VERBOSE,
)
OPENS = re.compile(r"(?:[,。;:(\n ]|预计|到|至)$")
ANCHOR = re.compile(r"年|月|季|截|连续|十二五|十三五|十四五|十五五")
"""What every stated time has in it, within `REACH` of its start."""
REACH = len("2021—2023")
OPENING = re.compile(
    r"(?=截[至止]|[到至]2|前[一二两三]|上[半年]|下半|[一二三四]季|第[一二三四]|全年|年[末底]|去年|“十|十[二三四五]|连续"
    r"|[近这比较]|过去|最近|[三四五]年|\d[\d年月—至到~-])"
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
    """Return the stated times of `plain[start:end]` in order. Without a section year, only dated ones are found."""
    found = []
    for match in matches(plain, start, end):
        months = resolve(match, year)
        if months:
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
    if match["byyear"]:
        return "", month(int(match["byyear"]), 12), "by"
    if match["before"]:
        return "", month(int(match["before"]), 12), "by"
    if match["only"] or match["titled"] or match["since"]:
        of = int(match["only"] or match["titled"] or match["since"])
        return month(of, 1), month(of, 12), "titled" if match["titled"] else "year"
    if match["plan"]:
        first = PLANS[match["plan"]]
        if match["planpart"] == "以来":
            return (month(first, 1), month(year, 12), "since") if year is not None and year >= first else None
        return month(first, 1), month(first + 4, 12), "plan"
    if match["toyear"]:
        first, last = int(match["fromyear"]), int(match["toyear"])
        return (month(first, 1), month(last, 12), "years") if first < last else None
    return None


def resolve(match: re.Match[str], year: int | None) -> tuple[str, str, str] | None:
    """Return (start, end, form) of a match, or None where it cannot be dated."""
    dated = resolve_dated(match, year)
    if dated is not None or match["plan"] or match["toyear"]:
        return dated
    stated = match["asyear"] or match["year"] or match["syear"] or match["qyear"] or match["fyear"]
    base = int(stated) if stated else year
    if base is None:
        return None
    if match["asof"]:
        value = int(match["asmonth"]) if match["asmonth"] else DECEMBER
        return ("", month(base, value), "stock") if 1 <= value <= DECEMBER else None
    if match["from"]:
        first, last = int(match["from"]), int(match["to"])
        return (month(base, first), month(base, last), "months") if 1 <= first <= last <= DECEMBER else None
    if match["single"]:
        value = int(match["single"])
        return (month(base, value), month(base, value), "months") if 1 <= value <= DECEMBER else None
    if match["quarters"]:
        first, last = quarters(match["quarters"])
        return month(base, first), month(base, last), "months"
    if match["full"]:
        return month(base, 1), month(base, 12), "full"
    if match["yearend"]:
        return "", month(base, 12), "stock" if opens(match) else "year end"
    if match["runmonths"]:
        return run_of_months(base, number(match["runmonths"]))
    if match["last"]:
        return month(base - 1, 1), month(base - 1, 12), "last"
    years = number(match["runyears"] or match["past"] or match["fiveyears"] or "")
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


def quarters(word: str) -> tuple[int, int]:
    """Return the first and last month of 上半年, 前三季度, 一季度 ..."""
    if word == "上半年":
        return 1, 6
    if word == "下半年":
        return 7, 12
    quarter = number(word.strip("前第季度"))
    return (1, 3 * quarter) if word.startswith("前") else (3 * quarter - 2, 3 * quarter)
