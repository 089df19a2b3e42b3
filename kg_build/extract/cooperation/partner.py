"""Who acts together: the regions that a clause links, lists or sums up as an area.

`同江北、岭南地区联动` links two to the reporting region, `东岭、西川共建` lists two, `京津冀` sums up three. Where a
university, a firm or a railway bears a region's name (江北大学), the region is no partner. Foreign partners:
`data/gazetteer/cooperation-partners.tsv`.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections.abc import Sequence

from kg_build.extract.abbreviation import Partner, is_run, run_at
from kg_build.extract.place import crosses_provinces, mention_at, mention_before, mentions_in, named_place
from kg_build.lexicon import Lexicon
from kg_build.model import Region, Segment, Span

__all__ = [
    "BAY",
    "EXPANDED",
    "expand",
    "find_areas",
    "find_linked",
    "find_listed",
    "is_bearer",
    "is_in_partner",
    "named_at",
    "regions_before",
]

LINK = re.compile(
    r"""
      (?P<with>
          (?: 加强 | 深化 | 推进 | 推动 | 强化 | 密切 | 拓展 | 扩大 | 促进 | 开展 | 加深 | 提高 | 提升 | 落实 | 完成
            | 实施 | 实现 | 完善 | 健全 | 巩固 | 支持 | 加快 | 用好 | 做好 | 抓好 | 启动 | 建立 | 签署 | 签订
            | 构建 | 探索 ) 了? 好? [与同和]
        | (?: (?<=[,;:。、\n]) | 积极 | 深入 | 进一步 | 主动 | 务实 | 努力 | 持续 | 不断 | 先后 | 分别 | 重点 | 在
            | [将已要] )?
          [与同] (?!步|时|一|意|类|等|比|全国)
      )
    | (?P<join> 联合 | 携手 | 会同 | 联手 | 协同 | 联动 | 对接 (?: 支持 | 服务 )? | 接轨 | 融入 | 衔接 )
    | (?P<take> 承接 )
    | (?P<aid> 对口 (?: 支援 | 帮扶 | 协作 | 合作 | 支持 ) | 结对 (?: 帮扶 | 支援 )? | 帮扶 )
    | (?P<led> 参与 )
    | (?P<to> 面向 )
    """,
    re.VERBOSE,
)
"""Words whose object is a partner of the reporting region."""
LED = re.compile(r"[^,;、]{0,4}牵头")
TOGETHER = re.compile(
    r"(?:[^,;、]{0,12}|(?:开展|加强|深化|推动|推进|扩大)[^,;]{0,40}?)(?:合作|交流|共建|互联互通|对接)(?!中心)"
)
TAKEN = re.compile(r"[^,;]{0,8}(?:产业|转移|功能|溢出|辐射|成果)")
JOINT = re.compile(r"[、和与及]|以及|[—-]+")
BEARER = re.compile(
    r"[市省]?(?:交通大|交大|师大|工大|理工|时间|路|大道|大街|牌"
    r"|[一-龥]{0,6}(?:大学|学院|公司|集团|银行|研究院|交易所|医院|铁路局|海关|设计院|证券|实验室"
    r"|研究所|协会|学会(?![堂议])|(?<!招)商会(?!议)|联合会(?!议)|基金会|组委会?)"
    r"|(?:台|澳)?(?:工程)?(?:青年|居民|同胞|人士|人才|学生|师生|投资者|企业|专业人|知名|高校|科研|流动渔民|渔船|商会|籍))"
)
"""What bears a region's name and is no region: an institution, a firm, people."""
UNIT_AFTER = re.compile(
    r"(?:等?(?:共建)?(?:各国|国家和地区|国家|等国))|地区|区域|市|等地|(?:自贸区|高新区|经开区|开发区|新区)?管委会|经济圈|都市圈"
)
ACTING = re.compile(
    r"(?:等?(?:[两三四五六]地|[两三四五六]市|[两三四]省市?|地|[一-龥]{0,2}城市|板块)?的?)"
    r"(?:[^,、;。]{2,9}(?:试验区|综试区|片区)(?=联动|协同发展|一体化))?"
    r"(?:深度|深化|加强|战略|全面|区域|经济|产业|跨省|跨市|密切|“?双[城核]”?){0,3}"
    r"(?:共建|共同|联合|合力|协同|携手|合作|协作|联动|一体化|同城化|互联|相向|结对|对口|牵手|毗邻|签[署订])"
    r"|[^,、;。]{2,8}(?:合作|共建)(?:产业园|园区)"
)
ADVERBS = re.compile(
    r"(?:等(?:[市地]|[两三四五六七八九\d]+市)?)?(?:主动|积极|深度|全面|加快|率先|共同|进一步|更好|全方位)*$"
)
OURS = ("我省与", "我省和", "我市与", "我市和", "我区与", "我区和")
"""The reporting region, first of those that stand side by side."""
FOREIGN = "cooperation-partners:"
BAY = "大湾区"
"""Guangdong's, unless another coast reports of its own."""
EXPANDED = frozenset({"jingjinji", "chengyu", "changsanjiao"})
"""Areas whose members act, one by one; every other area is named as a whole."""


