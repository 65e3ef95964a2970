"""Claims -> the signed graph: how two actors stand, who does what to whom, and how that changes month by month."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from kg.explore.analysis.dating import month
from kg.explore.analysis.graphs import Meeting, actors_of, meetings
from kg.explore.analysis.tone import Count, tone
from kg.model import Actor, Claim, Document

__all__ = ["Direction", "PairBalance", "PairMonth", "directions", "net", "pairs", "timeline"]

_NONE: Mapping[str, Document] = {}


@dataclass(frozen=True, slots=True)
class PairBalance:
    """How two actors stand: the claims between them that count, by tone, and their balance (see `Count`)."""

    first: Actor
    second: Actor
    claims: int
    cooperation: int
    conflict: int
    neutral: int
    balance: float


@dataclass(frozen=True, slots=True)
class Direction:
    """What one actor does to another: the claims that lead from the one to the other; a symmetric relation leads both ways."""

    subject: Actor
    object: Actor
    claims: int
    cooperation: int
    conflict: int
    neutral: int
    balance: float


@dataclass(frozen=True, slots=True)
class PairMonth:
    """How two actors stand in one month; in a year, where no more is known of the time ("2017"), or at no known time ("")."""

    first: Actor
    second: Actor
    month: str
    claims: int
    cooperation: int
    conflict: int
    neutral: int
    balance: float


def pairs(claims: Sequence[Claim]) -> tuple[PairBalance, ...]:
    """How pairs of actors stand.

    Args:
        claims: Any claims; what is not said or planned to be so is left out (see `tone`).

    Returns:
        The pairs that claims hold between, by falling number of claims.

    >>> pairs([])
    ()
    """
    actors = actors_of(claims)
    found = [PairBalance(actors[one], actors[other], *_figures(some)) for (one, other), some in _counted(claims).items()]
    return tuple(sorted(found, key=lambda pair: (-pair.claims, pair.first.iri, pair.second.iri)))


def directions(claims: Sequence[Claim]) -> tuple[Direction, ...]:
    """Who does what to whom.

    Args:
        claims: Any claims; what is not said or planned to be so is left out (see `tone`).

    Returns:
        The ordered pairs that claims lead between, by falling number of claims.

    >>> directions([])
    ()
    """
    actors = actors_of(claims)
    by: dict[tuple[str, str], list[Meeting]] = defaultdict(list)
    for one in chain.from_iterable(_counted(claims).values()):
        ways = ((one.subject, one.object), (one.object, one.subject))
        for way in ways[: 1 + one.claim.relation.symmetric]:
            by[way].append(one)
    found = [Direction(actors[subject], actors[target], *_figures(some)) for (subject, target), some in by.items()]
    return tuple(sorted(found, key=lambda way: (-way.claims, way.subject.iri, way.object.iri)))


def timeline(claims: Sequence[Claim], documents: Mapping[str, Document] = _NONE) -> tuple[PairMonth, ...]:
    """How pairs of actors stand over time.

    Args:
        claims: Any claims; what is not said or planned to be so is left out (see `tone`).
        documents: Documents by id: a claim that names no time is of the day on which its document was published.

    Returns:
        For each pair the months in which claims hold between the two, sorted by pair and month.

    >>> timeline([])
    ()
    """
    actors = actors_of(claims)
    found = []
    for (first, second), some in sorted(_counted(claims).items()):
        by: dict[str, list[Meeting]] = defaultdict(list)
        for one in some:
            by[month(one.claim, documents)].append(one)
        found += [PairMonth(actors[first], actors[second], when, *_figures(by[when])) for when in sorted(by)]
    return tuple(found)


def net(claims: Iterable[Claim]) -> dict[tuple[str, str], int]:
    """The weights of the signed graph.

    Args:
        claims: Any claims; what is not said or planned to be so is left out (see `tone`).

    Returns:
        For each pair of IRIs, sorted, how many more claims are of positive than of negative sign; pairs with as many of both are
        left out.
    """
    counts = {pair: _count(some) for pair, some in sorted(_counted(claims).items())}
    return {pair: count.cooperation - count.conflict for pair, count in counts.items() if count.cooperation != count.conflict}


def _count(some: Iterable[Meeting]) -> Count:
    return Count.of(tone(one.claim) for one in some)


def _figures(some: Iterable[Meeting]) -> tuple[int, int, int, int, float]:
    count = _count(some)
    return count.claims, count.cooperation, count.conflict, count.neutral, count.balance


def _counted(claims: Iterable[Claim]) -> dict[tuple[str, str], list[Meeting]]:
    found: dict[tuple[str, str], list[Meeting]] = {}
    for one in meetings(claims):
        if tone(one.claim) is not None:
            found.setdefault(one.pair, []).append(one)
    return found
