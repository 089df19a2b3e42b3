"""Programmes in a list that share their noun with no 等 before it: `实施轴承提升、丝绸升级、齿轮培育行动`.

Each member says what is done (`丝绸升级`), so each is an action of its own; a list of things is one name
(`轴承、丝绸培育行动`), and so is a list under a verb that makes one text of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg_build.extract.initiative.name_phrase import DEVERBAL, NamePhrase, clean_name, verb_and_start
from kg_build.extract.word_list import Token
from kg_build.model import Span

__all__ = ["shared_programmes"]

SEPARATOR = re.compile(r"、|以及|[和与及]")
DONE = re.compile(
    rf"(?:{'|'.join(sorted(DEVERBAL))}|培育|壮大|建设|改造|保护|治理|整治|开发|发展|保障|引进|创新|扩容|降碳|减排|消纳|防控|防治|服务|集聚|促进"
    r"|扩面|扩能|提能|增绿|节能|节水|强化|完善|延伸|引育|培养|培训|示范|转型|再造|更新|疏解|换代|增产|强基|补链|强链|延链|领先|领跑|登峰)$"
)
"""What says that something is done, at the end of a member."""

CARRIES_OUT = re.compile(r"实施|开展|启动|推进|组织|抓好|深化")
NO_MEMBER = re.compile(r"[“”□■○的,。;:()\d]|等$|^(?:重大|重点)?$")
FEWEST = 2
SHORTEST = 4
LONGEST = 12
FARTHEST = 90


def shared_programmes(masked: str, plain: str, clause: Span, token: Token) -> Iterator[NamePhrase]:
    """Yield the programmes of a list before a token that heads them together."""
    floor = max(clause.start, token.start - FARTHEST)
    if masked.find("、", floor, token.start) < 0 or masked[token.start - 1] in "”等大":
        return
    verb, start = verb_and_start(masked, floor, token.start, touching=True)
    if verb == start or not CARRIES_OUT.search(masked, verb, start):
        return
    members = SEPARATOR.split(masked[start : token.start])
    if len(members) < FEWEST or not all(is_done(member) for member in members):
        return
    noun = masked[token.start : token.end]
    position = start
    for member in members:
        opening = masked.index(member, position, token.start)
        position = opening + len(member)
        end = token.end if position == token.start else position
        yield NamePhrase(verb, opening, end, clean_name(plain[opening:position]) + noun, "programme")


def is_done(member: str) -> bool:
    """Tell whether a member of a list says what is done: 丝绸升级."""
    return SHORTEST <= len(member) <= LONGEST and not NO_MEMBER.search(member) and DONE.search(member) is not None
