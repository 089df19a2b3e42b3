"""Figures: numbers with their hedges, multipliers and units.

`超200亿块` is 20000000000 块, more than; `400余项` is 400 项, more than; `四成以上` is 40 %, more than; `近1/5` about
20 %; `第13位` a rank. A hedge is never dropped. What only looks like a figure is left alone: dates (`2024年`,
`1—11月`), names (`5G`, `C919`, `“1650”`), ordinals (`第六批`), thresholds inside a noun (`50亿元以上项目`).
"""

from __future__ import annotations

import re
import string
from collections.abc import Mapping, Sequence
from decimal import Decimal
from operator import attrgetter

import msgspec

from kg_build.broken_number import GAPS, MINUS_SIGNS, is_cut, is_minus, whole_of
from kg_build.figure import HEDGE_ENDS, HEDGE_STARTS, Figure, hedge_after, hedge_before, hedge_of_share, hedge_of_times
from kg_build.model import Comparator
from kg_build.named_number import names_in_words, names_something
from kg_build.number import arabic_value, number_forms
from kg_build.number_in_words import amount_in_words
from kg_build.proportion import find_proportions
from kg_build.sized_noun import sizes_a_noun
from kg_build.unit_elsewhere import counts_money, unit_elsewhere

__all__ = ["QuantityReader"]

NOT_BEFORE = re.compile(r"[A-Za-z.]$|[A-Za-z0-9—]-$|[第№每]$")
WARNS_BEFORE = frozenset(f"{string.ascii_letters}.-第№每\n") | MINUS_SIGNS
AT_LEAST = frozenset("上")
HUNDREDS = ("成百", "成千")
SCALE_WORDS = frozenset("百千万亿")
UNCOUNTED = frozenset({"届", "级", "周年", "年", "月", "日", "期", "英寸", "纳米", "微米", "千伏"})
YEARS = "年"
EARLY, COMPLETED = "提前", ("完成", "全面完成", "超额完成")
SCALED = frozenset({"度", "方"})
"""Units of large amounts only: 1亿度 is electricity, two 度 and eight 方 are no figures."""

HUNDRED_MILLIONS = re.compile(r"[亿万](?=元|[,。;、)]|$)")
STEPPED = frozenset({"迈上", "跨上", "跨过", "站上", "跨越", "越过", "迈过"})
STEPS = re.compile(r"(?:[两二三四五]个)?(?:新的?|大|重要|整数|历史性)*(?:台阶|关口|大关)")
"""What marks are passed, behind the last of them: 跨越3万亿元、4万亿元「两个大台阶」."""
ACHIEVED = frozenset({"项", "个", "种"})
WITHIN = frozenset({"个工作日", "天", "小时", "分钟", "个月"})
INNER = frozenset("外部")
CONCENTRATIONS = frozenset({"微克", "毫克"})
PER_CUBIC_METRE = "每立方米"
FORMS = {
    "%": ("%", "percent"),
    "‰": ("‰", "percent"),
    "个百分点": ("个百分点", "point"),
    "百分点": ("个百分点", "point"),
    "个基点": ("个基点", "point"),
    "基点": ("个基点", "point"),
    "倍": ("倍", "multiple"),
    "人口": ("人", "count"),
}
"""Units that a figure gives in another name, or that make it more than a count: the name and the form."""

MEASURED = frozenset({"%", "个", "家", "项", "条", "座", "场", "所", "支", "处", "种", "批"})
"""Units whose 以上 hedges a figure even before its noun: 10家以上企业; 50亿元以上项目 has a threshold in its noun."""

GROWS = frozenset({"增长", "提高", "下降", "降低", "提升", "减少", "速达", "速为", "长达", "超过", "高于"})
NEW_CLAUSE = frozenset(",。;、:\n新")
FOCUSED = NEW_CLAUSE | frozenset("焦克点")
"""What stands before 突破 where it is a verb of doing: 聚焦突破25项."""

NOT_UNIT_TAIL = re.compile(r"级(?!别)|强(?!度)|版|届|号|期|型")
TELLING_AFTER = frozenset("级强版届号期型亿万") | HEDGE_STARTS
NAMING_UNITS = frozenset("年月日方次")
PER_CENT = frozenset({"%", "‰"})
POINTS_BEHIND = re.compile(
    r"(?P<more>[多余])?百分点|(?:[、和与,](?:[高低快慢][于出][^,。;、\d]{1,8})?\d[\d.]{0,8}个){1,6}百分点"
)
TIMES = "倍"
HALF = Decimal("0.5")

