"""Who grants a title, in which round and for which year: `入选工信部第二批激光应用先导区` is national and of batch 2.

The words stand in the title or right before it. A title that has no level of its own shares that of the list it
stands in (`入选全国首批美丽城市先行区、美丽乡村先行区`). What reaches far (`全国重要的轴承制造中心`) is not therefore
granted by the state. 市级 is of provincial level in a municipality.
"""

from __future__ import annotations

import re

import msgspec

from kg_build.extract.designation.title_form import AWARD, Title
from kg_build.model import AwardLevel, Region, Segment

__all__ = ["Grant", "grant_of"]

INTERNATIONAL = re.compile(r"联合国|教科文组织|国际湿地城市|国际花园城市|全球创意城市|世界(?:文化|自然)?遗产")
NATIONAL = re.compile(
    r"国家|全国(?!重要|领先|一流|最[大强优]|有影响|性)|国务院|党中央|部委"
    r"|(?:工信|工业和信息化|科技|财政|商务|教育|公安|民政|住建|住房城乡建设|水利|农业农村|农业|文旅|文化和旅游|交通运输|自然资源"
    r"|生态环境|人社)部|中国(?=[^(]{0,12}(?:之都|之城|之乡|名城|强[市县]|百强))"
)
PROVINCIAL = re.compile(r"省级|自治区级|全省|^(?:首批|第[一二三四五六七八九十]+批)?省(?=[^会域际道]{2})")
MUNICIPAL = re.compile(r"市级|全市")
BATCH = re.compile(r"第(?P<batch>[一二三四五六七八九十]{1,3}|\d{1,2})批|(?P<first>首批)")
EDITION = re.compile(r"(?<!\d)(?P<year>20\d\d)年度?")
EDITION_BEFORE = re.compile(r"(?<!\d)(?P<year>20\d\d)年度?[“《]?$")
BEHIND = re.compile(r"[”》]?\((?:第(?P<batch>[一二三四五六七八九十]{1,3})批|(?P<first>首批)|(?P<year>20\d\d)年度?)\)")
DIGITS = {digit: value for value, digit in enumerate("一二三四五六七八九", 1)}
TEN = "十"
FIRST_BEFORE = re.compile(r"(?:首批|第[一二三四五六七八九十]批)(?:成功)?$")


class Grant(msgspec.Struct, frozen=True):
    """The level of who grants a title, the number of the round, and the year in the title; None where unknown."""

    level: AwardLevel = "unspecified"
    batch: int | None = None
    edition: int | None = None


def grant_of(segment: Segment, title: Title) -> Grant:
    """Return what a clause says of the granting of a title."""
    plain = segment.document.plain
    awards = list(AWARD.finditer(title.governor))
    shared = title.governor[awards[-1].end() :] if awards else ""
    before = title.governor[: awards[-1].start()] if awards else ""
    level = level_in(title.name, segment.region)
    words = title.name
    if level == "unspecified" and shared:
        level, words = level_in(shared, segment.region), shared + title.name
    batch = BATCH.search(words) or FIRST_BEFORE.search(before)
    behind = BEHIND.match(plain, title.end)
    year = EDITION.search(title.name) or EDITION_BEFORE.search(title.governor)
    if year is None and behind is not None and behind["year"]:
        year = behind
    counted = batch or behind
    return Grant(level, batch_number(counted[0]) if counted else None, int(year["year"]) if year is not None else None)


def level_in(words: str, region: Region | None) -> AwardLevel:
    """Return the level of the granting body that some words name."""
    if INTERNATIONAL.search(words):
        return "international"
    if NATIONAL.search(words):
        return "national"
    if PROVINCIAL.search(words):
        return "provincial"
    if MUNICIPAL.search(words):
        is_municipality = region is not None and region.level == "province" and region.name.endswith("市")
        return "provincial" if is_municipality else "municipal"
    return "unspecified"


def batch_number(words: str) -> int | None:
    """Return the number of a round of grants.

    >>> batch_number("第十二批"), batch_number("首批"), batch_number("国家")
    (12, 1, None)
    """
    found = BATCH.search(words)
    if found is None:
        return None
    if found["first"]:
        return 1
    text = found["batch"]
    if text.isdigit():
        return int(text)
    tens, mark, ones = text.rpartition(TEN)
    if not mark:
        return DIGITS.get(text)
    return DIGITS.get(tens, 1) * 10 + DIGITS.get(ones, 0)
