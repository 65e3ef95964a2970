"""The graphs of documents -> the same store, in which each entity is described once and the default graph is the union of all."""

from collections.abc import Iterable, Iterator

from pyoxigraph import BlankNode, DefaultGraph, NamedNode, Quad, Store

from kg.graph.node import GraphName
from kg.graph.terms import named
from kg.model import ActorKind
from kg.ontology import PREFIXES

__all__ = ["ANALYSIS", "ENTITIES", "STRAY", "describe_once", "given_name", "graphs", "is_measured", "placed", "statements", "unite"]

ENTITIES = "kg:entities"
ANALYSIS = "kg:analysis"
STRAY = "kg:stray"
_DESCRIBED = (*(f"kg:{kind}" for kind in ActorKind), "kg:Issue", "kg:Relation", "kg:Likelihood", "kg:Tool")
_UNION = DefaultGraph()


def graphs(store: Store) -> list[GraphName]:
    """The graphs that hold what a store was given: those with a name, sorted; the default graph where none has.

    >>> graphs(Store())
    [<DefaultGraph>]
    """
    return sorted(store.named_graphs(), key=lambda graph: (given_name(graph) != _UNION, str(graph))) or [_UNION]


def given_name(graph: GraphName) -> GraphName:
    """The name under which a store was given a graph: what stood in the default graph is kept in one with a name, see `unite`."""
    return _UNION if graph == named(STRAY) else graph


def statements(store: Store) -> Iterator[Quad]:
    """Every statement of a store as it was given, and not in the union of all graphs as well."""
    for graph in graphs(store):
        yield from placed(store.quads_for_pattern(None, None, None, graph), given_name(graph))


def placed(quads: Iterable[Quad], graph: GraphName = _UNION) -> Iterator[Quad]:
    """The same statements in another graph, the default one unless it is named."""
    return (Quad(quad.subject, quad.predicate, quad.object, graph) for quad in quads)


def is_measured(subject: object) -> bool:
    """Whether a subject is something that the analysis of a graph found: a measure, a community, a bloc, a disagreement."""
    return isinstance(subject, NamedNode) and subject.value.startswith(PREFIXES["analysis"])


def describe_once(store: Store) -> None:
    """Move what describes actors, issues, relation types, likelihoods and tools from the graphs of documents into one of their own.

    A plain edge stays with its document: it is what the document states.

    Args:
        store: A writable store, not united yet.
    """
    found: set[Quad] = set()
    for subject in _described(store):
        quads = store.quads_for_pattern(subject, None, None, None)
        found.update(quad for quad in quads if not quad.predicate.value.startswith(PREFIXES["rel"]))
    for quad in found:
        store.remove(quad)
    store.bulk_extend(set(placed(found, named(ENTITIES))))


def unite(store: Store) -> Store:
    """Make the default graph of a store the union of its graphs: a set with each statement once (SPARQL 1.1, section 13.1).

    Afterwards a store either has no named graphs, or its default graph is their union. What stood in the default graph alone goes
    into a graph of its own, so that it stays apart from what others state.

    Args:
        store: A writable store.

    Returns:
        The store.

    >>> one = Quad(named("actor:chad"), named("rel:praises"), named("actor:mali"), named("doc:1a"))
    >>> two = Quad(one.subject, one.predicate, one.object, named("doc:2b"))
    >>> both = Store()
    >>> both.extend([one, two])
    >>> len(list(unite(both).quads_for_pattern(None, None, None, DefaultGraph())))
    1
    """
    if not list(store.named_graphs()):
        return store
    strays = [quad for quad in store.quads_for_pattern(None, None, None, _UNION) if not _is_named(store, quad)]
    store.extend(placed(strays, named(STRAY)))
    store.bulk_extend(placed(quad for graph in graphs(store) for quad in store.quads_for_pattern(None, None, None, graph)))
    return store


def _described(store: Store) -> set[NamedNode | BlankNode]:
    kinds = (store.quads_for_pattern(None, named("rdf:type"), named(kind), None) for kind in _DESCRIBED)
    return {quad.subject for quads in kinds for quad in quads if isinstance(quad.subject, NamedNode | BlankNode)}


def _is_named(store: Store, quad: Quad) -> bool:
    found = store.quads_for_pattern(quad.subject, quad.predicate, quad.object, None)
    return any(one.graph_name != _UNION for one in found)
