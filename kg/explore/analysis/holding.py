"""Claim -> how it stands to the world: held to be so, held not to be so, or expected."""

from enum import StrEnum

from kg.model import Claim, Factuality, Polarity

__all__ = ["Assertion", "assertion"]

_SAID = frozenset({Factuality.ACTUAL, Factuality.REPORTED, Factuality.ALLEGED})
_TO_COME = frozenset({Factuality.PLANNED, Factuality.PREDICTED, Factuality.POSSIBLE})


class Assertion(StrEnum):
    """What a claim says of its relation; `NEITHER` for what is demanded or only supposed."""

    IS = "is"
    IS_NOT = "is not"
    IS_DENIED = "is denied"
    WILL = "will"
    WILL_NOT = "will not"
    NEITHER = "neither"


def assertion(claim: Claim) -> Assertion:
    """What a claim says of its relation.

    Args:
        claim: A claim.

    Returns:
        By factuality - what is so, denied, or to come - and polarity; a denial of what is negated says nothing sure.
    """
    negated = claim.polarity is Polarity.NEGATED
    if claim.factuality in _SAID:
        return Assertion.IS_NOT if negated else Assertion.IS
    if claim.factuality in _TO_COME:
        return Assertion.WILL_NOT if negated else Assertion.WILL
    return Assertion.IS_DENIED if claim.factuality is Factuality.DENIED and not negated else Assertion.NEITHER
