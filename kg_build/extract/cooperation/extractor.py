"""Regions that act together: `东岭、西川共建“绿氢走廊”`, `同江北地区联动发展`, `江云先进制造业合作产业园`.

It takes two named regions or an area across provinces, and a word of acting together or a plan, park, fund or event of
theirs. Partners are named in full, as an area (京津冀) or by a run of abbreviations (川渝, 沪苏浙皖; within the
province: 江云轴承集群跨市合作). One statement a clause and set of regions. Ministries, universities and firms are no
regions; a cluster, title or railway that only spans regions is no cooperation. Who the partners are is `partner`'s and
`abbreviation`'s; the words of acting together: `data/words/cooperation-words.tsv`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from kg_build.confidence import measured
from kg_build.extract.abbreviation import Partner, find_cities, find_runs
from kg_build.extract.context import evidence, status_at
from kg_build.extract.cooperation.abroad import ABROAD, find_abroad
from kg_build.extract.cooperation.act import act_end, is_act, is_acting
from kg_build.extract.cooperation.aid import AIDING, find_aided
from kg_build.extract.cooperation.joint import find_cities_as_one, find_halves, find_pairs
from kg_build.extract.cooperation.name import CROSSING, TOLD, name_of_clusters, name_of_run, name_start, undertaking
from kg_build.extract.cooperation.partner import (
    expand,
    find_areas,
    find_linked,
    find_listed,
)
from kg_build.extract.place import clause_at, is_torn, tokens_in
from kg_build.extract.word_list import Token, word_finder
from kg_build.lexicon import Lexicon
from kg_build.model import Cooperation, Region, Rule, Segment, Span, Statement

__all__ = ["RULES", "extract"]

AID = measured("cooperation.aid", "Aid to regions: 援藏援疆", "对口支援:援藏援疆、对某地区的对口支援")
AREA = measured("cooperation.area", "An area acts as one: 长三角一体化", "区域协同:长三角一体化")
CITIES = measured("cooperation.cities", "Cities of a cluster: 江云轴承集群跨市合作", "城市合作:江云轴承集群合作")
FOREIGN = measured("cooperation.abroad", "With countries or Taiwan: 中国—南亚博览会", "与国外或台湾:中国—南亚博览会")
JOINT = measured(
    "cooperation.joint", "Of two countries or two halves: 中韩产业园", "两国或省内两半:中韩产业园、南北挂钩"
)
LINKED = measured("cooperation.linked", "With a region: 同, 与, 联合, 承接, 对口", "与某地合作:同、与、联合、承接")
LISTED = measured("cooperation.listed", "Regions side by side: 东岭、西川共建", "并列地区:东岭、西川共建")
RUN = measured("cooperation.run", "A run of abbreviations: 川渝共建", "简称连用:川渝共建")

RULES: tuple[Rule, ...] = (AID, AREA, CITIES, FOREIGN, JOINT, LINKED, LISTED, RUN)

FIELDS = re.compile(r"[^,;。:“《、]{1,12}、[^,;。:“《]{1,24}(?:领域|方面)的?(?:务实|交流|深度)?合作")
"""What goes on with the partners of the clause before: 通关一体化见效,教育、医疗等领域合作有序开展."""
OCCASION = re.compile(r"贺信|重要(?:讲话|指示|批示)|周年|总书记|的(?:[一-龥]{0,4})(?:之年|一年)$")
"""What is said of a cooperation by others, or of a year in which it stands."""
INVISIBLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")
"""Characters that steer a text and stand in no name."""
ATTENDING = ("参加", "出席", "参加了", "出席了")
JOINTLY = re.compile(
    r"(?:积极|全力)?(?:合力|联合|携手|共同(?!富裕|体))(?![一-龥]{0,6}(?:企业|高校|院所|部门|市县|公司))"
)


class Found(msgspec.Struct, frozen=True):
    """Partners in one clause, and where the words for their undertaking begin. `subject` is whose fact it is."""

    start: int
    regions: tuple[Region, ...]
    rule: Rule
    subject: Region | None
    name: str = ""
    floor: int = 0


def extract(segments: Sequence[Segment], lexicon: Lexicon) -> Iterator[Statement]:
    """Yield the cooperations of a document in text order."""
    if not segments:
        return
    tokens = word_finder("cooperation-words").find(segments[0].document.plain)
    words = [token for token in tokens if token.group == "act"]
    for segment in segments:
        own = tokens_in(words, segment.start, segment.end)
        done = -1
        held: tuple[int, tuple[Region, ...], Region | None] = (-1, (), None)
        runs = find_runs(segment, lexicon)
        for position in sorted(places_to_look(segment, own, runs, lexicon)):
            found = clause_at(segment, position)
            if found is None or found[1].start <= done or is_torn(segment, found[1]):
                continue
            sentence, clause = found
            done = clause.start
            clause_runs = [run for run in runs if clause.start <= run.start < clause.end]
            stated = list(in_clause(segment, clause, tokens_in(own, clause.start, clause.end), clause_runs, lexicon))
            if not stated and held[0] == sentence.start and goes_on(segment.document.plain, clause, held[1]):
                stated = [Found(clause.start, held[1], AREA, held[2])]
            if stated:
                held = (sentence.start, stated[-1].regions, stated[-1].subject)
            yield from as_cooperations(segment, clause, stated)


def goes_on(plain: str, clause: Span, held: Sequence[Region]) -> bool:
    """Tell whether a clause with no partners of its own tells what those of the clause before do."""
    return JOINTLY.match(plain, *bounds(clause)) is not None or (
        len(held) > 1 and FIELDS.match(plain, *bounds(clause)) is not None
    )


def bounds(span: Span) -> tuple[int, int]:
    """Return a span's start and end."""
    return span.start, span.end


