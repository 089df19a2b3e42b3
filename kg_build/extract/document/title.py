"""The title of a policy document and the verbs that act on it.

`印发《江州市轴承产业促进办法》` is in title marks. `出台支持轴承产业发展的若干措施` is not: such a title starts after
the verb of issuing and ends with a noun of `data/words/document-nouns.tsv`; the verbs in it (支持, 推动) are its own.
Verbs after the title count too: `轴承产业促进条例颁布实施`, `推进《轴承产业促进条例》立法`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from kg_build.extract.document.verb import ISSUING, governing, predicate_after
from kg_build.extract.initiative.generic import is_generic
from kg_build.extract.initiative.name_phrase import verb_and_start
from kg_build.extract.word_list import Token
from kg_build.model import Span

__all__ = ["Title", "titles_in"]

MARKED = re.compile(r"《■+》(?:\(○+\))?|“□+”")
TITLE_NOUN = re.compile(
    r".(?:条例|办法|方案|意见|规划|纲要|细则|规定|规则|导则|指引|指南|措施|计划|要点|路线图|白皮书|通知|决定|决议|要求|标准|目录|清单|"
    r"政策|举措|规范|章程|准则|协议|协定|宣言|倡议|总规|建议|框架|[\d一二三四五六七八九十]条|法)(?:\([^()]*\))?$"
)
ARTICLES = re.compile(r"[\d一二三四五六七八九十]条(?:措施|意见|办法|政策)?$|.{4}(?:方案|条例|办法|意见|规划|若干措施)$")
BARE_ARTICLES = re.compile(r"(?:双?[\d一二三四五六七八九十]+条)")
COUNT = re.compile(
    r"(?:[\d.]+|[一二两三四五六七八九十]+)(?:余|多)?(?:个|项|部|件|份|条|类)|一批|一系列|系列|相关|有关|配套|多项|首批|若干"
)
COUNTED_NOUN = re.compile(
    r"(?:\d|[一二两三四五六七八九十百余多])(?:项|件|部|份|个|条)$|各项$|各$|系列$|加强$|强化$|完善$|优化$"
)
ORDINAL = re.compile(r"第十[一二三四五六]?个$")
SEPARATOR = re.compile(r"[、和与及并的是]|以及|等|完善|新?修[订改]的|新(?:制定|出台|颁布)的")
LEADING = re.compile(r".*精神[和及]|.*的(?=“[^”]*”规划$)|[^、]*?(?:批复|批准)(?:实施)?的(?=.{4})")
CONTINUED = re.compile(
    r"的(?:第|开局|关键|收官|目标|任务|重要|主要|实施|起步)|收官|开局|承上|承前|和(?:20|二[〇○零]).{2}年远景|目标|建议|期间|时期|引导|建设|发展(?!规划|计划|纲要|意见|方案)"
)
YEARS = re.compile(r"[一二三四五\d]年$")
TORN = re.compile(r"[■《》。;\n]|“(?!□)|(?<!□)”")
"""What no title without marks holds: another title, or one of two marks."""
CLOSED = (("“", "”"), ("《", "》"))
BARE = re.compile(r"(?:我|本|全)?[省市区县州](?:委|政府)?的?(?:实施|工作|行动|具体|相关|配套|落实)*")
"""What says only whose a document is: 市委实施意见, 我省行动方案."""
BESIDE = re.compile(r"(?P<title>[^、■□《》“”]{4,40}(?:条例|办法|细则|意见|规定|方案|纲要))(?:、|以及|和)")
"""A title that shares the verb of the one behind it."""
EARLIER_TITLE = re.compile(r".*(?:条例|办法|细则|意见|规定|方案|纲要)(?:、|以及|和)")
"""The end of another title inside one without marks, which so begins behind it."""
DATED = re.compile(r"\((?=[^()]{0,12}20\d\d)[^()]{4,24}\)")
"""The years behind a title without marks, which are part of it: 三年行动计划(2023—2025年)."""
TOPIC = re.compile(r"听取|汇报|代表|委员|群众|审议|整改|反馈|征求|督察|八项规定|^各级|^各类")
HEEDING = re.compile(r"落实|贯彻|宣贯")
DONE = frozenset({"实施", "落实", "施行", "贯彻"})
SHORTEST = 4
LONGEST = 60
FARTHEST = 10
SHORTEST_MEMBER = 6
SHORTEST_TITLE = 7


class Title(msgspec.Struct, frozen=True):
    """A title in the text: where its verb and where it starts and ends, the verbs before it, the verb after it.

    `issue` is where the verb of issuing begins, whose subject publishes the document: the title's own verb, or that
    of the words that describe it (`落实国务院「印发」的《…》`); -1 where there is none.
    """

    verb: int
    start: int
    end: int
    verbs: str
    after: str
    marked: bool
    issue: int = -1


class Place(msgspec.Struct, frozen=True):
    """Where a title may end: a stretch in title marks or quotes, or a document noun."""

    start: int
    end: int
    marked: bool


def titles_in(masked: str, plain: str, clause: Span, tokens: Sequence[Token]) -> list[Title]:
    """Return the titles of a clause, in order; `tokens` are the document nouns in it.

    A title without a verb of its own shares that of the title it is joined to.
    """
    titles: list[Title] = []
    position = clause.start
    verb, verbs, issue = clause.start, "", -1
    for place in places_in(masked, plain, clause, tokens):
        if place.start < position:
            continue
        found = governing(masked, position, place.start, marked=place.marked)
        joined = bool(titles) and SEPARATOR.match(masked, position, place.start) is not None
        if found:
            verb, verbs, begin, issue = found.start, found.words, found.end, found.issue
        else:
            begin = position
            if not (joined or masked[position] in "《“"):
                verb, verbs, issue = position, "", -1
        after = predicate_after(masked, place.end, clause.end)
        if place.marked:
            stated = Title(verb, place.start, place.end, verbs, after, marked=True, issue=issue)
            title = marked_title(plain, stated, begin)
            position = place.end
        else:
            stated = Title(verb, begin, place.end, verbs, after, marked=False, issue=issue)
            title = unmarked_title(masked, clause, stated, place)
            dated = DATED.match(plain, place.end, clause.end) if title else None
            if title and is_torn(plain[title.start : title.end]):
                title = None
            if title and dated:
                title = msgspec.structs.replace(title, end=dated.end())
        if title:
            titles += [one for one in beside(masked, stated, title) if not place.marked]
            titles.append(title)
            position = title.end
    return titles


def is_torn(title: str) -> bool:
    """Tell whether a title without marks holds the end of a sentence, or one of two marks."""
    return "。" in title or any(title.count(opening) != title.count(closing) for opening, closing in CLOSED)


def beside(masked: str, stated: Title, title: Title) -> list[Title]:
    """Return the title without marks that stands between the verb as `stated` and a title, in a list of the two."""
    start = stated.start
    while start < title.start and (separator := SEPARATOR.match(masked, start, title.start)):
        start = separator.end()
    found = BESIDE.fullmatch(masked, start, title.start)
    if found is None or COUNT.match(found["title"]) or TOPIC.search(found["title"]) or not title.verbs:
        return []
    return [msgspec.structs.replace(title, start=start, end=found.end("title"))]


def places_in(masked: str, plain: str, clause: Span, tokens: Sequence[Token]) -> list[Place]:
    """Return where titles may end in a clause, in order."""
    places = [
        Place(mark.start(), mark.end(), marked=True)
        for mark in MARKED.finditer(masked, clause.start, clause.end)
        if masked[mark.start()] == "《" or ARTICLES.search(plain[mark.start() + 1 : mark.end() - 1])
    ]
    places += [
        Place(token.start, token.end, marked=False)
        for index, token in enumerate(tokens)
        if token.group != "none" and is_whole(masked, tokens, index)
    ]
    return sorted(places, key=lambda place: place.end)


def is_whole(masked: str, tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a noun ends a title, and is not followed by the noun of a longer one."""
    if index + 1 == len(tokens):
        return True
    following = tokens[index + 1]
    gap = masked[tokens[index].end : following.start]
    if following.group == "none" or len(gap) > FARTHEST or re.search(r"[、,和与及等《》“”]", gap):
        return True
    return ISSUING.search(gap) is not None


