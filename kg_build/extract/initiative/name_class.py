"""What a head noun needs before it makes a name, by its class in `data/words/initiative-nouns.tsv`.

行动, 工程 and their like need a modifier that says something: `轴承产业振兴行动`, not `重点工程`. 机制 needs words that
say how it works (`项目三级会商机制`). What an institution needs is in `institution`, a public work in `public_work`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from kg_build.extract.initiative.generic import is_specific, working_words
from kg_build.extract.initiative.institution import COUNTED_AFTER, PLACE, is_company, is_founded, is_institution
from kg_build.extract.initiative.name_context import Context
from kg_build.extract.initiative.public_work import (
    is_area,
    is_facility,
    is_line,
    is_phase,
    is_port,
    is_route,
    is_section,
    is_site,
)

__all__ = ["GRANT", "JUDGES", "PLAIN_MECHANISM"]

ISSUED = re.compile(r"印发|出台|制定|编制|修订|发布|起草|公布|落实$|贯彻$")
PLAN = re.compile(r"计划$")
RANKED = re.compile(r"重点|重大|标志性|关键|[省市区县]级?(?=重|标|关|政)")
DATED = re.compile(r"(?:本|全|上|下)?年度?.*|20\d\d年(?:度)?|各.*|原.*|既定.*|.*有|.*有了.*")
HOSTED = re.compile(r"举办|承办|主办|协办|办好|筹办|筹备|参加|举行|创办|永久落户")
INSTANCES = re.compile(
    r"(?:等)?(?:\d+|[两三四五六七八九十])[个家][^,。;]{0,10}?(?:实验室|中心|学科|基地|企业|平台|园区|专业)"
)
"""Behind the last of a list that names what is counted, which are no programmes: 桥梁工程、隧道工程「2个实验室」."""

MONEY = ("贷款", "资金", "债券", "专项债")
"""What is only named after a programme: 产业发展工程「贷款」."""

NUMBERED = re.compile(r"届|20\d\d")
MEETING = re.compile(r"推进|现场|工作|动员|表彰|代表|座谈|新闻发布|全会|部署|经济工作")
STATE_PILOT = re.compile(
    r"国家|全国|首批|获批|入选|入围|列入|成为|创建|争取|纳入|第[一二三四五]批|增值电信|电信业务|准入|免签|城市试点"
)
GRANT = re.compile(
    r"贴息|退税|减税|免税|关税|补贴|奖补|优惠|担保|免签|先行先试|加计扣除|减免|再贷款|有序流动|免申即享|游艇|财政激励|成果转化激励"
)
GRANTED = re.compile(r"设立|推出|发放|享受|新设|创设|实施|推广|开展|用好|扩大|发挥")
PLAIN_MECHANISM = re.compile(
    r"(?:工作|服务|培育|组织|长效|体制|政策|管理|保障|激励|运行|协调|发展|实施|创新|改革|合作|治理|监管|约束|推进|帮扶|支持|决策|市场|"
    r"落实|形成|建设|责任|考核|评价|制度|监督|风险|规则|融合|投资)$"
)
DRAWN_UP = re.compile(r"印发|出台|制定|编制|修订|发布|起草|公布|研究|谋划")
TEXTS = re.compile(r"[项个份件][^,。;、]{0,6}?(?:意见|方案|办法|文件|规划|政策|措施)")
"""What a list of subjects is followed by where texts are told of: 出台国企改革等「8个专项意见」."""

DOING = re.compile(r"实施|推进|落实|执行|开展|抓好|用好|推动|兑现|贯彻")
COUNT_END = re.compile(r"(?:\d+|[一二三四五六七八九十]+)$")
SEASON = re.compile(r"(?<![\d每半本全各节假念周忌])[年月日周季]$|[万千百]里行$")
"""What a campaign of a year, month or day is called by (轴承服务「月」活动), or one that goes about (万里行)."""
PARTY = re.compile(r"作风|党|廉|干部|警示|教育|学习")
"""What campaigns of the party are for."""
CENSUS = re.compile(r"第[一二三四五六七八九十\d]+次")
COMPREHENSIVE = "综合"
SHORTEST_MECHANISM = 6
SHORTEST_WORKING = 4
SHORTEST_INSTITUTION = 4
SHORTEST_NAME = 5
SHORTEST_PLACED = 3


def is_programme(context: Context) -> bool:
    """A programme, unless a verb of issuing makes its plan a document or the modifier is a mere date."""
    if PLAN.search(context.head) and ISSUED.search(context.governor) and not context.brand_next:
        return False
    if (
        INSTANCES.match(context.after)
        or context.after.startswith(MONEY)
        or (context.counted and "项目" in context.modifier)
    ):
        return False
    if context.counted and RANKED.match(context.modifier) and not context.branded:
        return False
    return not DATED.fullmatch(context.modifier) and "城市试点" not in context.modifier


def is_campaign(context: Context) -> bool:
    """A campaign with a brand; others are figures of speech."""
    return context.branded


def is_mechanism(context: Context) -> bool:
    """A mechanism with a brand, or one whose words say how it works."""
    if context.branded:
        return True
    if len(context.modifier) >= SHORTEST_WORKING and working_words().search(context.modifier):
        return True
    return len(context.modifier) >= SHORTEST_MECHANISM and not PLAIN_MECHANISM.search(context.modifier)


def is_event(context: Context) -> bool:
    """A hosted event, not a meeting that a government convenes."""
    if NUMBERED.search(context.modifier) or HOSTED.search(context.governor + context.after):
        return not MEETING.search(context.modifier + context.head)
    return context.branded and "召开" not in context.governor


def is_games(context: Context) -> bool:
    """Games that are hosted; to take part is nothing of the region's own."""
    return HOSTED.search(context.governor + context.after) is not None


