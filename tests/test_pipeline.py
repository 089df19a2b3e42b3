"""From texts to an output folder: whole, the same each time, never over what is not ours."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from decimal import InvalidOperation
from pathlib import Path
from typing import Any

import pytest

from kg_build import pipeline
from kg_build.errors import EvidenceError, SourceError, UsageError
from kg_build.model import Document
from kg_build.output import staged_output
from kg_build.pipeline import build

TEXT = "2024年,山东工业系统坚持稳中求进。1—11月,规上工业增加值增长6.4%。出台《轴承产业促进条例》。\n"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """Return a small text."""
    path = tmp_path / "in" / "small.txt"
    path.parent.mkdir()
    path.write_text(TEXT, encoding="utf-8")
    return path


def files(folder: Path) -> dict[str, bytes]:
    """Return the bytes of what a build promises to be the same."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "store" not in path.relative_to(folder).parts
    }


def test_output_is_complete(source: Path, tmp_path: Path) -> None:
    report = build([source], tmp_path / "out")
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["graph.nq", "report.json", "store", "texts"]
    assert json.loads((tmp_path / "out" / "report.json").read_text("utf-8")) == report
    assert (tmp_path / "out" / "texts" / "small.txt").read_text("utf-8") == TEXT
    (entry,) = report["documents"]
    assert (entry["regions"], entry["years"]) == (["山东省"], [2024])
    assert entry["statements"]["observation"] == 1


def test_two_builds_give_the_same_bytes(source: Path, tmp_path: Path) -> None:
    build([source], tmp_path / "one")
    build([source.parent], tmp_path / "two")
    assert files(tmp_path / "one") == files(tmp_path / "two")
    lines = (tmp_path / "one" / "graph.nq").read_text("utf-8").splitlines()
    assert lines == sorted(set(lines))


def test_a_rebuild_replaces_its_own_output(source: Path, tmp_path: Path) -> None:
    build([source], tmp_path / "out")
    source.write_text(TEXT.replace("6.4", "6.5"), encoding="utf-8")
    build([source], tmp_path / "out")
    assert '"6.5"' in (tmp_path / "out" / "graph.nq").read_text("utf-8")
    assert '"6.4"' not in (tmp_path / "out" / "graph.nq").read_text("utf-8")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in", "out"]


@pytest.mark.parametrize("kind", ["folder", "file", "report of another"])
def test_what_is_not_ours_is_left_alone(source: Path, tmp_path: Path, kind: str) -> None:
    out = tmp_path / "precious"
    if kind == "file":
        out.write_text("mine", encoding="utf-8")
    else:
        out.mkdir()
        (out / "report.json").write_text('{"generator": "other"}', encoding="utf-8")
    before = files(out) if out.is_dir() else out.read_bytes()
    with pytest.raises(UsageError, match="precious"):
        build([source], out)
    assert (files(out) if out.is_dir() else out.read_bytes()) == before


def test_an_output_is_no_source(source: Path) -> None:
    build([source.parent], source.parent / "out")
    report = build([source.parent], source.parent / "out")
    assert [entry["name"] for entry in report["documents"]] == ["small.txt"]


