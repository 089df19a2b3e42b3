"""Part of a province that a paragraph speaks of: 加快建设「岭西新城」。做强轴承产业 is about 岭西新城.

Such a part is named by the province's one-character name and a direction, with 片区, 新城 or the like behind it. Where
a short sentence does no more than name it as what is to be developed, the sentences behind it in the paragraph are
about it, until another one names another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg_build.extract.place import named_place
from kg_build.lexicon import Lexicon
from kg_build.model import Region, Segment

__all__ = ["areas_of"]

KINDS = ("片区", "新城", "新区", "地区", "城镇群", "都市圈")
AREA = re.compile(rf"(?P<abbreviation>[一-龥])[东西南北中]{{1,3}}(?:{'|'.join(KINDS)})")
LONGEST_TOPIC = 30
LONGEST_LEAD = 8
CLOSING = re.compile(
    r"(?:建设|开发|绿色|优化|加快|高质量|融合|特色|协调|协同|振兴|发展|一体化|提升|跨越|[一-龥]{0,4}(?=融合|发展))*$"
)


def areas_of(segment: Segment, lexicon: Lexicon) -> Iterator[tuple[int, Region]]:
    """Yield the parts of a province that sentences of a paragraph are about, each with where its sentence begins."""
    plain = segment.document.plain
    if AREA.search(plain, segment.start, segment.end) is None:
        return
    for sentence in segment.sentences:
        if len(sentence.clauses) != 1 or sentence.end - sentence.start > LONGEST_TOPIC:
            continue
        area = AREA.search(plain, sentence.start, min(sentence.end, sentence.start + LONGEST_TOPIC))
        if (
            area is not None
            and area["abbreviation"] in lexicon.abbreviations
            and area.start() - sentence.start <= LONGEST_LEAD
            and CLOSING.match(plain, area.end(), sentence.end)
        ):
            yield sentence.start, named_place(area[0], lexicon)
