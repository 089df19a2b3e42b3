"""What a clause inherits: whose region, which status, and the evidence that shows it.

`江州市轴承产量达20万套,增长8%`: both figures are 江州市's, though the report is the province's. A region is a
clause's subject where it opens the clause; a clause that opens with no subject of its own (增长, 占, 居 ...) keeps
the one before.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice
from operator import attrgetter

from kg_build.lexicon import Lexicon
from kg_build.model import Evidence, Mention, Region, Rule, Segment, Sentence, Status
from kg_build.time_words import ANY_PART

__all__ = [
    "evidence",
    "held_regions",
    "is_sought",
    "looks_ahead",
    "mentions_from",
    "names_region",
    "sentence_at",
    "status_at",
    "status_in",
    "subjects_at",
]

LONGEST_QUOTE = 120
START, END = attrgetter("start"), attrgetter("end")
HELD = re.compile(
    r"占|高[于出]|低于|同比|增长|增速|下降|居|排名|位居|列|累计|其中|较|比|总|均|分别|达|超|突破|实现|连续|规模|数量|产量"
)
ECONOMY_FARES = re.compile(
    r"(?:地区|县域|区域|工业|民营|海洋)*(?:加快|快速|持续|高质量)*(?:经济|综合实力|发展|崛起|工业化|城镇化)(?:社会)?(?!带|圈|区|技术|学|体制|合作|走廊|规划|改革)"
)
OF_ECONOMY = re.compile(
    r"(?:地区)?生产总值|GDP|经济总量|经济增速|(?:规上|规模以上)?工业(?:增加值|总产值|投资)|固定资产投资"
    r"|一般公共预算收入|财政收入|进出口|人均"
)
"""A clause that says how the economy of a place fares, and measures of it that the next may open with."""

INSTITUTION = re.compile(r"[一-鿿]{0,6}(?:大学|学院|医院|机场|海关|银行|研究院|实验室)、")
"""Behind a place: what makes it the first name of a list of institutions, 深圳理工大学、佛山大学等7所高校."""

OF_TWO_PLACES = re.compile(r"[一-鿿]{2}(?:港(?!口|区)|机场|高铁|铁路|高速|城际)")
"""Behind a place: what is named after two and is of neither, 宁波「舟山港」."""

LEAD_IN = re.compile(
    rf"(?:其中|目前|同时|此外|在|对|以及|支持|推动|推进|指导|积极|加快|促进|引导|鼓励|助力|"
    rf"{ANY_PART}|截至[^,]{{0,12}}|年内|预计|首批|[一二三四五六七八九十]是)*,?"
)
ESTIMATE = re.compile(r"预计|有望|预期(?=全年|将|可|能)|将达到?|将突破|将超过?")
TARGET = re.compile(r"力争|锚定|努力(?:打造|建设|实现)|着力(?:打造|构建|建设)|全力(?:打造|创建)|争创|争取到")
BY_YEAR = re.compile(r"到(?P<year>20\d\d)年")
SOUGHT = re.compile(
    r"""
    (?<![^,。;:、\n ])确保(?!了|\d) | 冲刺 | 目标(?:值|任务)?定?为
    | 争取(?=在|用(?!于)|今年|全年|明年|年底|20\d\d)
    | 争取(?!中央|国家|上级|获|[^,。;]{0,8}(?:资金|转移|债))[一-鿿]{2,10}(?:增长|达到?|突破|超过?)(?:\d|$)
    | (?<![模虚草])拟(?=新[建增]|建[成设]|完成|实施|引进|开工|投入|培育|改造)
    | (?<![^,。;:、\n 年月内并还])(?<!三年)(?<!五年)计划(?=20\d\d年|今年|[到在]20|新[建增]|完成|实施|引进|开工|建成)
    | (?<!即)(?:还将(?!近)|将(?=新建|建成(?![^,。;]{0,12}的)|开工))
    | (?<![^,。;:、\n ])预期(?!寿命|全年|将|可|能|目标) | 预期(?=增长)
    """,
    re.VERBOSE,
)
"""What makes the figures behind it in its clause a target; of other things that a text names it tells nothing."""

DONE_SINCE = re.compile(r"实际|(?:目前|现|均|都|业)?已|[成现到破过]了")
SOUGHT_ON = re.compile(
    r"目标(?:任务)?(?:是|:|如下)|(?<![^,。;:\n ])下一步|力争[^,。;]{0,10}(?:[年月]|时间),"
    r"|(?<![^,。;:、\n 是])(?:力争|确保(?!了))[^,。;\d]{2,16}"
    r"[\d一二两三四五六七八九十百千万亿零.]+[^,。;]{0,6}(?=[,、])"
    r"|(?:下半年|[三四]季度|年底前|下一阶段),?(?:还|仍)?(?:将|要|计划|拟|力争|争取|确保|努力)|[,;]?力争(?=全年|今年)"
)
"""What makes the figures behind it in its sentence targets."""

AHEAD = re.compile(
    f"{ESTIMATE.pattern}|{TARGET.pattern}|{BY_YEAR.pattern}|{SOUGHT_ON.pattern}|(?x:{SOUGHT.pattern})",
)
OF_NATION = re.compile(
    r"(?:平均)?(?:水平)?(?:增长|下降|(?:仅?为|是)\d|[^,。;、居列位占高低第首领]{0,16}?"
    r"(?:增加值|生产总值|投资|产量|产值|收入|利润|销量|出口|进出口|率(?!先)|总额|规模|数量)[^,。;、居列位占高低第首领]{0,6}?(?:增长|下降|达|为|超|约|\d))"
)
TOGETHER = re.compile(r"[两三四](?:省份?|地|市)(?![级内])")
NAME_TAIL = re.compile(r"[、和与]")


LIST_MARKS = "-*+•·=@ \u3000"


def evidence(segment: Segment, start: int, end: int, rule: Rule) -> Evidence:
    """Return the evidence for `start`..`end`, cut from the document's own text, at most 120 characters long.

    The mark of a list (`- `, `* `) is none of it.
    """
    document = segment.document
    end = min(end, start + LONGEST_QUOTE, segment.end)
    quote = document.text[start:end]
    bare = quote.lstrip(LIST_MARKS)
    if bare and not bare[0].isdigit():  # what stands before a digit may be its sign
        start, quote = end - len(bare), bare
    return Evidence(document.key, start, end, quote, rule.name, rule.confidence)


def sentence_at(segment: Segment, position: int) -> Sentence | None:
    """Return the sentence that holds `position`."""
    index = bisect_left(segment.sentences, position, key=END)
    if index == len(segment.sentences):
        return None
    sentence = segment.sentences[index]
    return sentence if sentence.start <= position or sentence.end == position else None


def subjects_at(segment: Segment, start: int, lexicon: Lexicon) -> tuple[Region, ...]:
    """Return the regions that open the clause around `start`, or the reporting region alone.

    A list (`广州、深圳入选`) gives each. 全国 and the reporting region itself are no subjects of their own.
    """
    own: tuple[Region, ...] = (segment.region,) if segment.region is not None else ()
    sentence = sentence_at(segment, start) if segment.regions else None
    if sentence is None or not names_region(segment, sentence.start, sentence.end):
        return own
    subjects = own
    for clause, held in zip(sentence.clauses, held_regions(segment, sentence, lexicon), strict=True):
        if clause.start > start:
            break
        subjects = held or own
    return subjects


WITHIN = "在"
RANKED_THERE = re.compile(r"(?:地区|各省|省份|城市)?中?(?:排名?|位列|名列|位居|[居列])(?=[第前首榜])")
"""Behind 在 and a place: how the reporting region ranks there, 在西部地区「排」第1."""


def held_regions(segment: Segment, sentence: Sentence, lexicon: Lexicon) -> Iterator[tuple[Region, ...]]:
    """Yield the regions that each clause of a sentence opens with, or keeps of the clause before it."""
    plain = segment.document.plain
    held: tuple[Region, ...] = ()
    acts = fares = False
    for clause in sentence.clauses:
        opening, position = opening_regions(segment, clause.start, clause.end, lexicon)
        if opening:
            held = opening
            acts = TOGETHER.search(plain, clause.start, clause.end) is not None
            fares = ECONOMY_FARES.match(plain, position, clause.end) is not None
        elif held and not acts and not HELD.match(plain, clause.start, clause.end):
            held = held if fares and OF_ECONOMY.match(plain, clause.start, clause.end) else ()
        yield held


def opening_regions(segment: Segment, start: int, end: int, lexicon: Lexicon) -> tuple[tuple[Region, ...], int]:
    """Return the regions that open a clause, in order, and where it goes on; the reporting region may be one."""
    if not names_region(segment, start, end):
        return (), start
    plain = segment.document.plain
    position = start
    lead = LEAD_IN.match(plain, start, end)
    if lead:
        position = lead.end()
    found: list[Region] = []
    for mention in mentions_from(segment, position):
        if mention.start != position or mention.end > end or INSTITUTION.match(plain, mention.end, end):
            break
        if plain[position - 1] == WITHIN and RANKED_THERE.match(plain, mention.end, end):
            break
        if OF_TWO_PLACES.match(plain, mention.end, end) and names_region(segment, mention.end, mention.end + 1):
            break
        region = lexicon.regions[mention.concept]
        if region.level == "country" and not OF_NATION.match(plain, mention.end, end):
            break
        found.append(region)
        position = mention.end
        tail = NAME_TAIL.match(plain, position, end)
        if not tail:
            break
        position = tail.end()
    return tuple(found), position


def names_region(segment: Segment, start: int, end: int) -> bool:
    """Tell whether a region mention starts in `start`..`end`."""
    index = bisect_left(segment.regions, start, key=START)
    return index < len(segment.regions) and segment.regions[index].start < end


def mentions_from(segment: Segment, position: int) -> Iterator[Mention]:
    """Yield the segment's region mentions at or after `position`."""
    return islice(segment.regions, bisect_left(segment.regions, position, key=START), None)


