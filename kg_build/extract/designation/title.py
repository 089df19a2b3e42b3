"""What a place is called or wants to be called, as a clause words it: 推进江州、云溪「国家激光应用试点城市」建设.

A title ends in a head noun and has before it what it is for: `世界轴承之都`, `全国重要的轴承制造中心`. Classes
(一批示范区) and counts (27个试点) give none. What each form asks for besides its head is `title_form`'s, to whom a
title belongs `awardee`'s. The nouns: `data/words/designation-nouns.tsv`.
"""

from __future__ import annotations

import re

from kg_build.extract.cluster.park import COUNTED
from kg_build.extract.designation.title_form import BUILT, EMPTY, REACH, Title, is_title
from kg_build.extract.phrase import is_in_title, phrase_start, strip_leads
from kg_build.extract.place import is_verbal, mention_at, mention_before, named_place
from kg_build.extract.word_list import Token
from kg_build.lexicon import Lexicon
from kg_build.model import Region, Segment, Span

__all__ = ["read_title"]

COUNT_AFTER = r"(?:建设|创建)?(?:累计|新增|总数|已)*(?:达到?|增至|增加到|共|各新增)?\d+[个家处座]"
AFTER = {
    "zone": re.compile(rf"{COUNT_AFTER}|域|内|外|级|县|镇|标志|管委会|[一-龥]{{0,4}}工程"),
    "pilot": re.compile(rf"{COUNT_AFTER}|任务.{{0,4}}\d"),
    "city": re.compile(rf"{COUNT_AFTER}|试点|提名|候选|大会|论坛|周|群|圈|副|区|带|集群"),
    "role": re.compile(r"城区|区|镇|任务|工作|大厦|网络"),
    "base": re.compile(rf"{COUNT_AFTER}|化|[一二三四五]期|项目|型|园|集群|为|内"),
    "hub": re.compile(r"港|站|机场|场|经济|型|功能|作用|体系|项目|工程|园"),
    "place": re.compile(rf"{COUNT_AFTER}|企业|品牌|产品|项目|高校|医院|园区"),
}
"""What goes on from a head noun into the name of something else, or into a count."""
VERSION = re.compile(r"\d\.\d")
SKIPPED = re.compile(
    r"自贸试验区|自由贸易(?:先导|先行)?(?:试验|先导|示范)?区|社会主义现代化|经济开发区|高标准农田|以点带面|科学城|党建"
    r"|廉政|文明单位"
)
NUMBERED = re.compile(r"[两三四五六七八]大|\d+[个家处]|首单|以上")
TRIMMED = re.compile(
    r"新一批|新的|更多|一个|这一|全省|全市|首创|唯一|新(?=国家)|(?:全国|全省)?(?:首个|唯一)"
    r"|以[^的]{2,20}为(?:重点|核心|主|载体|依托|引领)的"
)
DESCRIBED = re.compile(r"[^的]*的(?=.*(?:国家|全国|全球|世界|国际|重要))")
JOINT = re.compile(r"[、和与及]")
OF_ITS_OWN = re.compile(r"(?:试点|[区城港园线路道心地市县程目台院室群制点廊场库])[”)]?$")
GROUP_OF_PLACES = re.compile(r"等?(?:市州|市县|县市|设区市|地级市|[两三四五六七八九]市|[两三四]地|地)|等")
ZONE_AFTER = re.compile(r"(?:高新区|经开区|开发区|新区)(?=国家|省级|全国)")
TORN = re.compile(r"[《》。\n]")
LONGEST_TITLE = 42
LONGEST_MEMBER = 9


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
    start = after_earlier_member(plain, start, head.start)
    start, places = leading_places(segment, start, end, lexicon)
    if opening >= 0 and not places and (seat := mention_before(segment.regions, start - 1)) is not None:
        places = (lexicon.regions[seat.concept],)
    if COUNTED.match(plain, start, end) or NUMBERED.search(plain, start, end):
        return None
    described = DESCRIBED.match(plain, start, end)
    if described and not REACH.search(described[0]):
        start = described.end()
    while found := TRIMMED.match(plain, start, end):
        start = found.end()
    start = strip_leads(plain, start, end)
    modifier = plain[start : max(start, head.start)] if opening < 0 else plain[start:end]
    title = Title(start, end, plain[start:end], head.group, places, plain[clause.start : start])
    if is_misread(title, modifier) or not is_title(segment, title, modifier, known):
        return None
    return title


def quote_opening(plain: str, clause: Span, head: Token) -> int:
    """Return where the quotes open that a city's title closes, or -1: “光谷之都,数字之城” is one title."""
    if head.group != "city" or not plain.startswith("”", head.end):
        return -1
    return plain.rfind("“", clause.start, head.start)


def after_earlier_member(plain: str, start: int, end: int) -> int:
    """Return where the last member of a list begins, if the member before it is a thing of its own.

    `国际贸易、金融、航运中心` is one title, `江州航道、云溪航运中心` ends in one.
    """
    for joint in JOINT.finditer(plain, start, end):
        before = plain[start : joint.start()]
        if before.count("“") != before.count("”"):
            continue
        is_long = joint[0] == "、" and len(before) > LONGEST_MEMBER
        if is_long or is_verbal(plain, joint.end()) or OF_ITS_OWN.search(before):
            start = joint.end()
    return start


def leading_places(segment: Segment, start: int, end: int, lexicon: Lexicon) -> tuple[int, tuple[Region, ...]]:
    """Return where a title begins after the regions that open it (江州、云溪数字转型试点城市), and those regions."""
    plain = segment.document.plain
    places: list[Region] = []
    while (mention := mention_at(segment.regions, start)) is not None and mention.end < end:
        region = lexicon.regions[mention.concept]
        if region.level == "country":
            break
        zone = ZONE_AFTER.match(plain, mention.end, end)
        places.append(named_place(plain[start : zone.end()], lexicon) if zone else region)
        start = zone.end() if zone else mention.end
        if plain[start] in "、和与":
            start += 1
        elif group := GROUP_OF_PLACES.match(plain, start, end):
            start = group.end()
    return strip_leads(plain, start, end), tuple(places)


def is_misread(title: Title, modifier: str) -> bool:
    """Tell whether a phrase is too long, empty, torn at a pair of marks, or of something else."""
    name = title.name
    torn = name.count("“") != name.count("”") or name.count("(") != name.count(")") or TORN.search(name) is not None
    empty = (
        EMPTY.fullmatch(modifier) is not None
        and title.form not in {"hub", "role"}
        and not title.places
        and not BUILT.fullmatch(name)
    )
    return torn or empty or len(name) > LONGEST_TITLE or SKIPPED.search(name) is not None
