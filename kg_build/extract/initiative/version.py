"""Versions in names: `“满园春”行动计划2.0` is a version of `“满园春”行动计划`, as are 1.0, 2.0版 and 3.0.

Successors of one region have the same name but for the version; the name without it stands for all of them. A number in
the middle of other words (`互联网3.0产业计划`) is no version of the initiative, and a figure behind a name none at all.
"""

from __future__ import annotations

import re

import msgspec

from kg_build.extract.initiative.name_phrase import NamePhrase

__all__ = ["version_of", "with_version"]

NOUN = "行动计划|行动|计划|工程|战略|方案|政策|体系|模式|机制|平台|专项|活动|改革"
VERSION = re.compile(rf"(?<![\d.第])(?P<version>[1-9]\.\d)版?(?P<noun>{NOUN}|)$")
ENDS_WITH_NOUN = re.compile(rf"(?:{NOUN})$")
BEHIND = re.compile(r"”?[“(]?(?P<version>[1-9]\.0版?)[”)]?(?![\d.%万亿元个公平米吨年])")


def version_of(name: str) -> tuple[str, str]:
    """Return a name without its version, and the version; both empty where there is none, or nothing else.

    >>> version_of("满园春行动计划2.0"), version_of("满园春行动3.0计划"), version_of("三品战略2.0计划")
    (('满园春行动计划', '2.0'), ('满园春行动计划', '3.0'), ('三品战略', '2.0'))
    >>> version_of("互联网3.0产业计划")
    ('', '')
    """
    found = VERSION.search(name)
    if found is None or found.start() <= 1:
        return ("", "")
    before, noun = name[: found.start()], found["noun"]
    if ENDS_WITH_NOUN.search(before) and f"{before[-2:]}{noun}" != "行动计划":
        noun = ""
    return (before + noun, found["version"])


def with_version(name: NamePhrase, plain: str) -> NamePhrase:
    """Return a name with the version that stands behind it, if any."""
    if name.code or name.end >= len(plain) or plain[name.end] not in "”“(123456789":
        return name
    behind = BEHIND.match(plain, name.end)
    if behind is None:
        return name
    return msgspec.structs.replace(name, end=behind.end(), name=name.name + behind["version"])
