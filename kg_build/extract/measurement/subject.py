"""Which indicator a figure belongs to: the noun before it, the noun after it, or the one carried so far.

`工业投资增长11.3%,居全国第5位` carries 工业投资 to the rank. `A和B分别增长6%和7%` deals its list out;
`其中近1/4属全国首创` measures a part of what went before. Nouns of counts are `count`'s.
"""

from __future__ import annotations

import re

import msgspec

from kg_build.extract.measurement.attribute import is_attribute, share_tail, split_subjects
from kg_build.extract.measurement.carry import carried, complete
from kg_build.extract.measurement.count import BARE, count_indicators, counted
from kg_build.extract.measurement.phrase import expand, phrase_after, phrase_before
from kg_build.extract.measurement.slot import Found, Slot, Subject
from kg_build.extract.measurement.topic import is_generic, topic_of, with_topic

__all__ = ["LIST_JOINS", "MINIMUM", "find_indicators", "own_side"]

LIST_JOINS = frozenset({"、", "和", "与", "及", "以及"})
RESPECTIVELY = re.compile(r"分别|依次")
EACH = re.compile(r"均|都|保持|双双|同时")
BASELINE = re.compile(r"(?:从|由)[^,。;、\d]{0,8}(?:20\d\d年)?[^,。;、\d]{0,4}$")
REACHED = re.compile(r"[^,。;]{0,10}?(?:到|至|为)")
RISE = re.compile(
    r"(?:精简|回落|收窄|缩小|下调|上调|缩减|压降|攀升|回升|跃升|提高|提升|上升|下降|扩大|扩展|拓展|调整|增加|减少|增长|压缩|缩短|压减|升|降|增|减)(?=到|至|为)"
)
COUNT = re.compile(r"(?:超过?|近|约)?\d[\d.,]*[万亿]?[余多]?(?:个|家|项|条|座|户)")
FIGURE = re.compile(r"\d[\d.,]*")
SHARE_OF = re.compile(
    r"(?:在(?P<of>全国|全省|全市|全球|世界))?占(?!比)[到了]?(?P<whole>全国|全省|全市|全球|全区|世界|同期|全社会|总|地区生产总值|GDP)?(?P<rest>[^,。;、]{0,12}?)"
    r"(?:的)?(?:比重|比例)?(?:达到?|为|超过?|稳定在|保持在|提高到|提升到|均|已)*$"
)
ROW = re.compile(
    r"(?:、\d[\d.]*[万亿]?[余多]?[%一-鿿]{1,2})*[和、]\d[\d.]*[万亿]?[余多]?(?P<unit>%|[家个项户条座名台辆])(?![一-鿿])"
)
ROW_MARKS = ("、", "和")
EVERY = re.compile(r"每\d+[^\d](?P<noun>[^,。;\d]+?)中?就?有")
SCOPE = re.compile(r"全国|全球|世界|全省|全市")
BEHIND = re.compile(
    r"(?!由|用于|投[向入]|来自|是|属|为|在|以|通过|实现|达|完成|归|与|和|同|可|均|都|已|集中|分布|高|低|增|下|上|左|的|[^一-鿿])"
)
OF_WHOLE = re.compile(r"(?<=[一-鿿])的$")
GIVEN = re.compile(r"^.*?(?:创造|贡献|提供|承载)了?")
GIVES = re.compile(r"(?:贡献|创造|提供|承载|集聚|占|占全[省市国区])了?$")
CLASSED = re.compile(r"[一-鿿]{1,4}?(?P<class>[型级类])(?P<noun>[一-鿿].*)$")
ADDS = re.compile(r"新增|净增")
PRONOUN = re.compile(
    r"(?:这一|该|上述|此项?)(?:比重|比例|占比|指标|数字|增速|增幅|水平)|位次|排名|(?:第?[\d一二两三四五六七八九十]+次)"
)
DRIVES = re.compile(r"(?:累计|共|合计)*(?:拉动|带动)")
BOTH = "城乡"
MINIMUM = 2


