"""Names in quotes that no noun of a programme follows: `坚持“以港兴产”`, `“绿谷+云仓”模式`, `“5+3”产业体系`.

What a quoted phrase is depends on itself (a code, an A+B, a name that ends with its own noun, a slogan), on the noun
after it, and on the verb before it. Quotes inside names that `head_noun` and `name_list` found are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from kg_build.extract.initiative.code import is_code
from kg_build.extract.initiative.name_phrase import NamePhrase, clean_name, verb_and_start
from kg_build.extract.initiative.quoted_head import ADJACENT, BRANDS, DEED, Head, head_after
from kg_build.extract.initiative.quoted_verb import DOING, FIELDS, NEXT, PREDICATE, RESULT, USED
from kg_build.extract.word_list import read_words
from kg_build.model import Span

__all__ = ["quoted_names"]

QUOTE = re.compile(r"“□+”")
JOINED = re.compile(r"[、和与及]?")
OWN_NOUN = re.compile(
    r"(?:行动|计划|工程|专项|战略|攻坚战|保卫战|平台|机制|模式|体系|基金|联盟|改革|活动|系统|走廊|文章|专板|飞地|"
    r"大赛|论坛|博览会|活动周|活动月|购物节|消费季|消费节|文化节|旅游节|艺术节|嘉年华|交易会|马拉松|邀请赛|公开赛)$"
)
AWARD = re.compile(r"[大银]?奖|称号|荣誉|一?等奖|先进")
MEETING = re.compile(r"[^,。;]{0,6}(?:现场会|推进会|大会|会议|座谈会|工作会)")
ACTED = re.compile(
    r"(?:常态化|持续|深入)?(?:构建|建立|打造|形成|开展|举办)"
    r"(?P<object>[^,。;、:“”的]{2,14}?(?:体系|模式|格局|机制|生态|活动))"
)
COUNTED_HEAD = re.compile(r"\d+(?:项|条)(?P<noun>举措|措施|行动|任务)")
SYSTEM = re.compile(r"体系|模式|格局|制度")
ARTICLES = re.compile(r"[\d一二三四五六七八九十]条(?:措施|办法)?$")
POSITION = re.compile(
    r"(?:(?<!之)谷|方案|路径|样板|名片|精神|城市|之都|之城|之地|之路|高地|门户|窗口|质量|标准|形象|升级版|名单|年)$|^.$|^应.尽.$|(?:掌上|指尖|网上|一地|一站|全程网|就近)办$"
)
YEAR = re.compile(
    r"[一-龥]{2}(?:提振|攻坚|突破|提升|落实|建设|行动|服务|创新|质量|促进|改革|深化|发展|消费|旅游|招商|整治|见效|推进|强基|转型)年$"
)
RUN = re.compile(r"实施|开展|启动|组织|举办")
"""A year given to one aim, and what is done with it: 「开展」“江州质量提升年”."""
SERIES = "系列"
POLICY = "政策"
"""A noun that quotes before 的 only describe: “甲乙、丙丁”的全留「政策」."""
SHARED = frozenset({"政策", "制度", "机制", "模式", "品牌"})
"""Nouns that quotes in a run without a mark share: “甲乙”“丙丁”「制度」."""
AIM = re.compile(r"目标|定位|要求|理念|精神|使命")
"""Behind quotes that say what a place wants to be."""
PUBLISHED = re.compile(r"(?<=.{2})(?:发布|研发|研制|首发)")
"""Between a firm and its product: 恒达「发布」“银杏”系统."""
EACH_ONE = re.compile(r"一.一策")
EACH_DONE = re.compile(r"落实|采取|实行|推行|迭代")
"""A way of working in quotes, and the verbs whose object it is a name as: 采取“一镇一策”."""

NEAR = re.compile(r"(?:实行|采取|推行|部署|打通|倡导|引入|共建|[按以由])(?=“)")
LEARNT = re.compile(r"学习|运用|全国|首批|经验|助力")
SET = re.compile(r"[一二两三四五六七八九十双\d][^,。]{1,5}")
CALLED = "任称叫为"
COUNT = re.compile(r"(?:\d+|[一二两三四五六七八九十]+)(?:余|多)?(?:家|个|项|条|批|支|名)")
AMOUNT = re.compile(r"\d(?:[万亿千]|个|家|项|条|亩|公里)")
INDEFINITE = re.compile(r"[一两]个")
TITLES = frozenset({"law", "plan", "text"})
LONGEST = 24
OTHER_NAME = re.compile(r"[^、]*(?:试点|示范区|试验区|先行区|先导区|工程|行动|体系)(?:和|与|以及)")
"""What stands before a code and ends in a name of its own: 国家轴承试点和省“35”工程."""


class Quote(msgspec.Struct, frozen=True):
    """A quoted phrase and its verb.

    `start` is where its name starts, left of the quote where a modifier belongs to it; `governor` is the verb with
    its adverbs; `last` tells the last of a run; `subject` that a verb of doing follows the run, `aimed` that the noun
    of an aim does; `shared` is the noun behind the run that is its own too.
    """

    verb: int
    start: int
    opening: int
    closing: int
    ceiling: int
    governor: str
    content: str
    last: bool
    subject: bool
    aimed: bool
    shared: str


def quoted_names(masked: str, plain: str, clause: Span, taken: Sequence[NamePhrase]) -> Iterator[NamePhrase]:
    """Yield the names that stand in quotes in a clause, those inside `taken` aside."""
    runs: list[list[Span]] = []
    for mark in QUOTE.finditer(masked, clause.start, clause.end):
        span = Span(mark.start(), mark.end())
        if runs and JOINED.fullmatch(masked, runs[-1][-1].end, span.start):
            runs[-1].append(span)
        else:
            runs.append([span])
    for run in runs:
        for quote in read_run(masked, plain, clause, run):
            if any(name.start <= quote.opening < name.end for name in taken):
                continue
            name = name_of(masked, plain, quote)
            if name is not None:
                yield name


def read_run(masked: str, plain: str, clause: Span, run: Sequence[Span]) -> Iterator[Quote]:
    """Yield the quotes of a run that share a verb; none of a run that is only counted."""
    first = run[0].start
    verb, start = verb_and_start(masked, clause.start, first, touching=True)
    governor = masked[verb:start]
    near = NEAR.search(masked[start : first + 1])
    if near:
        verb, governor, start = start + near.start(), near[0], first
    for position in range(first - 1, start - 1, -1):
        if masked[position] in "、”":
            start = position + 1
            break
    summed = masked[start - 1] == "、" and SET.match(plain, first + 1, run[0].end - 1)
    if summed or (masked[start - 1] == "等" and not SET.fullmatch(plain, first + 1, run[0].end - 1)):
        start = first
    if masked[start] in "和与及的":
        start += 1
    if masked[first - 1] in "和与及" and masked[first - 2 : first] not in {"中和", "饱和", "共和"}:
        start = first
    if COUNT.match(masked, start, first):
        return
    shared = head_after(masked, run[-1].end, clause.end) if len(run) > 1 else None
    is_shared = shared is not None and shared.noun in SHARED and not masked.startswith(SERIES, run[-1].end)
    noun = shared.noun if shared is not None and is_shared else ""
    for span in run:
        touches = span is not run[-1] and masked[span.end] == "“"
        yield Quote(
            verb=verb,
            start=start if span.start == first else span.start,
            opening=span.start,
            closing=span.end,
            ceiling=clause.end,
            governor=governor,
            content=plain[span.start + 1 : span.end - 1],
            last=span is run[-1],
            subject=is_subject(masked[run[-1].end : clause.end]),
            aimed=AIM.match(masked, run[-1].end, clause.end) is not None,
            shared=noun if touches else "",
        )


def is_subject(rest: str) -> bool:
    """Tell whether what follows a run of quotes says that it is carried out, or what came of it."""
    return PREDICATE.match(rest) is not None or RESULT.match(rest) is not None


def name_of(masked: str, plain: str, quote: Quote) -> NamePhrase | None:
    """Return the name that a quote makes with the words around it, or None."""
    content = quote.content
    if PUBLISHED.search(masked, quote.start, quote.opening):
        return None
    is_slogan = content in read_words("slogans") and not (
        EACH_ONE.fullmatch(content) and EACH_DONE.search(quote.governor)
    )
    if is_slogan or AMOUNT.search(masked, quote.start, quote.opening):
        return None
    coded = is_code(content)
    if not coded and (len(content) > LONGEST or ARTICLES.search(content)):
        return None
    head = head_after(masked, quote.closing, quote.ceiling)
    if head.group in TITLES:
        return None
    if coded:
        other = OTHER_NAME.match(masked, quote.start, quote.opening)
        quote = msgspec.structs.replace(quote, start=other.end()) if other else quote
        return phrase(plain, quote, "code", head.end)
    if OWN_NOUN.search(content):
        if INDEFINITE.match(content) or AWARD.match(masked, quote.closing, quote.ceiling):
            return None
        return self_named(masked, plain, quote, head)
    if (
        MEETING.match(masked, quote.closing, quote.ceiling)
        or content.startswith("+")
        or content.endswith(("+", "×", "X", "x"))
    ):
        return None
    name = acted_name(masked, plain, quote)
    if name is not None:
        return name
    if head.noun and not masked.startswith(SERIES, quote.closing):
        return headed_brand(masked, plain, quote, head)
    return governed_brand(masked, plain, quote)


def self_named(masked: str, plain: str, quote: Quote, head: Head) -> NamePhrase:
    """Return the name of a quote that ends with its own noun, without words of learning or award before it."""
    if LEARNT.search(masked, quote.start, quote.opening):
        quote = msgspec.structs.replace(quote, start=quote.opening)
    return phrase(plain, quote, "quoted", head.end if head.group in BRANDS else quote.closing)


def acted_name(masked: str, plain: str, quote: Quote) -> NamePhrase | None:
    """Return the name of a quote that itself does something: `“点+面”构建监测体系`, `“开门红”8项举措`."""
    acted = ACTED.match(masked, quote.closing, quote.ceiling)
    if acted and not quote.governor:
        name = quote.content + acted["object"]
        return NamePhrase(quote.verb, quote.opening, acted.end(), clean_name(name), "pattern", brand=quote.content)
    counted = COUNTED_HEAD.match(masked, quote.closing, quote.ceiling)
    if counted and DOING.search(quote.governor):
        name = plain[quote.start : quote.closing] + counted["noun"]
        return NamePhrase(quote.verb, quote.start, counted.end(), clean_name(name), "branded", brand=quote.content)
    return None


def headed_brand(masked: str, plain: str, quote: Quote, head: Head) -> NamePhrase | None:
    """Return the name of a quote with a noun after it; nouns of a programme are `head_noun`'s."""
    if head.group not in BRANDS:
        return None
    if masked.startswith("的", quote.closing) and head.noun == POLICY:
        return None
    if masked.startswith("的", quote.closing) and not SYSTEM.search(head.noun):
        return phrase(plain, quote, "quoted", quote.closing)
    if "+" in quote.content:
        return phrase(plain, quote, "pattern", head.end) if head.group == "pattern" else None
    apart = head.end - len(head.noun) > quote.closing
    if (head.group == DEED or head.noun in ADJACENT) and (apart or masked[head.end : head.end + 1].isdigit()):
        return None
    if head.group == DEED and not (
        NEXT.match(masked, head.end, quote.ceiling) or USED.match(masked, head.end, quote.ceiling)
    ):
        return None
    return phrase(plain, quote, "branded", head.end)


