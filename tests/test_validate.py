"""Validation of an output folder: two engines, one result; nothing held that a large graph would make large."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pyoxigraph
import pytest

from kg_build import validate
from kg_build.errors import DataError, UsageError
from kg_build.export import export
from kg_build.graph import reference_quads
from kg_build.lexicon import load_lexicon
from kg_build.namespaces import ID, PREFIXES, compact, expand
from kg_build.validate import SHAPES, ValidationReport, judge, judge_document, report_lines, validate_output
from kg_build.validate.engines import fast_engine, reference_engine
from kg_build.validate.graphs import Reference, read_graphs
from kg_build.validate.report import ValidationResult

SHAPE_FILES = sorted((Path(__file__).resolve().parent / "shapes").glob("*/valid.ttl"))
OBSERVATION = "Observation"

Change = Callable[[str], str]


def document_lines() -> list[str]:
    """Return the valid files of all shapes, each as the graph of a document of its own."""
    lines = []
    for path in SHAPE_FILES:
        graph = pyoxigraph.NamedNode(f"{ID}graph/{path.parent.name}")
        triples = pyoxigraph.parse(path=str(path), format=pyoxigraph.RdfFormat.TURTLE)
        lines += [f"{pyoxigraph.Quad(*triple.triple, graph)} ." for triple in triples]
    return lines


def write(folder: Path, lines: list[str]) -> Path:
    text = "".join(f"{line}\n" for line in sorted({line for line in lines if line}))
    (folder / "graph.nq").write_text(text, encoding="utf-8", newline="\n")
    return folder


@pytest.fixture
def lines() -> list[str]:
    return [*document_lines(), *reference_quads(load_lexicon(), ())]


def replaced(curie: str, old: str, new: str) -> Change:
    """Return a change of the object of a property; an empty `old` stands for any object."""
    pattern = re.compile(rf"( <{re.escape(expand(curie))}> ){re.escape(old) if old else '.+'}( <[^>]+> \.)$")
    return lambda line: pattern.sub(lambda match: f"{match[1]}{new}{match[2]}", line)


def removed(curie: str) -> Change:
    return lambda line: "" if f" <{expand(curie)}> " in line else line


def integer(text: str) -> str:
    return f'"{text}"^^<{expand("xsd:integer")}>'


BROKEN: dict[str, Change] = {
    "no evidence": removed("cnip:evidence"),
    "no source": removed("oa:hasSource"),
    "no quote": removed("oa:exact"),
    "no value": removed("cnip:value"),
    "no initiative": removed("cnip:initiative"),
    "no preferred label": removed("skos:prefLabel"),
    "year in words": replaced("cnip:year", "", f'"二〇二四"^^<{expand("xsd:gYear")}>'),
    "year as text": replaced("cnip:year", "", '"2024"'),
    "month 13": replaced("cnip:periodEnd", "", f'"2024-13"^^<{expand("xsd:gYearMonth")}>'),
    "unlisted status": replaced("cnip:status", "", f"<{ID}status/perhaps>"),
    "unlisted comparator": replaced("cnip:comparator", "", f"<{ID}comparator/about>"),
    "unknown region": replaced("cnip:region", "", f"<{ID}region/nowhere>"),
    "region is an industry": replaced("cnip:partner", "", f"<{ID}industry/bearings>"),
    "label in no language": replaced("rdfs:label", "", '"轴承"'),
    "label ends in a mark": replaced("rdfs:label", "", '"轴承，"@zh'),
    "negative start": replaced("oa:start", "", integer("-1")),
    "start after end": replaced("oa:start", "", integer("999")),
    "start is a decimal": replaced("oa:start", "", f'"12.0"^^<{expand("xsd:decimal")}>'),
    "value is a word": replaced("cnip:value", "", f'"七"^^<{expand("xsd:decimal")}>'),
    "count is text": replaced("cnip:count", "", '"5"'),
    "rule unknown": replaced("cnip:rule", "", f"<{ID}rule/no.such>"),
    "action is a literal": replaced("cnip:action", "", '"issued"'),
    "confidence above one": replaced("cnip:confidence", "", f'"2.0"^^<{expand("xsd:decimal")}>'),
    "link to a stranger": replaced("cnip:hasInitiative", "", "<https://example.org/x>"),
    "everything at once": replaced("cnip:kind", "", f"<{ID}kind/none>"),
}


def test_graph_of_valid_files_conforms(tmp_path: Path, lines: list[str]) -> None:
    report = validate_output(write(tmp_path, lines))
    assert report.results == ()
    assert report.conforms
    assert report.graphs == len(SHAPE_FILES) + 1
    assert report.triples == len({line.rpartition(" <")[0] for line in lines})


@pytest.mark.parametrize("what", BROKEN)
def test_broken_property_is_found(tmp_path: Path, lines: list[str], what: str) -> None:
    report = validate_output(write(tmp_path, [BROKEN[what](line) for line in lines]))
    assert report.results
    assert report.conforms == all(result.severity == "Warning" for result in report.results)


def test_engines_agree_on_a_graph_with_everything_broken(tmp_path: Path) -> None:
    """Each document's graph is broken in all ways that leave the others visible; the reference graph is left out."""
    broken = document_lines()
    for what, change in BROKEN.items():
        if not what.startswith("no "):
            broken = [change(line) if number % 3 else line for number, line in enumerate(broken)]
    out = write(tmp_path, broken)
    fast, slow = validate_output(out, "shacl"), validate_output(out, "pyshacl")
    assert len({(result.path, result.shape) for result in fast.results}) >= 10
    assert fast == slow


