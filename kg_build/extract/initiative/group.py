"""Counted groups in a text, as the parts of a code are stated: `轴承、丝绸等六大传统产业`, `5个国际一流`.

What a text counts as an outcome is no part of a system: 新增3个集群, 产业链达12条. Groups that follow one another
without a word between them are a run: `轴承等2个国际一流、丝绸等4个国际先进`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

import msgspec

from kg_build.extract.initiative.name_phrase import BOUNDARY, clean_name, verb_and_start
from kg_build.model import Component, Span
from kg_build.numeral import numeral

__all__ = [
    "ANY_GROUP",
    "LONGEST_LIST",
    "MARKS",
    "CountedGroups",
    "Group",
    "groups_in",
    "items_at",
    "list_before",
    "listed_in",
    "runs_of",
]

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
ANY_GROUP = re.compile(
    rf"""
    (?<![\d.第]) (?P<count> {COUNT} ) (?:大|个|类|条|项|张|座)
    (?! 月 | 年 | 百分点 | 小时 | 工作日 | 以上 | 左右 | 亿 | 万 )
    (?P<label> [^,。;:、()的“”\d\n]{{1,14}}? ) (?= [、,;。:)(”和及与的\n] | 以及 | $ )
    """,
    re.VERBOSE,
)
"""As GROUP, with any noun: for places where a text explains a code."""
ITEM = re.compile(
    rf"""
    (?P<members> [^,。;:()\d]{{1,40}}? 等 )? (?<![\d.第]) (?P<count> {COUNT} ) (?:大|个|类|条|项|家|张|支|批|座|种)
    (?P<label> [^,。;:、()\d]{{1,14}}? ) (?= [、,;。:)(和及\n] | 以及 | 构成 | 组成 | $ | {COUNT} (?:大|个|类|条|项) )
    """,
    re.VERBOSE,
)
BETWEEN = re.compile(r"”?(?:的(?:集群|产业))?(?:[、,;]?(?:以及|[和与及])?)")
MARKS = ",。;:()\n"
OUTCOME = re.compile(r"新增|新认定|新培育|认定|获批|获评|入选|入围|列入|纳入|创建|建成|签约|引进|引入|投产|开工")
TOTAL = re.compile(r"(?:[达到至超约近]|现有|已有|共有|其中|累计|总数|增至|前)$")
AIM = re.compile(r"^要?(?:达到|做到|迈向|跻身|力争|建成)(?=.{2})")
PREDICATE = re.compile(
    r"(?<=产业|集群|赛道|链群)(?:加快|加速|加力|持续|稳步|不断|蓬勃|快速|迅速|竞相|有序|全面|协同|茁壮|集聚|梯次|(?:建设|发展|培育|壮大)(?=提速|加快|加速|成势|见效|$)"
    r"|齐头并进|多点开花|百花齐放|方兴未艾|焕发|初具规模|提质|提速|做大|做强|做优)(?!.*(?:平台|基金|基地|园区|项目|行动|工程|计划|体系)$).*"
)
"""What a clause goes on to say of the group that opens it: 六大未来产业齐头并进."""
LONGEST_LIST = 160


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


def groups_in(plain: str, near: Span, pattern: re.Pattern[str] = GROUP) -> Iterator[Group]:
    """Yield the counted groups of a stretch, outcomes aside."""
    floor = near.start
    for group in pattern.finditer(plain, near.start, near.end):
        start, members = list_before(plain, floor, group.start())
        clause = max(floor, *(plain.rfind(mark, floor, start) + 1 for mark in ",。;:\n"))
        verb, _ = verb_and_start(plain, clause, start, touching=True)
        floor = group.end()
        if OUTCOME.search(plain, verb, start) or TOTAL.search(plain, max(0, start - 4), start):
            continue
        yield Group(start, group.end(), Component(numeral(group["count"]) or 0, label_of(group["label"]), members))


def list_before(plain: str, floor: int, end: int) -> tuple[int, tuple[str, ...]]:
    """Return where the list with 等 before a group starts, and its members; one whose beginning is cut off is none."""
    stop = end - 1 if plain[end - 1] == "“" else end
    if stop <= floor or plain[stop - 1] != "等":
        return end, ()
    opening = stop = stop - 1
    lowest = max(floor, stop - LONGEST_LIST)
    while opening > lowest and plain[opening - 1] not in MARKS and not plain[opening - 1].isdigit():
        opening -= 1
    before = plain[opening - 1]
    if (opening == lowest and lowest > floor) or before == ")" or before.isdigit():
        opening = plain.find("、", opening, stop) + 1
        if not opening:
            return end, ()
    offset, members = listed_in(plain[opening:stop])
    return opening + offset, members


def label_of(text: str) -> str:
    """Return the label of a group without the words that aim at it (要达到国际一流) and what is said of it."""
    return PREDICATE.sub("", AIM.sub("", clean_name(text)))


def members_of(text: str) -> tuple[str, ...]:
    """Return the members that a list before 等 names, without its verb."""
    return listed_in(text)[1]


def listed_in(text: str) -> tuple[int, tuple[str, ...]]:
    """Return where a list starts after its verb, and its members."""
    listed = text.split("、")
    first = max((index for index, member in enumerate(listed) if BOUNDARY.match(member)), default=0)
    opening = listed[first]
    _, start = verb_and_start(f"{opening}。", 0, len(opening), touching=True)
    if opening.startswith("性", start):
        start = 0  # 保障性住房
    members = (opening[start:], *listed[first + 1 :])
    return sum(len(member) + 1 for member in listed[:first]) + start, tuple(filter(None, map(clean_name, members)))


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
