"""What closes a list of industries: 激光、轴承等「特色产业」, 激光、轴承「产业园区」, 激光、轴承等「加快发展」.

The noun that classes a list, or what is said of its members, tells what it is a list of, and of which role they are.
"""

from __future__ import annotations

import re

import msgspec

from kg_build.extract.industry.context import is_borne
from kg_build.extract.industry.name import past_leads, uncounted
from kg_build.extract.industry.role import role_of_class
from kg_build.extract.lists import Coordination
from kg_build.model import Role, Span

__all__ = ["ASSERTING", "LOOSE", "Closing", "closing_of"]

COUNT = r"(?:其[他它]|各类|一系列)?(?:[一二三四五六七八九十两\d+“”]+(?:大|个|条|类|项)?)?"
CLASS = r"""(?: [百千万]亿元?级? | 国家级? | 省级 | 世界级 | 县域 | 本土 | 本地 | 一批 | 重点 | 优势 | 特色 | 支柱
    | 主导 | 传统 | 新兴 | 战略性 | 未来 | 先导 | 标志性? | 先进 | 高端 | 前沿 | 关键 | 细分 | 骨干 | 绿色 | 新型?
    | 高技术 | 创新型? | 现代化? | 富民 | 高成长性 | 朝阳 | 基础 | 潜力 | 规模 | 工业 | 消费 | 制造业? | 服务业?
    | 中小企业 | 经济 )*"""
CLASSED = re.compile(
    rf"""{COUNT} {CLASS}
        (?P<field> (?: (?! [在的和与为是向对因被把将] | 建设 | 发展 | 推进 | 重点 | 关键 ) [一-龥] ){{2,6}}? )?? {CLASS}
        (?P<kind> 产业链 | 产业集群 | 产业基地 | 产业(?!园|化|技术) | 行业 | 领域 | 集群 | 赛道 | 业务 | 业态 | 装备
          | 产品 | 板块 | (?:深度)?融合 | (?<=消费)热点 | (?<=新)增长[点极] | (?<=增长)引擎
          | (?<!公共)服务业 | 制造业 | 工业(?![园区企增互设软母机旅遗投]) | 农业(?![农生产])
          | 服务贸易 | (?:服务)?(?:消费|出口)(?![品者券税集中城维帮金额基]) | 消费品
          | (?:金融|科技|商务|专业|信息|中介|技术|商贸|生产性|生活性)服务(?![业能体平机水质场网中站设消贸出商企包员群])
          | (?<!实体)经济(?![区带圈社作体林发增高]) )
    """,
    re.VERBOSE,
)
"""The words behind 等 that class a list; `field` is an industry that heads it (等「数字」产业集群)."""
RELATIVE = re.compile(r"[^,;、的]{2,14}的(?=[^,;、]{0,6}(?:产业|行业|领域))")
"""A clause before those words (等「处于低谷的」行业)."""
GROWTH = r"""(?:实现|保持|呈现)?
    (?: 快速 | 较快 | 平稳 | 蓬勃 | 持续 | 稳步 | 加快 | 加速 | 协同 | 协调 | 融合 | 健康 | 有序 | 规范 | 创新 | 集群
      | 集聚 | 高质量 | 良好 | 迅猛 | 竞相 | 不断 )*
    (?:发展|增长|兴起|壮大|崛起)(?![中规战方机质水环瓶短潜点极])"""
GROWN = re.compile(GROWTH, re.VERBOSE)
"""What is said of the members of a list (轴承、丝绸等「加快发展」)."""
CLOSED = re.compile(
    rf"""全?产业链 | 产业集群 | (?<!水)产业(?!园|化|基地) | 行业 | 领域 | 集群 | 赛道 | 方面
      | (?P<whole> (?:制造|加工)业?$ ) | (?P<seat> 产业(?:园区?|基地) )
      | (?P<grown> (?<![就创企事职专学毕行作])业(?=$|[对均]|{GROWTH}) )""",
    re.VERBOSE,
)
SHARED = re.compile(r"(?:精深|深)?加工(?!企业|园|基地|项目|产业)|材料(?!企业|价格|供应)")
"""A noun behind 等 that each member has at its own end (锌、锡等「精深加工」)."""
ASSERTING = frozenset(
    {"产业链", "产业集群", "产业基地", "产业", "行业", "集群", "赛道", "全产业链", "业态", "服务业", "制造业"}
    | {f"{kind}服务" for kind in ("金融", "科技", "商务", "专业", "信息", "中介", "技术", "商贸", "生产性", "生活性")}
)
"""Nouns that say that what stands before them is an industry; a 领域 or a 产品 need not be one."""
SOLD = frozenset({"消费", "服务消费", "出口", "服务出口", "服务贸易", "消费品"})
"""Nouns that say that what stands before them is sold, if not always by an industry."""
LOOSE = ASSERTING | SOLD | {"融合", "深度融合", "业", "产业园", "产业园区"}
"""Nouns before which a word counts as known that is a label without its 产业 (文化、体育等「融合」)."""
NEW = frozenset({"赛道", "业态", "增长点", "增长极", "引擎"})
"""Nouns that call their members new, if weakly."""
SERVICES = re.compile(r"服务业(?!态)")
TRAVEL = "旅游"
"""A field that its lists share: 红色、乡村等旅游业态 are kinds of travel, no industries by themselves."""
ENTERED = re.compile(r"(?:资本|资金|外资|民资)[一-龥]{0,6}?(?:进入|投向|投入|参与|投资)(?!.*[进投参])")
"""Capital that enters the fields of a list, which are industries then: 社会资本进入轴承、丝绸等领域."""
NO_TRADE = ("领域", "准入", "标准", "安全", "监管", "执法", "部门", "新能源车", "车辆", "推行", "、重点领域")
"""Words behind 行业 that make it one of fields that are overseen: 危险品、地下空间等行业「领域」."""
SEATS = ("园", "园区", "基地", "港", "城", "谷")
GOVERNING = ("发展", "培育", "壮大", "做大做强", "做优做强", "做强做优", "做优", "做强")
CAUSE = "事业"


