"""Events that go by a name of their own, where they are held: `办好第8届、第9届广交会`, `高交会成功举办`.

The names are data (`data/gazetteer/events.tsv`). One that is only made use of (`放大进博会效应`) is none; each
session that is named is an event.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg_build.extract.initiative.name_phrase import NamePhrase, clean_name, verb_and_start
from kg_build.model import Mention, Span

__all__ = ["held_events"]

SESSION = r"(?:第[\d一二三四五六七八九十百]{1,4}届|20\d\d年?(?:线上)?)"
SESSIONS = re.compile(rf"(?:{SESSION}(?:、|[和与及])?){{1,4}}$")
ONE = re.compile(SESSION)
FARTHEST = 32
HOLDS = re.compile(r"举办|承办|主办|协办|办好|筹办|举行|办成|保障")
HELD = re.compile(
    r"(?:[、和与及][^,。;:]{0,60}?)?(?:等[^,。;:]{0,14}?)?(?:在[^,。;:]{2,8}?)?(?:成功|圆满|顺利|如期|胜利|精彩|永久)*(?:举办|举行|召开|开幕|闭幕|落幕|落户)"
)
PART = re.compile(r"溢出|效应|平台|成果|期间|展区|参展|参会|组委会|筹备|经验")


def held_events(masked: str, plain: str, clause: Span, mention: Mention) -> Iterator[NamePhrase]:
    """Yield the events of a mention, one a session, if its clause says that they are held."""
    floor = max(clause.start, mention.start - FARTHEST)
    sessions = SESSIONS.search(masked, floor, mention.start)
    opening = sessions.start() if sessions else mention.start
    verb, start = verb_and_start(masked, clause.start, opening, touching=True)
    if PART.match(masked, mention.end):
        return
    if not (HOLDS.search(masked, verb, start) or HELD.match(masked, mention.end, clause.end)):
        return
    name = plain[mention.start : mention.end]
    if sessions is None:
        yield NamePhrase(verb, mention.start, mention.end, clean_name(name), "event")
        return
    for session in ONE.finditer(masked, opening, mention.start):
        yield NamePhrase(verb, session.start(), mention.end, clean_name(session[0] + name), "event")
