"""Subjects dealt out to the figures of a list: `A和B分别增长6%和7%`, `甲、乙增长4%和5%`.

One figure behind 分别 is each one's: `省、市财政分别给予1个百分点贴息`.
"""

from __future__ import annotations

import re

from kg_build.extract.measurement.attribute import SIDES, is_attribute, owner_of, share_tail, split_subjects
from kg_build.extract.measurement.carry import SHARES
from kg_build.extract.measurement.counted import BARE, counted
from kg_build.extract.measurement.phrase import expand, phrase_before
from kg_build.extract.measurement.phrase_behind import phrase_after
from kg_build.extract.measurement.sets import set_in_list, set_of
from kg_build.extract.measurement.share import SHARE_OF, share_suffix
from kg_build.extract.measurement.slot import Slot, Subject

__all__ = ["dealt"]

RESPECTIVELY = re.compile(r"分别|依次")
COUNT = re.compile(r"(?:超过?|近|约)?\d[\d.,]*[万亿]?[余多]?(?:个|家|项|条|座|户)")
FIGURE = re.compile(r"\d[\d.,]*|第[一二三四五六七八九十]|首位")
CLASSED = re.compile(r"[一-鿿]{1,4}?(?P<class>[型级类])(?P<noun>[一-鿿].*)$")
SHARED_NOUN = re.compile(r"(?:上市|龙头|骨干|规模以上|示范)?(?:企业|公司|项目|基地|园区|平台|工厂|车间)$")
THING = re.compile(r"(?:[企业公司项目基地园区台站院所校厂间店馆室村镇县市心家户员师生量额值率数]|(?<!器)人)$")
FIELDS = re.compile(
    r"(?P<list>[^的]+、[^的]+?)等(?:领域|方面|行业|产业|产品|地区)?的?"
    r"(?P<measure>[一-鿿]{2,8}?(?:支出|投资|产量|产值|增加值|收入|出口|销售额|贷款|用电量))"
)
LEVELS = re.compile(r"(?P<levels>[省市县区](?:、[省市县区])+(?:和[市县区])?|[省市县区]和[市县区])(?P<noun>[一-鿿]{2,})")
LEVEL = re.compile(r"[省市县区]")
ON_SIDE = re.compile(rf"(?:{'|'.join(SIDES)})(?:(?:常住)?居民|人口|职工)?")
"""Part of a region, with who lives there, of which a row before was: 「城镇居民」收入."""

GIVEN = re.compile(r"(?:给予|补助|奖励|安排|投入)$")

QUOTED = re.compile(r"“[^“”]+”")
QUOTED_ROW = re.compile(r"(?P<names>(?:“[^“”]+”){2,})(?P<noun>[^“”、]*)")

OF_BEFORE = frozenset({"", "增速", "增幅"})
"""What a row may open with that is dealt out as the one before."""

MINIMUM = 2


def dealt(slot: Slot, subject: Subject) -> tuple[list[str], int]:
    """Return the next of the subjects dealt out to a figure, and how much of what follows names it; none if none is."""
    if not subject.waiting:
        is_told = "分别" in slot.left
        each, used = one_each(slot) if is_told else ([], 0)
        if each:
            return each, used
        if is_told or "依次" in slot.left or is_row(slot):
            subject.waiting = dealt_out(slot) or recent_subjects(slot, subject) or totals_of(slot, subject)
        elif slot.row > 1:
            subject.waiting = shared_attribute(slot, subject) or dealt_again(slot, subject)
    if not subject.waiting:
        return [], 0
    if len(subject.waiting) == slot.row > 1:
        subject.dealt = list(subject.waiting)
    return [expand(subject.waiting.pop(0))], 0


def is_row(slot: Slot) -> bool:
    """Tell whether as many figures stand in a row as subjects before them: `甲、乙增长4%和5%`."""
    return slot.row > 1 and len(split_into(phrase_before(slot.own), slot.row)) == slot.row


