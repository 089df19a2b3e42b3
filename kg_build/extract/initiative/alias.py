"""Short forms that a text itself gives a name: `百园千企万岗提质工程(“百千万工程”)`, `简称“百千万工程”`.

A form in brackets is a short one where its characters stand in the long one, in their order; behind 简称 or 又称 it
need not. 即 joins both: `百园千企万岗提质工程,即百千万工程`. Of two forms the longer names the initiative, whichever
stands first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from kg_build.extract.initiative.name_phrase import NamePhrase, clean_name
from kg_build.extract.initiative.plausible_name import is_plausible_text

__all__ = ["abbreviates", "aliases_in"]

SHORT = re.compile(
    r"”?(?:\(|,(?=简称|又称|即))(?:以下|下|即(?!将))?(?P<marked>简称|统称|又称)?为?(?P<short>“[^“”()]{2,12}”[^“”(),。;:]{0,4}|[^“”(),。;:]{2,12})[),。;]"
)
LONG = re.compile(r"”?(?:\(|,?(?=即|全称))(?:即|全称)?为?(?P<long>“?[^“”(),。;:]{5,30}”?[^“”(),。;:]{0,4})[),。;]")
NOTE = re.compile(
    r"(?P<short>“[^“”\n]{2,8}”[^,。:;“”\n]{0,4}):\**(?:是|即|指|全称)?(?P<long>“?[^“”,。;:、\n]{6,30}”?)(?:的简称)?(?=[,。;\n])"
)
"""As a note at the foot of a report explains a short form."""
NOUN = re.compile(r"(?:工程|行动|计划|战略|体系|模式|机制|平台|专项|活动|改革)$")
SHORTEST = 3


def abbreviates(short: str, long: str) -> bool:
    """Tell whether all characters of a name stand in a longer one, in their order.

    >>> abbreviates("百千万工程", "百园千企万岗提质工程"), abbreviates("千百万工程", "百园千企万岗提质工程")
    (True, False)
    """
    left = iter(long)
    return SHORTEST <= len(short) < len(long) and all(character in left for character in short)


def aliases_in(plain: str, names: Iterable[NamePhrase]) -> dict[str, str]:
    """Return the short forms that a text gives for its names, each with the long form."""
    aliases: dict[str, str] = {}
    names = list(names)
    named = {name.start: name.name for name in names}
    for name in names:
        if name.code or not plain.startswith(("”", "(", ",", "即"), name.end):
            continue
        found = SHORT.match(plain, name.end)
        short = clean_name(found["short"]) if found else ""
        if found and short != name.name and (abbreviates(short, name.name) or (found["marked"] and len(short) > 1)):
            aliases.setdefault(short, name.name)
            continue
        found = LONG.match(plain, name.end)
        long = named.get(found.start("long")) or clean_name(found["long"]) if found else ""
        if NOUN.search(long) and abbreviates(name.name, long):
            aliases.setdefault(name.name, long)
    for note in NOTE.finditer(plain):
        short, long = clean_name(note["short"]), clean_name(note["long"])
        if NOUN.search(long) and abbreviates(short, long):
            aliases.setdefault(short, long)
    return {
        short: long
        for short, long in aliases.items()
        if long not in aliases and is_plausible_text(short) and is_plausible_text(long)
    }
