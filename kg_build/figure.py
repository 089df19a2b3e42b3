"""A figure in a text, and the words that hedge it on either side: 超200亿块, 400余项, 5%左右.

`50亿元以上项目` hedges nothing: the figure is a threshold inside a noun.
"""

from __future__ import annotations

import re
from decimal import Decimal

import msgspec

from kg_build.model import Comparator

__all__ = ["HEDGE_ENDS", "HEDGE_STARTS", "Figure", "hedge_after", "hedge_before"]

BEFORE: tuple[tuple[str, Comparator], ...] = (
    ("不低于", "gt"),
    ("不少于", "gt"),
    ("至少", "gt"),
    ("不超过", "lt"),
    ("最多", "lt"),
    ("至多", "lt"),
    ("不高于", "lt"),
    ("超过", "gt"),
    ("突破", "gt"),
    ("迈上", "gt"),
    ("跨上", "gt"),
    ("跨过", "gt"),
    ("站上", "gt"),
    ("跨越", "gt"),
    ("越过", "gt"),
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
HEDGES = {word[-1]: tuple(pair for pair in BEFORE if pair[0][-1] == word[-1]) for word, _ in BEFORE}
FILLERS = ("达到", "达", "至", "到", "为", "了", "将", "是")
FILLER_ENDS = frozenset(word[-1] for word in FILLERS)
HEDGE_ENDS = FILLER_ENDS.union(HEDGES)
HEDGE_STARTS = frozenset(word[0] for word in AFTER)
ABOUT = "约"
ENDS_IN_ABOUT = frozenset("签节预契制履违")
"""What makes 约 part of a verb: 签约500户 is no 约500户."""

TAKES_TAIL = frozenset({"及以上", "以上", "以下"})
THRESHOLD_TAIL = re.compile(r"的?[一-鿿A-Za-z“]")


class Figure(msgspec.Struct, frozen=True, gc=False):
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


def hedge_before(plain: str, core: int, comparator: Comparator) -> tuple[int, Comparator]:
    """Return where the words that hedge a number start, and what they say; 达到 and the like may stand between."""
    last = plain[core - 1] if core else ""
    for word, meaning in HEDGES.get(last, ()):
        if plain.endswith(word, 0, core):
            if last == ABOUT and core > 1 and plain[core - 2] in ENDS_IN_ABOUT:
                return core, comparator
            return core - len(word), meaning
    if last in FILLER_ENDS:
        for filler in FILLERS:
            if plain.endswith(filler, 0, core):
                position = core - len(filler)
                for word, meaning in HEDGES.get(plain[position - 1], ()) if position else ():
                    if plain.endswith(word, 0, position):
                        return position - len(word), meaning
                break
    return core, comparator


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
