"""What a place is called or wants to be called, as a clause words it: 推进江州、云溪「国家激光应用试点城市」建设.

A title ends in a head noun and has before it what it is for: `世界轴承之都`, `全国重要的轴承制造中心`. Classes
(一批示范区) and counts (27个试点) give none. What each form asks for besides its head is `title_form`'s, to whom a
title belongs `awardee`'s. The nouns: `data/words/designation-nouns.tsv`.
"""

from __future__ import annotations

import re

import msgspec

from kg_build.extract.cluster.park_form import COUNTED
from kg_build.extract.designation.shared import SHARED_PILOT
from kg_build.extract.designation.title_form import AWARD, BUILT, EMPTY, REACH, Title, is_title
from kg_build.extract.phrase import is_in_title, phrase_start, strip_leads
from kg_build.extract.place import crosses_provinces, is_verbal, mention_at, mention_before, named_place
from kg_build.extract.word_list import Token
from kg_build.lexicon import Lexicon
from kg_build.model import Region, Segment, Span

__all__ = ["read_title"]

COUNT_AFTER = (
    r"(?:建设|创建)?(?:累计|新增|总数|已)*(?:达到?|增至|增加到|共|各新增)?\d+[个家处座]|的?(?:数量|总数|个数)"
    r"|(?:建设|创建)?的?(?:实施|总体|指导|若干|专项|发展|三年)*(?:条例|规划(?!建设|引领)|方案|意见|办法|纲要|指南|行动计划)"
)
AFTER = {
    "zone": re.compile(rf"{COUNT_AFTER}|域|内|外|级|县|镇|线|[一-龥]{{0,3}}片区|联动|标志|管委会|[一-龥]{{0,4}}工程"),
    "pilot": re.compile(rf"{COUNT_AFTER}|任务.{{0,4}}\d"),
    "city": re.compile(
        rf"{COUNT_AFTER}|”?(?:建设|创建)?(?:试点|示范)|\d|核心|提名|候选|大会|论坛|周|群|圈|副|区|带|集群|大?奖|前列"
    ),
    "role": re.compile(rf"{COUNT_AFTER}|城区|区|镇|任务|工作|大厦|网络|相(?:匹配|适应|称)"),
    "base": re.compile(rf"{COUNT_AFTER}|化|[一二三四五]期|项目|型|园|集群|为|内"),
    "hub": re.compile(
        rf"{COUNT_AFTER}|海?港|站|机场|场|经济|型|功能|作用|体系|项目|工程|园|集群|网|运营|载体|补链|片|布局"
    ),
    "place": re.compile(rf"{COUNT_AFTER}|企业|品牌|产品|项目|高校|医院|园区|行列"),
}
"""What goes on from a head noun into the name of something else, or into a count."""
AFTER["called"] = AFTER["named"] = AFTER["city"]
FORM_OF = {"called": "city", "named": "city"}
"""Heads that say what a city is called for: with a level or award (森林城市), or by themselves (海绵城市)."""
VERSION = re.compile(r"\d\.\d")
SKIPPED = re.compile(
    r"自贸试验区.|自由贸易(?:先导|先行)?(?:试验|先导|示范)?区.|自由贸易(?:先导|先行)|社会主义现代化(?!建设引领区|国际大都市)|经济开发区|高标准农田|以点带面|科学城|党建"
    r"|廉政|文明单位"
)
NUMBERED = re.compile(r"[两三四五六七八]大|\d+[个家处]|首单|以上|[百千万]座")
TRIMMED = re.compile(
    r"扩大|好(?=[一-龥]{4})|新一批|新的|更多|一个|这一|全省|全市|首创|唯一|新(?=国家)|(?:全国|全省|我国)?(?:首个|第一个|唯一)"
    r"|(?:国家|国务院|中央|省政府)(?:批复|批准|同意)(?:的|设立|建设|开展)*(?=[一-龥]{4})"
    r"|以[^的]{2,20}为(?:重点|核心|主|载体|依托|引领)的"
)
DESCRIBED = re.compile(r"[^的]*的(?=.*(?:国家|全国|全球|世界|国际|重要))")
JOINT = re.compile(r"[、和与及]")
OF_ITS_OWN = re.compile(r"实现|取得|(?:试点|试点示范|[区城港园线路道心地市县程目台院室群制点廊场库纽都岛])[”)]?$")
GROUP_OF_PLACES = re.compile(
    r"等?(?:\d+|[两三四五六七八九十])个?(?:设区市|地级市|市州|州市|市县|县市|市|县|区|地)?(?=[一-龥“])"
    r"|等?(?:市州|市县|县市|设区市|地级市|地)|等"
)
ACTS = re.compile(
    r"(?:加快|努力|积极|合力|共同|高标准|高水平)*(?:建设|打造|创建|构建|争创|申创|申建|申报|成为|开展|探索)"
)
"""What a region that opens a phrase does: 支持江州「建设」激光先行区."""
OF_LEVEL = re.compile(r"国家|全国|省级")
COUNTY_ENDS = ("区", "县", "市")
ZONE_AFTER = re.compile(r"(?:高新区|经开区|开发区|新区)(?=国家|省级|全国)")
TORN = re.compile(r"[《》。\n]|“”|\(\)")
CLAUSE = re.compile(r"特别是|尤其是|总书记|领导|最近|作出|批示|国家批复")
"""What shows that a phrase is a clause."""
RANKED = re.compile(r"全国[百十]强(?:县市?|区|市)")
COUNTY = re.compile(r"(?![全各多]|[市区郊]县)[一-龥]{1,6}?(?:县|旗)(?=国家|全国|省级)")
"""A county that no scheme names, before a level."""
ETC = re.compile(r"(?<![高中初平同])等(?![级候待效])(?:地(?!方|理))?(?:\d+|[两三四五六七八九十])?[个项]?")
BUILDING = ("建设", "创建")
RENEWED = "创新"
"""A verb where the name of a place follows: 创新白石湾先行区的管理."""
MOST_SHARED = 2
"""The marks of a list that may share one head noun; roles share theirs among any number."""
LONGEST_TITLE = 42
LONGEST_MEMBER = 9
LONGEST_COUNTY = 5


