"""Initiatives: what each form of a name states, and what states none."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from kg_build.errors import DataError
from kg_build.extract import initiative
from kg_build.extract.initiative.code import is_code, splits_of
from kg_build.extract.initiative.memory import MOST_NAMES, MOST_PILOTS, Memory
from kg_build.extract.initiative.name_class import JUDGES
from kg_build.extract.initiative.name_phrase import NamePhrase, clean_name, mask, verb_and_start
from kg_build.extract.word_list import WordFinder, read_words
from kg_build.lexicon import Lexicon
from kg_build.model import Component, Initiative, Segment

CASES = yaml.safe_load((Path(__file__).parent / "corpus" / "initiative.yaml").read_text("utf-8"))
Read = Callable[..., tuple[Segment, ...]]
PLAN = "\n2025年，山东将坚持稳中求进、奋力争先。\n"


def found(segments: tuple[Segment, ...], lexicon: Lexicon) -> list[Initiative]:
    return [statement for statement in initiative.extract(segments, lexicon) if isinstance(statement, Initiative)]


@pytest.mark.parametrize("case", CASES["positive"], ids=lambda case: case["text"][:24])
def test_text_states_its_initiatives(case: dict[str, object], segments_of: Read, lexicon: Lexicon) -> None:
    states = case["states"]
    assert isinstance(states, list)
    wanted = {(name, form, code or "", region or "山东省") for name, form, code, region in map(padded, states)}
    named = found(segments_of(str(case["text"])), lexicon)
    assert {(i.name, i.evidence[0].rule.removeprefix("initiative."), i.code, i.region) for i in named} == wanted


def padded(state: list[str]) -> tuple[str, str, str, str]:
    """Fill up a case's columns: name, form, code, region."""
    name, form, code, region = (*state, *[""] * (4 - len(state)))
    return name, form, code, region


@pytest.mark.parametrize("case", CASES["negative"], ids=lambda case: case["text"][:24])
def test_text_states_no_initiative(case: dict[str, str], segments_of: Read, lexicon: Lexicon) -> None:
    assert found(segments_of(case["text"]), lexicon) == []


def test_every_rule_fires_in_the_corpus() -> None:
    forms = {state[1] for case in CASES["positive"] for state in case["states"]}
    assert {rule.name.removeprefix("initiative.") for rule in initiative.RULES} == forms


def test_review_and_plan_give_two_records(segments_of: Read, lexicon: Lexicon) -> None:
    text = "2024年，山东坚持稳中求进。\n实施轴承产业振兴行动。实施轴承产业振兴行动。" + PLAN + "实施轴承产业振兴行动。"
    named = found(segments_of(text), lexicon)
    assert [(i.year, i.status) for i in named] == [(2024, "actual"), (2025, "target")]


def test_each_of_several_subjects_has_the_initiative(segments_of: Read, lexicon: Lexicon) -> None:
    named = found(segments_of("济南、青岛建成轴承软件推广中心。"), lexicon)
    assert [i.region for i in named] == ["济南市", "青岛市"]


def test_area_that_opens_a_name_owns_it(segments_of: Read, lexicon: Lexicon) -> None:
    named = found(segments_of("发布两批京津冀轴承强基工程榜单。"), lexicon)
    assert [(i.region, i.name) for i in named] == [("京津冀", "京津冀轴承强基工程")]


def test_place_that_opens_another_name_of_the_list_does_not_own_the_next(segments_of: Read, lexicon: Lexicon) -> None:
    named = found(segments_of("青岛轴承大桥、丝绸隧道建成通车。"), lexicon)
    assert [(i.region, i.name) for i in named] == [("青岛市", "青岛轴承大桥"), ("山东省", "丝绸隧道")]


def test_short_name_of_a_zone_leaves_a_name_to_the_reporting_region(segments_of: Read, lexicon: Lexicon) -> None:
    named = found(segments_of("洋浦轴承大桥建成通车，两江新区轴承大桥开工。"), lexicon)
    assert [(i.region, i.name) for i in named] == [("山东省", "洋浦轴承大桥"), ("两江新区", "两江新区轴承大桥")]


def test_a_later_short_form_of_a_code_takes_the_first_name(segments_of: Read, lexicon: Lexicon) -> None:
    text = "落实省委“2479”工作部署。\n2025年，山东将奋力争先。\n做强“2479”。"
    assert {(i.name, i.code) for i in found(segments_of(text), lexicon)} == {("2479工作部署", "2479")}


def test_a_pilot_that_the_text_calls_national_is_none(segments_of: Read, lexicon: Lexicon) -> None:
    text = "入围首批国家轴承“云港一体”应用试点。\n加快“云港一体”应用试点。"
    assert found(segments_of(text), lexicon) == []


