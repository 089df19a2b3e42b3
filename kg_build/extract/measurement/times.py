"""The time that holds from clause to clause: stated, carried through a run of statistics, ended by a new topic.

A stated time holds through one run of statistics: the clauses after it, and the next sentence where that goes on with
figures at once: 1—8月,工业投资增长6%。其中,采矿业下降2%. 累计 makes a stock until a semicolon, a new topic or 新增.
What months a figure then covers is `months`'s.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

import msgspec

from kg_build.extract.measurement.phrase import starts_with_noun
from kg_build.figure import Figure
from kg_build.model import Segment, Sentence, Span
from kg_build.period import Period, default_period, months_before

__all__ = ["RUNS", "YEARS", "Times", "open_clause", "runs_on", "seen_from", "take_stated", "years_looked_back"]

FRESH = re.compile(r"新增|新认定|新培育|新建|净增|增量")
NEW_TOPIC = re.compile(r"围绕|推动|通过|为|在|依托|聚焦|实施|开展|组织|推进")
YEARS = frozenset({"past", "span", "since", "plan", "years", "run", "ahead", "span since"})
LOOKED_BACK = frozenset({"past", "years"})
RUN_OF_MONTHS = "run months"
RUNS = frozenset({"run", RUN_OF_MONTHS})
YEAR_AGO = "ago"
MOVED = frozenset({RUN_OF_MONTHS, YEAR_AGO})
ROW_MARKS = ("、", "和", "与", "及", "以及")
LONGEST_STATISTIC = 8


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

    def deal(self, stated: Sequence[Period], index: int, count: int, plain: str, *, deals: bool) -> None:
        """Give a figure of a row that 分别 `deals` out the time at its place in a row of times: 1—9月、1—11月."""
        if not deals:
            return
        row = in_row(stated, plain) if stated else self.row
        if len(row) == count > 1:
            is_by = row[0].form == "by"
            self.period = msgspec.structs.replace(row[index], start="", form="by") if is_by else row[index]

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
            if period.form in {"past", "years"}
            and period.at in openings
            and int(period.end[:4]) - int(period.start[:4]) > 1
        ),
        None,
    )


def runs_on(figure: Figure, before: Figure | None, sentence: Sentence, held: Period | None, plain: str) -> bool:
    """Tell whether a sentence goes on with a run of statistics.

    Its first clause has a rate with no verb of doing before it, or a count whose noun opens the clause: after a count,
    or, where it is short, within months that are stated. A clause of 其中 alone is none.
    """
    clause = sentence.clauses[0]
    if (
        len(sentence.clauses) > 1
        and plain.startswith("其中", clause.start)
        and clause.end - clause.start <= len("其中:")
    ):
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
        start, end = default_period(segment.year, is_stock=not period.start)
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
