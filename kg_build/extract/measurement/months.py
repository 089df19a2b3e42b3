"""The months a figure covers, from the time that holds (`times`) and what is said beside it.

A stock (累计) is open at the start. A yearly mean (年均增长) covers the years its section speaks of, never one year.
"""

from __future__ import annotations

import re

from kg_build.extract.affix import longest_prefix
from kg_build.extract.measurement.phrase import NAMING_VERBS
from kg_build.extract.measurement.phrase_behind import RIGHT_VERB
from kg_build.extract.measurement.slot import Slot
from kg_build.extract.measurement.statement import Place
from kg_build.extract.measurement.times import RUNS, YEARS, Times
from kg_build.figure import Figure
from kg_build.model import Segment
from kg_build.period import PLAN_YEARS, PLANS, Period, default_period
from kg_build.time_words import PLAN_NAME

__all__ = ["period_of"]

STOCK = re.compile(r"累计|截至")
YEARLY = re.compile(r"(?:年|(?<=[三四五])年平)均(?!浓度|气温|降水|降雨|水位|工资|收入|纯收入)")
IN_ROW = re.compile(r"(?:-?\d[\d.]*(?:%|个百分点|倍)(?:左右|以上)?(?:[、和及与]|以及)(?:超过?|约|近)?)+$")
"""The rates before a figure of a row, of all of which the words before them hold: 年均增长「5%、6%和」7%."""

FIVE_YEARS = re.compile(
    r"(?P<years>[三五四])年(?:来|间|(?=年?平均))|(?:过去|这|近)(?P<past>[三五四])年|“十[二三四]五”(?:时期|期间)"
)
FROM_YEAR = re.compile(
    r"[从由](?P<year>(?:19|20)\d\d)年(?!以来)(?:[^,。;、]{1,24}?[到至](?P<to>20\d\d)年)?[^,。;、]{0,24}[,、]?[^,。;、]{0,4}$"
)
SINCE = re.compile(r"(?:[比较从由]|[是为](?=20\d\d年的))(?P<year>20\d\d)年")
"""The year that a paragraph about five years compares with: 产值年均增长9%,……均「比2007年」翻番."""

SINCE_THEN = frozenset({"change", "multiple"})
LAST_YEAR = re.compile(
    r"上年|去年|同比|当年|连年|每年|年度|(?:比值?|倍差)(?:[由从为是达]|缩小|扩大|下降|降)|缩小[到至]"
)
"""What makes a change none of the years looked back on: a year's, each year's, or a ratio that stands (收入比由2.7)."""

ON_YEAR = re.compile(r"[比较][上去]年|同比")
"""What says that something grew in one year, whatever years are looked back on."""
PRICES = re.compile(r"价格|物价|CPI")
"""What is told of one year only, also where years are looked back on."""
MONTHS = frozenset({"months", "stock", "full", "year"})
COMPARED = frozenset({"growth", "change", "multiple"})
BASE = re.compile(
    rf"(?:[比较]|是|为|相当于|[与同](?=[^,。;:]{{4,9}}相比))(?:(?P<year>(?:19|20)\d\d)年(?:[末底]|同期)?|“?(?P<plan>{PLAN_NAME})”?(?:规划)?期?末)(?:相比)?"
    r"(?!.*(?:[比较]|同比))"
)
"""The year that a figure is compared with: it tells of the years since, as 比2010年增长90% does."""

BASE_FIRST = re.compile(r"[,:]?[与同比较](?:19|20)\d\d年[末底]?相?比?,")
"""What opens a sentence with the year that all its changes are counted from: 与2020年相比,……."""

DOES = re.compile(
    r"(?:基本|先后|共|共计|合计)*(?:创建|认定|引进|获批|建成|实施|构建|培育|完成|争取|组建|打造|淘汰|化解|推出|出台|落实|办结|举办|开展|开工|竣工|安排|落地|投入|投资|解决|改造|发放|制定|取消|下放|办理|提请|受理|处分|给予|筹集|筹建|筹措|建设(?![用项投规资工]))"
)
"""Verbs of doing, besides those that name what was done."""
FOREIGN = re.compile(
    r"(?:累计|共)?(?:实际)?(?:利用|使用|引进|吸引)(?:外资|外商)|(?:引进|招商引资)?(?:省外|境外|省际)?(?:实际)?到位资金"
)
"""Capital used or in place, which is added up over the years looked back on, unless it passed a mark (突破80亿美元)."""
FLOWS = frozenset({"growth", "multiple"})
TOTALS = ("总量", "总数")
RISEN = ("到", "至")
LOOKS_BACK = frozenset({"past", "span", "since", "span since", "run"})
STANDING = frozenset({"level", "share"})
DONE = ("建成", "完成", "改造", "解决", "竣工", "新增")
"""Verbs of doing right before what they count: 棚户区改造「建成」5万套."""
STANDS = ("由", "从", "达", "达到", "为", "有", "至", "到", "超过", "共有", "现有", "拥有", "总数", "总量", "在建")
WHOLE_YEARS = frozenset({"year", "full"})
SPANS = {"三": 3, "四": 4}
NEAR = 12
BEFORE = 40
FAR = 60


def base_text(place: Place, slot: Slot, *, is_carried: bool) -> str:
    """Return where the year compared with may stand: the clause, and the one before that the figure goes on with."""
    first = BASE_FIRST.match(slot.plain, place.sentence.start, slot.opening)
    if first and "同比" not in slot.head:
        return first[0]
    if is_carried and slot.index == 0 and slot.opening == place.clause.start:
        return slot.plain[max(place.sentence.start, slot.opening - BEFORE) : slot.figure.start]
    return slot.head


