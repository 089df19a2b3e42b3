"""What a command of `cnip` is: its words in two languages, its arguments, and its reply.

    COMMAND = Command(name="queries", summary=Text("list the questions", "列出可问的问题"), ...)

Every sibling module named after a command holds one `COMMAND`; `commands.py` lists them. `run` returns a `Reply`
and prints nothing; `__main__` writes replies out. Nothing heavy is imported before a command runs.
"""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from kg_build.cli.parser import Parser
from kg_build.cli.words import Language, Text

__all__ = ["DONE", "FAILED", "WRONG", "Command", "Reply"]

DONE = 0
FAILED = 1
"""The command ran, and what it found is not as it should be: violations, nothing extracted, a figure too low."""
WRONG = 2
"""The command could not run as it was called; standard error says why in one line."""


class Reply(NamedTuple):
    """Lines for standard output, notes for standard error, and the exit code."""

    lines: Iterable[str] = ()
    code: int = DONE
    notes: Sequence[str] = ()


class Command(NamedTuple):
    """One command. `example` is a line to type; `run` takes the parsed arguments and the language."""

    name: str
    summary: Text
    description: Text
    example: str
    add_arguments: Callable[[Parser], None]
    run: Callable[[Namespace, Language], Reply]