def is_bearer(plain: str, position: int, end: int) -> bool:
    """Tell whether what begins at `position`, behind a region's name, is no region."""
    return BEARER.match(plain, position, end) is not None


def expand(regions: Sequence[Region], lexicon: Lexicon) -> tuple[Region, ...]:
    """Put the members for 京津冀, 成渝地区 and 长三角; leave every other region as it is."""
    members: list[Region] = []
    for region in regions:
        if region.key in EXPANDED:
            members.extend(lexicon.regions[member] for member in region.members)
        else:
            members.append(region)
    return tuple(members)


def find_areas(segment: Segment, start: int, end: int, lexicon: Lexicon) -> list[Partner]:
    """Return the areas across provinces that a stretch names in words; 粤港澳 and the like are runs."""
    own = segment.region
    found = []
    for mention in mentions_in(segment.regions, start, end):
        region = lexicon.regions[mention.concept]
        if not crosses_provinces(region) or is_run(mention.label, lexicon):
            continue
        provinces = {member[:2] for member in region.members}
        if mention.label == BAY and own is not None and own.code[:2] not in provinces:
            continue
        found.append(Partner(mention.start, mention.end, (region,)))
    return found


def find_linked(segment: Segment, clause: Span, lexicon: Lexicon) -> Partner | None:
    """Return the regions that a word of linking (与, 联合, 承接, 对口支援 ...) has as its object."""
    plain = segment.document.plain
    for link in LINK.finditer(plain, clause.start, clause.end):
        regions, end = regions_from(segment, link.end(), clause.end, lexicon)
        if not regions:
            continue
        if link["led"] and not LED.match(plain, end, clause.end):
            continue
        if link["to"] and not TOGETHER.match(plain, end, clause.end):
            continue
        if link["take"] and not TAKEN.match(plain, end, clause.end):
            continue
        before = doers(segment, clause, link.start(), lexicon)
        if before is not None:
            members = (*before.regions, *(regions if link["with"] else expand(regions, lexicon)))
            only = before.regions[0] if len(before.regions) == 1 and not link["with"] else None
            return Partner(link.start() if only else before.start, end, members, whole=True, area=only)
        if link["with"] and len(link[0]) == 1 and link.start() > clause.start:
            continue
        return Partner(link.start(), end, regions)
    return None


def doers(segment: Segment, clause: Span, link: int, lexicon: Lexicon) -> Partner | None:
    """Return the regions that act, named before the word of linking: 支持「江州、云溪等市」积极承接."""
    adverbs = ADVERBS.search(segment.document.plain[max(clause.start, link - len("等地进一步主动")) : link])
    position = link - (len(adverbs[0]) if adverbs else 0)
    return regions_before(segment, position, lexicon)


