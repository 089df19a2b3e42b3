"""Word lists of the extractors: `data/words/*.tsv`, one word a row, and the automata that find the words in a text.

A list that a domain expert would extend is data: which nouns head the name of an initiative (行动, 工程, 研究院), which
longer words merely begin with such a noun (工程机械, 战略性), which quoted phrases are slogans. The first column is the
word, the second, where there is one, its class; the class `none` marks words that only hide another. Lines that start
with `#` are comments.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from types import MappingProxyType

import daachorse
import msgspec

from kg_build.errors import DataError
from kg_build.resources import resource

__all__ = ["Token", "WordFinder", "alternatives", "read_words", "word_finder"]


class Token(msgspec.Struct, frozen=True):
    """A word of a list in a text, with its class."""

    start: int
    end: int
    group: str


class WordFinder:
    """The automaton of a list: leftmost, and of words that start together the longest."""

    def __init__(self, words: Mapping[str, str]) -> None:
        """Build the automaton of words with their classes."""
        self.words = sorted(words)
        self.groups = [words[word] for word in self.words]
        self.automaton = daachorse.CharwiseDoubleArrayAhoCorasick(self.words, daachorse.MATCH_KIND_LEFTMOST_LONGEST)
        self.last: tuple[str, list[Token]] = ("", [])

    def find(self, text: str) -> list[Token]:
        """Return the words of a text, in order; the last text's are kept, as a document's reports are read in turn."""
        if text is not self.last[0]:
            groups = self.groups
            self.last = (text, [Token(start, end, groups[word]) for start, end, word in self.automaton.find(text)])
        return self.last[1]


@functools.cache
def read_words(name: str) -> Mapping[str, str]:
    """Return the words of a list with their classes (empty where the list has none), in file order.

    Raises: DataError where a word stands twice or a row has no word.
    """
    words: dict[str, str] = {}
    lines = resource("data", "words", f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines, 1):
        if number == 1 or line.startswith("#"):
            continue
        word, _, group = line.partition("\t")
        if not word:
            raise DataError(f"{name}.tsv:{number}: no word")
        if word in words:
            raise DataError(f"{name}.tsv:{number}: {word} stands twice")
        words[word] = group.partition("\t")[0]
    return MappingProxyType(words)


def alternatives(name: str) -> str:
    """Return a pattern that matches any word of a list, the longest first."""
    return "|".join(re.escape(word) for word in sorted(read_words(name), key=lambda word: (-len(word), word)))


@functools.cache
def word_finder(*names: str) -> WordFinder:
    """Return the automaton of one list or several, built once in a process; of a word in two the last list decides."""
    words: dict[str, str] = {}
    for name in names:
        words |= read_words(name)
    return WordFinder(words)
