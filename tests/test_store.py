"""The store holds every triple once, in a named graph, and opens only what is an output of ours."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode, Store

from kg_build import store as stores
from kg_build.errors import DataError, UsageError
from kg_build.namespaces import expand
from kg_build.store import DistinctTriples, load_store, memory_store, open_store

A, B, C = (f"<http://example.org/{name}>" for name in "abc")
UNION = {"use_default_graph_as_union": True}


def triples(folder: Path) -> set[str]:
    return {line.rpartition(" <")[0] for line in (folder / "graph.nq").read_text("utf-8").splitlines()}


@pytest.mark.parametrize("read", [open_store, memory_store])
def test_store_holds_each_triple_of_the_graph_once(small: Path, read: object) -> None:
    assert callable(read)
    assert len(read(small)) == len(triples(small))


def test_statement_of_two_documents_counts_once(small: Path) -> None:
    query = "SELECT ?s WHERE { ?s cnip:value 6.4 ; cnip:indicatorText ?text ; cnip:region ?region ; cnip:kind ?kind }"
    solutions = open_store(small).query(query, prefixes={"cnip": expand("cnip:")}, **UNION)
    assert len(list(solutions)) == 1  # type: ignore[arg-type]


def test_each_document_has_its_graph(small: Path) -> None:
    names = {str(name) for name in open_store(small).named_graphs()}
    assert names == {f"<{expand('graph:')}{key}>" for key in ("gansu", "yunnan", "reference")}


def test_every_passage_is_in_the_graph_of_its_document(small: Path) -> None:
    for quad in open_store(small).quads_for_pattern(None, NamedNode(expand("oa:hasSource")), None, None):
        assert quad.graph_name.value.rpartition("/")[2] == quad.object.value.rpartition("/")[2]  # type: ignore[union-attr]


def test_lines_load_like_a_file(tmp_path: Path) -> None:
    load_store([f"{A} {B} {C} {A} .", f"{A} {B} {C} {B} .\n"], tmp_path / "store")
    assert len(Store.read_only(str(tmp_path / "store"))) == 1


@given(
    st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from(['"x"', '"x"@zh', '" <x> "']), st.sampled_from("abc")))
)
def test_reading_in_pieces_gives_each_triple_once(rows: list[tuple[str, str, str]]) -> None:
    lines = sorted({f"<{subject}> <p> {value} <{graph}> .\n" for subject, value, graph in rows})
    source, whole = DistinctTriples(line.encode() for line in lines), b""
    while piece := source.read(7):
        whole += piece
    kept = [line.rpartition(" <")[0] for line in whole.decode().splitlines()]
    assert len(kept) == len(set(kept))
    assert set(kept) == {line.rpartition(" <")[0] for line in lines}


def test_graph_too_big_for_memory_is_read_from_disk(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stores, "IN_MEMORY", 10)
    with pytest.raises(RuntimeError, match="read-write"):
        memory_store(small).clear()


def test_line_that_is_no_quad_is_an_error_of_the_data(tmp_path: Path) -> None:
    (tmp_path / "graph.nq").write_text("nonsense\n", "utf-8")
    with pytest.raises(DataError, match=r"^graph\.nq: .*line 1"):
        load_store(tmp_path / "graph.nq", tmp_path / "store")


def make(folder: Path, *names: str) -> Path:
    for name in names:
        path = folder / name
        if name == "report.json":
            path.write_text('{"generator": "cnip"}', "utf-8")
        else:
            path.mkdir()
    return folder


@pytest.mark.parametrize(
    ("names", "error"),
    [
        ((), "not an output of `cnip build`"),
        (("report.json",), "store: no such folder; build the output again"),
        (("report.json", "store"), "the store cannot be opened"),
    ],
)
def test_what_is_no_output_is_not_opened(tmp_path: Path, names: tuple[str, ...], error: str) -> None:
    with pytest.raises(UsageError, match=error) as caught:
        open_store(make(tmp_path, *names))
    assert "\n" not in str(caught.value)


def test_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="missing: no such folder"):
        open_store(tmp_path / "missing")


def test_missing_graph_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"graph\.nq: no such file"):
        memory_store(make(tmp_path, "report.json"))


def test_store_that_cannot_be_written_is_an_error_of_use(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(UsageError, match="the store cannot be written"):
        load_store([], tmp_path / "file")
