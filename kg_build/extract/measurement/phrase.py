"""The noun phrase a figure measures: cut from its clause, freed of verbs, times and places, made whole.

`推动新实施技术改造项目` gives `技术改造项目`; `规上工业增加值同比` gives `规模以上工业增加值`. A phrase that is only
an attribute (`产量`, `出口`, `投资额`) belongs to the owner of the phrase before: `轴承产量` then `出口` is `轴承出口`.
"""

from __future__ import annotations

import re

from kg_build.extract.word_list import alternatives, read_words

__all__ = [
    "ATTRIBUTE",
    "TAIL_AT_END",
    "expand",
    "is_attribute",
    "owner_of",
    "phrase_after",
    "phrase_before",
    "share_tail",
    "split_subjects",
    "starts_with_noun",
]


TAILS = rf"(?:{alternatives('figure-attributes')}|[一-鿿]{{0,2}}率)"
ATTRIBUTE = re.compile(rf"(?:总|新增|年|市场|对外|综合|累计|平均|(?:年度|年内)?计划(?:总)?|年度|完成|到位|实际)?{TAILS}")
TAIL_AT_END = re.compile(rf"{TAILS}$")
OF_TAIL = re.compile(rf"(?<=[业济品车业])的(?={TAILS}$)|的(?=(?:贡献率|比重|比例)$)")
TIME = re.compile(
    r"""
    (?:20\d\d年)? \d{1,2}月? (?:—|-|至|到|~) \d{1,2}月
    | (?:20\d\d年)? (?:前[一二三]季度 | [一二三四]季度 | 上半年 | 全年)
    | 20\d\d年 度? (?:以来)?
    | 截至 [^,]{0,10}? (?:月?底 | 末 | 日 | 目前 | 月(?!底|末))
    | “?十[二三四五]五”? (?:以来|期间|时期|末)
    | (?:过去|近|这)? [一二两三四五六七八九十\d]+ 年来?
    | 连续 [一二两三四五六七八九十\d]+ 年
    | 到20\d\d年 (?:底|末)?
    | \d{1,2}月(?:份|当月)
    | 今年(?:以来)? | 去年 | 目前 | 年内 | 年均 | 当年 | 同期
    """,
    re.VERBOSE,
)
PLACE = re.compile(r"^(?:全省|全市|全区|全州|全县|我省|我市|本市|本省)(?=[一-鿿“A-Z0-9])(?!级)")
ADVERB = re.compile(
    rf"""
    \d{{1,2}}[、.]                        # the number of a list
    | [*—]+
    | 其(?!中)(?=[一-鿿]{{3}})
    | 对(?=[一-鿿])(?!外|口|华|共建|“一带)
    | [一二三四五六七八九]是
    | [、,;:(]
    | 在(?![建职校岗编营线册外园库产校读校])
    | 再(?![生造贷就保制融担])
    | 共(?![建享同青产和有性])
    | 有效(?!发明|专利|期|灌溉|投资|需求|供给|注册|商标)
    | {alternatives("figure-adverbs")}
    """,
    re.VERBOSE,
)
VERB = re.compile(rf"{alternatives('figure-leading-verbs')}|增加(?!值)")
NAMING_VERB = re.compile(alternatives("figure-naming-verbs"))
TRAILING = re.compile(
    rf"""
    (?:
        [、,;:(]
        | {alternatives("figure-trailing-words")}
        | [跃攀]?升(?:到|至)?
        | 连续[一二两三四五六七八九十\d]+(?:年|个月)
        | [较比与](?:20\d\d年|上年|去年)?(?:同期|上年|去年|年?[底末初]|上月|上季度|前三季度|一季度|上半年|1—\d{{1,2}}月)
        | [较比](?:20\d\d年 | [一二两三四五六七八九十\d]+年前 | 上个?五年 | “?十[一二三四五]五”?[末初]?(?:时期)?)
        | [比较](?:全国|全省|全市|上年|去年)(?:平均)?(?:水平)?
        | 居[^,、]{{0,8}}各(?:行业|省份?|市州?|县区?)
        | (?:西部|中部|东部|沿海)(?:地区|省份?)
        | 每[人生](?:每[年月天])? | 每[年月](?:人均)? | 人均每[年月] | 每[亩户]每?年? | (?<![保拥持占享])有
    )$
    """,
    re.VERBOSE,
)
RIGHT_STOP = re.compile(
    r"[,;。]|以占|以及|为(?=\d)|分别|同比|(?<!稳)增长|\((?![一-鿿]{1,6}\))|(?<!\([一-鿿])(?<!\([一-鿿]{2})(?<!\([一-鿿]{3})\)"
)
DOING = re.compile(
    r"已(?=[一-鿿])|(?<![主重需必])要(?=[一-鿿]{2})|(?:加速|加快|持续)?(?:开辟|抢占|增强|提升|助力|加速|加快|推动|带动|支撑|形成|保持|成为|达到)"
)
RIGHT_VERB = re.compile(rf"(?:正式|成功|全部|顺利)?(?:{alternatives('figure-result-verbs')})(?![率量额数度])")
BUILDING = re.compile(r"(?:项目)?(?:加快|全面)?建设$")
NOT_NOUN = re.compile(
    r"""
    [)）] | [增降升减]至
    | (?:提高|提升|上升|下降|扩大|扩展|拓展|调整|增加|减少|增长|压缩|缩短|压减)(?:到|至|为)
    | 的 | 左右 | 以上 | 以下 | 以内 | , | 等 | 和 | 与 | 及 | 、
    | 增长 | 增加 | 同比 | 下降 | 占 | 比 | 较 | 居 | 高于 | 低于 | 以来 | 来 | 内 | 后 | 前 | 时 | 间
    """,
    re.VERBOSE,
)
PLACE_HEADS = frozenset("库区站院所")
BARE_VERBS = frozenset(read_words("figure-adding-verbs")) | frozenset(
    {"实现", "达到", "达成", "突破", "超过", "稳居", "位居", "拥有", "得到", "现有", "取得", "保持", "形成", "建成", "建立"}
)
CLASSIFIED = "名单"
SHORTEST = 2
LONGEST_ATTRIBUTE = 7
SHORT_FORMS = (("规上", "规模以上"), ("技改", "技术改造"), ("营收", "营业收入"), ("GDP总量", "地区生产总值"))
QUOTE_MARKS = re.compile(r"^[”）)\s、]+|[“（(\s]+$")
PARTICLE = re.compile(r"^[出了的](?=[一-鿿A-Z0-9“]{2})")
INNER_TIME = re.compile(
    r"(?<=[一-鿿])(?:(?:20\d\d年)?\d{1,2}月?(?:—|-)\d{1,2}月|前[一二三]季度|上半年|全年|年内|今年|截至[^,]{0,8}?(?:月?底|末|目前))"
)


