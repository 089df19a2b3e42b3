"""What a title gives: the region at its head, the year it looks back on; and what it does not give."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg_build.lexicon import Lexicon
from kg_build.match import Matcher
from kg_build.model import Segment
from kg_build.read.sources import parse_document
from kg_build.segment import segment_document
from kg_build.title import title_region, title_year

Placed = list[tuple[str, int | None, str]]
BODY = "\n\n全省轴承产量增长6.4%。新增企业12家。\n"


@pytest.fixture(scope="module")
def placed(lexicon: Lexicon) -> Callable[..., Placed]:
    """Return a function that gives region, year and part of each paragraph of a text that has no metadata."""
    matcher = Matcher(lexicon)

    def place(text: str, name: str = "a.txt", region: str = "") -> Placed:
        segments: tuple[Segment, ...] = segment_document(
            parse_document(name, text, {"region": region}), lexicon, matcher
        )
        return [(one.region.name if one.region else "", one.year, one.part) for one in segments]

    return place


@pytest.mark.parametrize(
    ("title", "region"),
    [
        *(("福建省2022年轴承工业总结", "福建省"), ("福建２０２２年总结", "福建省"), ("2022年福建省统计公报", "福建省")),
        *(("贵州省", "贵州省"), ("# 贵州省", "贵州省"), ("福州市轴承产业规划", "福州市"), ("福州2022", "福州市")),
        *(("贵州省轴承局关于2021年工作的报告", "贵州省"), ("中共贵州省委关于轴承的意见", "贵州省")),
        *(("关于贵州省2021年轴承生产情况的报告", "贵州省"), ("附件1：贵州省工作要点", "贵州省")),
        *(("福建省福州市2022年工作总结", "福州市"), ("03-福建省2022年工作总结", "福建省")),
        *(("2022年1—11月福建省轴承运行情况", "福建省"), ("2022年上半年福建省轴承运行情况", "福建省")),
    ],
)
def test_region_stands_at_the_head_of_a_title(title: str, region: str, lexicon: Lexicon) -> None:
    found = title_region(title, lexicon)
    assert found not in (None, "several")
    assert found.name == region  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "title",
    [
        *("关于学习浙江省经验的报告", "浙江省考察报告", "赴浙江省调研报告", "全国轴承工作总结", "轴承工作总结"),
        *("中山大学2022年工作总结", "朝阳产业发展报告", "川渝2022年协作工作总结", "江州市2022年工作总结"),
        *("海南岛风光", "", "2022年"),
    ],
)
def test_region_of_others_is_not_taken(title: str, lexicon: Lexicon) -> None:
    assert title_region(title, lexicon) is None


@pytest.mark.parametrize("title", ["贵州省、广东省2021年协作总结", "贵州广东2021年协作总结", "贵州省与广东省协作总结"])
def test_two_regions_are_several(title: str, lexicon: Lexicon) -> None:
    assert title_region(title, lexicon) == "several"


@pytest.mark.parametrize(
    ("title", "year"),
    [
        *(("云溪2022年工作总结", 2022), ("２０２２年统计公报", 2022), ("2022年轴承产业发展报告", 2022)),
        *(("云溪2022年政府工作报告", 2021), ("政府工作报告（2022年1月20日）", 2021), ("二〇二二年政府工作报告", 2021)),
        *(("“十三五”工作总结和2021年工作安排", 2020), ("2021年工作总结和2022年工作打算", 2021)),
        *(("2022年重点工作完成情况", 2022), ("2022年1—11月轴承运行情况", 2022)),
        *(("2022年工作要点", None), ("云溪规划（2021—2025年）", None), ("2035年远景目标", None), ("工作总结", None)),
        *(("（2022年3月15日）", None), ("云溪2022", None)),
    ],
)
def test_year_is_the_one_looked_back_on(title: str, year: int | None) -> None:
    assert title_year(title) == year


def test_title_that_only_looks_ahead_gives_a_year_where_it_opens_the_plan() -> None:
    assert title_year("2022年工作要点", is_heading=True) == 2021
    assert title_year("2021年计划执行情况与2022年计划草案", is_heading=True) is None
    assert title_year("云溪2022", is_name=True) == 2022


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("福建省2022年轴承工作总结" + BODY, "a.txt", ("福建省", 2022, "review")),
        ("# 福建省2022年政府工作报告" + BODY, "a.txt", ("福建省", 2021, "review")),
        ("# 贵州省" + BODY, "a.txt", ("贵州省", None, "unknown")),
        ("福建省轴承局\n2022年工作总结" + BODY, "a.txt", ("福建省", 2022, "review")),
        ("2022年工作总结\n福建省轴承局" + BODY, "a.txt", ("福建省", 2022, "review")),
        ("福建省2022年工作要点" + BODY, "a.txt", ("福建省", 2022, "plan")),
        ("福建省福州市政府工作报告\n（2022年1月5日）" + BODY, "a.txt", ("福州市", 2021, "review")),
        ("---\ntitle: 福州市2022年统计公报\n---" + BODY, "a.txt", ("福州市", 2022, "unknown")),
        (BODY, "福建省2022年工作总结.txt", ("福建省", 2022, "unknown")),
        (BODY, "福建省_2022.txt", ("福建省", 2022, "unknown")),
        (BODY, "fujian-2022.txt", ("", None, "unknown")),
        ("关于学习浙江省经验的报告" + BODY, "a.txt", ("", None, "unknown")),
        ("贵州省与广东省2021年协作总结" + BODY, "a.txt", ("", 2021, "unknown")),
    ],
)
def test_title_places_a_text(
    text: str, name: str, expected: tuple[str, int | None, str], placed: Callable[..., Placed]
) -> None:
    (found,) = placed(text, name)
    assert found[:2] == expected[:2]
    assert expected[2] in {found[2], "unknown"}


def test_what_is_given_goes_before_the_title(placed: Callable[..., Placed]) -> None:
    assert placed("福建省2022年工作总结" + BODY, region="云南省")[0][0] == "云南省"
    assert placed("---\nregion: 云南省\nyear: 2019\n---\n福建省2022年工作总结" + BODY)[0][:2] == ("云南省", 2019)


def test_paragraph_that_opens_a_report_goes_before_the_name_of_the_file(placed: Callable[..., Placed]) -> None:
    assert placed("2021年，贵州省轴承系统稳中求进。\n", "福建省2021年总结.txt")[0][:2] == ("贵州省", 2021)


def test_text_with_titles_of_several_regions_is_of_none_of_them(placed: Callable[..., Placed]) -> None:
    assert {region for region, _, _ in placed("# 贵州省" + BODY + "\n# 福建省" + BODY)} == {""}


def test_phrase_in_a_paragraph_makes_no_government_report(placed: Callable[..., Placed]) -> None:
    text = "福建省2022年工作总结\n\n2022年,全省落实政府工作报告部署,轴承产量增长5%。\n\n今年,轴承产量再增长。\n"
    assert {year for _, year, _ in placed(text)} == {2022}
