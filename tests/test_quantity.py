"""Numbers, hedges and units; beside each form what must not be read as a figure."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg_build.figure import fallen
from kg_build.number import number_forms
from kg_build.numeral import chinese_number
from kg_build.proportion import FORMS, SIGN
from kg_build.quantity import QuantityReader
from kg_build.read.plain import fold

UNITS = [
    "元",
    "%",
    "个百分点",
    "家",
    "个",
    "项",
    "辆",
    "台(套)",
    "块",
    "位",
    "P",
    "平方公里",
    "款",
    "批",
    "倍",
    "人次",
    "亩",
    "届",
    "条",
    "次",
    "度",
    "吨",
    "吨/年",
    "套(间)",
    "套",
    "千克",
    "千伏",
    "千伏安",
    "千瓦",
    "PB",
    "E",
]
READER = QuantityReader(dict.fromkeys(UNITS, ()) | {"台": ("台阶",), "人年": ("人年度",), "人": ("人才",)})


def read(text: str) -> list[tuple[Decimal, str, str]]:
    """Return value, unit and comparator of each figure."""
    return [(figure.value, figure.unit, figure.comparator) for figure in READER.read(fold(text), 0, len(text))]


@pytest.mark.parametrize(
    ("text", "value", "unit", "comparator"),
    [
        ("攻关项目400余项", 400, "项", "gt"),
        ("50多项成果", 50, "项", "gt"),
        ("超200亿块", 20_000_000_000, "块", "gt"),
        ("近2万家", 20_000, "家", "approx"),
        ("约17个百分点", 17, "个百分点", "approx"),
        ("突破万亿元", 10**12, "元", "gt"),
        ("1.3万亿元", 1_300_000_000_000, "元", "eq"),
        ("7.33万家", 73_300, "家", "eq"),
        ("1,298个", 1298, "个", "eq"),
        ("９８７０台（套）", 9870, "台(套)", "eq"),
        ("20万人次以上", 200_000, "人次", "gt"),
        ("不低于95%", 95, "%", "gt"),
        ("不到3%", 3, "%", "lt"),
        ("5%左右", 5, "%", "approx"),
        ("三个基地", 3, "个", "eq"),
        ("两批榜单", 2, "批", "eq"),
        ("一百二十家", 120, "家", "eq"),
        ("三千五百万元", 35_000_000, "元", "eq"),
        ("百余家", 100, "家", "gt"),
        ("超百项活动", 100, "项", "gt"),
        ("四成以上", 40, "%", "gt"),
        ("近1/5", 20, "%", "approx"),
        ("三分之一", Decimal("33.33"), "%", "eq"),
        ("每4辆就有1辆", 25, "%", "eq"),
        ("第13位", 13, "位", "eq"),
        ("稳居全国第一", 1, "位", "eq"),
        ("前8", 8, "位", "lt"),
        ("首位", 1, "位", "eq"),
        ("两位数增长", 10, "%", "gt"),
        ("增长近3倍", 3, "倍", "approx"),
        ("8620P", 8620, "P", "eq"),
        ("1亿2千万元", 120_000_000, "元", "eq"),
        ("2万3千家", 23_000, "家", "eq"),
        ("百分之六点五", Decimal("6.5"), "%", "eq"),
        ("超百万千瓦", 1_000_000, "千瓦", "gt"),
        ("数十个", 20, "个", "gt"),
        ("上百家", 100, "家", "gt"),
        ("0.2千克", Decimal("0.2"), "千克", "eq"),
        ("50千伏安", 50, "千伏安", "eq"),
        ("2万套（间）", 20_000, "套(间)", "eq"),
        ("30万吨/年", 300_000, "吨/年", "eq"),
        ("12亿度", 1_200_000_000, "度", "eq"),
        ("20PB", 20, "PB", "eq"),
        ("三台机床", 3, "台", "eq"),
        ("5万人年度任务", 50_000, "人", "eq"),
        ("2万人年", 20_000, "人年", "eq"),
        ("两次", 2, "次", "eq"),
        ("不超5家", 5, "家", "lt"),
        ("不得超过5家", 5, "家", "lt"),
        ("没有突破5家", 5, "家", "lt"),
        ("未达到5家", 5, "家", "lt"),
        ("不少于5家", 5, "家", "gt"),
        ("不下于5家", 5, "家", "gt"),
        ("不足5家", 5, "家", "lt"),
        ("企业过5万家", 50_000, "家", "gt"),
        ("办过5次", 5, "次", "eq"),
        ("超过 5 家", 5, "家", "gt"),
        ("5家（含）以上", 5, "家", "gt"),
        ("增长12 . 5%", Decimal("12.5"), "%", "eq"),
        ("增长12·5%", Decimal("12.5"), "%", "eq"),
        ("1 200.5亿元", 120_050_000_000, "元", "eq"),
        ("增长−3.2%", Decimal("-3.2"), "%", "eq"),
        ("增长－3.2%", Decimal("-3.2"), "%", "eq"),
        ("增长负3.2%", Decimal("-3.2"), "%", "eq"),
        ("减负3.2%", Decimal("3.2"), "%", "eq"),
        ("六成五", 65, "%", "eq"),
        ("三成半", 35, "%", "eq"),
        ("约占全国的三成", 30, "%", "approx"),
        ("签约占三成", 30, "%", "eq"),
        ("三分之一强", Decimal("33.33"), "%", "gt"),
        ("千分之三", Decimal("0.3"), "%", "eq"),
        ("占比过半", 50, "%", "gt"),
        ("占比不到一半", 50, "%", "lt"),
        ("近一倍", 1, "倍", "approx"),
        ("一倍半", Decimal("1.5"), "倍", "eq"),
        ("2万多亿元", 2 * 10**12, "元", "gt"),
        ("两万多亿元", 2 * 10**12, "元", "gt"),
        ("1万2千亿元", 12 * 10**11, "元", "eq"),
        ("3千5百万元", 35_000_000, "元", "eq"),
        ("2个多百分点", 2, "个百分点", "gt"),
    ],
)
def test_figure_is_read_with_its_hedge(text: str, value: int | Decimal, unit: str, comparator: str) -> None:
    assert read(text) == [(Decimal(value), unit, comparator)]


@pytest.mark.parametrize(
    "text",
    [
        "2024年",
        "1—11月",
        "5G基站",
        "C919",
        "“33618”体系",
        "“两个15%”优惠",
        "《10个行业方案》",
        "第六批名单",
        "三次产业结构",
        "十一届三次",
        "超过10个亿",
        "百万千瓦",
        "9/0",
        "9999999999999999999999/3",
        "是开局第一年",
        "3次荣获",
        "三类企业",
        "仍十分脆弱",
        "八项规定",
        "十二次全会",
        "从两方面推进",
        "迈出第一步",
        "作为第一动力",
        "全国第一大省",
        "第十九届博览会",
        "二十届三中全会",
        "500强",
        "投资50亿元以上项目",
        "超百亿元企业",
        "千亿级集群",
        "万亿级产业",
        "百项机制",
        "一个中心",
        "成功",
        "3.0版",
        "千亿台阶",
        "百万人才",
        "40ETF",
        "7度设防",
        "两度到访",
        "二元结构",
        "二次创业",
        "二十条规定",
        "330千伏线路",
        "提前20多天",
        "增长1 2.5%",
        "达 1 2 0 0 亿元",
        "成百上千家",
        "总数百家",
        "一百几十家",
        "由三到五家",
        "一二三家",
        "第三至五位",
        "从三百到五百家",
        "1千2万家",
        "翻了一番半",
        "排名前万分之一",
        "时间过半",
    ],
)
def test_what_only_looks_like_a_figure_is_left_alone(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    "text", ["每0辆", "9/0", "第" + "9" * 5000 + "位", "1" * 5000 + "家", "9" * 40 + "/3", "零分之一"]
)
def test_numbers_without_sense_do_no_harm(text: str) -> None:
    assert read(text) == []
    assert read(f"新增8家,{text},培育9家") == [(8, "家", "eq"), (9, "家", "eq")]


AMOUNTS = st.decimals(min_value=0, max_value=9999, places=2)


@given(AMOUNTS, st.sampled_from(["", "万", "亿", "万亿"]), st.sampled_from(["eq", "gt", "lt", "approx"]), st.booleans())
def test_the_number_written_is_the_number_read(amount: Decimal, scale: str, comparator: str, spaced: bool) -> None:
    hedge = {"eq": "", "gt": "超过", "lt": "不超过", "approx": "约"}[comparator]
    blank = " " if spaced else ""
    text = f"1—3月产值{hedge}{blank}{amount}{blank}{scale}元,2个项目"
    times = {"": 1, "万": 10**4, "亿": 10**8, "万亿": 10**12}[scale]
    assert read(text) == [(amount * times, "元", comparator), (2, "个", "eq")]


@pytest.mark.parametrize(
    ("text", "lower", "upper"),
    [
        ("3—5家", 3, 5),
        ("3 至 5家", 3, 5),
        ("三五家", 3, 5),
        ("三到五家", 3, 5),
        ("三至五万家", 30_000, 50_000),
        ("三百至五百家", 300, 500),
        ("二十三到二十五家", 23, 25),
        ("三十至五十万家", 300_000, 500_000),
        ("三四十家", 30, 40),
        ("十二三家", 12, 13),
        ("十几家", 11, 19),
        ("十几万家", 110_000, 190_000),
        ("二十几家", 21, 29),
        ("几百个", 200, 900),
        ("数百亿元", 20_000_000_000, 90_000_000_000),
        ("两三成", 20, 30),
        ("增长-3%—5%", -3, 5),
    ],
)
def test_both_bounds_are_kept(text: str, lower: int, upper: int) -> None:
    (figure,) = READER.read(text, 0, len(text))
    assert (figure.value, figure.comparator, figure.lower, figure.upper) == (lower, "gt", lower, upper)


def test_a_fall_keeps_its_bounds_in_order() -> None:
    (figure,) = READER.read("下降3%—5%", 0, 7)
    fall = fallen(figure)
    assert (fall.value, fall.comparator, fall.lower, fall.upper) == (-5, "lt", -5, -3)
    (figure,) = READER.read("下降两成多", 0, 5)
    assert (fallen(figure).value, fallen(figure).comparator) == (-20, "gt")


def test_one_in_none_is_no_share() -> None:
    assert read("每0辆就有1辆") == [(1, "辆", "eq")]


def test_a_list_lends_its_unit_and_its_noun_over_a_limited_reach() -> None:
    assert [figure.unit for figure in READER.read("3、" * 5 + "4元", 0, 13)] == ["元"] * 6
    long = "3、" * 100 + "4元"
    assert len(READER.read(long, 0, len(long))) < 50
    assert read("20吨铜、" * 5 + "5吨铝等项目") == []
    assert len(read("20吨铜、" * 50 + "5吨铝等项目")) > 40


@pytest.mark.parametrize("unit", ["个", "个百分点", "个/万人", "台(套)", "m³"])
def test_the_longest_unit_counts(unit: str) -> None:
    forms = number_forms((("个",), ("个百分点",), ("个/万人",), ("台(套)",), ("台",), ("m",), ("m³",)))
    for pattern, number in ((forms.in_figures, "1,200.5"), (forms.in_words, "一百二十")):
        match = pattern.match(f"{number}{unit}")
        assert match
        assert (match["number"], match["unit"]) == (number, unit)


PROPORTIONS = [
    *"每4辆1/三五十点成半为第位名城前强年,",
    "12",
    "就有",
    "分之",
    "首位",
    "榜首",
    "两位数",
    "双位数",
    "增长",
]


@given(st.lists(st.sampled_from(PROPORTIONS), max_size=20).map("".join))
def test_every_proportion_has_a_sign_of_its_form(text: str) -> None:
    signs = set(SIGN.findall(text))
    for form, signs_of_form in FORMS:
        assert not form.search(text) or not signs.isdisjoint(signs_of_form)


def test_range_keeps_both_bounds() -> None:
    (figure,) = READER.read("增长6%—7%", 0, 7)
    assert (figure.value, figure.comparator, figure.lower, figure.upper) == (6, "gt", 6, 7)
    (figure,) = READER.read("10—15亿元", 0, 7)
    assert (figure.lower, figure.upper) == (Decimal(10**9), Decimal(15 * 10**8))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("一", 1),
        ("十一", 11),
        ("二十", 20),
        ("一百零五", 105),
        ("三千五百", 3500),
        ("一万三千", 13_000),
        ("三千五百万", 35_000_000),
        ("一亿二千万", 120_000_000),
        ("一万三千亿", 1_300_000_000_000),
        ("两", 2),
    ],
)
def test_chinese_numeral_is_read(text: str, value: int) -> None:
    assert chinese_number(text) == value


def test_what_is_no_numeral_has_no_value() -> None:
    assert chinese_number("三家") is None


@given(st.integers(min_value=1, max_value=99_999_999))
def test_numeral_survives_writing_and_reading(number: int) -> None:
    assert chinese_number(written(number)) == number


def written(number: int) -> str:
    """Write a number below 10**8 in Chinese numerals."""
    digits = "零一二三四五六七八九"
    if number >= 10_000:
        high, low = divmod(number, 10_000)
        gap = "零" if 0 < low < 1000 else ""
        return f"{written(high)}万{gap}{written(low) if low else ''}"
    parts = []
    pending = False
    for scale, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, scale)
        if digit:
            parts.append(("零" if pending and parts else "") + digits[digit] + name)
            pending = False
        else:
            pending = True
    return "".join(parts)


@given(st.text(alphabet="0123456789一二三十百千万亿个家元%—-,.第前超近约余多以上“”《》年月级", max_size=40))
def test_figures_never_overlap_and_hold_their_number(text: str) -> None:
    end = 0
    for figure in READER.read(text, 0, len(text)):
        assert end <= figure.core < figure.end <= len(text)
        assert figure.start <= figure.core
        assert text[figure.core : figure.core + len(figure.raw)] == figure.raw
        end = figure.end