def test_an_empty_folder_may_be_filled(source: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    build([source], tmp_path / "out")
    assert (tmp_path / "out" / "graph.nq").exists()


def test_a_build_that_fails_leaves_the_old_output(source: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    build([source], out)
    before = files(out)
    with pytest.raises(RuntimeError):
        stop_halfway(out)
    assert files(out) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in", "out"]


def stop_halfway(out: Path) -> None:
    """Write half an output and fail."""
    with staged_output(out) as stage:
        (stage / "graph.nq").write_text("half", encoding="utf-8")
        raise RuntimeError


def test_a_source_that_cannot_be_read_is_counted(source: Path, tmp_path: Path) -> None:
    (source.parent / "broken.txt").write_bytes(b"ab\xff\xffcd")
    (source.parent / "empty.md").write_bytes(b"")
    report = build([source.parent], tmp_path / "out")
    assert [skipped["name"] for skipped in report["skipped"]] == ["broken.txt", "empty.md"]
    assert report["totals"]["documents"] == 1


def test_a_text_without_region_or_year_is_kept_and_counted(tmp_path: Path) -> None:
    path = tmp_path / "bare.txt"
    path.write_text("规上工业增加值增长6%。\n", encoding="utf-8")
    report = build([path], tmp_path / "out")
    (entry,) = report["documents"]
    assert entry["segments_without_region"] == entry["segments_without_year"] == 1
    assert entry["statements"]["observation"] == 1
    assert report["warnings"] == ["bare.txt: no region and no year found; kept as unknown"]


def test_two_files_of_one_name_are_both_kept(source: Path, tmp_path: Path) -> None:
    other = tmp_path / "other" / "small.txt"
    other.parent.mkdir()
    other.write_text(TEXT.replace("山东", "云南"), encoding="utf-8")
    report = build([source, other], tmp_path / "out")
    keys = [entry["key"] for entry in report["documents"]]
    assert len(set(keys)) == 2


def test_facts_of_a_document_lie_in_its_own_graph(source: Path, tmp_path: Path) -> None:
    build([source], tmp_path / "out")
    lines = (tmp_path / "out" / "graph.nq").read_text("utf-8").splitlines()
    graphs = {line.rpartition(" <")[2].removesuffix("> .").rpartition("/")[2] for line in lines}
    assert graphs == {"reference", "small"}


def test_region_given_on_the_command_line_serves_where_the_text_is_silent(tmp_path: Path) -> None:
    path = tmp_path / "bare.txt"
    path.write_text("规上工业增加值增长6%。\n", encoding="utf-8")
    report = build([path], tmp_path / "out", region="云南省", year=2023)
    assert (report["documents"][0]["regions"], report["documents"][0]["years"]) == (["云南省"], [2023])


ODD = [
    ValueError("Exceeds the limit\nof digits"),
    InvalidOperation(),
    RecursionError("too deep"),
    MemoryError(),
    TypeError("x"),
]


@pytest.mark.parametrize("stage", ["segment_document", "extract_statements", "statement_quads", "document_entry"])
@pytest.mark.parametrize("error", ODD, ids=lambda error: type(error).__name__)
def test_one_odd_text_never_stops_a_build(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stage: str, error: Exception
) -> None:
    odd = source.with_name("odd.txt")
    odd.write_text(TEXT.replace("山东", "云南"), encoding="utf-8")
    usual = getattr(pipeline, stage)

    def stumbles(first: Any, *rest: Any) -> Any:  # noqa: ANN401  whatever the stage takes and gives
        document = first if isinstance(first, Document) else first[0].document
        if document.name == "odd.txt":
            raise error
        return usual(first, *rest)

    monkeypatch.setattr(pipeline, stage, stumbles)
    report = build([source.parent], tmp_path / "out")
    assert [entry["name"] for entry in report["documents"]] == ["small.txt"]
    (skipped,) = report["skipped"]
    assert skipped["name"] == "odd.txt"
    assert skipped["reason"].startswith(f"odd.txt: cannot be processed ({type(error).__name__}: ")
    assert "\n" not in skipped["reason"]
    assert "odd.txt" not in (tmp_path / "out" / "graph.nq").read_text("utf-8")
    assert not (tmp_path / "out" / "texts" / "odd.txt").exists()
    with pytest.raises(SourceError, match=r"^odd\.txt: cannot be processed"):
        build([odd], tmp_path / "alone")
    assert not (tmp_path / "alone").exists()


def test_wrong_quote_is_no_texts_fault(source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def misquotes(*_: object) -> Iterator[None]:
        raise EvidenceError("misquoted")

    monkeypatch.setattr(pipeline, "check_evidence", misquotes)
    with pytest.raises(EvidenceError):
        build([source], tmp_path / "out")


def test_odd_front_matter_never_stops_a_build(source: Path, tmp_path: Path) -> None:
    for name, block in {
        "alias": "region: &a [x, x]\ntitle: [*a, *a, *a]",
        "deep": f"title: {'[' * 5000}",
        "digits": f"year: {'9' * 5000}",
        "hexadecimal": f"title: 0x{'f' * 9000}",
        "surrogate": 'title: "\\ud800"\npublisher: "\\udfff"',
    }.items():
        (source.parent / f"{name}.md").write_text(f"---\n{block}\n---\n{TEXT}", encoding="utf-8")
    report = build([source.parent], tmp_path / "out")
    assert [row["name"] for row in report["skipped"]] == ["alias.md", "deep.md"]
    assert all("front matter" in row["reason"] for row in report["skipped"])
    assert "surrogate.md: front matter: `title` has a code that stands for no character" in report["warnings"]
    assert all(len(entry["regions"]) == 1 for entry in report["documents"])


@pytest.mark.skipif(sys.platform != "linux", reason="names are bytes on Linux only")
def test_file_names_that_are_no_text_are_read(source: Path, tmp_path: Path) -> None:
    for name in (b"\xff.txt", b"\xfe.txt"):
        path = Path(os.fsdecode(os.fsencode(source.parent) + b"/" + name))
        path.write_text(TEXT.replace("6.4", "6.5"), encoding="utf-8")
    report = build([source.parent], tmp_path / "out")
    assert sorted(entry["name"] for entry in report["documents"]) == ["\\udcfe.txt", "\\udcff.txt", "small.txt"]
    assert len(list((tmp_path / "out" / "texts").iterdir())) == 3


def test_command_line_words_that_are_no_text_are_told(source: Path, tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"small\.txt: cannot be processed \(UnicodeEncodeError"):
        build([source], tmp_path / "out", title="\udcff")


def test_order_of_arguments_makes_no_difference(source: Path, tmp_path: Path) -> None:
    paths = [source]
    for number, name in enumerate(["small.txt", "Small.txt", "small.md", "SMALL.txt", "zeta.txt", "Alpha.txt"]):
        path = tmp_path / str(number) / name
        path.parent.mkdir()
        path.write_text(TEXT.replace("6.4", f"6.{number}"), encoding="utf-8")
        paths.append(path)
    (tmp_path / "copy").mkdir()
    (tmp_path / "copy" / "small.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "empty.txt").touch()
    (tmp_path / "binary.txt").write_bytes(b"\0")
    paths += [tmp_path / "copy" / "small.txt", tmp_path / "empty.txt", tmp_path / "binary.txt"]
    first = build(paths, tmp_path / "one")
    second = build(paths[::-1], tmp_path / "two")
    assert first == second
    assert files(tmp_path / "one") == files(tmp_path / "two")
    keys = [entry["key"] for entry in first["documents"]]
    assert len({key.lower() for key in keys}) == len(keys) == 7
    assert {"zeta", "Alpha"} < set(keys)
    assert len(list((tmp_path / "one" / "texts").iterdir())) == 7
    assert [row["name"] for row in first["skipped"]] == ["binary.txt", "empty.txt", "small.txt"]


def test_file_named_as_the_key_of_another_keeps_its_own(source: Path, tmp_path: Path) -> None:
    other = tmp_path / "other" / "small.txt"
    other.parent.mkdir()
    other.write_text(TEXT.replace("山东", "云南"), encoding="utf-8")
    keys = [entry["key"] for entry in build([source, other], tmp_path / "out")["documents"]]
    copy = tmp_path / f"{keys[0]}.txt"
    copy.write_text(TEXT.replace("山东", "四川"), encoding="utf-8")
    report = build([source, other, copy], tmp_path / "out")
    assert len({entry["key"] for entry in report["documents"]}) == 3
    assert keys[0] in {entry["key"] for entry in report["documents"]}
