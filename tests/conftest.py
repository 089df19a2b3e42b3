"""What tests share: a build of the bundled corpus, the development texts where they are, the command line."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import hypothesis
import msgspec
import pytest
import yaml

from kg_build import model
from kg_build.__main__ import main
from kg_build.graph import reference_quads, statement_quads
from kg_build.lexicon import Lexicon, load_lexicon
from kg_build.match import Matcher
from kg_build.model import Document, Rule, Segment
from kg_build.read.sources import parse_document
from kg_build.segment import segment_document
from kg_build.store import load_store

TOP = Path(__file__).resolve().parent.parent

# The same examples on every run: a test that fails today failed yesterday.
hypothesis.settings.register_profile("cnip", derandomize=True, deadline=None)
hypothesis.settings.load_profile("cnip")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--approve`, for when an answer has changed and should have."""
    parser.addoption("--approve", action="store_true", help="write the output of commands into the READMEs")


class Said(NamedTuple):
    """What a command printed, and its exit code."""

    code: int
    out: str
    err: str


@pytest.fixture(scope="session")
def approve(request: pytest.FixtureRequest) -> bool:
    """Tell whether what is found is to be written down as what is expected."""
    return bool(request.config.getoption("--approve"))


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


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory, lexicon: Lexicon) -> Path:
    """Return an output folder with the graph of `data/small.yaml`. Not to be written to."""
    return write_small("small", tmp_path_factory.mktemp("small") / "out", lexicon)


@pytest.fixture(scope="session")
def doubtful(tmp_path_factory: pytest.TempPathFactory, lexicon: Lexicon) -> Path:
    """Return an output folder in which every check finds something. Not to be written to."""
    return write_small("doubtful", tmp_path_factory.mktemp("doubtful") / "out", lexicon)


@pytest.fixture(scope="session")
def sound(tmp_path_factory: pytest.TempPathFactory, lexicon: Lexicon) -> Path:
    """Return an output folder in which no check finds anything, though little is lacking. Not to be written to."""
    return write_small("sound", tmp_path_factory.mktemp("sound") / "out", lexicon)


def write_small(name: str, out: Path, lexicon: Lexicon) -> Path:
    """Write the graph of a file of `data/` into an output folder, and return the folder."""
    (out / "texts").mkdir(parents=True)
    source = yaml.safe_load((TOP / "tests" / "data" / f"{name}.yaml").read_text("utf-8"))
    rules = msgspec.convert(source["rules"], tuple[Rule, ...])
    lines = set(reference_quads(lexicon, rules))
    for entry in source["documents"]:
        told, key = entry.pop("statements"), Path(entry["name"]).stem
        document = msgspec.convert({**entry, "key": key, "plain": entry["text"]}, Document)
        statements = [small_statement(one, document, rules, lexicon) for one in told]
        lines.update(statement_quads(document, statements, lexicon))
        (out / "texts" / f"{key}.txt").write_text(document.text, "utf-8", newline="\n")
    graph = out / "graph.nq"
    graph.write_text("".join(f"{line}\n" for line in sorted(lines)), "utf-8", newline="\n")
    load_store(graph, out / "store")
    (out / "report.json").write_text('{"generator": "cnip"}\n', "utf-8")
    return out


def small_statement(
    told: dict[str, Any], document: Document, rules: tuple[Rule, ...], lexicon: Lexicon
) -> model.Statement:
    """Return a statement of a file of `data/`, with what it leaves out; without type or rule it is a plain figure."""
    quote, named = told.pop("quote"), told.get("rule", "measurement.other")
    rule = next(rule for rule in rules if rule.name == named)
    start = document.text.index(quote)
    evidence = model.Evidence(document.key, start, start + len(quote), quote, rule.name, rule.confidence)
    told = {"region": document.region, "year": document.year, "status": "actual", **told, "evidence": (evidence,)}
    year = told["year"]
    kind: type[model.Statement] = getattr(model, told.pop("type", "Observation"))
    filled: dict[str, Any] = {
        "region_key": region_key(told["region"], lexicon),
        "region_keys": [region_key(name, lexicon) for name in told.get("regions", ())],
        "concept": lexicon.ground_industry(told.get("industry", ""))
        or lexicon.ground_indicator(told.get("indicator", "")),
        "comparator": "eq",
        "period_start": f"{year}-01",
        "period_end": f"{year}-12",
        "code": "",
        "components": (),
        **told,
    }
    fields = {name: filled[name] for name in kind.__struct_fields__ if name in filled}
    return msgspec.convert({"type": kind.__name__, **fields}, kind)


def region_key(name: str, lexicon: Lexicon) -> str:
    """Return the key of a region of the scheme."""
    region = lexicon.region_named(name)
    assert region is not None, name
    return region.key
