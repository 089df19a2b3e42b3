"""Figures of a region: value, unit, kind, period and the indicator they belong to.

`1—11月,工业投资增长11.3%,高于全国2.1个百分点,居全国第5位` states three: the growth of 工业投资, the gap of its 增速,
and the rank of its 增速, each of January to November. A paragraph is walked from clause to clause here, with the
subject and the time that go on; the figures of a clause are `clause`'s.
"""

from __future__ import annotations

import functools
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import repeat

from kg_build.extract.context import held_regions, looks_ahead, names_region
from kg_build.extract.measurement.attribute import attribute_of
from kg_build.extract.measurement.clause import read_clause
from kg_build.extract.measurement.phrase import phrase_before
from kg_build.extract.measurement.rules import RULES
from kg_build.extract.measurement.slot import Subject
from kg_build.extract.measurement.statement import Place
from kg_build.extract.measurement.times import RUNS, Times, runs_on, seen_from, years_looked_back
from kg_build.figure import Figure
from kg_build.lexicon import Lexicon
from kg_build.model import Observation, Segment, Sentence, Span
from kg_build.period import Period, find_periods
from kg_build.quantity import QuantityReader

__all__ = ["RULES", "extract"]

TOPIC = re.compile(
    r"(?P<topic>[^,。;:“”]{2,12})方面$|^在(?P<among>[^,。;:“”]{2,20}(?:评估|评价|考核|评比|测评|排名))[中里上]?$"
)
GOES_ON = re.compile(
    r"(?:20\d\d年,?)?(?:(?:增长|下降)(?:约|近|超过?|了)?$|位?居(?=[全世各西东中国第])"
    r"|高于|低于|快于|慢于|增[速幅](?=[高低快慢比居为达]))"
    r"|(?:同比|环比|[比较](?:上年|去年)(?:同期)?)+(?:增长|下降|提高)"
    r"|占(?!用|地)|其中|(?:完成|实现)(?:产值|投资|营业收入|利润|税收)"
)
TIME_OPENINGS = ("", "在", "整个")
TOPIC_MARKS = ("在", "方面")
TURNS = re.compile(
    r"由[^,。;]{1,8}转[^,。;]{1,6}|扭亏为盈|稳中有[升进增降]"
    r"|(?:增速|降幅)?(?:逐[月季年]|持续|稳步|明显|进一步)(?:回升|收窄|加快|扩大|放缓|提高|走高)"
    r"|(?:再|连续|首次|均|双双)*创(?:出|下)?(?:历史|近年|同期)?(?:新高|最好水平|最高水平)|(?:再|迈)*上新?台阶|[一二三四五六七八九十]+连[增丰]"
    r"|(?:实现|保持|取得)(?:“[^”]{1,8}”|连[年续][一-鿿]{0,4}增长|(?:较快|稳步|平稳|稳定|持续|大幅|逆势|两位数)增长|新?的?突破)"
    r"|(?:稳步|快速|持续|较快|平稳|大幅|强劲|逆势)(?:增长|提升|攀升)"
)
"""A clause that tells how the indicator before it moves: 由降转升."""

OPENERS = frozenset({"其中", "同时", "同期"})


def extract(segments: Sequence[Segment], lexicon: Lexicon) -> Iterator[Observation]:
    """Yield an observation for each figure whose indicator can be told."""
    reader = reader_of(lexicon)
    for segment in segments:
        figures = reader.read(segment.document.plain, segment.start, segment.end)
        if figures:
            yield from read_segment(segment, figures, lexicon)


@functools.lru_cache(maxsize=1)
def reader_of(lexicon: Lexicon) -> QuantityReader:
    """Return the reader of figures in the units of a lexicon."""
    return QuantityReader({label: unit.not_labels for unit in lexicon.units.values() for label in unit.labels})


