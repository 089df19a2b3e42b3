"""The commands of `cnip`, in the order of its help, and the parser of them all.

cnip build reports/ -o build  ->  build.COMMAND, with sources=[reports/], out=build
"""

from __future__ import annotations

from typing import Any

from kg_build import __version__
from kg_build.cli import build, evaluate, explain, export, queries, query, terms, validate
from kg_build.cli.command import Command
from kg_build.cli.parser import Parser
from kg_build.cli.words import Language, Text

__all__ = ["COMMANDS", "make_parser"]

COMMANDS: tuple[Command, ...] = (
    build.COMMAND,
    validate.COMMAND,
    queries.COMMAND,
    query.COMMAND,
    explain.COMMAND,
    export.COMMAND,
    evaluate.COMMAND,
    terms.COMMAND,
)

DESCRIPTION = Text(
    "Chinese regional industrial policy, from text to a knowledge graph: regions, initiatives, industries, clusters, "
    "documents, titles, cooperations and figures, each with the sentence it stands in.",
    "把中国地方产业政策文本变成知识图谱：地区、行动、产业、集群、文件、称号、合作与数据，每一条都附原文出处。",
)
VERSION = Text("show the version and exit", "显示版本后退出")
HEADING = Text("commands", "命令")


def make_parser(language: Language) -> Parser:
    """Return the parser, its help in the language. What it parses has `command`, None where none was given."""
    parser = Parser("cnip", DESCRIPTION, "cnip build reports/ -o build", language)
    parser.add("--version", action="version", version=f"cnip {__version__}", help=VERSION)
    parser.set_defaults(command=None, debug=False)
    subparsers = parser.add_subparsers(title=HEADING.to(language), metavar="COMMAND")
    for command in COMMANDS:
        options: dict[str, Any] = {"description": command.description, "example": command.example, "language": language}
        child = subparsers.add_parser(
            command.name, help=command.summary.to(language), prog=f"cnip {command.name}", **options
        )
        command.add_arguments(child)
        child.set_defaults(command=command)
    return parser
