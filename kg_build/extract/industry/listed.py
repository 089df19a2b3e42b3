"""The industries of a list: 培育「激光」、「轴承」等产业.

What closes a list says what it is a list of. 产业, 产业链 or 赛道 say that its members are industries, known or not, if
one is known; behind 领域 or 产品 more than half have to be, and two in three where those that are not known count too.
A list without such a word is one of industries where it is what is developed (大力发展激光、丝绸直销和定制服装). 等加工
and 等材料 belong to each member's name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from kg_build.extract.industry.closing import ASSERTING, LOOSE, Closing, closing_of
from kg_build.extract.industry.context import is_promoting
from kg_build.extract.industry.found import LISTED, Found, text_of
from kg_build.extract.industry.label import runs, starting_in
from kg_build.extract.industry.name import is_economy, is_noun_tail, is_plain_name, is_sector_class, past_leads, widen
from kg_build.extract.industry.vocabulary import SHORT, Vocabulary
from kg_build.extract.lists import Coordination, split_pair
from kg_build.model import Mention, Role, Span

__all__ = ["MemberReader"]

LONGEST_TAIL = 6
LONGEST_PLACE = 4
LONGEST_MATTER = 4

MATTER = re.compile(r"[一-龥]+")


class MemberReader:
    """Reads the members of lists with the labels of one lexicon."""

    def __init__(self, words: Vocabulary) -> None:
        """Take the labels and the names made of them."""
        self.words = words

    def read(self, plain: str, clause: Span, coordination: Coordination, named: Sequence[Mention]) -> Iterator[Found]:
        """Yield the members of a list that its closing words, or its verb, class as one of industries."""
        words = self.words
        members = list(coordination.members)
        members[0] = Span(past_leads(plain, members[0].start, members[0].end), members[0].end)
        closing = closing_of(plain, clause, coordination)
        if closing is None:
            return
        if closing.cut >= 0:
            members[-1] = Span(members[-1].start, closing.cut)
        if closing.shared:
            yield from self.read_shared(plain, members, closing)
            return
        spans = [part for member in members for part in split_pair(plain, member, self.is_part)]
        held = [starting_in(named, span) for span in spans]
        is_known = words.is_name_or_sector if closing.kind in LOOSE else words.is_label_or_sector
        if closing.is_sale:
            is_known = words.is_sold
        counted = known = 0
        for span, inside in zip(spans, held, strict=True):
            text = text_of(plain, span)
            is_industry = bool(inside) or is_known(text)
            known += is_industry
            counted += is_industry or not (is_sector_class(text) or words.is_category(text))
        enough = 2 * known > counted or (closing.kind in ASSERTING and 2 * known == counted)
        is_known_by_verb = closing.is_asserting and closing.is_governed
        if not (known or is_known_by_verb) or not (enough or closing.is_asserting or counted == 1):
            return
        is_trusted = closing.is_asserting or (3 * known >= 2 * counted and not closing.is_sale)
        for span, inside in zip(spans, held, strict=True):
            text = text_of(plain, span)
            if inside:
                slack = 0 if "集群" in closing.kind else SHORT if span is spans[0] else LONGEST_TAIL
                found = self.read_member(plain, clause, span, inside, closing.role, slack)
                yield msgspec.structs.replace(found, otherwise=closing.otherwise)
            elif is_known(text) or (is_trusted and is_member(text)):
                start = span.start + self.place_at(text)
                if self.is_class(plain[start : span.end]) and (start > span.start or not is_known(text)):
                    continue
                name, concept = words.worded(plain[start : span.end])
                if span.end == closing.cut and closing.kind.startswith("产业") and not words.is_label(name):
                    name = name + "产业" if words.is_label(name + "产业") else name
                yield Found(start, span.end, name, concept, LISTED, closing.role, closing.otherwise)

    def read_shared(self, plain: str, members: Sequence[Span], closing: Closing) -> Iterator[Found]:
        """Yield the members of a list together with the noun behind it that they share."""
        for member in members:
            text = text_of(plain, member)
            name = text + closing.shared
            if len(text) <= LONGEST_MATTER and MATTER.fullmatch(text) and is_plain_name(name):
                yield Found(member.start, member.end, *self.words.worded(name), LISTED, closing.role)

    def read_member(
        self, plain: str, clause: Span, span: Span, inside: Sequence[Mention], role: Role | None, slack: int
    ) -> Found:
        """Return the industry of a member that holds labels: from the last run of labels to the member's end.

        Up to `slack` characters before the labels belong to the name, where no verb or place is among them.
        """
        *_, (first, last) = runs(plain, inside)
        start, end = widen(plain, first.start, last.end, span.start, span.end)
        low = span.start + self.place_at(plain[span.start : start])
        lead = plain[low:start]
        if lead and len(lead) <= slack and is_plain_name(lead + "业") and not is_promoting(lead):
            start = low
        if end < span.end and span.end - end <= LONGEST_TAIL and is_noun_tail(plain[end : span.end]):
            end = span.end
        return self.words.found(plain, clause, Span(start, end), last, LISTED, role)

    def place_at(self, text: str) -> int:
        """Return how many characters of a text are the name of a place that opens it."""
        for length in range(min(LONGEST_PLACE, len(text)), 1, -1):
            if self.words.lexicon.region_named(text[:length]) is not None:
                return length
        return 0

    def is_part(self, text: str) -> bool:
        """Tell whether a text may be one side of 和 in a list of industries."""
        return self.words.is_name_or_sector(text) or is_sector_class(text)

    def is_class(self, text: str) -> bool:
        """Tell whether a text is a whole sector or a class of industries."""
        return is_sector_class(text) or self.words.is_category(text)


def is_member(text: str) -> bool:
    """Tell whether a text that no label covers may be a member; among industries a 服务 is one (法律服务)."""
    return is_economy(text) or is_plain_name(text.removesuffix("服务") + "业" if text.endswith("服务") else text)
