"""Claim -> how it stands to the world: held to be so, held not to be so, or expected."""

from enum import StrEnum

from kg.model import Claim, Factuality, Polarity

__all__ = ["Stance", "stance"]

_SAID = frozenset({Factuality.ACTUAL, Factuality.REPORTED, Factuality.ALLEGED})
_TO_COME = frozenset({Factuality.PLANNED, Factuality.PREDICTED, Factuality.POSSIBLE})


class Stance(StrEnum):
    """What a claim says of its relation; `NEITHER` for what is demanded or only supposed."""

    IS = "is"
    IS_NOT = "is not"
    IS_DENIED = "is denied"
    WILL = "will"
    WILL_NOT = "will not"
    NEITHER = "neither"


def stance(claim: Claim) -> Stance:
    """What a claim says of its relation.

    Args:
        claim: A claim.

    Returns:
        By factuality - what is so, denied, or to come - and polarity; a denial of what is negated says nothing sure.
    """
    negated = claim.polarity is Polarity.NEGATED
    if claim.factuality in _SAID:
        return Stance.IS_NOT if negated else Stance.IS
    if claim.factuality in _TO_COME:
        return Stance.WILL_NOT if negated else Stance.WILL
    return Stance.IS_DENIED if claim.factuality is Factuality.DENIED and not negated else Stance.NEITHER
