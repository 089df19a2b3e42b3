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

from kg_build.extract.industry.context import is_borne, is_promoting
from kg_build.extract.industry.found import LISTED, Found, text_of
from kg_build.extract.industry.label import runs, starting_in
from kg_build.extract.industry.name import is_noun_tail, is_plain_name, is_sector_class, past_leads, uncounted, widen
from kg_build.extract.industry.role import role_of_class
from kg_build.extract.industry.vocabulary import SHORT, Vocabulary
from kg_build.extract.lists import Coordination, split_pair
from kg_build.model import Mention, Role, Span

__all__ = ["MemberReader"]

LONGEST_TAIL = 6
LONGEST_PLACE = 4
LONGEST_MATTER = 4

COUNT = r"(?:[一二三四五六七八九十两\d+“”]+(?:大|个|条|类|项)?)?"
CLASS = r"""(?: [百千万]亿元?级? | 国家级? | 省级 | 世界级 | 县域 | 本土 | 本地 | 一批 | 重点 | 优势 | 特色 | 支柱
    | 主导 | 传统 | 新兴 | 战略性 | 未来 | 先导 | 标志性? | 先进 | 高端 | 前沿 | 关键 | 细分 | 骨干 | 绿色 | 新型?
    | 高技术 | 创新型? | 现代化? | 富民 | 高成长性 | 朝阳 | 基础 | 潜力 | 规模 | 工业 | 消费 | 制造业? | 服务业?
    | 中小企业 | 经济 )*"""
CLASSED = re.compile(
    rf"""{COUNT} {CLASS}
        (?P<field> (?: (?! [在的和与为是向对因被把将] | 建设 | 发展 | 推进 | 重点 | 关键 ) [一-龥] ){{2,6}}? )?? {CLASS}
        (?P<kind> 产业链 | 产业集群 | 产业基地 | 产业(?!园|化) | 行业 | 领域 | 集群 | 赛道 | 业务 | 业态 | 装备
          | 产品 | 板块 | (?:深度)?融合 | (?<=消费)热点 | (?<=新)增长[点极] | (?<=增长)引擎 )
    """,
    re.VERBOSE,
)
"""The words behind 等 that class a list; `field` is an industry that heads it (等「数字」产业集群)."""
CLOSED = re.compile(r"全?产业链|产业集群|产业(?!园|化|基地)|行业|领域|集群|赛道|方面|(?P<whole>(?:制造|加工)业?$)")
SHARED = re.compile(r"(?:精深|深)?加工(?!企业|园|基地|项目|产业)|材料(?!企业|价格|供应)")
"""A noun behind 等 that each member has at its own end (锌、锡等「精深加工」)."""
ASSERTING = frozenset({"产业链", "产业集群", "产业", "集群", "赛道", "全产业链", "业态"})
"""Nouns that say that what stands before them is an industry; a 领域 or a 产品 need not be one."""
LOOSE = ASSERTING | {"融合", "深度融合"}
"""Nouns before which a word counts as known that is a label without its 产业 (文化、体育等「融合」)."""
NEW = frozenset({"赛道", "业态", "增长点", "增长极", "引擎"})
"""Nouns that call their members new, if weakly."""
GOVERNING = ("发展", "培育", "壮大", "做大做强", "做优做强", "做强做优", "做优", "做强")
CAUSE = "事业"
MATTER = re.compile(r"[一-龥]+")


class Closing(msgspec.Struct, frozen=True):
    """What closes a list: the noun that classes it, the role that it gives, whether it asserts industries.

    `cut` is where the last member ends that holds the noun itself (-1: none does), `shared` a noun of every member.
    """

    kind: str
    role: Role | None = None
    is_asserting: bool = False
    cut: int = -1
    shared: str = ""

    @property
    def otherwise(self) -> Role:
        """The role of the members where nothing else is said of one."""
        return "emerging" if self.kind in NEW else "general"


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
        counted = known = 0
        for span, inside in zip(spans, held, strict=True):
            text = text_of(plain, span)
            is_industry = bool(inside) or is_known(text)
            known += is_industry
            counted += is_industry or not (is_sector_class(text) or words.is_category(text))
        enough = 2 * known > counted or (closing.kind in ASSERTING and 2 * known == counted)
        if not known or not (enough or closing.is_asserting or counted == 1):
            return
        is_trusted = closing.is_asserting or 3 * known >= 2 * counted
        for span, inside in zip(spans, held, strict=True):
            text = text_of(plain, span)
            if inside:
                slack = 0 if "集群" in closing.kind else SHORT if span is spans[0] else LONGEST_TAIL
                found = self.read_member(plain, clause, span, inside, closing.role, slack)
                yield msgspec.structs.replace(found, otherwise=closing.otherwise)
            elif is_known(text) or (is_trusted and is_member(text) and not self.is_class(text)):
                start = span.start + self.place_at(text)
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
        if span.end - end <= LONGEST_TAIL and is_noun_tail(plain[end : span.end]):
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
    return is_plain_name(text.removesuffix("服务") + "业" if text.endswith("服务") else text)


def closing_of(plain: str, clause: Span, coordination: Coordination) -> Closing | None:
    """Return what classes a list: the words behind its 等, those that end its last member, or its verb."""
    if coordination.head >= 0:
        closing = CLASSED.match(plain, coordination.head, clause.end)
        if closing is not None:
            if is_borne(plain, clause, closing.start(), closing.end()):
                return None
            kind = closing["kind"]
            is_asserting = kind in ASSERTING and not closing["field"]
            return Closing(kind, role_of_class(closing[0]), is_asserting=is_asserting)
        shared = SHARED.match(plain, coordination.head, clause.end)
        if shared is not None:
            return Closing(shared[0], shared=shared[0])
    else:
        last = coordination.members[-1]
        closing = CLOSED.search(plain, last.start + 1, last.end)
        if closing is not None:
            cut = uncounted(plain, last.start, closing.end() if closing["whole"] else closing.start())
            return Closing(closing[0], role_of_class(plain[cut : closing.start()]), cut=cut)
    behind = coordination.head if coordination.head >= 0 else coordination.end - len(CAUSE)
    is_governed = plain.endswith(GOVERNING, clause.start, coordination.start) and not plain.startswith(CAUSE, behind)
    return Closing("") if is_governed else None
