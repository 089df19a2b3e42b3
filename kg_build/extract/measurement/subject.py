"""Which indicator a figure belongs to: the noun before it, the noun after it, or the one carried so far.

`工业投资增长11.3%,居全国第5位` carries 工业投资 to the rank. `A和B分别增长6%和7%` deals its list out, which is
`deal`'s. Shares are `share`'s, nouns of counts `count`'s.
"""

from __future__ import annotations

import re

import msgspec

from kg_build.extract.measurement.attribute import OF_ITS_OWN, is_attribute, owner_of, share_tail, split_subjects
from kg_build.extract.measurement.carry import carried, complete
from kg_build.extract.measurement.count import count_indicators
from kg_build.extract.measurement.counted import BARE
from kg_build.extract.measurement.deal import dealt
from kg_build.extract.measurement.each import (
    EACH,
    MINIMUM,
    all_before,
    attribute_of_all,
    holds_for_each,
    listed_before,
    names_part,
)
from kg_build.extract.measurement.phrase import expand, phrase_before
from kg_build.extract.measurement.rows import LIST_JOINS
from kg_build.extract.measurement.sets import PAIR, set_of
from kg_build.extract.measurement.share import has_noun_behind, last_item, share_indicators
from kg_build.extract.measurement.slot import Found, Slot, Subject
from kg_build.extract.measurement.topic import is_generic, topic_of, with_topic
from kg_build.extract.word_list import alternatives
from kg_build.three_shares import SIGN_OF_THREE, sector_of

__all__ = ["MINIMUM", "find_indicators", "own_side"]

BASELINE = re.compile(r"(?:从|由)[^,。;、\d]{0,8}(?P<year>(?:19|20)\d\d年|上年的)?[^,。;、\d]{0,4}$")
ROW_REACHED = re.compile(
    r"[^。;]{1,40}?(?:提高|增加|下降|降|升|缩小|扩大|上升|减少|压缩|增|调整?|优化|演进|转变|变)(?:到|至|为)"
)

REACHED = re.compile(r"[^,。;]{0,10}?(?:到|至|为)")
RISE = re.compile(
    r"(?:精简|回落|收窄|缩小|下调|上调|缩减|压降|攀升|回升|跃升|提高|提升|上升|下降|扩大|扩展|拓展|调整?|优化|演进|增加|减少|增长|压缩|缩短|压减|升|降|增|减)(?=到|至|为)"
)

ADDS = re.compile(r"新增|净增")
ADDING = re.compile(alternatives("figure-adding-verbs"))
ADDED_END = re.compile(rf"(?:{alternatives('figure-adding-verbs')})$")
OF_ADDED = frozenset({"growth", "multiple", "rank", "gap"})
"""What is said of the amount added and not of the whole: 新增贷款100亿元、「增长5%」."""

PRONOUN = re.compile(
    r"(?:这一|该|上述|此项?)(?:比重|比例|占比|指标|数字|增速|增幅|水平)|位次|排名|(?:第?[\d一二两三四五六七八九十]+次)"
)

MOVED = re.compile(
    r"^(?:压减|降低|减少|压缩|压降|削减|缩减|提高|提升|减(?!排|灾|税|负|贫|速))(?=[一-鿿“]{2})|再?(?:压减|压缩|削减)(?=[一-鿿“]{2})"
)

RANKED_AMONG = re.compile(
    r"(?:继续|连续|一直)*(?:保持|位居|稳居|位列|名列|排名|跃居|均居|均列|[居列](?=[全各世国东西中沿同]|$))在?[^,。;、]{0,8}$"
)

AMONG = re.compile(
    r"(?:继续|连续|持续|一直|再次|首次|成功)*(?:跻身|进入|晋升|跃居|保持|稳居|位居|位列|名列|列)在?(?:全[国球省市]|世界|国际|国内|[东中西]部|同类|沿海)"
    r"(?:各|主要|同类|重点|特大|超大)*(?:城市|省[区份]?|省区市|地区|国家|港口|都市|县市?|机场|园区|开发区|高新区|经开区)$"
)
"""Among whom a rank holds, where nothing else is named before it: 「跻身全球城市」前五位."""

