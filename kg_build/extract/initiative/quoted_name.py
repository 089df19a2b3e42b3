"""Names in quotes that no noun of a programme follows: `坚持“以港兴产”`, `“绿谷+云仓”模式`, `“5+3”产业体系`.

What a quoted phrase is depends on itself (a code, an A+B, a name that ends with its own noun, a slogan), on the noun
after it, and on the verb before it. Quotes inside names that `head_noun` and `name_list` found are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from kg_build.extract.initiative.code import is_code
from kg_build.extract.initiative.name_phrase import BOUNDARY, NamePhrase, clean_name, verb_and_start
from kg_build.extract.word_list import WordFinder, read_words, word_finder
from kg_build.model import Span

__all__ = ["quoted_names"]

QUOTE = re.compile(r"“□+”")
JOINED = re.compile(r"[、和与及]?")
DOING = re.compile(
    r"实施|推进|推行|开展|坚持|启动|探索|深化|推广|实行|落实|打造|构建|建立|推出|用好|健全|完善|优化|迭代|践行|按照?$|创新|推动|打响|擦亮|"
    r"深入|做实|发起|应用|融入|接入|运营|升级"
)
STOP = re.compile(r"[,、。;:“”()和与及等]")
NEXT = re.compile(
    r"$|\d\.\d|[,、。;:)和与及等]|落地|提质|纵深|扩面|走深|升级|见效|取得|全面|持续|稳步|推动|推进|促进|加快|深入|聚|抓|的?部署|思路|理念"
)
OWN_NOUN = re.compile(
    r"(?:行动|计划|工程|专项|战略|攻坚战|保卫战|平台|机制|模式|体系|基金|联盟|改革|活动|系统|走廊|文章|专板|"
    r"大赛|论坛|博览会|活动周|活动月|购物节|消费季|消费节|文化节|旅游节|艺术节|嘉年华|交易会|马拉松|邀请赛|公开赛)$"
)
AWARD = re.compile(r"[大银]?奖|称号|荣誉|一?等奖|先进")
MEETING = re.compile(r"[^,。;]{0,6}(?:现场会|推进会|大会|会议|座谈会|工作会)")
OTHER_HEAD = re.compile(
    r"企业|城市|产品$|基地|园区|先导区|示范区|试验区|高地|人才|项目|名单|榜单|称号|荣誉|奖|精神|理念|要求|目标|问题|经费"
)
ACTED = re.compile(
    r"(?:常态化|持续|深入)?(?:构建|建立|打造|形成|开展|举办)"
    r"(?P<object>[^,。;、:“”的]{2,14}?(?:体系|模式|格局|机制|生态|活动))"
)
COUNTED_HEAD = re.compile(r"\d+(?:项|条)(?P<noun>举措|措施|行动|任务)")
SYSTEM = re.compile(r"体系|模式|格局|制度")
ARTICLES = re.compile(r"[\d一二三四五六七八九十]条(?:措施|办法)?$")
POSITION = re.compile(
    r"(?:(?<!之)谷|方案|路径|样板|名片|精神|之都|之城|之地|之路|高地|门户|窗口|质量|标准|形象|升级版|年)$|^.$"
)
NEAR = re.compile(r"(?:实行|推行|部署|打通|倡导|引入|共建|[按以由])(?=“)")
PREDICATE = re.compile(
    r"(?:深入|持续|扎实|全面|大力|加快|继续|稳步|有序|常态化)*(?:开展|实施|推进|抓好|落实|推行|升级|深化|启动|施行|扩面)"
    r"(?=$|[,、。;:])"
)
LEARNT = re.compile(r"学习|运用|全国|首批|经验|助力")
SET = re.compile(r"[一二两三四五六七八九十双\d][^,。]{1,5}")
CALLED = "任称叫为"
COUNT = re.compile(r"(?:\d+|[一二两三四五六七八九十]+)(?:余|多)?(?:家|个|项|条|批|支|名)")
AMOUNT = re.compile(r"\d(?:[万亿千]|个|家|项|条|亩|公里)")
INDEFINITE = re.compile(r"[一两]个")
ADJACENT = frozenset({"应用", "产品", "服务", "改造", "场景", "空间", "清单", "网络", "制度", "布局", "部署"})
VERBAL = frozenset({"应用", "产品", "服务", "改造"})
BRANDS = frozenset({"pattern", "brand"})
TITLES = frozenset({"law", "plan", "text"})
LONGEST = 24
WINDOW = 18


class Quote(msgspec.Struct, frozen=True):
    """A quoted phrase and its verb.

    `start` is where its name starts, left of the quote where a modifier belongs to it; `governor` is the verb with
    its adverbs; `last` tells the last of a run; `subject` that a verb of doing follows the run.
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


