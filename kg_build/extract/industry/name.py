"""How an industry is worded: 建设「高端轴承装备」产业园 gives 高端轴承装备.

A label is widened over the words that belong to its noun phrase: modifiers before it (高端, 新型), a head noun
behind it (装备, 制造). A final 产业, 行业 or 领域 is taken off unless what is left names nothing (低空产业), and so is
业 behind 制造, 加工 and 软件. List marks are never crossed; which words are members of a list is `lists`.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from kg_build.extract.phrase import LEAD, VERB
from kg_build.extract.word_list import read_words

__all__ = [
    "clean_name",
    "is_economy",
    "is_noun_tail",
    "is_plain_name",
    "is_sector_class",
    "is_sector_form",
    "past_leads",
    "uncounted",
    "widen",
]

LONGEST_MODIFIER = 12
LONGEST_BARE = 2
"""So few characters (低空, 银发) name no industry by themselves unless they are a label."""

MODIFIER = re.compile(
    r"""(?: 高端 | 先进 | 前沿 | 新型 | 新一代 | 下一代 | 智能化? | 智慧 | 数字 | 绿色 | 低碳 | 零碳 | 清洁 | 洁净
          | 现代 | 海上 | 海洋 | 深海 | 深远海 | 沿海 | 陆上 | 热带 | 高原 | 丘陵山区 | 跨境 | 通用 | 特种 | 专用
          | 车用 | 民用 | 商用 | 医用 | 船用 | 军用 | 车规级 | 高性能 | 高技术 | 高附加值 | 高品质 | 高纯 | 高精度
          | 超精密 | 精密 | 精细 | 柔性 | 微型 | 轻型 | 重型 | (?:大型|小型)(?![水火风核]电|光伏|抽水)
          | 国产化? | 开源 | 关键 | 核心 | 基础 | 生物 | 纳米 | 纯电动 | 特高压 | 氢 | 石油 | 优质 | 健康
          | 有机 | 融合 | 地方 | 民俗 | 乡村 | 山地
        )+$""",
    re.VERBOSE,
)
HEAD = re.compile(
    r"""(?: 及其?(?:关键)?(?:零部件|部件|配件|配套|制品|应用|综合利用|衍生品)(?!体系|设施)
          | 精深加工 | 深加工 | 生产加工 | 加工业? | 研发制造业? | 制造业?(?!大市|强省) | 修造 | 维修 | 再制造
          | 冶炼 | 炼制 | 封测 | 封装(?:测试)? | 基板 | 装备 | 设备(?!更新) | 器械 | 器件 | 仪器 | 终端 | 芯片
          | 软件(?!园) | 整车 | 整机 | 组件 | 材料 | 制品
          | 关键零部件 | 核心零部件 | 零部件 | 部件 | 服务业 | 设计(?!院|大赛|之都|师|大会|周)
          | 回收利用 | 循环利用 | 综合利用 | 业(?![态务绩余主界者已户内])
        )+""",
    re.VERBOSE,
)
SUFFIX = re.compile(r"(?:全?产业链?|行业|领域|产业集群|集群|业务|方面)$")
SEAT = re.compile(r"(?<!数据)(?:中心|港湾|集聚区)$")
ENTERPRISE = re.compile(r"(?<=制造|加工|软件)业$")
USUAL = (
    (re.compile(r"(?<![A-Za-z])AI(?![A-Za-z])"), "人工智能"),
    (re.compile(r"^数字经济核心(?:产业)?$"), "数字经济"),
)
"""Other ways of writing a name, so that one industry has one name."""

PLAIN = re.compile(r"[一-龥A-Za-z0-9+\-]{2,16}")
TAIL = re.compile(r"(?:(?![和与])[一-龥A-Za-z0-9+])*")
NEVER = re.compile(
    r"""[的了我各每该其此向对占等和] | 在(?!线) | 事业 | 上下 | \d[余多]?[个家项条件]
      | ^[\d一二三四五六七八九十]+[个大条项家]
      | ^(?: 一批 | 一些 | 若干 | 全[国省市区县] | 本 | 重点 | 有关 | 相关 | 其他 | 多个 | 新
           | 稳定 | 增加 | 扩大 | 推出 | 扶持 | 引进 | 放宽 | 锻造 )
      | (?: 建设 | 发展 | 提升 | 改造 | 转型 | 升级 | 创新 | 治理 | 管理 | 改革 | 保障 | 监管 | 执法 | 赋能 | 增效
          | 降本 | 项目 | 企业 | 公司 | 集团 | 社 | 工程 | 平台 | 体系 | 机制 | 政策 | 规划 | 试点 | 示范 | 基础设施
          | 人才 | 市场 | 问题 | 安全 | [园区市县省镇村校院厅局谷城港带群节会] | 走廊 | 基地 | 中心 | 期货 | 生态 | 经济
          | 核心 | 配套 | 服务 | [资能]源 | 经费 | 收入 | 消费 | 需求 | 开放 | [强少高好大型]
        )$
    """,
    re.VERBOSE,
)
"""What no name of an industry holds (的, 在), opens with (一批) or ends in (建设, 园区)."""

COUNTED = re.compile(
    r"(?<=[一-龥])(?:等|这)?(?:[一二三四五六七八九十两]|\d{1,2})(?:大|个|条|类|[百千万]*亿元?级)[^、]*$",
)


SECTOR = re.compile(r"(?:加工|制造|养殖|种植|捕捞|采掘|运输|租赁|维修|修造|服务|零售|批发|旅游|文化|物流)业$")
ECONOMY = re.compile(
    r"""(?! [一-龥]{2}型 | 实体 | 民营 | 国有 | 国民 | 县域 | 区域 | 集体 | 农村 | 城市 | 乡村 | 市场 | 开放 | 外向
          | 公有 | 个体 | 私营 | 非公 | 世界 | 全球 | 我国 | 国家 | 全[国省市] | 工业 | 特色 | 块状
          | 镇域 | 新经济 | 混合 | 湾区 | 内陆 | 社会 | 当前 | 宏观 | 绿色 | 生态 | 循环 | 低碳 )
        [一-龥]{2,4}经济""",
    re.VERBOSE,
)
"""What a list of industries may hold that ends in 经济 (口岸经济), and no economy of a region or of a kind of owner."""
SECTOR_CLASS = re.compile(
    r"""(?: 特色 | 先进 | 现代 | 高端 | 传统 | 优势 | 新兴 | 新型 | 绿色 | 低碳 | 智能 | 高技术 | 高新技术 | 一般 | 重点
          | 战略性 | 未来 | 支柱 | 主导 | 生产性 | 生活性 | 关联 | 配套 | 相关 | 富民 | 县域 | 实体 | 接续 | 替代
          | 数字化? | 融合 | 创新 | 上下游 | 基础 | 骨干 | 标志性 | 规模 | 劳动密集型 | 资源型 | 高附加值 | 新 )*
        (?: 制造业? | 服务业? | 农业 | 工业 | 产业 | 经济 | 企业 | 业态 | 科技 | 技术 )?""",
    re.VERBOSE,
)
"""Whole sectors and classes of industries, with any class word before them."""
LEADING = re.compile(
    r"""(?: 培养 | 发布 | 开发(?!区) | 吸引 | 补齐 | 提高 | 突破 | 发力 | 锻造 | 兼顾 | 投资 | 主攻 | 规范(?:发展)?
          | 基于 | 深耕 | 应用于? | 引入 | 招引 | 集聚 | 汇聚 | 争取 | 增加 | 扩大 | 稳定 | 推出 | 扶持 | 放宽
          | 做[大强优精深实]+ | 振兴 | 激活 | 盘活
          | 开辟 | 开拓 | 进军 | 国家级? | 重[点要] | 一批 | 稳住 | 挖掘 | 撬动 | 释放 | 激发 | 提振 )+"""
    r"""|.{0,8}(?: 投向 | 倒逼 | 提振 | 带动 | 催生 | 面向 | 涵盖 | 覆盖 | 涉及 )""",
    re.VERBOSE,
)
"""What stands before the first member of a list and is no part of it."""


def past_leads(plain: str, start: int, end: int) -> int:
    """Return where a list's first member begins once the verb before it is left out (「倒逼」轴承、丝绸等产业)."""
    lead = LEADING.match(plain, start, end)
    return lead.end() if lead and lead.end() < end else start


