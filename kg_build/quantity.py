"""Figures: numbers with their hedges, multipliers and units.

`超200亿块` is 20000000000 块, more than; `400余项` is 400 项, more than; `四成以上` is 40 %, more than; `近1/5` about
20 %; `第13位` a rank. A hedge is never dropped. What only looks like a figure is left alone: dates (`2024年`,
`1—11月`), names (`5G`, `C919`, `“1650”`), ordinals (`第六批`), thresholds inside a noun (`50亿元以上项目`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

from kg_build.figure import Figure, hedge_after, hedge_before
from kg_build.model import Comparator
from kg_build.numeral import chinese_number, scale_value
from kg_build.proportion import find_proportions

__all__ = ["QuantityReader"]

ARABIC = r"(?<![\d.])(?:\d{1,3}(?:,\d{3}){1,5}|\d{1,15}+)(?:\.\d{1,12}+)?(?!\d)"
CHINESE = r"(?:[一二两三四五六七八九十百万亿零]|千(?![瓦伏])){1,14}+"
SCALE = r"(?:万亿|千亿|百亿|十亿|千万|百万|十万|亿|万|千(?![瓦伏克米])|百)"

NOT_BEFORE = re.compile(r"[A-Za-z.]$|[A-Za-z0-9—]-$|第$|№$|[数几]$")
UNCOUNTED = frozenset({"届", "级", "周年", "年", "月", "日", "版", "号", "期", "英寸", "英尺", "纳米", "微米", "千伏"})
SCALED = frozenset({"度", "方"})
"""Units of large amounts only: 1亿度 is electricity, 两度 and 八方 are no figures."""

TERSE = frozenset({"元", "点"})
"""Units that one Chinese digit makes a word with: 二元结构, 两点考虑."""

AWARDED = re.compile(r"荣获|获评?|排名|位居|居|入选|蝉联|登上|夺得")
HUNDRED_MILLIONS = re.compile(r"个[亿万](?=元|[,。;、)]|$)")
MEETING = re.compile(r"全会|会议|全体会议|党代会|规定|原则|大?文章")
ACHIEVED = frozenset({"项", "个", "种"})
BOUNDED = frozenset({"元", "美元", "吨"})
FORMS = {"%": "percent", "‰": "percent", "个百分点": "point", "百分点": "point", "倍": "multiple"}
ROUND = frozenset("百千")
NOT_UNIT_TAIL = re.compile(r"级(?!别)|强(?!度)|版|届|号|期|型")
COMPANIES = re.compile(
    r"的?(?:工业|制造业|龙头|骨干|领军)?(?:企业|集团|园区|项目|产业集群|集群|产业|县|镇|乡镇|产业链|投资项目)"
)
QUOTED = re.compile(r"“[^”\n]{0,40}”|《[^》\n]{0,80}》")
NUMERAL_START = re.compile(
    rf"""
    (?P<minus>(?<=[一-鿿])-)?
    (?P<range>
        (?P<low>{ARABIC}) (?P<lowscale>{SCALE})?
        (?:
            (?P<lowunit>%|个百分点|元|家|个|亩|吨) (?:—|-|~|至|到) (?=\d[\d.,]*{SCALE}?(?P=lowunit))
            | (?:—|-|~|至|到) (?=\d[\d.,]*{SCALE}?[^\d年月日])
        )
    )?
    (?P<number>{ARABIC}) (?P<middle>余|多)? (?P<scale>{SCALE})?
    (?:(?P<more>\d{{1,4}})(?P<morescale>千万|百万|十万|万|千|百)(?![\d]))?
    (?P<late>余|多)?
    """,
    re.VERBOSE,
)
CHINESE_START = re.compile(
    rf"(?P<number>(?:[两二三四五六七八九十百]|千(?![瓦伏]))(?:{CHINESE})?|一[十百千万亿](?:{CHINESE})?)(?P<late>余|多)?"
)
BARE_SCALE = re.compile(r"(?<=[超破过达近约到])(?P<scale>万亿|千亿|百亿|亿)(?=元|美元|吨|千瓦)")


class QuantityReader:
    """Reads figures; built once from the labels of the unit scheme."""

    def __init__(self, units: Mapping[str, Sequence[str]]) -> None:
        """Compile one alternation of unit labels, longest first, from the labels and the forms that mislead.

        台 with the misleading form 台阶 is not read in 千亿台阶; P is not read in 2PB.
        """
        labels = sorted(units, key=lambda label: (-len(label), label))
        self._unit = re.compile("|".join(label_pattern(label, units[label]) for label in labels))

    def read(self, plain: str, start: int, end: int) -> list[Figure]:
        """Return the figures of `plain[start:end]` in order; none of them overlap."""
        closed = [(quote.start(), quote.end()) for quote in QUOTED.finditer(plain, start, end)]
        found = list(find_proportions(plain, start, end))
        for pattern in (NUMERAL_START, CHINESE_START, BARE_SCALE):
            for match in pattern.finditer(plain, start, end):
                figure = self._figure(match, plain, end)
                if figure:
                    found.append(figure)
        return without_overlap(found, closed)

    def _figure(self, match: re.Match[str], plain: str, end: int) -> Figure | None:
        """Return the figure of a number with a unit, or None where it is a date, a name, an ordinal or a threshold."""
        groups = match.groupdict()
        core, position = match.span()
        number = groups.get("number")
        value = whole_value(groups)
        unit_match = self._unit.match(plain, position, end)
        if value is None or unit_match is None or is_date_or_name(plain, core, position):
            return None
        unit = unit_match[0]
        if unit in SCALED and not groups.get("scale"):
            return None
        position = unit_match.end()
        written: Comparator = "gt" if groups.get("middle") or groups.get("late") else "eq"
        start, comparator = hedge_before(plain, core, written)
        if unit in ACHIEVED and plain.startswith("突破", start) and plain[max(0, start - 1)] in ",。;、:\n新":
            start, comparator = core, written
        after, comparator, is_threshold = hedge_after(plain, position, comparator)
        if is_threshold or names_something(plain, unit_match, number or ""):
            return None
        if (number in ROUND and start == core and comparator == "eq") or (
            unit in BOUNDED and start < core and COMPANIES.match(plain, after)
        ):
            return None
        lower: Decimal | None = None
        upper: Decimal | None = None
        if groups.get("range"):
            scale = groups.get("lowscale") or (None if groups.get("lowunit") else groups.get("scale"))
            lower, upper = number_value(groups["low"], scale), value
            if lower is None or upper < lower:
                return None
            value, comparator = lower, "gt"
        form = FORMS.get(unit, "count")
        return Figure(start, core, after, value, unit, comparator, form, plain[core:after], lower, upper)


def label_pattern(label: str, misleading: Sequence[str]) -> str:
    """Return the pattern of a unit label: not where a form that misleads stands, nor inside a Latin word."""
    label = label.replace("（", "(").replace("）", ")")
    rests = [re.escape(form.removeprefix(label)) for form in misleading if form.startswith(label)]
    if label[-1].isascii() and label[-1].isalpha():
        rests.append("[A-Za-z0-9]")
    return re.escape(label) + (f"(?!{'|'.join(rests)})" if rests else "")


def whole_value(groups: Mapping[str, str | None]) -> Decimal | None:
    """Return the value of a number with its multipliers: 1亿2千万 is 120000000; a minus sign counts."""
    value = number_value(groups.get("number"), groups.get("scale"))
    if value is None:
        return None
    if groups.get("more"):
        step, above = scale_value(groups["morescale"]), scale_value(groups.get("scale"))
        if step >= above:
            return None
        value += Decimal(groups["more"] or "") * step
    return -value if groups.get("minus") else value


def number_value(number: str | None, scale: str | None) -> Decimal | None:
    """Return the value of a numeral, or of a multiplier alone (突破万亿元)."""
    if number is None:
        return Decimal(scale_value(scale))
    if number[0].isdigit():
        return Decimal(number.replace(",", "")) * scale_value(scale)
    read = chinese_number(number)
    return None if read is None else Decimal(read)


def is_date_or_name(plain: str, start: int, end: int) -> bool:
    """Tell whether a number is part of a date (2024年) or of a Latin name (C919)."""
    if NOT_BEFORE.search(plain[max(0, start - 2) : start]):
        return True
    return plain.startswith(("年", "月", "日"), end) and not plain.startswith("月度", end)


def names_something(plain: str, unit: re.Match[str], number: str) -> bool:
    """Tell whether a number with its unit is an ordinal or a name: 十二次全会, 二次开发, 八项规定, 两方面, 3次荣获."""
    if unit[0] in UNCOUNTED or NOT_UNIT_TAIL.match(plain, unit.end()):
        return True
    if plain.startswith(("方面", "方式"), unit.start()) or (unit[0] == "次" and AWARDED.match(plain, unit.end())):
        return True
    if HUNDRED_MILLIONS.match(plain, unit.start()):
        return True
    in_words = bool(number) and not number[0].isdigit()
    if in_words and (number == "二" or (len(number) == 1 and unit[0] in TERSE and number not in ROUND)):
        return True
    if in_words and (plain.startswith("次产业", unit.start()) or plain[unit.start() - len(number) - 1] == "届"):
        return True
    return in_words and (
        unit[0] in {"类", "分"} or (unit[0] in {"次", "项", "条", "篇"} and bool(MEETING.match(plain, unit.end())))
    )


def without_overlap(found: list[Figure], closed: Sequence[tuple[int, int]]) -> list[Figure]:
    """Drop figures inside quotes and titles, and of two that overlap the shorter."""
    found.sort(key=lambda figure: (figure.core, -figure.end))
    kept: list[Figure] = []
    for figure in found:
        if any(start <= figure.core < end for start, end in closed):
            continue
        if kept and figure.core < kept[-1].end:
            if figure.end - figure.core > kept[-1].end - kept[-1].core:
                kept[-1] = figure
            continue
        kept.append(figure)
    return kept
