"""What a document has said of its initiatives: one that is named again, shorter or longer, is the same.

`实施江州轴承产业“强芯”行动` and, later, `“强芯”行动` are one; so are `“百千万工程”` and the name in front of the
brackets that it stands in.
"""

from __future__ import annotations

import re
from itertools import islice

from kg_build.extract.initiative.name_phrase import NamePhrase

__all__ = ["MOST_NAMES", "MOST_PILOTS", "Memory"]

CALLED = re.compile(r"^(?:以下)?(?:简称|又称|统称)")
COMMITTEE = re.compile(r"^.*?(?:省委|市委|区党委)(?:省政府|市政府)?")
STATE_PILOT = re.compile(
    r"(?:国家|全国|首批|获批|入选|入围|列入|成为|创建)[^,。;]{0,24}?"
    r"(?:“(?P<brand>[^“”]+)”[^,。;]{0,6}|(?P<field>[^,。;“”]{8}))试点"
)
MOST_NAMES = 50
"""No report calls one brand by so many names; a later name is held against all."""
MOST_PILOTS = 500
"""No report speaks of so many; each name that ends with 试点 is held against all."""


class Memory:
    """What a document has said: the names of its codes and brands, the pilots that are titles, short forms."""

    def __init__(self, plain: str) -> None:
        """Note which pilots the text calls national or awarded anywhere: they are titles, not initiatives."""
        self.codes: dict[str, str] = {}
        self.brands: dict[str, dict[str, None]] = {}
        self.aliases: dict[str, str] = {}
        pilots = STATE_PILOT.finditer(plain) if "试点" in plain else ()
        self.titles = {pilot["brand"] or pilot["field"] for pilot in islice(pilots, MOST_PILOTS)}

    def full_name(self, name: NamePhrase) -> str:
        """Return the first name that the text gave a code, or a brand with the same noun; of a short form the long."""
        first = self.first_name(name)
        return self.aliases.get(CALLED.sub("", first), first)

    def short_forms(self, name: str) -> tuple[str, ...]:
        """Return the short forms that the text gives a name, sorted."""
        return tuple(sorted(short for short, long in self.aliases.items() if long == name))

    def first_name(self, name: NamePhrase) -> str:
        """Return the first name that the text gave a code, or a brand with the same noun."""
        if name.code:
            return self.codes.setdefault(name.code, COMMITTEE.sub("", name.name))
        if not name.brand:
            return name.name
        known = self.brands.setdefault(name.brand, {})
        for first in known:
            if first.startswith(name.brand) and name.name.startswith(name.brand):
                noun = name.name[len(name.brand) :]
                if len(first) > len(name.name) and first.endswith(noun):
                    return first
        if len(known) < MOST_NAMES:
            known.setdefault(name.name)
        return name.name

    def is_title(self, name: NamePhrase) -> bool:
        """Tell whether the name is that of a pilot which is a title in this text."""
        return name.name.endswith("试点") and any(title in name.name for title in self.titles)