def governed_brand(masked: str, plain: str, quote: Quote) -> NamePhrase | None:
    """Return the name of a bare quote that a verb of doing governs."""
    if YEAR.search(quote.content) and RUN.search(quote.governor):
        return phrase(plain, quote, "quoted", quote.closing)
    if quote.aimed or POSITION.search(quote.content) or masked[quote.opening - 1] in CALLED:
        return None
    if "+" in quote.content and FIELDS.match(masked, quote.closing, quote.ceiling):
        return None
    if not quote.governor and quote.subject:
        return phrase(plain, quote, "quoted", quote.closing)
    if not DOING.search(quote.governor):
        return None
    following = NEXT.match(masked, quote.closing, quote.ceiling) or (
        SET.fullmatch(quote.content) and masked.startswith("建设", quote.closing)
    )
    if quote.last and not following:
        return None
    named = phrase(plain, quote, "quoted", quote.closing)
    return msgspec.structs.replace(named, name=named.name + quote.shared) if quote.shared else named


def phrase(plain: str, quote: Quote, form: str, end: int) -> NamePhrase:
    """Return the name from the quote's start to `end`."""
    code = quote.content.replace(" ", "") if form == "code" else ""
    name = clean_name(plain[quote.start : end])
    return NamePhrase(quote.verb, quote.start, end, name, form, code, quote.content)
