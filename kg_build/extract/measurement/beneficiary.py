"""Those for whom or in which something is done: 为100名妇女提供培训, 在500个村推广水泵, 解决30万群众饮水问题."""

from __future__ import annotations

import re

from kg_build.extract.measurement.counted import counted
from kg_build.extract.measurement.slot import Slot, Subject

__all__ = ["done_for"]

SOLVES = re.compile(r"(?:解决|改善|提升|淘汰|化解)$")
SOLVED = re.compile(
    r"(?P<who>[^,。;、]{0,12}?(?:居民|人口|农民群众|群众|家庭|职工|学生|农民|牧民|教师|老人|师生|户|企业|学校|中小学|高中|高校|医院|卫生院))的?"
    r"(?P<what>[^,。;、]{2,16}?(?:困难问题|问题|困难|条件|能力|水平)|(?:落后|过剩)产能)"
)
"""Those for whom something is solved, and what: 解决30万「群众」「饮水安全问题」, 淘汰500家「企业」「落后产能」."""

FOR = ("为", "给", "向", "对")
SERVED = re.compile(
    r"(?P<who>(?:[^,。;、的]{2,16}?)??)(?:每[人月年户])*"
    r"(?P<verb>(?:免费|优先)?(?:提供|发放|给予|实施|开展|进行))了?(?P<what>[^,。;、\d]{2,24})"
)
"""Whom something is done for: 为100名「妇女」「提供」「培训」."""

DONE_IN = re.compile(
    r"(?P<who>[^,。;、]{0,10}?(?:村|县|市|区|镇|乡|街道|社区|学校|高校|医院|企业|园区|城市|国家|地区|单位))"
    r"(?P<what>(?:全面|试点|率先)?(?:实施|推广|推行|开展|试行|启动|布局|设立|建立)[^,。;、\d]{2,20})"
)
"""Those in which something is done, behind 在: 在500个「村」「实施轴承项目」."""


def done_for(slot: Slot, subject: Subject) -> tuple[list[str], int] | None:
    """Return the indicator of those for whom or in which something is done, and how much of `right` names it; or None.

    What is given goes on to an amount right behind: 为500名孤儿发放基本生活费「600万元」.
    """
    own = slot.own.rstrip()
    solves = SOLVES.search(own)
    solved = SOLVED.match(slot.right) if solves else None
    if solves and solved:
        return [f"{solves[0]}{solved['what']}的{solved['who']}数"], solved.end()
    done_in = DONE_IN.fullmatch(slot.right) if own.endswith("在") else None
    if done_in:
        return [counted(f"{done_in['what']}的{done_in['who']}", slot.figure)], done_in.end()
    served = SERVED.match(slot.right) if own.endswith(FOR) else None
    if not served:
        return None
    if slot.tail[served.end() :][:1].isdigit():
        subject.next = served["who"] + served["what"]
    done = served["verb"] + served["what"]
    return [counted(f"{done}的{served['who']}" if served["who"] else done, slot.figure)], served.end()
