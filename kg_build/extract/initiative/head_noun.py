"""Names that a head noun ends, outside of quotes: `实施江州轴承产业振兴行动`, `江州轴承研究院正式挂牌`.

Finding the nouns is one pass of an automaton over the masked text; what each class of noun needs is in `name_class`.
A noun that a longer name goes on from (`轴承工程研究中心`), or that the title of a document contains, is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import msgspec

from kg_build.extract.initiative.code import is_code
from kg_build.extract.initiative.generic import REFORMED, is_generic, working_words
from kg_build.extract.initiative.list_member import COUNTABLE, WORKS, after_list
from kg_build.extract.initiative.name_class import GRANT, JUDGES, PLAIN_MECHANISM
from kg_build.extract.initiative.name_context import FOUNDED, PREDICATE, Context
from kg_build.extract.initiative.name_phrase import BOUNDARY, NamePhrase, clean_name, skip_opening, verb_and_start
from kg_build.extract.initiative.public_work import PHASE, tail_end
from kg_build.extract.word_list import Token, read_words
from kg_build.model import Span

__all__ = ["headed_name"]

COUNTED = re.compile(r"[一二两三四五六七八九十\d]+大")
COUNTED_FIELD = re.compile(
    r"(?:[一二两三四五六七八九十]+大(?!重[点大])[^重]{2,4}|[^重主]{4,8}[一二两三四五六七八九十]+大)"
)
YEARS = re.compile(r".{4,}[三五]年")
COUNT = re.compile(
    r"(?:[\d.]+万?(?:余|多)?|[一二两三四五六七八九十百几数]+)(?:个|项|家|条|批|件|只|期|支|座|处|宗|大?类|场|次|所|轮|台|套)"
)
BATCH = re.compile(r"一批|若干|一系列")
SUM = re.compile(r"[\d.]+[万亿]*元(?:规模)?的?")
"""What a fund holds, before its name: 设立50亿元「轴承产业基金」."""
ORDINAL = re.compile(
    r"(?:全国|全球|全省|全市|国内|省内|西部|世界|中部|东部)?"
    r"(?:首个|首家|首座|首条|首只|首支|首趟|首列|首班|首期|唯一一?个?|第[一二三四五六七八九十]+[个家])"
)
ITEMS = re.compile(r"(?:\d+|[一二三四五六七八九十]+)项(?!.*项)")
NEGATED = re.compile(r"取消|废止|缩减|压减|严禁|杜绝")
COUNTING = frozenset("0123456789一二两三四五六七八九十百几数全国省西世中东首唯第")
BUILDS = re.compile(r"建|推进|推动|加快|启动|开工|抓好|支持")
BRAND = re.compile(r"“(?P<content>□+)”")
SUMMED_SET = re.compile(r"[一二两三四五六七八九十\d]+大[^、和与及大“”]{0,4}$")
PARTED = re.compile(r"[、,和与及的等超达]|(?<![.\d])\d(?![.\d])|(?<!\.)\d\d|[百千多余数几]项")
CARRIED_OUT = re.compile(r"实施|开展|启动|^[一二三四五六七八九十]+是$")
RANK = re.compile(r"重[大点]|各|一批|系列|标志|专项|国家|全省|全市|相关|有关|实事|\d|[一二两三四五六七八九十]")
ACTIONS = frozenset({"行动", "行动计划", "攻坚行动", "专项行动", "工程"})
SHORT_FIELD = 4
ARTICLES = re.compile(r"[\d一二三四五六七八九十]条$")
"""A text that goes by the number of its articles, which is a document: “稳外贸12条”."""
VERSION = re.compile(r"\d?\.?\d?版?|“□+”")
CLAUSE = re.compile(r"^是|(?<![存所潜现])在(?![线建岗职校地研孵外])|上升为|^向.")
"""A modifier that holds a clause of its own: 长安链在国家[战略]."""
IS = re.compile(r"(?<!行)为$|^[一二三四五六七八九十]+是$")
NTH_BATCH = re.compile(r"第[一二三四五六七八九十]批|首批")
AMOUNT = re.compile(r"\d(?:[万亿千](?!吨级|千伏|伏)|个|家|项|条|亩|公里)")
TOPIC = re.compile(r"(?:围绕|针对)(?:[^,。;]*等)?(?P<topic>[^,。;、的等]{2,12})$")
NEEDED = {"reform": REFORMED, "policy": GRANT, "measures": re.compile(r"[\d一二三四五六七八九十]$")}
FORMS = {
    "work": "facility",
    "site": "facility",
    "line": "facility",
    "section": "facility",
    "area": "facility",
    "phase": "facility",
    "port": "facility",
    "route": "facility",
    "company": "institution",
    "census": "programme",
    "games": "event",
    "meeting": "event",
    "founded": "institution",
    "package": "policy",
    "grant": "policy",
    "measures": "counted",
}
EITHER_WAY = frozenset({"programme", "campaign"})
WITH_TOPIC = frozenset({"programme", "mechanism"})
NEVER_COVERS = frozenset({"section", "phase", "company", "port", "route", "census"})
PHASED = frozenset({"institution", "founded"})
JOINTS, JOINTLY = "、和与及", "共建"
FARTHEST = 24
SHORTEST_MODIFIER = 2
SHORT_TOPIC = 6
FAR_PREDICATE = 60
SHORT_SUM = 4


def headed_name(
    masked: str, plain: str, clause: Span, tokens: Sequence[Token], index: int, places: Mapping[int, int]
) -> NamePhrase | None:
    """Return the name that a token heads, or None where the noun names nothing of its own.

    `places` are the offsets where the name of a region starts, with those where it ends.
    """
    token = tokens[index]
    judge = JUDGES.get(token.group)
    if judge is None or is_hopeless(masked, token, clause.start) or is_covered(masked, tokens, index, clause.end):
        return None
    verb, opening = verb_and_start(masked, clause.start, token.start)
    opening = after_list_and_partner(masked, opening, tokens, index, places)
    ordinal = counted = None
    if masked[opening] in COUNTING:
        ordinal = ORDINAL.match(masked, opening, token.start)
        counted = COUNT.match(masked, opening, token.start)
    skipped = ordinal or counted or (SUM.match(masked, opening, token.start) if masked[opening].isdigit() else None)
    start = skipped.end() if skipped else opening
    summed = SUMMED_SET.search(masked, start, token.start) if masked[opening - 1] == "、" else None
    if summed:
        start = summed.start()
    phrase = masked[start : token.start]
    modifier = clean_name(phrase)
    if (
        (len(modifier) < SHORTEST_MODIFIER and token.group != "line")
        or NEGATED.match(masked, verb)
        or "、" in (phrase[0], phrase[-1])
        or "■" in phrase
        or CLAUSE.search(modifier)
        or AMOUNT.search(modifier)
        or IS.search(modifier)
        or (token.group in PHASED and NTH_BATCH.search(modifier))
        or (masked[start - 1] == "等" and sums_up(token, modifier))
    ):
        return None
    brand = BRAND.search(masked, start, token.start) if "”" in phrase else None
    content = plain[brand.start("content") : brand.end("content")] if brand else ""
    texts = ARTICLES.search(content) is not None
    if texts or (content and content in read_words("slogans") and token.group not in EITHER_WAY):
        if texts or is_code(content):
            return None
        brand, content = None, ""
    form = "code" if is_code(content) else "branded" if brand else FORMS.get(token.group, token.group)
    items = ITEMS.search(masked, start, token.end) if token.group == "measures" else None
    text = plain[start : items.start()] + plain[token.start + 1 : token.end] if items else plain[start : token.end]
    name = NamePhrase(verb, start, token.end, clean_name(text), form, brand=content)
    if form == "code":
        name = msgspec.structs.replace(name, code=content.replace(" ", ""))
    governor = masked[max(clause.start, verb - 4) : opening]
    if brand is None and token.group != "line" and is_generic(modifier):
        if token.group in EITHER_WAY and is_set(modifier):
            return msgspec.structs.replace(name, form="counted")
        in_field = counted is None and is_field(masked[token.start : token.end], governor, modifier)
        if token.group not in EITHER_WAY or not (in_field or YEARS.fullmatch(modifier)):
            return None
    if brand is None and len(modifier) <= SHORT_TOPIC and token.group in WITH_TOPIC:
        topic = TOPIC.search(masked, clause.start, verb)
        if topic:
            modifier = topic["topic"] + modifier
            name = msgspec.structs.replace(name, verb=topic.start(), name=topic["topic"] + name.name)
    name_end = closing(masked, token, clause.end)
    context = Context(
        governor=governor,
        modifier=modifier,
        head=masked[token.start : token.end],
        after=masked[name_end : min(name_end + 12, clause.end)],
        rest=masked[name_end : min(name_end + FAR_PREDICATE, clause.end)],
        branded=brand is not None,
        brand_next=brand is not None and brand.end() == token.start,
        definite=ordinal is not None or start in places,
        counted=ordinal is None and (counted is not None or is_counted(masked, verb, opening, token)),
        listed=masked[opening - 1] == "、" or masked[token.end : token.end + 1] in {"、", "等"},
    )
    if not judge(context):
        return None
    tail = plain[token.end : name_end].strip("()")
    return msgspec.structs.replace(name, end=name_end, name=name.name + tail) if tail else name


def after_list_and_partner(
    masked: str, opening: int, tokens: Sequence[Token], index: int, places: Mapping[int, int]
) -> int:
    """Return where the last member of a list starts, behind a partner that builds it too: 江州、「云溪共建」走廊."""
    member = after_list(masked, opening, tokens, index)
    if member > opening:
        opening = skip_opening(masked, member, tokens[index].start)
    jointly = places.get(opening, len(masked))
    is_listed = masked[opening - 1] in JOINTS and masked.startswith(JOINTLY, jointly)
    return jointly + len(JOINTLY) if is_listed else opening


def closing(masked: str, token: Token, ceiling: int) -> int:
    """Return where the name that a token heads ends: behind the part or the phase that is named after its noun."""
    if token.group in WORKS:
        return tail_end(masked, token.end, ceiling)
    phase = PHASE.match(masked, token.end, ceiling) if token.group in PHASED else None
    return phase.end() if phase else token.end


def is_set(modifier: str) -> bool:
    """Tell whether the words before a noun count a set: 八大[行动], 城市管理七大[工程]."""
    return (COUNTED.fullmatch(modifier) or COUNTED_FIELD.fullmatch(modifier)) is not None


def is_field(noun: str, governor: str, modifier: str) -> bool:
    """Tell whether an action that is named by its field alone is carried out: 实施技术创新行动计划, not 重大行动."""
    carried_out = noun in ACTIONS and CARRIED_OUT.search(governor) is not None
    return carried_out and len(modifier) >= SHORT_FIELD and not RANK.search(modifier)


def sums_up(token: Token, modifier: str) -> bool:
    """Tell whether a programme behind 等 only says what the list before it is of: 二期码头、防波堤等港航工程."""
    return token.group == "programme" and len(modifier) <= SHORT_SUM and not SUMMED_SET.match(modifier)


def is_counted(masked: str, verb: int, opening: int, token: Token) -> bool:
    """Tell whether the list that a name stands in is counted: 一批, or of works that are seldom one 新建3座."""
    if BATCH.search(masked, verb, opening):
        return True
    return token.group in COUNTABLE and COUNT.search(masked, verb, token.start) is not None


def is_hopeless(masked: str, token: Token, floor: int) -> bool:
    """Tell cheaply that the words before a noun cannot make a name: no brand, nothing that its class needs."""
    before = masked[max(floor, token.start - FARTHEST) : token.start]
    if not before:
        return True
    if "”" in before:
        return False
    if token.group == "mechanism":
        return PLAIN_MECHANISM.search(before) is not None and working_words().search(before) is None
    if token.group == "founded":
        return not (FOUNDED.search(before) or BUILDS.search(before) or PREDICATE.match(masked, token.end))
    needed = NEEDED.get(token.group)
    return needed is not None and needed.search(before) is None


def is_covered(masked: str, tokens: Sequence[Token], index: int, ceiling: int) -> bool:
    """Tell whether the noun is a modifier in a longer name or title that ends with a later noun."""
    noun = tokens[index]
    end = noun.end
    for token in tokens[index + 1 : index + 3]:
        if token.start >= ceiling or token.start - end > FARTHEST or token.group == "project":
            return False
        gap = masked[end : token.start]
        if PARTED.search(gap) or BOUNDARY.search(gap):
            return False
        if masked[noun.start - 1] == "”" and not VERSION.fullmatch(gap):
            return False
        if token.group in NEVER_COVERS:
            continue
        if token.group != "none":
            return True
    return False
