"""`cnip validate`: is the graph as its shapes say, and which figures should be looked at?

    $ cnip validate build
    Every shape is met: 12 graphs, 30412 triples, 0 warnings.

    check                rows  what it asks
    conflicting-figures     1  Which figures of one region, indicator, period and status cannot all be true?

What is judged, and the words of a finding, are those of `validate/`. Rows of checks never make a graph invalid.
"""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from kg_build.cli.command import DONE, FAILED, Command, Reply
from kg_build.cli.layout import table_lines
from kg_build.cli.parser import Parser
from kg_build.cli.words import Language, Text, unplaced
from kg_build.printable import printable

__all__ = ["COMMAND"]

CHECK = Text("check", "核查")
ROWS = Text("rows", "行数")
ASKS = Text("what it asks", "所问")
LOOK = Text(
    "Rows are to be looked at and no errors; `cnip query {out} NAME` shows them.",
    "各行供人查看，不算错误；用 cnip query {out} 名称 显示。",
)


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
    """Validate, and reply with every finding, their sum and the checks; exit code 1 where there is a violation."""
    from kg_build.output import require_output
    from kg_build.validate import report_lines, validate_output
    from kg_build.validate.checks import count_rows, count_unplaced

    require_output(arguments.out)
    report = validate_output(arguments.out, arguments.engine, language)
    header = [text.to(language) for text in (CHECK, ROWS, ASKS)]
    rows = [
        [check.name, str(count), check.zh if language == "zh" else check.en]
        for check, count in count_rows(arguments.out)
    ]
    look = LOOK.to(language).format(out=printable(str(arguments.out)))
    lines = [*report_lines(report, language), "", *table_lines(header, rows), look]
    lines += unplaced(*count_unplaced(arguments.out), language)
    return Reply(lines, DONE if report.conforms else FAILED)


COMMAND = Command(
    name="validate",
    summary=Text("check a graph against its shapes, and its figures", "按约束检验图谱，并核查其中的数据"),
    description=Text(
        "Check every statement of the graph in OUT against the SHACL shapes. Each finding names the statement, its "
        "sentence and what to look at. Then count the rows that the checks find: figures that contradict each other or "
        "are implausible.",
        "用 SHACL 约束检验 OUT 中的图谱；每处问题都给出所在的陈述、原文与应查看之处。"
        "然后给出各项核查的行数：彼此矛盾或超出合理范围的数据。",
    ),
    example="cnip validate build --engine pyshacl",
    add_arguments=add_arguments,
    run=run,
)
