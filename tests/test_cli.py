"""The command line: what goes wrong in one line, help in two languages, exit codes, and no traceback ever."""

from __future__ import annotations

import ast
import csv
import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from kg_build.__main__ import main
from kg_build.cli.commands import COMMANDS
from kg_build.cli.progress import Progress
from kg_build.cli.sentences import in_chinese
from kg_build.cli.words import language_of
from kg_build.network import VIEWS

TOP = Path(__file__).resolve().parent.parent
Cnip = Callable[..., Any]
FORMATS = ("table", "csv", "json")
HAN = re.compile(r"[一-龥]")
TEXT = (
    "贵州省2024年工业和信息化工作总结\n\n2024年，贵州省规模以上工业增加值增长6.3%。2025年，贵州省将大力发展低空经济。\n"
)


def is_one_line(err: str) -> bool:
    """Tell whether standard error is one line that names the program."""
    return err.startswith("cnip: ") and err.count("\n") == 1 and "Traceback" not in err


@pytest.fixture
def inputs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the current folder of a test, with inputs good and bad in it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "good.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    (tmp_path / "blank.md").write_text("---\nregion: 重庆市\n---\n\n", encoding="utf-8")
    (tmp_path / "bytes.txt").write_bytes(b"\xff\xfe\xff\xff\x81")
    (tmp_path / "image.txt").write_bytes(b"\x89PNG\r\n\x00\x00")
    (tmp_path / "broken.md").write_text("---\nregion: [\n---\n东岭省\n", encoding="utf-8")
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures" / "map.png").write_bytes(b"\x89PNG")
    (tmp_path / "theirs").mkdir()
    (tmp_path / "theirs" / "notes.txt").write_text("keep me", encoding="utf-8")
    (tmp_path / "file").write_text("keep me", encoding="utf-8")
    (tmp_path / "broken.rq").write_text("SELECT * WHERE {", encoding="utf-8")
    return tmp_path


BAD_BUILDS = {
    "a file that is not there": (["missing.txt"], "missing.txt: no such file"),
    "a folder with nothing readable": (["pictures"], "pictures: nothing readable"),
    "an empty file": (["empty.txt"], "empty.txt: empty"),
    "front matter and no text": (["blank.md"], "blank.md: nothing below the front matter"),
    "front matter that is not YAML": (["broken.md"], "broken.md: front matter line"),
    "neither UTF-8 nor GB18030": (["bytes.txt"], "bytes.txt: neither UTF-8 nor GB18030"),
    "binary data": (["image.txt"], "image.txt: binary data"),
    "a year that is no number": (["good.txt", "--year", "last"], "build: argument --year: invalid int value"),
    "a year long ago": (["good.txt", "--year", "24"], "--year 24: expected a year from 1949 to 2100"),
    "a date that is none": (
        ["good.txt", "--date", "2024-02-30"],
        "--date 2024-02-30: expected a date",
    ),
    "a region that is none": (
        ["good.txt", "--region", "贵州事"],
        "--region 贵州事: no region is called so; the",
    ),
    "a region that is like none": (["good.txt", "--region", "?"], "--region ?: no region is called so"),
    "a name that steers the terminal": (["a\x1b[2J\n.txt"], "a\\x1b[2J .txt: no such file"),
    "output that is not ours": (["good.txt", "-o", "theirs"], "theirs: exists and is not an output of `cnip build`"),
    "output that is a file": (["good.txt", "-o", "file"], "file: exists and is not a folder"),
}


@pytest.mark.parametrize("case", BAD_BUILDS)
def test_bad_input_is_one_line_and_leaves_nothing_behind(case: str, inputs: Path, cnip: Cnip) -> None:
    words, reason = BAD_BUILDS[case]
    before = sorted(inputs.rglob("*"))
    said = cnip("build", *words)
    assert said.code == 2
    assert is_one_line(said.err)
    assert said.err.startswith(f"cnip: {reason}")
    assert said.out == ""
    assert sorted(inputs.rglob("*")) == before
    assert (inputs / "theirs" / "notes.txt").read_text("utf-8") == "keep me"
    assert (inputs / "file").read_text("utf-8") == "keep me"


