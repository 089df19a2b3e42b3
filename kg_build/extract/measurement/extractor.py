"""Figures of a region: value, unit, kind, period and the indicator they belong to.

`1—11月,工业投资增长11.3%,高于全国2.1个百分点,居全国第5位` states three: the growth of 工业投资, the gap of its 增速,
and the rank of its 增速, each of January to November. How a figure is read is `kind`, whose it is `subject` (with
`count` and `carry`), and of when `months`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from kg_build.extract.context import evidence, mentions_from, status_at, subjects_at
from kg_build.extract.measurement.kind import Reading, read_kind
from kg_build.extract.measurement.months import Times, open_clause, period_of, runs_on, seen_from, take_stated
from kg_build.extract.measurement.phrase import starts_with_noun
from kg_build.extract.measurement.slot import Slot, Subject
from kg_build.extract.measurement.subject import LIST_JOIN, MINIMUM, find_indicators, own_side
from kg_build.extract.word_list import alternatives
from kg_build.figure import Figure
from kg_build.lexicon import Lexicon
from kg_build.model import Observation, Region, Rule, Segment, Sentence, Span, Status
from kg_build.period import Period, find_periods
from kg_build.quantity import QuantityReader

__all__ = ["RULES", "extract"]

RULES = (
    Rule("measurement.change", 0.9, "a count that is added or moves", "新增或变动的数量"),
    Rule("measurement.gap", 0.9, "percentage points above or below elsewhere", "高于或低于他处的百分点"),
    Rule("measurement.growth", 0.9, "a rate of growth after its indicator", "指标之后的增长率"),
    Rule("measurement.intensity", 0.9, "an intensity", "强度"),
    Rule("measurement.level", 0.85, "an amount or a count with its noun", "数额或数量及其名词"),
    Rule("measurement.multiple", 0.9, "a growth by a multiple", "倍数增长"),
    Rule("measurement.rank", 0.9, "a rank among regions", "位次"),
    Rule("measurement.share", 0.85, "a share of a whole", "占比"),
)
RULE = {rule.name.partition(".")[2]: rule for rule in RULES}

TOPIC = re.compile(
    r"(?P<topic>[^,。;:“”]{2,12})方面$|^在(?P<among>[^,。;:“”]{2,20}(?:评估|评价|考核|评比|测评|排名))[中里上]?$"
)
MOVES = re.compile(rf"{alternatives('figure-adding-verbs')}|压减|降低|减少|压降")
REACHES = ("到", "至", "达", "总数", "总量")
GOES_ON = re.compile(
    r"(?:同比|环比|[比较](?:上年|去年)(?:同期)?)+(?:增长|下降|提高)|占(?!用|地)|其中|(?:完成|实现)(?:产值|投资|营业收入|利润|税收)"
)
NOW = re.compile(r"现有|目前|已(?=[一-鿿]*$)")
OPENING_TIME = re.compile(
    r"(?:其中|预计|全年|20\d\d年|(?:20\d\d年)?\d{1,2}(?:—|-|至)\d{1,2}月|前三季度|上半年|[一二三四]季度)*,?"
)
LEVEL_WORD = re.compile(r"[级—]|产业链|[一-鿿]{0,2}(?:港|机场|站|口岸|海关|大学|学院|新区|高新区|经开区|保税区|自贸)")
COUNTERS = frozenset("家个项户件条座所支种类批名人")
CLAUSE_ONLY = frozenset({"run", "run months", "past", "span", "year end"})
FLEETING = frozenset({"plan", "titled"})
ENTERS = re.compile(r"(?:进入|跻身|入围|入选|闯入)[^,、。;]{0,6}$")
SCOPE = re.compile(r"全国|国内|全球|世界|西部|中部|东部|东北|沿海|全省|全市|全区|长三角|长江经济带|各行业")
SCOPES = {"国内": "全国", "世界": "全球"}
LONGEST_SCOPE = 24
PLACE_JOINS = frozenset("、和与")
EACH = re.compile(r"均|都|双双")
PUNCTUATION = "、,;:()和与 "


def extract(segments: Sequence[Segment], lexicon: Lexicon) -> Iterator[Observation]:
    """Yield an observation for each figure whose indicator can be told."""
    reader = QuantityReader({label: unit.not_labels for unit in lexicon.units.values() for label in unit.labels})
    for segment in segments:
        figures = reader.read(segment.document.plain, segment.start, segment.end)
        if figures:
            yield from read_segment(segment, figures, lexicon)


def read_segment(segment: Segment, figures: Sequence[Figure], lexicon: Lexicon) -> Iterator[Observation]:
    """Read the figures of a paragraph, carrying subject and time from clause to clause."""
    plain = segment.document.plain
    periods = [seen_from(period, segment) for period in find_periods(plain, segment.start, segment.end, segment.year)]
    times, subject = Times(), Subject()
    before: Figure | None = None
    silent: Sentence | None = None
    at = when = 0
    for sentence in segment.sentences:
        first, at = at, end_within(figures, at, sentence.end)
        if first == at:
            silent, before = sentence, None
            continue
        if silent is not None:
            when = end_within(periods, when, silent.start)
            times, subject = after_silence(silent, periods, when, plain)
            silent = None
        opens = sentence.clauses[0]
        goes_on = runs_on(figures[first], before, opens, plain)
        before = figures[at - 1]
        times = Times(times.period if goes_on else None)
        keeps = subject.indicator and GOES_ON.match(plain, sentence.start, figures[first].core)
        subject = subject if keeps else Subject(topic=subject.topic if goes_on else "")
        subject.silent = []
        when = end_within(periods, when, sentence.start)
        nth = first
        for clause in sentence.clauses:
            start, nth = nth, end_within(figures, nth, clause.end)
            since, when = when, end_within(periods, when, clause.end)
            if start < nth:
                yield from read_clause(
                    segment, clause, figures[start:nth], periods[since:when], times, subject, lexicon
                )
                subject.follows = None
            elif nth < at or since < when or names_topic(clause, plain):
                subject = pass_silence(clause, periods[since:when], times, subject, plain)


def end_within(spots: Sequence[Figure] | Sequence[Period], index: int, end: int) -> int:
    """Return the index of the first figure or time, from `index` on, that starts at `end` or behind it."""
    while index < len(spots) and spots[index].at < end:
        index += 1
    return index


def after_silence(sentence: Sentence, periods: Sequence[Period], when: int, plain: str) -> tuple[Times, Subject]:
    """Return what a sentence without figures leaves to the next: the time and the topic stated last."""
    times, subject = Times(), Subject()
    for clause in sentence.clauses:
        since, when = when, end_within(periods, when, clause.end)
        if since < when or names_topic(clause, plain):
            subject = pass_silence(clause, periods[since:when], times, subject, plain)
    return times, subject


def names_topic(clause: Span, plain: str) -> bool:
    """Tell whether a clause has the form of a topic: 轴承方面, 在全国评比中."""
    return plain.startswith("方面", clause.end - len("方面")) or plain[clause.start] == "在"


def pass_silence(clause: Span, stated: Sequence[Period], times: Times, subject: Subject, plain: str) -> Subject:
    """Let a clause without figures set the time or the topic; anything else it says ends the subject."""
    topic = TOPIC.search(plain[clause.start : clause.end]) if names_topic(clause, plain) else None
    silent = [*subject.silent, clause]
    if topic:
        subject = Subject(topic=topic["topic"] or topic["among"])
    lasting = [period for period in stated if period.form not in FLEETING]
    if lasting:
        times.period = lasting[-1]
    elif not topic:
        subject = Subject(topic=subject.topic)
    subject.silent, subject.follows = silent, clause
    return subject


def read_clause(
    segment: Segment,
    clause: Span,
    figures: Sequence[Figure],
    stated: Sequence[Period],
    times: Times,
    subject: Subject,
    lexicon: Lexicon,
) -> Iterator[Observation]:
    """Read the figures of one clause in order."""
    plain = segment.document.plain
    place = position = after_place(segment, clause)
    last: Reading | None = None
    opening = times.period
    subject.waiting = []
    named: list[str] = []
    open_clause(times, clause, plain, stated, names_place=position > clause.start)
    moves = subject.moves if goes_on_adding(clause, figures[0], subject, plain, position) else None
    figures = without_named_ranks(figures, plain)
    regions = regions_of(segment, clause, figures, lexicon)
    follows = subject.follows
    if follows and plain.find("分别", clause.start, clause.end) >= 0:
        follows = Span(after_place(segment, follows), follows.end)
    for index, figure in enumerate(figures):
        following = figures[index + 1].start if index + 1 < len(figures) else clause.end
        left = plain[position : figure.start].rstrip(" ")
        is_total = "累计" in left or "截至" in left
        held = times.period
        take_stated(times, stated, position if index else clause.start, figure.core, left)
        reading = read_kind(figure, left, subject.kind, plain[figure.end : figure.end + len("的增速")])
        if last and LIST_JOIN.match(left.strip()) and figure.unit == figures[index - 1].unit:
            reading = last
        if reading is None:
            continue
        if reading.kind == "change" and is_total:
            reading = msgspec.structs.replace(reading, kind="level", rule="level")
        elif figure.form == "count":
            moves = reading if reading.kind == "change" and MOVES.search(left) else moves
            if moves and reading.kind == "level" and not is_total and not left.endswith(REACHES):
                reading = msgspec.structs.replace(moves, cut=0)
        last = reading
        right = own_side(plain[figure.end : following], is_last=index + 1 == len(figures))
        slot = Slot(figure, reading, index, left, right, plain, place, clause.end, follows)
        found = find_indicators(slot, subject)
        reach = figure.end + found.used
        titled = next((one for one in stated if one.form == "titled" and figure.end <= one.at < reach), None)
        period = (
            (titled.start, titled.end)
            if titled
            else period_of(segment, clause, figure, reading.kind, times, left, is_carried=found.is_carried)
        )
        times.last = times.last if found.is_baseline else period
        for name in found.names:
            if len(name) >= MINIMUM:
                span = Span(position if index else clause.start, reach)
                for region in regions[index]:
                    yield observation(
                        segment, span, clause, slot, name, period, region, lexicon, is_baseline=found.is_baseline
                    )
        named += found.names
        if found.is_baseline:
            times.period = held
        rest = right[found.used :]
        position = reach if not rest.strip("、和与及 ") or rest[0] in "、,(;" else figure.end
    if times.period is not None and times.period.form in CLAUSE_ONLY:
        times.period = opening
    subject.recent, subject.moves, subject.unit = named, moves, figures[-1].unit


def goes_on_adding(clause: Span, figure: Figure, subject: Subject, plain: str, position: int) -> bool:
    """Tell whether a clause goes on with a list of what is added: 新增学校5所,「床位60张」."""
    if subject.moves is None or plain[clause.start - 1] != "," or figure.comparator != "eq":
        return False
    if figure.unit != subject.unit and not (figure.unit in COUNTERS and subject.unit in COUNTERS):
        return False
    return position == clause.start and starts_with_noun(plain[clause.start : figure.start].removeprefix("其中"))


def without_named_ranks(figures: Sequence[Figure], plain: str) -> Sequence[Figure]:
    """Drop a rank that only tells which things are counted: 4家园区进入全国前10强."""
    kept: list[Figure] = []
    for figure in figures:
        named = kept and kept[-1].form == "count" and figure.form == "rank"
        if not (named and ENTERS.search(plain, kept[-1].end, figure.start)):
            kept.append(figure)
    return kept


def after_place(segment: Segment, clause: Span) -> int:
    """Return where a clause goes on behind the time and the regions that open it."""
    if not segment.regions:
        return clause.start
    plain = segment.document.plain
    time = OPENING_TIME.match(plain, clause.start, clause.end)
    start = time.end() if time else clause.start
    for mention in mentions_from(segment, start):
        if mention.start != start or mention.end >= clause.end or LEVEL_WORD.match(plain, mention.end):
            break
        if plain[mention.end] not in PLACE_JOINS:
            return mention.end
        start = mention.end + 1
    return clause.start


def regions_of(
    segment: Segment, clause: Span, figures: Sequence[Figure], lexicon: Lexicon
) -> list[tuple[Region | None, ...]]:
    """Return for each figure of a clause the regions it holds for.

    Several regions that open a clause share its figures (`青岛、烟台均增长6%`) or have one each (`分别增长6%和7%`); what
    they have together (`青岛、烟台建成中心2个`) is counted of the reporting region.
    """
    regions = subjects_at(segment, clause.start, lexicon)
    if len(regions) > 1:
        head = segment.document.plain[clause.start : figures[0].start]
        if "分别" in head and len(regions) == len(figures):
            return [(region,) for region in regions]
        if EACH.search(head) or figures[0].unit not in COUNTERS:
            return [regions] * len(figures)
        return [(segment.region,)] * len(figures)
    return [(regions[0] if regions else segment.region,)] * len(figures)


def observation(
    segment: Segment,
    span: Span,
    clause: Span,
    slot: Slot,
    name: str,
    period: tuple[str, str],
    region: Region | None,
    lexicon: Lexicon,
    *,
    is_baseline: bool,
) -> Observation:
    """Make the statement of one figure."""
    figure, reading = slot.figure, slot.reading
    plain = segment.document.plain
    start = span.start
    while start < figure.start and plain[start] in PUNCTUATION:
        start += 1
    return Observation(
        region=region.name if region else "",
        region_key=region.key if region else "",
        year=segment.year,
        status="actual" if is_baseline else status_of(segment, clause, figure, period[1]),
        evidence=(evidence(segment, start, span.end, RULE[reading.rule]),),
        indicator=name,
        concept=lexicon.ground_indicator(name),
        kind=reading.kind,
        value=figure.value * reading.sign,
        unit=figure.unit,
        comparator=figure.comparator,
        period_start=period[0],
        period_end=period[1],
        raw=figure.raw,
        lower=figure.lower,
        upper=figure.upper,
        scope=scope_of(slot) if reading.kind in {"rank", "gap"} else "",
    )


def scope_of(slot: Slot) -> str:
    """Return among whom a rank holds, or over whom a gap: the last place named before the figure in its clause."""
    named = SCOPE.findall(slot.head[-LONGEST_SCOPE:])
    return SCOPES.get(named[-1], named[-1]) if named else ""


def status_of(segment: Segment, clause: Span, figure: Figure, end: str) -> Status:
    """Return the figure's status: what a plan calls existing or dates earlier is actual, what a review dates later is sought."""
    status = status_at(segment, figure.start)
    if status == "target" and segment.year is not None and "" < end < f"{segment.year:04d}":
        return "actual"
    if status == "target" and segment.part == "plan" and NOW.search(segment.document.plain, clause.start, figure.start):
        return "actual"
    if status == "actual" and segment.year is not None and end > f"{segment.year:04d}-12":
        return "target"
    return status
