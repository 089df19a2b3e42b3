"""Whether the words round a name leave it an industry: 发展汽车产业 does, 汽车以旧换新 and 世界汽车大会 do not.

Firms, authorities, events, licences and funds only bear an industry's name; supervision, a single product's first and a
technology's breakthrough are no promotion; a technology that is used (运用大数据) is a tool. Names of two characters
(汽车, 软件) are everyday words too and need an industry's place: a verb of promotion before them or a noun such as
产业链, 项目 or 产值 behind them.
"""

from __future__ import annotations

import re

from kg_build.model import Span

__all__ = [
    "in_place",
    "is_about_else",
    "is_borne",
    "is_counted_land",
    "is_farm_output",
    "is_list_of_else",
    "is_promoting",
]

REACH = 16
PLACE = re.compile(
    r"""(?: 及[^,、]{1,6} | 全 | 相关 | 生产 | (?:国家级?|省级)? (?:合作|创新(?:发展)?|综合改革|改革(?:创新)?|综合)
          (?=[基试示先园港中平] ) )?
        (?: 产业 | 行业 | 领域 | 集群 | 企业 | 项目 | 工业 | 工程 | 试点 | 示范 | 平台 | 中心 | 实验室
          | 技术(?!鉴定) | 研发 | 基地 | 园 | 城(?!市) | 港 | 谷 | 岛 | 区(?![域别分间县块]) | 综合体
          | 试验区 | 先[导行]区 | 小镇 | 大街 | 枢纽 | 大县 | 强[市县] | 之[都乡城] | 基站 | 电站
          | 工厂 | 生产线 | 产品(?!质量) | 产能 | 去产能 | 产量 | 产值 | 销量 | 出口 | 营业?收 | (?:总|综合)?收入
          | 增加值 | 规模 | 装机 | 供给 | 投资 | 贸易 | 市场(?!监管|秩序) | 链 | 业(?![务主绩余已]) | 生态 | 方面
          | 板块 | 赛道 | 消费(?=[,;、。]|活力|潜力|升级|扩容|提质|增长|恢复|倍增|供给|$) | “\d+条 | 龙头
          | 服务商 | 制造 | 装备 | 芯片 | 发展 | 开发 | 应用 | 发电 | 开工 | 投产 | 量产
          | 建成投产 | 竣工 | 下水 | 并网 | \d+号机组 | (?:深度)?融合(?!创新|基础)
          | \d\.0
        )""",
    re.VERBOSE,
)
PROMOTED = re.compile(
    r"""(?: 发展 | 培育 | 壮大 | 布局 | 做[大强优精]做?[大强优精]? | 振兴 | 聚焦 | 围绕 | 瞄准 | 打造 | 提升 | 支持
          | 扶持 | 推动 | 推进 | 促进 | 引进 | 引导 | 延伸 | 拓展 | 加快 | 谋划 | 培强 | 建强 | 形成 | 巩固 | 改造
          | 赋能 | 优化 | 抓好 | 抢占 | 开辟 | 进军 | 主攻 | 扩大 | 打通 | 生产 | 以 | 是
        )
        (?: 一批 | 全国 | [我全][省市区] | 具?有[^,、]{1,16}的 | 特色 | 优势 | 传统 | 新兴 | 重点 | [\d.]+个 )* $""",
    re.VERBOSE,
)
BORNE = re.compile(
    r"""[一-龥]{0,4} (?: 公司 | 集团 | 股份 | 银行 | 学院(?!派) | 大学 )
      | 局(?![部面域]) | 厅(?!堂) | 委员会 | 协会 | 学会 | 出版社 | 部队 | 职业 | 圈
      | [一-龥]{0,6}基金(?!小镇)
      | [^,;、]{0,12} (?: 许可证 | 牌照 | 资质 | 证书 | 合格证 )
      | [一-龥]{0,8}
        (?: 大会 | 博览会 | 论坛 | 展览会 | 交易会 | 峰会 | 推介会 | 对接会 | 洽谈会 | 招商会 | 展会 | 节会 | 会议
          | 博览城 | 大赛 | 联赛 | 公开赛 | 锦标赛 | 运动会 | 马拉松 | 文化节 | 旅游节 | 电影节 | 艺术节 | 美食节
          | 活动[周月日] | 宣传[周月日]
        )
      | 等?[一-龥]{0,4}
        (?: 违法 | 违规 | 犯罪 | 诈骗 | 传销 | 垄断(?!行业) | 乱象 | 事故 | 隐患 | 风险 | 污染 | 监管 | 执法 | 应急预案
          | 消费券 | 以旧换新 | 下乡 | 购置 | 报废 | 更新补贴
        )
      | [一-龥]{0,2} (?: 事业(?!单位和企业) | 期货 )
      | 节(?![能约点水日假目省庆])
      | [一-龥]{0,2}(?:体制|机构)(?!转) | 小区 | 审批
      | 网点 | (?:[一-龥]{0,2}进口)?口岸 | 消纳 | 降耗 | 减排
      | 走出去 | 公共充电 | 回收(?:体系|网络|站点) | [一-龥]{0,2}技术\d+项 | 适宜技术 | 险种 | 活动(?!中心)
      | \+[^”+]{0,10}” | ×""",
    re.VERBOSE,
)
USED = (
    *("运用", "利用", "使用", "采用", "充分用", "善用", "借助", "基于", "依靠", "维护", "防范", "从事"),
    *("打击", "禁止", "严禁", "取缔", "限制", "查处", "违规"),
)
FOUNDED = re.compile(r"(?:新增|净增|新设|新注册|新登记)[^,;、\d]{0,4}\d[\d.]*[余多万]*[家户][^,;、]{0,6}$")
"""Before 企业: firms that are counted as new, and not what they make."""
AREAS = ("临港经济", "临空经济", "空港经济")
"""What makes an area where 区 follows (临港经济「区」), and not an industry that it has."""
GOODS = ("装备", "设备", "软件")
GENERIC = re.compile(r"新(?:技术|工艺|设备|装备|产品|模式|业态)(?:、新[^、]{2})*、$")
RARE = re.compile(r"首(?!发经济)[台艘架款例次颗枚发辆套个]|首[批版]次|突破|攻克|掌握|填补")
FIRST = re.compile(r"(?:首(?!发经济)[台艘架款例次颗枚发辆套]|首[批版]次)[^,;]*?$")
FIRST_BEHIND = re.compile(
    r"(?!研究院|实验室|[一-龥]{0,4}中心)[^,;]*?首(?:[例台款架艘]|次(?!突破|超|达到?|跃|进入|位居|居|获))"
)
PROJECT = re.compile(r"等[一-龥]{0,6}项目|建成投产")
BREAKTHROUGH = re.compile(r"(?:突破|攻克|掌握|填补)(?!\d|[一二三四五六七八九十百千万])[^,;]*?$")
TECHNOLOGY = re.compile(r"[^,;]*?(?:技术|难题|空白)")
LAUNCHED = re.compile(r"[^,;]*(?:发布|上线|获批上市|问世|下线|首飞|点火)")
ELSE = re.compile(
    r"国企[^,;]{0,6}(?:整合|重组)|监管(?!沙盒|[区仓场]|中心)|执法|专项[整治]治|领域整治|污染治理|排查|检查|非法|纠纷|清欠|禁止|打击|欠薪|关停|取缔",
)
FARM = re.compile(r"\d[余多]?[万亿]?(?:亩|头|只|羽|公顷|尾|吨|公斤|斤|株)|面积")
COUNTED_LAND = re.compile(r"(?:种植|产业|标准化)?基地\d[\d.]*[余多]?[万亿]?(?:亩|公顷)")
CLOSING = re.compile(
    r"""\d[\d余多]*[家户名] | [^,;、]{0,6}
        (?: 手段 | 短板 | 品种 | (?:公共|便民)服务 | 科技成果 | 信息化 | 大?通道 | 期货 | 事业(?!单位和企业) | 消费券
          | 以旧换新 | 补贴 | 供应 | 供需 | 保供 | 保障 | 价格 | 成本 | 费用 | 民生 | 安全(?!应急)
          | 体制 | (?<!新型|信息|数字|算力)基础设施 | 节(?![能约点水日假目省庆])
        )""",
    re.VERBOSE,
)


