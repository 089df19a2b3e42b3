"""What the lexicon knows: regions by any name, the keys that wordings lead to, and what it refuses to load."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg_build.errors import DataError
from kg_build.lexicon import Lexicon, normalize, read_lexicon, surface_forms

PREFIXES = """\
@prefix cnip: <https://w3id.org/cnip/ontology/> .
@prefix region: <https://w3id.org/cnip/id/region/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
"""


@pytest.mark.parametrize(
    ("label", "key"),
    [
        ("重庆市", "500000"),
        ("重庆", "500000"),
        ("内蒙古", "150000"),
        ("吉林", "220000"),
        ("吉林市", "220200"),
        ("海南州", "632500"),
        ("中国", "100000"),
        ("全国", "100000"),
        ("成渝", "chengyu"),
        ("长三角地区", "changsanjiao"),
        ("昆山", "320583"),
        ("朝阳", "211300"),
        ("“京津冀”", "jingjinji"),
    ],
)
def test_region_is_known_by_each_of_its_names(label: str, key: str, lexicon: Lexicon) -> None:
    region = lexicon.region_named(label)
    assert region is not None
    assert region.key == key


@pytest.mark.parametrize("label", ["", "云溪市", "重庆市民", "省", "海北部", "江苏路"])
def test_other_text_is_no_region(label: str, lexicon: Lexicon) -> None:
    assert lexicon.region_named(label) is None


def test_region_is_described_whole(lexicon: Lexicon) -> None:
    region = lexicon.regions["440300"]
    assert (region.name, region.code, region.level, region.parent) == ("深圳市", "440300", "prefecture", "440000")


def test_area_knows_its_members(lexicon: Lexicon) -> None:
    assert lexicon.regions["jingjinji"].members == ("110000", "120000", "130000")
    assert lexicon.regions["jingjinji"].code == ""


@pytest.mark.parametrize(
    ("character", "name"), [("渝", "重庆市"), ("粤", "广东省"), ("川", "四川省"), ("蜀", "四川省")]
)
def test_abbreviation_leads_to_its_province(character: str, name: str, lexicon: Lexicon) -> None:
    assert lexicon.abbreviations[character].name == name


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("规模以上工业增加值", "industrial-value-added-above-designated-size"),
        ("规上工业增加值", "industrial-value-added-above-designated-size"),
        ("工业增加值", "industrial-value-added"),
        ("规上工业增加值增速", "industrial-value-added-above-designated-size-growth"),
        ("全省规上工业营收", "industrial-revenue"),
        ("5G基站", "5g-base-station-count"),
        ("5G基站数量", "5g-base-station-count"),
        ("国家级专精特新“小巨人”企业数", "little-giant-count"),
        ("全社会研发经费支出占GDP的比重", "rd-intensity"),
        ("R&D经费投入强度", "rd-intensity"),
        ("技改投资", "technical-renovation-investment"),
        ("全社会研发经费支出占全市生产总值比重", "rd-intensity"),
        ("研发经费支出占国内生产总值比重", ""),
        ("公共充电桩数", "public-charging-pile-count"),
        ("充电桩数", "charging-pile-count"),
        ("战略性新兴产业增加值占生产总值比重", "strategic-emerging-industry-share-of-gross-regional-product"),
        ("战略性新兴产业增加值占比", "strategic-emerging-industry-share"),
        ("日均新设企业数", "new-enterprises-per-day"),
        ("接待游客数", "tourist-visits"),
        ("签约项目数", "signed-project-count"),
        ("签约项目", ""),
        ("地区生产总值", "gross-regional-product"),
        ("地区生产总值数", ""),
        ("云溪轴承产量", ""),
        ("", ""),
    ],
)
def test_wording_of_an_indicator_leads_to_its_key(text: str, key: str, lexicon: Lexicon) -> None:
    assert lexicon.ground_indicator(text) == key


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("元", "yuan"),
        ("％", "percent"),
        ("个百分点", "percentage-point"),
        ("百分点", "percentage-point"),
        ("台（套）", "machine-set"),
        ("千米", "kilometre"),
        ("㎡", "square-metre"),
        ("万", ""),
        ("亿元", ""),
    ],
)
def test_unit_leads_to_its_key(text: str, key: str, lexicon: Lexicon) -> None:
    assert lexicon.ground_unit(text) == key


@pytest.mark.parametrize("text", ["集成电路", "集成电路产业"])
def test_final_word_of_an_industry_makes_no_difference(text: str, lexicon: Lexicon) -> None:
    assert lexicon.ground_industry(text) == lexicon.ground_industry("集成电路") != ""


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("规上 工业", "规模以上工业"),
        ("“小巨人”企业", "小巨人企业"),
        ("１０Ｇ PON", "10GPON"),
        ("单位GDP能耗", "单位地区生产总值能耗"),
        ("全社会R&D经费", "研发经费"),
    ],
)
def test_normal_form(text: str, normal: str) -> None:
    assert normalize(text) == normal
    assert normalize(normal) == normal


def test_surface_forms_normalize_to_one_form(lexicon: Lexicon) -> None:
    for concept in lexicon.indicators.values():
        for label in concept.labels:
            assert {normalize(form) for form in surface_forms(label)} == {normalize(label)}


def lexicon_of(folder: Path, regions: str, table: str = "key\tlabel\tstatus\n") -> Lexicon:
    """Return the lexicon of one scheme and one table."""
    (folder / "schemes").mkdir()
    (folder / "gazetteer").mkdir()
    (folder / "schemes" / "regions.ttl").write_text(PREFIXES + regions, "utf-8")
    (folder / "gazetteer" / "parks.tsv").write_text(table, "utf-8")
    return read_lexicon(folder / "schemes", folder / "gazetteer")


def test_absent_scheme_is_empty(tmp_path: Path) -> None:
    lexicon = lexicon_of(tmp_path, 'region:a skos:prefLabel "云溪市"@zh .')
    assert lexicon.industries == {}
    assert lexicon.ground_industry("激光") == ""


def test_gazetteer_rows_of_a_key_are_one_individual(tmp_path: Path) -> None:
    rows = (
        "#park names",
        "key\tlabel\tstatus\ten\tseat",
        "a\t云溪激光产业园\tpreferred\tYunxi Laser Park\t云溪",
        "a\t云溪光谷\talternative\t\t",
    )
    names = lexicon_of(tmp_path, "", "\n".join(rows)).names
    assert list(names) == ["parks:a"]
    assert names["parks:a"].labels == ("云溪激光产业园", "云溪光谷")
    assert names["parks:a"].properties == {"seat": ("云溪",)}


@pytest.mark.parametrize(
    ("regions", "table", "message"),
    [
        ('region:a skos:prefLabel "云溪市"@zh ;', "", r"regions\.ttl:\d+: "),
        ('region:a skos:altLabel "云溪"@zh .', "", "a has 0 preferred labels in Chinese"),
        (
            'region:a skos:prefLabel "云溪市"@zh . region:b skos:prefLabel "云溪市"@zh .',
            "",
            "云溪市 is a label of both a and b",
        ),
        ("", "key\tlabel\na\tb\n", r"parks\.tsv:1: the columns must include"),
        ("", "key\tlabel\tstatus\na\t云溪园\tgood\n", r"parks\.tsv:2: a form needs"),
        ("", "key\tlabel\tstatus\na\t云溪园\talternative\n", "parks:a: 0 preferred labels"),
    ],
)
def test_data_that_contradicts_itself_is_refused(regions: str, table: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(DataError, match=message):
        lexicon_of(tmp_path, regions, table)
