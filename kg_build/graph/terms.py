"""Literals and IRIs as N-Triples writes them, and the keys that IRIs are hashed from.

`literal("轴承", "zh")` is `"轴承"@zh`; `resource("region", "500000")` is `<https://w3id.org/cnip/id/region/500000>`.
IRIs are ASCII, and the same thing always has the same one: the names of things are those that `identity` gives them, so
that `“满园春”行动计划` and `满园春行动计划` are one initiative.
"""

from __future__ import annotations

import functools
import hashlib
import re
from decimal import Decimal
from itertools import compress
from typing import get_args
from urllib.parse import quote

import msgspec

from kg_build.identity.name import canonical_name
from kg_build.model import Component, Initiative, InitiativeName, Statement
from kg_build.namespaces import ID, expand

__all__ = [
    "canonical_name",
    "choices",
    "code_slug",
    "decimal_text",
    "digest",
    "literal",
    "predicate",
    "resource",
    "statement_iri",
    "statement_key",
    "term",
    "typed",
    "web_iri",
]

FIELD, ITEM, PART, MEMBER = "\x1f\x1e\x1d\x1c"
"""Separators of a key, from the outermost inwards."""

ESCAPES = {
    **{code: f"\\u{code:04X}" for code in (*range(0x20), *range(0x7F, 0xA0), 0x2028, 0x2029, 0xFFFE, 0xFFFF)},
    **{ord(character): f"\\{name}" for character, name in zip('\b\t\n\f\r"\\', 'btnfr"\\', strict=True)},
}
"""What canonical N-Triples escapes, and what any tool might take for a line end."""

CODE = re.compile(r"[0-9A-Za-z][0-9A-Za-z+._-]*")
NOT_IN_KEY = {"evidence", "raw"}
"""Where a statement stands, and how its figure is written there."""
SELDOM = ["", ""]
"""The last fields of an initiative, short forms and what it is a part of, where a text gives none."""
KEPT = {kind: [name not in NOT_IN_KEY for name in kind.__struct_fields__] for kind in Statement.__subclasses__()}
PATH = re.compile(r"[0-9A-Za-z+._~/-]*")
NOT_IN_IRI = re.compile(r"[^!#$%&'()*+,./0-9:;=?@A-Z_a-z~\[\]-]")


def literal(text: str, language: str = "") -> str:
    """Return a literal, plain or with its language."""
    if '"' in text or "\\" in text or not text.isprintable():
        text = text.translate(ESCAPES)
    return f'"{text}"@{language}' if language else f'"{text}"'


def typed(text: str, datatype: str) -> str:
    """Return a literal of a datatype that is given by its prefixed name; `text` needs no escapes."""
    return f'"{text}"^^<{expand(datatype)}>'


def term(curie: str) -> str:
    """Return the IRI of a prefixed name in angle brackets."""
    return f"<{expand(curie)}>"


def predicate(curie: str) -> str:
    """Return the IRI of a prefixed name as it stands between subject and object, blanks included."""
    return f" <{expand(curie)}> "


def resource(kind: str, key: str) -> str:
    """Return the IRI of a resource of ours; `kind` is the path below `id/`, `key` the rest."""
    return f"<{ID}{kind}/{key if PATH.fullmatch(key) else quote(key, safe='+/')}>"


def choices(curie: str, kind: str, values: object) -> dict[str, str]:
    """Return, for each value of a `Literal` type, a property with the concept of the code list that stands for it."""
    return {value: predicate(curie) + resource(kind, value) for value in get_args(values)}


def web_iri(address: str) -> str:
    """Return a web address as an IRI, percent-encoded where it must be, or as a literal where it is none."""
    if not address.startswith(("http://", "https://")) or any(map(str.isspace, address)):
        return literal(address)
    return f"<{NOT_IN_IRI.sub(lambda character: quote(character[0]), address)}>"


def digest(*fields: str) -> str:
    """Return the hash that names what `fields` say: 16 hexadecimal digits of SHA-256."""
    return hashlib.sha256(FIELD.join(fields).encode()).hexdigest()[:16]


def code_slug(code: str) -> str:
    """Return an initiative's code as its IRI ends (20+5, 415X), or a hash where it is no plain ASCII code."""
    return code if CODE.fullmatch(code) else f"c-{digest(code)}"


@functools.lru_cache(maxsize=4096)
def decimal_text(value: Decimal) -> str:
    """Return the canonical form of xsd:decimal: no exponent, no trailing zero, no sign on zero."""
    text = format(value, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in {"-0", ""} else text


def statement_key(statement: Statement) -> str:
    """Return what a statement says as one string: its kind and every field but evidence and figure as written.

    Statements with one key are the same statement, whatever text they come from; `assemble` unites by the same fields.
    """
    values = compress(msgspec.structs.astuple(statement), KEPT[type(statement)])
    fields = [value if value.__class__ is str else field_text(value) for value in values]
    if statement.__class__ is Initiative and fields[-len(SELDOM) :] == SELDOM:
        del fields[-len(SELDOM) :]
    return FIELD.join((type(statement).__name__, *fields))


def field_text(value: object) -> str:
    """Return a field of a statement as its key writes it; what is unknown is empty."""
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return decimal_text(value)
    if isinstance(value, tuple):
        return ITEM.join(map(field_text, value))
    if isinstance(value, Component):
        return PART.join((field_text(value.count), value.label, MEMBER.join(value.members)))
    if isinstance(value, InitiativeName):
        return value.code or value.name
    return str(value)


def statement_iri(statement: Statement) -> str:
    """Return the IRI of a statement in angle brackets: the same for all texts that say the same."""
    return f"<{ID}statement/{digest(statement_key(statement))}>"
