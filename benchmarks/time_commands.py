"""Time the commands a user waits for, each from start-up to exit, the best of five.

    $ python benchmarks/time_commands.py
    cnip --help            0.06 s   goal 0.30 s
    cnip build + validate  1.20 s   goal 3.00 s

The build is that of the development article where it is found (the folder that `CNIP_CORPUS` gives, by default
`../shared/corpus`), else of the bundled corpus. Times depend on the machine: this reports, and fails nothing.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent
ARTICLE = TOP / os.environ.get("CNIP_CORPUS", "../shared/corpus") / "article.txt"
REPEATS = 5


def seconds(*commands: list[str]) -> float:
    """Return the shortest time the commands took in a row."""
    times = []
    for _ in range(REPEATS):
        start = time.perf_counter()
        for words in commands:
            subprocess.run([sys.executable, "-m", "kg_build", *words], cwd=TOP, check=True, stdout=subprocess.DEVNULL)
        times.append(time.perf_counter() - start)
    return min(times)


def main() -> None:
    """Print a line for each measurement, with its goal."""
    source = [str(ARTICLE)] if ARTICLE.exists() else []
    with tempfile.TemporaryDirectory() as folder:
        out = f"{folder}/build"
        measured = (
            ("cnip --help", 0.3, seconds(["--help"])),
            ("cnip build", 3.0, seconds(["build", *source, "-o", out])),
            ("cnip build + validate", 3.0, seconds(["build", *source, "-o", out], ["validate", out])),
            ("cnip query", 0.5, seconds(["query", out, "industry-promotion"])),
        )
    for name, goal, took in measured:
        print(f"{name:<22} {took:5.2f} s   goal {goal:.2f} s")


if __name__ == "__main__":
    main()
