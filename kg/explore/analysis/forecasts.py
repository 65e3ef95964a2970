"""Claims -> forecasts: what is to come between two actors, how likely, and who says so."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kg.explore.analysis.graphs import meetings
from kg.explore.analysis.voice import Voice, voice
from kg.model import Claim, Document, Factuality, Polarity

__all__ = ["Forecast", "forecasts"]

_NONE: Mapping[str, Document] = {}
_TO_COME = frozenset({Factuality.PREDICTED, Factuality.POSSIBLE})


@dataclass(frozen=True, slots=True)
class Forecast:
    """A claim about what is to come.

    `low` and `high` bound the probability of what the claim says: the band of its term (ICD 203), turned round where the claim says
    that it will not be. Both are none where it names no probability.
    """

    claim: Claim
    voice: Voice
    low: float | None
    high: float | None


def forecasts(claims: Sequence[Claim], documents: Mapping[str, Document] = _NONE) -> tuple[Forecast, ...]:
    """What is expected between two actors: predicted, or possible.

    Args:
        claims: Any claims.
        documents: Documents by id, which tell publishers.

    Returns:
        The forecasts by pair; of each, the most likely first, and last those without a probability.

    >>> forecasts([])
    ()
    """
    found = [
        (one.pair, Forecast(one.claim, voice(one.claim, documents), *_band(one.claim)))
        for one in meetings(claims)
        if one.claim.factuality in _TO_COME and not one.claim.candidate
    ]
    return tuple(one for _, one in sorted(found, key=lambda row: (row[0], _rank(row[1]), row[1].claim.id)))


def _band(claim: Claim) -> tuple[float | None, float | None]:
    if claim.likelihood is None:
        return None, None
    low, high = claim.likelihood.low, claim.likelihood.high
    return (round(1 - high, 2), round(1 - low, 2)) if claim.polarity is Polarity.NEGATED else (low, high)


def _rank(one: Forecast) -> tuple[bool, float]:
    return one.low is None, -(one.low or 0.0)
