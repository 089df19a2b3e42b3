"""Which names are one thing: the normal form of a name, and the ledger of what people have decided.

    identities.entity("initiative", "500000", "“33618”现代制造业集群体系", "33618")  ->  33618 of 重庆市

`name` gives the form that all spellings of a name share, `ledger` reads `data/gazetteer/identity.tsv`, `entity` answers
which thing a name means, and `proposal` looks for names that a person should decide on. What a name means never
depends on what else was read, so documents can be built apart and in any order. Likeness proposes; it never decides.
"""

from kg_build.identity.entity import Entity, Identities, national_rows
from kg_build.identity.name import KINDS, NATION, Kind

__all__ = ["KINDS", "NATION", "Entity", "Identities", "Kind", "national_rows"]
