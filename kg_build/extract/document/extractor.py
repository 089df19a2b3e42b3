"""Policy documents and what a region does with them: `印发《江州市轴承产业促进办法》`, `落实轴承产业三年行动计划`.

Titles and verbs are `title`'s and `verb`'s. A branded plan (“满园”行动计划) is an initiative alone, a
titled plan that is carried out is both; what a plan does is `initiative`'s.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg_build.confidence import measured
from kg_build.extract.context import evidence, status_at, subjects_at
from kg_build.extract.cooperation.partner import EXPANDED
from kg_build.extract.document.coverage import period_of, places_of
from kg_build.extract.document.publisher import publishers_in_title, publishers_of
from kg_build.extract.document.specific import Title
from kg_build.extract.document.title import titles_in
from kg_build.extract.document.verb import action_of
from kg_build.extract.initiative.name_phrase import mask
from kg_build.extract.place import is_torn, opening_place, tokens_in
from kg_build.extract.word_list import word_finder
from kg_build.lexicon import Lexicon
from kg_build.model import DocumentStatement, Region, Segment, Span, Statement

__all__ = ["RULES", "extract"]

MARKED = measured("document.marked", "a title in title marks or quotes with a verb", "书名号或引号标题,有动词")
UNMARKED = measured("document.unmarked", "a title without marks between a verb and a document noun", "无书名号标题")
RULES = (MARKED, UNMARKED)
OPENING = "《“"
NOTE = re.compile(r"[\[［]\d+[\]］]")
SUBJECT = re.compile(r"(?P<words>[^《》“”]+)《(?P<title>[^《》]+)》")
CLOSING = {"《": "》", "“": "”"}


def extract(segments: Sequence[Segment], lexicon: Lexicon) -> Iterator[Statement]:
    """Yield the documents of one text, each once for a region, year, status and action."""
    if not segments:
        return
    document = segments[0].document
    masked = mask(document.plain)
    tokens = word_finder("document-nouns", "document-issued-nouns").find(masked)
    stated = set()
    position, count = 0, len(tokens)
    for segment in segments:
        is_marked = any(masked.find(mark, segment.start, segment.end) >= 0 for mark in OPENING)
        if not is_marked and not tokens_in(tokens, segment.start, segment.end):
            continue
        for sentence in segment.sentences:
            for clause in sentence.clauses:
                while position < count and tokens[position].start < clause.start:
                    position += 1
                first = position
                while position < count and tokens[position].start < clause.end:
                    position += 1
                if first == position and not (is_marked and has_mark(masked, clause)):
                    continue
                if is_torn(segment, clause):
                    continue
                for title in titles_in(masked, document.plain, clause, tokens[first:position]):
                    for statement in statements_of(title, segment, clause, lexicon):
                        key = (statement.region_key, segment.year, statement.status, statement.title, statement.action)
                        if key not in stated:
                            stated.add(key)
                            yield statement


def has_mark(masked: str, clause: Span) -> bool:
    """Tell whether a mark that may open a title stands in a clause."""
    return masked.find("《", clause.start, clause.end) >= 0 or masked.find("“", clause.start, clause.end) >= 0


def statements_of(title: Title, segment: Segment, clause: Span, lexicon: Lexicon) -> Iterator[DocumentStatement]:
    """Yield what the subjects of the clause do with a document."""
    status = status_at(segment, title.verb)
    noun = title.noun or Span(title.end, title.end)
    action = action_of(title.verbs, title.after, status, segment.document.plain[title.start : noun.end])
    if action is None:
        return
    text = segment.document.text[title.start : title.end]
    places = places_of(segment, title.start, title.end, lexicon)
    subjects = owners(title, segment, clause, places, lexicon)
    period_start, period_end = period_of(segment.document.plain[title.start : title.end])
    for region in subjects or (None,):
        yield DocumentStatement(
            region=region.name if region else "",
            region_key=region.key if region else "",
            year=segment.year,
            status=status,
            evidence=(evidence(segment, title.verb, noun.end, MARKED if title.marked else UNMARKED),),
            title=bare(text, marked=title.marked) + segment.document.text[noun.start : noun.end],
            action=action,
            publishers=publishers(title, segment, clause, region),
            places=tuple(place.name for place in places),
            place_keys=tuple(place.key for place in places),
            period_start=period_start,
            period_end=period_end,
        )


def owners(
    title: Title, segment: Segment, clause: Span, places: Sequence[Region], lexicon: Lexicon
) -> tuple[Region, ...]:
    """Return whose a document is: the subjects of its verb, else the city or the joint area that opens its title.

    A title that opens its clause is no subject of its own: what is for a part of the province is the province's.
    """
    subjects = subjects_at(segment, title.verb, lexicon)
    own = (segment.region,) if segment.region is not None else ()
    start = title.start + segment.document.plain.startswith(("《", "“"), title.start)
    is_opening = title.start == clause.start
    if len(places) > 1 or (subjects != own and not is_opening):
        return subjects
    owner, _ = opening_place(segment, start, lexicon)
    if owner is not None and (owner.level == "prefecture" or owner.key in EXPANDED):
        return (owner,)
    return own if is_opening else subjects


def publishers(title: Title, segment: Segment, clause: Span, region: Region | None) -> tuple[str, ...]:
    """Return who issues a document: as the title, the words right before it, or the subject of the verb say."""
    return (
        publishers_in_title(segment, title.start, title.end, region)
        or (publishers_of(segment, title.verb, title.start, region) if title.marked else ())
        or (publishers_of(segment, clause.start, title.issue, region) if title.issue >= 0 else ())
    )


def bare(text: str, *, marked: bool) -> str:
    """Return a title without the marks around it and without the numbers of notes in it.

    >>> bare("《江州市“绿谷”促进条例》", marked=True)
    '江州市“绿谷”促进条例'
    >>> bare("江州自贸区《总体方案》", marked=True)
    '江州自贸区总体方案'
    """
    text = NOTE.sub("", text)
    if marked and (subject := SUBJECT.fullmatch(text)):
        return subject["words"] + subject["title"]
    closing = CLOSING.get(text[0], "")
    if not marked or not closing:
        return text
    end = text.rfind(closing)
    return text[1:end] if end > 0 else text
