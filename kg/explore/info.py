"""A graph -> what is in it, counted."""

from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

import pyoxigraph

from kg.explore.analysis.weight import Weight
from kg.explore.names import shown
from kg.explore.query import query
from kg.model import ActorKind, Factuality, Polarity, RelationGroup

__all__ = ["Info", "Leading", "info"]

Kind = TypeVar("Kind", bound=StrEnum)

_DOCUMENTS = "SELECT (COUNT(DISTINCT ?one) AS ?count) { ?one a kg:Document }"
_CLAIMS = "SELECT (COUNT(DISTINCT ?one) AS ?count) { ?one a kg:Claim }"
_QUOTES = "SELECT (COUNT(DISTINCT ?one) AS ?count) { ?one a kg:Quote }"
_STATEMENTS = "SELECT (COUNT(*) AS ?count) { ?s ?p ?o }"
# The graph describes broader issues, too; only those that a claim concerns count.
_ISSUES = """
SELECT (COUNT(DISTINCT ?one) AS ?count) {
  { ?claim a kg:Claim ; kg:issue ?one } UNION { ?claim a kg:Claim ; rdf:subject|rdf:object ?one . ?one a kg:Issue }
}"""
_OF_CLAIMS = "SELECT ?kind (COUNT(DISTINCT ?one) AS ?count) { ?one a kg:Claim ; %s ?kind } GROUP BY ?kind"
_ACTORS = "SELECT ?kind (COUNT(DISTINCT ?one) AS ?count) { ?one a ?kind } GROUP BY ?kind"
# How many claims of each document every actor stands in; a claim that several documents make belongs to the first of them.
_STANDS = """
SELECT ?actor (MIN(?label) AS ?name) ?document (COUNT(DISTINCT ?claim) AS ?count) {
  ?claim a kg:Claim ; rdf:subject|rdf:object ?actor ; kg:evidence ?quote . ?actor rdfs:label ?label .
  FILTER NOT EXISTS { ?claim kg:principal ?first . FILTER (?first != ?quote) }
  ?quote kg:document ?document
} GROUP BY ?actor ?document"""
_MOST = 10  # actors that are named


@dataclass(frozen=True, slots=True)
class Leading:
    """An actor of whom much is said: its label, of how many claims it is an end, and in how many documents these stand."""

    label: str
    claims: int
    documents: int


@dataclass(frozen=True, slots=True)
class Info:
    """How much of everything a graph holds; a kind of which there is none is left out.

    `leading` are the actors of whom most is said, in the order of `kg.explore.analysis.weigh`; there may be more of them.
    """

    documents: int
    claims: int
    quotes: int
    issues: int
    statements: int
    by_factuality: tuple[tuple[Factuality, int], ...] = ()
    by_polarity: tuple[tuple[Polarity, int], ...] = ()
    by_group: tuple[tuple[RelationGroup, int], ...] = ()
    actors: tuple[tuple[ActorKind, int], ...] = ()
    leading: tuple[Leading, ...] = ()


def info(store: pyoxigraph.Store) -> Info:
    """Count what a graph holds.

    Args:
        store: The graph; it is only read.

    Returns:
        The counts; kinds in the order of their definition in `kg.model`.

    >>> info(pyoxigraph.Store()).claims
    0
    """
    return Info(
        documents=_count(store, _DOCUMENTS),
        claims=_count(store, _CLAIMS),
        quotes=_count(store, _QUOTES),
        issues=_count(store, _ISSUES),
        statements=_count(store, _STATEMENTS),
        by_factuality=_kinds(store, _OF_CLAIMS % "kg:factuality", Factuality),
        by_polarity=_kinds(store, _OF_CLAIMS % "kg:polarity", Polarity),
        by_group=_kinds(store, _OF_CLAIMS % "rdf:predicate/kg:group", RelationGroup),
        actors=_kinds(store, _ACTORS, ActorKind),
        leading=_leading(store),
    )


def _leading(store: pyoxigraph.Store) -> tuple[Leading, ...]:
    labels: dict[str, str] = {}
    counts: defaultdict[str, list[int]] = defaultdict(list)
    for actor, label, _, count in query(store, _STANDS).rows:
        labels[shown(actor)] = shown(label)
        counts[shown(actor)].append(int(shown(count)))
    weights = {actor: Weight.of(some) for actor, some in counts.items()}
    first = sorted(weights, key=lambda actor: (-weights[actor].value, actor))[:_MOST]
    return tuple(Leading(labels[actor], weights[actor].claims, weights[actor].documents) for actor in first)


def _count(store: pyoxigraph.Store, sparql: str) -> int:
    return int(shown(query(store, sparql).rows[0][0]))


def _kinds(store: pyoxigraph.Store, sparql: str, kinds: type[Kind]) -> tuple[tuple[Kind, int], ...]:
    counts = {shown(kind): int(shown(count)) for kind, count in query(store, sparql).rows}
    return tuple((kind, counts[name]) for kind in kinds if (name := f"kg:{kind}") in counts)
