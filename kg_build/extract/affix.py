"""Words at the front or at the end of a phrase, found by their first or last character.

An alternation of a hundred words costs a regular expression a hundred comparisons at every position of a text; here a
phrase is compared with the few words that share its outermost character.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

__all__ = ["ahead", "by_first", "by_last", "longest_prefix", "longest_suffix"]

Words = Mapping[str, tuple[str, ...]]


def by_first(words: Iterable[str]) -> Words:
    """Return the words by their first character, the longest first."""
    return grouped(words, 0)


def by_last(words: Iterable[str]) -> Words:
    """Return the words by their last character, the longest first."""
    return grouped(words, -1)


def grouped(words: Iterable[str], at: int) -> Words:
    """Return the words by the character at `at`, the longest first."""
    groups: dict[str, list[str]] = {}
    for word in sorted(set(words), key=lambda word: (-len(word), word)):
        groups.setdefault(word[at], []).append(word)
    return {character: tuple(found) for character, found in groups.items()}


def ahead(*alternatives: str) -> str:
    """Return a look-ahead to the first characters of alternatives: `增长|下降` and `升` give `(?=[下升增])`.

    In front of a pattern that opens with something optional it spares the alternatives where none can stand.
    """
    return f"(?=[{''.join(sorted({word[0] for one in alternatives for word in one.split('|')}))}])"


def longest_prefix(text: str, words: Words) -> str:
    """Return the longest word that a text starts with, or an empty string."""
    for word in words.get(text[:1], ()):
        if text.startswith(word):
            return word
    return ""


def longest_suffix(text: str, words: Words) -> str:
    """Return the longest word that a text ends with, or an empty string."""
    for word in words.get(text[-1:], ()):
        if text.endswith(word):
            return word
    return ""
