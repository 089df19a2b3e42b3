"""The verbs around a name in quotes: what governs it (`实施“岭谷通”`), and what it does or became (`“岭谷通”上线`)."""

from __future__ import annotations

import re

__all__ = ["DOING", "FIELDS", "NEXT", "PREDICATE", "RESULT", "USED"]

DOING = re.compile(
    r"实施|推进|推行|开展|坚持|启动|探索|深化|推广|实行|落实|打造|构建|建立|推出|用好|健全|完善|优化|迭代|践行|按照?$|创新|推动|打响|擦亮|"
    r"深入|做实|发起|应用|融入|接入|运营|升级"
)
NEXT = re.compile(
    r"$|\d\.\d|[,、。;:)和与及等]|落地|上线|系列(?:政策|产品|服务)|提质|纵深|扩面|走深|升级|见效|取得|全面|持续|稳步|推动|推进|促进|加快|深入|聚|抓|的?部署|思路|理念"
)
USED = re.compile(r"上线|实现|贯通|运行|投用|覆盖|推广")
PREDICATE = re.compile(
    r"(?:深入|持续|扎实|全面|大力|加快|继续|稳步|有序|常态化)*(?:开展|实施|推进|抓好|落实|推行|升级|深化|启动|施行|扩面)"
    r"(?=$|[,、。;:])"
)
FIELDS = re.compile(r"(?:[、和与及]?“□{1,16}”){0,6}等?[^,。;:“”]{0,4}应用")
"""Behind an A+B that is two fields joined: `“轴承+储能”等应用`, an industry."""
RESULT = re.compile(
    r"(?:\[\d+\])?"
    r"(?:(?:服务)?功能|服务|工作|改革|机制)?"
    r"(?:全面|全域|持续|深入|成功|率先|加快|正式|稳步|有序|扎实|纵深)*"
    r"(?:(?:取得|落地|上线|见效|提质|扩容|拓展|贯通|运行|投用|投入|铺开|覆盖(?:所有|全))|(?:启动|推广应用|推广|推进)(?=$|[,、。;:]))"
)
