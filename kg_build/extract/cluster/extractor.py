"""Industrial clusters: `江州轴承、云溪丝绸2个集群入选国家先进制造业集群` states two, both national.

A name is place (if given) + industry + 产业集群 or 集群, as the text has it; the class words between them
(先进制造业, 特色) are dropped. Members of a list share its head noun. A phrase with no industry in it
(特色产业集群, 新增5个国家级集群) names no cluster, nor does a coded system (“5+3”产业集群: an initiative). A later
short form keeps the name and the region of the first. How phrases are taken apart is `name`'s, how parks and
bases are named `park`'s.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from operator import itemgetter

from kg_build.extract.cluster.name import (
    COUNT,
    GROUPED,
    bare_industry,
    entered_list,
    is_coded,
    is_counted,
    is_industry,
    level_by_award,
    level_of,
    read_members,
    split_members,
)
from kg_build.extract.cluster.park import read_park
from kg_build.extract.cluster.park_form import Named
from kg_build.extract.cluster.row import neighbours
from kg_build.extract.cluster.statement import AWARDED, HEAD, LISTED, PARK, SINGLE, Name, State, as_cluster
from kg_build.extract.cluster.zone import ZONE, read_zones
from kg_build.extract.phrase import is_in_title, phrase_start, strip_leads
from kg_build.extract.place import clause_at, is_torn, mention_at, mentions_in, tokens_in
from kg_build.extract.word_list import Token, word_finder
from kg_build.lexicon import Lexicon
from kg_build.model import Cluster, Rule, Segment, Sentence, Span, Statement

__all__ = ["RULES", "extract"]

RULES: tuple[Rule, ...] = (AWARDED, LISTED, PARK, SINGLE)

NOT_A_NAME = re.compile(
    r"""化 | 式 | 体系 | 企业 | 主导产业 | 数量 | 总数 | 个数 | 名单 | 内 | 促进 | 服务 | 项目 | 管理 | 运营
    | (?: 梯次 | 创新 | 协同 | 高质量 | 融合 | 能级 | 强链 | 补链 | 延链 | 培优 | 培强 | 示范 | 专项 | 产业 | 提质
        | 壮大 | 攻坚 )*
      (?: 培育 | 发展 | 提升 | 建设 | 筑峰 | 强基 )* (?: 提升 | 升级 | 壮大 )?
      (?: 工程 | 行动 | 计划 | 规划 | 方案 | 专项 | 政策 | 条例 | 基金 | 机制 | 试点 | 示范区 | 先导区 | 基地 | 联盟
        | 大会 | 意见 | 布局 | 格局 | 态势 | 趋势 | 特征 )
    """,
    re.VERBOSE,
)
"""What goes on from 集群 into the name of something else."""
COUNTED_AFTER = re.compile(r"(?:已|共|达|达到|增至|累计|总数|数|培育|新增|认定|打造)*(?:\d|[一二三四五六七八九十]+个)")
AWARD = re.compile(
    r"(?:成功|新|再|共同|联合|双双|均|全部|首次)*"
    r"(?:入选|入围|新进|获批|获评|列入|纳入|跻身|进入|晋级|升级为?|创建|申创|评为|认定为|成为|建成|上榜)"
)
HAS = re.compile(r"(?:现|拥|已)?有(?![色机])")
"""Behind a region: what it has, 江北「有」江州轴承集群."""
TOGETHER = re.compile(r"共建|共同(?:打造|培育|建设|创建)?")
NO_INDUSTRY_SUBJECT = re.compile(r"企业|公司|项目|家|园区|平台|中心|\d|产品|集群|个")
ETC = "等"
LIST = "名单"
LEVEL_IN = re.compile(r"国家级|省级")


def extract(segments: Sequence[Segment], lexicon: Lexicon) -> Iterator[Statement]:
    """Yield the clusters, parks and bases that a document names, paragraph by paragraph."""
    if not segments:
        return
    state = State()
    parks = word_finder("park-nouns").find(segments[0].document.plain)
    for segment in segments:
        for name in names_of(segment, lexicon):
            yield as_cluster(segment, name, state, lexicon)
        yield from clusters_of_parks(segment, parks, state, lexicon)


def clusters_of_parks(segment: Segment, heads: Sequence[Token], state: State, lexicon: Lexicon) -> Iterator[Cluster]:
    """Yield the parks and bases of a paragraph in text order, with the places that stand in a row with them."""
    parks: list[Named] = []
    found: list[tuple[int, Cluster]] = []
    for head in tokens_in(heads, segment.start, segment.end):
        at = clause_at(segment, head.start) if head.group != "none" else None
        if at is None or is_torn(segment, at[1]):
            continue
        is_zone = head.group == ZONE
        last = parks[-1] if is_zone and parks else None
        for park in read_zones(segment, at[1], head, last) if is_zone else read_park(segment, at[1], head, state.short):
            parks.append(park)
            found.append((park.start, as_cluster(segment, as_name(park), state, lexicon)))
    beside = neighbours(segment, parks)
    found += [(park.start, as_cluster(segment, as_name(park), state, lexicon)) for park in beside]
    yield from (cluster for _, cluster in sorted(found, key=itemgetter(0)))


def as_name(park: Named) -> Name:
    """Return a park's name with the level that it, or what stands before it, tells."""
    level = level_of(" ".join((park.rank, *LEVEL_IN.findall(park.name))))
    return Name(park.start, park.end, park.name, level, PARK)