def places_to_look(
    segment: Segment, words: Sequence[Token], runs: Sequence[Partner], lexicon: Lexicon
) -> Iterator[int]:
    """Yield the offsets of words of acting together, of areas and runs of abbreviations, of things like 中韩产业园."""
    yield from (word.start for word in words)
    for trigger in (ABROAD, AIDING):
        yield from (found.start() for found in trigger.finditer(segment.document.plain, segment.start, segment.end))
    if "中" in segment.document.plain[segment.start : segment.end]:
        yield from (
            pair.start
            for sentence in segment.sentences
            for pair, _ in find_pairs(segment, Span(sentence.start, sentence.end), lexicon)
        )
    yield from (run.start for run in runs)
    yield from (area.start for area in find_areas(segment, segment.start, segment.end, lexicon))


def as_cooperations(segment: Segment, clause: Span, stated: Sequence[Found]) -> Iterator[Cooperation]:
    """Yield a statement for each set of two regions or more."""
    plain = segment.document.plain
    seen: set[frozenset[str]] = set()
    for found in stated:
        regions = {region.key: region for region in found.regions}
        key = frozenset(regions)
        if len(regions) == 1 or key in seen:
            continue
        seen.add(key)
        name = found.name or undertaking(plain, found.start, found.floor, clause.end)
        if not name or INVISIBLE.search(name):
            continue
        yield Cooperation(
            region=found.subject.name if found.subject else "",
            region_key=found.subject.key if found.subject else "",
            year=segment.year,
            status=status_at(segment, clause.end),
            evidence=(evidence(segment, clause.start, clause.end, found.rule),),
            name=name,
            regions=tuple(region.name for region in regions.values()),
            region_keys=tuple(regions),
        )