def read_segment(segment: Segment, figures: Sequence[Figure], lexicon: Lexicon) -> list[Observation]:
    """Read the figures of a paragraph, carrying subject and time from clause to clause."""
    plain = segment.document.plain
    periods = [seen_from(period, segment) for period in find_periods(plain, segment.start, segment.end, segment.year)]
    years = years_looked_back(periods, segment) if periods or segment.since else None
    found: list[Observation] = []
    times, subject = Times(), Subject()
    before: Figure | None = None
    silent: Sentence | None = None
    own = (segment.region,)
    cores = [figure.core for figure in figures]
    at = when = 0
    for sentence in segment.sentences:
        if at == len(cores):
            break
        if cores[at] >= sentence.end:
            silent, before = sentence, None
            continue
        nth, at = at, bisect_left(cores, sentence.end, at)
        if silent is not None:
            when = end_within(periods, when, silent.start)
            times, subject = after_silence(silent, periods, when, plain)
            silent = None
        goes_on = runs_on(figures[nth], before, sentence, times.period, plain)
        before = figures[at - 1]
        times = Times(times.period if goes_on else None, years=years)
        keeps = subject.indicator and GOES_ON.match(plain, sentence.start, cores[nth])
        if not keeps:
            subject = Subject(named=subject.named, fares=subject.fares) if goes_on else Subject()
        subject.silent, subject.listed = (), ()
        when = end_within(periods, when, sentence.start)
        has_region = bool(segment.regions) and names_region(segment, sentence.start, sentence.end)
        has_hope = segment.part != "plan" and looks_ahead(segment, sentence)
        has_mean = plain.find("均", sentence.start, sentence.end) >= 0
        regions = held_regions(segment, sentence, lexicon) if has_region else repeat(())
        for clause, held in zip(sentence.clauses, regions, strict=False):
            since, when = when, end_within(periods, when, clause.end) if when < len(periods) else when
            first, nth = nth, bisect_left(cores, clause.end, nth, at)
            if first < nth:
                place = Place(segment, sentence, clause, held or own, has_region, has_hope, has_mean)
                read_clause(place, figures[first:nth], periods[since:when], times, subject, lexicon, found)
                subject.follows = None
            elif nth < at or since < when or names_topic(clause, plain):
                subject = pass_silence(clause, periods[since:when], times, subject, plain)
    return found


def end_within(periods: Sequence[Period], index: int, end: int) -> int:
    """Return the index of the first time, from `index` on, that starts at `end` or behind it."""
    while index < len(periods) and periods[index].at < end:
        index += 1
    return index


def after_silence(sentence: Sentence, periods: Sequence[Period], when: int, plain: str) -> tuple[Times, Subject]:
    """Return what a sentence without figures leaves to the next: the time and the topic stated last."""
    times, subject = Times(), Subject()
    is_timeless = when == len(periods) or periods[when].at >= sentence.end
    if is_timeless and all(plain.find(mark, sentence.start, sentence.end) < 0 for mark in TOPIC_MARKS):
        return times, subject
    for clause in sentence.clauses:
        since, when = when, end_within(periods, when, clause.end)
        if since < when or names_topic(clause, plain):
            subject = pass_silence(clause, periods[since:when], times, subject, plain)
    return times, subject


def names_topic(clause: Span, plain: str) -> bool:
    """Tell whether a clause has the form of a topic: 轴承方面, 在全国评比中."""
    if plain[clause.end - 1] == "面":
        return plain.startswith("方面", clause.end - len("方面"))
    return plain[clause.start] == "在"


def lasts(period: Period, clause: Span, plain: str) -> bool:
    """Tell whether a time holds beyond its clause: a title's year and a plan's years do only alone in it."""
    if period.form in {"plan", "titled"}:
        return period.end_at == clause.end and plain[clause.start : period.at] in TIME_OPENINGS
    return period.form not in RUNS or period.end_at == clause.end


def pass_silence(clause: Span, stated: Sequence[Period], times: Times, subject: Subject, plain: str) -> Subject:
    """Let a clause without figures set the time or the topic; anything else it says ends the subject."""
    topic = TOPIC.search(plain[clause.start : clause.end]) if names_topic(clause, plain) else None
    silent = (*subject.silent, clause)
    if topic:
        subject = Subject(named=topic["topic"] or topic["among"])
    lasting = [period for period in stated if lasts(period, clause, plain)] if stated else stated
    if lasting:
        times.period, times.row = lasting[-1], lasting
    elif not topic and not moves_on(clause, subject, plain):
        subject = Subject(named=subject.named, fares=plain[clause.start : clause.end])
    subject.silent, subject.follows = silent, clause
    return subject


def moves_on(clause: Span, subject: Subject, plain: str) -> bool:
    """Tell whether a clause only says how its measure moves, which the next goes on with: 「投资由降转升」,增长3%."""
    if subject.indicator and plain[clause.start : clause.end] in OPENERS:
        return True
    turn = TURNS.search(plain, clause.start, clause.end)
    if turn is None or turn.end() < clause.end:
        return False
    phrase = phrase_before(plain[clause.start : turn.start()])
    if attribute_of(phrase):
        subject.indicator, subject.kind = phrase, None
    return bool(subject.indicator) and (not phrase or subject.indicator == phrase)
