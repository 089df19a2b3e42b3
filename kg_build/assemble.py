"""Stage 5: equal statements become one, their evidence united.

Input: the statements of one document, in any order. Output: each key once, sorted. The key is every field but the
evidence; the same fact read twice keeps both passages. Assembling twice, or in another order, changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

import msgspec

from kg_build.errors import EvidenceError
from kg_build.model import Document, Evidence, Observation, Statement

__all__ = ["assemble", "check_evidence"]


def assemble(statements: Iterable[Statement]) -> list[Statement]:
    """Return one statement for each key, with all its evidence, in the order of place and kind."""
    united: dict[tuple[object, ...], tuple[Statement, set[Evidence]]] = {}
    for statement in statements:
        key = identity(statement)
        if key in united:
            united[key][1].update(statement.evidence)
        else:
            united[key] = (statement, set(statement.evidence))
    whole = [
        msgspec.structs.replace(statement, evidence=tuple(sorted(evidence))) for statement, evidence in united.values()
    ]
    return sorted(whole, key=lambda statement: (statement.evidence[0], type(statement).__name__, repr(statement)))


def identity(statement: Statement) -> tuple[object, ...]:
    """Return what makes a statement the same as another: its class and every field but the evidence.

    Figures are compared as numbers, so 1.50 and 1.5 are one; how a figure was written does not tell facts apart.
    """
    fields: list[object] = [type(statement).__name__]
    for name in statement.__struct_fields__:
        if name in {"evidence", "raw"}:
            continue
        value = getattr(statement, name)
        fields.append(value.normalize() if isinstance(value, Decimal) else value)
    if isinstance(statement, Observation) and statement.value == 0:
        fields.append("zero")
    return tuple(fields)


def check_evidence(statements: Iterable[Statement], document: Document) -> None:
    """Raise EvidenceError for a quote that does not stand at its offsets, or a statement without evidence."""
    for statement in statements:
        if not statement.evidence:
            raise EvidenceError(f"{document.name}: a {type(statement).__name__} has no evidence")
        for passage in statement.evidence:
            if not passage.quote or document.text[passage.start : passage.end] != passage.quote:
                raise EvidenceError(
                    f"{document.name}:{passage.start}-{passage.end}: {passage.rule} quotes “{passage.quote[:40]}”, "
                    "which does not stand there"
                )