class Closing(msgspec.Struct, frozen=True):
    """What closes a list: the noun that classes it, the role that it gives, whether it asserts industries.

    `cut` is where the last member ends that holds the noun itself (-1: none does), `shared` a noun of every member.
    `is_governed` says that a verb of promotion stands before the list.
    """

    kind: str
    role: Role | None = None
    is_asserting: bool = False
    is_governed: bool = False
    cut: int = -1
    shared: str = ""

    @property
    def otherwise(self) -> Role:
        """The role of the members where nothing else is said of one."""
        return "emerging" if self.kind in NEW else "general"

    @property
    def is_sale(self) -> bool:
        """Tell whether it speaks of what is sold, which not every member need be an industry of."""
        return self.kind in SOLD


def closing_of(plain: str, clause: Span, coordination: Coordination) -> Closing | None:
    """Return what classes a list: the words behind its 等, those that end its last member, or its verb."""
    head = coordination.head
    behind = head if head >= 0 else coordination.end - len(CAUSE)
    start = past_leads(plain, coordination.start, coordination.members[0].end)
    is_governed = plain.endswith(GOVERNING, clause.start, start) and not plain.startswith(CAUSE, behind)
    is_entered = ENTERED.search(plain, clause.start, start) is not None
    closing = (
        class_behind(plain, clause, head, is_governed=is_governed, is_entered=is_entered)
        if head >= 0
        else class_within(plain, coordination)
    )
    if closing is not None:
        return closing if closing.kind else None
    return Closing("", is_governed=True) if is_governed else None


def class_behind(plain: str, clause: Span, head: int, *, is_governed: bool, is_entered: bool) -> Closing | None:
    """Return what the words behind 等 at `head` make of a list; one of no kind where they bear it, None for none."""
    relative = None
    closing = CLASSED.match(plain, head, clause.end)
    if closing is None:
        relative = RELATIVE.match(plain, head, clause.end)
        closing = CLASSED.match(plain, relative.end(), clause.end) if relative else None
    if closing is not None:
        if is_borne(plain, clause, closing.start(), closing.end()):
            return Closing("")
        kind = "服务业" if SERVICES.search(closing[0]) else closing["kind"]
        if kind.endswith("服务") and not is_governed:
            return None
        is_asserting = kind in ASSERTING and (not closing["field"] or (is_governed and closing["field"] != TRAVEL))
        if kind == "领域" and is_entered:
            kind, is_asserting = "行业", True
        elif kind == "行业" and plain.startswith(NO_TRADE, closing.end()):
            kind, is_asserting = "领域", False
        return Closing(kind, role_of_class(closing[0]), is_asserting=is_asserting, is_governed=is_governed)
    shared = SHARED.match(plain, head, clause.end)
    if shared is not None:
        return Closing(shared[0], shared=shared[0])
    return Closing("发展") if GROWN.match(plain, head, clause.end) else None


def class_within(plain: str, coordination: Coordination) -> Closing | None:
    """Return what the words that end the last member of a list make of it."""
    *others, last = coordination.members
    closing = CLOSED.search(plain, last.start + 1, last.end)
    if closing is None:
        return None
    if closing["seat"] and any(plain.endswith(SEATS, member.start, member.end) for member in others):
        return None
    is_inside = closing["whole"] or closing["grown"]
    cut = uncounted(plain, last.start, closing.end() if is_inside else closing.start())
    return Closing(closing[0], role_of_class(plain[cut : closing.start()]), cut=cut)
