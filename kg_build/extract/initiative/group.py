"""Counted groups in a text, as the parts of a code are stated: `轴承、丝绸等六大传统产业`, `5个国际一流`.

What a text counts as an outcome is no part of a system: 新增3个集群, 产业链达12条. Groups that follow one another
without a word between them are a run: `轴承等2个国际一流、丝绸等4个国际先进`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

import msgspec

from kg_build.extract.initiative.name_phrase import clean_name, verb_and_start
from kg_build.model import Component, Span
from kg_build.numeral import numeral

__all__ = ["CountedGroups", "Group", "items_at", "members_of", "runs_of"]

COUNT = r"\d{1,3} | 十[一二三四五六七八九]? | [一二两三四五六七八九]十?"
GROUP = re.compile(
    rf"""
    (?<![\d.第]) (?P<count> {COUNT} ) (?:大|个|类|条)
    (?P<label> “?[^,。;:、的()\d]{{0,12}}?
        (?: 产业集群 | 产业链 | 产业 | 集群 | 行业 | 领域 | 赛道 | 领先 | 一流 | 先进 ) )
    (?! 集群 | 链 | 制造 | 园 | 基地 | 基金 | 技术 | 项目 | 企业 )
    """,
    re.VERBOSE,
)
ITEM = re.compile(
    rf"""
    (?P<members> [^,。;:()\d]{{1,40}}? 等 )? (?<![\d.第]) (?P<count> {COUNT} ) (?:大|个|类|条|项|家|张|支|批|座|种)
    (?P<label> [^,。;:、()\d]{{1,14}}? ) (?= [、,;。:)(和及\n] | 以及 | 构成 | 组成 | $ | {COUNT} (?:大|个|类|条|项) )
    """,
    re.VERBOSE,
)
BETWEEN = re.compile(r"”?(?:的(?:集群|产业))?(?:[、,;]?(?:以及|[和与及])?)")
MEMBERS = re.compile(r"[^,。;:()\d]{1,40}(?=等$)")
OUTCOME = re.compile(r"新增|新认定|新培育|认定|获批|获评|入选|入围|列入|纳入|创建|建成|签约|引进|引入|投产|开工")
TOTAL = re.compile(r"(?:[达到至超约近]|现有|已有|共有|其中|累计|总数|增至|前)$")
AIM = re.compile(r"^(?:要)?(?:达到|做到|迈向|跻身|力争|建成|达)?(?=.{2})")
LONGEST_LIST = 42


class Group(msgspec.Struct, frozen=True):
    """A counted group with its members, and where it stands."""

    start: int
    end: int
    component: Component


class CountedGroups:
    """The counted groups of one region's report, found when they are first asked for."""

    def __init__(self, plain: str, whole: Span) -> None:
        """Take the text, and the stretch of it that is the report."""
        self.plain = plain
        self.whole = whole
        self.found: list[Group] | None = None

    def within(self, start: int, end: int) -> list[Group]:
        """Return the groups that start within a stretch."""
        if self.found is None:
            self.found = list(groups_in(self.plain, self.whole))
        first, last = (bisect_left(self.found, place, key=lambda group: group.start) for place in (start, end))
        return self.found[first:last]


def groups_in(plain: str, near: Span) -> Iterator[Group]:
    """Yield the counted groups of a stretch, outcomes aside."""
    floor = near.start
    for group in GROUP.finditer(plain, near.start, near.end):
        before = MEMBERS.search(plain[max(floor, group.start() - LONGEST_LIST) : group.start()])
        opening = group.start() - len(before[0]) - 1 if before else group.start()
        verb, start = verb_and_start(plain, opening, group.start(), touching=True) if before else (0, group.start())
        if not before:
            clause = max(plain.rfind(mark, floor, group.start()) for mark in ",。;:\n") + 1
            verb, _ = verb_and_start(plain, max(clause, floor), group.start(), touching=True)
        members = members_of(before[0]) if before else ()
        floor = group.end()
        if OUTCOME.search(plain, verb, start) or TOTAL.search(plain, max(0, start - 4), start):
            continue
        yield Group(start, group.end(), Component(numeral(group["count"]) or 0, label_of(group["label"]), members))


def label_of(text: str) -> str:
    """Return the label of a group without the words that aim at it: 要达到国际一流."""
    return AIM.sub("", clean_name(text))


def members_of(text: str) -> tuple[str, ...]:
    """Return the members that a list before 等 names, without its verb."""
    _, start = verb_and_start(f"{text}。", 0, len(text), touching=True)
    if text.startswith("性", start):
        start = 0  # 保障性住房
    return tuple(filter(None, map(clean_name, text[start:].split("、"))))


def runs_of(plain: str, groups: Sequence[Group]) -> list[list[Group]]:
    """Return the groups in runs."""
    runs: list[list[Group]] = []
    for group in groups:
        if runs and BETWEEN.fullmatch(plain, runs[-1][-1].end, group.start):
            runs[-1].append(group)
        else:
            runs.append([group])
    return runs


def items_at(plain: str, position: int, end: int) -> list[Component]:
    """Return the counted items that are listed from a position on, whatever they are: `3大平台、4个基地和1张网`."""
    items: list[Component] = []
    while item := ITEM.match(plain, position, end):
        members = members_of(item["members"][:-1]) if item["members"] else ()
        items.append(Component(numeral(item["count"]) or 0, label_of(item["label"]), members))
        gap = BETWEEN.match(plain, item.end(), end)
        position = gap.end() if gap else item.end()
    return items
