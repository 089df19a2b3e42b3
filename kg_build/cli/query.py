"""`cnip query`: a question by name, or a query of one's own.

    $ cnip query build industry-promotion --param industry=低空经济
    $ cnip query build --file mine.rq --format csv

What is asked and how it is run: `query.py` at the top of the package.
"""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Mapping
from pathlib import Path

from kg_build.cli.command import Command, Reply
from kg_build.cli.parser import Parser
from kg_build.cli.rows import add_format, answer_lines
from kg_build.cli.words import COMMA, Language, Text
from kg_build.errors import UsageError
from kg_build.printable import one_line

__all__ = ["COMMAND"]

NO_ROWS = Text("no rows", "没有结果")
ASKED = Text(
    "asked with {params}, as nothing else was given; --param {param}=VALUE asks for another",
    "所问的是默认的 {params}；可用 --param {param}=值 换成别的",
)
NO_LABEL = Text("{param}={value}: no label of the scheme", "{param}={value}：名称表中没有这个名称")
NOTHING_SAID = Text("{param}={value}: nothing is said of it here", "{param}={value}：此处没有谈到")
NEAREST = Text("; the nearest are {labels}", "；相近的有 {labels}")


def add_arguments(parser: Parser) -> None:
    """Add the folder and the question's name, either of which an option may stand for."""
    parser.usage = "cnip query OUT NAME [--param NAME=VALUE ...] | OUT --file FILE | NAME --endpoint URL"
    parser.add("out", nargs="?", metavar="OUT", help=Text("output folder of cnip build", "cnip build 的输出文件夹"))
    parser.add(
        "name", nargs="?", metavar="NAME", help=Text("a name that cnip queries lists", "cnip queries 列出的名称")
    )
    parser.add(
        "--param",
        action="append",
        default=[],
        metavar="NAME=VALUE",
        help=Text("a parameter of the question; may be repeated", "问题的参数，可重复"),
    )
    parser.add("--file", type=Path, metavar="FILE", help=Text("a SPARQL query of your own", "自己写的 SPARQL 查询文件"))
    parser.add(
        "--endpoint",
        default="",
        metavar="URL",
        help=Text("ask a SPARQL endpoint instead of OUT", "改向 SPARQL 端点提问，不读 OUT"),
    )
    add_format(parser)


def run(arguments: Namespace, language: Language) -> Reply:
    """Ask, and give the rows; a question with no rows is answered all the same, with names that are near."""
    from kg_build.query import parse_params, run_file, run_question

    out, name = places(arguments)
    params = parse_params(arguments.param)
    if arguments.file:
        answer = run_file(out, arguments.file, params, endpoint=arguments.endpoint)
    else:
        answer = run_question(out, name, params, endpoint=arguments.endpoint)
    notes = [] if answer.terms else [NO_ROWS.to(language)]
    if name and notes:
        notes += default_notes(name, params, language)
    if out and name and notes:
        notes += near_notes(out, name, params, language)
    return Reply(answer_lines(answer, arguments), notes=notes)


def default_notes(name: str, params: Mapping[str, str], language: Language) -> Iterator[str]:
    """Yield the line that tells which defaults a question was asked with, none where it has none or all were given."""
    from kg_build.query import find_question

    defaults = [(param, value) for param, value in find_question(name).params if param not in params]
    if defaults:
        asked = COMMA.to(language).join(f"{param}={value}" for param, value in defaults)
        yield one_line(ASKED.to(language).format(params=asked, param=defaults[0][0]))


def near_notes(out: Path, name: str, params: Mapping[str, str], language: Language) -> Iterator[str]:
    """Yield a line for each parameter that takes a label: whether its value is one, and which others are near."""
    from kg_build.nearest import near_labels
    from kg_build.query import find_question

    for near in near_labels(out, find_question(name).text, params):
        said = (NOTHING_SAID if near.is_known else NO_LABEL).to(language)
        others = NEAREST.to(language).format(labels=COMMA.to(language).join(near.labels)) if near.labels else ""
        yield one_line(said.format(param=near.param, value=params[near.param]) + others)


def places(arguments: Namespace) -> tuple[Path | None, str]:
    """Return the output folder and the question's name. Raises UsageError where there is one too many or too few."""
    given = [word for word in (arguments.out, arguments.name) if word]
    wanted = ([] if arguments.endpoint else ["OUT"]) + ([] if arguments.file else ["NAME"])
    if len(given) != len(wanted):
        words, got = " ".join(wanted) or "no OUT and no NAME", " ".join(given) or "nothing"
        raise UsageError(f"query: expected {words}, got {got} (see: cnip query --help)")
    found = dict(zip(wanted, given, strict=True))
    return Path(found["OUT"]) if "OUT" in found else None, found.get("NAME", "")


COMMAND = Command(
    name="query",
    summary=Text("ask a question, by name or in SPARQL", "提问：按名称，或用 SPARQL"),
    description=Text(
        "Ask the graph in OUT one of the questions that `cnip queries` lists, run one of its checks, or the SPARQL "
        "query in FILE. All our prefixes are known to it.",
        "向 OUT 中的图谱提出 cnip queries 所列的问题，运行其中的核查，或运行 FILE 中的 SPARQL 查询；常用前缀无须声明。",
    ),
    example="cnip query build industry-promotion --param industry=低空经济 --format csv",
    add_arguments=add_arguments,
    run=run,
)
