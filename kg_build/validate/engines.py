"""Two SHACL engines with one face: the fast one for every day, pySHACL as the reference it is held to.

An engine takes a graph as N-Triples or N-Quads (which graph a quad is in makes no difference to it) and yields what
it finds as `Finding`s: the same ones, whichever engine it is. Messages are looked up in the shapes by their text, since
the fast engine gives them without their language.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

import pyoxigraph
import shacl

from kg_build.errors import DataError, UsageError
from kg_build.namespaces import PREFIXES

if TYPE_CHECKING:
    from pathlib import Path

    from kg_build.validate.report import Language

__all__ = ["Engine", "Finding", "fast_engine", "reference_engine"]

MESSAGE = PREFIXES["sh"] + "message"


class Finding(NamedTuple):
    """What an engine says of a focus node; IRIs in full, absent path or value empty."""

    focus: str
    path: str
    value: str
    message: str
    severity: str
    shape: str


Engine = Callable[[str], Iterator[Finding]]


def fast_engine(shapes: Path, language: Language) -> Engine:
    """Return the compiled engine for the shapes of a file. Raises DataError where they are malformed."""
    languages = message_languages(shapes)
    try:
        compiled = shacl.Shapes.from_file(str(shapes))
    except (ValueError, OSError) as error:
        raise DataError(f"{shapes.name}: {error}") from error

    def find(quads: str) -> Iterator[Finding]:
        for result in compiled.validate_text(quads, format="nquads").results:
            spoken = [message for message in result.messages if languages.get(message) == language]
            yield Finding(
                focus=bare(result.focus_node),
                path=bare(result.path or ""),
                value=result.value_plain or "",
                message=(spoken or result.messages or [result.component])[0],
                severity=result.severity,
                shape=bare(result.root_shape or ""),
            )

    return find


def reference_engine(shapes: Path, language: Language) -> Engine:
    """Return pySHACL over the shapes of a file; slow. Raises UsageError where it is not installed."""
    try:
        import pyshacl  # noqa: PLC0415  an extra, and slow to import
        import rdflib  # noqa: PLC0415
    except ImportError as error:
        raise UsageError("pySHACL is not installed; pip install 'cnip[rdf]'") from error
    shapes_graph = rdflib.Graph().parse(shapes, format="turtle")
    sh = rdflib.Namespace(PREFIXES["sh"])

    def find(quads: str) -> Iterator[Finding]:
        data = rdflib.Graph()
        for quad in pyoxigraph.parse(quads, format=pyoxigraph.RdfFormat.N_QUADS):
            data.add((as_rdflib(quad.subject), as_rdflib(quad.predicate), as_rdflib(quad.object)))
        _, results, _ = pyshacl.validate(data, shacl_graph=shapes_graph, allow_warnings=True)
        for result in results.objects(None, sh.result):
            messages = list(results.objects(result, sh.resultMessage))
            spoken = [message for message in messages if message.language == language] or messages
            value = results.value(result, sh.value)
            yield Finding(
                focus=str(results.value(result, sh.focusNode)),
                path=str(results.value(result, sh.resultPath) or ""),
                value="" if value is None else str(value),
                message=str(spoken[0]),
                severity=str(results.value(result, sh.resultSeverity)).removeprefix(PREFIXES["sh"]),
                shape=named_shape(shapes_graph, results.value(result, sh.sourceShape), sh.property),
            )

    return find


def as_rdflib(node: Any) -> Any:  # noqa: ANN401
    """Return a term of pyoxigraph as one of rdflib, a literal exactly as it is written."""
    import rdflib  # noqa: PLC0415

    if isinstance(node, pyoxigraph.NamedNode):
        return rdflib.URIRef(node.value)
    datatype = None if node.language else rdflib.URIRef(node.datatype.value)
    return rdflib.Literal(node.value, lang=node.language, datatype=datatype, normalize=False)


def named_shape(shapes: Any, shape: Any, link: Any) -> str:  # noqa: ANN401  rdflib's terms, not imported here
    """Return the IRI of the nearest shape that has one, upwards from a property shape written inside another."""
    import rdflib  # noqa: PLC0415

    while isinstance(shape, rdflib.BNode):
        shape = shapes.value(None, link, shape)
    return str(shape or "")


def message_languages(shapes: Path) -> dict[str, str]:
    """Return the language of each message of the shapes. Raises DataError where the file is malformed."""
    try:
        return {
            quad.object.value: quad.object.language or ""
            for quad in pyoxigraph.parse(path=str(shapes), format=pyoxigraph.RdfFormat.TURTLE)
            if quad.predicate.value == MESSAGE and isinstance(quad.object, pyoxigraph.Literal)
        }
    except (SyntaxError, OSError) as error:
        raise DataError(f"{shapes.name}: {error}") from error


def bare(node: str) -> str:
    """Return an IRI without its angle brackets."""
    return node[1:-1] if node.startswith("<") and node.endswith(">") else node
