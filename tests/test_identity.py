"""Which names are one thing: spellings, the ledger, codes, the nation's names; and that likeness decides nothing."""

from __future__ import annotations

import itertools
from pathlib import Path

import msgspec
import pyoxigraph
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg_build.errors import DataError
from kg_build.export.tables import read_table
from kg_build.graph import reference_quads, statement_quads
from kg_build.identity import KINDS, NATION, Identities, Kind
from kg_build.identity.group import Row
from kg_build.identity.ledger import COLUMNS, LEDGER, place_key, read_ledger
from kg_build.identity.name import canonical_name, normal_name
from kg_build.lexicon import GAZETTEER, Lexicon, load_lexicon, read_lexicon
from kg_build.model import (
    Cluster,
    Cooperation,
    Designation,
    Document,
    DocumentStatement,
    Evidence,
    Initiative,
    Rule,
    Statement,
)
from kg_build.namespaces import ID, expand
from kg_build.store import memory_store
from kg_build.validate import SHAPES, judge_document
from kg_build.validate.engines import fast_engine
from kg_build.validate.graphs import Reference

PLACE = "530000"
NAMES = ("甲行动", "乙行动", "丙行动", "丁行动", "戊行动")
DECISIONS = ("same", "different", "undecided")

names = st.sampled_from(NAMES)
same_rows = st.lists(st.tuples(names, names).filter(lambda pair: pair[0] != pair[1]), max_size=6, unique_by=frozenset)
any_rows = st.lists(
    st.tuples(names, names, st.sampled_from(DECISIONS)).filter(lambda row: row[0] != row[1]),
    max_size=6,
    unique_by=lambda row: frozenset(row[:2]),
)


def row(a: str, b: str, decision: str = "same", kind: str = "initiative", region: str = PLACE, line: int = 2) -> Row:
    return msgspec.convert(
        {"place": f"{LEDGER}:{line}", "kind": kind, "region": region, "a": a, "b": b, "decision": decision}, Row
    )


def named(identities: Identities, name: str, region: str = PLACE, code: str = "") -> str:
    return identities.entity("initiative", region, name, code).name


# How a name is spelt.


@pytest.mark.parametrize(
    ("kind", "spellings"),
    [
        ("designation", ("世界轴承之都", "世界轴承之“都”", "世界「轴承」之都", " 世界 轴承之都")),
        ("designation", ("全国重要轴承制造中心", "全国重要的轴承制造中心")),
        ("designation", ("国家轴承示范区", "国家级轴承示范区")),
        ("cluster", ("中德江州轴承产业园", "中德（江州）轴承产业园", "中德(江州)轴承产业园")),
        ("cluster", ("江州轴承产业园", "江州轴承产业园建设", "江州轴承产业园的建设", "江州轴承产业园建设工作")),
        ("cooperation", ("琼粤合作产业园", "琼粤合作产业园建设", "琼粤合作产业园推进")),
        ("cooperation", ("东岭和西川产业合作", "东岭与西川产业合作", "东岭及西川的产业合作", "东岭以及西川产业合作")),
        ("initiative", ("点—线—面体系", "点-线-面体系", "点–线–面体系", "点──线──面体系")),
        ("initiative", ("轴承×行动", "轴承x行动", "轴承X行动")),
        ("initiative", ("安居·乐业行动", "安居•乐业行动", "安居・乐业行动")),
        ("initiative", ("满园春行动3.0", "“满园春”行动3.0", "满园春行动３．０")),
        ("initiative", ("轴承产业振兴行动", "全省轴承产业振兴行动", "我市轴承产业振兴行动")),
        ("document", ("轴承方案（2024—2027年）", "《轴承方案(2024-2027年)》", "轴承方案（２０２４–2027 年）")),
        ("document", ("轴承产业规划", "我省轴承产业规划")),
    ],
)
def test_spellings_of_a_name_are_one(kind: Kind, spellings: tuple[str, ...]) -> None:
    assert {normal_name(kind, spelling) for spelling in spellings} == {spellings[0]}


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        ("initiative", "满园春行动2.0", "满园春行动3.0"),
        ("initiative", "满园春行动", "满园春行动计划"),
        ("initiative", "轴承强基工程一期", "轴承强基工程二期"),
        ("initiative", "415X", "415"),
        ("initiative", "全域轴承行动", "域轴承行动"),
        ("initiative", "新型城镇化建设", "新型城镇化"),
        ("initiative", "轴承（第二期）", "轴承第二期"),
        ("designation", "旅游目的地", "旅游目地"),
        ("designation", "国家轴承示范区", "省级轴承示范区"),
        ("cooperation", "普及轴承", "普和轴承"),
        ("cooperation", "参与轴承", "参和轴承"),
        ("document", "轴承与丝绸意见", "轴承和丝绸意见"),
        ("document", "轴承的意见", "轴承意见"),
        ("document", "轴承园区建设", "轴承园区"),
    ],
)
def test_names_that_differ_in_more_are_two(kind: Kind, one: str, other: str) -> None:
    assert normal_name(kind, one) != normal_name(kind, other)


