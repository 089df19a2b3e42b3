"""The rules of all extractors: unique names, and no more confidence than their counts on gold allow."""

from __future__ import annotations

import pytest

from kg_build.confidence import read_counts, succession
from kg_build.extract.registry import RULES
from kg_build.model import Rule
from kg_build.resources import resource

COUNTS = read_counts(resource("data", "rules", "confidence.tsv"))


def test_rules_have_names_of_their_own() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)


def test_rules_of_the_table_are_those_of_the_extractors() -> None:
    assert list(COUNTS) == sorted(rule.name for rule in RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_rule_has_the_confidence_of_its_counts(rule: Rule) -> None:
    right, found = COUNTS[rule.name]
    if found:
        assert (rule.right, rule.found) == (right, found)
        assert rule.confidence == succession(right, found)
    else:
        assert (rule.right, rule.found) == (None, None)
        assert rule.confidence <= min(
            one.confidence for one in RULES if one.name.split(".")[0] == rule.name.split(".")[0]
        )
    assert 0 < rule.confidence < 1
