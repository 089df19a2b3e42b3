"""Files to documents: find them, decode them, take their front matter.

A file opens with optional YAML front matter between two lines `---`:

    ---
    region: 重庆市
    year: 2024
    ---

Its keys `region`, `year`, `title`, `publisher`, `date`, `url` (or `source`) describe the document; unknown keys are
left alone, but for those that seem misspelt: these are noted, and so is a list of them that no second line `---`
closes. The front matter stays part of the text, so offsets count from the file's first character. Text between two
rules `---` that is no such list of keys is text.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from kg_build.errors import SourceError, UsageError
from kg_build.model import Document
from kg_build.output import REPORT, is_output
from kg_build.printable import one_line, printable
from kg_build.read.metadata import FIRST_YEAR, KNOWN_KEY, LAST_YEAR, read_front_matter, year_in
from kg_build.read.plain import fold
from kg_build.read.wrapped import is_wrapped

__all__ = ["SUFFIXES", "document_key", "find_others", "find_sources", "parse_document", "read_document"]

SUFFIXES = (".txt", ".md")
KEPT_KEY = re.compile(r"[A-Za-z0-9._-]{1,80}")
FRONT_MATTER = re.compile(r"\s*^---[ \t]*\n(?P<yaml>.*?)(?:^---[ \t]*(?:\n|\Z))", re.DOTALL | re.MULTILINE)
UNCLOSED = re.compile(r"\s*^---[ \t]*\n(?P<yaml>(?:[A-Za-z][\w .-]*:.*\n)+)", re.MULTILINE)
OTHER_FORMATS = {b"%PDF": "a PDF", b"{\\rtf": "RTF"}
"""How files begin that have letters in them and are no plain text."""


def find_sources(paths: Sequence[Path]) -> list[Path]:
    """List the readable files of `paths`, folders searched in depth, each file once, sorted within a folder.

    What lies in an output of `cnip build` below a folder is left alone: its texts are copies.

    Raises UsageError for a path that does not exist, and when nothing readable is found.
    """
    found: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            found.update(dict.fromkeys(file for file in files_in(path) if is_text(file)))
        elif path.is_file():
            found[path] = None
        else:
            raise UsageError(f"{path}: no such file or folder")
    if not found:
        places = ", ".join(str(path) for path in paths)
        raise UsageError(f"{places}: nothing readable ({', '.join(SUFFIXES)})")
    return list(found)


def find_others(paths: Sequence[Path]) -> list[Path]:
    """List the files in folders that are passed over for their suffix, each once, sorted within a folder."""
    others = (file for path in paths if path.is_dir() for file in files_in(path) if not is_text(file))
    return list(dict.fromkeys(others))


def files_in(folder: Path) -> Iterator[Path]:
    """Yield the files of a folder in depth, sorted, but for hidden ones and those in an output of ours below it."""
    inside = [file for file in sorted(folder.rglob("*")) if file.is_file() and not file.name.startswith(".")]
    outputs = {file.parent for file in inside if file.name == REPORT and is_output(file.parent)}
    yield from (file for file in inside if outputs.isdisjoint(file.parents))


def is_text(file: Path) -> bool:
    """Tell whether a file in a folder is read, by its suffix."""
    return file.suffix.lower() in SUFFIXES


def document_key(name: str) -> str:
    """Return an ASCII key for a file name: its stem where that is plain, else a hash of the whole name.

    >>> document_key("beijing.txt")
    'beijing'
    """
    stem = Path(name).stem
    if KEPT_KEY.fullmatch(stem):
        return stem
    return "d-" + hashlib.sha256(unicodedata.normalize("NFC", name).encode()).hexdigest()[:16]


def read_document(path: Path, defaults: Mapping[str, str] | None = None) -> Document:
    """Read one file. `defaults` fill what its front matter does not say.

    Raises SourceError for a file that cannot be read, is empty, or is neither UTF-8 nor GB18030.
    """
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise SourceError(f"{path}: cannot be read ({error.strerror})") from error
    return parse_document(printable(path.name), decode(raw, str(path)), defaults, place=str(path))


def decode(raw: bytes, place: str) -> str:
    r"""Decode strictly as UTF-8, else as GB18030; line ends become one "\n" each, as RFC 5147 counts them."""
    if b"\x00" in raw:
        raise SourceError(f"{place}: binary data, not text")
    for mark, what in OTHER_FORMATS.items():
        if raw.lstrip().startswith(mark):
            raise SourceError(f"{place}: {what}, not text; save its words as a .txt file")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        try:
            text = raw.decode("gb18030")
        except UnicodeDecodeError as error:
            raise SourceError(f"{place}: neither UTF-8 nor GB18030 (byte {error.start})") from error
    return text.replace("\r\n", "\n").replace("\r", "\n")


def parse_document(name: str, text: str, defaults: Mapping[str, str] | None = None, place: str = "") -> Document:
    """Make a document of decoded text. Raises SourceError when it is empty or its front matter is broken."""
    place = place or name
    if not text.strip():
        raise SourceError(f"{place}: empty")
    body = 0
    found: dict[str, str] = {}
    notes: list[str] = []
    front = FRONT_MATTER.match(text)
    described = read_front_matter(front["yaml"], place) if front else None
    if front and described is not None:
        body = front.end()
        found, notes = described
        if not text[body:].strip():
            raise SourceError(f"{place}: nothing below the front matter")
    elif (opened := UNCLOSED.match(text)) and KNOWN_KEY.search(opened["yaml"]):
        notes.append("front matter: no second line `---` closes it, or it is too long; it is read as text")
    merged = {**(defaults or {}), **found}
    year = year_in(merged.get("year", ""))
    if year is None and merged.get("year"):
        notes.append(f"front matter: `{merged['year']}` is no year from {FIRST_YEAR} to {LAST_YEAR}")
    document = Document(
        key=document_key(name),
        name=name,
        text=text,
        plain=fold(text),
        body=body,
        year=year,
        region=merged.get("region", ""),
        title=merged.get("title", ""),
        publisher=merged.get("publisher", ""),
        date=merged.get("date", ""),
        url=merged.get("url", ""),
    )
    if is_wrapped(document):
        notes.append("lines are wrapped; they are read as whole paragraphs")
    return msgspec.structs.replace(document, notes=tuple(map(one_line, notes)))
