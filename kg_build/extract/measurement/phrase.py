"""The noun phrase a figure measures: cut from its clause, freed of verbs, times and places.

`推动新实施技术改造项目` gives `技术改造项目`; `规上工业增加值同比` gives `规模以上工业增加值`. What a phrase measures
of whom is `attribute`'s, the noun behind a count `phrase_behind`'s.
"""

from __future__ import annotations

import re

from kg_build.extract.affix import by_first, by_last, longest_prefix, longest_suffix
from kg_build.extract.measurement.attribute import TAILS
from kg_build.extract.measurement.phrase_front import (
    ADVERB,
    FORM_FIRST,
    FRONT_FIRST,
    MEASURED_BY,
    TIME,
    strip_front,
)
from kg_build.extract.word_list import read_words
from kg_build.time_words import ANY_PART

__all__ = [
    "ADDING_VERBS",
    "FIRST_TO",
    "NAMING_VERBS",
    "NOTE_MARK",
    "STEPS",
    "expand",
    "phrase_before",
    "starts_with_noun",
]

OF_TAIL = re.compile(rf"(?<=[业济品车业])的(?={TAILS}$)|的(?=(?:贡献率|比重|比例)$)")
WHOLE_PLACES = frozenset(whose + place for whose in "全我本" for place in "省市区州县")
STEPS = frozenset({"台阶", "大关", "关口", "新台阶"})
NO_NOUNS = WHOLE_PLACES.union(
    STEPS,
    read_words("figure-adverbs"),
    read_words("figure-leading-verbs"),
    read_words("figure-adding-verbs"),
    ["增加"],
)

ADDING_VERBS = by_first(read_words("figure-adding-verbs"))
NAMING_VERBS = by_first(read_words("figure-naming-verbs"))
TRAILING = re.compile(
    rf"""
    (?:
        连续[一二两三四五六七八九十多数\d]+(?:年|个月)
        | 提前[一二两三四五\d]+(?:年|个月)(?:实现|完成|突破)?
        | [较比与](?:20\d\d年|上年|去年)?(?:同期|上年|去年|年?[底末初]|上月|上季度|前三季度|一季度|上半年|1—\d{{1,2}}月)
        | (?:在[^,。;]{{1,14}}的?)?基础上
        | (?:(?<=标准|津贴|补助|补贴|经费|支出|资金)|(?<=养老金|保险金))[年月]?[人户]均
        | [较比]?“?十[一二三四]五”?(?:时期|期间)
        | [与同](?:20\d\d年|上年|去年|“?十[一二三四五]五”?[末初]?)[末底]?相比
        | [较比](?:20\d\d年 | [一二两三四五六七八九十\d]+年前 | 上个?五年 | 前[三五]年
            | “?十[一二三四五]五”?[末初]?(?:时期)?)
        | [比较](?:全国|全省|全市|上年|去年|计划|上次|上届)(?:平均)?(?:水平)?
        | (?<![主重需必纪摘])要(?:做强|建成|培育|达到|完成|实现|引进|建设|打造)?
        | {MEASURED_BY}
        | 居[^,、]{{0,8}}各(?:行业|省份?|市州?|县区?)
        | (?:西部|中部|东部|沿海)(?:地区|省份?)
        | (?:提高|提升|增长|巩固|下降|扩大)并
        | (?<=[一-鿿])(?<![十近这较前后])(?<!(?<!占)比)(?<!过去|未来|最近|今后)[三五]年来?
        | 每[人生](?:每[年月天])? | 每[年月](?:人均)? | 人均每[年月] | 每[亩户]每?年? | (?<![保拥持占享])有
    )$
    """,
    re.VERBOSE,
)

SIGNED = (
    *("新居", "民居", "旧居", "故居", "安居", "宜居", "家居", "定居", "聚居", "通达", "直达", "畅达", "下达"),
    *("签约", "节约", "履约", "班列", "系列", "序列", "安排", "编排", "减排"),
)

TRAILING_LAST = frozenset(
    "间上比准径价算计法测口并要强成育到现进设造年月期底末初度前五”平国省市均划次届业份州区县人生天亩户有"
)

LONGEST_TRAILING = 18
TRAILS = by_last(
    [
        *read_words("figure-trailing-words"),
        *"、,;:(",
        "升",
        "升到",
        "升至",
        "跃升",
        "跃升到",
        "跃升至",
        "攀升",
        "攀升到",
        "攀升至",
    ]
)

