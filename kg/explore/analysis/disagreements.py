"""Claims -> disagreements: two claims of different sources that cannot both be right."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from kg.explore.analysis.dating import Stretch, stretch
from kg.explore.analysis.holding import Assertion, assertion
from kg.explore.analysis.voice import Voice, differ, voice
from kg.model import Claim, Document, Factuality, Polarity

__all__ = ["Disagreement", "DisagreementKind", "disagreements"]

_NONE: Mapping[str, Document] = {}
_EVEN = 0.5
_Key = tuple[str, str, str]  # subject, relation type, object


class DisagreementKind(StrEnum):
    """What two sources disagree about."""

    POLARITY = "polarity"  # one says that it is so, the other that it is not
    FACTUALITY = "factuality"  # one says that it is so, the other denies it
    DIRECTION = "direction"  # they state relation types that are contrary
    LIKELIHOOD = "likelihood"  # their bands of probability have nothing in common


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two claims that contradict each other; `first` affirms where `second` negates or denies, or is the more likely one."""

    kind: DisagreementKind
    first: Claim
    second: Claim
    voices: tuple[Voice, Voice]


@dataclass(frozen=True, slots=True)
class _Said:
    """A claim with what decides whether it can contradict another."""

    claim: Claim
    voice: Voice
    time: Stretch
    assertion: Assertion
    issues: frozenset[str]

    @property
    def order(self) -> tuple[float, str]:
        return -self.claim.confidence, self.claim.id

    @property
    def band(self) -> tuple[float, float]:
        """Between what a probability lies: one that is said of the contrary is turned round."""
        degree = self.claim.likelihood
        if degree is None:
            return 0.0, 1.0
        low, high = degree.low, degree.high
        return (1 - high, 1 - low) if self.claim.polarity is Polarity.NEGATED else (low, high)


def disagreements(claims: Sequence[Claim], documents: Mapping[str, Document] = _NONE) -> tuple[Disagreement, ...]:
    """Find what sources contradict each other about.

    Two claims are compared when they are about the same two and the same relation type, or types that the ontology declares
    contrary; when they are surely the word of different sources, speak of the same time, and do not name different issues. A time
    that a claim does not name is the year up to its document; who denies something may do so at any time after. Every contradicted
    claim is shown once at least, against the surest one on the other side; of what one source says of one time, the surest stands
    for all.

    Args:
        claims: Any claims.
        documents: Documents by id: they tell publishers, and when they were published.

    Returns:
        The disagreements, by subject, relation type, object, and their claims.

    >>> disagreements([])
    ()
    """
    groups = _groups(claims, documents)
    found: dict[tuple[str, str, DisagreementKind], Disagreement] = {}
    for key in sorted(groups):
        for one in (*_within(groups[key]), *_across(key, groups)):
            found.setdefault((one.first.id, one.second.id, one.kind), one)
    return tuple(sorted(found.values(), key=_order))


def _groups(claims: Iterable[Claim], documents: Mapping[str, Document]) -> dict[_Key, list[_Said]]:
    """What is said of each two in each relation type; of the same by one source of one time only the surest."""
    best: dict[_Key, dict[object, _Said]] = defaultdict(dict)
    for claim in claims:
        said = assertion(claim)
        if said is Assertion.NEITHER or claim.candidate:
            continue
        issues = frozenset(issue.entity.iri for issue in claim.issues if not issue.reason)
        one = _Said(claim, voice(claim, documents), stretch(claim, documents), said, issues)
        expected = claim.factuality if said in (Assertion.WILL, Assertion.WILL_NOT) else ""
        same = (one.voice, expected, said, one.time, one.band, issues)
        group = best[_key(claim)]
        group[same] = min(one, group.get(same, one), key=lambda known: known.order)
    return {key: sorted(group.values(), key=lambda known: known.order) for key, group in best.items()}


def _key(claim: Claim) -> _Key:
    ends = (claim.subject.entity.iri, claim.object.entity.iri)
    subject, target = sorted(ends) if claim.relation.symmetric else ends
    return subject, claim.relation.iri, target


def _within(group: Sequence[_Said]) -> Iterator[Disagreement]:
    by: dict[Assertion, list[_Said]] = defaultdict(list)
    for one in group:
        by[one.assertion].append(one)
    yield from _opposed(DisagreementKind.POLARITY, by[Assertion.IS], by[Assertion.IS_NOT])
    yield from _opposed(DisagreementKind.FACTUALITY, by[Assertion.IS], by[Assertion.IS_DENIED])
    for factuality in (Factuality.PLANNED, Factuality.PREDICTED):
        plain = [[one for one in by[side] if _plain(one, factuality)] for side in (Assertion.WILL, Assertion.WILL_NOT)]
        yield from _opposed(DisagreementKind.POLARITY, *plain)
    yield from _opposed(DisagreementKind.LIKELIHOOD, *_likely(group))


def _plain(one: _Said, factuality: Factuality) -> bool:
    return one.claim.factuality is factuality and one.claim.likelihood is None


def _likely(group: Sequence[_Said]) -> tuple[list[_Said], list[_Said]]:
    """What is expected with a probability, twice: each may be the more likely one."""
    weighed = [one for one in group if one.claim.likelihood]
    return weighed, weighed


def _across(key: _Key, groups: Mapping[_Key, Sequence[_Said]]) -> Iterator[Disagreement]:
    """Contrary relation types, each two once."""
    subject, relation, target = key
    for other in groups[key][0].claim.relation.contrary:
        theirs = groups.get((subject, other, target)) or ()
        if relation < other or (theirs and relation not in theirs[0].claim.relation.contrary):
            for side in (Assertion.IS, Assertion.WILL):
                sides = ([one for one in group if one.assertion is side and _believed(one)] for group in (groups[key], theirs))
                yield from _opposed(DisagreementKind.DIRECTION, *sides)


def _believed(one: _Said) -> bool:
    """Whether a claim is held to be so rather than not: that things may get better, or hardly will, denies no other course."""
    return one.claim.factuality is not Factuality.POSSIBLE and (one.claim.likelihood is None or one.band[0] >= _EVEN)


def _opposed(kind: DisagreementKind, yes: Sequence[_Said], no: Sequence[_Said]) -> Iterator[Disagreement]:
    """Each with the surest one that it contradicts, so that there are no more disagreements than claims."""
    for first in yes:
        second = next((other for other in no if _contradict(kind, first, other)), None)
        if second:
            yield _disagreement(kind, first, second)
    for second in no:
        chosen = next((other for other in yes if _contradict(kind, other, second)), None)
        if chosen:
            yield _disagreement(kind, chosen, second)


def _disagreement(kind: DisagreementKind, first: _Said, second: _Said) -> Disagreement:
    return Disagreement(kind, first.claim, second.claim, (first.voice, second.voice))


def _contradict(kind: DisagreementKind, first: _Said, second: _Said) -> bool:
    if not differ((first.claim, first.voice), (second.claim, second.voice)):
        return False
    timeless = kind is DisagreementKind.FACTUALITY and not (first.time.own and second.time.own)
    if not timeless and not first.time.meets(second.time):
        return False
    if first.issues and second.issues and not first.issues & second.issues:
        return False
    return kind is not DisagreementKind.LIKELIHOOD or first.band[0] >= second.band[1]


def _order(one: Disagreement) -> tuple[_Key, str, str, str]:
    return _key(one.first), one.kind, one.first.id, one.second.id
