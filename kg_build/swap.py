"""One folder put in the place of another: whole or not at all, by one process at a time.

    with swapped_folder(Path("build"), is_ours) as stage: ...    # fill stage; build then is what stage was

What is written lies in `.cnip-NAME.new` beside the place. The folder that stands there steps aside, to
`.cnip-NAME.old`, the new one takes its name, and what the old one held beside ours moves over. Wherever this is
stopped, the old folder is either in its place or aside; a folder aside is removed only when another stands in its place
and holds all that was not ours, and one left aside goes back the next time. `.cnip-NAME.lock` is locked while this goes
on; the lock ends with its process, however that ends.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from kg_build.errors import UsageError

__all__ = ["recover", "swapped_folder"]


@contextmanager
def swapped_folder(
    place: Path, is_ours: Callable[[Path], bool], check: Callable[[], None] = lambda: None
) -> Iterator[Path]:
    """Give an empty folder; on success it takes the place of `place`, on failure it is removed.

    `is_ours` tells of what is in the old folder whether it goes; `check` may refuse the old folder, once it is known
    that nobody else is at it.

    Raises: UsageError where another process writes there, or the folder cannot be written.
    """
    target = place.absolute()
    stage, aside = beside(target, "new"), beside(target, "old")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with locked(target):
            recover(target, is_ours)
            check()
            try:
                if stage.exists():
                    shutil.rmtree(stage)
                stage.mkdir()
                yield stage
                if target.exists():
                    target.rename(aside)
                stage.rename(target)
            finally:
                recover(target, is_ours)
                shutil.rmtree(stage, ignore_errors=True)
    except OSError as error:
        raise UsageError(f"{place}: cannot be written ({error.strerror or error})") from error


def beside(target: Path, what: str) -> Path:
    """Return the hidden neighbour of a folder."""
    return target.parent / f".cnip-{target.name}.{what}"


def recover(target: Path, is_ours: Callable[[Path], bool]) -> None:
    """Put the folder aside back where nothing stands in its place; else move over what is not ours, and remove it."""
    aside = beside(target, "old")
    if not aside.exists():
        return
    if not target.exists():
        aside.rename(target)
        return
    for entry in sorted(aside.iterdir()):
        if not is_ours(entry):
            kept = target / entry.name
            if kept.exists():
                raise UsageError(f"{entry}: left by a command that was stopped; move it away")
            entry.rename(kept)
    shutil.rmtree(aside, ignore_errors=True)


@contextmanager
def locked(target: Path) -> Iterator[None]:
    """Hold the lock of a folder. Raises UsageError where another process holds it."""
    path = beside(target, "lock")
    while True:
        file = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
        if not lock(file):
            os.close(file)
            raise UsageError(f"{target}: another command is writing there; wait until it is done")
        if is_same(file, path):
            break
        os.close(file)  # its holder was done, and removed it, between our opening and our locking
    try:
        yield
    finally:
        path.unlink(missing_ok=True)
        os.close(file)


def lock(file: int) -> bool:
    """Lock an open file until it is closed; return whether nobody else has it. Windows goes without."""
    if sys.platform == "win32":
        return True
    import fcntl  # noqa: PLC0415  there is none on Windows

    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def is_same(file: int, path: Path) -> bool:
    """Tell whether a path still leads to an open file."""
    try:
        return os.path.samestat(os.fstat(file), path.stat())
    except FileNotFoundError:
        return False
