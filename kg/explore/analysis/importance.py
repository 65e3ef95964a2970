"""Claims -> how important each actor is: by whom it is connected with, and by what lies between others."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import networkx as nx

from kg.explore.analysis.graphs import DIGITS, Contacts, contacts
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
        claims: How many claims connect it with others.
        degree: With how many others.
        pagerank: The share of attention that flows to it: Page et al. 1999, damping 0.85, weighted by claims.
        betweenness: The share of shortest paths between others that lead through it: Freeman 1977, Brandes 2001.
        core: The largest k of a group in which everybody is connected with k others of it: Seidman 1983.
    """

    actor: Actor
    claims: int
    degree: int
    pagerank: float
    betweenness: float
    core: int


def importance(claims: Sequence[Claim]) -> tuple[Importance, ...]:
    """Measure actors by every claim between two of them.

    Args:
        claims: Any claims.

    Returns:
        The actors by falling PageRank.

    >>> importance([])
    ()
    """
    return importance_of(contacts(claims))


def importance_of(graph: Contacts) -> tuple[Importance, ...]:
    """Measure the actors of a graph that is there already.

    Args:
        graph: The graph.

    Returns:
        The actors by falling PageRank.
    """
    if not graph.actors:
        return ()
    ranks, between, cores = nx.pagerank(graph.directed), _betweenness(graph.mutual), nx.core_number(graph.mutual)
    found = [
        Importance(
            actor,
            int(graph.mutual.degree(number, weight="weight")),
            int(graph.mutual.degree[number]),
            round(ranks[number], DIGITS),
            round(between[number], DIGITS),
            int(cores[number]),
        )
        for number, actor in enumerate(graph.actors.values())
    ]
    return tuple(sorted(found, key=lambda one: (-one.pagerank, one.actor.iri)))


def _betweenness(graph: "nx.Graph[int]") -> Mapping[int, float]:
    """Of a large graph an estimate from the paths that start at some actors, drawn with a fixed seed: Brandes & Pich 2007."""
    steps = len(graph) + 2 * graph.number_of_edges()
    starts = None if len(graph) <= _EXACT else min(_EXACT, max(_FEWEST, _STEPS // steps))
    found: Mapping[int, float] = nx.betweenness_centrality(graph, k=starts, seed=0)
    return found
