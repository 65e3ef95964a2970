"""Claims -> issues: how often each is spoken of, in which tone actors are spoken of around it, and who stands how to it.

The tone around an issue is that of claims between two actors that are about it, the stance on it that of claims whose object it is:
two that quarrel over an agreement may both want it.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from kg.explore.analysis.graphs import actors_of, pair_of
from kg.explore.analysis.tone import Count, Tone, stance, tone
from kg.model import Actor, Claim, Issue

__all__ = ["ActorIssue", "IssueMeasures", "PairIssue", "Stance", "actor_issues", "issues", "pair_issues", "stances"]

_Key = TypeVar("_Key", str, tuple[str, str])


@dataclass(frozen=True, slots=True)
class IssueMeasures:
    """How often an issue is spoken of, in which tone around it, and how many claims are for and against it.

    Attributes:
        issue: Which.
        claims: How many claims are about it, or have it as their object; all of them, whatever their tone.
        actors: How many actors stand in them.
        pairs: How many pairs of actors.
        cooperation: Of the claims between two actors that are about it, how many count as cooperation.
        conflict: How many of them as conflict.
        neutral: How many of them as neither.
        balance: Their balance (see `Count`).
        supporting: Of the claims whose object it is, how many are for it.
        opposing: How many of them are against it.
    """

    issue: Issue
    claims: int
    actors: int
    pairs: int
    cooperation: int
    conflict: int
    neutral: int
    balance: float
    supporting: int
    opposing: int


@dataclass(frozen=True, slots=True)
class PairIssue:
    """The tone between two actors around an issue: the claims between them that are about it and count."""

    issue: Issue
    first: Actor
    second: Actor
    claims: int
    cooperation: int
    conflict: int
    neutral: int
    balance: float


@dataclass(frozen=True, slots=True)
class ActorIssue:
    """The tone around an issue, of the claims in which an actor is one end and another actor the other; no stance of the actor."""

    issue: Issue
    actor: Actor
    claims: int
    cooperation: int
    conflict: int
    neutral: int
    balance: float


@dataclass(frozen=True, slots=True)
class Stance:
    """How an actor stands to an issue: the claims that count whose subject it is and whose object the issue is."""

    issue: Issue
    actor: Actor
    claims: int
    supporting: int
    opposing: int
    neutral: int
    balance: float


def issues(claims: Sequence[Claim]) -> tuple[IssueMeasures, ...]:
    """Measure issues.

    Args:
        claims: Any claims: those about an issue, and those whose object is one.

    Returns:
        The issues, by falling number of claims.

    >>> issues([])
    ()
    """
    known, about = _about(claims)
    found = []
    for iri, some in about.items():
        actors, pairs = actors_of(some), {pair for claim in some if (pair := _pair(claim))}
        around = Count.of(tone(claim) for claim in some if _pair(claim))
        own = Count.of(stance(claim) for claim in some if claim.object.entity.iri == iri)
        spoken = (around.cooperation, around.conflict, around.neutral, around.balance)
        found.append(IssueMeasures(known[iri], len(some), len(actors), len(pairs), *spoken, own.cooperation, own.conflict))
    return tuple(sorted(found, key=lambda one: (-one.claims, one.issue.iri)))


def pair_issues(claims: Sequence[Claim]) -> tuple[PairIssue, ...]:
    """In which tone pairs are spoken of around issues.

    Args:
        claims: Any claims; what is not said or planned to be so is left out (see `tone`).

    Returns:
        A row for each issue and each pair that a claim about it counts for, by falling number of claims.

    >>> pair_issues([])
    ()
    """
    actors, (known, about) = actors_of(claims), _about(claims)
    found = []
    for iri, some in about.items():
        for (first, second), tones in _tones_by(some, lambda claim: [_pair(claim)]).items():
            found.append(PairIssue(known[iri], actors[first], actors[second], *_figures(tones)))
    return tuple(sorted(found, key=lambda one: (-one.claims, one.issue.iri, one.first.iri, one.second.iri)))


def actor_issues(claims: Sequence[Claim]) -> tuple[ActorIssue, ...]:
    """In which tone each actor and others are spoken of around issues, whoever does what to whom.

    Args:
        claims: Any claims; what is not said or planned to be so is left out (see `tone`).

    Returns:
        A row for each issue and each end of the claims between two actors that are about it, by falling number of claims.

    >>> actor_issues([])
    ()
    """
    actors, (known, about) = actors_of(claims), _about(claims)
    found = []
    for iri, some in about.items():
        for actor, tones in _tones_by(some, lambda claim: _pair(claim) or ()).items():
            found.append(ActorIssue(known[iri], actors[actor], *_figures(tones)))
    return tuple(sorted(found, key=lambda one: (-one.claims, one.issue.iri, one.actor.iri)))


def stances(claims: Sequence[Claim]) -> tuple[Stance, ...]:
    """Who stands how to which issue.

    Args:
        claims: Any claims; only those of an actor whose object is an issue count (see `tone.stance`).

    Returns:
        A row for each issue and each actor, by falling number of claims.

    >>> stances([])
    ()
    """
    actors, (known, _) = actors_of(claims), _about(claims)
    by: dict[tuple[str, str], list[Tone]] = defaultdict(list)
    for claim in claims:
        if (one := stance(claim)) is not None:
            by[claim.object.entity.iri, claim.subject.entity.iri].append(one)
    found = [Stance(known[issue], actors[actor], *_figures(tones)) for (issue, actor), tones in by.items()]
    return tuple(sorted(found, key=lambda one: (-one.claims, one.issue.iri, one.actor.iri)))


def _figures(tones: Sequence[Tone]) -> tuple[int, int, int, int, float]:
    count = Count.of(tones)
    return count.claims, count.cooperation, count.conflict, count.neutral, count.balance


def _tones_by(claims: Iterable[Claim], keys_of: Callable[[Claim], Iterable[_Key | None]]) -> dict[_Key, list[Tone]]:
    """The tones of claims between two actors, for each key that a function gives for a claim."""
    found: dict[_Key, list[Tone]] = defaultdict(list)
    for claim in claims:
        if (one := tone(claim)) is not None:
            for key in filter(None, keys_of(claim)):
                found[key].append(one)
    return found


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
