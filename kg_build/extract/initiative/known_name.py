"""Initiatives whose names the gazetteer knows, whole or by the place that opens them: `用好超长期特别国债`.

National programmes and policy tools go by a short name (`data/gazetteer/initiatives.tsv`), brands of regions by a name
that no noun shows (`regional-brands.tsv`). A zone that opens with a place of its own within the region
(`designation-own-places.tsv`) is a thing built and no title: `推进雁栖湖生态试验区建设`. One named by its industry is a
cluster. Places and facilities of science (`science-places.tsv`) count wherever something is said of them, events
(`events.tsv`) only where they are held.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg_build.extract.initiative.clause_names import covered
from kg_build.extract.initiative.held_event import held_events
from kg_build.extract.initiative.name_phrase import NamePhrase, clean_name, verb_and_start
from kg_build.extract.place import clause_at, mention_before
from kg_build.lexicon import Lexicon
from kg_build.model import Mention, Segment

__all__ = ["known_names"]

FORMS = {
    "initiatives": "national",
    "regional-brands": "regional",
    "designation-own-places": "facility",
    "science-places": "place",
    "events": "event",
}
IN_TITLE = re.compile(r"[^,。;:、和与及等]{0,16}(?:方案|意见|办法|措施|规划|条例|纲要)")
INSIDE = re.compile(
    r"[\u4e00-\u9fff]{0,4}(?:集结中心|节点城市|示范工程)|项目|店|商品|购物(?!政策)|(?:重要)?战略支点|美丽"
)
"""Behind a name that is only a part of what is spoken of: 中欧班列「集结中心」, 专项债券「项目」."""
NEEDS_QUOTES = (("yes",), ("joined",))
JOINING = re.compile(r"(?:参与|融入|服务|推进|推动|对接|落实|抢抓|用好)(?:国家)?(?:共建)?“$")
JOINED = re.compile(r"”(?:[,、。;:和与]|$|建设|高质量|倡议|战略|(?:最大|重大|历史|发展)*机遇)")
"""A verb of taking part before a programme, and what may stand behind it: 参与“一带一路”「建设」."""

FARTHEST = 10
AT = re.compile(r"[在于到至]$")
OF_PLACE = re.compile(r"[\u4e00-\u9fff]{0,4}(?:管委会|隧道|公司|研究院|专班|集团|站|保税区|综保区)")
"""Behind a science city that is only where something stands."""
ZONE = re.compile(r"[^,。;:、“”()的和与到\d]{2,14}?(?<!产业)(?:试验区|示范区|实验区|先行区|先导区)(?![域县])")


def known_names(segment: Segment, masked: str, names: Sequence[NamePhrase], lexicon: Lexicon) -> Iterator[NamePhrase]:
    """Yield the names of a segment that the gazetteer knows, outside of other names and of titles."""
    for mention in segment.names:
        form = FORMS.get(mention.concept.partition(":")[0])
        if form is None or masked[mention.start] == "■":
            continue
        if form == "event":
            found = clause_at(segment, mention.start)
            for event in held_events(masked, segment.document.plain, found[1], mention) if found else ():
                if not covered(names, event.start):
                    yield event
            continue
        if covered(names, mention.start):
            continue
        read = {"facility": zone_at, "place": science_place}.get(form)
        name = read(segment, masked, mention) if read else whole_name(segment, mention, form, lexicon)
        if name is not None:
            yield name


def whole_name(segment: Segment, mention: Mention, form: str, lexicon: Lexicon) -> NamePhrase | None:
    """Return the name that a mention is, unless it lacks the quote marks it needs or opens a document's title."""
    plain = segment.document.plain
    quoted = plain[mention.start - 1] == "“" and plain.startswith("”", mention.end)
    needs = lexicon.names[mention.concept].properties.get("quoted")
    if needs == ("joined",) and not is_joined(plain, mention):
        return None
    if (needs in NEEDS_QUOTES and not quoted) or IN_TITLE.match(plain, mention.end) or INSIDE.match(plain, mention.end):
        return None
    return NamePhrase(mention.start, mention.start, mention.end, clean_name(mention.label), form)


def is_joined(plain: str, mention: Mention) -> bool:
    """Tell whether a programme is what someone takes part in, and nothing else is named after it."""
    taken = JOINING.search(plain, max(0, mention.start - FARTHEST), mention.start)
    return taken is not None and JOINED.match(plain, mention.end) is not None


def science_place(segment: Segment, masked: str, mention: Mention) -> NamePhrase | None:
    """Return the science city of a mention, unless it is only where something is, or a part of another name."""
    found = clause_at(segment, mention.start)
    if found is None or IN_TITLE.match(masked, mention.end) or OF_PLACE.match(masked, mention.end):
        return None
    verb, start = verb_and_start(masked, found[1].start, mention.start, touching=True)
    if AT.search(masked, max(found[1].start, mention.start - 3), mention.start):
        return None
    name = clean_name(segment.document.plain[mention.start : mention.end])
    return NamePhrase(verb if verb < start else mention.start, mention.start, mention.end, name, "facility")


def zone_at(segment: Segment, masked: str, mention: Mention) -> NamePhrase | None:
    """Return the zone that opens with the place of a mention."""
    zone = ZONE.match(masked, mention.end, segment.end)
    found = clause_at(segment, mention.start) if zone else None
    if zone is None or found is None or IN_TITLE.match(masked, zone.end()):
        return None
    seat = mention_before(segment.regions, mention.start)
    start = seat.start if seat else mention.start
    if masked[start - 1] == "与":
        return None
    verb, _ = verb_and_start(masked, found[1].start, start, touching=True)
    return NamePhrase(verb, start, zone.end(), segment.document.plain[start : zone.end()], "facility")
