"""What is known of a text besides its words: front matter, and what the command line says.

    read_front_matter("regoin: 重庆市", "a.md")
    ({}, ["front matter: `regoin` is no key; did you mean `region`?"])

A slip in front matter never stops a build and is never passed over: it becomes a note. A slip on the command line is
an error, since whoever typed it is there to mend it.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import yaml
from yaml.composer import ComposerError

from kg_build.errors import SourceError, UsageError

__all__ = ["FIELDS", "FIRST_YEAR", "KNOWN_KEY", "LAST_YEAR", "check_date", "check_year", "read_front_matter", "year_in"]

FIELDS = ("region", "title", "publisher", "date", "url")
"""Keys whose words a document keeps as they are."""
KEYS = (*FIELDS, "source", "year")
FIRST_YEAR, LAST_YEAR = 1949, 2100
MAXIMUM_BLOCK = 1 << 16
"""Characters that front matter may have; what is longer is text."""
NOTHING = ("", "~", "null")
LATIN_KEY = re.compile(r"[A-Za-z][\w .-]*")
KNOWN_KEY = re.compile(rf"^(?:{'|'.join(KEYS)})[ \t]*:", re.IGNORECASE | re.MULTILINE)
NO_CHARACTER = re.compile("[\ud800-\udfff]")
FOUR_DIGITS = re.compile(r"(?<![\d.+-])\d{4}(?!\d|\.\d)", re.ASCII)
DATE = re.compile(r"\d{4}(?:-\d{2}){0,2}", re.ASCII)


class PlainLoader(yaml.BaseLoader):
    """Reads every value as the string it is written as; what could grow without end, an alias, is refused."""

    def compose_node(self, parent: yaml.Node | None, index: Any) -> yaml.Node | None:  # noqa: ANN401  as PyYAML has it
        """Return the next node. Raises ComposerError for an alias."""
        if self.check_event(yaml.AliasEvent):
            raise ComposerError(None, None, "an alias")
        return super().compose_node(parent, index)


def read_front_matter(block: str, place: str) -> tuple[dict[str, str], list[str]] | None:
    """Return the front matter's known keys as strings, and notes on what is nearly one or cannot be kept.

    None where the block is no front matter but text between two rules: no mapping with a key in Latin letters.

    Raises: SourceError, naming the place, where a block with one of our keys is not YAML.
    """
    if len(block) > MAXIMUM_BLOCK:
        return None
    try:
        data = yaml.load(block, PlainLoader)  # noqa: S506  makes strings, lists and mappings only
        if data in (None, ""):
            return {}, []
        if not isinstance(data, dict) or not any(LATIN_KEY.fullmatch(str(key)) for key in data):
            return None
        given = {str(key).lower(): str(value).strip() for key, value in data.items() if value not in NOTHING}
    except (yaml.YAMLError, ValueError, RecursionError, TypeError) as error:
        if not KNOWN_KEY.search(block):
            return None
        mark = getattr(error, "problem_mark", None)
        line = f" line {mark.line + 2}" if mark else ""
        raise SourceError(f"{place}: front matter{line} is not YAML") from error
    notes = [f"front matter: `{key}` is no key; did you mean `{meant}`?" for key in given if (meant := meant_key(key))]
    if "url" not in given and given.get("source", "").startswith(("http://", "https://")):
        given["url"] = given["source"]
    found = {key: value for key, value in given.items() if key in {*FIELDS, "year"}}
    for key, value in found.items():
        if NO_CHARACTER.search(value):
            found[key] = NO_CHARACTER.sub("\ufffd", value)
            notes.append(f"front matter: `{key}` has a code that stands for no character")
    return found, notes


def meant_key(word: str) -> str:
    """Return the key that a word is but for one slip of the keyboard, empty where it is a key or far from any."""
    return "" if word in KEYS else next((key for key in KEYS if is_slip(word, key)), "")


def is_slip(word: str, key: str) -> bool:
    """Tell whether one letter is wrong, too many or missing, or the letters are in another order."""
    if len(word) == len(key):
        wrong = sum(one != other for one, other in zip(word, key, strict=True))
        return wrong == 1 or sorted(word) == sorted(key)
    short, long = sorted((word, key), key=len)
    return len(long) == len(short) + 1 and any(long[:at] + long[at + 1 :] == short for at in range(len(long)))


def year_in(text: str) -> int | None:
    """Return the first year that a text has in digits, None where it has none."""
    years = (int(digits[0]) for digits in FOUR_DIGITS.finditer(text))
    return next((year for year in years if FIRST_YEAR <= year <= LAST_YEAR), None)


def check_year(year: int | None) -> None:
    """Raise UsageError for a number that is no year of these texts."""
    if year is not None and not FIRST_YEAR <= year <= LAST_YEAR:
        raise UsageError(f"--year {year}: expected a year from {FIRST_YEAR} to {LAST_YEAR}")


def check_date(date: str) -> None:
    """Raise UsageError for a date that is not a year, a month or a day of the calendar."""
    try:
        if date:
            dt.date.fromisoformat(f"{date}-01-01"[:10] if DATE.fullmatch(date) else "")
    except ValueError as error:
        raise UsageError(f"--date {date}: expected a date YYYY, YYYY-MM or YYYY-MM-DD") from error
