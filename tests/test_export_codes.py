"""What tables and the question of links say of status, hedge and region: for every code, what the graph says."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, get_args

import pyoxigraph
import pytest

from kg_build.export.rows import select
from kg_build.export.tables import TABLES, read_table
from kg_build.graph import reference_quads, statement_quads
from kg_build.lexicon import Lexicon
from kg_build.model import (
    Action,
    Cluster,
    Comparator,
    Component,
    Cooperation,
    Designation,
    Document,
    DocumentStatement,
    Evidence,
    Industry,
    Initiative,
    MeasureKind,
    Observation,
    Rule,
    Statement,
    Status,
)
from kg_build.namespaces import CNIP, ID

TEXT = "重庆市轴承产量增长7.4%，四川省也是。"
DOCUMENT = Document(key="bearings", name="bearings.txt", text=TEXT, plain=TEXT, region="重庆市", year=2030)
RULE = Rule(name="test.form", confidence=0.95, en="Reads a test.", zh="读出测试")
EVIDENCE = (Evidence("bearings", 0, 12, TEXT[:12], "test.form", 0.95),)
PLACES = {"500000": "重庆市", "510000": "四川省", "changsanjiao": "长三角"}
LINKS = {
    *("hasInitiative", "promotesIndustry", "issued", "drafts", "implements", "hostsCluster", "plansCluster"),
    *("holdsDesignation", "seeksDesignation", "cooperatesWith", "targetsIndustry", "inIndustry"),
}


def statements() -> list[Statement]:
    """Return statements of every status, action, kind and comparator, in regions with and without a code."""
    made: list[Statement] = []
    for key, place in PLACES.items():
        for status in get_args(Status):
            common: dict[str, Any] = {
                "region": place,
                "region_key": key,
                "year": 2030,
                "status": status,
                "evidence": EVIDENCE,
            }
            name = f"{place}{status}轴承"
            part = Component(label="支柱产业", count=None, members=("低空经济",))
            made += [
                Initiative(**common, name=f"{name}行动", code="", components=(part,)),
                Industry(**common, industry="低空经济", concept="", role="general"),
                Cluster(**common, name=f"{name}集群", level="provincial", industry="低空经济"),
                Designation(**common, name=f"国家{name}试点"),
                *(
                    DocumentStatement(**common, title=f"{name}{action}方案", action=action)
                    for action in get_args(Action)
                ),
                *(
                    Observation(
                        **common,
                        indicator="轴承产量",
                        concept="",
                        kind=kind,
                        value=Decimal(number),
                        raw=str(number),
                        unit="%",
                        comparator=comparator,
                        period_start="2030-01",
                        period_end="2030-12",
                    )
                    for kind in get_args(MeasureKind)
                    for number, comparator in enumerate(get_args(Comparator), 1)
                ),
            ]
    regions = {"regions": ("重庆市", "四川省"), "region_keys": ("500000", "510000"), "name": "轴承走廊"}
    common = {"region": "重庆市", "region_key": "500000", "year": 2030, "status": "target", "evidence": EVIDENCE}
    return [*made, Cooperation(**common, **regions)]


@pytest.fixture(scope="module")
def store(lexicon: Lexicon) -> pyoxigraph.Store:
    """Return the graph of the statements."""
    lines = {*reference_quads(lexicon, (RULE,)), *statement_quads(DOCUMENT, statements(), lexicon)}
    store = pyoxigraph.Store()
    store.load("".join(f"{line}\n" for line in sorted(lines)), format=pyoxigraph.RdfFormat.N_QUADS)
    return store


@pytest.mark.parametrize("name", TABLES)
def test_codes_of_a_table_are_those_of_its_statements(store: pyoxigraph.Store, name: str) -> None:
    rows = list(read_table(store, name))
    assert rows
    for row in rows:
        statement = pyoxigraph.NamedNode(row["iri"])
        for column in {"status", "comparator", "kind", "action", "role", "level"} & row.keys():
            (quad,) = store.quads_for_pattern(statement, pyoxigraph.NamedNode(CNIP + column), None, None)
            assert isinstance(quad.object, pyoxigraph.NamedNode)
            assert quad.object.value == f"{ID}{column}/{row[column]}"
        (quad,) = store.quads_for_pattern(statement, pyoxigraph.NamedNode(f"{CNIP}region"), None, None)
        assert isinstance(quad.object, pyoxigraph.NamedNode)
        key = quad.object.value.removeprefix(f"{ID}region/")
        assert (row["region"], row["region_code"]) == (PLACES[key], key if key.isdecimal() else "")


def test_every_hedge_has_its_rows(store: pyoxigraph.Store) -> None:
    rows = list(read_table(store, "observations"))
    assert {row["comparator"] for row in rows} == set(get_args(Comparator))
    assert all(row["comparator"] == get_args(Comparator)[int(row["value"]) - 1] for row in rows)


def test_links_that_are_asked_for_are_those_of_the_graph(store: pyoxigraph.Store) -> None:
    asked = {(row["source"], row["link"], row["target"]) for row in select(store, "links")}
    held = {
        (quad.subject.value, quad.predicate.value, quad.object.value)
        for link in LINKS
        for quad in store.quads_for_pattern(None, pyoxigraph.NamedNode(CNIP + link), None, None)
        if isinstance(quad.subject, pyoxigraph.NamedNode)
        and isinstance(quad.object, pyoxigraph.NamedNode)
        and "/component/" not in quad.subject.value
    }
    assert asked == held
    assert {link.removeprefix(CNIP) for _, link, _ in asked} == LINKS


@pytest.mark.parametrize(
    ("property_", "done", "meant"),
    [
        ("cluster", {"hostsCluster"}, {"plansCluster"}),
        ("designation", {"holdsDesignation"}, {"seeksDesignation"}),
        ("policyDocument", {"issued", "drafts", "implements"}, {"drafts", "implements"}),
    ],
)
def test_what_is_only_meant_has_a_link_of_its_own(
    store: pyoxigraph.Store, property_: str, done: set[str], meant: set[str]
) -> None:
    for status in get_args(Status):
        found = store.query(
            f"""SELECT DISTINCT ?link WHERE {{
              ?statement <{CNIP}{property_}> ?thing ; <{CNIP}status> <{ID}status/{status}> ; <{CNIP}region> ?region .
              ?region ?link ?thing . }}""",
            use_default_graph_as_union=True,
        )
        assert isinstance(found, pyoxigraph.QuerySolutions)
        links = {row["link"].value.removeprefix(CNIP) for row in found}
        assert links == (meant if status == "target" else done)
