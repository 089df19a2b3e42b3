"""Titles and those who hold or seek them: `江州、云溪入选国家激光应用试点城市` states two designations."""

from kg_build.extract.designation.extractor import RULES, extract

__all__ = ["RULES", "extract"]
