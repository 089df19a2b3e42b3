"""The parts of a coded system, wherever the text states them: `“6997”体系` and, sentences later, 六大传统产业.

The surest first: counts that the text ties to the code by a bracket, 即 or 的, which may contradict it; a run of
counts in the sentence of the code, all but one of which are the code's; counts anywhere in the part of the report that
are the code's, each once; one count of two figures in the paragraph of the code (`明确16个集群` of `“1650”体系`); the
tiers of a sentence, where they are as many as the code has parts. Counts of national titles are no parts of a region's
system.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from operator import eq

from kg_build.extract.initiative.code import splits_of
from kg_build.extract.initiative.group import ANY_GROUP, CountedGroups, Group, groups_in, items_at, runs_of
from kg_build.extract.initiative.name_phrase import NamePhrase, clean_name, verb_and_start
from kg_build.model import Component, Span

__all__ = ["coded_parts"]

TIED = re.compile(r"”?(?:[(:,]|——)?(?:即|包括|包含|涵盖|分为|是指|指|其中|由)?[:,]?")
LINK = re.compile(r"[(:]|——|即|包括|包含|涵盖|分为|是指|指|其中|由")
OWNED = re.compile(r"[^,。;:、()]{0,4}的?[^,。;:、()“”]{0,4}“?")
TIER = re.compile(
    r"(?:“[^“”]{1,6}”|战略性|主导|支柱|优势|特色|新兴|未来|传统|先导|基础|成长)+(?P<noun>产业集群|产业|集群)"
)
FEWEST = 2
NEAREST_MISS = 3
TWO_FIGURES = 10
MOST_MENTIONS = 20
CLOSE, SENTENCES, DEFINITION = 320, 3, 400
BEFORE, BEHIND, FAR = 200, 1500, 6000
"""How far from a code counts are looked for: some of its parts before and behind it, all of them on either side."""


def coded_parts(name: NamePhrase, plain: str, reach: Span, counted: CountedGroups) -> tuple[Component, ...]:
    """Return the parts that the text states for a coded name; `reach` bounds where it speaks of region and time."""
    splits = list(splits_of(name.code))
    mentions = mentions_of(name, plain, reach)
    explained = (
        tied_to(mention, plain, reach, splits, counted) or explained_after(mention, plain, reach, splits)
        for mention in mentions
    )
    tied = next(filter(None, explained), ()) or defined(name.code, plain, splits)
    if tied:
        return tied
    wide = Span(max(reach.start, name.start - FAR), min(reach.end, name.end + FAR))
    groups = [group for group in counted.within(wide.start, wide.end) if not group.component.label.startswith("国家")]
    sentences = [sentence_of(plain, mention) for mention in mentions]
    for run in runs_of(plain, groups):
        run_parts = parts(run)
        if any(one.start <= run[0].start < one.end for one in sentences) and fits(run_parts, splits, NEAREST_MISS):
            return run_parts
    found = chosen(groups, [split for split in splits if is_telling(split)], whole=True)
    if not found:
        near = Span(max(wide.start, name.start - BEFORE), min(wide.end, name.end + BEHIND))
        nearby = [group for group in groups if near.start <= group.start < near.end]
        found = chosen(own(plain, nearby, splits), splits, whole=False)
    return found or one_of(name, plain, groups, splits) or tiers(plain, mentions, sentences, splits)


def mentions_of(name: NamePhrase, plain: str, reach: Span) -> list[Span]:
    """Return where a coded name stands, first the name itself and then in quotes, with its noun where that follows."""
    mentions = [Span(name.start, name.end)]
    quoted = f"“{name.code}”"
    noun = name.name.partition(name.code)[2]
    start = plain.find(quoted, reach.start, reach.end)
    while start >= 0 and len(mentions) < MOST_MENTIONS:
        end = start + len(quoted)
        end += len(noun) if plain.startswith(noun, end) else 0
        if not name.start <= start < name.end:
            mentions.append(Span(start, end))
        start = plain.find(quoted, end, reach.end)
    return mentions


def is_telling(split: Sequence[int]) -> bool:
    """Tell whether counts far from the code can only be its own: three or more, or one of two figures."""
    return len(split) >= NEAREST_MISS or max(split) >= TWO_FIGURES


def parts(run: Sequence[Group]) -> tuple[Component, ...]:
    """Return the components of groups."""
    return tuple(group.component for group in run)


def tied_to(
    name: Span, plain: str, reach: Span, splits: Sequence[tuple[int, ...]], counted: CountedGroups
) -> tuple[Component, ...]:
    """Return the counts that stand in a bracket after the name, after 即 or 包括, or before it with 的."""
    tie = TIED.match(plain, name.end, reach.end)
    if tie and LINK.search(tie[0]):
        items = tuple(items_at(plain, tie.end(), reach.end))
        if fits(items, splits, FEWEST):
            return items
    before = counted.within(max(reach.start, name.start - BEFORE), name.start)
    if before and OWNED.fullmatch(plain, before[-1].end, name.start):
        run = parts(runs_of(plain, before)[-1])
        if fits(run, splits, FEWEST):
            return run
    return ()


def explained_after(mention: Span, plain: str, reach: Span, splits: Sequence[tuple[int, ...]]) -> tuple[Component, ...]:
    """Return the counts of any nouns in the sentences after a code that are its own: in a run, or telling ones."""
    window = Span(mention.end, min(reach.end, mention.end + CLOSE))
    ends = [mark.end() for mark in re.finditer(r"[。\n]", plain[window.start : window.end])]
    if len(ends) >= SENTENCES:
        window = Span(window.start, window.start + ends[SENTENCES - 1])
    groups = list(groups_in(plain, window, ANY_GROUP))
    for run in runs_of(plain, groups):
        stated = parts(run)
        if tuple(part.count for part in stated) in splits and len(stated) >= FEWEST:
            return stated
    for split in splits:
        if is_telling(split) and len(split) >= FEWEST and (stated := in_order(groups, split)):
            return stated
    return ()


def in_order(groups: Sequence[Group], split: Sequence[int]) -> tuple[Component, ...]:
    """Return the groups whose counts are those of a code one after another; none where one is lacking."""
    left = iter(parts(groups))
    found = [next((part for part in left if part.count == count), None) for count in split]
    stated = tuple(part for part in found if part is not None)
    return stated if len(stated) == len(split) else ()


def defined(code: str, plain: str, splits: Sequence[tuple[int, ...]]) -> tuple[Component, ...]:
    """Return the counts in a text's own definition of a code, as notes at its foot give it: `“3+2”体系:…`."""
    if f"“{code}”" not in plain:
        return ()
    for head in re.finditer(rf"“{re.escape(code)}”[^,。;:“”\n]{{0,16}}(?::|是指|指|,即)", plain):
        end = plain.find("\n", head.end())
        span = Span(head.end(), min(len(plain) if end < 0 else end, head.end() + DEFINITION))
        stated = parts(list(groups_in(plain, span, ANY_GROUP)))
        counts = [part.count for part in stated]
        for split in splits:
            if len(split) >= FEWEST and counts[: len(split)] == list(split):
                return stated[: len(split)]
        for split in splits:
            if len(split) == len(counts) and FEWEST * sum(map(eq, split, counts)) >= len(split) >= FEWEST:
                return stated
    return ()


