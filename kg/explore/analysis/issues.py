"""Claims -> issues: how often each is spoken of, the issues of a pair, and the pairs of an issue."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.explore.analysis.graphs import actors_of, pair_of
from kg.explore.analysis.signed import Count
from kg.explore.analysis.tone import tone
from kg.model import Actor, Claim, Issue

__all__ = ["IssueMeasures", "PairIssue", "issues", "pair_issues"]


@dataclass(frozen=True, slots=True)
class IssueMeasures:
    """How often an issue is spoken of: in how many claims, of how many actors and pairs, and how they stand there."""

    issue: Issue
    claims: int
    actors: int
    pairs: int
    cooperation: int
    conflict: int
    balance: float


@dataclass(frozen=True, slots=True)
class PairIssue:
    """How two actors stand over an issue: only what holds is counted, as in `PairBalance`."""

    issue: Issue
    first: Actor
    second: Actor
    claims: int
    cooperation: int
    conflict: int
    balance: float


def issues(claims: Sequence[Claim]) -> tuple[IssueMeasures, ...]:
    """Measure issues.

    Args:
        claims: Any claims: those about an issue, and those whose object is one. All count as claims; for cooperation and conflict,
            those of two actors that hold.

    Returns:
        The issues, by falling number of claims.

    >>> issues([])
    ()
    """
    known, about = _about(claims)
    found = []
    for iri, some in about.items():
        count = Count.of(claim for claim in some if tone(claim) is not None and _pair(claim))
        actors, pairs = actors_of(some), {pair for claim in some if (pair := _pair(claim))}
        signs = (count.cooperation, count.conflict, count.balance)
        found.append(IssueMeasures(known[iri], len(some), len(actors), len(pairs), *signs))
    return tuple(sorted(found, key=lambda one: (-one.claims, one.issue.iri)))


def pair_issues(claims: Sequence[Claim]) -> tuple[PairIssue, ...]:
    """What pairs stand over what.

    Args:
        claims: Any claims; what is not said or planned to be so is left out (see `tone`).

    Returns:
        A row for each issue and each pair that a claim about it holds between, by falling number of claims.

    >>> pair_issues([])
    ()
    """
    actors, (known, about) = actors_of(claims), _about(claims)
    found = []
    for iri, some in about.items():
        by: dict[tuple[str, str], list[Claim]] = defaultdict(list)
        for claim in some:
            if tone(claim) is not None and (pair := _pair(claim)):
                by[pair].append(claim)
        for (first, second), between in by.items():
            count = Count.of(between)
            signs = (count.claims, count.cooperation, count.conflict, count.balance)
            found.append(PairIssue(known[iri], actors[first], actors[second], *signs))
    return tuple(sorted(found, key=lambda one: (-one.claims, one.issue.iri, one.first.iri, one.second.iri)))


def _about(claims: Sequence[Claim]) -> tuple[dict[str, Issue], dict[str, list[Claim]]]:
    known: dict[str, Issue] = {}
    about: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        for iri, issue in {issue.iri: issue for issue in _issues(claim)}.items():
            known[iri] = min(issue, known.get(iri, issue), key=lambda one: one.label)
            about[iri].append(claim)
    return known, about


def _issues(claim: Claim) -> Iterator[Issue]:
    for argument in (claim.object, *claim.issues):
        if isinstance(argument.entity, Issue):
            yield argument.entity


def _pair(claim: Claim) -> tuple[str, str] | None:
    one, other = claim.subject.entity, claim.object.entity
    actors = isinstance(one, Actor) and isinstance(other, Actor) and one.iri != other.iri
    return pair_of(one.iri, other.iri) if actors else None
