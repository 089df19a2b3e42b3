"""Whether regions do something together: by a word of acting, or by a thing that they only have together.

`川渝电网一体化` acts, 川渝高铁 only spans; 江鄂合作示范区 is theirs, 一体化发展示范区 is a title.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg_build.extract.abbreviation import Partner
from kg_build.extract.cooperation.partner import BAY, EXPANDED, is_bearer, is_in_partner
from kg_build.extract.phrase import is_in_title
from kg_build.extract.word_list import Token
from kg_build.model import Segment, Span

__all__ = ["act_end", "is_act", "is_acting"]

UNDERTAKING = re.compile(
    r"[^,、;。]{0,14}?(?:工程(?!体系)|计划|方案|行动|榜单|生态港|产业园区?|园区|基金|走廊|链群|图谱|论坛|大会|推介会|博览会|洽谈会"
    r"|平台|机制|公园|合作区|合作基地|创新园|示范园|座谈会|联席会议|规划(?!建|引|期|目标|局|设|管|体)|自由行)(?!城市)"
)
"""A thing that a region has with another only together."""
EVENT = re.compile(r"[^,、;。]{0,8}?(?:大会|论坛|推介会|博览会|洽谈会)")
"""What the bay area has together; its platforms and centres are those of one city."""
SPANNING = re.compile(
    r"高铁|铁路|高速|航线|机场|城际|通道|管道|输电|直流|特高压|运河|天然气|班列|客专|动车|大桥|口岸|电网|轨道|公路|水道|枢纽"
    r"|自贸试验区|法院|站$|段|[一二三四五六]线|风沙源|引水|调水|供水|防护林|毗邻地区(?:区域)?中心"
)
"""A thing that only spans regions, unless they act together in it: 川渝电网一体化."""
ACTING = frozenset({"一体化", "合作", "协同", "协作", "共建", "联动", "联盟"})
TOGETHER = re.compile(r"共建|联合|合作")
"""What a laboratory or college is that several regions have together: 川渝共建实验室."""
BELT_AND_ROAD = re.compile(r"共建“一带一路”")
ZONE = re.compile(r"[^,、;]{0,10}(?:示范区|试验区|先行区|先导区|示范城市)|[^,、;]{1,6}基地|(?:发展)?区")
OF_TWO = re.compile(r"(?:合作|共建)(?!区)")
"""Words that make a zone one that its regions have together: 江鄂合作示范区, unlike 一体化发展示范区."""
SPAN_REACH = 8


def is_act(segment: Segment, clause: Span, word: Token) -> bool:
    """Tell whether a word of acting together says so here, and not in the name of a zone or a partner."""
    plain = segment.document.plain
    return not (
        (ZONE.match(plain, word.end, clause.end) and not OF_TWO.match(plain, word.start))
        or is_in_partner(segment, word.start)
        or BELT_AND_ROAD.match(plain, word.start)
    )


def is_titled(plain: str, clause: Span, position: int) -> bool:
    """Tell whether a partner stands inside the title of a document that does not open with it and is no agreement."""
    if not is_in_title(plain, clause.start, position) or plain[position - 1] == "《":
        return False
    return plain.find("协议", position, clause.end) < 0


def act_end(acting: Sequence[Token], partner: Partner) -> int:
    """Return the end of the first word of acting together behind the partners, or of the partners."""
    return next((word.end for word in acting if word.start >= partner.end), partner.end + 1)


def is_acting(plain: str, clause: Span, partner: Partner, acting: Sequence[Token]) -> bool:
    """Tell whether the clause says that partners do something together, or names a thing they have together.

    A programme counts only where few regions share it: 长江经济带 has hundreds.
    """
    is_shared = len(partner.regions) > 1 and TOGETHER.match(plain, partner.end)
    if (not is_shared and is_bearer(plain, partner.end, clause.end)) or is_titled(plain, clause, partner.start):
        return False
    spanning = SPANNING.search(plain, partner.end, min(clause.end, partner.end + SPAN_REACH))
    if spanning:
        return any(word.start >= spanning.end() and plain[word.start : word.end] in ACTING for word in acting)
    if acting:
        return True
    if plain.endswith(BAY, 0, partner.end):
        return EVENT.match(plain, partner.end, clause.end) is not None
    is_small = len(partner.regions) > 1 or partner.regions[0].key in EXPANDED
    return is_small and UNDERTAKING.match(plain, partner.end, clause.end) is not None
