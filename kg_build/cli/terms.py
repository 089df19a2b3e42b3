"""`cnip terms`: names in texts that a person should decide on, as rows of the ledger of identities.

    $ cnip terms reports/
    # 0.92 differ in general words
    # 3 2029-2030 jiangzhou-2029.txt:420 今年实施轴承强芯三年行动计划
    # 1 2030 jiangzhou-2030.txt:288 轴承强芯行动取得实效
    initiative  江州市  轴承强芯三年行动计划  轴承强芯行动  undecided  cnip terms 0.92: ...

The pairs are found by `identity/proposal.py`; a row pasted into `data/gazetteer/identity.tsv` is not proposed again.
"""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from kg_build.cli.command import Command, Reply
from kg_build.cli.parser import Parser
from kg_build.cli.progress import Progress
from kg_build.cli.sources import add_sources, skipped_notes
from kg_build.cli.words import COMMA, Language, Text
from kg_build.printable import one_line

if TYPE_CHECKING:
    from kg_build.identity.proposal import Proposal

__all__ = ["COMMAND"]

KINDS = ("initiative", "document", "cluster", "designation", "cooperation")
LEAST = 0.85
WHY = {
    "contained": Text("contained", "一名含另一名"),
    "alike": Text("alike", "相近"),
    "general words": Text("differ in general words", "只差通用词"),
    "same characters": Text("same characters", "用字相同"),
    "same brand": Text("same brand", "品牌相同"),
    "same code": Text("same code", "代号相同"),
    "same members": Text("same members", "成员相同"),
    "later round": Text("one may be a later round", "其一可能是后续批次"),
    "one tells its level": Text("one tells its level", "只有一名标明级别"),
    "never in one text": Text("never in one text", "未见于同一文本"),
}
"""What the evidence is called, by its first words."""
FOUND = Text(
    "{count} pairs; a row goes into data/gazetteer/identity.tsv, its decision made same, different or left undecided",
    "{count} 对名称；把行贴入 data/gazetteer/identity.tsv，decision 改为 same、different 或保留 undecided",
)


def add_arguments(parser: Parser) -> None:
    """Add the sources and what is to be proposed."""
    add_sources(parser)
    parser.add(
        "--propose",
        choices=("merges",),
        default="merges",
        metavar="WHAT",
        help=Text("merges (default): pairs of names that may be one", "merges（默认）：可能是同一事物的名称对"),
    )
    parser.add(
        "--kind",
        choices=KINDS,
        default="",
        metavar="KIND",
        help=Text(f"only of this kind: {', '.join(KINDS)}", f"只看这一类：{'、'.join(KINDS)}"),
    )
    parser.add(
        "--least",
        type=float,
        default=LEAST,
        metavar="SCORE",
        help=Text(f"the least score, 0 to 1 (default: {LEAST})", f"最低分，0 至 1（默认 {LEAST}）"),
    )


def run(arguments: Namespace, language: Language) -> Reply:
    """Reply with the proposals, the likeliest first."""
    from kg_build.errors import UsageError
    from kg_build.identity.found import gather_names
    from kg_build.identity.proposal import propose
    from kg_build.lexicon import load_lexicon
    from kg_build.pipeline import read_each
    from kg_build.resources import resource

    if not 0 <= arguments.least <= 1:
        raise UsageError(f"--least {arguments.least:g}: expected a number from 0 to 1")
    lexicon = load_lexicon()
    skipped: list[str] = []
    with Progress() as progress:
        told = read_each(arguments.sources or [resource("data", "corpus")], skipped, progress)
        groups = gather_names(told, lexicon.identities)
    kinds = (arguments.kind,) if arguments.kind else ()
    proposals = propose(groups, lexicon, least=arguments.least, kinds=kinds)
    notes = skipped_notes(skipped, language)
    return Reply(proposal_lines(proposals, language), notes=[*notes, FOUND.to(language).format(count=len(proposals))])


def proposal_lines(proposals: Sequence[Proposal], language: Language) -> Iterator[str]:
    """Yield each proposal: score and evidence, how often and where each name stands, and the row for the ledger."""
    for proposal in proposals:
        why = COMMA.to(language).join(in_words(reason, language) for reason in proposal.why)
        yield f"# {proposal.score:.2f} {why}"
        for found in (proposal.a, proposal.b):
            years = sorted(found.years)
            span = f"{years[0]}-{years[-1]} " if years[1:] else f"{years[0]} " if years else ""
            place = f"{found.first.document}:{found.first.start}"
            yield one_line(f"# {found.count} {span}{place} {found.first.sentence}")
        source = f"cnip terms {proposal.score:.2f}: {why}"
        yield f"{proposal.kind}\t{proposal.region}\t{proposal.a.name}\t{proposal.b.name}\tundecided\t{source}\t"


def in_words(reason: str, language: Language) -> str:
    """Return a reason in the language; what it has behind its first words stays."""
    known = next(words for words in WHY if reason.startswith(words))
    return WHY[known].to(language) + reason.removeprefix(known)


COMMAND = Command(
    name="terms",
    summary=Text("propose which names are one thing", "提出哪些名称可能是同一事物"),
    description=Text(
        "List pairs of names of one kind and region that may be one thing, with the evidence, a sentence for each, and "
        "a row that can be pasted into the ledger of identities. Pairs that the ledger decides are not listed.",
        "列出同类、同地区中可能是同一事物的名称对，附依据与各自的原句，以及可贴入同一性台账的行；台账已有结论的不再列出。",
    ),
    example="cnip terms reports/ --kind initiative --least 0.9",
    add_arguments=add_arguments,
    run=run,
)
