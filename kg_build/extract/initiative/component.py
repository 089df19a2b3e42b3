"""The parts of an initiative that the text names: how many, called what, with which members.

A code's counts are looked up near and far (`coded_parts`): `“246”集群方阵` with `轴承等2个国际一流、丝绸等4个国际先进`.
A counted set has its members before it, behind it or in numbered paragraphs (`enumeration`). A counted brand tells its
parts itself (`“六链五群”`), is followed by them in brackets (`“双百”(100家企业、100个项目)`), or sums up the words
before it (`增产、增效、增收“三增”行动`). The members of an A+B, and the steps of an A—B—C, are its parts. Any other
name may have its work counted in the next clause: `实施焕新工程,推进六大行业27项任务`.
"""

from __future__ import annotations

import re

from kg_build.extract.initiative.coded_parts import coded_parts
from kg_build.extract.initiative.enumeration import Enumerations, counted_set
from kg_build.extract.initiative.group import CountedGroups, items_at
from kg_build.extract.initiative.name_phrase import NamePhrase, clean_name, verb_and_start
from kg_build.model import Component, Span
from kg_build.numeral import numeral

__all__ = ["StatedParts"]

PARTS = re.compile(r"(?P<count>[一二两三四五六七八九十])(?P<label>[^一二两三四五六七八九十、]{1,4})")
EACH = re.compile(r"[二两三四五六七八九十]+个一[批百工].*|.*位一体|.*合一.*")
COUNTED = re.compile(r"(?P<count>[一二两三四五六七八九十])(?:张|个|大|项|条)?(?P<label>[^一二两三四五六七八九十]{1,6})")
ASIDE = re.compile(r"”?\((?P<inner>[^()]*)\)")
INNER = re.compile(r"(?P<count>\d+)(?:家|个|项|条|名)(?P<label>[^、,和\d]{2,12})")
STEP = re.compile(r"[—–]{1,2}")
WORK = re.compile(
    r",(?:深入|扎实|全面|加快|持续|统筹|细化)*(?:推进|部署|明确|提出|实施|落实|包括|涵盖|聚焦|围绕|分解|确定)(?:了|落实)?(?=[\d一二两三四五六七八九十])"
)
WORK_NOUN = re.compile(r"任务|举措|措施|行业|领域|方面|环节|板块|方向|行动|工程")
FEWEST = 2
FEWEST_STEPS = 3


class StatedParts:
    """Tells the parts of the names of one region's report; what it has looked up for one it keeps for the next."""

    def __init__(self, masked: str, plain: str, whole: Span) -> None:
        """Take the text, masked and plain, and the stretch of it that is the report."""
        self.masked = masked
        self.plain = plain
        self.groups = CountedGroups(plain, whole)
        self.enumerations = Enumerations(plain, whole)

    def of(self, name: NamePhrase, reach: Span) -> tuple[Component, ...]:
        """Return the components that the text states for a name.

        `reach` bounds where the text speaks of the same region and time.
        """
        return tuple(part for part in self.stated(name, reach) if "".join((part.label, *part.members)).isprintable())

    def stated(self, name: NamePhrase, reach: Span) -> tuple[Component, ...]:
        """Return the components of a name, whatever characters they have."""
        if name.code:
            return coded_parts(name, self.plain, reach, self.groups)
        if name.form == "programme":
            return work_parts(name, self.plain, reach)
        stated = brand_parts(name, self.masked, self.plain) if name.brand else ()
        return stated or counted_set(name, self.plain, reach, self.enumerations)


def brand_parts(name: NamePhrase, masked: str, plain: str) -> tuple[Component, ...]:
    """Return the components that a brand has in itself, in the bracket after it, or in the words before it."""
    members = tuple(filter(None, map(clean_name, name.brand.split("+"))))
    fewest = FEWEST
    if "+" not in name.brand:
        members, fewest = tuple(filter(None, map(clean_name, STEP.split(name.brand)))), FEWEST_STEPS
    if len(members) >= fewest and all(len(member) > 1 for member in members):
        brand = clean_name(name.brand)
        return (Component(None, name.name.partition(brand)[2] or brand, members),)
    if "+" in name.brand:
        return ()
    opening = plain.find("“" + name.brand, name.start, name.end)
    aside = ASIDE.match(plain, opening + 1 + len(name.brand)) if opening >= 0 else None
    if aside and (
        inner := tuple(Component(int(part["count"]), part["label"]) for part in INNER.finditer(aside["inner"]))
    ):
        return inner
    if EACH.fullmatch(name.brand):
        return ()
    parts = list(PARTS.finditer(name.brand))
    if len(parts) >= FEWEST and "".join(part[0] for part in parts) == name.brand.replace("、", ""):
        named = tuple(Component(counted_as(part["count"]), part["label"]) for part in parts)
        counts_something = any((part.count or 0) > 1 for part in named)  # 一企一策 does not
        return named if counts_something and all(clean_name(part.label) for part in named) else ()
    return summed_up(name, masked, plain, opening)


def work_parts(name: NamePhrase, plain: str, reach: Span) -> tuple[Component, ...]:
    """Return the work that the next clause counts for a programme."""
    lead = WORK.match(plain, name.end, reach.end)
    if lead is None:
        return ()
    items = items_at(plain, lead.end(), reach.end)
    return tuple(items) if items and all(WORK_NOUN.search(item.label) and not item.members for item in items) else ()


def summed_up(name: NamePhrase, masked: str, plain: str, opening: int) -> tuple[Component, ...]:
    """Return the component of a counted brand that sums up the words before it, where their number agrees."""
    counted = COUNTED.fullmatch(name.brand)
    if counted is None or opening < 0:
        return ()
    floor = max(plain.rfind(mark, 0, opening) for mark in ",。;:\n") + 1
    _, start = verb_and_start(masked, floor, opening, touching=True)
    members = tuple(clean_name(member) for member in plain[start:opening].split("、"))
    label = clean_name(counted["label"])
    if len(members) < FEWEST or len(members) != counted_as(counted["count"]) or not all((label, *members)):
        return ()  # a brand that 、 joins to the words before it is one of them
    return (Component(len(members), label, members),)


def counted_as(text: str) -> int:
    """Return the value of a count that one of the patterns above has found."""
    return numeral(text) or 0
