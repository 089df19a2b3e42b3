"""What `build` and `terms` have in common: the texts they read, by default the bundled corpus, and those they skip."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from kg_build.cli.parser import Parser
from kg_build.cli.sentences import in_chinese
from kg_build.cli.words import Language, Text

__all__ = ["add_sources", "skipped_notes"]

SKIPPED = Text("skipped: ", "已跳过：")


def add_sources(parser: Parser) -> None:
    """Add the texts to read."""
    parser.add(
        "sources",
        nargs="*",
        type=Path,
        metavar="SOURCE",
        help=Text("file or folder of texts (default: the bundled corpus)", "文本文件或文件夹（默认：自带语料）"),
    )


def skipped_notes(reasons: Iterable[str], language: Language) -> list[str]:
    """Return a note for each text that was skipped, from the reasons in English."""
    return [SKIPPED.to(language) + (in_chinese(reason) if language == "zh" else reason) for reason in reasons]
