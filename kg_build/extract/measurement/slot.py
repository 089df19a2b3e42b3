"""The values the reader of figures passes on: a figure in its clause, what is carried, and what was found."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from kg_build.extract.measurement.attribute import owner_of
from kg_build.extract.measurement.reading import Reading
from kg_build.extract.measurement.topic import topic_that_fares
from kg_build.figure import Figure
from kg_build.model import MeasureKind, Region, Span

__all__ = ["Found", "Slot", "Subject"]


class Subject(msgspec.Struct):
    """What is carried from figure to figure: the indicator, its kind, the topic, subjects waiting for 分别.

    `named` is the topic that a clause of the form …方面 names, `fares` a clause that may tell how a topic fares,
    `silent` the clauses without figures before, which may name the
    topic of bare nouns, and `follows` the one right before.
    `next`, where set, is carried instead of the indicator just found; `moves` is the reading of the last 新增 or 压减,
    which a list goes on with in the same `unit`.
    `recent` are the indicators of the clause before and `listed` those of the sentence so far, which a bare 分别 deals
    its figures out to and a bare 均 holds for; `dealt` are those that the last row was dealt out to, and `suffix` marks
    the rest of a row from which something rose or fell (empty where its year does); it is None in any other row.
    `added` is the verb by which the last indicator was added to (新增), for what grows or ranks then is what was added,
    and `verbs` these verbs by indicator.
    `regions` are those of the clause before.
    """

    indicator: str = ""
    kind: MeasureKind | None = None
    next: str = ""
    named: str = ""
    fares: str = ""
    silent: Sequence[Span] = ()
    follows: Span | None = None
    moves: Reading | None = None
    unit: str = ""
    waiting: list[str] = []
    recent: Sequence[str] = ()
    listed: Sequence[str] = ()
    dealt: Sequence[str] = ()
    suffix: str | None = None
    added: str = ""
    verbs: dict[str, str] = {}
    regions: tuple[Region | None, ...] = ()
    of_whole: bool = False

    @property
    def topic(self) -> str:
        """What the clauses before speak of, by name or by how it fares; an empty string where they do not tell."""
        return (topic_that_fares(self.fares) if self.fares else "") or self.named

    @property
    def owner(self) -> str:
        """The last thing that was counted or measured by an attribute: 轴承 of 轴承产量, 重点项目 of 重点项目数.

        A clause that opens with 全省 measures nothing of it.
        """
        return "" if self.of_whole else owner_of(self.indicator)

    def open_clause(self, *, of_whole: bool) -> None:
        """Forget what holds for one clause only."""
        self.waiting, self.dealt, self.suffix, self.of_whole = [], (), None, of_whole

    def end_clause(
        self, named: list[str], moves: Reading | None, unit: str, regions: tuple[Region | None, ...]
    ) -> None:
        """Take over what a clause leaves to the next: its indicators, its 新增 or 压减, its last unit and regions."""
        self.recent, self.moves, self.unit, self.regions = named, moves, unit, regions
        self.listed = (*self.listed, *named)


class Slot(msgspec.Struct, frozen=True, gc=False):
    """A figure in its clause.

    `left` is the text since the figure before, `own` the same without the verb of the figure, `right` the text up to
    the next one. `plain` is the whole text; the clause goes on at `opening`, behind its time and region, and ends at
    `end`. `index` counts from 0. `row` is the number of figures that stand in a row from here, with nothing but a list
    mark between them; it is 1 inside of a row.
    """

    figure: Figure
    reading: Reading
    index: int
    left: str
    own: str
    right: str
    plain: str
    opening: int
    end: int
    previous: Span | None
    row: int = 1

    @property
    def head(self) -> str:
        """The clause up to the figure, without the time and the region that open it."""
        return self.plain[self.opening : self.figure.start]

    @property
    def tail(self) -> str:
        """The clause after the figure."""
        return self.plain[self.figure.end : self.end]

    @property
    def before(self) -> str:
        """The clause before, where that has no figure."""
        return self.plain[self.previous.start : self.previous.end] if self.previous else ""


class Found(msgspec.Struct, frozen=True, gc=False):
    """The indicators of a figure and how much of `right` names them.

    `is_baseline` tells that something rose or fell from the figure, `is_carried` that the indicators are those before.
    """

    names: Sequence[str] = ()
    used: int = 0
    is_baseline: bool = False
    is_carried: bool = False
