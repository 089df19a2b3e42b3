"""An indicator made whole with what went before: `轴承产量` then `出口` is 轴承出口, and a bare rank is of 轴承出口."""

from __future__ import annotations

import re

from kg_build.extract.measurement.attribute import MACRO, OF_ITS_OWN, PLACE, attribute_of, is_attribute
from kg_build.extract.measurement.reading import Reading
from kg_build.extract.measurement.slot import Slot, Subject

__all__ = ["SHARES", "STAGES", "carried", "complete", "counted_there", "of_another_size", "removed_too"]

RESULTS = re.compile(r"(?:开工|竣工|投产|落地|签约|完工|达产|上市|通过|获批|到位|开通|完成|建成|办结|在建)$")
STAGES = re.compile(
    r"^(?:(?:新|已|基本|累计|实际|和|及)*(?:开工|竣工|建成|建设|新建|筹建|筹集|筹措|实施|完成|发放))+(?=[一-鿿]{2})"
)
"""The stages of building in front of what is built: 开工建设保障房."""

PLANNED = re.compile(r"(?:年度)?计划(?=投资)")
DONE = re.compile(r"完成|投入|实际")
CAPACITY = "产能"
REMOVES = re.compile(
    r"(?:加快|依法|全面|坚决|积极)?(?:淘汰|化解|退出|关停|压减|去除)(?:退出)?(?:了|各类)?(?:落后|过剩|低效|老旧)?的?"
)
TONS = frozenset({"吨", "标准煤", "吨标准煤", "米", "平方米", "箱", "千瓦", "千伏安时", "重量箱"})
JOINS = frozenset("、和与")
NO_OWNER = frozenset({"计划", "年度计划", "全年", "累计"})
CATEGORY = re.compile(r"(?:业|行业|产业)$")
WHOLE_INDUSTRY = frozenset({"规模以上工业", "工业", "全部工业"})
ECONOMY = re.compile(
    r"(?:规模以上)?工业(?:增加值|总产值|投资|营业收入|企业营业收入|企业利润)?|(?:地区)?生产总值|GDP|经济总量|固定资产投资|营业收入|税收"
)
WIDE = re.compile(
    rf"{ECONOMY.pattern}|社会消费品零售(?:总额)?|(?:地方)?(?:一般)?公共?(?:财政)?预算(?:收入)?|财政收入|(?:外贸)?进出口(?:总[值额])?"
)
"""What measures a whole economy and owns nothing that is measured of its own: 税收 behind 生产总值."""

TAXES = frozenset({"税收", "税收收入", "贷款", "用电量"})
TRADE = frozenset({"进出口", "出口", "进口"})
RUNS = frozenset({"班次", "班", "架次", "航次", "列", "条", "次"})
"""Units of routes and of those who travel on them, which trade nothing themselves: 开通包机29班次,进出口增长13%."""
OUTPUT = ("工业增加值", "工业总产值")
PLACES = re.compile(r"(?:园区|开发区|平台|基地|集群|试验区|先行区|示范区|高新区|经开区|产业园|县|镇|乡镇|市|区)数$")
RATE_AT_END = re.compile(r"(?<=[一-鿿]{2})(?<!自然)(?:同比|累计)?(?:增速|增幅|涨幅|降幅|跌幅|增长率)$")
SORT_OF_PLACES = re.compile(
    r"(?:贫困|脱贫|农村|民族|少数民族|边远|偏远|连片特困|欠发达|经济薄弱|乡镇)地区|[山牧库城]区|革命老区|农村|城镇|城市|县城|县域|乡村|基层"
    r"|[境国省市区县][内外]|东部|中部|西部"
)
"""Places of which no one has so many by itself: 其中「贫困地区」500个."""

SIZE = re.compile(r"(?:[\d.]+|[十百千]+)?[十百千]*[万亿]*元以[上下]的?")
"""How large those are that are counted, without what they are: 产值100亿元以上企业2家、「50亿元以上」1家."""

PAPERS = frozenset({"议案", "建议", "提案"})
PAPER = re.compile(r"(?:议案|建议|提案)数$")
SEATS = frozenset({"学位", "床位", "园位", "托位"})
HOUSES = re.compile(r"(?:学校|小学|中学|高中|机构|中心|[校园院所])数$")
BUILT = re.compile(r"^(?:新?\(?[改扩]{0,2}\)?建设?成?(?:和|、)?)+(?=[一-鿿]{2})")
"""Verbs of building before the houses that have so many seats: 「新建」幼儿园30所、学位900个."""

THROUGHPUT = "吞吐量"
PASSES = re.compile(r"(?:年)?(?:货物|旅客|货邮|集装箱|外贸货物)吞吐量")
PORT = re.compile(rf"(?P<port>[一-鿿]{{1,8}}?(?:港口?|机场|空港))(?:年)?(?:货物|旅客|货邮|集装箱|外贸货物){THROUGHPUT}")
"""A port by what passes through it: 「江州港」货物吞吐量, and then 集装箱吞吐量."""

SHARES = frozenset({"占比", "比重"})
RATE_ENDS = frozenset("速幅率")
RATE_WORDS = frozenset({"增速", "增幅", "增长率", "增长幅度", "涨幅", "降幅", "跌幅"})


