"""Chinese regional industrial policy, from text to a knowledge graph.

The stages, in order: `read`, `segment`, `match`, `extract`, `assemble`, `graph`, `link`, `validate`, `store`.
`ARCHITECTURE.md` says what passes between them.
"""

__all__ = ["__version__"]

__version__ = "0.1.0"
