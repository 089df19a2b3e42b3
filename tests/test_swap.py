"""Outputs change places whole: stopped at any step, after a kill, with two at once, and with a user's files inside."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from kg_build.errors import UsageError
from kg_build.export.place import staged_folder
from kg_build.output import staged_output

REPORT = '{"generator": "cnip"}'
HOLD = """
import sys
from pathlib import Path
from kg_build.output import staged_output
with staged_output(Path(sys.argv[1])) as stage:
    print("holding", flush=True)
    sys.stdin.read()
"""


def write_output(folder: Path, word: str) -> None:
    folder.mkdir(exist_ok=True)
    (folder / "report.json").write_text(REPORT, encoding="utf-8")
    (folder / "graph.nq").write_text(word, encoding="utf-8")
    (folder / "store").mkdir()
    (folder / "store" / word).touch()


def rebuild(out: Path, word: str = "new") -> None:
    with staged_output(out) as stage:
        write_output(stage, word)


def word_of(out: Path) -> str:
    """Return which output stands there, and see that it is whole."""
    word = (out / "graph.nq").read_text("utf-8")
    assert [path.name for path in (out / "store").iterdir()] == [word]
    return word


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Return an output that stands."""
    write_output(tmp_path / "out", "old")
    return tmp_path / "out"


@pytest.mark.parametrize("stop", [KeyboardInterrupt, SystemExit, OSError])
@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
@pytest.mark.parametrize("step", [1, 2])
def test_stopped_at_a_step_an_output_stands(
    out: Path, monkeypatch: pytest.MonkeyPatch, step: int, after: bool, stop: type[BaseException]
) -> None:
    rename = Path.rename
    done: list[Path] = []

    def stopped(path: Path, target: Path) -> Path:
        done.append(path)
        if len(done) != step:
            return rename(path, target)
        if after:
            rename(path, target)
        raise stop

    monkeypatch.setattr(Path, "rename", stopped)
    with pytest.raises((stop, UsageError)):
        rebuild(out)
    monkeypatch.undo()
    assert word_of(out) == ("new" if (step, after) == (2, True) else "old")
    assert [path.name for path in out.parent.iterdir()] == ["out"]


def test_stopped_at_every_rename_the_old_output_comes_back_with_the_next_build(
    out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename = Path.rename

    def stopped(path: Path, target: Path) -> Path:
        if path.name == "out":
            return rename(path, target)
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "rename", stopped)
    with pytest.raises(KeyboardInterrupt):
        rebuild(out)
    assert not out.exists()
    assert word_of(out.parent / ".cnip-out.old") == "old"
    monkeypatch.undo()
    with pytest.raises(RuntimeError):
        fail(out)
    assert word_of(out) == "old"


def fail(out: Path) -> None:
    with staged_output(out) as stage:
        (stage / "graph.nq").touch()
        raise RuntimeError


def test_leftovers_of_a_kill_are_cleared_where_an_output_stands(out: Path) -> None:
    write_output(out.parent / ".cnip-out.old", "older")
    write_output(out.parent / ".cnip-out.new", "half")
    rebuild(out)
    assert word_of(out) == "new"
    assert [path.name for path in out.parent.iterdir()] == ["out"]


def test_files_of_the_user_outlive_a_build(out: Path) -> None:
    (out / "tables").mkdir()
    (out / "tables" / "observations.csv").write_text("mine", encoding="utf-8")
    (out / "notes.md").write_text("mine", encoding="utf-8")
    for word in ("new", "newer"):
        rebuild(out, word)
        assert word_of(out) == word
        assert (out / "tables" / "observations.csv").read_text("utf-8") == "mine"
        assert (out / "notes.md").read_text("utf-8") == "mine"
    assert [path.name for path in out.parent.iterdir()] == ["out"]


def test_files_of_the_user_left_aside_by_a_kill_move_over(out: Path) -> None:
    aside = out.parent / ".cnip-out.old"
    write_output(aside, "older")
    (aside / "notes.md").write_text("mine", encoding="utf-8")
    rebuild(out)
    assert (out / "notes.md").read_text("utf-8") == "mine"
    assert not aside.exists()


def test_file_left_aside_never_gives_way_to_another_of_its_name(out: Path) -> None:
    aside = out.parent / ".cnip-out.old"
    write_output(aside, "older")
    for folder in (aside, out):
        (folder / "notes.md").write_text(folder.name, encoding="utf-8")
    with pytest.raises(UsageError, match=r"notes\.md: left by a command that was stopped; move it away"):
        rebuild(out)
    assert (aside / "notes.md").read_text("utf-8") == ".cnip-out.old"
    assert (out / "notes.md").read_text("utf-8") == "out"
    assert word_of(out) == "old"


@pytest.mark.skipif(sys.platform == "win32", reason="no locks there")
def test_second_build_into_one_place_is_refused_until_the_first_is_gone(out: Path, top: Path) -> None:
    source = out.parent / "jiangzhou.txt"
    source.write_text("2030年,重庆市轴承产量增长7.4%。\n", encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(top)}
    build = [sys.executable, "-m", "kg_build", "build", str(source), "-o", str(out)]
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(out)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=environment,
        text=True,
    ) as first:
        assert first.stdout
        assert first.stdout.readline() == "holding\n"
        second = subprocess.run(build, env=environment, capture_output=True, text=True, check=False)
        assert second.returncode == 2
        assert second.stderr == f"cnip: {out}: another command is writing there; wait until it is done\n"
        assert word_of(out) == "old"
        first.send_signal(signal.SIGKILL)
    third = subprocess.run(build, env=environment, capture_output=True, text=True, check=False)
    assert third.returncode == 0
    assert sorted(path.name for path in out.parent.iterdir()) == ["jiangzhou.txt", "out"]


def test_exported_tables_left_aside_by_a_kill_come_back(tmp_path: Path) -> None:
    aside = tmp_path / ".cnip-tables.old"
    aside.mkdir()
    (aside / "a.csv").write_text("old", encoding="utf-8")
    with pytest.raises(RuntimeError), staged_folder(tmp_path / "tables", lambda _: True):
        raise RuntimeError
    assert (tmp_path / "tables" / "a.csv").read_text("utf-8") == "old"
    with (
        pytest.raises(UsageError, match="not written by `cnip export`"),
        staged_folder(tmp_path / "tables", lambda _: False),
    ):
        pass
