"""What stands before 集群, taken apart: 具有竞争力的「激光、轴承」等3个特色产业 集群.

The industries that a phrase lists, the class words that are no part of a name, and the level that the words give.
"""

from __future__ import annotations

import re

from kg_build.extract.cluster.park_form import SECTOR
from kg_build.extract.lists import split_pair
from kg_build.lexicon import Lexicon
from kg_build.model import Level, Span

__all__ = [
    "COUNT",
    "GROUPED",
    "OPENING",
    "bare_industry",
    "entered_list",
    "is_coded",
    "is_counted",
    "is_industry",
    "level_by_award",
    "level_of",
    "read_members",
    "split_members",
    "without_landscape",
]

COUNT = r"(?:\d+|[一二三四五六七八九十两]+)(?:余|多)?(?:个|大|家|条)"
CLASS = re.compile(
    r"""(?:
      (?: 特色 | 优势 | 支柱 | 主导 | 传统 | 新兴 | 战略性新兴 | 战略性? | 未来 | 重点 | 先导 | 骨干 | 标志性
        | 创新型 | 现代化? | 先进 | 高端 | 专精特新 | 县域 | 区域 | 乡村 | 优质 | 外向型 | 开放型 | 融合 | 前沿
        | 地标 | 拳头 | 标杆 | 小型 | 中小企业 | 产业链 )+ (?: 制造业? | 产业 | 工业 )?
    | (?: 国家 | 国际 | 全国 | 全球 | 世界 | 国内 | 省 | 市 | 区 | 县 | 部 )
      (?: 级 | 一流 | 先进 | 领先 | 知名 | 重要 )?
    | 跨省域 | 工信部 | 培育
    | 新?(?:百亿|千亿|万亿)元?级?(?:规模)? | 规模 | 一流 | 的 | 新增 | 第[一二三四五六]批 | 首批
    | 新一批 | 一批 | 级 | “[^”]{1,10}” | 现代制造业
    )$""",
    re.VERBOSE,
)
"""What may stand between an industry and 集群 and is no part of the name."""
OPENING = re.compile(
    rf"""(?:
      国家级 | 全国 | 跨省域 | 扩大 | 现有 | 针对 | 明确 | 一批 | 若干 | 更多 | 多个 | 首批 | 新一批 | 年产值
    | 国家 | 特色 | 优势(?!矿) | 重点 | 以
    | (?:全国|全球|国内|省内)?(?:首个|首批|唯一|最大) | 新一代(?!信息|人工|电子|移动) | 一流 | 新(?=“)
    | (?:国家|世界|省|市|区)级 | 国际一流 | 世界一流 | 全国领先 | (?:百亿|千亿|万亿)元?级 | {COUNT}
    )+""",
    re.VERBOSE,
)
"""What may stand before the first industry and is no part of the name."""
NOT_INDUSTRY = re.compile(
    r"[《》。\n]|\d|[强补延]链条|级$|[城区]$|卡$|港$|学校|大学|科技$|优势$|(?<!信息)(?<!生物)技术$|算力|智算|数据中心|超算|万卡|机场|港口|航空港|医院|医学|医疗中心"
    r"|文物|遗址|景区|场馆|博物馆|酒店|民宿|演艺|高校|人才|设施|装置|实验室|平台|城镇|城市|村落|建筑|楼宇|总部|商圈|媒体"
    r"|要素|园区和|基地和|政策|项目|科学|枢纽|水库|风景|公园|功能|(?<!零)部件|有限|公司|方向|成为|推动|成群|新区|集聚|名校|书院|业态|龙头"
    r"|品牌商|为主|基金|专科|强镇|园$|基地$|[及和与]$|[两三四五六七八]大"
)
"""Facilities, firms and clauses, whose clusters are none of industries."""
CODED = re.compile(r"“[^”]{0,6}[\dA-Za-z][^”]{0,6}”[^、]{0,10}$")
GROUPED = re.compile(
    rf"(?P<members>[^等]+)等(?:{COUNT})?(?P<level>(?:国际|世界|全国|国内|全球)(?:一流|先进|领先|级))[、的]?"
)
"""A list with its own level among several: 轴承等5个国际一流、丝绸等6个全国领先的集群."""
SINGLE_COUNT = re.compile(rf"一批|若干|更多|多个|{COUNT}")
NATIONAL = re.compile(
    r"国家级|国家(?=先进|中小|战略|产业|创新|特色|优势|级|集群)|国家$|国家队|工信部|工业和信息化部|全国(?=优势|先进|中小)"
)
WORLD = re.compile(r"世界级|世界一流|国际一流")
PROVINCIAL = re.compile(r"省级|省先进|省特色|自治区级|市级")
NATIONAL_AWARD = re.compile(
    r"(?:入选|入围|新进|获批|获评|列入|纳入|跻身|进入|晋级|升级为?|创建|申创|评为|认定为|成为|建成|上榜)[^,;。]{0,16}?"
    r"(?:国家(?:级|先进|中小|战略|特色|优势|队|产业)|国家队|全国先进|工信部|工业和信息化部)"
    r"|(?<=集群)(?:等(?:\d+个)?)?(?:均|都|也|被|分别)?为国家(?:级|先进|中小|战略|特色|优势)[^,;。、]{0,12}集群(?=[,;。、]|$)"
)
WORLD_AWARD = re.compile(
    r"(?:集群|产业)(?:等(?:\d+个)?)?(?:成功|均|双双|首次|已)*(?:入选|入围|跻身|进入|晋级|升级为?|成为|建成|迈入|列入)"
    r"(?:世界级|世界一流|国际一流)[^,;。、]{0,8}集群"
)
ADDED = re.compile(
    r"国家(?:级|先进|中小|战略|特色|优势)[^,;。、]{0,12}集群(?:数量|总数|累计|已|达到?|增至|增加到)*\d+个,(?:其中,?)?新(?:增|获批|入选|认定)$"
)
"""What a sentence says before the clusters by which a count of national ones has grown."""
AROUND = re.compile(
    r"环(?![保境氧卫形])[一-龥]{0,3}?[湾湖海岛]|沿[江海湖河湾]|[一-龥]{2,4}?(?:大湾区|三角洲|流域|半岛)"
)
"""A landscape that opens a name of a cluster, no part of its industry."""
OF_NATION = re.compile(
    r"国家级?(?:(?:战略性|先进|中小|企业|特色|优势|传统|创新型?|新兴|未来|制造业?|工业|产业|农业|文化|数字)+)$"
)
"""What of the words before 集群 is the name of a national list: 国家先进制造业."""
NATIONAL_LIST = re.compile(
    r"国家队|(?:国家级?|全国)(?:(?:战略性|先进|中小|企业|特色|优势|传统|创新型?|新兴|未来|制造业?|工业|产业|农业|文化|数字)+)集群"
)
INNER_VERB = re.compile(r"共建|升级(?!版)|共同|建设|发展|打造|包括|包含|涵盖|囊括")
FINAL = re.compile(r"(?:(?<=[^造品业])产业|行业|领域|协同发展)$")
LONGEST_INDUSTRY = 22
FARTHEST_AWARD = 40


