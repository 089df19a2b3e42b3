"""Initiatives: programmes, systems and institutions that a region runs or plans, found by the form of their names."""

from kg_build.extract.initiative.extractor import RULES, extract

__all__ = ["RULES", "extract"]
