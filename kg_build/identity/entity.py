"""Which thing a name means: the ledger where it knows the name, else the code, else the normal form.

    entity("initiative", "440000", "“以旧换新”")  ->  消费品以旧换新 of 全国, which the gazetteer gives two names

Where a region's rows say nothing of a name, those of the nation do: a name that stands in one of them is one thing in
every region, as is a document that its title says to be the nation's. All other names belong to their region: 八大行动
of two provinces are two. A code is a name (33618), but an open one (1+N) is a pattern that many initiatives share.
"""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import msgspec

from kg_build.identity.group import NOTHING_DECIDED, Group, Row, group_of, is_code, is_open
from kg_build.identity.name import NATION, Kind, canonical_name, normal_name

if TYPE_CHECKING:
    from kg_build.concepts import Concept

__all__ = ["Entity", "Identities", "national_rows"]

NATIONAL_TITLE = re.compile(r"中华人民共和国|中国共产党|中共中央|党中央|国务院|全国人民代表大会")
REMEMBERED = 1 << 14
"""Names whose entity is kept at hand."""
PROGRAMMES = "initiatives"
"""The table of the gazetteer whose individuals are the nation's initiatives."""


class Entity(msgspec.Struct, frozen=True):
    """A thing: the key of its region, its name, which is its label, and whether that is a code.

    The region of a designation, which many may hold, is empty; that of a cooperation is the keys of its partners.
    """

    region: str
    name: str
    is_code: bool = False


class Identities:
    """All that is decided, ready to be asked."""

    def __init__(self, rows: Sequence[Row] = ()) -> None:
        """Gather the rows by kind and region. Raises: DataError where they contradict each other."""
        places: dict[tuple[Kind, str], list[Row]] = defaultdict(list)
        for row in rows:
            places[row.kind, row.region].append(row)
        self.groups = {place: group_of(told) for place, told in places.items()}
        self.recall = functools.lru_cache(maxsize=REMEMBERED)(self.find)

    def group(self, kind: Kind, region: str) -> Group:
        """Return what is decided on the names of a kind and region."""
        return self.groups.get((kind, region), NOTHING_DECIDED)

    def entity(self, kind: Kind, region: str, name: str, code: str = "") -> Entity:
        """Return what a name means in a region; `code` is that of an initiative."""
        return self.recall(kind, region, name, code)

    def find(self, kind: Kind, region: str, name: str, code: str) -> Entity:
        """Look a name up in the rows of its region, then in those of the nation."""
        own = "" if code and is_open(code) else code
        written, normal = canonical_name(name), normal_name(kind, name)
        for place in (region, NATION):
            if group := self.groups.get((kind, place)):
                for form in group.forms(written, normal, own):
                    if preferred := group.preferred.get(form):
                        return Entity(place, preferred, preferred == own or is_code(preferred))
        if kind == "document" and NATIONAL_TITLE.match(written):
            region = NATION
        return Entity(region, own or normal, bool(own))


def national_rows(names: Mapping[str, Concept]) -> list[Row]:
    """Return the rows that say of each national programme of the gazetteer that its names are one thing."""
    return [
        Row(f"{PROGRAMMES}.tsv:{key.partition(':')[2]}", "initiative", NATION, concept.pref_zh, label, "same")
        for key, concept in names.items()
        if key.startswith(f"{PROGRAMMES}:")
        for label in concept.labels
    ]
