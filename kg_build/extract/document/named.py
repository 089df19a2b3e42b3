"""Which words are the title of one text: `轴承产业促进条例` is, `相关规划`, `12项工作方案` and `听取意见` are not.

A title without marks ends with a noun of `data/words/document-nouns.tsv`, where it is issued also of
`document-issued-nouns.tsv` (标准, 负面清单), or with the number of its articles (`支持轴承产业20条措施`). Whether its
words say enough is `specific`'s.
"""

from __future__ import annotations

import re

import msgspec

from kg_build.extract.document.specific import (
    COMPOUND,
    NUMBERED_GROUP,
    PLAN,
    Place,
    Title,
    fits,
    is_general,
    is_generic,
    is_subject,
    says_enough,
)
from kg_build.extract.initiative.name_phrase import BOUNDARY, skip_opening, verb_and_start
from kg_build.extract.phrase import phrase_start, strip_leads
from kg_build.model import Span

__all__ = ["ARTICLES", "COUNT", "SEPARATOR", "TOPIC", "marked_title", "numbered", "unmarked_title"]

TITLE_NOUN = re.compile(
    r".(?:条例|办法|方案|意见|规划|纲要|细则|规定|规则|导则|指引|指南|措施|计划|要点|路线图|白皮书|通知|决定|决议|要求|标准|目录|清单|"
    r"政策|举措|规范|章程|准则|协议|协定|宣言|倡议|总规|建议|框架|[\d一二三四五六七八九十]条|法)(?:\([^()]*\))?$"
)
ARTICLES = re.compile(
    r"[\d一二三四五六七八九十]条(?:措施|意见|办法|政策)?$|.{4}(?:方案|条例|办法|意见|规划|纲要|若干措施|年行动计划)$"
)
BARE_ARTICLES = re.compile(r"(?:双?[\d一二三四五六七八九十]+条)")
NUMBER = re.compile(r"(?<![\d.第])(?:\d{1,3}|[一二三四五六七八九十]{1,4})$")
NUMBERED = re.compile(
    r"""
    条
    (?P<noun>
      (?: 核心 | 重点 | 具体 | 政策 | 支持 | 改革 | 创新 | 便利化? | 便民 | 惠企 | 特别 | 专项 | 增量 | 一揽子 | 配套
        | 行动 | 惠民 | 激励 | 硬 | 新 )*
      (?: 措施 | 举措 | 意见 | 办法 | 政策 ) )?
    (?= $ | [,。;、和及与等(\[［”]
      | (?: 基本 | 全面 | 加快 | 顺利 | 正式 | 精准 | 启动 )* (?: 落地 | 落实 | 实施 | 出台 | 发布 ) )
    """,
    re.VERBOSE,
)
"""Articles whose number follows a title: 20条, 16条改革举措."""
COUNT = re.compile(
    r"(?:[\d.]+|[一二两三四五六七八九十]+)(?:余|多)?(?:个|项|部|件|份|条|类)|一批|一系列|系列|相关|有关|配套|多项|首批|若干"
)
COUNTED_NOUN = re.compile(
    r"(?:\d|[一二两三四五六七八九十百余多])(?:项|件|部|份|个|条)$|各项$|各$|系列$|相关$|有关$|加强$|强化$|完善$|优化$"
)
FIRST = re.compile(r"(?:全国|全省|全球|国内|省内|我国|我省)?(?:首[部个份例项]|第一[部个份])的?")
"""What a title is said to be the first of, which is no part of it: 全国首部."""
FIRST_ONLY = "为"
"""The verb of what is only said to be the first, which counts behind title marks."""
ORDINAL = re.compile(r"第十[一二三四五六]?个$")
SEPARATOR = re.compile(r"[、和与及并的是]|以及|等|完善|新?修[订改]的|新(?:制定|出台|颁布)?的")
LEADING = re.compile(r".*精神[和及]|.*的(?=“[^”]*”规划$)|[^、]*?(?:批复|批准)(?:实施)?的(?=.{4})")
CONTINUED = re.compile(
    r"[五\d]?年?实施(?:进展|情况|评估|中期|以来|[一二三四五两]年|的|期|机制|阶段|第|监督|体检|取得)|领域"
    r"|的(?:第|开局|关键|收官|目标|任务|重要|主要|实施|起步)|收官|开局|承上|承前"
    r"|和(?:20|二[〇○零]).{2}年远景|目标|建议|期间|时期|引导|建设|发展(?!规划|计划|纲要|意见|方案)"
)
TORN = re.compile(r"[■《》。;\n]|“(?!□)|(?<!□)”")
"""What no title without marks holds: another title, or one of two marks."""
JOINING = re.compile(r"(?:(?<!普)(?<!涉)及|(?<!参)与|(?<!饱)(?<!缓)和)$")
EARLIER_TITLE = re.compile(r".*(?:条例|办法|细则|意见|规定|方案|纲要|规划(?=、|以及))(?:、|以及|和)")
"""The end of another title inside one without marks, which so begins behind it."""
TOPIC = re.compile(
    r"听取|汇报|代表|委员(?!会)|群众(?:的?(?:意见|诉求|反映))|审议|整改|反馈|征求|督察|八项规定|^各级|^各类"
)
SUBJECT_VERBS = frozenset({"出台", "印发", "发布", "颁布", "公布", "获批", "批复", "批准", "通过", "审议通过", "上报"})
SERVICE = "服务"
"""A verb that opens clauses, and the beginning of 服务业."""
SHORTEST_FIELD = 2
LONGEST = 60
SHORTEST_MEMBER = 6
SHORTEST_TITLE = 7


