"""Where and when a title says it holds: 《江州市“十四五”轴承产业规划》 is for 江州市, from 2021 to 2025.

The region is the first that the title names, with those listed beside it; a law, and what opens with 中国, 国家 or the
like, is for the whole country. The period is that of a five-year plan or of the years in the title (2023—2025年); a
length alone (三年行动计划) dates nothing.
"""

from __future__ import annotations

import re

from kg_build.extract.place import mention_at, mentions_in
from kg_build.lexicon import Lexicon
from kg_build.model import Region, Segment

__all__ = ["period_of", "places_of"]

NATIONAL = re.compile(r"[“《]?(?:中国(?!\()|中华人民共和国|中共中央|党中央|国务院|国家|全国)")
LAW = re.compile(r"(?:[一-龥](?<![办方做立司执书看说])法|法典)(?:\((?:草案|修正案?|修订)\))?$")
OWN = re.compile(r"(?:关于)?(?:全|我|本)[省市区州县]")
BEARER = re.compile(r"大学|学院|公司|集团|银行|交易所")
JOINT = re.compile(r"(?:经济[圈带区]|都市圈|城市群|地区)?[、和与及—·-]")
FIVE_YEARS = re.compile(
    r"(?<![一二三四五六七八九两近])(?:十(?P<short>[一二三四五六])?五(?=[”规时发产专]|计划)|第十(?P<long>[一二三四五六])?个五年)"
)
VISION = re.compile(r"(?:20|二[〇○零])(?:三五|四五|35|45)年?远景|(?P<year>二[〇○零]三五)年")
RANGE = re.compile(r"(?P<first>20\d\d)年?(?:至|到|[—~-]+)(?P<last>20\d\d)年?")
YEAR = re.compile(r"(?P<to>到|面向|迈向)?(?<!\d)(?P<year>20\d\d)年(?P<by>底?前)?")
DIGITS = "零一二三四五六七八九"
FIRST_YEAR, TENTH, LENGTH = 2001, 10, 5
"""The tenth five-year plan began in 2001."""
VISION_YEAR = 2035
NATION = "100000"


def places_of(segment: Segment, start: int, end: int, lexicon: Lexicon) -> tuple[Region, ...]:
    """Return the regions that a title at `start`..`end` is for; none where it names none."""
    plain = segment.document.plain
    named = [
        mention
        for mention in mentions_in(segment.regions, start, end)
        if not BEARER.match(plain, mention.end) and lexicon.regions[mention.concept].level != "country"
    ]
    if not named:
        nation = lexicon.regions.get(NATION)
        if nation is not None and is_national(plain, start, end):
            return (nation,)
        is_own = OWN.match(plain, start + plain.startswith(("《", "“"), start), end) is not None
        return (segment.region,) if is_own and segment.region is not None else ()
    mention = named[0]
    places = [lexicon.regions[mention.concept]]
    position = mention.end
    while position < end:
        joint = JOINT.match(plain, position)
        following = mention_at(segment.regions, joint.end() if joint else position)
        if following is None or following.end > end:
            break
        place = lexicon.regions[following.concept]
        if not joint and place.parent == places[-1].key:
            places[-1] = place
        else:
            places.append(place)
        position = following.end
    return tuple(dict.fromkeys(places))


def is_national(plain: str, start: int, end: int) -> bool:
    """Tell whether a title that names no region is the state's: a law, or one that opens with 中国 or the like."""
    if NATIONAL.match(plain, start, end):
        return True
    return LAW.search(plain[start:end].rstrip("》”")) is not None


def period_of(title: str) -> tuple[str, str]:
    """Return the months that a title covers, either empty where it is open or unknown; a title in folded form.

    >>> period_of("江州市“十四五”轴承产业规划")
    ('2021-01', '2025-12')
    >>> period_of("2030年前碳达峰行动方案")
    ('', '2030-12')
    """
    first: int | None = None
    last: int | None = None
    if plan := FIVE_YEARS.search(title):
        ordinal = TENTH + DIGITS.index(plan["short"] or plan["long"] or DIGITS[0])
        first = FIRST_YEAR + LENGTH * (ordinal - TENTH)
        last = first + LENGTH - 1
        if VISION.search(title):
            last = max(last, VISION_YEAR)
    elif years := RANGE.search(title):
        first, last = int(years["first"]), int(years["last"])
    elif one := YEAR.search(title):
        last = int(one["year"])
        first = None if one["to"] or one["by"] else last
    if first is not None and last is not None and first > last:
        return "", ""
    return (f"{first}-01" if first else "", f"{last}-12" if last else "")
