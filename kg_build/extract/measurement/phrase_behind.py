"""The noun phrase behind a count: `10个项目落地` has 落地项目, `22家医院开展试点` 开展试点的医院."""

from __future__ import annotations

import re

from kg_build.extract.affix import ahead
from kg_build.extract.measurement.phrase import NOTE_MARK, expand
from kg_build.extract.word_list import alternatives

__all__ = ["MEANT", "RIGHT_VERB", "phrase_after"]

RIGHT_STOP = re.compile(
    r"和(?=一批|若干|多个|一系列)|、(?=再?创[历新]|位?居[全世各第首]|同比|超额|较[上去]年|比[上去]年)|[\[［]\d{1,3}[\]］](?=、)|,|;|。|中(?=有\d|有$)|和(?=\d)|与(?=\d)|由(?=[每\d])|从(?=[每\d])|20(?=\d\d年(?:主?营业?收|产值|投资|实现|完成|总产值|税收|利润))|以占|以及|为(?=\d)"
    r"|分别|同比|增长(?<!稳增长)|\((?![一-鿿、]{1,6}\))"
    r"|\)(?<!\([一-鿿]\))(?<!\([一-鿿]{2}\))(?<!\([一-鿿]{3}\))(?<!\([一-鿿]、[一-鿿]\))"
)
DOING = re.compile(
    r"已(?=[一-鿿])|(?<=[一-鿿]{2})(?:累计|[人户]均)(?=[一-鿿]{2})|在[一-鿿]{1,4}?(?:稳定)?就业创?业?$|要(?<![主重需必]要)(?=[一-鿿]{2})|持续(?=开辟|抢占|增强|提升(?!示范|工程|行动|项目|改造|计划|试点|、.*(?:项目|工程|行动)$)|助力|加速|加快|推动|带动|支撑(?!性|示范|体系|平台|项目|能力|作用|型|工程)|形成|保持|成为|达到|得到|提高|增加(?!值)|下降|上升|稳定在)"
    r"|开辟|抢占|增强|提升(?!示范|工程|行动|项目|改造|计划|试点|、.*(?:项目|工程|行动)$)|助力|加速|加快|推动|带动|支撑(?!性|示范|体系|平台|项目|能力|作用|型|工程)|形成|保持|成为|达到|得到|提高|增加(?!值)|下降|上升|稳定在"
    r"|(?:聚集|集聚|承载|辐射|带动|支撑|引领|示范)?(?:功能|作用|能力|水平|效益|效应)(?:显著|明显|不断|持续|进一步|稳步|凸显)"
    r"|(?:全面|高质量|如期|顺利|圆满|超额|按期|全部)完成(?=$|年度?)|实质性开展|(?:进展|推进|运行)(?:顺利|良好|有序|平稳)|(?:扩大|拓展|扩展|延伸)[至到]"
    r"|(?:稳步|平稳|健康|蓬勃|竞相|快速|蓄势|满负荷)(?:发展|推进|运行|运转|壮大|成长)|(?:提质增效|齐头并进|(?:初步|基本)?成型)$"
    r"|(?:率先|已)?(?:取得|实现)(?:了|积极|明显|显著|阶段性|突破性|重要|重大|初步|良好)*(?:成效|进展|突破|成果|效果)"
    r"|(?:全部|全面|圆满|按期|如期|顺利|均|都|已)*(?:落实(?:落地)?|落地落实|兑现|办结|(?:落地)?见效|办实办好)$|(?:均|都|已|稳|位)*居(?=全[国省球市]|世界)"
    r"|(?:(?<=企业)|(?<=项目)|(?<=城市)|(?<=片区))(?:改革|联动|可持续|高质量|加快|转型)*发展$"
    r"|(?:来|到|赴|在)[一-鿿]{1,10}(?:工作|服务|挂职|任教)$|到[^,。;]{2,36}?(?:岗位|基层|一线)(?:工作|就业)$|(?<=断面)(?:水质)?[优劣]?[于]?[\u2160-\u2164IV]+类|给予(?=[一-鿿]{2})|(?:贡献|创造|提供)了?全[国省市]?$|并正式(?=[一-鿿]{2})|进行(?=[一-鿿]{2})"
    r"|务实推进|顺利推进|有序推进|稳步推进|扎实推进|积极推进|全面推进|深入推进|持续推进"
)
MOVES = frozenset({"提高", "增加", "下降", "上升", "累计", "人均", "户均"})
"""Verbs that the figure behind them is read by: 5个断面比例「提高」9.9个百分点."""

WATER_CLASS = "类"
RESULT_ADVERBS = "年内|提前|集中|并|正式|成功|全部|顺利|全面|首次|预计|整体|基本|今年|均|已"
UNITS = frozenset("市县区镇乡村州")
LEVELS = frozenset("属级直辖")
"""What makes a unit of administration part of another noun: 市「属」企业."""