def fits(stated: Sequence[Component], splits: Sequence[tuple[int, ...]], fewest: int) -> bool:
    """Tell whether counts are meant for a code: as many as it has parts, in its order, and at most one another."""
    if len(stated) < fewest:
        return False
    counts = [part.count for part in stated]
    return any(
        len(split) == len(counts) and sum(a != b for a, b in zip(split, counts, strict=True)) <= 1 for split in splits
    )


def sentence_of(plain: str, name: Span) -> Span:
    """Return the sentence that a name stands in."""
    start = max(plain.rfind(mark, 0, name.start) for mark in "。;\n") + 1
    ends = [end for mark in "。;\n" if (end := plain.find(mark, name.end)) >= 0]
    return Span(start, min(ends, default=len(plain)))


def chosen(groups: Sequence[Group], splits: Sequence[tuple[int, ...]], *, whole: bool) -> tuple[Component, ...]:
    """Return the groups whose counts are those of the code, in its order; `whole`: none where one is lacking."""
    best: tuple[Component, ...] = ()
    for counts in splits:
        left = list(parts(groups))
        agreed = []
        for count in counts:
            found = next((part for part in left if part.count == count), None)
            if found is not None:
                agreed.append(found)
                left = [part for part in left if part.label != found.label]
        if len(agreed) > len(best) and (len(agreed) == len(counts) or not whole):
            best = tuple(agreed)
    return best if len(best) >= FEWEST else ()


def own(plain: str, groups: Sequence[Group], splits: Sequence[tuple[int, ...]]) -> list[Group]:
    """Return the groups but for those of runs that are another code's: three counts of which it has not all."""
    return [
        group
        for run in runs_of(plain, groups)
        if len(run) < NEAREST_MISS or any(agree(run, split) for split in splits)
        for group in run
    ]


def agree(run: Sequence[Group], split: Sequence[int]) -> bool:
    """Tell whether the counts of a run are all those of a code, whatever their order."""
    left = list(split)
    for group in run:
        if group.component.count not in left:
            return False
        left.remove(group.component.count)
    return True


def one_of(
    name: NamePhrase, plain: str, groups: Sequence[Group], splits: Sequence[tuple[int, ...]]
) -> tuple[Component, ...]:
    """Return the one group of two figures that is a part of the code and stands in a paragraph with it."""
    counts = {count for split in splits for count in split if count >= TWO_FIGURES}
    for group in groups:
        if group.component.count in counts:
            start, end = plain.rfind("\n", 0, group.start) + 1, plain.find("\n", group.end)
            if plain.find(f"“{name.code}”", start, end if end >= 0 else len(plain)) >= 0:
                return (group.component,)
    return ()


def tiers(
    plain: str, mentions: Sequence[Span], sentences: Sequence[Span], splits: Sequence[tuple[int, ...]]
) -> tuple[Component, ...]:
    """Return the tiers that a clause after a mention lists without counts: `贯通培育主导产业、支柱产业和特色产业`."""
    for mention, sentence in zip(mentions, sentences, strict=True):
        for text in re.split(r"[,;:]", plain[mention.end : sentence.end]):
            _, start = verb_and_start(f"{text}。", 0, len(text), touching=True)
            first = TIER.search(text, start)
            listed = re.split(r"[、和与及]|以及", text[first.start() :]) if first else []
            as_many = any(len(split) == len(listed) >= NEAREST_MISS for split in splits)
            if as_many and all(TIER.fullmatch(tier) for tier in listed):
                return tuple(Component(None, clean_name(tier)) for tier in listed)
    return ()
