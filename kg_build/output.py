"""The output folder: written beside its place and moved there whole, never over what is not ours.

    with staged_output(Path("build")) as stage: ...

A build that fails or is stopped leaves the old output as it was; how the two change places is told in `swap.py`. Tables
that a user exported into the output, and any other file of theirs, are kept.
"""

from __future__ import annotations

import json
from contextlib import AbstractContextManager
from pathlib import Path

from kg_build.errors import UsageError
from kg_build.swap import swapped_folder

__all__ = ["GENERATOR", "REPORT", "check_replaceable", "is_output", "require_output", "staged_output"]

GENERATOR = "cnip"
REPORT = "report.json"
PARTS = frozenset({REPORT, "graph.nq", "store", "texts"})
"""What a build writes; all else in an output is its user's and outlives the next build."""


def is_output(folder: Path) -> bool:
    """Tell whether a folder is an output of `cnip build`, by its report."""
    try:
        report = json.loads((folder / REPORT).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return isinstance(report, dict) and report.get("generator") == GENERATOR


def require_output(folder: Path) -> None:
    """Raise UsageError unless the folder is an output of `cnip build`."""
    if not folder.exists():
        raise UsageError(f"{folder}: no such folder; build it with `cnip build -o {folder}`")
    if not is_output(folder):
        raise UsageError(f"{folder}: not an output of `cnip build`")


def check_replaceable(out: Path) -> None:
    """Raise UsageError where `out` is something that a build may not replace."""
    if out.is_symlink() or (out.exists() and not out.is_dir()):
        raise UsageError(f"{out}: exists and is not a folder; choose another place with -o")
    if out.is_dir() and any(out.iterdir()) and not is_output(out):
        raise UsageError(f"{out}: exists and is not an output of `cnip build`; it is left as it is, choose another -o")


def is_part(path: Path) -> bool:
    """Tell whether something in an output was written by the build, by its name."""
    return path.name in PARTS


def staged_output(out: Path) -> AbstractContextManager[Path]:
    """Give a fresh folder beside `out`; on success it takes the place of `out`, on failure it is removed.

    What a user put into `out` beside the parts of an output is kept. Raises UsageError where `out` is not ours to
    replace, another build writes there, or the folder cannot be made.
    """
    check_replaceable(out)
    return swapped_folder(out, is_part, lambda: check_replaceable(out))
