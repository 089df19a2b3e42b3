"""Codes that name an initiative, and the counts in them: `“33618”体系`, `“6+3”产业`, `“415X”集群`, `“1+N+X”行动`.

A code is digits, with or without plus signs and an open N or X. Years and single figures are none.

Whether the parts that a text states are those of the code can be asked of a closed code only. In one with plus signs
each term counts a part (10+9+4: ten, nine, four); digits without signs are cut into counts of one or two figures in any
way that fits, since the writing does not tell 16 + 50 from 1 + 6 + 50. A code with an open part (415X, 1+N+X) says
itself that its parts may be any number: nothing agrees with it, nothing contradicts it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from kg_build.model import Agreement

__all__ = ["agreement_of", "is_code", "splits_of"]

CODE = re.compile(
    r"""
      [1-9]\d{2,4}[A-Z]?                                # 33618, 415X
    | \d{1,3} (?:\+ (?:\d{1,3}|[NnXx]) )+ [A-Z]?        # 6+3, 10+9+4, 1+N+X
    """,
    re.VERBOSE,
)
YEAR = re.compile(r"(?:19|20)\d\d")
OPEN = re.compile(r"[A-Za-z]")


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


def agreement_of(code: str, stated: Sequence[int | None]) -> Agreement | None:
    """Return how the counts of the parts that a text states agree with a code; None where it has an open part, or none.

    >>> agreement_of("6997", [6, 9, 9, 7]), agreement_of("6997", [6, 9, 9, 8]), agreement_of("6997", [6])
    ('agrees', 'contradicts', 'not-stated')
    >>> agreement_of("415X", [4, 15])
    """
    if not code or OPEN.search(code):
        return None
    counts = Counter(count for count in stated if count is not None)
    splits = [Counter(split) for split in splits_of(code)]
    if not splits:
        return None
    if counts in splits:
        return "agrees"
    return "not-stated" if any(counts <= split for split in splits) else "contradicts"
