"""What the analysis finds -> RDF, in the graph `kg:analysis`: measures, tones, stances, communities, blocs, and disagreements."""

from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256

from pyoxigraph import NamedNode, Quad, Triple

from kg.explore.analysis.blocs import Bloc
from kg.explore.analysis.communities import Community
from kg.explore.analysis.disagreements import Disagreement
from kg.explore.analysis.issues import ActorIssue, Stance
from kg.explore.analysis.measure import ActorMeasures, Analysis
from kg.explore.analysis.signed import PairBalance
from kg.graph.describe import Value, facts
from kg.graph.notation import Term
from kg.graph.terms import decimal, integer, named, text
from kg.model import Actor, Issue

__all__ = ["statements"]


def statements(found: Analysis) -> list[Quad]:
    """Write what was found as RDF.

    Args:
        found: The analysis.

    Returns:
        The quads, sorted. A node is named after what it is about - an actor, the members of a group, two claims - and after the
        claims that were measured: two graphs never say different things of one node, and the same graph always has the same.
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
    for rank, one in enumerate(found.actors, start=1):
        triples += _measures(one, rank, groups[one.actor.iri])
    triples += _tones(found)
    for disagreement in found.disagreements:
        triples += _disagreement(disagreement)
    whole = named(f"analysis:{found.measured}")
    renamed: dict[Term, NamedNode] = {node: _node(found.measured, [str(node)]) for node in {one.subject for one in triples}}
    own = [Triple(renamed[one.subject], one.predicate, renamed.get(one.object, one.object)) for one in triples]
    own += [Triple(node, named("dcterms:isPartOf"), whole) for node in renamed.values()]
    own += facts(whole, [("rdf:type", named("kg:Analysis"))])
    return sorted((Quad(one.subject, one.predicate, one.object, named("kg:analysis")) for one in own), key=str)


def _measures(one: ActorMeasures, rank: int, groups: Iterable[tuple[str, Value]]) -> Iterator[Triple]:
    return facts(
        _node("measures", [one.actor.iri]),
        [
            ("rdf:type", named("kg:Measures")),
            ("kg:measured", NamedNode(one.actor.iri)),
            ("kg:rank", integer(rank)),
            ("kg:claimCount", integer(one.claims)),
            ("kg:documentCount", integer(one.documents)),
            ("kg:degree", integer(one.degree)),
            ("kg:pageRank", decimal(one.pagerank)),
            ("kg:betweenness", decimal(one.betweenness)),
            ("kg:core", integer(one.core)),
            *groups,
        ],
    )


def _tones(found: Analysis) -> Iterator[Triple]:
    for pair in found.pairs:
        yield from _tone("PairTone", (pair.first, pair.second), None, pair)
    for around in found.actor_issues:
        yield from _tone("IssueTone", (around.actor,), around.issue, around)
    for stance in found.stances:
        yield from _stance(stance)


def _tone(kind: str, actors: Sequence[Actor], issue: Issue | None, one: PairBalance | ActorIssue) -> Iterator[Triple]:
    iris = [actor.iri for actor in actors]
    return facts(
        _node(kind, [*iris, issue.iri] if issue else iris),
        [
            ("rdf:type", named(f"kg:{kind}")),
            *(("kg:toneOf", NamedNode(iri)) for iri in iris),
            ("kg:toneAbout", NamedNode(issue.iri) if issue else None),
            ("kg:cooperation", integer(one.cooperation)),
            ("kg:conflict", integer(one.conflict)),
            ("kg:neutral", integer(one.neutral)),
        ],
    )


def _stance(one: Stance) -> Iterator[Triple]:
    return facts(
        _node("Stance", [one.actor.iri, one.issue.iri]),
        [
            ("rdf:type", named("kg:Stance")),
            ("kg:stanceOf", NamedNode(one.actor.iri)),
            ("kg:stanceOn", NamedNode(one.issue.iri)),
            ("kg:supporting", integer(one.supporting)),
            ("kg:opposing", integer(one.opposing)),
            ("kg:neutral", integer(one.neutral)),
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