def expand(phrase: str) -> str:
    """Return a phrase with the usual short forms written out."""
    for short, full in SHORT_FORMS:
        if short in phrase and full not in phrase:
            phrase = phrase.replace(short, full)
    return OF_TAIL.sub("", phrase)


def strip_front(text: str) -> str:
    """Take times, places, adverbs and verbs off the front of a phrase."""
    while text:
        before = text
        for pattern in (TIME, PLACE, ADVERB, VERB):
            match = pattern.match(text)
            if match and len(text) - match.end() >= SHORTEST and not (pattern is VERB and makes_a_noun(match, text)):
                text = PARTICLE.sub("", text[match.end() :].lstrip(",、;: "))
        if text == before:
            return text
    return text


def makes_a_noun(verb: re.Match[str], text: str) -> bool:
    """Tell whether a verb and what follows are one noun: 储备库项目, 促进中心, 服务企业."""
    rest = text[verb.end() :]
    return rest[0] in PLACE_HEADS or (len(rest) == SHORTEST and verb[0] not in BARE_VERBS)


def phrase_before(text: str) -> str:
    """Return the noun phrase at the end of what stands before a figure; empty where there is none."""
    text = INNER_TIME.sub("", text.strip(" ,;:、"))
    while text:
        shorter = TRAILING.sub("", text)
        if shorter == text:
            break
        text = shorter
    text = QUOTE_MARKS.sub("", strip_front(text))
    if VERB.fullmatch(text) or ADVERB.fullmatch(text) or TIME.fullmatch(text):
        return ""
    return expand(text)


def phrase_after(text: str) -> tuple[str, int]:
    """Return the noun phrase that follows a count, and how much of the text it took.

    `22家医院开展试点` is 开展试点的医院; `10个项目落地` is 落地项目.
    """
    if NOT_NOUN.match(text):
        return "", 0
    stop = RIGHT_STOP.search(text)
    taken = text[: stop.start()] if stop else text
    taken = taken.rstrip(" ")
    phrase = BUILDING.sub("", taken.removesuffix(CLASSIFIED).removesuffix("的同时"), count=1) or taken
    doing = DOING.search(phrase, 2)
    if doing:
        phrase = phrase[: doing.start()]
    verb = RIGHT_VERB.search(phrase, 2)
    if verb:
        noun, rest = phrase[: verb.start()], phrase[verb.start() :]
        if noun and not noun.endswith(("和", "与", "的", "及")):
            phrase = rest + noun if len(rest) <= SHORTEST else f"{rest}的{noun}"
    return expand(phrase.rstrip("为达超")), len(taken)


def starts_with_noun(text: str) -> bool:
    """Tell whether a clause opens with a noun: with no time, adverb or verb."""
    return (
        bool(text)
        and NAMING_VERB.match(text) is None
        and phrase_before(text) == expand(text.strip())
        and not text.endswith(("达", "达到", "为", "超"))
    )


def is_attribute(phrase: str) -> bool:
    """Tell whether a phrase is an attribute that needs an owner."""
    return len(phrase) <= LONGEST_ATTRIBUTE and ATTRIBUTE.fullmatch(phrase) is not None


def owner_of(phrase: str) -> str:
    """Return a phrase without its attribute: 轴承产量 -> 轴承."""
    phrase = phrase.removesuffix("数") if not phrase.endswith("指数") else phrase
    owner = TAIL_AT_END.sub("", phrase)
    owner = owner.removesuffix("规模以上").removesuffix("规上").removesuffix("的").removesuffix("完成").removesuffix("实现")
    return owner if len(owner) >= SHORTEST else phrase


def split_subjects(phrase: str) -> list[str]:
    """Split a list of subjects at 、 and at 和, 与, 及 between them."""
    parts = [part for part in re.split(r"、|以及|和|与|及", phrase) if part]
    return [part for part in parts if len(part) >= SHORTEST] if len(parts) > 1 else parts


def share_tail(parts: list[str]) -> list[str]:
    """Give each member of a list the attribute of the last and the 规模以上 of the first.

    `高技术制造业`, `装备制造业增加值` become `高技术制造业增加值`, `装备制造业增加值`.
    """
    tail = TAIL_AT_END.search(parts[-1])
    prefix = "规模以上" if parts[0].startswith("规模以上") else ""
    whole = []
    for part in parts:
        named = part if TAIL_AT_END.search(part) or not tail or tail.start() == 0 else part + tail[0]
        whole.append(named if not prefix or named.startswith(prefix) else prefix + named)
    return whole
