"""Count how often each rule is right on annotated texts, and write the counts into data/rules/confidence.tsv.

    $ python benchmarks/measure_rules.py
    rule                     right  found  confidence
    measurement.gap              5      5        0.86

The texts are `article/*.txt` of the folder that `CNIP_CORPUS` gives (by default `../shared/corpus`), the gold is the
folder that `CNIP_GOLD` gives (by default `gold` beside the corpus). `--also TEXTS GOLD` adds another folder of texts,
or of tables that `cnip export --to csv` wrote, and the gold about it; it may be repeated. `--note WORDS` says in the
table which gold it was. Where there is no gold, says so, changes nothing and succeeds.

A found fact is right where it is matched with a fact of the gold, as `cnip evaluate` and the gold's own score.py match
them; a figure only where kind, status, comparator and both months of its period agree too. A thing that a document
names twice counts once. Facts of documents without gold do not count, nor facts of a kind that a gold leaves out.
"""

from __future__ import annotations

import argparse
import csv
import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from kg_build.confidence import COLUMNS, Counts, confidence_of
from kg_build.evaluate import MEASURES, TABLES, Row, agreements, distinct, match_facts
from kg_build.extract.registry import RULES
from kg_build.gold import Fact, read_gold

TOP = Path(__file__).resolve().parent.parent
TABLE = TOP / "data" / "rules" / "confidence.tsv"
CORPUS = TOP / os.environ.get("CNIP_CORPUS", "../shared/corpus")
GOLD = TOP / os.environ.get("CNIP_GOLD", CORPUS.parent / "gold")
HEAD = """\
# How often each rule is right on annotated texts. Written by benchmarks/measure_rules.py, read by
# kg_build/confidence.py. found: facts of the rule in the annotated texts; right: those that the annotation has, figures
# with their kind, status, comparator and period; gold: which annotation.
"""


def rows_of(source: Path) -> dict[str, list[Row]]:
    """Return the rows of the tables of a folder by kind of fact; a folder of texts is built and exported first."""
    if (source / f"{TABLES['measurement']}.csv").exists():
        return {kind: read_rows(source / f"{table}.csv") for kind, table in TABLES.items()}
    command = [sys.executable, "-m", "kg_build"]
    with tempfile.TemporaryDirectory() as folder:
        out, tables = f"{folder}/build", f"{folder}/tables"
        for words in (["build", str(source.resolve()), "-o", out], ["export", out, "--to", "csv", "-o", tables]):
            subprocess.run([*command, *words], cwd=TOP, check=True, stdout=subprocess.DEVNULL)
        return rows_of(Path(tables))


def read_rows(path: Path) -> list[Row]:
    """Return the rows of a table."""
    with path.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def count_rules(tables: dict[str, list[Row]], facts: Sequence[Fact]) -> tuple[Counter[str], Counter[str]]:
    """Return how many facts of each rule are right, and how many were found, in the documents of the gold."""
    documents = {fact["doc"] for fact in facts}
    annotated = {fact["type"] for fact in facts}
    right: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for kind, rows in tables.items():
        if kind not in annotated:
            continue
        wanted = distinct(kind, [fact for fact in facts if fact["type"] == kind])
        ours: list[Row] = distinct(kind, [row for row in rows if row["doc"] in documents])
        found.update(row["rule"] for row in ours)
        right.update(
            ours[to]["rule"]
            for at, to in match_facts(kind, wanted, ours)
            if kind != "measurement" or agreements(wanted[at], ours[to]) == len(MEASURES) + 1
        )
    return right, found


def write_table(counts: dict[str, Counts], note: str) -> None:
    """Write the counts, a row for each rule there is."""
    rows = [COLUMNS, *((name, str(count.right), str(count.found), note) for name, count in counts.items())]
    TABLE.parent.mkdir(exist_ok=True)
    TABLE.write_text(HEAD + "".join("\t".join(row) + "\n" for row in rows), encoding="utf-8", newline="\n")


def measure(pairs: Iterable[tuple[Path, Path]]) -> dict[str, Counts]:
    """Return the counts of every rule over pairs of a folder of texts or tables and a folder of gold."""
    right: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for source, gold in pairs:
        more_right, more_found = count_rules(rows_of(source), read_gold([gold]))
        right.update(more_right)
        found.update(more_found)
    return {name: Counts(right[name], found[name]) for name in sorted(rule.name for rule in RULES)}


def main(words: Sequence[str] | None = None) -> int:
    """Measure, write the table and print it."""
    parser = argparse.ArgumentParser(description="Count how often each rule is right on annotated texts.")
    parser.add_argument("--also", nargs=2, type=Path, action="append", default=[], metavar=("TEXTS", "GOLD"))
    parser.add_argument("--note", default="development gold", metavar="WORDS")
    arguments = parser.parse_args(words)
    pairs: list[tuple[Path, Path]] = [(texts, gold) for texts, gold in arguments.also]
    if any(CORPUS.glob("article/*.txt")) and any(GOLD.glob("*.jsonl")):
        pairs.insert(0, (CORPUS / "article", GOLD))
    if not pairs:
        places = f"{os.path.relpath(CORPUS, TOP)} and {os.path.relpath(GOLD, TOP)}"
        print(f"nothing measured: no development texts and gold at {places} (set CNIP_CORPUS and CNIP_GOLD)")
        return 0
    counts = measure(pairs)
    write_table(counts, arguments.note)
    print(f"{'rule':<24} {'right':>5} {'found':>6} {'confidence':>11}")
    for name, count in counts.items():
        print(f"{name:<24} {count.right:5} {count.found:6} {confidence_of(name, counts):11.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
