"""Stage 8: the graph against its shapes. Input: the output folder of a build. Output: a `ValidationReport`.

    report = validate_output(Path("build"), lang="zh")
    report.conforms, list(report_lines(report, "zh"))

Each document's graph is judged together with what it names of the reference graph, which gives what judging all graphs
at once would give, in bounded memory.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Literal

from kg_build.errors import UsageError
from kg_build.graph.reference import ONTOLOGY
from kg_build.graph.terms import resource
from kg_build.namespaces import compact
from kg_build.output import is_output
from kg_build.store import distinct_triples
from kg_build.validate.engines import Engine, Finding, fast_engine, reference_engine
from kg_build.validate.graphs import Reference, names_of, read_graphs
from kg_build.validate.passages import judge_passages
from kg_build.validate.quotes import quotes_of
from kg_build.validate.report import Language, ValidationReport, ValidationResult, report_lines

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence
    from pathlib import Path

__all__ = ["SHAPES", "ValidationReport", "ValidationResult", "report_lines", "validate_output"]

SHAPES = ONTOLOGY.with_name("shapes.ttl")
ENGINES = {"shacl": fast_engine, "pyshacl": reference_engine}
REFERENCE = resource("graph", "reference")[1:-1]


def validate_output(
    out: Path, engine: Literal["shacl", "pyshacl"] = "shacl", lang: Language = "en"
) -> ValidationReport:
    """Validate the graph of an output folder, its quotes against its texts; messages in `lang`.

    Raises: UsageError where there is no graph, or where it is not as `cnip build` writes it.
    """
    path = out / "graph.nq"
    if not path.is_file():
        raise UsageError(f"{out}: no graph.nq there; cnip build makes it")
    find = ENGINES[engine](SHAPES, lang)
    texts = out / "texts" if is_output(out) else None
    results: list[ValidationResult] = []
    graphs = 0
    try:
        parts = read_graphs(path, REFERENCE)
        _, lines = next(parts)
        reference = Reference(lines)
        known = judge(find, lines)
        results += results_of(known, REFERENCE, lines)
        graphs = 1
        for name, lines in parts:
            graphs += 1
            found = judge_document(find, lines, reference) - known
            found.update(judge_passages(lines, texts, lang))
            results += results_of(found, name, lines)
        with path.open("rb") as quads:
            triples = sum(1 for _ in distinct_triples(quads))
    except (ValueError, SyntaxError, OSError) as error:
        raise UsageError(f"{path}: cannot be read ({error})") from error
    if not triples:
        raise UsageError(f"{path}: empty")
    return ValidationReport(results=tuple(sorted(set(results))), graphs=graphs, triples=triples)


def judge(find: Engine, lines: Iterable[str]) -> set[Finding]:
    """Return what the engine finds in a graph."""
    return set(find("".join(lines)))


def judge_document(find: Engine, lines: Sequence[str], reference: Reference) -> set[Finding]:
    """Return what the engine finds in a document's graph, of the nodes that the document describes."""
    subjects: set[str] = set()
    names: set[str] = set()
    for line in lines:
        subject, _, value = names_of(line)
        subjects.add(subject)
        names.add(value)
    return {
        finding
        for finding in judge(find, chain(lines, reference.lines_for(subjects | names)))
        if f"<{finding.focus}>" in subjects
    }


def results_of(findings: Collection[Finding], graph: str, lines: Sequence[str]) -> Iterator[ValidationResult]:
    """Yield the results of a graph: findings with prefixed names and the passages behind them."""
    quotes = quotes_of(lines, {f"<{finding.focus}>" for finding in findings}) if findings else {}
    for finding in findings:
        yield ValidationResult(
            focus=compact(finding.focus),
            path=compact(finding.path),
            value=compact(finding.value),
            message=finding.message,
            severity=finding.severity,
            shape=compact(finding.shape),
            graph=compact(graph),
            quotes=quotes.get(f"<{finding.focus}>", ()),
        )
