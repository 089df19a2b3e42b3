"""The noun behind a quote, which says what it is: `“绿谷”品牌`, `“绿谷+云仓”新模式`, `“三港”融合发展`.

Its class stands in the word lists: a `pattern` (模式, 体系), a `brand` (品牌, 系统), or a `deed` (应用, 联动), which
makes a name only next to the quote and where nothing goes on from it.
"""

from __future__ import annotations

import re

import msgspec

from kg_build.extract.initiative.name_phrase import BOUNDARY
from kg_build.extract.word_list import WordFinder, word_finder

__all__ = ["ADJACENT", "BRANDS", "DEED", "Head", "head_after"]

DEED = "deed"
BRANDS = frozenset({"pattern", "brand", DEED})
ADJACENT = frozenset({"场景", "空间", "清单", "网络", "制度", "布局", "部署"})
STOP = re.compile(r"[,、。;:“”()和与及等]")
OTHER_HEAD = re.compile(
    r"企业|城市|产品$|基地|园区|先导区|示范区|试验区|高地|人才|项目|名单|榜单|称号|荣誉|奖|精神|理念|要求|目标|问题|经费"
)
WINDOW = 18


class Head(msgspec.Struct, frozen=True):
    """The noun after a quote and its class; empty, and ending where the quote does, where there is none."""

    end: int
    noun: str
    group: str


def brand_heads() -> WordFinder:
    """Return the automaton of the nouns that a brand may stand before."""
    return word_finder("document-nouns", "initiative-nouns", "brand-nouns")


def head_after(masked: str, position: int, ceiling: int) -> Head:
    """Return the head noun after a quote that ends at `position`."""
    none = Head(position, "", "")
    window = min(ceiling, position + WINDOW)
    begin = position + 1 if masked.startswith("的", position) else position
    stop = STOP.search(masked, begin, window)
    if stop:
        window = stop.start()
    head = none
    stretch = masked[begin:window]
    for noun in brand_heads().find(stretch):
        between = stretch[: noun.start]
        if "的" in between or BOUNDARY.search(between):
            break
        hidden = noun.group in {"none", "project"}
        head = none if hidden else Head(begin + noun.end, stretch[noun.start : noun.end], noun.group)
    return none if head.noun and OTHER_HEAD.match(masked, head.end, ceiling) else head
