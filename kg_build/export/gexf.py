"""The direct links as GEXF 1.3, for Gephi: `cnip export build --to gexf -o links.gexf`.

    <node id="https://…/region/500000" label="重庆市"><attvalues><attvalue for="type" value="Region"/>…

Nodes have the attributes `type` and `label_en` (a Latin label beside the Chinese one), and a colour by type; edges
have their property as `kind` and label, the number of statements behind them as weight, and what these say: `status`
(actual, estimate, target, or several joined by `;`), `years` and, for industries, `roles`. Two links of different kinds
may join the same two things; a cooperation is drawn in both directions. Written line by line; nothing in the file
depends on the day.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from xml.sax.saxutils import quoteattr

from kg_build.export.place import staged_file
from kg_build.network import Link, Node, read_view

__all__ = ["export_gexf", "gexf_lines"]

MARK = b"<creator>cnip</creator>"
HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" \
xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xsi:schemaLocation="http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd" version="1.3">
<meta>
<creator>cnip</creator>
<description>Direct links of regions, initiatives, industries and more</description>
</meta>
<graph defaultedgetype="directed" mode="static">
<attributes class="node" mode="static">
<attribute id="type" title="type" type="string"/>
<attribute id="label_en" title="label_en" type="string"/>
</attributes>
<attributes class="edge" mode="static">
<attribute id="property" title="property" type="string"/>
<attribute id="status" title="status" type="string"/>
<attribute id="years" title="years" type="string"/>
<attribute id="roles" title="roles" type="string"/>
</attributes>"""
TAIL = "</graph>\n</gexf>"
NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 has no way to write."""
COLOURS = {
    "Region": (213, 94, 0),
    "Initiative": (0, 114, 178),
    "Industry": (0, 158, 115),
    "Cluster": (204, 121, 167),
    "PolicyDocument": (230, 159, 0),
    "Designation": (86, 180, 233),
}
"""Red, green and blue, from the palette of Okabe and Ito, which colour-blind readers can tell apart."""


def export_gexf(out: Path, target: Path, *, view: str = "") -> int:
    """Write a view of an output folder's links as GEXF; return the number of links.

    Raises: UsageError where `out` is no output, there is no such view, or `target` is not ours.
    """
    nodes, links = read_view(out, view)
    with staged_file(target, mark=MARK) as file:
        for line in gexf_lines(nodes, links):
            file.write(f"{line}\n".encode())
    return len(links)


def gexf_lines(nodes: Iterable[Node], links: Iterable[Link]) -> Iterator[str]:
    """Yield the lines of a GEXF file."""
    yield HEAD
    yield "<nodes>"
    for node in nodes:
        red, green, blue = COLOURS[node.type]
        yield (
            f"<node id={attribute(node.iri)} label={attribute(node.label or node.iri)}><attvalues>"
            f'<attvalue for="type" value={attribute(node.type)}/>'
            f'<attvalue for="label_en" value={attribute(node.label_en)}/></attvalues>'
            f'<viz:color r="{red}" g="{green}" b="{blue}"/></node>'
        )
    yield "</nodes>\n<edges>"
    for number, link in enumerate(links):
        kind = attribute(link.property)
        said = (("property", link.property), ("status", link.status), ("years", link.years), ("roles", link.roles))
        values = "".join(f'<attvalue for="{name}" value={attribute(value)}/>' for name, value in said if value)
        yield (
            f'<edge id="{number}" source={attribute(link.source)} target={attribute(link.target)} kind={kind} '
            f'label={kind} weight="{link.weight}"><attvalues>{values}</attvalues></edge>'
        )
    yield f"</edges>\n{TAIL}"


def attribute(text: str) -> str:
    """Return the text as a quoted value of an XML attribute, without what XML cannot say."""
    return quoteattr(NOT_XML.sub("", text))
