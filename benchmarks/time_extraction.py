"""Time the extractors on text in memory, in CPU time on one core, beside jieba on the same text in the same run.

    $ python benchmarks/time_extraction.py
    measurement            5.12 MB/s   4.1 x jieba cut   goal 8 MB/s

Text counts in bytes of UTF-8. An extractor is timed alone, on paragraphs that are segmented and matched already; `all`
is every extractor after another, `text to statements` adds segmenting and matching. Reads the texts `reports/*.md` of
the folder that `CNIP_CORPUS` gives (by default `../shared/corpus`), else the bundled corpus, which is small. The best
of five runs counts. The ratio to jieba is printed where jieba is installed. Last come pieces of text said over and over
in one line: how much longer the figures of a line take that is four times as long, which is about 4. This reports, and
fails nothing.
"""

from __future__ import annotations

import importlib.util
import logging
import os
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from kg_build.extract.measurement.extractor import reader_of
from kg_build.extract.registry import EXTRACTORS, extract_statements
from kg_build.lexicon import Lexicon, load_lexicon
from kg_build.match import Matcher
from kg_build.model import Document, Segment
from kg_build.read import read_document
from kg_build.segment import segment_document

TOP = Path(__file__).resolve().parent.parent
CORPUS = TOP / os.environ.get("CNIP_CORPUS", "../shared/corpus")
REPEATS = 5
EVERY = 5
"""Of a long list of texts every fifth is read: all regions and years occur, and a run takes seconds."""

PIECES = ("1、", "20万吨铜、", "有1辆", "1 ", "12 . 5", "1.8个、", "两三成", "收入比由2.3", "1万2千亿", "约占")
LINE = 20_000

Extract = Callable[[Sequence[Segment], Lexicon], Iterable[object]]
GOALS = {"measurement": 8.0, "text to statements": 5.0}


def seconds(task: Callable[[], Iterable[object]]) -> float:
    """Return the least CPU time a task took, its results consumed."""
    times = []
    for _ in range(REPEATS):
        start = time.process_time()
        for _found in task():
            pass
        times.append(time.process_time() - start)
    return min(times)


def jieba_seconds(documents: list[Document]) -> float:
    """Return the CPU time of jieba's `cut` on the same texts; 0 where it is not installed."""
    if importlib.util.find_spec("jieba") is None:
        return 0.0
    import jieba  # noqa: PLC0415  it is optional

    jieba.setLogLevel(logging.ERROR)
    jieba.initialize()
    return seconds(lambda: (word for document in documents for word in jieba.cut(document.text)))


def main() -> None:
    """Print a line for each extractor: its speed, the ratio to jieba, its goal."""
    reports = sorted(CORPUS.glob("reports/*.md"))
    paths = reports[::EVERY] or sorted((TOP / "data" / "corpus").glob("*.md"))
    lexicon = load_lexicon()
    matcher = Matcher(lexicon)
    documents = [read_document(path) for path in paths]
    megabytes = sum(len(document.text.encode()) for document in documents) / 1e6
    segmented = [segment_document(document, lexicon, matcher) for document in documents]

    def reading(extract: Extract) -> Callable[[], Iterable[object]]:
        return lambda: (one for segments in segmented for one in extract(segments, lexicon))

    def whole() -> Iterable[object]:
        for document in documents:
            yield from extract_statements(segment_document(document, lexicon, matcher), lexicon)

    tasks = [*((name, reading(extract)) for name, extract in EXTRACTORS), ("all", reading(extract_statements))]
    speeds = [(name, megabytes / seconds(task)) for name, task in [*tasks, ("text to statements", whole)]]
    cut = jieba_seconds(documents)
    print(f"{len(documents)} texts, {megabytes:.2f} MB" + (f"; jieba cut {megabytes / cut:.2f} MB/s" if cut else ""))
    for name, speed in speeds:
        ratio = f"{speed * cut / megabytes:6.1f} x jieba cut" if cut else ""
        goal = f"   goal {GOALS[name]:g} MB/s" if name in GOALS else ""
        print(f"{name:<20} {speed:7.2f} MB/s {ratio}{goal}")
    reader = reader_of(lexicon)
    for piece in PIECES:
        short, long = (
            seconds(lambda text=(piece * size)[:size]: reader.read(text, 0, len(text)))  # type: ignore[misc]
            for size in (LINE, 4 * LINE)
        )
        speed, longer = LINE / short / 1e6, long / short
        print(f"{piece:<12} over and over: {speed:6.2f} M characters/s; four times as long: x{longer:.1f}")


if __name__ == "__main__":
    main()
