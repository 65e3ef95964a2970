"""What the analysis finds -> RDF, in the graph `kg:analysis`: measures of actors, communities, blocs, and disagreements."""

from collections.abc import Iterable, Iterator
from hashlib import sha256

from pyoxigraph import NamedNode, Quad, Triple

from kg.explore.analysis.blocs import Bloc
from kg.explore.analysis.communities import Community
from kg.explore.analysis.disagreements import Disagreement
from kg.explore.analysis.measure import ActorMeasures, Analysis
from kg.graph.describe import Value, facts
from kg.graph.terms import decimal, integer, named, text

__all__ = ["statements"]


def statements(found: Analysis) -> list[Quad]:
    """Write what was found as RDF.

    Args:
        found: The analysis.

    Returns:
        The quads, sorted. A node is named after what it is about - an actor, the members of a group, two claims - and so has the
        same name in every graph where that is the same.
    """
    groups: dict[str, list[tuple[str, Value]]] = {}
    triples: list[Triple] = []
    for community in found.communities:
        triples += _group("community", community)
        groups |= {iri: [("kg:community", _node("community", community.members))] for iri in community.members}
    for bloc in found.blocs.blocs:
        triples += _group("bloc", bloc)
        for iri in bloc.members:
            groups[iri].append(("kg:bloc", _node("bloc", bloc.members)))
    for one in found.actors:
        triples += _measures(one, groups[one.actor.iri])
    for disagreement in found.disagreements:
        triples += _disagreement(disagreement)
    return sorted((Quad(one.subject, one.predicate, one.object, named("kg:analysis")) for one in triples), key=str)


def _measures(one: ActorMeasures, groups: Iterable[tuple[str, Value]]) -> Iterator[Triple]:
    return facts(
        _node("measures", [one.actor.iri]),
        [
            ("rdf:type", named("kg:Measures")),
            ("kg:measured", NamedNode(one.actor.iri)),
            ("kg:degree", integer(one.degree)),
            ("kg:pageRank", decimal(one.pagerank)),
            ("kg:betweenness", decimal(one.betweenness)),
            ("kg:core", integer(one.core)),
            *groups,
        ],
    )


def _group(kind: str, one: Community | Bloc) -> Iterator[Triple]:
    values: list[tuple[str, Value]] = [
        ("rdf:type", named(f"kg:{kind.title()}")),
        ("rdfs:label", text(one.name, "en")),
        ("kg:number", integer(one.number)),
    ]
    return facts(_node(kind, one.members), values)


def _disagreement(one: Disagreement) -> Iterator[Triple]:
    sides = sorted((one.first.id, one.second.id))
    values: list[tuple[str, Value]] = [
        ("rdf:type", named("kg:Disagreement")),
        ("kg:matter", text(one.kind.value)),
        *(("kg:side", named(f"claim:{side}")) for side in sides),
    ]
    return facts(_node("disagreement", [one.kind.value, *sides]), values)


def _node(kind: str, parts: Iterable[str]) -> NamedNode:
    return named("analysis:" + sha256("\n".join([kind, *sorted(parts)]).encode()).hexdigest()[:16])
