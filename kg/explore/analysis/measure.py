"""Claims and documents -> everything that the analysis finds."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from kg.explore.analysis.blocs import Blocs, Broker, blocs, brokers
from kg.explore.analysis.communities import Community, communities_of
from kg.explore.analysis.disagreements import Disagreement, disagreements
from kg.explore.analysis.forecasts import Forecast, forecasts
from kg.explore.analysis.graphs import contacts
from kg.explore.analysis.importance import Importance, importance_of
from kg.explore.analysis.issues import (
    ActorIssue,
    IssueMeasures,
    PairIssue,
    Stance,
    actor_issues,
    issues,
    pair_issues,
    stances,
)
from kg.explore.analysis.signed import Direction, PairBalance, PairMonth, directions, pairs, timeline
from kg.explore.analysis.sources import SourceMeasures, sources
from kg.model import Actor, Claim, Document, Issue

__all__ = ["ActorMeasures", "Analysis", "IssueBlocs", "analyse"]

_NONE: Mapping[str, Document] = {}
_ISSUES = 10  # issues whose blocs are looked for: those that most claims are about
_SIGNED = 3  # and of which at least so many actors have a sign


@dataclass(frozen=True, slots=True)
class ActorMeasures:
    """How an actor is placed: see `Importance`; the number of its community is the one in `Community`."""

    actor: Actor
    claims: int
    documents: int
    degree: int
    pagerank: float
    betweenness: float
    core: int
    community: int


@dataclass(frozen=True, slots=True)
class IssueBlocs:
    """Who stands with whom on one issue."""

    issue: Issue
    blocs: Blocs


@dataclass(frozen=True, slots=True)
class Analysis:
    """What claims say as a whole; each part in the order that the function of its name gives.

    `measured` is a hash of what was measured: 16 hexadecimal digits.
    """

    measured: str
    actors: tuple[ActorMeasures, ...]
    communities: tuple[Community, ...]
    pairs: tuple[PairBalance, ...]
    directions: tuple[Direction, ...]
    timeline: tuple[PairMonth, ...]
    blocs: Blocs
    issue_blocs: tuple[IssueBlocs, ...]
    brokers: tuple[Broker, ...]
    issues: tuple[IssueMeasures, ...]
    pair_issues: tuple[PairIssue, ...]
    actor_issues: tuple[ActorIssue, ...]
    stances: tuple[Stance, ...]
    sources: tuple[SourceMeasures, ...]
    disagreements: tuple[Disagreement, ...]
    forecasts: tuple[Forecast, ...]


def analyse(claims: Iterable[Claim], documents: Mapping[str, Document] = _NONE) -> Analysis:
    """Measure actors, pairs, issues and sources.

    Args:
        claims: Any claims; the order does not matter.
        documents: Documents by id, which tell publishers and dates.

    Returns:
        All measures; each is described where it is made.

    >>> analyse([]).actors
    ()
    """
    known = list(claims)
    graph = contacts(known)
    found, sides, about = communities_of(known, graph), blocs(known), issues(known)
    home = {iri: community.number for community in found for iri in community.members}
    return Analysis(
        measured=_digest(known),
        actors=tuple(_measures(one, home[one.actor.iri]) for one in importance_of(known, graph)),
        communities=found,
        pairs=pairs(known),
        directions=directions(known),
        timeline=timeline(known, documents),
        blocs=sides,
        issue_blocs=_issue_blocs(known, about),
        brokers=brokers(known, sides),
        issues=about,
        pair_issues=pair_issues(known),
        actor_issues=actor_issues(known),
        stances=stances(known),
        sources=sources(known, documents),
        disagreements=disagreements(known, documents),
        forecasts=forecasts(known, documents),
    )


def _digest(claims: Iterable[Claim]) -> str:
    lines = (
        [claim.id, claim.subject.entity.iri, claim.relation.iri, claim.object.entity.iri, claim.polarity, claim.factuality]
        + [issue.entity.iri for issue in claim.issues]
        for claim in claims
    )
    return sha256("\n".join(sorted(map(" ".join, lines))).encode()).hexdigest()[:16]


def _measures(one: Importance, community: int) -> ActorMeasures:
    return ActorMeasures(one.actor, one.claims, one.documents, one.degree, one.pagerank, one.betweenness, one.core, community)


def _issue_blocs(claims: Sequence[Claim], about: Sequence[IssueMeasures]) -> tuple[IssueBlocs, ...]:
    found = (IssueBlocs(one.issue, blocs(claims, one.issue.iri)) for one in about[:_ISSUES])
    return tuple(one for one in found if sum(len(bloc.members) for bloc in one.blocs.blocs) >= _SIGNED)