@pytest.mark.parametrize("what", BROKEN)
def test_engines_agree_on_each_broken_property(what: str) -> None:
    text = "".join(f"{line}\n" for line in map(BROKEN[what], document_lines()) if line)
    assert judge(fast_engine(SHAPES, "zh"), [text]) == judge(reference_engine(SHAPES, "zh"), [text])


@pytest.mark.parametrize("what", ["unknown region", "no preferred label", "rule unknown"])
def test_part_of_the_reference_graph_gives_what_the_whole_gives(what: str) -> None:
    reference = [f"{line}\n" for line in reference_quads(load_lexicon(), ())]
    document = [f"{line}\n" for line in map(BROKEN[what], document_lines()) if line]
    find = fast_engine(SHAPES, "en")
    assert judge_document(find, document, Reference(reference)) == judge(find, [*document, *reference])


def test_graph_read_in_shares_gives_the_same(tmp_path: Path, lines: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    out = write(tmp_path, [BROKEN["unlisted status"](line) for line in lines])
    whole = validate_output(out)
    monkeypatch.setattr("kg_build.validate.graphs.SHARE", 40_000)
    assert validate_output(out) == whole
    parts = [(name, len(part)) for name, part in read_graphs(out / "graph.nq", f"{ID}graph/reference")]
    assert sorted(name for name, _ in parts) == sorted({name for name, _ in parts})
    assert sum(size for _, size in parts) == len((out / "graph.nq").read_text("utf-8").splitlines())
    assert parts[0][0] == f"{ID}graph/reference"


def test_shares_keep_their_place_without_a_reference_graph(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = write(tmp_path, document_lines())
    whole = validate_output(out)
    monkeypatch.setattr("kg_build.validate.graphs.SHARE", 10_000)
    assert validate_output(out) == whole


def test_fault_of_the_reference_graph_is_found_once(tmp_path: Path, lines: list[str]) -> None:
    label = f'<{ID}region/500000> <{expand("skos:prefLabel")}> "重庆市"@zh <{ID}graph/reference> .'
    assert label in lines
    report = validate_output(write(tmp_path, [line for line in lines if line != label]))
    assert {(result.focus, result.graph) for result in report.results} == {("region:500000", "graph:reference")}


def test_results_are_sorted_and_have_prefixed_names(tmp_path: Path, lines: list[str]) -> None:
    report = validate_output(write(tmp_path, [BROKEN["no evidence"](line) for line in lines]))
    assert list(report.results) == sorted(report.results)
    assert {(result.path, result.shape, result.severity) for result in report.results} == {
        ("cnip:evidence", "cnip:StatementShape", "Violation")
    }
    assert all(result.focus.startswith("statement:") for result in report.results)


def test_result_quotes_the_text(tmp_path: Path, lines: list[str]) -> None:
    report = validate_output(write(tmp_path, [BROKEN["no value"](line) for line in lines]))
    assert ("轴承产量增长7.4%",) in {result.quotes for result in report.results}


def test_period_that_ends_before_it_starts_is_found(tmp_path: Path, lines: list[str]) -> None:
    change = replaced("cnip:periodStart", "", f'"2025-01"^^<{expand("xsd:gYearMonth")}>')
    out = write(tmp_path, [change(line) for line in lines])
    report = validate_output(out)
    assert {(result.path, result.value, result.shape) for result in report.results} == {
        ("cnip:periodStart", "2025-01", "cnip:PeriodShape")
    }
    assert {result.focus.partition(":")[0] for result in report.results} == {"period", "statement"}
    assert not report.conforms
    assert "lies after its end" in report.results[0].message
    assert validate_output(out, "pyshacl") == report


@pytest.mark.parametrize("curie", ["oa:start", "oa:end"])
def test_offset_that_is_not_that_of_the_iri_is_found(tmp_path: Path, lines: list[str], curie: str) -> None:
    change = replaced(curie, "", integer("11" if curie == "oa:start" else "99"))
    report = validate_output(write(tmp_path, [change(line) for line in lines]), lang="zh")
    assert {(result.path, result.shape, result.severity) for result in report.results} == {
        ("oa:start", "cnip:EvidenceShape", "Violation")
    }
    assert all("与其IRI不符" in result.message for result in report.results)


def copied(small: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(small, tmp_path / "copy"))


def test_every_quote_of_an_output_stands_in_its_text(small: Path) -> None:
    assert validate_output(small).results == ()


@pytest.mark.parametrize("change", ["a character more", "a character else", "no text", "no texts", "not UTF-8"])
def test_quote_that_does_not_stand_in_its_text_is_found(small: Path, tmp_path: Path, change: str) -> None:
    out = copied(small, tmp_path)
    path = next(path for path in sorted((out / "texts").iterdir()) if f"source/{path.stem}#" in graph_of(out))
    text = path.read_text("utf-8")
    quote = next(
        line.split('"')[1] for line in graph_of(out).splitlines() if f"source/{path.stem}#" in line and "exact" in line
    )
    if change == "a character more":
        path.write_text(f"，{text}", encoding="utf-8")
    elif change == "a character else":
        path.write_text(text.replace(quote, "〇" * len(quote), 1), encoding="utf-8")
    elif change == "no text":
        path.unlink()
    elif change == "no texts":
        shutil.rmtree(out / "texts")
    else:
        path.write_bytes(b"\xff" + path.read_bytes())
    report = validate_output(out)
    assert not report.conforms
    assert {(result.path, result.shape) for result in report.results} == {("oa:exact", "cnip:EvidenceShape")}
    words = "is not what the text has" if change.startswith("a ") else "does not have the text"
    assert all(words in result.message for result in report.results)


def graph_of(out: Path) -> str:
    return (out / "graph.nq").read_text("utf-8")


def test_node_that_only_the_reference_graph_describes_is_judged_there_alone() -> None:
    reference = [
        f"<{ID}industry/x> <{expand('rdf:type')}> <{expand('cnip:Industry')}> <{ID}graph/reference> .",
        f'<{ID}industry/y> <{expand("skos:prefLabel")}> "轴承" <{ID}graph/reference> .',
    ]
    document = [
        f"<{ID}industry/y> <{expand('rdf:type')}> <{expand('cnip:Industry')}> <{ID}graph/a> .",
        f"<{ID}industry/y> <{expand('skos:broader')}> <{ID}industry/x> <{ID}graph/a> .",
    ]
    find = fast_engine(SHAPES, "en")
    found = judge_document(find, [f"{line}\n" for line in document], Reference(f"{line}\n" for line in reference))
    assert {finding.focus for finding in found} == {f"{ID}industry/y"}
    assert {finding.focus for finding in judge(find, [f"{line}\n" for line in (*document, *reference)])} == {
        f"{ID}industry/x",
        f"{ID}industry/y",
    }


def test_result_about_a_thing_quotes_who_speaks_of_it(tmp_path: Path, lines: list[str]) -> None:
    report = validate_output(write(tmp_path, [BROKEN["no preferred label"](line) for line in lines]))
    quotes = {result.quotes for result in report.results if result.graph == "graph:CooperationStatement"}
    assert quotes == {("渝川共建轴承走廊",)}


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ["violation  statement:", "must rest on at least one piece of evidence", "in graph:", "Shapes not met"]),
        ("zh", ["错误  statement:", "每条陈述至少要有一条证据", "位置：graph:", "不符合约束"]),
    ],
)
def test_report_speaks_both_languages(tmp_path: Path, lines: list[str], language: str, words: list[str]) -> None:
    report = validate_output(write(tmp_path, [BROKEN["no evidence"](line) for line in lines]), lang=language)
    text = "\n".join(report_lines(report, language))
    assert [word for word in words if word not in text] == []