CORE, END = attrgetter("core"), attrgetter("end")
QUOTED = re.compile(r"“[^”\n]{0,40}”|《[^》\n]{0,80}》")


class QuantityReader:
    """Reads figures; built from the labels of the unit scheme."""

    def __init__(self, units: Mapping[str, Sequence[str]]) -> None:
        """Take the patterns of numbers with these units, each with the forms that mislead; the longest label counts.

        台 with the misleading form 台阶 is not read in 千亿台阶; P is not read in 2PB.
        """
        self._forms = number_forms(
            tuple(sorted((label.replace("（", "(").replace("）", ")"), *units[label]) for label in units if label))
        )

    def read(self, plain: str, start: int, end: int) -> list[Figure]:
        """Return the figures of `plain[start:end]` in order; none of them overlap."""
        found = find_proportions(plain, start, end)
        self._read_figures(plain, start, end, found)
        self._read_words(plain, start, end, found)
        return without_overlap(found, plain, start, end) if found else found

    def _read_figures(self, plain: str, start: int, end: int, found: list[Figure]) -> None:
        """Add the figures whose number is written in Arabic figures."""
        for match in self._forms.in_figures.finditer(plain, start, end):
            number, lowscale, lowunit, upper, middle, scale, more, morescale, late, last, unit = match.groups()
            core, position = match.span()
            is_bare = unit is None
            if unit is None:
                unit, scale, position = unit_elsewhere(plain, position, end, scale)
            if unit is None or (unit in UNCOUNTED and not is_early(plain, core, position, unit)):
                continue
            if unit in PER_CENT and plain[core - 1] == "前":
                continue
            more_than = middle or late
            if unit == "个":
                unit, more_than, position = points_behind(plain, position, more_than)
            is_negative = False
            before = plain[core - 1]
            if before in WARNS_BEFORE:
                is_negative = is_minus(plain, core - 1, start, unit)
                core -= is_negative
                if is_name(plain, core):
                    continue
            if unit in SCALED and not scale:
                continue
            if before in GAPS:
                core, number = whole_of(plain, start, core, number)
                if is_cut(plain, start, core):
                    continue
            value = arabic_value(upper or number, scale, more, morescale, last)
            if value is None:
                continue
            if is_negative and not upper:
                value = -value
            figure = with_hedges(plain, core, position, unit, value, "gt" if more_than else "eq", is_bare=is_bare)
            if figure and upper:
                low = arabic_value(number, lowscale or (None if lowunit else scale), last=last)
                figure = as_range(figure, -low if low and is_negative else low)
            if figure:
                found.append(figure)

    def _read_words(self, plain: str, start: int, end: int, found: list[Figure]) -> None:
        """Add the figures whose number is written in Chinese numerals."""
        for match in self._forms.in_words.finditer(plain, start, end):
            core, position = match.span()
            number, late, last, unit = match.groups()
            if unit is None:
                if number[-1] != "亿" or not counts_money(plain, position, end):
                    continue
                unit = "元"
            elif unit in SCALED or (unit in UNCOUNTED and not is_early(plain, core, position, unit)):
                continue
            before = plain[core - 1]
            if names_in_words(plain, core, position, unit, number) or (before in WARNS_BEFORE and is_name(plain, core)):
                continue
            amount = amount_in_words(plain, start, core, number, late, last)
            if amount is None:
                continue
            figure = with_hedges(plain, amount.core, position, unit, amount.value, "gt" if late else "eq")
            if figure is None:
                continue
            if amount.lower is not None:
                figure = as_range(figure, amount.lower)
            elif SCALE_WORDS.issuperset(number) and figure.start == core and figure.comparator == "eq":
                if before not in AT_LEAST or plain.endswith(HUNDREDS, 0, core - 1):
                    continue
                figure = msgspec.structs.replace(figure, start=core - 1, comparator="gt")
            if figure:
                found.append(figure)


