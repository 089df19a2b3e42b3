"""README.md and README.zh.md do what they say: their commands run, and give the output shown.

In a block ```console, a line `$ command` is run, in one folder from the first block to the last; the lines after it are
what it prints, where `...` on a line of its own stands for any lines.
"""

from __future__ import annotations

import csv
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

TOP = Path(__file__).resolve().parent.parent
READMES = ("README.md", "README.zh.md")
BLOCK = re.compile(r"^```(?P<language>\w+)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
COLUMN = re.compile(r"""(?<=["'$])[a-z]+(?:_[a-z]+)*\b""")


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
    lines = [re.escape(line.rstrip()) for line in output.splitlines()]
    return "\n".join("(?:.*\n)*?.*" if line == re.escape("...") else line for line in lines)


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
def test_commands_give_the_output_shown(readme: str, folder: Path) -> None:
    work = folder / readme
    work.mkdir()
    locale = "zh_CN.UTF-8" if ".zh." in readme else "C.UTF-8"
    environment = {**os.environ, "PATH": f"{folder / 'bin'}:{os.environ['PATH']}", "LANG": locale}
    environment = {name: value for name, value in environment.items() if not name.startswith("LC_")}
    assert commands(readme)
    for command, output in commands(readme):
        done = subprocess.run(
            ["sh", "-c", command], cwd=work, env=environment, capture_output=True, encoding="utf-8", check=False
        )
        assert done.returncode == 0, f"$ {command}\n{done.stderr}"
        if output:
            shown = "\n".join(line.rstrip() for line in done.stdout.rstrip("\n").splitlines())
            assert re.fullmatch(as_pattern(output), shown), f"$ {command}\n{shown}"


@pytest.mark.parametrize("readme", READMES)
@pytest.mark.parametrize("language", ["python", "r"])
def test_snippets_name_columns_that_exist(readme: str, language: str, built: Path, tmp_path: Path) -> None:
    from kg_build.__main__ import main  # noqa: PLC0415

    main(["export", str(built), "--to", "csv", "-o", str(tmp_path / "tables")])
    (snippet,) = blocks(readme, language)
    files = re.findall(r"tables/(\w+\.csv)", snippet)
    assert files
    columns: set[str] = set()
    for file in files:
        with (tmp_path / "tables" / file).open(encoding="utf-8-sig", newline="") as lines:
            columns.update(next(csv.reader(lines)))
    named = set(re.findall(r"""(?:\$|\.|\b)([a-z]+(?:_[a-z]+)*)(?= ==| %in%|"\]|",? ?"|"\))""", snippet))
    assert named & columns
    assert named <= columns | {"tables"}


@pytest.mark.parametrize("readme", READMES)
def test_figures_are_the_floors(readme: str) -> None:
    floors = tomllib.loads((TOP / "benchmarks" / "floors.toml").read_text("utf-8"))
    text = (TOP / readme).read_text("utf-8")
    shown = {
        (kind, measure): float(figure)
        for kind, measure, figure in re.findall(r"^\| (\w+) \| (\w+) \| (0\.\d+) \|", text, re.MULTILINE)
    }
    assert shown == {(kind, measure): floor for kind, floors_ in floors.items() for measure, floor in floors_.items()}


def test_both_readmes_have_the_same_commands() -> None:
    english, chinese = ([command for command, _ in commands(readme)] for readme in READMES)
    assert english == chinese
