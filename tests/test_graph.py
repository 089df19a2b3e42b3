"""Statements to quads: one IRI per fact, literals that survive, links only where they hold."""

from __future__ import annotations

import itertools
from decimal import Decimal
from pathlib import Path

import msgspec
import pyoxigraph
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg_build.errors import DataError, EvidenceError
from kg_build.graph import reference_quads, statement_iri, statement_key, statement_quads
from kg_build.graph.labels import statement_label
from kg_build.graph.reference import file_lines
from kg_build.graph.terms import canonical_name, code_slug, decimal_text, literal, resource, web_iri
from kg_build.lexicon import load_lexicon
from kg_build.model import (
    Cluster,
    Component,
    Cooperation,
    Designation,
    Document,
    DocumentStatement,
    Evidence,
    Industry,
    Initiative,
    InitiativeName,
    Observation,
    Rule,
    Statement,
)
from kg_build.namespaces import ID, expand
from kg_build.validate import SHAPES, judge_document
from kg_build.validate.engines import fast_engine
from kg_build.validate.graphs import Reference

TEXT = (
    "重庆市轴承产量超1.2万套,增长7.4%。\n构建“5+3”产业集群,印发《轴承产业提升方案(2024—2027年)》,与四川省共建轴承走廊。"
)
DOCUMENT = Document(
    key="chongqing",
    name="chongqing.md",
    text=TEXT,
    plain=TEXT,
    region="重庆市",
    year=2024,
    title="工作总结",
    publisher="重庆市经济和信息化委员会",
    date="2025-01-18",
    url="https://example.org/工作 总结".replace(" ", "%20"),
)
RULE = Rule(name="test.form", confidence=0.95, en="Reads a test.", zh="读出测试")


def passage(quote: str, rule: str = "test.form") -> Evidence:
    start = TEXT.index(quote)
    return Evidence("chongqing", start, start + len(quote), quote, rule, 0.95)


COMMON = {
    "region": "重庆市",
    "region_key": "500000",
    "year": 2024,
    "status": "actual",
    "evidence": (passage("增长7.4%"),),
}
OBSERVATION = Observation(
    **COMMON,
    indicator="轴承产量",
    concept="",
    kind="growth",
    value=Decimal("7.40"),
    unit="%",
    comparator="eq",
    period_start="2024-01",
    period_end="2024-12",
    raw="7.40",
)
INITIATIVE = Initiative(
    **COMMON, name="“5+3”产业集群", code="5+3", components=(Component(5, "支柱产业", ("新能源汽车", "轴承保持架")),)
)
POLICY = DocumentStatement(**COMMON, title="轴承产业提升方案(2024—2027年)", action="issued")
INDUSTRY = Industry(**COMMON, industry="轴承保持架", concept="", role="emerging")
CLUSTER = Cluster(**COMMON, name="江州轴承集群", level="national", industry="新能源汽车")
DESIGNATION = Designation(**COMMON, name="国家轴承产业示范区")
COOPERATION = Cooperation(
    **COMMON,
    name="轴承走廊",
    regions=("重庆市", "四川省", "白石县"),
    region_keys=("500000", "510000", "x-0123456789abcdef"),
)
ALL = [OBSERVATION, INITIATIVE, POLICY, INDUSTRY, CLUSTER, DESIGNATION, COOPERATION]


def changed(statement: Statement, **fields: object) -> Statement:
    return msgspec.structs.replace(statement, **fields)


def lines_of(*statements: Statement, document: Document = DOCUMENT) -> list[str]:
    return statement_quads(document, statements, load_lexicon())


def triples_of(*statements: Statement) -> set[tuple[str, str, str]]:
    quads = pyoxigraph.parse("\n".join(lines_of(*statements)), format=pyoxigraph.RdfFormat.N_QUADS)
    return {(quad.subject.value, quad.predicate.value, quad.object.value) for quad in quads}


def values(triples: set[tuple[str, str, str]], subject: str, predicate: str) -> list[str]:
    return sorted(o for s, p, o in triples if s == subject and p == expand(predicate))


def links_of(statement: Statement, region: str = "500000") -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for s, p, o in sorted(triples_of(statement)):
        if s == f"{ID}region/{region}":
            found.setdefault(p.rsplit("/", 1)[-1], []).append(o.removeprefix(ID))
    return found