@given(
    st.sampled_from(KINDS), st.text("轴承目的与及和以建设推进产业园行动全省国家级“”（）()-—·xX×3.0 甲乙", max_size=14)
)
def test_normal_form_is_its_own(kind: Kind, text: str) -> None:
    normal = normal_name(kind, text)
    assert normal_name(kind, normal) == normal == canonical_name(normal)
    assert normal_name(kind, canonical_name(text)) == normal
    assert bool(normal) == bool(canonical_name(text))


# What rows decide.


@given(same_rows)
def test_same_is_an_equivalence(pairs: list[tuple[str, str]]) -> None:
    identities = Identities([row(a, b) for a, b in pairs])
    classes = {name: frozenset({name}) for name in NAMES}
    for a, b in pairs:
        union = classes[a] | classes[b]
        classes |= dict.fromkeys(union, union)
    for a, b in itertools.product(NAMES, repeat=2):
        assert (named(identities, a) == named(identities, b)) == (b in classes[a])
    for name in NAMES:
        assert named(identities, name) in classes[name]


@given(any_rows, st.randoms(use_true_random=False))
def test_order_of_rows_makes_no_difference(told: list[tuple[str, str, str]], random: object) -> None:
    rows = [row(*one, line=number) for number, one in enumerate(told, 2)]
    shuffled = list(rows)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    outcomes = []
    for order in (rows, shuffled, rows[::-1]):
        try:
            identities = Identities(order)
        except DataError:
            outcomes.append(None)
        else:
            outcomes.append([named(identities, name) for name in NAMES])
    assert outcomes[0] == outcomes[1] == outcomes[2]


@given(any_rows)
def test_different_names_are_two_or_the_build_stops(told: list[tuple[str, str, str]]) -> None:
    try:
        identities = Identities([row(*one) for one in told])
    except DataError:
        return
    for a, b, decision in told:
        assert (named(identities, a) == named(identities, b)) >= (decision == "same")
        assert (named(identities, a) != named(identities, b)) >= (decision == "different")
        assert identities.group("initiative", PLACE).is_decided(a, b)


@given(st.lists(st.text("甲乙丙行动计划2“”", min_size=1, max_size=8), min_size=2, max_size=8))
def test_names_without_a_row_are_one_only_where_their_normal_forms_are(texts: list[str]) -> None:
    identities = Identities()
    for one, other in itertools.combinations(texts, 2):
        alike = normal_name("initiative", one) == normal_name("initiative", other)
        assert (named(identities, one) == named(identities, other)) == alike


