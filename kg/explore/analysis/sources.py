"""Claims -> who says what: claims by speaker, by outlet and by country; and sources side by side on the same pair."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from kg.explore.analysis.graphs import actors_of, meetings
from kg.explore.analysis.holding import Assertion, assertion
from kg.explore.analysis.tone import Count, tone
from kg.explore.analysis.voice import VoiceKind, voice
from kg.model import Actor, Claim, Document
from kg.ontology import local_name

__all__ = ["Source", "SourceKind", "SourceMeasures", "SourcePair", "side_by_side", "sources", "sources_of"]

_NONE: Mapping[str, Document] = {}
_Key = tuple["SourceKind", str]


class SourceKind(StrEnum):
    """What claims are put together by."""

    SPEAKER = "speaker"  # whose word they are
    OUTLET = "outlet"  # the publisher of the document that they stand in, whoever speaks there
    COUNTRY = "country"  # the state of the speaker


@dataclass(frozen=True, slots=True)
class Source:
    """Whom a claim comes from: an IRI or the name of an outlet, and what to call it."""

    kind: SourceKind
    key: str
    label: str


@dataclass(frozen=True, slots=True)
class SourceMeasures:
    """What a source says.

    Attributes:
        kind: How the source is known.
        key: An IRI, or the name of an outlet.
        label: Its name.
        claims: How many claims it makes.
        cooperation: Those between two actors that count as cooperation (see `tone`).
        conflict: Those that count as conflict.
        neutral: Those that count as neither.
        rejected: How many it negates or denies.
        about: The labels of the actors that it speaks of most.
    """

    kind: SourceKind
    key: str
    label: str
    claims: int
    cooperation: int
    conflict: int
    neutral: int
    rejected: int
    about: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SourcePair:
    """What one source says of a pair of which another speaks as well; claims by tone, and what it negates or denies."""

    first: Actor
    second: Actor
    kind: SourceKind
    key: str
    label: str
    claims: int
    cooperation: int
    conflict: int
    neutral: int
    rejected: int
    balance: float


def sources(claims: Sequence[Claim], documents: Mapping[str, Document] = _NONE) -> tuple[SourceMeasures, ...]:
    """Count what each source says.

    Args:
        claims: Any claims.
        documents: Documents by id, which tell publishers.

    Returns:
        The sources, by kind and falling number of claims.

    >>> sources([])
    ()
    """
    actors = actors_of(claims)
    names, by = _by_source(claims, documents, actors)
    found = []
    for (kind, key), some in by.items():
        count = Count.of(tone(one.claim) for one in meetings(some))
        about = Counter(iri for one in meetings(some) for iri in one.pair)
        most = sorted(about, key=lambda iri: (-about[iri], iri))[:3]
        signs, labels = (*_tones(count), _rejected(some)), tuple(actors[iri].label for iri in most)
        found.append(SourceMeasures(kind, key, names[kind, key], len(some), *signs, labels))
    order = list(SourceKind)
    return tuple(sorted(found, key=lambda one: (order.index(one.kind), -one.claims, one.key)))


def side_by_side(claims: Sequence[Claim], documents: Mapping[str, Document] = _NONE) -> tuple[SourcePair, ...]:
    """Put sources of one kind beside each other where they speak of the same pair.

    Args:
        claims: Any claims.
        documents: Documents by id, which tell publishers.

    Returns:
        A row for each pair and source, by pair (those that most sources speak of first), kind and source.

    >>> side_by_side([])
    ()
    """
    actors = actors_of(claims)
    names, by = _by_source(claims, documents, actors)
    found: dict[tuple[tuple[str, str], SourceKind], list[SourcePair]] = defaultdict(list)
    for (kind, key), some in by.items():
        between: dict[tuple[str, str], list[Claim]] = defaultdict(list)
        for one in meetings(some):
            between[one.pair].append(one.claim)
        for pair, said in between.items():
            ends, source = (actors[pair[0]], actors[pair[1]]), (key, names[kind, key])
            found[pair, kind].append(_source_pair(ends, kind, source, said))
    order = list(SourceKind)
    groups = [(place, sorted(rows, key=lambda row: (-row.claims, row.key))) for place, rows in found.items() if len(rows) > 1]
    groups.sort(key=lambda group: (-len(group[1]), group[0][0], order.index(group[0][1])))
    return tuple(row for _, rows in groups for row in rows)


def _source_pair(pair: tuple[Actor, Actor], kind: SourceKind, source: tuple[str, str], said: Sequence[Claim]) -> SourcePair:
    count = Count.of(map(tone, said))
    return SourcePair(*pair, kind, *source, len(said), *_tones(count), _rejected(said), count.balance)


def _tones(count: Count) -> tuple[int, int, int]:
    return count.cooperation, count.conflict, count.neutral


def _rejected(claims: Iterable[Claim]) -> int:
    return sum(assertion(claim) in (Assertion.IS_NOT, Assertion.IS_DENIED, Assertion.WILL_NOT) for claim in claims)


def sources_of(claim: Claim, documents: Mapping[str, Document] = _NONE) -> Iterator[Source]:
    """The sources of a claim, of each kind one at most; a country has its IRI's last part for a name.

    Args:
        claim: A claim.
        documents: Documents by id, which tell publishers.

    Yields:
        The outlet, then the speaker and its country, where they are known.
    """
    document = documents.get(claim.evidence.document)
    outlet = (document.publisher if document else "") or claim.source
    yield Source(SourceKind.OUTLET, outlet, outlet)
    said = voice(claim, documents)
    if said.kind is VoiceKind.SPEAKER:
        yield Source(SourceKind.SPEAKER, said.key, said.label)
    if said.country:
        yield Source(SourceKind.COUNTRY, said.country, local_name(said.country))


def _by_source(
    claims: Sequence[Claim], documents: Mapping[str, Document], actors: Mapping[str, Actor]
) -> tuple[dict[_Key, str], dict[_Key, list[Claim]]]:
    names: dict[_Key, str] = {}
    by: dict[_Key, list[Claim]] = defaultdict(list)
    for claim in claims:
        for one in sources_of(claim, documents):
            label = actors[one.key].label if one.key in actors else one.label
            names[one.kind, one.key] = min(label, names.get((one.kind, one.key), label))
            by[one.kind, one.key].append(claim)
    return names, by
