"""Which indicator a figure belongs to: the noun before it, the noun after it, or the one carried so far.

`工业投资增长11.3%,居全国第5位` carries 工业投资 to the rank. `新增9家智能工厂、80家绿色工厂` has its nouns behind the numbers,
`智能工厂9家` before. `A和B分别增长6%和7%` deals its list out; `其中近1/4属全国首创` measures a part of what went before.
"""

from __future__ import annotations

import re

import msgspec

from kg_build.extract.measure_kind import Reading
from kg_build.extract.measure_phrase import (
    expand,
    is_attribute,
    owner_of,
    phrase_after,
    phrase_before,
    share_tail,
    split_subjects,
)
from kg_build.model import MeasureKind
from kg_build.quantity import Figure

__all__ = ["LIST_JOIN", "MINIMUM", "Found", "Slot", "Subject", "find_indicators", "own_side"]

LIST_JOIN = re.compile(r"^[、和与及]$|^以及$")
RESPECTIVELY = re.compile(r"分别")
EACH = re.compile(r"均|都")
BASELINE = re.compile(r"(?:从|由)[^,。;、\d]{0,8}(?:20\d\d年)?[^,。;、\d]{0,4}$")
REACHED = re.compile(r"[^,。;]{0,10}?(?:到|至|为)")
RISE = re.compile(r"(?:精简|跃升|提高|提升|上升|下降|扩大|扩展|拓展|调整|增加|减少|增长|压缩|缩短|压减|升|降|增|减)(?=到|至|为)")
COUNT = re.compile(r"(?:超过?|近|约)?\d[\d.,]*[万亿]?[余多]?(?:个|家|项|条|座|户)")
FIGURE = re.compile(r"\d[\d.,]*")
LAST_COUNT = re.compile(r"^.*(?:个|家|项|条|座|户)(?=[^个家项条座户]*$)")
QUALIFIER = re.compile(
    r"(?:(?:国家|省|市|县|区|部|世界|[十百千万]+亿元?|[AB0-9]+)级|国际一流|国际先进|国际领先|全国领先|国内领先|国内一流|世界一流)+"
)
SHARE_OF = re.compile(
    r"占(?!比)[到了]?(?P<whole>全国|全省|全市|全球|全区|世界|同期|全社会|总|地区生产总值|GDP)?(?P<rest>[^,。;、]{0,12}?)"
    r"(?:的)?(?:比重|比例)?(?:达到?|为|超过?)*$"
)
TAILED = re.compile(r"分别|同比|增长|均|达")
VERB_AT_END = re.compile(r"(?:签约|落地|开工|竣工|投产|新建|建成|转化|实施|引进|完成|覆盖|服务|惠及|帮扶|储备){1,2}$")
WHOLE = re.compile(r"(?:产业|经济|集群|业)$")
COUNTED = frozenset("家个项户件条座款只场批轮台辆种类处所支名位次艘架笔宗起栋间株门套人")
BATCHES = frozenset("批轮")
MONEY = frozenset({"元", "美元", "欧元", "港元"})
ENDS_AS_COUNT = ("数", "数量", "量", "人次", "率", "规模", "额", "金额", "面积")
ROW = re.compile(r"(?:、-?\d[\d.]*%)*[和、]-?\d[\d.]*%")
GIVES = re.compile(r"(?:贡献|创造|提供|承载|集聚|占|占全[省市国区])了?$")
ADDS = re.compile(r"新增|净增")
RATE_WORDS = frozenset({"增速", "增幅", "增长率", "增长幅度"})
BOTH = "城乡"
NEXT_COUNT = re.compile(r"\d[\d.,]*[万亿]*[余多]?[一-鿿]")
PURPOSE = re.compile(r"用于|支持")
LONG = 24
MINIMUM = 2


class Subject(msgspec.Struct):
    """What is carried from figure to figure: the indicator, its kind, the topic, subjects waiting for 分别.

    `moves` is the reading of the last 新增 or 压减, which a list goes on with in the same `unit`; `recent` are the indicators of the clause before, which a bare 分别 deals its figures out to.
    """

    indicator: str = ""
    kind: MeasureKind | None = None
    topic: str = ""
    moves: Reading | None = None
    unit: str = ""
    waiting: list[str] = []
    recent: list[str] = []


class Slot(msgspec.Struct, frozen=True):
    """A figure in its clause.

    `left` is the text since the figure before, `right` the text up to the next one, `head` the clause up to the figure,
    `tail` the clause after it, `previous` the clause before where that has no figure. `index` counts from 0.
    """

    figure: Figure
    reading: Reading
    index: int
    left: str
    right: str
    head: str
    tail: str
    previous: str

    @property
    def own(self) -> str:
        """The text before the figure without its verb."""
        return self.left[: len(self.left) - self.reading.cut] if self.reading.cut else self.left


