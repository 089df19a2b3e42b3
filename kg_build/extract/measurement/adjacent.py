"""Counts that stand side by side: 10项23件实事 count one noun, 15个平台承接项目700个 one each."""

from __future__ import annotations

import re

from kg_build.extract.measurement.counted import NEXT_COUNT
from kg_build.extract.measurement.phrase_behind import RIGHT_VERB
from kg_build.extract.measurement.slot import Slot
from kg_build.extract.word_list import alternatives

__all__ = ["counted_apart", "next_to_count", "runs_into_count"]

COUNT_AHEAD = re.compile(
    rf"(?:总数|达到?|超过?|约|近|共|突破|已)*{NEXT_COUNT.pattern}(?:次|以上|左右|多)?(?=[,。;、)\n]|$)"
)
"""A count whose noun stands before it, since none stands behind."""

APART = re.compile(r"(?:联合|共同|累计|分别|有|共)+$")
RUN_MARKS = frozenset("、,;:()")
DOES = re.compile(
    rf"(?:已|均|都|共|累计|新)*(?:{alternatives('figure-adding-verbs')}|{alternatives('figure-naming-verbs')}"
    rf"|{alternatives('figure-leading-verbs')})(?=[一-鿿“]{{2}})|已(?=[一-鿿]{{2}})"
)
MINIMUM = 2
WORK = frozenset({"项", "个", "条", "件"})


def runs_into_count(slot: Slot) -> bool:
    """Tell whether what stands behind a count runs on into the next: 15个「平台新承接项目约」700个."""
    rest = slot.tail[len(slot.right) :]
    return bool(slot.right) and COUNT_AHEAD.match(rest) is not None and RUN_MARKS.isdisjoint(slot.right)


def counted_apart(slot: Slot) -> tuple[str, int]:
    """Return the noun of a count that runs on into the next, as far as a verb; without one it cannot be told."""
    verb = RIGHT_VERB.search(slot.right, MINIMUM) or DOES.search(slot.right, MINIMUM)
    return (APART.sub("", slot.right[: verb.start()]), verb.start()) if verb else ("", 0)


def next_to_count(slot: Slot) -> bool:
    """Tell whether the count of another unit stands right behind, so that one noun has both: 10项23件实事."""
    return (
        not slot.right
        and slot.figure.unit in WORK
        and slot.tail[:1].isdigit()
        and NEXT_COUNT.match(slot.tail) is not None
    )
