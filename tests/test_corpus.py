"""The promises that data/README.md makes about the bundled corpus: form here, truth where the development texts are."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest
import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

TOP = Path(__file__).resolve().parent.parent
DIGESTS = sorted((TOP / "data" / "corpus").glob("*.md"))
REGIONS = {
    "beijing": "北京市",
    "chongqing": "重庆市",
    "gansu": "甘肃省",
    "guangdong": "广东省",
    "hainan": "海南省",
    "jiangsu": "江苏省",
    "shandong": "山东省",
    "shanghai": "上海市",
    "yunnan": "云南省",
    "zhejiang": "浙江省",
}
KEYS = ["region", "year", "title", "source", "license"]
SHORTEST, LONGEST = 800, 1800
RUN, HAN = 22, 12  # a run this long, with this many Han characters outside names, counts as copied

FOLD = str.maketrans("，；：（）％！？．０１２３４５６７８９", ",;:()%!?.0123456789")
DROP = re.compile(r"[\s“”‘’\"']+")
NAME = re.compile(r"《[^》]*》|“[^”]*”")
# A figure is its digits with what makes them a share or a magnitude: 1.8 is not 1.8万.
FIGURE = re.compile(r"\d+(?:\.\d+)?(?:%|万亿|万|亿|个百分点)?")


class Digest(NamedTuple):
    """One file of the corpus: its front matter and its text."""

    front: dict[str, object]
    body: str


def read(path: Path) -> Digest:
    """Split a digest into front matter and body."""
    opening, front, body = path.read_text("utf-8").split("---\n", 2)
    assert opening == ""
    return Digest(yaml.safe_load(front), body)


def squeezed(text: str) -> str:
    """Return the text with widths folded and without spaces and quote marks."""
    return DROP.sub("", text).translate(FOLD)


def figures(text: str) -> set[str]:
    """Return every figure of a text."""
    return set(FIGURE.findall(squeezed(text)))


def names(text: str) -> set[str]:
    """Return what stands in 《》 or “”."""
    return {squeezed(match[0].strip("《》“”")) for match in NAME.finditer(text)}


def states(text: str, figure: str) -> bool:
    """Say whether a squeezed text has the figure, with no digit before or after it."""
    return re.search(rf"(?<![\d.]){re.escape(figure)}(?!\.?\d)", text) is not None


def windows(text: str) -> Iterator[str]:
    """Yield each run of RUN characters that has at least HAN Han characters outside names."""
    plain = squeezed(NAME.sub(lambda match: "".join(map(hidden, match[0])), text))
    for start in range(len(plain) - RUN + 1):
        run = plain[start : start + RUN]
        if sum("一" <= character <= "鿿" for character in run) >= HAN:
            yield "".join(map(shown, run))


def hidden(character: str) -> str:
    """Move a Han character of a name to a private plane, where it is not counted."""
    return chr(ord(character) + 0xF0000) if "一" <= character <= "鿿" else character


def shown(character: str) -> str:
    """Undo `hidden`."""
    return chr(ord(character) - 0xF0000) if ord(character) > 0xF0000 else character


def source(folder: Path, digest: Path) -> str:
    """Return the text that a digest summarises, squeezed."""
    return squeezed((folder / "article" / f"{digest.stem}.txt").read_text("utf-8"))


def stem(path: Path) -> str:
    """Return the name a test case goes by."""
    return path.stem


every_digest = pytest.mark.parametrize("path", DIGESTS, ids=stem)


def test_readme_names_every_data_file() -> None:
    readme = (TOP / "data" / "README.md").read_text("utf-8")
    files = [path for path in sorted((TOP / "data").rglob("*")) if path.is_file() and path.name != "README.md"]
    assert [path.name for path in files if path.name not in readme] == []
    named = re.findall(r"^\| `([\w.-]+)`", readme, flags=re.MULTILINE)
    assert sorted(set(named)) == sorted(named)


def test_there_is_one_digest_a_region() -> None:
    assert [path.stem for path in DIGESTS] == sorted(REGIONS)


@every_digest
def test_front_matter_is_complete(path: Path) -> None:
    front = read(path).front
    assert list(front) == KEYS
    assert front["region"] == REGIONS[path.stem]
    assert front["year"] == 2024
    assert front["license"] == "CC-BY-4.0"
    assert all(str(front[key]).strip() for key in KEYS)


@every_digest
def test_body_has_the_length_of_a_digest(path: Path) -> None:
    assert SHORTEST <= len(read(path).body.strip()) <= LONGEST


@every_digest
def test_review_stands_before_plan(path: Path) -> None:
    headings = re.findall(r"^## .*?(\d{4})年", read(path).body, re.MULTILINE)
    assert headings == ["2024", "2025"]


@every_digest
def test_each_part_says_something(path: Path) -> None:
    _, review, plan = re.split(r"^## .*$", read(path).body, flags=re.MULTILINE)
    assert len(review) > len(plan) > 200


@every_digest
def test_file_is_clean(path: Path) -> None:
    text = path.read_text("utf-8")
    assert unicodedata.is_normalized("NFC", text)
    assert not re.search(r"[ \t　\r]$|\t", text, re.MULTILINE)
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert not re.search(r"[一-鿿][,;:()!?]|[,;:()!?][一-鿿]", text.split("---\n", 2)[2])


@every_digest
def test_quote_marks_are_paired(path: Path) -> None:
    assert re.sub(r"[^“”《》]", "", NAME.sub("", path.read_text("utf-8"))) == ""


@every_digest
def test_every_figure_stands_in_the_source(path: Path, development_corpus: Path) -> None:
    digest, text = read(path), source(development_corpus, path)
    headings = {"2024", "2025"}  # the years of review and plan, which a source need not repeat
    assert [figure for figure in sorted(figures(digest.body) - headings) if not states(text, figure)] == []


@every_digest
def test_every_quoted_name_stands_in_the_source(path: Path, development_corpus: Path) -> None:
    text = source(development_corpus, path)
    assert [name for name in sorted(names(read(path).body)) if name not in text] == []


def test_no_sentence_is_copied(development_corpus: Path) -> None:
    ours = {window: path.stem for path in DIGESTS for window in windows(path.read_text("utf-8"))}
    assert len(ours) > 5000
    texts = [*development_corpus.rglob("*.txt"), *development_corpus.rglob("*.md")]
    copied = set()
    for text in (squeezed(path.read_text("utf-8")) for path in texts):
        copied |= ours.keys() & {text[start : start + RUN] for start in range(len(text) - RUN + 1)}
    assert sorted((ours[window], window) for window in copied) == []


@pytest.mark.parametrize(
    ("text", "figure", "stated"),
    [
        ("增长7.6%，高于全国", "7.6%", True),
        ("增长17.6%，高于全国", "7.6%", False),
        ("增长7.65%", "7.6", False),
        ("超1000家", "100", False),
        ("达１．１万家", "1.1万", True),
        ("达１．１万家", "1万", False),
        ("累计1.1万件，", "1.1万", True),
    ],
)
def test_figure_is_looked_for_whole(text: str, figure: str, stated: bool) -> None:
    assert states(squeezed(text), figure) is stated


def test_figure_keeps_its_magnitude() -> None:
    assert figures("投资1.2亿元，占30%，提高1.8个百分点，共45家") == {"1.2亿", "30%", "1.8个百分点", "45"}


def test_copied_sentence_is_seen() -> None:
    sentence = "东岭省坚持把轴承产业作为全省工业发展的第一支柱来抓"
    assert set(windows(f"据悉，{sentence}。")) & set(windows(sentence))


def test_long_title_is_not_a_copied_sentence() -> None:
    assert not set(windows("《东岭省关于加快推进轴承产业高质量发展的若干政策措施的通知》"))