def read_title(segment: Segment, clause: Span, head: Token, known: set[str], lexicon: Lexicon) -> Title | None:
    """Return the title that a head noun ends, or None. `known` holds the pilots the document has named as titles."""
    plain = segment.document.plain
    if AFTER[head.group].match(plain, head.end, clause.end) or is_in_title(plain, clause.start, head.start):
        return None
    version = VERSION.match(plain, head.end) if head.group == "zone" else None
    end = version.end() if version else head.end
    start = phrase_start(plain, clause.start, end)
    opening = quote_opening(plain, clause, head)
    if opening >= 0:
        start = opening + 1
    if COUNTED.match(plain, start, end):
        return None
    begin = opening_of(segment, start, head, end, lexicon)
    start, places, acts = leading_places(segment, begin, end, lexicon)
    if head.group == "place" and not acts and AWARD.search(plain, clause.start, begin):
        start, places = begin, ()
    if opening >= 0 and not places and (seat := mention_before(segment.regions, start - 1)) is not None:
        places = (lexicon.regions[seat.concept],)
    if COUNTED.match(plain, start, end) or NUMBERED.search(plain, start, end):
        return None
    described = DESCRIBED.match(plain, start, end)
    if described and not REACH.search(described[0]):
        start = described.end()
    while found := TRIMMED.match(plain, start, end):
        start = found.end()
    start, listed = strip_leads(plain, start, end), -1
    if plain.startswith(RENEWED, start) and mention_at(segment.names, start + len(RENEWED)) is not None:
        start += len(RENEWED)
    form = FORM_OF.get(head.group, head.group)
    modifier = plain[start : max(start, head.start)] if opening < 0 else plain[start:end]
    if form != "role" and opening < 0 and (etc := list(ETC.finditer(plain, start, head.start))):
        behind = etc[-1].end()  # `激光、轴承等海洋试点` is named by what stands behind 等; a mere class names nothing
        is_list = plain.find("、", start, behind) >= 0
        is_shared = form == "pilot" and is_list and SHARED_PILOT.fullmatch(plain, behind, end) is not None
        if form == "base" or (EMPTY.fullmatch(plain, behind, head.start) and not is_shared):
            return None
        if is_list:
            listed, start, modifier = start, behind, plain[behind : head.start]
    governor = plain[clause.start : start if listed < 0 else listed]
    title = Title(start, end, plain[start:end], form, places, governor, head.group, acts, listed)
    if listed >= 0 and (shared := SHARED_PILOT.fullmatch(title.name)) is not None and shared["level"]:
        return title
    if is_misread(title, modifier) or not is_title(segment, title, modifier, known):
        return None
    return with_area(segment, title, begin, lexicon)


def with_area(segment: Segment, title: Title, begin: int, lexicon: Lexicon) -> Title:
    """Return a zone with the part of the province that opens its name and does not act: 苏南国家自主创新示范区."""
    mention = mention_at(segment.regions, begin)
    if title.form != "zone" or title.acts or mention is None or mention.end != title.start:
        return title
    area = lexicon.regions[mention.concept]
    if area.level != "area" or crosses_provinces(area):
        return title
    return msgspec.structs.replace(title, start=begin, name=mention.label + title.name)


