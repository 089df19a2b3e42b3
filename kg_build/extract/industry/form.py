"""Industries that no label names: “光伏+农业”应用, 国家「轴承」技术创新中心, 「绢花加工」基地.

Only the place tells that a word names a field: quotes round two fields that a plus sign joins, an institution of one
field, a base where something is made.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg_build.extract.industry.found import FORMED, PAIRED, Found
from kg_build.extract.industry.name import is_plain_name, is_sector_class
from kg_build.extract.industry.vocabulary import Vocabulary
from kg_build.model import Span

__all__ = ["FORM", "read_fields", "read_pairs"]

PAIR = re.compile(
    r"""“(?: (?P<pair> [一-龥A-Za-z0-9]{2,8}\+[一-龥A-Za-z0-9]{2,8} )
             ”(?= (?:、?“[^”\n]{1,20}”){0,6} 等?(?:多元|融合)?(?:应用|产业|融合|项目) )
           | (?!人工智能|AI|互联网|数据) (?P<plus> [一-龥A-Za-z0-9]{2,8}\+ ) ”产业 )""",
    re.VERBOSE,
)
FORM = re.compile("创新中心|基地|深加工")
"""Words without which a clause that has no label holds no such field."""
FIELD = re.compile(
    r"""国家级?(?!级)
        (?: (?P<seat> (?!科技|重点|综合|区域|科学|技术|制造业|产业|现代农业) [一-龥A-Za-z0-9]{2,10}? )
            (?:技术|制造业|产业)? (?<!传承)(?<!协同) 创新中心
                  | (?P<made> [一-龥]{2,10}? (?:生产加工|精深加工|深加工|加工|制造) ) (?:产业)?基地 )""",
    re.VERBOSE,
)


def read_pairs(plain: str, clause: Span) -> Iterator[Found]:
    """Yield the fields that quotes and a plus sign make one industry (“光伏+农业”应用, “海洋+”产业)."""
    for pair in PAIR.finditer(plain, clause.start, clause.end):
        name = pair["pair"] or pair["plus"]
        yield Found(pair.start() + 1, pair.start() + 1 + len(name), name, "", PAIRED)


def read_fields(plain: str, clause: Span, words: Vocabulary) -> Iterator[Found]:
    """Yield the fields of institutions and bases that no label names."""
    for match in FIELD.finditer(plain, clause.start, clause.end):
        group = match.lastgroup or ""
        text = match[group]
        if is_plain_name(text) and not is_sector_class(text) and not words.is_category(text):
            yield Found(match.start(group), match.end(group), *words.worded(text), FORMED)
