"""Exports: tables that can be scored and opened safely, Turtle that says the same, GEXF that other readers read."""

from __future__ import annotations

import csv
import json
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import networkx as nx
import pyoxigraph
import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st

from kg_build.errors import UsageError
from kg_build.export import FORMATS, export
from kg_build.export.cells import MARK, guard
from kg_build.export.gexf import gexf_lines
from kg_build.export.place import staged_file
from kg_build.export.tables import TABLES, read_table
from kg_build.namespaces import CNIP, ID
from kg_build.network import VIEWS, Link, Node, network, read_view
from kg_build.store import memory_store

SHARED = ["doc", "start", "end", "quote", "region", "region_code", "year", "status", "rule", "confidence", "iri"]
OWN = {
    "observations": [
        *(
            "indicator",
            "indicator_concept",
            "kind",
            "value",
            "unit",
            "comparator",
            "period_start",
            "period_end",
            "upper",
            "scope",
        ),
    ],
    "initiatives": ["name", "code", "components", "agreement"],
    "documents": ["title", "action", "period_start", "period_end", "publisher", "spatial"],
    "industries": ["industry", "industry_concept", "role"],
    "clusters": ["name", "level", "industry", "entered_list", "cities"],
    "designations": ["name", "level", "batch", "edition"],
    "cooperations": ["regions", "name"],
}