@given(st.text())
def test_any_text_survives_as_a_literal(text: str) -> None:
    line = f"<{ID}a> <{ID}b> {literal(text, 'zh')} <{ID}g> ."
    assert len(line.splitlines()) == 1
    (quad,) = pyoxigraph.parse(line, format=pyoxigraph.RdfFormat.N_QUADS)
    assert (quad.object.value, quad.object.language) == (text, "zh")


@pytest.mark.parametrize("text", ["\x00", "\x0b\x0c\x1c\x85\u2028", '"\\', "\r\n\t", "\U00020bb7", "\\u0041"])
def test_odd_text_survives_as_a_literal(text: str) -> None:
    (quad,) = pyoxigraph.parse(f"<{ID}a> <{ID}b> {literal(text)} .", format=pyoxigraph.RdfFormat.N_QUADS)
    assert quad.object.value == text


@given(st.text(), st.sampled_from(["region", "source", "initiative"]))
def test_any_key_makes_an_ascii_iri(key: str, kind: str) -> None:
    iri = resource(kind, key)
    assert iri.isascii()
    list(pyoxigraph.parse(f"{iri} {iri} {iri} .", format=pyoxigraph.RdfFormat.N_QUADS))


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**20), max_value=10**20))
def test_decimal_keeps_its_value_without_exponent(value: Decimal) -> None:
    text = decimal_text(value)
    assert Decimal(text) == value
    assert not set(text) & set("eE+")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("7.40", "7.4"),
        ("1.3E+12", "1300000000000"),
        ("-0.0", "0"),
        ("1E-7", "0.0000001"),
        ("100", "100"),
        ("-2.50", "-2.5"),
    ],
)
def test_decimal_is_canonical(value: str, text: str) -> None:
    assert decimal_text(Decimal(value)) == text


@pytest.mark.parametrize(
    ("name", "canonical"),
    [
        ("“满园春”行动计划", "满园春行动计划"),
        ("轴承方案(2024-2027年)", "轴承方案（2024—2027年）"),
        ("轴承方案（2024—2027年）", "轴承方案（2024—2027年）"),
        ("轴承方案（２０２４–2027 年）", "轴承方案（2024—2027年）"),
        ("1月~11月", "1月—11月"),
        ("C-V2X先导区", "C-V2X先导区"),
        ("《轴承》", "轴承"),
    ],
)
def test_spellings_of_a_name_are_one(name: str, canonical: str) -> None:
    assert canonical_name(name) == canonical
    assert canonical_name(canonical) == canonical


@pytest.mark.parametrize(("code", "slug"), [("20+5", "20+5"), ("415X", "415X"), ("10+9+4", "10+9+4")])
def test_code_is_readable_in_an_iri(code: str, slug: str) -> None:
    assert code_slug(code) == slug


def test_code_that_is_no_ascii_is_hashed() -> None:
    assert code_slug("五十百").startswith("c-")


@pytest.mark.parametrize(
    ("address", "term"),
    [
        ("https://example.org/a?b=1", "<https://example.org/a?b=1>"),
        ("https://example.org/轴承", "<https://example.org/%E8%BD%B4%E6%89%BF>"),
        ("省厅网站", '"省厅网站"'),
        ("https://example.org/a b", '"https://example.org/a b"'),
    ],
)
def test_address_is_an_iri_where_it_can_be(address: str, term: str) -> None:
    assert web_iri(address) == term


def test_evidence_is_not_in_the_key() -> None:
    assert statement_iri(changed(OBSERVATION, evidence=())) == statement_iri(OBSERVATION)


def test_value_is_in_the_key_and_not_how_it_is_written() -> None:
    assert statement_iri(changed(OBSERVATION, value=Decimal("7.4"), raw="7.4")) == statement_iri(OBSERVATION)
    assert statement_iri(changed(OBSERVATION, value=Decimal("7.41"))) != statement_iri(OBSERVATION)


@pytest.mark.parametrize("statement", ALL, ids=lambda one: type(one).__name__)
def test_every_other_field_is_in_the_key(statement: Statement) -> None:
    for name in set(statement.__struct_fields__) - {"evidence", "raw"}:
        value = getattr(statement, name)
        other = (*value, "其他") if isinstance(value, tuple) else 1 if value is None else f"{value}1"
        assert statement_key(changed(statement, **{name: other})) != statement_key(statement), name


def test_fields_do_not_run_into_each_other() -> None:
    one, other = changed(CLUSTER, name="轴承集", industry="群"), changed(CLUSTER, name="轴承", industry="集群")
    assert statement_key(one) != statement_key(other)


