"""Documents: which titles and actions a text states, and what is no title."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from kg_build.extract import document
from kg_build.extract.document.verb import action_of
from kg_build.lexicon import Lexicon
from kg_build.model import DocumentStatement, Segment

CASES = yaml.safe_load((Path(__file__).parent / "corpus" / "document.yaml").read_text("utf-8"))
PLAN = "2024年，山东坚持稳中求进。\n2025年，山东将坚持稳中求进、奋力争先。\n"
Read = Callable[..., tuple[Segment, ...]]


def found(segments: tuple[Segment, ...], lexicon: Lexicon) -> list[DocumentStatement]:
    return [statement for statement in document.extract(segments, lexicon) if isinstance(statement, DocumentStatement)]


@pytest.mark.parametrize("case", CASES["positive"], ids=lambda case: case["text"][:24])
def test_text_states_its_documents(case: dict[str, object], segments_of: Read, lexicon: Lexicon) -> None:
    text = (PLAN if case.get("part") == "plan" else "") + str(case["text"])
    titles = found(segments_of(text), lexicon)
    stated = [[d.title, d.action, d.evidence[0].rule.removeprefix("document.")] for d in titles]
    assert stated == case["states"]


@pytest.mark.parametrize("case", CASES["negative"], ids=lambda case: case["text"][:24])
def test_text_states_no_document(case: dict[str, str], segments_of: Read, lexicon: Lexicon) -> None:
    assert found(segments_of(case["text"]), lexicon) == []


def test_every_rule_fires_in_the_corpus() -> None:
    rules = {f"document.{state[2]}" for case in CASES["positive"] for state in case["states"]}
    assert {rule.name for rule in document.RULES} == rules


def test_area_that_acts_is_the_region(segments_of: Read, lexicon: Lexicon) -> None:
    titles = found(segments_of("京津冀三地印发轴承产业链协同实施方案。"), lexicon)
    assert [(d.region, d.title) for d in titles] == [("京津冀", "轴承产业链协同实施方案")]


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("编制烟台蚕桑发展规划。", "烟台市"),
        ("落实长三角丝绸提质规划。", "长三角"),
        ("黄河流域蚕桑提质规划出台。", "山东省"),  # a landscape owns nothing
        ("鲁西地区丝绸提质规划出台。", "山东省"),
        ("济南市出台烟台蚕桑发展规划。", "济南市"),
        ("出台济南、烟台蚕桑发展规划。", "山东省"),
    ],
)
def test_city_or_joint_area_that_opens_a_title_is_the_region(
    text: str, region: str, segments_of: Read, lexicon: Lexicon
) -> None:
    assert [one.region for one in found(segments_of(text), lexicon)] == [region]


def test_a_document_named_twice_is_stated_once(segments_of: Read, lexicon: Lexicon) -> None:
    assert len(found(segments_of("出台《轴承条例》。出台《轴承条例》。"), lexicon)) == 1


def test_title_keeps_the_quotes_and_width_of_the_text(segments_of: Read, lexicon: Lexicon) -> None:
    titles = found(segments_of("印发《轴承产业发展规划（2024—2027年）》。"), lexicon)
    assert [d.title for d in titles] == ["轴承产业发展规划（2024—2027年）"]


@pytest.mark.parametrize(
    ("verbs", "after", "status", "action"),
    [
        ("制定", "", "actual", "issued"),
        ("制定", "", "target", "drafting"),
        ("研究制定", "", "actual", "drafting"),
        ("制定实施", "", "target", "issued"),
        ("印发实施", "", "target", "issued"),
        ("修订实施", "", "actual", "revised"),
        ("推进", "立法", "target", "drafting"),
        ("落实", "", "target", "implementing"),
        ("制定贯彻落实", "", "actual", "implementing"),
        ("", "颁布", "actual", "promulgated"),
        ("", "", "actual", None),
    ],
)
def test_verbs_amount_to_an_action(verbs: str, after: str, status: str, action: str | None) -> None:
    assert action_of(verbs, after, status, "轴承条例") == action  # type: ignore[arg-type]


@given(st.text(alphabet="“”《》()轴承、,。;:\n印发落实方案条例等和的推进规划", max_size=60))
def test_evidence_is_verbatim_for_any_text(segments_of: Read, lexicon: Lexicon, text: str) -> None:
    segments = segments_of("落实轴承行业条例。" + text)
    stated = found(segments, lexicon)
    assert stated[0].title == "轴承行业条例"
    for statement in stated:
        for passage in statement.evidence:
            assert segments[0].document.text[passage.start : passage.end] == passage.quote
