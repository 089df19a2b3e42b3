"""The promises that ARCHITECTURE.md and CONTRIBUTING.md make about the tree."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

import kg_build
from kg_build.extract.registry import EXTRACTORS

TOP = Path(__file__).resolve().parent.parent
PACKAGE = TOP / "kg_build"
MODULES = sorted(PACKAGE.rglob("*.py"))
FOLDERS = (".ci", "benchmarks", "data", "kg_build", "ontology", "queries", "tests")
LONGEST_MODULE = 400
DEEPEST = 3


def tree() -> Iterator[Path]:
    """Yield the files of the repository, those git would not ignore."""
    yield from (path for path in sorted(TOP.iterdir()) if path.is_file())
    for folder in FOLDERS:
        for path in sorted((TOP / folder).rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                yield path


def name(path: Path) -> str:
    """Return the path as it stands in the tree."""
    return path.relative_to(TOP).as_posix()


@pytest.mark.parametrize("module", MODULES, ids=name)
def test_module_is_short_and_says_what_it_is(module: Path) -> None:
    text = module.read_text("utf-8")
    assert len(text.splitlines()) <= LONGEST_MODULE
    parsed = ast.parse(text)
    assert ast.get_docstring(parsed)
    defines = any(isinstance(node, ast.FunctionDef | ast.ClassDef | ast.Assign | ast.AnnAssign) for node in parsed.body)
    assert not defines or re.search(r"^__all__\b", text, re.MULTILINE)


@pytest.mark.parametrize("module", MODULES, ids=name)
def test_module_has_no_vague_name(module: Path) -> None:
    assert module.stem not in {"utils", "util", "common", "helpers", "helper", "base", "misc", "manager", "info"}


def test_there_are_extractors() -> None:
    assert len(EXTRACTORS) >= 7


@pytest.mark.parametrize("extractor", [name for name, _ in EXTRACTORS])
def test_extractor_has_positive_and_negative_cases(extractor: str) -> None:
    cases = yaml.safe_load((TOP / "tests" / "corpus" / f"{extractor}.yaml").read_text("utf-8"))
    assert cases["positive"]
    assert cases["negative"]


def test_every_corpus_file_belongs_to_an_extractor_or_a_grammar() -> None:
    owners = {name for name, _ in EXTRACTORS} | {path.stem for path in PACKAGE.glob("*.py")}
    assert {path.stem.partition("-")[0] for path in (TOP / "tests" / "corpus").glob("*.yaml")} <= owners


def test_tree_is_flat() -> None:
    for path in tree():
        assert len(path.relative_to(TOP).parents) - 1 <= DEEPEST, name(path)


# Written in halves, so that this file does not find itself.
FORBIDDEN = {
    "a path of one machine": re.compile("/wo" r"rk/|/ro" r"ot/|/ho" r"me/\w|/tm" r"p/\w|C:\\Us" "ers"),
    "an address of a package index": re.compile(
        r"--(?:extra-)?index" r"-url|pypi\.or" r"g/simple|files\.python" "hosted"
    ),
    "a note to nobody": re.compile(r"\b(?:TO" r"DO|FIX" r"ME|X" r"XX)\b(?! ?\(?#\d)"),
}


@pytest.mark.parametrize("what", FORBIDDEN)
def test_no_file_contains(what: str) -> None:
    found = [
        f"{name(path)}: {match[0]}"
        for path in tree()
        if path.suffix not in {".png", ".gexf"} and (match := FORBIDDEN[what].search(path.read_text("utf-8")))
    ]
    assert found == []


def test_version_is_written_once() -> None:
    written = re.compile(rf"version\w*\s*[=:]\s*[\"']{re.escape(kg_build.__version__)}")
    assert [name(path) for path in [TOP / "pyproject.toml", *MODULES] if written.search(path.read_text("utf-8"))] == [
        "kg_build/__init__.py"
    ]


def test_ontology_has_the_version_of_the_package() -> None:
    (version,) = re.findall(
        r"owl:versionIRI\s+<[^>]*?(\d+\.\d+\.\d+)[^>]*>", (TOP / "ontology" / "cnip.ttl").read_text("utf-8")
    )
    assert version == kg_build.__version__


def test_changelog_opens_with_the_version_of_the_package() -> None:
    heading = re.search(r"^## (\S+)", (TOP / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert heading
    assert heading[1] == kg_build.__version__


def test_constraints_name_every_dependency() -> None:
    project = tomllib.loads((TOP / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = [*project["dependencies"], *(one for extra in project["optional-dependencies"].values() for one in extra)]
    names = {re.split(r"[\[<>=]", one)[0].lower() for one in wanted} - {project["name"]}
    constrained = {
        line.split("==")[0].lower()
        for line in (TOP / "constraints.txt").read_text("utf-8").splitlines()
        if "==" in line
    }
    assert names <= constrained


def test_architecture_names_every_module() -> None:
    text = (TOP / "ARCHITECTURE.md").read_text("utf-8")
    modules = [path.name for path in PACKAGE.glob("*.py") if path.name != "__init__.py"]
    packages = [f"{path.parent.name}/" for path in PACKAGE.glob("*/__init__.py")]
    assert [
        one for one in sorted(modules + packages) if f"`{one}`" not in text and f"kg_build/{one}`" not in text
    ] == []


def test_links_between_pages_lead_somewhere() -> None:
    for page in (*TOP.glob("*.md"), *TOP.glob("*/README.md")):
        for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text("utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"
