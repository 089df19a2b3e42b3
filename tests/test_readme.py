"""README.md and README.zh.md do what they say: their commands run, and give the output shown.

In a block ```console, a line `$ command` is run, in one folder from the first block to the last; the lines after it are
what it prints, where `...` stands for anything, on a line of its own for any lines. A block ```sparql is a file, named
in its first line. `pytest tests/test_readme.py --approve` writes what is printed into the READMEs, but for output with
`...`.
"""

from __future__ import annotations

import ast
import csv
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from kg_build.__main__ import main
from kg_build.export.tables import read_table
from kg_build.query import run_text
from kg_build.store import memory_store

TOP = Path(__file__).resolve().parent.parent
READMES = ("README.md", "README.zh.md")
BLOCK = re.compile(r"^```(?P<language>\w+)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
FIGURES = re.compile(r"^\| \w+ \| \w+ \| [01]\.\d+ \|\n", re.MULTILINE)
COLUMN_IN_R = re.compile(
    r"""
      (?<=\$) \w+                         # observations$value
    | \w+ (?=\ ==\ )                     # kind == "growth"
    | \w+ (?=\ =\ ")                     # region_code = "character"
    | (?: (?<=\(") | (?<=,\ ") ) \w+ (?=")    # c("region", "indicator")
    """,
    re.VERBOSE,
)


def blocks(readme: str, language: str) -> list[str]:
    """Return the bodies of the fenced blocks of a language."""
    text = (TOP / readme).read_text("utf-8")
    return [match["body"] for match in BLOCK.finditer(text) if match["language"] == language]


def commands(readme: str) -> list[tuple[str, str]]:
    """Return the commands of a README, each with the output shown for it."""
    body = "".join(blocks(readme, "console"))
    return [
        (command, output.strip("\n")) for command, _, output in (part.partition("\n") for part in body.split("$ ")[1:])
    ]


def as_pattern(output: str) -> str:
    """Return a pattern for the output shown; spaces at line ends do not count."""
    lines = [re.escape(line.rstrip()).replace(re.escape("..."), ".*") for line in output.splitlines()]
    return "\n".join("(?:.*\n)*?.*" if line == ".*" else line for line in lines)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with `bin/cnip`, a way to start the command line of this checkout."""
    folder = tmp_path_factory.mktemp("readme")
    (folder / "bin").mkdir()
    cnip = folder / "bin" / "cnip"
    cnip.write_text(f'#!/bin/sh\nPYTHONPATH="{TOP}" exec "{sys.executable}" -m kg_build "$@"\n', encoding="utf-8")
    cnip.chmod(0o755)
    return folder


@pytest.mark.parametrize("readme", READMES)
def test_commands_give_the_output_shown(readme: str, folder: Path, approve: bool) -> None:
    work = folder / readme
    work.mkdir()
    locale = "zh_CN.UTF-8" if ".zh." in readme else "C.UTF-8"
    environment = {**os.environ, "PATH": f"{folder / 'bin'}:{os.environ['PATH']}", "LANG": locale}
    environment = {name: value for name, value in environment.items() if not name.startswith("LC_")}
    for query in blocks(readme, "sparql"):
        (work / query.splitlines()[0].removeprefix("# ")).write_text(query, encoding="utf-8")
    assert commands(readme)
    for command, output in commands(readme):
        done = subprocess.run(
            ["sh", "-c", command], cwd=work, env=environment, capture_output=True, encoding="utf-8", check=False
        )
        assert done.returncode == 0, f"$ {command}\n{done.stderr}"
        shown = "\n".join(line.rstrip() for line in done.stdout.rstrip("\n").splitlines())
        if approve and "..." not in output:
            path = TOP / readme
            before, after = f"$ {command}\n{output}".rstrip("\n"), f"$ {command}\n{shown}".rstrip("\n")
            path.write_text(path.read_text("utf-8").replace(before + "\n```", after + "\n```"), encoding="utf-8")
        elif output:
            assert re.fullmatch(as_pattern(output), shown), f"$ {command}\n{shown}"


def columns_in_python(snippet: str) -> set[str]:
    """Return the names of columns in a pandas snippet: subscripts, dictionary keys, arguments of a pivot table."""
    named: set[str] = set()
    for node in ast.walk(ast.parse(snippet)):
        parts: list[ast.expr | None] = []
        if isinstance(node, ast.Subscript):
            parts = [node.slice]
        elif isinstance(node, ast.Dict):
            parts = list(node.keys)
        elif isinstance(node, ast.keyword):
            parts = list(node.value.elts) if isinstance(node.value, ast.List) else [node.value]
        named.update(part.value for part in parts if isinstance(part, ast.Constant))
    return named


def columns_in_r(snippet: str) -> set[str]:
    """Return the names of columns in an R snippet: after `$`, before `==` or `=`, and strings that are no value."""
    return set(COLUMN_IN_R.findall(snippet))


@pytest.mark.parametrize("readme", READMES)
@pytest.mark.parametrize(("language", "columns_in"), [("python", columns_in_python), ("r", columns_in_r)])
def test_snippets_name_columns_that_exist(
    readme: str, language: str, columns_in: Callable[[str], set[str]], built: Path, tmp_path: Path
) -> None:
    main(["export", str(built), "--to", "csv", "-o", str(tmp_path / "tables")])
    (snippet,) = blocks(readme, language)
    (table,) = re.findall(r"tables/\w+\.csv", snippet)
    with (tmp_path / table).open(encoding="utf-8-sig", newline="") as lines:
        columns = set(next(csv.reader(lines)))
    named = columns_in(snippet)
    assert len(named) >= 5
    assert named <= columns


@pytest.mark.parametrize("readme", READMES)
def test_figures_are_the_floors(readme: str, approve: bool) -> None:
    floors = tomllib.loads((TOP / "benchmarks" / "floors.toml").read_text("utf-8"))
    rows = [
        f"| {kind} | {name} | {floor:.3f} |\n" for kind, figures in floors.items() for name, floor in figures.items()
    ]
    path = TOP / readme
    text = path.read_text("utf-8")
    shown = FIGURES.findall(text)
    if approve:
        path.write_text(text.replace("".join(shown), "".join(rows)), encoding="utf-8")
    else:
        assert shown == rows


def test_query_of_ones_own_gives_every_target_of_its_year(built: Path) -> None:
    (query,) = blocks("README.md", "sparql")
    assert {"oa:exact", "skos:prefLabel"} <= set(re.findall(r"\w+:\w+", query))
    answer = run_text(built, query)
    told = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]
    targets = [
        row
        for row in read_table(memory_store(built), "observations")
        if (row["status"], row["year"]) == ("target", "2025")
    ]
    assert targets
    assert sorted((row["region"], row["value"], row["unit"], row["sentence"]) for row in told) == sorted(
        (row["region"], row["value"], row["unit"], row["quote"]) for row in targets
    )


@pytest.mark.parametrize("readme", READMES)
def test_readme_tells_what_a_new_user_asks(readme: str) -> None:
    text = (TOP / readme).read_text("utf-8")
    told = (". .venv/bin/activate", "--view", "`weight`", "`roles`", "`upper`", "`scope`", "`cooperatesWith`", "以上")
    assert [words for words in told if words not in text] == []


def test_both_readmes_have_the_same_commands_queries_and_snippets() -> None:
    english, chinese = ([command for command, _ in commands(readme)] for readme in READMES)
    assert english == chinese
    for language in ("sparql", "python", "r"):
        assert blocks("README.md", language) == blocks("README.zh.md", language)