@pytest.mark.parametrize(
    ("rows", "label"),
    [
        ([("百千万工程", "百县千镇万村工程")], "百千万工程"),
        ([("甲行动", "乙行动"), ("乙行动", "丙行动")], "甲行动"),
        ([("甲行动", "乙行动"), ("丙行动计划", "乙行动")], "丙行动计划"),
        ([("乙行动", "丙行动"), ("甲行动", "丙行动")], "乙行动"),
        ([("丙行动", "乙行动"), ("乙行动", "甲行动"), ("甲行动", "丙行动")], "丙行动"),
        ([("轴承产业集群体系", "33618")], "33618"),
    ],
)
def test_preferred_name_is_the_code_else_never_second_else_the_longest(rows: list[tuple[str, str]], label: str) -> None:
    for order in itertools.permutations(rows):
        identities = Identities([row(*pair) for pair in order])
        assert {named(identities, name) for pair in rows for name in pair} == {label}


def test_rows_hold_for_all_spellings_of_their_names() -> None:
    identities = Identities([row("“满园春”行动", "满园春计划")])
    assert named(identities, "满园春的行动") == named(identities, "满园春“计划”") == "满园春行动"


def test_homonyms_of_two_regions_and_of_two_kinds_are_two() -> None:
    identities = Identities([row("八大行动", "八大专项行动", region="500000")])
    assert identities.entity("initiative", "500000", "八大专项行动").name == "八大行动"
    assert identities.entity("initiative", PLACE, "八大专项行动").name == "八大专项行动"
    assert identities.entity("initiative", "500000", "八大行动") != identities.entity("initiative", PLACE, "八大行动")
    assert identities.entity("document", "500000", "八大专项行动").name == "八大专项行动"


def test_name_of_the_nation_is_one_thing_in_every_region() -> None:
    identities = Identities([row("甲行动", "乙行动", region=NATION), row("乙行动", "丙行动", region="500000")])
    assert identities.entity("initiative", PLACE, "乙行动") == identities.entity("initiative", "110000", "甲行动")
    assert identities.entity("initiative", "500000", "丙行动").region == "500000"
    assert identities.entity("initiative", "500000", "甲行动").region == NATION


def test_national_programmes_of_the_gazetteer_are_one_by_all_their_names(lexicon: Lexicon) -> None:
    entities = {
        lexicon.identities.entity("initiative", region, name)
        for region in ("440000", "620000")
        for name in ("以旧换新", "“消费品以旧换新”")
    }
    assert [(entity.region, entity.name) for entity in entities] == [(NATION, "消费品以旧换新")]


@pytest.mark.parametrize(
    ("title", "region"),
    [
        ("中华人民共和国轴承法", NATION),
        ("国务院关于轴承的意见", NATION),
        ("轴承条例", PLACE),
        ("中国（东岭）轴承条例", PLACE),
    ],
)
def test_document_that_its_title_gives_to_the_nation_is_one(title: str, region: str) -> None:
    assert Identities().entity("document", PLACE, title).region == region


def test_code_names_an_initiative_and_an_open_one_does_not() -> None:
    identities = Identities()
    assert named(identities, "33618轴承体系", code="33618") == named(identities, "“33618”集群", code="33618") == "33618"
    assert named(identities, "1+N轴承政策", code="1+N") != named(identities, "1+N丝绸制度", code="1+N")


def test_things_of_one_code_or_spelling_are_two_where_a_row_says_so() -> None:
    identities = Identities(
        [row("1+6轴承体系", "基层丝绸1+6", "different"), row("江州产业园", "江州产业园建设", "different", line=3)]
    )
    assert named(identities, "1+6轴承体系", code="1+6") == "1+6轴承体系"
    assert named(identities, "基层丝绸“1+6”", code="1+6") == "基层丝绸1+6"
    assert named(identities, "1+6", code="1+6") == "1+6"
    assert named(identities, "江州产业园建设") != named(identities, "“江州”产业园")


# Rows that are wrong.


