"""A figure in a text, and the words that hedge it on either side: 超200亿块, 400余项, 5%左右.

`50亿元以上项目` hedges nothing: the figure is a threshold inside a noun.
"""

from __future__ import annotations

import re
from decimal import Decimal

import msgspec

from kg_build.model import Comparator

__all__ = [
    "HEDGE_ENDS",
    "HEDGE_STARTS",
    "Figure",
    "fallen",
    "hedge_after",
    "hedge_before",
    "hedge_of_share",
    "hedge_of_times",
]

BEFORE: tuple[tuple[str, Comparator], ...] = (
    ("大于或等于", "gt"),
    ("小于或等于", "lt"),
    ("大于等于", "gt"),
    ("小于等于", "lt"),
    ("不下于", "gt"),
    ("不下", "gt"),
    ("不亚于", "gt"),
    ("未达到", "lt"),
    ("没有达到", "lt"),
    ("未达", "lt"),
    ("少于", "lt"),
    ("多于", "gt"),
    ("大于", "gt"),
    ("小于", "lt"),
    ("≥", "gt"),
    ("≧", "gt"),
    ("≤", "lt"),
    ("≦", "lt"),
    ("＞", "gt"),
    ("＜", "lt"),
    ("至少", "gt"),
    ("最多", "lt"),
    ("至多", "lt"),
    ("超过", "gt"),
    ("突破", "gt"),
    ("迈上", "gt"),
    ("跨上", "gt"),
    ("跨过", "gt"),
    ("站上", "gt"),
    ("跨越", "gt"),
    ("越过", "gt"),
    ("迈过", "gt"),
    ("首破", "gt"),
    ("再破", "gt"),
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
    ("过", "gt"),
)
AFTER: dict[str, Comparator] = {
    "以上": "gt",
    "及以上": "gt",
    "(含)以上": "gt",
    "(含)及以上": "gt",
    "(含)以下": "lt",
    "余": "gt",
    "多": "gt",
    "以内": "lt",
    "以下": "lt",
    "之内": "lt",
    "左右": "approx",
    "上下": "approx",
}
HEDGES = {word[-1]: tuple(pair for pair in BEFORE if pair[0][-1] == word[-1]) for word, _ in BEFORE}
NEGATIONS = ("不", "未", "没有", "没", "不得", "不能", "不会", "不应", "不宜", "不可", "未能", "不再", "未曾")
NEGATION_ENDS = frozenset(word[-1] for word in NEGATIONS)
OPPOSITES: dict[Comparator, Comparator] = {"gt": "lt", "lt": "gt"}
NEVER_DENIED = frozenset({"不足", "不到", "不下", "不下于", "不亚于", "至少", "最多", "至多"})
FILLERS = ("达到", "高达", "达", "至", "到", "为", "了", "将", "是")
FILLER_ENDS = frozenset(word[-1] for word in FILLERS)
HEDGE_ENDS = FILLER_ENDS.union(HEDGES)
HEDGE_STARTS = frozenset(word[0] for word in AFTER)
ABOUT = "约"
ENDS_IN_ABOUT = frozenset("签节预契制履违")
"""What makes 约 part of a verb: 签约500户 is no 约500户."""

PASSED = "过"
PASSES = frozenset("中、,业值入额量模均都已总数产比率重人口户金资车")
"""What 过 hedges a number behind: 产值过亿元; 办过5场 and 通过5家 hedge nothing."""

OF_SHARE = re.compile(r"(?P<hedge>大约|接近|超过|将近|[约近超逾])占[^,。;:、\d]{0,12}$")
OF_BOUND = re.compile(r"(?P<hedge>不低于|不高于|不超过|不少于|不得低于|不得超过)[^,。;:、\d]{2,14}的$")
OF_TIMES = re.compile(r"(?P<hedge>大约|接近|超过|将近|[约近超逾])(?:相当于|[为是])?[^,。;:、\d]{2,14}的$")
LONGEST_SHARE = 16

TAKES_TAIL = frozenset({"及以上", "以上", "以下", "(含)以上", "(含)及以上", "(含)以下"})
THRESHOLD_TAIL = re.compile(r"的?[一-鿿A-Za-z“]")


