"""What named things carry beside their names, and that odd text gives no absurd ones."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from kg_build.extract import cluster, cooperation, designation, document
from kg_build.extract.cooperation.name import whole
from kg_build.extract.designation.grant import batch_number
from kg_build.extract.document.coverage import period_of
from kg_build.graph import statement_quads
from kg_build.lexicon import Lexicon
from kg_build.model import Cluster, Designation, DocumentStatement, Segment, Statement

CORPUS = Path(__file__).parent / "corpus"
HOME = "江苏省"
LONGEST = 130
"""No name of a text is longer; a title without marks has 60 characters at most, one in marks 120."""
Read = Callable[..., tuple[Segment, ...]]
Case = dict[str, str]


def cases(name: str) -> list[Case]:
    return yaml.safe_load((CORPUS / f"{name}.yaml").read_text("utf-8"))["cases"]  # type: ignore[no-any-return]


def stated(text: str, read: Read, lexicon: Lexicon, region: str = HOME) -> list[Statement]:
    segments = read(text, region=region)
    return [
        statement
        for extract in (document.extract, cluster.extract, designation.extract, cooperation.extract)
        for statement in extract(segments, lexicon)
    ]


@pytest.mark.parametrize("case", cases("document-attributes"), ids=lambda case: case["text"][:24])
def test_document_carries_publisher_place_and_period(case: Case, segments_of: Read, lexicon: Lexicon) -> None:
    found = [
        [one.title, list(one.publishers), list(one.places), one.period_start, one.period_end]
        for one in stated(case["text"], segments_of, lexicon, case.get("region", HOME))
        if isinstance(one, DocumentStatement)
    ]
    assert found == case["states"]


@pytest.mark.parametrize(
    ("title", "nodes"),
    [
        ("《长三角轴承产业规划》", 1),
        ("《中华人民共和国轴承法》", 1),
        ("《江苏省轴承条例》", 1),
        ("《轴承产业规划》", 2),  # each region has its own
    ],
)
def test_document_that_names_its_place_is_one_in_all_reports(
    title: str, nodes: int, segments_of: Read, lexicon: Lexicon
) -> None:
    lines = []
    for region in ("江苏省", "浙江省"):
        segments = segments_of(f"落实{title}。", region=region)
        lines += statement_quads(segments[0].document, list(document.extract(segments, lexicon)), lexicon)
    assert len({iri for line in lines for iri in re.findall(r"/id/policy/[0-9a-f]+", line)}) == nodes


def test_document_writes_who_publishes_it_and_what_it_covers(segments_of: Read, lexicon: Lexicon) -> None:
    segments = segments_of("省政府印发《江苏省轴承行动方案（2023—2025年）》。", region=HOME)
    lines = "".join(statement_quads(segments[0].document, list(document.extract(segments, lexicon)), lexicon))
    assert '<http://purl.org/dc/terms/publisher> "江苏省政府"' in lines
    assert "<http://purl.org/dc/terms/spatial> <https://w3id.org/cnip/id/region/320000>" in lines
    assert "<http://purl.org/dc/terms/temporal> <https://w3id.org/cnip/id/period/2023-01--2025-12>" in lines


@pytest.mark.parametrize("case", cases("cluster-cities"), ids=lambda case: case["text"][:24])
def test_cluster_carries_its_cities(case: Case, segments_of: Read, lexicon: Lexicon) -> None:
    found = [
        [one.name, list(one.cities), one.industry, one.entered]
        for one in stated(case["text"], segments_of, lexicon, case["region"])
        if isinstance(one, Cluster)
    ]
    assert found == case["states"]


@pytest.mark.parametrize("case", cases("designation-grants"), ids=lambda case: case["text"][:24])
def test_designation_carries_who_grants_it(case: Case, segments_of: Read, lexicon: Lexicon) -> None:
    found = [
        [one.region, one.name, one.level, one.batch, one.edition]
        for one in stated(case["text"], segments_of, lexicon, case.get("region", HOME))
        if isinstance(one, Designation)
    ]
    assert found == case["states"]


@pytest.mark.parametrize(
    ("words", "number"), [("首批", 1), ("第十批", 10), ("第十二批", 12), ("第二十批", 20), ("第3批", 3), ("一批", None)]
)
def test_batch_is_a_number(words: str, number: int | None) -> None:
    assert batch_number(words) == number


@pytest.mark.parametrize(
    ("title", "period"),
    [
        ("轴承“十三五”规划", ("2016-01", "2020-12")),
        ("轴承十五五规划", ("2026-01", "2030-12")),
        ("轴承行动方案(2024年—2026年)", ("2024-01", "2026-12")),
        ("轴承行动方案(2026—2024年)", ("", "")),
        ("到2025年轴承行动方案", ("", "2025-12")),
        ("面向2035年的轴承规划", ("", "2035-12")),
        ("2024年度轴承工作要点", ("2024-01", "2024-12")),
        ("中国轴承2025", ("", "")),
        ("近十五年轴承规划", ("", "")),
    ],
)
def test_title_covers_its_period(title: str, period: tuple[str, str]) -> None:
    assert period_of(title) == period


def assert_sound(statement: Statement, text: str) -> None:
    """Fail where a name is longer than any, torn, or evidence is not the text's."""
    name: str = getattr(statement, "name", "") or getattr(statement, "title", "")
    assert 0 < len(name) <= LONGEST
    assert "\n" not in name
    assert "。" not in name
    if not isinstance(statement, DocumentStatement) or statement.evidence[0].rule == "document.unmarked":
        assert all(name.count(opening) == name.count(closing) for opening, closing in ("“”", "《》"))
    for one in statement.evidence:
        assert text[one.start : one.end] == one.quote