def ledger(folder: Path, *rows: str, header: str = "\t".join(COLUMNS)) -> Path:
    path = folder / LEDGER
    path.write_text("".join(f"{line}\n" for line in ("# decisions", header, *rows)), "utf-8")
    return path


GOOD = "initiative\t云南省\t甲行动\t乙行动\tsame\t一名两写\t2026-01-31"
WRONG = {
    "unknown kind": (["measure\t云南省\t甲\t乙\tsame\t查\t2026-01-31"], 3, "`measure` is no kind"),
    "unknown decision": (["initiative\t云南省\t甲\t乙\tmaybe\t查\t2026-01-31"], 3, "`maybe` is no decision"),
    "unknown region": (["initiative\t云岭省\t甲\t乙\tsame\t查\t2026-01-31"], 3, "no region is called 云岭省"),
    "no region": (["cluster\t\t甲\t乙\tsame\t查\t2026-01-31"], 3, "needs one region"),
    "two regions": (["cluster\t云南省;海南省\t甲\t乙\tsame\t查\t2026-01-31"], 3, "needs one region"),
    "region of a title": (["designation\t云南省\t甲\t乙\tsame\t查\t2026-01-31"], 3, "has no region"),
    "one partner": (["cooperation\t云南省\t甲\t乙\tsame\t查\t2026-01-31"], 3, "needs its partners"),
    "one name": (["initiative\t云南省\t“甲”\t甲\tsame\t查\t2026-01-31"], 3, "are one name"),
    "no name": (["initiative\t云南省\t\t甲\tsame\t查\t2026-01-31"], 3, "needs two names"),
    "no source": (["initiative\t云南省\t甲\t乙\tsame\t\t2026-01-31"], 3, "needs its source"),
    "no date": (["initiative\t云南省\t甲\t乙\tsame\t查\t"], 3, "`` is no date"),
    "bad date": (["initiative\t云南省\t甲\t乙\tundecided\t查\t2026-02-30"], 3, "`2026-02-30` is no date"),
    "short row": (["initiative\t云南省\t甲\t乙"], 3, "4 columns, not 7"),
    "twice": ([GOOD, "initiative\t云南省\t乙行动\t“甲”行动\tsame\t查\t2026-01-31"], 4, "stand twice"),
    "same and different": ([GOOD, GOOD.replace("same", "different")], 4, "are same and different"),
    "contradiction": (
        [GOOD, GOOD.replace("甲", "丙"), "initiative\t云南省\t甲行动\t丙行动\tdifferent\t查\t2026-01-31"],
        5,
        "are different, but one by identity.tsv:3, identity.tsv:4",
    ),
}


@pytest.mark.parametrize("case", WRONG)
def test_wrong_row_stops_with_file_and_line(case: str, tmp_path: Path) -> None:
    rows, line, reason = WRONG[case]
    gazetteer = tmp_path / "gazetteer"
    gazetteer.mkdir()
    ledger(gazetteer, *rows)
    with pytest.raises(DataError) as raised:
        read_lexicon(GAZETTEER.parent.parent / "ontology" / "schemes", gazetteer)
    assert str(raised.value).startswith(f"{LEDGER}:{line}: ")
    assert reason in str(raised.value)


def test_wrong_header_is_told(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"^identity\.tsv:2: the columns must be kind, region"):
        read_ledger(ledger(tmp_path, header="kind\tregion"), str)


def test_ledger_that_is_not_there_or_empty_decides_nothing(tmp_path: Path) -> None:
    assert read_ledger(tmp_path / LEDGER, str) == []
    (tmp_path / LEDGER).write_text("# nothing\n", "utf-8")
    assert read_ledger(tmp_path / LEDGER, str) == []


def test_undecided_row_needs_no_date_nor_the_tab_before_it(tmp_path: Path) -> None:
    open_row = "cooperation\t云南省;东盟\t甲\t乙\tundecided\t待查"
    (read,) = read_ledger(ledger(tmp_path, open_row), {"云南省": PLACE, "东盟": "x-1"}.get)  # type: ignore[arg-type]
    assert (read.region, read.decision) == (place_key(["x-1", PLACE]), "undecided")


