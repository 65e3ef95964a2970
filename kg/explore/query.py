"""SPARQL -> answers from the store, which a query can neither leave nor change."""

import re
from dataclasses import dataclass
from enum import StrEnum

import pyoxigraph

from kg.errors import QueryError
from kg.explore.names import Term
from kg.explore.sparql import CheckedQuery, check
from kg.explore.syntax import position
from kg.graph.guard import Limits, Question, ask
from kg.graph.union import placed
from kg.ontology import PREFIXES

__all__ = ["Limits", "QueryForm", "QueryResult", "query"]


class QueryForm(StrEnum):
    """What a query answers with."""

    ROWS = "rows"
    ANSWER = "answer"
    TRIPLES = "triples"


@dataclass(frozen=True, slots=True)
class QueryResult:
    """The answer of a query: rows of SELECT, yes or no of ASK, triples of CONSTRUCT and DESCRIBE.

    Rows and triples are sorted, unless the query sorts its rows itself. An unbound variable is None.
    """

    form: QueryForm
    variables: tuple[str, ...] = ()
    rows: tuple[tuple[Term | None, ...], ...] = ()
    answer: bool = False
    triples: tuple[pyoxigraph.Triple, ...] = ()

    @property
    def found(self) -> bool:
        """Whether there is any row or triple, or the answer is yes."""
        return bool(self.rows or self.triples or self.answer)


def query(store: pyoxigraph.Store, sparql: str, limits: Limits = Limits()) -> QueryResult:  # noqa: B008 - a frozen value
    """Ask a graph.

    The default graph is the union of all documents, unless the query names graphs with FROM. The common prefixes need no
    declaration.

    Args:
        store: The graph to ask; it is only read.
        sparql: A SELECT, ASK, CONSTRUCT or DESCRIBE query of SPARQL 1.1.
        limits: How long it may take, and how much memory: it runs in a process of its own.

    Returns:
        The whole answer, in memory.

    Raises:
        QueryError: The query is malformed (the message names line and column), reaches out of the store, changes it, names a
            graph that the store does not have, takes more than it may, or breaks the engine.

    >>> query(pyoxigraph.Store(), "ASK { ?who rel:sanctions actor:russia }").answer
    False
    """
    checked = check(sparql)
    if checked.unknown is None:
        _known_graphs(store, (*checked.default, *checked.named))
    try:
        return _result(_asked(store, checked, limits), checked)
    except SyntaxError as error:
        raise _refused(checked, str(error)) from error


def _known_graphs(store: pyoxigraph.Store, dataset: tuple[str, ...]) -> None:
    """Refuse a graph that is not in the store: other programs would fetch it, from the network or from a file."""
    known = {str(graph) for graph in store.named_graphs()} if dataset else set()
    for iri in dataset:
        if f"<{iri}>" not in known:
            raise QueryError(
                f"FROM <{iri}>: no such graph in the store, and a query fetches nothing; the IRI of a document was expected"
            )


def _asked(store: pyoxigraph.Store, checked: CheckedQuery, limits: Limits) -> bytes:
    """Run a query on the union of all graphs, or of those after FROM.

    Of several graphs, Oxigraph finds a statement once for each that holds it, although a merge of graphs is a set (SPARQL 1.1,
    section 13.1): those are merged in memory.
    """
    if len(checked.default) < 2:
        return ask(store, Question(checked.text, PREFIXES), limits)
    merged = pyoxigraph.Store()
    for iri in checked.default:
        merged.bulk_extend(placed(store.quads_for_pattern(None, None, None, pyoxigraph.NamedNode(iri))))
    for iri in checked.named:
        merged.bulk_extend(store.quads_for_pattern(None, None, None, pyoxigraph.NamedNode(iri)))
    return ask(merged, Question(checked.text, PREFIXES, named=checked.named), limits)


def _result(answer: bytes, checked: CheckedQuery) -> QueryResult:
    if not answer.startswith(b"{"):
        triples = {quad.triple for quad in pyoxigraph.parse(answer, format=pyoxigraph.RdfFormat.N_TRIPLES)}
        return QueryResult(QueryForm.TRIPLES, triples=tuple(sorted(triples, key=str)))
    found = pyoxigraph.parse_query_results(answer, format=pyoxigraph.QueryResultsFormat.JSON)
    if isinstance(found, pyoxigraph.QueryBoolean):
        return QueryResult(QueryForm.ANSWER, answer=bool(found))
    variables = tuple(variable.value for variable in found.variables)
    rows = [tuple(solution[name] for name in variables) for solution in found]
    return QueryResult(QueryForm.ROWS, variables, tuple(rows if checked.ordered else sorted(rows, key=_row_key)))


def _row_key(row: tuple[Term | None, ...]) -> tuple[str, ...]:
    return tuple("" if term is None else str(term) for term in row)


def _refused(checked: CheckedQuery, message: str) -> QueryError:
    """One line from Oxigraph's message, which goes on with the character classes of its grammar."""
    place = re.match(r"error at (\d+):(\d+): expected (?:one of )?", message)
    lines = checked.text.split("\n")
    line, column = (int(place[1]), int(place[2])) if place else (len(lines), len(lines[-1]) + 1)
    end = sum(len(text) + 1 for text in lines[: line - 1]) + column - 1
    if checked.unknown is not None:
        name = f"{checked.unknown}:"
        where = position(checked.text, max(checked.text.rfind(name, 0, end), 0))
        return QueryError(f"{where}: unknown prefix {name} - a known one, or PREFIX {name} <...> before the query, was expected")
    phrases = [item for item in re.split(r", |\n", message[place.end() if place else 0 :]) if re.fullmatch(r"\w+( \w+)+", item)]
    return QueryError(f"{position(checked.text, end)}: {phrases[0] if phrases else 'not a valid query'}")
