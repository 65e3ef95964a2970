"""Claims -> graphs of their actors. Nodes are numbers: networkx iterates over sets, and strings in them have no fixed order."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import networkx as nx

from kg.model import Actor, Claim

__all__ = ["DIGITS", "Contacts", "Meeting", "actors_of", "contacts", "meetings", "pair_of"]

DIGITS = 6  # beyond them, floating point differs between machines


@dataclass(frozen=True, slots=True)
class Meeting:
    """A claim between two actors that are not the same, and who they are, by IRI."""

    subject: str
    object: str
    claim: Claim

    @property
    def pair(self) -> tuple[str, str]:
        """Both actors, in the order of their IRIs."""
        return pair_of(self.subject, self.object)


@dataclass(frozen=True, slots=True)
class Contacts:
    """Whom claims connect, and how often.

    Attributes:
        actors: Every actor by its IRI, sorted; the number of a node is its place here.
        directed: From subject to object, a symmetric relation in both directions; `weight` counts claims.
        mutual: The same without direction.
    """

    actors: Mapping[str, Actor]
    directed: "nx.DiGraph[int]"
    mutual: "nx.Graph[int]"


def pair_of(one: str, other: str) -> tuple[str, str]:
    """Two IRIs in their order.

    >>> pair_of("b", "a")
    ('a', 'b')
    """
    return (one, other) if one <= other else (other, one)


def actors_of(claims: Iterable[Claim]) -> dict[str, Actor]:
    """Every subject and object that is an actor.

    Args:
        claims: Any claims.

    Returns:
        The actors by IRI, sorted; one that is described in several ways, by the least label.

    >>> actors_of([])
    {}
    """
    found: dict[str, Actor] = {}
    for claim in claims:
        for entity in (claim.subject.entity, claim.object.entity):
            if isinstance(entity, Actor) and found.get(entity.iri) != entity:
                found[entity.iri] = min(entity, found.get(entity.iri, entity), key=_description)
    return {iri: found[iri] for iri in sorted(found)}


def meetings(claims: Iterable[Claim]) -> list[Meeting]:
    """The claims between two actors.

    Args:
        claims: Any claims; those between an actor and an issue, or an actor and itself, are left out.

    Returns:
        The claims with both ends, in their order.
    """
    found = []
    for claim in claims:
        subject, target = claim.subject.entity, claim.object.entity
        if isinstance(subject, Actor) and isinstance(target, Actor) and subject.iri != target.iri:
            found.append(Meeting(subject.iri, target.iri, claim))
    return found


def contacts(claims: Sequence[Claim]) -> Contacts:
    """Connect actors by every claim between them: those who are denied to have met are still spoken of together.

    Args:
        claims: Any claims.

    Returns:
        The graphs; what they hold depends on no order.
    """
    actors = actors_of(claims)
    number = {iri: index for index, iri in enumerate(actors)}
    directed: dict[tuple[int, int], int] = {}
    mutual: dict[tuple[int, int], int] = {}
    for one in meetings(claims):
        start, end = number[one.subject], number[one.object]
        for edge in ((start, end), (end, start))[: 1 + one.claim.relation.symmetric]:
            directed[edge] = directed.get(edge, 0) + 1
        pair = (min(start, end), max(start, end))
        mutual[pair] = mutual.get(pair, 0) + 1
    return Contacts(actors, _weighted(nx.DiGraph(), len(number), directed), _weighted(nx.Graph(), len(number), mutual))


def _weighted(graph: "nx.Graph[int]", nodes: int, edges: Mapping[tuple[int, int], int]) -> "nx.Graph[int]":
    graph.add_nodes_from(range(nodes))
    graph.add_weighted_edges_from((*edge, edges[edge]) for edge in sorted(edges))
    return graph


def _description(actor: Actor) -> tuple[str, str, bool, str]:
    return actor.label, actor.kind, actor.known, actor.country
