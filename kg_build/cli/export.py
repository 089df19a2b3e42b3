"""`cnip export`: the graph in the forms that other programs read.

    $ cnip export build --to csv -o tables
    $ cnip export build --to gexf -o graph.gexf

The forms themselves are the modules of `export/`.
"""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from kg_build.cli.command import Command, Reply
from kg_build.cli.parser import Parser
from kg_build.cli.words import Language, Text
from kg_build.export import FORMATS, export
from kg_build.printable import printable

__all__ = ["COMMAND"]

WRITTEN = Text("written: {path} ({count} {what})", "已写入：{path}（{count} {what}）")
COUNTED = {
    "csv": Text("rows", "行"),
    "gexf": Text("links", "条联系"),
    "ttl": Text("triples", "条三元组"),
}


def add_arguments(parser: Parser) -> None:
    """Add the output folder, the form and where to write it."""
    parser.add("out", type=Path, metavar="OUT", help=Text("output folder of cnip build", "cnip build 的输出文件夹"))
    parser.add(
        "--to",
        choices=FORMATS,
        required=True,
        metavar="FORM",
        help=Text(
            "csv (a folder of tables), gexf (for Gephi) or ttl (Turtle)",
            "csv（一组表格）、gexf（供 Gephi）或 ttl（Turtle）",
        ),
    )
    parser.add(
        "-o",
        "--out",
        dest="path",
        type=Path,
        required=True,
        metavar="PATH",
        help=Text("file to write; for csv, a folder", "写入的文件；csv 则为文件夹"),
    )
    parser.add(
        "--view",
        default="",
        metavar="VIEW",
        help=Text(
            "what a gexf shows: core (regions, initiatives, industries; the default), industry, policy, region or full",
            "gexf 显示的内容：core（地区、行动、产业，默认）、industry、policy、region 或 full",
        ),
    )


def run(arguments: Namespace, language: Language) -> Reply:
    """Export, and reply with what was written."""
    count = export(arguments.out, arguments.to, arguments.path, view=arguments.view)
    what = COUNTED[arguments.to].to(language)
    return Reply([WRITTEN.to(language).format(path=printable(str(arguments.path)), count=count, what=what)])


COMMAND = Command(
    name="export",
    summary=Text("write tables, Turtle or a Gephi file", "导出表格、Turtle 或 Gephi 文件"),
    description=Text(
        "Write the graph in OUT as tables for spreadsheets, R and pandas (one row per piece of evidence), as Turtle "
        "for RDF tools, or as a GEXF file for Gephi.",
        "把 OUT 中的图谱导出为表格（供电子表格、R、pandas 使用，每条证据一行）、Turtle（供 RDF 工具）"
        "或 GEXF（供 Gephi）。",
    ),
    example="cnip export build --to csv -o tables",
    add_arguments=add_arguments,
    run=run,
)
