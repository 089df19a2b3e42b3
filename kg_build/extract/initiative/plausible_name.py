"""What no name is, however it ends: what a sentence says, a cut-off run of characters, signs of a program's text."""

from __future__ import annotations

import re

from kg_build.extract.initiative.name_phrase import NamePhrase
from kg_build.extract.place import clause_at, is_torn
from kg_build.model import Segment

__all__ = ["is_plausible", "is_plausible_text"]

SAID = re.compile(r"总书记|亲自|出席|依法依规|\d月\d{1,2}日|^关于")
"""What is told of an occasion, and stands in no name."""
SIGNS = re.compile(r"[{}<>\\$`|^~=\ufffd]|--")
NOUN = re.compile(r"[\u4e00-\u9fff]{1,4}$")
CHINESE = re.compile(r"[\u4e00-\u9fff]")
LETTERS = re.compile(r"[A-Za-z0-9.]{1,8}(?:[+×&/—、-][A-Za-z0-9.]{0,8}){0,4}")
"""A name of letters or of a number: AI+, 5G+, C919, A+B, 15[号线]."""
ONE_CHARACTER = re.compile(r"(.)\1{2,}")


def is_plausible(name: NamePhrase, segment: Segment) -> bool:
    """Tell whether a name found in a segment can be one."""
    return is_plausible_text(name.name, code=name.code) and not is_cut_off(name, segment)


def is_plausible_text(text: str, code: str = "") -> bool:
    """Tell whether the words of a name can be one.

    They have no invisible characters and no signs of a program's text; before the noun that ends them stands a
    Chinese word, a code or a few letters.
    """
    if not text.isprintable() or SIGNS.search(text) or SAID.search(text):
        return False
    noun = NOUN.search(text)
    modifier = text[: noun.start()] if noun else text
    if code or not modifier or CHINESE.search(modifier):
        return ONE_CHARACTER.fullmatch(text[:-2]) is None
    return LETTERS.fullmatch(modifier) is not None


def is_cut_off(name: NamePhrase, segment: Segment) -> bool:
    """Tell whether a name without a verb begins where a run of characters too long for a clause was cut."""
    found = clause_at(segment, name.start)
    return found is not None and name.verb == found[1].start and is_torn(segment, found[1])
