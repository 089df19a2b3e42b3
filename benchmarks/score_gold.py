"""Score the article against the development gold, and hold the figures to their floors.

    $ python benchmarks/score_gold.py
    kind         measure    figure  floor
    measurement  f1          0.912   0.900

Builds the texts `article/*.txt` of the folder that `CNIP_CORPUS` gives (by default `../shared/corpus`), exports the
tables, runs the gold's own `score.py` (in the folder that `CNIP_GOLD` gives, by default `gold` beside the corpus) and
compares every figure that `floors.toml` names. Where there is no gold, says so and succeeds. `--raise` writes figures
that have risen into `floors.toml`. Exit code 1 when a figure lies below its floor.
"""

from __future__ import annotations

import json
import math
import os
import re
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent
FLOORS = Path(__file__).with_name("floors.toml")
CORPUS = TOP / os.environ.get("CNIP_CORPUS", "../shared/corpus")
GOLD = TOP / os.environ.get("CNIP_GOLD", CORPUS.parent / "gold")


def score_article() -> dict[str, dict[str, float]]:
    """Return the figures of each kind of fact, as score.py gives them."""
    command = [sys.executable, "-m", "kg_build"]
    with tempfile.TemporaryDirectory() as folder:
        out, tables = f"{folder}/build", f"{folder}/tables"
        for step in (
            ["build", *map(str, sorted(CORPUS.glob("article/*.txt"))), "-o", out],
            ["export", out, "--to", "csv", "-o", tables],
        ):
            subprocess.run([*command, *step], cwd=TOP, check=True, stdout=subprocess.DEVNULL)
        scored = subprocess.run(
            [sys.executable, str(GOLD / "score.py"), tables, *map(str, sorted(GOLD.glob("*.jsonl"))), "--json"],
            check=True,
            capture_output=True,
            text=True,
        )
    figures: dict[str, dict[str, float]] = json.loads(scored.stdout)
    return figures


def raise_floors(figures: dict[str, dict[str, float]]) -> None:
    """Write the figures that lie above their floors into floors.toml, rounded down to three places."""
    lines, kind = [], ""
    for line in FLOORS.read_text(encoding="utf-8").splitlines():
        if heading := re.fullmatch(r"\[(\w+)\]", line):
            kind = heading[1]
        elif floor := re.fullmatch(r"(\w+) = ([\d.]+)", line):
            figure = math.floor(figures[kind][floor[1]] * 1000) / 1000
            line = f"{floor[1]} = {max(figure, float(floor[2])):.3f}"  # noqa: PLW2901
        lines.append(line)
    FLOORS.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> int:
    """Print the figures beside their floors; return 1 when one is too low."""
    if not (GOLD / "score.py").exists() or not any(CORPUS.glob("article/*.txt")):
        places = f"{os.path.relpath(CORPUS, TOP)} and {os.path.relpath(GOLD, TOP)}"
        print(f"nothing scored: no development texts and gold at {places} (set CNIP_CORPUS and CNIP_GOLD)")
        return 0
    figures = score_article()
    if "--raise" in sys.argv[1:]:
        raise_floors(figures)
    failed = 0
    print(f"{'kind':<12} {'measure':<10} {'figure':>7} {'floor':>6}")
    for kind, floors in tomllib.loads(FLOORS.read_text(encoding="utf-8")).items():
        for measure, floor in floors.items():
            figure = figures[kind][measure]
            failed += figure < floor
            print(f"{kind:<12} {measure:<10} {figure:7.3f} {floor:6.3f}{'  BELOW' if figure < floor else ''}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
