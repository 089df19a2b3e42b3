"""Which role a text gives an industry: 壮大轴承、丝绸等「传统产业」 calls both traditional.

The class word may close the industry's own list (等优势产业), stand before or behind it (特色丝绸产业, 丝绸优势产业),
be what it has become (成为支柱产业), be the object of the clause before (布局未来产业,开辟激光赛道), or stand in the
heading (未来产业加快布局). A clause or heading with words of two roles gives none. 新赛道 and 新业态 alone are weak
words: they make an emerging industry only where nothing else is said. Titles (中小企业特色产业集群, 省级特色轴承基地)
say nothing of a role; neither does what is done for other industries (赋能传统产业).
"""

from __future__ import annotations

import re

from kg_build.model import Role

__all__ = ["role_around", "role_of_class", "roles_stated"]

CLASS = re.compile(
    r"(?P<future>未来)|(?P<emerging>战略性新兴|新兴|战新)|(?P<traditional>传统)|(?P<advantage>优势|特色|支柱|主导)"
)
TITLE = re.compile(
    r"(?:中小企业|省级|国家级|县域)特色|特色产业(?:集群|园|基地|强镇)的?(?:名单|称号)|优势特色产业集群",
)
CATEGORY = re.compile(
    r"""(?<!赋能) (?: (?P<future>未来产业) | (?P<emerging>新兴产业|战新产业) | (?P<traditional>传统(?:优势|支柱)?产业)
          | (?P<advantage>(?:优势|特色|支柱|主导)产业) )
        (?= $ | [,;:。] | 方面
          | [一-龥]{0,4}
            (?: 发展 | 壮大 | 升级 | 转型 | 提升 | 布局 | 增长 | 崛起 | 动能 | 突破 | 集聚 | 提质 | 焕新 | 培育 | 加快
              | 优化 | 改造 | 攻坚 )
            (?! 机制 | 政策 | 规划 | 基金 )
        )""",
    re.VERBOSE,
)
BEFORE = re.compile(r"(传统|优势|(?<!级)特色|支柱|主导|新兴|未来)(?:产业)?$")
OWN = re.compile(r"(未来|新兴)产业$")
BEHIND = re.compile(
    r"(?:产业)?等?((?:传统|优势|特色|支柱|主导|新兴|战略性新兴|未来)+)"
    r"(?:产业|领域|行业)(?!园|集群|基地|强镇)"
)
BECOMES = re.compile(
    r"(?:成为?|作为|列为|为(?:重点|主|主导|代表|龙头|支撑|引领)的)[^,;。]{0,30}?"
    r"(传统|优势|特色|支柱|主导|新兴|未来)(?:优势|特色|支柱|性)*(?:产业|行业)"
)
COUNTED = re.compile(
    r"(?:[和与、][^,;。、]{2,8}){0,2}[一二两三四五六七八九十]大(传统|优势|特色|支柱|主导|新兴|未来)(?!产业集群)"
)
"""A count of what a list names, by a class word that needs no 产业 (轴承和丝绸「两大支柱」)."""
REACH = 4


def role_of_class(text: str) -> Role | None:
    """Return the role that the words closing a list name; None where they name none or are a title."""
    found = CLASS.search(text)
    return as_role(found.lastgroup) if found and not TITLE.search(text) else None


def role_around(plain: str, low: int, start: int, end: int, high: int) -> Role | None:
    """Return the role of the class word that touches `start`..`end`, or that it is said to have become."""
    before = BEFORE.search(plain[max(low, start - REACH) : start])
    own = before or OWN.search(plain, start, end)
    found = own or BEHIND.match(plain, end, high) or COUNTED.match(plain, end, high) or BECOMES.search(plain, end, high)
    return role_of_class(found[1]) if found else None


def roles_stated(plain: str, start: int, end: int) -> frozenset[Role]:
    """Return the roles whose category words (传统产业, 未来产业) a clause or heading is about."""
    return frozenset(as_role(found.lastgroup) for found in CATEGORY.finditer(plain, start, end))


def as_role(group: str | None) -> Role:
    """Return the role that a group of the patterns above is named after."""
    match group:
        case "future":
            return "future"
        case "emerging":
            return "emerging"
        case "traditional":
            return "traditional"
        case _:
            return "advantage"
