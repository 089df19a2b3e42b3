"""The values that stages pass on. Frozen; imports nothing of ours.

Offsets everywhere count code points from the start of the document as the reader delivered it, half-open:
`document.text[evidence.start:evidence.end] == evidence.quote`.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Literal, TypeAlias

import msgspec

__all__ = [
    "Action",
    "Agreement",
    "AwardLevel",
    "Cluster",
    "Comparator",
    "Component",
    "Cooperation",
    "Designation",
    "Document",
    "DocumentStatement",
    "Evidence",
    "Industry",
    "Initiative",
    "InitiativeName",
    "Level",
    "MeasureKind",
    "Mention",
    "Observation",
    "Part",
    "Region",
    "Role",
    "Rule",
    "Segment",
    "Sentence",
    "Span",
    "Statement",
    "Status",
]

Status: TypeAlias = Literal["actual", "estimate", "target"]
Part: TypeAlias = Literal["review", "plan", "unknown"]
MeasureKind: TypeAlias = Literal["level", "growth", "change", "share", "rank", "gap", "multiple", "intensity"]
Comparator: TypeAlias = Literal["eq", "gt", "lt", "approx"]
Action: TypeAlias = Literal["issued", "drafting", "revised", "implementing", "promulgated"]
Role: TypeAlias = Literal["traditional", "advantage", "emerging", "future", "general"]
Agreement: TypeAlias = Literal["agrees", "contradicts", "not-stated"]
Level: TypeAlias = Literal["national", "provincial", "world-class", "unspecified"]
AwardLevel: TypeAlias = Literal["international", "national", "provincial", "municipal", "unspecified"]


class Document(msgspec.Struct, frozen=True, gc=False):
    r"""A source text as read: decoded, without a byte-order mark, line ends as one "\n" each.

    `plain` has the same length as `text`, with full-width digits and punctuation folded to their ASCII forms; rules
    read `plain`, quotes are cut from `text`. `body` is the offset where front matter ends (0 without any).
    `key` is ASCII and stable: it names the document in IRIs and file names. `notes` say what is wrong in its
    front matter, and how it is read where that is not as it stands.
    """

    key: str
    name: str
    text: str
    plain: str
    body: int = 0
    region: str = ""
    year: int | None = None
    title: str = ""
    publisher: str = ""
    date: str = ""
    url: str = ""
    notes: tuple[str, ...] = ()


class Span(msgspec.Struct, frozen=True, order=True, gc=False):
    """A stretch of a document's text, half-open, in code points."""

    start: int
    end: int


class Region(msgspec.Struct, frozen=True, gc=False):
    """A place that facts are about: a unit of GB/T 2260, a policy area, or a place only the text names.

    `key` is the last part of its IRI: the GB/T 2260 code, an area's own key (`jingjinji`), or `x-` and a hash of the
    name. `code` is the GB/T 2260 code or empty. `members` are the keys of an area's members.
    """

    key: str
    name: str
    code: str = ""
    level: str = ""
    parent: str = ""
    members: tuple[str, ...] = ()


class Mention(msgspec.Struct, frozen=True, gc=False):
    """A label of a scheme found in the text. `concept` is the concept's key within its scheme."""

    start: int
    end: int
    concept: str
    label: str


class Sentence(msgspec.Struct, frozen=True, gc=False):
    """A sentence without its final mark, and its clauses: spans between commas, semicolons and colons."""

    start: int
    end: int
    clauses: tuple[Span, ...]


class Segment(msgspec.Struct, frozen=True, gc=False):
    """A paragraph of one region's report, within one part (review or plan), with the mentions in it.

    `reporter` is the reporting region (None where the text gives none), `region` the one that the paragraph speaks of:
    the same, or a zone or small city that has the paragraph to itself. `year` is the year the part speaks of: the year
    under review, or the year planned for. `heading` is the nearest heading above, or the heading the paragraph opens
    with. `until` is the last year of the five-year plan whose goals the part states, `since` the first of the years
    that it looks back on; each is None in any other part. Mentions are sorted by start and do not overlap within their
    scheme.
    """

    document: Document
    start: int
    end: int
    region: Region | None
    year: int | None
    part: Part
    heading: str
    sentences: tuple[Sentence, ...]
    regions: tuple[Mention, ...] = ()
    industries: tuple[Mention, ...] = ()
    indicators: tuple[Mention, ...] = ()
    names: tuple[Mention, ...] = ()
    until: int | None = None
    since: int | None = None
    reporter: Region | None = None