def in_clause(
    segment: Segment, clause: Span, words: Sequence[Token], runs: Sequence[Partner], lexicon: Lexicon
) -> Iterator[Found]:
    """Yield the cooperations that a clause states, of its most particular wording."""
    plain = segment.document.plain
    own = segment.region
    if OCCASION.search(plain, *bounds(clause)):
        return
    for pair, place in find_pairs(segment, clause, lexicon):
        yield Found(pair.start, pair.regions, JOINT, place or own, plain[pair.start : pair.end])
    acting = [word for word in words if is_act(segment, clause, word)]
    linked = find_linked(segment, clause, lexicon) if acting else None
    if linked is None:
        for pair, place in find_abroad(segment, clause, lexicon):
            name = undertaking(plain, pair.start, pair.end, pair.end)
            yield Found(pair.start, pair.regions, FOREIGN, place or own, name)
    for rule, helped in (
        (AID, find_aided(segment, clause, words, lexicon)),
        (JOINT, find_halves(segment, clause, lexicon)),
    ):
        if helped is not None:
            yield Found(helped.start, helped.regions, rule, own, floor=helped.end + 2)
            return
    yield from by_names(segment, clause, words, runs, linked, lexicon)


def by_names(
    segment: Segment,
    clause: Span,
    words: Sequence[Token],
    runs: Sequence[Partner],
    linked: Partner | None,
    lexicon: Lexicon,
) -> Iterator[Found]:
    """Yield the cooperations of those that a clause names: cities of clusters, partners, runs, areas."""
    plain = segment.document.plain
    own = segment.region
    acting = [word for word in words if is_act(segment, clause, word)]
    if words and CROSSING.search(plain, *bounds(clause)):
        cities = list(find_cities(segment, clause, lexicon))
        for partner in cities:
            yield Found(partner.start, partner.regions, CITIES, own, name_of_clusters(plain, clause, partner))
        if cities:
            return
    if acting:
        if linked is not None:
            subject = linked.area if linked.area is not None else own
            yield Found(linked.start, linked_regions(linked, own, lexicon), LINKED, subject, floor=linked.end + 1)
            return
        listed = find_listed(segment, clause, lexicon) or find_cities_as_one(segment, clause, acting, lexicon)
        if listed is not None:
            yield Found(listed.start, listed.regions, LISTED, own, floor=listed.end + 2)
            return
    acts = [run for run in runs if is_acting(plain, clause, run, acting)]
    names = {run.start: name_of_run(plain, clause, run, acts) for run in acts}
    for run in acts:
        is_apart = run.area is not None and tells_of_others(plain, clause, run.start)
        is_own = own is None or own in run.regions or own.level != "province" or is_apart
        regions = run.regions if own is None or is_own else (own, *run.regions)
        subject = run.area if run.area is not None and (is_apart or own in run.regions) else own
        start = run.start if is_apart else name_start(plain, clause, run.start, acting)
        yield Found(start, regions, RUN, subject, names[run.start], act_end(acting, run))
    if acts:
        return
    for area in find_areas(segment, *bounds(clause), lexicon):
        if is_acting(plain, clause, area, acting):
            members = expand(area.regions, lexicon)
            is_apart = len(members) > 1 and tells_of_others(plain, clause, area.start)
            is_own = own is None or own in members or any(own.parent == member.key for member in members)
            subject = area.regions[0] if own is None or own in members or is_apart else own
            if own is not None and not is_own and not is_apart:
                members = (own, *members)
            start = area.start if is_apart else name_start(plain, clause, area.start, acting)
            yield Found(start, members, AREA, subject, floor=act_end(acting, area))
            return


def tells_of_others(plain: str, clause: Span, start: int) -> bool:
    """Tell whether an area acts by itself: it opens a sentence or a whole statement, or is only attended (参加)."""
    if plain.endswith(ATTENDING, clause.start, start):
        return True
    opens_sentence = clause.start == 0 or plain[clause.start - 1] in "。;\n"
    return start == clause.start and (opens_sentence or TOLD.search(plain, start, clause.end) is not None)


def linked_regions(linked: Partner, own: Region | None, lexicon: Lexicon) -> tuple[Region, ...]:
    """Return the partners of a link, the reporting region first unless one of its own parts is meant."""
    members = expand(linked.regions, lexicon)
    if linked.whole or own is None:
        return members
    others = tuple(region for region in members if region.key != own.key)
    is_of_parts = len(others) > 1 and any(region.parent == own.key for region in others)
    return others if is_of_parts else (own, *others)