def regions_before(segment: Segment, position: int, lexicon: Lexicon) -> Partner | None:
    """Return the regions whose names, listed with 、, end at `position`."""
    regions: list[Region] = []
    end = position
    while (mention := mention_before(segment.regions, end)) is not None:
        region = lexicon.regions[mention.concept]
        if region.level == "country" or crosses_provinces(region):
            break
        regions.insert(0, region)
        position = mention.start
        if not segment.document.plain.startswith("、", position - 1):
            break
        end = position - 1
    return Partner(position, end, tuple(regions)) if regions else None


def regions_from(segment: Segment, position: int, end: int, lexicon: Lexicon) -> tuple[tuple[Region, ...], int]:
    """Return the regions listed from `position` on, and where the list ends."""
    plain = segment.document.plain
    regions: list[Region] = []
    while position < end:
        named = named_at(segment, position, lexicon)
        if named is None or BEARER.match(plain, named.end, end):
            break
        regions.extend(named.regions)
        unit = UNIT_AFTER.match(plain, named.end, end)
        position = unit.end() if unit else named.end
        joint = JOINT.match(plain, position, end)
        if joint is not None:
            position = joint.end()
        elif not is_foreign(segment, position):
            break
    return tuple(regions), position


def is_in_partner(segment: Segment, position: int) -> bool:
    """Tell whether a word at `position` is part of a foreign partner's name: 共建“一带一路”国家."""
    index = bisect_right(segment.names, position, key=lambda mention: mention.start) - 1
    return index >= 0 and segment.names[index].end > position and segment.names[index].concept.startswith(FOREIGN)


def is_foreign(segment: Segment, position: int) -> bool:
    """Tell whether the name of a foreign partner begins at `position`: 南亚东南亚."""
    mention = mention_at(segment.names, position)
    return mention is not None and mention.concept.startswith(FOREIGN)


def named_at(segment: Segment, position: int, lexicon: Lexicon) -> Partner | None:
    """Return the region, run of abbreviations or foreign partner whose name begins at `position`."""
    run = run_at(segment, position, lexicon)
    if run is not None and run.area is None and mention_at(segment.regions, position) is None:
        return run
    mention = mention_at(segment.regions, position)
    if mention is not None:
        region = lexicon.regions[mention.concept]
        return None if region.level == "country" else Partner(position, mention.end, (region,))
    foreign = mention_at(segment.names, position)
    if foreign is not None and foreign.concept.startswith(FOREIGN):
        concept = lexicon.names[foreign.concept]
        members = "".join(concept.properties.get("members", ())).split(";")
        named = [lexicon.names[FOREIGN + member] for member in members if member] or [concept]
        return Partner(position, foreign.end, tuple(named_place(one.pref_zh, lexicon) for one in named))
    return None


def find_listed(segment: Segment, clause: Span, lexicon: Lexicon) -> Partner | None:
    """Return the regions that stand side by side before a word of acting together: 东岭、西川共建, 东岭西川相向而行."""
    plain = segment.document.plain
    for mention in mentions_in(segment.regions, clause.start, clause.end):
        regions: list[Region] = []
        position = mention.start
        while (following := mention_at(segment.regions, position)) is not None and following.end <= clause.end:
            region = lexicon.regions[following.concept]
            is_joined = not regions or plain[position - 1] in "、和与及"
            if region.level == "country" or (crosses_provinces(region) and not is_joined):
                break
            regions.append(region)
            position = following.end
            joint = JOINT.match(plain, position, clause.end)
            position = joint.end() if joint else position
        if segment.region is not None and plain.startswith(OURS, max(clause.start, mention.start - len(OURS[0]))):
            regions.insert(0, segment.region)
        if len(regions) > 1 and not is_nested(regions) and ACTING.match(plain, position, clause.end):
            return Partner(mention.start, position, tuple(regions), whole=True)
    return None


def is_nested(regions: Sequence[Region]) -> bool:
    """Tell whether neighbours are a province and its city (浙江杭州), which name one place."""
    return any(second.parent == first.key for first, second in itertools.pairwise(regions))