BAD_COMMANDS = {
    "no such command": (["bulid"], "argument COMMAND: invalid choice"),
    "no such option": (["queries", "--fast"], "unrecognized arguments: --fast"),
    "no output folder": (["validate", "nowhere"], "nowhere: no such folder"),
    "an output folder that is not ours": (["validate", "theirs"], "theirs: not an output of `cnip build`"),
    "no such engine": (["validate", "OUT", "--engine", "rudof"], "validate: argument --engine: invalid choice"),
    "no question": (["query", "OUT"], "query: expected OUT NAME, got "),
    "no such question": (["query", "OUT", "weather"], "no question is called `weather`"),
    "a question nearly right": (["query", "OUT", "first-place"], "no question is called `first-place`; did you mean"),
    "a parameter without a value": (["query", "OUT", "first-places", "--param", "region"], "--param region: expected"),
    "no such parameter": (["query", "OUT", "first-places", "--param", "x=1"], "--param x=1: `first-places` has no"),
    "broken SPARQL": (["query", "OUT", "--file", "broken.rq"], "broken.rq:1:"),
    "no such query file": (["query", "OUT", "--file", "missing.rq"], "missing.rq: cannot be read"),
    "an endpoint that is no address": (["query", "first-places", "--endpoint", "x"], "--endpoint x: expected"),
    "no such form": (["export", "OUT", "--to", "docx", "-o", "x"], "export: argument --to: invalid choice"),
    "nowhere to export to": (
        ["export", "OUT", "--to", "csv"],
        "export: the following arguments are required: -o/--out",
    ),
    "a folder of somebody else's to export to": (
        ["export", "OUT", "--to", "csv", "-o", "theirs"],
        "theirs: exists and was not written by `cnip export`",
    ),
    "a file of somebody else's to export to": (
        ["export", "OUT", "--to", "ttl", "-o", "file"],
        "file: exists and was not written by `cnip export`",
    ),
    "no such view": (["export", "OUT", "--to", "gexf", "-o", "x", "--view", "map"], "--view map: no such view"),
    "no annotation": (["evaluate", "OUT", "missing.jsonl"], "missing.jsonl: "),
    "an annotation that is none": (["evaluate", "OUT", "broken.rq"], "broken.rq:1: "),
}


@pytest.mark.parametrize("case", BAD_COMMANDS)
def test_wrong_use_is_one_line(case: str, inputs: Path, built: Path, cnip: Cnip) -> None:
    words, reason = BAD_COMMANDS[case]
    before = sorted(inputs.rglob("*"))
    said = cnip(*(built if word == "OUT" else word for word in words))
    assert said.code == 2
    assert is_one_line(said.err)
    assert said.err.startswith(f"cnip: {reason}")
    assert said.out == ""
    assert sorted(inputs.rglob("*")) == before


def test_wrong_use_is_told_in_chinese(cnip: Cnip) -> None:
    said = cnip("build", "--year", "去年", "--lang", "zh")
    assert said.code == 2
    assert said.err == "cnip: build: 参数 --year 应为整数，不能是 '去年'（参见：cnip build --help）\n"


def raised_messages() -> Iterator[tuple[str, str]]:
    """Yield each message that the package raises as a user's error, with a `V` for each value in it, and its place."""
    for module in sorted((Path(__file__).parent.parent / "kg_build").rglob("*.py")):
        for node in ast.walk(ast.parse(module.read_text("utf-8"))):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.args):
                continue
            if node.func.id in {"UsageError", "SourceError"} and isinstance(node.args[0], ast.JoinedStr | ast.Constant):
                parts = node.args[0].values if isinstance(node.args[0], ast.JoinedStr) else [node.args[0]]
                words = "".join(str(part.value) if isinstance(part, ast.Constant) else "V" for part in parts)
                yield words, f"{module.name}:{node.lineno}"


KEPT = re.compile(
    r"""
      `.*?` | （参见.* | --\S+ | pip[ ]install[ ].* | https?://          # what is typed
    | query: | NAME(?:=VALUE)? | OUT | URL | cnip(?:[ ]build)? | graph\.nq
    | YYYY(?:-MM)?(?:-DD)?
    | \.txt | UTF-8 | GB18030 | JSON | YAML | IRI | SPARQL\w* | SELECT | ASK     # proper names
    | pySHACL | networkx | region:\d+
    """,
    re.VERBOSE,
)
"""What is the same in Chinese."""


