"""Figures: numbers with their hedges, multipliers and units.

`超200亿块` is 20000000000 块, more than; `400余项` is 400 项, more than; `四成以上` is 40 %, more than; `近1/5` about
20 %; `第13位` a rank. A hedge is never dropped. What only looks like a figure is left alone: dates (`2024年`,
`1—11月`), names (`5G`, `C919`, `“1650”`), ordinals (`第六批`), thresholds inside a noun (`50亿元以上项目`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

import msgspec

from kg_build.model import Comparator
from kg_build.numeral import DIGITS, chinese_number, numeral, scale_value

__all__ = ["Figure", "QuantityReader"]

ARABIC = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
CHINESE = r"[一二两三四五六七八九十百千万亿零]+"
SCALE = r"(?:万亿|千亿|百亿|十亿|千万|百万|十万|亿|万|千|百)"

BEFORE: tuple[tuple[str, Comparator], ...] = (
    ("不低于", "gt"),
    ("不少于", "gt"),
    ("至少", "gt"),
    ("不超过", "lt"),
    ("不高于", "lt"),
    ("控制在", "lt"),
    ("超过", "gt"),
    ("突破", "gt"),
    ("超", "gt"),
    ("逾", "gt"),
    ("不足", "lt"),
    ("不到", "lt"),
    ("低于", "lt"),
    ("高于", "gt"),
    ("接近", "approx"),
    ("将近", "approx"),
    ("大约", "approx"),
    ("近", "approx"),
    ("约", "approx"),
)
AFTER: dict[str, Comparator] = {
    "以上": "gt",
    "及以上": "gt",
    "余": "gt",
    "多": "gt",
    "以内": "lt",
    "以下": "lt",
    "之内": "lt",
    "左右": "approx",
    "上下": "approx",
}
FILLER = re.compile(r"(?:达到|达|至|到|为|了|将|是)$")
NOT_BEFORE = re.compile(r"[A-Za-z.\-]$|第$|№$")
UNCOUNTED = frozenset({"届", "级", "周年", "年", "月", "日", "版", "号", "期", "英寸", "英尺", "纳米", "微米"})
AWARDED = re.compile(r"荣获|获评?|排名|位居|居|入选|蝉联|登上|夺得")
MEETING = re.compile(r"全会|会议|全体会议|党代会|规定|原则|文章")
ACHIEVED = frozenset({"项", "个", "种"})
BOUNDED = frozenset({"元", "美元", "吨"})
FORMS = {"%": "percent", "个百分点": "point", "百分点": "point", "倍": "multiple"}
ROUND = frozenset("百千")
NOT_UNIT_TAIL = re.compile(r"级(?!别)|强(?!度)|版|届|号|期|型")
THRESHOLD_TAIL = re.compile(r"的?[一-鿿A-Za-z“]")
COMPANIES = re.compile(
    r"的?(?:工业|制造业|龙头|骨干|领军)?(?:企业|集团|园区|项目|产业集群|集群|产业|县|镇|乡镇|产业链|投资项目)"
)
ORDINAL_UNITS = re.compile(
    r"第(?P<number>\d++|[一二三四五六七八九十]++)(?P<unit>位|名)?(?=[,。;、:)”\s]|$|(?<=[位名])|城)"
)
RANKED = re.compile(
    r"全国|全省|全市|全球|世界|国内|[东中西]部|居|列|排|位|保持|跃|升|首|次|省份|城市|沿海|同类|[省市区]第"
)
TOP = re.compile(r"前(?P<number>\d++|[一二三四五六七八九十两]++)(?:位|名|强)?(?![个年季期月述半年轮批大项届])")
FIRST = re.compile(r"首位|榜首")
TENTHS = re.compile(r"(?P<number>[一二两三四五六七八九])成(?P<half>半)?(?![为立果功员本都就绩品型效长分])")
PARTS = re.compile(
    r"(?P<below>[二三四五六七八九十百]+)分之(?P<above>[一二两三四五六七八九十百零点]+)|(?<!\d)(?P<top>\d++)/(?P<bottom>\d++)(?![\d/])"
)
EVERY = re.compile(r"每(?P<bottom>\d+)(?P<unit>[辆台个家件部艘架人])[^,。;]{0,12}?就?有(?P<top>\d+)(?P=unit)")
TWO_DIGIT = re.compile(r"两位数(?=增长|增速|以上)|双位数(?=增长)")
QUOTED = re.compile(r"“[^”\n]{0,40}”|《[^》\n]{0,80}》")
NUMERAL_START = re.compile(
    rf"(?P<range>(?:(?P<low>{ARABIC})(?P<lowscale>{SCALE})?(?P<lowunit>%|个百分点|元|家|个|亩|吨)?)(?:—|-|~|至|到)"
    rf"(?=\d[\d.,]*{SCALE}?[^\d年月日]))?(?P<number>{ARABIC})(?P<middle>余|多)?(?P<scale>{SCALE})?(?P<late>余|多)?"
)
CHINESE_START = re.compile(
    rf"(?P<number>[两二三四五六七八九十百千](?:{CHINESE})?|一[十百千万亿](?:{CHINESE})?)(?P<late>余|多)?"
)
BARE_SCALE = re.compile(r"(?<=[超破过达近约到])(?P<scale>万亿|千亿|百亿|亿)(?=元|美元|吨|千瓦)")


class Figure(msgspec.Struct, frozen=True):
    """A figure in a text. `start`..`end` takes in its hedges and unit; `core` is where the number itself starts.

    `form` is `count` (a number with a unit), `percent`, `point` (个百分点), `rank`, `multiple` or `part` (a fraction).
    Fractions are given in percent. `lower` and `upper` are set for a range only; its value is the lower end.
    """

    start: int
    core: int
    end: int
    value: Decimal
    unit: str
    comparator: Comparator
    form: str
    raw: str
    lower: Decimal | None = None
    upper: Decimal | None = None


class QuantityReader:
    """Reads figures; built once from the labels of the unit scheme."""

    def __init__(self, units: Iterable[str]) -> None:
        """Compile one alternation of unit labels, longest first; classifiers alone may follow Chinese numerals."""
        labels = sorted(
            {unit.replace("（", "(").replace("）", ")") for unit in units if unit}, key=lambda u: (-len(u), u)
        )
        self._unit = re.compile("|".join(re.escape(label) for label in labels))

    def read(self, plain: str, start: int, end: int) -> list[Figure]:
        """Return the figures of `plain[start:end]` in order; none of them overlap."""
        closed = [(quote.start(), quote.end()) for quote in QUOTED.finditer(plain, start, end)]
        found: list[Figure] = []
        for special in (EVERY, PARTS, TENTHS, ORDINAL_UNITS, TOP, FIRST, TWO_DIGIT):
            for match in special.finditer(plain, start, end):
                if special is ORDINAL_UNITS and not is_ranked(match, plain):
                    continue
                figure = special_figure(special, match, plain)
                if figure:
                    found.append(figure)
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
        value = number_value(number, groups.get("scale"))
        unit_match = self._unit.match(plain, position, end)
        if value is None or unit_match is None or is_date_or_name(plain, core, position):
            return None
        unit = unit_match[0]
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
    if NOT_BEFORE.search(plain[max(0, start - 1) : start]):
        return True
    return plain.startswith(("年", "月", "日"), end) and not plain.startswith("月度", end)


def names_something(plain: str, unit: re.Match[str], number: str) -> bool:
    """Tell whether a number with its unit is an ordinal or a name: 十二次全会, 八项规定, 两方面, 3次荣获."""
    if unit[0] in UNCOUNTED or NOT_UNIT_TAIL.match(plain, unit.end()):
        return True
    if plain.startswith(("方面", "方式"), unit.start()) or (unit[0] == "次" and AWARDED.match(plain, unit.end())):
        return True
    in_words = bool(number) and not number[0].isdigit()
    return in_words and (unit[0] == "类" or (unit[0] in {"次", "项", "篇"} and bool(MEETING.match(plain, unit.end()))))


def hedge_before(plain: str, core: int, comparator: Comparator) -> tuple[int, Comparator]:
    """Return where the words that hedge a number start, and what they say."""
    window = plain[max(0, core - 8) : core]
    stripped = FILLER.sub("", window)
    for word, meaning in BEFORE:
        if window.endswith(word) or stripped.endswith(word):
            taken = len(word) + (0 if window.endswith(word) else len(window) - len(stripped))
            return core - taken, meaning
    return core, comparator


def hedge_after(plain: str, position: int, comparator: Comparator) -> tuple[int, Comparator, bool]:
    """Return the end, the comparator, and whether the words after the unit make it a threshold inside a noun."""
    for word in ("及以上", "以上", "以下", "以内", "之内", "左右", "上下", "余", "多"):
        if plain.startswith(word, position):
            after = position + len(word)
            if word in {"及以上", "以上", "以下"} and THRESHOLD_TAIL.match(plain, after):
                return after, comparator, True
            return after, AFTER[word], False
    return position, comparator, False


def special_figure(pattern: re.Pattern[str], match: re.Match[str], plain: str) -> Figure | None:
    """Return the figure of a fraction, a rank or a bound that has no unit of its own."""
    start, end = match.span()
    if pattern is EVERY:
        value = Decimal(match["top"]) * 100 / Decimal(match["bottom"])
        return Figure(start, start, end, value.normalize() + 0, "%", "eq", "part", match[0])
    if pattern is FIRST:
        return Figure(start, start, end, Decimal(1), "位", "eq", "rank", match[0])
    if pattern is TWO_DIGIT:
        return Figure(start, start, end, Decimal(10), "%", "gt", "percent", match[0])
    if pattern in (ORDINAL_UNITS, TOP):
        number = numeral(match["number"])
        if number is None or number == 0:
            return None
        comparator: Comparator = "lt" if pattern is TOP else "eq"
        return Figure(start, start, end, Decimal(number), "位", comparator, "rank", match[0])
    if pattern is TENTHS:
        value = Decimal(DIGITS[match["number"]] * 10 + (5 if match["half"] else 0))
    elif match["below"]:
        below, above = chinese_number(match["below"]), numeral(match["above"])
        if not below or above is None:
            return None
        value = Decimal(above) * 100 / Decimal(below)
    else:
        if Decimal(match["bottom"]) == 0:
            return None
        value = Decimal(match["top"]) * 100 / Decimal(match["bottom"])
    start, comparator = hedge_before(plain, start, "eq")
    end, comparator, is_threshold = hedge_after(plain, end, comparator)
    if is_threshold:
        return None
    return Figure(start, match.start(), end, round(value, 6).normalize() + 0, "%", comparator, "part", match[0])


def is_ranked(match: re.Match[str], plain: str) -> bool:
    """Tell whether an ordinal is a rank: it says 位 or 名, or words of place and standing come before it."""
    return match["unit"] is not None or RANKED.search(plain, max(0, match.start() - 16), match.start()) is not None


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
