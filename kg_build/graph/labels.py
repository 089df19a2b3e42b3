"""What a statement says in one line, for people: 江州市2025年（目标）：规模以上工业增加值（增速）6.5%.

The label of an observation is written from its value, not from the text, so that hedges and falls are seen: 超1000家,
（降幅）2%.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg_build.graph.terms import decimal_text
from kg_build.model import Observation

if TYPE_CHECKING:
    from decimal import Decimal

    from kg_build.model import Statement

__all__ = ["quantity_label", "statement_label"]

STATUS = {"actual": "", "estimate": "（预计）", "target": "（目标）"}
KIND = {
    "level": ("", ""),
    "growth": ("（增速）", "（降幅）"),
    "change": ("（增量）", "（减量）"),
    "share": ("（占比）", "（占比）"),
    "rank": ("（位次）", "（位次）"),
    "gap": ("（高出）", "（低于）"),
    "multiple": ("（倍数）", "（倍数）"),
    "intensity": ("（强度）", "（强度）"),
}
"""The sort of figure, for values of zero or more and for those below."""
COMPARATOR = {"eq": "", "gt": "超", "lt": "不足", "approx": "约"}
MULTIPLIERS = ((12, "万亿"), (8, "亿"), (4, "万"))
"""Powers of ten and their words."""
FALLING = frozenset({"growth", "change", "gap"})
MAXIMUM = 80


def statement_label(statement: Statement, what: str) -> str:
    """Return the label of a statement that says `what`, cut to 80 characters."""
    year = "" if statement.year is None else f"{statement.year}年"
    head = f"{statement.region}{year}{STATUS[statement.status]}"
    if isinstance(statement, Observation):
        sort = KIND[statement.kind][statement.value < 0]
        what = f"{statement.indicator}{sort}{quantity_label(statement)}"
    label = f"{head}：{what}" if head else what
    return label if len(label) <= MAXIMUM else label[: MAXIMUM - 1] + "…"


def quantity_label(observation: Observation) -> str:
    """Return the figure with its hedge and unit; the sign is left to the sort of figure that falls."""
    value, unit = observation.value, observation.unit
    falls = value < 0 and observation.kind in FALLING
    lower, upper = observation.lower, observation.upper
    if lower is not None and upper is not None:
        lower, upper = (-upper, -lower) if falls else (lower, upper)
        return f"{scaled(lower)}—{scaled(upper)}{unit}"
    if observation.kind == "rank":
        return f"{'前' if observation.comparator == 'lt' else '第'}{decimal_text(value)}{unit}"
    if falls:
        value = -value
    return f"{COMPARATOR[observation.comparator]}{scaled(value)}{unit}"


def scaled(value: Decimal) -> str:
    """Return a number with the greatest of 万亿, 亿 and 万 that it reaches."""
    for power, word in MULTIPLIERS:
        if value.adjusted() >= power:
            return decimal_text(value.scaleb(-power)) + word
    return decimal_text(value)
