"""The shares of three sectors, written as a ratio: 三次产业结构调整为7:40:53.

Three numbers with colons between them are the shares of primary, secondary and tertiary industry where the words before
them speak of three and they add up to 100; a time of day (10:30:25) or a scale does not. Each is a figure in percent.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from kg_build.figure import Figure

__all__ = ["SIGN_OF_THREE", "find_three_shares", "sector_of"]

SHARE = r"\d{1,2}(?:\.\d{1,2})?"
THREE = re.compile(rf"(?<![\d.:])(?P<a>{SHARE}):(?P<b>{SHARE}):(?P<c>{SHARE})%?(?![\d:])")
SIGN_OF_THREE = ":"
SECTORS = re.compile(r"(?:三次|[一二]、?[二三]、?三次?)产业[^。;]*$")
FAR = 60
"""Characters before the shares within which their whole is named."""

WHOLE = Decimal(100)
ROUNDING = Decimal("0.3")
"""How far from 100 three rounded shares may add up; a typing error in a text lies further off."""


def find_three_shares(plain: str, start: int, end: int) -> Iterator[Figure]:
    """Yield the three figures of each such ratio in `plain[start:end]`, in their order."""
    for match in THREE.finditer(plain, start, end):
        shares = [(match.start(name), match.end(name), Decimal(match[name])) for name in "abc"]
        named = SECTORS.search(plain, max(0, match.start() - FAR), match.start())
        if named is None or abs(sum(share for _, _, share in shares) - WHOLE) > ROUNDING:
            continue
        for first, last, share in shares:
            yield Figure(first, first, last, share, "%", "eq", "percent", plain[first:last])


def sector_of(figure: Figure, plain: str) -> str:
    """Return the indicator of a share that is one of three, an empty string for any other figure."""
    if figure.form != "percent" or not figure.raw.replace(".", "").isdigit():
        return ""
    follows, leads = plain[figure.start - 1] == SIGN_OF_THREE, plain[figure.end : figure.end + 1] == SIGN_OF_THREE
    if not (follows or leads):
        return ""
    return f"第{'一' if not follows else '二' if leads else '三'}产业占生产总值比重"
