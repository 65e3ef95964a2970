"""Claims -> a network: actors and issues, and between them edges that bundle the claims that say the same."""

from collections.abc import Iterable
from dataclasses import dataclass

import networkx as nx

from kg.explore.names import kind_of, printable
from kg.model import Actor, Claim, Factuality, Issue, Polarity, Relation

__all__ = ["ATTRIBUTES", "Bundle", "NodeRow", "attributes", "bundles", "ends", "network", "nodes"]

ATTRIBUTES = (
    "label",
    "relation",
    "sign",
    "polarity",
    "factuality",
    "likelihood",
    "count",
    "issues",
    "inferred_issues",
    "sources",
    "claims",
)


@dataclass(frozen=True, slots=True)
class NodeRow:
    """An actor or issue of the network; `kind` is the kind of actor, or `Issue`."""

    id: str
    label: str
    kind: str


@dataclass(frozen=True, slots=True)
class Bundle:
    """All claims that state one relation between the same two, with the same polarity, factuality and likelihood.

    `issues` are the labels of those that the clause of a claim names, `inferred_issues` of those that none of them names, `sources`
    the documents' names, `claims` their ids; each sorted and unique.
    """

    subject: Actor | Issue
    relation: Relation
    object: Actor | Issue
    polarity: Polarity
    factuality: Factuality
    likelihood: str
    issues: tuple[str, ...]
    inferred_issues: tuple[str, ...]
    sources: tuple[str, ...]
    claims: tuple[str, ...]

    @property
    def count(self) -> int:
        """How many claims say so."""
        return len(self.claims)


def ends(claim: Claim) -> tuple[Actor | Issue, Actor | Issue]:
    """Subject and object; those of a symmetric relation in the order of their IRIs, so that both orders are one edge."""
    subject, target = claim.subject.entity, claim.object.entity
    return (target, subject) if claim.relation.symmetric and target.iri < subject.iri else (subject, target)


def nodes(claims: Iterable[Claim]) -> list[NodeRow]:
    """Everything that claims are between or about.

    Args:
        claims: Any claims.

    Returns:
        Actors and issues, sorted by IRI, each once.

    >>> nodes([])
    []
    """
    found: dict[str, Actor | Issue] = {}
    for claim in claims:
        for entity in (*ends(claim), *(issue.entity for issue in claim.issues)):
            found[entity.iri] = min(entity, found.get(entity.iri, entity), key=lambda one: one.label)
    return [NodeRow(iri, printable(found[iri].label), kind_of(found[iri])) for iri in sorted(found)]


def bundles(claims: Iterable[Claim]) -> list[Bundle]:
    """Bundle the claims that say the same.

    Args:
        claims: Any claims.

    Returns:
        The bundles, sorted by the IRIs of subject, relation and object, then by what qualifies them.

    >>> bundles([])
    []
    """
    groups: dict[tuple[str, ...], list[Claim]] = {}
    for claim in claims:
        subject, target = ends(claim)
        likelihood = claim.likelihood.label if claim.likelihood else ""
        key = (subject.iri, claim.relation.iri, target.iri, claim.polarity.value, claim.factuality.value, likelihood)
        groups.setdefault(key, []).append(claim)
    return [_bundle(groups[key], likelihood=key[-1]) for key in sorted(groups)]


def network(claims: Iterable[Claim]) -> "nx.MultiDiGraph[str]":
    """The network of claims, for formats that networkx writes.

    Args:
        claims: Any claims.

    Returns:
        Nodes by IRI with `label` and `kind`; edges with `ATTRIBUTES` and `weight`. Issues, sources and claims are separated by
        semicolons; `likelihood` is empty where nothing is said of it.
    """
    known = list(claims)
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in nodes(known):
        graph.add_node(node.id, label=node.label, kind=node.kind)
    for number, bundle in enumerate(bundles(known)):
        graph.add_edge(bundle.subject.iri, bundle.object.iri, key=number, **attributes(bundle), weight=bundle.count)
    return graph


def attributes(bundle: Bundle) -> dict[str, str | int]:
    """What is written of an edge, in the order of `ATTRIBUTES`."""
    relation = bundle.relation
    qualified = bundle.polarity.value, bundle.factuality.value, bundle.likelihood
    lists = (printable("; ".join(values)) for values in (bundle.issues, bundle.inferred_issues, bundle.sources, bundle.claims))
    return dict(
        zip(ATTRIBUTES, (printable(relation.label), relation.iri, relation.sign, *qualified, bundle.count, *lists), strict=True)
    )


def _bundle(claims: list[Claim], likelihood: str) -> Bundle:
    first = claims[0]
    subject, target = ends(first)
    about = [issue for claim in claims for issue in claim.issues]
    named = {issue.entity.label for issue in about if not issue.reason}
    return Bundle(
        subject=subject,
        relation=first.relation,
        object=target,
        polarity=first.polarity,
        factuality=first.factuality,
        likelihood=likelihood,
        issues=tuple(sorted(named)),
        inferred_issues=tuple(sorted({issue.entity.label for issue in about} - named)),
        sources=tuple(sorted({source for claim in claims for source in (claim.source, *(copy.source for copy in claim.copies))})),
        claims=tuple(sorted({claim.id for claim in claims})),
    )
