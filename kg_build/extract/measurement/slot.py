"""The values the reader of figures passes on: a figure in its clause, what is carried, and what was found."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from kg_build.extract.measurement.attribute import owner_of
from kg_build.extract.measurement.kind import Reading
from kg_build.figure import Figure
from kg_build.model import MeasureKind, Span

__all__ = ["Found", "Slot", "Subject"]


class Subject(msgspec.Struct):
    """What is carried from figure to figure: the indicator, its kind, the topic, subjects waiting for 分别.

    `topic` is what a clause of the form …方面 names, `silent` the clauses without figures before, which may name the
    topic of bare nouns, and `follows` the one right before.
    `next`, where set, is carried instead of the indicator just found; `moves` is the reading of the last 新增 or 压减,
    which a list goes on with in the same `unit`; `recent` are the indicators of the clause before, which a bare 分别
    deals its figures out to.
    """

    indicator: str = ""
    kind: MeasureKind | None = None
    next: str = ""
    topic: str = ""
    silent: Sequence[Span] = ()
    follows: Span | None = None
    moves: Reading | None = None
    unit: str = ""
    waiting: list[str] = []
    recent: Sequence[str] = ()

    @property
    def owner(self) -> str:
        """The last thing that was counted or measured by an attribute: 轴承 of 轴承产量, 重点项目 of 重点项目数."""
        return owner_of(self.indicator)


class Slot(msgspec.Struct, frozen=True, gc=False):
    """A figure in its clause.

    `left` is the text since the figure before, `own` the same without the verb of the figure, `right` the text up to
    the next one. `plain` is the whole text; the clause goes on at `opening`, behind its time and region, and ends at
    `end`. `index` counts from 0.
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
