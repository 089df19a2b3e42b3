"""Stage 7: mapping files to SKOS links, `region:500000 skos:exactMatch wd:Q11725`.

Mappings are SSSOM tables (https://mapping-commons.github.io/sssom/): a header of YAML in comment lines, then one row a
mapping with its justification, confidence and source. A row that says `Not` records an identifier that circulates and
is wrong; it is checked like the others and yields nothing.

Input: `data/mappings/*.sssom.tsv`, the lexicon. Output: triples of IRIs, in file order. No identifier is looked up
anywhere: what the files do not hold is not linked.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from kg_build.errors import DataError
from kg_build.namespaces import PREFIXES, expand
from kg_build.resources import resource

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kg_build.lexicon import Lexicon

__all__ = ["COLUMNS", "MAPPINGS", "Link", "Mapping", "read_links", "read_mappings"]

MAPPINGS = resource("data", "mappings")

PREDICATES = frozenset(f"skos:{kind}Match" for kind in ("exact", "close", "broad", "narrow", "related"))

JUSTIFICATIONS = frozenset(
    f"semapv:{kind}"
    for kind in (
        "BackgroundKnowledgeBasedMatching",
        "LexicalMatching",
        "LogicalReasoning",
        "ManualMappingCuration",
        "MappingChaining",
        "MappingReview",
    )
)

COLUMNS = ("subject_id", "predicate_id", "object_id", "mapping_justification")
"""The columns that no mapping file may lack."""

LOCAL_NAME = {
    "gn": re.compile(r"[1-9]\d*/"),
    "isic4": re.compile(r"[A-U]|\d{2,4}"),
    "unit": re.compile(r"[A-Z][A-Za-z0-9_-]*"),
    "wd": re.compile(r"Q[1-9]\d*"),
    "wdi": re.compile(r"[A-Z0-9]+(?:\.[A-Z0-9]+)+"),
}
"""What follows the prefix of an outside vocabulary. GeoNames names a place by a number and a slash."""

SCHEME_OF = {"region": "places", "industry": "industries", "indicator": "indicators", "measure-unit": "units"}


class Mapping(NamedTuple):
    """A row of a mapping file. `place` is the file and line it stands on; `negative` where the row says `Not`."""

    subject: str
    predicate: str
    object: str
    negative: bool
    place: str


class Link(NamedTuple):
    """A link of the graph: three IRIs."""

    subject: str
    predicate: str
    object: str


def read_links(lexicon: Lexicon, folder: Path = MAPPINGS) -> Iterator[Link]:
    """Yield the links of every mapping file of a folder.

    Raises: DataError with file and line of a row that is malformed or speaks of a concept that no scheme has.
    """
    for path in sorted(folder.glob("*.sssom.tsv")):
        for mapping in read_mappings(path):
            prefix, _, key = mapping.subject.partition(":")
            if key not in getattr(lexicon, SCHEME_OF[prefix]):
                raise DataError(f"{mapping.place}: {mapping.subject} is in no scheme")
            if not mapping.negative:
                yield Link(expand(mapping.subject), expand(mapping.predicate), expand(mapping.object))


def read_mappings(path: Path) -> Iterator[Mapping]:
    """Yield the rows of a mapping file, checked one by one.

    Raises: DataError with file and line where a row cannot be a mapping.
    """
    header: list[str] = []
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        place = f"{path.name}:{number}"
        if line.startswith("#"):
            continue
        cells = line.split("\t")
        if not header:
            missing = [column for column in COLUMNS if column not in cells]
            if missing:
                raise DataError(f"{place}: no column {', '.join(missing)}")
            header = cells
            continue
        if len(cells) != len(header):
            raise DataError(f"{place}: {len(cells)} cells under {len(header)} columns")
        yield as_mapping(dict(zip(header, cells, strict=True)), place)


def as_mapping(row: dict[str, str], place: str) -> Mapping:
    """Return the mapping that a row states."""
    subject, predicate, target = row["subject_id"], row["predicate_id"], row["object_id"]
    if subject.partition(":")[0] not in SCHEME_OF:
        raise DataError(f"{place}: the subject {subject!r} is not of {', '.join(sorted(SCHEME_OF))}")
    if predicate not in PREDICATES:
        raise DataError(f"{place}: {predicate!r} is not one of {', '.join(sorted(PREDICATES))}")
    prefix, _, name = target.partition(":")
    if prefix not in PREFIXES:
        raise DataError(f"{place}: the object {target!r} has no prefix of ours")
    pattern = LOCAL_NAME.get(prefix)
    if not name or (pattern is not None and not pattern.fullmatch(name)):
        raise DataError(f"{place}: {target!r} is no identifier of {prefix}")
    if row["mapping_justification"] not in JUSTIFICATIONS:
        raise DataError(f"{place}: {row['mapping_justification']!r} is no justification we use")
    modifier = row.get("predicate_modifier", "")
    if modifier not in {"", "Not"}:
        raise DataError(f"{place}: the modifier {modifier!r} is not 'Not'")
    return Mapping(subject, predicate, target, modifier == "Not", place)
