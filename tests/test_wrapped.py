"""Texts whose lines are wrapped give the facts of the same texts in whole paragraphs, each quote where it stands."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg_build.assemble import identity
from kg_build.explain import explain
from kg_build.lexicon import Lexicon
from kg_build.match import Matcher
from kg_build.pipeline import build, read_statements
from kg_build.read.sources import parse_document
from kg_build.read.wrapped import is_wrapped, unwrap

WORD = re.compile(r"[0-9A-Za-z.%—]+|.")
TEXT = """# 山东省2024年轴承工业总结

一、2024年工作回顾

2024年,山东轴承系统坚持稳中求进,规上工业增加值增长6.4%,其中轴承行业增加值增长8.2%,高于全省1.8个百分点。全年新增轴承企业125家,培育专精特新中小企业48家,建成绿色工厂16家。出台《山东省轴承产业促进条例》,推动轴承产业集群加快发展。

(一)抓投资。工业投资增长11.3%,技术改造投资增长9.7%,实施重点技改项目320个,总投资达到1560亿元。软件业务收入突破1.2万亿元,增长10.5%,占全国比重达到12.6%。累计建成5G基站23.5万个,每万人拥有5G基站数达到23.2个。

(二)抓创新。新增国家级企业技术中心7家,总数达到205家,居全国第1位。研发经费投入强度达到2.6%,比上年提高0.2个百分点。

二、2025年重点工作

2025年,规上工业增加值增长6%左右,新增轴承企业100家以上,培育国家级专精特新“小巨人”企业30家,力争轴承行业营业收入突破3000亿元,建设智能工厂50家。
"""


def by_characters(paragraph: str, width: int) -> list[str]:
    """Return the lines of a paragraph that is wrapped wherever a line is full."""
    return [paragraph[start : start + width] for start in range(0, len(paragraph), width)] or [""]


def by_words(paragraph: str, width: int) -> list[str]:
    """Return the lines of a paragraph in which a number is not parted and no mark opens a line."""
    lines = [""]
    for word in WORD.findall(paragraph):
        if columns(lines[-1] + word) > 2 * width and word not in "，。、；：）”》,;:)":
            lines.append("")
        lines[-1] += word
    return lines


def columns(text: str) -> int:
    """Return the columns that a text takes."""
    return sum(1 if character.isascii() else 2 for character in text)


def wrap(text: str, width: int, how: Callable[[str, int], list[str]], *, blank: bool = True) -> str:
    """Return a text with its paragraphs wrapped; without the blank lines between them they are indented."""
    parts = [part for part in text.split("\n") if part]
    opening = "" if blank else "　　"
    lines = [line for part in parts for line in (*how(opening + part, width), *([""] if blank else []))]
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("blank", [True, False], ids=["blank lines", "indents"])
@pytest.mark.parametrize("how", [by_characters, by_words])
@pytest.mark.parametrize("width", [22, 30, 40])
def test_wrapped_text_gives_the_same_facts(
    width: int, how: Callable[[str, int], list[str]], blank: bool, lexicon: Lexicon
) -> None:
    matcher = Matcher(lexicon)
    _, whole = read_statements(parse_document("a.md", TEXT), lexicon, matcher)
    document = parse_document("a.md", wrap(TEXT, width, how, blank=blank))
    _, wrapped = read_statements(document, lexicon, matcher)
    assert len(whole) >= 30
    assert {identity(one) for one in wrapped} == {identity(one) for one in whole}
    passages = [passage for one in wrapped for passage in one.evidence]
    assert all(document.text[passage.start : passage.end] == passage.quote for passage in passages)
    assert any("\n" in passage.quote for passage in passages)
    assert {re.sub(r"\n\u3000*", "", passage.quote) for passage in passages} == {
        passage.quote for one in whole for passage in one.evidence
    }


def test_wrapped_text_is_told_and_its_quotes_are_found(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(wrap(TEXT, 30, by_characters), encoding="utf-8")
    report = build([tmp_path / "a.txt"], tmp_path / "out")
    assert report["warnings"] == ["a.txt: lines are wrapped; they are read as whole paragraphs"]
    assert explain(tmp_path / "out", "轴承行业增加值增长8.2%").found == 2


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        "工业增长6%。\n",
        "\n".join(["规上工业增加值增长6.4%,总量居全省第一。"] * 20),
        "\n".join(f"{name}轴承产业集群建设项目扎实推进取得阶段成效" for name in ("江州", "云溪", "东岭", "西川")),
        "\n".join("轴承产业" * size for size in (3, 5, 4, 7, 9, 2, 6, 8, 10, 3, 5, 7)),
        "\n".join(["轴承"] * 30),
        "\n".join(f"规上工业{name}同比增长6.4%,其中轴承行业增长8.2%" for name in ("产值", "投资", "利润", "收入") * 4),
    ],
    ids=["paragraphs", "a line", "sentences", "few lines", "items of all lengths", "words", "items of one length"],
)
def test_text_in_lines_of_its_own_is_left_alone(text: str) -> None:
    document = parse_document("a.txt", text)
    assert not is_wrapped(document)
    assert unwrap(document).document is document


def test_headings_and_lists_stay_on_their_lines() -> None:
    body = "轴承企业加快技术改造推动产业转型升级全年成效明显" * 4 + "。"
    items = "".join(f"{mark}{body}\n" for mark in ("（一）", "1.", "★", "- ", "二、"))
    whole = unwrap(parse_document("a.txt", wrap(items, 30, by_characters).replace("\n\n", "\n"))).document
    assert whole.text.splitlines() == items.splitlines()


def test_words_in_latin_letters_stay_apart() -> None:
    lines = [
        "轴承企业推广应用新一代智能制造技术和装备取得明显成效Smart",
        "Bearing平台上线运行并服务全省轴承企业数量持续增长明显",
    ]
    whole = unwrap(parse_document("a.txt", "\n".join(lines * 6) + "。")).document
    assert "Smart Bearing" in whole.text


@given(st.text(alphabet="轴承增长5.%，。\n 　a一、（）#-", max_size=400))
def test_every_place_is_that_of_the_same_character(text: str) -> None:
    document = parse_document("a.txt", "轴" + text)
    whole = unwrap(document)
    places = [whole.place(position) for position in range(len(whole.document.text))]
    assert all(before < after for before, after in pairwise(places))
    assert all(
        character in (document.text[place], " ") for character, place in zip(whole.document.text, places, strict=True)
    )


def test_wrapped_texts_keep_their_places(lexicon: Lexicon) -> None:
    text = wrap(TEXT, 30, by_words)
    document = parse_document("a.txt", "---\nregion: 山东省\n---\n" + text)
    segments, _ = read_statements(document, lexicon, Matcher(lexicon))
    assert {one.region.name for one in segments if one.region} == {"山东省"}
    whole = unwrap(document)
    for position, character in enumerate(whole.document.text):
        assert document.text[whole.place(position)] == character
