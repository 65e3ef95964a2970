"""Claims -> the actors and issues to draw, most important first."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.explore.names import kind_of
from kg.model import Actor, Claim, Issue

__all__ = ["Entity", "entities"]

_ISSUE_SHARE = 0.5  # an issue named beside a relation matters less than the relation's own ends


@dataclass(frozen=True, slots=True)
class Entity:
    """An actor or an issue with its weight: how many claims it stands in; `kind` is an actor kind or "Issue"."""

    iri: str
    label: str
    kind: str
    weight: float


def entities(claims: Sequence[Claim]) -> list[Entity]:
    """The actors and issues of claims.

    Args:
        claims: Any claims.

    Returns:
        One entity for each IRI, heaviest first, then by label and IRI; its label and kind are those of its first mention.
    """
    weights: Counter[str] = Counter()
    first: dict[str, Actor | Issue] = {}
    for claim in claims:
        for entity, share in _named(claim):
            first.setdefault(entity.iri, entity)
            weights[entity.iri] += share  # type: ignore[assignment]  # Counter is typed for whole numbers, but adds halves exactly
    found = [Entity(iri, entity.label, kind_of(entity), weights[iri]) for iri, entity in first.items()]
    return sorted(found, key=lambda entity: (-entity.weight, entity.label, entity.iri))


def _named(claim: Claim) -> Iterator[tuple[Actor | Issue, float]]:
    yield claim.subject.entity, 1
    yield claim.object.entity, 1
    for issue in claim.issues:
        yield issue.entity, _ISSUE_SHARE
