"""What is found: an industry in a clause, by which name and which rule.

`激光` in `培育激光产业` is the span 激光, the name 激光, the concept `lasers` and the rule that read it.
"""

from __future__ import annotations

import msgspec

from kg_build.confidence import measured
from kg_build.model import Role, Rule, Span

__all__ = ["FORMED", "LABEL", "LISTED", "PAIRED", "RULES", "Found", "start_of", "text_of"]

LABEL = measured("industry.label", "A label of the industry scheme with its modifiers", "产业表中的名称及其修饰语")
LISTED = measured("industry.list", "Members of a list that 等…产业 closes", "“等…产业”之前的并列成分")
PAIRED = measured("industry.pair", "Two fields in one: “光伏+农业”应用", "两个领域的结合:“光伏+农业”应用")
FORMED = measured(
    "industry.form",
    "A field that only its place names: 国家…技术创新中心, …加工基地",
    "仅由所处位置表明的领域:国家…技术创新中心、…加工基地",
)

RULES: tuple[Rule, ...] = (LABEL, LISTED, PAIRED, FORMED)


class Found(msgspec.Struct, frozen=True):
    """An industry in a clause: the span of its name, how it is called, and what found it.

    `otherwise` is the role where neither the clause nor what stands before it gives one.
    """

    start: int
    end: int
    name: str
    concept: str
    rule: Rule
    role: Role | None = None
    otherwise: Role = "general"

    def meets(self, start: int, end: int) -> bool:
        """Tell whether the name shares characters with `start`..`end`."""
        return start < self.end and self.start < end


def start_of(found: Found) -> int:
    """Return where a find starts, to sort by."""
    return found.start


def text_of(plain: str, span: Span) -> str:
    """Return the text of a span."""
    return plain[span.start : span.end]
