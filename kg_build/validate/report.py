"""What a validation finds: results in an order that never changes, and the words for people.

    violation  statement:00c1…  cnip:evidence
        A statement must rest on at least one piece of evidence; check that its rule quotes the text
        graph:jiangzhou  cnip:StatementShape

A warning is reported and does not make a graph invalid.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import msgspec

from kg_build.printable import one_line, printable

__all__ = ["Language", "ValidationReport", "ValidationResult", "report_lines"]

Language = Literal["zh", "en"]

WORDS = {
    "zh": {
        "Violation": "错误",
        "Warning": "警告",
        "Info": "提示",
        "value": "所得的值：{}",
        "quote": "原文：“{}”",
        "place": "位置：{}（{}）",
        "conforms": "符合全部约束：{graphs} 个图，{triples} 条三元组，{warnings} 条警告。",
        "fails": "不符合约束：{violations} 处错误，{warnings} 条警告；{graphs} 个图，{triples} 条三元组。",
    },
    "en": {
        "Violation": "violation",
        "Warning": "warning",
        "Info": "note",
        "value": "found: {}",
        "quote": "text: “{}”",
        "place": "in {} ({})",
        "conforms": "Every shape is met: {graphs} graphs, {triples} triples, {warnings} warnings.",
        "fails": "Shapes not met: {violations} violations, {warnings} warnings; {graphs} graphs, {triples} triples.",
    },
}


class ValidationResult(msgspec.Struct, frozen=True, order=True):
    """One finding. IRIs are prefixed names where a prefix fits; `path` and `value` are empty where there is none.

    `quotes` are the passages that the focus rests on, or that speak of it.
    """

    focus: str
    path: str
    value: str
    message: str
    severity: str
    shape: str
    graph: str
    quotes: tuple[str, ...] = ()


class ValidationReport(msgspec.Struct, frozen=True):
    """All findings, sorted, and how much was looked at."""

    results: tuple[ValidationResult, ...]
    graphs: int
    triples: int

    @property
    def violations(self) -> int:
        """The number of findings that make the graph invalid."""
        return sum(result.severity == "Violation" for result in self.results)

    @property
    def conforms(self) -> bool:
        """Whether the graph is valid; warnings do not count."""
        return not self.violations


def report_lines(report: ValidationReport, language: Language = "en") -> Iterator[str]:
    """Yield the report as text: per finding what, where, which text and what to look at; the sum of it last."""
    words = WORDS[language]
    for result in report.results:
        yield printable(f"{words[result.severity]}  {result.focus}  {result.path}".rstrip())
        yield f"    {result.message}"
        if result.value and result.value != result.focus:
            yield "    " + words["value"].format(one_line(result.value))
        for quote in result.quotes:
            yield "    " + words["quote"].format(one_line(quote))
        yield "    " + words["place"].format(result.graph, result.shape)
    yield words["conforms" if report.conforms else "fails"].format(
        graphs=report.graphs,
        triples=report.triples,
        violations=report.violations,
        warnings=sum(result.severity == "Warning" for result in report.results),
    )
