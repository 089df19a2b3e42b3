"""What each form of title asks for: a pilot level, award or right, a centre its reach, a zone no place of its own.

`推进碳账户试点` is no title and `国家碳账户试点` is; `江州科技创新中心` is the role of a city, `国家轴承技术创新中心`
an institution. The rights that only the state gives, and the zones that are places of their own:
`data/gazetteer/designation-*.tsv`.
"""

from __future__ import annotations

import re

import msgspec

from kg_build.extract.cluster.park_form import OTHER_USE
from kg_build.extract.place import crosses_provinces, mention_at, mentions_in
from kg_build.model import Region, Segment

__all__ = ["AWARD", "BUILT", "EMPTY", "REACH", "Title", "core", "is_title"]

AWARD = re.compile(
    r"获批|获评|入选|入围|列入|列为|纳入|成为|评为|认定为|确定为|命名为|授予|荣获|跻身|进入|获得|获准|创建|创成|争创|争取|申创"
    r"|申建|申报|升级为|建成|蝉联"
)
REACH = re.compile(
    r"国家(?!级|制造业创新|技术创新|工程)|全国|全球|世界|国际|我国|中国|亚洲|亚太|东北亚|东南亚|南亚|西部|西北|西南|东部"
    r"|中部|知名|内陆|沿海|区域|长江上游|重要|影响力|大湾区|大循环|双循环|一带一路"
)
EMPTY = re.compile(
    r"(?:国家级?|省级?|市级?|全国|各类?|产业|试点|示范|先行|重点|改革|新|首批|综合|一批|国际|标准化|规范化|现代|建设|发展"
    r"|创新|特色|核心|先导|高水平|高标准|等|的|和|、|其他|本|该|我|此|城市|地区|重要|自贸|自由贸易|相关|区域性?|省域|副|次"
    r"|这一|全面深化改革|综合配套)*"
)
"""Words that say nothing of what a title is for."""
BUILT = re.compile(
    r"国家中心城市|国际消费中心城市|标杆城市|双?千兆城市|双?万兆城市|全国文明城市|自贸试验区|国家级?(?:文化生态保护区|旅游度假区)"
)
CITY = re.compile(rf"{BUILT.pattern}|示范城市")
LOCAL_CENTRE = re.compile(r"(?:副|区域)中心城市$")
"""What only a part of a province is: a title where the text says of whom."""
FREE_TRADE = re.compile(r"(?:中国)?(?:\([一-龥]+\))?(?:自贸|自由贸易)试验区")
FREE_TRADE_ON = re.compile(
    r"”?(?![^,。;]{0,12}(?:方案|战略|行动|计划|意见|经验|条例))"
    r"(?:全面|加快|率先|扎实|深入|高质量|持续)*(?:制度创新|制度型开放|改革|试点|体制机制|发展|先行|扩容|提质|创新(?!发展区))"
)
"""What is done in a free-trade zone."""

