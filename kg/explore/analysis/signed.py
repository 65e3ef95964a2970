"""Claims -> the signed graph: how two actors stand, overall, month by month, and over which issues."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.explore.analysis.dating import month
from kg.explore.analysis.graphs import DIGITS, Meeting, actors_of, meetings
from kg.explore.analysis.tone import tone
from kg.model import Actor, Claim, Document

__all__ = ["Count", "PairBalance", "PairMonth", "net", "pairs", "timeline"]

_NONE: Mapping[str, Document] = {}


@dataclass(frozen=True, slots=True)
class Count:
    """How many claims there are, and how many of them are of positive and of negative sign."""

    claims: int
    cooperation: int
    conflict: int

    @classmethod
    def of(cls, claims: Iterable[Claim]) -> "Count":
        """Count claims."""
        signs = [claim.relation.sign for claim in claims]
        return cls(len(signs), sum(sign > 0 for sign in signs), sum(sign < 0 for sign in signs))

    @property
    def balance(self) -> float:
        """(cooperation - conflict) / (cooperation + conflict), between -1 and 1; 0 when there are neither.

        >>> Count(5, 3, 1).balance
        0.5
        """
        weighed = self.cooperation + self.conflict
        return round((self.cooperation - self.conflict) / weighed, DIGITS) if weighed else 0.0


@dataclass(frozen=True, slots=True)
class PairBalance:
    """How two actors stand: claims between them that hold, of positive and of negative sign, and their balance (see `Count`)."""

    first: Actor
    second: Actor
    claims: int
    cooperation: int
    conflict: int
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
    counts = {pair: Count.of(one.claim for one in some) for pair, some in _held(claims).items()}
    found = [
        PairBalance(actors[first], actors[second], count.claims, count.cooperation, count.conflict, count.balance)
        for (first, second), count in counts.items()
    ]
    return tuple(sorted(found, key=lambda pair: (-pair.claims, pair.first.iri, pair.second.iri)))


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
    for pair, some in sorted(_held(claims).items()):
        by: dict[str, list[Claim]] = defaultdict(list)
        for one in some:
            by[month(one.claim, documents)].append(one.claim)
        for when in sorted(by):
            count = Count.of(by[when])
            first, second = (actors[iri] for iri in pair)
            found.append(PairMonth(first, second, when, count.claims, count.cooperation, count.conflict, count.balance))
    return tuple(found)


def net(claims: Iterable[Claim]) -> dict[tuple[str, str], int]:
    """The weights of the signed graph.

    Args:
        claims: Any claims; what is not said or planned to be so is left out (see `tone`).

    Returns:
        For each pair of IRIs, sorted, how many more claims are of positive than of negative sign; pairs with as many of both are
        left out.
    """
    counts = {pair: Count.of(one.claim for one in some) for pair, some in sorted(_held(claims).items())}
    return {pair: count.cooperation - count.conflict for pair, count in counts.items() if count.cooperation != count.conflict}


def _held(claims: Iterable[Claim]) -> dict[tuple[str, str], list[Meeting]]:
    held: dict[tuple[str, str], list[Meeting]] = {}
    for one in meetings(claims):
        if tone(one.claim) is not None:
            held.setdefault(one.pair, []).append(one)
    return held
