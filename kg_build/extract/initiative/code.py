"""Codes that name an initiative, and the counts in them: `“33618”体系`, `“6+3”产业`, `“415X”集群`, `“1+N+X”行动`.

A code is digits, with or without plus signs and an open N or X. Years and single figures are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["is_code", "splits_of"]

CODE = re.compile(
    r"""
      [1-9]\d{2,4}[A-Z]?                                # 33618, 415X
    | \d{1,3} (?:\+ (?:\d{1,3}|[NnXx]) )+ [A-Z]?        # 6+3, 10+9+4, 1+N+X
    """,
    re.VERBOSE,
)
YEAR = re.compile(r"(?:19|20)\d\d")


def is_code(text: str) -> bool:
    """Tell whether the whole text is a code.

    >>> is_code("6+3"), is_code("2025"), is_code("5G")
    (True, False, False)
    """
    text = text.replace(" ", "")
    return bool(CODE.fullmatch(text)) and not YEAR.fullmatch(text)


def splits_of(code: str) -> Iterator[tuple[int, ...]]:
    """Yield the counts that a code may stand for, those with fewer parts first.

    >>> list(splits_of("6+3"))
    [(6, 3)]
    >>> (3, 3, 6, 18) in splits_of("33618")
    True
    """
    if "+" in code:
        parts = [part for part in code.split("+") if part.isdigit()]
        if len(parts) > 1:
            yield tuple(map(int, parts))
        return
    digits = re.sub(r"\D", "", code)
    yield from sorted(cuts(digits), key=lambda counts: (len(counts), counts))


def cuts(digits: str) -> Iterator[tuple[int, ...]]:
    """Yield every way to read digits as counts of one or two figures, none with a leading nought."""
    if not digits:
        yield ()
        return
    for size in (1, 2):
        count = digits[:size]
        if len(count) == size and count[0] != "0":
            for rest in cuts(digits[size:]):
                yield (int(count), *rest)
