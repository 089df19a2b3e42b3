"""The catalogue: how its queries are written, and what they answer on a small graph and on the bundled corpus.

`pytest tests/test_questions.py --approve` writes what is answered now into `golden/`.
"""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pyoxigraph
import pytest

from kg_build.answer import Answer
from kg_build.namespaces import PREFIXES
from kg_build.query import list_questions, run_question

TOP = Path(__file__).resolve().parent.parent
GOLDEN = TOP / "tests" / "golden"
QUESTIONS = [question.name for question in list_questions()]
FOLDERS = ("questions", "checks", "exports")
QUERIES = [path for folder in FOLDERS for path in sorted((TOP / "queries" / folder).glob("*.rq"))]
DECLARED = re.compile(r"^PREFIX ([\w-]+): <([^>]+)>$", re.MULTILINE)
USED = re.compile(r"(?<![\w:?-])([a-z][\w-]*):[A-Za-z0-9]")

ON_SMALL = {
    "ahead-of-nation": [
        (
            "云南省",
            "规模以上工业增加值增速",
            "2030-01",
            "2030-12",
            "1.1",
            "个百分点",
            "6.4",
            "5.3",
            "高于全国1.1个百分点",
        )
    ],
    "documents-on-topic": [
        ("云南省", "2030", "actual", "issued", "人工智能应用若干措施", "印发《人工智能应用若干措施》"),
    ],
    "enterprise-counts": [
        (
            *("昆明市", "专精特新“小巨人”企业数", "change", "eq", "12", "家", "2030-12", "actual"),
            "新增专精特新“小巨人”企业12家",
        ),
        ("昆明市", "专精特新“小巨人”企业数", "level", "gt", "80", "家", "2030-12", "actual", "累计超80家"),
    ],
    "first-places": [
        ("云南省", "轴承产量", "全国", "2030", "actual", "甘肃省", "轴承产量居全国第一"),
        ("甘肃省", "轴承产量", "全国", "2030", "actual", "云南省", "甘肃省轴承产量居全国首位"),
    ],
    "indicator-growth": [
        (
            *("云南省", "2030-01", "2030-12", "actual", "eq", "6.4", "2031", "approx", "7"),
            "云南省规模以上工业增加值增长6.4%",
        ),
        (
            *("云南省", "2031-01", "2031-12", "target", "approx", "7", "", "", ""),
            "2031年，规模以上工业增加值增长7%左右",
        ),
    ],
    "industry-promotion": [
        ("云南省", "2030", "actual", "emerging", "低空经济", "低空经济作为新兴产业起步"),
        ("云南省", "2031", "target", "future", "低空经济", "布局低空经济等未来产业"),
        ("甘肃省", "2030", "actual", "general", "低空经济", "甘肃省发展低空经济"),
    ],
    "national-clusters": [
        ("昆明市", "昆明轴承集群", "轴承", "2030", "actual", "昆明轴承集群入选国家先进制造业集群"),
    ],
    "national-pilots": [("昆明市", "国家轴承改造城市试点", "2030", "昆明市获批国家轴承改造城市试点")],
    "numbered-systems": [
        (
            *("云南省", "5+3", "5+3产业集群体系", "2030", "actual", count, part, members),
            "建设“5+3”产业集群体系，即激光、轴承、丝绸等5个支柱产业和3个特色产业",
        )
        for count, part, members in (("3", "特色产业", ""), ("5", "支柱产业", "丝绸、激光、轴承"))
    ],
    "region-figures": [],
    "regional-cooperation": [("云南省", "甘肃省", "绿氢走廊", "2030", "actual", "云南、甘肃共建绿氢走廊")],
    "shared-industries": [("低空经济", "2", "1", "1", "云南省、甘肃省")],
}


def as_csv(answer: Answer) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows([answer.columns, *answer.rows])
    return text.getvalue()


def test_there_are_twelve_questions() -> None:
    assert set(QUESTIONS) == set(ON_SMALL)
    assert len(QUESTIONS) == 12


@pytest.mark.parametrize("name", QUESTIONS)
def test_question_answers_the_small_graph(small: Path, name: str) -> None:
    assert run_question(small, name).rows == ON_SMALL[name]


@pytest.mark.parametrize("name", QUESTIONS)
def test_question_answers_the_bundled_corpus(built: Path, name: str, approve: bool) -> None:
    path, answered = GOLDEN / f"{name}.csv", as_csv(run_question(built, name))
    if approve:
        path.write_text(answered, "utf-8", newline="\n")
    assert answered == path.read_text("utf-8")


@pytest.mark.parametrize("name", QUESTIONS)
def test_question_of_which_rows_are_promised_has_rows(built: Path, name: str) -> None:
    (question,) = (one for one in list_questions() if one.name == name)
    assert question.returns.startswith("at least one row")
    assert run_question(built, name).rows


def test_golden_answers_belong_to_questions() -> None:
    assert sorted(path.stem for path in GOLDEN.glob("*.csv")) == QUESTIONS


@pytest.mark.parametrize("path", QUERIES, ids=lambda path: path.stem)
def test_query_declares_the_prefixes_it_uses_and_no_others(path: Path) -> None:
    text = path.read_text("utf-8")
    body = re.sub(r'"[^"]*"|<[^>]*>|^(?:#|PREFIX).*$', "", text, flags=re.MULTILINE)
    declared = dict(DECLARED.findall(text))
    assert declared == {prefix: PREFIXES[prefix] for prefix in set(USED.findall(body))}
    assert list(declared) == sorted(declared)


@pytest.mark.parametrize("path", QUERIES, ids=lambda path: path.stem)
def test_query_uses_terms_of_the_ontology(path: Path) -> None:
    ontology = (TOP / "ontology" / "cnip.ttl").read_text("utf-8")
    defined = set(re.findall(r"^cnip:(\w+)$", ontology, re.MULTILINE))
    assert set(re.findall(r"\bcnip:(\w+)", path.read_text("utf-8"))) <= defined


@pytest.mark.parametrize("path", QUERIES, ids=lambda path: path.stem)
def test_query_returns_the_columns_of_its_head_in_an_order(path: Path) -> None:
    text = path.read_text("utf-8")
    solutions = pyoxigraph.Store().query(text)
    assert isinstance(solutions, pyoxigraph.QuerySolutions)
    columns = ", ".join(variable.value for variable in solutions.variables)
    assert f"\n# columns: {columns}\n" in text
    assert re.search(r"\nORDER BY [^\n]+\n$", text)


@pytest.mark.parametrize("path", QUERIES, ids=lambda path: path.stem)
def test_parameter_has_the_same_default_wherever_it_is_set(path: Path) -> None:
    text = path.read_text("utf-8")
    for param in re.findall(r"^# param: (\w+)", text, re.MULTILINE):
        assert len(set(re.findall(rf"VALUES \?{param} {{([^}}]*)}}", text))) == 1
