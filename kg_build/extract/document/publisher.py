"""Who issues a document, as the text says: `省委、省政府印发《…》`, `国务院出台…`, `联合省财政厅印发…`.

The bodies stand right before the verb, before 的 where a clause describes the document (`落实国务院印发的《…》`), or
open the title (《国务院关于…的意见》). Bodies of the state are in `data/words/issuing-bodies.tsv`; those of a region
are found by their form and named in full: 省政府 in a report of 东岭省 is 东岭省政府.
"""

from __future__ import annotations

import re

from kg_build.extract.place import mention_before
from kg_build.extract.word_list import alternatives
from kg_build.model import Region, Segment

__all__ = ["publishers_in_title", "publishers_of"]

LOCAL = (
    r"(?:自治区|自治州|[省市州县区])"
    r"(?:党委|委(?=$|[、,和与及 办市政省关])(?:办公厅)?|(?:人民)?政府(?:办公[厅室])?|人大(?:及其)?(?:常委会)?|政协"
    r"|[^、和与及的,各级属直\s厅局委部办省市]{2,6}和[^、和与及的,各级属直\s厅局委部办省市]{2,6}(?:厅|局|委)(?=$|[、,和与及等会联])"
    r"|[^、和与及的,各级属直\s]{2,9}?(?:厅|局|委)(?=$|[、,和与及等会联]))|两办"
)
BODY = rf"(?:{alternatives('issuing-bodies')}|{LOCAL})"
LISTED = rf"{BODY}(?:(?:[、和与及 ]|会同|联合)?{BODY})*"
ACTING = re.compile(
    rf"(?P<bodies>{LISTED})(?:等(?:\d+|[一二两三四五六七八九十]+)?(?:余|多)?个?(?:部门|部委|单位|厅局|国家部委))?"
    r"(?:先后|正式|已经?|也|还|又|联合|共同|专门|近日|及时|相继|陆续|分别|率先|随即|统一|集中|审议|批准|名义|\d号文件)*$"
)
OPENING = re.compile(rf"[“《]?(?P<bodies>{LISTED})(?:关于|印发)")
ONE = re.compile(BODY)
MARK = re.compile(r"国务院|中央|人大|[委厅部局办政署]|政协")
WINDOW = 70
SPANS = re.compile(r"[,;:。]")


def publishers_of(segment: Segment, floor: int, verb: int, region: Region | None) -> tuple[str, ...]:
    """Return the bodies that stand before the verb at `verb`, at or after `floor`."""
    plain = segment.document.plain
    floor = max(floor, verb - WINDOW)
    if floor >= verb or MARK.search(plain, floor, verb) is None:
        return ()
    found = ACTING.search(plain[floor:verb])
    return bodies_in(segment, floor + found.start("bodies"), floor + found.end("bodies"), region) if found else ()


def publishers_in_title(segment: Segment, start: int, end: int, region: Region | None) -> tuple[str, ...]:
    """Return the bodies that open a title: 国务院关于…的意见."""
    found = OPENING.match(segment.document.plain, start, end)
    return bodies_in(segment, found.start("bodies"), found.end("bodies"), region) if found else ()


def bodies_in(segment: Segment, start: int, end: int, region: Region | None) -> tuple[str, ...]:
    """Return the bodies of a list by their full names."""
    plain = segment.document.plain[start:end]
    names = (full_name(segment, start + body.start(), body[0], region) for body in ONE.finditer(plain))
    return tuple(dict.fromkeys(names))


def full_name(segment: Segment, start: int, body: str, region: Region | None) -> str:
    """Return a region's body with the region's name: the one before it, else that of the statement where it fits."""
    level = next((level for level in ("自治区", "自治州", "省", "市", "州", "县", "区") if body.startswith(level)), "")
    if not level:
        return body
    before = mention_before(segment.regions, start + len(level)) or mention_before(segment.regions, start)
    if before is not None:
        return before.label.removesuffix(level) + body
    if region is not None and region.name.endswith(level):
        return region.name.removesuffix(level) + body
    return body
