"""What is decided on the names of one kind in one region: which are one thing, which are two, which are open.

*Same* is an equivalence: rows a = b and b = c make a, b and c one thing. *Different* must not cross it. Of the names of
one thing the preferred one is a code, where one is; else one that no row has as its second name; of several such the
longest, of equally long ones the first by code point. The order of the rows makes no difference.

Two names that are told apart although their spellings are one (产业园 and 产业园建设, or two with one code) are apart
as far as it takes: by their normal forms, else as written.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, TypeAlias

import msgspec

from kg_build.errors import DataError
from kg_build.identity.name import Kind, canonical_name, normal_name

__all__ = ["NOTHING_DECIDED", "Decision", "Group", "Row", "code_in", "group_of", "is_code", "is_open"]

Decision: TypeAlias = Literal["same", "different", "undecided"]
CODE = re.compile(r"\d+(?:\+(?:\d+|[NnXx]))+[A-Z]?|[1-9]\d{2,}[A-Z]?")
OPEN = re.compile(r"\+[NnXx]")
YEAR = re.compile(r"(?:19|20)\d\d")


class Row(msgspec.Struct, frozen=True):
    """A decision on two names. `place` is its file and line, `region` the key of the region."""

    place: str
    kind: Kind
    region: str
    a: str
    b: str
    decision: Decision


class Group(msgspec.Struct, frozen=True):
    """Decisions made usable: the preferred form of each form that a row names, and the pairs that stay two or open.

    `apart` are the forms, normal or as written, that rows tell apart from names of the same spelling.
    """

    preferred: dict[str, str] = {}
    apart: frozenset[str] = frozenset()
    not_one: frozenset[frozenset[str]] = frozenset()

    def forms(self, written: str, normal: str, code: str = "") -> tuple[str, ...]:
        """Return the forms by which a name may be decided on, the one that counts first."""
        if written in self.apart:
            return (written,)
        return (code, normal) if code and normal not in self.apart else (normal,)

    def is_decided(self, one: str, other: str) -> bool:
        """Tell whether rows decide, by themselves or together, on two forms; undecided is a decision to wait."""
        one, other = self.preferred.get(one, one), self.preferred.get(other, other)
        return one == other or frozenset((one, other)) in self.not_one


NOTHING_DECIDED = Group()


def is_code(name: str) -> bool:
    """Tell whether a name is a code that names one thing: 33618, 20+5, 415X; no year, and no open one, as 1+N is."""
    return bool(CODE.fullmatch(name)) and not is_open(name) and not YEAR.fullmatch(name)


def is_open(code: str) -> bool:
    """Tell whether a code leaves a number open, as many initiatives of one region may: 1+N."""
    return bool(OPEN.search(code))


def group_of(rows: Sequence[Row]) -> Group:
    """Return the decisions on the names of one kind and region. Raises: DataError where two contradict each other."""
    check_pairs(rows)
    apart = frozenset(form for row in rows if row.decision == "different" for form in told_apart(row))
    trial = Group(apart=apart)
    forms = {
        (row, name): trial.forms(canonical_name(name), normal_name(row.kind, name))[0]
        for row in rows
        for name in (row.a, row.b)
    }
    one_thing: dict[str, list[tuple[str, Row]]] = defaultdict(list)
    second = set()
    for row in rows:
        a, b = forms[row, row.a], forms[row, row.b]
        one_thing[a], one_thing[b]  # a name that a row names is known, whatever is decided on it
        if row.decision == "same" and a != b:
            one_thing[a].append((b, row))
            one_thing[b].append((a, row))
            second.add(b)
    preferred: dict[str, str] = {}
    for form in one_thing:
        if form not in preferred:
            together = reached(form, one_thing)
            best = min(together, key=lambda name: (not is_code(name), name in second, -len(name), name))
            preferred |= dict.fromkeys(together, best)
    for row in rows:
        a, b = forms[row, row.a], forms[row, row.b]
        if row.decision == "different" and preferred[a] == preferred[b]:
            raise DataError(f"{row.place}: {row.a} and {row.b} are different, but one by {chain(a, b, one_thing)}")
    not_one = frozenset(
        frozenset((preferred[forms[row, row.a]], preferred[forms[row, row.b]]))
        for row in rows
        if row.decision != "same"
    )
    return Group(preferred, apart, not_one)


def check_pairs(rows: Iterable[Row]) -> None:
    """Raise DataError for a pair of names that stands twice, in whatever order, or is one name."""
    seen: dict[frozenset[str], Row] = {}
    for row in rows:
        pair = frozenset((canonical_name(row.a), canonical_name(row.b)))
        first = seen.setdefault(pair, row)
        if first is not row:
            what = "stand twice" if first.decision == row.decision else f"are {first.decision} and {row.decision}"
            raise DataError(f"{row.place}: {row.a} and {row.b} {what} (the other row: {first.place})")


def told_apart(row: Row) -> Iterator[str]:
    """Yield the forms by which a row tells two names apart, where their spellings are one.

    Raises: DataError where nothing but marks is different.
    """
    normal = [normal_name(row.kind, name) for name in (row.a, row.b)]
    written = [canonical_name(name) for name in (row.a, row.b)]
    if written[0] == written[1]:
        raise DataError(f"{row.place}: {row.a} and {row.b} are one name, and cannot be different")
    if normal[0] == normal[1]:
        yield from written
    elif row.kind == "initiative" and code_in(row.a) and code_in(row.a) == code_in(row.b):
        yield from normal


def code_in(name: str) -> str:
    """Return the first code in a name, empty where there is none."""
    return next((code[0] for code in CODE.finditer(canonical_name(name)) if not YEAR.fullmatch(code[0])), "")


def reached(form: str, edges: dict[str, list[tuple[str, Row]]]) -> set[str]:
    """Return the forms that are one with a form, itself among them."""
    found, new = {form}, [form]
    while new:
        new = [other for one in new for other, _ in edges[one] if other not in found]
        found.update(new)
    return found


def chain(a: str, b: str, edges: dict[str, list[tuple[str, Row]]]) -> str:
    """Return the places of the rows that make two forms one, along a shortest way."""
    ways: dict[str, tuple[Row, ...]] = {a: ()}
    new = [a]
    while b not in ways:
        at = new.pop(0)
        for other, row in edges[at]:
            if other not in ways:
                ways[other] = (*ways[at], row)
                new.append(other)
    return ", ".join(dict.fromkeys(row.place for row in ways[b])) or "their spelling"
