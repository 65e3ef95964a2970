"""A store and claims or actors of it -> the store without them and without what only they need: edges, speakers, quotes, merges."""

from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode, Quad, Store

from kg.graph.node import GraphName
from kg.graph.terms import named
from kg.model import ActorKind

__all__ = ["remove_actor", "remove_claims", "value"]

_FACTS = (("kg:polarity", "kg:affirmed"), ("kg:factuality", "kg:actual"))
_JUDGED = named("kg:merges")
_KINDS = frozenset(named(f"kg:{kind}") for kind in ActorKind)


def remove_claims(store: Store, claims: Iterable[NamedNode]) -> None:
    """Take claims out of a store.

    Args:
        store: A writable store.
        claims: The claims; one that is not there changes nothing.
    """
    for claim in sorted(set(claims), key=str):
        for quad in list(store.quads_for_pattern(claim, named("rdf:type"), named("kg:Claim"), None)):
            _remove(store, claim, quad.graph_name)


def remove_actor(store: Store, actor: NamedNode, graph: GraphName | None = None) -> None:
    """Take out what is said of an actor, and the merges and doubts about one of whom nothing is said any more.

    Args:
        store: A writable store.
        actor: The actor.
        graph: Where it is described; everywhere without one.
    """
    _drop(store, store.quads_for_pattern(actor, None, None, graph))
    if not any(store.quads_for_pattern(actor, named("rdf:type"), None, None)):
        for name in ("kg:alias", "kg:actor"):
            for quad in list(store.quads_for_pattern(None, named(name), actor, _JUDGED)):
                _drop(store, store.quads_for_pattern(quad.subject, None, None, _JUDGED))


def value(store: Store, subject: NamedNode, name: str, graph: GraphName | None = None) -> NamedNode | None:
    """The IRI that a property of a subject has, the first in sorted order; none where there is none."""
    found = (quad.object for quad in store.quads_for_pattern(subject, named(name), None, graph))
    return min((node for node in found if isinstance(node, NamedNode)), key=str, default=None)


def _remove(store: Store, claim: NamedNode, graph: GraphName) -> None:
    about = list(store.quads_for_pattern(claim, None, None, graph))
    links = {quad.predicate: quad.object for quad in about if isinstance(quad.object, NamedNode)}
    for mark in [quad.object for quad in about if quad.predicate == named("kg:mark") and isinstance(quad.object, NamedNode)]:
        _drop(store, store.quads_for_pattern(mark, None, None, graph))
    _drop(store, about)
    subject, relation, target = (links.get(named(name)) for name in ("rdf:subject", "rdf:predicate", "rdf:object"))
    if subject and relation and target and not any(_asserts(store, graph, subject, relation, target)):
        store.remove(Quad(subject, relation, target, graph))
    actors = {subject, target, *_attributions(store, links.get(named("kg:attribution")), graph)}
    for quote in [quad.object for quad in about if quad.predicate == named("kg:evidence")]:
        if isinstance(quote, NamedNode) and not any(store.quads_for_pattern(None, None, quote, None)):
            _drop(store, store.quads_for_pattern(quote, None, None, None))
    for actor in sorted({one for one in actors if one is not None and _is_actor(store, one, graph)}, key=str):
        if not any(store.quads_for_pattern(None, None, actor, graph)):
            remove_actor(store, actor, graph)


def _asserts(store: Store, graph: GraphName, subject: NamedNode, relation: NamedNode, target: NamedNode) -> Iterator[bool]:
    """For each claim of a graph that states a relation whether it is a plain fact."""
    for quad in store.quads_for_pattern(None, named("rdf:subject"), subject, graph):
        parts = (("rdf:predicate", relation), ("rdf:object", target), *((name, named(word)) for name, word in _FACTS))
        yield all(Quad(quad.subject, named(name), node, graph) in store for name, node in parts)


def _attributions(store: Store, node: NamedNode | None, graph: GraphName) -> Iterator[NamedNode | None]:
    """Remove a chain of attributions as far as nothing else needs it; the speakers that it had."""
    while node is not None and not any(store.quads_for_pattern(None, None, node, graph)):
        speaker, outer = value(store, node, "kg:speaker", graph), value(store, node, "kg:within", graph)
        _drop(store, store.quads_for_pattern(node, None, None, graph))
        yield speaker
        node = outer


def _is_actor(store: Store, node: NamedNode, graph: GraphName) -> bool:
    return any(quad.object in _KINDS for quad in store.quads_for_pattern(node, named("rdf:type"), None, graph))


def _drop(store: Store, quads: Iterable[Quad]) -> None:
    for quad in list(quads):
        store.remove(quad)