def marked_title(plain: str, title: Title, begin: int) -> Title | None:
    """Return a title in marks that something is done with; a bare “30条” takes the words before it."""
    content = plain[title.start + 1 : title.end].rstrip("》”")
    if not (title.verbs or title.after) or "。" in content or "\n" in content:
        return None
    if BARE_ARTICLES.fullmatch(content):
        begin += len(plain[begin : title.start]) - len(plain[begin : title.start].lstrip("、和与及"))
        start = begin if title.verbs and title.start - begin >= SHORTEST_FIELD else title.start
        return msgspec.structs.replace(title, start=start) if start < title.start else None
    if plain[title.start] == "《" and is_generic(content):
        start = begin if title.verbs else phrase_start(plain, begin, title.start)
        subject = plain[strip_leads(plain, start, title.start) : title.start]
        return msgspec.structs.replace(title, start=title.start - len(subject)) if is_subject(subject) else None
    return title if plain[title.start] == "“" or TITLE_NOUN.search(content) else None


def numbered(masked: str, position: int, start: int, end: int) -> Place | None:
    """Return the number of articles with the 条 at `position` in a clause `start`..`end`, where it can end a title."""
    number = NUMBER.search(masked[max(start, position - SHORTEST_TITLE) : position])
    behind = NUMBERED.match(masked, position, end)
    if number is None or behind is None:
        return None
    return Place(position - len(number[0]), behind.end(), marked=False, group=NUMBERED_GROUP)


def unmarked_title(masked: str, clause: Span, title: Title, place: Place) -> Title | None:
    """Return the title without marks that ends with the noun at `place`, or None where its words name no one text."""
    verb, start = title.verb, title.start
    if not title.verbs:
        if title.after in {"", FIRST_ONLY} or (title.after == "落地" and place.group != PLAN):
            return None
        verb, start = subject_start(masked, max(clause.start, start), place.start, title.after)
    listed = False
    while separator := SEPARATOR.match(masked, start, place.start):
        if separator[0] == "等":
            return None
        listed = listed or not separator[0].endswith("的")
        start = separator.end()
    leading = LEADING.match(masked[start : place.end])
    if leading:
        start += leading.end()
    earlier = EARLIER_TITLE.match(masked, start, place.start)
    if earlier and earlier.end() < place.start:
        start = earlier.end()
    if first := FIRST.match(masked, start, place.start):
        start = first.end()
    counted = COUNT.match(masked, start, place.start)
    if counted:
        start = counted.end()
    start += masked.startswith("《", start)
    modifier, noun = masked[start : place.start], masked[place.start : place.end]
    if not modifier or len(modifier) > LONGEST or TORN.search(modifier) or TOPIC.search(modifier):
        return None
    if modifier.endswith("、") or (len(noun) < COMPOUND and JOINING.search(modifier)):
        return None
    member = listed and not counted and not leading and len(modifier + noun) >= SHORTEST_MEMBER
    if is_general(modifier, noun) or not (member or says_enough(modifier, noun, place.group)):
        return None
    if (COUNTED_NOUN.search(modifier) and not ORDINAL.search(modifier)) or CONTINUED.match(
        masked, place.end, clause.end
    ):
        return None
    if not fits(masked, title, modifier, place, clause.end):
        return None
    return msgspec.structs.replace(title, verb=verb, start=start)


def subject_start(masked: str, floor: int, head: int, after: str) -> tuple[int, int]:
    """Return where the verb and where the title start of which the verb behind it tells something.

    What is issued (`金融支持轴承产业深化改革意见出台`) is a subject, whose verbs are its own but for those that open
    it; what is drafted may be an object (`组织开展轴承规划编制`).
    """
    while (separator := SEPARATOR.match(masked, floor, head)) and separator[0] != "等":
        floor = separator.end()
    if after not in SUBJECT_VERBS:
        verb, start = verb_and_start(masked, floor, head)
    else:
        verb = start = floor
        while (boundary := BOUNDARY.match(masked, start, head)) is not None:
            start = boundary.end()
        start = skip_opening(masked, start, head)
    return verb, start - len(SERVICE) * (masked.startswith(SERVICE + "业", start - len(SERVICE)) and start > floor)
