"""Where the last member of a list starts, for the noun that ends it: `启用轴承检测中心、「丝绸检测中心」`.

Whether a conjunction parts two names depends on what stands before it, and on the class of the noun.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg_build.extract.word_list import Token

__all__ = ["COUNTABLE", "WORKS", "after_list"]

SUMMED = re.compile(r"[^“”]*、[^“”]*(?=“)")
JOINT = re.compile(r"[”、和与及]")
AND = re.compile(r"[和与及]")
JOIN = re.compile(r"“”|[、和与及]")  # read backwards
DOCUMENTS = frozenset({"law", "plan", "text"})
WORKS = frozenset({"facility", "work", "site", "line", "section"})
COUNTABLE = frozenset({"site", "area"})
SPLIT = WORKS | COUNTABLE | {"phase", "port", "route", "company"}
ALWAYS_APART = WORKS | {"event", "institution", "founded", "area", "phase", "port", "route", "company"}
HOUSES = frozenset({"institution", "founded", "company"})
ACTS = frozenset({"programme", "campaign", "mechanism", "pilot", "reform"})
SHORT_MEMBER = 5
NEAREST = 4


def after_list(masked: str, start: int, tokens: Sequence[Token], index: int) -> int:
    """Return where the last member of a list starts.

    A conjunction parts two names where a whole name stands before it: a quote, or a noun of the same class. A list
    of short words (`登记、估价、流转机制`) is one name; what a counted brand sums up (`增产、增效、增收“三增”行动`) is
    no part of the name.
    """
    token = tokens[index]
    if JOINT.search(masked, start, token.start) is None:
        return start
    summed = SUMMED.match(masked, start, token.start)
    if summed:
        return summed.end()
    others = [other for other in tokens[max(0, index - NEAREST) : index] if other.group != "none"]
    for join in JOIN.finditer(masked[start : token.start][::-1]):
        position = token.start - join.end()
        mark = masked[position]
        if mark == "”":
            return position + 1
        if position == start:
            break
        noun_before = any(
            position - 1 <= other.end <= position
            and (
                other.group == token.group
                or (other is others[-1] and other.group in DOCUMENTS)
                or {other.group, token.group} <= ACTS
                or {other.group, token.group} <= HOUSES
            )
            for other in others
        )
        if masked[position - 1] == "”" or noun_before:
            return position + 1
        if mark == "、":
            if token.group == "reform" and AND.search(masked, position + 1, token.start):
                return start
            apart = token.start - position > SHORT_MEMBER or token.group in ALWAYS_APART
            return position + 1 if apart else start
        if token.group in SPLIT and position - start > SHORT_MEMBER - 2:
            return position + 1
    return start
