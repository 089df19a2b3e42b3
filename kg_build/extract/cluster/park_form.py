"""What the name of a park or base may hold: `江州激光产业园` has a place and an industry, `特色产业园区` neither.

Words that count, rank or class, words of other uses (places of learning, storage, settlement), and what each class of
head nouns asks for.
"""

from __future__ import annotations

import re

import msgspec

from kg_build.extract.place import mention_at, mentions_in
from kg_build.extract.word_list import Token, word_finder
from kg_build.model import Segment

__all__ = [
    "AFTER",
    "CLASS_ONLY",
    "COUNT",
    "COUNTED",
    "GATHERED",
    "LED",
    "OTHER_USE",
    "PHASE",
    "RANK",
    "REACH",
    "SECTOR",
    "UNNAMED",
    "Named",
    "ends_in_noun",
    "fulfils",
    "has_industry",
    "is_nameable",
]

COUNT = r"(?:\d+(?:[—~-]\d+)?|[一二三四五六七八九十两]+|[多各数])(?:多|余)?(?:个|大|家|座|处|类)"
COUNTED = re.compile(
    rf"(?:首批|新一批|第[一二三四五六七八]批)?(?:一批|若干|更多|一些|系列|各类|各级|各|所有|全部|这些|{COUNT})"
)
RANK = re.compile(
    r"(?:全国|全球|国内|全省|全市|西部|世界)?(?:首个|第[一二三]个|首批|首座|唯一|最大)的?"
    r"|国家级|世界一流|省级|市级|世界级|国际一流|高标准|现代化|特色|标杆|好(?=[一-龥]{4})"
)
REACH = re.compile(r"国家|全国|全球|世界(?!级|一流)|国际(?!一流)|我国|亚洲|东北亚|东南亚|西部(?!陆海)|西北|西南|重要")
CLASS_ONLY = re.compile(
    r"""(?:
    特色 | 重点 | 优势 | 专业 | 专精特新 | 主导 | 标杆 | 标准化? | 一流 | 现代化? | 新型 | 高端 | 高质量 | 高技术
    | 高新技术? | 先进 | 新兴 | 战略性 | 未来 | 传统 | 骨干
    | 国家级? | 省级? | 市级? | 县级? | 区级? | 县域 | 乡镇 | 村级 | 村镇 | 区域 | 地方 | 全省 | 全市 | 各市 | 本地
    | 国际 | 国内 | 海外 | 境外 | 境内 | 跨境 | 沿边 | 沿海 | 沿江
    | 小微 | 中小 | 企业 | 民营 | 外资 | 小型 | 大型 | 科技 | 科创 | 创新 | 创意 | 创业 | 双创 | 孵化 | 研发 | 技术
    | 成果 | 转化 | 应用 | 示范性? | 试点 | 试验
    | 合作 | 共建 | 协作 | 飞地 | 承接 | 转移 | 对接 | 联动 | 开放 | 经贸 | 贸易 | 出口 | 进口 | 外贸 | 投资 | 招商
    | 绿色 | 零碳 | 近零碳 | 低碳 | 循环 | 生态 | 智慧 | 智能化? | 数字化? | 循环经济 | 集约 | 综合 | 专门 | 配套
    | 功能 | 定制 | 标准 | 厂房 | 开发 | 产业化? | 工业 | 制造业? | 服务业? | 农业 | 农村 | 新型工业化 | 主题 | 平台
    | 载体 | 集群 | 生产 | 加工 | 制造 | 供应 | 保障 | 建设 | 发展 | 培育 | 百万平方米
    | 千亿元?级? | 百亿元?级? | 万亿元?级? | 类 | 型 | 级 | 新 | 老 | 大 | 小 | 好 | 的 | 和 | 与 | 及 | 等 | 、
    | “[^”]{0,12}”
    )*""",
    re.VERBOSE,
)
"""A modifier of these words alone names no park."""
SECTOR = re.compile(
    r"(?:先进|现代|高端|高技术|高新技术|特色|优势|传统|新兴|未来|新型|重点|主导|支柱|战略性|绿色|科技|创新|大型|城市|企业"
    r"|中小|科技型|生态|产业|高精尖|新质|富民|国有|民营|核心|全链条|综合|全产业链|产业链|上下游|完整|高质量|工业化?"
    r"|制造业?|农业|服务业|生产性|生活性|实体经济|中|和|与|及|及其|、|等)*"
)
"""Words of whole sectors and of classes, which name no industry."""
SECTOR_PARK = re.compile(
    r"(?:国家|现代|高效|设施|都市|文化|旅游|体育|健康|农村|乡村|新兴|战略性新兴|民族|特色|创意|广告|艺术|热带)*"
    r"(?:农业|产业|工业|渔业|林业|畜牧业|服务业|文化|旅游)?(?:科技|示范|创新|创意)?"
)
CULTURE = re.compile(r"文化(?:旅游|创意)?(?:产业)?")
UNNAMED = re.compile(
    r"[省市区]$|.[省市]级|\d万|批|\+|\d个|\d+(?:万|千)?亩|改革|习近平|重点|超.{0,3}亿|以上|自有|原有|外埠|瓜菜|本省|标准化|规模化|优质"
    r"|[“”《》;,。]|转移|召开|的|[两三四五六]大|[牛羊猪鸡果菜茶粮]$|(?<!医)药$"
)
OTHER_USE = re.compile(
    r"老工业|教育|培训|实训|实践|研学|科普|创业|孵化|双创|人才|科研|教学|国防|爱国|廉政|红色|储备|应急|救援|保供|菜篮子"
    r"|育人|博士|留学|劳动|就业|体育|观测|考古|发射|监测|演训|拍摄|写生|康养|养老|隔离|医疗|诊疗|疗养|文物|遗址|生态保护"
    r"|水源|大学|高校|学校|校园|职教|工业遗产|总部|商务|商贸集聚|消费|旅游|步行街|民宿|酒店|公园"
)
INDUSTRIAL = re.compile(
    r"制造|加工|装备|材料|能源|化工|医药|电子|信息|软件|数据|互联网|芯片|汽车|航空|航天|石化|冶金|纺织|食品|种业|出海"
)
AFTER = re.compile(
    r"(?:成功|被)*(?:入选|入围|获批|获评|评为|列入|认定为)(?![^,;。]*集群)"
    r"|(?:累计|已)*(?:达到?|增至)?\d+(?:[个家处]|(?:\.\d+)?万?亩)|林|化|式|型|企业|经济|电池|内|外|级|网|集群|管委会|运营商"
    r"|\([一-龥]{2,8}\)(?:科技园|产业园|基地)|(?:循环化)?改造|(?:评价|认定|管理)办法|(?:建设)?(?:方案|规划|条例|标准)"
)
LED = re.compile(r"(?:(?:升级|扩展|扩建|改造|做精|年底前|本市|我[省市区])(?=[一-龥]{4}))+")
"""What may open a phrase and is no part of a name."""
PHASE = re.compile(r"[一二三四五]期")
"""A phase of a base is a project of a firm; that of a park is not."""
GATHERED = re.compile(r"(?:集聚|聚集|汇聚|云集)的$")
"""The end of an attribute that says what gathers in a base, and not how far it reaches: 全国企业集聚的."""
QUOTED = re.compile(r"“[^”]{1,10}”")
OWN_PLACE = re.compile(r"[一-龥]{2,5}(?:新区|高新区|经开区|开发区)")
OWN_ZONE = "designation-own-places:"
INDUSTRY = "产业"
LONGEST_PLACE = 5


