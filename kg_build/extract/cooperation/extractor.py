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
from kg_build.extract.cooperation.partner import EXPANDED, expand, find_areas, find_linked, find_listed, is_in_partner
from kg_build.extract.phrase import phrase_start
from kg_build.extract.place import clause_at, is_torn, tokens_in
from kg_build.extract.word_list import Token, word_finder
from kg_build.lexicon import Lexicon
from kg_build.model import Cooperation, Region, Rule, Segment, Span, Statement

__all__ = ["RULES", "extract"]

AREA = measured("cooperation.area", "An area acts as one: 长三角一体化", "区域协同:长三角一体化")
CITIES = measured("cooperation.cities", "Cities of a cluster: 江云轴承集群跨市合作", "城市合作:江云轴承集群合作")
LINKED = measured("cooperation.linked", "With a region: 同, 与, 联合, 承接, 对口", "与某地合作:同、与、联合、承接")
LISTED = measured("cooperation.listed", "Regions side by side: 东岭、西川共建", "并列地区:东岭、西川共建")
RUN = measured("cooperation.run", "A run of abbreviations: 川渝共建", "简称连用:川渝共建")

RULES: tuple[Rule, ...] = (AREA, CITIES, LINKED, LISTED, RUN)

UNDERTAKING = re.compile(
    r"[^,、;。]{0,14}?(?:工程|计划|方案|行动|榜单|生态港|产业园区?|园区|基金|走廊|链群|图谱|论坛|大会|推介会|博览会|洽谈会"
    r"|平台|机制)(?!城市)"
)
"""A thing that a region has with another only together."""
SPANNING = re.compile(
    r"高铁|铁路|高速|航线|机场|城际|通道|管道|输电|直流|特高压|运河|天然气|班列|客专|动车|大桥|口岸|电网|轨道|公路|水道|枢纽"
    r"|自贸试验区|法院|站$|段|[一二三四五六]线"
)
"""A thing that only spans regions."""
ZONE = re.compile(r"[^,、;]{0,10}(?:示范区|试验区|先行区|先导区|示范城市)|(?:发展)?区")
JOINTLY = re.compile(
    r"(?:积极|全力)?(?:合力|联合|携手|共同(?!富裕|体))(?![一-龥]{0,6}(?:企业|高校|院所|部门|市县|公司))"
)
ET_CETERA = re.compile(r"等(?=共建|合作)")
CROSSING = re.compile(r"跨(?:区域|市|省|地区)(?:合作|协同|协作|共建|联动)?|合作|协同|协作|共建")
CLUSTER = "集群"
TORN = re.compile(r"[、·:—“(《\s]+$")
"""What a name that is cut at its longest may end in."""
PAIRS = (("“", "”"), ("《", "》"), ("(", ")"))
LONGEST_NAME = 40
SPAN_REACH = 8


class Found(msgspec.Struct, frozen=True):
    """Partners in one clause, and where the words for their undertaking begin. `subject` is whose fact it is."""

    start: int
    regions: tuple[Region, ...]
    rule: Rule
    subject: Region | None
    name: str = ""


def extract(segments: Sequence[Segment], lexicon: Lexicon) -> Iterator[Statement]:
    """Yield the cooperations of a document in text order."""
    if not segments:
        return
    tokens = word_finder("cooperation-words").find(segments[0].document.plain)
    words = [token for token in tokens if token.group == "act"]
    for segment in segments:
        own = tokens_in(words, segment.start, segment.end)
        done = -1
        held: tuple[int, tuple[Region, ...]] = (-1, ())
        runs = find_runs(segment, lexicon)
        for position in sorted(places_to_look(segment, own, runs, lexicon)):
            found = clause_at(segment, position)
            if found is None or found[1].start <= done or is_torn(segment, found[1]):
                continue
            sentence, clause = found
            done = clause.start
            clause_runs = [run for run in runs if clause.start <= run.start < clause.end]
            stated = list(in_clause(segment, clause, tokens_in(own, clause.start, clause.end), clause_runs, lexicon))
            if not stated and held[0] == sentence.start and JOINTLY.match(segment.document.plain, *bounds(clause)):
                stated = [Found(clause.start, held[1], AREA, segment.region)]
            if stated:
                held = (sentence.start, stated[-1].regions)
            yield from as_cooperations(segment, clause, stated)


def bounds(span: Span) -> tuple[int, int]:
    """Return a span's start and end."""
    return span.start, span.end


