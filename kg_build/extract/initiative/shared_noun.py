"""Public works in a list that share their noun: `江云、江白等高速公路` names 江云高速公路 and 江白高速公路.

The noun (`work` in `data/words/initiative-nouns.tsv`) stands after 等 or ends the last member. A member with a noun of
its own (`江州东站`) stays as it is; 江州至云溪、白石等快速通道 leave from one place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg_build.extract.initiative.generic import is_generic, is_generic_work
from kg_build.extract.initiative.name_context import PREDICATE
from kg_build.extract.initiative.name_phrase import NamePhrase, clean_name, verb_and_start
from kg_build.extract.initiative.public_work import WORK_NEXT, tail_end
from kg_build.extract.word_list import Token
from kg_build.model import Span

__all__ = ["shared_names"]

SUMMED = re.compile(r"等[^,。;:、“”()■等的]{0,6}$")
SEPARATOR = re.compile(r"、|以及|[和与及]")
OWN_NOUN = re.compile(
    r"(?:(?<=..)[路桥]|[线港馆场段站库道渠枢纽园塔]|铁路|高铁|高速|隧道|电站|立交|水厂|[东西南北]延伸|[一二三四]期|改造|扩能|扩建|治理|工程|项目|系统)$"
)
OWN_LINE = re.compile(r"[\u4e00-\u9fff]{2}线$|[东南西北]延伸$")
"""Nouns too wide to make a name anywhere else, but one in a list of lines."""
NO_MEMBER = re.compile(r"[\d一二两三四五六七八九十百](?:个|条|座|项|公里|处)|[“”■的,。;:()]")
NO_SHARE = re.compile(r"[一二两三四五六七八九十\d]大[^,。;、]{1,8}$|枢纽$")
"""Sets (等十大名山公园), and what a list of cities is called rather than works of theirs (等交通枢纽)."""
FROM = re.compile(r"^(?P<place>[^至]{2,6}至)[^至]{2,6}$")
SHORTEST_MEMBER = 2
LONGEST_MEMBER = 8
LONGEST_BARE = 5
FEWEST = 2
FARTHEST = 60


def shared_names(masked: str, plain: str, clause: Span, token: Token, last: NamePhrase | None) -> Iterator[NamePhrase]:
    """Yield, from the last, the works of a list whose noun is the token; `last` is the name that the token heads."""
    floor = max(clause.start, token.start - FARTHEST)
    summed = SUMMED.search(masked, floor, token.start)
    if summed is None and masked.find("、", floor, token.start) < 0:
        return
    if summed is None and (token.group == "site" or last is None or masked[last.start - 1] != "、"):
        return
    if token.group == "site" and (
        NO_SHARE.search(masked, floor, token.end) or masked[token.end : token.end + 1].isdigit()
    ):
        return
    end = summed.start() if summed else last.start - 1 if last else token.start
    verb, start = verb_and_start(masked, clause.start, end, touching=True)
    closing = tail_end(masked, token.end, clause.end)
    works = PREDICATE.match(masked, closing, clause.end) or (
        verb < start and WORK_NEXT.match(masked, closing, clause.end)
    )
    start += masked[start] in "及并"
    members = [member for member in SEPARATOR.split(masked[start:end]) if member]
    fewest = 1 if summed and token.group == "work" and masked.find("、", floor, token.start) < 0 else FEWEST
    if not works or len(members) + (summed is None) < fewest:
        return
    noun = masked[token.start : closing]
    origin = None if OWN_NOUN.search(members[0]) else FROM.match(members[0])
    longest = LONGEST_MEMBER if summed else LONGEST_BARE
    position = end
    for member in reversed(members):
        opening = masked.rindex(member, start, position)
        position = opening
        name = clean_name(plain[opening : opening + len(member)])
        if OWN_NOUN.search(name):
            if summed is None:
                return
            if OWN_LINE.search(name) and not NO_MEMBER.search(member) and not is_generic(name[:-1]):
                yield NamePhrase(verb, opening, opening + len(member), name, "facility")
            continue
        if (
            not SHORTEST_MEMBER <= len(name) <= longest + len(name.partition("至")[2])
            or NO_MEMBER.search(member)
            or is_generic_work(name)
        ):
            continue
        if origin and "至" not in name:
            name = origin["place"] + name
        yield NamePhrase(verb, opening, closing, name + noun, "facility")
