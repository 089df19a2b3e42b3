"""What no shape can say of a document's graph: its passages stand in its text, and no period ends before it starts.

    source:jiangzhou#char=12,22  oa:exact  The quote is not what the text has at these offsets; build the output again

SHACL's engines do not order months alike, take no IRI apart and see no files.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pyoxigraph

from kg_build.graph.terms import resource
from kg_build.namespaces import expand
from kg_build.validate.engines import Finding
from kg_build.validate.graphs import names_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from kg_build.validate.report import Language

__all__ = ["judge_passages"]

EXACT, START, END = map(expand, ("oa:exact", "oa:start", "oa:end"))
FIRST, LAST = expand("cnip:periodStart"), expand("cnip:periodEnd")
WANTED = frozenset(f"<{iri}>" for iri in (EXACT, START, END, FIRST, LAST))
EVIDENCE, PERIOD = expand("cnip:EvidenceShape"), expand("cnip:PeriodShape")
SOURCE = resource("source", "")[1:-1]
MARK = "#char="
MESSAGES: dict[str, dict[Language, str]] = {
    "offsets": {
        "zh": "证据的起止与其IRI不符；IRI只由graph生成，请勿手写",
        "en": "The start and end of evidence are not those of its IRI; IRIs are made by kg_build.graph alone",
    },
    "quote": {
        "zh": "引文与文本在该处的文字不符；文本可能被改动，请重新构建",
        "en": "The quote is not what the text has at its offsets; it may have been changed, build the output again",
    },
    "text": {
        "zh": "输出中没有引文所出的文本；请重新构建",
        "en": "The output does not have the text that the quote stands in; build the output again",
    },
    "months": {
        "zh": "时段的首月晚于末月；请检查时段的解读",
        "en": "The start of a period lies after its end; check how the period was read",
    },
}


def judge_passages(lines: Sequence[str], texts: Path | None, language: Language) -> Iterator[Finding]:
    """Yield what is wrong with the months and passages of a document's graph; `texts` has the texts as read, or none.

    What lacks a property, or has one of the wrong form, is left to the shapes.
    """
    told: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    wanted = "".join(line for line in lines if names_of(line)[1] in WANTED)
    for quad in pyoxigraph.parse(wanted, format=pyoxigraph.RdfFormat.N_QUADS):
        if isinstance(quad.subject, pyoxigraph.NamedNode) and isinstance(quad.object, pyoxigraph.Literal):
            told[quad.subject.value][quad.predicate.value].add(quad.object.value)
    read: dict[str, str | None] = {}
    for subject, properties in sorted(told.items()):
        for first in sorted(properties[FIRST]):
            if any(len(first) == len(last) and first > last for last in properties[LAST]):
                yield finding(subject, FIRST, first, "months", PERIOD, language)
        source, mark, place = subject.partition(MARK)
        if not mark:
            continue
        start, _, end = place.partition(",")
        if (properties[START], properties[END]) != ({start}, {end}):
            if properties[START] and properties[END]:
                yield finding(subject, START, min(properties[START]), "offsets", EVIDENCE, language)
        elif texts and properties[EXACT]:
            if source not in read:
                read[source] = text_of(texts, source)
            text = read[source]
            if text is None:
                yield finding(subject, EXACT, min(properties[EXACT]), "text", EVIDENCE, language)
            elif not (start.isdecimal() and end.isdecimal()) or {text[int(start) : int(end)]} != properties[EXACT]:
                yield finding(subject, EXACT, min(properties[EXACT]), "quote", EVIDENCE, language)


def text_of(texts: Path, source: str) -> str | None:
    """Return the text of a source as it was read, None where there is none."""
    key = unquote(source.removeprefix(SOURCE))
    try:
        with (texts / f"{key}.txt").open(encoding="utf-8", newline="") as file:
            return file.read()
    except (OSError, ValueError):
        return None


def finding(focus: str, path: str, value: str, what: str, shape: str, language: Language) -> Finding:
    """Return a violation."""
    return Finding(focus, path, value, MESSAGES[what][language], "Violation", shape)