AWARDED = "获(?=[一-鿿“][^,。;、]{0,12}(?:奖|称号|荣誉))"
RIGHT_VERB = re.compile(
    rf"{ahead(RESULT_ADVERBS, alternatives('figure-result-verbs'), '获')}(?:{RESULT_ADVERBS})*"
    rf"(?:{alternatives('figure-result-verbs')}|{AWARDED})(?!率|量|额|度|数(?![字据]))"
)
SHORTEST = 2
MEANT_AS = "为(?:重点|发力点|支撑|主体|抓手|依托|突破口|龙头|主线|总?牵引|引领)"
MEANT = re.compile(rf"{MEANT_AS}$")
"""What the things counted are meant as, behind 以: 以3个试验区「为抓手」."""

LEFT_OVER = re.compile(
    rf"(?<=[一-鿿]{{2}})的?(?:(?:(?<=面积)|(?<=产量)|(?<=耕地))(?:底线|红线)|正抓紧|正加快|正有序|基础上|{MEANT_AS})$|(?<=[一-鿿)])(?:全部|(?<!全省)(?<!全国)(?<!全市)平均|(?<!平)均|全都|已全部|基本|率先|陆续|相继|正在|在内的|(?<!目)的|(?<=[一-鿿]{{2}})等|均在)$"
)
BUILDING = re.compile(r"(?:等(?:重点|重大|重要)*项目)?(?:加快|全面)?建设$")
NOT_NOUN = re.compile(
    r"""
    [)）] | [增降升减]至
    | (?:提高|提升|上升|下降|扩大|扩展|拓展|调整|增加|减少|增长|压缩|缩短|压减)(?:到|至|为)
    | 的 | 并(?![购网联行]) | 左右 | 以上 | 以下 | 以内 | , | 等 | 和 | 与 | 及 | 、
    | 增长 | 增加 | 同比 | 下降 | 占 | 比 | 较(?![大高好强多]) | 居(?![民住家委村]) | 高于 | 低于
    | 建设(?:进展|加快|顺利|有序|扎实|稳步|全面) | (?:进展|推进|运行)(?:顺利|良好|有序|平稳)
    | 全部(?:建成|完成|完工|投产)$
    | 以来 | 来(?![访料源华沪琼渝京粤浙苏鲁甘滇])
    | 内(?![河外容需贸部蒙陆涝]) | 后(?![备勤续台发]) | 前(?![沿端置景锋海瞻期湾]) | 时(?![尚装令]) | 间(?![接隔])
    """,
    re.VERBOSE,
)


IMPROVED = re.compile(
    r"(?P<who>[^,。;、]{0,14}?(?:学校|中小学|小学|高中|幼儿园|医院|农民|居民|农户|户|群众|人口|家庭))(?:群众)?"
    r"(?P<what>(?:办学|住房|居住|生产生活|生活|办公|基础设施)条件)(?:得到)?(?:明显|显著|进一步|持续|有效)*(?:改善|提升)"
)
"""Those for whom something is better: 30所「学校」「办学条件」得到改善."""


QUALITY = "水质"
"""What is said to be so of the waters counted: 29个断面「水质」达标."""

OPENS_REST = re.compile(r"^(?:并|今年|明年|去年)")


def phrase_after(text: str) -> tuple[str, int]:
    """Return the noun phrase that follows a count, and how much of the text it took.

    `22家医院开展试点` is 开展试点的医院; `10个项目落地` is 落地项目.
    """
    if NOT_NOUN.match(text):
        return "", 0
    stop = RIGHT_STOP.search(text)
    taken = text[: stop.start()] if stop else text
    taken = taken.rstrip(" ")
    phrase = taken.removesuffix("名单").removesuffix("的同时")
    if phrase.endswith("建设"):
        built = BUILDING.sub("", phrase)
        phrase = built if len(built) > SHORTEST else phrase.removesuffix("建设") or taken
    improved = IMPROVED.fullmatch(phrase) if "条件" in phrase else None
    if improved:
        return f"{improved['what']}得到改善的{improved['who']}", len(taken)
    doing = DOING.search(phrase, 2)
    used = len(taken)
    if doing and is_closed(phrase[: doing.start()]):
        used = doing.start() if doing[0] in MOVES or doing[0].endswith(WATER_CLASS) else used
        phrase = phrase[: doing.start()].rstrip("、,")
    is_unit = phrase[:1] in UNITS and phrase[1:2] not in LEVELS
    verb = RIGHT_VERB.search(phrase, 1 if is_unit else 2)
    if verb:
        noun, rest = phrase[: verb.start()], phrase[verb.start() :]
        if noun and is_closed(noun) and not noun.endswith(("和", "与", "的", "及")):
            noun = noun.removesuffix(QUALITY)
            rest = OPENS_REST.sub("", rest)
            phrase = rest + noun if len(rest) <= SHORTEST else f"{rest}的{noun}"
    if "[" in phrase or "\uff3b" in phrase:
        phrase = NOTE_MARK.sub("", phrase)
    return expand(LEFT_OVER.sub("", phrase.rstrip("为达超"))), used


def is_closed(phrase: str) -> bool:
    """Tell whether each quote that a phrase opens is closed in it."""
    return phrase.count("“") == phrase.count("”")
