"""Policy documents and what a region does with them: `印发《江州市轴承产业促进办法》`, `落实轴承产业三年行动计划`."""

from kg_build.extract.document.extractor import RULES, extract

__all__ = ["RULES", "extract"]
