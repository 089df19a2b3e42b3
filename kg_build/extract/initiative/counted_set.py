"""Counted sets of what is built or run, with no noun of a programme: `打造双向开放三大平台`, `六大高端功能区集聚发展`.

`N大` before a noun makes a set of its own; sets of aims, of parts of an argument or of industries are none. A list of
the members right before it (`江北、江南、江东三大新区`) is named by the members.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg_build.extract.initiative.name_phrase import NamePhrase, clean_name, verb_and_start
from kg_build.extract.word_list import alternatives
from kg_build.model import Span

__all__ = ["counted_sets"]

SET = re.compile(
    r"(?<![第十\d])(?:十[一二三四五六七八九]?|[二两三四五六七八九]|1?\d)大"
    rf"(?P<noun>[^,。;:、的和与及等“”()□■○\d大]{{0,7}}(?:{alternatives('set-nouns')}))"
    r"(?=$|[,、。;:和与及等的为在要]|(?:建设|发展|集聚|加快|增加值|占|热度|能级|辐射|运行|作用|功能|布局|能力|扩面|提[质档]|全面|基本|首批|主体|开工"
    r"|良好|实现|前期|初步|积极|竣工|建成)(?!战略))"
)
FIELD = re.compile(r"[一-鿿]{4,8}(?<!布局|发展|建设|打造|培育|推进|形成|构建|做强|支撑|服务|完善|强化|提升|聚集)$")
"""What a set is of, before its count: 「双向开放」三大平台."""

ABOUT = re.compile(r"紧扣|围绕|聚焦|按照|根据|立足|瞄准|紧盯|对标|针对")
"""What a set is only the theme of."""


def counted_sets(masked: str, plain: str, clause: Span) -> Iterator[NamePhrase]:
    """Yield the counted sets of a clause."""
    for found in SET.finditer(masked, clause.start, clause.end):
        verb, start = verb_and_start(masked, clause.start, found.start(), touching=True)
        if masked.find("、", start, found.start()) >= 0 or ABOUT.search(masked, clause.start, found.start()):
            continue
        opening = start if FIELD.fullmatch(masked, start, found.start()) else found.start()
        yield NamePhrase(verb, opening, found.end(), clean_name(plain[opening : found.end()]), "counted")