class Found(msgspec.Struct, frozen=True):
    """The indicators of a figure, how much of `right` names them, whether it is what something rose or fell from,

    and whether they are carried from the figure before.
    """

    names: tuple[str, ...] = ()
    used: int = 0
    is_baseline: bool = False
    is_carried: bool = False


def own_side(right: str, *, is_last: bool) -> str:
    """Cut what belongs to the next figure off the text after a figure.

    That is all from the last 、, or from a 和 that a noun follows, or from a verb of adding (新增) behind a noun.
    """
    if is_last:
        return right
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

    A figure that something rose or fell from is marked so in its name: 专利申请量(增加前).
    """
    baseline = BASELINE.search(slot.left)
    if baseline and REACHED.match(slot.tail):
        slot = msgspec.structs.replace(slot, left=slot.left[: baseline.start()], right="", reading=plain_reading(slot))
    else:
        baseline = None
    before = subject.indicator
    names, used = named_before(slot, subject)
    if not names:
        return Found()
    subject.indicator = names[-1]
    if slot.reading.kind not in {"rank", "gap"}:
        subject.kind = slot.reading.kind
    if baseline:
        rise = RISE.search(slot.tail)
        names = [f"{name}({rise[0] if rise else '变动'}前)" for name in names]
    return Found(tuple(names), used, baseline is not None, bool(before) and names[-1].startswith(before))


def plain_reading(slot: Slot) -> Reading:
    """Return the reading of a figure that something rose or fell from, whose verb comes behind it."""
    return msgspec.structs.replace(slot.reading, cut=0)


def named_before(slot: Slot, subject: Subject) -> tuple[list[str], int]:
    """Return the indicators by the form of the clause."""
    figure, reading = slot.figure, slot.reading
    if not subject.waiting and (RESPECTIVELY.search(slot.left) or is_row(slot)):
        subject.waiting = dealt_out(slot) or recent_subjects(slot, subject)
    if subject.waiting:
        return [expand(subject.waiting.pop(0))], 0
    if figure.form == "count":
        return count_indicators(slot, subject)
    own = slot.own
    if LIST_JOIN.match(own.strip()):
        return carried(subject, reading.suffix), 0
    if reading.kind == "share":
        names, used = share_indicators(slot, subject)
        if names or used:
            return names, max(used, 0)
    phrase = last_item(phrase_before(own), slot.index)
    if not phrase:
        return carried(subject, reading.suffix), 0
    if slot.index == 0 and EACH.search(slot.left[-6:]):
        parts = split_subjects(phrase)
        if "、" in phrase or all(is_attribute(part) for part in parts):
            return [expand(part) for part in share_tail(parts)], 0
    return [complete(phrase, subject, reading)], 0


def is_row(slot: Slot) -> bool:
    """Tell whether as many rates follow as subjects stand before: `甲、乙增长4%和5%`."""
    row = ROW.match(slot.tail)
    if row is None or slot.figure.form != "percent":
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
        suffix = f"占{share['whole'] or ''}{share['rest']}比重"
        whole = whole[: share.start()]
    phrase = phrase_before(whole.partition("分别")[0]) or phrase_before(slot.previous)
    parts = split_subjects(phrase)
    if len(parts) == 1 and phrase.startswith(BOTH) and len(FIGURE.findall(slot.tail)) == 1:
        parts = [phrase.replace(BOTH, "城镇", 1), phrase.replace(BOTH, "农村", 1)]
    if len(parts) < MINIMUM or (slot.figure.form == "count" and len(parts) != 1 + len(FIGURE.findall(slot.tail))):
        return []
    if slot.figure.form == "count":
        suffix = phrase_before(whole.partition("分别")[2])
        return [counted(part + suffix, slot.figure) for part in share_tail(parts)]
    return [part + suffix for part in share_tail(parts)]


def recent_subjects(slot: Slot, subject: Subject) -> list[str]:
    """Return the indicators of the clause before, for a 分别 with no subject of its own and as many figures."""
    figures = 1 + len(FIGURE.findall(slot.tail))
    if phrase_before(slot.own.partition("分别")[0]) or len(subject.recent) != figures:
        return []
    return list(subject.recent)


def share_indicators(slot: Slot, subject: Subject) -> tuple[list[str], int]:
    """Return the indicator of a share: `产量占全国四成`, or `其中近1/4属首创` of what went before."""
    whole = SHARE_OF.search(slot.own)
    if whole:
        part = last_item(phrase_before(slot.own[: whole.start()]), slot.index)
        part = complete(part, subject, slot.reading) if part else subject.indicator
        return ([f"{part}占{whole['whole'] or ''}{whole['rest']}比重"] if part else []), 1 if not part else 0
    if slot.right.startswith("的") and (GIVES.search(slot.own) or not phrase_before(slot.own)):
        noun, used = phrase_after(slot.right[1:])
        return [f"{part}占比" for part in split_subjects(noun)], used + 1
    if slot.figure.form == "part" and slot.right and not phrase_before(slot.own):
        rest = phrase_after(slot.right)[0].lstrip("属为是的")
        return ([f"{subject.indicator.removesuffix('数')}中{rest}占比"] if subject.indicator else []), 0
    return [], 0


def complete(phrase: str, subject: Subject, reading: Reading) -> str:
    """Give a bare attribute its owner: 出口 after 轴承产量 is 轴承出口; 增幅 is that of the indicator before."""
    if phrase in RATE_WORDS:
        return f"{subject.indicator.removesuffix('增速')}增速" if subject.indicator else phrase
    if not is_attribute(phrase) or phrase in {"固定资产投资", "进出口总额"}:
        return phrase
    if reading.kind == "share" and not subject.indicator and subject.topic:
        return subject.topic + phrase
    owner = owner_of(subject.indicator) if subject.indicator else subject.topic
    if owner.endswith(phrase):
        return owner
    return f"{owner}{phrase}" if owner and not phrase.startswith(owner) else phrase


def carried(subject: Subject, suffix: str) -> list[str]:
    """Return the indicator before, with the suffix that a rank or a gap of a growth rate needs."""
    base = subject.indicator
    if not base:
        return []
    if suffix and not base.endswith(suffix):
        return [base.removesuffix("增速全国排名").removesuffix("增速") + suffix]
    return [base]


def last_item(phrase: str, index: int) -> str:
    """Keep only what follows the last list mark where an earlier figure of the clause took the rest."""
    return phrase.rpartition("、")[2] if index else phrase


def count_indicators(slot: Slot, subject: Subject) -> tuple[list[str], int]:
    """Return the indicator of an amount or a count, whose noun may stand before it or after it."""
    figure, right = slot.figure, slot.right
    before = shortened(phrase_before(slot.own))
    if slot.index == 0 and EACH.search(slot.left[-6:]) and "、" in before:
        parts = split_subjects(before.removesuffix("总数").removesuffix("数量"))
        return [counted(part, figure) for part in share_tail(parts)], 0
    if right.startswith("的") and before:
        noun, used = phrase_after(right[1:])
        return [f"{noun}{before}" if noun else before], used + 1 if noun else 0
    if PURPOSE.match(right) and before == "":
        noun, used = phrase_after(right[MINIMUM:])
        return ([f"{noun}投入资金"] if noun and figure.unit in MONEY else []), used + MINIMUM
    after, used = phrase_after(right)
    after = complete_after(after, used, slot)
    if after:
        if len(after) <= MINIMUM and not before:
            verb = VERB_AT_END.search(slot.own)
            after = (verb[0] if verb else "") + after
        joins = before and not before.endswith(after) and slot.index == 0 and len(after) <= 8
        return [counted(f"{before}{after}" if joins else after, figure)], used
    if not before:
        names = carried(subject, slot.reading.suffix)
        return [f"{name.removesuffix('数')}金额" if figure.unit in MONEY and name.endswith("数") else name for name in names], 0
    return [counted(complete(before, subject, slot.reading), figure)], 0


def complete_after(after: str, used: int, slot: Slot) -> str:
    """Make the noun behind a count whole: with a figure inside it, or with the head its list shares."""
    rest = slot.tail[used:]
    if not after:
        next_count = NEXT_COUNT.match(rest) if slot.figure.unit in BATCHES else None
        return phrase_after(rest[next_count.end() :])[0] if next_count else ""
    if rest[:1].isdigit() and "的" in rest:
        return expand(after + rest)
    if QUALIFIER.fullmatch(after) and rest.startswith("、"):
        noun = phrase_after(LAST_COUNT.sub("", rest))[0]
        return after + QUALIFIER.sub("", noun, count=1)
    if TAILED.search(slot.right, used) and not LIST_JOIN.match(slot.right[used:].strip()):
        return owner_of(after)
    return after


def shortened(phrase: str) -> str:
    """Keep the head of a phrase that opens with a long list: what follows its 等各类 or 等."""
    if len(phrase) > LONG and "等" in phrase:
        head = re.split(r"等(?:各类|各种)?", phrase)[-1]
        return head if len(head) > MINIMUM else phrase
    return phrase


def counted(name: str, figure: Figure) -> str:
    """End a count's noun with 数, and give an industry's amount of money its 规模."""
    if name.endswith(ENDS_AS_COUNT):
        return name.removesuffix("量") if name.endswith("数量") else name
    if figure.unit in MONEY:
        return f"{name}规模" if WHOLE.search(name) else name
    return f"{name}数" if figure.unit[0] in COUNTED else name
