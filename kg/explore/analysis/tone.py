"""Claim -> its tone: the one rule of what counts as cooperation and what as conflict, for every number that is shown."""

from enum import IntEnum

from kg.model import Claim, Factuality, Polarity

__all__ = ["Tone", "tone"]

# What is so in the word of a document or of a speaker, and what its subject intends; a threat is an act of its own.
_COUNTED = frozenset({Factuality.ACTUAL, Factuality.REPORTED, Factuality.ALLEGED, Factuality.PLANNED})


class Tone(IntEnum):
    """What a claim that counts says of how its two ends stand; neither cooperation nor conflict is neutral."""

    CONFLICT = -1
    NEUTRAL = 0
    COOPERATION = 1


def tone(claim: Claim) -> Tone | None:
    """The tone of a claim.

    It is that of the relation type where the claim is affirmed and either said to be so (actual, reported, alleged) or intended by
    its subject (planned). What is negated, denied, predicted, possible, hypothetical or demanded says nothing of how two stand, and
    a candidate not even who does it to whom.

    Args:
        claim: A claim.

    Returns:
        The tone; nothing where the claim does not count.
    """
    counts = not claim.candidate and claim.polarity is Polarity.AFFIRMED and claim.factuality in _COUNTED
    return Tone(claim.relation.sign) if counts else None