def quote_opening(plain: str, clause: Span, head: Token) -> int:
    """Return where the quotes open that a city's title closes, or -1: “光谷之都,数字之城” is one title."""
    if FORM_OF.get(head.group, head.group) != "city" or not plain.startswith("”", head.end):
        return -1
    return plain.rfind("“", clause.start, head.start)


def opening_of(segment: Segment, start: int, head: Token, end: int, lexicon: Lexicon) -> int:
    """Return where a title begins with the places that open it: at the last member of a list, unless all are places."""
    begin = after_earlier_member(segment.document.plain, start, head)
    if begin > start and leading_places(segment, start, end, lexicon)[0] > begin:
        return start
    return begin


def after_earlier_member(plain: str, start: int, head: Token) -> int:
    """Return where the last member of a list begins, if the member before it is a thing of its own.

    `国际贸易、金融、航运中心` is one phrase, `江州航道、云溪航运中心` ends in one, and a list of many things that is no
    role ends in its last.
    """
    end = head.start
    last, marks = start, 0
    for joint in JOINT.finditer(plain, start, end):
        before = plain[start : joint.start()]
        if before.count("“") != before.count("”"):
            continue
        marks += joint[0] == "、"
        last = joint.end() if joint[0] == "、" else last
        member = before.rpartition("、")[2] if head.group == "role" else before
        is_long = joint[0] == "、" and len(member) > LONGEST_MEMBER
        is_ranked = joint[0] == "、" and OF_LEVEL.match(plain, joint.end()) is not None
        if (
            is_long
            or is_ranked
            or before.endswith(BUILDING)
            or is_verbal(plain, joint.end())
            or OF_ITS_OWN.search(before)
        ):
            start, marks = joint.end(), 0
    return last if marks > MOST_SHARED and head.group != "role" else start


def leading_places(segment: Segment, start: int, end: int, lexicon: Lexicon) -> tuple[int, tuple[Region, ...], bool]:
    """Return where a title begins after the regions that open it, those regions, and whether they act.

    `江州、云溪数字转型试点城市` has them in front of the title, in `江州建设激光先行区` one acts.
    """
    plain = segment.document.plain
    places: list[Region] = []
    while start < end:
        mention = mention_at(segment.regions, start)
        if mention is None or mention.end >= end:
            county = short_county(segment, start, end, lexicon)
            if county is None and (unit := COUNTY.match(segment.document.plain, start, end)) is not None:
                places.append(named_place(unit[0], lexicon))
                start = unit.end()
                continue
            if county is None:
                break
            places.append(county)
            start += len(county.name) - 1
        else:
            region = lexicon.regions[mention.concept]
            is_word = places and not plain.startswith(("、", "和", "与"), start - 1) and region.level == "area"
            if region.level == "country" or is_word:  # 江州苏北重要中心城市
                break
            zone = ZONE_AFTER.match(plain, mention.end, end)
            places.append(named_place(plain[start : zone.end()], lexicon) if zone else region)
            start = zone.end() if zone else mention.end
        if plain[start] in "、和与":
            start += 1
        elif group := GROUP_OF_PLACES.match(plain, start, end):
            start = group.end()
    acts = places and ACTS.match(plain, start, end)
    if acts:
        start = acts.end()
    return strip_leads(plain, start, end), tuple(places), bool(acts)


def short_county(segment: Segment, start: int, end: int, lexicon: Lexicon) -> Region | None:
    """Return the county that stands at `start` without 区, 县 or 市, before what it does or before a level."""
    plain, own = segment.document.plain, segment.region.key[:2] if segment.region is not None else ""
    for stop in range(start + 2, min(start + LONGEST_COUNTY, end)):
        if ACTS.match(plain, stop, end) or OF_LEVEL.match(plain, stop, end):
            found = (lexicon.region_named(plain[start:stop] + ending) for ending in COUNTY_ENDS)
            return next((region for region in found if region is not None and region.key.startswith(own)), None)
    return None


def is_misread(title: Title, modifier: str) -> bool:
    """Tell whether a phrase is too long, empty, torn at a pair of marks, or of something else."""
    name = title.name
    torn = name.count("“") != name.count("”") or name.count("(") != name.count(")") or TORN.search(name) is not None
    empty = (
        EMPTY.fullmatch(modifier) is not None
        and title.form not in {"hub", "role"}
        and title.group not in {"called", "named"}
        and not title.places
        and not BUILT.fullmatch(name)
        and not RANKED.fullmatch(name)
    )
    return (
        torn
        or empty
        or len(name) > LONGEST_TITLE
        or SKIPPED.search(name) is not None
        or CLAUSE.search(name) is not None
    )
