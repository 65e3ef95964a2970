"""Two actors -> the judgement that they are one."""

from dataclasses import dataclass

__all__ = ["Merge"]


@dataclass(frozen=True, slots=True)
class Merge:
    """A judgement that two actors are one: `alias` is replaced by `actor`, for a reason, with a score between 0 and 1."""

    alias: str
    actor: str
    score: float
    reason: str
