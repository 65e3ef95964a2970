"""Profiles of actors -> the judgements that several are one, and the pairs that people should look at."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, groupby, pairwise, product

import networkx as nx

from kg.graph.curation import Decision
from kg.graph.merge import body, person
from kg.graph.merge.cluster import Clusters, Edge
from kg.graph.merge.contrary import contrary, link, rank
from kg.graph.merge.merge import Merge
from kg.graph.merge.profile import Link, Profile

__all__ = ["CERTAIN", "Judgement", "judge"]

CERTAIN = 0.8
"""From this score on two actors are merged."""

_APART = 0.5  # the score of a pair that was linked and kept apart
_LISTED = 0.9  # what speaks against a pair is told where the link is as strong as this
_MOST = 50  # more actors that share one thing are compared in a chain, so that time grows with their number alone


@dataclass(frozen=True, slots=True)
class Judgement:
    """What is judged: merges, pairs that are doubtful, and decisions that later ones about other pairs overrule."""

    merges: tuple[Merge, ...] = ()
    doubts: tuple[Merge, ...] = ()
    overruled: tuple[Decision, ...] = ()


def judge(profiles: Iterable[Profile], decisions: Sequence[Decision] = ()) -> Judgement:
    """Judge which actors are one.

    Pairs with a reason are the edges of a graph, and its connected components become one actor each. Where a component holds two
    that cannot be one, its weakest edges are cut until it does not; what is equally weak is cut together, so that no order counts.

    Args:
        profiles: All actors of a graph, in any order.
        decisions: What people decided, the oldest first; it wins over every rule.

    Returns:
        The judgement, the same for the same actors.
    """
    known = {one.actor.iri: one for one in sorted(profiles, key=rank, reverse=True)}
    known = {iri: known[iri] for iri in sorted(known)}
    clusters = Clusters(known, decisions)
    sure, unsure = _edges(known, clusters)
    for _, tier in groupby(sorted(sure, key=lambda edge: (-edge.link.score, edge)), key=lambda edge: edge.link.score):
        unsure += clusters.join(list(tier))
    merges = [merge for members, edges in clusters.several() for merge in _merges(members, edges, known)]
    return Judgement(
        tuple(sorted(merges, key=lambda merge: (merge.actor, merge.alias))),
        tuple(_doubts(unsure, merges, known)),
        clusters.overruled,
    )


def _edges(known: Mapping[str, Profile], clusters: Clusters) -> tuple[list[Edge], list[Edge]]:
    """The edges that merge, and those that are only doubts."""
    sure: list[Edge] = []
    unsure: list[Edge] = []
    for left, right in sorted(_pairs(known)):
        found = link(known[left], known[right])
        if found is None or not clusters.may(left, right):
            continue
        against = contrary(known[left], known[right])
        if against and found.score >= _LISTED:
            unsure.append(Edge(left, right, Link(_APART, f"{found.reason}, but {against}")))
        elif not against:
            (sure if found.score >= CERTAIN else unsure).append(Edge(left, right, found))
    return sure, unsure


def _pairs(known: Mapping[str, Profile]) -> set[tuple[str, str]]:
    """Pairs that share a key, each once, the lower IRI first."""
    sides: dict[tuple[str, person.Key], list[str]] = defaultdict(list)
    for iri, one in known.items():
        if not one.is_held:
            for key, side in dict.fromkeys(person.keys(one) if one.persons else body.keys(one)):
                sides[side, key].append(iri)
    found: set[tuple[str, str]] = set()
    for (side, key), some in sides.items():
        if side == "both":
            found.update(combinations(some, 2) if len(some) <= _MOST else pairwise(some))
        elif side == "short":
            others = sides.get(("long", key), [])
            found.update((min(pair), max(pair)) for pair in product(some[:_MOST], others[:_MOST]) if pair[0] != pair[1])
    return found


def _merges(members: Sequence[str], edges: Sequence[Edge], known: Mapping[str, Profile]) -> Iterator[Merge]:
    graph: nx.Graph[str] = nx.Graph()
    for edge in sorted(edges):
        graph.add_edge(edge.left, edge.right, link=edge.link)
    actor = min(members, key=lambda iri: rank(known[iri]))
    weakest: dict[str, Link] = {}
    for towards, alias in nx.bfs_edges(graph, actor):
        step: Link = graph.edges[towards, alias]["link"]
        weakest[alias] = min(step, weakest.get(towards, step))
        yield Merge(alias, actor, weakest[alias].score, weakest[alias].reason)


def _doubts(edges: Iterable[Edge], merges: Iterable[Merge], known: Mapping[str, Profile]) -> Iterator[Merge]:
    """Pairs that are not merged after all, each once with its best reason.

    Both are actors of the graph: of several that became one it is that one, and whom no document names is in no doubt.
    """
    became = {merge.alias: merge.actor for merge in merges}
    there = {iri for iri, one in known.items() if one.named} | set(became.values())
    best: dict[tuple[str, str], Link] = {}
    for edge in edges:
        ends = {became.get(end, end) for end in (edge.left, edge.right)}
        if len(ends) > 1 and ends <= there:
            actor, alias = sorted(ends, key=lambda iri: rank(known[iri]))
            best[alias, actor] = max(edge.link, best.get((alias, actor), edge.link))
    yield from (Merge(*pair, found.score, found.reason) for pair, found in sorted(best.items()))