class Named(msgspec.Struct, frozen=True):
    """A park or base as its clause names it; `rank` is what stands before the name (世界级)."""

    start: int
    end: int
    name: str
    rank: str = ""


def is_nameable(segment: Segment, start: int, modifier: str, head: Token) -> bool:
    """Tell whether a modifier can name one park: not by a class, a clause, or a use that is none of industry."""
    if head.group == "valley" and not modifier:
        return True
    if mention_at(segment.regions, start) is not None and head.group == "park":
        modifier = QUOTED.sub("某", modifier)
    if any(pattern.search(modifier) for pattern in (OTHER_USE, UNNAMED)) or CLASS_ONLY.fullmatch(modifier):
        return False
    return SECTOR_PARK.fullmatch(modifier) is None or (head.group == "zone" and CULTURE.fullmatch(modifier) is not None)


def fulfils(segment: Segment, start: int, head: Token, modifier: str) -> bool:
    """Tell whether a modifier holds what the class of its head noun asks for: an industry, or a place."""
    place = mention_at(segment.regions, start)
    if head.group in {"base", "belt", "own", "zone"}:
        head_start = head.start + len(INDUSTRY) * segment.document.plain.startswith(INDUSTRY, head.start)
        if REACH.search(modifier) or not has_industry(segment, start, head_start):
            return False
        if head.group == "own":
            own = mention_at(segment.names, start)
            return own is not None and own.concept.startswith(OWN_ZONE)
        is_own = place is not None or not (
            mention_at(segment.industries, start) or modifier.startswith(("国家", "省", "车联网", "未来"))
        )
        return is_own or not segment.document.plain.startswith("先导区", head.start)
    if head.group == "estate":
        name = segment.document.plain[head.start : head.end]
        is_placed = place is not None or OWN_PLACE.match(modifier) is not None
        return is_placed or (name == "工业园区" and len(modifier) < LONGEST_PLACE)
    return True


def ends_in_noun(member: str) -> bool:
    """Tell whether a member of a list has a head noun of its own."""
    return any(noun.end == len(member) for noun in word_finder("park-nouns").find(member))


def has_industry(segment: Segment, start: int, end: int) -> bool:
    """Tell whether an industry of the scheme, or a word that only industries have, stands in a stretch."""
    named = any(not SECTOR.fullmatch(mention.label) for mention in mentions_in(segment.industries, start, end))
    return named or INDUSTRIAL.search(segment.document.plain, start, end) is not None
