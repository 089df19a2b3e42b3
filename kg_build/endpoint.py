"""Queries at a SPARQL 1.1 endpoint on the network, through SPARQLWrapper (extra `remote`).

    ask_endpoint("http://localhost:7878/query", "SELECT * WHERE { ?region cnip:hasInitiative ?initiative }", "query")

Sent by POST, so that length does not matter; answered in the same values as the store's. Prefixes of ours that the
query uses and does not declare are declared for it.
"""

from __future__ import annotations

import re
from typing import Any
from urllib.error import URLError
from urllib.parse import urlsplit

import pyoxigraph

from kg_build.errors import UsageError
from kg_build.namespaces import PREFIXES

__all__ = ["ask_endpoint"]

TIMEOUT = 120
"""Seconds to wait for an answer."""
WIDEST = 160
"""Characters of an endpoint's own words that fit an error of one line."""
DECLARED = re.compile(r"\bPREFIX\s+([\w-]*):", re.IGNORECASE)
USED = re.compile(r"(?<![\w:<-])([A-Za-z][\w-]*):")


def ask_endpoint(url: str, text: str, name: str) -> pyoxigraph.QuerySolutions | pyoxigraph.QueryBoolean:
    """Send a SELECT or ASK query and return its results; `name` stands for the query in errors.

    Raises: UsageError where the endpoint cannot be reached, refuses the query, or answers with something else.
    """
    if urlsplit(url).scheme not in {"http", "https"}:
        raise UsageError(f"--endpoint {url}: expected an address that begins with http:// or https://")
    wrapper, failures = open_wrapper(url)
    wrapper.setQuery(with_prefixes(text))
    if wrapper.queryType not in {"SELECT", "ASK"}:
        raise UsageError(f"{name}: only SELECT and ASK are sent to an endpoint")
    try:
        body = wrapper.query().response.read()
        return pyoxigraph.parse_query_results(body, format=pyoxigraph.QueryResultsFormat.JSON)
    except URLError as error:
        raise UsageError(f"{url}: cannot be reached ({words(error.reason)})") from error
    except (failures, OSError) as error:
        raise UsageError(f"{url}: did not answer `{name}` ({words(error)})") from error
    except (SyntaxError, ValueError) as error:
        raise UsageError(f"{url}: answered with something other than SPARQL results in JSON") from error


def open_wrapper(url: str) -> tuple[Any, type[Exception]]:
    """Return a wrapper that asks for JSON, and the class of its errors."""
    try:
        from SPARQLWrapper import JSON, POST, SPARQLWrapper  # noqa: PLC0415  heavy, and an extra
        from SPARQLWrapper.SPARQLExceptions import SPARQLWrapperException  # noqa: PLC0415
    except ImportError as error:
        raise UsageError("--endpoint needs SPARQLWrapper: pip install 'cnip[remote]'") from error
    wrapper = SPARQLWrapper(url)
    wrapper.setReturnFormat(JSON)
    wrapper.setMethod(POST)
    wrapper.setTimeout(TIMEOUT)
    return wrapper, SPARQLWrapperException


def with_prefixes(text: str) -> str:
    """Return the query with our prefixes declared, on its first line, where it uses them and does not."""
    missing = sorted((set(USED.findall(text)) & PREFIXES.keys()) - set(DECLARED.findall(text)))
    return "".join(f"PREFIX {prefix}: <{PREFIXES[prefix]}> " for prefix in missing) + text


def words(reason: object) -> str:
    """Return what an error says, in one line of bearable length."""
    line = " ".join(str(reason).split())
    return line if len(line) <= WIDEST else line[: WIDEST - 1] + "…"
