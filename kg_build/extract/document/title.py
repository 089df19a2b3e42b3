"""Where the titles of policy documents stand, and the verbs that act on them.

`印发《江州市轴承产业促进办法》` is in title marks. `出台支持轴承产业发展的若干措施` is not: such a title starts after
the verb of issuing and ends with a noun of `data/words/document-nouns.tsv`; the verbs in it (支持, 推动) are its own.
Verbs after the title count too: `轴承产业促进条例颁布实施`, `推进《轴承产业促进条例》立法`; the titles of a list share
them. A title may have its marks only in part: `《轴承促进法》实施办法`. Which words name one text is `named`'s.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from kg_build.extract.document.named import (
    ARTICLES,
    COUNT,
    SEPARATOR,
    TOPIC,
    marked_title,
    numbered,
    unmarked_title,
)
from kg_build.extract.document.specific import Place, Title
from kg_build.extract.document.verb import ISSUING, governing, predicate_after
from kg_build.extract.word_list import Token
from kg_build.model import Span

__all__ = ["titles_in"]

MARKED = re.compile(r"《■+》(?:\(○+\))?|“□+”")
CLOSED = (("“", "”"), ("《", "》"))
BESIDE = re.compile(r"(?P<title>[^、■□《》“”]{4,40}(?:条例|办法|细则|意见|规定|方案|纲要))(?:、|以及|和)")
"""A title that shares the verb of the one behind it."""
DATED = re.compile(r"\((?=[^()]{0,12}20\d\d)[^()]{4,24}\)")
"""The years behind a title without marks, which are part of it: 三年行动计划(2023—2025年)."""
JOINED = re.compile(r"(?:、|和|与|及|以及)?(?![、,;])")
REST = re.compile(r"[^、,;的《》“”和与及等]{0,8}")
"""What may stand between the marks of a title and its noun: 《轴承促进法》实施办法."""
PAIR = re.compile(
    r"(?:(?P<first>[^、,;《》“”]{4,40})、([^、,;《》“”]{4,40})|([^、,;和《》“”]{4,40})和([^、,;和《》“”]{4,40}))两[个项部件]"
)
"""Two titles before the noun that they share, joined by 、 or by 和 alone."""
OWNERS = re.compile(r"(?P<own>(?:省|市|自治区)级?)[和与](?P<other>[一-龥]{2,5}?[市县区])(?=[一-龥]{4})")
FARTHEST = 10
FARTHEST_JOINED = 40


def titles_in(masked: str, plain: str, clause: Span, tokens: Sequence[Token]) -> list[Title]:
    """Return the titles of a clause, in order; `tokens` are the document nouns in it.

    A title without a verb of its own shares that of the title it is joined to.
    """
    titles: list[Title] = []
    position = clause.start
    verb, verbs, issue = clause.start, "", -1
    places = places_in(masked, plain, clause, tokens)
    shared = predicates_of(masked, clause, places)
    for place, behind in zip(places, shared, strict=True):
        if place.start < position:
            continue
        found = governing(masked, position, place.start, marked=place.marked)
        is_listed = bool(titles) or (place.marked and masked.startswith("》", position - 1))
        joined = is_listed and SEPARATOR.match(masked, position, place.start) is not None
        if found:
            verb, verbs, begin, issue = found.start, found.words, found.end, found.issue
        else:
            begin = position
            if not (joined or masked[position] in "《“"):
                verb, verbs, issue = position, "", -1
        after = predicate_after(masked, place.end, clause.end) or ("" if verbs else behind)
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
        if title is None and not place.marked and (pair := pair_of(masked, stated, place)):
            titles += pair
            position = place.end
        if title:
            titles += [one for one in beside(masked, stated, title) if not place.marked]
            if place.group:
                title = msgspec.structs.replace(title, marked=False)
            titles += by_owner(plain, title)
            position = title.end
    return titles


def predicates_of(masked: str, clause: Span, places: Sequence[Place]) -> list[str]:
    """Return, for each place, the verb behind it or behind the places that are joined to it."""
    shared: list[str] = []
    following = ""
    for index in range(len(places) - 1, -1, -1):
        place = places[index]
        behind = predicate_after(masked, place.end, clause.end)
        if not behind and following and JOINED.match(masked, place.end, places[index + 1].start):
            near = places[index + 1].start - place.end <= FARTHEST_JOINED
            gap = masked[place.end : places[index + 1].start]
            behind = following if near and not re.search("[,;等]", gap) else ""
        following = behind
        shared.append(behind)
    return shared[::-1]


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


def pair_of(masked: str, stated: Title, place: Place) -> list[Title]:
    """Return the two titles that share a counted noun: 出台加强轴承质量、促进轴承出海两个意见."""
    found = PAIR.fullmatch(masked, stated.start, place.start) if stated.verbs else None
    if found is None:
        return []
    noun = Span(place.start, place.end)
    group = 1 if found["first"] else 3
    spans = (found.span(group), found.span(group + 1))
    return [msgspec.structs.replace(stated, start=start, end=end, noun=noun) for start, end in spans]


def by_owner(plain: str, title: Title) -> list[Title]:
    """Return a title, or the two of a province and a city in it: 省级和江州市轴承规划."""
    found = None if title.marked else OWNERS.match(plain, title.start, title.end)
    if found is None:
        return [title]
    first = msgspec.structs.replace(title, end=found.end("own"), noun=Span(found.end(), title.end))
    return [first, msgspec.structs.replace(title, start=found.start("other"))]


def places_in(masked: str, plain: str, clause: Span, tokens: Sequence[Token]) -> list[Place]:
    """Return where titles may end in a clause, in order."""
    marked = [
        Place(mark.start(), mark.end(), marked=True)
        for mark in MARKED.finditer(masked, clause.start, clause.end)
        if masked[mark.start()] == "《" or ARTICLES.search(plain[mark.start() + 1 : mark.end() - 1])
    ]
    counted = [
        place
        for token in tokens
        if token.group == "articles" and (place := numbered(masked, token.start, clause.start, clause.end))
    ]
    tokens = [token for token in tokens if token.group != "articles" and not is_inside(token, counted)]
    nouns = [
        Place(token.start, token.end, marked=False, group=token.group)
        for index, token in enumerate(tokens)
        if token.group != "none" and is_whole(masked, tokens, index)
    ]
    places = sorted([*marked, *counted, *nouns], key=lambda place: place.end)
    return [continued(masked, place, places[index + 1 : index + 2]) for index, place in enumerate(places)]


def is_inside(token: Token, places: Sequence[Place]) -> bool:
    """Tell whether a noun overlaps one of some places."""
    return any(place.start < token.end and token.start < place.end for place in places)


def continued(masked: str, place: Place, following: Sequence[Place]) -> Place:
    """Return a place in title marks with the noun that belongs to it: 《轴承促进法》实施办法."""
    if not place.marked or masked[place.start] != "《" or not following or following[0].marked:
        return place
    noun = following[0]
    rest = REST.fullmatch(masked, place.end, noun.start)
    if rest is None or ISSUING.search(rest[0]):
        return place
    return msgspec.structs.replace(place, end=noun.end, group=noun.group)


def is_whole(masked: str, tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a noun ends a title, and is not followed by the noun of a longer one."""
    if index + 1 == len(tokens):
        return True
    following = tokens[index + 1]
    gap = masked[tokens[index].end : following.start]
    if following.group == "none" or len(gap) > FARTHEST or re.search(r"[、,和与及等《》“”]", gap):
        return True
    return ISSUING.search(gap) is not None
