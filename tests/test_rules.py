"""The rules of all extractors: unique names, and no more confidence than few cases allow."""

from __future__ import annotations

import pytest

from kg_build.extract.registry import RULES
from kg_build.model import Rule

HIGHEST = 0.95


def test_rules_have_names_of_their_own() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_no_rule_claims_to_be_always_right(rule: Rule) -> None:
    assert 0.5 <= rule.confidence <= HIGHEST