def own_side(right: str) -> str:
    """Cut what belongs to the next figure off the text between two figures.

    That is all from the last 、, or from a 和 that a noun follows, or from a verb of adding (新增) behind a noun.
    """
    head, mark, _ = right.rpartition("、")
    if mark:
        return head
    for join in ("以及", "和", "与"):
        head, mark, tail = right.rpartition(join)
        if mark and (not tail or len(phrase_before(tail)) >= MINIMUM):
            return head
    adds = ADDS.search(right, MINIMUM)
    return right[: adds.start()] if adds else right


def find_indicators(slot: Slot, subject: Subject) -> Found:
    """Return the indicators a figure belongs to; the subject takes over the last of them.

    A figure that something rose or fell from, whose verb comes behind it, is marked so in its name:
    专利申请量(增加前).
    """
    left = slot.left
    baseline = BASELINE.search(left) if "由" in left or "从" in left else None
    if baseline and REACHED.match(slot.tail):
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
    subject.indicator = names[-1]
    if subject.next:
        subject.indicator, subject.next = subject.next, ""
    if slot.reading.kind not in {"rank", "gap"}:
        subject.kind = slot.reading.kind
    if baseline:
        rise = RISE.search(slot.tail)
        names = [f"{name}({rise[0] if rise else '变动'}前)" for name in names]
    return Found(names, used, baseline is not None, bool(before) and names[-1].startswith(before))


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
    """Return the indicators by the form of the clause."""
    figure, reading, left = slot.figure, slot.reading, slot.left
    listed = "分别" in left or "依次" in left or (slot.plain.startswith(ROW_MARKS, figure.end) and is_row(slot))
    if listed and not subject.waiting:
        subject.waiting = dealt_out(slot) or recent_subjects(slot, subject)
    if subject.waiting:
        return [expand(subject.waiting.pop(0))], 0
    if figure.form == "count":
        return count_indicators(slot, subject)
    own = slot.own
    if own.strip() in LIST_JOINS and not (reading.kind == "share" and slot.right.startswith("的")):
        return carried(subject, reading.suffix), 0
    if reading.kind == "share":
        names, used = share_indicators(slot, subject)
        if names or used:
            return names, max(used, 0)
    phrase = last_item(phrase_before(own), slot.index)
    if phrase in BARE:
        return [subject.indicator.removesuffix("增速")] if subject.indicator else [], 0
    drives = DRIVES.match(own.strip()) if figure.form == "point" else None
    if drives and subject.owner:
        return [f"{subject.owner}拉动{phrase_before(own[drives.end() :])}增长"], 0
    if not phrase or PRONOUN.fullmatch(phrase):
        return carried(subject, reading.suffix, own), 0
    if slot.index == 0 and EACH.search(slot.left[-6:]):
        parts = split_subjects(phrase)
        if "、" in phrase or all(is_attribute(part) for part in parts):
            return [complete(expand(part), subject, reading) for part in share_tail(parts)], 0
    return [complete(phrase, subject, reading)], 0


def is_row(slot: Slot) -> bool:
    """Tell whether as many rates follow as subjects stand before: `甲、乙增长4%和5%`."""
    row = ROW.match(slot.plain, slot.figure.end, slot.end)
    if row is None or row["unit"] != slot.figure.unit:
        return False
    return len(split_subjects(phrase_before(slot.own))) == 1 + len(FIGURE.findall(row[0]))


