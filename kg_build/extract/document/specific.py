"""Whether the words of a title without marks say which text it is, and fit what is done with it.

`产业发展规划` says only a field, `所有市县国土空间规划` are many; words that say nothing of their own:
`data/words/document-generic.tsv`. Standards are issued, a plan carried out has years or is heeded, what is begun or
finished is a plan.
"""

from __future__ import annotations

import functools
import re

import msgspec

from kg_build.extract.document.verb import ISSUING, RUNNING, is_begun
from kg_build.extract.word_list import read_words
from kg_build.model import Span

__all__ = [
    "COMPOUND",
    "NUMBERED_GROUP",
    "PLAN",
    "Place",
    "Title",
    "fits",
    "is_general",
    "is_generic",
    "is_subject",
    "says_enough",
]

OF_WORK = re.compile(r".{2}(?:方案|纲要)$")
"""Nouns that name one text after any field: 新型城镇建设实施方案, unlike 产业发展规划."""
MEASURES = re.compile(
    r"(?:关于|促进|支持|推动|鼓励|引导|加快|优化|提振|振兴|激发|扩大|减轻|降低|稳|促|惠|保|扩|助|纾)"
    r"|.*(?:发展|增长|经济|新政|就业|创业|营商环境|消费|外贸|外资|投资|企业|市场)$"
)
"""What a title says whose articles are only counted: 支持民营经济20条; 新增航线20条 says no such thing."""
COUNTED_BEHIND = re.compile(
    r"(?:\d+|[一二两三四五六七八九十百]+)(?:余|多)?[项个部件份类条]|制度|体系|管理|模式|改革|试点|机制|标准$"
    r"|[和、][^,;]{0,14}(?:制度|管理)(?!办法)"
)
"""What makes a standard or a list one of many, or part of a system: 地方标准180项, 负面清单制度."""
YEARS = re.compile(r"[一二三四五六七八九十\d]年(?:专项|滚动|提升|攻坚|倍增|振兴)?(?:行动|实施|工作)?$")
BRAND = re.compile(r"“□+”")
BRAND_BEFORE = re.compile(r"“□+”$")
BEGUN_BEHIND = re.compile(r"[,;。、和及与并(\[［等\n]|$|[编修研制]|论证|优化|全面|顺利|如期|基本|圆满|完成|启动|收官")
"""What stands behind a plan that is itself begun or finished, and not a task of it or a body for it."""
CODE_BEFORE = re.compile(r"“□+”$")
SPATIAL = ("规划", "总规", "控规")
OF_MANY = re.compile(r"^(?:全[省市])?(?:所有|各|区县|市县|省市县|乡镇)|等(?:\d+|[两三四五六七八九十]+)个[县市区]")
"""What makes a plan one of many: 所有市县国土空间规划, 江州等7个城市规划."""
MASTER_PLAN = re.compile(r"(?:.*[^、和与及各等的])?(?:城市|城乡|[省市])(?:总体)?")
"""What says enough before 总体规划, which a place has one of: 城市总体规划."""
BARE = re.compile(
    r"(?:.*[^一-龥]|.*[和与及])?(?:我|本|全)?[省市区县州](?:委|政府|委常委会)?"
    r"(?:[\d一二三四五六七八九十]+条|的|实施|工作|行动|具体|相关|配套|落实)*"
    r"|(?:.*[^一-龥]|.*[和与及])?[省市]委(?:、[省市]政府)?的?(?:贯彻|落实|实施)*"
    r"|.*并制定(?:实施|工作|具体)*"
)
"""What says only whose a document is: 市委实施意见, 我省行动方案."""
GENERIC = re.compile(
    r"(?P<words>.*?)(?:[一二三四五六七八九十两]年)?(?:行动)?(?:办法|细则|意见|方案|规划|纲要|措施|计划|要点|规定|政策)"
)
NO_SUBJECT = re.compile(r"[《》“”,;。]|[省市县州委府厅局]$|[和与及、其]$|^国家$")
"""What no subject of a title holds: 国家《总体方案》 names no text."""
HEEDING = re.compile(r"落实|贯彻|宣贯")
KEPT, NEGATIVE_LIST = re.compile(r"落实|执行|实施"), "负面清单"
DONE = frozenset({"实施", "落实", "落地", "施行", "贯彻", "推进", "启动", "完成", "收官"})
LAW, TEXT, PLAN, ISSUED_ONLY, CODED, NUMBERED_GROUP = "law", "text", "plan", "issued", "coded", "articles"
STATUTE = "条例"
SHORTEST = 4
SHORTEST_OF_TEXT = 6
SHORTEST_OF_LAW = 2
SHORTEST_NUMBERED = 3
SHORTEST_SUBJECT, LONGEST_SUBJECT = 2, 32
COMPOUND = 4
SHORTEST_TITLE = 7