def test_ledger_of_the_project_is_in_order(lexicon: Lexicon) -> None:
    lines = [line for line in (GAZETTEER / LEDGER).read_text("utf-8").splitlines() if not line.startswith("#")]
    assert lines[0] == "\t".join(COLUMNS)
    assert lines[1:] == sorted(lines[1:])
    assert lexicon.identities.groups
    told = [line.split("\t") for line in lines[1:]]
    assert [
        line for line in told if line[4] == "same" and normal_name(line[0], line[2]) == normal_name(line[0], line[3])
    ] == []


# What the graph has of it.

TEXT = "云南省实施“满园春”轴承行动，推进满园春计划，与四川省共建轴承走廊。"
DOCUMENT = Document(key="yunnan", name="yunnan.md", text=TEXT, plain=TEXT)
RULE = Rule(name="test.form", confidence=0.95, en="Reads a test.", zh="读出测试")
COMMON = {
    "region": "云南省",
    "region_key": PLACE,
    "status": "actual",
    "evidence": (Evidence("yunnan", 0, len(TEXT), TEXT, "test.form", 0.95),),
}
LONG = Initiative(**COMMON, year=2024, name="“满园春”轴承行动", code="", components=())
SHORT = Initiative(**COMMON, year=2025, name="满园春计划", code="", components=())
ROWS = [
    row("满园春轴承行动", "满园春计划"),
    row("轴承走廊", "滇川走廊", kind="cooperation", region="510000+530000"),
    row("轴承办法", "轴承管理办法", kind="document"),
    row("江州轴承集群", "轴承集群", kind="cluster"),
    row("轴承之都", "轴承之城", kind="designation", region=""),
]
PAIRS: list[tuple[Statement, Statement, str]] = [
    (LONG, SHORT, "cnip:initiative"),
    (
        DocumentStatement(**COMMON, year=2024, title="轴承办法", action="issued"),
        DocumentStatement(**COMMON, year=2025, title="轴承管理办法", action="issued"),
        "cnip:policyDocument",
    ),
    (
        Cluster(**COMMON, year=2024, name="江州轴承集群", level="national", industry=""),
        Cluster(**COMMON, year=2025, name="轴承集群", level="national", industry=""),
        "cnip:cluster",
    ),
    (
        Designation(**COMMON, year=2024, name="轴承之“都”"),
        Designation(**COMMON, year=2025, name="轴承之城"),
        "cnip:designation",
    ),
    (
        Cooperation(
            **COMMON, year=2024, name="轴承走廊", regions=("云南省", "四川省"), region_keys=("530000", "510000")
        ),
        Cooperation(
            **COMMON, year=2025, name="滇川走廊", regions=("四川省", "云南省"), region_keys=("510000", "530000")
        ),
        "cnip:cooperation",
    ),
]


def lines_of(*statements: Statement, rows: list[Row] = ROWS) -> list[str]:
    lexicon = msgspec.structs.replace(load_lexicon(), identities=Identities(rows))
    return statement_quads(DOCUMENT, statements, lexicon)


def values(lines: list[str], predicate: str, subject: str = "") -> list[str]:
    quads = pyoxigraph.parse("\n".join(lines), format=pyoxigraph.RdfFormat.N_QUADS)
    return sorted(
        quad.object.value
        for quad in quads
        if quad.predicate.value == expand(predicate) and subject in {"", quad.subject.value}
    )


