"""A graph -> what is in it, counted."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

import pyoxigraph

from kg.explore.names import shown
from kg.explore.query import query
from kg.model import ActorKind, Factuality, Polarity, RelationGroup

__all__ = ["Info", "info"]

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


@dataclass(frozen=True, slots=True)
class Info:
    """How much of everything a graph holds; a kind of which there is none is left out."""

    documents: int
    claims: int
    quotes: int
    issues: int
    statements: int
    by_factuality: tuple[tuple[Factuality, int], ...] = ()
    by_polarity: tuple[tuple[Polarity, int], ...] = ()
    by_group: tuple[tuple[RelationGroup, int], ...] = ()
    actors: tuple[tuple[ActorKind, int], ...] = ()


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
    )


def _count(store: pyoxigraph.Store, sparql: str) -> int:
    return int(shown(query(store, sparql).rows[0][0]))


def _kinds(store: pyoxigraph.Store, sparql: str, kinds: type[Kind]) -> tuple[tuple[Kind, int], ...]:
    counts = {shown(kind): int(shown(count)) for kind, count in query(store, sparql).rows}
    return tuple((kind, counts[name]) for kind in kinds if (name := f"kg:{kind}") in counts)
