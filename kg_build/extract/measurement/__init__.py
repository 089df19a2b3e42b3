"""Figures of a region: value, unit, kind, period and the indicator they belong to."""

from kg_build.extract.measurement.extractor import RULES, extract

__all__ = ["RULES", "extract"]