UNDER_WAY = re.compile(r"”?(?:建设(?!用地)|方面|扩区|获批|挂牌|[、和][^,。;]{1,14}建设)")
BY_VERB = re.compile(r"(?:建设好?|打造|创建|争创|创成|建成|申建|设立|获批|获准)$")
PLACED_ZONES = ("示范区", "试验区", "实验区", "先行区", "引领区")
"""Zones that are a title of the city that opens their name; a 先导区 with a place is a cluster."""
GRANTED = re.compile(r"获批|获评|入选|入围|列入|列为|纳入|成为|评为|认定为|确定为|创建|争创|获准|申创")
GRANTED_AFTER = re.compile(r"(?:成功|正式|顺利)*获批")
GATHERED = re.compile(r"(?:集聚|聚集|汇聚|云集)的")
"""What gathers in a base is no reach of it: 全国企业集聚的."""
LEVEL = re.compile(
    r"国家|全国|首批|第[一二三四五六七八九十]批|新一批|省级|部级|工信部|工业和信息化部|国务院|中央|世界|联合国"
)
BASE_REACH = re.compile(
    r"国家(?!电投|电网|能源集团|管网|能源投资)|全国|全球|世界(?!级|一流)|国际(?!一流)|我国|亚洲|西部|西北|西南|长三角"
    r"|京津冀|粤港澳大湾区|长江经济带|黄河流域"
)
ROLE = re.compile(
    r"具有|“|国家|全国|全球|世界|国际|我国|亚洲|亚太|东北亚|东南亚|南亚|西部|西北|西南|东部|中部|内陆|沿海|区域|长江上游"
    r"|重要|面向|辐射|大湾区|科技创新中心|产业科技|一流|知名|国内|社会主义|现代化|综合性|“?一带一路"
)
"""How the name of a role begins."""
ROLE_VERB = re.compile(
    r"建设|打造|建成|成为|锚定|迈向|加快|定位|目标|构建|推动|推进|获批|获评|评为|入选|纳入|创建|争创|增强|提升|形成|支持|巩固|支撑"
)
ROLE_AFTER = re.compile(
    r"(?:和[^,。;、]{2,8}?)?”?的?(?:加快|加速|基本|全面|核心|策源|功能|影响力|能级|辐射)*"
    r"(?:建设|建成|功能|地位|能级|影响力|目标|定位)"
)
INSTITUTION = re.compile(
    r"国家级|(?:制造业|技术|产业技术|工业设计|协同|企业|研究)创新中心|实验室|研究院"
    r"|(?:工程|临床|重点|医学|科学(?!中心)|中试|展示|体验|服务|促进|推广|培训|检测|实验|企业)[^、]{0,6}中心"
    r"|(?:国家|省)[^的]{1,12}(?:产业创新|技术创新|研发|设计|制造业创新)中心|国家[^的]*(?<!科技)创新中心"
)
UNDER = re.compile(
    r"[县镇乡村](?!振兴|域|级)|湾|港|新区|高新区|经开区|开发区|走廊|运河|库区|半岛|三角洲|片区|沿线|科学城|自贸港"
)
"""Words by which a zone is seen to have a place of its own within the region."""
SEATED = re.compile(r"(?!首批|新一批|第.{1,2}批|20\d\d).{2,4}国家")
CITY_END = re.compile(r"[,。;、”]|称号|$")
ALWAYS = re.compile(r"之都|之城|岛")
PLACE_PILOT = re.compile(r"(?<![和与及])城市”?(?:建设|创建)?试点$|(?:城市|区|省|市|县|省份|地区|城市试点)$")
CORE = re.compile(
    r"^(?:20\d\d年|全国|国家级?|首批|第[一二三四五六七八九十]批|省级|工信部)+|[“”]|(?:城市|专项|业务|区域?)+$"
)
AWARDED_ONLY = ("名城", "强城", "模范城", "之乡")
OWN_PLACE = "designation-own-places:"
OWN_RIGHT = "designation-rights:"
SHORTEST_ZONE = 3
SHORTEST_CORE = 4
VERB_REACH = 8


class Title(msgspec.Struct, frozen=True):
    """A title as its clause words it.

    `places` are the regions that open it, which may act (支持江州建设…); `governor` is the clause before it, and
    `group` the class of its head noun. `listed` is where the list begins that 等 sums up before it, or -1.
    """

    start: int
    end: int
    name: str
    form: str
    places: tuple[Region, ...]
    governor: str
    group: str = ""
    acts: bool = False
    listed: int = -1


def is_title(segment: Segment, title: Title, modifier: str, known: set[str]) -> bool:
    """Tell whether a phrase fulfils what its form asks for."""
    name, verb = title.name, title.governor[-VERB_REACH:]
    awarded = AWARD.search(verb) is not None
    match title.form:
        case "zone":
            return is_zone(segment, title, modifier, awarded=awarded)
        case "pilot":
            return is_pilot(segment, title, known, granted=GRANTED.search(verb) is not None)
        case "city":
            if name.endswith(AWARDED_ONLY):
                return awarded and CITY_END.match(segment.document.plain, title.end) is not None
            return is_city(segment, title, modifier, awarded=awarded)
        case "role":
            return is_role(segment, title)
        case "base":
            is_seated = segment.document.plain.startswith(("落户", "花落"), title.end)
            is_used = OTHER_USE.search(name) is not None and not awarded and not is_seated
            is_other = "实验室" in name or GATHERED.search(name) is not None or is_used
            return BASE_REACH.match(name) is not None and not is_other
        case "hub":
            is_node = "国家" in name and name.endswith("节点")
            granted = GRANTED_AFTER.match(segment.document.plain, title.end) is not None
            return is_node or granted or (awarded and LEVEL.search(name) is not None) or is_role(segment, title)
    is_own = segment.region is not None and name.startswith(segment.region.name)
    is_case = name.endswith("案例") and ("省" in name or is_own)
    is_listed = LEVEL.search(name) is not None or "百强" in name or is_case
    return awarded and is_listed