ODD = [
    "印发《" + "轴承产业" * 75 + "条例》。",
    "印发《关于印发《江苏省《轴承》条例》的通知》。",
    "印发" + "轴承产业" * 75 + "条例。",
    "印发“轴承“激光“模具”30条。",
    "建设" + "轴承" * 150 + "产业集群。",
    "获批国家" + "轴承" * 150 + "试点城市。",
    "盐常宿淮" * 75 + "光伏集群。",
    "江苏、" * 100 + "共建轴承走廊。",
    "入选国家轴承试点城市的有" + "南京、" * 100 + "。",
    "与东盟《“共建”合作》”“轴承。",
]


@pytest.mark.parametrize("text", ODD, ids=lambda text: text[:12])
def test_odd_text_gives_no_absurd_name(text: str, segments_of: Read, lexicon: Lexicon) -> None:
    whole_text = segments_of(text, region=HOME)[0].document.text
    found = stated(text, segments_of, lexicon)
    assert len(found) <= 1
    for statement in found:
        assert_sound(statement, whole_text)


MARKS = "“”《》()‘’、,。;的和等与"
PLACES = "江苏省|南京|徐州|盐常宿|苏锡|沪苏|港澳台|东盟|全省|国家|省级"
THINGS = "轴承|激光|产业|集群|产业园|试点城市|示范区|之都|条例|三年行动计划|若干措施|规划|第二批|首批|2024年|十四五"
ACTS = "印发|落实|出台的|入选|获评|分别|共建|合作|建设|省政府|国务院|联合|名单公布|打造"
WORDS = [*MARKS, *f"{PLACES}|{THINGS}|{ACTS}".split("|")]


@given(st.lists(st.sampled_from(WORDS), max_size=40).map("".join))
def test_any_text_gives_sound_names(segments_of: Read, lexicon: Lexicon, text: str) -> None:
    text = "落实轴承行业条例。" + text
    whole_text = segments_of(text, region=HOME)[0].document.text
    for statement in stated(text, segments_of, lexicon):
        assert_sound(statement, whole_text)


@given(st.text(alphabet="“”《》()轴承、与共建", max_size=40))
def test_whole_name_has_both_halves_of_its_marks(name: str) -> None:
    kept = whole(name)
    assert name.startswith(kept)
    assert all(kept.count(opening) == kept.count(closing) for opening, closing in ("“”", "《》", "()"))
