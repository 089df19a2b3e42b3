"""Questions to the graph: those of the catalogue by name, and any SPARQL query from a file; here or at an endpoint.

    run_question(Path("build"), "industry-promotion", {"industry": "低空经济"}).rows[0]
    ('东岭省', '2025', 'target', 'future', '低空经济', ...)

The catalogue is `queries/questions/`; beside it are the checks, `queries/checks/`, which ask for rows to look at. The
head of a query says what it asks; a parameter is a variable that the head names and that a `VALUES` block of one value
gives its default, so that every file runs as it stands at any SPARQL endpoint:

    # param: industry any name of an industry | 产业的任一名称
    VALUES ?industry { "低空经济" }

A value given for it becomes a term of the same sort as the default and is written into the block as SPARQL writes
terms; it can end neither the block nor the term. Where labels have a language, the block takes the value in each:
`{ "低空经济"@zh "低空经济"@en }`. The union of all graphs is what queries see.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec
from pyoxigraph import Literal, NamedNode

from kg_build.answer import Answer, read_results
from kg_build.errors import DataError, UsageError
from kg_build.namespaces import PREFIXES
from kg_build.printable import one_line
from kg_build.resources import resource
from kg_build.store import open_store
from kg_build.terms import parse_terms, term_like, term_text

__all__ = [
    "Question",
    "default_terms",
    "find_question",
    "list_checks",
    "list_questions",
    "parse_params",
    "run_file",
    "run_question",
    "run_text",
]

HEAD = re.compile(r"#\s*(question|question-en|columns|returns|param):\s*(.*?)\s*")
BLOCK = re.compile(r"(\bVALUES\s+[?$](\w+)\s*\{\s*)([^{}\n]+?)(\s*\})", re.IGNORECASE)
"""A `VALUES` block of one variable: what stands before its terms, the variable, the terms, and what follows."""
PLACE = re.compile(r"error at (\d+):(\d+)")
PREFIXED = re.compile(r"[\w-]*:\S*\s*$")
FOLDERS = ("questions", "checks")


class Question(msgspec.Struct, frozen=True):
    """A query of the catalogue and what its head says. `params` are names with defaults, `described` with words."""

    name: str
    zh: str
    en: str
    columns: tuple[str, ...]
    returns: str
    params: tuple[tuple[str, str], ...]
    described: tuple[tuple[str, str], ...]
    text: str


def list_questions() -> list[Question]:
    """Return the questions of the catalogue, sorted by name."""
    return [read_question(path) for path in sorted(resource("queries", "questions").glob("*.rq"))]


def list_checks() -> list[Question]:
    """Return the checks, sorted by name."""
    return [read_question(path) for path in sorted(resource("queries", "checks").glob("*.rq"))]


def find_question(name: str) -> Question:
    """Return a question of the catalogue, or a check.

    Raises: UsageError where there is none of that name.
    """
    paths = {path.stem: path for folder in FOLDERS for path in resource("queries", folder).glob("*.rq")}
    if name not in paths:
        near = difflib.get_close_matches(name, sorted(paths), n=1)
        hint = f"did you mean `{near[0]}`?" if near else "`cnip queries` lists them"
        raise UsageError(f"no question is called `{name}`; {hint}")
    return read_question(paths[name])


def read_question(path: Path) -> Question:
    """Return a query of the catalogue. Raises DataError where its head is incomplete."""
    text = path.read_text(encoding="utf-8")
    head: dict[str, list[str]] = {}
    for line in text.splitlines():
        if match := HEAD.fullmatch(line):
            head.setdefault(match[1], []).append(match[2])
    missing = [key for key in ("question", "question-en", "columns", "returns") if not head.get(key)]
    if missing:
        raise DataError(f"{path.name}: its head lacks `# {missing[0]}:`")
    described = [(name, words.strip()) for name, _, words in (line.partition(" ") for line in head.get("param", ()))]
    return Question(
        name=path.stem,
        zh=head["question"][0],
        en=head["question-en"][0],
        columns=tuple(re.split(r"\s*,\s*", head["columns"][0])),
        returns=head["returns"][0],
        params=tuple((name, term_text(default_terms(name, text, path.name)[0])) for name, _ in described),
        described=tuple(described),
        text=text,
    )


def parse_params(pairs: Iterable[str]) -> dict[str, str]:
    """Return `name=value` pairs as a dictionary.

    Raises: UsageError where a pair has no `=` or no name, or a name comes twice.
    """
    params: dict[str, str] = {}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        name = name.strip()
        if not equals or not name:
            raise UsageError(f"--param {pair}: expected NAME=VALUE")
        if name in params:
            raise UsageError(f"--param {pair}: `{name}` is given twice")
        params[name] = value
    return params


def run_question(out: Path | None, name: str, params: Mapping[str, str] | None = None, *, endpoint: str = "") -> Answer:
    """Answer a question of the catalogue, from an output folder or at an endpoint.

    Raises: UsageError for an unknown name or parameter, and where store or endpoint fail.
    """
    question = find_question(name)
    return run_text(out, question.text, params, name=name, endpoint=endpoint)


def run_file(out: Path | None, path: Path, params: Mapping[str, str] | None = None, *, endpoint: str = "") -> Answer:
    """Run the SPARQL query of a file. Raises UsageError where it cannot be read, and as `run_question` does."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise UsageError(f"{path}: cannot be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{path}: not UTF-8") from error
    return run_text(out, text, params, name=str(path), endpoint=endpoint)


