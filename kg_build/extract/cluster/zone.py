"""Development and customs zones, named by their place: `「江州、云溪经开区」开发提速`, `「白石综合保税区」封关运行`.

A zone counts where the clause is about the zone itself: it is built, enlarged, raised to a national one, set up, or
does something. Where it is only the place of something else (在江州高新区设立, 江州高新区企业) or wins an award, it is
none. Places in a row share one noun, and nouns in a row one place: `江州经开区、高新区`.
The nouns: class `development` in `data/words/park-nouns.tsv`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg_build.extract.cluster.park_form import CLASS_ONLY, LED, Named
from kg_build.extract.phrase import VERB, is_in_title, phrase_start
from kg_build.extract.place import is_verbal, mention_at
from kg_build.extract.word_list import Token, read_words
from kg_build.model import Segment, Span

__all__ = ["ZONE", "read_zones"]

ZONE = "development"
"""The class of the nouns that head the name of a development or customs zone."""
NOUNS = "|".join(word for word, group in read_words("park-nouns").items() if group == ZONE)
JOINT = re.compile(r"以及|[、和与及]")
NOUN_END = re.compile(rf"(?:国家级?)?(?:{NOUNS})$")
LAND = rf"(?:{NOUNS}|新区|园区|产业园|基地|港区)"
ROW = re.compile(rf"(?:(?:、|以及|[和与及])[^、,。;:“”《》和与及等\n]{{0,12}}?{LAND})*等?")
"""What stands in a row behind a zone, and has its predicate."""
AWARD = re.compile(
    r"(?:成功|均|双双)*(?:入选|入围|获评|评为|列[入为]|认定为|成为|荣获|跻身|获准|(?:首次)?进入|上榜|位列"
    r"|获批[^,。;]{0,6}国家(?!级)|(?:创建|争创|申[报创建])(?=[^,。;])(?!工作)(?!国家级?(?:高新|经开|开发|经济)))"
)
"""What a zone wins: it is then only the awardee."""
OF_ITS_OWN = re.compile(rf"(?:{LAND}|[园港])$")
ON = re.compile(
    r"""[,。;、:)(\n] | [和与及] | $
    | (?: 自主 | 高质量 | 高水平 | 全面 | 协同 | 融合 | 差异化 | 安全 | 加快 | 成功 | 顺利 | 正式 | 全部
        | 提前[一二三四五六七八九\d]年 )*
      (?: 建设 | 扩[区容] | 升[级格] | 晋[级升] | 转型 | 整合 | 调区 | 提质 | 开发 | 改革 | 创新 | 发展 | 功能 | 能级
        | 水平 | 封关 | 验收 | 通过 | 挂牌 | 揭牌 | 产能 | 规划 | 体制 | 运[营行] | 申[报建] | 起步区 | [一二三四]期
        | 作用 | 开关 | 启动 | 开始 | 设立 | 引领 | 辐射 | 带动 | 先行 | 开启 | 要 | 集聚 | 招商
        | 获批 (?: 设立 | [,。;、] | $ | (?: 并 | 扩区 | 建设 | 筹建 )(?!国家) ) )
    """,
    re.VERBOSE,
)
"""What follows a zone that the clause is about."""
PLACE_OF = re.compile(r"(?:在|于|从|由|自|至|到|以|依托|借助|利用|围绕|位于|落户|入驻|进驻|对|复制推广?)$")
"""Words before a zone that make it the place of something else."""
RAISED = re.compile(
    r"(?:成功|顺利|正式|获批|加快)*(?:升[级格]|晋[级升]|创建|申报|争创|创成)(?:成为|为|成)?"
    r"国家级?(?=高新|经开|开发|经济|[,。;]|$)"
)
NATIONAL = "国家级"
KIND = re.compile(r"(?:国家级?|省级|特殊|国际|机场|空港|临港|港)*$")
"""Words between the place of a zone and its noun."""
PROPER = re.compile(r"[一-龥]{2,5}")
NO_PROPER = re.compile(
    r"[省市县区级类各个批的]$|各|[一二三四五六七八九十\d]|国家|全[省市国]|重点|部分|有关|海关|一般|若干|条件|上述|其[他它]|现有"
    r"|园区|企业|产业|农业|农民|工业|沿边|边境|跨境|内陆|机场|空港|申建|放大|理顺|增强|清理|调整|盘活|办好|自贸|口岸|特殊|片区|跨省|省域"
    r"|[向转]|保税|加工|建设|大型|平台"
)
BUILT = re.compile(r"建设|打造|划入|并入|升格|以上|[向转和与及]|[二两三四]个|大型|各")
COUNTRY = frozenset({"全国", "我国", "中国", "国家"})
LONGEST_MODIFIER = 10
LONGEST_PLACE = 3


def read_zones(segment: Segment, clause: Span, head: Token, before: Named | None) -> Iterator[Named]:
    """Yield the zones that the noun at `head` names: one, or one for each place in a row.

    `before` is the last zone of the paragraph, whose place the noun shares where it directly follows (`…、高新区`).
    """
    plain = segment.document.plain
    row = ROW.match(plain, head.end, clause.end)
    end = row.end() if row is not None else head.end
    if is_in_title(plain, clause.start, head.start) or not is_about(plain, end, clause.end):
        return
    noun = plain[head.start : head.end]
    raised = RAISED.match(plain, end, clause.end) is not None
    if before is not None and before.end + 1 == head.start and JOINT.match(plain, before.end):
        place = NOUN_END.sub("", before.name)
        if place != before.name:
            yield Named(before.start, head.end, place + noun, NATIONAL if raised else before.rank)
        return
    start = phrase_start(plain, clause.start, head.end)
    if PLACE_OF.search(plain, clause.start, start):
        return
    led = LED.match(plain, start, head.start)
    start = led.end() if led is not None else start
    last = max((joint.end() for joint in JOINT.finditer(plain, start, head.start)), default=start)
    modifier = plain[last : head.start].removesuffix("等")  # `江州、云溪等经开区`
    if not is_placed(segment, last, modifier, noun):
        return
    rank = NATIONAL if raised or "国家" in modifier else ""
    if modifier + noun == named_at(segment, last):  # the zone is a region of the scheme
        yield Named(last, head.end, modifier + noun, rank)
        return
    kind = modifier[len(place_of(segment, last, modifier)) :]
    position = start
    for joint in JOINT.finditer(plain, start, last):
        member = plain[position : joint.start()]
        mention = mention_at(segment.regions, position)
        is_place = mention is not None and mention.end == joint.start() and not OF_ITS_OWN.search(member)
        if is_place or (len(member) <= LONGEST_PLACE and is_proper(member)):
            yield Named(position, head.end, member + kind + noun, rank)
        position = joint.end()
    yield Named(last, head.end, modifier + noun, rank)


def is_about(plain: str, position: int, end: int) -> bool:
    """Tell whether what follows a zone says something of the zone itself."""
    if AWARD.match(plain, position, end) or position > end:
        return False
    return ON.match(plain, position, end) is not None or is_verbal(plain, position)


def named_at(segment: Segment, start: int) -> str:
    """Return the name of the region that stands at `start`, or an empty string."""
    mention = mention_at(segment.regions, start)
    return segment.document.plain[mention.start : mention.end] if mention is not None else ""


def place_of(segment: Segment, start: int, modifier: str) -> str:
    """Return the place that opens a modifier: a region, or what is left of it without the words for kinds of zones."""
    mention = mention_at(segment.regions, start)
    if mention is not None and mention.end <= start + len(modifier):
        return modifier[: mention.end - start]
    return KIND.sub("", modifier)


def is_placed(segment: Segment, start: int, modifier: str, noun: str) -> bool:
    """Tell whether the words before a noun name the place of one zone."""
    if not 1 < len(modifier) <= LONGEST_MODIFIER or VERB.search(modifier) or "“" in modifier:
        return False
    place = place_of(segment, start, modifier)
    if place in COUNTRY or BUILT.search(modifier):
        return False
    mention = mention_at(segment.regions, start)
    if mention is not None and mention.end - start in {len(place), len(modifier) + len(noun)}:
        return True
    if mention_at(segment.names, start) is not None and not CLASS_ONLY.fullmatch(place):
        return True
    return is_proper(place)


def is_proper(place: str) -> bool:
    """Tell whether a word that no scheme knows may be the name of a place."""
    return PROPER.fullmatch(place) is not None and not (CLASS_ONLY.fullmatch(place) or NO_PROPER.search(place))
