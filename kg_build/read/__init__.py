"""Stage 1: files and folders to documents.

Input: paths. Output: a `Document` for each text that can be read, a `SourceError` for each that cannot, in sorted
order. Readers: UTF-8 (with or without a byte-order mark) and GB18030 text, and Markdown with YAML front matter.
"""

from kg_build.read.sources import SUFFIXES, find_sources, read_document

__all__ = ["SUFFIXES", "find_sources", "read_document"]
