"""Claims -> who is central, who belongs together, and which pairs cooperate or are in conflict."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import networkx as nx

from kg.model import Actor, Claim, Factuality, Polarity

__all__ = ["ActorMeasures", "Analysis", "PairBalance", "analyse"]

_NOT_HELD = frozenset({Factuality.DENIED, Factuality.HYPOTHETICAL})
_DIGITS = 6  # beyond them, floating point differs between machines


@dataclass(frozen=True, slots=True)
class ActorMeasures:
    """How an actor is placed: how many others claims connect it with, its PageRank, and the number of its community.

    Communities are numbered from 1, the largest first.
    """

    actor: Actor
    degree: int
    pagerank: float
    community: int


@dataclass(frozen=True, slots=True)
class PairBalance:
    """How two actors stand: claims between them that hold, of positive and of negative sign.

    `balance` is (cooperation - conflict) / (cooperation + conflict), between -1 and 1; 0 when there are neither.
    """

    first: Actor
    second: Actor
    claims: int
    cooperation: int
    conflict: int
    balance: float


@dataclass(frozen=True, slots=True)
class Analysis:
    """What claims say as a whole: actors by falling PageRank, pairs by falling number of claims."""

    actors: tuple[ActorMeasures, ...]
    pairs: tuple[PairBalance, ...]


def analyse(claims: Iterable[Claim]) -> Analysis:
    """Measure actors and pairs of actors.

    Degree, PageRank and communities come from every claim between two actors, for those who are denied to have met are still spoken
    of together; a claim counts once, a symmetric one in both directions. The balance of a pair leaves out what is negated, denied
    or hypothetical.

    Args:
        claims: Any claims; those between an actor and an issue add only the actor.

    Returns:
        The measures: PageRank after Page et al. 1999 (damping 0.85), communities after Blondel et al. 2008 (Louvain, fixed seed).

    >>> analyse([])
    Analysis(actors=(), pairs=())
    """
    known = list(claims)
    actors = _actors(known)
    between = [pair for claim in known if (pair := _pair(claim))]
    return Analysis(actors=_measures(actors, between), pairs=_pairs(actors, between))


def _actors(claims: Iterable[Claim]) -> dict[str, Actor]:
    found: dict[str, Actor] = {}
    for claim in claims:
        for entity in (claim.subject.entity, claim.object.entity):
            if isinstance(entity, Actor):
                found[entity.iri] = min(entity, found.get(entity.iri, entity), key=lambda actor: actor.label)
    return {iri: found[iri] for iri in sorted(found)}


def _pair(claim: Claim) -> tuple[str, str, Claim] | None:
    """Subject, object and claim, where both are actors and not the same."""
    subject, target = claim.subject.entity, claim.object.entity
    actors = isinstance(subject, Actor) and isinstance(target, Actor) and subject.iri != target.iri
    return (subject.iri, target.iri, claim) if actors else None


def _measures(actors: dict[str, Actor], between: Sequence[tuple[str, str, Claim]]) -> tuple[ActorMeasures, ...]:
    if not actors:
        return ()
    # Numbers for nodes: networkx iterates over sets of them, and those of strings are ordered differently in each process.
    number = {iri: index for index, iri in enumerate(actors)}
    graph: nx.DiGraph[int] = nx.DiGraph()
    graph.add_nodes_from(range(len(number)))
    for subject, target, claim in between:
        _count(graph, number[subject], number[target])
        if claim.relation.symmetric:
            _count(graph, number[target], number[subject])
    ranks = nx.pagerank(graph)
    communities = _communities(graph)
    neighbours = graph.to_undirected()
    found = [
        ActorMeasures(actor, int(neighbours.degree[number[iri]]), round(ranks[number[iri]], _DIGITS), communities[number[iri]])
        for iri, actor in actors.items()
    ]
    return tuple(sorted(found, key=lambda measures: (-measures.pagerank, measures.actor.iri)))


def _count(graph: "nx.Graph[int]", start: int, end: int, weight: int = 1) -> None:
    known = graph.get_edge_data(start, end, {"weight": 0})["weight"]
    graph.add_edge(start, end, weight=known + weight)


def _communities(graph: "nx.DiGraph[int]") -> dict[int, int]:
    """The number of each node's community."""
    undirected: nx.Graph[int] = nx.Graph()
    undirected.add_nodes_from(graph)
    for start, end, weight in sorted(graph.edges(data="weight")):
        _count(undirected, start, end, weight)
    found = nx.community.louvain_communities(undirected, weight="weight", seed=0)
    ordered = sorted((sorted(community) for community in found), key=lambda community: (-len(community), community))
    return {node: index for index, community in enumerate(ordered, start=1) for node in community}


def _pairs(actors: dict[str, Actor], between: Sequence[tuple[str, str, Claim]]) -> tuple[PairBalance, ...]:
    held: dict[tuple[str, str], list[int]] = {}
    for subject, target, claim in between:
        if claim.polarity is Polarity.AFFIRMED and claim.factuality not in _NOT_HELD:
            held.setdefault((min(subject, target), max(subject, target)), []).append(claim.relation.sign)
    found = [_balance(actors[first], actors[second], signs) for (first, second), signs in held.items()]
    return tuple(sorted(found, key=lambda pair: (-pair.claims, pair.first.iri, pair.second.iri)))


def _balance(first: Actor, second: Actor, signs: Sequence[int]) -> PairBalance:
    cooperation, conflict = sum(sign > 0 for sign in signs), sum(sign < 0 for sign in signs)
    balance = (cooperation - conflict) / (cooperation + conflict) if cooperation + conflict else 0.0
    return PairBalance(first, second, len(signs), cooperation, conflict, round(balance, _DIGITS))
