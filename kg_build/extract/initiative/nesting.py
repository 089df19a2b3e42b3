"""Initiatives that are parts of another: `“1650”体系中的“556”方阵`, `“八大行动”包括…`, `将…纳入“1650”体系`.

Said in one sentence: by the words between two names; or, of two closed codes, by their counts, where those of one are
all stated and together are one count of the other (5 + 5 + 6 of 16 + 50). Said anywhere in a report: by a name that is
listed as a member of another initiative.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg_build.extract.initiative.code import agreement_of, splits_of
from kg_build.extract.initiative.component import StatedParts
from kg_build.extract.initiative.name_phrase import NamePhrase
from kg_build.model import Component, Initiative, InitiativeName, Span

__all__ = ["nested_members", "nested_pairs"]

INSIDE = re.compile(r"”?(?:总体|整体)?(?:框架|体系|格局)?(?:内|下|中)(?:的|,)?[^,。;“”、]{0,8}“?")
CONTAINS = re.compile(r"”?[,:(]?(?:包括|包含|涵盖|下设|分为|含有)[^,。;、“”]{0,6}“?")
BELONGS = re.compile(r"”?(?:是|作为|属于|隶属于?)“?")
PART = re.compile(r"”?的?(?:重要|核心|关键)?(?:组成部分|重要内容|子行动|子工程|分项|之一)")
INTO = re.compile(r"”?(?:建设|工作)?(?:一并|统一|整体)?(?:纳入|列入|并入)“?")
ALSO = re.compile(r"”?[、和与及]“?")
SENTENCE_END = re.compile(r"[。\n]")
TWO_FIGURES = 10
FAR = 200


def nested_pairs(plain: str, names: Sequence[NamePhrase], parts: StatedParts, reach: Span) -> Iterator[tuple[int, int]]:
    """Yield the places of the inner and the outer initiative of each nesting that a sentence states.

    `names` are in the order of the text; `parts` tells their components within `reach`.
    """
    outer: int | None = None
    for place, name in enumerate(names[1:], 1):
        before = names[place - 1]
        if (
            name.start < before.end
            or name.start - before.end > FAR
            or SENTENCE_END.search(plain, before.end, name.start)
        ):
            outer = None
            continue
        if outer is not None and ALSO.fullmatch(plain, before.end, name.start):
            yield place, outer
            continue
        outer = None
        if INSIDE.fullmatch(plain, before.end, name.start):
            yield place, place - 1
        elif CONTAINS.fullmatch(plain, before.end, name.start):
            outer = place - 1
            yield place, outer
        elif INTO.fullmatch(plain, before.end, name.start) or (
            BELONGS.fullmatch(plain, before.end, name.start) and PART.match(plain, name.end)
        ):
            yield place - 1, place
        elif before.code and name.code and before.code != name.code:
            for inner, whole in ((place, place - 1), (place - 1, place)):
                codes = names[inner].code, names[whole].code
                if may_be_a_part(*codes) and sums_to_a_part(codes[0], parts.of(names[inner], reach), codes[1]):
                    yield inner, whole


def may_be_a_part(code: str, whole: str) -> bool:
    """Tell whether the counts that a closed code may stand for can be one count, of two figures, of another."""
    if agreement_of(code, ()) is None or agreement_of(whole, ()) is None:
        return False
    counts = {count for split in splits_of(whole) for count in split if count >= TWO_FIGURES}
    return any(sum(split) in counts for split in splits_of(code))


def sums_to_a_part(code: str, parts: Sequence[Component], whole: str) -> bool:
    """Tell whether all counts of a code are stated and their sum, of two figures, is one count of another code."""
    counts = [part.count for part in parts]
    if agreement_of(code, counts) != "agrees":
        return False
    total = sum(count for count in counts if count)
    return total >= TWO_FIGURES and any(total in split for split in splits_of(whole))


def nested_members(initiatives: Sequence[Initiative]) -> Iterator[tuple[int, InitiativeName]]:
    """Yield the place of each initiative that another one of its region and year lists as a member, and that one."""
    places: dict[tuple[str, int | None, str], list[int]] = {}
    for place, one in enumerate(initiatives):
        places.setdefault((one.region_key, one.year, one.name), []).append(place)
    for outer in initiatives:
        for part in outer.components:
            for member in part.members:
                for called in (member, member + part.label):
                    for place in places.get((outer.region_key, outer.year, called), ()):
                        if called != outer.name:
                            yield place, InitiativeName(outer.name, outer.code)
