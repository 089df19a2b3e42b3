"""Files to documents: encodings, front matter, keys, folding; and what cannot be read."""

from __future__ import annotations

from contextlib import nullcontext
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg_build.errors import SourceError, UsageError
from kg_build.read import check_date, check_year, find_sources, read_document
from kg_build.read.plain import fold
from kg_build.read.sources import document_key, parse_document

FRONT = "---\nregion: 重庆市\nyear: 2024\ntitle: 总结\nsource: https://example.org/a\n---\n正文。\n"


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("工业增长。".encode(), "工业增长。"),
        (b"\xef\xbb\xbf" + "工业增长。".encode(), "工业增长。"),
        ("工业增长。".encode("gb18030"), "工业增长。"),
        ("一\r\n二\r三".encode(), "一\n二\n三"),
    ],
    ids=["utf-8", "byte-order mark", "gb18030", "line ends"],
)
def test_text_is_decoded(tmp_path: Path, raw: bytes, text: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(raw)
    assert read_document(path).text == text


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", "empty"),
        (b" \n\t\n", "empty"),
        (b"\x80\xff\xfe\x00\x01", "binary data"),
        (b"x" * 5000 + b"\x00", "binary data"),
        (b"ab\xff\xffcd", "neither UTF-8 nor GB18030"),
        (b"---\nregion: [\n---\nx\n", "front matter"),
        (b"---\nregion: x\n---\n \n", "nothing below the front matter"),
    ],
)
def test_what_cannot_be_read_is_said_in_one_line(tmp_path: Path, raw: bytes, reason: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(raw)
    with pytest.raises(SourceError, match=reason) as raised:
        read_document(path)
    assert str(path) in str(raised.value)
    assert "\n" not in str(raised.value)


def test_front_matter_describes_the_document_and_stays_in_its_text() -> None:
    document = parse_document("a.md", FRONT)
    assert (document.region, document.year, document.title, document.url) == (
        "重庆市",
        2024,
        "总结",
        "https://example.org/a",
    )
    assert document.text == FRONT
    assert document.text[document.body :] == "正文。\n"


def test_front_matter_wins_over_defaults() -> None:
    document = parse_document("a.md", FRONT, {"region": "四川省", "publisher": "厅"})
    assert (document.region, document.publisher) == ("重庆市", "厅")


@pytest.mark.parametrize(
    ("key", "meant"),
    [
        *(("regoin", "region"), ("regions", "region"), ("yaer", "year"), ("titel", "title"), ("Publsher", "publisher")),
        *(("dat", "date"), ("sorce", "source"), ("license", ""), ("author", ""), ("subtitle", ""), ("region", "")),
    ],
)
def test_misspelt_key_is_noted(key: str, meant: str) -> None:
    document = parse_document("a.md", f"---\n{key}: x\n---\n正文。\n")
    notes = [f"front matter: `{key.lower()}` is no key; did you mean `{meant}`?"] if meant else []
    assert list(document.notes) == notes


@pytest.mark.parametrize(
    ("told", "year"),
    [
        *(("2024", 2024), ("2024年", 2024), ("2024-2025", 2024), ("1949", 1949), ("2100", 2100), ("[2024]", 2024)),
        *(("1948", None), ("2101", None), ("24", None), ("去年", None), ("120245", None), ("２０２４", None)),
        *(("-2024", None), ("+2024", None), ("1.2024", None), ("2024.5", None), ("02024", None), ("2024.", 2024)),
    ],
)
def test_year_is_one_of_our_times_or_noted(told: str, year: int | None) -> None:
    document = parse_document("a.md", f"---\nyear: {told}\n---\n正文。\n")
    assert document.year == year
    assert bool(document.notes) == (year is None)


def test_good_front_matter_has_no_notes() -> None:
    assert parse_document("a.md", FRONT).notes == ()
    assert parse_document("a.md", "---\nyear:\nregion:\n---\n正文。\n").notes == ()


@pytest.mark.parametrize("date", ["", "2024", "2024-12", "2024-02-29"])
def test_date_is_a_year_a_month_or_a_day(date: str) -> None:
    check_date(date)


@pytest.mark.parametrize("date", ["24", "2024-13", "2023-02-29", "2024-1-1", "20240101", "2024年", " 2024", "0000"])
def test_other_dates_are_refused(date: str) -> None:
    with pytest.raises(UsageError, match=r"--date .*: expected a date YYYY, YYYY-MM or YYYY-MM-DD"):
        check_date(date)


@pytest.mark.parametrize(("year", "is_one"), [(None, True), (1949, True), (2100, True), (1948, False), (2101, False)])
def test_year_given_is_one_of_our_times(year: int | None, is_one: bool) -> None:
    with nullcontext() if is_one else pytest.raises(UsageError, match="expected a year from 1949 to 2100"):
        check_year(year)


def test_a_rule_of_dashes_is_no_front_matter() -> None:
    assert parse_document("a.md", "正文。\n---\n又一段。\n").body == 0


@pytest.mark.parametrize(
    "between",
    [
        *("轴承产量增长7.4%。", "- 轴承产量\n- 增长7.4%", "轴承产量: 增长7.4%", "**轴承**: 增长", "> 轴承: 增长: 7.4%"),
        *("7.4: 增长", "[轴承"),
    ],
    ids=["words", "list", "Chinese key", "emphasis", "quotation", "figure", "no YAML"],
)
def test_text_between_two_rules_is_text(between: str) -> None:
    document = parse_document("a.md", f"---\n{between}\n---\n又一段。\n")
    assert (document.body, document.region, document.notes) == (0, "", ())


def test_front_matter_that_is_too_long_is_text_and_told() -> None:
    document = parse_document("a.md", f"---\nregion: 重庆市\n{'# 轴承' * 20_000}\n---\n又一段。\n")
    assert (document.body, document.region) == (0, "")
    assert document.notes == ("front matter: no second line `---` closes it, or it is too long; it is read as text",)


@pytest.mark.parametrize("block", ["", "license: CC0\n", "# nothing\n", "region: ~\nyear: null\n"])
def test_front_matter_may_say_nothing(block: str) -> None:
    document = parse_document("a.md", f"---\n{block}---\n正文。\n")
    assert document.text[document.body :] == "正文。\n"
    assert (document.region, document.year, document.notes) == ("", None, ())


@pytest.mark.parametrize(
    ("name", "key"),
    [("beijing.txt", "beijing"), ("a b.txt", None), ("重庆.md", None), ("../x.md", None), ("a" * 99 + ".md", None)],
)
def test_key_is_plain_ascii(name: str, key: str | None) -> None:
    found = document_key(name)
    assert found.isascii()
    assert found == key or (key is None and found.startswith(("d-", "x")))


def test_different_names_have_different_keys() -> None:
    assert document_key("重庆.md") != document_key("四川.md")


def test_folder_is_searched_in_order_and_hidden_files_are_left(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "c.pdf", ".d.txt"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    (tmp_path / "e").mkdir()
    (tmp_path / "e" / "f.TXT").write_text("x", encoding="utf-8")
    assert [path.name for path in find_sources([tmp_path])] == ["a.md", "b.txt", "f.TXT"]


def test_nothing_to_read_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="nothing readable"):
        find_sources([tmp_path])
    with pytest.raises(UsageError, match="no such file"):
        find_sources([tmp_path / "absent"])


@given(st.text())
def test_folding_never_moves_an_offset(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


def test_folding_reads_both_styles_of_punctuation() -> None:
    assert fold("规上工业，增长７％；（１—１１月）") == "规上工业,增长7%;(1—11月)"
