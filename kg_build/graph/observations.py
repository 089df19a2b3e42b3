"""What an observation writes: a figure as RDF Data Cube, SDMX and OWL-Time know it, and in our own words beside.

规模以上工业增加值增长7.4% of 2024 is `cnip:value 7.4` and `sdmx-measure:obsValue 7.4` over `period:2024-01--2024-12`.
The text's own figure, term and unit are kept as strings: a store may write 1.50 as 1.5.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg_build.graph.document_graph import DocumentGraph, a
from kg_build.graph.periods import period_ends, period_iri
from kg_build.graph.terms import choices, decimal_text, literal, predicate, term, typed
from kg_build.model import Comparator, MeasureKind

if TYPE_CHECKING:
    from kg_build.model import Observation

__all__ = ["observation_pairs"]

DECIMAL = typed("", "xsd:decimal").removeprefix('""')

A_TARGET = a("cnip:Target")
IN_DATASET = predicate("qb:dataSet") + term("dataset:observations")
INDICATOR, INDICATOR_TEXT = predicate("cnip:indicator"), predicate("cnip:indicatorText")
KIND, COMPARATOR = choices("cnip:kind", "kind", MeasureKind), choices("cnip:comparator", "comparator", Comparator)
UNITLESS = "无单位"
VALUE, OBS_VALUE, RAW_VALUE = map(predicate, ("cnip:value", "sdmx-measure:obsValue", "cnip:rawValue"))
UNIT, UNIT_TEXT = predicate("cnip:unit"), predicate("cnip:unitText")
LOWER, UPPER, SCOPE = map(predicate, ("cnip:lowerBound", "cnip:upperBound", "cnip:scope"))
PERIOD = predicate("cnip:period")
REF_AREA, REF_PERIOD = predicate("sdmx-dimension:refArea"), predicate("sdmx-dimension:refPeriod")


def observation_pairs(graph: DocumentGraph, statement: Observation, region: str) -> list[str]:
    """Return what an observation carries; its period is described."""
    value = f'"{decimal_text(statement.value)}"{DECIMAL}'
    pairs = [
        IN_DATASET,
        INDICATOR + graph.indicator(statement.indicator, statement.concept),
        INDICATOR_TEXT + literal(statement.indicator),
        KIND[statement.kind],
        VALUE + value,
        OBS_VALUE + value,
        RAW_VALUE + literal(statement.raw),
        COMPARATOR[statement.comparator],
    ]
    if statement.status == "target":
        pairs += A_TARGET
    if region:
        pairs.append(REF_AREA + region)
    pairs += (UNIT + graph.unit(statement.unit or UNITLESS), UNIT_TEXT + literal(statement.unit))
    if statement.lower is not None:
        pairs.append(f'{LOWER}"{decimal_text(statement.lower)}"{DECIMAL}')
    if statement.upper is not None:
        pairs.append(f'{UPPER}"{decimal_text(statement.upper)}"{DECIMAL}')
    if statement.scope:
        pairs.append(SCOPE + literal(statement.scope))
    start, end = statement.period_start, statement.period_end
    if start or end:
        period = period_iri(graph, start, end)
        pairs += (PERIOD + period, REF_PERIOD + period, *period_ends(start, end))
    return pairs
