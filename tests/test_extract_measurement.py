"""Figures: what each form of words states, and what states nothing."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from kg_build.extract import measurement
from kg_build.extract.registry import extract_statements
from kg_build.lexicon import Lexicon
from kg_build.model import Cluster, Segment

CASES = yaml.safe_load((Path(__file__).parent / "corpus" / "measurement.yaml").read_text("utf-8"))
Read = Callable[..., tuple[Segment, ...]]


@pytest.mark.parametrize("case", CASES["positive"], ids=lambda case: case["text"][:24])
def test_text_states_its_figures(case: dict[str, object], segments_of: Read, lexicon: Lexicon) -> None:
    found = [
        [o.indicator, o.kind, o.value, o.unit, o.comparator, o.period_start, o.period_end]
        for o in measurement.extract(segments_of(str(case["text"])), lexicon)
    ]
    states = case["states"]
    assert isinstance(states, list)
    assert found == [[*state[:2], Decimal(str(state[2])), *state[3:]] for state in states]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("- 轴承企业达30家。", "轴承企业达30家"),
        ("* 轴承企业达30家。", "轴承企业达30家"),
        ("轴承投资增速：-5%。", "轴承投资增速：-5%"),
        ("其中，轴承投资增长6%、-5%的是丝绸投资。", "-5%"),
    ],
)
def test_quote_is_without_the_mark_of_a_list(text: str, quote: str, segments_of: Read, lexicon: Lexicon) -> None:
    *_, last = measurement.extract(segments_of(text), lexicon)
    assert last.evidence[0].quote == quote


@pytest.mark.parametrize("case", CASES["negative"], ids=lambda case: case["text"][:24])
def test_text_states_no_figure(case: dict[str, str], segments_of: Read, lexicon: Lexicon) -> None:
    assert list(measurement.extract(segments_of(case["text"]), lexicon)) == []


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("规上工业增加值增长6%。", "actual"),
        ("预计全年软件业务收入增长9%。", "estimate"),
        ("预计全年软件业务收入增长9%，工业投资增长4%。", "estimate"),
        ("力争规上工业增加值增长6%。", "target"),
        ("到2027年，绿色工厂达到500家。", "target"),
        ("到2024年，绿色工厂达到500家。", "actual"),
        ("2024年，山东坚持稳中求进。\n2025年，山东将加力稳增长。\n新增绿色工厂90家。", "target"),
        ("2024年，山东坚持稳中求进。\n2025年，山东将加力稳增长。\n巩固现有3个省级基地。", "actual"),
    ],
)
def test_status_follows_section_and_words(text: str, status: str, segments_of: Read, lexicon: Lexicon) -> None:
    assert {o.status for o in measurement.extract(segments_of(text), lexicon)} == {status}


@pytest.mark.parametrize(
    ("text", "regions"),
    [
        ("青岛轴承产量达20万套，增长8%。", ["青岛市", "青岛市"]),
        ("青岛轴承产量达20万套。工业投资增长8%。", ["青岛市", "山东省"]),
        ("京津冀三地共建园区，落地项目40个。", ["京津冀"]),
        ("全省轴承产量达20万套。", ["山东省"]),
        ("规上工业增加值高于全国1个百分点。", ["山东省"]),
        ("全国规模以上工业增加值增长5.8%，山东省增长7.6%。", ["全国", "山东省"]),
        ("工业投资增长11%，全国增长9%。", ["山东省", "全国"]),
        ("全国每4辆轴承车就有1辆山东造。", ["山东省"]),
        ("全国首个轴承产业园落户，投资30亿元。", ["山东省"]),
    ],
)
def test_figure_belongs_to_the_subject_of_its_clause(
    text: str, regions: list[str], segments_of: Read, lexicon: Lexicon
) -> None:
    assert [o.region for o in measurement.extract(segments_of(text), lexicon)] == regions


@pytest.mark.parametrize(
    ("text", "scopes"),
    [
        ("规上工业增加值增长6%，高于全国1个百分点，居全国第9位、中部第2位。", ["", "全国", "全国", "中部"]),
        ("轴承产量居国内第一。", ["全国"]),
        ("轴承产量占全国三成。", [""]),
    ],
)
def test_rank_and_gap_keep_their_scope(text: str, scopes: list[str], segments_of: Read, lexicon: Lexicon) -> None:
    assert [o.scope for o in measurement.extract(segments_of(text), lexicon)] == scopes


def test_one_report_does_not_lend_its_region_to_the_next(segments_of: Read, lexicon: Lexicon) -> None:
    text = "2024年,山东工业系统稳中求进。轴承产业集群做大做强。\n2024年,云南工业系统稳中求进。轴承产业集群做大做强。\n"
    found = extract_statements(segments_of(text, region="", year=None), lexicon)
    assert {statement.region for statement in found if isinstance(statement, Cluster)} == {"山东省", "云南省"}


def test_yearly_mean_is_never_of_one_year(segments_of: Read, lexicon: Lexicon) -> None:
    text = "过去五年，全省生产总值年均增长6.1%。\n居民人均可支配收入年均增长7%。"
    periods = [(o.period_start, o.period_end) for o in measurement.extract(segments_of(text), lexicon)]
    assert periods == [("2020-01", "2024-12"), ("", "2024-12")]


def test_figure_without_year_has_an_open_period(segments_of: Read, lexicon: Lexicon) -> None:
    (found,) = measurement.extract(segments_of("规上工业增加值增长6%。", year=None), lexicon)
    assert (found.year, found.period_start, found.period_end) == (None, "", "")


NOISE = st.text(
    alphabet="规上工业增加值长下降占全省个项%万亿.，、。“”（）［］0123456789第一二三十年月超近约和分别 \n", max_size=60
)
HUNDREDTHS = st.integers(min_value=1, max_value=99_999)


@given(noise=NOISE, hundredths=HUNDREDTHS, gap=st.sampled_from(["\n", "\n\n", "\n \n\u3000\u3000", "［2］\n"]))
def test_every_quote_stands_in_any_text(
    noise: str, hundredths: int, gap: str, segments_of: Read, lexicon: Lexicon
) -> None:
    value = Decimal(hundredths) / 100
    text = f"{noise}{gap}轴承产量增长{value}%。{gap}{noise}"
    found = [one for segment in segments_of(text) for one in measurement.extract([segment], lexicon)]
    for one in found:
        for passage in one.evidence:
            assert text[passage.start : passage.end] == passage.quote != ""
    quote = f"轴承产量增长{value}%"
    at = text.index(f"{gap}{quote}") + len(gap)
    stated = [(one.indicator, one.kind, one.value) for one in found if one.evidence[0].start == at]
    assert stated == [("轴承产量", "growth", value)]
    assert [one.evidence[0].quote for one in found if one.evidence[0].start == at] == [quote]


WORDS = """
规上工业增加值 轴承、齿轮产量 企业 项目 全省 其中 累计 分别 均 都 由 从 到 达 增长 下降 同比 占全国 高于全国 居全国
新增 压减 提前 用于 完成 的 等 中 一半 5 6.5 1.2万 三百 十 亿 ％ % 个 家 亿元 个百分点 倍 位 第3 前5 1/3 四成
超 近 约 以上 左右 余 不低于 翻一番 2.1:1 指数 2020年 1—11月 五年来 今年 到2027年 迈上 台阶 县（市、区）
、 和 与 及 ， 。 ； ： （ ） “ ” 《 》 ［2］
"""
PIECES = (*WORDS.split(), " ", "\n")


@given(text=st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_any_order_of_words_is_read_with_its_quotes(text: str, segments_of: Read, lexicon: Lexicon) -> None:
    if not text.strip():
        return
    for segment in segments_of(text):
        for found in measurement.extract([segment], lexicon):
            assert found.value.is_finite()
            assert found.lower is None or (found.upper is not None and found.lower <= found.upper)
            for passage in found.evidence:
                assert segment.document.text[passage.start : passage.end] == passage.quote != ""


@pytest.mark.parametrize(
    "piece",
    [
        "1、",
        "第1",
        "三成",
        "分别增长6%、",
        "由5个提高到",
        "“",
        "［2］",
        "和、",
        "1—11月",
        "每1辆",
        "20万吨铜、",
        "有1辆",
    ],
)
def test_a_piece_said_over_and_over_is_no_trouble(piece: str, segments_of: Read, lexicon: Lexicon) -> None:
    for found in measurement.extract(segments_of(piece * 5000 + "。"), lexicon):
        assert found.evidence[0].quote
