"""What China or a province has with countries, and with Taiwan: `中国—南亚博览会`, `滇缅合作论坛`, `两岸产业合作`.

It takes an event, corridor, platform or word of cooperation of theirs behind the names. A province stands for itself by
its abbreviation (滇缅) or its name (中国云南—老挝); a group of countries may open with one of them (孟中印缅).
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

import msgspec

from kg_build.extract.abbreviation import Partner
from kg_build.extract.cooperation.joint import CHINA, NATION
from kg_build.extract.cooperation.partner import named_at
from kg_build.extract.place import mention_at, mentions_in, named_place
from kg_build.extract.word_list import read_words
from kg_build.lexicon import Lexicon
from kg_build.model import Region, Segment, Span

__all__ = ["ABROAD", "find_abroad"]

ABROAD = re.compile(
    r"中国(?:\([^()]{2,8}\)|[一-龥]{2,4})?(?:[—–-]{1,2}|[与和](?=[一-龥]))|两岸|(?<!国)中[一-龥]|缅|老|越|湄"
)
"""Where it may be worth to look."""
JOINT = (
    r"博览会|论坛|高?峰会|外长会|对话会|洽谈会|交流会|推介会|研讨会|合作周|合作圈|合作[一-龥]{0,4}会议"
    r"|经济走廊|产业园区?|合作[^,、;。]{0,2}区|合作平台|合作机制|合作中心"
)
NATIONS = re.compile(r"中国(?:\((?P<bracket>[^()]{2,8})\)|(?P<place>[一-龥]{2,4}))?[—–-]{1,2}")
THING = re.compile(rf"(?:[一-龥]部)?(?:各国|国家|地区)?(?P<rest>[^,、;。(),]{{0,12}}?(?:{JOINT}))(?!城市)")
RUN_THING = re.compile(r"[^,、;。]{0,8}?(?:经济)?合作")
CORRIDOR = "经济走廊"
ZONE = re.compile(r"[^,、;]{0,12}(?:示范区|试验区|先行区)")
STRAIT = re.compile(r"(?<![一-龥])两岸|(?:海峡|深化|推动|促进|扩大|拓展|加强|密切|开展|办好|举办|昆山|对台)两岸")
STRAIT_THING = re.compile(r"[一-龥、]{0,8}?(?:交流|合作|融合发展|峰会|年会|论坛)")
MEKONG, MEKONG_COUNTRIES = re.compile(r"(?:澜湄|大湄公河次区域)(?:经济)?合作"), "澜湄国家"
TAIWAN = "710000"
SERVING = re.compile(r"服务|融入")
"""A clause that only takes its bearings from a corridor."""


@functools.cache
def runs() -> re.Pattern[str]:
    """Return the pattern of a province or China with countries in one character each: 滇缅, 孟中印缅."""
    country = "".join(label for label in read_words("country-abbreviations") if len(label) == 1)
    own = "滇桂渝琼鲁粤苏浙沪闽川陕辽"
    return re.compile(
        rf"(?:(?P<own>[{own}])(?P<with>[{country}])|(?P<group>孟中印缅|中老泰|中越老|中蒙俄|中[{country}](?=经济走廊)))"
        rf"(?=[^,、;。]{{0,8}}(?:合作|论坛|经济走廊|产业园|博览会|会商))"
    )


GROUPED = {"孟": "孟加拉国"}


def find_abroad(segment: Segment, clause: Span, lexicon: Lexicon) -> Iterator[tuple[Partner, Region | None]]:
    """Yield who acts together, and where what they have together is named; and the place whose fact it is, if named."""
    plain = segment.document.plain
    if ABROAD.search(plain, clause.start, clause.end) is None:
        return
    china = msgspec.structs.replace(lexicon.regions[NATION], name=CHINA)
    for found in NATIONS.finditer(plain, clause.start, clause.end):
        partner = named_at(segment, found.end(), lexicon)
        if partner is None or partner.regions[0].level == "prefecture":
            continue
        thing = THING.match(plain, partner.end, clause.end)
        if thing is None or (CORRIDOR in thing[0] and SERVING.search(plain, clause.start, found.start())):
            continue
        if ZONE.match(plain, partner.end, clause.end):
            continue
        inner = found.start("bracket") if found["bracket"] else found.start("place")
        mention = mention_at(segment.regions, inner) if inner >= 0 else None
        place = lexicon.regions[mention.concept] if mention is not None else None
        first = place if place is not None and found["place"] else china
        yield Partner(found.start(), thing.end(), (first, *partner.regions), whole=True), place
    yield from find_runs_abroad(segment, clause, china, lexicon)
    river = MEKONG.search(plain, clause.start, clause.end)
    if river is not None and segment.region is not None:
        regions = (segment.region, named_place(MEKONG_COUNTRIES, lexicon))
        yield Partner(river.start(), river.end(), regions, whole=True), None
    strait = find_strait(segment, clause, lexicon)
    if strait is not None:
        yield strait, strait.regions[0]


def find_runs_abroad(
    segment: Segment, clause: Span, china: Region, lexicon: Lexicon
) -> Iterator[tuple[Partner, Region | None]]:
    """Yield a province, or China, with countries that are abbreviated."""
    plain = segment.document.plain
    countries = read_words("country-abbreviations")
    for found in runs().finditer(plain, clause.start, clause.end):
        thing = THING.match(plain, found.end(), clause.end) or RUN_THING.match(plain, found.end(), clause.end)
        end = thing.end() if thing else found.end()
        if found["own"]:
            own = lexicon.abbreviations.get(found["own"])
            if own is None or segment.region is None or own.key != segment.region.key:
                continue
            regions: tuple[Region, ...] = (own, named_place(countries[found["with"]], lexicon))
        elif SERVING.search(plain, clause.start, found.start()):
            continue
        else:
            names = [GROUPED.get(one) or countries.get(one, "") for one in found["group"] if one != "中"]
            regions = (china, *(named_place(name, lexicon) for name in names))
        yield Partner(found.start(), end, regions, whole=True), None


def find_strait(segment: Segment, clause: Span, lexicon: Lexicon) -> Partner | None:
    """Return who works together across the strait: the place that a clause names, else the reporting region."""
    plain = segment.document.plain
    found = STRAIT.search(plain, clause.start, clause.end)
    if found is None or segment.region is None:
        return None
    thing = STRAIT_THING.match(plain, found.end(), clause.end)
    if thing is None or ZONE.match(plain, found.end(), clause.end):
        return None
    named = [lexicon.regions[one.concept] for one in mentions_in(segment.regions, clause.start, found.start())]
    own = named[-1] if named and named[-1].level != "country" else segment.region
    start = found.end() - len("两岸")
    return Partner(start, thing.end(), (own, lexicon.regions[TAIWAN]), whole=True)
