"""Whose report, of which year, review or plan; sentences and clauses."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg_build.lexicon import Lexicon
from kg_build.match import Matcher
from kg_build.model import Segment
from kg_build.read import read_document
from kg_build.segment import (
    LONGEST_CLAUSE,
    LONGEST_PARAGRAPH,
    MOST_CLAUSES,
    segment_document,
    split_sentences,
)

Read = Callable[..., tuple[Segment, ...]]

TWO_REGIONS = """2024年,山东工业系统坚持稳中求进。规上工业增加值增长6%。
一是抓运行。新增企业9家。
2025年,山东工业系统将加力提质。新增企业10家。
2024年以来,云南省经信系统深入推进转型。工业投资增长5%。
2025年,云南省将培育集群。新增园区2个。
"""


def parts(segments: tuple[Segment, ...]) -> list[tuple[str, int | None, str]]:
    """Return region, year and part where they change."""
    seen = [(segment.region.name if segment.region else "", segment.year, segment.part) for segment in segments]
    return [one for before, one in pairwise([None, *seen]) if one is not None and one != before]


def test_a_new_region_starts_without_a_heading(segments_of: Read) -> None:
    assert parts(segments_of(TWO_REGIONS, region="", year=None)) == [
        ("山东省", 2024, "review"),
        ("山东省", 2025, "plan"),
        ("云南省", 2024, "review"),
        ("云南省", 2025, "plan"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "政府工作报告\n——2023年1月12日在甘肃省第十四届人民代表大会第一次会议上\n一、过去五年工作回顾\n工业增长。\n"
                "二、今后五年工作安排\n抓好产业。\n三、2023年重点工作\n培育产业。"
            ),
            [("甘肃省", 2022, "review"), ("甘肃省", 2023, "plan")],
        ),
        (
            (
                "——二〇一八年二月三日在重庆市第六届人民代表大会第三次会议上\n政府工作报告\n一、成绩令人鼓舞\n工业增长。\n"
                "二、开创新局面\n抓好产业。"
            ),
            [("重庆市", 2017, "review"), ("重庆市", 2018, "plan")],
        ),
        (
            (
                "2024年,海南工业系统扎实工作。\n(一)抓产业\n增长快。\n(二)抓项目\n增长快。\n(三)抓服务\n增长快。\n"
                "认真落实部署,全力构建现代化产业体系。\n(一)着力强产业\n培育集群。"
            ),
            [("海南省", 2024, "review"), ("海南省", 2025, "plan")],
        ),
        (
            (
                "# 湖南省轴承厅2024年工作情况及2025年工作要点\n## 2024年主要工作\n产业增长。\n"
                "一、2024年重点工作\n- 产业增长。\n## 2025年工作要点\n抓好产业。"
            ),
            [("湖南省", 2024, "review"), ("湖南省", 2025, "plan")],
        ),
        (
            "福建省2022年轴承工作总结\n2022年,产业增长。2023年,全省将抓好产业。\n2023年,抓好丝绸。",
            [("福建省", 2022, "review"), ("福建省", 2023, "plan")],
        ),
        (
            "福建省2022年轴承工作总结\n产业增长。2023年1月,产业增长。下一步,将抓好产业。",
            [("福建省", 2022, "review"), ("福建省", 2023, "plan")],
        ),
        ("工业增长6%。", [("", None, "unknown")]),
        ("2024年是关键一年。工业增长6%。", [("", 2024, "review")]),
        ("2024年以来,北京、上海、重庆加力推进。", [("", 2024, "review")]),
        ("2025年,浙江省将加快培育集群。", [("浙江省", 2025, "plan")]),
    ],
    ids=[
        "headings",
        "numerals",
        "restart",
        "main work",
        "next year",
        "next step",
        "nothing",
        "no region",
        "a list of regions",
        "plan only",
    ],
)
def test_parts_follow_the_text(text: str, expected: list[tuple[str, int | None, str]], segments_of: Read) -> None:
    assert parts(segments_of(text, region="", year=None)) == expected


REPORT = "政府工作报告\n——2023年1月12日在甘肃省第十四届人民代表大会第一次会议上\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一、过去五年工作回顾\n新建学校5所。\n二、2023年重点工作\n培育产业。", [2018, None]),
        ("一、过去五年及2022年工作回顾\n新建学校5所。", [None]),
        ("一、2022年工作回顾\n工业增长。\n五年来，我们主要做了以下工作。\n新建学校5所。", [None, 2018, 2018]),
        ("一、过去五年工作回顾\n新建学校5所。\n过去一年，我们抓好产业。\n新建医院2所。", [2018, None, None]),
        (
            "一、过去五年及2022年工作回顾\n——这五年，我们改革。\n新建学校5所。\n刚刚过去的2022年，是关键一年。\n新建医院2所。",
            [2018, 2018, None, None],
        ),
        (
            "一、2022年和过去五年工作回顾\n新建医院2所。\n各位代表！本届政府任期已满。五年来，我们改革。\n新建学校5所。",
            [None, 2018, 2018],
        ),
        ("一、2022年工作回顾\n五年来，我们改革。\n新建医院2所。", [None, None]),
        ("一、“十三五”经济社会发展规划完成情况\n新建学校5所。", [2016]),
        ("一、2022年工作回顾\n五年规划稳步实施。\n二、今后五年工作安排\n新建学校5所。", [None, None]),
    ],
)
def test_years_looked_back_on_follow_headings_and_lines(
    text: str, expected: list[int | None], segments_of: Read
) -> None:
    assert [segment.since for segment in segments_of(REPORT + text, region="", year=None)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("二、今后五年的目标任务\n产值翻番。\n三、2023年重点工作\n产值增长。", [2027, None]),
        ("**二、未来五年奋斗目标** 产值翻番。\n企业增多。\n三、2023年重点工作\n产值增长。", [2027, 2027, None]),
        (
            "二、今后五年工作思路和2023年重点任务\n产值翻番。\n今年主要预期目标是:产值增长。\n企业增多。",
            [2027, None, None],
        ),
        ("二、今后五年工作思路\n产值翻番。\n从今年起,企业增多。", [2027, 2027]),
        ("二、2023年重点工作\n今后五年,产值翻番。\n做好五年规划。", [None, None]),
        ("二、关于《甘肃省第十五个五年规划纲要》\n产值翻番。\n三、2023年重点工作\n产值增长。", [2030, None]),
    ],
)
def test_goals_of_a_term_end_with_it(text: str, expected: list[int | None], segments_of: Read) -> None:
    segments = segments_of(f"{REPORT}一、2022年工作回顾\n工业增长。\n{text}", region="", year=None)[1:]
    assert [segment.until for segment in segments] == expected
    assert {segment.part for segment in segments} == {"plan"}


@pytest.mark.parametrize(
    ("line", "part"),
    [
        ("五年来，我们新建学校5所。", "review"),
        ("——过去一年，我们新建学校5所。", "review"),
        ("各位代表，这五年，我们新建学校5所。", "review"),
        ("五年规划要抓紧实施，新建学校5所。", "plan"),
        ("今年，我们新建学校5所。", "plan"),
    ],
)
def test_a_paragraph_of_a_plan_that_looks_back_is_review(line: str, part: str, segments_of: Read) -> None:
    text = f"{REPORT}一、2022年工作回顾\n工业增长。\n二、2023年重点工作\n培育产业。\n{line}\n做强园区。"
    segments = segments_of(text, region="", year=None)
    assert [segment.part for segment in segments] == ["review", "plan", part, "plan"]
    assert [segment.year for segment in segments][2] == (2022 if part == "review" else 2023)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("“十四五”时期,产值翻番。这五年,新建学校5所。", [("review", 2025, 2021)]),
        ("十四五以来,产值翻番。", [("review", 2025, 2021)]),
        ("“十五五”时期,产值翻番。", [("plan", 2026, None)]),
        ("“十四五”规划圆满收官,产值翻番。", [("plan", 2026, None)]),
        (
            "任务繁重。过去一年,产值增长6%。今年,产值增长7%。",
            [("plan", 2026, None), ("review", 2025, None), ("plan", 2026, None)],
        ),
        ("任务繁重。过去一年,产值增长6%。", [("plan", 2026, None), ("review", 2025, None)]),
        ("任务繁重。过去一年来不及做的,产值增长6%。", [("plan", 2026, None)]),
    ],
)
def test_a_plan_tells_apart_what_was_reached(
    line: str, expected: list[tuple[str, int, int | None]], segments_of: Read
) -> None:
    report = "政府工作报告\n——2026年1月12日在甘肃省第十四届人民代表大会第一次会议上\n"
    text = f"{report}一、2025年工作回顾\n工业增长。\n二、2026年重点工作\n{line}"
    segments = segments_of(text, region="", year=None)[1:]
    assert [(segment.part, segment.year, segment.since) for segment in segments] == expected


def test_goals_of_the_next_plan_stand_below_a_heading_of_both(segments_of: Read) -> None:
    report = "政府工作报告\n——2026年1月12日在甘肃省第十四届人民代表大会第一次会议上\n一、2025年工作回顾\n工业增长。\n"
    text = (
        "二、“十四五”发展成就和“十五五”主要目标\n这五年,产值翻番。\n“十五五”时期是关键时期。\n产值增长。\n"
        "三、2026年重点工作\n培育产业。"
    )
    segments = segments_of(report + text, region="", year=None)[1:]
    assert [(segment.part, segment.until) for segment in segments] == [
        ("review", None),
        ("plan", 2030),
        ("plan", 2030),
        ("plan", None),
    ]


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("加快兰州新区开发建设。完成投资500亿元。", "兰州新区"),
        ("(三)兰州新区建设取得新进展。完成投资500亿元。", "兰州新区"),
        ("加快兰州新区建设。全省完成投资500亿元。", "甘肃省"),
        ("加快兰州新区、白银市建设。完成投资500亿元。", "甘肃省"),
        ("加快兰州建设。完成投资500亿元。", "甘肃省"),
        ("加快兰州新区建设。", "甘肃省"),
        ("加快舟山群岛新区建设。完成投资500亿元。", "甘肃省"),
        ("建设兰州新区机场路。完成投资500亿元。", "甘肃省"),
    ],
)
def test_a_paragraph_on_one_zone_is_the_zones(text: str, region: str, segments_of: Read) -> None:
    segments = segments_of(text, region="甘肃省")
    assert segments[0].region is not None
    assert segments[0].region.name == region


def test_a_note_at_the_foot_is_no_paragraph(segments_of: Read) -> None:
    text = "2024年，山东省新增企业9家。\n［10］两个基地：企业走出去的总部基地。\n[3] 三张清单：开工、在建、竣工清单。"
    assert len(segments_of(text)) == 1


def test_a_glossary_is_no_part_of_the_report(segments_of: Read) -> None:
    segments = segments_of("工业增长6%。\n名词解释\n四链：指创新链等4条链。")
    assert [segment.document.text[segment.start : segment.end] for segment in segments] == ["工业增长6%。"]


def test_article_holds_ten_regions_in_a_row(development_corpus: Path, lexicon: Lexicon) -> None:
    document = read_document(development_corpus / "article.txt")
    segments = segment_document(document, lexicon, Matcher(lexicon))
    found = [one for one in parts(segments) if one[0]]
    names = ["北京市", "上海市", "重庆市", "广东省", "江苏省", "山东省", "浙江省", "海南省", "云南省", "甘肃省"]
    assert found == [(name, year, part) for name in names for year, part in ((2024, "review"), (2025, "plan"))]
    starts = {}
    for segment in segments:
        if segment.region:
            starts.setdefault(segment.region.name, segment.start)
    for path in sorted((development_corpus / "article").glob("*.txt")):
        text = path.read_text("utf-8").strip()
        assert document.text.index(text[:60]) in starts.values(), path.name


def clauses(text: str) -> list[list[str]]:
    """Return the clauses of each sentence."""
    return [
        [text[clause.start : clause.end] for clause in sentence.clauses]
        for sentence in split_sentences(text, 0, len(text))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("增长6%,居第5位;新增9家。投资增长。", [["增长6%", "居第5位", "新增9家"], ["投资增长"]]),
        ("建设“绿谷之城,数字之都”。", [["建设“绿谷之城,数字之都”"]]),
        ("出台《条例,试行》等。", [["出台《条例,试行》等"]]),
        ("“未闭合的引号,后文。再一句。", [["“未闭合的引号", "后文"], ["再一句"]]),
        ("。。", []),
    ],
)
def test_commas_inside_names_do_not_end_a_clause(text: str, expected: list[list[str]]) -> None:
    assert clauses(text) == expected


@given(st.text(alphabet="工业增长,;:。“”《》()、 \n19%", max_size=80))
def test_sentences_and_clauses_lie_in_order_within_the_text(text: str) -> None:
    end = 0
    for sentence in split_sentences(text, 0, len(text)):
        for clause in sentence.clauses:
            assert end <= clause.start < clause.end <= len(text)
            assert sentence.start <= clause.start
            assert clause.end <= sentence.end
            end = clause.end


@pytest.mark.parametrize("unit", ["工业增长6%,", "激光、", "推动", "工业增长6%。", "“", "1"])
def test_a_line_without_end_is_cut_into_pieces(unit: str, segments_of: Read) -> None:
    text = unit * (20_000 // len(unit))
    segments = segments_of(text)
    assert all(segment.end - segment.start <= LONGEST_PARAGRAPH for segment in segments)
    assert [segment.start for segment in segments] == [0, *(segment.end for segment in segments[:-1])]
    assert segments[-1].end == len(text.rstrip(",、")) or segments[-1].end == len(text)
    for segment in segments:
        for sentence in segment.sentences:
            assert len(sentence.clauses) <= MOST_CLAUSES + LONGEST_PARAGRAPH // LONGEST_CLAUSE + 1
            assert all(clause.end - clause.start <= LONGEST_CLAUSE for clause in sentence.clauses)


@given(text=st.text(max_size=200))
def test_any_text_can_be_segmented(text: str, segments_of: Read) -> None:
    if text.strip():
        for segment in segments_of(text):
            assert segment.start < segment.end <= len(segment.document.text)


@pytest.mark.parametrize(
    ("mentions", "region"),
    [
        *((["云南"] * 3, "云南省"), (["云南"] * 2, ""), (["云南"] * 7 + ["四川"] * 3, "云南省")),
        *((["云南"] * 6 + ["四川"] * 3, ""), (["云南"] * 3 + ["四川"] * 3, ""), ([], "")),
        (["云南"] * 7 + ["四川"] * 3 + ["甘肃"] * 2, "云南省"),
    ],
    ids=["three", "two", "seven to three", "six to three", "as many", "none", "the third does not count"],
)
def test_text_that_names_no_reporter_is_of_the_province_it_speaks_of(
    segments_of: Read, mentions: list[str], region: str
) -> None:
    text = "轴承产量稳定。" + "".join(f"企业走进{name}。" for name in mentions) + "\n"
    found = {segment.region.name if segment.region else "" for segment in segments_of(text, region="", year=None)}
    assert found == {region}
