"""Who holds or seeks a title: `江州、云溪等3市入选…`, `白石县获评…`, `…落户江州`, `江州、云溪…试点城市建设`.

Regions that open the title or its clause, the list before the verb of award (with the counties and parks that no scheme
names), the seat after 落户, the area of a joint effort (合力争创…). Else the reporting region, unless the winner is a
firm, a product or a project.
"""

from __future__ import annotations

import re

from kg_build.extract.designation.title_form import AWARD, Title
from kg_build.extract.phrase import phrase_start
from kg_build.extract.place import (
    clause_at,
    crosses_provinces,
    is_verbal,
    mention_at,
    mentions_in,
    named_place,
    seat_behind,
    subject_at,
)
from kg_build.lexicon import Lexicon
from kg_build.model import Region, Segment, Span

__all__ = ["find_awardees", "later_batch"]

UNIT = re.compile(
    r"(?P<name>(?!城市|[全各]市|市县|县区|所有|其[他它]|[^、,]{0,3}各)[一-龥](?:(?![和与及等、的])[一-龥]){0,11}?(?:自治县|县|区|旗|市|产业园|化工园|软件园|基地))(?=[、和与等成获入列荣争被]|$)"
)
JOINT = re.compile(
    r"[、和与]|等(?:地|[两三四五六七八九]?市县?|[两三四五六七八九]地|\d+个(?:市|县|市县|县区|城市))?"
    r"|(?:均|双双|再次|首批|一并|分别|同时|新|成功|率先|先后|被|又|再)+"
)
NO_PLACE = re.compile(
    r"企业|公司|项目|产品|作品|影片|剧目|医院|大学|学院|案例|团队|品牌|[个家名项]|园|工程|村|镇|街道|社区|基地|中心|平台|集群|铁路|机场"
    r"|规划|“|》"
)
OF_FIRMS = re.compile(r".{0,12}(?:企业|公司|\d+家|产品|\d+个项目)")
TOGETHER_WITH = re.compile(r"(?:与|同|联合|携手)[^,。;、]{2,12}(?:共建|共同(?!富裕)|合作|合力|携手)")
"""With whom a region builds what has a title: 与江北省共建轴承产业承接示范区."""
JOINTLY = re.compile(r"合力|联合|共同|携手")
SEATED = re.compile(r"(?:成功|正式)?(?:落户|花落|落地(?=[一-龥]{2})|落子)")
UNNAMED = re.compile(r"(?:\d+|[一二三四五六七八九十两]+)个(?:设区市|地级市|市县|县市|市|县|区|地区|城市|州)")
OFFERED = re.compile(r"(?:推荐|支持|推动|推进|鼓励|引导|指导|组织|帮助|协助|同意|争取|推选|将|把|其中)+")
"""What a region does with those who are to have a title: 推荐江州、云溪申报."""
QUOTED = re.compile(r"“[^”]*”(?:改革|做法|经验|模式|机制)?")
BEHIND = re.compile(r"[”》]?(?:名单|名录)?的(?:城市|地区|市|县市?|区县?)?(?:有|是|为|包括)")
FOLLOWING = re.compile(
    r"(?:等?(?:\d+|[两三四五六七八九十])?个?(?:设区市|市县|县市|市|县|区|地)?)(?:均|都|也|双双|成功|榜上|同时|同批|一并|首批)*"
    r"(?:入选|入围|上榜|在列|有名|获批|获评|入列)(?:其中)?"
)
"""The end of a clause that says no more than who else has the title before it."""
RANKED = re.compile(r"[百十]强(?:县市?|区|市)$")
RANK_BEHIND = re.compile(r"(?:则|位?[列居]|排名?|为)?第(?:\d+|[一二三四五六七八九十]+)(?:名|位)?")
"""The end of a clause that gives another's rank on a list: 江州入选全国百强县第一名,「云溪第二」."""
LATER_BATCH = re.compile(
    r"(?:均|都|也|则|同时)?(?:列入|入选|入围|进入|跻身|纳入|获评)(?P<batch>首批|第[一二三四五六七八九十]{1,3}批)(?:名单)?"
)
"""The end of a clause that says who has the title before it in another round."""
LAST_MARKS = frozenset("和与及")
BUILDS = re.compile(
    r"(?:共同|联合|合力|携手|协同|加快|加速|全力|积极|高标准|高水平|争取|率先)*(?:打造|建设|创建|争创|申报|申建|申创|创成|建成|规划建设|布局建设)"
)
"""What several places that stand before it do to have a title each: 支持江州、云溪「打造」轴承先导区."""
LONGEST_REST = 4
LONGEST_UNKNOWN = 6
LONGEST_SHORT_NAME = 6
LONGEST_SHORT_COUNTY = 4
COUNTY_ENDS = ("区", "县", "市")


