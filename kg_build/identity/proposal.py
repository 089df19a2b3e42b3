"""Pairs of names of one kind and region that a person should decide on, the likeliest first.

Compared are names that share characters enough, found by the pairs of neighbouring characters that they have in
common; pairs that the ledger decides, by a row or by several together, are passed over. The order of the texts makes
no difference.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

import msgspec

from kg_build.identity.evidence import weigh
from kg_build.identity.found import Found, Groups

if TYPE_CHECKING:
    from kg_build.identity.name import Kind
    from kg_build.lexicon import Lexicon

__all__ = ["LEAST", "Proposal", "propose"]

LEAST = 0.85
"""The score from which a pair is proposed."""
MOST_SHARERS = 150
"""A pair of characters that more names have (行动, 工程) finds none of them; what they share besides does."""
SHARED = 0.5
"""The least share of a shorter name's character pairs that another must have to be compared with it."""


class Proposal(msgspec.Struct, frozen=True):
    """Two names that may be one thing; `a` is the longer, which would be the preferred one."""

    score: float
    kind: Kind
    region: str
    a: Found
    b: Found
    why: tuple[str, ...]


def propose(groups: Groups, lexicon: Lexicon, *, least: float = LEAST, kinds: Collection[Kind] = ()) -> list[Proposal]:
    """Return the pairs that score `least` or more, of the kinds given, or of all."""
    places = frozenset(label for place in lexicon.places.values() for label in place.labels)
    proposals = []
    for (kind, key, region), things in groups.items():
        if (kinds and kind not in kinds) or not can_be_named(region, lexicon):
            continue
        decided = lexicon.identities.group(kind, key)
        for one, other in candidates(things):
            if decided.is_decided(one.name, other.name):
                continue
            weight = weigh(one, other, places)
            if weight and weight.score >= least:
                a, b = sorted((one, other), key=lambda found: (-len(found.name), -found.count, found.name))
                proposals.append(Proposal(weight.score, kind, region, a, b, weight.why))
    return sorted(proposals, key=lambda one: (-one.score, one.kind, one.region, one.a.name, one.b.name))


def can_be_named(region: str, lexicon: Lexicon) -> bool:
    """Tell whether the ledger can name a region, or regions with ; between them."""
    names = region.split(";") if region else []
    return all(lexicon.region_named(name) or name in lexicon.partners for name in names)


def candidates(things: dict[str, Found]) -> Iterator[tuple[Found, Found]]:
    """Yield the pairs of things whose names share characters enough to be looked at, each once."""
    names = sorted(things)
    pairs = {name: frozenset(name[at : at + 2] for at in range(len(name) - 1)) for name in names}
    sharers: dict[str, list[str]] = defaultdict(list)
    for name in names:
        for pair in sorted(pairs[name]):
            sharers[pair].append(name)
    for name in names:
        shared = Counter(
            other
            for pair in pairs[name]
            if len(sharers[pair]) <= MOST_SHARERS
            for other in sharers[pair]
            if other < name
        )
        for other in sorted(shared):
            if len(pairs[name] & pairs[other]) >= SHARED * min(len(pairs[name]), len(pairs[other])):
                yield things[other], things[name]
