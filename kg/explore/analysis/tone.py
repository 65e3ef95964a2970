"""Claim -> its tone, and the stance of its subject on an issue: the one rule of counting, for every number that is shown."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

from kg.explore.analysis.graphs import DIGITS
from kg.model import Actor, Claim, Factuality, Issue, Polarity

__all__ = ["Count", "Tone", "stance", "tone"]


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
    return Tone(claim.relation.sign) if _counts(claim) else None


def stance(claim: Claim) -> Tone | None:
    """How the subject of a claim stands to the issue that is its object.

    That two actors quarrel over an issue says nothing of what either thinks of it: only what is done to the issue itself does.

    Args:
        claim: A claim.

    Returns:
        Conflict where the subject is against the issue, cooperation where it is for it; nothing where the object is no issue, and
        where the claim does not count.
    """
    relation = claim.relation
    if not (isinstance(claim.subject.entity, Actor) and isinstance(claim.object.entity, Issue) and _counts(claim)):
        return None
    return Tone(relation.sign if relation.issue_sign is None else relation.issue_sign)


@dataclass(frozen=True, slots=True)
class Count:
    """How many claims of each tone there are; of stances, how many for, against, and neither."""

    cooperation: int = 0
    conflict: int = 0
    neutral: int = 0

    @classmethod
    def of(cls, tones: Iterable[Tone | None]) -> "Count":
        """Count tones; what does not count is left out.

        >>> Count.of([Tone.CONFLICT, Tone.NEUTRAL, None])
        Count(cooperation=0, conflict=1, neutral=1)
        """
        found = Counter(tones)
        return cls(found[Tone.COOPERATION], found[Tone.CONFLICT], found[Tone.NEUTRAL])

    @property
    def claims(self) -> int:
        """How many count."""
        return self.cooperation + self.conflict + self.neutral

    @property
    def balance(self) -> float:
        """(cooperation - conflict) / (cooperation + conflict), between -1 and 1; 0 when there are neither.

        >>> Count(3, 1, 1).balance
        0.5
        """
        weighed = self.cooperation + self.conflict
        return round((self.cooperation - self.conflict) / weighed, DIGITS) if weighed else 0.0

    def __str__(self) -> str:
        """Each number with its own sign: "3+ / 11\N{MINUS SIGN}"; "5 neutral" where there are no others."""
        if self.neutral and not self.cooperation + self.conflict:
            return f"{self.neutral} neutral"
        return f"{self.cooperation}+ / {self.conflict}\N{MINUS SIGN}"


def _counts(claim: Claim) -> bool:
    return not claim.candidate and claim.polarity is Polarity.AFFIRMED and claim.factuality in _COUNTED