def dealt_out(slot: Slot) -> list[str]:
    """Return the subjects of a 分别, whole and in order; none where their number is not that of the figures.

    A share of something keeps what it is a share of: `甲、乙占工业比重分别达5%和6%`.
    """
    whole = COUNT.sub("", slot.head[: len(slot.head) - slot.reading.cut]) if slot.index else slot.own
    share = SHARE_OF.search(RESPECTIVELY.sub("", whole)) if slot.reading.kind == "share" else None
    suffix = ""
    if share:
        suffix = share_suffix(share)
        whole = whole[: share.start()]
    phrase = phrase_before(RESPECTIVELY.split(whole)[0]) or phrase_before(slot.before)
    parts = split_subjects(phrase)
    if slot.figure.form == "count" and len(parts) > 1 + len(FIGURE.findall(slot.tail)):
        parts = [part for part in phrase.split("、") if part]
    if is_attribute(phrase) and "," not in slot.before:
        parts = [part + phrase for part in split_subjects(phrase_before(slot.before))]
    if len(parts) == 1 and phrase.startswith(BOTH) and len(FIGURE.findall(slot.tail)) == 1:
        parts = [phrase.replace(BOTH, "城镇", 1), phrase.replace(BOTH, "农村", 1)]
    if len(parts) < MINIMUM or (slot.figure.form == "count" and len(parts) != 1 + len(FIGURE.findall(slot.tail))):
        return []
    if slot.figure.form == "count":
        suffix = phrase_before(whole.partition("分别")[2])
        return [counted(part + suffix, slot.figure) for part in share_tail(share_head(parts))]
    return [part + suffix for part in share_tail(parts)]


def share_head(parts: list[str]) -> list[str]:
    """Give each member of a list of classes the noun of the last: 领军型, 成长型数商 become 领军型数商, 成长型数商."""
    last = CLASSED.match(parts[-1])
    if last is None:
        return parts
    return [part + last["noun"] if part.endswith(last["class"]) else part for part in parts]


def recent_subjects(slot: Slot, subject: Subject) -> list[str]:
    """Return the indicators of the clause before, for a 分别 with no subject of its own and as many figures."""
    figures = 1 + len(FIGURE.findall(slot.tail))
    if phrase_before(RESPECTIVELY.split(slot.own)[0]) or len(subject.recent) != figures:
        return []
    if slot.figure.form == "count" and slot.figure.unit != subject.unit:
        return []
    return list(subject.recent)


def share_indicators(slot: Slot, subject: Subject) -> tuple[list[str], int]:
    """Return the indicator of a share: `产量占全国四成`, or `其中近1/4属首创` of what went before."""
    whole = SHARE_OF.search(slot.own)
    if whole:
        part = last_item(phrase_before(slot.own[: whole.start()]), slot.index)
        part = complete(part, subject, slot.reading) if part else subject.indicator
        return ([expand(part + share_suffix(whole))] if part else []), 1 if not part else 0
    every = EVERY.match(slot.figure.raw)
    if every:
        scope = SCOPE.search(slot.plain, max(0, slot.figure.start - len("全国的")), slot.figure.start)
        return [f"{every['noun']}产量占{scope[0] if scope else ''}比重"], 0
    of = OF_WHOLE.search(slot.own)
    if of:
        part = GIVEN.sub("", phrase_before(slot.own[: of.start()]))
        return [f"{one}占比" for one in split_subjects(part)], 0
    if slot.right.startswith("的") and (GIVES.search(slot.own) or not phrase_before(slot.own)):
        noun, used = phrase_after(slot.right[1:])
        return [f"{part}占比" for part in split_subjects(noun)], used + 1
    noun, used = phrase_after(slot.right) if BEHIND.match(slot.right) else ("", 0)
    if noun and not is_attribute(noun):
        return [f"{phrase_before(slot.own)}{noun}占比"], used
    if slot.figure.form == "part" and slot.right and not phrase_before(slot.own):
        rest = phrase_after(slot.right)[0].lstrip("属为是的")
        return ([f"{subject.indicator.removesuffix('数')}中{rest}占比"] if subject.indicator else []), 0
    return [], 0


def share_suffix(share: re.Match[str]) -> str:
    """Return the words that make an indicator a share: 占全国比重, or 占比 where no whole is named."""
    of = (share["of"] or "") + (share["whole"] or "") + share["rest"]
    return f"占{of}比重" if of else "占比"


def last_item(phrase: str, index: int) -> str:
    """Keep only what follows the last list mark where an earlier figure of the clause took the rest."""
    return phrase.rpartition("、")[2] if index else phrase
