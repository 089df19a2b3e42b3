"""Public works by their nouns: `云溪大桥`, `江白高速公路青沙段`, `云溪港改扩建`, `江云通道全线贯通`.

A noun that names a work wherever it stands (`facility`, `work`: 大桥, 水库, 科学城) needs only that nothing else is
named after it. One that names many other things too (`site`: 通道, 港, 公园, 线) needs to be built: by the verb before
it or the predicate behind it. What is done to a work or a part of it (一期, 改扩建, 青沙段) belongs to its name.
"""

from __future__ import annotations

import re

from kg_build.extract.initiative.generic import is_generic_work
from kg_build.extract.initiative.name_context import CLASSES, PREDICATE, Context

__all__ = [
    "PHASE",
    "WORK_BUILT",
    "WORK_NEXT",
    "is_area",
    "is_facility",
    "is_line",
    "is_phase",
    "is_port",
    "is_route",
    "is_section",
    "is_site",
    "tail_end",
]

WORK_NEXT = re.compile(
    r"$|[,、。;:和与及等()—]|(?:项目|工程)?(?:建设|前期|扩建|改扩建|新建|迁建|改造|扩能|[一二三四五]期|[东南西北]线|续建|复工|取得|实现|年内|年底|全|主|至|启动|加快|"
    r"[\u4e00-\u9fff]{1,8}段|复线|支线|项目|工程|\d)"
)
TAIL = re.compile(
    r"(?:[\u4e00-\u9fff]{2,5}[至到][\u4e00-\u9fff]{2,5}段|[\u4e00-\u9fff]{2,3}(?<![阶手地])段|[东南西北][段区]|[东西南北]延伸线?|支线|复线)?"
    r"(?:主体)?(?:[一二三四五]期)?(?:(?:电气化|扩能|提质|升级|深度处理)*改造|改扩建|扩建|扩能|迁建|综合整治|保护利用)?(?:工程)?(?:\(○{2,6}\))?"
)
TAIL_NEXT = re.compile(
    r"$|[,、。;:和与及等)]|(?:项目)?(?:建设|前期|年内|年底|(?:全面|全线|加快|正式|顺利|基本|主体|已)*"
    r"(?:开工|建成|通车|完工|竣工|投用|投运|贯通|启动|获批|推进|列入|运营|开通))"
)
BUILDING = re.compile(
    r"建成|开工|开建|动工|续建|兴建|竣工|加快建设|规划建设|启动建设|推进建设|建好|建设|新建|改扩建|投用|开通"
)
MOVING = re.compile(r"推进|推动|加快|启动|参与|支持|谋划|争取|抓好|做好|完成|实施|提速|力争|统筹|强化")
TO_BE_BUILT = re.compile(
    r"(?:[、和与及][^,。;:]{0,40}?)?(?:等[^,。;:]{0,12}?)?(?:项目|工程)?(?:建设|前期|开工|建成|改造|扩建|项目|工程|通车|贯通)"
)
WORK_BUILT = re.compile(
    r"(?:[、和与及等][^,。;:]{0,40}?)?(?:项目|工程)?"
    r"(?:(?:正式|成功|顺利|全面|加快|全线|率先|主体|先后|相继|即将|基本|如期|已|集中)*"
    r"(?:建成|开工|通车|通航|竣工|完工|投用|投运|贯通|开通(?!率)|开港|开园|开馆|封顶|合龙|蓄水|下闸|动工)|(?:建成|正式|全面|对外)+开放|"
    r"(?:(?:全面|加快|有序|稳步|顺利|全线|启动)+建设(?=$|[,、。;:])"
    r"|建设(?:步伐|积极|加快|扎实|有序|稳步|全面|顺利|强力)*(?:取得|启动|推进|进展|迈出|成效|加快)))"
)
AREA_VERB = re.compile(r"建设|打造|培育|构建|共建|壮大")
FURTHERED = re.compile(r"深化|推进|推动|加快|促进")
KINDS = re.compile(r"级|商业|示范|乡村|试点|先行|设施|重点|自贸|功能|老旧|街区")
"""Words of a kind of district, not of one: 乡村振兴示范片区."""
SEVERAL = re.compile(r"[两三四五六七八九十\d][大个]")
LINE = re.compile(r"(?<=..)(?:铁路|高铁|高速|公路|线|客专|运河|航道|工程|通道)")
NUMBERED = re.compile(r"[\d一二三四五六七八九十]$")
PHASE = re.compile(
    r"[一二三四五]期(?=$|[,、。;:和与及等(]|项目|工程|建设|(?:全面|正式|加快|顺利|如期)*(?:建成|开工|投用|启动|开放|投入))"
)
"""The phase behind the name of an institution: 江州算力中心「二期」."""
PHASED = re.compile(
    r"(?:核电|风电|蓄能|机场|港区?|供水|调水|引水|博物馆|图书馆|公园|会议中心|科学中心|计算中心|超算|临床中心|航道|水道|处理厂|污水厂|光源|中子源|综合整治|治理|防洪|"
    r"职教城|院区|校区|医院|大学|学院|电网|管网|接线|码头|体育基地|训练基地|实验室|国展|办公区|水务|城际|大道|水厂|枢纽|装置|信息平台|支付系统|数据中心)$"
)
"""What a phase may be of without being a firm's: `江州核电二期`, not 恒达电池二期."""
SET_UP = re.compile(r"设立|获批|申报|新设|开通|争取|启用|建成|新建|开放|投用|申建|增设")
OPENED = re.compile(r"(?:正式|成功|顺利|如期|全面|已)*(?:获批|启用|开放|投用|开通|封关|运行|上线|验收|建成|对外开放)")
ROUTED = re.compile(r"开通|开行|运营|打造|新开|实现|首发|推动|发展|做强|办好")
RUNS = re.compile(r"(?:正式|成功|顺利|首次|率先|稳定|累计|常态化?)*(?:开行|开通|首发|发运|运行|常态|开出|实现|量|\d)")
DISTRICTS = frozenset({"片区", "商务区", "中央商务区", "国际商务区", "新城区"})
NEIGHBOUR = re.compile(r"、[^,。;:、]{2,12}(?:片区|商务区|核心区|新城区)(?=[、等])")
DEVELOPED = re.compile(
    r"(?:[、和与及][^。;:]{0,80}?)?(?:等[^,。;:]{0,12}?)?(?:综合|整体|连片)?(?:规划)?(?:开发|建设|更新|改造|提升)"
)
SHORTEST_AREA = 2
LONGEST_SITE = 16


