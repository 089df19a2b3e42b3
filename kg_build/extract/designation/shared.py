"""Titles that share their head: `国际贸易、金融、航运中心` are three roles, `轴承、丝绸等领域开放试点` two pilots.

The first member's reach (国际) is that of all. Of pilots only lists that 等 sums up by a field or by a level
(`轴承改革、丝绸改革等国家试点`) are shared out; others are named by what stands behind 等.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from kg_build.extract.designation.title_form import Title

__all__ = ["SHARED_PILOT", "share_out"]

ROLES = re.compile(
    r"""(?P<reach> 具有(?:国际|全球|世界|全国|区域)(?:重要)?(?:影响力|竞争力)的 | 国际性? | 全球 | 世界
        | 全国(?:重要的|性)? | 区域性? | 面向[^、]{2,10}的 )
    (?P<members> [^、和与及的“]{2,6} (?: [、和与] [^、和与及的“]{2,6} )+ )
    (?P<noun> 中心 )""",
    re.VERBOSE,
)
MARK = re.compile(r"[、和与]")
SHARED_PILOT = re.compile(r"(?:[一-龥]{0,3}业)?(?P<field>领域[^、]{2,12}试点)|(?P<level>(?:国家级?|全国)试点)")
"""The heads of pilots that the members of a list have each."""
ETC = "等"
LONGEST_MEMBER = 14


def share_out(plain: str, title: Title) -> Iterator[Title]:
    """Yield the titles that a title with a list in it stands for; the title itself where it has none."""
    if title.form == "role" and (roles := ROLES.fullmatch(title.name)) is not None:
        for member in MARK.split(roles["members"]):
            yield msgspec.structs.replace(title, name=roles["reach"] + member + roles["noun"])
        return
    shared = SHARED_PILOT.fullmatch(title.name) if title.form == "pilot" and title.listed >= 0 else None
    if shared is not None:
        members = plain[title.listed : title.start].rpartition(ETC)[0].split("、")
        if all(1 < len(member) <= LONGEST_MEMBER for member in members):
            for member in members:
                yield msgspec.structs.replace(title, name=member + (shared["field"] or shared["level"]))
            return
    yield title
