"""RDF terms as people write and read them: `"低空经济"`, `2024`, `"2025"^^xsd:gYear`, `region:500000`.

Values that come from outside become terms here, never text of a query; what a term says is read from its string form
by the engine alone.
"""

from __future__ import annotations

import re
from typing import TypeAlias

import pyoxigraph
from pyoxigraph import Literal, NamedNode

from kg_build.errors import UsageError
from kg_build.namespaces import PREFIXES, expand

__all__ = ["Term", "is_words", "local_name", "parse_terms", "plain_value", "term_like", "term_text"]

Term: TypeAlias = pyoxigraph.NamedNode | pyoxigraph.BlankNode | pyoxigraph.Literal | pyoxigraph.Triple

XSD = PREFIXES["xsd"]
TERM = re.compile(
    r"""
      "(?P<text>[^"\\]*)" (?: @(?P<language>[A-Za-z-]+) | \^\^(?P<datatype>[\w-]+:\w+) )?
    | (?P<number>-?\d+(?P<fraction>\.\d+)?)
    | <(?P<iri>[^<>\s]+)>
    | (?P<curie>[A-Za-z][\w-]*:[^\s]*)
    """,
    re.VERBOSE,
)
FORMS = {
    XSD + "integer": ("a whole number", re.compile(r"[-+]?\d+", re.ASCII)),
    XSD + "decimal": ("a number", re.compile(r"[-+]?\d+(?:\.\d+)?", re.ASCII)),
    XSD + "gYear": ("a year", re.compile(r"\d{4}", re.ASCII)),
    XSD + "gYearMonth": ("a month YYYY-MM", re.compile(r"\d{4}-(?:0[1-9]|1[0-2])", re.ASCII)),
}
"""The datatypes of parameters: what they are called, and what they look like."""
INTEGERS = frozenset({XSD + "integer", XSD + "nonNegativeInteger", XSD + "positiveInteger", XSD + "int", XSD + "long"})
NUMBERS = frozenset({XSD + "decimal", XSD + "double", XSD + "float"})
JSON_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?", re.ASCII)


def parse_terms(text: str, place: str) -> list[Literal | NamedNode]:
    """Return the terms that a query's `VALUES` block holds. Raises UsageError, naming the place, where it is none."""
    terms, at = [], 0
    for match in TERM.finditer(text):
        if text[at : match.start()].strip():
            break
        terms.append(term_of(match, place))
        at = match.end()
    if not terms or text[at:].strip():
        raise UsageError(f"{place}: `{text}` is not a list of literals, numbers or IRIs")
    return terms


def term_of(match: re.Match[str], place: str) -> Literal | NamedNode:
    """Return the term that was matched."""
    if match["number"]:
        return Literal(match["number"], datatype=NamedNode(XSD + ("decimal" if match["fraction"] else "integer")))
    if match["iri"] or match["curie"]:
        return named_node(match["iri"] or match["curie"], place)
    if match["language"]:
        return Literal(match["text"], language=match["language"])
    if match["datatype"]:
        return Literal(match["text"], datatype=named_node(match["datatype"], place))
    return Literal(match["text"])


def term_like(default: Literal | NamedNode, value: str, param: str) -> Literal | NamedNode:
    """Return a value as a term of the default's sort.

    Raises: UsageError where the value cannot be of that sort.
    """
    if isinstance(default, NamedNode):
        return named_node(value.removeprefix("<").removesuffix(">"), f"--param {param}={value}")
    if default.language:
        return Literal(value, language=default.language)
    datatype = default.datatype
    if datatype.value in FORMS:
        what, form = FORMS[datatype.value]
        if not form.fullmatch(value):
            raise UsageError(f"--param {param}={value}: expected {what}")
    return Literal(value, datatype=datatype)


def named_node(text: str, place: str) -> NamedNode:
    """Return an IRI given in full or with a prefix of ours. Raises UsageError, naming the place, where it is none."""
    prefix, colon, rest = text.partition(":")
    try:
        return NamedNode(expand(text) if colon and prefix in PREFIXES and not rest.startswith("//") else text)
    except ValueError as error:
        raise UsageError(f"{place}: expected an IRI, or a name with a known prefix as in region:500000") from error


def local_name(term: Term | None) -> str:
    """Return the last part of one of our IRIs (`target` of `status:target`), empty for any other term."""
    return term.value.rpartition("/")[2] if isinstance(term, NamedNode) else ""


def term_text(term: Term | None) -> str:
    """Return a term as text: the IRI or the literal's own, empty where unbound."""
    if term is None:
        return ""
    return term.value if isinstance(term, NamedNode | Literal) else str(term)


def is_words(term: Term | None) -> bool:
    """Tell whether a term is words: a literal with no datatype but a string's."""
    return isinstance(term, Literal) and (bool(term.language) or term.datatype.value == XSD + "string")


def plain_value(term: Term | None) -> str | int | float | bool | None:
    """Return a term as JSON has it: numbers and truth values as such, everything else as text."""
    if term is None:
        return None
    if isinstance(term, Literal):
        datatype = term.datatype.value
        if datatype in INTEGERS and term.value.lstrip("+-").isdecimal():
            return int(term.value)
        if datatype in NUMBERS and JSON_NUMBER.fullmatch(term.value):
            number = float(term.value)
            return int(number) if number.is_integer() and abs(number) < 1 << 53 else number
        if datatype == XSD + "boolean":
            return term.value in {"true", "1"}
    return term_text(term)
