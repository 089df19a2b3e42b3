"""`cnip queries`: the questions that can be asked by name, and the checks that can be run by name.

    $ cnip queries
    name                  question
    low-altitude-economy  Which regions promote the low-altitude economy, in which role and year?

The questions themselves are the files of `queries/questions/`, the checks those of `queries/checks/`.
"""

from __future__ import annotations

from argparse import Namespace

from kg_build.cli.command import Command, Reply
from kg_build.cli.layout import table_lines
from kg_build.cli.parser import Parser
from kg_build.cli.words import Language, Text

__all__ = ["COMMAND"]

NAME = Text("name", "名称")
QUESTION = Text("question", "问题")
PARAMETERS = Text("parameters", "参数")
CHECK = Text("check", "核查")


def add_arguments(parser: Parser) -> None:
    """Add nothing: the catalogue is listed whole."""
    del parser


def run(arguments: Namespace, language: Language) -> Reply:
    """List the questions in the language, with the parameters each takes, then the checks."""
    from kg_build.query import list_checks, list_questions

    del arguments
    header = [text.to(language) for text in (NAME, QUESTION, PARAMETERS)]
    rows = [
        [
            question.name,
            question.zh if language == "zh" else question.en,
            " ".join(f"{name}={default}" for name, default in question.params),
        ]
        for question in list_questions()
    ]
    checks = [[check.name, check.zh if language == "zh" else check.en] for check in list_checks()]
    checked = table_lines([NAME.to(language), CHECK.to(language)], checks)
    return Reply([*table_lines(header, rows), "", *checked])


COMMAND = Command(
    name="queries",
    summary=Text("list the questions and checks that have a name", "列出可按名称提出的问题和核查"),
    description=Text(
        "List the competency questions that `cnip query OUT NAME` answers, with their parameters, and the checks that "
        "it runs.",
        "列出 cnip query OUT NAME 能回答的问题及其参数，以及能运行的核查。",
    ),
    example="cnip queries --lang zh",
    add_arguments=add_arguments,
    run=run,
)
