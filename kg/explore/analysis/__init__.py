"""Claims -> what they say as a whole: who is central, who belongs together, who stands with whom, where sources disagree."""

from kg.explore.analysis.communities import Community, communities
from kg.explore.analysis.disagreements import Disagreement, DisagreementKind, disagreements
from kg.explore.analysis.importance import Importance, importance
from kg.explore.analysis.measure import ActorMeasures, Analysis, PairBalance, analyse, pairs
from kg.explore.analysis.voice import Voice, VoiceKind, voice

__all__ = [
    "ActorMeasures",
    "Analysis",
    "Community",
    "Disagreement",
    "DisagreementKind",
    "Importance",
    "PairBalance",
    "Voice",
    "VoiceKind",
    "analyse",
    "communities",
    "disagreements",
    "importance",
    "pairs",
    "voice",
]
