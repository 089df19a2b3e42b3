"""Counts that stand side by side: 10项23件实事 count one noun, 15个平台承接项目700个 one each."""

from __future__ import annotations

import re

from kg_build.extract.measurement.counted import NEXT_COUNT
from kg_build.extract.measurement.phrase_behind import RIGHT_VERB
from kg_build.extract.measurement.slot import Slot
from kg_build.extract.word_list import alternatives

__all__ = ["counted_apart", "counted_before_amount", "next_to_count", "runs_into_amount", "runs_into_count"]

COUNT_AHEAD = re.compile(
    rf"(?:总数|达到?|超过?|约|近|共|突破|已)*{NEXT_COUNT.pattern}(?:次|以上|左右|多)?(?=[,。;、)\n]|$)"
)
"""A count whose noun stands before it, since none stands behind."""

HAS_AMOUNT = re.compile(
    r"(?:累计|已|共|全年|整体)*(?:完成|投入|实现|签约|援助|达成|争取|吸引|带动|拉动|创造|上缴|缴纳|捐赠|募集|融资"
    r"|发放|给予|拨付|兑付)(?=[一-鿿“]{2})"
)
AMOUNT_AHEAD = re.compile(r"(?:总额|达到?|超过?|约|近|共|突破)*\d[\d.,]*[百千万亿]*[余多]?(?:元|美元|亩|吨|公里)")
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


def runs_into_amount(slot: Slot) -> bool:
    """Tell whether what stands behind a count runs on into an amount: 36家「单位投入资金」4亿元."""
    rest = slot.tail[len(slot.right) :]
    return bool(slot.right) and AMOUNT_AHEAD.match(rest) is not None and RUN_MARKS.isdisjoint(slot.right)


def counted_before_amount(slot: Slot) -> tuple[str, int]:
    """Return the noun of a count that runs on into an amount, as far as a verb of getting or giving; else nothing."""
    verb = HAS_AMOUNT.search(slot.right, MINIMUM) if runs_into_amount(slot) else None
    return (APART.sub("", slot.right[: verb.start()]), verb.start()) if verb else ("", 0)


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
