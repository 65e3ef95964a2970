"""Claims -> communities: actors that claims connect more with each other than with the rest, and a name for each."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import networkx as nx

from kg.explore.analysis.graphs import Contacts, Meeting, contacts, meetings
from kg.model import Actor, Claim, Issue

__all__ = ["Community", "communities", "communities_of"]

_NAMED = 2  # actors in a name


@dataclass(frozen=True, slots=True)
class Community:
    """Actors that belong together.

    Attributes:
        number: From 1, the largest community first.
        name: Its main actors and its main issue ("Russia, Syria · Ukraine conflict").
        members: IRIs, those with the most claims inside the community first.
        issues: IRIs of what the claims inside are about, the most frequent first.
        claims: How many claims have both ends inside.
    """

    number: int
    name: str
    members: tuple[str, ...]
    issues: tuple[str, ...]
    claims: int


def communities(claims: Sequence[Claim]) -> tuple[Community, ...]:
    """Divide actors by who is connected with whom.

    Args:
        claims: Any claims.

    Returns:
        The communities (Louvain: Blondel et al. 2008, fixed seed, weighted by claims), the largest first; every actor of a claim is
        in one, and one whom no claim connects is alone.

    >>> communities([])
    ()
    """
    return communities_of(claims, contacts(claims))


def communities_of(claims: Iterable[Claim], graph: Contacts) -> tuple[Community, ...]:
    """The communities of a graph that is there already.

    Args:
        claims: The claims that the graph was made of.
        graph: The graph.

    Returns:
        The communities.
    """
    if not graph.actors:
        return ()
    found = nx.community.louvain_communities(graph.mutual, weight="weight", seed=0)
    ordered = sorted((sorted(nodes) for nodes in found), key=lambda nodes: (-len(nodes), nodes))
    iris = list(graph.actors)
    home = {iris[node]: number for number, nodes in enumerate(ordered, start=1) for node in nodes}
    inside: dict[int, _Inside] = defaultdict(_Inside)
    for one in meetings(claims):
        if home[one.subject] == home[one.object]:
            inside[home[one.subject]].add(one)
    return tuple(
        _community(number, [iris[node] for node in nodes], inside[number], graph.actors)
        for number, nodes in enumerate(ordered, start=1)
    )


class _Inside:
    """Counts what the claims inside a community are between and about."""

    def __init__(self) -> None:
        self.actors: Counter[str] = Counter()
        self.issues: Counter[str] = Counter()
        self.labels: dict[str, str] = {}
        self.claims = 0

    def add(self, meeting: Meeting) -> None:
        issues = _issues(meeting.claim)
        self.labels |= issues
        self.actors.update((meeting.subject, meeting.object))
        self.issues.update(issues.keys())
        self.claims += 1


def _issues(claim: Claim) -> dict[str, str]:
    return {issue.entity.iri: issue.entity.label for issue in claim.issues if isinstance(issue.entity, Issue)}


def _community(number: int, nodes: Iterable[str], inside: _Inside, actors: Mapping[str, Actor]) -> Community:
    members = sorted(nodes, key=lambda iri: (-inside.actors[iri], iri))
    issues = sorted(inside.issues, key=lambda iri: (-inside.issues[iri], iri))
    name = ", ".join(actors[iri].label for iri in members[:_NAMED])
    about = "".join(f" · {inside.labels[iri]}" for iri in issues[:1])
    return Community(number, name + about, tuple(members), tuple(issues), inside.claims)
