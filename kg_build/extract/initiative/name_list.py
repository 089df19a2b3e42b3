"""Names in a list that a noun sums up: `实施强基、“铸魂”等重大工程` names 强基工程 and 铸魂工程.

Under 工程, 行动 and their like each member takes the noun; under 品牌, 活动 and 场景 the members are names as they
stand; under 项目 and 设施 only members that end with a noun of their own (`轴承实验室等项目`) are names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from kg_build.extract.initiative.code import is_code
from kg_build.extract.initiative.generic import is_generic_work, is_specific
from kg_build.extract.initiative.name_phrase import NamePhrase, clean_name, verb_and_start
from kg_build.model import Span

__all__ = ["listed_names"]

SUMMED = re.compile(
    r"""
    (?P<end> 等 (?<! [中高初平同]等 ) | ” (?= [两三四五六七八九十\d]+[项大个] ) )      # 强基、铸魂等 | “强基”“铸魂”两大
    (?P<gap> [^,。;:、“”()■等]{0,14}? )
    (?: (?P<adds> 工程 | 行动 | 战略 | 专项 | 计划 | 攻坚战 | 改革试点 | 改革 | 政策
        | 试点 (?!城市|示范|区|省|县)
        | (?<! 技术 ) 应用 (?!场景|软件|示范|研究|基础|型|中心|于|技术|体系|领域|推广) )
      | (?P<hosts> 大会 | 论坛 | 博览会 | 大赛 | 峰会 )
      | (?P<keeps> 机制 | 品牌 | 活动 | 赛事 | 展会 | 盛会 | 节会 | 服务 | 应用场景 | 场景 | 模式 | 制度 )
      | (?P<works> 项目 | 设施 | 平台 | 工程项目 | (?<=科学) 装置 )
    )
    (?! 标准(?!化) | 机械 | 技术 | 师 | 性
      | 方案 | 计划 | 规划 | 意见 | 办法 | 条例 | 资金 | 债 | 业 | 企业 | 改革 | 体系 | 器 | 措施 | 量 | 数 | 平台 )
    """,
    re.VERBOSE,
)
SEPARATOR = re.compile(r"、|(?<=”)[和与及]?(?=“)|(?<=”)[和与及]|[和与及](?=“)|以及")
OWN_NOUN = re.compile(
    r"(?:行动|计划|工程|专项|战略|攻坚战|改革|试点|政策|中心|平台|基金|实验室|研究院|工厂|厂房|基地|机场|铁路|高铁|高速|大桥|隧道|"
    r"水库|电站|港|枢纽|博物馆|图书馆|医院|大学|学院|线路|走廊|装置|机制|赛|节|会|(?:优品|车|书|航|精品|名品|年货)展)$"
)
WORK = re.compile(
    r"(?:中心|平台|实验室|研究院|研究所|工厂|厂房|机场|铁路|高铁|高速|高速公路|大桥|隧道|水库|电站|港|枢纽|博物馆|图书馆|科技馆|走廊|"
    r"装置|发射场|工程|运河|航道|码头|院区|校区|新馆|东馆|剧院|通道|跑道|航站楼|立交|灌区|水厂|公园|古镇|[^一-鿿]?[一-鿿]{2}馆|干道|大道|枢纽站|[^生产一沿红底主流管热道电公代][路线站]|"
    r"[东西南北中]段|[一-鿿]{2}段|[东西南北]延伸|支线|复线|扩能|扩容|改造|迁建|扩建)(?:项目)?(?:[一二三四]期)?$"
)
GRANT = re.compile(r"政策|国债|贴息|担保|优惠|免税|关税|退税|补贴|贷款")
HOSTED = re.compile(r"举办|承办|主办|协办|办好|筹办|创办")
MEETING = re.compile(r"[论座]谈会|动员|部署|推进会|现场会|工作会|发布会|听证会")
STATE = re.compile(r"国家|全国|首批|获批|入选|入围|列入|争取|纳入")
COUNTED = re.compile(r"[\d一二三四五六七八九十]+(?:个|项|家|条|批)|■")
ACTS = re.compile(r"推出|开展|实施|推进|推动|建成|形成|出台|完成|启动|打造|建设(?=一批)|落实|加快|开工")
"""A verb between 等 and the noun: what follows is no sum of the list (在供水、供热等领域继续推出一批试点)."""
GRAND = re.compile(r"(?:重大科技|科技重大|重点科技|重大)专项$")
"""What sums up grand projects of science, each of a field: 实施轴承、激光等「重大科技专项」."""
TWO_NAMES = re.compile(r"(?:计划|行动|工程|专项)[和与]")
RUN = re.compile(r"实施|支持|组织|启动|设立|推进|布局|开展|承担")
ACTED = re.compile(r"(?:建设|培养|培育|提升|引进|支持|攻关|扶持|发展|转化|倍增|扩容|培训)$")
"""What a plan does, at the end of a member of a list of plans."""
WORKED = re.compile(r"(?:评定|评审|评价|转化|管理|配置|使用|价格|预算|采购|分类|登记|审批|核准|交易)$")
"""What is reformed, more than a field: 职称评定、科研经费管理等改革."""
PLACE_END = re.compile(r"[省市县区镇]$")
PILOTS = frozenset({"试点", "改革试点"})
NEVER_ADDED = frozenset({"专项", "战略", "应用"})
OWN_QUOTE = frozenset({"改革", "应用"})
PREPOSITIONS = "与和在"
ARTICLES = re.compile(r"[\d一二三四五六七八九十]条$")
"""A text that goes by the number of its articles, which is a document: “稳外贸12条”."""
NO_FACILITY = re.compile(r"领域|方面|一批|国家重大|学科|^重大|集群$|城$")
SCIENCE = re.compile(r"大科学|科技基础设施$|科学装置$")
"""What sums up great facilities of science, each of which is a name as it stands: 散裂源、深海观测网等大科学装置."""
PUBLIC = re.compile(r"(?:公用|公共|公众)(?=品牌)")
"""What brands of a region are, whose members need no quotes: 江州蜜桃、板栗等区域公用品牌."""
FEWEST = 2
SHORTEST_NAME = 2
SHORTEST_MEMBER = 4
LONGEST_MEMBER = 26
LONGEST_PLACE = 4
LONGEST_BRAND = 10


def listed_names(masked: str, plain: str, clause: Span, places: Mapping[int, int]) -> Iterator[NamePhrase]:
    """Yield the names of the lists in a clause; none of a list that only counts or only names fields.

    `places` are the offsets where the name of a region starts, with those where it ends.
    """
    for summed in SUMMED.finditer(masked, clause.start, clause.end):
        end = summed.start() + (summed["end"] == "”")
        verb, start = verb_and_start(masked, clause.start, end, touching=True)
        if ACTS.search(summed["gap"]):
            continue
        if start >= end or not (verb < start or summed["works"] or "“" in masked[start:end]):
            continue
        members = split_members(masked, start, end)
        if summed["end"] == "”" and len(members) < FEWEST:
            continue
        texts = any(ARTICLES.search(clean_name(plain[member.start : member.end])) for member in members)
        place = shared_place(masked, plain, members)
        if not place and summed["keeps"] and PUBLIC.search(summed["gap"] + summed["keeps"]):
            place = first_place(plain, members, places)
        quoted = any("“" in masked[member.start : member.end] for member in members)
        for member in members:
            name = clean_name(plain[member.start : member.end])
            if (
                len(name) < SHORTEST_NAME
                or len(name) > LONGEST_MEMBER
                or COUNTED.search(masked, member.start, member.end)
            ):
                continue
            if texts and (ARTICLES.search(name) or "“" not in masked[member.start : member.end]):
                continue
            branded = own_quote(masked, member, name, summed["adds"]) if summed["adds"] in OWN_QUOTE else quoted
            if summed["keeps"] and is_code(name):
                noun = summed["gap"] + summed["keeps"]
                yield NamePhrase(verb, member.start, member.end, name + noun, "code", name, name)
                continue
            added = noun_added(summed, name, quoted=branded, governor=masked[verb:start])
            if added is not None:
                before = place if member is not members[0] else ""
                opening = members[0].start if place else member.start
                yield NamePhrase(verb, opening, member.end, before + name + added, "listed")


def split_members(masked: str, start: int, end: int) -> list[Span]:
    """Return the spans of a list's members."""
    members = []
    opening = start
    for separator in SEPARATOR.finditer(masked, start, end):
        if separator.start() > opening:
            members.append(Span(opening, separator.start()))
        opening = separator.end()
    if end > opening:
        members.append(Span(opening, end))
    return members