@pytest.mark.parametrize(
    ("text", "components"),
    [
        ("深化“园长+链长”模式。", (Component(None, "模式", ("园长", "链长")),)),
        ("按照“六链五群”推进。", (Component(6, "链"), Component(5, "群"))),
        ("建立在库、在建、在谈“三张台账”。", (Component(3, "台账", ("在库", "在建", "在谈")),)),
        ("开展轴承“双百”(100家企业、100个项目)行动。", (Component(100, "企业"), Component(100, "项目"))),
        (
            "构建“3+2”产业体系。做大轴承、丝绸等三大支柱产业，培育激光等2个新兴产业。",
            (Component(3, "支柱产业", ("轴承", "丝绸")), Component(2, "新兴产业", ("激光",))),
        ),
        (
            "构建“246”集群方阵，聚焦轴承等2个国际一流、丝绸等4个国际先进、陶瓷等6个全国领先的集群。",
            (
                Component(2, "国际一流", ("轴承",)),
                Component(4, "国际先进", ("丝绸",)),
                Component(6, "全国领先", ("陶瓷",)),
            ),
        ),
        ("构建“3+2”产业体系。", ()),
        ("用好轴承专项投资、“两园”。", ()),  # one of two, and no sum
        ("推进、轴承、丝绸、激光“四项行动”。", ()),  # a word is missing
        ("深化“园长+链长[3]”模式。", (Component(None, "模式", ("园长", "链长")),)),
        ("推行“园长+链长”。", (Component(None, "园长+链长", ("园长", "链长")),)),
    ],
)
def test_components_are_read_where_the_text_states_them(
    text: str, components: tuple[Component, ...], segments_of: Read, lexicon: Lexicon
) -> None:
    assert found(segments_of(text), lexicon)[0].components == components


def test_a_brand_is_held_against_few_names() -> None:
    memory = Memory("")
    for number in range(3 * MOST_NAMES):
        memory.full_name(NamePhrase(0, 0, 9, f"绿谷{number}工程", "branded", brand="绿谷"))
    assert len(memory.brands["绿谷"]) == MOST_NAMES
    text = "".join(f"获批国家轴承{number:04}号试点。" for number in range(2 * MOST_PILOTS))
    assert len(Memory(text).titles) == MOST_PILOTS


@pytest.mark.parametrize("code", ["33618", "415X", "6+3", "10+9+4", "1+N+X", "556", "2+3+N"])
def test_code_is_recognised(code: str) -> None:
    assert is_code(code)


@pytest.mark.parametrize("text", ["2025", "5G", "12", "3+", "+北斗", "产业大脑+未来工厂", "0755", ""])
def test_other_text_is_no_code(text: str) -> None:
    assert not is_code(text)


@pytest.mark.parametrize(
    ("code", "counts"),
    [("6997", (6, 9, 9, 7)), ("33618", (3, 3, 6, 18)), ("1650", (16, 50)), ("20+5", (20, 5)), ("10+9+4", (10, 9, 4))],
)
def test_code_may_stand_for_its_counts(code: str, counts: tuple[int, ...]) -> None:
    assert counts in list(splits_of(code))


@pytest.mark.parametrize(
    ("text", "head", "name"),
    [
        ("大力实施轴承产业振兴", 10, "轴承产业振兴"),
        ("加快建设绿谷", 6, "绿谷"),
        ("建成轴承应用推广", 8, "轴承应用推广"),
        ("健全轴承监测推进", 8, "轴承监测推进"),
        ("在江州建立轴承等产业的监测", 13, "监测"),
    ],
)
def test_phrase_starts_after_its_verb(text: str, head: int, name: str) -> None:
    _, start = verb_and_start(text, 0, head)
    assert text[start:head] == name


@given(st.text(alphabet="“”《》()轴承、,。\n行动", max_size=40))
def test_mask_keeps_the_length(text: str) -> None:
    assert len(mask(text)) == len(text)


@given(st.text(alphabet="“”《》()轴承、,。;:\n行动工程实施推进等和的“3+2”大", max_size=60))
def test_evidence_is_verbatim_for_any_text(segments_of: Read, lexicon: Lexicon, text: str) -> None:
    segments = segments_of("实施轴承行动。" + text)
    stated = found(segments, lexicon)
    assert stated[0].name == "轴承行动"
    for statement in stated:
        for passage in statement.evidence:
            assert segments[0].document.text[passage.start : passage.end] == passage.quote


@pytest.mark.parametrize("sign", ["\u202e", "\ufeff", "\x01", "\x00"])
def test_name_holds_no_invisible_character(sign: str, segments_of: Read, lexicon: Lexicon) -> None:
    named = found(segments_of(f"实施轴承强基行动。实施丝绸{sign}强基行动。"), lexicon)
    assert "轴承强基行动" in [one.name for one in named]
    assert all(one.name.isprintable() for one in named)


def test_run_of_one_character_is_no_name(segments_of: Read, lexicon: Lexicon) -> None:
    assert found(segments_of("实施" + "高" * 300 + "工程。"), lexicon) == []


def test_clean_name_drops_marks_and_asides() -> None:
    assert clean_name("轴承“绿谷”行动(二期)[12]") == "轴承绿谷行动"


def test_every_class_of_noun_has_its_judge() -> None:
    classes = set(read_words("initiative-nouns").values()) - {"none", "project"}
    assert classes == set(JUDGES)


@pytest.mark.parametrize("name", ["initiative-nouns", "initiative-generic", "brand-nouns", "document-nouns", "slogans"])
def test_word_list_is_read_and_grouped_in_order(name: str) -> None:
    words = read_words(name)
    assert words
    groups = list(dict.fromkeys(words.values()))
    assert list(words) == [word for group in groups for word in sorted(w for w in words if words[w] == group)]


def test_longest_word_of_a_list_hides_the_shorter() -> None:
    finder = WordFinder({"工程": "programme", "工程机械": "none"})
    assert [(token.start, token.group) for token in finder.find("工程和工程机械")] == [(0, "programme"), (3, "none")]


def test_word_that_stands_twice_is_an_error(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "twice.tsv").write_text("label\n轴承\n轴承\n", encoding="utf-8")
    monkeypatch.setattr("kg_build.extract.word_list.resource", lambda *parts: tmp_path / parts[-1])
    with pytest.raises(DataError, match=r"twice\.tsv:3: 轴承 stands twice"):
        read_words("twice")
