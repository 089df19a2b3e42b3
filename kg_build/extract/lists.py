"""Coordinated lists, split into members: 培育「激光」、「轴承」和「丝绸」等产业 has three.

Members stand between 、; the last may follow 和, 与 or 以及. 及 joins parts of one name and never splits: 激光及轴承 is
one member. 等 closes a list, and alone makes a list of one (聚焦激光等产业). A verb inside a member ends one list and
starts the next: `江州、云溪建成激光、轴承产业园` holds two. What stands in quotes, brackets or a title is never split.

What a list is a list of is for the caller to judge, from its members and from the words behind 等.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import msgspec

from kg_build.extract.phrase import VERB, phrase_start, strip_leads
from kg_build.model import Span

__all__ = ["Coordination", "find_lists", "has_list", "split_pair"]

MARK = re.compile(
    r"""
    (?P<stop> 、 )
    | (?P<etc> (?<! [高中初上下平同均特优劣减对相不何] ) 等 (?! 级|候|待|于|同|价|额|量|离|差|效|分|次|腰|值|温 ) )
    | “[^”\n]{0,40}” | 《[^》\n]{0,60}》 | \([^)\n]{0,40}\)
    """,
    re.VERBOSE,
)
CONJUNCTION = re.compile(r"以及|[和与]")
LONGEST_NAME = 40
"""No longer text is looked up as a name."""


class Coordination(msgspec.Struct, frozen=True):
    """The members of a list, and where the words that class them begin.

    `head` is the position behind 等, or -1 for a list without 等, whose last member then runs to the end of its
    phrase and may hold the head noun itself.
    """

    members: tuple[Span, ...]
    head: int

    @property
    def start(self) -> int:
        """Where the first member begins."""
        return self.members[0].start

    @property
    def end(self) -> int:
        """Where the last member ends."""
        return self.members[-1].end


def has_list(plain: str, start: int, end: int) -> bool:
    """Tell cheaply whether a stretch can hold a list."""
    return plain.find("、", start, end) >= 0 or plain.find("等", start, end) >= 0


def find_lists(plain: str, start: int, end: int) -> Iterator[Coordination]:
    """Yield the lists of a clause in order. A single member without 等 is no list."""
    members: list[Span] = []
    opened = -1
    for mark in MARK.finditer(plain, start, end):
        if mark.lastgroup is None:
            continue
        if opened < 0:
            members, opened = [], phrase_start(plain, start, mark.start())
        cut = verbs_in(plain, opened, mark.start()) if members else None
        if cut is not None:
            members.append(Span(opened, cut.start))
            yield Coordination(tuple(members), -1)
            members, opened = [], strip_leads(plain, cut.end, mark.start())
        members.append(Span(opened, mark.start()))
        opened = mark.end()
        if mark.lastgroup == "etc":
            yield Coordination(tuple(members), mark.end())
            members, opened, start = [], -1, mark.end()
    if members:
        cut = verbs_in(plain, opened, end)
        members.append(Span(opened, cut.start if cut else end))
        yield Coordination(tuple(members), -1)


def verbs_in(plain: str, start: int, end: int) -> Span | None:
    """Return the span from the first verb of a member to the end of its last one; None where it holds no verb."""
    first = VERB.search(plain, start, end)
    if first is None:
        return None
    stop = first.end()
    for verb in VERB.finditer(plain, stop, end):
        stop = verb.end()
    return Span(first.start(), stop)


def split_pair(plain: str, span: Span, is_name: Callable[[str], bool]) -> tuple[Span, ...]:
    """Split a member at 以及, 和 or 与 where both sides are whole names by `is_name` and it is none itself."""
    ceiling = min(span.end - 1, span.start + LONGEST_NAME)
    conjunction = CONJUNCTION.search(plain, max(span.start + 1, span.end - LONGEST_NAME), ceiling)
    if conjunction is None or is_name(plain[span.start : span.end]):
        return (span,)
    while conjunction is not None:
        left, right = plain[span.start : conjunction.start()], plain[conjunction.end() : span.end]
        if is_name(left) and is_name(right):
            rest = split_pair(plain, Span(conjunction.end(), span.end), is_name)
            return (Span(span.start, conjunction.start()), *rest)
        conjunction = CONJUNCTION.search(plain, conjunction.end(), ceiling)
    return (span,)