def is_facility(context: Context) -> bool:
    """One definite public work or place of science, not something else that is named after it (`云溪水库生态公园`)."""
    return (
        not context.counted
        and not CLASSES.search(context.modifier)
        and bool(WORK_NEXT.match(context.after) or PREDICATE.match(context.after))
    )


def is_site(context: Context) -> bool:
    """A work whose noun names other things too, where it is built: by a verb before it or a predicate behind it."""
    if (
        context.counted
        or CLASSES.search(context.modifier)
        or SEVERAL.search(context.modifier)
        or (is_generic_work(context.modifier) and not NUMBERED.search(context.modifier))
        or len(context.modifier) > LONGEST_SITE
    ):
        return False
    if WORK_BUILT.match(context.rest):
        return True
    if not WORK_NEXT.match(context.after) or context.after[:1].isdigit():
        return False
    governor = context.governor[:14]
    if BUILDING.search(governor):
        return True
    return bool(MOVING.search(governor) and TO_BE_BUILT.match(context.rest))


def is_section(context: Context) -> bool:
    """A section of a line between two places that is built."""
    return "至" in context.modifier and not LINE.search(context.modifier) and is_site(context)


def is_line(context: Context) -> bool:
    """A line known by its number, which is built."""
    return NUMBERED.search(context.modifier) is not None and is_site(context)


def is_area(context: Context) -> bool:
    """A belt or a group of cities with a name of its own that is built up."""
    if context.counted or CLASSES.search(context.modifier) or len(context.modifier) < SHORTEST_AREA:
        return False
    if is_generic_work(context.modifier) or SEVERAL.search(context.modifier):
        return False
    if context.head in DISTRICTS:
        return not KINDS.search(context.modifier) and is_district(context)
    if AREA_VERB.search(context.governor[:14]) or context.after.startswith(("建设", "规划建设")):
        return True
    return context.listed and bool(FURTHERED.search(context.governor[:14]) and DEVELOPED.match(context.rest))


def is_district(context: Context) -> bool:
    """A district that is built or renewed: by the verb before it, or in a list that 开发 or 建设 ends."""
    governor = context.governor[:14]
    if BUILDING.search(governor) or AREA_VERB.search(governor):
        return WORK_NEXT.match(context.after) is not None
    if context.after[:1].isdigit():
        return False
    if NEIGHBOUR.match(context.rest) and MOVING.search(governor):
        return True
    moved = (
        (MOVING.search(governor) and "实施" not in governor) or "抓" in governor or "提升" in governor or not governor
    )
    return bool(moved and DEVELOPED.match(context.rest)) or WORK_BUILT.match(context.rest) is not None


def is_phase(context: Context) -> bool:
    """A phase of a public work whose noun alone would name no work: 江州核电二期."""
    if context.counted or CLASSES.search(context.modifier) or PHASED.search(context.modifier) is None:
        return False
    if is_generic_work(context.modifier) or len(context.modifier) > LONGEST_SITE:
        return False
    governor = context.governor[:14]
    moved = BUILDING.search(governor) or MOVING.search(governor) or "抓" in governor or "确保" in governor
    return WORK_BUILT.match(context.rest) is not None or bool(moved and WORK_NEXT.match(context.after))


def is_port(context: Context) -> bool:
    """A port of entry or a market that is set up or opened."""
    if context.counted or CLASSES.search(context.modifier) or len(context.modifier) > LONGEST_SITE:
        return False
    if is_generic_work(context.modifier):
        return False
    return OPENED.match(context.after) is not None or bool(
        SET_UP.search(context.governor[:14]) and WORK_NEXT.match(context.after)
    )


def is_route(context: Context) -> bool:
    """A train or a through route with a name of its own that runs."""
    if context.counted or CLASSES.search(context.modifier) or is_generic_work(context.modifier):
        return False
    return RUNS.match(context.after) is not None or bool(
        ROUTED.search(context.governor[:14]) and WORK_NEXT.match(context.after)
    )


def tail_end(masked: str, end: int, ceiling: int) -> int:
    """Return where a work's name ends, with the part of it or the work on it that stands behind its noun.

    >>> tail_end("云溪港改扩建项目开工", 3, 10)
    6
    """
    tail = TAIL.match(masked, end, ceiling)
    if tail is None or not TAIL_NEXT.match(masked, tail.end(), ceiling):
        return end
    return tail.end()