def read_members(phrase: str) -> tuple[str, str]:
    """Return what a phrase before 集群 lists, and what stands between that and 集群.

    >>> read_members("具有竞争力的激光、轴承等3个特色产业")
    ('激光、轴承', '等3个特色产业')
    >>> read_members("战略性新兴产业")
    ('', '战略性新兴产业')
    >>> read_members("具有竞争力的产业")
    ('', '具有竞争力的产业')
    """
    body = phrase.removesuffix("产业")
    described = False
    while found := CLASS.search(body):
        described = described or found[0] == "的"
        body = body[: found.start()].removesuffix("产业")
    counted = re.search(rf"{COUNT}$", body)
    if counted:
        body = body[: counted.start()]
    body = body.removesuffix("等").removesuffix("等重点领域").removesuffix("等领域")
    head, _, rest = body.partition("、")
    opening = head.rfind("的") + 1
    while found := OPENING.match(head, opening):
        opening = found.end()
    members = head[opening:] + ("、" + rest if rest else "")
    if "的" in rest:  # what stands before it describes: 链条完整、配套齐全的激光产业集群
        members = rest.rpartition("的")[2]
    if not body or "“" in members or SECTOR.fullmatch(members) or (described and not rest):
        return "", phrase
    middle = phrase[phrase.rfind(members) + len(members) :]
    listed, etc, _ = members.partition("等")
    return (listed, etc + middle) if etc and listed else (members, middle)


