"""The rules of figures, one for each kind of reading."""

from __future__ import annotations

from kg_build.confidence import measured

__all__ = ["RULE", "RULES"]

RULES = (
    measured("measurement.change", "a count that is added or moves", "新增或变动的数量"),
    measured("measurement.gap", "percentage points above or below elsewhere", "高于或低于他处的百分点"),
    measured("measurement.growth", "a rate of growth after its indicator", "指标之后的增长率"),
    measured("measurement.intensity", "an intensity", "强度"),
    measured("measurement.level", "an amount or a count with its noun", "数额或数量及其名词"),
    measured("measurement.multiple", "a growth by a multiple", "倍数增长"),
    measured("measurement.rank", "a rank among regions", "位次"),
    measured("measurement.share", "a share of a whole", "占比"),
)
RULE = {rule.name.partition(".")[2]: rule for rule in RULES}
"""The rules by their last word, which a reading names."""
