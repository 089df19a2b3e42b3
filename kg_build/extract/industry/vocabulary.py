"""What the industry scheme says of a word: a label, an everyday word, a whole sector, a crop.

汽车 is a label and an everyday word, 激光器 a label that names an industry wherever it stands, 制造业 a whole sector.
"""

from __future__ import annotations

import functools
import re

from kg_build.extract.industry.found import Found
from kg_build.extract.industry.name import clean_name, is_sector_form
from kg_build.extract.industry.role import role_around
from kg_build.extract.word_list import read_words
from kg_build.lexicon import Lexicon, normalize
from kg_build.model import Mention, Role, Rule, Span

__all__ = ["Vocabulary"]

SHORT = 2
CACHED = 4096
LATIN = re.compile(r"[A-Za-z0-9]")


class Vocabulary:
    """The labels of one lexicon, and the names made of them."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Take what the scheme says of categories, of farming and of everyday words."""
        concepts = lexicon.industries
        self.lexicon = lexicon
        self.ground = lexicon.grounds["industries"]
        self.categories = frozenset(key for key, concept in concepts.items() if not concept.broader)
        self.farming = frozenset(key for key, concept in concepts.items() if concept.broader == "agriculture")
        self.everyday = frozenset(
            label for concept in concepts.values() for label in concept.properties.get("cnip:contextLabel", ())
        )
        self.worded = functools.lru_cache(CACHED)(self.word)

    def is_distinctive(self, name: str) -> bool:
        """Tell whether a name is no everyday word: longer than two characters, or with Latin letters or digits."""
        return (len(name) > SHORT and name not in self.everyday) or LATIN.search(name) is not None

    def is_label(self, text: str) -> bool:
        """Tell whether a text is a label of an industry, word for word."""
        key = self.ground.get(text) or self.ground.get(normalize(text))
        return key is not None and key not in self.categories

    def is_name(self, text: str) -> bool:
        """Tell whether a text is a label of an industry, give or take 产业 or 业 at its end."""
        key = self.lexicon.ground_industry(text)
        return bool(key) and key not in self.categories

    def is_name_or_sector(self, text: str) -> bool:
        """Tell whether a text names an industry by a label or by its last word (工艺品「加工业」)."""
        return self.is_name(text) or (is_sector_form(text) and not self.is_category(text))

    def is_label_or_sector(self, text: str) -> bool:
        """Tell whether a text is a label of an industry or names one by its last word."""
        return self.is_label(text) or (is_sector_form(text) and not self.is_category(text))

    def is_sold(self, text: str) -> bool:
        """Tell whether a text among what is sold (汽车、养老等「消费」) is an industry, and no mere field (绿色)."""
        return self.is_label_or_sector(text) or text in read_words("industry-stems")

    def is_category(self, text: str) -> bool:
        """Tell whether a text is a whole sector or a category."""
        return self.lexicon.ground_industry(text) in self.categories

    def word(self, text: str) -> tuple[str, str]:
        """Return the name that a noun phrase gives an industry, and its concept (empty where no label is that name)."""
        name = clean_name(text, self.is_label)
        return name, self.lexicon.ground_industry(name)

    def found(self, plain: str, clause: Span, span: Span, last: Mention, rule: Rule, role: Role | None) -> Found:
        """Return the find for a span that ends in the label `last` or in nouns behind it."""
        name, concept = self.worded(plain[span.start : span.end])
        if not concept and span.end == last.end:
            concept = last.concept
        role = role or role_around(plain, clause.start, span.start, span.end, clause.end)
        return Found(span.start, span.end, name, concept, rule, role)
