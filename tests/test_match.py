"""Which labels are found where, and beside each the near miss that is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg_build.concepts import Concept
from kg_build.lexicon import Lexicon, load_lexicon
from kg_build.match import Matcher, SchemeMatcher

MATCHER = Matcher(load_lexicon())
SCHEMES = {
    "regions": MATCHER.regions,
    "industries": MATCHER.industries,
    "indicators": MATCHER.indicators,
    "names": MATCHER.names,
}


@pytest.fixture(scope="module")
def matcher() -> Matcher:
    return MATCHER


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("重庆市与四川省", ["重庆市", "四川省"]),
        ("重庆、四川共建", ["重庆市", "四川省"]),
        ("吉林市和吉林", ["吉林市", "吉林省"]),
        ("海南州不是海南", ["海南藏族自治州", "海南省"]),
        ("海北州、渤海北部", ["海北藏族自治州"]),
        ("黄河南岸与河南", ["河南省"]),
        ("太湖北侧", []),
        ("云南通过评审", ["云南省"]),
        ("东南通道和南通", ["南通市"]),
        ("建成都市圈", []),
        ("成都都市圈", ["成都市"]),
        ("巩固原有优势", []),
        ("推动固原发展", ["固原市"]),
        ("美丽水乡,丽水机场", ["丽水市"]),
        ("营造幸福建设环境,福建", ["福建省"]),
        ("大连接能力强,大连", ["大连市"]),
        ("阳光三明治店,三明市", ["三明市"]),
        ("中山大学和中山市", ["中山市"]),
        ("孙中山故居在中山", ["中山市"]),
        ("苏州河在上海,苏州在江苏", ["上海市", "苏州市", "江苏省"]),
        ("巴丹吉林沙漠", []),
        ("真金白银支持白银", ["白银市"]),
        ("长治久安", []),
        ("重大理论创新,大理", ["大理白族自治州"]),
        ("开放合作市场", []),
        ("医保定点医院在保定", ["保定市"]),
        ("朝阳产业", []),
        ("朝阳区", ["朝阳区"]),
        ("中国企业", []),
        ("居全国第三,我国首个", ["全国", "全国"]),
        ("京津冀协同", ["京津冀"]),
        ("成渝地区双城经济圈", ["成渝地区"]),
        ("川渝共建", ["成渝地区"]),
        ("长江三角洲区域一体化", ["长三角"]),
        ("泛珠三角,珠三角", ["泛珠三角", "珠三角"]),
        ("在浙中央企业", []),
        ("粤东粤西粤北地区", ["粤东粤西粤北地区"]),
        ("粤东、粤北地区", ["粤东", "粤北"]),
        ("拆迁安置", []),
        ("投资兴业", []),
        ("构建德智体美劳", []),
        ("义乌和文昌", ["义乌市", "文昌市"]),
        ("茂名滨海新区", ["茂名市"]),
        ("天津滨海新区", ["滨海新区"]),
    ],
)
def test_region_is_found_and_its_near_miss_is_not(
    text: str, names: list[str], matcher: Matcher, lexicon: Lexicon
) -> None:
    assert [lexicon.regions[mention.concept].name for mention in matcher.find(text).regions] == names


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("规上工业增加值增长5%", ["规上工业增加值"]),
        ("规模以上工业增加值增速居第三", ["规模以上工业增加值增速"]),
        ("专精特新“小巨人”企业300家", ["专精特新“小巨人”企业"]),
        ("国家级专精特新小巨人企业", ["国家级专精特新小巨人企业"]),
        ("占GDP的比重", []),
        ("数字经济核心产业增加值占GDP的比重", ["数字经济核心产业增加值占GDP的比重"]),
        ("科技改革", []),
        ("工业技改投资增长", ["工业技改投资"]),
    ],
)
def test_indicator_is_found_as_it_is_written(text: str, labels: list[str], matcher: Matcher) -> None:
    assert [mention.label for mention in matcher.find(text).indicators] == labels


def test_blocker_consumes_its_span() -> None:
    matcher = SchemeMatcher([Concept(key="a", pref_zh="云溪", labels=("云溪",), not_labels=("云溪茶",))])
    assert [(mention.start, mention.end) for mention in matcher.find("云溪茶在云溪")] == [(4, 6)]


def test_form_that_is_label_of_another_does_not_block() -> None:
    tea = Concept(key="tea", pref_zh="云溪茶", labels=("云溪茶",))
    city = Concept(key="city", pref_zh="云溪", labels=("云溪",), not_labels=("云溪茶",))
    assert [mention.concept for mention in SchemeMatcher([city, tea]).find("云溪茶")] == ["tea"]


def test_label_comes_before_the_short_form_of_another() -> None:
    short = Concept(key="short", pref_zh="规上企业", labels=("规上企业",))
    full = Concept(key="full", pref_zh="规模以上企业", labels=("规模以上企业",))
    assert [mention.concept for mention in SchemeMatcher([full, short]).find("规上企业")] == ["short"]


def test_scheme_without_labels_finds_nothing() -> None:
    assert SchemeMatcher([]).find("云溪市") == ()


def pieces() -> st.SearchStrategy[str]:
    """Return texts in which labels stand close together, cut and run into each other."""
    labels = [label for scheme in SCHEMES.values() for label in scheme.labels]
    cut = st.builds(
        lambda label, start, end: label[start:end], st.sampled_from(labels), st.integers(0, 2), st.integers(1, 6)
    )
    noise = st.text(alphabet="的、，市省云南海大成都工业增值0123456789% \n", max_size=3)
    return st.lists(st.one_of(st.sampled_from(labels), cut, noise), max_size=12).map("".join)


@pytest.mark.parametrize("scheme", SCHEMES)
@given(text=pieces())
def test_mentions_are_verbatim_sorted_and_apart(scheme: str, text: str) -> None:
    mentions = SCHEMES[scheme].find(text)
    end = 0
    for mention in mentions:
        assert text[mention.start : mention.end] == mention.label
        assert mention.concept
        assert end <= mention.start < mention.end
        end = mention.end