def one_each(slot: Slot) -> tuple[list[str], int]:
    """Return a list of subjects that have one figure each, which is the same, and how much of what follows names it."""
    head, mark, verb = slot.own.partition("分别")
    if not mark or slot.index or slot.row > 1 or figures_dealt(slot) > 1:
        return [], 0
    phrase = phrase_before(head)
    levels = LEVELS.fullmatch(phrase)
    parts = (
        [f"{level}{levels['noun']}" for level in LEVEL.findall(levels["levels"])] if levels else share_tail_of(phrase)
    )
    if len(parts) < MINIMUM:
        return [], 0
    noun, used = phrase_after(slot.right) if GIVEN.search(verb) or slot.figure.form == "count" else ("", 0)
    if slot.figure.form == "count":
        return [counted(part + noun, slot.figure) for part in parts], used
    return [part + noun for part in parts], used


def share_tail_of(phrase: str) -> list[str]:
    """Return the subjects of a list, each with what the last says for all; none where it is no list."""
    parts = split_subjects(phrase)
    return share_tail(parts) if len(parts) >= MINIMUM else []


def figures_dealt(slot: Slot) -> int:
    """Return how many figures a 分别 deals out: those in a row, else all to the end of the clause."""
    return slot.row if slot.row > 1 else 1 + len(FIGURE.findall(slot.tail))


def split_into(phrase: str, number: int) -> list[str]:
    """Split a list of subjects into so many where some split does (软件和信息服务业 is one); else at every mark.

    A word for several is as many: 城乡居民收入 are 城镇居民收入 and 农村居民收入.
    """
    members = set_in_list(phrase, number) or each_quoted(phrase, number)
    if members:
        return members
    parts = split_subjects(phrase)
    if len(parts) == 1:
        return set_of(phrase, number) or parts
    if len(parts) > number:
        for mark in ("及", "与", "和"):
            head, joined, last = phrase.rpartition(mark)
            pieces = [*head.split("、"), last] if joined else []
            if len(pieces) == number and all(pieces):
                return pieces
        pieces = [part for part in phrase.split("、") if part]
        return pieces if len(pieces) == number else parts
    return parts


def each_quoted(phrase: str, number: int) -> list[str]:
    """Split names in quotes that stand side by side before their noun: `“强芯”“强链”人才` are two."""
    quoted = QUOTED_ROW.fullmatch(phrase)
    names = QUOTED.findall(quoted["names"]) if quoted else []
    return [f"{name}{quoted['noun']}" for name in names] if quoted and len(names) == number else []


def dealt_again(slot: Slot, subject: Subject) -> list[str]:
    """Deal a row out as the one before, where it names nothing itself: `甲、乙分别由3家、4家增加到5家、6家`."""
    before = subject.dealt if slot.index else subject.recent
    if phrase_before(slot.own) not in OF_BEFORE:
        return []
    if len(before) != slot.row and not slot.index and slot.reading.kind == "growth":
        before = subject.listed[-slot.row :]  # 外资70亿元,出口50亿元,增长8%和21%
    if len(set(before)) != slot.row:
        return []
    return [with_suffix(name, slot.reading.suffix) for name in before]


def with_suffix(name: str, suffix: str) -> str:
    """Return an indicator with the suffix that a rank or a gap of it takes; what is ranked is no count."""
    return name if not suffix or name.endswith(suffix) else name.removesuffix("数") + suffix


def shared_attribute(slot: Slot, subject: Subject) -> list[str]:
    """Deal an attribute out to the owners before, as many as figures in a row: `甲、乙分别增长8%、9%,占比达3%、4%`."""
    phrase = phrase_before(slot.own)
    if slot.index or slot.row < MINIMUM or len(subject.recent) != slot.row or not is_attribute(phrase):
        return []
    if phrase in SHARES:
        return [name.removesuffix("增速").removesuffix("数") + phrase for name in subject.recent]
    return [owner_of(name) + phrase for name in subject.recent]


