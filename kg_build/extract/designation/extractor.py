"""Titles and those who hold or seek them: `江州、云溪入选国家激光应用试点城市` states two designations.

A role still to be reached (加快建设世界轴承之都) is a target in a review too, a zone or pilot under way is not. A pilot
that the text has once called a title stays one. How a title is worded is `title`'s and `title_form`'s, who holds it
`awardee`'s.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import msgspec

from kg_build.confidence import measured
from kg_build.extract.context import evidence, status_at
from kg_build.extract.designation.awardee import find_awardees, later_batch
from kg_build.extract.designation.grant import grant_of
from kg_build.extract.designation.shared import share_out
from kg_build.extract.designation.title import read_title
from kg_build.extract.designation.title_form import Title, core
from kg_build.extract.place import clause_at, is_torn, tokens_in
from kg_build.extract.word_list import word_finder
from kg_build.lexicon import Lexicon
from kg_build.model import Designation, Region, Rule, Segment, Span, Statement, Status

__all__ = ["RULES", "extract"]

BASE = measured("designation.base", "A base with its reach: 国家…基地", "带层级的基地称号:国家…基地")
CITY = measured("designation.city", "What a city is called: …之都, …示范城市", "城市称号:……之都、……示范城市")
HUB = measured("designation.hub", "A hub of the state: 国家…枢纽节点", "枢纽称号:国家……枢纽节点")
PILOT = measured("designation.pilot", "A pilot by level, award or right", "带层级、获批或国家授权的试点")
PLACE = measured("designation.place", "A place on a list: 百强, 典型案例", "上榜:百强、典型案例")
ROLE = measured("designation.role", "The role of a whole place: 全国重要的…中心", "整体定位:全国重要的……中心")
ZONE = measured("designation.zone", "A zone that a region is: …示范区, …试验区", "示范区、试验区、先行区、先导区")

RULES: tuple[Rule, ...] = (BASE, CITY, HUB, PILOT, PLACE, ROLE, ZONE)
RULE_OF = {rule.name.partition(".")[2]: rule for rule in RULES}

ROLES = frozenset({"base", "city", "hub", "role"})
"""Forms that a place grows into; the others are granted, and so are these cities."""
GRANTED = ("示范城市", "模范城市", "典范城市", "典型城市", "创新型城市", "先行城市")
EXPECTED = re.compile(r"预计|有望|预期|将")
SOUGHT = re.compile(
    r"争创|申创|申建|申报|争取|力争|锚定|(?:全力|积极|加快|努力|持续|推动|支持|正在|合力)创建|谋划|对标|朝着|冲刺"
)
BUILDING = re.compile(r"打造|建设|构建|锚定|迈向|迈进|推动|推进|加快|围绕|坚持|努力|奋力|着力")
BUILDING_AFTER = re.compile(r"”?(?:的?(?:加快|加速|提速|全面|扎实|稳步)?(?:建设|打造|推进|创建))|目标")
REACHED = re.compile(r"建成|成为|获评|获批|入选|入围|荣获|跻身|评为|列入|命名|授予|获得|成功|全部|名列|蝉联|认定")
OF_BATCH = re.compile(r"^(?:首批|第[一二三四五六七八九十]{1,3}批)")
RESPECTIVELY = re.compile(r"分别")
LONGEST_CLAUSE = 60
VERB_REACH = 16
MOST_PILOTS = 500
"""No report names so many; each pilot is held against all named before."""


def extract(segments: Sequence[Segment], lexicon: Lexicon) -> Iterator[Statement]:
    """Yield the designations of a document in text order, one for each awardee."""
    if not segments:
        return
    known: set[str] = set()
    plain = segments[0].document.plain
    heads = word_finder("designation-nouns").find(plain)
    for segment in segments:
        held: list[Held] = []
        for head in tokens_in(heads, segment.start, segment.end):
            found = clause_at(segment, head.start) if head.group != "none" else None
            if found is None or is_torn(segment, found[1]):
                continue
            clause = found[1]
            title = read_title(segment, clause, head, known, lexicon)
            if title is None:
                continue
            awardees = find_awardees(segment, clause, title, lexicon)
            titles = tuple(share_out(plain, title))
            if title.form == "pilot" and awardees and len(known) < MOST_PILOTS:
                known.update(core(one.name) for one in titles)
            if held and held[-1].clause.start != clause.start:
                yield from as_designations(segment, held)
                held = []
            held.extend(Held(clause, one, awardees) for one in titles)
            if len(titles) == 1 and OF_BATCH.search(title.name) is not None:
                winners, batch, end = later_batch(segment, clause, title, lexicon)
                if winners:
                    other = msgspec.structs.replace(title, end=end, name=batch + OF_BATCH.sub("", title.name))
                    held.append(Held(clause, other, winners))
        yield from as_designations(segment, held)


class Held(NamedTuple):
    """A title that a clause states, and who holds or seeks it."""

    clause: Span
    title: Title
    awardees: tuple[Region, ...]


def as_designations(segment: Segment, held: Sequence[Held]) -> Iterator[Designation]:
    """Yield the statements of one clause's titles; with 分别 the first is the first awardee's, and so on."""
    is_shared_out = (
        len(held) > 1
        and all(one.awardees == held[0].awardees and len(one.awardees) == len(held) for one in held)
        and RESPECTIVELY.search(held[0].title.governor) is not None
    )
    for number, (clause, title, awardees) in enumerate(held):
        start = clause.start if title.end - clause.start <= LONGEST_CLAUSE else title.start
        end = title.end + segment.document.plain.startswith("”", title.end)
        grant = grant_of(segment, title)
        for region in awardees[number : number + 1] if is_shared_out else awardees:
            yield Designation(
                region=region.name,
                region_key=region.key,
                year=segment.year,
                status=status_of(segment, clause, title),
                evidence=(evidence(segment, start, end, RULE_OF[title.form]),),
                name=title.name,
                level=grant.level,
                batch=grant.batch,
                edition=grant.edition,
            )


def status_of(segment: Segment, clause: Span, title: Title) -> Status:
    """Return whether a title is held or sought: by the part, by the verb, and for roles by whether it is reached.

    An award that is stated stays actual in a sentence that speaks of what is expected: 产量将达20万辆,江州获批…试点.
    """
    status = status_at(segment, title.start)
    governor = title.governor[-VERB_REACH:]
    if status == "target" or (status == "estimate" and EXPECTED.search(title.governor)):
        return status
    if REACHED.search(governor):
        return "actual"
    if SOUGHT.search(governor):
        return "target"
    if title.form not in ROLES or title.name.endswith(GRANTED):
        return "actual"
    is_built = BUILDING.search(governor) or BUILDING_AFTER.match(segment.document.plain, title.end, clause.end)
    return "target" if is_built else "actual"