def period_of(place: Place, slot: Slot, times: Times, *, is_carried: bool) -> tuple[str, str]:
    """Return the first and last month a figure covers, `YYYY-MM`, either empty where open.

    A rank is of the stock before it where it has no noun of its own (`is_carried`): 累计37家,居全国首位.
    """
    segment, figure, kind, plain = place.segment, slot.figure, slot.reading.kind, slot.plain
    stated, year = times.period, segment.year
    if times.is_stock and STOCK.search(slot.left):
        times.of_rates = kind in FLOWS
    if place.has_mean and year is not None:
        opening = place.clause.start
        row = IN_ROW.search(plain, opening, figure.start)
        start = row.start() if row else figure.start
        if YEARLY.search(plain, max(opening, start - NEAR), start):
            return yearly_span(segment, figure, year, stated)
    if kind == "growth" and stated is not None and stated.form in LOOKS_BACK and ON_YEAR.search(slot.left):
        return default_period(year)
    base = BASE.search(base_text(place, slot, is_carried=is_carried)) if kind in COMPARED and year is not None else None
    if base and year is not None and (stated is None or stated.form != "by"):
        since = (int(base["year"]) if base["year"] else PLANS[base["plan"]] + PLAN_YEARS - 1) + 1
        if stated is not None and stated.form in MONTHS and stated.end > f"{since}":
            return f"{since}-01", stated.end
        if since < year:
            return f"{since}-01", f"{segment.until or year}-12"
    if kind == "rank" and is_carried and any(times.last) and (stated is None or stated.form not in RUNS):
        return times.last
    if stated is not None and stated.form in YEARS and kind in STANDING and stands_at_end(slot, stated):
        return default_period(int(stated.end[:4]))
    if stated is not None and not (kind == "change" and stated.form == "stock"):
        total = STOCK.search(slot.left)
        is_total = total and is_apart(plain, stated.end_at, figure.start - len(slot.left) + total.start(), stated.form)
        return ("" if is_total and kind not in FLOWS else stated.start), stated.end
    if times.years is not None and not LAST_YEAR.search(slot.left) and is_of_all_years(place, slot):
        return times.years.start, times.years.end
    if segment.until is not None and year is not None:
        return ("" if kind != "growth" else f"{segment.until - PLAN_YEARS + 1}-01"), f"{segment.until}-12"
    if times.is_stock and kind != "rank" and (kind not in FLOWS or times.of_rates):
        return default_period(year, is_stock=True)
    return default_period(year)


def stands_at_end(slot: Slot, stated: Period) -> bool:
    """Tell whether a level is what stated years ended with: a total, or what something rose or fell to."""
    return slot.left.lstrip("、,").startswith(TOTALS) or (
        stated.form in LOOKS_BACK and slot.left.endswith(RISEN) and not slot.left.endswith("达到")
    )


def is_of_all_years(place: Place, slot: Slot) -> bool:
    """Tell whether a figure of a paragraph that looks back on years is of them all, and not of the last alone.

    So is what was added, multiplied or done; and a growth, but in a sentence on the last year, and of prices.
    """
    kind = slot.reading.kind
    if kind == "growth":
        is_rate = slot.figure.unit == "%" and PRICES.search(slot.left) is None
        return is_rate and LAST_YEAR.search(slot.plain, place.sentence.start, slot.figure.start) is None
    return kind in SINCE_THEN or (kind == "level" and is_flow(slot))


def is_flow(slot: Slot) -> bool:
    """Tell whether a count is of what was done: a verb of doing opens its clause or follows it, and none of being."""
    figure = slot.figure
    if figure.form != "count" or slot.left.endswith(STANDS) or figure.start > figure.core:
        return False
    if slot.left.endswith(DONE):
        return not figure.unit.endswith("元") or "累计" in slot.left
    opening = slot.head.lstrip("、,—* ")
    if FOREIGN.match(opening):
        return figure.comparator == "eq"
    if opening and (longest_prefix(opening, NAMING_VERBS) or DOES.match(opening)):
        return True
    return RIGHT_VERB.search(slot.tail) is not None


def is_apart(plain: str, end: int, start: int, form: str) -> bool:
    """Tell whether a total that opens at `start` is no flow of the time that ends at `end`: a figure stands between."""
    return form in WHOLE_YEARS or (form == "months" and any(mark.isdigit() for mark in plain[end:start]))


def yearly_span(segment: Segment, figure: Figure, year: int, stated: Period | None) -> tuple[str, str]:
    """Return the years that a yearly mean covers: as stated, as its section says, or open at the start."""
    if stated is not None and stated.form in YEARS:
        return stated.start, stated.end
    first = year if segment.part == "plan" else year + 1
    if stated is not None and stated.form == "by" and stated.end >= f"{first}-12":
        return f"{first}-01", stated.end
    if segment.until is not None:
        return f"{segment.until - PLAN_YEARS + 1}-01", f"{segment.until}-12"
    plain = segment.document.plain
    since = FROM_YEAR.search(plain, max(segment.start, figure.start - FAR), figure.start)
    if since:
        return f"{int(since['year']) + 1}-01", f"{since['to'] or year}-12"
    if segment.part != "plan":
        compared = (int(one["year"]) for one in SINCE.finditer(plain, segment.start, segment.end))
        if year - PLAN_YEARS in compared:
            return f"{year - PLAN_YEARS + 1}-01", f"{year}-12"
    span = FIVE_YEARS.search(plain, segment.start, figure.start) or FIVE_YEARS.search(segment.heading)
    if span and segment.part != "plan":
        return f"{year - SPANS.get(span['years'] or span['past'] or '', 5) + 1}-01", f"{year}-12"
    return ("" if year % PLAN_YEARS else f"{year - PLAN_YEARS + 1}-01"), f"{year}-12"
