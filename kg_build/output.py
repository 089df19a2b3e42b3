"""The output folder: written beside its place and moved there whole, never over what is not ours.

A build goes to `.cnip-OUT` in the same folder; when it is complete the old output steps aside and the new one takes its
name. A build that fails or is stopped leaves the old output as it was.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kg_build.errors import UsageError

__all__ = ["GENERATOR", "REPORT", "check_replaceable", "is_output", "require_output", "staged_output"]

GENERATOR = "cnip"
REPORT = "report.json"


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


@contextmanager
def staged_output(out: Path) -> Iterator[Path]:
    """Give a fresh folder beside `out`; on success it takes the place of `out`, on failure it is removed.

    Raises UsageError where the folder cannot be made.
    """
    check_replaceable(out)
    out = out.absolute()
    stage, aside = out.parent / f".cnip-{out.name}.new", out.parent / f".cnip-{out.name}.old"
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        for leftover in (stage, aside):
            if leftover.exists():
                shutil.rmtree(leftover)
        stage.mkdir()
    except OSError as error:
        raise UsageError(f"{out}: cannot be written ({error.strerror})") from error
    try:
        yield stage
        if out.exists():
            out.rename(aside)
        try:
            stage.rename(out)
        except OSError:
            if aside.exists():
                aside.rename(out)
            raise
    except OSError as error:
        raise UsageError(f"{out}: cannot be written ({error.strerror or error})") from error
    finally:
        shutil.rmtree(stage, ignore_errors=True)
        shutil.rmtree(aside, ignore_errors=True)
