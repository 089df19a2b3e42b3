"""Stage 3: where the labels of the schemes stand in a text.

Of labels that overlap within a scheme the leftmost counts, and of those the longest: 云溪市 is one mention, not 云溪
as well. A misleading form is searched like a label and yields nothing, so 云溪 is not found in 云溪茶.

Input: a document's `plain` text. Output: mentions per scheme, sorted, not overlapping within their scheme; their
offsets count code points from the start of the text given.
"""

from __future__ import annotations

from collections.abc import Iterable

import daachorse
import msgspec

from kg_build.lexicon import Concept, Lexicon, surface_forms
from kg_build.model import Mention

__all__ = ["Matcher", "Mentions", "SchemeMatcher"]


class Mentions(msgspec.Struct, frozen=True):
    """The mentions of one text, per scheme."""

    regions: tuple[Mention, ...] = ()
    industries: tuple[Mention, ...] = ()
    indicators: tuple[Mention, ...] = ()
    names: tuple[Mention, ...] = ()


class SchemeMatcher:
    """The automaton of one scheme."""

    def __init__(self, concepts: Iterable[Concept]) -> None:
        """Build the automaton. A label as written comes before another label's short form of the same letters.

        A form that misleads about one concept blocks unless it is a label of another.
        """
        concepts = tuple(concepts)
        concept_of = {label: concept.key for concept in concepts for label in concept.labels}
        for concept in concepts:
            for label in concept.labels:
                for form in surface_forms(label):
                    concept_of.setdefault(form, concept.key)
        for concept in concepts:
            for form in concept.not_labels:
                if concept_of.setdefault(form, "") == concept.key:
                    concept_of[form] = ""
        self.labels = sorted(concept_of)
        self.concepts = [concept_of[label] for label in self.labels]
        self.automaton = (
            daachorse.CharwiseDoubleArrayAhoCorasick(self.labels, daachorse.MATCH_KIND_LEFTMOST_LONGEST)
            if self.labels
            else None
        )

    def find(self, plain: str) -> tuple[Mention, ...]:
        """Return the mentions in a text, sorted by start."""
        if self.automaton is None:
            return ()
        labels, concepts = self.labels, self.concepts
        return tuple(
            [
                Mention(start, end, concepts[label], labels[label])
                for start, end, label in self.automaton.find(plain)
                if concepts[label]
            ]
        )


class Matcher:
    """The automata of every scheme whose labels are looked for in texts."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Build one automaton per scheme."""
        self.regions = SchemeMatcher(lexicon.places.values())
        self.industries = SchemeMatcher(lexicon.industries.values())
        self.indicators = SchemeMatcher(lexicon.indicators.values())
        self.names = SchemeMatcher(lexicon.names.values())

    def find(self, plain: str) -> Mentions:
        """Return the mentions of every scheme in a text."""
        return Mentions(
            regions=self.regions.find(plain),
            industries=self.industries.find(plain),
            indicators=self.indicators.find(plain),
            names=self.names.find(plain),
        )