def test_every_line_is_one_ascii_named_quad_of_the_documents_graph() -> None:
    lines = lines_of(*ALL)
    assert len(set(lines)) == len(lines)
    for quad in pyoxigraph.parse("\n".join(lines), format=pyoxigraph.RdfFormat.N_QUADS):
        assert quad.graph_name.value == f"{ID}graph/chongqing"
        assert all(node.value.isascii() for node in quad if isinstance(node, pyoxigraph.NamedNode))
        assert not any(isinstance(node, pyoxigraph.BlankNode) for node in quad)


def test_order_of_statements_makes_no_difference() -> None:
    assert sorted(lines_of(*reversed(ALL))) == sorted(lines_of(*ALL))


def test_all_kinds_together_conform() -> None:
    reference = Reference(f"{line}\n" for line in reference_quads(load_lexicon(), [RULE]))
    lines = [f"{line}\n" for line in lines_of(*ALL, *(changed(one, status="target", year=2025) for one in ALL))]
    assert judge_document(fast_engine(SHAPES, "en"), lines, reference) == set()


@pytest.mark.parametrize(
    "evidence",
    [
        Evidence("chongqing", 0, 3, "四川省", "test.form", 1),
        Evidence("chongqing", -3, 0, "", "test.form", 1),
        Evidence("chongqing", 5, 5, "", "test.form", 1),
        Evidence("chongqing", len(TEXT) - 1, len(TEXT) + 5, TEXT[-1], "test.form", 1),
        Evidence("sichuan", 0, 3, "重庆市", "test.form", 1),
    ],
    ids=["other words", "before the text", "empty", "past the end", "other document"],
)
def test_quote_that_does_not_stand_there_is_refused(evidence: Evidence) -> None:
    with pytest.raises(EvidenceError, match=r"^chongqing\.md:"):
        lines_of(changed(OBSERVATION, evidence=(evidence,)))


def test_second_quote_of_a_passage_is_checked_too() -> None:
    wrong = msgspec.structs.replace(passage("增长7.4%"), quote="增长9.4%")
    with pytest.raises(EvidenceError):
        lines_of(OBSERVATION, changed(INDUSTRY, evidence=(wrong,)))


def test_evidence_has_place_words_source_and_rule() -> None:
    triples = triples_of(OBSERVATION)
    iri = f"{ID}source/chongqing#char=14,20"
    assert values(triples, iri, "oa:exact") == ["增长7.4%"]
    assert values(triples, iri, "oa:start") + values(triples, iri, "oa:end") == ["14", "20"]
    assert values(triples, iri, "oa:hasSource") == [f"{ID}source/chongqing"]
    assert values(triples, iri, "cnip:rule") == [f"{ID}rule/test.form"]


def test_passage_read_by_two_rules_is_one_node() -> None:
    other = changed(INDUSTRY, evidence=(passage("增长7.4%", "test.other"),))
    triples = triples_of(OBSERVATION, other)
    assert values(triples, f"{ID}source/chongqing#char=14,20", "cnip:rule") == [
        f"{ID}rule/test.form",
        f"{ID}rule/test.other",
    ]


def test_statement_twice_is_one_node_with_both_passages() -> None:
    again = changed(OBSERVATION, evidence=(passage("轴承产量超1.2万套,增长7.4%"),), raw="7.4")
    lines = lines_of(OBSERVATION, again)
    assert len(set(lines)) == len(lines)
    triples = triples_of(OBSERVATION, again)
    iri = statement_iri(OBSERVATION)[1:-1]
    assert len(values(triples, iri, "cnip:evidence")) == 2
    assert values(triples, iri, "cnip:rawValue") == ["7.4", "7.40"]


def test_source_says_what_is_known() -> None:
    triples = triples_of()
    source = f"{ID}source/chongqing"
    assert values(triples, source, "dcterms:identifier") == ["chongqing.md"]
    assert values(triples, source, "cnip:reportingRegion") == [f"{ID}region/500000"]
    assert values(triples, source, "dcterms:source") == ["https://example.org/%E5%B7%A5%E4%BD%9C%20%E6%80%BB%E7%BB%93"]
    bare = Document(key="bare", name="bare.txt", text="轴承", plain="轴承")
    assert len(statement_quads(bare, (), load_lexicon())) == 4