class Title(msgspec.Struct, frozen=True):
    """A title in the text: where its verb and where it starts and ends, the verbs before it, the verb after it.

    `issue` is where the verb of issuing begins, whose subject publishes the document: the title's own verb, or that
    of the words that describe it (`落实国务院「印发」的《…》`); -1 where there is none. `noun` is where the words
    stand that two titles share: 加强轴承质量、促进轴承出海两个「意见」.
    """

    verb: int
    start: int
    end: int
    verbs: str
    after: str
    marked: bool
    issue: int = -1
    noun: Span | None = None


class Place(msgspec.Struct, frozen=True):
    """Where a title may end: a stretch in title marks or quotes, or a document noun of a class."""

    start: int
    end: int
    marked: bool
    group: str = ""


def is_general(modifier: str, noun: str) -> bool:
    """Tell whether the words before a noun say only whose the document is, or that it is one of many."""
    return BARE.fullmatch(modifier) is not None or (noun.endswith(SPATIAL) and OF_MANY.search(modifier) is not None)


def fits(masked: str, title: Title, modifier: str, place: Place, ceiling: int) -> bool:
    """Tell whether what is done fits the noun: standards are issued, a plan carried out has years or is heeded."""
    noun = masked[place.start : place.end]
    issued = ISSUING.search(title.verbs) is not None or (not title.verbs and title.after not in DONE)
    if place.group == ISSUED_ONLY:
        heeded = noun == NEGATIVE_LIST and len(modifier) >= SHORTEST and KEPT.search(title.verbs) is not None
        return (issued or heeded) and COUNTED_BEHIND.match(masked, place.end, ceiling) is None
    if place.group == CODED:
        return issued and CODE_BEFORE.search(modifier) is not None
    if place.group == NUMBERED_GROUP:
        return not noun.endswith("条") or MEASURES.match(modifier) is not None
    if BRAND_BEFORE.search(modifier) and noun == "规划" and not title.verbs and title.after in DONE:
        return False
    if is_begun(title.verbs or title.after) and not (title.verbs and title.after):
        ends = RUNNING.search(modifier + noun) or BEGUN_BEHIND.match(masked, place.end, ceiling)
        if place.group != PLAN or BRAND_BEFORE.search(modifier) or not ends or (title.after and "等" in modifier):
            return False
    if not noun.endswith("计划") or issued or YEARS.search(modifier + noun.removesuffix("计划")):
        return True
    if noun == "行动计划":
        return HEEDING.search(title.verbs) is not None and BRAND.fullmatch(modifier) is None
    return True


def says_enough(modifier: str, noun: str, group: str) -> bool:
    """Tell whether the words before a noun say which text it is."""
    any_noun, fields = generic_words()
    if noun in {"总体规划", "总规"} and MASTER_PLAN.fullmatch(modifier):
        return True
    if any_noun.fullmatch(modifier):
        return False
    if noun == STATUTE:
        return len(modifier) >= SHORTEST_OF_LAW
    if group == NUMBERED_GROUP:
        return len(modifier) >= SHORTEST_NUMBERED
    is_text = len(modifier) >= SHORTEST_OF_TEXT and (group == TEXT or OF_WORK.search(noun) or YEARS.search(modifier))
    if group != LAW and not is_text and fields.fullmatch(modifier):
        return False
    if len(noun) >= COMPOUND:
        return len(modifier) >= SHORTEST_OF_LAW
    return len(modifier) >= SHORTEST or len(modifier + noun) >= SHORTEST_TITLE


def is_generic(title: str) -> bool:
    """Tell whether a title in marks names no text by itself: 《实施意见》, 《总体方案》."""
    found = GENERIC.fullmatch(title)
    return found is not None and generic_words()[0].fullmatch(found["words"]) is not None


def is_subject(words: str) -> bool:
    """Tell whether the words right before a title that names no text say which it is: 江州自贸区《总体方案》."""
    if not SHORTEST_SUBJECT <= len(words) <= LONGEST_SUBJECT or NO_SUBJECT.search(words):
        return False
    return BARE.fullmatch(words) is None and generic_words()[0].fullmatch(words) is None


@functools.cache
def generic_words() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of modifiers that name no text: with no noun, and with that of a plan or policy."""
    words = read_words("document-generic")
    ordered = sorted(words, key=lambda word: (-len(word), word))
    counts = r"[和与及、的]|第[一二三四五六七八九]批|[\d一二三四五六七八九十百两]+[大项个批类条]?"
    any_noun = "|".join(re.escape(word) for word in ordered if words[word] == "any")
    fields = "|".join(map(re.escape, ordered))
    return re.compile(rf"(?:{any_noun}|{counts})*"), re.compile(rf"(?:{fields}|{counts})*")
