"""The members of a counted set: `实施“八大行动”` and, in eight paragraphs, `一是全面加快轴承振兴行动`.

They stand before the name (`强基、铸魂等八大行动`), in a bracket or after a colon (`“三大行动”(强基、铸魂、提质行动)`),
or each at the head of a numbered paragraph or sentence. But for a list with 等 they must be as many as the count says.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from kg_build.extract.initiative.group import LONGEST_LIST, MARKS, list_before, listed_in
from kg_build.extract.initiative.name_phrase import NamePhrase, clean_name, mask, verb_and_start
from kg_build.model import Component, Span
from kg_build.numeral import numeral

__all__ = ["Enumerations", "counted_set"]

SET = re.compile(
    r"(?P<count>[二三四五六七八九]?十[一二三四五六七八九]?|[二两三四五六七八九])(?:大|个|项|条|张|篇|类)(?P<noun>[^\d“”]{2,6})"
)
ORDINAL = re.compile(
    r"(?:(?P<is>[一二三四五六七八九十]{1,2})[是、]|\((?P<bracket>[一二三四五六七八九十]{1,2})\))(?P<head>[^,。;:\n]{3,40})"
)
BEFORE_ORDINAL = "\n。;:*# "
ASIDE = re.compile(r"”?(?:\((?P<aside>[^()\n]{4,200})\)|(?::|,即|,包括|——)(?P<list>[^。;:\n]{4,200})(?=[。;\n]))")
NUMBERED = re.compile(r"[一二三四五六七八九十]+是|\([一二三四五六七八九十]+\)")
AND = re.compile(r"以及|(?<=.{2})[和与及](?=.{2})")
IS = ("是", "为")
FEWEST = 2
FAR = 12_000
TITLE_BEFORE = 80
LONGEST = 24


class Enumerations:
    """The numbered heads of a document, found when they are first asked for."""

    def __init__(self, plain: str, whole: Span) -> None:
        """Take the text, and the stretch of it that is one region's report."""
        self.plain = plain
        self.whole = whole
        self.found: list[tuple[int, int, Span]] | None = None

    def heads(self, reach: Span) -> list[tuple[int, Span]]:
        """Return the number and the words of each head within a stretch."""
        if self.found is None:
            self.found = [
                (head.start(), numeral(head["is"] or head["bracket"]) or 0, Span(head.start("head"), head.end("head")))
                for head in ORDINAL.finditer(self.plain, self.whole.start, self.whole.end)
                if head.start() == 0 or self.plain[head.start() - 1] in BEFORE_ORDINAL
            ]
        first = bisect_left(self.found, reach.start, key=lambda head: head[0])
        return [(number, span) for start, number, span in self.found[first:] if start < reach.end]

    def members(self, count: int, noun: str, reach: Span, title: str = "") -> tuple[str, ...]:
        """Return the members that so many heads in a row give, each ending with the noun; none where one is lacking.

        With a title, it must stand shortly before the first head.
        """
        series: list[str] = []
        for number, span in [*self.heads(reach), (0, Span(reach.end, reach.end))]:
            if number != len(series) + 1:
                if len(series) == count:
                    break
                series = []
            titled = series or self.plain.find(title, max(0, span.start - TITLE_BEFORE), span.start) >= 0
            if titled and number == len(series) + 1 and (member := member_in(self.plain[span.start : span.end], noun)):
                series.append(member)
        return tuple(series) if len(series) == count else ()


def member_in(head: str, noun: str) -> str:
    """Return the name that a numbered head gives: its last words that end with the noun, without quotes or verb."""
    head = "是" + head  # as 一是 opens it
    end = head.rfind(noun)
    if end < 0:
        return ""
    end += len(noun)
    masked = mask(head)
    quote = masked.rfind("“", 0, end)
    if quote >= 0 and masked.find("”", quote) >= end:
        start = quote
    else:
        _, start = verb_and_start(masked, 1, end - len(noun))
    member = clean_name(head[start:end])
    return member if len(noun) < len(member) <= LONGEST else ""


def counted_set(name: NamePhrase, plain: str, reach: Span, enumerations: Enumerations) -> tuple[Component, ...]:
    """Return the one component of a counted set, with the members that the text names; none where it names none."""
    counted = SET.fullmatch(name.brand or name.name)
    count = numeral(counted["count"].replace("两", "二")) if counted else None
    if counted is None or not count or count < FEWEST:
        return ()
    noun = counted["noun"]
    members = (
        aside_members(plain, name.end, count, noun)
        or enumerations.members(count, noun, Span(name.end, min(reach.end, name.end + FAR)))
        or enumerations.members(count, noun, enumerations.whole, name.brand or name.name)
    )
    if not members:
        _, listed = list_before(plain, reach.start, name.start)
        members = tuple(one for one in listed if FEWEST <= len(one) <= LONGEST)
        if len(members) > count:
            return ()
        members = members or summed_members(plain, reach.start, name, count)
    return (Component(count, noun, members),) if members else ()


def summed_members(plain: str, floor: int, name: NamePhrase, count: int) -> tuple[str, ...]:
    """Return the list without 等 right before a name, where it has one verb and as many members as the count says."""
    opening = stop = name.start
    while opening > max(floor, stop - LONGEST_LIST) and plain[opening - 1] not in MARKS:
        opening -= 1
    opening += plain.startswith(IS, opening)
    offset, listed = listed_in(plain[opening:stop])
    if len(listed) < FEWEST or name.verb > opening + offset:
        return ()
    members = (*listed[:-1], *AND.split(listed[-1]))
    return members if len(members) == count and all(FEWEST <= len(one) <= LONGEST for one in members) else ()


def aside_members(plain: str, end: int, count: int, noun: str) -> tuple[str, ...]:
    """Return the members in the bracket or list after a name, where they are as many as the count says."""
    aside = ASIDE.match(plain, end)
    if aside is None:
        return ()
    listed = re.split(r"[、,]|(?<=.{2})[和与及](?=[^、,]{2,}$)", aside["aside"] or aside["list"])
    heads = [NUMBERED.match(member) for member in listed]
    members = tuple(
        (head and member_in(member[head.end() :], noun)) or clean_name(member[head.end() if head else 0 :])
        for member, head in zip(listed, heads, strict=True)
    )
    return members if len(members) == count and all(0 < len(member) <= LONGEST for member in members) else ()