def find_awardees(segment: Segment, clause: Span, title: Title, lexicon: Lexicon) -> tuple[Region, ...]:
    """Return who holds or seeks a title; nobody where the subject of an award is no place."""
    plain = segment.document.plain
    if TOGETHER_WITH.search(plain, clause.start, title.start) and segment.region is not None:
        return (segment.region,)
    if title.places:
        return tuple(settle(place, segment) for place in title.places)
    seat = SEATED.match(plain, title.end, clause.end) or BEHIND.match(plain, title.end, clause.end)
    if seat is not None and (seats := named_winners(segment, seat.end(), clause.end, lexicon)):
        return seats
    if (place := seat_behind(segment, title.end, lexicon)) is not None and place != segment.region:
        return (place,)
    following = winners_behind(segment, clause, title, lexicon)
    if JOINTLY.search(title.governor) and (area := area_before(segment, title.start, lexicon)) is not None:
        return (area,)
    award = AWARD.search(title.governor)
    if award is not None:
        end = clause.start + award.start()
        begin = phrase_start(plain, clause.start, end)
        offered = OFFERED.match(plain, begin, end)
        winners = named_winners(segment, offered.end() if offered else begin, end, lexicon)
        if winners:
            return tuple(dict.fromkeys((*winners, *following)))
        subject = plain[begin:end]
        if UNNAMED.search(subject):
            return (segment.region,) if segment.region is not None else ()
        is_firms = title.form == "place" and not subject and is_of_firms(segment, clause)
        if is_firms or (NO_PLACE.search(subject) and not is_practice(title, subject)):
            return ()
    if following and award is None:
        return following
    if award is None and len(builders := builders_of(segment, clause, title, lexicon)) > 1:
        return builders
    region = subject_at(segment, title.start, lexicon)
    return tuple(dict.fromkeys((region, *following))) if region is not None else following


def builders_of(segment: Segment, clause: Span, title: Title, lexicon: Lexicon) -> tuple[Region, ...]:
    """Return the places that a list right before a verb of building names: 支持江州、云溪打造…."""
    builds = BUILDS.search(title.governor)
    if builds is None:
        return ()
    end = clause.start + builds.start()
    offered = OFFERED.search(title.governor[: builds.start()])
    begin = clause.start + offered.end() if offered else clause.start
    return named_winners(segment, begin, end, lexicon)


def is_practice(title: Title, subject: str) -> bool:
    """Tell whether the winner is a practice in quotes, which is the region's: “一园一策”入选…典型经验."""
    return title.name.endswith(("案例", "经验", "做法")) and QUOTED.fullmatch(subject) is not None


def winners_behind(segment: Segment, clause: Span, title: Title, lexicon: Lexicon) -> tuple[Region, ...]:
    """Return who the clause behind a title says has it too: `第二批…名单公布,江州、云溪入选`."""
    winners, rest = places_behind(segment, clause, title, lexicon)
    plain = segment.document.plain
    is_ranked = RANKED.search(title.name) is not None and RANK_BEHIND.fullmatch(plain, rest.start, rest.end) is not None
    is_all = winners and (is_ranked or FOLLOWING.fullmatch(plain, rest.start, rest.end) is not None)
    return winners if is_all else ()


def later_batch(segment: Segment, clause: Span, title: Title, lexicon: Lexicon) -> tuple[tuple[Region, ...], str, int]:
    """Return who the clause behind a title says has it in another round, that round, and where the clause ends."""
    winners, rest = places_behind(segment, clause, title, lexicon)
    found = LATER_BATCH.fullmatch(segment.document.plain, rest.start, rest.end) if winners else None
    return (winners, found["batch"], rest.end) if found is not None else ((), "", -1)