def split_members(start: int, members: str, lexicon: Lexicon) -> list[tuple[int, str]]:
    """Split a list into members with their offsets, of which the first begins at `start`.

    At 、 always, at 和 and 与 between two whole industries; what stands before a verb inside a member is cut off.
    """
    found: list[tuple[int, str]] = []
    position = 0
    for part in members.split("、"):
        for span in split_pair(members, Span(position, position + len(part)), lambda name: is_known(name, lexicon)):
            begin = span.start
            for verb in INNER_VERB.finditer(members, span.start, span.end - 1):
                begin = verb.end()
            begin += len("以及") if members.startswith("以及", begin) else 0
            if begin < span.end:
                found.append((start + begin, members[begin : span.end]))
        position += len(part) + 1
    return found


def is_known(name: str, lexicon: Lexicon) -> bool:
    """Tell whether a name is a label of the industry scheme."""
    return bool(lexicon.ground_industry(name))


def bare_industry(member: str) -> str:
    """Return a member of a list without a final 产业, 行业 or 领域."""
    return FINAL.sub("", member)


def is_industry(name: str) -> bool:
    """Tell whether what stands before 集群 may be an industry: not a class word, a facility or a clause."""
    if not 1 < len(name) <= LONGEST_INDUSTRY or "集群" in name or name.count("“") != name.count("”"):
        return False
    return SECTOR.fullmatch(name) is None and NOT_INDUSTRY.search(name) is None


def without_landscape(name: str) -> str:
    """Return what a cluster is named without the landscape that opens it: 环白石湾激光."""
    found = AROUND.match(name)
    return name[found.end() :] if found and len(name) > found.end() + 1 else name


def is_coded(phrase: str) -> bool:
    """Tell whether a code in quotes stands before 集群: a system of clusters, which is an initiative."""
    return CODED.search(phrase) is not None


def is_counted(phrase: str) -> bool:
    """Tell whether a phrase opens with a count."""
    return SINGLE_COUNT.match(phrase) is not None


def level_of(words: str) -> Level:
    """Return the level that the words around a cluster's industry give."""
    if WORLD.search(words):
        return "world-class"
    if NATIONAL.search(words):
        return "national"
    return "provincial" if PROVINCIAL.search(words) else "unspecified"


def level_by_award(plain: str, opened: int, start: int, head: int, end: int) -> Level:
    """Return the level of the list that a cluster `start`..`head` entered, as its sentence `opened`..`end` says."""
    if NATIONAL_AWARD.search(plain, head, end):
        return "national"
    comma = plain.find(",", head, end)
    if WORLD_AWARD.search(plain, head, comma if comma >= 0 else end):
        return "world-class"
    return "national" if ADDED.search(plain[max(opened, start - FARTHEST_AWARD) : start]) else "unspecified"


def entered_list(plain: str, start: int, head: int, end: int) -> str:
    """Return the national list that the words before the 集群 at `head`, or an award behind it, name; else nothing."""
    before = OF_NATION.search(plain, start, head)
    if before is not None:
        return before[0] + "集群"
    award = NATIONAL_AWARD.search(plain, head, end)
    named = NATIONAL_LIST.search(plain, award.start(), end) if award is not None else None
    return named[0] if named is not None else ""
