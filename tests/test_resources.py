"""Bundled files are found in the wheel's place first, then in the checkout."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg_build import resources
from kg_build.errors import DataError
from kg_build.resources import resource


def test_file_of_the_checkout_is_found(top: Path) -> None:
    assert resource("queries", "questions") == top / "queries" / "questions"


def test_file_in_the_package_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "queries").mkdir()
    monkeypatch.setattr(resources, "PLACES", (tmp_path, *resources.PLACES))
    assert resource("queries") == tmp_path / "queries"
    assert resource("queries", "questions").is_relative_to(resources.PLACES[-1])


def test_file_that_is_nowhere_is_an_error_of_the_data() -> None:
    with pytest.raises(DataError, match="queries/nowhere: not installed with the package"):
        resource("queries", "nowhere")
