"""Edges between actors -> clusters of those who are one, without contradictions inside."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import networkx as nx
from networkx.utils import UnionFind

from kg.graph.curation import Decision, Verdict
from kg.graph.merge.contrary import contrary, link
from kg.graph.merge.profile import Link, Profile

__all__ = ["Clusters", "Edge"]

_CUT = 0.5
Signature = tuple[Hashable, ...]


@dataclass(frozen=True, slots=True, order=True)
class Edge:
    """That two actors may be one, for a reason."""

    left: str
    right: str
    link: Link


class Clusters:
    """Actors that grow together, the strongest reasons first; what people decided comes before all others."""

    def __init__(self, known: Mapping[str, Profile], decisions: Sequence[Decision] = ()) -> None:
        """Put decisions into effect.

        Args:
            known: All actors, by IRI.
            decisions: What people decided, the oldest first.
        """
        self._known = known
        self._union: UnionFind[str] = UnionFind(known)
        self._members: dict[str, list[str]] = {iri: [iri] for iri in known}
        self._edges: list[Edge] = []
        splits = [decision for decision in decisions if decision.verdict is Verdict.SPLIT]
        self._alone = {decision.of[0] for decision in splits if len(decision.of) == 1}
        self._apart: dict[str, set[str]] = {}
        self.overruled = tuple(self._decide(decisions))

    def may(self, left: str, right: str) -> bool:
        """Whether no decision keeps two actors apart."""
        return not ({left, right} & self._alone or right in self._apart.get(left, ()))

    def together(self, left: str, right: str) -> bool:
        """Whether two actors are one."""
        return bool(self._union[left] == self._union[right])

    def several(self) -> list[tuple[list[str], list[Edge]]]:
        """The members of each cluster of more than one actor, with the edges between them."""
        inside: dict[str, list[Edge]] = defaultdict(list)
        for edge in self._edges:
            inside[self._union[edge.left]].append(edge)
        return [(sorted(self._members[root]), inside[root]) for root in sorted(inside)]

    def join(self, tier: Sequence[Edge]) -> list[Edge]:
        """Merge along edges that are equally strong.

        Args:
            tier: The edges.

        Returns:
            Those that were cut, with why.
        """
        graph: nx.Graph[str] = nx.Graph()
        ends = [(self._union[edge.left], self._union[edge.right], edge) for edge in tier]
        graph.add_edges_from((left, right) for left, right, _ in ends if left != right)
        bad = {
            root: why for component in nx.connected_components(graph) for root, why in self._conflicts(sorted(component)).items()
        }
        cut: list[Edge] = []
        for left, right, edge in ends:
            why = "" if left == right else bad.get(left) or bad.get(right, "")
            if why:
                cut.append(Edge(edge.left, edge.right, Link(_CUT, f"{edge.link.reason}, but {why}")))
            else:
                self._merge(edge)
        return cut

    def _decide(self, decisions: Sequence[Decision]) -> Iterable[Decision]:
        """Keep apart and merge as decided, the latest first: what comes earlier may not undo it; those that would."""
        for decision in reversed(decisions):
            if not set(decision.of) <= self._known.keys():
                continue
            if decision.verdict is Verdict.SPLIT and len(decision.of) > 1:
                left, right = decision.of
                if self.together(left, right):
                    yield decision
                self._apart.setdefault(left, set()).add(right)
                self._apart.setdefault(right, set()).add(left)
            elif decision.verdict is Verdict.MERGE:
                roots = [self._members[self._union[iri]] for iri in decision.of]
                if any(other in self._apart.get(one, ()) for one in roots[0] for other in roots[1]):
                    yield decision
                    continue
                why = f"decided{f' by {decision.who}' if decision.who else ''}{f': {decision.why}' if decision.why else ''}"
                self._merge(Edge(min(decision.of), max(decision.of), Link(1.0, why)))

    def _merge(self, edge: Edge) -> None:
        left, right = self._union[edge.left], self._union[edge.right]
        self._edges.append(edge)
        if left != right:
            self._union.union(left, right)
            self._members[self._union[left]] = self._members.pop(left) + self._members.pop(right)

    def _conflicts(self, roots: Sequence[str]) -> dict[str, str]:
        """Which clusters of a component cannot be one with another of it, and why.

        Clusters that differ in nothing that can contradict are looked at as one: thousands may have the same surname and office.
        """
        alike: dict[Hashable, list[str]] = defaultdict(list)
        shown = {root: self._signatures(root) for root in roots}
        for root, signatures in shown.items():
            alike[frozenset(signatures), root if self._is_decided(root) else ""].append(root)
        found: dict[str, str] = {}
        for some, others in combinations(alike.values(), 2):
            why = self._against(some[0], others[0], shown)
            if why:
                found |= dict.fromkeys((*some, *others), why)
        return found

    def _against(self, left: str, right: str, shown: Mapping[str, Mapping[Signature, Profile]]) -> str:
        """Why two clusters cannot be one; empty where they can."""
        others = set(self._members[right])
        if any(self._apart.get(one, set()) & others for one in self._members[left]):
            return "decided to be two"
        found = (_against(one, other) for one in shown[left].values() for other in shown[right].values())
        return next(filter(None, found), "")

    def _is_decided(self, root: str) -> bool:
        return any(iri in self._apart for iri in self._members[root])

    def _signatures(self, root: str) -> dict[Signature, Profile]:
        """The members of a cluster by what can contradict."""
        return {_signature(self._known[iri]): self._known[iri] for iri in sorted(self._members[root])}


def _signature(one: Profile) -> Signature:
    names = (one.persons, one.bodies) if one.is_full else ()
    return (one.actor.kind, one.actor.iri if one.actor.known else "", one.countries, one.gender, names)


def _against(one: Profile, other: Profile) -> str:
    """Why two actors cannot be one: of themselves, or because their full names are those of two."""
    return contrary(one, other) or ("different full names" if one.is_full and other.is_full and link(one, other) is None else "")
