"""Figures of a clause that stand in a row, with nothing but list marks between them: 分别增长6%、7%和8%."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

import msgspec

from kg_build.figure import Figure
from kg_build.model import Observation
from kg_build.three_shares import sector_of

__all__ = ["LIST_JOINS", "in_rows", "without_undealt"]

NOT_INNER = frozenset({"", "第一产业比重"})
LIST_JOINS = frozenset({"、", "和", "与", "及", "以及"})
BOUND_ENDS = frozenset("内下")
RANKED = re.compile(r"[^,、。;\d]{3,}?(?:均|都|稳|位|排名|跃)*居(?:全[国省球市]|世界)[^,、。;\d]{0,4}")
ENTERS = re.compile(r"(?:进入|跻身|入围|入选|闯入)[^,、。;]{0,6}$")


def without_named_ranks(figures: Sequence[Figure], plain: str) -> Sequence[Figure]:
    """Drop a rank that only tells which things are counted: 4家园区进入全国前10强."""
    kept: list[Figure] = []
    for figure in figures:
        named = kept and kept[-1].form == "count" and figure.form == "rank"
        if not (
            named
            and (
                ENTERS.search(plain, kept[-1].end, figure.start) or RANKED.fullmatch(plain, kept[-1].end, figure.start)
            )
        ):
            kept.append(figure)
    return kept


def in_rows(figures: Sequence[Figure], plain: str, *, deals: bool) -> tuple[Sequence[Figure], Sequence[int]]:
    """Return the figures of a clause, and for each how many stand in a row from it; 1 for one inside of a row."""
    figures = without_named_ranks(figures, plain)
    if deals:
        figures = with_one_hedge(figures, plain)
    rows = [1] * len(figures)
    first = 0
    for index, (before, figure) in enumerate(pairwise(figures), 1):
        if plain[before.end : figure.start].strip() in LIST_JOINS or sector_of(figure, plain) not in NOT_INNER:
            rows[first] += 1
        else:
            first = index
    return figures, rows


def with_one_hedge(figures: Sequence[Figure], plain: str) -> Sequence[Figure]:
    """Give the figures of a list the hedge before its first, or a bound behind its last.

    分别突破8万亿元、9万亿元; 分别控制在5%、4%以内.
    """
    kept = list(figures[:1])
    is_hedged = figures[0].start < figures[0].core
    for before, figure in pairwise(figures):
        in_list = plain[before.end : figure.start].strip() in LIST_JOINS
        is_hedged = figure.start < figure.core or (is_hedged and in_list)
        inherits = is_hedged and in_list and figure.comparator == "eq"
        kept.append(msgspec.structs.replace(figure, comparator=kept[-1].comparator) if inherits else figure)
    for at in range(len(kept) - 2, -1, -1):
        figure, behind = kept[at], kept[at + 1]
        in_list = plain[figure.end : behind.start].strip() in LIST_JOINS and plain[behind.end - 1] in BOUND_ENDS
        if in_list and behind.comparator == "lt" and figure.comparator == "eq" and figure.unit == behind.unit:
            kept[at] = msgspec.structs.replace(figure, comparator="lt")
    return kept


def without_undealt(found: list[Observation], start: int) -> None:
    """Drop what a row of figures states where all are given one subject: a 分别 says that each has its own."""
    row = found[start:]
    same = {(one.indicator, one.region_key, one.scope, one.period_start, one.period_end) for one in row}
    if len(row) > 1 and len(same) == 1:
        del found[start:]
