"""What a figure measures of its owner: 产量 of 轴承产量, 覆盖率 of 5G网络覆盖率.

A phrase that is only an attribute (`产量`, `出口`, `投资额`) belongs to the owner of the phrase before: `轴承产量` then
`出口` is `轴承出口`. The attributes are `data/words/figure-attributes.tsv`, and any word that ends in 率.
"""

from __future__ import annotations

import re

from kg_build.extract.affix import by_last, longest_suffix
from kg_build.extract.word_list import alternatives, read_words

__all__ = [
    "MACRO",
    "OF_ITS_OWN",
    "PLACE",
    "SIDES",
    "TAILS",
    "attribute_of",
    "is_attribute",
    "owner_of",
    "share_tail",
    "split_subjects",
]

TAILS = rf"(?:{alternatives('figure-attributes')}|[一-鿿]{{0,2}}率)"
ATTRIBUTE = re.compile(
    rf"(?:总|新增|年|市场|对外|综合|累计|平均|(?:年度|年内)?计划(?:总)?|年度|完成|到位|实际)?{TAILS}"
)
ENDINGS = by_last(read_words("figure-attributes"))
LAST = frozenset("率").union(ENDINGS)
ENDING_WORDS = frozenset(read_words("figure-attributes"))
RATE = re.compile(r"[一-鿿]{0,2}率$")
JOINS = re.compile(r"(?<!\([一-鿿])(?<!\([一-鿿]{2})、(?![一-鿿]{1,3}\))|以及|和|与|及")
OUTER = ("规模以上", "规上", "的", "完成", "实现", "总")
OF_ITS_OWN = frozenset(
    {
        "固定资产投资",
        "投资",
        "进出口总额",
        "进出口",
        "出口",
        "进口",
        "税收",
        "税收收入",
        "贷款",
        "用电量",
        "发电量",
        "工业增加值",
    }
)
"""Attributes that a list may name beside an indicator without being of its owner."""

SHARES = frozenset({"占比", "比重"})
SIDES = ("行政村", "自然村", "建制村", "城镇", "城市", "城区", "县城", "乡镇", "农村", "乡村", "山区")
"""Parts of a region that have one measure each: 城市和农村自来水普及率."""

MEASURES = frozenset("量额率值")
PLACE = re.compile(
    r"[一-鿿]{0,8}?(?:新片区|试验区|示范区|高新区|经开区|开发区|园区|新区|新城|先行区)(?=规模以上|规上|全社会|生产总值|地区|固定|工业|进出口|税收|新设|外贸|实际|营业)"
)
"""A zone that opens a list of measures of a whole economy, each of which is the zone's: 「新片区」工业产值、投资."""

MACRO = re.compile(
    r"(?:规模以上|规上|全社会|地区|一般公共)*(?:工业(?:增加值|总产值|投资|利润)|固定资产投资|生产总值|进出口|税收|预算收入|财政收入|营业收入|(?:实际)?(?:利用|使用|吸引)外资)"
)
"""Measures that a region and a zone in it have alike."""

OF_WHOLE = re.compile(r"(?<=[一-鿿]{2})占[^占]{1,12}比重$")
SPEED = "增速"
SIZED = "规模以上"
UNSIZED = re.compile(r"投资|零售|消费|进出口|预算|财政|税|存款|贷款|居民|GDP|生产总值|用电|外资|价格|人口")
"""Measures of a whole economy, which are of no enterprises above a size."""

SHORTEST = 2
LONGEST = 7


def attribute_of(phrase: str) -> str:
    """Return the attribute that a phrase ends with, or an empty string."""
    if not phrase:
        return ""
    word = longest_suffix(phrase, ENDINGS)
    if phrase[-1] == "率":
        rate = RATE.search(phrase, max(0, len(phrase) - SHORTEST - 1))
        return max(word, rate[0] if rate else "", key=len)
    return word


def is_attribute(phrase: str) -> bool:
    """Tell whether a phrase is an attribute that needs an owner."""
    if len(phrase) > LONGEST or phrase[-1:] not in LAST:
        return False
    return bool(attribute_of(phrase)) and ATTRIBUTE.fullmatch(phrase) is not None


def owner_of(phrase: str) -> str:
    """Return a phrase without its attribute: 轴承产量 -> 轴承."""
    if phrase.endswith("比重"):
        phrase = OF_WHOLE.sub("", phrase)
    phrase = phrase if phrase.endswith("指数") else phrase.removesuffix("增速").removesuffix("起数").removesuffix("数")
    owner = phrase.removesuffix(attribute_of(phrase))
    for word in OUTER:
        owner = owner.removesuffix(word)
    return owner if len(owner) >= SHORTEST else phrase


def side_of(phrase: str) -> str:
    """Return the part of a region that a phrase opens with, or an empty string: 「城市」自来水普及率."""
    return next(filter(phrase.startswith, SIDES), "") if phrase else ""


def split_subjects(phrase: str) -> list[str]:
    """Split a list of subjects at 、 and at 和, 与, 及 between them."""
    parts = [part for part in JOINS.split(phrase) if part]
    return [part for part in parts if len(part) >= SHORTEST] if len(parts) > 1 else parts


def share_tail(parts: list[str]) -> list[str]:
    """Give each member of a list the attribute of the last and the 规模以上 of the first.

    `高技术制造业`, `装备制造业增加值` become `高技术制造业增加值`, `装备制造业增加值`; a bare attribute is of the
    owner of the first: `单位产值能耗`, `水耗` are `单位产值能耗`, `单位产值水耗`.
    """
    tail = attribute_of(parts[-1])
    if tail in SHARES:
        tail = attribute_of(parts[-1].removesuffix(tail)) + tail
    if parts[-1].endswith(SPEED) and len(parts[-1]) > len(SPEED):
        tail = attribute_of(parts[-1].removesuffix(SPEED)) + SPEED
    if tail == parts[-1]:
        tail = attribute_of(tail[SHORTEST:]) or tail
    prefix = SIZED if parts[0].startswith(SIZED) else ""
    whole = []
    place = PLACE.match(parts[0])
    first = attribute_of(parts[0])
    owner = parts[0].removesuffix(first) if first else ""
    for part in parts:
        if owner and part in ENDING_WORDS and part not in OF_ITS_OWN:
            whole.append(owner + part)
            continue
        if part in SIDES and (side := side_of(parts[-1])) and part != parts[-1]:
            whole.append(part + parts[-1].removeprefix(side))
            continue
        ends = part[-1] in MEASURES or attribute_of(part)
        if part.endswith(SPEED):
            named = part
        elif ends and tail.endswith(SPEED):
            named = part + SPEED
        else:
            named = part if ends or tail == parts[-1] else part + tail
        if place and part is not parts[0] and MACRO.match(named):
            named = place[0] + named
        is_sized = not prefix or named.startswith(prefix) or UNSIZED.search(named)
        whole.append(named if is_sized else prefix + named)
    return whole
