"""The graph in other forms: `export(Path("build"), "csv", Path("tables"))`.

`tables` writes the CSV tables for spreadsheets, R and pandas, `turtle` the graph as Turtle, `gexf` its direct links
for Gephi. `place` puts what is written in its place whole; `cells` is what a spreadsheet may safely open.
"""

from __future__ import annotations

from pathlib import Path

from kg_build.errors import UsageError

__all__ = ["FORMATS", "export"]

FORMATS = ("csv", "gexf", "ttl")


def export(out: Path, form: str, target: Path, *, view: str = "") -> int:
    """Write an output folder's graph in a form, and return the number of rows, links or triples.

    `view` is for GEXF: what is drawn (`kg_build.network.VIEWS`).

    Raises: UsageError for an unknown form or view, an output folder that is none, and a target that is not ours.
    """
    if view and form in FORMATS and form != "gexf":
        raise UsageError(f"--view {view}: only `--to gexf` has views")
    if form == "csv":
        from kg_build.export.tables import export_tables  # noqa: PLC0415  each form loads its own needs

        return export_tables(out, target)
    if form == "ttl":
        from kg_build.export.turtle import export_turtle  # noqa: PLC0415

        return export_turtle(out, target)
    if form == "gexf":
        from kg_build.export.gexf import export_gexf  # noqa: PLC0415

        return export_gexf(out, target, view=view)
    raise UsageError(f"--to {form}: no such form; there are {', '.join(FORMATS)}")