def test_every_error_is_told_in_chinese() -> None:
    messages = list(raised_messages())
    assert len(messages) > 30
    english = [
        f"{place}: {said}"
        for words, place in messages
        if re.search(r"[A-Za-z]{3,}", KEPT.sub("", said := in_chinese(words)))
    ]
    assert english == []


def test_text_of_unknown_region_is_kept_and_counted(inputs: Path, cnip: Cnip) -> None:
    (inputs / "unknown.txt").write_text("工业投资增长11.3%。\n", encoding="utf-8")
    said = cnip("build", "unknown.txt", "-o", "out")
    assert "unknown.txt: no region and no year found" in said.err
    report = json.loads((inputs / "out" / "report.json").read_text("utf-8"))
    assert report["documents"][0]["regions"] == []
    assert report["documents"][0]["years"] == []
    assert report["documents"][0]["statements"]["observation"] == 1
    assert said.code == 0


MISTAKEN = "---\nregoin: 贵州省\nregion: 贵州事\nyear: 去年\nlicense: CC0\n---\n" + TEXT


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (
            "en",
            [
                "m.md: front matter: `regoin` is no key; did you mean `region`?",
                "m.md: front matter: `去年` is no year from 1949 to 2100",
                "m.md: front matter: `贵州事`: no region is called so; the nearest are 贵州省",
            ],
        ),
        (
            "zh",
            [
                "m.md: 文件头：没有 `regoin` 这个键；是否指 `region`？",
                "m.md: 文件头：`去年` 不是 1949 至 2100 之间的年份",
                "m.md: 文件头：`贵州事`: 没有叫这个名称的地区；相近的有 贵州省",
            ],
        ),
    ],
)
def test_slip_in_front_matter_is_told_and_is_no_error(language: str, told: list[str], inputs: Path, cnip: Cnip) -> None:
    (inputs / "m.md").write_text(MISTAKEN, encoding="utf-8")
    said = cnip("build", "m.md", "-o", "out", "--lang", language)
    assert said.code == 0
    lines = said.err.splitlines()
    assert len(lines) == len(told)
    assert all(line.startswith(start) for line, start in zip(lines, told, strict=True))
    if language == "en":
        assert json.loads((inputs / "out" / "report.json").read_text("utf-8"))["warnings"] == lines


def test_name_that_steers_the_terminal_is_written_out(inputs: Path, cnip: Cnip) -> None:
    (inputs / "a\x1b[2J.md").write_text(MISTAKEN, encoding="utf-8")
    (inputs / "b\x1b[2J.md").write_bytes(b"")
    said = cnip("build", ".", "-o", "out")
    assert "a\\x1b[2J.md" in said.out
    assert "b\\x1b[2J.md: empty" in said.err
    assert "\x1b" not in said.out + said.err
    assert "\\u001b" not in (inputs / "out" / "report.json").read_text("utf-8")


@pytest.mark.usefixtures("inputs")
def test_unreadable_file_among_others_is_skipped_and_told(cnip: Cnip) -> None:
    said = cnip("build", "good.txt", "empty.txt", "-o", "out")
    assert said.code == 0
    assert "skipped: empty.txt: empty" in said.err
    assert "good.txt" in said.out


def test_nothing_extracted_exits_with_one(inputs: Path, cnip: Cnip) -> None:
    (inputs / "poem.txt").write_text("床前明月光，疑是地上霜。\n", encoding="utf-8")
    said = cnip("build", "poem.txt", "-o", "out")
    assert said.code == 1
    assert "nothing was extracted" in said.err


def test_build_over_our_own_output_replaces_it(inputs: Path, cnip: Cnip) -> None:
    assert cnip("build", "good.txt", "-o", "out").code == 0
    before = (inputs / "out" / "graph.nq").read_bytes()
    assert cnip("build", "good.txt", "-o", "out").code == 0
    assert (inputs / "out" / "graph.nq").read_bytes() == before


