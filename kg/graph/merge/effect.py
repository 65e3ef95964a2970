"""A graph and judgements on its actors -> the same graph with the judgements put into effect and recorded, and back."""

from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256

from pyoxigraph import NamedNode, Quad, Store

from kg.graph.describe import Value, background, entity, facts
from kg.graph.merge.merge import Merge
from kg.graph.node import Node, index, of_class
from kg.graph.terms import decimal, named, text
from kg.ontology import PREFIXES, Ontology, term

__all__ = ["apply", "described", "doubtful", "recorded"]

_DESCRIPTION = frozenset(map(term, ("rdf:type", "rdfs:label", "skos:altLabel", "skos:exactMatch", "kg:country", "kg:known")))


def apply(quads: Iterable[Quad], merges: Iterable[Merge], doubts: Iterable[Merge] = ()) -> list[Quad]:
    """Replace each alias by its actor, keep its name as another name, and record the judgement in the graph `kg:merges`.

    Applying the same judgements again changes nothing; without them the shards give the graph as it was.

    Args:
        quads: A graph, or all quads of one that touch an alias or its actor.
        merges: The judgements.
        doubts: Pairs that are not merged, which are only recorded.

    Returns:
        The quads, sorted and unique.
    """
    judged = list(merges)
    given = list(quads)
    target = _targets(judged)
    described = _descriptions(given, set(target.values()))
    found = {quad for merge in judged for quad in _record(merge, "kg:Merge")}
    found.update(quad for doubt in doubts for quad in _record(doubt, "kg:Doubt"))
    for quad in given:
        found.update(_replaced(quad, target, described))
    return sorted(found, key=str)


def described(quads: Iterable[Quad], merges: Iterable[Merge], ontology: Ontology) -> Iterator[Quad]:
    """What the ontology says of actors that others become and that no document names, in each graph that will speak of them.

    Args:
        quads: All quads of a graph that touch an alias or its actor.
        merges: The judgements.
        ontology: What is known.

    Yields:
        The descriptions.
    """
    given = list(quads)
    there = {quad.subject.value for quad in given if isinstance(quad.subject, NamedNode)}
    target = {merge.alias: merge.actor for merge in merges if merge.actor not in there and merge.actor in ontology.actors}
    for quad in given:
        if isinstance(quad.subject, NamedNode) and quad.subject.value in target and quad.predicate == named("rdf:type"):
            about = list(entity(ontology.actors[target[quad.subject.value]].actor))
            yield from (Quad(t.subject, t.predicate, t.object, quad.graph_name) for t in (*about, *background(about, ontology)))


def recorded(store: Store) -> list[Merge]:
    """The judgements that a graph was built with.

    Args:
        store: A graph.

    Returns:
        The judgements, sorted.

    Raises:
        GraphError: A judgement lacks a part.
    """
    return _read(store, "kg:Merge")


def doubtful(store: Store) -> list[Merge]:
    """The pairs of actors that may be one, but not surely enough to be merged.

    Args:
        store: A graph.

    Returns:
        The pairs, sorted.

    Raises:
        GraphError: A pair lacks a part.
    """
    return _read(store, "kg:Doubt")


def _read(store: Store, kind: str) -> list[Merge]:
    known = index(store.quads_for_pattern(None, None, None, named("kg:merges")))
    nodes = (Node(known, iri) for iri in of_class(known, kind))
    found = [Merge(n.one("kg:alias"), n.one("kg:actor"), n.number("kg:score"), n.get("kg:reason")) for n in nodes]
    return sorted(found, key=lambda merge: (merge.actor, merge.alias))


def _targets(merges: list[Merge]) -> dict[str, str]:
    direct = {merge.alias: merge.actor for merge in merges}
    return {alias: _last(alias, direct) for alias in direct}


def _last(iri: str, direct: Mapping[str, str]) -> str:
    seen: set[str] = set()
    while iri in direct and iri not in seen:
        seen.add(iri)
        iri = direct[iri]
    return iri


def _descriptions(quads: Iterable[Quad], wanted: set[str]) -> dict[str, set[Quad]]:
    found: dict[str, set[Quad]] = {}
    for quad in quads:
        if isinstance(quad.subject, NamedNode) and quad.subject.value in wanted and quad.predicate.value in _DESCRIPTION:
            found.setdefault(quad.subject.value, set()).add(quad)
    return found


def _replaced(quad: Quad, target: Mapping[str, str], described: Mapping[str, set[Quad]]) -> Iterator[Quad]:
    subject, graph = quad.subject, quad.graph_name
    if graph == named("kg:merges"):
        yield quad
        return
    obj = (
        NamedNode(target[quad.object.value]) if isinstance(quad.object, NamedNode) and quad.object.value in target else quad.object
    )
    if not isinstance(subject, NamedNode) or subject.value not in target:
        yield Quad(subject, quad.predicate, obj, graph)
        return
    actor = NamedNode(target[subject.value])
    if actor.value not in described or quad.predicate.value not in _DESCRIPTION:
        # An actor that nothing else describes takes over the description of its alias.
        yield Quad(actor, quad.predicate, obj, graph)
        return
    yield from (Quad(actor, known.predicate, known.object, graph) for known in described[actor.value])
    if quad.predicate in {named("rdfs:label"), named("skos:altLabel")}:
        yield Quad(actor, named("skos:altLabel"), obj, graph)


def _record(merge: Merge, kind: str) -> Iterator[Quad]:
    node = NamedNode(PREFIXES["merge"] + sha256(f"{merge.alias} {merge.actor}".encode()).hexdigest()[:16])
    values: list[tuple[str, Value]] = [
        ("rdf:type", named(kind)),
        ("kg:alias", NamedNode(merge.alias)),
        ("kg:actor", NamedNode(merge.actor)),
        ("kg:score", decimal(merge.score)),
        ("kg:reason", text(merge.reason, "en")),
    ]
    return (Quad(fact.subject, fact.predicate, fact.object, named("kg:merges")) for fact in facts(node, values))
