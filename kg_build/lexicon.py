"""The curated words of the project, loaded once: what a concept is called, and what must not be read as it.

A concept owns its labels (`skos:prefLabel`, `skos:altLabel`, `skos:hiddenLabel`) and the forms that mislead
(`cnip:notLabel`). 云溪市 is also called 云溪; 云溪茶 is a tea and names nobody's city. A label that is listed among the
misleading forms too is known (`Lexicon.region_named` finds it) and never looked for in a text.

Input: `ontology/schemes/*.ttl`, `data/gazetteer/*.tsv`. Output: a `Lexicon`. Finding labels in a text is `match`.
"""

from __future__ import annotations

import csv
import functools
import operator
import unicodedata
from collections import defaultdict
from pathlib import Path

import msgspec
import pyoxigraph

from kg_build.errors import DataError
from kg_build.model import Region
from kg_build.namespaces import CNIP, ID, PREFIXES

__all__ = ["GAZETTEER", "SCHEMES", "Concept", "Lexicon", "load_lexicon", "normalize", "surface_forms"]

ROOT = Path(__file__).resolve().parent.parent
SCHEMES = ROOT / "ontology" / "schemes"
GAZETTEER = ROOT / "data" / "gazetteer"

SKOS = PREFIXES["skos"]
PREFIX_OF = {iri: prefix for prefix, iri in PREFIXES.items()}
LABELS = (SKOS + "prefLabel", SKOS + "altLabel", SKOS + "hiddenLabel")
NOT_LABEL = CNIP + "notLabel"
LABEL_LIKE = {*LABELS, NOT_LABEL}
ABBREVIATION = CNIP + "abbreviation"

SHORT_FORMS = (
    ("规上", "规模以上"),
    ("技改", "技术改造"),
    ("营收", "营业收入"),
    ("R&D", "研发"),
    ("全社会研发", "研发"),
    ("GDP", "地区生产总值"),
    ("的比重", "比重"),
    ("的比例", "比例"),
    ("台套", "台(套)"),
)
"""Other ways to write the same words, and the words as labels have them; applied in this order."""

OPENINGS = ("全省", "全市", "全区", "我省", "我市", "我区", "本市", "本省")
"""Words for the reporting region that may stand before an indicator."""

DROPPED = str.maketrans("", "", " \t\n\u3000“”\"'‘’「」『』《》")


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


class Lexicon(msgspec.Struct, frozen=True, kw_only=True):
    """Concepts of each scheme by key, regions as values, and the keys that normalised labels lead to."""

    regions: dict[str, Region]
    places: dict[str, Concept]
    industries: dict[str, Concept]
    indicators: dict[str, Concept]
    units: dict[str, Concept]
    names: dict[str, Concept]
    codes: dict[str, Concept]
    abbreviations: dict[str, Region]
    grounds: dict[str, dict[str, str]]

    def region_named(self, label: str) -> Region | None:
        """Return the region of a full name, short name or area name; None for any other text."""
        return self.regions.get(self.grounds["regions"].get(normalize(label), ""))

    def ground_industry(self, text: str) -> str:
        """Return the key of the industry that a text names, or an empty string.

        A final 产业, 行业, 领域 or 业 makes no difference where the rest is a label.
        """
        ground = self.grounds["industries"]
        name = normalize(text)
        for ending in ("", "产业", "行业", "领域", "业"):
            if name.endswith(ending) and (key := ground.get(name.removesuffix(ending))):
                return key
        return ground.get(name + "产业", "") or ground.get(name + "业", "")

    def ground_indicator(self, text: str) -> str:
        """Return the key of the indicator that a text names, or an empty string.

        A leading 全省 or the like and a final 数 make no difference where the rest is a label.
        """
        ground = self.grounds["indicators"]
        name = normalize(text)
        for opening in OPENINGS:
            name = name.removeprefix(opening)
        for ending in ("", "数", "数量", "总数", "个数"):
            if name.endswith(ending) and (key := ground.get(name.removesuffix(ending))):
                return key
        return ground.get(name + "数", "")

    def ground_unit(self, text: str) -> str:
        """Return the key of a unit as written without its multiplier (元, 个百分点), or an empty string."""
        return self.grounds["units"].get(normalize(text), "")


def normalize(text: str) -> str:
    """Return the form under which labels are compared: NFKC, no blanks or quote marks, short forms written out."""
    text = unicodedata.normalize("NFKC", text).translate(DROPPED)
    for short, full in SHORT_FORMS:
        text = text.replace(short, full)
    return text


def surface_forms(label: str) -> tuple[str, ...]:
    """Return a label and the other ways to write it: with short forms, and without quote marks."""
    forms = [label, label.translate(DROPPED)]
    for short, full in SHORT_FORMS:
        if full in label:
            forms += [form.replace(full, short) for form in forms if short not in form]
    return tuple(dict.fromkeys(forms))