def is_trade_meeting(context: Context) -> bool:
    """A meeting for trade with a brand, a number, or a place that opens its name."""
    is_one = context.branded or context.definite or PLACE.match(context.modifier) or NUMBERED.search(context.modifier)
    return bool(is_one) and is_event(context)


def is_activity(context: Context) -> bool:
    """An activity with a brand, or one of a series that is numbered by year or session."""
    season = SEASON.search(context.modifier) and not PARTY.search(context.modifier)
    named = context.branded or NUMBERED.search(context.modifier) or season
    return bool(named) and not COUNTED_AFTER.match(context.after)


def is_census(context: Context) -> bool:
    """A census known by its number."""
    return CENSUS.search(context.modifier) is not None


def is_reform(context: Context) -> bool:
    """A reform that says what it changes, and is not only what texts that are drawn up are about."""
    if DRAWN_UP.search(context.governor) and TEXTS.search(context.rest):
        return False
    if context.definite and context.modifier.endswith(COMPREHENSIVE):
        return True
    return context.branded or (len(context.modifier) >= SHORTEST_INSTITUTION and is_specific(context.modifier))


def is_pilot(context: Context) -> bool:
    """A pilot without a word of national level or award, which would make it a designation."""
    if context.modifier.endswith(("领域", "方面")):
        return False  # 在轴承领域试点…: a verb
    return len(context.modifier) >= SHORTEST_INSTITUTION and not STATE_PILOT.search(context.governor + context.modifier)


def is_policy(context: Context) -> bool:
    """A policy tool known by what it grants."""
    return len(context.modifier) >= SHORTEST_INSTITUTION and bool(GRANT.search(context.modifier))


def is_grant(context: Context) -> bool:
    """A fund, loan or voucher with a field of its own that is set up or given out."""
    if context.branded or len(context.modifier) < SHORTEST_PLACED or context.after.startswith(("管理", "投")):
        return False
    return GRANTED.search(context.governor) is not None


def is_package(context: Context) -> bool:
    """A package of policies with a field of its own, carried out rather than drawn up."""
    return len(context.modifier) >= SHORTEST_PLACED and not DRAWN_UP.search(context.governor)


def is_measures(context: Context) -> bool:
    """A numbered set of measures with a field of its own, carried out rather than drawn up: 助农18条措施."""
    field = COUNT_END.sub("", context.modifier)
    return (
        field != context.modifier
        and len(field) >= SHORTEST_WORKING
        and bool(DOING.search(context.governor))
        and not DRAWN_UP.search(context.governor)
    )


JUDGES: Mapping[str, Callable[[Context], bool]] = MappingProxyType(
    {
        "programme": is_programme,
        "campaign": is_campaign,
        "mechanism": is_mechanism,
        "institution": is_institution,
        "founded": is_founded,
        "facility": is_facility,
        "work": is_facility,
        "site": is_site,
        "line": is_line,
        "section": is_section,
        "area": is_area,
        "phase": is_phase,
        "port": is_port,
        "route": is_route,
        "company": is_company,
        "census": is_census,
        "activity": is_activity,
        "event": is_event,
        "games": is_games,
        "meeting": is_trade_meeting,
        "reform": is_reform,
        "pilot": is_pilot,
        "policy": is_policy,
        "grant": is_grant,
        "package": is_package,
        "measures": is_measures,
    }
)
