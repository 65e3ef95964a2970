"""Claims -> the lines to draw: claims of one pair that look alike share a line."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.explore.view.style import STATUS_OF, Status
from kg.model import Claim, Issue, Polarity

__all__ = ["Bundle", "bundles", "links"]

_FOLD_ABOVE = 4  # a pair with more lines than this shows one for each look instead of one for each relation


@dataclass(frozen=True, slots=True)
class Bundle:
    """A line from one entity to another, and the claims (by their number) that it stands for.

    `source` and `target` are positions in the list of entities. A line that only links an actor to an issue that its claims are
    about has no status. `mutual` lines have no direction.
    """

    source: int
    target: int
    sign: int
    status: Status | None
    negated: bool
    mutual: bool
    claims: tuple[int, ...]


@dataclass(frozen=True, slots=True, order=True)
class _Look:
    backwards: int
    sign: int
    status: str
    negated: bool
    relation: str


def bundles(claims: Sequence[Claim], index: Mapping[str, int]) -> list[Bundle]:
    """The lines between entities that state relations.

    Args:
        claims: Any claims.
        index: The position of each entity, by IRI.

    Returns:
        Lines, ordered by pair; within a pair first those from the lower to the higher position, then the mutual ones, then those
        back.
    """
    pairs: dict[tuple[int, int], dict[_Look, list[int]]] = defaultdict(lambda: defaultdict(list))
    for number, claim in enumerate(claims):
        source, target = index[claim.subject.entity.iri], index[claim.object.entity.iri]
        pairs[min(source, target), max(source, target)][_look(claim, source, target)].append(number)
    return [bundle for pair, looks in sorted(pairs.items()) for bundle in _lines(pair, looks)]


def links(claims: Sequence[Claim], index: Mapping[str, int]) -> list[Bundle]:
    """The lines from actors to the issues that their claims are about.

    Args:
        claims: Any claims.
        index: The position of each entity, by IRI.

    Returns:
        One line for each actor and issue, without status, ordered by both. A claim that has the issue as its object draws none
        to it.
    """
    found: dict[tuple[int, int], list[int]] = defaultdict(list)
    for number, claim in enumerate(claims):
        for pair in sorted(set(_about(claim, index))):
            found[pair].append(number)
    return [
        Bundle(source, target, 0, None, negated=False, mutual=True, claims=tuple(numbers))
        for (source, target), numbers in sorted(found.items())
    ]


def _about(claim: Claim, index: Mapping[str, int]) -> Iterator[tuple[int, int]]:
    ends = (claim.subject.entity, claim.object.entity)
    for issue in claim.issues:
        if issue.entity.iri not in {end.iri for end in ends}:
            yield from ((index[end.iri], index[issue.entity.iri]) for end in ends if not isinstance(end, Issue))


def _look(claim: Claim, source: int, target: int) -> _Look:
    backwards = 0 if claim.relation.symmetric else (-1 if source < target else 1)
    negated = claim.polarity is Polarity.NEGATED
    return _Look(backwards, claim.relation.sign, STATUS_OF[claim.factuality], negated, claim.relation.iri)


def _lines(pair: tuple[int, int], looks: Mapping[_Look, list[int]]) -> Iterator[Bundle]:
    for look, numbers in sorted(_folded(looks).items()):
        source, target = pair if look.backwards < 1 else pair[::-1]
        status, mutual = Status(look.status), look.backwards == 0
        yield Bundle(source, target, look.sign, status, negated=look.negated, mutual=mutual, claims=tuple(numbers))


def _folded(looks: Mapping[_Look, list[int]]) -> Mapping[_Look, list[int]]:
    if len(looks) <= _FOLD_ABOVE:
        return looks
    folded: dict[_Look, list[int]] = defaultdict(list)
    for look, numbers in looks.items():
        folded[_Look(look.backwards, look.sign, look.status, look.negated, "")] += numbers
    return {look: sorted(numbers) for look, numbers in folded.items()}