class Figure(msgspec.Struct, frozen=True, gc=False):
    """A figure in a text. `start`..`end` takes in its hedges and unit; `core` is where the number itself starts.

    `form` is `count` (a number with a unit), `percent`, `point` (个百分点), `rank`, `multiple`, `part` (a fraction) or
    `index` (points of an index, without a unit). Fractions are given in percent. `lower` and `upper` are set for a
    range only; its value is the lower end. `comparator` speaks of the amount stated: a fall by 20 % or
    more is `gt`, too.
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


def fallen(figure: Figure) -> Figure:
    """Return a figure as a fall: 下降20%多 is -20, and `gt`, for that is said of the amount.

    下降3%—5% goes from -5 to -3; its value is -5 with `lt`: it falls by 5 at most.
    """
    lower, upper = figure.lower, figure.upper
    if lower is None or upper is None:
        return msgspec.structs.replace(figure, value=-abs(figure.value))
    return msgspec.structs.replace(figure, value=-upper, comparator="lt", lower=-upper, upper=-lower)


def hedge_before(plain: str, core: int, comparator: Comparator) -> tuple[int, Comparator]:
    """Return where the words that hedge a number start, and what they say; 达到 and the like may stand between."""
    last = plain[core - 1] if core else ""
    for word, meaning in HEDGES.get(last, ()):
        if plain.endswith(word, 0, core):
            if core > 1 and not hedges(word, plain[core - 2]):
                return core, comparator
            return with_negation(plain, core - len(word), word, meaning)
    if last in FILLER_ENDS:
        for filler in FILLERS:
            if plain.endswith(filler, 0, core):
                position = core - len(filler)
                for word, meaning in HEDGES.get(plain[position - 1], ()) if position else ():
                    if word != PASSED and plain.endswith(word, 0, position):
                        return with_negation(plain, position - len(word), word, meaning)
                break
    return core, comparator


def hedges(word: str, before: str) -> bool:
    """Tell whether a word that ends in 约 or 过 hedges behind a character: not in 签约500户, 办过5场."""
    if word == ABOUT:
        return before not in ENDS_IN_ABOUT
    return word != PASSED or before in PASSES


def with_negation(plain: str, start: int, word: str, meaning: Comparator) -> tuple[int, Comparator]:
    """Return where a hedge starts and what it says, turned round by a negation before it: 没有超过, 未突破."""
    if start and plain[start - 1] in NEGATION_ENDS and meaning in OPPOSITES and word not in NEVER_DENIED:
        for negation in NEGATIONS:
            if plain.endswith(negation, 0, start):
                length = len(negation)
                return start - length, OPPOSITES[meaning]
    return start, meaning


def hedge_of_share(plain: str, start: int) -> Comparator:
    """Return what a hedge before 占 or a bound says of a share at `start`: 约占全国的三成, 不低于标准的90%."""
    first = max(0, start - LONGEST_SHARE)
    if plain.endswith("的", 0, start) and (bound := hedge_by(OF_BOUND, plain, first, start)) != "eq":
        return bound
    if plain.find("占", first, start) < 0:
        return "eq"
    return hedge_by(OF_SHARE, plain, first, start)


def hedge_of_times(plain: str, start: int) -> Comparator:
    """Return what a hedge before the thing compared says of so many times it: 约为全国平均水平的2倍."""
    return hedge_by(OF_TIMES, plain, max(0, start - LONGEST_SHARE), start) if plain.endswith("的", 0, start) else "eq"


def hedge_by(pattern: re.Pattern[str], plain: str, first: int, start: int) -> Comparator:
    """Return what the hedge of a pattern between two places says, `eq` where there is none."""
    hedge = pattern.search(plain, first, start)
    return hedge_before(plain, hedge.end("hedge"), "eq")[1] if hedge else "eq"


def hedge_after(plain: str, position: int, comparator: Comparator) -> tuple[int, Comparator, bool]:
    """Return the end, the comparator, and whether the words after the unit make it a threshold inside a noun."""
    if plain[position : position + 1] in HEDGE_STARTS:
        for word, meaning in AFTER.items():
            if plain.startswith(word, position):
                after = position + len(word)
                if word in TAKES_TAIL and THRESHOLD_TAIL.match(plain, after):
                    return after, meaning, True
                return after, meaning, False
    return position, comparator, False
