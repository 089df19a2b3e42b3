"""The command line: `cnip COMMAND ...`, or `python -m kg_build COMMAND ...`.

    $ cnip validate build
    0 violations in 12 graphs

The only module that prints. What a command does stands in `cli/`, one module each. Exit codes: 0 done; 1 done, and
what was found is not as it should be; 2 not done, for the reason in one line on standard error. All else is imported
within `main`, so that Ctrl-C is answered in one line from the start.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

__all__ = ["main"]

INTERRUPTED = 130
"""128 and the number of SIGINT, as shells count."""
TYPE_CHECKING = False
"""True for type checkers, which know the name; `typing` takes time to import."""

if TYPE_CHECKING:
    from typing import TextIO

    from kg_build.cli.words import Language


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command line and return its exit code."""
    language: Language = "en"
    try:
        from kg_build.cli.words import language_of

        words = sys.argv[1:] if arguments is None else list(arguments)
        language = language_of(words)
        for stream in (sys.stdout, sys.stderr):
            write_utf8(stream)
        return answer(words, language)
    except KeyboardInterrupt:
        return fail("已中断" if language == "zh" else "stopped", INTERRUPTED)


def answer(words: Sequence[str], language: Language) -> int:
    """Run the words, tell what goes wrong in one line, and return the exit code."""
    from kg_build.cli.command import WRONG
    from kg_build.cli.sentences import in_chinese
    from kg_build.cli.words import Text
    from kg_build.errors import CnipError
    from kg_build.printable import one_line

    unexpected = Text(
        "unexpected error: {kind}: {error} (run again with --debug to see where)",
        "意外错误：{kind}：{error}（加 --debug 再运行可看出处）",
    )
    try:
        code = run(words, language)
        sys.stdout.flush()
    except CnipError as error:
        return fail(in_chinese(str(error)) if language == "zh" else str(error), WRONG)
    except BrokenPipeError:
        # The reader has seen enough (`cnip query ... | head`). Nothing may be flushed into the pipe at exit either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:
        if "--debug" in words:
            raise
        return fail(unexpected.to(language).format(kind=type(error).__name__, error=one_line(error)), WRONG)
    return code


def run(words: Sequence[str], language: Language) -> int:
    """Parse the words, run the command and print its reply; with no command, print the help."""
    from kg_build.cli.command import WRONG
    from kg_build.cli.commands import make_parser

    parser = make_parser(language)
    parsed = parser.parse_args(words)
    if parsed.command is None:
        parser.print_help()
        return WRONG
    reply = parsed.command.run(parsed, language)
    for line in reply.lines:
        print(line)
    for note in reply.notes:
        print(note, file=sys.stderr)
    return int(reply.code)


def fail(reason: str, code: int) -> int:
    """Print the reason on standard error and return the code."""
    print(f"cnip: {reason}", file=sys.stderr)
    return code


def write_utf8(stream: TextIO) -> None:
    """Make a stream that is no terminal write UTF-8; a terminal keeps its encoding and shows `?` for what it lacks."""
    if hasattr(stream, "reconfigure"):
        stream.reconfigure(**({"errors": "replace"} if stream.isatty() else {"encoding": "utf-8"}))


if __name__ == "__main__":
    sys.exit(main())
