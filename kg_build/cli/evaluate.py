"""`cnip evaluate`: how much of an annotation the graph finds, and how much of what it finds is right.

    $ cnip evaluate build gold/*.jsonl
    measurement  gold  231 found  230 P 0.935 R 0.931 F1 0.933 ...

The measuring is done by `evaluate.py` at the top of the package.
"""

from __future__ import annotations

import json
from argparse import Namespace
from pathlib import Path

from kg_build.cli.command import Command, Reply
from kg_build.cli.parser import Parser
from kg_build.cli.words import Language, Text

__all__ = ["COMMAND"]


def add_arguments(parser: Parser) -> None:
    """Add the output folder and the annotations."""
    parser.add("out", type=Path, metavar="OUT", help=Text("output folder of cnip build", "cnip build 的输出文件夹"))
    parser.add(
        "gold",
        nargs="+",
        type=Path,
        metavar="GOLD",
        help=Text("annotated facts: JSON lines, or a folder of them", "人工标注的事实：JSONL 文件或其文件夹"),
    )
    parser.add(
        "--errors",
        action="store_true",
        help=Text("list what was missed (-) and what was added (+)", "列出漏掉的（-）与多出的（+）"),
    )
    parser.add("--json", action="store_true", help=Text("the figures as JSON", "以 JSON 输出各项数值"))


def run(arguments: Namespace, language: Language) -> Reply:
    """Reply with the figures, one line per kind of fact, after the errors where they are asked for."""
    from kg_build.evaluate import evaluate

    del language
    evaluation = evaluate(arguments.out, arguments.gold)
    errors = list(evaluation.errors()) if arguments.errors else []
    figures = [json.dumps(evaluation.figures, indent=1)] if arguments.json else evaluation.lines()
    return Reply([*errors, *figures])


COMMAND = Command(
    name="evaluate",
    summary=Text("score a graph against annotated facts", "用人工标注评估图谱"),
    description=Text(
        "Compare the facts of the graph in OUT with annotated ones, for the documents that are annotated: precision, "
        "recall and F1 for each kind of fact.",
        "就有标注的文档，把 OUT 中的事实与人工标注逐一比对，给出各类事实的精确率、召回率与 F1。",
    ),
    example="cnip evaluate build gold/*.jsonl",
    add_arguments=add_arguments,
    run=run,
)
