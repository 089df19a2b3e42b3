"""What a cooperation is called: the undertaking, without the verbs before it and what is told of it.

`京津冀通关一体化成效显著` is 京津冀通关一体化; of `江鄂、江湘等合作取得新进展` each run of abbreviations has a name
of its own, 江鄂合作 and 江湘合作.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg_build.extract.abbreviation import Partner
from kg_build.extract.phrase import phrase_start
from kg_build.extract.word_list import Token
from kg_build.model import Span

__all__ = ["CROSSING", "TOLD", "name_of_clusters", "name_of_run", "name_start", "undertaking", "whole"]

ET_CETERA = re.compile(r"等(?=共建|合作)")
CROSSING = re.compile(r"跨(?:区域|市|省|地区)(?:合作|协同|协作|共建|联动)?|合作|协同|协作|共建")
CLUSTER = "集群"
TOLD = re.compile(
    r"(?<!共同)(?<!联合)(?<!携手)(?<!合力)(?:取得|实现(?!路径)|迈出|迈上|再上|再添|打开|开创|开好局|明显|不断(?!完善)|持续(?!完善)|成效|成果丰硕|成功|顺利|正式|完成|签订实施|获批|上升为|作为"
    r"|开工|开园|投产|启动|揭牌|挂牌|深入推进|扎实推进|稳步推进|有序(?:推进|开展)|全面(?:提速|加强|启动)|加快(?:推进|形成|实施)|加速"
    r"|达成(?=项目|投资)|落地(?=项目|生根)|走深|走在|继续走|保持|步伐|中(?=展示|发挥|作出)|的?(?:重大|重要|历史)?(?:机遇|契机|一年)"
    r"|[向往]?纵深(?:推进|发展|拓展|迈进)|务实推进|(?:召开|举行)$|(?:进程|态势)?(?:加快|提速)$|进程(?=加快|加速|提速|明显|不断|持续|顺利|取得)"
    r"|已(?=入驻|有|建|完成|投)|大文章|基础上|[还仍]需|态势|等(?=项目|活动|工作|国家战略|成功|$))"
)
"""What is told of an undertaking."""
NEXT = re.compile(
    r"(?:合作|协作|机制|平台|基金|论坛|联盟|洽谈会|推介会|博览会|合作周|交流周|大会|挂钩|一体化|产业园|走廊|一体化发展|协同发展)(?=(?P<next>、|等))"
)
"""Where another thing begins in a list."""
LISTED = re.compile(r"[、和与及]")
REST_OF_LIST = re.compile(r"(?:[、和与][一-龥]{2}(?=[、和与等]|合作|共建|产业|经贸|交流|协作))*等?")
"""What else a list of runs holds: the cities in 江湘、江鄂、云白合作园."""
GOVERNING = ("共建", "合力", "联合", "携手", "共同")
GOVERNED = re.compile("|".join(GOVERNING))
"""Words of acting together whose objects may be a list."""
TORN = re.compile(r"(?:在[两三四]地|[、·:—“(《和与及以\s])+$")
"""What a name that is cut at its longest may end in."""
NOTE = re.compile(r"[\[［]\d+[\]］]")
PAIRS = (("“", "”"), ("《", "》"), ("(", ")"))
LONGEST_NAME = 40
SHORTEST_NAME, LONGEST_ACT = 4, 5


def undertaking(plain: str, start: int, floor: int, end: int) -> str:
    """Return the name that begins at `start`; what is told of it or stands beside it comes after `floor`."""
    end = min(end, start + LONGEST_NAME)
    begin = min(max(floor, start + SHORTEST_NAME), end)
    told = TOLD.search(plain, begin, end)
    end = told.start() if told else end
    following = NEXT.search(plain, max(start, begin - LONGEST_ACT), end)
    if following and not GOVERNED.search(plain, start, following.start()):
        end = following.start("next")
    name = NOTE.sub("", ET_CETERA.sub("", plain[start:end]))
    if name.startswith("《") and "》" in name:
        return name[1 : name.index("》")]
    return TORN.sub("", whole(name.partition("。")[0]))


def whole(name: str) -> str:
    """Return a name without a mark that has lost its other half, and what stands behind it where that one opens.

    >>> whole("与东盟共建“轴承走廊、激光")
    '与东盟共建'
    """
    for opening, closing in PAIRS:
        depth = 0
        for position, character in enumerate(name):
            if character == opening:
                depth += 1
            elif character == closing:
                depth -= 1
            if depth not in {0, 1}:
                return whole(name[:position])
        if depth:
            return whole(name[: name.rfind(opening)])
    return name


def name_of_run(plain: str, clause: Span, run: Partner, runs: Sequence[Partner]) -> str:
    """Return the name of one run in a list of them, or nothing where it stands alone."""
    listed = [run]
    for other in runs[runs.index(run) + 1 :]:
        if other.start > listed[-1].end + 1 or not LISTED.match(plain, listed[-1].end):
            break
        listed.append(other)
    if len(listed) == 1 and not (LISTED.match(plain, run.start - 1) and any(one.end == run.start - 1 for one in runs)):
        return ""
    rest = REST_OF_LIST.match(plain, listed[-1].end, clause.end)
    behind = rest.end() if rest else listed[-1].end
    return plain[run.start : run.end] + undertaking(plain, behind, behind + 1, clause.end)


def name_of_clusters(plain: str, clause: Span, partner: Partner) -> str:
    """Return what a clause calls the cooperation of a cluster's cities: 江云轴承集群跨市合作, 共建江云轴承集群."""
    cluster = plain[partner.start : partner.end].partition("等")[0] + CLUSTER
    crossing = CROSSING.search(plain, partner.end, clause.end)
    if crossing is not None:
        return cluster + crossing[0]
    before = CROSSING.search(plain, clause.start, clause.end)
    return before[0] + cluster if before else cluster


def name_start(plain: str, clause: Span, position: int, acting: Sequence[Token]) -> int:
    """Return where an undertaking's name begins: at its first word of acting together, or at the partners.

    A word of acting together in another member of the list before the partners is no part of it.
    """
    floor = max(clause.start, plain.rfind("、", clause.start, position) + 1)
    if position > clause.start and plain[position - 1] in "和及" and any(word.start > position for word in acting):
        return position
    for word in acting:
        if word.start < position and (word.start >= floor or plain.startswith(GOVERNING, word.start)):
            return word.start
    return min(position, phrase_start(plain, floor, position))
