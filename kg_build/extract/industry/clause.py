"""The industries that one clause names: 培育「激光」、「轴承」等产业.

A label of the scheme is one, widened over its noun phrase (`name`), unless the words round it say otherwise
(`context`). Terms that no label names are found by form: members of a list that 等…产业 or …产业链 closes, and
“光伏+农业”应用. Whole sectors and categories (concepts of the scheme with no broader one) are none. Short labels and
those that the scheme gives as `cnip:contextLabel` are everyday words too and need an industry's place or company.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence

import msgspec

from kg_build.confidence import measured
from kg_build.extract.industry.context import (
    in_place,
    is_about_else,
    is_borne,
    is_farm_output,
    is_list_of_else,
    is_promoting,
)
from kg_build.extract.industry.label import Listing, is_whole, runs, starting_in
from kg_build.extract.industry.name import clean_name, is_noun_tail, is_plain_name, uncounted, widen
from kg_build.extract.industry.role import role_around, role_of_class
from kg_build.extract.lists import Coordination, find_lists, has_list, split_pair
from kg_build.extract.place import mention_at, mention_before
from kg_build.lexicon import Lexicon, normalize
from kg_build.model import Mention, Role, Rule, Span

__all__ = ["RULES", "Found", "IndustryReader", "reader_of"]

LABEL = measured("industry.label", "A label of the industry scheme with its modifiers", "产业表中的名称及其修饰语")
LISTED = measured("industry.list", "Members of a list that 等…产业 closes", "“等…产业”之前的并列成分")
PAIRED = measured("industry.pair", "Two fields in one: “光伏+农业”应用", "两个领域的结合:“光伏+农业”应用")

RULES: tuple[Rule, ...] = (LABEL, LISTED, PAIRED)

SHORT = 2
LONGEST_TAIL = 6
CACHED = 4096

COUNT = r"(?:[一二三四五六七八九十两\d+“”]+(?:大|个|条|类|项)?)?"
CLASS = r"""(?: [百千万]亿元?级? | 国家级? | 省级 | 世界级 | 县域 | 本土 | 本地 | 一批 | 重点 | 优势 | 特色 | 支柱
    | 主导 | 传统 | 新兴 | 战略性 | 未来 | 先导 | 标志性? | 先进 | 高端 | 前沿 | 关键 | 细分 | 骨干 | 绿色 | 新
    | 高技术 | 创新型? | 现代化? | 富民 | 高成长性 | 朝阳 | 基础 | 潜力 | 规模 | 工业 | 消费 | 制造业? | 服务业?
    | 中小企业 )*"""
CLASSED = re.compile(
    rf"""{COUNT} {CLASS}
        (?P<field> (?: (?! [在的和与为是向对因被把将] | 建设 | 发展 | 推进 | 重点 | 关键 ) [一-龥] ){{2,6}}? )?? {CLASS}
        (?P<kind> 产业链 | 产业集群 | 产业基地 | 产业(?!园|化) | 行业 | 领域 | 集群 | 赛道 | 业务 | 业态 | 装备
          | 产品 | 板块 )
    """,
    re.VERBOSE,
)
"""The words behind 等 that class a list; `field` is an industry that heads it (等「数字」产业集群)."""
CLOSED = re.compile(r"全?产业链|产业集群|产业(?!园|化|基地)|行业|领域|集群|赛道|方面|(?P<whole>(?:制造|加工)业?$)")
ASSERTING = frozenset({"产业链", "产业集群", "产业", "集群", "赛道", "全产业链"})
"""Nouns that say that what stands before them is an industry; a 领域 or a 产品 need not be one."""
AND = ("和", "与")
PAIR = re.compile(
    r"“(?:(?P<pair>[一-龥A-Za-z0-9]{2,8}\+[一-龥A-Za-z0-9]{2,8})”(?:融合)?(?:应用|产业|融合|项目)"
    r"|(?!人工智能|AI|互联网|数据)(?P<plus>[一-龥A-Za-z0-9]{2,8}\+)”产业)"
)
LATIN = re.compile(r"[A-Za-z0-9]")


class Found(msgspec.Struct, frozen=True):
    """An industry in a clause: the span of its name, how it is called, and what found it.

    `otherwise` is the role where neither the clause nor what stands before it gives one.
    """

    start: int
    end: int
    name: str
    concept: str
    rule: Rule
    role: Role | None = None
    otherwise: Role = "general"

    def meets(self, start: int, end: int) -> bool:
        """Tell whether the name shares characters with `start`..`end`."""
        return start < self.end and self.start < end


class IndustryReader:
    """Reads clauses with one lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Take what the scheme says of categories, of farming and of everyday words."""
        concepts = lexicon.industries
        self.lexicon = lexicon
        self.ground = lexicon.grounds["industries"]
        self.categories = frozenset(key for key, concept in concepts.items() if not concept.broader)
        self.farming = frozenset(key for key, concept in concepts.items() if concept.broader == "agriculture")
        self.everyday = frozenset(
            label for concept in concepts.values() for label in concept.properties.get("cnip:contextLabel", ())
        )
        self.worded = functools.lru_cache(CACHED)(self.word)

    def read(self, plain: str, clause: Span, mentions: Sequence[Mention]) -> list[Found]:
        """Return the industries of a clause, in order, given the labels found in it."""
        named = [mention for mention in mentions if mention.concept not in self.categories and is_whole(plain, mention)]
        found_lists = find_lists(plain, clause.start, clause.end) if has_list(plain, clause.start, clause.end) else ()
        lists = [self.listing(coordination, named) for coordination in found_lists]
        if not (named or lists) or is_about_else(plain, clause):
            return []
        finds: list[Found] = []
        if plain.find("+", clause.start, clause.end) >= 0:
            finds.extend(read_pairs(plain, clause))
        for listing in lists:
            finds.extend(self.read_list(plain, clause, listing.coordination, named))
        for first, last in runs(plain, named):
            if any(found.meets(first.start, last.end) for found in finds):
                continue
            label = self.read_label(plain, clause, first, last)
            if self.is_industry(plain, clause, label, named, lists) and not any(
                found.meets(label.start, label.end) for found in finds
            ):
                finds.append(label)
        kept = [found for found in finds if not is_borne(plain, clause, found.start, found.end)]
        return sorted(kept, key=start_of) if len(kept) > 1 else kept

    def read_list(
        self, plain: str, clause: Span, coordination: Coordination, named: Sequence[Mention]
    ) -> Iterator[Found]:
        """Yield the members of a list whose closing words class it as one of industries."""
        members = list(coordination.members)
        if coordination.head >= 0:
            closing = CLASSED.match(plain, coordination.head, clause.end)
            if closing is None or is_borne(plain, clause, closing.start(), closing.end()):
                return
            kind, role = closing["kind"], role_of_class(closing[0])
            is_asserted = kind in ASSERTING and not closing["field"]
            cut = -1
        else:
            last = members[-1]
            closing = CLOSED.search(plain, last.start + 1, last.end)
            if closing is None:
                return
            cut = uncounted(plain, last.start, closing.end() if closing["whole"] else closing.start())
            kind, role = closing[0], role_of_class(plain[cut : closing.start()])
            is_asserted = False
            members[-1] = Span(last.start, cut)
        spans = [part for member in members for part in split_pair(plain, member, self.is_name)]
        held = [starting_in(named, span) for span in spans]
        is_known = self.is_name if kind in ASSERTING else self.is_label
        known = sum(bool(inside) or is_known(text_of(plain, span)) for span, inside in zip(spans, held, strict=True))
        if not known or (2 * known < len(spans) and not is_asserted):
            return
        is_trusted = is_asserted or 3 * known >= 2 * len(spans)
        for span, inside in zip(spans, held, strict=True):
            text = text_of(plain, span)
            if inside:
                slack = 0 if "集群" in kind else SHORT if span is spans[0] else LONGEST_TAIL
                found = self.read_member(plain, clause, span, inside, role, slack)
                yield msgspec.structs.replace(found, otherwise="emerging") if kind == "赛道" else found
            elif is_known(text) or (is_trusted and is_plain_name(text) and not self.is_category(text)):
                name, concept = self.worded(text)
                if span.end == cut and kind.startswith("产业") and not self.is_label(name):
                    name = name + "产业" if self.is_label(name + "产业") else name
                yield Found(span.start, span.end, name, concept, LISTED, role)

    def read_member(
        self, plain: str, clause: Span, span: Span, inside: Sequence[Mention], role: Role | None, slack: int
    ) -> Found:
        """Return the industry of a member that holds labels: from the last run of labels to the member's end.

        Up to `slack` characters before the labels belong to the name, where no verb or place is among them.
        """
        *_, (first, last) = runs(plain, inside)
        start, end = widen(plain, first.start, last.end, span.start, span.end)
        lead = plain[span.start : start]
        if (
            lead
            and len(lead) <= slack
            and is_plain_name(lead + "业")
            and not is_promoting(lead)
            and self.lexicon.region_named(lead) is None
        ):
            start = span.start
        if span.end - end <= LONGEST_TAIL and is_noun_tail(plain[end : span.end]):
            end = span.end
        return self.find(plain, clause, Span(start, end), last, LISTED, role)

    def read_label(self, plain: str, clause: Span, first: Mention, last: Mention) -> Found:
        """Return the industry that a run of labels names, with its modifiers and head nouns."""
        start, end = widen(plain, first.start, last.end, clause.start, clause.end)
        if plain.startswith("产业", end) and not self.is_label(plain[start:end]):
            end += len("产业")
        return self.find(plain, clause, Span(start, end), last, LABEL, None)

    def find(self, plain: str, clause: Span, span: Span, last: Mention, rule: Rule, role: Role | None) -> Found:
        """Return the find for a span that ends in the label `last` or in nouns behind it."""
        name, concept = self.worded(text_of(plain, span))
        if not concept and span.end == last.end:
            concept = last.concept
        role = role or role_around(plain, clause.start, span.start, span.end, clause.end)
        return Found(span.start, span.end, name, concept, rule, role)

    def is_industry(
        self, plain: str, clause: Span, label: Found, named: Sequence[Mention], lists: Sequence[Listing]
    ) -> bool:
        """Tell whether a label is stated as an industry: not in a list of tools, and no mere everyday word."""
        own = next((each for each in lists if each.holds(label.start)), None)
        if own and is_list_of_else(plain, clause, own.coordination.start, own.behind):
            return False
        if label.concept in self.farming and is_farm_output(plain, clause, label.end):
            return False
        return (
            label.role is not None
            or self.is_distinctive(plain[label.start : label.end])
            or in_place(plain, clause, label.start, label.end)
            or self.has_company(plain, label, named, own)
        )

    def has_company(self, plain: str, label: Found, named: Sequence[Mention], own: Listing | None) -> bool:
        """Tell whether an everyday word stands beside an industry with 和 or 与, or in a list of industries.

        A list is one where another member is no everyday word, or where every member is an industry.
        """
        behind = mention_at(named, label.end + 1) if plain.startswith(AND, label.end) else None
        before = mention_before(named, label.start - 1) if plain.startswith(AND, label.start - 1) else None
        if any(mention is not None and self.is_distinctive(mention.label) for mention in (behind, before)):
            return True
        return own is not None and own.has_company_for(label.start)

    def listing(self, coordination: Coordination, named: Sequence[Mention]) -> Listing:
        """Return a list with what its members hold, looked up once for all of them."""
        held = [starting_in(named, member) for member in coordination.members]
        return Listing(
            coordination,
            filled=frozenset(index for index, inside in enumerate(held) if inside),
            distinctive=frozenset(
                index for index, inside in enumerate(held) if any(self.is_distinctive(m.label) for m in inside)
            ),
        )

    def is_distinctive(self, name: str) -> bool:
        """Tell whether a name is no everyday word: longer than two characters, or with Latin letters or digits."""
        return (len(name) > SHORT and name not in self.everyday) or LATIN.search(name) is not None

    def is_label(self, text: str) -> bool:
        """Tell whether a text is a label of an industry, word for word."""
        key = self.ground.get(text) or self.ground.get(normalize(text))
        return key is not None and key not in self.categories

    def is_name(self, text: str) -> bool:
        """Tell whether a text is a label of an industry, give or take 产业 or 业 at its end."""
        key = self.lexicon.ground_industry(text)
        return bool(key) and key not in self.categories

    def is_category(self, text: str) -> bool:
        """Tell whether a text is a whole sector or a category."""
        return self.lexicon.ground_industry(text) in self.categories

    def word(self, text: str) -> tuple[str, str]:
        """Return the name that a noun phrase gives an industry, and its concept (empty where no label is that name)."""
        name = clean_name(text, self.is_label)
        return name, self.lexicon.ground_industry(name)


LATEST: list[IndustryReader] = []


def reader_of(lexicon: Lexicon) -> IndustryReader:
    """Return the reader of a lexicon; the latest one is kept, so that its names are worded once in a process."""
    if not LATEST or LATEST[0].lexicon is not lexicon:
        LATEST[:] = [IndustryReader(lexicon)]
    return LATEST[0]


def start_of(found: Found) -> int:
    """Return where a find starts, to sort by."""
    return found.start


def text_of(plain: str, span: Span) -> str:
    """Return the text of a span."""
    return plain[span.start : span.end]


def read_pairs(plain: str, clause: Span) -> Iterator[Found]:
    """Yield the fields that quotes and a plus sign make one industry (“光伏+农业”应用, “海洋+”产业)."""
    for pair in PAIR.finditer(plain, clause.start, clause.end):
        name = pair["pair"] or pair["plus"]
        yield Found(pair.start() + 1, pair.start() + 1 + len(name), name, "", PAIRED)
