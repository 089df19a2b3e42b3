"""A progress bar on a terminal, and silence in a pipe.

    [############............] 12/24 chongqing.txt

The stages report `(done, total, name)`; what they do is theirs.
"""

from __future__ import annotations

import shutil
import sys
from types import TracebackType
from typing import Self

from kg_build.cli.layout import display_width, shorten
from kg_build.printable import one_line

__all__ = ["Progress"]

CELLS = 24


class Progress:
    """Called with what is done, of how many, and the name of what is worked on; wiped away at the end."""

    def __init__(self) -> None:
        """Write to standard error, if that is a terminal."""
        self.stream = sys.stderr if sys.stderr.isatty() else None
        self.written = 0

    def __enter__(self) -> Self:
        """Begin; the bar shows with the first call."""
        return self

    def __call__(self, done: int, total: int, name: str) -> None:
        """Redraw the bar."""
        full = CELLS * done // max(total, 1)
        self.write(f"[{'#' * full}{'.' * (CELLS - full)}] {done}/{total} {one_line(name)}")

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Wipe the bar away, whatever happened."""
        if self.written:
            self.write("")
            self.write("")

    def write(self, line: str) -> None:
        """Replace the current line of the terminal."""
        if self.stream is None:
            return
        line = shorten(line, shutil.get_terminal_size().columns - 1)
        width = display_width(line)
        self.stream.write(f"\r{line}{' ' * (self.written - width)}" if line else f"\r{' ' * self.written}\r")
        self.stream.flush()
        self.written = width