def marked_title(plain: str, title: Title, begin: int) -> Title | None:
    """Return a title in marks that something is done with; a bare “30条” takes the words before it."""
    content = plain[title.start + 1 : title.end].rstrip("》”")
    if not (title.verbs or title.after) or "。" in content or "\n" in content:
        return None
    if BARE_ARTICLES.fullmatch(content):
        start = begin if title.verbs and title.start - begin >= SHORTEST else title.start
        return msgspec.structs.replace(title, start=start) if start < title.start else None
    return title if plain[title.start] == "“" or TITLE_NOUN.search(content) else None


def unmarked_title(masked: str, clause: Span, title: Title, place: Place) -> Title | None:
    """Return the title without marks that ends with the noun at `place`, or None where its words name no one text."""
    verb, start = title.verb, title.start
    if not title.verbs:
        if not title.after or title.after == "落地":
            return None
        verb, start = verb_and_start(masked, max(clause.start, start), place.start)
    while separator := SEPARATOR.match(masked, start, place.start):
        if separator[0] == "等":
            return None
        start = separator.end()
    leading = LEADING.match(masked[start : place.end])
    if leading:
        start += leading.end()
    earlier = EARLIER_TITLE.match(masked, start, place.start)
    if earlier and earlier.end() < place.start:
        start = earlier.end()
    counted = COUNT.match(masked, start, place.start)
    if counted:
        start = counted.end()
    start += masked.startswith("《", start)
    modifier, noun = masked[start : place.start], masked[place.start : place.end]
    member = not counted and not leading and start > title.start and len(modifier + noun) >= SHORTEST_MEMBER
    short = len(modifier) < SHORTEST and len(modifier + noun) < SHORTEST_TITLE
    if (
        not modifier
        or len(modifier) > LONGEST
        or TORN.search(modifier)
        or TOPIC.search(modifier)
        or BARE.fullmatch(modifier)
    ):
        return None
    if not member and (short or is_generic(modifier)):
        return None
    if (COUNTED_NOUN.search(modifier) and not ORDINAL.search(modifier)) or CONTINUED.match(
        masked, place.end, clause.end
    ):
        return None
    issued = ISSUING.search(title.verbs) is not None or (not title.verbs and title.after not in DONE)
    if noun.endswith("计划") and not issued:
        dated = YEARS.search(modifier) or noun != "行动计划"
        if not dated and not HEEDING.search(title.verbs):
            return None
    return msgspec.structs.replace(title, verb=verb, start=start)
