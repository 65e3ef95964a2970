"""Claims -> the actors and issues to draw, most important first."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.explore.names import kind_of
from kg.model import Actor, Argument, Claim, Issue, Span

__all__ = ["Entity", "entities"]

_ISSUE_SHARE = 0.5  # an issue named beside a relation matters less than the relation's own ends


@dataclass(frozen=True, slots=True)
class Entity:
    """An actor or an issue with its weight: how many claims it stands in; `kind` is an actor kind or "Issue".

    `names` are the other words by which sentences name it, sorted.
    """

    iri: str
    label: str
    kind: str
    weight: float
    names: tuple[str, ...] = ()


def entities(claims: Sequence[Claim]) -> list[Entity]:
    """The actors and issues of claims.

    Args:
        claims: Any claims.

    Returns:
        One entity for each IRI, heaviest first, then by label and IRI; its label and kind are those of its first mention.
    """
    weights: Counter[str] = Counter()
    first: dict[str, Actor | Issue] = {}
    names: defaultdict[str, set[str]] = defaultdict(set)
    for claim in claims:
        for argument, share in _named(claim):
            entity = argument.entity
            first.setdefault(entity.iri, entity)
            weights[entity.iri] += share  # type: ignore[assignment]  # Counter is typed for whole numbers, but adds halves exactly
            names[entity.iri].add(_words(argument, claim))
    found = [
        Entity(iri, entity.label, kind_of(entity), weights[iri], tuple(sorted(names[iri] - {"", entity.label})))
        for iri, entity in first.items()
    ]
    return sorted(found, key=lambda entity: (-entity.weight, entity.label, entity.iri))


def _named(claim: Claim) -> Iterator[tuple[Argument, float]]:
    yield claim.subject, 1
    yield claim.object, 1
    for issue in claim.issues:
        yield issue, _ISSUE_SHARE


def _words(argument: Argument, claim: Claim) -> str:
    """The words that name an actor in its sentence; empty where it is not named there, and for an issue, which has no names."""
    sentence = claim.evidence.sentence
    if argument.reason or isinstance(argument.entity, Issue) or not sentence.covers(argument.span):
        return ""
    words = Span(argument.span.start - sentence.start, argument.span.end - sentence.start).of(claim.evidence.quote)
    return " ".join(words.split())
