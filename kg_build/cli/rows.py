"""What a query returns, as a table to look at, as CSV or as JSON.

    $ cnip query build industry-promotion --format csv
    region,year,role
    东岭省,2025,future

Which of them is `--format`; the answer itself comes from `query.py`.
"""

from __future__ import annotations

import csv
import io
import json
from argparse import Namespace
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg_build.cli.layout import table_lines
from kg_build.cli.parser import Parser
from kg_build.cli.words import Text

if TYPE_CHECKING:
    from kg_build.answer import Answer

__all__ = ["add_format", "answer_lines"]


def add_format(parser: Parser) -> None:
    """Add `--format`."""
    parser.add(
        "--format",
        choices=("table", "csv", "json"),
        default="table",
        metavar="FORMAT",
        help=Text("table (default), csv or json", "输出格式：table（默认）、csv 或 json"),
    )


def answer_lines(answer: Answer, arguments: Namespace) -> Iterator[str]:
    """Yield the lines of an answer in the form that `--format` names; JSON is one array, an object a line."""
    if arguments.format == "csv":
        for row in (answer.columns, *answer.cells):
            line = io.StringIO()
            csv.writer(line, lineterminator="").writerow(row)
            yield line.getvalue()
    elif arguments.format == "json":
        yield "[" + ",\n ".join(json.dumps(record, ensure_ascii=False) for record in answer.records) + "]"
    else:
        yield from table_lines(answer.columns, answer.rows)
