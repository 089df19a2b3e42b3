"""Names near to one that is not known: of regions, and of the labels that a question's parameter may take."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg_build.lexicon import Lexicon
from kg_build.nearest import Near, near_labels, nearest, nearest_regions
from kg_build.query import find_question


def test_nearest_come_first_three_at_most_one_for_each_thing() -> None:
    names = {"轴承产量": "output", "轴承的产量": "output", "轴承产值": "value", "轴承价格": "price", "轴承": "bearings"}
    assert nearest("轴承产量", names) == ["轴承产量", "轴承产值", "轴承"]
    assert nearest("风筝", names) == []


@pytest.mark.parametrize(
    ("name", "meant"), [("重庆事", "重庆市"), ("Yunan", "云南省"), ("湖北", "湖北省"), ("内蒙古省", "内蒙古自治区")]
)
def test_region_is_named_in_full(name: str, meant: str, lexicon: Lexicon) -> None:
    assert meant in nearest_regions(name, lexicon)
    assert len(nearest_regions(name, lexicon)) <= 3


def near(small: Path, question: str, params: dict[str, str]) -> list[Near]:
    return near_labels(small, find_question(question).text, params)


@pytest.mark.parametrize(
    ("question", "param", "value", "is_known", "label"),
    [
        ("indicator-growth", "indicator", "工业增加", False, "规模以上工业增加值"),
        ("indicator-growth", "indicator", "工业增加值", True, "规模以上工业增加值"),
        ("industry-promotion", "industry", "低空", False, "低空经济"),
        ("industry-promotion", "industry", "low altitude", False, "low-altitude economy"),
        ("region-figures", "region", "云南事", False, "云南省"),
    ],
)
def test_label_that_statements_speak_of_is_offered(
    small: Path, question: str, param: str, value: str, is_known: bool, label: str
) -> None:
    (found,) = near(small, question, {param: value})
    assert (found.param, found.is_known) == (param, is_known)
    assert label in found.labels


def test_words_and_numbers_are_no_labels(small: Path) -> None:
    assert near(small, "documents-on-topic", {"topic": "风筝"}) == []
    assert near(small, "shared-industries", {"least": "99"}) == []