def places_to_look(
    segment: Segment, words: Sequence[Token], runs: Sequence[Partner], lexicon: Lexicon
) -> Iterator[int]:
    """Yield the offsets of words of acting together, of areas and of runs of abbreviations."""
    yield from (word.start for word in words)
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
        name = found.name or ET_CETERA.sub("", plain[found.start : min(clause.end, found.start + LONGEST_NAME)])
        name = TORN.sub("", whole(name.partition("。")[0]))
        if not name:
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


def whole(name: str) -> str:
    """Return a name without a mark that has lost its other half, and what stands behind it where that one opens.

    >>> whole("与东盟共建“轴承走廊、激光")
    '与东盟共建'
    """
    for opening, closing in PAIRS:
        depth = 0
        for position, character in enumerate(name):
            if character == opening:
                depth += 1
            elif character == closing:
                depth -= 1
            if depth not in {0, 1}:
                return whole(name[:position])
        if depth:
            return whole(name[: name.rfind(opening)])
    return name


def in_clause(
    segment: Segment, clause: Span, words: Sequence[Token], runs: Sequence[Partner], lexicon: Lexicon
) -> Iterator[Found]:
    """Yield the cooperations that a clause states, of its most particular wording."""
    plain = segment.document.plain
    own = segment.region
    if words and CROSSING.search(plain, *bounds(clause)):
        cities = list(find_cities(segment, clause, lexicon))
        for partner in cities:
            yield Found(partner.start, partner.regions, CITIES, own, name_of_clusters(plain, clause, partner))
        if cities:
            return
    acting = [
        word for word in words if not ZONE.match(plain, word.end, clause.end) and not is_in_partner(segment, word.start)
    ]
    if acting:
        linked = find_linked(segment, clause, lexicon)
        if linked is not None:
            yield Found(linked.start, linked_regions(linked, own, lexicon), LINKED, own)
            return
        listed = find_listed(segment, clause, lexicon)
        if listed is not None:
            yield Found(listed.start, listed.regions, LISTED, own)
            return
    acts = [run for run in runs if is_acting(plain, clause, run, acting)]
    for run in acts:
        is_own = own is None or own in run.regions or own.level != "province"
        regions = run.regions if own is None or is_own else (own, *run.regions)
        subject = run.area if run.area is not None and own in run.regions else own
        yield Found(name_start(plain, clause, run.start, acting), regions, RUN, subject)
    if acts:
        return
    for area in find_areas(segment, *bounds(clause), lexicon):
        if is_acting(plain, clause, area, acting):
            members = expand(area.regions, lexicon)
            if own is not None and own not in members and not any(own.parent == member.key for member in members):
                members = (own, *members)
            subject = area.regions[0] if own is None or own in expand(area.regions, lexicon) else own
            yield Found(name_start(plain, clause, area.start, acting), members, AREA, subject)
            return


def name_of_clusters(plain: str, clause: Span, partner: Partner) -> str:
    """Return what a clause calls the cooperation of a cluster's cities: 江云轴承集群跨市合作, 共建江云轴承集群."""
    cluster = plain[partner.start : partner.end].partition("等")[0] + CLUSTER
    crossing = CROSSING.search(plain, partner.end, clause.end)
    if crossing is not None:
        return cluster + crossing[0]
    before = CROSSING.search(plain, *bounds(clause))
    return before[0] + cluster if before else cluster


def linked_regions(linked: Partner, own: Region | None, lexicon: Lexicon) -> tuple[Region, ...]:
    """Return the partners of a link, the reporting region first unless one of its own parts is meant."""
    members = linked.regions if len(linked.regions) > 1 else expand(linked.regions, lexicon)
    if linked.whole or own is None:
        return members
    others = tuple(region for region in members if region.key != own.key)
    is_of_parts = len(others) > 1 and any(region.parent == own.key for region in others)
    return others if is_of_parts else (own, *others)


def is_acting(plain: str, clause: Span, partner: Partner, acting: Sequence[Token]) -> bool:
    """Tell whether the clause says that partners do something together, or names a thing they have together.

    A programme counts only where few regions share it: 长江经济带 has hundreds.
    """
    if SPANNING.search(plain, partner.end, min(clause.end, partner.end + SPAN_REACH)):
        return False
    if acting:
        return True
    is_small = len(partner.regions) > 1 or partner.regions[0].key in EXPANDED
    return is_small and UNDERTAKING.match(plain, partner.end, clause.end) is not None


def name_start(plain: str, clause: Span, position: int, acting: Sequence[Token]) -> int:
    """Return where an undertaking's name begins: at its first word of acting together, or at the partners."""
    if acting and acting[0].start < position:
        return acting[0].start
    return min(position, phrase_start(plain, clause.start, position))