class Evidence(msgspec.Struct, frozen=True, order=True, gc=False):
    """Where a statement stands in a source, and the rule that read it there. `confidence` is the rule's, 0 to 1."""

    document: str
    start: int
    end: int
    quote: str
    rule: str
    confidence: float


class Rule(msgspec.Struct, frozen=True, order=True, gc=False):
    """A rule of an extractor. `name` is `kind.form`.

    `right` of the `found` facts that it read in annotated texts were right; both are None where it was not measured.
    `confidence`, 0 to 1, follows from them, see `confidence`.
    """

    name: str
    confidence: float
    en: str
    zh: str
    right: int | None = None
    found: int | None = None


class Component(msgspec.Struct, frozen=True, order=True, gc=False):
    """A part of an initiative: how many, called what, and the members the text names."""

    count: int | None
    label: str
    members: tuple[str, ...] = ()


class InitiativeName(msgspec.Struct, frozen=True, order=True, gc=False):
    """What an initiative is known by within its region: its code, or its name where it has none."""

    name: str
    code: str = ""


class Statement(msgspec.Struct, frozen=True, kw_only=True, tag=True, gc=False):
    """What a text says of a region in a year. Its key is every field but `evidence`, and a figure's but `raw`.

    `region` is the full standard name, empty where the text gives none; `region_key` is `Region.key`.
    """

    region: str
    region_key: str
    year: int | None
    status: Status
    evidence: tuple[Evidence, ...]


class Observation(Statement, frozen=True, kw_only=True, gc=False):
    """A figure. `value` has Chinese multipliers resolved; `raw` is the figure as written.

    `unit` is the unit without multiplier. `period` is closed, in months `YYYY-MM`, either end empty where open.
    `indicator` is the text's own term made whole; `concept` the key in the indicator scheme, or empty. `comparator` is
    of the amount, without its sign. `lower` and `upper` bound a range (10—15亿元), else both are None. `scope` tells
    among whom a rank holds, or over whom a gap (全国, 西部), where the text says so.
    """

    indicator: str
    concept: str
    kind: MeasureKind
    value: Decimal
    unit: str
    comparator: Comparator
    period_start: str
    period_end: str
    raw: str
    lower: Decimal | None = None
    upper: Decimal | None = None
    scope: str = ""


class Initiative(Statement, frozen=True, kw_only=True, gc=False):
    """A region runs or plans a named programme. `code` is empty where the name has none.

    `aliases` are the short forms that the text gives it; `part_of` are the initiatives of the region that it is said to
    be a part of.
    """

    name: str
    code: str
    components: tuple[Component, ...]
    aliases: tuple[str, ...] = ()
    part_of: tuple[InitiativeName, ...] = ()


class DocumentStatement(Statement, frozen=True, kw_only=True, gc=False):
    """A region issues, drafts, revises, carries out or promulgates a policy document. `title` is without 《》.

    `publishers` are the bodies that the sentence or the title says issue it. `places` are the full names of the regions
    that the title is for, `place_keys` their keys; `period_start` and `period_end` the months the title covers, either
    empty where open.
    """

    title: str
    action: Action
    publishers: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    place_keys: tuple[str, ...] = ()
    period_start: str = ""
    period_end: str = ""


class Industry(Statement, frozen=True, kw_only=True, gc=False):
    """A region promotes or reports on an industry. `concept` is the key in the industry scheme, or empty."""

    industry: str
    concept: str
    role: Role


class Cluster(Statement, frozen=True, kw_only=True, gc=False):
    """A region hosts or builds an industrial cluster, park or base. `industry` is empty where none is named.

    `cities` are the full names of the cities and counties that the name says it lies in, `city_keys` their keys.
    `entered` is the official list of clusters that the text says it is on (国家先进制造业集群), or empty.
    """

    name: str
    level: Level
    industry: str
    cities: tuple[str, ...] = ()
    city_keys: tuple[str, ...] = ()
    entered: str = ""


class Designation(Statement, frozen=True, kw_only=True, gc=False):
    """A region holds a title (or, as a target, seeks it).

    `level` is that of who grants it, `batch` the round of grants, `edition` the year in the title; both None where the
    text gives none.
    """

    name: str
    level: AwardLevel = "unspecified"
    batch: int | None = None
    edition: int | None = None


class Cooperation(Statement, frozen=True, kw_only=True, gc=False):
    """Regions act together. `regions` are full names in order of mention, `region_keys` their keys."""

    name: str
    regions: tuple[str, ...]
    region_keys: tuple[str, ...]
