"""Edges -> claims, so that networks that are known from the literature can be measured."""

from collections.abc import Iterable

from kg.model import Actor, ActorKind, Claim, Issue, Relation, RelationGroup
from kg.ontology import term
from tests.explore.builder import about, claim

ALLIED = Relation(term("rel:allied"), "allied", RelationGroup.TIE, 1, symmetric=True)
AT_ODDS = Relation(term("rel:at-odds"), "at odds", RelationGroup.TIE, -1, symmetric=True)


def actor(name: object) -> Actor:
    return Actor(term(f"actor:{name}"), str(name), ActorKind.STATE)


def signed(edges: Iterable[tuple[object, object, int]], *issues: Issue) -> list[Claim]:
    """A claim for each unit of weight of each edge."""
    return [
        claim(
            actor(one), ALLIED if weight > 0 else AT_ODDS, actor(other), source=f"{one}-{other}-{number}.txt", issues=about(*issues)
        )
        for one, other, weight in edges
        for number in range(abs(weight))
    ]


def names(iris: Iterable[str]) -> set[str]:
    return {iri.rsplit("/", 1)[-1] for iri in iris}
