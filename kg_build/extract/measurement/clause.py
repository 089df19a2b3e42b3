"""The figures of one clause, read in order: each with its kind, its indicators, its time and its regions."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from kg_build.extract.affix import longest_prefix
from kg_build.extract.measurement.items import at_item
from kg_build.extract.measurement.kind import read_kind
from kg_build.extract.measurement.months import period_of
from kg_build.extract.measurement.phrase import NAMING_VERBS, starts_with_noun
from kg_build.extract.measurement.places import (
    COUNTERS,
    after_place,
    are_of_economy,
    listed_region,
    opens_whole,
    regions_held,
    regions_of,
)
from kg_build.extract.measurement.reading import Reading
from kg_build.extract.measurement.rows import LIST_JOINS, in_rows, without_undealt
from kg_build.extract.measurement.slot import Slot, Subject
from kg_build.extract.measurement.statement import Place, observations, status_of
from kg_build.extract.measurement.subject import find_indicators, own_side
from kg_build.extract.measurement.times import YEARS, Times, open_clause, take_stated
from kg_build.extract.word_list import alternatives
from kg_build.figure import Figure
from kg_build.lexicon import Lexicon
from kg_build.model import Observation, Region, Segment, Span
from kg_build.period import Period

__all__ = ["read_clause"]

MOVES = re.compile(rf"{alternatives('figure-adding-verbs')}|压减|降低|减少|压降")
SUM_ADDED = re.compile(r"累计(?:新增|净增|增加)(?![到至])")
REACHES = ("到", "至", "达", "总数", "总量")
CLAUSE_ONLY = frozenset({"run", "run months", "past", "span", "span since", "year end", "reached", "ago", "titled"})
ENTERS = re.compile(r"(?:进入|跻身|入围|入选|闯入)[^,、。;]{0,6}$")
STOCK = re.compile(r"(?:余额|存量|总[量数额]|保有量|拥有量|总里程|总规模|总人数)[^,。;、]{0,3}$")
"""What is held at one time and not added: 新增贷款100亿元、贷款「余额」1万亿元."""

DONE = ("建成", "基本建成", "竣工", "完成", "投产", "开工", "已开工")
JOINS = "、和与及 "
NOUN_ENDS = frozenset("资点型者商人费金额数员业区站性库")
ELSEWHERE = re.compile(r"(?:平均)?(?:水平)?(?:仅?为|是|达到?|则为)?")
"""What stands between another place and its figure of the same measure: 全省增长8%,全国「为」5%."""

GROWTH = Reading("growth", 1, 0, "", "growth")
BREAKS = frozenset("、,(;")
ALONE = (1,)
LONGEST_LABEL = 20


def read_clause(
    place: Place,
    figures: Sequence[Figure],
    stated: Sequence[Period],
    times: Times,
    subject: Subject,
    lexicon: Lexicon,
    found: list[Observation],
) -> None:
    """Add what the figures of a clause state to `found`; `times` and `subject` go on to the next clause."""
    segment, clause, before = place.segment, place.clause, times.period
    plain, end = segment.document.plain, clause.end
    opening = position = opened(place, stated, times, subject, figures[0])
    moves = subject.moves if goes_on_adding(clause, figures[0], subject, plain, position) else None
    deals = plain.find("分别", clause.start, end) >= 0
    figures, rows = in_rows(figures, plain, deals=deals) if len(figures) > 1 else (figures, ALONE)
    regions = regions_of(place, figures, rows[0]) if len(place.regions) > 1 else [place.regions] * len(figures)
    follows = behind_place(segment, subject.follows) if deals and subject.follows else subject.follows
    named: list[str] = []
    kept: tuple[Region | None, ...] = ()
    last: Reading | None = None
    row_end, period, row = 0, ("", ""), len(found)
    for index, figure in enumerate(figures):
        start = position if index else min(clause.start, opening)
        if index and place.has_region:
            regions, kept, position = at_item(place, regions, kept, (index, position, figure.start), lexicon)
        left = plain[position : figure.start].rstrip(" ")
        held = times.period
        if stated or times.is_stock or times.period or "累计" in left or "截至" in left:
            take_stated(times, stated, start, figure.core, left)
        times.deal(stated, index, len(figures), plain, deals=deals)
        is_listed, moves = as_listed(last, moves, left, figure, figures[index - 1])
        reading = last if is_listed and last else read_kind(figure, left, subject.kind, plain)
        if reading is None:
            continue
        is_elsewhere = is_same_elsewhere(figure, left, subject, is_place=position > start)
        reading, moves = (GROWTH, moves) if is_elsewhere else as_moved(reading, moves, figure, left, times.period)
        last = reading
        right = (
            plain[figure.end : end]
            if index == len(figures) - 1
            else own_side(plain[figure.end : figures[index + 1].start])
        )
        slot = Slot(
            figure,
            reading,
            index,
            left,
            left[: len(left) - reading.cut],
            right,
            plain,
            opening,
            end,
            follows,
            rows[index],
        )
        indicators = find_indicators(slot, subject)
        reach = figure.end + indicators.used
        is_inner = index < row_end
        if slot.row > 1:
            row_end, row = index + slot.row, len(found)
        if not (is_inner and indicators.is_baseline):
            period = (titled_in(stated, figure.end, reach) if stated else None) or period_of(
                place, slot, times, is_carried=indicators.is_carried
            )
        if (
            not index
            and opening == clause.start
            and (indicators.is_carried or are_of_economy(indicators.names, subject))
        ):
            regions = regions_held(regions, subject.regions, place)
        status = "actual" if indicators.is_baseline else status_of(place, figure.start, period[1])
        regions[index] = listed_region(place, slot, indicators.names, regions[index], lexicon, deals=deals)
        found += observations(place, (start, reach), slot, indicators.names, regions[index], period, status, lexicon)
        named += () if indicators.is_baseline else indicators.names
        if deals and index == row_end - 1:
            without_undealt(found, row)
        times.pass_figure(held, period, is_baseline=indicators.is_baseline)
        position = figure.end if names_next(right[indicators.used :]) else reach
    if times.period is not None and times.period.form in CLAUSE_ONLY:
        times.period = before
    subject.end_clause(named, moves, figures[-1].unit, kept or regions[-1])


def as_listed(
    last: Reading | None, moves: Reading | None, left: str, figure: Figure, before: Figure
) -> tuple[bool, Reading | None]:
    """Tell whether a figure goes on with the one `before` in a list, and what the list goes on with.

    A mark that was passed behind what was added is the total, and none of the list: 净增98万户、「突破1900万户」.
    """
    if last is None or left.strip() not in LIST_JOINS or figure.unit != before.unit:
        return False, moves
    is_mark = figure.comparator == "gt" and figure.start < figure.core
    if last.kind == "change" and last.sign > 0 and is_mark and figure.value > 2 * before.value:
        return False, None
    return True, moves


def opened(place: Place, stated: Sequence[Period], times: Times, subject: Subject, first: Figure) -> int:
    """Open a clause: forget what held for the one before, and return where it goes on behind time and place.

    The label of a figure that opens a clause at once, with no noun behind it, belongs to it: `轴承产量:50万套`.
    """
    segment, clause = place.segment, place.clause
    plain = segment.document.plain
    position = after_place(segment, clause) if place.has_region else clause.start
    subject.open_clause(of_whole=opens_whole(plain, clause))
    if times.is_stock:
        open_clause(times, clause, plain, stated, names_place=position > clause.start)
    label = subject.follows
    if label is None or label.end - label.start > LONGEST_LABEL or plain[label.end : first.start].strip() != ":":
        return position
    return position if plain[first.end : first.end + 1].isalnum() else label.start


def behind_place(segment: Segment, clause: Span) -> Span:
    """Return a clause without the time and the place that open it."""
    return Span(after_place(segment, clause), clause.end)


def names_next(rest: str) -> bool:
    """Tell whether what no indicator took of the text behind a figure may name the next figure."""
    return bool(rest.strip(JOINS)) and rest[0] not in BREAKS


def as_moved(
    reading: Reading, moves: Reading | None, figure: Figure, left: str, held: Period | None
) -> tuple[Reading, Reading | None]:
    """Return a reading as the list it stands in has it, and the reading that the list goes on with.

    A total (累计) is a level, unless the years `held` added it or 新增 stands right behind; what stands behind 新增 in
    one list is added too.
    """
    if moves is None and reading.kind != "change" and (reading.kind != "growth" or reading.cut):
        return reading, moves
    is_within = held is not None and held.form in YEARS
    is_total = ("累计" in left and not SUM_ADDED.search(left)) or "截至" in left or left.lstrip(JOINS).startswith("总")
    if reading.kind == "change" and is_total and not is_within and reading.sign > 0 and figure.form == "count":
        return msgspec.structs.replace(reading, kind="level", rule="level"), moves
    if figure.form == "count":
        if reading.kind == "change" and MOVES.search(left):
            moves = reading
        elif moves and (does_something_else(left) or STOCK.search(left)):
            moves = None
        if moves and moves.kind == "change" and reading.kind == "level" and not is_total and not left.endswith(REACHES):
            reading = msgspec.structs.replace(moves, cut=0)
    if figure.form == "percent":
        if reading.kind == "growth" and not reading.cut:
            moves = reading
        elif moves and moves.kind == "growth" and reading.kind == "share" and left.startswith("、") and left[1:]:
            reading = moves
    return reading, moves


def does_something_else(left: str) -> bool:
    """Tell whether a verb of its own opens an item of a list: 新增床位30张、「改造」校舍5所."""
    item = left.lstrip(JOINS)
    if item.startswith(DONE):
        return True
    verb = longest_prefix(item, NAMING_VERBS) if item else ""
    return bool(verb) and item[len(verb) : len(verb) + 1] not in NOUN_ENDS and not MOVES.match(item)


def is_same_elsewhere(figure: Figure, left: str, subject: Subject, *, is_place: bool) -> bool:
    """Tell whether a percentage is the growth of the same measure in the place named right before it."""
    is_rate = is_place and subject.kind == "growth" and figure.form == "percent"
    return is_rate and ELSEWHERE.fullmatch(left) is not None


def titled_in(stated: Sequence[Period], start: int, end: int) -> tuple[str, str] | None:
    """Return the months of a title's year (2023年度……名单) that stands between `start` and `end`."""
    for period in stated:
        if period.form == "titled" and start <= period.at < end:
            return period.start, period.end
    return None


def goes_on_adding(clause: Span, figure: Figure, subject: Subject, plain: str, position: int) -> bool:
    """Tell whether a clause goes on with a list of what is added: 新增学校5所,「床位60张」."""
    if subject.moves is None or plain[clause.start - 1] != "," or figure.comparator != "eq":
        return False
    if figure.unit != subject.unit and not (figure.unit in COUNTERS and subject.unit in COUNTERS):
        return False
    return position == clause.start and starts_with_noun(plain[clause.start : figure.start].removeprefix("其中"))
