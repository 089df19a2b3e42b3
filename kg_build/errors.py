"""The errors a user can meet; each is one line that names the file or the place.

`UsageError` and its children end a command with exit code 2; a traceback is a bug. Whatever a file is called, what an
error says is printable and one line.
"""

from __future__ import annotations

from kg_build.printable import one_line

__all__ = ["CnipError", "DataError", "EvidenceError", "SourceError", "UsageError"]


class CnipError(Exception):
    """Any error of ours that a user may see."""

    def __str__(self) -> str:
        """Return what it says, in one printable line."""
        return one_line(super().__str__())


class UsageError(CnipError):
    """A command was called in a way it cannot serve: a missing file, an unknown name, a malformed parameter."""


class SourceError(UsageError):
    """A source text that cannot be read; a build counts it and goes on with the others."""


class DataError(CnipError):
    """Curated data (a scheme, a gazetteer, a mapping) that contradicts itself; stops the build."""


class EvidenceError(CnipError):
    """A statement whose quote does not stand at its offsets; stops the build."""
