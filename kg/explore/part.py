"""Claims -> those that somebody wants to see: of an actor, about an issue, of a time, found by a query, the most important."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date

from kg.errors import QueryError
from kg.explore.lookup import Kind, Names
from kg.explore.query import QueryForm, QueryResult
from kg.explore.view.entity import entities
from kg.model import Actor, Claim, Document, Issue
from kg.ontology import PREFIXES

__all__ = ["Part", "described", "part"]

_Test = Callable[[Claim], bool]

_YEAR, _MONTH = 4, 7  # how many characters a date has that goes no further


@dataclass(frozen=True, slots=True)
class Part:
    """What is wanted; all of it must hold.

    Attributes:
        query: The answer of a query; claims that it names, and those of the actors and issues that it names.
        actor: Who must be an end of a claim, by any name (see `Names.find`); empty for anybody.
        issue: What a claim must be about, named likewise.
        since: The first day on which its document may be published (ISO 8601; a month or year begins with its first day).
        until: The last day (a month or year ends with its last day); claims of undated documents have neither.
        min_confidence: How sure it must be, from 0 to 1.
        top: Between how many actors and issues, the most important; 0 for all.
    """

    query: QueryResult | None = None
    actor: str = ""
    issue: str = ""
    since: str = ""
    until: str = ""
    min_confidence: float = 0.0
    top: int = 0


def part(claims: Sequence[Claim], documents: Mapping[str, Document], wanted: Part, names: Names) -> list[Claim]:
    """Choose claims.

    Args:
        claims: Any claims.
        documents: Their documents by id, for the dates.
        wanted: What must hold.
        names: The names of the graph that the claims are of.

    Returns:
        The claims for which it holds, in their order.

    Raises:
        QueryError: The query gives no rows, nobody has the name, or a date is none; the message says what was expected.
    """
    tests: list[_Test] = [
        *_found(wanted.query),
        *_named(names, wanted.actor, Kind.ACTOR, _actors),
        *_named(names, wanted.issue, Kind.ISSUE, _topics),
        *_dated(documents, wanted),
        lambda claim: claim.confidence >= wanted.min_confidence,
    ]
    kept = [claim for claim in claims if all(test(claim) for test in tests)]
    return _among(kept, wanted.top) if wanted.top else kept


def described(wanted: Part) -> str:
    """What is wanted in words, for the heading of a page; empty when it is everything.

    >>> described(Part(actor="Russia", since="2017", top=30))
    'actor Russia, since 2017, top 30'
    """
    given = {one.name: getattr(wanted, one.name) for one in fields(wanted)}
    words = ["of a query"] if given.pop("query") else []
    return ", ".join([*words, *(f"{name.replace('_', ' ')} {value}" for name, value in given.items() if value)])


def _found(result: QueryResult | None) -> list[_Test]:
    if result is None:
        return []
    if result.form is not QueryForm.ROWS:
        raise QueryError("--query: gives no rows, a SELECT query for claims, actors or issues was expected")
    iris = {getattr(term, "value", "") for row in result.rows for term in row}
    return [
        lambda claim: (
            f"{PREFIXES['claim']}{claim.id}" in iris or any(entity.iri in iris for entity in _topics(claim) + _actors(claim))
        )
    ]


def _actors(claim: Claim) -> list[Actor | Issue]:
    return [end for end in (claim.subject.entity, claim.object.entity) if isinstance(end, Actor)]


def _topics(claim: Claim) -> list[Actor | Issue]:
    ends = [end for end in (claim.subject.entity, claim.object.entity) if isinstance(end, Issue)]
    return [*ends, *(issue.entity for issue in claim.issues)]


def _named(names: Names, word: str, kind: Kind, of: Callable[[Claim], list[Actor | Issue]]) -> list[_Test]:
    if not word:
        return []
    iris = names.meant(word, [kind], f"--{kind.value}")
    return [lambda claim: any(entity.iri in iris for entity in of(claim))]


def _dated(documents: Mapping[str, Document], wanted: Part) -> list[_Test]:
    for option, value in (("--since", wanted.since), ("--until", wanted.until)):
        _check(option, value)

    def published(claim: Claim) -> str:
        return documents[claim.evidence.document].published if claim.evidence.document in documents else ""

    tests: list[_Test] = []
    if wanted.since:
        tests.append(lambda claim: _last(published(claim)) >= wanted.since)
    if wanted.until:
        tests.append(lambda claim: "" < published(claim) <= _last(wanted.until))
    return tests


def _last(day: str) -> str:
    """The last day that a year or month may have, so that dates of any length compare as strings."""
    if len(day) == _YEAR:
        return f"{day}-12-31"
    return f"{day}-31" if len(day) == _MONTH else day


def _check(option: str, day: str) -> None:
    whole = day + {_YEAR: "-01-01", _MONTH: "-01"}.get(len(day), "")
    try:
        right = not day or date.fromisoformat(whole).isoformat() == whole
    except ValueError:
        right = False
    if not right:
        raise QueryError(f"{option} {day}: no date, a day, month or year such as 2017-03-14, 2017-03 or 2017 was expected")


def _among(claims: Sequence[Claim], top: int) -> list[Claim]:
    """The claims whose ends are both among the most important of these claims."""
    iris = {entity.iri for entity in entities(claims)[:top]}
    return [claim for claim in claims if {claim.subject.entity.iri, claim.object.entity.iri} <= iris]