def run_text(
    out: Path | None, text: str, params: Mapping[str, str] | None = None, *, name: str = "query", endpoint: str = ""
) -> Answer:
    """Run a SPARQL query; `name` stands for it in errors. Our prefixes need not be declared."""
    text = with_params(text, params or {}, name)
    if endpoint:
        from kg_build.endpoint import ask_endpoint  # noqa: PLC0415  SPARQLWrapper is heavy, and an extra

        return read_results(ask_endpoint(endpoint, text, name), name)
    if out is None:
        raise UsageError("give the output folder to query, or --endpoint URL")
    store = open_store(out)
    try:
        results = store.query(text, use_default_graph_as_union=True, prefixes=PREFIXES)
    except SyntaxError as error:
        raise UsageError(f"{name}{syntax_error(str(error), text)}") from error
    except (OSError, RuntimeError) as error:
        raise UsageError(f"{name}: {one_line(error)}") from error
    return read_results(results, name)


def with_params(text: str, params: Mapping[str, str], name: str) -> str:
    """Return the query with the values in place of the defaults of its parameters, written in one pass."""
    known = [match[2].split()[0] for match in map(HEAD.fullmatch, text.splitlines()) if match and match[1] == "param"]
    values: dict[str, str] = {}
    for param, value in params.items():
        if param not in known:
            hint = f"it has {', '.join(f'`{other}`' for other in known)}" if known else "it has none"
            raise UsageError(f"--param {param}={value}: `{name}` has no such parameter; {hint}")
        terms = dict.fromkeys(str(term_like(term, value, param)) for term in default_terms(param, text, name))
        values[param] = " ".join(terms)
    return BLOCK.sub(lambda block: f"{block[1]}{values.get(block[2], block[3])}{block[4]}", text)


def default_terms(param: str, text: str, name: str) -> list[Literal | NamedNode]:
    """Return the terms that a query's `VALUES` block gives a parameter: one value, in one or more sorts of term."""
    block = next((block for block in BLOCK.finditer(text) if block[2] == param), None)
    if block is None:
        raise UsageError(f"{name}: no `VALUES ?{param} {{ value }}` gives the parameter its default")
    return parse_terms(block[3], name)


def syntax_error(message: str, text: str) -> str:
    """Return place and cause of a syntax error, the engine's list of what it expected left out."""
    place = PLACE.match(message)
    if place is None:
        return f": {one_line(message)}"
    line, at = int(place[1]), int(place[2]) - 1
    words = text.split("\n")[line - 1]
    cause = "not SPARQL"
    if "Prefix not found" in message and (name := PREFIXED.search(words, 0, at)):
        cause, at = "a prefix that is not declared", name.start()
    elif "unbound" in message:
        cause = "SELECT names a variable that the query does not bind or group by"
    rest = words[at:].strip()
    return f":{line}:{at + 1}: {cause}" + (f", near `{rest[:30]}`" if rest else ", at the end of the line")
