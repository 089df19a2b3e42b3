"""Stage 4: segments to statements, one module per kind of fact.

Each module has `RULES`, the rules it may name as the reason for a statement, and `extract(segments, lexicon)`, which
takes all segments of one document in text order and yields statements with their evidence. `registry` lists them.
"""
