"""A query that does not parse -> one line that says where, what stands there and what was expected."""

import copy
from collections.abc import Callable
from contextlib import suppress

from pyparsing import Literal, ParseBaseException, ParserElement, Regex, Token
from pyparsing.core import CaselessKeyword
from rdflib.plugins.sparql.parser import Query

from kg.errors import QueryError

__all__ = ["position", "syntax_error"]

_KINDS = {"?": "a variable", "$": "a variable", "<": "a name", ":": "a name", "[0-9]+": "a number"}
_MOST = 9  # longer lists of what was expected say nothing


def position(text: str, offset: int) -> str:
    r"""Line and column of a character, both counted from 1.

    >>> position("ASK {\n ?s", 7)
    'line 2, column 2'
    """
    before = text[:offset]
    return f"line {before.count(chr(10)) + 1}, column {offset - before.rfind(chr(10))}"


def syntax_error(text: str) -> QueryError:
    """Describe why a text is no SPARQL query.

    The parsing library reports the start of the pattern that failed, which may be lines before the mistake. So the text is parsed
    again by a grammar that notes how far each of its tokens got: the mistake is where the furthest of them failed.

    Args:
        text: What rdflib's parser refused.

    Returns:
        The error to raise, with line, column, what stands there and what may stand there.

    >>> str(syntax_error("SELECT ?x WHERE { ?x rel:leads ?y } ORDER ?x"))
    "line 1, column 43: unexpected '?x', expected BY"
    """
    failures: dict[int, set[str]] = {}
    grammar = copy.deepcopy(Query)
    for element in grammar.visit_all():  # type: ignore[no-untyped-call]  # pyparsing left this one without types
        if isinstance(element, Token):
            element.set_fail_action(_recorder(failures))
    with suppress(ParseBaseException, RecursionError):
        grammar.parse_string(text, parse_all=True)
    return QueryError(_message(text, failures))


def _recorder(failures: dict[int, set[str]]) -> Callable[[str, int, ParserElement, Exception], None]:
    def record(_text: str, offset: int, element: ParserElement, _error: Exception) -> None:
        failures.setdefault(offset, set()).add(_named(element))

    return record


def _named(element: ParserElement) -> str:
    """What a token of the grammar is called in a message; empty when its name would say nothing."""
    if isinstance(element, CaselessKeyword):
        return element.match if element.match != "SERVICE" else ""
    if isinstance(element, Literal):
        return _KINDS.get(element.match, repr(element.match))
    return _KINDS.get(element.pattern, "") if isinstance(element, Regex) and isinstance(element.pattern, str) else ""


def _message(text: str, failures: dict[int, set[str]]) -> str:
    furthest = max(failures, default=0)
    names = sorted(failures.get(furthest, set()) - {"", "'#'"})
    words = text[furthest:].split(maxsplit=1)
    found = f"unexpected {words[0][:40]!r}" if words else "the query ends too early"
    expected = f", expected {' or '.join(names)}" if 0 < len(names) <= _MOST else ""
    return f"{position(text, furthest)}: {found}{expected}"