BACK_LAST = TRAILING_LAST.union(TRAILS)
ACHIEVED = re.compile(r"(?<=[企行产]业)(?:累计)?实现(?=(?:利润|利税|主?营业?收|销售收入|增加值|总?产值|税收|进出口))")
"""What stands between those who earn and what they earn: 省属企业「实现」利润."""

FIRST_TO = re.compile(r"成为[^,。;“”]{0,9}?(?:首|第[一二三四五六七八九十])[个座家](?=[一-鿿])")
"""What stands between those who are the first to reach a figure and what it is of: 云溪港「成为全球首个」吞吐量."""

SHORT_FORMS = (
    ("规上", "规模以上", re.compile(r"(?<!法)规上")),
    ("技改", "技术改造", re.compile(r"(?<!科)技改(?!革)")),
    ("营收", "营业收入", re.compile(r"(?<!经)营收(?!入)")),
    ("GDP总量", "地区生产总值", re.compile(r"GDP总量")),
)
"""Short forms, what they stand for, and where they stand for it: not in 科技改革, nor in 经营收入."""

OPENING_MARKS = "“（( \t\u3000"
CLOSING_MARKS = "”）)、 \t\u3000"
NOTE_MARK = re.compile(r"[\[\uff3b]\d{1,3}[\]\uff3d]")
INNER_TIME = re.compile(
    rf"(?<=[一-鿿])(?:(?<![比较与前第到至年])(?:{ANY_PART}|(?<![二两三四五六七八九十])年内|今年)"
    r"|[从由](?:19|20)\d\d年[末底]?的?(?=$)|(?<=[到至])20\d\d年的?(?=$)|自?20\d\d年以来|截至[^,]{0,8}?(?:月?底|末|目前)"
    r"|(?<![比较与至到从由])(?:20\d\d年[、和与])*20\d\d年(?=分别|为|达|$)"
    r"|(?<=[一-鿿]{2})(?<![近前上个续去这])(?:[二两三四五六七八九十]|[2-9])年(?=$|超|突破|达|增长|增加|下降|提高|减少|翻))"
)


def expand(phrase: str) -> str:
    """Return a phrase with the usual short forms written out."""
    if "实现" in phrase:
        phrase = ACHIEVED.sub("", phrase)
    for short, full, written in SHORT_FORMS:
        if short in phrase and full not in phrase:
            phrase = written.sub(full, phrase)
    return OF_TAIL.sub("", phrase) if "的" in phrase else phrase


def strip_back(text: str) -> str:
    """Take verbs, adverbs and comparisons off the end of a phrase."""
    while text and text[-1] in BACK_LAST:
        length = len(longest_suffix(text, TRAILS))
        if text[-1] in TRAILING_LAST and (match := TRAILING.search(text, max(0, len(text) - LONGEST_TRAILING))):
            length = max(length, len(match[0]))
        if not length or text.endswith(SIGNED):
            break
        text = text[:-length]
    return text


def is_no_noun(text: str) -> bool:
    """Tell whether nothing but a verb, an adverb or a time is left of a phrase."""
    return text in NO_NOUNS or (
        text[0] in FORM_FIRST and (ADVERB.fullmatch(text) is not None or TIME.fullmatch(text) is not None)
    )


def phrase_before(text: str) -> str:
    """Return the noun phrase at the end of what stands before a figure; empty where there is none."""
    text = text.strip(" ,;:、")
    if "年" in text or "月" in text or "季" in text or "截至" in text:
        text = INNER_TIME.sub("", text)
    if "[" in text or "\uff3b" in text:
        text = NOTE_MARK.sub("", text)
    if "成为" in text:
        text = FIRST_TO.sub("", text)
    if text[-1:] in BACK_LAST:
        text = strip_back(text)
    if text[:1] in FRONT_FIRST:
        text = strip_front(text)
    text = text.lstrip(CLOSING_MARKS).rstrip(OPENING_MARKS)
    return "" if not text or is_no_noun(text) else expand(text)


def starts_with_noun(text: str) -> bool:
    """Tell whether a clause opens with a noun: with no time, adverb or verb."""
    return (
        bool(text)
        and not longest_prefix(text, NAMING_VERBS)
        and phrase_before(text) == expand(text.strip())
        and not text.endswith(("达", "达到", "为", "超"))
    )
