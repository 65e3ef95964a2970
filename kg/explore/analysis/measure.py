"""Claims -> who is central, who belongs together, and which pairs cooperate or are in conflict."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.explore.analysis.communities import Community, communities_of
from kg.explore.analysis.graphs import DIGITS, Meeting, actors_of, contacts, meetings
from kg.explore.analysis.holding import holds
from kg.explore.analysis.importance import Importance, importance_of
from kg.model import Actor, Claim

__all__ = ["ActorMeasures", "Analysis", "PairBalance", "analyse", "pairs"]


@dataclass(frozen=True, slots=True)
class ActorMeasures:
    """How an actor is placed; the number of its community is the one in `Community`.

    `degree` counts the others that claims connect it with, `core` is the largest k of whose k-core it is a member.
    """

    actor: Actor
    degree: int
    pagerank: float
    betweenness: float
    core: int
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
    """What claims say as a whole: actors by falling PageRank, communities by size, pairs by falling number of claims."""

    actors: tuple[ActorMeasures, ...]
    communities: tuple[Community, ...]
    pairs: tuple[PairBalance, ...]


def analyse(claims: Iterable[Claim]) -> Analysis:
    """Measure actors and pairs of actors.

    Importance and communities come from every claim between two actors, for those who are denied to have met are still spoken of
    together; a claim counts once, a symmetric one in both directions. The balance of a pair leaves out what is negated, denied or
    hypothetical.

    Args:
        claims: Any claims; those between an actor and an issue add only the actor.

    Returns:
        The measures.

    >>> analyse([])
    Analysis(actors=(), communities=(), pairs=())
    """
    known = list(claims)
    graph = contacts(known)
    found = communities_of(known, graph)
    home = {iri: community.number for community in found for iri in community.members}
    return Analysis(tuple(_measures(one, home[one.actor.iri]) for one in importance_of(graph)), found, pairs(known))


def pairs(claims: Sequence[Claim]) -> tuple[PairBalance, ...]:
    """How pairs of actors stand.

    Args:
        claims: Any claims; what is negated, denied or hypothetical is left out.

    Returns:
        The pairs that claims hold between, by falling number of claims.
    """
    actors = actors_of(claims)
    held: dict[tuple[str, str], list[Meeting]] = {}
    for one in meetings(claims):
        if holds(one.claim):
            held.setdefault(one.pair, []).append(one)
    found = [_balance(actors[first], actors[second], held[first, second]) for first, second in held]
    return tuple(sorted(found, key=lambda pair: (-pair.claims, pair.first.iri, pair.second.iri)))


def _measures(one: Importance, community: int) -> ActorMeasures:
    return ActorMeasures(one.actor, one.degree, one.pagerank, one.betweenness, one.core, community)


def _balance(first: Actor, second: Actor, between: Sequence[Meeting]) -> PairBalance:
    signs = [one.claim.relation.sign for one in between]
    cooperation, conflict = sum(sign > 0 for sign in signs), sum(sign < 0 for sign in signs)
    balance = (cooperation - conflict) / (cooperation + conflict) if cooperation + conflict else 0.0
    return PairBalance(first, second, len(signs), cooperation, conflict, round(balance, DIGITS))
