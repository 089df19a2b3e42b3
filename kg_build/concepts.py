"""Concepts as the curated files describe them: blocks of Turtle (SKOS) and rows of tab-separated values.

A block such as

    region:990100
        a cnip:Region, skos:Concept ;
        skos:prefLabel "云溪市"@zh, "Yunxi"@en ;
        skos:altLabel "云溪"@zh ;
        cnip:notLabel "云溪茶"@zh .

becomes a `Concept` with two labels and a form that misleads. What the labels are good for is `lexicon`'s affair.
"""

from __future__ import annotations

import functools
import operator
from collections import defaultdict
from itertools import zip_longest
from typing import TYPE_CHECKING

import msgspec
import pyoxigraph

from kg_build.errors import DataError
from kg_build.identity.ledger import LEDGER
from kg_build.namespaces import CNIP, ID, PREFIXES

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["Concept", "read_gazetteer", "read_scheme"]

SKOS = PREFIXES["skos"]
PREFERRED = SKOS + "prefLabel"
LABELS = (PREFERRED, SKOS + "altLabel", SKOS + "hiddenLabel")
NOT_LABEL = CNIP + "notLabel"
BROADER = SKOS + "broader"
NAMES = {*LABELS, NOT_LABEL}
NAMED = {*NAMES, BROADER}
"""Properties that a `Concept` has a field for."""

UNUSED = {SKOS + "inScheme", SKOS + "definition", PREFIXES["rdf"] + "type"}
"""Properties of every block that no stage asks for; passed over, since loading should be quick."""

PREFIX_OF = {iri: prefix for prefix, iri in PREFIXES.items()}

GAZETTEER_COLUMNS = {"key", "label", "status"}
STATUSES = {"preferred", "alternative", "hidden", "not"}


class Concept(msgspec.Struct, frozen=True, kw_only=True):
    """A concept of a scheme. `labels` are preferred, alternative and hidden ones in Chinese, in that order.

    `properties` holds every other property by its prefixed name: `{"cnip:usualUnit": ("yuan",)}`; of an IRI in our
    own namespace it keeps the last part, of a literal the text.
    """

    key: str
    pref_zh: str
    pref_en: str = ""
    labels: tuple[str, ...] = ()
    not_labels: tuple[str, ...] = ()
    broader: str = ""
    properties: dict[str, tuple[str, ...]] = {}


def read_scheme(path: Path) -> dict[str, Concept]:
    """Return the concepts of a Turtle file by key; the scheme's own description is not among them.

    A file of several schemes (the code lists) has keys like `status/target`.

    Raises: DataError with file and line where the Turtle is malformed or a concept lacks its one Chinese label.
    """
    facts: dict[str, dict[str, list[str]]] = defaultdict(dict)
    english: dict[str, str] = {}
    try:
        for subject, predicate, value, _ in pyoxigraph.parse(path=str(path), format=pyoxigraph.RdfFormat.TURTLE):
            name = predicate.value
            if name in UNUSED:
                continue
            if name in NAMES and getattr(value, "language", "zh") != "zh":
                if name == PREFERRED:
                    english[subject.value] = value.value
            else:
                facts[subject.value].setdefault(name, []).append(value.value)
    except SyntaxError as error:
        raise DataError(f"{path.name}:{error.lineno}: {error.msg}") from error
    subjects = [iri for iri in facts if not iri.startswith(ID + "scheme/")]
    several = len({iri.rpartition("/")[0] for iri in subjects}) > 1
    keys = {iri: iri.removeprefix(ID) if several else local(iri) for iri in subjects}
    concepts = (as_concept(keys[iri], facts[iri], english.get(iri, ""), path) for iri in subjects)
    return {concept.key: concept for concept in sorted(concepts, key=operator.attrgetter("key"))}


def as_concept(key: str, properties: dict[str, list[str]], english: str, path: Path) -> Concept:
    """Return the concept that a block of a scheme file describes."""
    preferred = properties.get(PREFERRED, [])
    if len(preferred) != 1:
        raise DataError(f"{path.name}: {key} has {len(preferred)} preferred labels in Chinese, not one")
    return Concept(
        key=key,
        pref_zh=preferred[0],
        pref_en=english,
        labels=tuple(label for kind in LABELS for label in properties.get(kind, ())),
        not_labels=tuple(properties.get(NOT_LABEL, ())),
        broader=local(next(iter(properties.get(BROADER, ())), "")),
        properties={shorten(name): tuple(map(local, properties[name])) for name in properties if name not in NAMED},
    )


def read_gazetteer(folder: Path) -> dict[str, Concept]:
    """Return the named individuals of a folder of tables, by `file stem:key`.

    A row is one form: columns `key`, `label`, `status` (preferred, alternative, hidden, not); other columns become
    properties of the individual. Lines that start with `#` are comments. The ledger of identities is no such table.

    Raises: DataError with file and line of a row that is not complete.
    """
    forms: dict[str, list[dict[str, str]]] = defaultdict(list)
    for path in sorted(set(folder.glob("*.tsv")) - {folder / LEDGER}):
        for number, row in table_rows(path):
            if row["status"] not in STATUSES or not row["key"] or not row["label"]:
                raise DataError(f"{path.name}:{number}: a form needs a key, a label and a status of {sorted(STATUSES)}")
            forms[f"{path.stem}:{row['key']}"].append(row)
    return {key: as_individual(key, forms[key]) for key in sorted(forms)}


def table_rows(path: Path) -> list[tuple[int, dict[str, str]]]:
    """Return the rows of a tab-separated table with their line numbers."""
    lines = path.read_text("utf-8").splitlines()
    numbered = [(number, line) for number, line in enumerate(lines, 1) if line and not line.startswith("#")]
    if not numbered:
        return []
    header = numbered[0][1].split("\t")
    if not GAZETTEER_COLUMNS.issubset(header):
        raise DataError(f"{path.name}:{numbered[0][0]}: the columns must include {sorted(GAZETTEER_COLUMNS)}")
    return [(number, dict(zip_longest(header, line.split("\t"), fillvalue=""))) for number, line in numbered[1:]]


def as_individual(key: str, forms: list[dict[str, str]]) -> Concept:
    """Return the individual that the rows of one key describe."""
    preferred = [row["label"] for row in forms if row["status"] == "preferred"]
    if len(preferred) != 1:
        raise DataError(f"{key}: {len(preferred)} preferred labels, not one")
    others = [row["label"] for row in forms if row["status"] in {"alternative", "hidden"}]
    return Concept(
        key=key,
        pref_zh=preferred[0],
        pref_en=next((row["en"] for row in forms if row.get("en")), ""),
        labels=(*preferred, *others),
        not_labels=tuple(row["label"] for row in forms if row["status"] == "not"),
        properties={
            column: tuple(dict.fromkeys(row[column] for row in forms if row[column]))
            for column in forms[0]
            if column not in GAZETTEER_COLUMNS and column != "en"
        },
    )


@functools.cache
def shorten(iri: str) -> str:
    """Return the prefixed name of an IRI, or the IRI where no prefix of ours fits."""
    cut = max(iri.rfind("/"), iri.rfind("#")) + 1
    prefix = PREFIX_OF.get(iri[:cut])
    return f"{prefix}:{iri[cut:]}" if prefix else iri


def local(value: str) -> str:
    """Return the last part of an IRI of our own; any other value as it is."""
    return value.rsplit("/", 1)[-1] if value.startswith(ID) else value