LAST = re.compile(r"(?:(?:回收|销售)体系|结构(?:优化)?(?:调整|优化)?|走出去|资源整合|专业化整合|优化组合)$")
"""How the last member of a list ends that shares its noun with the others and is none of industries."""


def is_about_else(plain: str, clause: Span) -> bool:
    """Tell whether a clause speaks of supervision, not of an industry."""
    return ELSE.search(plain, clause.start, clause.end) is not None


def is_list_of_else(plain: str, clause: Span, start: int, end: int) -> bool:
    """Tell whether a list at `start`..`end` is one of tools (运用…手段), of infrastructure or of supplies."""
    return bool(
        plain.endswith(USED, clause.start, start)
        or CLOSING.match(plain, end, clause.end)
        or LAST.search(plain[max(start, end - REACH) : end])
    )


def is_borne(plain: str, clause: Span, start: int, end: int) -> bool:
    """Tell whether `start`..`end` is borne by something that is no industry, or is a tool or a product's first."""
    if BORNE.match(plain, end, clause.end) or plain.endswith(USED, clause.start, start):
        return True
    if plain.startswith("企业", end) and FOUNDED.search(plain[clause.start : start]):
        return True
    if plain.endswith("新", clause.start, start) and plain.startswith(GOODS, start):
        return True
    if plain.startswith("区", end) and plain.endswith(AREAS, start, end):
        return True
    if plain.startswith("、", start - 1) and GENERIC.search(plain[clause.start : start]):
        return True
    return RARE.search(plain, clause.start, clause.end) is not None and is_single(plain, clause, start, end)


def is_single(plain: str, clause: Span, start: int, end: int) -> bool:
    """Tell whether a clause speaks of a product's first or launch, or of a technology's breakthrough."""
    before = plain[clause.start : start]
    is_project = PROJECT.search(plain, end, clause.end) is not None
    return bool(
        (not is_project and (FIRST.search(before) or FIRST_BEHIND.match(plain, end, clause.end)))
        or (BREAKTHROUGH.search(before) and TECHNOLOGY.match(plain, end, clause.end))
        or ("首个" in before and LAUNCHED.match(plain, end, clause.end))
    )


def is_promoting(text: str) -> bool:
    """Tell whether a text ends in a verb of promotion."""
    return PROMOTED.search(text) is not None


def is_farm_output(plain: str, clause: Span, end: int) -> bool:
    """Tell whether a clause counts a crop or animals by area, head or weight, and not their industry."""
    return FARM.search(plain, clause.start, clause.end) is not None and not PLACE.match(plain, end, clause.end)


def is_counted_land(plain: str, clause: Span, end: int) -> bool:
    """Tell whether what stands behind a label counts the land that it takes (茶叶「基地30万亩」)."""
    return COUNTED_LAND.match(plain, end, clause.end) is not None


def in_place(plain: str, clause: Span, start: int, end: int) -> bool:
    """Tell whether an everyday word stands where an industry would."""
    return bool(PLACE.match(plain, end, clause.end) or is_promoting(plain[max(clause.start, start - REACH) : start]))