class Head(msgspec.Struct, frozen=True):
    """The noun after a quote and its class; empty, and ending where the quote does, where there is none."""

    end: int
    noun: str
    group: str


def brand_heads() -> WordFinder:
    """Return the automaton of the nouns that a brand may stand before."""
    return word_finder("document-nouns", "initiative-nouns", "brand-nouns")


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
    if COUNT.match(masked, start, first):
        return
    for span in run:
        yield Quote(
            verb=verb,
            start=start if span.start == first else span.start,
            opening=span.start,
            closing=span.end,
            ceiling=clause.end,
            governor=governor,
            content=plain[span.start + 1 : span.end - 1],
            last=span is run[-1],
            subject=PREDICATE.match(masked[run[-1].end : clause.end]) is not None,
        )


def name_of(masked: str, plain: str, quote: Quote) -> NamePhrase | None:
    """Return the name that a quote makes with the words around it, or None."""
    content = quote.content
    if content in read_words("slogans") or AMOUNT.search(masked, quote.start, quote.opening):
        return None
    coded = is_code(content)
    if not coded and (len(content) > LONGEST or ARTICLES.search(content)):
        return None
    head = head_after(masked, quote.closing, quote.ceiling)
    if head.group in TITLES:
        return None
    if coded:
        return phrase(plain, quote, "code", head.end)
    if OWN_NOUN.search(content):
        if INDEFINITE.match(content) or AWARD.match(masked, quote.closing, quote.ceiling):
            return None
        return self_named(masked, plain, quote, head)
    if MEETING.match(masked, quote.closing, quote.ceiling) or content.startswith("+") or content.endswith("+"):
        return None
    name = acted_name(masked, plain, quote)
    if name is not None:
        return name
    return headed_brand(masked, plain, quote, head) if head.noun else governed_brand(masked, plain, quote)


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
    if masked.startswith("的", quote.closing) and not SYSTEM.search(head.noun):
        return phrase(plain, quote, "quoted", quote.closing)
    if "+" in quote.content:
        return phrase(plain, quote, "pattern", head.end) if head.group == "pattern" else None
    apart = head.end - len(head.noun) > quote.closing
    if head.noun in ADJACENT and (apart or masked[head.end : head.end + 1].isdigit()):
        return None
    if head.noun in VERBAL and not NEXT.match(masked, head.end, quote.ceiling):
        return None
    return phrase(plain, quote, "branded", head.end)


def governed_brand(masked: str, plain: str, quote: Quote) -> NamePhrase | None:
    """Return the name of a bare quote that a verb of doing governs."""
    if POSITION.search(quote.content) or masked[quote.opening - 1] in CALLED:
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
    return phrase(plain, quote, "quoted", quote.closing)


def phrase(plain: str, quote: Quote, form: str, end: int) -> NamePhrase:
    """Return the name from the quote's start to `end`."""
    code = quote.content.replace(" ", "") if form == "code" else ""
    name = clean_name(plain[quote.start : end])
    return NamePhrase(quote.verb, quote.start, end, name, form, code, quote.content)


def head_after(masked: str, position: int, ceiling: int) -> Head:
    """Return the head noun after a quote that ends at `position`."""
    none = Head(position, "", "")
    window = min(ceiling, position + WINDOW)
    begin = position + 1 if masked.startswith("的", position) else position
    stop = STOP.search(masked, begin, window)
    if stop:
        window = stop.start()
    head = none
    stretch = masked[begin:window]
    for noun in brand_heads().find(stretch):
        between = stretch[: noun.start]
        if "的" in between or BOUNDARY.search(between):
            break
        hidden = noun.group in {"none", "project"}
        head = none if hidden else Head(begin + noun.end, stretch[noun.start : noun.end], noun.group)
    return none if head.noun and OTHER_HEAD.match(masked, head.end, ceiling) else head
