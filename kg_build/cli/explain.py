"""`cnip explain`: where a fact stands, and why it was read so.

    $ cnip explain build 工业投资

The passages are found by `explain.py` at the top of the package.
"""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from kg_build.cli.command import FAILED, Command, Reply
from kg_build.cli.parser import Parser
from kg_build.cli.words import Language, Text

__all__ = ["COMMAND"]

NOTHING = Text("no fact has `{wanted}` in a quote or a name", "没有引文或名称含有“{wanted}”的事实")
MORE = Text("and {count} more (--limit shows them)", "另有 {count} 条（用 --limit 显示）")


def add_arguments(parser: Parser) -> None:
    """Add the output folder and what to explain."""
    parser.add("out", type=Path, metavar="OUT", help=Text("output folder of cnip build", "cnip build 的输出文件夹"))
    parser.add(
        "wanted",
        metavar="IRI-OR-TEXT",
        help=Text("a statement's IRI, or words of a quote or a name", "陈述的 IRI，或引文、名称中的词句"),
    )
    parser.add(
        "--limit", type=int, default=10, metavar="N", help=Text("facts to show (default: 10)", "显示的条数（默认 10）")
    )


def run(arguments: Namespace, language: Language) -> Reply:
    """Reply with each fact found, a blank line between two; exit code 1 where nothing is found."""
    from kg_build.explain import explain, explanation_lines

    found = explain(arguments.out, arguments.wanted, language, limit=arguments.limit)
    lines: list[str] = []
    for fact in found.facts:
        lines += [*([""] if lines else []), *explanation_lines(fact)]
    if not found.found:
        return Reply(code=FAILED, notes=[NOTHING.to(language).format(wanted=arguments.wanted)])
    more = found.found - len(found.facts)
    return Reply(lines, notes=[MORE.to(language).format(count=more)] if more else [])


COMMAND = Command(
    name="explain",
    summary=Text("show the sentence behind a fact, and the rule that read it", "显示事实的原文出处与提取规则"),
    description=Text(
        "Show, for an IRI or for words of a quote or a name, what was read, the sentence in its paragraph, and the "
        "rule that read it with its confidence.",
        "给出 IRI 或引文、名称中的词句，显示所读出的内容、原句所在段落，以及所用规则及其置信度。",
    ),
    example="cnip explain build 低空经济",
    add_arguments=add_arguments,
    run=run,
)
