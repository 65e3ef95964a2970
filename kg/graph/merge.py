"""Actors -> judgements that two of them are one, and a graph -> the same graph with those judgements applied."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from itertools import combinations, pairwise

import networkx as nx
from pyoxigraph import NamedNode, Quad, Store

from kg.graph.describe import Value, facts
from kg.graph.node import Node, index
from kg.graph.terms import decimal, named, text
from kg.model import Actor, Merge
from kg.ontology import PREFIXES, local_name, term

__all__ = ["apply", "merges", "recorded"]

_SAME_NAME = (1.0, "same name but for case, accents and punctuation")
_ACRONYM = (0.9, "acronym of the full name")
_ACRONYM_LETTERS = range(2, 9)
_DESCRIPTION = frozenset(map(term, ("rdf:type", "rdfs:label", "skos:altLabel", "skos:exactMatch", "kg:country", "kg:known")))


def merges(actors: Iterable[Actor]) -> list[Merge]:
    """Judge which actors are one, from their names alone and only with a reason.

    Pairs with a reason are the edges of a graph, and its connected components become one actor each. Never merged are actors of
    different kinds, of different countries, with different full names, or two that the ontology both knows.

    Args:
        actors: All actors of a graph, in any order.

    Returns:
        The judgements, sorted.

    >>> from kg.model import ActorKind
    >>> names = ("Levada Center", "Levada-Center")
    >>> merges(Actor(f"a:{i}", name, ActorKind.ORGANIZATION, known=False) for i, name in enumerate(names))[0].reason
    'same name but for case, accents and punctuation'
    """
    known = {actor.iri: actor for actor in sorted(actors, key=_rank, reverse=True)}
    graph: nx.Graph[str] = nx.Graph()
    for left, right, score, reason in _candidates([known[iri] for iri in sorted(known)]):
        if not _contradictory([left, right]):
            graph.add_edge(left.iri, right.iri, score=score, reason=reason)
    found: list[Merge] = []
    for component in nx.connected_components(graph):
        members = sorted((known[iri] for iri in component), key=_rank)
        if not _contradictory(members):
            found += (_judgement(graph, alias, members[0]) for alias in members[1:])
    return sorted(found, key=lambda merge: (merge.actor, merge.alias))


def apply(quads: Iterable[Quad], merges: Iterable[Merge]) -> list[Quad]:
    """Replace each alias by its actor, keep its name as another name, and record the judgement in the graph `kg:merges`.

    Applying the same judgements again changes nothing; without them the shards give the graph as it was.

    Args:
        quads: A graph, or all quads of one that touch an alias or its actor.
        merges: The judgements.

    Returns:
        The quads, sorted and unique.
    """
    judged = list(merges)
    given = list(quads)
    target = _targets(judged)
    described = _descriptions(given, set(target.values()))
    found = {quad for merge in judged for quad in _record(merge)}
    for quad in given:
        found.update(_replaced(quad, target, described))
    return sorted(found, key=str)


def recorded(store: Store) -> list[Merge]:
    """The judgements that a graph was built with.

    Args:
        store: A graph.

    Returns:
        The judgements, sorted.

    Raises:
        GraphError: A judgement lacks a part.
    """
    known = index(store.quads_for_pattern(None, None, None, named("kg:merges")))
    nodes = (Node(known, iri) for iri in known)
    found = [Merge(n.one("kg:alias"), n.one("kg:actor"), n.number("kg:score"), n.get("kg:reason")) for n in nodes]
    return sorted(found, key=lambda merge: (merge.actor, merge.alias))


def _rank(actor: Actor) -> tuple[bool, bool, int, str, str]:
    """Whom the others become: a known actor before a found one, then one whose country is known, then the fullest name."""
    return (not actor.known, not actor.country, -len(actor.label), actor.iri, actor.label)


def _candidates(actors: list[Actor]) -> Iterator[tuple[Actor, Actor, float, str]]:
    by_name: dict[str, list[Actor]] = {}
    by_initials: dict[str, list[Actor]] = {}
    actors = [actor for actor in actors if not _is_of_document(actor)]
    for actor in actors:
        by_name.setdefault(_normalised(actor.label), []).append(actor)
        by_initials.setdefault(_initials(actor.label), []).append(actor)
    for name, same in by_name.items():
        if name:
            yield from ((left, right, *_SAME_NAME) for left, right in combinations(same, 2))
    for actor in actors:
        if actor.label.isalpha() and actor.label.isupper() and len(actor.label) in _ACRONYM_LETTERS:
            yield from ((actor, full, *_ACRONYM) for full in by_initials.get(actor.label, ()))


def _is_of_document(actor: Actor) -> bool:
    """Whether an actor is somebody in a role that only one document has: its "police" is not that of another."""
    return "." in local_name(actor.iri)


def _contradictory(actors: list[Actor]) -> bool:
    full_names = {name for actor in actors if " " in (name := _normalised(actor.label))}
    countries = {actor.country for actor in actors if actor.country}
    known = sum(actor.known for actor in actors)
    return len({actor.kind for actor in actors}) > 1 or len(full_names) > 1 or len(countries) > 1 or known > 1


def _judgement(graph: "nx.Graph[str]", alias: Actor, actor: Actor) -> Merge:
    path = nx.shortest_path(graph, alias.iri, actor.iri)
    steps = [graph.edges[pair] for pair in pairwise(path)]
    weakest = min(steps, key=lambda step: (step["score"], step["reason"]))
    return Merge(alias.iri, actor.iri, weakest["score"], weakest["reason"])


def _normalised(name: str) -> str:
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    return " ".join("".join(c if c.isalnum() else " " for c in plain).split())


def _initials(name: str) -> str:
    """The first letters of the capitalised words of a name of several words: small words do not count in an acronym."""
    words = "".join(c if c.isalnum() else " " for c in name).split()
    return "".join(word[0] for word in words if word[0].isupper()) if len(words) > 1 else ""


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


def _record(merge: Merge) -> Iterator[Quad]:
    node = NamedNode(PREFIXES["merge"] + sha256(f"{merge.alias} {merge.actor}".encode()).hexdigest()[:16])
    values: list[tuple[str, Value]] = [
        ("rdf:type", named("kg:Merge")),
        ("kg:alias", NamedNode(merge.alias)),
        ("kg:actor", NamedNode(merge.actor)),
        ("kg:score", decimal(merge.score)),
        ("kg:reason", text(merge.reason, "en")),
    ]
    return (Quad(fact.subject, fact.predicate, fact.object, named("kg:merges")) for fact in facts(node, values))