def places_behind(segment: Segment, clause: Span, title: Title, lexicon: Lexicon) -> tuple[tuple[Region, ...], Span]:
    """Return the places that open the clause behind a title, and the rest of that clause."""
    found = clause_at(segment, title.start)
    if found is None or not mentions_in(segment.regions, title.end, found[0].end):
        return (), Span(title.end, title.end)
    behind = next((span for span in found[0].clauses if span.start >= clause.end), None)
    if behind is None:
        return (), Span(title.end, title.end)
    winners, end = listed_places(segment, behind.start, behind.end, lexicon)
    return winners, Span(end, behind.end)


def settle(place: Region, segment: Segment) -> Region:
    """Return the region a title's opening place stands for: a part of the province for the reporting region."""
    if place.level == "area" and not crosses_provinces(place) and segment.region is not None:
        return segment.region
    return place


def area_before(segment: Segment, position: int, lexicon: Lexicon) -> Region | None:
    """Return the area across provinces that the sentence names last before `position`."""
    found = clause_at(segment, position)
    if found is None:
        return None
    named = mentions_in(segment.regions, found[0].start, position)
    areas = [lexicon.regions[mention.concept] for mention in named]
    return next((area for area in reversed(areas) if crosses_provinces(area)), None)


def named_winners(segment: Segment, start: int, end: int, lexicon: Lexicon) -> tuple[Region, ...]:
    """Return the places that a stretch lists, counties and parks with the rest; none if it is no list of places."""
    plain = segment.document.plain
    winners, start = listed_places(segment, start, end, lexicon)
    rest = plain[start:end]
    is_list = (
        not rest
        or plain.startswith("被", start - 1)
        or is_verbal(plain, start)
        or (len(rest) < LONGEST_REST and not NO_PLACE.search(rest))
        or (
            len(winners) > 1
            and len(rest) <= LONGEST_UNKNOWN
            and plain[start - 1] in LAST_MARKS
            and not NO_PLACE.search(rest)
        )
    )
    return winners if is_list else ()


def listed_places(segment: Segment, start: int, end: int, lexicon: Lexicon) -> tuple[tuple[Region, ...], int]:
    """Return the places that a stretch opens with, and where what is no place begins."""
    plain = segment.document.plain
    winners: list[Region] = []
    while start < end:
        mention = mention_at(segment.regions, start)
        unit = UNIT.match(plain, start, end)
        if unit is not None and (mention is None or unit.end("name") > mention.end):
            winners.append(named_place(unit["name"], lexicon))
            start = unit.end()
        elif mention is not None and mention.end <= end:
            winners.append(lexicon.regions[mention.concept])
            start = mention.end
        elif (size := size_of_name(plain, start, end, lexicon)) > 0:
            winners.append(named_place(plain[start : start + size], lexicon))
            start += size
        elif (county := short_county(segment, start, end, lexicon)) is not None:
            winners.append(county)
            start += len(county.name) - 1
        else:
            break
        joint = JOINT.match(plain, start, end)
        if joint is None:
            break
        start = joint.end()
    return tuple(dict.fromkeys(winners)), start


def size_of_name(plain: str, start: int, end: int, lexicon: Lexicon) -> int:
    """Return the length of a place's name that is known but, misleading elsewhere, not looked for in texts; else 0."""
    for size in range(min(LONGEST_SHORT_NAME, end - start), 1, -1):
        if lexicon.region_named(plain[start : start + size]) is not None:
            return size
    return 0


def short_county(segment: Segment, start: int, end: int, lexicon: Lexicon) -> Region | None:
    """Return the county of the province that a list names without 区, 县 or 市: `白石、青沙被认定为…`."""
    plain, own = segment.document.plain, segment.region.key[:2] if segment.region is not None else "-"
    for stop in range(start + 2, min(start + LONGEST_SHORT_COUNTY, end) + 1):
        if stop < end and JOINT.match(plain, stop, end) is None:
            continue
        found = (lexicon.region_named(plain[start:stop] + ending) for ending in COUNTY_ENDS)
        county = next((region for region in found if region is not None and region.key.startswith(own)), None)
        if county is not None:
            return county
    return None


def is_of_firms(segment: Segment, clause: Span) -> bool:
    """Tell whether the clause before, whose subject an award without one shares, speaks of firms or products."""
    found = clause_at(segment, clause.start)
    if found is None:
        return False
    plain = segment.document.plain
    before = [span for span in found[0].clauses if span.end <= clause.start]
    if not before or is_verbal(plain, before[-1].start):
        return False
    return OF_FIRMS.match(plain, before[-1].start, before[-1].end) is not None
