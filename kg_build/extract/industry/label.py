"""The labels of a clause as they stand in it: whole words, runs that adjoin, members of a list.

`激光、轴承等产业` is a list both of whose members hold a label; in 金融业态 the label 金融业 is part of a longer word.
Labels are sorted by start and do not overlap, so that each is found by bisection.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

import msgspec

from kg_build.extract.lists import Coordination
from kg_build.model import Mention, Span

__all__ = ["Listing", "is_whole", "runs", "starting_in"]

JOINT = re.compile(r"及其?|[+/]")
LATIN = re.compile(r"[A-Za-z0-9]")
TORN: dict[str, tuple[str, ...]] = {"育": ("培",), "大": ("扩", "加", "壮", "重")}
"""What stands before a label's first character where it ends a word: 培育种业 holds no 育种, 扩大健康服务 no 大健康."""
LONGER = ("态", "务", "绩", "余", "主", "界", "者")


class Listing(msgspec.Struct, frozen=True):
    """A list, the members that hold a label, and those that hold one which is no everyday word."""

    coordination: Coordination
    filled: frozenset[int]
    distinctive: frozenset[int]

    @property
    def behind(self) -> int:
        """Where the words that class the list begin, or where it ends."""
        return self.coordination.head if self.coordination.head >= 0 else self.coordination.end

    def holds(self, position: int) -> bool:
        """Tell whether a position stands in the list."""
        return self.coordination.start <= position < self.coordination.end

    def has_company_for(self, position: int) -> bool:
        """Tell whether the members beside the one at `position` show a list of industries.

        One of them is no everyday word, or there are several and each is an industry.
        """
        members = self.coordination.members
        index = bisect_right(members, position, key=start_of) - 1
        own = {index} if position < members[index].end else frozenset[int]()
        if self.distinctive - own:
            return True
        others = len(members) - len(own)
        return others > 1 and len(self.filled - own) == others


def start_of(span: Mention | Span) -> int:
    """Return where something starts, to search by."""
    return span.start


def starting_in(labels: Sequence[Mention], span: Span) -> Sequence[Mention]:
    """Return the labels that begin within a span."""
    first = bisect_left(labels, span.start, key=start_of)
    return labels[first : bisect_left(labels, span.end, lo=first, key=start_of)]


def is_whole(plain: str, mention: Mention) -> bool:
    """Tell whether a label is no part of a longer word (AI in AIDS, 金融业 in 金融业态)."""
    label = mention.label
    if label[-1] == "业":
        return not plain.startswith(LONGER, mention.end)
    if label[0] in TORN and mention.start and plain.startswith(TORN[label[0]], mention.start - 1):
        return False
    if label[0].isascii() and mention.start and LATIN.match(plain, mention.start - 1):
        return False
    return not (label[-1].isascii() and LATIN.match(plain, mention.end))


def runs(plain: str, mentions: Sequence[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """Yield the first and last of each run of labels that adjoin or are joined by 及."""
    index, count = 0, len(mentions)
    while index < count:
        last = index
        while last + 1 < count:
            joint = JOINT.match(plain, mentions[last].end)
            if mentions[last + 1].start != (joint.end() if joint else mentions[last].end):
                break
            last += 1
        yield mentions[index], mentions[last]
        index = last + 1