def zone_before(phrase: str, subject: Subject) -> str:
    """Return the zone of the sentence's last indicator, whose further measures are its own: 江东新区生产总值."""
    if subject.of_whole or subject.indicator not in subject.listed or not MACRO.fullmatch(phrase):
        return ""
    zone = PLACE.match(subject.indicator)
    return zone[0] if zone else ""


def stands_alone(phrase: str, subject: Subject) -> bool:
    """Tell whether an attribute is none of the owner before it: trade behind a count of flights, taxes behind 投资."""
    is_apart = phrase in TRADE and subject.unit in RUNS and subject.indicator in subject.recent
    return is_apart or (phrase in TAXES and subject.indicator.endswith("投资"))


def complete(phrase: str, subject: Subject, reading: Reading) -> str:
    """Give a bare attribute its owner: 出口 after 轴承产量 is 轴承出口; 增幅 is that of the indicator before."""
    if phrase in RATE_WORDS:
        return f"{subject.indicator.removesuffix('增速')}增速" if subject.indicator else phrase
    if phrase in PAPERS or phrase in SEATS or PASSES.fullmatch(phrase):
        return of_the_same(phrase, subject.indicator)
    is_growth = reading.kind == "growth"
    if is_growth:
        if phrase[-1:] in RATE_ENDS:
            phrase = RATE_AT_END.sub("", phrase) or phrase
        if phrase in WHOLE_INDUSTRY:
            return f"{phrase}增加值"
    if subject.indicator.endswith("数") and ECONOMY.fullmatch(phrase) and PLACES.search(subject.indicator):
        return f"{subject.indicator.removesuffix('数')}{phrase}"
    if is_growth and CATEGORY.search(phrase) and subject.indicator.endswith("增加值"):
        return f"{phrase}增加值"
    phrase = zone_before(phrase, subject) + phrase
    if not is_attribute(phrase) or phrase in {"固定资产投资", "进出口总额", "失业率"}:
        return phrase
    if reading.kind == "share" and not subject.indicator and subject.topic:
        return subject.topic + phrase
    if phrase in SHARES and subject.indicator:
        return subject.indicator.removesuffix("增速").removesuffix("数") + phrase
    owner = subject.owner or subject.topic
    if stands_alone(phrase, subject):
        return phrase
    if owner in NO_OWNER or is_attribute(owner) or (phrase in OF_ITS_OWN and WIDE.fullmatch(owner)):
        return phrase
    if owner.endswith(OUTPUT):
        owner = owner.removesuffix("增加值").removesuffix("总产值")
    if owner.endswith(phrase):
        return owner
    return f"{owner}{phrase}" if owner and not phrase.startswith(owner) else phrase


def counted_there(place: str, slot: Slot, subject: Subject) -> str:
    """Return what was counted before as that of a sort of places: 企业500家,其中「省外」100家."""
    base = subject.indicator
    if slot.figure.unit != subject.unit or not base.endswith("数") or not SORT_OF_PLACES.fullmatch(place):
        return ""
    noun = STAGES.sub("", base)
    sort = SORT_OF_PLACES.match(noun)
    return place + (noun[sort.end() :] if sort else noun)


def of_another_size(size: str, subject: Subject) -> str:
    """Return what was counted before as that of another size: 产值100亿元以上企业2家、「50亿元以上」1家."""
    return SIZE.sub(size, subject.indicator, 1) if SIZE.fullmatch(size) and SIZE.search(subject.indicator) else ""


def of_the_same(phrase: str, before: str) -> str:
    """Return papers, seats or throughput as of what was told of before: 政协「提案」, 幼儿园「学位」, 港「吞吐量」."""
    if phrase.endswith(THROUGHPUT):
        port = PORT.match(before)
        return (port["port"] if port else "") + phrase
    if phrase in PAPERS:
        return PAPER.sub(phrase, before) if PAPER.search(before) else phrase
    return BUILT.sub("", before.removesuffix("数")) + phrase if HOUSES.search(before) else phrase


def removed_too(noun: str, slot: Slot, subject: Subject) -> str:
    """Return the capacity of a thing in a list of what is removed: 淘汰落后水泥产能5万吨、「印染」3亿米."""
    if slot.figure.unit not in TONS or slot.reading.kind != "level" or attribute_of(noun.removesuffix(CAPACITY)):
        return ""
    told = subject.indicator if slot.index and slot.left[:1] in JOINS else slot.before
    removes = REMOVES.match(told)
    return f"{removes[0]}{noun.removesuffix(CAPACITY)}{CAPACITY}" if removes and told.endswith(CAPACITY) else ""


def carried(subject: Subject, suffix: str, left: str = "") -> list[str]:
    """Return the indicator before, with the suffix that a rank or a gap of a growth rate needs.

    A verb of result in `left` tells what has been done from what there is: 项目100个,开工60个.
    """
    base = subject.indicator or subject.topic
    if not base:
        return []
    if DONE.search(left):
        base = PLANNED.sub("", base)
    result = RESULTS.search(left)
    if result and base.endswith("数"):
        noun = base.removesuffix("数")
        return [f"{STAGES.sub('', RESULTS.sub('', noun) or noun)}{result[0]}数"]
    if suffix and not base.endswith(suffix):
        return [base.removesuffix("增速全国排名").removesuffix("增速") + suffix]
    return [base]
