"""The industries that one clause names: 培育「激光」、「轴承」等产业.

A label of the scheme is one, widened over its noun phrase (`name`), unless the words round it say otherwise
(`context`). Terms that no label names are found in lists (`listed`) and by form (`form`). Whole sectors and categories
(concepts of the scheme with no broader one) are none. Short labels and those that the scheme gives as
`cnip:contextLabel` are everyday words too and need an industry's place or company.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg_build.extract.industry.context import (
    in_place,
    is_about_else,
    is_borne,
    is_counted_land,
    is_farm_output,
    is_list_of_else,
)
from kg_build.extract.industry.form import FORM, read_fields, read_pairs
from kg_build.extract.industry.found import LABEL, Found, start_of
from kg_build.extract.industry.label import Listing, is_whole, runs, starting_in
from kg_build.extract.industry.listed import MemberReader
from kg_build.extract.industry.name import widen
from kg_build.extract.industry.vocabulary import Vocabulary
from kg_build.extract.lists import Coordination, find_lists, has_list
from kg_build.extract.place import mention_at, mention_before
from kg_build.lexicon import Lexicon
from kg_build.model import Mention, Span

__all__ = ["IndustryReader", "reader_of"]

AND = ("和", "与")
ESTATE = ("区", "园")
"""What takes 工业 to itself: 丝绸「工业园」."""


class IndustryReader:
    """Reads clauses with one lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Take the labels of the lexicon."""
        self.lexicon = lexicon
        self.words = Vocabulary(lexicon)
        self.members = MemberReader(self.words)

    def read(self, plain: str, clause: Span, mentions: Sequence[Mention]) -> list[Found]:
        """Return the industries of a clause, in order, given the labels found in it."""
        words = self.words
        named = [
            mention for mention in mentions if mention.concept not in words.categories and is_whole(plain, mention)
        ]
        found_lists = find_lists(plain, clause.start, clause.end) if has_list(plain, clause.start, clause.end) else ()
        lists = [self.listing(coordination, named) for coordination in found_lists]
        is_formed = FORM.search(plain, clause.start, clause.end) is not None
        if not (named or lists or is_formed) or is_about_else(plain, clause):
            return []
        finds: list[Found] = []
        if plain.find("+", clause.start, clause.end) >= 0:
            finds.extend(read_pairs(plain, clause))
        for listing in lists:
            finds.extend(self.members.read(plain, clause, listing.coordination, named))
        for first, last in runs(plain, named):
            if any(found.meets(first.start, last.end) for found in finds):
                continue
            label = self.read_label(plain, clause, first, last)
            if self.is_industry(plain, clause, label, named, lists) and not any(
                found.meets(label.start, label.end) for found in finds
            ):
                finds.append(label)
        if is_formed:
            for field in read_fields(plain, clause, words):
                met = [found for found in finds if found.meets(field.start, field.end)]
                if not met or (len(met) == 1 and field.start <= met[0].start and met[0].end < field.end):
                    finds = [*(found for found in finds if found not in met), field]
        kept = [found for found in finds if not is_borne(plain, clause, found.start, found.end)]
        return sorted(kept, key=start_of) if len(kept) > 1 else kept

    def read_label(self, plain: str, clause: Span, first: Mention, last: Mention) -> Found:
        """Return the industry that a run of labels names, with its modifiers and head nouns."""
        words = self.words
        start, end = widen(plain, first.start, last.end, clause.start, clause.end)
        if (
            plain.startswith(ESTATE, end)
            and plain.endswith("工业", start, end)
            and words.is_label(plain[start : end - 2])
        ):
            end -= len("工业")
        if plain.startswith("产业", end) and not words.is_label(plain[start:end]):
            end += len("产业")
        return words.found(plain, clause, Span(start, end), last, LABEL, None)

    def is_industry(
        self, plain: str, clause: Span, label: Found, named: Sequence[Mention], lists: Sequence[Listing]
    ) -> bool:
        """Tell whether a label is stated as an industry: not in a list of tools, and no mere everyday word."""
        own = next((each for each in lists if each.holds(label.start)), None)
        if own and is_list_of_else(plain, clause, own.coordination.start, own.behind):
            return False
        if is_counted_land(plain, clause, label.end):
            return False
        if label.concept in self.words.farming and is_farm_output(plain, clause, label.end):
            return False
        return (
            label.role is not None
            or self.words.is_distinctive(plain[label.start : label.end])
            or in_place(plain, clause, label.start, label.end)
            or self.has_company(plain, clause, label, named, own)
        )

    def has_company(
        self, plain: str, clause: Span, label: Found, named: Sequence[Mention], own: Listing | None
    ) -> bool:
        """Tell whether an everyday word stands beside an industry with 和 or 与, or in a list of industries.

        A list is one where another member is no everyday word, or where every member is an industry.
        """
        behind = mention_at(named, label.end + 1) if plain.startswith(AND, label.end) else None
        before = mention_before(named, label.start - 1) if plain.startswith(AND, label.start - 1) else None
        for mention in (behind, before):
            if mention is not None and (
                self.words.is_distinctive(mention.label) or in_place(plain, clause, mention.start, mention.end)
            ):
                return True
        return own is not None and own.has_company_for(label.start)

    def listing(self, coordination: Coordination, named: Sequence[Mention]) -> Listing:
        """Return a list with what its members hold, looked up once for all of them."""
        held = [starting_in(named, member) for member in coordination.members]
        is_distinctive = self.words.is_distinctive
        return Listing(
            coordination,
            filled=frozenset(index for index, inside in enumerate(held) if inside),
            distinctive=frozenset(
                index for index, inside in enumerate(held) if any(is_distinctive(m.label) for m in inside)
            ),
        )


LATEST: list[IndustryReader] = []


def reader_of(lexicon: Lexicon) -> IndustryReader:
    """Return the reader of a lexicon; the latest one is kept, so that its names are worded once in a process."""
    if not LATEST or LATEST[0].lexicon is not lexicon:
        LATEST[:] = [IndustryReader(lexicon)]
    return LATEST[0]