def totals_of(slot: Slot, subject: Subject) -> list[str]:
    """Deal out what is said of all before: `甲、乙分别新增3家、4家,总数分别达8家、9家`, or an attribute of each."""
    phrase = phrase_before(RESPECTIVELY.split(slot.own)[0])
    if slot.index or len(subject.recent) != slot.row:
        return []
    if phrase in BARE:
        return list(subject.recent)
    if attributes := shared_attribute(slot, subject):
        return attributes
    sides = [side[0] for name in subject.recent if (side := ON_SIDE.match(name))]
    is_of_each = phrase and len(set(sides)) == len(subject.recent) and not ON_SIDE.match(phrase)
    return [side + phrase for side in sides] if is_of_each else []


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
    phrase = phrase_before(RESPECTIVELY.split(whole)[0])
    behind = [] if phrase or slot.index else listed_behind(whole, slot)
    if behind:
        return behind
    phrase = phrase or phrase_before(slot.before)
    fields = FIELDS.fullmatch(phrase)
    if fields and not suffix:
        phrase, suffix = fields["list"], fields["measure"]
    number = figures_dealt(slot)
    parts = split_into(phrase, number)
    if is_attribute(phrase) and "," not in slot.before:
        parts = [part + phrase for part in split_subjects(phrase_before(slot.before))]
    if len(parts) < MINIMUM or (len(parts) != number and (slot.row > 1 or slot.figure.form == "count")):
        return []
    if slot.figure.form == "count":
        suffix = phrase_before(whole.partition("分别")[2])
        return [counted(part + suffix, slot.figure) for part in share_tail(share_noun(share_head(parts)))]
    return [part + suffix for part in share_tail(parts)]


def listed_behind(whole: str, slot: Slot) -> list[str]:
    """Return the subjects that stand behind a 分别 and its verb: `分别压减生铁、粗钢产能3万吨、4万吨`."""
    parts = split_into(phrase_before(whole.partition("分别")[2]), figures_dealt(slot))
    if len(parts) < MINIMUM or len(parts) != figures_dealt(slot):
        return []
    whole_parts = share_tail(share_noun(share_head(parts)))
    return [counted(part, slot.figure) for part in whole_parts] if slot.figure.form == "count" else whole_parts


def share_head(parts: list[str]) -> list[str]:
    """Give each member of a list of classes the noun of the last: 领军型, 成长型数商 become 领军型数商, 成长型数商."""
    last = CLASSED.match(parts[-1])
    if last is None:
        return parts
    return [part + last["noun"] if part.endswith(last["class"]) else part for part in parts]


def share_noun(parts: list[str]) -> list[str]:
    """Give each member of a list that ends in no thing counted that of the last: `轴承、齿轮企业` are two of 企业."""
    noun = SHARED_NOUN.search(parts[-1])
    if noun is None or len(noun[0]) == len(parts[-1]):
        return parts
    return [part if THING.search(part) else part + noun[0] for part in parts[:-1]] + parts[-1:]


def recent_subjects(slot: Slot, subject: Subject) -> list[str]:
    """Return the indicators that a 分别 with no subject of its own deals its figures out to.

    They are those of the clause before, or the last of the sentence: `收入达3万元,支出达2万元,分别增长6%和7%`.
    """
    number = figures_dealt(slot)
    if phrase_before(RESPECTIVELY.split(slot.own)[0]) or number < MINIMUM:
        return []
    counts = any(name.endswith("数") for name in subject.recent)
    if slot.figure.form == "count" and slot.figure.unit != subject.unit and counts:
        return []
    if len(subject.recent) == number:
        return [added_to(with_suffix(name, slot.reading.suffix), slot, subject) for name in subject.recent]
    if len(subject.recent) != 1:
        return []
    members = set_of(subject.recent[0], number)
    if members:
        return members
    last = subject.listed[-number:] if len(subject.listed) >= number else ()
    return [added_to(name, slot, subject) for name in last]


def added_to(name: str, slot: Slot, subject: Subject) -> str:
    """Return the name of what was added (新增贷款) where a growth is dealt out to it: not all 贷款 grew so."""
    verb = subject.verbs.get(name, "") if slot.reading.kind == "growth" else ""
    return verb + name
