"""The curated words of the project, loaded once: what a concept is called, and what must not be read as it.

A concept owns its labels (`skos:prefLabel`, `skos:altLabel`, `skos:hiddenLabel`) and the forms that mislead
(`cnip:notLabel`). 云溪市 is also called 云溪; 云溪茶 is a tea and names nobody's city. A label that is listed among the
misleading forms too is known (`Lexicon.region_named` finds it) and never looked for in a text.

Input: `ontology/schemes/*.ttl`, `data/gazetteer/*.tsv`. Output: a `Lexicon`. Finding labels in a text is `match`; which
names are one thing, `identities` knows.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from typing import TYPE_CHECKING

import msgspec

from kg_build.concepts import Concept, read_gazetteer, read_scheme
from kg_build.errors import DataError
from kg_build.identity import Identities, national_rows
from kg_build.identity.ledger import LEDGER, read_ledger, unlisted_key
from kg_build.model import Region
from kg_build.resources import resource

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["GAZETTEER", "SCHEMES", "Concept", "Lexicon", "load_lexicon", "normalize", "read_lexicon", "surface_forms"]

SCHEMES = resource("ontology", "schemes")
GAZETTEER = resource("data", "gazetteer")

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

ANY_SHORT_FORM = re.compile("|".join(re.escape(short) for short, _ in SHORT_FORMS))

OPENINGS = ("全省", "全市", "全区", "我省", "我市", "我区", "本市", "本省")
OPENINGS_FIRST = frozenset(opening[0] for opening in OPENINGS)
"""Words for the reporting region that may stand before an indicator, and what they start with."""

SHARE_OF_PRODUCT = re.compile(r"(?:(?<=占)|(?<=相当于))(?:全[省市区])?生产总值")
"""The product of the reporting region, where the words do not say that it is a region's: 占全市「生产总值」比重."""

PARTNERS = "cooperation-partners:"
"""What the keys of the gazetteer's countries begin with; no scheme has them."""

COUNT_ENDINGS = ("数", "数量", "总数", "个数")
COUNTS = ("数", "人次", "人口")
INDUSTRY_ENDINGS = ("", "产业", "行业", "领域", "业")

MARKS = frozenset(" \t\n\u3000“”\"'‘’「」『』《》")
DROPPED = str.maketrans(dict.fromkeys(MARKS, ""))
MARK_OR_SHORT_FORM = re.compile("|".join([*map(re.escape, sorted(MARKS)), ANY_SHORT_FORM.pattern]))


class Lexicon(msgspec.Struct, frozen=True, kw_only=True, eq=False):
    """Concepts of each scheme by key, regions as values, and the keys that normalised labels lead to.

    `places` are the concepts behind `regions`. `names` are the individuals of the gazetteer, by `file stem:key`;
    `codes` the entries of the code lists, by `status/target`. `abbreviations` are the official single characters of
    the provinces (渝, 粤). `grounds` holds, per scheme, the key of each label as `normalize` gives it, `counts` that of
    an indicator's label and of a count's label with a final 数. `partners` are the countries of the gazetteer, which
    no scheme has; `identities` tell which names are one thing. A lexicon is read once; it is equal to itself only.
    """

    regions: dict[str, Region]
    places: dict[str, Concept]
    industries: dict[str, Concept]
    indicators: dict[str, Concept]
    units: dict[str, Concept]
    names: dict[str, Concept]
    codes: dict[str, Concept]
    abbreviations: dict[str, Region]
    grounds: dict[str, dict[str, str]]
    counts: dict[str, str]
    partners: frozenset[str]
    identities: Identities

    def region_named(self, label: str) -> Region | None:
        """Return the region of a full name, short name or area name; None for any other text."""
        return self.regions.get(self.grounds["regions"].get(normalize(label), ""))

    def ground_industry(self, text: str) -> str:
        """Return the key of the industry that a text names, or an empty string.

        A final 产业, 行业, 领域 or 业 makes no difference where the rest is a label, or is one with it.
        """
        ground = self.grounds["industries"]
        name = normalize(text)
        for ending in INDUSTRY_ENDINGS:
            if name.endswith(ending) and (key := ground.get(name.removesuffix(ending))):
                return key
        return ground.get(name + "产业", "") or ground.get(name + "业", "")

    def ground_indicator(self, text: str) -> str:
        """Return the key of the indicator that a text names, or an empty string.

        A leading 全省 or the like makes no difference, nor a final 数 where what is counted is a label; the
        product of a share may be worded as 全市生产总值, 生产总值 or GDP.
        """
        name = normalize(text)
        if SHARE_OF_PRODUCT.search(name):
            name = SHARE_OF_PRODUCT.sub("地区生产总值", name)
        if name[:1] in OPENINGS_FIRST and name.startswith(OPENINGS):
            for opening in OPENINGS:
                name = name.removeprefix(opening)
        return self.counts.get(name, "")

    def ground_unit(self, text: str) -> str:
        """Return the key of a unit as written without its multiplier (元, 个百分点), or an empty string."""
        return self.grounds["units"].get(normalize(text), "")


