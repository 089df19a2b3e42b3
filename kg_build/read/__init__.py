"""Stage 1: files and folders to documents.

Input: paths. Output: a `Document` for each text that can be read, a `SourceError` for each that cannot, in sorted
order. Readers: UTF-8 (with or without a byte-order mark) and GB18030 text, and Markdown with YAML front matter;
`metadata` is what is known of a text besides its words; `wrapped` makes paragraphs of lines of one width.
"""

from kg_build.read.metadata import check_date, check_year
from kg_build.read.sources import SUFFIXES, find_others, find_sources, read_document

__all__ = ["SUFFIXES", "check_date", "check_year", "find_others", "find_sources", "read_document"]
