r"""Text from files as a terminal may show it: what would steer the terminal is written out.

    print(printable("江州\x1b[2J"))    prints  江州\x1b[2J    and does not clear the screen

Control characters, marks that turn the direction of writing, and what is left of bytes that are no text. The graph and
its exports keep every text as it is; this is for names of files, messages and tables.
"""

from __future__ import annotations

import re

__all__ = ["one_line", "printable"]

STEERING = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def printable(text: str) -> str:
    """Return the text with each character that steers a terminal as its escape."""
    return text if text.isascii() and text.isprintable() else STEERING.sub(escape, text)


def escape(match: re.Match[str]) -> str:
    r"""Return the escape of a character as Python writes it: \x1b, \u202e."""
    code = ord(match[0])
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"  # noqa: PLR2004  what two digits can say


def one_line(text: object) -> str:
    """Return what something says in one printable line."""
    return printable(" ".join(str(text).split()))
