"""A graph -> the same graph in which each actor is one: which names are those of one, why, and what came of it."""

from kg.graph.merge.effect import apply, described, doubtful, recorded
from kg.graph.merge.gather import profiles
from kg.graph.merge.judge import CERTAIN, Judgement, judge
from kg.graph.merge.profile import Profile, profile
from kg.graph.merge.spelling import Spelling

__all__ = [
    "CERTAIN",
    "Judgement",
    "Profile",
    "Spelling",
    "apply",
    "described",
    "doubtful",
    "judge",
    "profile",
    "profiles",
    "recorded",
]