def read_scheme(path: Path) -> dict[str, Concept]:
    """Return the concepts of a Turtle file by key; the scheme's own description is not among them.

    A file of several schemes (the code lists) has keys like `status/target`.

    Raises: DataError with file and line where the Turtle is malformed.
    """
    facts: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    english: dict[str, str] = {}
    try:
        for subject, predicate, value, _ in pyoxigraph.parse(path=str(path), format=pyoxigraph.RdfFormat.TURTLE):
            facts_of = facts[subject.value]
            if isinstance(value, pyoxigraph.Literal) and value.language == "en":
                if predicate.value == LABELS[0]:
                    english[subject.value] = value.value
            else:
                facts_of[predicate.value].append(value.value)
    except SyntaxError as error:
        message = f"{path.name}:{error.lineno}: {error.msg}"
        raise DataError(message) from error
    subjects = [iri for iri in facts if not iri.startswith(ID + "scheme/")]
    several = len({iri.rpartition("/")[0] for iri in subjects}) > 1
    keys = {iri: iri.removeprefix(ID) if several else local(iri) for iri in subjects}
    concepts = (as_concept(keys[iri], facts[iri], english.get(iri, ""), path) for iri in subjects)
    return {concept.key: concept for concept in sorted(concepts, key=operator.attrgetter("key"))}


def as_concept(key: str, properties: dict[str, list[str]], english: str, path: Path) -> Concept:
    """Return the concept that a block of a scheme file describes."""
    preferred = properties.get(LABELS[0], [])
    if len(preferred) != 1:
        message = f"{path.name}: {key} has {len(preferred)} preferred labels in Chinese, not one"
        raise DataError(message)
    return Concept(
        key=key,
        pref_zh=preferred[0],
        pref_en=english,
        labels=tuple(label for kind in LABELS for label in properties.get(kind, [])),
        not_labels=tuple(properties.get(NOT_LABEL, [])),
        broader="".join(properties.get(SKOS + "broader", [])[:1]).rsplit("/", 1)[-1],
        properties={
            shorten(name): tuple(map(local, values)) for name, values in properties.items() if name not in LABEL_LIKE
        },
    )


def as_region(concept: Concept) -> Region:
    """Return the region that a concept of the region scheme stands for."""
    properties = concept.properties
    return Region(
        key=concept.key,
        name=concept.pref_zh,
        code="".join(properties.get("skos:notation", ())[:1]),
        level="".join(properties.get("cnip:level", ())[:1]),
        parent=concept.broader,
        members=properties.get("dcterms:hasPart", ()),
    )


def read_names(folder: Path) -> dict[str, Concept]:
    """Return the named individuals of the gazetteer by `file stem:key`.

    A row is one form: columns `key`, `label`, `status` (preferred, alternative, hidden, not) and any others, which
    become properties of the individual.
    """
    rows: dict[str, list[dict[str, str]]] = defaultdict(list)
    for path in sorted(folder.glob("*.tsv")):
        with path.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t"):
                rows[f"{path.stem}:{row['key']}"].append(row)
    names = {}
    for key, forms in sorted(rows.items()):
        preferred = [row["label"] for row in forms if row["status"] == "preferred"]
        if len(preferred) != 1:
            message = f"{key}: {len(preferred)} preferred labels, not one"
            raise DataError(message)
        others = [row["label"] for row in forms if row["status"] in {"alternative", "hidden"}]
        names[key] = Concept(
            key=key,
            pref_zh=preferred[0],
            pref_en=next((row["en"] for row in forms if row.get("en")), ""),
            labels=(*preferred, *others),
            not_labels=tuple(row["label"] for row in forms if row["status"] == "not"),
            properties={
                column: tuple(dict.fromkeys(row[column] for row in forms if row[column]))
                for column in forms[0]
                if column not in {"key", "label", "status", "en"}
            },
        )
    return names


def ground(concepts: dict[str, Concept], scheme: str) -> dict[str, str]:
    """Return the key that each normalised label of a scheme leads to.

    Raises: DataError where two concepts of the scheme share a label.
    """
    keys: dict[str, str] = {}
    for concept in concepts.values():
        for label in concept.labels:
            name = normalize(label)
            if keys.setdefault(name, concept.key) != concept.key:
                message = f"{scheme}: {label} is a label of both {keys[name]} and {concept.key}"
                raise DataError(message)
    return keys


@functools.cache
def shorten(iri: str) -> str:
    """Return the prefixed name of an IRI, or the IRI where no prefix of ours fits."""
    cut = max(iri.rfind("/"), iri.rfind("#")) + 1
    prefix = PREFIX_OF.get(iri[:cut])
    return f"{prefix}:{iri[cut:]}" if prefix else iri


def local(value: str) -> str:
    """Return the last part of an IRI of our own; any other value as it is."""
    return value.rsplit("/", 1)[-1] if value.startswith(ID) else value


def read_lexicon(schemes: Path, gazetteer: Path) -> Lexicon:
    """Return the lexicon of a folder of schemes and a folder of gazetteer files; a scheme that is absent is empty.

    Raises: DataError where the files contradict themselves.
    """
    files = {path.stem: read_scheme(path) for path in sorted(schemes.glob("*.ttl"))}
    places = files.get("regions", {})
    regions = {key: as_region(concept) for key, concept in places.items()}
    names = read_names(gazetteer)
    tables = {scheme: files.get(scheme, {}) for scheme in ("regions", "industries", "indicators", "units")}
    return Lexicon(
        regions=regions,
        places=places,
        industries=tables["industries"],
        indicators=tables["indicators"],
        units=tables["units"],
        names=names,
        codes=files.get("codes", {}),
        abbreviations={
            character: regions[key]
            for key, concept in places.items()
            for character in concept.properties.get("cnip:abbreviation", ())
        },
        grounds={scheme: ground(concepts, scheme) for scheme, concepts in tables.items()}
        | {"names": ground(names, "names")},
    )


@functools.cache
def load_lexicon() -> Lexicon:
    """Return the project's lexicon, read once in a process."""
    return read_lexicon(SCHEMES, GAZETTEER)
