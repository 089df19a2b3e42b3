"""How alike two wordings are: 规上工业增加值 and `规模以上工业增加值` are the same, 工业投资 and 工业投资增速 nearly.

Names are compared without blanks, quote marks and punctuation, in one width and case, by the character bigrams they
share. The evaluation rests on this; changing it changes every published figure.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections import Counter

__all__ = ["dice", "normal", "normal_region", "normal_unit"]

REGION_SUFFIX = re.compile(r"(特别行政区|维吾尔自治区|壮族自治区|回族自治区|自治区|省|市)$")
NOISE = re.compile(r"[\s“”\"'‘’「」《》〈〉()、,。.·:;—\-–~]")
UNITS = {"百分点": "个百分点", "percent": "%", "人民币": "元", "户次": "户", "家次": "家", "台套": "台"}
WHOLE = 4
"""Characters a name needs for the whole of it, found within another, to count as likeness."""
CONTAINED = 0.75
"""The likeness of a name to one that contains it."""


@functools.lru_cache(maxsize=1 << 16)
def normal(text: str) -> str:
    """Return the text without noise, two common short forms spelt out."""
    text = NOISE.sub("", unicodedata.normalize("NFKC", text)).lower()
    return text.replace("规上", "规模以上").replace("技改", "技术改造")


def normal_region(text: str) -> str:
    """Return a region's name without its rank (省, 市), unless only that makes it a name."""
    text = normal(text)
    return text if len(text) <= len("北京") else REGION_SUFFIX.sub("", text)


def normal_unit(text: str) -> str:
    """Return a unit by its usual name."""
    text = normal(text)
    return UNITS.get(text, text)


@functools.lru_cache(maxsize=1 << 16)
def bigrams(text: str) -> Counter[str]:
    """Return the pairs of neighbouring characters, of one character the character itself."""
    return Counter(text[at : at + 2] for at in range(len(text) - 1)) or Counter([text])


def dice(one: str, other: str) -> float:
    """Return the Dice similarity of character bigrams, 0 to 1; at least .75 where one name is within the other."""
    one, other = normal(one), normal(other)
    if not one or not other:
        return 0.0
    if one == other:
        return 1.0
    ours, theirs = bigrams(one), bigrams(other)
    score = 2 * sum((ours & theirs).values()) / (ours.total() + theirs.total())
    if min(len(one), len(other)) >= WHOLE and (one in other or other in one):
        return max(score, CONTAINED)
    return score
