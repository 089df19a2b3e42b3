"""The indicator that the noun of a count or an amount makes: 企业数, 大会参会人数, 轴承产业规模."""

from __future__ import annotations

import re

from kg_build.extract.measurement.attribute import owner_of
from kg_build.extract.word_list import alternatives
from kg_build.figure import Figure

__all__ = ["BARE", "COUNTED", "GOALS", "MONEY", "NEXT_COUNT", "counted", "size_of", "told_by_rate", "unsized"]

PERSON = re.compile(
    rf"(?:[人员者生工民师户军兵属眷友徒长手客才]|{alternatives('figure-people')}|{alternatives('figure-professions')})$"
)
WHOLE = re.compile(r"(?:产业|经济|集群|业)$")
DURATIONS = frozenset({"个月", "个小时", "个工作日", "个季度"})
COUNTED = frozenset("张枚部册篇家个项户件条座款只场批轮台辆种类处所支名位次艘架笔宗起栋间株门套人")
MONEY = frozenset({"元", "元人民币", "美元", "欧元", "港元", "港币", "日元", "英镑", "澳门元"})
ENDS_AS_COUNT = ("排名", "数", "量", "人次", "率", "规模", "额", "面积")
COUNT_LAST = frozenset(word[-1] for word in ENDS_AS_COUNT)
NEXT_COUNT = re.compile(
    r"\d[\d.,]*[万亿]*[余多]?(?:[个家项件条户名批类款座所人台套支种处辆枚部项张场间](?!里)|平方米|人次)"
)
GOALS = frozenset({"目标", "任务", "目标任务", "的目标", "计划"})
BARE = frozenset({"数量", "总数", "数量上", "总量", "转为盈利", "盈利", "扭亏为盈", "同比多增", "在建"})
NOUN_UNITS = frozenset({"大洲"})
"""Units that are what is counted: 覆盖6大洲."""

VEHICLES = "辆"
DONE_TO_VEHICLES = ("审核", "检测", "检验", "报废", "更新", "置换", "补贴", "改造", "淘汰")


AREAS = frozenset({"亩", "公顷", "平方米", "平方公里"})
LENGTHS = frozenset({"公里", "千米"})
SIZED = re.compile(r"(?:面积|里程|长度|总长|规模|指标|[量率径程距]|产能|能力|宽度|水平|标准|任务)$")
"""Names that say themselves what is measured."""
WAYS = re.compile(r"[路线]|(?<!河)道|铁|高速|轨道|通道|航|车")
"""What has a 里程 rather than a 长度."""


def unsized(name: str, figure: Figure) -> str:
    """Return a name carried to a count without the size of what is counted: 公租房「面积」1900平方米,竣工23套."""
    is_sized = name.endswith(("面积", "里程", "长度")) and figure.unit[0] in COUNTED
    return owner_of(name) if is_sized else name


def size_of(name: str, figure: Figure) -> str:
    """Return what an area or a length of things is called, or an empty string: 公路 has a 里程, 林地 a 面积."""
    if figure.unit in AREAS:
        return "面积"
    return ("里程" if WAYS.search(name) else "长度") if figure.unit in LENGTHS else ""


TOLD = re.compile(
    r"(?P<noun>(?:设区)?市州?|县\(市、?区?\)|县|区县?|市县|州|省份|行业|大类|产业|企业|指标|园区|开发区)"
    r"(?P<rate>[^,。;、的]{0,14}(?:增速|增幅))(?P<than>(?:[高低快慢]于|高出)[^,。;、\d]*)?"
)
THAN = re.compile(r"(?:[高低快慢]于|超过?)(?:全[国省市区州县])?[^,。;、]{0,8}")


def told_by_rate(noun: str, behind: str) -> str:
    """Put the rate by which those counted are told before their noun: 11个「市增速高于6%」 are 增速高于6%的市."""
    told = TOLD.fullmatch(noun)
    than = (told["than"] or ((match := THAN.match(behind)) and match[0])) if told else ""
    return f"{told['rate']}{than}的{told['noun']}" if told and than else noun


def counted(name: str, figure: Figure) -> str:
    """End a count's noun with 数, and give an industry's amount of money its 规模."""
    if name[-1:] in COUNT_LAST and name.endswith(ENDS_AS_COUNT):
        if name not in BARE and (name.endswith("总数") or (name.endswith("总量") and figure.unit[0] in COUNTED)):
            return f"{name[:-2]}数"
        return name.removesuffix("量") if name.endswith("数量") else name
    if figure.unit in MONEY:
        return f"{name}规模" if WHOLE.search(name) else name
    size = size_of(name, figure)
    if size:
        return name if SIZED.search(name) else name + size
    if figure.unit in NOUN_UNITS:
        return f"{name}{figure.unit}数"
    if figure.unit == VEHICLES and name.endswith(DONE_TO_VEHICLES):
        return f"{name}车辆数"
    if figure.unit == "人" and not PERSON.search(name):
        return f"{name}人数"
    return f"{name}数" if figure.unit[0] in COUNTED and figure.unit not in DURATIONS else name
