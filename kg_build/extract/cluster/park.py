"""Industrial parks and bases: `江州激光产业园`, `轴承制造基地`, `青沙海洋产业先导区`.

A name ends in a head noun (产业园, 软件园, 基地, 集聚区 ...) and has the place or the industry it stands for before
it. Parks that are only counted or classed (27个特色产业园区, 一批示范基地) have no name. A base with its reach
(国家…基地, 全国重要的…基地) is a title: `title`'s. Places of learning, storage or settlement are none, nor is a park
that only wins an award.

`支持青沙软件园、星光城等园区` later in a text names by a short form what the text has named in full before.
The nouns: `data/words/park-nouns.tsv`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from kg_build.extract.cluster.base_list import read_base_list
from kg_build.extract.cluster.park_form import (
    AFTER,
    CLASS_ONLY,
    COUNT,
    COUNTED,
    GATHERED,
    LED,
    OTHER_USE,
    PHASE,
    RANK,
    REACH,
    UNNAMED,
    Named,
    ends_in_noun,
    fulfils,
    has_industry,
    is_nameable,
)
from kg_build.extract.phrase import is_in_title, is_quoted, phrase_start, strip_leads
from kg_build.extract.word_list import Token
from kg_build.model import Segment, Span

__all__ = ["read_park", "short_forms"]

JOINT = re.compile(
    r"规范提升|建设(?:和|与)?|建立|发展|向|到(?!家)|跨区域|以上|其他|(?<=[区园地城镇港心市点台库室院带])[和与及]"
)
"""After these a name begins anew: another verb, or the last of two things joined by 和."""
PROVINCE = "[京津沪渝冀晋辽吉黑苏浙皖闽赣鲁豫鄂湘粤琼川蜀黔贵滇云陕秦甘陇青桂蒙宁新藏港澳台]"
PAIRS = re.compile(rf"{PROVINCE}{{2}}(?:、{PROVINCE}{{2}})+(?=[一-龥]{{2,}})(?!等)")
"""Pairs of provinces that have a park each: 湘琼、粤琼合作产业园."""
LIST = re.compile(rf"(?P<list>.+?)(?:等(?P<count>{COUNT})?|(?P<bare>{COUNT}))(?P<middle>[^、]*)")
LONGEST_MODIFIER = 28
SHORTEST_VALLEY = 3
LONGEST_PLACE = 5


def read_park(segment: Segment, clause: Span, head: Token, known: Mapping[str, str]) -> Iterator[Named]:
    """Yield the parks that a head noun names: one, or those of the list it ends.

    `known` maps short forms of the names the document has given so far to those names.
    """
    plain = segment.document.plain
    if AFTER.match(plain, head.end, clause.end) or is_in_title(plain, clause.start, head.start):
        return
    if head.group == "base" and PHASE.match(plain, head.end, clause.end):
        return
    start = phrase_start(plain, clause.start, head.end)
    if COUNTED.match(plain, start, head.start):
        return
    pairs = PAIRS.match(plain, start, head.start)
    if pairs is not None:
        position = start
        for pair in pairs[0].split("、"):
            yield Named(position, head.end, pair + plain[pairs.end() : head.end])
            position += len(pair) + 1
        return
    if start >= head.start and head.group != "valley":
        return
    listed = LIST.fullmatch(plain, start, head.start)
    if listed is not None and not (listed["bare"] and ("、" not in listed["list"] or listed["list"].endswith("、"))):
        is_base = head.group == "base" and not any(member in known for member in listed["list"].split("、"))
        yield from read_base_list(segment, listed, head) if is_base else read_list(segment, listed, head, known)
        return
    named = read_single(segment, max(start, plain.rfind("、", start, head.start) + 1), head)
    if named is not None:
        yield named


def read_single(segment: Segment, start: int, head: Token) -> Named | None:
    """Return the park whose name begins at or after `start` and ends with its head noun."""
    plain = segment.document.plain
    for joint in JOINT.finditer(plain, start, head.start):
        start = joint.end()
    opening = start = strip_leads(plain, start, head.start)
    if COUNTED.match(plain, start, head.end):
        return None
    attribute = start
    while (attribute := plain.find("的", attribute, head.start) + 1) and not is_quoted(plain, opening, attribute):
        start = attribute
    described = plain[opening:start]
    if head.group == "base" and REACH.search(described) and not GATHERED.search(described):
        return None
    while found := RANK.match(plain, start, head.start) or LED.match(plain, start, head.start):
        start = found.end()
    modifier, end = plain[start : head.start], head.end
    rank = plain[opening:start]
    if modifier.count("“") == 1 and plain.startswith("”", end):
        modifier, end = modifier.replace("“", ""), end + 1
    elif head.group == "valley" and not modifier and head.end - head.start < SHORTEST_VALLEY:
        return None
    if (
        len(modifier) > LONGEST_MODIFIER
        or not is_nameable(segment, start, modifier, head)
        or (head.group == "base" and "国家" in rank)
        or not fulfils(segment, start, head, modifier)
    ):
        return None
    return Named(start, end, modifier + plain[head.start : head.end], rank)


def read_list(segment: Segment, listed: re.Match[str], head: Token, known: Mapping[str, str]) -> Iterator[Named]:
    """Yield the parks of a list that a head noun ends: 琼湘制造、琼粤制造等合作产业园, 青沙、云溪2个海洋先导区."""
    noun = segment.document.plain[head.start : head.end]
    middle = listed["middle"]
    is_open = head.group not in {"base", "belt", "estate"} and (
        listed["bare"] or head.group == "park" or not CLASS_ONLY.fullmatch(middle)
    )
    if head.group == "estate" and listed["bare"] and listed["bare"][0] not in "各多数" and not middle:
        is_open = all(1 < len(member) < LONGEST_PLACE for member in listed["list"].split("、"))
    position = listed.start()
    for member in listed["list"].split("、"):
        begin, position = position, position + len(member) + 1
        full = known.get(member)
        if full is not None:
            yield Named(begin, head.end, full)
        elif (
            is_open
            and len(member) > 1
            and not CLASS_ONLY.fullmatch(member)
            and not ends_in_noun(member)
            and not UNNAMED.search(member + middle)
            and not OTHER_USE.search(middle)
            and (middle or listed["count"] or listed["bare"] or has_industry(segment, begin, begin + len(member)))
        ):
            yield Named(begin, head.end, member + middle + noun)


def short_forms(name: str, place: str) -> tuple[str, ...]:
    """Return the forms by which a text may later call a park: without its place, or by its first proper noun.

    >>> short_forms("江州星光城激光产业园", "江州")
    ('星光城激光产业园', '星光城')
    """
    inner = name.removeprefix(place)
    proper = re.match(r"[一-龥]{2,6}?[城港湾谷岛镇]", inner)
    return tuple(form for form in (inner, proper[0] if proper else "") if form and form != name)