SEVERAL = ("多项", "多个", "若干", "一批", "一项", "数项", "几项", "两项", "三项", "个", "项")
"""How many first places there are: 创造「多项」全国第一 ranks nothing."""

OF_WHOLE = re.compile(r"占(?:全[国省市球]|世界)[^,。;]{0,4}比重$")
WITHOUT = re.compile(r"(?P<part>(?:剔除|扣除|不含|不考虑)[^,。;]{2,10}?(?:因素|影响|(?=后|$)))后?,?(?P<noun>[^,。;]*)$")
CLOSED = re.compile(r"[^\d,。;]{1,10}等[一-鿿]{3,12}(?:和|与|及|以及)")
DRIVES = re.compile(r"(?:累计|共|合计)*(?:拉动|带动)")
COUNTRIES, REGIONS = "国家", "地区"
"""What one count joins: 127个国家和地区."""


def own_side(right: str) -> str:
    """Cut what belongs to the next figure off the text between two figures.

    That is all from the last 、 that is no list of its own (`3处轴承、「丝绸等场地和」9公里`), or from a 和 that a
    noun follows, or from a verb of adding (新增) behind a noun.
    """
    head, mark, last = right.rpartition("、")
    if mark and not CLOSED.fullmatch(last):
        return head
    for join in ("以及", "和", "与"):
        head, mark, tail = right.rpartition(join)
        if mark and head.endswith(COUNTRIES) and tail.startswith(REGIONS):
            continue
        if mark and (not tail or len(phrase_before(tail)) >= MINIMUM):
            return head
    adds = ADDS.search(right, MINIMUM)
    return right[: adds.start()] if adds else right


BASIS = re.compile(r"(?:同|可比)口径")
"""On what other basis a second growth of one thing is told: 增长1%(「可比口径」增长8%)."""


def find_indicators(slot: Slot, subject: Subject) -> Found:
    """Return the indicators a figure belongs to; the subject takes over the last of them.

    A figure that something rose or fell from, whose verb comes behind it, is marked so in its name where no year of
    its own tells it apart: 专利申请量(增加前).
    """
    left = slot.left
    baseline = BASELINE.search(left) if "由" in left or "从" in left else None
    if baseline and (REACHED.match(slot.tail) or (slot.row > 1 and ROW_REACHED.match(slot.tail))):
        left = left[: baseline.start()]
        reading = msgspec.structs.replace(slot.reading, cut=0)
        slot = msgspec.structs.replace(slot, left=left, own=left, right="", reading=reading)
    else:
        baseline = None
    before = subject.indicator
    names, used = named_before(slot, subject)
    if not names:
        return Found()
    if subject.silent and slot.reading.kind == "level" and is_generic(names[-1]):
        names = under_topic(names, slot, subject)
    is_carried = bool(before) and names[-1].startswith(before)
    subject.indicator, subject.of_whole = names[-1], False
    if slot.reading.kind in OF_ADDED:
        if is_carried and subject.added and "总" not in slot.left:
            names = [name if subject.added in name else subject.added + name for name in names]
    else:
        adds = ADDING.search(slot.left) if slot.reading.kind == "change" and slot.reading.sign > 0 else None
        goes_on = slot.reading.kind == "change" and slot.reading.sign > 0 and (slot.index or subject.moves)
        subject.added = adds[0] if adds else subject.added if goes_on else ""
        subject.verbs[names[-1]] = subject.added
    if subject.next:
        subject.indicator, subject.next = subject.next, ""
    if slot.reading.kind not in {"rank", "gap"}:
        subject.kind = slot.reading.kind
    if baseline:
        rise = RISE.search(slot.tail)
        subject.suffix = "" if baseline["year"] else f"({rise[0] if rise else '变动'}前)"
    is_baseline = subject.suffix is not None
    if subject.suffix is not None:
        names = [name + subject.suffix for name in names]
        if not subject.waiting and slot.tail[:1] != SIGN_OF_THREE:
            subject.suffix = None
    return Found(names, used, is_baseline, is_carried)