def normalize(text: str) -> str:
    """Return the form under which labels are compared: NFKC, no blanks or quote marks, short forms written out."""
    text = unicodedata.normalize("NFKC", text)
    if not MARK_OR_SHORT_FORM.search(text):
        return text
    text = text.translate(DROPPED)
    if ANY_SHORT_FORM.search(text):
        for short, full in SHORT_FORMS:
            text = text.replace(short, full)
    return text


def surface_forms(label: str) -> tuple[str, ...]:
    """Return a label and the other ways to write it: with short forms, and without quote marks."""
    forms = [label] if MARKS.isdisjoint(label) else [label, label.translate(DROPPED)]
    for short, full in SHORT_FORMS:
        if full in label:
            forms += [form.replace(full, short) for form in forms if short not in form]
    return tuple(dict.fromkeys(forms))


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


def ground(concepts: dict[str, Concept], scheme: str) -> dict[str, str]:
    """Return the key that each normalised label of a scheme leads to.

    Raises: DataError where two concepts of the scheme share a label.
    """
    keys: dict[str, str] = {}
    for concept in concepts.values():
        for label in concept.labels:
            if (known := keys.setdefault(normalize(label), concept.key)) != concept.key:
                raise DataError(f"{scheme}: {label} is a label of both {known} and {concept.key}")
    return keys


def with_counts(keys: dict[str, str]) -> dict[str, str]:
    """Return the keys of labels, and of labels of counts with a word for a count behind them.

    An indicator is a count where one of its labels ends with such a word: 两个地区生产总值 is none of the product. A
    label goes before a form of another, and 数 before 数量 and the like. What is no count in a text is none here: 签约
    项目50亿元 are no 签约项目数.
    """
    counts = {key for label, key in keys.items() if label.endswith(COUNTS)}
    forms: dict[str, str] = {}
    for ending in reversed(COUNT_ENDINGS):
        forms |= {label.removesuffix("数") + ending: key for label, key in keys.items() if key in counts}
    return forms | keys


def read_lexicon(schemes: Path, gazetteer: Path) -> Lexicon:
    """Return the lexicon of a folder of schemes and a folder of gazetteer files; a scheme that is absent is empty.

    Raises: DataError where the files contradict themselves.
    """
    files = {path.stem: read_scheme(path) for path in sorted(schemes.glob("*.ttl"))}
    places, industries = files.get("regions", {}), files.get("industries", {})
    indicators, units = files.get("indicators", {}), files.get("units", {})
    regions = {key: as_region(concept) for key, concept in places.items()}
    grounds = {
        "regions": ground(places, "regions"),
        "industries": ground(industries, "industries"),
        "indicators": ground(indicators, "indicators"),
        "units": ground(units, "units"),
    }
    names = read_gazetteer(gazetteer)
    partners = {label for key, one in names.items() if key.startswith(PARTNERS) for label in one.labels}
    keys = {**{name: unlisted_key(name) for name in partners}, **grounds["regions"]}
    rows = read_ledger(gazetteer / LEDGER, lambda name: keys.get(normalize(name), ""))
    return Lexicon(
        regions=regions,
        places=places,
        industries=industries,
        indicators=indicators,
        units=units,
        names=names,
        codes=files.get("codes", {}),
        abbreviations={
            character: regions[key]
            for key, concept in places.items()
            if regions[key].level == "province"
            for character in concept.properties.get("cnip:abbreviation", ())
        },
        grounds=grounds,
        counts=with_counts(grounds["indicators"]),
        partners=frozenset(partners),
        identities=Identities([*national_rows(names), *rows]),
    )


@functools.cache
def load_lexicon() -> Lexicon:
    """Return the project's lexicon, read once in a process."""
    return read_lexicon(SCHEMES, GAZETTEER)
