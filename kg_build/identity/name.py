"""The form that all spellings of a name share: 中韩（盐城）产业园 and 中韩盐城产业园, 走廊建设 and 走廊.

Two steps. `canonical_name` settles how a name is written: width, quote marks, blanks, dashes; every form that a graph
shows is written so. `normal_name` settles what makes no other name of it: brackets within, hyphens between Han
characters, the signs of times and dot, 全省 or 我市 before what is the region's anyway, and, but for the titles of
documents, 的, the words for *and*, and a final 建设 or 推进 behind a noun that heads a name. A designation's 国家级 is
国家. The normal form is a name itself, and an entity's label.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from typing import Literal, TypeAlias, get_args

from kg_build.extract.word_list import read_words

__all__ = ["KINDS", "NATION", "Kind", "canonical_name", "normal_name"]

Kind: TypeAlias = Literal["initiative", "document", "cluster", "designation", "cooperation"]
KINDS: tuple[Kind, ...] = get_args(Kind)
NATION = "100000"
"""The key of the region whose things are the same in every region."""

CANONICAL = str.maketrans("()[]\u3014\u3015,:;!?", "（）（）（），：；！？", " \t\n\u00a0“”\"‘’'「」『』《》〈〉")
DASH = re.compile(r"(?<=[\d年月日])[-–—―─~]+(?=\d)|[–—―─]+")

HAN = "[\u3400-\u4dbf\u4e00-\u9fff]"
ASIDE = re.compile(r"(?<=[^（）])（(?P<inner>[^（）]+)）(?=[^（）])")
HYPHEN = re.compile(rf"(?<={HAN})-(?={HAN})")
DOT = re.compile(r"[•‧・∙⋅]")
TIMES = re.compile(rf"(?<={HAN})[xX✕✖](?={HAN}|$)")
OF = re.compile(rf"(?<={HAN})(?<![目标])的(?![士确])(?={HAN})")
AND = re.compile(
    rf"""
    (?<={HAN}) (?:
      以及
    | (?<![参给赠赋]) 与 (?![时会众否共])
    | (?<![普惠危涉波顾触提遍埃以]) 及 (?![时早其格物])
    ) (?={HAN})
    """,
    re.VERBOSE,
)
HERE = re.compile(r"^(?:全省|我省|本省|全市|我市|本市|全区|我区)(?![域级])(?=.{4})")
"""Words for the region that reports, before a name of its own."""
OF_THE_STATE = re.compile(r"^国家级(?=.)")
ENDING = re.compile(r"(?:建设|推进|实施|打造|创建|培育)(?:工作)?$")
"""What is done with a thing, said behind its name."""
MAY_DIFFER = re.compile(r"[（）•‧・∙⋅✕✖的与及-]|[xX]|^[全我本国]|(?:建设|推进|实施|打造|创建|培育|工作)$")
"""What a name must have for any of this to change it; most have nothing of it."""
REPORTED = ("initiative", "document")
HEADS = ("initiative-nouns", "brand-nouns", "park-nouns", "designation-nouns")
FEWEST = 2
"""Characters that a name needs before the noun that heads it."""


@functools.lru_cache(maxsize=1 << 14)
def canonical_name(text: str) -> str:
    """Return a name as all its spellings share it: no quote marks or blanks, ASCII digits, full-width marks, one dash.

    An entity's forms are written so; a statement keeps the text's own.
    """
    return DASH.sub("—", unicodedata.normalize("NFKC", text).translate(CANONICAL))


@functools.lru_cache(maxsize=1 << 14)
def normal_name(kind: Kind, text: str) -> str:
    """Return the form of a name that differs from its other forms in more than spelling; it is its own normal form.

    >>> normal_name("cooperation", "琼粤的“先进”产业园建设")
    '琼粤先进产业园'
    """
    name, after = "", canonical_name(text)
    if not MAY_DIFFER.search(after):
        return after
    while name != after:
        name, after = after, canonical_name(simplified(kind, after))
    return name


def simplified(kind: Kind, name: str) -> str:
    """Return a name without what its spellings differ in; what this brings about may need another turn."""
    name = TIMES.sub("×", DOT.sub("·", HYPHEN.sub("—", ASIDE.sub(r"\g<inner>", name))))
    if kind in REPORTED:
        name = HERE.sub("", name)
    if kind == "document":
        return name
    name = AND.sub("和", OF.sub("", name))
    if kind == "designation":
        name = OF_THE_STATE.sub("国家", name)
    ending = ENDING.search(name)
    return name[: ending.start()] if ending and is_headed(name[: ending.start()]) else name


def is_headed(name: str) -> bool:
    """Tell whether a name ends with a noun that heads names, and has something before it."""
    heads, others = head_nouns()
    return not name.endswith(others) and name[FEWEST:].endswith(heads)


@functools.cache
def head_nouns() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the nouns that head names, and the words that only look so."""
    words = {word: group for name in HEADS for word, group in read_words(name).items()}
    return (
        tuple(sorted(word for word, group in words.items() if group != "none")),
        tuple(sorted(word for word, group in words.items() if group == "none")),
    )