def test_figure_is_said_in_our_words_and_in_those_of_the_cube() -> None:
    triples = triples_of(OBSERVATION)
    iri = statement_iri(OBSERVATION)[1:-1]
    assert values(triples, iri, "cnip:value") == values(triples, iri, "sdmx-measure:obsValue") == ["7.4"]
    assert values(triples, iri, "cnip:rawValue") == ["7.40"]
    assert values(triples, iri, "sdmx-dimension:refArea") == [f"{ID}region/500000"]
    assert values(triples, iri, "sdmx-dimension:refPeriod") == [f"{ID}period/2024-01--2024-12"]
    assert expand("qb:Observation") in values(triples, iri, "rdf:type")


@pytest.mark.parametrize(
    ("start", "end", "name"),
    [("2024-01", "", "2024-01--open"), ("", "2024-11", "open--2024-11"), ("2024-03", "2024-03", "2024-03--2024-03")],
)
def test_period_may_be_open(start: str, end: str, name: str) -> None:
    triples = triples_of(changed(OBSERVATION, period_start=start, period_end=end))
    period = f"{ID}period/{name}"
    assert values(triples, period, "cnip:periodStart") == ([start] if start else [])
    assert values(triples, period, "cnip:periodEnd") == ([end] if end else [])


@pytest.mark.parametrize(
    ("start", "end"), [("2024-01", "2024-11"), ("2024-03", "2024-03"), ("", "2024-11"), ("2024-01", "")]
)
def test_period_has_its_instants_in_owl_time(start: str, end: str) -> None:
    triples = triples_of(changed(OBSERVATION, period_start=start, period_end=end))
    (period,) = values(
        triples, statement_iri(changed(OBSERVATION, period_start=start, period_end=end))[1:-1], "cnip:period"
    )
    for link, month in (("time:hasBeginning", start), ("time:hasEnd", end)):
        assert values(triples, period, link) == ([f"{ID}month/{month}"] if month else [])
        if month:
            assert values(triples, f"{ID}month/{month}", "rdf:type") == [expand("time:Instant")]
            assert values(triples, f"{ID}month/{month}", "time:inXSDgYearMonth") == [month]


def test_unknown_period_is_left_out() -> None:
    triples = triples_of(changed(OBSERVATION, period_start="", period_end=""))
    assert not any("eriod" in part for triple in triples for part in triple)


def test_range_keeps_its_bounds() -> None:
    ranged = changed(OBSERVATION, lower=Decimal(10), upper=Decimal("15.0"))
    triples = triples_of(ranged)
    iri = statement_iri(ranged)[1:-1]
    assert values(triples, iri, "cnip:lowerBound") + values(triples, iri, "cnip:upperBound") == ["10", "15"]


def test_target_has_its_class() -> None:
    target = changed(OBSERVATION, status="target")
    assert expand("cnip:Target") in values(triples_of(target), statement_iri(target)[1:-1], "rdf:type")
    assert expand("cnip:Target") not in {o for _, _, o in triples_of(OBSERVATION)}


def test_concept_of_a_scheme_is_not_described_again() -> None:
    key = next(iter(load_lexicon().industries))
    triples = triples_of(changed(INDUSTRY, industry="轴承", concept=key))
    assert not values(triples, f"{ID}industry/{key}", "skos:prefLabel")
    assert links_of(changed(INDUSTRY, concept=key)) == {"promotesIndustry": [f"industry/{key}"]}


def test_concept_of_no_scheme_is_described() -> None:
    ((_, industry),) = [(p, one) for p, (one,) in links_of(INDUSTRY).items()]
    assert industry.startswith("industry/t-")
    assert values(triples_of(INDUSTRY), ID + industry, "skos:prefLabel") == ["轴承保持架"]


def test_initiative_with_a_code_is_known_by_it() -> None:
    renamed = changed(INITIATIVE, name="5+3产业体系")
    triples = triples_of(INITIATIVE, renamed)
    iri = f"{ID}initiative/500000/5+3"
    assert values(triples, iri, "skos:prefLabel") == values(triples, iri, "skos:notation") == ["5+3"]
    assert values(triples, iri, "skos:altLabel") == ["5+3产业体系", "5+3产业集群"]


@pytest.mark.parametrize(
    ("code", "counts", "result"),
    [
        ("5+3", (5, 3), ["agrees"]),
        ("5+3", (5,), ["not-stated"]),
        ("5+3", (), ["not-stated"]),
        ("5+3", (5, 4), ["contradicts"]),
        ("53X", (5, 4), []),
        ("", (5, 4), []),
    ],
)
def test_agreement_of_code_and_parts_is_told(code: str, counts: tuple[int, ...], result: list[str]) -> None:
    statement = changed(INITIATIVE, code=code, components=tuple(Component(count, "产业") for count in counts))
    subject = statement_iri(statement).strip("<>")
    found = values(triples_of(statement), subject, "cnip:codeAgreement")
    assert found == [f"{ID}agreement/{one}" for one in result]


