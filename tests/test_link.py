"""Mapping rows that make a link, and rows that are refused with their place."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg_build.errors import DataError
from kg_build.lexicon import Lexicon
from kg_build.link import read_links

HEADER = "#license: https://creativecommons.org/publicdomain/zero/1.0/\n"
COLUMNS = "subject_id\tpredicate_modifier\tpredicate_id\tobject_id\tmapping_justification\n"
WHY = "semapv:ManualMappingCuration"


def file_of(folder: Path, row: str) -> Path:
    """Write a mapping file of one row; return its folder."""
    (folder / "regions-test.sssom.tsv").write_text(HEADER + COLUMNS + row + "\n", "utf-8")
    return folder


@pytest.mark.parametrize(
    ("row", "link"),
    [
        (
            f"region:500000\t\tskos:exactMatch\twd:Q11725\t{WHY}",
            ("id/region/500000", "exactMatch", "http://www.wikidata.org/entity/Q11725"),
        ),
        (
            f"region:500000\t\tskos:closeMatch\tgn:1814905/\t{WHY}",
            ("id/region/500000", "closeMatch", "https://sws.geonames.org/1814905/"),
        ),
        (
            f"measure-unit:yuan\t\tskos:exactMatch\tunit:CCY_CNY\t{WHY}",
            ("id/unit/yuan", "exactMatch", "http://qudt.org/vocab/unit/CCY_CNY"),
        ),
    ],
)
def test_row_makes_a_link(row: str, link: tuple[str, str, str], tmp_path: Path, lexicon: Lexicon) -> None:
    (found,) = read_links(lexicon, file_of(tmp_path, row))
    subject, predicate, target = link
    assert found == (
        f"https://w3id.org/cnip/{subject}",
        f"http://www.w3.org/2004/02/skos/core#{predicate}",
        target,
    )


def test_negative_row_makes_none(tmp_path: Path, lexicon: Lexicon) -> None:
    row = f"region:220200\tNot\tskos:exactMatch\twd:Q45208\t{WHY}"
    assert list(read_links(lexicon, file_of(tmp_path, row))) == []


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (f"region:500000\t\tskos:exactMatchh\twd:Q11725\t{WHY}", "'skos:exactMatchh' is not one of"),
        (f"region:500000\t\towl:sameAs\twd:Q11725\t{WHY}", "'owl:sameAs' is not one of"),
        (f"region:500000\t\tskos:exactMatch\twd:11725\t{WHY}", "'wd:11725' is no identifier of wd"),
        (f"region:500000\t\tskos:exactMatch\tgn:1814905\t{WHY}", "'gn:1814905' is no identifier of gn"),
        (f"region:500000\t\tskos:exactMatch\tdbr:Chongqing\t{WHY}", "'dbr:Chongqing' has no prefix of ours"),
        (f"region:500000\t\tskos:exactMatch\twd:\t{WHY}", "'wd:' is no identifier of wd"),
        (f"region:990000\t\tskos:exactMatch\twd:Q11725\t{WHY}", "region:990000 is in no scheme"),
        (f"place:500000\t\tskos:exactMatch\twd:Q11725\t{WHY}", "the subject 'place:500000' is not of"),
        ("region:500000\t\tskos:exactMatch\twd:Q11725\tsemapv:Guessing", "'semapv:Guessing' is no justification"),
        (f"region:500000\tnot\tskos:exactMatch\twd:Q11725\t{WHY}", "the modifier 'not' is not 'Not'"),
        ("region:500000\t\tskos:exactMatch\twd:Q11725", "4 cells under 5 columns"),
    ],
)
def test_bad_row_is_refused_with_its_place(row: str, message: str, tmp_path: Path, lexicon: Lexicon) -> None:
    with pytest.raises(DataError, match=r"regions-test\.sssom\.tsv:3: ") as refusal:
        list(read_links(lexicon, file_of(tmp_path, row)))
    assert message in str(refusal.value)


def test_file_without_a_column_is_refused(tmp_path: Path, lexicon: Lexicon) -> None:
    (tmp_path / "regions-test.sssom.tsv").write_text("subject_id\tobject_id\n", "utf-8")
    with pytest.raises(DataError, match=r"regions-test\.sssom\.tsv:1: no column predicate_id"):
        list(read_links(lexicon, tmp_path))
