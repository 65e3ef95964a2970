"""Claims -> what they say as a whole: who is central, who belongs together, who stands with whom, where sources disagree."""

from kg.explore.analysis.balance import Balance, balance
from kg.explore.analysis.blocs import Bloc, Blocs, Broker, blocs, brokers
from kg.explore.analysis.communities import Community, communities
from kg.explore.analysis.disagreements import Disagreement, DisagreementKind, disagreements
from kg.explore.analysis.forecasts import Forecast, forecasts
from kg.explore.analysis.importance import Importance, importance
from kg.explore.analysis.issues import IssueMeasures, PairIssue, issues, pair_issues
from kg.explore.analysis.measure import ActorMeasures, Analysis, IssueBlocs, analyse
from kg.explore.analysis.signed import PairBalance, PairMonth, net, pairs, timeline
from kg.explore.analysis.sources import SourceKind, SourceMeasures, SourcePair, side_by_side, sources
from kg.explore.analysis.voice import Voice, VoiceKind, voice

__all__ = [
    "ActorMeasures",
    "Analysis",
    "Balance",
    "Bloc",
    "Blocs",
    "Broker",
    "Community",
    "Disagreement",
    "DisagreementKind",
    "Forecast",
    "Importance",
    "IssueBlocs",
    "IssueMeasures",
    "PairBalance",
    "PairIssue",
    "PairMonth",
    "SourceKind",
    "SourceMeasures",
    "SourcePair",
    "Voice",
    "VoiceKind",
    "analyse",
    "balance",
    "blocs",
    "brokers",
    "communities",
    "disagreements",
    "forecasts",
    "importance",
    "issues",
    "net",
    "pair_issues",
    "pairs",
    "side_by_side",
    "sources",
    "timeline",
    "voice",
]