def test_short_forms_parts_and_versions_are_told() -> None:
    statement = changed(
        INITIATIVE,
        name="满园银杏工程2.0",
        code="",
        aliases=("银杏工程",),
        part_of=(InitiativeName("5+3产业集群", "5+3"), InitiativeName("八大行动")),
    )
    triples = triples_of(statement)
    (iri,) = values(triples, statement_iri(statement).strip("<>"), "cnip:initiative")
    assert values(triples, iri, "skos:prefLabel") == ["满园银杏工程2.0"]
    assert values(triples, iri, "skos:altLabel") == ["银杏工程"]
    outer = values(triples, iri, "cnip:partOf")
    assert f"{ID}initiative/500000/5+3" in outer
    assert len(outer) == 2
    assert values(triples, iri, "cnip:version") == ["2.0"]
    (whole,) = values(triples, iri, "dcterms:isVersionOf")
    first = changed(statement, name="满园银杏工程", aliases=(), part_of=())
    assert values(triples_of(first), statement_iri(first).strip("<>"), "cnip:initiative") == [whole]
    assert values(triples, whole, "skos:prefLabel") == ["满园银杏工程"]


def test_statement_without_short_forms_has_the_key_of_its_other_fields() -> None:
    assert statement_key(INITIATIVE).endswith("轴承保持架")
    assert statement_key(changed(INITIATIVE, aliases=("银杏",))) != statement_key(
        changed(INITIATIVE, part_of=(InitiativeName("银杏"),))
    )


def test_members_that_are_industries_are_linked_to() -> None:
    triples = triples_of(INITIATIVE)
    key = load_lexicon().ground_industry("新能源汽车")
    (component,) = values(triples, f"{ID}initiative/500000/5+3", "cnip:hasComponent")
    assert values(triples, component, "cnip:member") == ["新能源汽车", "轴承保持架"]
    for subject in (component, f"{ID}initiative/500000/5+3"):
        assert values(triples, subject, "cnip:targetsIndustry") == [f"{ID}industry/{key}"]


@pytest.mark.parametrize(
    ("statement", "link"),
    [
        (OBSERVATION, None),
        (INITIATIVE, "hasInitiative"),
        (POLICY, "issued"),
        (changed(POLICY, action="revised"), "issued"),
        (changed(POLICY, action="promulgated"), "issued"),
        (changed(POLICY, action="drafting"), "drafts"),
        (changed(POLICY, action="implementing"), "implements"),
        (changed(POLICY, status="target"), "drafts"),
        (changed(POLICY, status="target", action="implementing"), "implements"),
        (INDUSTRY, "promotesIndustry"),
        (CLUSTER, "hostsCluster"),
        (changed(CLUSTER, status="target"), "plansCluster"),
        (DESIGNATION, "holdsDesignation"),
        (changed(DESIGNATION, status="target"), "seeksDesignation"),
        (COOPERATION, "cooperatesWith"),
    ],
)
def test_link_says_what_the_statement_warrants(statement: Statement, link: str | None) -> None:
    assert list(links_of(statement)) == ([link] if link else [])


def test_cooperation_links_its_partners_both_ways() -> None:
    triples = triples_of(COOPERATION)
    regions = [f"{ID}region/{key}" for key in COOPERATION.region_keys]
    assert {(s, o) for s, p, o in triples if p == expand("cnip:cooperatesWith")} == set(
        itertools.permutations(regions, 2)
    )


def test_those_with_whom_one_region_cooperates_are_linked_to_it_alone() -> None:
    passage = msgspec.structs.replace(COOPERATION.evidence[0], rule="cooperation.linked")
    centred = changed(
        COOPERATION, evidence=(passage,), region=COOPERATION.regions[0], region_key=COOPERATION.region_keys[0]
    )
    centre, *others = [f"{ID}region/{key}" for key in COOPERATION.region_keys]
    assert {(s, o) for s, p, o in triples_of(centred) if p == expand("cnip:cooperatesWith")} == {
        pair for other in others for pair in ((centre, other), (other, centre))
    }


