"""The rules of figures, one for each kind of reading."""

from __future__ import annotations

from kg_build.model import Rule

__all__ = ["RULE", "RULES"]

RULES = (
    Rule("measurement.change", 0.9, "a count that is added or moves", "新增或变动的数量"),
    Rule("measurement.gap", 0.9, "percentage points above or below elsewhere", "高于或低于他处的百分点"),
    Rule("measurement.growth", 0.9, "a rate of growth after its indicator", "指标之后的增长率"),
    Rule("measurement.intensity", 0.9, "an intensity", "强度"),
    Rule("measurement.level", 0.85, "an amount or a count with its noun", "数额或数量及其名词"),
    Rule("measurement.multiple", 0.9, "a growth by a multiple", "倍数增长"),
    Rule("measurement.rank", 0.9, "a rank among regions", "位次"),
    Rule("measurement.share", 0.85, "a share of a whole", "占比"),
)
RULE = {rule.name.partition(".")[2]: rule for rule in RULES}
"""The rules by their last word, which a reading names."""
