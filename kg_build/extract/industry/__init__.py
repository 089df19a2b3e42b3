"""Industries that a region promotes or reports on: 培育壮大激光、轴承等特色产业."""

from kg_build.extract.industry.extractor import RULES, extract

__all__ = ["RULES", "extract"]
