"""Claims -> what they say as a whole: who is central, who belongs together, who stands with whom, where sources disagree."""

from kg.explore.analysis.balance import Balance, balance
from kg.explore.analysis.blocs import Bloc, Blocs, Broker, blocs, brokers
from kg.explore.analysis.communities import Community, communities
from kg.explore.analysis.disagreements import Disagreement, DisagreementKind, disagreements
from kg.explore.analysis.forecasts import Forecast, forecasts
from kg.explore.analysis.importance import Importance, importance
from kg.explore.analysis.issues import ActorIssue, IssueMeasures, PairIssue, Stance, actor_issues, issues, pair_issues, stances
from kg.explore.analysis.measure import ActorMeasures, Analysis, IssueBlocs, analyse
from kg.explore.analysis.signed import Direction, PairBalance, PairMonth, directions, net, pairs, timeline
from kg.explore.analysis.sources import SourceKind, SourceMeasures, SourcePair, side_by_side, sources
from kg.explore.analysis.tone import Count, Tone, stance, tone
from kg.explore.analysis.voice import Voice, VoiceKind, voice
from kg.explore.analysis.weight import Weight, weigh

__all__ = [
    "ActorIssue",
    "ActorMeasures",
    "Analysis",
    "Balance",
    "Bloc",
    "Blocs",
    "Broker",
    "Community",
    "Count",
    "Direction",
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
    "Stance",
    "Tone",
    "Voice",
    "VoiceKind",
    "Weight",
    "actor_issues",
    "analyse",
    "balance",
    "blocs",
    "brokers",
    "communities",
    "directions",
    "disagreements",
    "forecasts",
    "importance",
    "issues",
    "net",
    "pair_issues",
    "pairs",
    "side_by_side",
    "sources",
    "stance",
    "stances",
    "timeline",
    "tone",
    "voice",
    "weigh",
]
