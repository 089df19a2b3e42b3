"""Where the files are that the program reads at run time: `resource("queries", "questions")`.

Ontology, queries and data lie at the top of the tree, beside the package. A wheel carries them inside it, in `_data`;
what is found there comes first.
"""

from __future__ import annotations

from pathlib import Path

from kg_build.errors import DataError

__all__ = ["resource"]

PLACES = (Path(__file__).resolve().parent / "_data", Path(__file__).resolve().parent.parent)
"""The wheel's place, then the checkout's."""


def resource(*parts: str) -> Path:
    """Return the path of a bundled file or folder.

    Raises: DataError where neither the package nor the checkout has it.
    """
    for place in PLACES:
        path = place.joinpath(*parts)
        if path.exists():
            return path
    raise DataError(f"{'/'.join(parts)}: not installed with the package")