def status_at(segment: Segment, position: int) -> Status:
    """Return the status of what stands at `position`: by the section, and by words before it in its sentence.

    In a review, 预计 and 有望 make the rest of the sentence an estimate; 力争, 锚定 or 到2030年 make the clause
    a target.
    """
    if segment.part == "plan":
        return "target"
    sentence = sentence_at(segment, position)
    if sentence is None:
        return "actual"
    start = sentence.start
    for clause in sentence.clauses:
        if clause.start > position:
            break
        start = clause.start
    return status_in(segment, sentence, start, position)


def looks_ahead(segment: Segment, sentence: Sentence) -> bool:
    """Tell whether a sentence has a word that makes what follows it an estimate or a target."""
    return AHEAD.search(segment.document.plain, sentence.start, sentence.end) is not None


def is_sought(segment: Segment, sentence: Sentence, start: int, position: int) -> bool:
    """Tell whether a figure at `position`, in the clause that opens at `start`, is called a goal."""
    plain = segment.document.plain
    goal = SOUGHT.search(plain, start, position) or SOUGHT_ON.search(plain, sentence.start, position)
    return goal is not None and not DONE_SINCE.search(plain, goal.end(), position)


def status_in(segment: Segment, sentence: Sentence, start: int, position: int) -> Status:
    """Return the status of what stands at `position` in the clause of a sentence that opens at `start`."""
    if segment.part == "plan":
        return "target"
    plain = segment.document.plain
    if TARGET.search(plain, start, position):
        return "target"
    by_year = BY_YEAR.search(plain, sentence.start, position)
    if by_year and (segment.year is None or int(by_year["year"]) > segment.year):
        return "target"
    return "estimate" if ESTIMATE.search(plain, sentence.start, position) else "actual"
