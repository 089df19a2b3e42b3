"""Mechanisms whose working stands before 的: `专家咨询和园区决策相结合的投入机制`, `园长领办、专班跟进的工作机制`.

The words before 的 are clauses of their own, which the walk back from the noun would cut off.
"""

from __future__ import annotations

import re

from kg_build.extract.initiative.name_phrase import NamePhrase, clean_name, verb_and_start
from kg_build.extract.word_list import Token
from kg_build.model import Span

__all__ = ["described_mechanism"]

WORKING = re.compile(
    r"(?:负责|包[抓干保联挂]|领办|跟进|挂钩|结合|为导向|为主[导体]|主导|联动|参与|协同|分担|共担|共享|互认|互补|引导|运作|衔接|出题|立题|答题|阅卷|"
    r"退出|流转|制约|促进|统筹|贯通|融合|推进|调度|协作|配合|落实|评价|对接|响应|覆盖|问责)$"
)
NOUN = re.compile(r"(?!有效$|良性$|新型$|体制$)[^,。;:、的“”]{0,10}$")
VAGUE = re.compile(r"权力|充满活力|科学合理|行之有效|更加|有利于|相适应|长期稳定|完善|健全|高效|有效|^以?人民")
OTHER = "机制、"
SHORTEST = 6
LONGEST = 44


def described_mechanism(masked: str, plain: str, clause: Span, token: Token) -> NamePhrase | None:
    """Return the mechanism of a token whose working stands before 的, or None where there is none."""
    of = masked.rfind("的", clause.start, token.start)
    if of < 0 or NOUN.match(masked, of + 1, token.start) is None:
        return None
    verb, start = verb_and_start(masked, max(clause.start, of - LONGEST), of, touching=True)
    before = masked.rfind(OTHER, start, of)
    if before >= 0:
        start = before + len(OTHER)
    elif masked[start] == "、" or masked[start - 1] == "、":
        return None
    words = masked[start:of]
    if verb == start or len(words) < SHORTEST or "■" in words or VAGUE.search(words) or not WORKING.search(words):
        return None
    return NamePhrase(verb, start, token.end, clean_name(plain[start : token.end]), "mechanism")
