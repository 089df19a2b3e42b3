"""Amounts that only tell the size of the noun behind them: 20万吨新材料生产线, 产值超10亿元的企业."""

from __future__ import annotations

import re

__all__ = ["sizes_a_noun"]

CAPACITIES = frozenset({"吨", "辆", "台", "套", "立方米", "平方米", "片", "箱", "米", "头", "只", "羽"})
PLANT = re.compile(
    rf"(?:[^,。;\d的]{{1,20}}?\d[\d.]{{0,15}}[万亿]?(?:{'|'.join(sorted(CAPACITIES))})){{0,6}}"
    r"[^,。;、\d的]{1,14}?(?:项目|生产线|基地|工程|装置|机组|电站|电厂|航道|码头|泊位|改?扩建)(?:[一二三四]期)?(?![数个])"
    r"|[^,。;\d]{2,70}等[^,。;、\d]{0,8}(?:项目|工程)|[^,。;\d]{1,40}等\d+[个项](?:项目|工程)"
)
"""Behind an amount: what it is the size of, alone or first of a list: 20万吨新材料生产线, 20万吨铜、5万吨铝等项目."""

PROCESS = frozenset({"nm", "纳米"})
"""Units of what a chip is made by: 28nm工艺."""

FIRST_OF_KIND = ("首台", "首套", "首座", "首个", "首条", "首艘", "单机", "单体", "单台")
COUNTERS = frozenset("个家台套座条艘项批户名")
SPEED = "时速"
ROUND = re.compile(r"[十百千]{1,2}[万亿]?元|[十百千]?[万亿]{1,2}元")
"""A round sum that names a class: 十亿元企业."""

BOUNDED = frozenset({"元", "美元", "吨"})
INVESTED = ("投资", "投资额", "投资总额", "规模")
COMPANIES = re.compile(
    r"(?:、(?:超过?|过|逾)?(?:[\d.]+|[一二三五十百千]+)[十百千万亿]*元){0,3}"
    r"(?:的?(?:工业|制造业|龙头|骨干|领军)?|的[^,。;、\d]{2,12}?)"
    r"(?:企业|集团|园区|开发区|高新区|经开区|项目|产业集群|集群|产业|县|镇|乡镇|产业链|投资项目|上市公司|单位|市场主体|平台)"
)


COUNT_NEXT = re.compile(r"的?\d+[家个户]")
"""Behind a sum, how many have passed it: 产值「50亿元以上」1家."""

MEMBERS = frozenset("、和与")
THRESHOLDS = re.compile(
    r"(?:超过?|过|逾|达到?|突破)[\d.]+[十百千万亿]*元(?:以上)?(?:[、和与](?:超过?|过|逾)?[\d.]+[十百千万亿]*元(?:以上)?){0,4}[、和与]$"
)
"""Thresholds that a list goes on with: 产值超100亿元、「50亿元」企业."""

OR_MORE = "以上"
LONGEST_LIST = 40
PEOPLE = frozenset({"人", "人口"})
TOWNS = re.compile(
    r"(?:(?:、\d[\d.]*[万亿]?)*人口)?(?:规模(?:以上)?|以上)?的?(?:特?[大中小]|中小|中等)?(?:城市|城镇|县城|大县|大市)(?![居人])"
)
"""Behind a number of people: the towns it is the size of, 20万人口规模城镇."""


def sizes_a_noun(plain: str, start: int, core: int, after: int, unit: str) -> bool:
    """Tell whether the amount at `core`, with its hedge from `start` to `after`, is the size of the noun behind it.

    A plant has its capacity before it, a class of enterprises the threshold that each has passed. What is invested in
    one project (投资超100亿元的……项目) is a figure.
    """
    if unit in PROCESS or plain.startswith(SPEED, after):
        return True
    if unit not in COUNTERS and plain.endswith(FIRST_OF_KIND, 0, start):
        return True
    if unit in BOUNDED and start == core and ROUND.fullmatch(plain, core, after) and COMPANIES.match(plain, after):
        return True
    if unit in CAPACITIES and start == core and PLANT.match(plain, after):
        return True
    if unit in PEOPLE and (unit != "人" or plain.startswith(("、", "口"), after)) and TOWNS.match(plain, after):
        return True
    if unit in BOUNDED and plain[core - 1] in MEMBERS and COMPANIES.match(plain, after):
        return THRESHOLDS.search(plain, max(0, core - LONGEST_LIST), core) is not None
    if unit in BOUNDED and plain.endswith(OR_MORE, core, after) and COUNT_NEXT.match(plain, after):
        return True
    if start == core or unit not in BOUNDED:
        return False
    if plain.startswith("的", after) and (plain[start] == "过" or plain[after + 1 : after + 2].isdigit()):
        return True
    return COMPANIES.match(plain, after) is not None and not plain.endswith(INVESTED, 0, start)