def read(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def tables(small: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("export") / "tables"
    assert export(small, "csv", folder) == 19
    return folder


@pytest.mark.parametrize("name", TABLES)
def test_table_has_its_columns(tables: Path, name: str) -> None:
    header = (tables / f"{name}.csv").read_text("utf-8").splitlines()[0]
    assert header.split(",") == [*SHARED, *OWN[name]]


@pytest.mark.parametrize("name", ["all", *TABLES])
def test_every_column_is_explained(name: str) -> None:
    page = (Path(__file__).parent.parent / "queries" / "README.md").read_text("utf-8")
    explained: dict[str, list[str]] = {}
    kind = ""
    for row in re.findall(r"^\|.*\|$", page.partition("\n## The graph")[0], flags=re.MULTILINE)[2:]:
        table, columns = row.split(" |")[:2]
        kind = table.strip("| ").split(" ")[0] or kind
        explained.setdefault(kind, []).extend(re.findall(r"`(\w+)`", columns))
    assert sorted(explained[name]) == sorted(OWN.get(name, SHARED))


def test_folder_holds_the_tables_and_nothing_else(tables: Path) -> None:
    assert sorted(path.name for path in tables.iterdir()) == sorted(f"{name}.csv" for name in TABLES)
    assert [path.name for path in tables.parent.iterdir()] == ["tables"]


@pytest.mark.parametrize("name", TABLES)
def test_quote_stands_at_its_place(small: Path, tables: Path, name: str) -> None:
    for row in read(tables, name):
        text = (small / "texts" / row["doc"]).read_text("utf-8")
        assert text[int(row["start"]) : int(row["end"])] == row["quote"].removeprefix(MARK)


@pytest.mark.parametrize("name", TABLES)
def test_rows_are_sorted_by_place(tables: Path, name: str) -> None:
    places = [(row["doc"], int(row["start"]), int(row["end"])) for row in read(tables, name)]
    assert places == sorted(places)


def test_figure_has_plain_numbers_and_months(tables: Path) -> None:
    row = next(row for row in read(tables, "observations") if row["value"] == "-2.5")
    assert (row["region"], row["region_code"]) == ("云南省", "530000")
    assert [row[column] for column in ("start", "year", "status", "rule", "confidence")] == [
        *("47", "2030", "actual", "measurement.growth", "0.95"),
    ]
    assert [row[column] for column in OWN["observations"]] == [
        *("轴承出口额", "", "growth", "-2.5", "%", "eq", "2030-01", "2030-12", "", ""),
    ]


def test_open_period_and_known_concept(tables: Path) -> None:
    rows = read(tables, "observations")
    assert next(row for row in rows if row["value"] == "80")["period_start"] == ""
    assert next(row for row in rows if row["value"] == "7")["indicator_concept"] == "规模以上工业增加值"


def test_fact_of_two_texts_has_a_row_each(tables: Path) -> None:
    rows = [row for row in read(tables, "observations") if row["value"] == "6.4"]
    assert [row["doc"] for row in rows] == ["gansu.txt", "yunnan.txt"]
    assert len({row["iri"] for row in rows}) == 1


def test_components_come_in_the_order_of_the_text(tables: Path) -> None:
    system, plan = read(tables, "initiatives")
    assert json.loads(system["components"]) == [
        {"count": 5, "label": "支柱产业", "members": ["激光", "轴承", "丝绸"]},
        {"count": 3, "label": "特色产业", "members": []},
    ]
    assert plan["components"] == "[]"
    assert (system["agreement"], plan["agreement"]) == ("agrees", "")


def test_name_that_begins_like_a_formula_is_guarded(tables: Path) -> None:
    assert [row["name"] for row in read(tables, "initiatives")] == ["5+3产业集群体系", "'=银杏行动计划"]


def test_partners_are_named(tables: Path) -> None:
    (row,) = read(tables, "cooperations")
    assert (row["regions"], row["name"]) == ("云南省;甘肃省", "绿氢走廊")


def test_rows_themselves_are_exact(small: Path) -> None:
    assert [row["name"] for row in read_table(memory_store(small), "initiatives")][1] == "=银杏行动计划"


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1", "＝1", "'=1", "'"])
def test_cell_that_a_spreadsheet_would_run_is_guarded(text: str) -> None:
    assert guard(text) == "'" + text


@pytest.mark.parametrize("text", ["", "5+3", "—", "“=”", "2030年"])
def test_other_cells_stay_as_they_are(text: str) -> None:
    assert guard(text) == text


@given(st.text())
def test_guarded_cell_gives_its_text_back(text: str) -> None:
    assert guard(text).removeprefix(MARK) == text


@pytest.mark.parametrize("form", FORMATS)
def test_export_twice_gives_the_same_bytes(small: Path, tmp_path: Path, form: str) -> None:
    targets = tmp_path / "one", tmp_path / "two"
    for target in (*targets, targets[0]):
        export(small, form, target)
    one, two = ([path] if path.is_file() else sorted(path.iterdir()) for path in targets)
    assert [path.read_bytes() for path in one] == [path.read_bytes() for path in two]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["one", "two"]


def test_turtle_says_what_the_graph_says(small: Path, tmp_path: Path) -> None:
    target = tmp_path / "graph.ttl"
    count = export(small, "ttl", target)
    written = set(pyoxigraph.parse(path=str(target), format=pyoxigraph.RdfFormat.TURTLE))
    graph = pyoxigraph.parse(path=str(small / "graph.nq"), format=pyoxigraph.RdfFormat.N_QUADS)
    assert {quad.triple for quad in written} == {quad.triple for quad in graph}
    assert count == len(written)


def test_turtle_is_read_by_rdflib(small: Path, tmp_path: Path) -> None:
    count = export(small, "ttl", tmp_path / "graph.ttl")
    assert len(rdflib.Graph().parse(tmp_path / "graph.ttl")) == count


def test_damaged_graph_is_not_exported(small: Path, tmp_path: Path) -> None:
    (tmp_path / "report.json").write_text((small / "report.json").read_text("utf-8"), "utf-8")
    (tmp_path / "graph.nq").write_text("<a> nonsense", "utf-8")
    with pytest.raises(UsageError, match=r"graph\.nq: .*line 1"):
        export(tmp_path, "ttl", tmp_path / "graph.ttl")
    assert not (tmp_path / "graph.ttl").exists()


REGION, INITIATIVE = f"{ID}region/530000", f"{ID}initiative/530000/5+3"
INDUSTRY = f"{ID}industry/low-altitude-economy"


def test_gexf_is_read_by_networkx(small: Path, tmp_path: Path) -> None:
    count = export(small, "gexf", tmp_path / "links.gexf", view="full")
    graph = nx.read_gexf(tmp_path / "links.gexf")
    assert graph.number_of_edges() == count
    assert graph.nodes[REGION]["label"] == "云南省"
    assert graph.nodes[REGION]["label_en"] == "Yunnan"
    assert graph.nodes[INITIATIVE]["label"] == "5+3产业集群体系"
    assert graph.nodes[INITIATIVE]["type"] == "Initiative"
    edge = graph.edges[REGION, INDUSTRY]
    assert (edge["label"], edge["property"], edge["weight"]) == ("promotesIndustry", "promotesIndustry", 2)
    assert (edge["status"], edge["years"], edge["roles"]) == ("actual;target", "2030;2031", "emerging;future")
    assert "roles" not in graph.edges[REGION, INITIATIVE]


def test_cooperation_is_drawn_in_both_directions(small: Path, tmp_path: Path) -> None:
    export(small, "gexf", tmp_path / "links.gexf", view="region")
    graph = nx.read_gexf(tmp_path / "links.gexf")
    assert graph.is_directed()
    assert graph.number_of_edges() == 2
    assert set(graph.edges) == {(target, source) for source, target in graph.edges}


def test_gexf_is_of_version_1_3_and_has_no_date(small: Path, tmp_path: Path) -> None:
    export(small, "gexf", tmp_path / "links.gexf")
    text = (tmp_path / "links.gexf").read_text("utf-8")
    root = ET.fromstring(text)
    assert root.tag == "{http://gexf.net/1.3}gexf"
    assert root.attrib["version"] == "1.3"
    assert "lastmodifieddate" not in text
    declared = {one.attrib["id"] for one in root.iter("{http://gexf.net/1.3}attribute")}
    assert {one.attrib["for"] for one in root.iter("{http://gexf.net/1.3}attvalue")} == declared


def test_gexf_leaves_out_what_xml_cannot_say() -> None:
    node = Node("https://example.org/a", "Region", 'a"<&>\x00\x1b\ufffe\ud800b\n𠀀', "")
    root = ET.fromstring("\n".join(gexf_lines([node], [])))
    (written,) = root.iter("{http://gexf.net/1.3}node")
    assert written.attrib["label"] == 'a"<&>b\n𠀀'


def test_links_of_different_kinds_stand_side_by_side() -> None:
    nodes = [Node(f"https://example.org/{name}", "Region", name, "") for name in "ab"]
    links = [Link(nodes[0].iri, kind, nodes[1].iri, 1) for kind in ("cooperatesWith", "leads")]
    root = ET.fromstring("\n".join(gexf_lines(nodes, links)))
    kinds = [edge.attrib["kind"] for edge in root.iter("{http://gexf.net/1.3}edge")]
    assert kinds == ["cooperatesWith", "leads"]


@pytest.mark.parametrize("view", VIEWS)
def test_view_holds_its_sorts_of_thing_all_linked(small: Path, view: str) -> None:
    nodes, links = read_view(small, view)
    assert nodes
    assert {node.type for node in nodes} <= VIEWS[view]
    assert {node.iri for node in nodes} == {end for link in links for end in (link.source, link.target)}
    assert nodes == sorted(nodes, key=lambda node: node.iri)


def test_every_direct_link_of_the_graph_is_a_link_of_the_full_view(small: Path) -> None:
    _, links = read_view(small, "full")
    kinds = {link.property for link in links}
    direct = set()
    for line in (small / "graph.nq").read_text("utf-8").splitlines():
        subject, predicate, value = line.split(" ")[:3]
        if predicate.removeprefix(f"<{CNIP}").rstrip(">") in kinds and value.startswith("<"):
            direct.add((subject[1:-1], predicate.removeprefix(f"<{CNIP}").rstrip(">"), value[1:-1]))
    drawn = {(link.source, link.property, link.target) for link in links}
    components = {one for one in direct if "/component/" in one[0]}
    assert direct - components == drawn


def test_network_is_keyed_by_property(small: Path) -> None:
    graph = network(small, "full")
    assert graph.nodes[REGION] == {"type": "Region", "label": "云南省", "label_en": "Yunnan"}
    said = {"weight": 2, "status": "actual;target", "years": "2030;2031", "roles": "emerging;future"}
    assert graph.edges[REGION, INDUSTRY, "promotesIndustry"] == said


@pytest.mark.parametrize(
    ("form", "view", "error"),
    [("docx", "", "--to docx: no such form; there are csv, gexf, ttl"), ("gexf", "map", "--view map: no such view")],
)
def test_what_there_is_not_is_named(small: Path, tmp_path: Path, form: str, view: str, error: str) -> None:
    with pytest.raises(UsageError, match=re.escape(error)):
        export(small, form, tmp_path / "x", view=view)


@pytest.mark.parametrize("form", FORMATS)
def test_what_is_not_ours_is_left_as_it_is(small: Path, tmp_path: Path, form: str) -> None:
    target = tmp_path / "theirs"
    theirs = target / "observations.csv" if form == "csv" else target
    theirs.parent.mkdir(exist_ok=True)
    theirs.write_text("their own, words", "utf-8")
    with pytest.raises(UsageError, match="theirs: exists and was not written by `cnip export`; it is left as it is"):
        export(small, form, target)
    assert theirs.read_text("utf-8") == "their own, words"


def test_target_of_the_wrong_sort_is_refused(small: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(UsageError, match="file: is a file; give the folder to write"):
        export(small, "csv", tmp_path / "file")
    with pytest.raises(UsageError, match="is a folder; give the file to write"):
        export(small, "ttl", tmp_path)


def test_target_that_cannot_be_written_is_named(small: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    for form in FORMATS:
        with pytest.raises(UsageError, match="x: cannot be written"):
            export(small, form, tmp_path / "file" / "x")


def test_failure_leaves_the_earlier_file(tmp_path: Path) -> None:
    target = tmp_path / "file"
    with staged_file(target, mark=b"#") as file:
        file.write(b"# one")
    with pytest.raises(TypeError), staged_file(target, mark=b"#") as file:
        file.write("# two, as text")  # type: ignore[arg-type]
    assert target.read_bytes() == b"# one"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize("form", ["csv", "ttl"])
def test_form_without_views_refuses_one(small: Path, tmp_path: Path, form: str) -> None:
    with pytest.raises(UsageError, match=r"^--view core: only `--to gexf` has views$"):
        export(small, form, tmp_path / "x", view="core")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("state", ["empty", "no such file"])
def test_graph_that_is_not_there_is_not_exported(tmp_path: Path, form: str, state: str) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "report.json").write_text('{"generator": "cnip"}', "utf-8")
    if state == "empty":
        (out / "graph.nq").touch()
    with pytest.raises(UsageError, match=rf"graph\.nq: {state}; build the output again$"):
        export(out, form, tmp_path / "x")
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
