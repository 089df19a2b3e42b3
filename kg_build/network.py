"""The direct links of the graph as a network: things, and what the statements say that each link rests on.

    network(Path("build")).number_of_edges("https://…/region/500000", "https://…/industry/low-altitude-economy")
    1

A view chooses which sorts of thing are in it. `network` gives a networkx graph (extra `network`), `read_links` and
`read_nodes` what it is made of, which `export/gexf` writes for Gephi.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from kg_build.errors import UsageError
from kg_build.export.rows import select
from kg_build.namespaces import CNIP
from kg_build.store import memory_store

if TYPE_CHECKING:
    import networkx as nx
    from pyoxigraph import Store

__all__ = ["VIEWS", "Link", "Node", "network", "read_links", "read_nodes", "read_view"]

VIEWS = {
    "core": frozenset({"Region", "Initiative", "Industry"}),
    "industry": frozenset({"Region", "Cluster", "Industry"}),
    "policy": frozenset({"Region", "Initiative", "PolicyDocument", "Designation"}),
    "region": frozenset({"Region"}),
    "full": frozenset({"Region", "Initiative", "Industry", "Cluster", "PolicyDocument", "Designation"}),
}
"""The sorts of thing in each view; a link is in it where both its ends are."""


class Node(msgspec.Struct, frozen=True):
    """A thing: its IRI, class, and names, the English one empty where there is none."""

    iri: str
    type: str
    label: str
    label_en: str


class Link(msgspec.Struct, frozen=True):
    """A direct link, its property by local name (`promotesIndustry`), and the number of statements behind it.

    `status`, `years` and `roles` (of an industry) are all that these say, sorted and joined: `actual;target`.
    """

    source: str
    property: str
    target: str
    weight: int
    status: str = ""
    years: str = ""
    roles: str = ""


def read_nodes(store: Store) -> dict[str, Node]:
    """Return the things that links may join, by IRI."""
    return {
        row["node"]: Node(row["node"], row["type"].removeprefix(CNIP), row["label"], row["label_en"])
        for row in select(store, "nodes")
    }


def read_links(store: Store) -> Iterator[Link]:
    """Yield the direct links, sorted; a cooperation is a link in each direction."""
    for row in select(store, "links"):
        said = [";".join(sorted(row[column].split(";"))) for column in ("states", "years", "roles")]
        yield Link(row["source"], row["link"].removeprefix(CNIP), row["target"], int(row["weight"]), *said)


def read_view(out: Path, view: str = "") -> tuple[list[Node], list[Link]]:
    """Return the things and links of a view (`core` by default), both sorted; only things that are linked.

    Raises: UsageError where there is no such view, or `out` is no output.
    """
    sorts = VIEWS.get(view or "core")
    if sorts is None:
        raise UsageError(f"--view {view}: no such view; there are {', '.join(VIEWS)}")
    store = memory_store(out)
    nodes = {iri: node for iri, node in read_nodes(store).items() if node.type in sorts}
    links = [link for link in read_links(store) if link.source in nodes and link.target in nodes]
    linked = {end for link in links for end in (link.source, link.target)}
    return [nodes[iri] for iri in sorted(linked)], links


def network(out: Path, view: str = "") -> nx.MultiDiGraph[str]:
    """Return a view as a networkx graph: nodes by IRI with type and labels, edges keyed by property.

    An edge has the attributes of a `Link`: weight, status, years, roles.

    Raises: UsageError as `read_view` does, and where networkx is not installed.
    """
    try:
        import networkx as nx  # noqa: PLC0415  an extra
    except ImportError as error:
        raise UsageError("a networkx graph needs networkx: pip install 'cnip[network]'") from error
    nodes, links = read_view(out, view)
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in nodes:
        graph.add_node(node.iri, type=node.type, label=node.label, label_en=node.label_en)
    for link in links:
        said = {"weight": link.weight, "status": link.status, "years": link.years, "roles": link.roles}
        graph.add_edge(link.source, link.target, key=link.property, **said)
    return graph