def under_topic(names: list[str], slot: Slot, subject: Subject) -> list[str]:
    """Put the topic of the last clause without figures that names one before bare names."""
    topic = next(filter(None, (topic_of(slot.plain[one.start : one.end]) for one in reversed(subject.silent))), "")
    if not topic:
        return names
    bare = names[-1].removesuffix("数")
    if subject.next.startswith(bare):
        subject.next = with_topic(bare, topic) + subject.next[len(bare) :]
    return [with_topic(name, topic) for name in names]


def named_before(slot: Slot, subject: Subject) -> tuple[list[str], int]:
    """Return the indicators by the form of the clause, and how much of what follows the figure names them."""
    sector = sector_of(slot.figure, slot.plain)
    if sector:
        return [sector], 0
    names, used = dealt(slot, subject)
    if names:
        return names, used
    if slot.figure.form == "count" and slot.reading.kind != "rank":
        return count_indicators(slot, subject)
    reading = slot.reading
    if slot.own.strip() in LIST_JOINS and not (reading.kind == "share" and has_noun_behind(slot)):
        return carried(subject, reading.suffix), 0
    if reading.kind == "share":
        names, used = share_indicators(slot, subject)
        if names or used:
            return names, max(used, 0)
    return measured(last_item(phrase_before(slot.own), slot.index), slot, subject), 0


def share_before(phrase: str, subject: Subject) -> str:
    """Return the share of a thing that was told before, which has changed by so much; an empty string for none."""
    shares = (f"{phrase}比重", f"{phrase}占生产总值比重")
    return next((share for share in shares if share in {subject.indicator, *subject.recent}), "")


def measured(phrase: str, slot: Slot, subject: Subject) -> list[str]:
    """Return the indicators of a rate, a rank or a gap, by the noun phrase before it."""
    reading = slot.reading
    if phrase and reading.kind in OF_ADDED and slot.own.endswith(phrase):
        adds = ADDED_END.search(slot.own[: -len(phrase)])
        phrase = f"{adds[0]}{phrase}" if adds else phrase
    if phrase in BARE:
        return [subject.indicator.removesuffix("增速")] if subject.indicator else []
    drives = DRIVES.match(slot.own.strip()) if slot.figure.form == "point" else None
    if drives and subject.owner:
        return [f"{subject.owner}拉动{phrase_before(slot.own[drives.end() :])}增长"]
    if reading.kind == "rank":
        if phrase.endswith(SEVERAL):
            return []
        phrase = "" if AMONG.fullmatch(slot.own.strip("、, ")) else RANKED_AMONG.sub("", phrase)
    without = WITHOUT.match(phrase)
    if without:
        noun = phrase_before(without["noun"])
        names = [complete(noun, subject, reading)] if noun else carried(subject, reading.suffix, slot.own)
        return [f"{name}({without['part']})" for name in names]
    if not phrase or PRONOUN.fullmatch(phrase) or (reading.kind == "rank" and names_part(phrase, subject)):
        names = all_before(slot, subject) or carried(subject, reading.suffix, slot.own) or listed_before(slot)
        basis = BASIS.search(slot.left) if reading.kind == subject.kind == "growth" else None
        if basis:
            return [f"{name.removesuffix('增速')}({basis[0]})" for name in names]
        if reading.kind == "rank":
            names = [OF_WHOLE.sub("", name) for name in names]
        return [name.removesuffix("增速") for name in names] if reading.kind == "growth" else names
    if reading.kind == "growth" and not reading.cut:
        phrase = MOVED.sub("", phrase)
    if reading.kind == "change" and (share := share_before(phrase, subject)):
        return [share]
    pair = set_of(phrase, PAIR) if len(split_subjects(phrase)) == 1 and EACH.search(slot.left[-6:]) else []
    if pair:
        return pair
    each = attribute_of_all(phrase, slot, subject)
    if each:
        return each
    if slot.index == 0 and holds_for_each(phrase, slot):
        first, *others = (expand(part) for part in share_tail(split_subjects(phrase)))
        first = complete(first, subject, reading)
        owner = owner_of(first)
        return [first, *(owner + part if is_attribute(part) and part not in OF_ITS_OWN else part for part in others)]
    return [complete(phrase, subject, reading)]
