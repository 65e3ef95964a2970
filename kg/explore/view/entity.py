"""Claims -> the actors and issues to draw, most important first."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from kg.explore.analysis.weight import weigh
from kg.explore.names import kind_of
from kg.model import Actor, Argument, Claim, Issue, Span

__all__ = ["Entity", "entities"]


@dataclass(frozen=True, slots=True)
class Entity:
    """An actor or an issue with what it weighs (see `weigh`); `kind` is an actor kind or "Issue".

    `names` are the other words by which sentences name it, sorted.
    """

    iri: str
    label: str
    kind: str
    weight: int
    names: tuple[str, ...] = ()


def entities(claims: Sequence[Claim]) -> list[Entity]:
    """The actors and issues of claims.

    Args:
        claims: Any claims.

    Returns:
        One entity for each IRI, heaviest first, then by IRI; its label and kind are those of its first mention.
    """
    first: dict[str, Actor | Issue] = {}
    names: defaultdict[str, set[str]] = defaultdict(set)
    for claim in claims:
        for argument in (claim.subject, claim.object, *claim.issues):
            entity = argument.entity
            first.setdefault(entity.iri, entity)
            names[entity.iri].add(_words(argument, claim))
    return [
        Entity(iri, first[iri].label, kind_of(first[iri]), weight.value, tuple(sorted(names[iri] - {"", first[iri].label})))
        for iri, weight in weigh(claims).items()
    ]


def _words(argument: Argument, claim: Claim) -> str:
    """The words that name an actor in its sentence; empty where it is not named there, and for an issue, which has no names."""
    sentence = claim.evidence.sentence
    if argument.reason or isinstance(argument.entity, Issue) or not sentence.covers(argument.span):
        return ""
    words = Span(argument.span.start - sentence.start, argument.span.end - sentence.start).of(claim.evidence.quote)
    return " ".join(words.split())