def test_report_shows_the_text_and_what_was_found(tmp_path: Path, lines: list[str]) -> None:
    report = validate_output(write(tmp_path, [BROKEN["unlisted comparator"](line) for line in lines]))
    text = "\n".join(report_lines(report))
    assert "text: “轴承产量增长7.4%”" in text
    assert "found: comparator:about" in text


def test_warning_alone_does_not_make_a_graph_invalid(tmp_path: Path, lines: list[str]) -> None:
    change = BROKEN["label ends in a mark"]
    report = validate_output(write(tmp_path, [change(line) if "/statement/" in line else line for line in lines]))
    assert {result.severity for result in report.results} == {"Warning"}
    assert report.conforms
    assert list(report_lines(report))[-1].startswith("Every shape is met")


def test_triples_are_those_that_turtle_has(small: Path, tmp_path: Path) -> None:
    lines = (small / "graph.nq").read_text("utf-8").splitlines()
    triples = validate_output(small).triples
    assert triples == export(small, "ttl", tmp_path / "graph.ttl")
    assert triples < len(lines)


def test_text_of_a_finding_cannot_steer_the_terminal() -> None:
    result = ValidationResult("statement:x", "", "\x1b[2J", "m", "Warning", "s", "g", quotes=("江\x1b[2J州",))
    told = list(report_lines(ValidationReport(results=(result,), graphs=1, triples=2)))
    assert "    text: “江\\x1b[2J州”" in told
    assert not any("\x1b" in line for line in told)


