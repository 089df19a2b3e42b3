"""The names in the clauses of a document, by the nouns and the quotes in them.

Finding the nouns is one pass over the text; a clause without one, and without a quote, costs nothing. Members of a list
that a noun sums up come before any other reading of the words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from kg_build.extract.initiative.counted_set import counted_sets
from kg_build.extract.initiative.head_noun import headed_name
from kg_build.extract.initiative.mechanism import described_mechanism
from kg_build.extract.initiative.name_class import JUDGES
from kg_build.extract.initiative.name_list import listed_names
from kg_build.extract.initiative.name_phrase import NamePhrase
from kg_build.extract.initiative.quoted_name import quoted_names
from kg_build.extract.initiative.shared_institution import SHARING, shared_institutions
from kg_build.extract.initiative.shared_noun import shared_names
from kg_build.extract.initiative.shared_programme import shared_programmes
from kg_build.extract.word_list import Token
from kg_build.model import Segment, Span

__all__ = ["covered", "names_by_segment"]

MARK = re.compile(r"“|(?<=[二两三四五六七八九十\d])大")
"""What a name may have besides a noun: a quote, or the count of a set."""
WORKS = frozenset({"work", "site"})


def names_by_segment(
    segments: Sequence[Segment], masked: str, tokens: Sequence[Token], places: Mapping[int, int]
) -> Iterator[tuple[int, list[NamePhrase]]]:
    """Yield the index of each segment with the names in it; clauses without a head noun or a quote cost nothing."""
    plain = segments[0].document.plain
    marks = sorted(
        [token.start for token in tokens if token.group != "none"] + [mark.start() for mark in MARK.finditer(masked)]
    )
    marks.append(len(masked))
    mark = position = 0
    for index, segment in enumerate(segments):
        names: list[NamePhrase] = []
        while marks[mark] < segment.start:
            mark += 1
        sentences = segment.sentences if marks[mark] < segment.end else ()
        for sentence in sentences:
            while marks[mark] < sentence.start:
                mark += 1
            if marks[mark] >= sentence.end:
                continue
            for clause in sentence.clauses:
                while marks[mark] < clause.start:
                    mark += 1
                if marks[mark] >= clause.end:
                    continue
                while position < len(tokens) and tokens[position].start < clause.start:
                    position += 1
                names += names_in(masked, plain, clause, tokens, position, places)
        yield index, names


def names_in(
    masked: str, plain: str, clause: Span, tokens: Sequence[Token], position: int, places: Mapping[int, int]
) -> list[NamePhrase]:
    """Return the names of a clause; its tokens start at `position`. A list's members come before other readings."""
    names = list(listed_names(masked, plain, clause, places)) if summed_up(masked, clause) else []
    listed = names[:]
    while position < len(tokens) and tokens[position].start < clause.end:
        if tokens[position].group in JUDGES and not covered(listed, tokens[position].start):
            names += names_at(masked, plain, clause, tokens, position, places, names)
        position += 1
    if masked.find("“", clause.start, clause.end) >= 0:
        names += quoted_names(masked, plain, clause, names)
    if masked.find("大", clause.start, clause.end) >= 0:
        names += [one for one in counted_sets(masked, plain, clause) if not covered(names, one.end - 1)]
    return names


def names_at(
    masked: str,
    plain: str,
    clause: Span,
    tokens: Sequence[Token],
    position: int,
    places: Mapping[int, int],
    taken: Sequence[NamePhrase],
) -> Iterator[NamePhrase]:
    """Yield the names that one token heads: those of a list that shares it, then its own."""
    token = tokens[position]
    name = None
    if token.group != "phase" or not covered(taken, token.start):
        name = headed_name(masked, plain, clause, tokens, position, places)
    if name is None and token.group == "mechanism":
        name = described_mechanism(masked, plain, clause, token)
    if token.group in WORKS:
        for shared in shared_names(masked, plain, clause, token, name):
            if not covered(taken, shared.start):
                yield shared
    if token.group == "programme":
        programmes = list(shared_programmes(masked, plain, clause, token))
        yield from programmes
        name = None if programmes else name
    if masked.endswith(SHARING, token.start, token.end):
        for shared in shared_institutions(masked, plain, clause, token, name):
            if not covered(taken, shared.start):
                yield shared
    if name is not None:
        yield name


def covered(names: Sequence[NamePhrase], position: int) -> bool:
    """Tell whether a position is inside one of the names."""
    return any(name.start <= position < name.end for name in names)


def summed_up(masked: str, clause: Span) -> bool:
    """Tell whether a clause may hold a list that a noun sums up."""
    return masked.find("等", clause.start, clause.end) >= 0 or masked.find("”", clause.start, clause.end) >= 0