def shared_place(masked: str, plain: str, members: Sequence[Span]) -> str:
    """Return the short words before the first of several quotes that belong to all: 江白“绿廊”“蓝廊”."""
    first = members[0]
    quote = masked.find("“", first.start, first.end)
    if len(members) < FEWEST or not 0 < quote - first.start <= LONGEST_PLACE:
        return ""
    return plain[first.start : quote] if all(masked[member.start] == "“" for member in members[1:]) else ""


def first_place(plain: str, members: Sequence[Span], places: Mapping[int, int]) -> str:
    """Return the place that opens the first brand of a list, and no other: 江州蜜桃、板栗."""
    first = members[0]
    end = places.get(first.start, 0)
    if not first.start < end < first.end or any(member.start in places for member in members[1:]):
        return ""
    return plain[first.start : end]


def own_quote(masked: str, member: Span, name: str, noun: str) -> bool:
    """Tell whether a member has a brand of its own; what is applied opens with it and is no A+B, which are fields."""
    if noun == "应用":
        return masked[member.start] == "“" and "+" not in name
    return "“" in masked[member.start : member.end]


def noun_added(summed: re.Match[str], name: str, *, quoted: bool, governor: str) -> str | None:
    """Return the noun that a member of a list takes to be a name, if any, or None where it is no name."""
    own = OWN_NOUN.search(name)
    if summed["hosts"]:
        if not HOSTED.search(governor) or MEETING.search(name):
            return None
        return "" if own else summed["hosts"] if quoted or len(name) >= SHORTEST_MEMBER else None
    if summed["works"] and SCIENCE.search(summed["gap"] + summed["works"]) and not NO_FACILITY.search(name):
        return "" if len(name) >= SHORTEST_MEMBER else None
    if summed["works"]:
        work = WORK.search(name)
        return "" if work and len(name) > SHORTEST_MEMBER and not is_generic_work(name[: work.start()]) else None
    if summed["keeps"] and PUBLIC.search(summed["gap"] + summed["keeps"]):
        return "" if quoted or own or SHORTEST_NAME <= len(name) <= LONGEST_BRAND else None
    if summed["keeps"]:
        return "" if (quoted or own) and name[0] not in PREPOSITIONS and not MEETING.search(name) else None
    noun = summed["adds"]
    grand = GRAND.search(summed["gap"] + noun)
    if grand and RUN.search(governor):
        if TWO_NAMES.search(name):
            return None
        return "" if own else grand[0]
    if noun == "应用" and not quoted:
        return None
    plain_member = not own and not quoted
    if plain_member and (len(name) < SHORTEST_MEMBER or name[0] in PREPOSITIONS or noun in NEVER_ADDED):
        return None
    if noun in PILOTS and (STATE.search(governor + summed["gap"]) or PLACE_END.search(name)):
        return None
    if noun == "计划":
        return plan_added(summed["gap"], name, governor=governor, has_sign=bool(own or quoted))
    is_worked = not summed["gap"] and WORKED.search(name) is not None
    if not quoted and (
        (noun == "改革" and not (is_specific(name) or is_worked)) or (noun == "政策" and not GRANT.search(name))
    ):
        return None
    return "" if own else noun


def plan_added(gap: str, name: str, *, governor: str, has_sign: bool) -> str | None:
    """Return what a member of a list of plans takes to be a name: 高峰学科(等)「建设计划」; `gap` follows 等."""
    acts = ACTED.fullmatch(gap)
    if not RUN.search(governor) or (gap and not acts) or not (has_sign or acts or ACTED.search(name)):
        return None
    return "计划" if not acts or name.endswith(gap) else gap + "计划"
