"""The names that come nearest to one that is not known.

    nearest("轴承产", {"轴承产量": "output of bearings", "轴承产值": "value of bearings", "丝绸": "silk"})
    ['轴承产量', '轴承产值']

The names of regions are those of the lexicon; for a parameter of a question they are the labels of the scheme that its
default is from, of the concepts that statements in the store speak of.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import msgspec
from pyoxigraph import Literal, NamedNode

from kg_build.namespaces import ID, expand
from kg_build.query import default_terms
from kg_build.store import open_store
from kg_build.terms import term_text

if TYPE_CHECKING:
    from pathlib import Path

    from pyoxigraph import Store

    from kg_build.lexicon import Lexicon

__all__ = ["Near", "near_labels", "nearest", "nearest_regions"]

MOST = 3
CONSIDERED = 12
"""Names looked at for these, since one thing has several that are alike."""
LEAST_LIKENESS = 0.5
"""As difflib measures it: twice the letters in common, of all letters of both."""
LABELS = tuple(NamedNode(expand(curie)) for curie in ("skos:prefLabel", "skos:altLabel"))
IN_SCHEME = NamedNode(expand("skos:inScheme"))
STATEMENT = ID + "statement/"


class Near(msgspec.Struct, frozen=True):
    """A parameter, whether the scheme knows its value, and the labels of other concepts that come nearest."""

    param: str
    is_known: bool
    labels: tuple[str, ...]


def nearest(word: str, names: Mapping[str, str]) -> list[str]:
    """Return up to three names, the likest first, one for each thing; `names` lead to what they name."""
    found: dict[str, str] = {}
    for name in difflib.get_close_matches(word, sorted(names), n=CONSIDERED, cutoff=LEAST_LIKENESS):
        found.setdefault(names[name], name)
    return list(found.values())[:MOST]


def nearest_regions(name: str, lexicon: Lexicon) -> list[str]:
    """Return up to three regions of a name like this, Chinese or English, by their full Chinese names."""
    names = {label: place.pref_zh for place in lexicon.places.values() for label in (*place.labels, place.pref_en)}
    return [names[label] for label in nearest(name, names)]


def near_labels(out: Path, query: str, params: Mapping[str, str]) -> list[Near]:
    """Return what comes near the values of those parameters that take a label of a scheme.

    Raises: UsageError where `out` is no output.
    """
    store = open_store(out)
    found = []
    for param, value in params.items():
        terms = [term for term in default_terms(param, query, param) if isinstance(term, Literal) and term.language]
        labels = labels_beside(store, terms)
        if labels:
            own = labels.get(value, "")
            others = {label: concept for label, concept in labels.items() if concept != own and is_used(store, concept)}
            shown = (preferred(store, labels[label], label) for label in nearest(value, others))
            found.append(Near(param, bool(own), tuple(shown)))
    return found


def labels_beside(store: Store, terms: Iterable[Literal]) -> dict[str, str]:
    """Return the labels of the schemes that have a concept of one of these labels, with the concepts they name."""
    find = store.quads_for_pattern
    concepts = {quad.subject for term in terms for kind in LABELS for quad in find(None, kind, term, None)}
    schemes = {quad.object for concept in concepts for quad in find(concept, IN_SCHEME, None, None)}
    members = {quad.subject for scheme in schemes for quad in find(None, IN_SCHEME, scheme, None)}
    called = (quad for member in members for kind in LABELS for quad in find(member, kind, None, None))
    return dict(sorted((term_text(quad.object), term_text(quad.subject)) for quad in called))


def preferred(store: Store, concept: str, label: str) -> str:
    """Return the preferred label of a concept in the language of another of its labels, that one where it has none."""
    names = {quad.object for quad in store.quads_for_pattern(NamedNode(concept), LABELS[0], None, None)}
    return min((name for name in map(term_text, names) if name.isascii() == label.isascii()), default=label)


def is_used(store: Store, concept: str) -> bool:
    """Tell whether a statement speaks of a concept."""
    about = store.quads_for_pattern(None, None, NamedNode(concept), None)
    return any(term_text(quad.subject).startswith(STATEMENT) for quad in about)
