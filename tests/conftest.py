"""What tests share: a build of the bundled corpus, the development texts where they are, the command line."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import hypothesis
import pytest

from kg_build.__main__ import main
from kg_build.lexicon import Lexicon, load_lexicon
from kg_build.match import Matcher
from kg_build.model import Segment
from kg_build.read.sources import parse_document
from kg_build.segment import segment_document

TOP = Path(__file__).resolve().parent.parent

# The same examples on every run: a test that fails today failed yesterday.
hypothesis.settings.register_profile("cnip", derandomize=True, deadline=None)
hypothesis.settings.load_profile("cnip")


class Said(NamedTuple):
    """What a command printed, and its exit code."""

    code: int
    out: str
    err: str


@pytest.fixture(scope="session")
def top() -> Path:
    """Return the top of the checkout."""
    return TOP


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the command line speak English, whatever the machine's locale."""
    monkeypatch.delenv("LC_ALL", raising=False)
    monkeypatch.delenv("LC_MESSAGES", raising=False)
    monkeypatch.setenv("LANG", "C.UTF-8")


@pytest.fixture
def cnip(capsys: pytest.CaptureFixture[str]) -> Callable[..., Said]:
    """Return a function that runs a command line in this process."""

    def run(*words: str | os.PathLike[str]) -> Said:
        capsys.readouterr()
        try:
            code = main([str(word) for word in words])
        except SystemExit as leaving:  # argparse leaves this way after --help and --version
            code = int(leaving.code or 0)
        out, err = capsys.readouterr()
        return Said(code, out, err)

    return run


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the output folder of a build of the bundled corpus. Not to be written to."""
    out = tmp_path_factory.mktemp("bundled") / "build"
    assert main(["build", "-o", str(out)]) == 0
    return out


@pytest.fixture(scope="session")
def development_corpus() -> Path:
    """Return the folder of the development texts, or skip the test where there is none."""
    folder = TOP / os.environ.get("CNIP_CORPUS", "../shared/corpus")
    if not (folder / "article.txt").exists():
        pytest.skip(f"no development texts at {os.path.relpath(folder, TOP)} (set CNIP_CORPUS)")
    return folder


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    """Return the curated words."""
    return load_lexicon()


@pytest.fixture(scope="session")
def segments_of(lexicon: Lexicon) -> Callable[..., tuple[Segment, ...]]:
    """Return a function that reads a text and segments it; region and year are its metadata."""
    matcher = Matcher(lexicon)

    def segment(text: str, region: str = "山东省", year: int | None = 2024) -> tuple[Segment, ...]:
        metadata = {"region": region, "year": str(year or "")}
        return segment_document(parse_document("text.txt", text, metadata), lexicon, matcher)

    return segment