def with_hedges(
    plain: str, core: int, position: int, unit: str, value: Decimal, written: Comparator, *, is_bare: bool = False
) -> Figure | None:
    """Return the figure of a number and a unit that ends at `position`, or None for a name or a threshold."""
    if unit == "个" and plain.startswith("方面", position):
        return None
    if unit[0] in NAMING_UNITS and unit != YEARS and names_something(plain, position, unit):
        return None
    if unit == TIMES and plain.startswith("半", position):
        value, position = value + HALF, position + 1
    start, comparator, after = core, written, position
    before = core - 1 if plain[core - 1] == " " else core
    if plain[before - 1] in HEDGE_ENDS:
        start, comparator = hedge_before(plain, before, written)
        start = core if start == before else start
        if unit in ACHIEVED and (
            plain[start:core] in STEPPED or (plain.startswith("突破", start) and plain[max(0, start - 1)] in FOCUSED)
        ):
            start, comparator = core, written
    if plain[position : position + 1] in TELLING_AFTER:
        if NOT_UNIT_TAIL.match(plain, position) or (unit == "个" and HUNDRED_MILLIONS.match(plain, position)):
            return None
        after, comparator, is_threshold = hedge_after(plain, position, comparator)
        in_noun = unit not in MEASURED or (plain.startswith("的", after) and not opens_share(plain, start, unit))
        if is_threshold and in_noun and not is_bare:
            return None
    if sizes_a_noun(plain, start, core, after, unit):
        return None
    unit, form = FORMS.get(unit) or (unit, "count")
    is_within = unit in WITHIN and after == position and plain.startswith("内", position)
    if is_within and plain[position + 1 : position + 2] not in INNER:
        after, comparator = position + 1, "lt"
    if comparator == "eq" and plain[core - 1] == "、" and unit.endswith("元") and STEPS.match(plain, after):
        comparator = "gt"
    if unit == "%" and comparator == "eq":
        comparator = hedge_of_share(plain, start)
    if form == "multiple" and comparator == "eq":
        comparator = hedge_of_times(plain, start)
    if unit in CONCENTRATIONS and plain.endswith(PER_CUBIC_METRE, 0, start):
        start, unit = start - len(PER_CUBIC_METRE), unit + "/立方米"
    return Figure(start, core, after, value, unit, comparator, form, plain[core:after])


def is_early(plain: str, core: int, position: int, unit: str) -> bool:
    """Tell whether years are those by which work was done early: 提前两年完成."""
    return unit == YEARS and plain.endswith(EARLY, 0, core) and plain.startswith(COMPLETED, position)


def points_behind(plain: str, position: int, more_than: str | None) -> tuple[str, str | None, int]:
    """Return the unit of a number with 个, its 多, and where it ends: 2个多百分点, 高1.8个、低0.5个百分点."""
    points = POINTS_BEHIND.match(plain, position)
    if points is None:
        return "个", more_than, position
    return "个百分点", points["more"] or more_than, points.end() if points["more"] else position


def opens_share(plain: str, start: int, unit: str) -> bool:
    """Tell whether `80%以上的县` is a share of the counties: no verb of growth stands before the percentage."""
    return unit == "%" and plain[max(0, start - 2) : start] not in GROWS


def as_range(figure: Figure, lower: Decimal | None) -> Figure | None:
    """Return the range from `lower` to a figure, whose value is its lower end; None where it would run downwards."""
    if lower is None or figure.value < lower:
        return None
    return msgspec.structs.replace(figure, value=lower, comparator="gt", lower=lower, upper=figure.value)


def is_name(plain: str, core: int) -> bool:
    """Tell whether a number belongs to a Latin name (C919) or is an ordinal (第三)."""
    return NOT_BEFORE.search(plain[max(0, core - 2) : core]) is not None


def without_overlap(found: list[Figure], plain: str, start: int, end: int) -> list[Figure]:
    """Drop figures inside quotes and titles, and of two that overlap the shorter; the longest of a place goes first."""
    found.sort(key=END, reverse=True)
    found.sort(key=CORE)
    kept: list[Figure] = []
    is_marked = plain.find("“", start, end) >= 0 or plain.find("《", start, end) >= 0
    quotes = QUOTED.finditer(plain, start, end) if is_marked else iter(())
    quote = next(quotes, None)
    reached = 0
    for figure in found:
        core = figure.core
        while quote and quote.end() <= core:
            quote = next(quotes, None)
        if quote and quote.start() <= core:
            continue
        if core >= reached:
            kept.append(figure)
        elif figure.end - core > reached - kept[-1].core:
            kept[-1] = figure
        else:
            continue
        reached = figure.end
    return kept
