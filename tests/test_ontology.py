"""The ontology: every term defined in both languages, one layout, and nothing used that is not declared."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise
from pathlib import Path

import pyoxigraph
import pytest

import kg_build
from kg_build.graph import reference_quads, statements
from kg_build.graph.reference import ONTOLOGY
from kg_build.lexicon import SCHEMES, load_lexicon
from kg_build.namespaces import CNIP, PREFIXES, expand

TOP = Path(__file__).resolve().parent.parent
TURTLE = sorted([ONTOLOGY, ONTOLOGY.with_name("shapes.ttl"), *(TOP / "tests" / "shapes").glob("*/*.ttl")])
ORDER = (
    *("a", "rdfs:label", "rdfs:subClassOf", "rdfs:subPropertyOf", "rdfs:domain", "rdfs:range"),
    *("qb:attribute", "qb:component", "qb:dimension", "qb:measure", "qb:structure"),
    *("skos:definition", "skos:example", "skos:scopeNote", "dcterms:source", "rdfs:seeAlso", "rdfs:isDefinedBy"),
)
"""The order of the lines in a block."""
PROPERTY_KINDS = {"owl:ObjectProperty", "owl:DatatypeProperty", "owl:AnnotationProperty"}

facts: dict[str, dict[str, list[pyoxigraph.NamedNode | pyoxigraph.Literal]]] = defaultdict(lambda: defaultdict(list))
for triple in pyoxigraph.parse(path=str(ONTOLOGY), format=pyoxigraph.RdfFormat.TURTLE):
    facts[triple.subject.value][triple.predicate.value].append(triple.object)


def of(term: str, predicate: str) -> list[str]:
    return [value.value for value in facts[term][expand(predicate)]]


def in_language(term: str, predicate: str, language: str) -> list[str]:
    return [value.value for value in facts[term][expand(predicate)] if getattr(value, "language", None) == language]


def declared(*kinds: str) -> list[str]:
    return sorted(term for term in facts if {expand(kind) for kind in kinds} & set(of(term, "rdf:type")))


CLASSES = declared("owl:Class")
PROPERTIES = declared(*PROPERTY_KINDS)
CUBE = declared("qb:DataSet", "qb:DataStructureDefinition", "qb:ComponentSpecification")


def short(term: str) -> str:
    return term.rsplit("/", 1)[-1]


def test_there_are_terms() -> None:
    assert len(CLASSES) > 20
    assert len(PROPERTIES) > 50
    assert {*CLASSES, *PROPERTIES, *CUBE, CNIP} == set(facts)


def test_version_is_that_of_the_package() -> None:
    assert of(CNIP, "owl:versionIRI") == [CNIP + kg_build.__version__]
    assert of(CNIP, "owl:versionInfo") == [kg_build.__version__]


@pytest.mark.parametrize("term", CLASSES + PROPERTIES, ids=short)
@pytest.mark.parametrize("predicate", ["rdfs:label", "skos:definition"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_term_is_labelled_and_defined_once_in_each_language(term: str, predicate: str, language: str) -> None:
    assert len(in_language(term, predicate, language)) == 1


@pytest.mark.parametrize("term", CLASSES + PROPERTIES, ids=short)
def test_definition_says_a_parent_that(term: str) -> None:
    (definition,) = in_language(term, "skos:definition", "en")
    assert re.match(r"An? [a-z][a-z -]*? that ", definition)
    assert definition.endswith(".")
    assert in_language(term, "skos:definition", "zh")[0].endswith("。")


@pytest.mark.parametrize("term", [term for term in CLASSES if expand("skos:scopeNote") in facts[term]], ids=short)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_scope_note_names_properties_in_both_languages(term: str, language: str) -> None:
    (note,) = in_language(term, "skos:scopeNote", language)
    named = re.findall(r"[a-z]+:[A-Za-z]+", note)
    assert named
    assert all(expand(curie) for curie in named)


@pytest.mark.parametrize(
    ("name", "properties"),
    [
        ("Evidence", {"oa:exact", "oa:start", "oa:end", "oa:hasSource"}),
        *((name, {"skos:prefLabel"}) for name in ("Region", "Industry", "Indicator", "Unit", "Initiative", "Cluster")),
        *((name, {"skos:prefLabel"}) for name in ("PolicyDocument", "Designation", "Cooperation")),
    ],
)
def test_class_says_how_its_things_are_described(name: str, properties: set[str]) -> None:
    for note in of(CNIP + name, "skos:scopeNote"):
        assert properties <= set(re.findall(r"[a-z]+:[A-Za-z]+", note))


@pytest.mark.parametrize("term", CLASSES + PROPERTIES, ids=short)
def test_term_names_its_ontology(term: str) -> None:
    assert of(term, "rdfs:isDefinedBy") == [CNIP]


@pytest.mark.parametrize("term", CLASSES, ids=short)
def test_class_has_a_parent_an_example_and_an_upper_camel_name(term: str) -> None:
    assert of(term, "rdfs:subClassOf")
    assert of(term, "skos:example")
    assert re.fullmatch(r"[A-Z][A-Za-z]+", short(term))


@pytest.mark.parametrize("term", PROPERTIES, ids=short)
def test_property_has_domain_range_and_a_lower_camel_name(term: str) -> None:
    assert len(of(term, "rdfs:domain")) == len(of(term, "rdfs:range")) == 1
    assert re.fullmatch(r"[a-z][A-Za-z]+", short(term))


@pytest.mark.parametrize("term", PROPERTIES, ids=short)
def test_property_leads_to_what_its_kind_allows(term: str) -> None:
    (target,) = of(term, "rdfs:range")
    is_literal = target.startswith(PREFIXES["xsd"]) or target == expand("rdf:langString")
    assert is_literal == (expand("owl:ObjectProperty") not in of(term, "rdf:type"))


def test_parents_of_our_own_are_declared() -> None:
    used = {
        value for term in facts for key in ("rdfs:subClassOf", "rdfs:domain", "rdfs:range") for value in of(term, key)
    }
    assert {value for value in used if value.startswith(CNIP)} <= set(CLASSES)


def test_components_of_the_cube_are_all_in_its_structure() -> None:
    (structure,) = of(expand("dataset:observations"), "qb:structure")
    assert sorted(of(structure, "qb:component")) == declared("qb:ComponentSpecification")


def test_every_term_in_use_is_declared() -> None:
    lines = reference_quads(load_lexicon(), ())
    graph_modules = Path(statements.__file__).parent.glob("*.py")
    used = {name for line in lines for name in re.findall(rf"<{CNIP}([A-Za-z]+)>", line)}
    used |= {name for path in graph_modules for name in re.findall(r'"cnip:([A-Za-z]+)"', path.read_text("utf-8"))}
    assert used - {short(term) for term in CLASSES + PROPERTIES} == set()


def test_every_declared_property_is_in_use() -> None:
    written = "".join(path.read_text("utf-8") for path in Path(statements.__file__).parent.glob("*.py"))
    schemes = "".join(path.read_text("utf-8") for path in SCHEMES.glob("*.ttl"))
    unused = {
        short(term)
        for term in PROPERTIES
        if f'"cnip:{short(term)}"' not in written and not re.search(rf"\bcnip:{short(term)}\b", schemes)
    }
    assert unused == set()


def without_strings(text: str) -> str:
    return re.sub(r'"(?:[^"\\\n]|\\.)*"|<[^>\n]*>|#[^\n]*', "", text)


@pytest.mark.parametrize("path", TURTLE, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_prefixes_are_ours_sorted_and_all_in_use(path: Path) -> None:
    text = path.read_text("utf-8")
    bound = re.findall(r"^@prefix ([a-z0-9-]+): <([^>]+)> \.$", text, re.MULTILINE)
    assert len(bound) == text.count("@prefix")
    assert dict(bound).items() <= PREFIXES.items()
    used = set(
        re.findall(r"(?<![\w:-])([a-z][a-z0-9-]*):", without_strings(text[text.rindex("@prefix") :].split("\n", 1)[1]))
    )
    assert [prefix for prefix, _ in bound] == sorted(used)


def blocks() -> list[list[str]]:
    text = ONTOLOGY.read_text("utf-8")
    body = text[text.rindex("@prefix") :].split("\n\n", 1)[1]
    return [block.splitlines() for block in body.rstrip("\n").split("\n\n")]


def test_there_is_one_block_per_term_in_order() -> None:
    subjects = [block[0] for block in blocks()]
    assert [expand(subject) for subject in subjects] == [*sorted(map(expand, subjects))] or subjects == sorted(subjects)
    assert sorted(map(expand, subjects)) == sorted(facts)
    assert all(first < second for first, second in pairwise(subjects))


@pytest.mark.parametrize("block", blocks()[1:], ids=lambda block: block[0])
def test_lines_of_a_block_are_in_order(block: list[str]) -> None:
    predicates = [line.split()[0] for line in block[1:] if re.match(r"    \S", line)]
    assert predicates == sorted(set(predicates), key=ORDER.index)
    assert all(re.match(r"    (?:    )?\S.*(?: [;,.]|[^ ])$", line) for line in block[1:])
    assert [line.endswith(" .") for line in block] == [False] * (len(block) - 1) + [True]
