"""The shapes: each valid file conforms, each invalid file yields its report and nothing else, with both engines."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import get_args

import pyoxigraph
import pytest

from kg_build import model
from kg_build.graph import reference_quads
from kg_build.lexicon import load_lexicon
from kg_build.namespaces import CNIP, ID, compact, expand
from kg_build.validate import SHAPES, judge_document
from kg_build.validate.engines import Engine, fast_engine, reference_engine
from kg_build.validate.graphs import Reference

FOLDER = Path(__file__).resolve().parent / "shapes"
ONTOLOGY = SHAPES.with_name("cnip.ttl")
FILES = sorted(FOLDER.glob("*/*.ttl"))
VALID = [path for path in FILES if path.stem == "valid"]
INVALID = [path for path in FILES if path.stem != "valid"]
HEADER = "focus\tpath\tvalue\tseverity\tshape\tmessage"
"""The report's columns; messages in English."""


def name(path: Path) -> str:
    return path.relative_to(FOLDER).with_suffix("").as_posix()


@cache
def engine(which: str) -> Engine:
    return {"shacl": fast_engine, "pyshacl": reference_engine}[which](SHAPES, "en")


@cache
def reference() -> Reference:
    return Reference(f"{line}\n" for line in reference_quads(load_lexicon(), ()))


def lines_of(path: Path) -> list[str]:
    graph = pyoxigraph.NamedNode(f"{ID}graph/{path.parent.name}")
    triples = pyoxigraph.parse(path=str(path), format=pyoxigraph.RdfFormat.TURTLE)
    return [f"{pyoxigraph.Quad(*triple.triple, graph)} .\n" for triple in triples]


def report(path: Path, which: str) -> str:
    findings = judge_document(engine(which), lines_of(path), reference())
    rows = [
        "\t".join(map(compact, (one.focus, one.path, one.value, one.severity, one.shape, one.message)))
        for one in findings
    ]
    return "\n".join([HEADER, *sorted(rows)]) + "\n"


def triples_of(path: Path) -> list[tuple[str, str, str]]:
    triples = pyoxigraph.parse(path=str(path), format=pyoxigraph.RdfFormat.TURTLE)
    return [tuple(term.value for term in triple.triple) for triple in triples]


def declared(*kinds: str) -> list[str]:
    wanted = {expand(kind) for kind in kinds}
    return sorted({s.removeprefix(CNIP) for s, p, o in triples_of(ONTOLOGY) if p == expand("rdf:type") and o in wanted})


def test_every_class_has_valid_and_invalid_files() -> None:
    classes = declared("owl:Class")
    assert [path.parent.name for path in VALID] == classes
    assert sorted({path.parent.name for path in INVALID}) == classes
    assert {path.parent.name for path in FOLDER.glob("*/*.tsv")} == set(classes)


def test_every_class_has_a_shape_in_the_order_of_the_ontology() -> None:
    shapes = re.findall(
        r"^cnip:(\w+)Shape\n    a sh:NodeShape ;\n    sh:targetClass cnip:(\w+) ;",
        SHAPES.read_text("utf-8"),
        re.MULTILINE,
    )
    assert [target for shape, target in shapes if shape == target] == declared("owl:Class")
    assert [target for _, target in shapes] == sorted(target for _, target in shapes)


def test_every_property_stands_in_a_shape() -> None:
    paths = {o for _, p, o in triples_of(SHAPES) if p == expand("sh:path")}
    properties = {
        CNIP + name for name in declared("owl:ObjectProperty", "owl:DatatypeProperty", "owl:AnnotationProperty")
    }
    assert {path for path in paths if path.startswith(CNIP)} == properties


@pytest.mark.parametrize(
    ("prefix", "values"),
    [
        ("action", model.Action),
        ("agreement", model.Agreement),
        ("comparator", model.Comparator),
        ("kind", model.MeasureKind),
        ("level", model.Level),
        ("role", model.Role),
        ("status", model.Status),
    ],
)
def test_list_of_codes_is_that_of_the_model_and_of_the_scheme(prefix: str, values: object) -> None:
    codes = re.search(rf"sh:in \(((?:{prefix}:\S+ ?)+)\)", SHAPES.read_text("utf-8"))
    assert codes
    assert codes[1].split() == [f"{prefix}:{value}" for value in get_args(values)]
    assert {f"{prefix}/{value}" for value in get_args(values)} <= load_lexicon().codes.keys()


def test_every_property_shape_has_a_message_in_each_language() -> None:
    text = SHAPES.read_text("utf-8")
    of_properties = re.findall(r"^ +sh:path", text, re.MULTILINE)
    of_nodes = re.findall(r"^    (?:sh:nodeKind|sh:or|sh:xone)", text, re.MULTILINE)
    messages = re.findall(r'^ +sh:message "[^"]+"@zh,\n +"[^"]+"@en', text, re.MULTILINE)
    assert len(messages) == text.count("sh:message") == len(of_properties) + len(of_nodes)


def test_patterns_keep_to_what_every_engine_knows() -> None:
    for _, predicate, value in triples_of(SHAPES):
        if predicate == expand("sh:pattern"):
            assert not re.search(r"\(\?|\\p", value)
        assert predicate not in {expand("sh:sparql"), expand("sh:js")}


@pytest.mark.parametrize("which", ["shacl", "pyshacl"])
@pytest.mark.parametrize("path", VALID, ids=name)
def test_valid_file_conforms(path: Path, which: str) -> None:
    assert report(path, which) == HEADER + "\n"


@pytest.mark.parametrize("which", ["shacl", "pyshacl"])
@pytest.mark.parametrize("path", INVALID, ids=name)
def test_invalid_file_yields_its_report(path: Path, which: str) -> None:
    assert report(path, which) == path.with_suffix(".report.tsv").read_text("utf-8")
