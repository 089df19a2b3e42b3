"""The two languages of the command line.

    Text("no such question", "没有这个问题").to("zh")    ->  没有这个问题

Which language a call speaks: `--lang`, else the environment. What is said stands beside the command that says it.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

__all__ = ["COMMA", "Language", "Text", "language_of", "unplaced"]

Language = Literal["zh", "en"]
LOCALE_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")
"""In the order POSIX gives them."""


class Text(NamedTuple):
    """The same words in English and in Chinese."""

    en: str
    zh: str

    def to(self, language: Language) -> str:
        """Return the words in the language."""
        return self.zh if language == "zh" else self.en


COMMA = Text(", ", "、")


def language_of(arguments: Sequence[str], environment: Mapping[str, str] = os.environ) -> Language:
    """Return the language that `--lang` names, else that of the locale; English for any locale but Chinese ones.

    Read before the arguments are parsed, since the parser's own help and errors are in this language.
    """
    for argument, following in zip(arguments, (*arguments[1:], ""), strict=False):
        word = following if argument == "--lang" else argument.removeprefix("--lang=")
        if argument.startswith("--lang") and word in ("zh", "en"):
            return "zh" if word == "zh" else "en"
    locale = next((environment[name] for name in LOCALE_VARIABLES if environment.get(name)), "")
    return "zh" if locale.lower().startswith("zh") else "en"


UNPLACED = Text(
    "facts without a region: {region}, without a year: {year}, of {facts}; no question about a region or a year finds "
    "them: give --region and --year, or front matter (see: cnip build --help)",
    "没有地区的事实 {region} 条、没有年份的 {year} 条（共 {facts} 条），按地区或年份提问时查不到："
    "请用 --region 与 --year 或文件头注明（参见：cnip build --help）",
)


def unplaced(facts: int, region: int, year: int, language: Language) -> list[str]:
    """Return the line that tells how many facts lack a region or a year and what to do, none where all have both."""
    return [UNPLACED.to(language).format(region=region, year=year, facts=facts)] if region or year else []
