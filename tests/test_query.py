"""Queries: the catalogue, parameters as terms, errors in one line, and the same answers at an endpoint."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs

import pyoxigraph
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg_build.answer import Answer
from kg_build.errors import DataError, UsageError
from kg_build.query import (
    Question,
    find_question,
    list_questions,
    parse_params,
    read_question,
    run_file,
    run_question,
    run_text,
    with_params,
)
from kg_build.store import open_store

ECHO = '# param: word any word\nSELECT ?word WHERE { VALUES ?word { "default" } }'


def test_catalogue_is_sorted_and_described() -> None:
    questions = list_questions()
    assert [question.name for question in questions] == sorted(question.name for question in questions)
    for question in questions:
        assert re.search(r"[一-龥]", question.zh)
        assert question.zh.endswith("？")
        assert question.en.endswith("?")


def test_parameters_have_the_default_of_their_block() -> None:
    assert dict(find_question("industry-promotion").params) == {"industry": "低空经济"}
    assert dict(find_question("shared-industries").params) == {"least": "2"}


def test_head_that_lacks_a_line_is_an_error_of_the_data(tmp_path: Path) -> None:
    path = tmp_path / "odd.rq"
    path.write_text("# question: 何处？\nASK {}", "utf-8")
    with pytest.raises(DataError, match=r"odd\.rq: its head lacks `# question-en:`"):
        read_question(path)


def test_question_is_answered_in_its_columns(small: Path) -> None:
    answer = run_question(small, "industry-promotion")
    assert answer.columns == find_question("industry-promotion").columns
    assert [row[:4] for row in answer.rows] == [
        ("云南省", "2030", "actual", "emerging"),
        ("云南省", "2031", "target", "future"),
        ("甘肃省", "2030", "actual", "general"),
    ]


@pytest.mark.parametrize("name", ["云南省", "云南", "Yunnan"])
def test_region_may_go_by_any_of_its_names(small: Path, name: str) -> None:
    assert len(run_question(small, "region-figures", {"region": name}).rows) == 5


def test_value_of_a_number_is_compared_as_a_number(small: Path) -> None:
    assert run_question(small, "shared-industries", {"least": "2"}).rows[0][:2] == ("低空经济", "2")
    assert run_question(small, "shared-industries", {"least": "10"}).rows == []


def test_records_have_numbers_and_nulls(small: Path) -> None:
    first, *_ = run_question(small, "ahead-of-nation").records
    assert first["ahead"] == 1.1
    assert first["own"] == 6.4
    assert isinstance(run_question(small, "shared-industries").records[0]["regions"], int)
    assert run_text(small, "SELECT ?x WHERE { OPTIONAL { ?x cnip:nothing ?y } }").records == [{"x": None}]


def test_cells_guard_words_and_leave_numbers(small: Path) -> None:
    answer = run_text(small, "SELECT ?x ?y WHERE { VALUES (?x ?y) { ('=1+1' -2.5) } }")
    assert answer.cells == [("'=1+1", "-2.5")]
    assert answer.rows == [("=1+1", "-2.5")]


@pytest.mark.parametrize(
    ("query", "columns", "rows"),
    [
        ("ASK { ?s a cnip:Target }", ("answer",), [("true",)]),
        ("ASK { ?s a cnip:Nothing }", ("answer",), [("false",)]),
        (
            'CONSTRUCT { region:530000 skos:note "b", "a" } WHERE {}',
            ("subject", "predicate", "object"),
            [
                ("https://w3id.org/cnip/id/region/530000", "http://www.w3.org/2004/02/skos/core#note", word)
                for word in "ab"
            ],
        ),
    ],
    ids=["yes", "no", "triples"],
)
def test_other_forms_of_query_are_answered(
    small: Path, query: str, columns: tuple[str, ...], rows: list[tuple[str, ...]]
) -> None:
    answer = run_text(small, query)
    assert (answer.columns, answer.rows) == (columns, rows)


@given(st.text())
def test_any_text_given_for_a_parameter_comes_back_whole(word: str) -> None:
    answer = pyoxigraph.Store().query(with_params(ECHO, {"word": word}, "echo"))
    assert [solution["word"].value for solution in answer] == [word]  # type: ignore[union-attr]


def test_value_that_looks_like_a_block_stays_a_value() -> None:
    text = '# param: a one\n# param: b two\nSELECT ?a ?b WHERE { VALUES ?a { "x" } VALUES ?b { "y" } }'
    evil = 'VALUES ?b { "z" } } DROP ALL #'
    (solution,) = pyoxigraph.Store().query(with_params(text, {"a": evil, "b": "w"}, "two"))  # type: ignore[misc]
    assert (solution["a"].value, solution["b"].value) == (evil, "w")


@pytest.mark.parametrize(
    ("default", "value", "term"),
    [
        ('"x"', "2", '"2"'),
        ('"x"@zh "x"@en', "y", '"y"@zh "y"@en'),
        ("2", "-7", '"-7"^^<http://www.w3.org/2001/XMLSchema#integer>'),
        ("2.5", "3", '"3"^^<http://www.w3.org/2001/XMLSchema#decimal>'),
        ('"2024"^^xsd:gYear', "2025", '"2025"^^<http://www.w3.org/2001/XMLSchema#gYear>'),
        ("region:500000", "region:530000", "<https://w3id.org/cnip/id/region/530000>"),
        ("region:500000", "https://example.org/a", "<https://example.org/a>"),
        ("<https://example.org/b>", "<https://example.org/a>", "<https://example.org/a>"),
    ],
)
def test_value_becomes_a_term_of_the_sort_of_its_default(default: str, value: str, term: str) -> None:
    text = f"# param: p a parameter\nSELECT * WHERE {{ VALUES ?p {{ {default} }} }}"
    assert with_params(text, {"p": value}, "q").endswith(f"VALUES ?p {{ {term} }} }}")


@pytest.mark.parametrize(
    ("default", "value", "error"),
    [
        ("2", "two", "--param p=two: expected a whole number"),
        ("2", "２", "--param p=２: expected a whole number"),
        ("2.5", "1e3", "--param p=1e3: expected a number"),
        ('"2024"^^xsd:gYear', "24", "--param p=24: expected a year"),
        ('"2024-01"^^xsd:gYearMonth', "2024-13", "--param p=2024-13: expected a month YYYY-MM"),
        ("region:500000", "重庆", "--param p=重庆: expected an IRI, or a name with a known prefix"),
        ("region:500000", "a> <b", "--param p=a> <b: expected an IRI"),
        ("1 + 1", "2", "q: `1 + 1` is not a list of literals, numbers or IRIs"),
    ],
)
def test_value_of_another_sort_is_refused(default: str, value: str, error: str) -> None:
    text = f"# param: p a parameter\nSELECT * WHERE {{ VALUES ?p {{ {default} }} }}"
    with pytest.raises(UsageError, match=re.escape(error)):
        with_params(text, {"p": value}, "q")


def test_parameter_without_a_block_is_refused() -> None:
    with pytest.raises(UsageError, match=re.escape("q: no `VALUES ?p { value }` gives the parameter its default")):
        with_params("# param: p a parameter\nASK {}", {"p": "x"}, "q")


@pytest.mark.parametrize(
    ("name", "params", "error"),
    [
        ("industry-promotions", {}, "no question is called `industry-promotions`; did you mean `industry-promotion`?"),
        ("weather", {}, "no question is called `weather`; `cnip queries` lists them"),
        ("../exports/links", {}, "no question is called `../exports/links`"),
        ("industry-promotion", {"year": "2024"}, "`industry-promotion` has no such parameter; it has `industry`"),
        ("first-places", {"year": "2024"}, "`first-places` has no such parameter; it has none"),
    ],
)
def test_what_is_not_in_the_catalogue_is_named(small: Path, name: str, params: dict[str, str], error: str) -> None:
    with pytest.raises(UsageError, match=re.escape(error)):
        run_question(small, name, params)


def test_params_are_pairs() -> None:
    assert parse_params(["a=b", " c =d=e", "f="]) == {"a": "b", "c": "d=e", "f": ""}


@pytest.mark.parametrize(
    ("pairs", "error"),
    [
        (["industry"], "--param industry: expected NAME=VALUE"),
        (["=x"], "--param =x: expected NAME=VALUE"),
        (["a=1", "a=2"], "--param a=2: `a` is given twice"),
    ],
)
def test_malformed_params_are_refused(pairs: list[str], error: str) -> None:
    with pytest.raises(UsageError, match=re.escape(error)):
        parse_params(pairs)


@pytest.mark.parametrize(
    ("query", "error"),
    [
        ("SELECT ?s\nWHERE { ?s nope:x ?o }", "q.rq:2:12: a prefix that is not declared, near `nope:x ?o }`"),
        ("SELECT ?s WHERE { ?s ?p", "q.rq:1:24: not SPARQL, at the end of the line"),
        ("SELECT ?s WHERE {\n", "q.rq:2:1: not SPARQL, at the end of the line"),
        ("", "q.rq:1:1: not SPARQL, at the end of the line"),
        ("DELETE WHERE { ?s ?p ?o }", "q.rq:1:1"),
        ("SELECT ?z WHERE { ?s ?p ?o } GROUP BY ?s", "SELECT names a variable that the query does not bind"),
    ],
)
def test_broken_query_is_named_with_its_place(small: Path, tmp_path: Path, query: str, error: str) -> None:
    (tmp_path / "q.rq").write_text(query, "utf-8")
    with pytest.raises(UsageError) as caught:
        run_file(small, tmp_path / "q.rq")
    assert error in str(caught.value)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value).partition("q.rq")[2]) < 150


def test_query_file_that_cannot_be_read_is_named(small: Path, tmp_path: Path) -> None:
    (tmp_path / "latin.rq").write_bytes(b"# \xff")
    with pytest.raises(UsageError, match=r"latin\.rq: not UTF-8"):
        run_file(small, tmp_path / "latin.rq")
    with pytest.raises(UsageError, match=r"missing\.rq: cannot be read"):
        run_file(small, tmp_path / "missing.rq")


def test_query_needs_a_folder_or_an_endpoint() -> None:
    with pytest.raises(UsageError, match="give the output folder to query, or --endpoint URL"):
        run_text(None, "ASK {}")


@pytest.fixture(scope="module")
def endpoint(small: Path) -> Iterator[str]:
    """Serve the small graph as a SPARQL endpoint on this machine."""
    store = open_store(small)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
            status, answer = 200, b"<html>"
            if self.path == "/query":
                try:
                    results = store.query(body["query"][0], use_default_graph_as_union=True)
                    answer = results.serialize(format=pyoxigraph.QueryResultsFormat.JSON)  # type: ignore[union-attr]
                except SyntaxError as error:
                    status, answer = 400, str(error).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/sparql-results+json")
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.mark.parametrize("question", list_questions(), ids=lambda question: question.name)
def test_endpoint_answers_as_the_store_does(small: Path, endpoint: str, question: Question) -> None:
    pytest.importorskip("SPARQLWrapper")
    assert run_question(None, question.name, endpoint=f"{endpoint}/query") == run_question(small, question.name)


def test_endpoint_takes_parameters_and_our_prefixes(endpoint: str) -> None:
    pytest.importorskip("SPARQLWrapper")
    answer = run_question(None, "industry-promotion", {"industry": "轴承"}, endpoint=f"{endpoint}/query")
    assert answer == Answer(find_question("industry-promotion").columns, ())
    assert run_text(None, "ASK { region:530000 a cnip:Region }", endpoint=f"{endpoint}/query").rows == [("true",)]


@pytest.mark.parametrize(
    ("path", "query", "error"),
    [
        ("/query", "SELECT ?s WHERE { ?s nope:x ?o }", "/query: did not answer `query` (QueryBadFormed: "),
        ("/other", "ASK {}", "/other: answered with something other than SPARQL results in JSON"),
        ("/query", "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", "query: only SELECT and ASK are sent to an endpoint"),
    ],
)
def test_failure_of_an_endpoint_is_told_in_one_line(endpoint: str, path: str, query: str, error: str) -> None:
    pytest.importorskip("SPARQLWrapper")
    with pytest.raises(UsageError) as caught:
        run_text(None, query, endpoint=endpoint + path)
    assert error in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("url", "error"),
    [
        ("file:///etc/hosts", "expected an address that begins with http:// or https://"),
        ("localhost:7878", "expected an address that begins with http:// or https://"),
        ("http://127.0.0.1:1/query", "cannot be reached"),
    ],
)
def test_address_that_leads_nowhere_is_told(url: str, error: str) -> None:
    pytest.importorskip("SPARQLWrapper")
    with pytest.raises(UsageError, match=error):
        run_text(None, "ASK {}", endpoint=url)
