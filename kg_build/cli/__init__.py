"""The command line: one module a command, and what they share.

`commands.py` lists the commands, `parser.py` and `words.py` make them speak two languages, `layout.py` sets tables.
"""

__all__: list[str] = []
