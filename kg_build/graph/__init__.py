"""Stage 6: statements to quads; the only place where IRIs are made.

Input: a `Document` and its `Statement`s, or the curated data. Output: N-Quads lines without their line ends, in no
particular order; `sorted(set(lines))` of all documents is the graph.

    <…/id/statement/0d6e…> <…/ontology/region> <…/id/region/500000> <…/id/graph/chongqing> .

`terms` writes literals and IRIs, `labels` a line for people; `statements`, with `observations` and `things`, writes
what a document says into its `DocumentGraph`; `reference` writes ontology, schemes, mappings and rules.
"""

from kg_build.graph.reference import reference_quads
from kg_build.graph.statements import statement_quads
from kg_build.graph.terms import statement_iri, statement_key

__all__ = ["reference_quads", "statement_iri", "statement_key", "statement_quads"]