def test_validate_exits_with_one_on_violations(inputs: Path, cnip: Cnip) -> None:
    cnip("build", "good.txt", "-o", "out")
    graph = inputs / "out" / "graph.nq"
    lines = graph.read_text("utf-8").splitlines(keepends=True)
    graph.write_text("".join(line for line in lines if "/ontology/status>" not in line), encoding="utf-8")
    said = cnip("validate", "out")
    assert said.code == 1
    assert "violation" in said.out


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(
    "command", [(), *((command.name,) for command in COMMANDS)], ids=lambda words: " ".join(words) or "cnip"
)
def test_help_is_whole_in_both_languages(command: tuple[str, ...], language: str, cnip: Cnip) -> None:
    said = cnip(*command, "--help", "--lang", language)
    assert said.code == 0
    assert said.err == ""
    text, _, example = said.out.partition("\nexample:\n" if language == "en" else "\n示例：\n")
    assert example.strip().startswith(" ".join(("cnip", *command)))
    lines = [line for line in text.splitlines() if line.strip() not in {"", "COMMAND"}]
    if language == "en":
        assert not HAN.search(text.replace("region: 重庆市", ""))
    else:
        assert not re.search(r"\b(?:the|of|and|show|file|folder)\b", text.replace("--file", ""))
        assert sum(bool(HAN.search(line)) for line in lines) > len(lines) / 2


def test_help_of_export_names_every_view(cnip: Cnip) -> None:
    text = cnip("export", "--help").out
    assert [view for view in VIEWS if view not in text] == []


@pytest.mark.parametrize(
    ("words", "environment", "language"),
    [
        (["build"], {"LANG": "zh_CN.UTF-8"}, "zh"),
        (["build"], {"LANG": "en_GB.UTF-8"}, "en"),
        (["build"], {"LANG": "zh_CN.UTF-8", "LC_ALL": "C.UTF-8"}, "en"),
        (["build"], {"LANG": "en_GB.UTF-8", "LC_MESSAGES": "zh_TW.UTF-8"}, "zh"),
        (["build"], {}, "en"),
        (["build", "--lang", "zh"], {"LANG": "en_GB.UTF-8"}, "zh"),
        (["--lang=en", "build"], {"LANG": "zh_CN.UTF-8"}, "en"),
        (["build", "--lang"], {"LANG": "zh_CN.UTF-8"}, "zh"),
        ([], {}, "en"),
    ],
)
def test_language_is_the_one_asked_for_else_the_locale(
    words: list[str], environment: dict[str, str], language: str
) -> None:
    assert language_of(words, environment) == language


def test_no_command_shows_the_help(cnip: Cnip) -> None:
    said = cnip()
    assert said.code == 2
    assert said.out.startswith("usage: cnip")


def test_unexpected_error_is_one_line_with_a_hint(cnip: Cnip, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise ZeroDivisionError("by\nzero")

    monkeypatch.setattr("kg_build.query.list_questions", fail)
    said = cnip("queries")
    assert said.code == 2
    assert said.err == "cnip: unexpected error: ZeroDivisionError: by zero (run again with --debug to see where)\n"


def test_unexpected_error_is_shown_whole_with_debug(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("kg_build.query.list_questions", fail)
    with pytest.raises(ZeroDivisionError):
        main(["queries", "--debug"])


def test_interruption_leaves_the_output_as_it_was(inputs: Path, cnip: Cnip, monkeypatch: pytest.MonkeyPatch) -> None:
    cnip("build", "good.txt", "-o", "out")
    before = sorted(inputs.rglob("*"))

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("kg_build.pipeline.load_store", interrupt)
    said = cnip("build", "good.txt", "-o", "out")
    assert said.code == 130
    assert said.err == "cnip: stopped\n"
    assert sorted(inputs.rglob("*")) == before


INTERRUPTED_AT = """
import sys
class Stop:
    def find_spec(self, name, path=None, target=None):
        if name == {module!r}:
            raise KeyboardInterrupt
sys.meta_path.insert(0, Stop())
from kg_build.__main__ import main
sys.exit(main(["queries"]))
"""


@pytest.mark.parametrize(
    "module", ["kg_build.cli", "kg_build.cli.words", "kg_build.errors", "kg_build.cli.commands", "kg_build.query"]
)
def test_interruption_while_starting_is_one_line(module: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", INTERRUPTED_AT.format(module=module)], capture_output=True, check=False, cwd=TOP
    )
    assert (done.returncode, done.stderr.decode("utf-8")) == (130, "cnip: stopped\n")


def test_entry_point_imports_nothing_of_ours_before_it_answers() -> None:
    listing = "import sys, kg_build.__main__; print(*(name for name in sys.modules if name.startswith('kg_build')))"
    done = subprocess.run([sys.executable, "-c", listing], capture_output=True, check=True, cwd=TOP)
    assert set(done.stdout.decode().split()) == {"kg_build", "kg_build.__main__"}


def test_closed_pipe_is_no_error() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "kg_build", "queries"], stdout=writing, stderr=subprocess.PIPE, check=False
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


def test_output_in_a_pipe_is_utf_8_and_has_no_progress_bar(inputs: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "kg_build", "build", "good.txt", "-o", "out", "--lang", "zh"],
        cwd=inputs,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
        capture_output=True,
        check=True,
    )
    assert "合计" in done.stdout.decode("utf-8")
    assert done.stderr == b""


