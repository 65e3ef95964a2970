"""SPARQL -> answers from the store, which a query can neither leave nor change."""

import re
from dataclasses import dataclass
from enum import StrEnum

import pyoxigraph

from kg.errors import QueryError
from kg.explore.names import Term, printable
from kg.explore.sparql import CheckedQuery, check
from kg.explore.syntax import position
from kg.ontology import PREFIXES

__all__ = ["QueryForm", "QueryResult", "query"]

Answer = pyoxigraph.QuerySolutions | pyoxigraph.QueryBoolean | pyoxigraph.QueryTriples
Graph = pyoxigraph.NamedNode | pyoxigraph.BlankNode | pyoxigraph.DefaultGraph


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


def query(store: pyoxigraph.Store, sparql: str) -> QueryResult:
    """Ask a graph.

    The default graph is the union of all documents, unless the query names graphs with FROM. The common prefixes need no
    declaration.

    Args:
        store: The graph to ask; it is only read.
        sparql: A SELECT, ASK, CONSTRUCT or DESCRIBE query of SPARQL 1.1.

    Returns:
        The whole answer, in memory.

    Raises:
        QueryError: The query is malformed (the message names line and column), reaches out of the store, changes it, or names a
            graph that the store does not have.

    >>> query(pyoxigraph.Store(), "ASK { ?who rel:sanctions actor:russia }").answer
    False
    """
    checked = check(sparql)
    if checked.unknown is None:
        _known_graphs(store, (*checked.default, *checked.named))
    try:
        return _result(_asked(store, checked), checked)
    except SyntaxError as error:
        raise _refused(checked, str(error)) from error
    except (OSError, RuntimeError, ValueError) as error:
        raise QueryError(f"the query failed: {printable(str(error))}") from error


def _known_graphs(store: pyoxigraph.Store, dataset: tuple[str, ...]) -> None:
    """Refuse a graph that is not in the store: other programs would fetch it, from the network or from a file."""
    known = {str(graph) for graph in store.named_graphs()} if dataset else set()
    for iri in dataset:
        if f"<{iri}>" not in known:
            raise QueryError(
                f"FROM <{iri}>: no such graph in the store, and a query fetches nothing; the IRI of a document was expected"
            )


def _asked(store: pyoxigraph.Store, checked: CheckedQuery) -> Answer:
    """Run a query on the union of its graphs.

    Oxigraph's own union finds a statement once for each graph that holds it - the label of a state as often as there are documents
    about it - although a merge of graphs is a set (SPARQL 1.1, section 13.1). Where that would show, the union is made in memory.
    """
    restricted = bool(checked.default or checked.named)
    default: list[Graph] = [pyoxigraph.NamedNode(iri) for iri in checked.default] if restricted else _graphs(store)
    if not checked.counts or len(default) < 2:
        return store.query(checked.text, prefixes=PREFIXES, use_default_graph_as_union=not restricted)
    named: list[pyoxigraph.NamedNode | pyoxigraph.BlankNode] = (
        [pyoxigraph.NamedNode(iri) for iri in checked.named] if restricted else list(store.named_graphs())
    )
    merged = pyoxigraph.Store()
    for graph in default:
        quads = store.quads_for_pattern(None, None, None, graph)
        merged.bulk_extend(pyoxigraph.Quad(quad.subject, quad.predicate, quad.object) for quad in quads)
    for graph in named if checked.graphs else ():
        merged.bulk_extend(store.quads_for_pattern(None, None, None, graph))
    return merged.query(checked.text, prefixes=PREFIXES, default_graph=pyoxigraph.DefaultGraph(), named_graphs=named)


def _graphs(store: pyoxigraph.Store) -> list[Graph]:
    """All graphs that hold anything, the default graph included."""
    rest = next(iter(store.quads_for_pattern(None, None, None, pyoxigraph.DefaultGraph())), None)
    return [*store.named_graphs(), *([pyoxigraph.DefaultGraph()] if rest else [])]


def _result(answer: Answer, checked: CheckedQuery) -> QueryResult:
    if isinstance(answer, pyoxigraph.QueryBoolean):
        return QueryResult(QueryForm.ANSWER, answer=bool(answer))
    if isinstance(answer, pyoxigraph.QueryTriples):
        return QueryResult(QueryForm.TRIPLES, triples=tuple(sorted(set(answer), key=str)))
    variables = tuple(variable.value for variable in answer.variables)
    rows = [tuple(solution[name] for name in variables) for solution in answer]
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
