"""What decides whether a phrase is a name: the words around and in it, and the patterns that several classes share."""

from __future__ import annotations

import re

import msgspec

__all__ = ["CLASSES", "FOUNDED", "LISTED_PREDICATE", "PREDICATE", "Context"]

CLASSES = re.compile(
    r"省市县|市县|市区|一批|首批|更多|各类|各级|若干|系列|多个|多家|级以上|高能级|县县通|村村通|户户通|干支流|等$"
)
FOUNDED = re.compile(r"组建|筹建|成立|设立|新建|上线|启用|揭牌|挂牌|落户|获批|建成|创建|发起|投用|运营好")
PREDICATE = re.compile(
    r"(?:项目|工程)?(?:首[发飞航]|[一二三]期)?"
    r"(?:(?:正式|成功|顺利|全面|加快|全线|率先|主体|实质性|先后|相继|即将|基本|如期|已)*"
    r"(?:挂牌|揭牌|启用|上线|投用|投运|落户|落地|获批|成立|开工|开通(?!率)|建成|运营|通车|通航|竣工|完工|投入|启动|研制|首发|开馆|开园|投产|"
    r"并网|贯通|封顶|入列|运行|形成|首飞|发射|启航|探索|推出|发布|实现|升级|晋升|入选|获评|获得|纳入|跻身|下闸|蓄水|合龙|开港|动工|实体化?运[行作])|"
    r"被?(?:认定|评|确定|列)为|为(?:依托|抓手|载体|牵引))"
)


LISTED_PREDICATE = re.compile(
    r"(?:[、和与及][^,。;:]{0,50}?(?:等[^,。;:]{0,12}?)?|等[^,。;:]{0,12}?)"
    r"(?:(?:正式|成功|顺利|全面|相继|先后|陆续|如期|已|基本)*(?:挂牌|揭牌|启用|投用|建成|开馆|成立|获批|落户|投入使用|投入运营|竣工|开工))"
)


class Context(msgspec.Struct, frozen=True):
    """What decides whether a phrase is a name: the words around and in it.

    `governor` is the verb with its adverbs, `after` the next characters, `rest` more of them, as far as a list and
    its predicate may reach. `branded`: a part stands in quotes;
    `brand_next`: right before the noun; `definite`: an ordinal (首个) stands before or a place opens it; `counted`:
    a count stands before; `listed`: it is a member of a list.
    """

    governor: str
    modifier: str
    head: str
    after: str
    rest: str = ""
    branded: bool = False
    brand_next: bool = False
    definite: bool = False
    counted: bool = False
    listed: bool = False
