"""Institutions by their nouns: `轴承研究院正式挂牌`, `加快建设江州医学中心`, `组建江州农商银行`.

An institution needs a sign that it is one definite thing: a place or a rank in its name, a verb that founds it, a
predicate of its own. A school, a hospital or a centre counts only where it is founded, built or opens; a bank or a
company for investment only where a government founds it.
"""

from __future__ import annotations

import re

from kg_build.extract.initiative.name_context import CLASSES, FOUNDED, LISTED_PREDICATE, PREDICATE, Context
from kg_build.extract.initiative.public_work import WORK_BUILT, WORK_NEXT

__all__ = ["COUNTED_AFTER", "PLACE", "is_company", "is_founded", "is_institution"]

PLACE = re.compile(r"省|市|国家|全国|中国|部省|部市|省部|央地|中央|全球|世界|国际|亚洲|国务院|[\u4e00-\u9fff]{2,3}部")
OPENED = re.compile(r"(?:正式|成功|顺利|全面)*(?:挂牌|揭牌|成立|开馆|启用|投用|建成|实体化?运[作行])")
SIGN = re.compile(r"(?:正式|成功|顺利|已)*(?:挂牌|揭牌|成立)")
BUILT = re.compile(r"打造|建设|落地|启动|用好|获得|争取|升级|建好")
COUNTED_AFTER = re.compile(r"(?:建设|培育)?(?:达|超|共)?\d")
ROLE = re.compile(
    r"科技创新|经济|贸易|金融|消费|航运|科创|文化|(?<!医学)科学|交往|制造|物流|航空|人才|枢纽|副$|高水平|一流|全国|世界|全球|辐射|重要|再保险|风投|联运|分拨|新$|国际性|区域性|创新$"
)
"""What a place is a centre of, which is its role and no house: 国际消费[中心]."""
BUILDING = re.compile(r"加快建设|建设|开工|新建|迁建|建好|扩建|改扩建|续建")
MOVING = re.compile(r"推进|推动|加快|启动|支持|抓好")
CONSTRUCTION = re.compile(
    r"(?:[、和与及][^,。;:]{0,40}?)?(?:等[^,。;:]{0,10}?)?(?:项目|工程)?(?:建设|开工|迁建|改扩建|扩建|新建)"
)
HELD = re.compile(r"基金|联盟|实验室|研究院|交易所")
USED = re.compile(r"的?[^,。;:、的]{0,6}(?:作用|功能|优势)")
"""Behind an institution that is made use of: 发挥江州创新基金「引导作用」."""
INCORPORATED = re.compile(r"组建|筹建|成立|设立|新设|获批|挂牌|揭牌|筹设")
KINDS = re.compile(r"民营|法人|村镇|中小|小额|财务|消费金融|金融租赁|外资|央地|子公司|龙头|跨国|上市|大型|离岸")
"""Words of what a firm is, which are no name: 消费金融公司."""
SHORTEST_INSTITUTION = 4
SHORTEST_NAME = 5
SHORTEST_PLACED = 3


def is_institution(context: Context) -> bool:
    """One definite institution: a place or rank in its name, a founding verb, or a predicate of its own."""
    if context.counted or CLASSES.search(context.modifier) or COUNTED_AFTER.match(context.after):
        return False
    if (
        context.branded
        or context.definite
        or (PLACE.match(context.modifier) and len(context.modifier) >= SHORTEST_PLACED)
    ):
        return True
    if len(context.modifier + context.head) < SHORTEST_NAME:
        return False
    if PREDICATE.match(context.after) or FOUNDED.search(context.governor) or LISTED_PREDICATE.match(context.rest):
        return True
    if (
        "发挥" in context.governor
        and HELD.search(context.head)
        and USED.match(context.after)
        and len(context.modifier) >= SHORTEST_INSTITUTION
    ):
        return True
    return not context.listed and len(context.modifier) >= SHORTEST_INSTITUTION and bool(BUILT.search(context.governor))


def is_built(context: Context) -> bool:
    """Tell whether a house is being built: 加快建设江州医院, 推进江州医院建设."""
    return (
        bool(WORK_BUILT.match(context.rest))
        or bool(BUILDING.search(context.governor) and WORK_NEXT.match(context.after))
        or bool(MOVING.search(context.governor) and CONSTRUCTION.match(context.rest))
    )


def is_founded(context: Context) -> bool:
    """A school, hospital or centre that is founded, built or opens; its mere mention names a place to go to."""
    if context.counted or CLASSES.search(context.modifier) or COUNTED_AFTER.match(context.after):
        return False
    if len(context.modifier) < SHORTEST_PLACED and not (context.definite and FOUNDED.search(context.governor)):
        return False
    acts = (
        PREDICATE.match(context.after)
        or FOUNDED.search(context.governor)
        or LISTED_PREDICATE.match(context.rest)
        or (not ROLE.search(context.modifier) and is_built(context))
    )
    if acts and (context.definite or PLACE.match(context.modifier)):
        return True
    if SIGN.match(context.after) and len(context.modifier) >= SHORTEST_INSTITUTION:
        return True
    is_house = context.head.endswith(("馆", "学院", "剧院")) and len(context.modifier) >= SHORTEST_INSTITUTION
    return is_house and OPENED.match(context.after) is not None


def is_company(context: Context) -> bool:
    """A company or bank that a government founds, with a place or a brand in its name."""
    if context.counted or KINDS.search(context.modifier) or COUNTED_AFTER.match(context.after):
        return False
    named = context.branded or context.definite or PLACE.match(context.modifier)
    founded = INCORPORATED.search(context.governor) or OPENED.match(context.after)
    return bool(named and founded)
