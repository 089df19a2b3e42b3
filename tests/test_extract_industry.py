"""Industries: what each form of words states, and what states none; how lists are split."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from kg_build.extract import industry
from kg_build.extract.industry.label import Listing, starting_in
from kg_build.extract.lists import LONGEST_NAME, Coordination, find_lists, split_pair
from kg_build.lexicon import Lexicon, load_lexicon
from kg_build.match import Matcher
from kg_build.model import Mention, Segment, Span
from kg_build.read.sources import parse_document
from kg_build.segment import segment_document

CASES = yaml.safe_load((Path(__file__).parent / "corpus" / "industry.yaml").read_text("utf-8"))
Read = Callable[..., tuple[Segment, ...]]


@pytest.mark.parametrize("case", CASES["positive"], ids=lambda case: case["text"][:24])
def test_text_states_its_industries(case: dict[str, object], segments_of: Read, lexicon: Lexicon) -> None:
    found = [[s.industry, s.role, s.region] for s in industry.extract(segments_of(str(case["text"])), lexicon)]
    states = case["states"]
    assert isinstance(states, list)
    assert found == [[*state, "山东省"][:3] for state in states]


@pytest.mark.parametrize("case", CASES["negative"], ids=lambda case: case["text"][:24])
def test_text_states_no_industry(case: dict[str, str], segments_of: Read, lexicon: Lexicon) -> None:
    assert list(industry.extract(segments_of(case["text"]), lexicon)) == []


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("集成电路产量增长9%。", "integrated-circuits"),
        ("发展高端集成电路。", "integrated-circuits"),  # a modifier leaves the concept as it is
        ("发展集成电路装备。", "semiconductor-equipment"),
        ("发展海洋药物、海洋生物等产业。", ""),  # no label names it
    ],
)
def test_name_is_grounded(text: str, concept: str, segments_of: Read, lexicon: Lexicon) -> None:
    first, *_ = industry.extract(segments_of(text), lexicon)
    assert first.concept == concept


@pytest.mark.parametrize(
    ("text", "status", "year"),
    [
        ("集成电路产量增长9%。", "actual", 2024),
        ("力争集成电路产量增长9%。", "target", 2024),
        ("2024年，山东坚持稳中求进。\n2025年，山东将加力稳增长。\n发展集成电路产业。", "target", 2025),
    ],
)
def test_status_and_year_follow_the_section(
    text: str, status: str, year: int, segments_of: Read, lexicon: Lexicon
) -> None:
    (stated,) = industry.extract(segments_of(text), lexicon)
    assert (stated.status, stated.year) == (status, year)


def test_review_and_plan_state_an_industry_each(segments_of: Read, lexicon: Lexicon) -> None:
    text = "2024年，山东壮大集成电路产业。\n2025年，山东将加力稳增长。\n壮大集成电路产业。"
    assert [s.year for s in industry.extract(segments_of(text), lexicon)] == [2024, 2025]


@given(st.text("发展培育激光轴承丝绸集成电路汽车软件等和与及、，。“”+产业链集群领域行业新能源光伏工业5G \n"))
def test_quote_is_verbatim_in_any_text(text: str) -> None:
    lexicon = load_lexicon()
    document = parse_document("text.txt", "发展集成电路产业。" + text, {"region": "山东省", "year": "2024"})
    found = list(industry.extract(segment_document(document, lexicon, Matcher(lexicon)), lexicon))
    assert found[0].industry == "集成电路"  # what stands first in every text
    for stated in found:
        assert stated.industry
        for evidence in stated.evidence:
            assert document.text[evidence.start : evidence.end] == evidence.quote


def test_long_clause_is_quoted_round_the_name(segments_of: Read, lexicon: Lexicon) -> None:
    text = "围绕" + "、".join(f"第{number}方面的各项工作" for number in "一二三四五六七八九") + "推进集成电路项目建设"
    (stated,) = industry.extract(segments_of(text), lexicon)
    (evidence,) = stated.evidence
    assert "集成电路" in evidence.quote
    assert len(evidence.quote) <= 60


@pytest.mark.parametrize(
    ("text", "lists"),
    [
        ("培育激光、轴承和丝绸等产业", [["激光", "轴承和丝绸"]]),
        ("聚焦激光等产业", [["激光"]]),
        ("江州、云溪建成激光、轴承产业园", [["江州", "云溪"], ["激光", "轴承产业园"]]),
        ("推进“激光、轴承”行动", []),
        ("提升激光等级", []),
        ("打造激光等3个国际一流、轴承等5个国际先进", [["激光"], ["3个国际一流", "轴承"]]),
    ],
)
def test_lists_are_found(text: str, lists: list[list[str]]) -> None:
    found = [[text[m.start : m.end] for m in each.members] for each in find_lists(text, 0, len(text))]
    assert found == lists


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("激光和轴承", ["激光", "轴承"]),
        ("激光、轴承以及丝绸", ["激光、轴承", "丝绸"]),
        ("激光与轴承装备", ["激光与轴承装备"]),
        ("激光及轴承", ["激光及轴承"]),
        ("软件和信息服务", ["软件和信息服务"]),
    ],
)
def test_pair_is_split_between_whole_names(text: str, parts: list[str]) -> None:
    names = {"激光", "轴承", "丝绸", "软件", "信息服务", "软件和信息服务", "激光、轴承"}
    spans = split_pair(text, Span(0, len(text)), names.__contains__)
    assert [text[span.start : span.end] for span in spans] == parts


def test_no_text_longer_than_a_name_is_looked_up() -> None:
    text = "激光和" * 200
    asked: list[str] = []
    assert split_pair(text, Span(0, len(text)), lambda name: bool(asked.append(name))) == (Span(0, len(text)),)
    assert max(map(len, asked), default=0) <= LONGEST_NAME


def test_labels_that_begin_in_a_span_are_found() -> None:
    labels = [Mention(start, start + 2, "lasers", "激光") for start in (0, 3, 6)]
    assert [label.start for label in starting_in(labels, Span(2, 6))] == [3]
    assert list(starting_in(labels, Span(7, 9))) == []


@pytest.mark.parametrize(
    ("filled", "distinctive", "position", "expected"),
    [
        ({0}, {0}, 0, False),  # no member keeps itself company
        ({0, 1}, {1}, 0, True),
        ({0, 1}, set(), 0, False),  # a third member is no industry
        ({0, 1, 2}, set(), 0, True),
        ({0, 1}, {0}, 7, True),
    ],
)
def test_members_of_a_list_keep_each_other_company(
    filled: set[int], distinctive: set[int], position: int, expected: bool
) -> None:
    members = (Span(0, 2), Span(3, 5), Span(6, 8))
    listing = Listing(Coordination(members, 9), frozenset(filled), frozenset(distinctive))
    assert listing.has_company_for(position) is expected
    assert listing.holds(position)
    assert listing.behind == 9
