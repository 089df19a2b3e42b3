"""`cnip validate`: is the graph as its shapes say?

    $ cnip validate build
    Every shape is met: 12 graphs, 30412 triples, 0 warnings.

What is judged, and the words of a finding, are those of `validate/`.
"""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from kg_build.cli.command import DONE, FAILED, Command, Reply
from kg_build.cli.parser import Parser
from kg_build.cli.words import Language, Text

__all__ = ["COMMAND"]


def add_arguments(parser: Parser) -> None:
    """Add the output folder and the engine."""
    parser.add("out", type=Path, metavar="OUT", help=Text("output folder of cnip build", "cnip build 的输出文件夹"))
    parser.add(
        "--engine",
        choices=("shacl", "pyshacl"),
        default="shacl",
        metavar="ENGINE",
        help=Text("shacl (fast, the default) or pyshacl (the reference)", "shacl（快，默认）或 pyshacl（参照实现）"),
    )


def run(arguments: Namespace, language: Language) -> Reply:
    """Validate, and reply with every finding and their sum; exit code 1 where there is a violation."""
    from kg_build.output import require_output
    from kg_build.validate import report_lines, validate_output

    require_output(arguments.out)
    report = validate_output(arguments.out, arguments.engine, language)
    return Reply(report_lines(report, language), DONE if report.conforms else FAILED)


COMMAND = Command(
    name="validate",
    summary=Text("check a graph against its shapes", "按约束检验图谱"),
    description=Text(
        "Check every statement of the graph in OUT against the SHACL shapes. Each finding names the statement, its "
        "sentence and what to look at.",
        "用 SHACL 约束检验 OUT 中的图谱；每处问题都给出所在的陈述、原文与应查看之处。",
    ),
    example="cnip validate build --engine pyshacl",
    add_arguments=add_arguments,
    run=run,
)
