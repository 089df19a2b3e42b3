"""`cnip build`: texts in, a graph out, and a table of what was found.

    $ cnip build reports/ -o build
    document      region   year  figures  initiatives  ...

What is read, and in which order, is `pipeline.py`'s business.
"""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from kg_build.cli.command import DONE, FAILED, Command, Reply
from kg_build.cli.layout import table_lines
from kg_build.cli.parser import Parser
from kg_build.cli.progress import Progress
from kg_build.cli.sentences import in_chinese
from kg_build.cli.sources import add_sources, skipped_notes
from kg_build.cli.words import COMMA, Language, Text, unplaced
from kg_build.printable import printable

__all__ = ["COMMAND"]

COLUMNS: tuple[tuple[str, Text], ...] = (
    ("observation", Text("figures", "数据")),
    ("initiative", Text("initiatives", "行动")),
    ("document", Text("documents", "文件")),
    ("industry", Text("industries", "产业")),
    ("cluster", Text("clusters", "集群")),
    ("designation", Text("titles", "称号")),
    ("cooperation", Text("cooperations", "合作")),
)
"""The kinds of statement as the report names them, and their headings."""
SOURCE = Text("source", "来源")
REGION = Text("region", "地区")
YEAR = Text("year", "年份")
TOTAL = Text("total", "合计")
NOTHING = Text("nothing was extracted from any text", "没有从任何文本中提取到事实")
MORE = Text("and {count} more", "另有 {count} 份")
SHOWN = 40
"""Documents that the summary lists; the report has them all."""
WRITTEN = Text("written: {out}", "已写入：{out}")


def add_arguments(parser: Parser) -> None:
    """Add the sources, the output folder and what is known of the texts."""
    add_sources(parser)
    parser.add(
        "-o",
        "--out",
        type=Path,
        default=Path("build"),
        metavar="OUT",
        help=Text("output folder (default: build)", "输出文件夹（默认：build）"),
    )
    parser.add("--region", default="", help=Text("region of texts that do not say", "文本未注明时所属的地区"))
    parser.add("--year", type=int, help=Text("year of texts that do not say", "文本未注明时的报告年份"))
    parser.add("--title", default="", help=Text("title of a text that does not say", "文本未注明时的标题"))
    parser.add("--publisher", default="", help=Text("who published the text", "发布者"))
    parser.add("--date", default="", help=Text("when it was published: 2025-01-18", "发布日期，如 2025-01-18"))
    parser.add("--url", default="", help=Text("where it was published", "发布网址"))


def run(arguments: Namespace, language: Language) -> Reply:
    """Build, and reply with the summary; exit code 1 when no text yields a fact."""
    from kg_build.pipeline import build
    from kg_build.resources import resource

    with Progress() as progress:
        report = build(
            arguments.sources or [resource("data", "corpus")],
            arguments.out,
            region=arguments.region,
            year=arguments.year,
            title=arguments.title,
            publisher=arguments.publisher,
            date=arguments.date,
            url=arguments.url,
            progress=progress,
        )
    notes = skipped_notes((skipped["reason"] for skipped in report["skipped"]), language)
    notes += [in_chinese(note) if language == "zh" else note for note in report["warnings"]]
    totals = report["totals"]
    found = sum(totals["statements"].values())
    notes += unplaced(found, totals["statements_without_region"], totals["statements_without_year"], language)
    if not found:
        notes.append(NOTHING.to(language))
    return Reply(summary_lines(report, arguments.out, language), DONE if found else FAILED, notes)


def summary_lines(report: Mapping[str, Any], out: Path, language: Language) -> Iterator[str]:
    """Yield the table of documents and what was found in each, and where the graph is."""
    documents = report["documents"]
    header = [text.to(language) for text in (SOURCE, REGION, YEAR, *(heading for _, heading in COLUMNS))]
    rows = [
        [
            document["name"],
            COMMA.to(language).join(document["regions"]),
            COMMA.to(language).join(map(str, document["years"])),
            *counts(document["statements"]),
        ]
        for document in documents[:SHOWN]
    ]
    if len(documents) > SHOWN:
        rows.append([MORE.to(language).format(count=len(documents) - SHOWN), *[""] * (len(header) - 1)])
    total = {kind: sum(document["statements"].get(kind, 0) for document in documents) for kind, _ in COLUMNS}
    yield from table_lines(header, [*rows, [TOTAL.to(language), "", "", *counts(total)]], limit=40)
    yield WRITTEN.to(language).format(out=printable(str(out)))


def counts(statements: Mapping[str, int]) -> Sequence[str]:
    """Return the number of statements of each kind, in the order of the columns."""
    return [str(statements.get(kind, 0)) for kind, _ in COLUMNS]


COMMAND = Command(
    name="build",
    summary=Text("build a graph from texts", "由文本构建图谱"),
    description=Text(
        "Read texts (UTF-8 or GB18030; Markdown with front matter), find the facts in them and write a graph: "
        "OUT/graph.nq, OUT/store, OUT/report.json and the texts as read. Of a folder, .txt and .md files are read.\n\n"
        "What a text is about may stand in its front matter, between two lines ---, the first of which opens the "
        "file:\n\n"
        "---\nregion: 重庆市\nyear: 2024\n---\n\n"
        "Its keys: region, year (the year under review), title, publisher, date, url. Front matter goes "
        "before the options below, and these before what the text itself says.",
        "读取文本（UTF-8 或 GB18030，可带 YAML 头），提取事实并写出图谱："
        "OUT/graph.nq、OUT/store、OUT/report.json 及所读原文。文件夹中只读取 .txt 与 .md 文件。\n\n"
        "文本的情况可以写在文件头，即夹在两行 --- 之间的若干项，第一行 --- 须是文件首行：\n\n"
        "---\nregion: 重庆市\nyear: 2024\n---\n\n"
        "可用的键：region（地区）、year（所总结的年份）、title（标题）、publisher（发布者）、date（发布日期）、url（网址）。"
        "文件头先于下列选项，选项又先于文本自身的说法。",
    ),
    example="cnip build reports/ -o build --region 重庆市 --year 2024",
    add_arguments=add_arguments,
    run=run,
)
