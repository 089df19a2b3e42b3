"""What the curated data promises: layout, order, labels, references, codes, links."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from pathlib import Path

import pytest

from kg_build.concepts import Concept, read_scheme
from kg_build.lexicon import GAZETTEER, SCHEMES, Lexicon, surface_forms
from kg_build.link import COLUMNS, MAPPINGS, read_links, read_mappings
from kg_build.namespaces import PREFIXES

SCHEME_FILES = sorted(SCHEMES.glob("*.ttl"))
MAPPING_FILES = sorted(MAPPINGS.glob("*.sssom.tsv"))
GAZETTEER_FILES = sorted(GAZETTEER.glob("*.tsv"))
CONCEPT_SCHEMES = ("places", "industries", "indicators", "units")

PREFIX_LINE = re.compile(r"@prefix (\S*): <(\S+)> \.")
STRING = re.compile(r'"(?:[^"\\]|\\.)*"')

PROVINCES = 34
PREFECTURES = 333


def name(path: Path) -> str:
    return path.name


def blocks(path: Path) -> list[list[str]]:
    """Return the blocks of a Turtle file after its prefixes, each as its lines."""
    _, _, body = path.read_text("utf-8").partition("\n\n")
    return [block.splitlines() for block in body.strip("\n").split("\n\n")]


def test_there_are_files_of_each_sort() -> None:
    assert SCHEME_FILES
    assert MAPPING_FILES
    assert GAZETTEER_FILES


# Schemes as files.


@pytest.mark.parametrize("path", SCHEME_FILES, ids=name)
def test_scheme_declares_the_prefixes_it_uses(path: Path) -> None:
    text = path.read_text("utf-8")
    head, _, body = text.partition("\n\n")
    declared = dict(PREFIX_LINE.findall(head))
    assert list(declared) == sorted(declared)
    assert declared == {prefix: PREFIXES[prefix] for prefix in declared}
    used = set(re.findall(r"(?<![\w<-])([a-z][a-z0-9-]*):", STRING.sub("", body)))
    assert set(declared) == used


@pytest.mark.parametrize("path", SCHEME_FILES, ids=name)
def test_scheme_has_its_blocks_in_order(path: Path) -> None:
    subjects = [block[0] for block in blocks(path)]
    schemes = [subject for subject in subjects if subject.startswith("scheme:")]
    concepts = [subject for subject in subjects if not subject.startswith("scheme:")]
    assert schemes == sorted(schemes)
    assert concepts == sorted(concepts)
    assert max(Counter(subjects).values()) == 1


@pytest.mark.parametrize("path", SCHEME_FILES, ids=name)
def test_scheme_has_one_layout(path: Path) -> None:
    for block in blocks(path):
        assert re.fullmatch(r"[a-z-]+:[0-9a-z-]+", block[0])
        assert block[1].startswith("    a ")
        assert all(re.fullmatch(r"    \S.* ;|    \S.*,|        \S.*(?:,| ;)", line) for line in block[1:-1]), block[0]
        assert re.fullmatch(r"    (?:    )?\S.* \.", block[-1]), block[0]


# Schemes as vocabularies. That no label is shared by two concepts, loading itself insists on.


@pytest.mark.parametrize("scheme", CONCEPT_SCHEMES)
def test_concept_has_a_label_in_english(scheme: str, lexicon: Lexicon) -> None:
    assert [concept.key for concept in concepts_of(lexicon, scheme) if not concept.pref_en] == []


@pytest.mark.parametrize("scheme", CONCEPT_SCHEMES)
def test_labels_of_a_concept_are_given_once(scheme: str, lexicon: Lexicon) -> None:
    doubled = [
        concept.key for concept in concepts_of(lexicon, scheme) if len(set(concept.labels)) < len(concept.labels)
    ]
    assert doubled == []


@pytest.mark.parametrize("scheme", CONCEPT_SCHEMES)
def test_broader_concept_exists(scheme: str, lexicon: Lexicon) -> None:
    concepts = {concept.key: concept for concept in concepts_of(lexicon, scheme)}
    for concept in concepts.values():
        above, seen = concept, {concept.key}
        while above.broader:
            assert above.broader in concepts, above.key
            assert above.broader not in seen, above.key
            seen.add(above.broader)
            above = concepts[above.broader]


@pytest.mark.parametrize("scheme", ["places", "industries", "indicators", "units"])
def test_misleading_form_holds_a_label(scheme: str, lexicon: Lexicon) -> None:
    concepts = concepts_of(lexicon, scheme)
    labels = {form for concept in concepts for label in concept.labels for form in surface_forms(label)}
    pointless = [
        form
        for concept in concepts
        for form in concept.not_labels
        if not any(form[start:end] in labels for start in range(len(form)) for end in range(start + 1, len(form) + 1))
    ]
    assert pointless == []


def test_usual_units_and_kinds_exist(lexicon: Lexicon) -> None:
    for concept in lexicon.indicators.values():
        assert set(concept.properties["cnip:usualUnit"]) <= set(lexicon.units), concept.key
        assert {f"kind/{kind}" for kind in concept.properties["cnip:usualKind"]} <= set(lexicon.codes), concept.key
        assert set(concept.properties.get("cnip:growthOf", ())) <= set(lexicon.indicators), concept.key


@pytest.mark.parametrize(
    ("scheme", "keys"),
    [
        ("status", {"actual", "estimate", "target"}),
        ("kind", {"level", "growth", "change", "share", "rank", "gap", "multiple", "intensity"}),
        ("comparator", {"eq", "gt", "lt", "approx"}),
        ("role", {"traditional", "advantage", "emerging", "future", "general"}),
        ("agreement", {"agrees", "contradicts", "not-stated"}),
        ("action", {"issued", "drafting", "revised", "implementing", "promulgated"}),
    ],
)
def test_code_list_has_the_values_of_the_model(scheme: str, keys: set[str], lexicon: Lexicon) -> None:
    assert {key.partition("/")[2] for key in lexicon.codes if key.startswith(scheme + "/")} == keys


# Regions.


def test_every_province_and_prefecture_is_there(lexicon: Lexicon) -> None:
    levels = Counter(region.level for region in lexicon.regions.values())
    assert levels["country"] == 1
    assert levels["province"] == PROVINCES
    assert levels["prefecture"] == PREFECTURES


def test_region_lies_in_its_parent(lexicon: Lexicon) -> None:
    for region in lexicon.regions.values():
        if region.level in {"prefecture", "county"}:
            assert region.key == region.code
            assert region.parent in {f"{region.code[:4]}00", f"{region.code[:2]}0000"}
        elif region.level == "province":
            assert re.fullmatch(r"\d\d0000", region.code)
            assert region.parent == "100000"


def test_area_members_exist(lexicon: Lexicon) -> None:
    for region in lexicon.regions.values():
        assert set(region.members) <= set(lexicon.regions), region.key
        assert list(region.members) == sorted(region.members), region.key
        if region.level in {"area", "zone"}:
            assert region.code == "", region.key


def test_province_has_abbreviations_of_its_own(lexicon: Lexicon) -> None:
    provinces = [concept for concept in lexicon.places.values() if lexicon.regions[concept.key].level == "province"]
    characters = [character for concept in provinces for character in concept.properties["cnip:abbreviation"]]
    assert all(len(character) == 1 for character in characters)
    assert len(set(characters)) == len(characters) == len(lexicon.abbreviations)


# Mappings.


@pytest.mark.parametrize("path", MAPPING_FILES, ids=name)
def test_mapping_file_says_what_it_is(path: Path) -> None:
    head = [line for line in path.read_text("utf-8").splitlines() if line.startswith("#")]
    for field in ("curie_map", "license", "mapping_set_id", "mapping_set_title", "mapping_date"):
        assert any(line.startswith(f"#{field}:") for line in head), field
    prefixes = dict(re.findall(r"^#  (\S+): (\S+)$", "\n".join(head), re.MULTILINE))
    assert prefixes == {prefix: PREFIXES.get(prefix, iri) for prefix, iri in prefixes.items()}
    assert list(prefixes) == sorted(prefixes)


@pytest.mark.parametrize("path", MAPPING_FILES, ids=name)
def test_mapping_file_declares_every_prefix_it_uses(path: Path) -> None:
    text = path.read_text("utf-8")
    declared = set(re.findall(r"^#  (\S+): \S+$", text, re.MULTILINE))
    lines = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    columns = [lines[0].index(column) for column in (*COLUMNS, "mapping_source")]
    assert {cells[column].partition(":")[0] for cells in lines[1:] for column in columns} == declared


@pytest.mark.parametrize("path", MAPPING_FILES, ids=name)
def test_mapping_rows_are_in_order_and_given_once(path: Path) -> None:
    rows = [(row.subject, row.negative, row.predicate, row.object) for row in read_mappings(path)]
    assert rows == sorted(set(rows))


@pytest.mark.parametrize("path", MAPPING_FILES, ids=name)
def test_mapping_row_has_source_and_confidence(path: Path) -> None:
    lines = [line.split("\t") for line in path.read_text("utf-8").splitlines() if not line.startswith("#")]
    for cells in lines[1:]:
        row = dict(zip(lines[0], cells, strict=True))
        assert row["mapping_source"], row
        assert 0 < float(row["confidence"]) <= 1, row


@pytest.mark.parametrize("path", MAPPING_FILES, ids=name)
def test_subject_has_one_exact_match_in_a_vocabulary_and_no_other_relation_to_it(path: Path) -> None:
    exact: dict[str, list[str]] = defaultdict(list)
    relations: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in read_mappings(path):
        if row.negative:
            continue
        relations[row.subject, row.object].add(row.predicate)
        if row.predicate == "skos:exactMatch":
            exact[row.subject].append(row.object)
    assert {subject: targets for subject, targets in exact.items() if len(targets) > 1} == {}
    assert {pair: kinds for pair, kinds in relations.items() if len(kinds) > 1} == {}


@pytest.mark.parametrize("path", MAPPING_FILES, ids=name)
def test_no_two_subjects_are_exactly_one_thing(path: Path) -> None:
    exact = Counter(
        row.object for row in read_mappings(path) if row.predicate == "skos:exactMatch" and not row.negative
    )
    assert [target for target, count in exact.items() if count > 1] == []


@pytest.mark.parametrize("path", MAPPING_FILES, ids=name)
def test_identifier_known_to_be_wrong_is_not_also_given(path: Path) -> None:
    rows = list(read_mappings(path))
    wrong = {(row.subject, row.object) for row in rows if row.negative}
    assert wrong.isdisjoint((row.subject, row.object) for row in rows if not row.negative)


@pytest.mark.parametrize("path", MAPPING_FILES, ids=name)
def test_mapping_shows_the_label_that_the_scheme_has(path: Path, lexicon: Lexicon) -> None:
    schemes = {
        "region": lexicon.places,
        "industry": lexicon.industries,
        "indicator": lexicon.indicators,
        "measure-unit": lexicon.units,
    }
    lines = [line.split("\t") for line in path.read_text("utf-8").splitlines() if not line.startswith("#")]
    for cells in lines[1:]:
        row = dict(zip(lines[0], cells, strict=True))
        prefix, _, key = row["subject_id"].partition(":")
        assert row["subject_label"] == schemes[prefix][key].pref_zh


def test_every_mapped_concept_exists(lexicon: Lexicon) -> None:
    assert list(read_links(lexicon))


# Gazetteer.


@pytest.mark.parametrize("path", GAZETTEER_FILES, ids=name)
def test_gazetteer_rows_are_in_order(path: Path) -> None:
    lines = [line for line in path.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    keys = [line.split("\t")[0] for line in lines[1:]]
    assert keys == sorted(keys)
    assert len(set(lines)) == len(lines)


def concepts_of(lexicon: Lexicon, scheme: str) -> list[Concept]:
    """Return the concepts of a scheme of the lexicon."""
    concepts: dict[str, Concept] = getattr(lexicon, scheme)
    return list(concepts.values())


def test_scheme_file_is_read_whole() -> None:
    for path in SCHEME_FILES:
        subjects = [block[0] for block in blocks(path) if not block[0].startswith("scheme:")]
        assert len(read_scheme(path)) == len(subjects)
