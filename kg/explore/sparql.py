"""The text of a query -> a checked query: nothing in it reaches out of the store or changes it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from threading import Lock

from pyparsing import ParseException, ParseResults
from rdflib.plugins.sparql.parser import parseQuery, parseUpdate
from rdflib.plugins.sparql.parserutils import CompValue

from kg.errors import QueryError
from kg.explore.syntax import position, syntax_error
from kg.ontology import PREFIXES

__all__ = ["CheckedQuery", "check"]

# Oxigraph descends into long chains of operators recursively: 20,000 characters can exhaust the stack and end the process.
_LONGEST = 10_000
_PARSING = Lock()  # rdflib's parser refuses valid queries at times when two threads use it at once
# Section 19.2 of SPARQL 1.1: these escapes stand for their character before the grammar is applied.
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})|\\[uU]")


@dataclass(frozen=True, slots=True)
class CheckedQuery:
    """A query that may be run, and what is known of it.

    `default` and `named` are the graphs after FROM and FROM NAMED; `ordered` says that it sorts its rows itself; `unknown` is the
    first prefix that is neither declared nor known.
    """

    text: str
    default: tuple[str, ...]
    named: tuple[str, ...]
    ordered: bool
    unknown: str | None = None


def check(sparql: str) -> CheckedQuery:
    """Parse a query and refuse what reaches out of the store or changes it.

    Args:
        sparql: A SPARQL 1.1 query; the prefixes of `kg.ontology.PREFIXES` need no declaration.

    Returns:
        The query, in the one spelling that every parser reads alike.

    Raises:
        QueryError: The query is malformed, is an update, or asks another service.

    >>> check("SELECT ?who WHERE { ?who rel:sanctions actor:russia }").ordered
    False
    """
    text = _plain(sparql)
    with _PARSING:
        prologue, body = _parsed(text)
    parts = list(_parts([prologue, body]))
    if any(part.name == "ServiceGraphPattern" for part in parts):
        raise QueryError("SERVICE is not allowed: a query reads the local graph and nothing else")
    known = {**PREFIXES, **{part.prefix or "": str(part.iri) for part in parts if part.name == "PrefixDecl"}}
    sources = [part for part in parts if part.name == "DatasetClause"]
    used = [part.prefix or "" for part in parts if part.name == "pname"]
    return CheckedQuery(
        text=text,
        default=tuple(_iri(part.default, known) for part in sources if part.default),
        named=tuple(_iri(part.named, known) for part in sources if part.named),
        ordered="orderby" in body,
        unknown=next((prefix for prefix in used if prefix not in known), None),
    )


def _plain(sparql: str) -> str:
    """One spelling for every parser, so that none sees a keyword where another sees a comment or a string.

    A carriage return ends a comment for Oxigraph and not for rdflib; escapes are decoded at different moments by the two.
    """
    try:
        sparql.encode()
    except UnicodeEncodeError as error:
        raise QueryError(f"{position(sparql, error.start)}: the query is not valid UTF-8") from error
    if len(sparql) > _LONGEST:
        raise QueryError(f"the query has {len(sparql):,} characters, at most {_LONGEST:,} were expected")
    text = sparql.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")
    return _ESCAPE.sub(_unescaped, text)


def _unescaped(match: re.Match[str]) -> str:
    code = int(match[1] or match[2] or "0", 16)
    if code < 0x80 or 0xD800 <= code < 0xE000 or code > 0x10FFFF:
        where = position(match.string, match.start())
        raise QueryError(f"{where}: {match[0]} is not allowed, write the character itself (only others than ASCII may be escaped)")
    return chr(code)


def _parsed(text: str) -> ParseResults:
    try:
        return parseQuery(text)
    except ParseException as error:
        raise _refused(text) from error
    except RecursionError as error:
        raise QueryError("the query is nested too deeply") from error


def _refused(text: str) -> QueryError:
    """Why rdflib does not take `text` as a query."""
    if not text.strip():
        return QueryError("the query is empty: SELECT, ASK, CONSTRUCT or DESCRIBE was expected")
    try:
        update = parseUpdate(text)
    except (ParseException, RecursionError):
        return syntax_error(text)
    if not update.request:
        return syntax_error(text)
    name = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", update.request[0].name).upper()
    return QueryError(f"{name} is not allowed: a query reads the graph, it never changes or loads it")


def _parts(tree: object) -> Iterator[CompValue]:
    """All named parts of a parse tree, in the order of the text."""
    pending = [tree]
    while pending:
        part = pending.pop()
        if isinstance(part, CompValue):
            yield part
            pending.extend(reversed(list(part.values())))
        elif not isinstance(part, str) and hasattr(part, "__iter__"):
            pending.extend(reversed(list(part)))


def _iri(name: object, known: dict[str, str]) -> str:
    """The IRI of a graph in a FROM clause; a prefixed name with an unknown prefix stays as it is."""
    if not isinstance(name, CompValue):
        return str(name)
    prefix = name.prefix or ""
    return known.get(prefix, f"{prefix}:") + (name.localname or "")
