"""An indicator made whole with what went before: `轴承产量` then `出口` is 轴承出口, and a bare rank is of 轴承出口."""

from __future__ import annotations

from kg_build.extract.measurement.kind import Reading
from kg_build.extract.measurement.phrase import is_attribute, owner_of
from kg_build.extract.measurement.slot import Subject

__all__ = ["carried", "complete"]

RATE_WORDS = frozenset({"增速", "增幅", "增长率", "增长幅度"})


def complete(phrase: str, subject: Subject, reading: Reading) -> str:
    """Give a bare attribute its owner: 出口 after 轴承产量 is 轴承出口; 增幅 is that of the indicator before."""
    if phrase in RATE_WORDS:
        return f"{subject.indicator.removesuffix('增速')}增速" if subject.indicator else phrase
    if not is_attribute(phrase) or phrase in {"固定资产投资", "进出口总额"}:
        return phrase
    if reading.kind == "share" and not subject.indicator and subject.topic:
        return subject.topic + phrase
    owner = owner_of(subject.indicator) if subject.indicator else subject.topic
    if owner.endswith(phrase):
        return owner
    return f"{owner}{phrase}" if owner and not phrase.startswith(owner) else phrase


def carried(subject: Subject, suffix: str) -> list[str]:
    """Return the indicator before, with the suffix that a rank or a gap of a growth rate needs."""
    base = subject.indicator
    if not base:
        return []
    if suffix and not base.endswith(suffix):
        return [base.removesuffix("增速全国排名").removesuffix("增速") + suffix]
    return [base]
