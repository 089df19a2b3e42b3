"""What opens a phrase and is no part of its noun: times, places, adverbs and verbs, `今年全省共推动「轴承项目」`."""

from __future__ import annotations

import re

from kg_build.extract.affix import by_first, longest_prefix
from kg_build.extract.measurement.attribute import TAILS
from kg_build.extract.word_list import read_words
from kg_build.time_words import ANY_PART, ANY_PLAN, ANY_SPAN, TO, YEAR

__all__ = ["ADVERB", "FORM_FIRST", "FRONT_FIRST", "MEASURED_BY", "TIME", "strip_front"]

TIME = re.compile(
    rf"""
    {YEAR}\d{{1,2}}月{TO}{YEAR}\d{{1,2}}月 | {ANY_SPAN}
    | {ANY_PART}
    | 自?20\d\d年 [度末底初]? (?:以来|之前|以前|前)?
    | 年[末底]前?(?=[一-鿿]{{2}})
    | 截至 [^,]{{0,10}}? (?:月?底 | 末 | 日 | 目前 | 月(?!底|末))
    | (?:[到至]|自)?{ANY_PLAN}
    | (?:过去|近|这|未来|今后)? [一二两三四五六七八九十\d]+ 年多?[来内]?
    | 连续 [一二两三四五六七八九十\d]+ 年
    | 仅?用[一二两三四五六七八九十\d]+(?:年|个月)(?:左右)?的?时间、?(?:就|在20\d\d年)?
    | 到20\d\d年 (?:底|末)? | \d{{1,2}}月$
    | 今年(?:以来|[末底])? | [去上]年[末底] | 去年(?:同期)? | 上年同期 | 明年 | 目前 | 年内 | 年均 | 当年 | 同期
    """,
    re.VERBOSE,
)

TIME_FIRST = frozenset("仅用0123456789前一二两三四五六七八九十上下第全截“过近这未连到至自今去明目年当同")
PLACE = re.compile(r"(?:全[省市区州县]|[我本][省市])(?=[一-鿿“A-Z0-9])(?!级)")
PLACE_FIRST = frozenset("全我本")
MEASURED_BY = (
    r"按(?:照)?(?:新|可比|现行|不变|常住|户籍|原|一年计)[一-鿿]{0,4}?"
    r"(?:标准|口径|价格|价|人口|方法|(?<=一年计))(?:计算|统计|测算)?"
)

ADVERB = re.compile(
    rf"""
    \d{{1,2}}(?:、|\.(?!\d))             # the number of a list
    | [*—]+
    | 其(?![中他它余])(?=[一-鿿]{{3}})
    | 对(?=[一-鿿])(?!外|口|华|共建|“一带|[一-鿿]{{1,5}}(?:进出口|进口|出口|贸易|投资额))
    | [一二三四五六七八九]是
    | [、,;:(]
    | (?:新?台阶|大关|关口)[、和与]
    | 在(?![建职校岗编营线册外园库产读研孵役训鲁沪京粤苏浙渝琼滇黔湘鄂皖闽赣豫冀])
    | 再(?![生造贷就保制融担])
    | 共(?![建享同青产和有性富济振创商治管识轨生])
    | 计划(?=20\d\d|[新到在完]|今年|全年) | 拟(?=[新建]) | 目标[是为] | 预期(?!寿命) | 冲刺
    | {MEASURED_BY}(?=[一-鿿“A-Z0-9]{{2}})
    | 有效(?!发明|专利|期|灌溉|投资|需求|供给|注册|商标)
    """,
    re.VERBOSE,
)

ADVERB_FIRST = frozenset("按新台大关0123456789*—其对一二三四五六七八九、,;:(在再共有计拟目预冲")
FORM_FIRST = TIME_FIRST | PLACE_FIRST | ADVERB_FIRST
ADVERBS = by_first(read_words("figure-adverbs"))
VERBS = by_first(read_words("figure-leading-verbs"))
INCREASE = re.compile(r"增加(?!值)")
FRONT_FIRST = FORM_FIRST.union(ADVERBS, VERBS, "增")
CLASSES = frozenset({"首批", "一批", "部分", "全部", "现有", "剩余", "其余", "若干", "各类", "新的"})
"""What tells which of the things counted a verb is about: 推动「首批」20户企业."""

COMPLETES = "完成"
ENDING = re.compile(TAILS)
PLACE_HEADS = frozenset("库区站院所")
BARE_VERBS = frozenset(read_words("figure-adding-verbs")) | frozenset(
    {
        "实现",
        "达到",
        "达成",
        "突破",
        "超过",
        "稳居",
        "位居",
        "拥有",
        "得到",
        "现有",
        "取得",
        "保持",
        "形成",
        "建成",
        "建立",
    }
)

SHORTEST = 2
PARTICLES = frozenset("出了的")
PARTICLE = re.compile(r"(?:[了的]|出(?![栏口租让境入版生勤厂海台省国城港行游资川渝]))(?=[一-鿿A-Z0-9“]{2})")


def strip_front(text: str) -> str:
    """Take times, places, adverbs and verbs off the front of a phrase."""
    while text and text[0] in FRONT_FIRST and (length := front_length(text)):
        text = text[length:].lstrip(",、;: ")
        if text[:1] in PARTICLES and PARTICLE.match(text):
            text = text[1:]
    return text


def front_length(text: str) -> int:
    """Return the length of the time, place, adverb or verb that opens a phrase and leaves at least two characters."""
    most = len(text) - SHORTEST
    if most <= 0:
        return 0
    first = text[0]
    if first in FORM_FIRST:
        match = (
            (first in TIME_FIRST and TIME.match(text))
            or (first in PLACE_FIRST and PLACE.match(text))
            or (first in ADVERB_FIRST and ADVERB.match(text))
        )
        if match and match.end() <= most:
            return match.end()
    adverb = longest_prefix(text, ADVERBS)
    if adverb and len(adverb) <= most:
        return len(adverb)
    verb = opening_verb(text)
    return len(verb) if verb and len(verb) <= most and not makes_a_noun(verb, text) else 0


def opening_verb(text: str) -> str:
    """Return the verb of doing that opens a phrase, or an empty string."""
    verb = longest_prefix(text, VERBS)
    if not verb and text[0] == "增" and INCREASE.match(text):
        return "增加"
    return verb


def makes_a_noun(verb: str, text: str) -> bool:
    """Tell whether a verb and what follows are one noun: 储备库项目, 促进中心, 服务企业."""
    rest = text[len(verb) :]
    if rest in CLASSES or (verb == COMPLETES and not ENDING.fullmatch(rest)):
        return False
    return text[len(verb)] in PLACE_HEADS or (len(text) - len(verb) == SHORTEST and verb not in BARE_VERBS)
