"""argparse in Chinese and English, with errors in one line.

    usage: cnip validate [-h] [--lang LANG] [--debug] [--engine ENGINE] OUT

Commands describe themselves in the modules of their names; this one is how their arguments read. Its errors are raised
in English, as everywhere; `sentences.py` has them in Chinese.
"""

from __future__ import annotations

import argparse
import shutil
from functools import partial
from typing import Any, NoReturn

from kg_build.cli.layout import wrap
from kg_build.cli.words import Language, Text
from kg_build.errors import UsageError

__all__ = ["Parser"]

USAGE = Text("usage: ", "用法：")
EXAMPLE = Text("example:", "示例：")
ARGUMENTS = Text("arguments", "参数")
OPTIONS = Text("options", "选项")
HELP = Text("show this help and exit", "显示本帮助后退出")
LANGUAGE = Text(
    "language of help and messages: zh or en (default: by LANG)", "帮助与提示的语言：zh 或 en（默认依 LANG）"
)
DEBUG = Text("show the traceback of an unexpected error", "出现意外错误时显示完整回溯")
WIDEST = 110


class HelpFormatter(argparse.RawDescriptionHelpFormatter):
    """Help laid out by the columns a terminal takes, with the headings of a language."""

    def __init__(self, prog: str, *, language: Language) -> None:
        """Take the terminal's width, up to what reads well."""
        super().__init__(prog, max_help_position=26, width=min(shutil.get_terminal_size().columns - 2, WIDEST))
        self.language = language

    def add_usage(self, usage: str | None, actions: Any, groups: Any, prefix: str | None = None) -> None:  # noqa: ANN401  argparse's types are private
        """Add the usage line under the language's heading."""
        super().add_usage(usage, actions, groups, USAGE.to(self.language) if prefix is None else prefix)

    def _split_lines(self, text: str, width: int) -> list[str]:
        return wrap(text, width)


class Parser(argparse.ArgumentParser):
    """An argument parser in one language; its errors are raised, not printed."""

    def __init__(self, prog: str, description: Text, example: str, language: Language) -> None:
        """Make a parser with `--help`, `--lang` and `--debug`."""
        super().__init__(
            prog=prog,
            description="\n".join(
                line for part in description.to(language).split("\n") for line in wrap(part, WIDEST - 10)
            ),
            epilog=f"{EXAMPLE.to(language)}\n  {example}",
            formatter_class=partial(HelpFormatter, language=language),
            add_help=False,
            allow_abbrev=False,
        )
        self.language = language
        self._positionals.title = ARGUMENTS.to(language)
        self._optionals.title = OPTIONS.to(language)
        self.add("-h", "--help", action="help", help=HELP)
        # Left out of the parsed arguments where not given, lest a command's parser undo what stands before it.
        self.add("--lang", choices=("zh", "en"), metavar="LANG", default=argparse.SUPPRESS, help=LANGUAGE)
        self.add("--debug", action="store_true", default=argparse.SUPPRESS, help=DEBUG)

    def add(self, *names: str, help: Text, **options: Any) -> None:  # noqa: A002, ANN401  argparse's word; its options
        """Add an argument with its help in both languages."""
        self.add_argument(*names, help=help.to(self.language), **options)

    def error(self, message: str) -> NoReturn:
        """Raise UsageError with the message, always."""
        place = self.prog.removeprefix("cnip").strip()
        raise UsageError(f"{place}: {message} (see: {self.prog} --help)" if place else f"{message} (see: cnip --help)")
