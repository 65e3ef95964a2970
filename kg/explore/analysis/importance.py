"""Claims -> how important each actor is: how much is said of it, whom it is connected with, and whom it lies between."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import networkx as nx

from kg.explore.analysis.graphs import DIGITS, Contacts, contacts
from kg.explore.analysis.weight import weigh
from kg.model import Actor, Claim

__all__ = ["Importance", "importance", "importance_of"]

_EXACT = 300  # actors up to which every shortest path counts
_STEPS = 3_000_000  # above, as many starts as this many steps allow: about three seconds
_FEWEST = 20


@dataclass(frozen=True, slots=True)
class Importance:
    """How important an actor is.

    Attributes:
        actor: Who.
        claims: Of how many claims it is an end.
        documents: In how many documents these stand.
        degree: With how many others.
        pagerank: The share of attention that flows to it: Page et al. 1999, damping 0.85, weighted by claims.
        betweenness: The share of shortest paths between others that lead through it: Freeman 1977, Brandes 2001.
        core: The largest k of a group in which everybody is connected with k others of it: Seidman 1983.
    """

    actor: Actor
    claims: int
    documents: int
    degree: int
    pagerank: float
    betweenness: float
    core: int


def importance(claims: Sequence[Claim]) -> tuple[Importance, ...]:
    """Measure actors by every claim between two of them.

    Args:
        claims: Any claims.

    Returns:
        The actors, the one first of whom most is said (see `weigh`).

    >>> importance([])
    ()
    """
    return importance_of(claims, contacts(claims))


def importance_of(claims: Iterable[Claim], graph: Contacts) -> tuple[Importance, ...]:
    """Measure the actors of a graph that is there already.

    Args:
        claims: The claims that the graph was made of.
        graph: The graph.

    Returns:
        The actors, the one first of whom most is said (see `weigh`).
    """
    if not graph.actors:
        return ()
    ranks, between, cores = nx.pagerank(graph.directed), _betweenness(graph.mutual), nx.core_number(graph.mutual)
    place = {iri: number for number, iri in enumerate(graph.actors)}
    return tuple(
        Importance(
            graph.actors[iri],
            weight.claims,
            weight.documents,
            int(graph.mutual.degree[place[iri]]),
            round(ranks[place[iri]], DIGITS),
            round(between[place[iri]], DIGITS),
            int(cores[place[iri]]),
        )
        for iri, weight in weigh(claims).items()
        if iri in place
    )


def _betweenness(graph: "nx.Graph[int]") -> Mapping[int, float]:
    """Of a large graph an estimate from the paths that start at some actors, drawn with a fixed seed: Brandes & Pich 2007."""
    steps = len(graph) + 2 * graph.number_of_edges()
    starts = None if len(graph) <= _EXACT else min(_EXACT, max(_FEWEST, _STEPS // steps))
    found: Mapping[int, float] = nx.betweenness_centrality(graph, k=starts, seed=0)
    return found
