"""Which names can be names at all: none holds characters that do not show, and none is a word over and over.

Text from damaged or hostile files has both: a NUL or a mark that turns the direction of writing inside 江州轴承条例,
and one word pasted sixty times before 产业.
"""

from __future__ import annotations

import re
import unicodedata

from kg_build.model import (
    Cluster,
    Cooperation,
    Designation,
    DocumentStatement,
    Industry,
    Initiative,
    Observation,
    Statement,
)

__all__ = ["has_sound_name", "is_sound"]

HIDDEN = frozenset({"Cc", "Cf", "Cn", "Co", "Cs"})
"""The classes of control and format characters, of unassigned ones and of broken ones."""
REPEATED = re.compile(r"([一-龥]{1,10}?)\1{3,}")


def has_sound_name(statement: Statement) -> bool:
    """Tell whether what a statement is about has a name that can be one, and whose it is too."""
    regions = statement.regions if isinstance(statement, Cooperation) else (statement.region,)
    return is_sound(name_of(statement)) and all(map(is_sound, regions))


def name_of(statement: Statement) -> str:
    """Return the name of what a statement is about."""
    match statement:
        case Observation():
            return statement.indicator
        case DocumentStatement():
            return statement.title
        case Industry():
            return statement.industry
        case Initiative() | Cluster() | Designation() | Cooperation():
            return statement.name
    return ""


def is_sound(name: str) -> bool:
    r"""Tell whether a name shows all of its characters and is no word over and over.

    >>> is_sound("江州轴承条例"), is_sound("江州\u202e轴承条例"), is_sound("轴承轴承轴承轴承产业")
    (True, False, False)
    """
    if not name.isprintable() and any(unicodedata.category(character) in HIDDEN for character in name):
        return False
    return REPEATED.search(name) is None