def names_of(segment: Segment, lexicon: Lexicon) -> Iterator[Name]:
    """Yield the names that a paragraph's 集群 give."""
    plain = segment.document.plain
    head = plain.find(HEAD, segment.start, segment.end)
    while head >= 0:
        found = None if plain.endswith(HEAD, segment.start, head) else clause_at(segment, head)
        if found is not None and not is_in_title(plain, found[1].start, head) and not is_torn(segment, found[1]):
            yield from names_at(segment, *found, head, lexicon)
        head = plain.find(HEAD, head + len(HEAD), segment.end)


def names_at(segment: Segment, sentence: Sentence, clause: Span, head: int, lexicon: Lexicon) -> Iterator[Name]:
    """Yield the clusters that the 集群 at `head` names."""
    plain = segment.document.plain
    start = phrase_start(plain, clause.start, head)
    for together in TOGETHER.finditer(plain, start, head):
        start = together.end()
    owner = mention_at(segment.regions, start)
    if owner is not None and owner.end < head and (has := HAS.match(plain, owner.end, head)):
        start = has.end()
    earlier = plain.rfind(HEAD, start, head)
    if earlier >= 0 and not plain.startswith(("、", "和", "与", "及", "等"), earlier + len(HEAD)):
        start = earlier + len(HEAD)
    phrase = plain[start:head]
    groups = list(GROUPED.finditer(phrase)) if ETC in phrase else []
    if len(groups) > 1:
        yield from names_in_groups(start, groups, lexicon)
        return
    if (
        is_coded(phrase)
        or phrase.endswith(("设施", "平台", "装置"))
        or NOT_A_NAME.match(plain, head + len(HEAD), sentence.end)
    ):
        if plain.startswith(LIST, head + len(HEAD)):
            yield from names_by_award(segment, clause, start, head, lexicon)
        return
    members, middle = read_members(phrase)
    if not members:
        yield from names_by_award(segment, clause, start, head, lexicon)
        return
    opening = phrase.find(members)
    level = level_of(f"{middle} {phrase[:opening]}")
    if level == "unspecified":
        level = level_by_award(plain, sentence.start, start, head, sentence.end)
    listed = split_members(start + opening, members, lexicon)
    is_single = len(listed) == 1
    if is_single and (is_counted(phrase) or COUNTED_AFTER.match(plain, head + len(HEAD), clause.end)):
        return
    rule = SINGLE if is_single and not middle.startswith("等") else LISTED
    is_stated = level != "unspecified" or (rule is LISTED and re.search(COUNT, middle) is not None)
    end = listed[-1][0] + len(listed[-1][1]) + len("产业")
    if not is_stated and not mentions_in(segment.industries, listed[0][0], end):
        return
    suffix = "产业集群" if middle.endswith("产业") else HEAD
    entered = entered_list(plain, start, head, sentence.end) if level == "national" else ""
    for begin, member in listed:
        name = bare_industry(member)
        if is_industry(name) and not is_place(segment, begin, member):
            yield Name(begin, min(head + len(HEAD), clause.end), name + suffix, level, rule, entered)


def is_of_place(segment: Segment, start: int, member: str) -> bool:
    """Tell whether a member of a list opens with a region's name and goes on."""
    mention = mention_at(segment.regions, start)
    return mention is not None and mention.end < start + len(member)


def is_place(segment: Segment, start: int, member: str) -> bool:
    """Tell whether a member of a list is nothing but a region's name."""
    mention = mention_at(segment.regions, start)
    return mention is not None and mention.end >= start + len(member)


def names_in_groups(start: int, groups: Sequence[re.Match[str]], lexicon: Lexicon) -> Iterator[Name]:
    """Yield the clusters of lists that have a level each: 轴承等5个国际一流、丝绸等6个全国领先的集群方阵."""
    for group in groups:
        for begin, member in split_members(start + group.start(), group["members"], lexicon):
            if is_industry(member):
                yield Name(begin, start + group.end(), member + HEAD, level_of(group["level"]), LISTED)


def names_by_award(segment: Segment, clause: Span, start: int, head: int, lexicon: Lexicon) -> Iterator[Name]:
    """Yield the industries that a clause says entered a list of clusters: 江州激光产业入选国家…特色产业集群."""
    plain = segment.document.plain
    award = AWARD.search(plain, clause.start, start)
    if award is None or award.start() == clause.start:
        return
    begin = strip_leads(plain, clause.start, award.start())
    subject = plain[begin : award.start()]
    if not subject or NO_INDUSTRY_SUBJECT.search(subject):
        return
    suffix = "产业集群" if plain.endswith("产业", start, head) else HEAD
    for position, member in split_members(begin, subject.removesuffix("被").removesuffix("等"), lexicon):
        name = member.removesuffix("产业").removesuffix("等")
        named = mentions_in(segment.industries, position, position + len(member))
        if is_industry(name) and (named or member.endswith("产业") or is_of_place(segment, position, member)):
            level = level_of(plain[award.end() : head])
            entered = entered_list(plain, award.end(), head, head) if level == "national" else ""
            yield Name(position, head + len(HEAD), name + suffix, level, AWARDED, entered)