def is_sector_form(text: str) -> bool:
    """Tell whether a name's last word makes it an industry (工艺品「加工业」)."""
    if is_economy(text):
        return True
    return SECTOR.search(text) is not None and is_plain_name(text) and not is_sector_class(text)


def is_economy(text: str) -> bool:
    """Tell whether a text names what people spend on or earn by (夜间「经济」)."""
    return ECONOMY.fullmatch(text) is not None and VERB.search(text) is None and LEAD.match(text) is None


def is_sector_class(text: str) -> bool:
    """Tell whether a text is a whole sector or a class of industries (特色制造, 新兴服务业)."""
    return SECTOR_CLASS.fullmatch(text) is not None


def widen(plain: str, start: int, end: int, low: int, high: int) -> tuple[int, int]:
    """Return the span of the noun phrase round a label, within `low`..`high` (its clause)."""
    before = max(low, start - LONGEST_MODIFIER)
    modifier = MODIFIER.search(plain[before:start])
    if modifier:
        start = before + modifier.start()
    head = HEAD.match(plain, end, high)
    return start, head.end() if head else end


def clean_name(name: str, is_known: Callable[[str], bool]) -> str:
    """Return an industry's name without quote marks and without the suffixes that only say that it is one."""
    name = name.replace("“", "").replace("”", "").strip("、 ")
    suffix = SUFFIX.search(name)
    if suffix:
        stem = name[: suffix.start()]
        if is_known(stem) or stem in read_words("industry-stems") or (len(stem) > LONGEST_BARE and not is_known(name)):
            name = stem
        elif suffix[0] != "产业":
            name = stem + "产业" if suffix[0].startswith(("产业", "全产业")) else stem
    seat = SEAT.search(name)
    if seat and name[: seat.start()] in read_words("industry-stems"):
        name = name[: seat.start()]
    name = ENTERPRISE.sub("", name)
    for other, usual in USUAL:
        name = other.sub(usual, name)
    return name


def is_plain_name(text: str) -> bool:
    """Tell whether a text that no label covers has the form of an industry's name."""
    return bool(PLAIN.fullmatch(text)) and not NEVER.search(text) and not VERB.search(text) and not LEAD.match(text)


def is_noun_tail(text: str) -> bool:
    """Tell whether what stands behind a label in its list member may be part of the name."""
    return not text or (bool(TAIL.fullmatch(text)) and not NEVER.search(text) and not VERB.search(text))


def uncounted(plain: str, start: int, end: int) -> int:
    """Return where a list's last member ends when a count of the list follows it (丝绸「两大优势」产业)."""
    count = COUNTED.search(plain[start:end])
    return start + count.start() if count else end
