"""The names that texts give the things of one kind and region, each with what the texts say of it.

    Found("轴承强芯行动", first=Place("jiangzhou.txt", 42, "启动轴承“强芯”行动"), brands={"强芯"}, ...)

Input: documents with their statements. Output: the things as `entity` tells them apart, grouped by kind and region.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TypeAlias

import msgspec

from kg_build.identity.entity import Identities
from kg_build.identity.group import code_in
from kg_build.identity.ledger import place_key
from kg_build.identity.name import Kind, canonical_name
from kg_build.model import (
    Cluster,
    Cooperation,
    Designation,
    Document,
    DocumentStatement,
    Evidence,
    Initiative,
    Statement,
)

__all__ = ["Found", "Groups", "Place", "gather_names"]

BRAND = re.compile(r"[“「『](?P<brand>[^“”「」『』\n]{2,12})[”」』]")
SENTENCE_END = re.compile(r"[。！？；\n]")
LONGEST_SENTENCE = 160
"""Characters of a sentence that are shown."""
NATION_NAME = "全国"


class Place(msgspec.Struct, frozen=True, order=True):
    """Where a name stands: the document, the offset of what was read there, and the sentence around it."""

    document: str
    start: int
    sentence: str


class Found(msgspec.Struct):
    """A thing that texts name: how often, where first, in which documents and years, and what they say of it."""

    name: str
    first: Place
    count: int = 0
    documents: set[str] = set()
    years: set[int] = set()
    codes: set[str] = set()
    brands: set[str] = set()
    members: set[str] = set()


Group: TypeAlias = tuple[Kind, str, str]
"""A kind, the key of its region or regions, and their names as the ledger writes them."""
Groups: TypeAlias = dict[Group, dict[str, Found]]


def gather_names(told: Iterable[tuple[Document, Sequence[Statement]]], identities: Identities) -> Groups:
    """Return the things that statements name; what belongs to no known region is left out."""
    groups: Groups = defaultdict(dict)
    for document, statements in told:
        for statement in statements:
            named = thing_of(statement, identities)
            if named is None:
                continue
            group, name = named
            passage = statement.evidence[0]
            found = groups[group].get(name)
            if found is None or (document.name, passage.start) < (found.first.document, found.first.start):
                place = Place(document.name, passage.start, sentence_around(document, passage))
                found = groups[group].setdefault(name, Found(name, place))
                found.first = place
            note(found, statement, document)
    return dict(groups)


def thing_of(statement: Statement, identities: Identities) -> tuple[Group, str] | None:
    """Return the group and the name of the thing that a statement speaks of, None where it speaks of none."""
    if isinstance(statement, Designation):
        return ("designation", "", ""), identities.entity("designation", "", statement.name).name
    if isinstance(statement, Cooperation):
        key, names = place_key(statement.region_keys), ";".join(sorted(statement.regions))
        return ("cooperation", key, names), identities.entity("cooperation", key, statement.name).name
    region, names = statement.region_key, statement.region
    if isinstance(statement, Initiative):
        kind: Kind = "initiative"
        entity = identities.entity(kind, region, statement.name, statement.code)
    elif isinstance(statement, DocumentStatement):
        if statement.place_keys:
            region, names = place_key(statement.place_keys), ";".join(statement.places)
        kind, entity = "document", identities.entity("document", region, statement.title)
    elif isinstance(statement, Cluster):
        kind, entity = "cluster", identities.entity("cluster", region, statement.name)
    else:
        return None
    if not entity.region:
        return None
    return (kind, entity.region, names if entity.region == region else NATION_NAME), entity.name


def note(found: Found, statement: Statement, document: Document) -> None:
    """Add to a thing what a statement says of it."""
    found.count += 1
    found.documents.add(document.key)
    if statement.year is not None:
        found.years.add(statement.year)
    if isinstance(statement, Initiative):
        code = statement.code or code_in(found.name)
        found.codes |= {code} - {""}
        found.members.update(member for part in statement.components for member in (part.label, *part.members))
    if isinstance(statement, Cluster) and statement.industry:
        found.members.add(statement.industry)
    written = canonical_name(getattr(statement, "name", "") or getattr(statement, "title", ""))
    for passage in statement.evidence:
        for quoted in BRAND.finditer(passage.quote):
            if (brand := canonical_name(quoted["brand"])) in written:
                found.brands.add(brand)


def sentence_around(document: Document, passage: Evidence) -> str:
    """Return the sentence that a passage stands in, cut where it is long."""
    text = document.text
    start, end = passage.start, passage.end
    ends = [mark.end() for mark in SENTENCE_END.finditer(text, max(0, start - LONGEST_SENTENCE), start)]
    opening = ends[-1] if ends else max(0, start - LONGEST_SENTENCE // 2)
    mark = SENTENCE_END.search(text, end)
    closing = mark.start() if mark else len(text)
    if closing - opening > LONGEST_SENTENCE:
        opening = max(opening, start - LONGEST_SENTENCE // 4)
        closing = min(closing, max(end, opening + LONGEST_SENTENCE))
    return text[opening:closing].strip()
