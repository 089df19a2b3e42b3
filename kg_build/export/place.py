"""Where an export goes: written beside its place under another name, moved there whole, never over what is not ours.

    with staged_file(Path("graph.ttl"), mark=b"# Written by cnip") as file: ...

An earlier export of the same form is replaced; anything else that stands in the place is left as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from kg_build.errors import UsageError
from kg_build.swap import swapped_folder

__all__ = ["staged_file", "staged_folder"]

HEAD = 1024
"""Bytes within which a file of ours tells that it is one."""


@contextmanager
def staged_file(target: Path, *, mark: bytes) -> Iterator[BinaryIO]:
    """Give a file to write; on success it takes the place of `target`, on failure it is removed.

    Raises: UsageError where `target` is a folder or a file without our mark, or cannot be written.
    """
    if target.is_dir():
        raise UsageError(f"{target}: is a folder; give the file to write")
    if target.exists() and mark not in opening(target):
        raise not_ours(target)
    stage = target.absolute().parent / f".cnip-{target.name}.new"
    try:
        stage.parent.mkdir(parents=True, exist_ok=True)
        with stage.open("wb") as file:
            yield file
        stage.replace(target)
    except OSError as error:
        raise UsageError(f"{target}: cannot be written ({error.strerror or error})") from error
    finally:
        with suppress(OSError):
            stage.unlink(missing_ok=True)


def staged_folder(target: Path, is_ours: Callable[[Path], bool]) -> AbstractContextManager[Path]:
    """Give a folder to fill; on success it takes the place of `target`, on failure it is removed.

    A folder that stands there is replaced where it is empty or `is_ours` holds for all that is in it.

    Raises: UsageError where it is not, or cannot be written.
    """

    def check() -> None:
        if target.exists() and not target.is_dir():
            raise UsageError(f"{target}: is a file; give the folder to write")
        if target.is_dir() and not all(map(is_ours, target.iterdir())):
            raise not_ours(target)

    check()
    return swapped_folder(target, is_ours, check)


def opening(path: Path) -> bytes:
    """Return the first bytes of a file."""
    try:
        with path.open("rb") as file:
            return file.read(HEAD)
    except OSError as error:
        raise UsageError(f"{path}: cannot be read ({error.strerror})") from error


def not_ours(target: Path) -> UsageError:
    """Return the error for a place that holds something else."""
    return UsageError(f"{target}: exists and was not written by `cnip export`; it is left as it is, choose another -o")