def is_city(segment: Segment, title: Title, modifier: str, *, awarded: bool) -> bool:
    """Tell whether a kind of city is a title: by award or reach, or by its own name where it is built."""
    name = title.name
    if LOCAL_CENTRE.search(name) is not None and not awarded:
        return bool(title.places)
    if title.group != "city" and EMPTY.fullmatch(modifier):
        is_named = title.group == "named" and is_under_way(segment, title)
        return awarded or LEVEL.search(name) is not None or is_named
    return awarded or any(pattern.search(name) for pattern in (REACH, CITY, ALWAYS))


def is_zone(segment: Segment, title: Title, modifier: str, *, awarded: bool) -> bool:
    """Tell whether a zone is a title: not where it has a place of its own within the region."""
    if title.name.endswith(("自贸试验区", "自由贸易试验区")):
        on = is_under_way(segment, title) or FREE_TRADE_ON.match(segment.document.plain, title.end) is not None
        return FREE_TRADE.fullmatch(title.name) is not None and on
    if title.places and not any(crosses_provinces(place) or place.level == "province" for place in title.places):
        is_citys = title.name.endswith(PLACED_ZONES) and not is_part(segment, title, modifier)
        return "国家" in modifier or awarded or title.acts or is_citys
    own = mention_at(segment.names, title.start)
    if (own is not None and own.concept.startswith(OWN_PLACE)) or UNDER.search(modifier):
        return False
    if SEATED.match(modifier) and not modifier.startswith("国家") and not mention_at(segment.industries, title.start):
        return False
    is_topic = segment.document.plain.startswith("方面", title.end)
    if len(modifier) > SHORTEST_ZONE or LEVEL.search(modifier) or is_topic:
        return True
    return bool(mentions_in(segment.industries, title.start, title.end))


def is_part(segment: Segment, title: Title, modifier: str) -> bool:
    """Tell whether a zone that regions open is only a part of them: it has a place of its own or is a park."""
    own = mention_at(segment.names, title.start)
    is_own = own is not None and own.concept.startswith(OWN_PLACE)
    is_county = any(place.level not in {"prefecture", "area"} for place in title.places)
    return is_own or is_county or len(modifier) <= SHORTEST_ZONE or UNDER.search(modifier) is not None


def is_under_way(segment: Segment, title: Title) -> bool:
    """Tell whether a title that needs no level is the object of building it, or said to be built."""
    plain = segment.document.plain
    return BY_VERB.search(title.governor) is not None or UNDER_WAY.match(plain, title.end) is not None


def is_pilot(segment: Segment, title: Title, known: set[str], *, granted: bool) -> bool:
    """Tell whether a pilot is a title: by level, award, place or right, or because the text has called it one."""
    kernel = core(title.name)
    if EMPTY.fullmatch(kernel):
        return False
    if has_right(segment, title) or is_known(kernel, known):
        return True
    if segment.document.plain.startswith("业务", title.end):
        return False
    return granted or any(pattern.search(title.name) for pattern in (PLACE_PILOT, LEVEL))


def is_role(segment: Segment, title: Title) -> bool:
    """Tell whether a centre is the role of a whole place: with its reach, built or held, and no institution."""
    if not ROLE.match(title.name) or INSTITUTION.search(title.name):
        return False
    if not (title.places or REACH.search(title.name)):
        return False
    is_built = ROLE_VERB.search(title.governor[-2 * VERB_REACH :]) is not None
    return is_built or ROLE_AFTER.match(segment.document.plain, title.end) is not None


def has_right(segment: Segment, title: Title) -> bool:
    """Tell whether a pilot is for a right that only the state gives a place (电信业务开放, 免签)."""
    inside = mentions_in(segment.names, title.start, title.end)
    return any(mention.concept.startswith(OWN_RIGHT) for mention in inside)


def is_known(kernel: str, known: set[str]) -> bool:
    """Tell whether a pilot's wording is part of one named before, or holds it."""
    return len(kernel) >= SHORTEST_CORE and any(kernel in earlier or earlier in kernel for earlier in known)


def core(name: str) -> str:
    """Return what two wordings of one pilot share: its name without level, batch and final 城市 or 专项.

    >>> core("首批国家级激光应用试点城市")
    '激光应用试点'
    """
    return CORE.sub("", CORE.sub("", name))
