"""The months a figure covers, from what is stated around it.

A stated time holds through one run of statistics: the clauses after it, and the next sentence where that goes on with
figures at once. 累计 makes a stock, which is open at the start, until a semicolon, a new topic or 新增. A yearly mean
(年均增长) covers the years its section speaks of, never one year.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

import msgspec

from kg_build.extract.affix import longest_prefix
from kg_build.extract.measurement.phrase import NAMING_VERBS, starts_with_noun
from kg_build.extract.measurement.phrase_behind import RIGHT_VERB
from kg_build.extract.measurement.slot import Slot
from kg_build.extract.measurement.statement import Place
from kg_build.figure import Figure
from kg_build.model import Segment, Sentence, Span
from kg_build.period import PLAN_YEARS, PLANS, Period, default_period, months_before
from kg_build.time_words import PLAN_NAME

__all__ = ["NEW_TOPIC", "YEARS", "Times", "open_clause", "period_of", "runs_on", "seen_from", "take_stated", "years_looked_back"]

STOCK = re.compile(r"累计|截至")
FRESH = re.compile(r"新增|新认定|新培育|新建|净增|增量")
YEARLY = re.compile(r"年均(?!浓度|气温|降水|降雨|水位|工资|收入|纯收入)")
FIVE_YEARS = re.compile(
    r"(?P<years>[三五四])年(?:来|间)|(?:过去|这|近)(?P<past>[三五四])年|“十[二三四]五”(?:时期|期间)"
)
FROM_YEAR = re.compile(
    r"[从由](?P<year>(?:19|20)\d\d)年(?!以来)(?:[^,。;、]{1,24}?[到至](?P<to>20\d\d)年)?[^,。;、]{0,24}[,、]?[^,。;、]{0,4}$"
)
NEW_TOPIC = re.compile(r"围绕|推动|通过|为|在|依托|聚焦|实施|开展|组织|推进")
YEARS = frozenset({"past", "span", "since", "plan", "years", "run", "ahead", "span since"})
SINCE_THEN = frozenset({"change", "multiple"})
LAST_YEAR = re.compile(r"上年|去年|同比|当年")
MONTHS = frozenset({"months", "stock", "full", "year"})
COMPARED = frozenset({"growth", "change", "multiple"})
BASE = re.compile(
    rf"(?:[比较]|是|为|相当于)(?:(?P<year>(?:19|20)\d\d)年(?:[末底]|同期)?|“?(?P<plan>{PLAN_NAME})”?(?:规划)?期?末)"
    r"(?!.*(?:[比较]|同比))"
)
"""The year that a figure is compared with: it tells of the years since, as 比2010年增长90% does."""

FLOWS = frozenset({"growth", "multiple"})
TOTALS = ("总量", "总数")
RISEN = ("到", "至")
LOOKS_BACK = frozenset({"past", "span", "since", "span since", "run"})
STANDING = frozenset({"level", "share"})
STANDS = ("达", "达到", "为", "有", "至", "到", "超过", "共有", "现有", "拥有", "总数", "总量")
RUN_OF_MONTHS = "run months"
RUNS = frozenset({"run", RUN_OF_MONTHS})
YEAR_AGO = "ago"
MOVED = frozenset({RUN_OF_MONTHS, YEAR_AGO})
WHOLE_YEARS = frozenset({"year", "full"})
SPANS = {"三": 3, "四": 4}
NEAR = 12
FAR = 60
LONGEST_STATISTIC = 8
ROW_MARKS = ("、", "和", "与", "及", "以及")


class Times(msgspec.Struct):
    """The stated time that holds, whether figures are cumulative stocks, and the months of the figure before.

    The total is `of_rates` where its word stands before a rate: 累计下降20%, unlike 累计建成5座,投资增长8%. `row` are
    the times of a clause without figures, which 分别 deals out. `years` are the years that the paragraph looks back on:
    五年来,……. What was added or multiplied was so in them.
    """

    period: Period | None = None
    is_stock: bool = False
    last: tuple[str, str] = ("", "")
    years: Period | None = None
    row: Sequence[Period] = ()
    of_rates: bool = False

    def deal(self, stated: Sequence[Period], index: int, count: int, plain: str) -> None:
        """Give the figure of a place in a row of figures the time of that place in a row of times: 1—9月、1—11月."""
        row = in_row(stated, plain) if stated else self.row
        if len(row) == count > 1:
            self.period = row[index]

    def pass_figure(self, held: Period | None, months: tuple[str, str], *, is_baseline: bool) -> None:
        """Take over the months of a figure; the time of one that something rose or fell from (`held` before) ends."""
        if is_baseline:
            self.period = held
        else:
            self.last = ("", "") if self.period is not None and self.period.form in RUNS else months


def in_row(stated: Sequence[Period], plain: str) -> Sequence[Period]:
    """Return times that stand in a row, with nothing but a list mark between them; none where some stand apart."""
    apart = any(plain[before.end_at : time.at] not in ROW_MARKS for before, time in pairwise(stated))
    return () if apart else stated


def years_looked_back(periods: Sequence[Period], segment: Segment) -> Period | None:
    """Return the years that open a sentence of a paragraph (五年来,……), None where it looks back on none."""
    if segment.part == "plan":
        return None
    if segment.since is not None:
        return Period(segment.start, segment.start, f"{segment.since}-01", f"{segment.year}-12", "past")
    openings = {sentence.start for sentence in segment.sentences}
    return next(
        (
            period
            for period in periods
            if period.form == "past" and period.at in openings and int(period.end[:4]) - int(period.start[:4]) > 1
        ),
        None,
    )


def runs_on(figure: Figure, before: Figure | None, sentence: Sentence, held: Period | None, plain: str) -> bool:
    """Tell whether a sentence goes on with a run of statistics.

    Its first clause has a rate with no verb of doing before it, or a count whose noun opens the clause: after a count,
    or, where it is short, within months that are stated. A clause of 其中 alone is none.
    """
    clause = sentence.clauses[0]
    if len(sentence.clauses) > 1 and plain.startswith("其中", clause.start) and clause.end - clause.start <= len("其中:"):
        clause = sentence.clauses[1]
    if figure.core >= clause.end:
        return False
    if figure.form in {"percent", "point"}:
        return NEW_TOPIC.match(plain, clause.start, figure.start) is None
    is_within = held is not None and held.form == "months"
    is_short = figure.start - clause.start <= LONGEST_STATISTIC
    counts = figure.form == "count" and before is not None and (before.form == "count" or (is_within and is_short))
    return counts and starts_with_noun(plain[clause.start : figure.start])


def open_clause(times: Times, clause: Span, plain: str, stated: Sequence[Period], *, names_place: bool) -> None:
    """Let a semicolon, a place or a new topic end a stock."""
    if (
        names_place
        or plain[max(0, clause.start - 1)] == ";"
        or (NEW_TOPIC.match(plain, clause.start, clause.end) and not stated)
    ):
        times.is_stock = False


def take_stated(times: Times, stated: Sequence[Period], start: int, end: int, left: str) -> None:
    """Take over a time stated between `start` and `end`, and what `left` says of stock or flow."""
    if times.period is not None and "今年" in left:
        times.period = None
    for period in stated:
        if start <= period.at < end:
            times.period = moved(period, times.period) if period.form in MOVED else period
    if ")" in left:
        times.is_stock = False
        left = left.rpartition(")")[2]
    if "累计" in left or "截至" in left:
        times.is_stock = times.period is None or times.period.form not in YEARS
    elif times.is_stock and FRESH.search(left):
        times.is_stock = False


def seen_from(period: Period, segment: Segment) -> Period:
    """Return a time as its section means it: a review's 去年 is the year it reviews, a plan's 五年 is to come."""
    if segment.year is None:
        return period
    if period.form == "last" and segment.part == "review":
        start, end = default_period(segment.year)
        return msgspec.structs.replace(period, start=start, end=end)
    if segment.part == "plan" and period.form in {"since", "span since"} and period.start < f"{segment.year}-01":
        return msgspec.structs.replace(period, end=f"{segment.year - 1}-12")
    if period.form == "next" and segment.part == "plan":
        start, end = default_period(segment.year)
        return msgspec.structs.replace(period, start=start, end=end)
    if period.form in {"span", "ahead"} and segment.part == "plan":
        years = int(period.end[:4]) - int(period.start[:4])
        last = segment.until or segment.year + years
        return msgspec.structs.replace(period, start=f"{last - years}-01", end=f"{last}-12")
    return period


def moved(run: Period, held: Period | None) -> Period:
    """Let a run of months end where the time stated before it does: 1—10月……,连续4个月 runs from July.

    去年同期 is the same months a year before.
    """
    if run.form == YEAR_AGO:
        if held is None or held.form != "months":
            return run
        start, end = (f"{int(month[:4]) - 1}{month[4:]}" for month in (held.start, held.end))
        return msgspec.structs.replace(run, start=start, end=end)
    if held is not None and held.at == run.at:
        return held
    if held is None or held.form != "months" or held.end > run.end:
        return run
    lost = (int(run.end[:4]) - int(held.end[:4])) * 12 + int(run.end[5:]) - int(held.end[5:])
    return msgspec.structs.replace(run, start=months_before(run.start, lost + 1), end=held.end)


def period_of(place: Place, slot: Slot, times: Times, *, is_carried: bool) -> tuple[str, str]:
    """Return the first and last month a figure covers, `YYYY-MM`, either empty where open.

    A rank is of the stock before it where it has no noun of its own (`is_carried`): 累计37家,居全国首位.
    """
    segment, figure, kind, plain = place.segment, slot.figure, slot.reading.kind, slot.plain
    stated, year = times.period, segment.year
    if times.is_stock and STOCK.search(slot.left):
        times.of_rates = kind in FLOWS
    if place.has_mean and year is not None:
        near = max(place.clause.start, figure.start - NEAR)
        if YEARLY.search(plain, near, figure.start):
            return yearly_span(segment, figure, year, stated)
    base = BASE.search(slot.head) if kind in COMPARED and year is not None else None
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
    if (
        times.years is not None
        and not LAST_YEAR.search(slot.left)
        and (kind in SINCE_THEN or (kind == "level" and is_flow(slot)))
    ):
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


def is_flow(slot: Slot) -> bool:
    """Tell whether a count is of what was done: a verb of doing opens its clause or follows it, and none of being."""
    figure = slot.figure
    if figure.form != "count" or slot.left.endswith(STANDS) or figure.start > figure.core:
        return False
    opening = slot.head.lstrip("、,—* ")
    if opening and longest_prefix(opening, NAMING_VERBS):
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
    since = FROM_YEAR.search(segment.document.plain, max(segment.start, figure.start - FAR), figure.start)
    if since:
        return f"{int(since['year']) + 1}-01", f"{since['to'] or year}-12"
    span = FIVE_YEARS.search(segment.document.plain, segment.start, figure.start) or FIVE_YEARS.search(segment.heading)
    if span and segment.part != "plan":
        return f"{year - SPANS.get(span['years'] or span['past'] or '', 5) + 1}-01", f"{year}-12"
    return ("" if year % PLAN_YEARS else f"{year - PLAN_YEARS + 1}-01"), f"{year}-12"
