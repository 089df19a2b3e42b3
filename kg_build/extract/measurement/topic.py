"""The topic that a clause without figures gives to the bare nouns after it.

`举办“云桥”融资活动,累计为7万户企业授信` counts the 企业 of the “云桥”融资活动. A noun is bare where it is a generic one
(`data/words/figure-generic-nouns.tsv`) with at most a verb before it.
"""

from __future__ import annotations

import re

from kg_build.extract.measurement.phrase import phrase_before, starts_with_noun
from kg_build.extract.word_list import alternatives, read_words

__all__ = ["is_generic", "topic_of", "topic_that_fares", "with_topic"]

GENERIC = frozenset(read_words("figure-generic-nouns"))
DONE_TO = re.compile(
    rf"(?:{alternatives('figure-leading-verbs')}|{alternatives('figure-result-verbs')}|服务|推送|到位|授信|惠及|覆盖)"
    rf"(?:{alternatives('figure-generic-nouns')})"
)
QUOTED = re.compile(r"“[^”]{1,24}”[^“”,;。]{0,12}$")
HEADED = re.compile(r"(?:行动|计划|工程|活动|专项|平台|系统|机制|大会|基金|园区?|试点|会议|项目|通道|热线|品牌)$")
DONE = re.compile(
    r"(?:已|全面|顺利|加快|深入|扎实|持续|正式|成功)*(?:落地|建设|实施|开展|推进|启动|运行|上线|投用|见效|工作|作用|要求)$"
)
NO_NOUN = re.compile(r"以|为|把|将|从|等(?!级)|的|[,、]|[，。]")
STATE = re.compile(
    r"(?:全[省市区]|我[省市])?(?P<noun>[一-鿿A-Z0-9“”]{0,12}?(?:企业|工业|产业|行业|服务业|制造业|农业|建筑业|金融业|旅游业|贸易|进出口|经济|园区|集群|开发区|外资|投资|消费|出口|外贸|国企|收入|生产总值|市场主体))"
    r"(?:效益|运行|形势|规模|质量|结构|发展|生产|水平|总量)?"
    r"(?:总体|保持|稳步|持续|不断|快速|平稳|进一步|显著|明显|较快|逐步|止跌|止滑|企稳|逆势|大幅|全面|稳中|蓬勃|迅速|有力|高速|加快)+[一-鿿]{2,8}$"
)
INDUSTRY = r"[一-鿿A-Z0-9“”]{1,10}?(?:产业(?:集群|园区?)?|制造业|服务业|工业|农业|(?<=[一-鿿]{2})业|集群)"
ACTS = re.compile(
    rf"(?P<noun>{INDUSTRY})(?=形成|实现|加快|迅速|快速|蓬勃|呈现|跃升|成为|发展|集聚|做大|壮大|不断|持续|进一步|全面|加速)"
    rf"|[一-鿿]{{0,5}}(?:布局|培育|发展|壮大|做大|做强|打造|构建)(?P<object>{INDUSTRY})$"
)
"""A clause on one industry, which the bare output behind it is of: 「轴承产业」形成集聚,产值达……."""

SHORTEST = 4
LONGEST = 22
BARE = 4


def topic_of(clause: str) -> str:
    """Return what a clause without figures speaks of: the quoted name it ends in, or the object of its verb."""
    quoted = QUOTED.search(clause)
    topic = DONE.sub("", quoted[0] if quoted else phrase_before(clause))
    if NO_NOUN.search(topic) or not HEADED.search(topic) or (not quoted and starts_with_noun(clause)):
        return ""
    return topic if SHORTEST <= len(topic) <= LONGEST else ""


def topic_that_fares(clause: str) -> str:
    """Return what a clause tells the state of, which the figures behind it are of: `外贸进出口总体稳定,总额达到……`."""
    state = STATE.match(clause)
    if state and starts_with_noun(state["noun"]):
        return state["noun"]
    acts = ACTS.match(clause)
    noun = (acts["noun"] or acts["object"]) if acts else ""
    return noun if noun and len(noun) >= SHORTEST and starts_with_noun(noun) else ""


def is_generic(name: str) -> bool:
    """Tell whether a name says too little by itself: 企业数, 签约项目数, 资金."""
    name = name.removesuffix("数")
    return name in GENERIC or (len(name) <= BARE and DONE_TO.fullmatch(name) is not None)


def with_topic(name: str, topic: str) -> str:
    """Put the topic before a bare name: `“云桥”融资活动` and `企业数` make `“云桥”融资活动企业数`."""
    noun = name.removesuffix("数")
    if topic.endswith(noun):
        return topic + name[len(noun) :]
    return topic + name