def test_empty_report_says_so() -> None:
    report = ValidationReport(results=(), graphs=1, triples=2)
    assert list(report_lines(report, "zh")) == ["符合全部约束：1 个图，2 条三元组，0 条警告。"]


def test_folder_without_a_graph_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"no graph\.nq there"):
        validate_output(tmp_path)
    with pytest.raises(UsageError, match=r"no graph\.nq there"):
        validate_output(tmp_path / "nowhere")


GOOD = f"<{ID}a> <{ID}b> <{ID}c> <{ID}graph/x> .\n"


@pytest.mark.parametrize(
    "bad",
    [
        "nonsense\n",
        f"<{ID}a> <{ID}b> <{ID}c> .\n",
        f'<{ID}a> <{ID}b> "c"^^<{ID}d> .\n',
        f'<{ID}a> <{ID}b> "c d" .\n',
        f"_:a <{ID}b> <{ID}c> <{ID}graph/x> .\n",
        f"<{ID}a> <{ID}b> <{ID}c> <{ID}graph/x>",
        "\n",
    ],
    ids=["words", "no graph", "typed literal", "literal", "blank node", "cut off", "empty line"],
)
def test_line_that_is_no_quad_is_refused_with_its_number(tmp_path: Path, bad: str) -> None:
    (tmp_path / "graph.nq").write_text(GOOD + bad, encoding="utf-8")
    with pytest.raises(UsageError, match=r"graph\.nq:2: not a quad"):
        validate_output(tmp_path)


@pytest.mark.parametrize(
    "content",
    [f"<{ID}a b> <{ID}b> <{ID}c> <{ID}graph/x> .\n".encode(), GOOD.encode() + b"\xff\xfe\n"],
    ids=["broken IRI", "not UTF-8"],
)
@pytest.mark.parametrize("which", ["shacl", "pyshacl"])
def test_file_that_cannot_be_parsed_is_refused(tmp_path: Path, content: bytes, which: str) -> None:
    (tmp_path / "graph.nq").write_bytes(content)
    with pytest.raises(UsageError, match=r"graph\.nq: cannot be read"):
        validate_output(tmp_path, which)


def test_empty_graph_is_refused(tmp_path: Path) -> None:
    (tmp_path / "graph.nq").touch()
    with pytest.raises(UsageError, match=r"graph\.nq: empty"):
        validate_output(tmp_path)


def test_malformed_shapes_are_an_error_of_ours(tmp_path: Path) -> None:
    path = tmp_path / "shapes.ttl"
    path.write_text("<x> a", encoding="utf-8")
    with pytest.raises(DataError, match=r"^shapes\.ttl"):
        fast_engine(path, "en")


def test_every_engine_of_the_command_is_known() -> None:
    assert list(validate.ENGINES) == ["shacl", "pyshacl"]


@pytest.mark.parametrize("prefix", PREFIXES)
def test_compact_name_leads_back(prefix: str) -> None:
    assert expand(compact(f"{PREFIXES[prefix]}x")) == f"{PREFIXES[prefix]}x"


def test_iri_without_a_prefix_stays() -> None:
    assert compact("https://example.org/x") == "https://example.org/x"
