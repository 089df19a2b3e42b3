"""What countries, halves of a province or cities have together: `中韩（江州）产业园`, `南北挂钩合作`, `江云白一体化`.

A park, base, project or event that opens with 中 and the abbreviation of a country is China's and that country's; the
city that it names has the fact. Abbreviations: `data/words/country-abbreviations.tsv`. What a province calls its
halves: `data/words/province-halves.tsv`.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence

import msgspec

from kg_build.extract.abbreviation import Partner, cities_before
from kg_build.extract.place import mention_at, mention_before, named_place
from kg_build.extract.word_list import Token, alternatives, read_words
from kg_build.lexicon import Lexicon
from kg_build.model import Region, Segment, Span

__all__ = ["CHINA", "NATION", "find_cities_as_one", "find_halves", "find_pairs"]

NATION, CHINA = "100000", "中国"
UNDERTAKING = (
    r"产业园区?|工业园区?|创新园区?|示范园区?|科技园区?|合作园区?|生态园|产业城|知识城|合作[^,、;。()]{0,4}示范区|示范区|合作区"
    r"|合作中心|创新中心|[^,、;。()等]{0,3}基地|实验室|合作机制|合作项目|合作试点|(?:联|互)通项目|金融峰会|两国合作|联委会|理事会|友好年"
)


OTHER_WORD = (
    r"新(?=[材能型兴建增区药医技质品修设])|以(?!\(|国际|合作|创新园|[一-龥]{2}\)?(?:创新|产业)园)|老(?=[年城旧])|越(?=[来野])"
    r"|法(?=[律治规院定])|印(?=[刷染发])|意(?=[向见识愿])|非(?=[公物遗常法税])|奥运|沙(?=[地化])|哈尔滨|日(?=[均产处])|英文"
)
"""A word that only begins like a country's abbreviation: 集中新建, 中老年."""


@functools.cache
def pairs() -> re.Pattern[str]:
    """Return the pattern of a thing that China and one or two countries have: 中韩(江州)产业园."""
    country = alternatives("country-abbreviations")
    return re.compile(
        rf"(?<![集其高初华苏滇闽皖疆孟])(?<!西南)中(?!{OTHER_WORD})(?P<first>{country})(?P<second>(?!{OTHER_WORD})(?:{country}))??"
        rf"(?P<bracket>\([^()]{{2,8}}\))?(?P<rest>[^,、;。()“”等]{{0,12}}?)(?P<noun>{UNDERTAKING})"
    )


AS_ONE = frozenset({"同城化", "一体化", "融合发展"})

HALVES = re.compile(r"(?:地区|区域|园区|产业|发展|干部)?(?:共建|联动|挂钩|结对|帮扶|合作|协作|对口)")


def find_pairs(segment: Segment, clause: Span, lexicon: Lexicon) -> Iterator[tuple[Partner, Region | None]]:
    """Yield China with its partner for each thing in a clause that they have together, and the place it is in."""
    plain = segment.document.plain
    if plain.find("中", clause.start, clause.end) < 0:
        return
    abbreviations = read_words("country-abbreviations")
    china = msgspec.structs.replace(lexicon.regions[NATION], name=CHINA)
    for found in pairs().finditer(plain, clause.start, clause.end):
        inner = found.start("bracket") + 1 if found["bracket"] else found.end("second" if found["second"] else "first")
        mention = mention_at(segment.regions, inner) or mention_before(segment.regions, found.start())
        place = lexicon.regions[mention.concept] if mention is not None else None
        named = [abbreviations[found[group]] for group in ("first", "second") if found[group]]
        regions = (china, *(named_place(name, lexicon) for name in named))
        yield Partner(found.start(), found.end(), regions, whole=True), place


def find_cities_as_one(segment: Segment, clause: Span, acting: Sequence[Token], lexicon: Lexicon) -> Partner | None:
    """Return the cities that become one, in a run of abbreviations before 同城化, 一体化 or 融合发展: 广清一体化."""
    plain = segment.document.plain
    for word in acting:
        if plain[word.start : word.end] in AS_ONE:
            cities = cities_before(segment, word.start, clause.start, lexicon)
            if cities is not None:
                return cities
    return None


def find_halves(segment: Segment, clause: Span, lexicon: Lexicon) -> Partner | None:
    """Return the halves of the reporting province that work together in a clause: 南北挂钩合作."""
    if segment.region is None:
        return None
    plain = segment.document.plain
    for label, names in read_words("province-halves").items():
        if not label.startswith(segment.region.name):
            continue
        word = label.removeprefix(segment.region.name)
        start = plain.find(word, clause.start, clause.end)
        if start >= 0 and HALVES.match(plain, start + len(word), clause.end):
            halves = tuple(named_place(name, lexicon) for name in names.split(";"))
            return Partner(start, start + len(word), halves, whole=True)
    return None