def test_answers_come_as_table_csv_and_json_with_the_same_rows(built: Path, cnip: Cnip) -> None:
    table, lines, objects = (cnip("query", built, "industry-promotion", "--format", form).out for form in FORMATS)
    rows = list(csv.DictReader(lines.splitlines()))
    assert rows
    assert len(table.splitlines()) == len(rows) + 2
    assert [{key: str(value) for key, value in record.items()} for record in json.loads(objects)] == rows


def test_question_without_rows_says_so_and_is_no_failure(built: Path, cnip: Cnip) -> None:
    said = cnip("query", built, "industry-promotion", "--param", "industry=风筝")
    assert said.code == 0
    assert said.err == "no rows\nindustry=风筝: no label of the scheme\n"


def test_question_without_rows_names_labels_that_are_near(built: Path, cnip: Cnip) -> None:
    said = cnip("query", built, "industry-promotion", "--param", "industry=低空", "--format", "csv")
    assert said.code == 0
    assert said.err.splitlines()[1].startswith("industry=低空: no label of the scheme; the nearest are 低空经济")
    assert said.out.count("\n") == 1
    said = cnip("query", built, "indicator-growth", "--param", "indicator=工业增加值", "--lang", "zh")
    assert said.err.startswith("没有结果\nindicator=工业增加值：此处没有谈到；相近的有 ")
    assert "规模以上工业增加值" in said.err


@pytest.mark.parametrize(("language", "question"), [("en", "Which regions promote"), ("zh", "哪些地区在发展")])
def test_questions_are_listed_in_the_language(language: str, question: str, cnip: Cnip) -> None:
    said = cnip("queries", "--lang", language)
    assert said.code == 0
    assert f"industry-promotion    {question}" in said.out


def test_explain_shows_the_sentence_and_exits_with_one_where_there_is_none(built: Path, cnip: Cnip) -> None:
    said = cnip("explain", built, "33618", "--limit", "1")
    assert said.code == 0
    assert "【" in said.out
    assert said.err.endswith("(--limit shows them)\n")
    assert cnip("explain", built, "风筝") == (1, "", "no fact has `风筝` in a quote or a name\n")


def test_evaluation_of_what_is_there_finds_it(built: Path, tmp_path: Path, cnip: Cnip) -> None:
    gold = tmp_path / "gold.jsonl"
    fact = {"doc": "chongqing.md", "type": "initiative", "region": "重庆市", "name": "33618", "code": "33618"}
    gold.write_text(json.dumps(fact), encoding="utf-8")
    said = cnip("evaluate", built, gold, "--json")
    assert said.code == 0
    assert json.loads(said.out)["initiative"]["recall"] == 1
    assert cnip("evaluate", built, gold, "--errors").out.startswith("+ ")


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """Say so."""
        return True


@pytest.mark.parametrize(("stream", "is_shown"), [(Terminal, True), (io.StringIO, False)])
def test_progress_shows_on_a_terminal_alone_and_is_wiped_away(
    stream: type[io.StringIO],
    is_shown: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "stderr", stream())
    with Progress() as progress:
        progress(1, 4, "重庆.txt")
        progress(2, 4, "b.txt")
    written = sys.stderr.getvalue()
    assert ("2/4 b.txt" in written) is is_shown
    assert written.endswith("\r") is is_shown