def test_region_of_no_scheme_is_described() -> None:
    triples = triples_of(COOPERATION)
    assert values(triples, f"{ID}region/x-0123456789abcdef", "skos:prefLabel") == ["白石县"]
    assert values(triples, f"{ID}region/510000", "skos:prefLabel") == []


@pytest.mark.parametrize("statement", ALL[:-1], ids=lambda one: type(one).__name__)
def test_unknown_region_and_year_are_left_out(statement: Statement) -> None:
    nowhere = changed(statement, region="", region_key="", year=None)
    triples = {triple for triple in triples_of(nowhere) if triple[0] != f"{ID}source/chongqing"}
    assert not {s for s, _, _ in triples if s.startswith(f"{ID}region/")}
    assert not {p for _, p, _ in triples} & {
        expand("cnip:region"),
        expand("cnip:year"),
        expand("sdmx-dimension:refArea"),
    }


@pytest.mark.parametrize(
    ("fields", "label"),
    [
        ({}, "重庆市2024年：轴承产量（增速）7.4%"),
        ({"value": Decimal(-2)}, "重庆市2024年：轴承产量（降幅）2%"),
        (
            {"value": Decimal(-5), "lower": Decimal(-5), "upper": Decimal(-3), "comparator": "lt"},
            "重庆市2024年：轴承产量（降幅）3—5%",
        ),
        (
            {"kind": "level", "unit": "套", "value": Decimal(12000), "comparator": "gt"},
            "重庆市2024年：轴承产量超1.2万套",
        ),
        ({"kind": "rank", "unit": "位", "value": Decimal(3)}, "重庆市2024年：轴承产量（位次）第3位"),
        (
            {"kind": "rank", "unit": "位", "value": Decimal(8), "comparator": "lt"},
            "重庆市2024年：轴承产量（位次）前8位",
        ),
        ({"status": "target", "comparator": "approx"}, "重庆市2024年（目标）：轴承产量（增速）约7.4%"),
        ({"status": "estimate", "year": None}, "重庆市（预计）：轴承产量（增速）7.4%"),
        ({"region": "", "year": None}, "轴承产量（增速）7.4%"),
        (
            {"kind": "level", "unit": "元", "lower": Decimal(10**9), "upper": Decimal("1.5e9")},
            "重庆市2024年：轴承产量10亿—15亿元",
        ),
        ({"kind": "gap", "unit": "个百分点", "value": Decimal("-0.3")}, "重庆市2024年：轴承产量（低于）0.3个百分点"),
    ],
)
def test_label_tells_the_figure_with_its_hedge(fields: dict[str, object], label: str) -> None:
    assert statement_label(changed(OBSERVATION, **fields), "") == label


def test_label_is_short() -> None:
    assert len(statement_label(DESIGNATION, "轴" * 500)) == 80


def test_reference_graph_has_ontology_schemes_mappings_and_rules() -> None:
    lines = reference_quads(load_lexicon(), [RULE])
    assert len(set(lines)) == len(lines)
    text = "\n".join(lines)
    assert f"<{expand('cnip:Target')}> <{expand('rdfs:subClassOf')}> <{expand('cnip:Observation')}>" in text
    assert f'<{ID}region/500000> <{expand("skos:prefLabel")}> "重庆市"@zh <{ID}graph/reference> .' in lines
    assert f'<{ID}rule/test.form> <{expand("cnip:confidence")}> "0.95"^^<{expand("xsd:decimal")}>' in text
    assert f"<{expand('skos:exactMatch')}>" in text
    assert {quad.graph_name.value for quad in pyoxigraph.parse(text, format=pyoxigraph.RdfFormat.N_QUADS)} == {
        f"{ID}graph/reference"
    }


def test_rule_named_twice_stops_the_build() -> None:
    with pytest.raises(DataError, match=r"test\.form"):
        reference_quads(load_lexicon(), [RULE, RULE])


@pytest.mark.parametrize(
    ("turtle", "message"),
    [
        ("<http://a.example/a> <http://a.example/b> [] .", r"odd\.ttl: a blank node"),
        ("<http://a.example/a> <http://a.example/b>\n\n<x .", r"odd\.ttl:\d"),
    ],
)
def test_turtle_that_cannot_be_used_stops_the_build(tmp_path: Path, turtle: str, message: str) -> None:
    path = tmp_path / "odd.ttl"
    path.write_text(turtle, encoding="utf-8")
    with pytest.raises(DataError, match=message):
        list(file_lines(path))