@pytest.mark.parametrize(("one", "other", "link"), PAIRS, ids=lambda part: part if isinstance(part, str) else "")
def test_two_names_are_one_thing_with_a_statement_for_each_year(one: Statement, other: Statement, link: str) -> None:
    lines = lines_of(one, other)
    first, second = values(lines, link)
    assert first == second
    assert values(lines, "cnip:year") == ["2024", "2025"]
    said = values(lines, "cnip:title" if link == "cnip:policyDocument" else "cnip:name")
    assert said == sorted(getattr(each, "name", "") or getattr(each, "title", "") for each in (one, other))
    label = canonical_name(getattr(one, "name", "") or getattr(one, "title", ""))
    assert values(lines, "skos:prefLabel", first) == [label]
    assert values(lines, "skos:altLabel", first) == [name for name in said if canonical_name(name) != label]


@pytest.mark.parametrize(("one", "other", "link"), PAIRS, ids=lambda part: part if isinstance(part, str) else "")
def test_without_a_row_they_are_two(one: Statement, other: Statement, link: str) -> None:
    first, second = values(lines_of(one, other, rows=[]), link)
    assert first != second


def test_texts_apart_and_in_any_order_give_the_same_lines() -> None:
    statements = [one for pair in PAIRS for one in pair[:2]]
    together = sorted(set(lines_of(*statements)))
    assert sorted(set(lines_of(*statements[::-1]))) == together
    assert sorted({line for one in statements for line in lines_of(one)}) == together
    assert lines_of(*statements, rows=ROWS[::-1]) == lines_of(*statements)


def test_merged_things_conform() -> None:
    reference = Reference(f"{line}\n" for line in reference_quads(load_lexicon(), [RULE]))
    lines = [f"{line}\n" for line in lines_of(*(one for pair in PAIRS for one in pair[:2]))]
    assert judge_document(fast_engine(SHAPES, "en"), lines, reference) == set()


def test_two_codes_that_a_row_makes_one_are_one_notation() -> None:
    coded = [msgspec.structs.replace(LONG, name=f"{code}轴承体系", code=code) for code in ("415X", "415", "1+N")]
    lines = lines_of(*coded, rows=[row("415X", "415"), row("415X", "1+N轴承体系")])
    assert set(values(lines, "cnip:initiative")) == {f"{ID}initiative/{PLACE}/415X"}
    assert set(values(lines, "skos:notation")) == {"415X"}
    assert set(values(lines, "cnip:code")) == {"415X", "415", "1+N"}


def test_name_of_an_initiative_without_a_code_is_its_preferred_one_for_gephi(top: Path) -> None:
    store = pyoxigraph.Store()
    coded = msgspec.structs.replace(LONG, name="33618轴承体系", code="33618")
    lines = lines_of(LONG, SHORT, coded)
    store.load("\n".join(lines).encode(), format=pyoxigraph.RdfFormat.N_QUADS)
    query = (top / "queries" / "exports" / "nodes.rq").read_text("utf-8")
    rows = store.query(query, use_default_graph_as_union=True)
    assert isinstance(rows, pyoxigraph.QuerySolutions)
    labels = {row["label"].value for row in rows if row["type"].value == expand("cnip:Initiative")}
    assert labels == {"满园春轴承行动", "33618轴承体系"}


def test_titles_that_the_bundled_texts_word_differently_are_one(built: Path) -> None:
    quads = list(pyoxigraph.parse(path=str(built / "graph.nq"), format=pyoxigraph.RdfFormat.N_QUADS))
    (thing,) = {
        quad.subject
        for quad in quads
        if quad.predicate.value == expand("skos:prefLabel") and quad.object.value == "国家中小企业数字化转型试点城市"
    }
    statements = {
        quad.subject for quad in quads if quad.object == thing and quad.predicate.value == expand("cnip:designation")
    }
    named = {
        quad.object.value
        for quad in quads
        if quad.subject in statements and quad.predicate.value == expand("cnip:name")
    }
    assert len(named) > 1
    assert named <= {record["name"] for record in read_table(memory_store(built), "designations")}
    assert {canonical_name(name) for name in named} - {"国家中小企业数字化转型试点城市"} == {
        quad.object.value for quad in quads if quad.subject == thing and quad.predicate.value == expand("skos:altLabel")
    }
