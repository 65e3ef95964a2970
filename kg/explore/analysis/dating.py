"""Claim -> the time that it speaks of: that which it names, or else the year up to the day of its document."""

from collections.abc import Mapping
from dataclasses import dataclass

from kg.model import Claim, Document

__all__ = ["Stretch", "month", "stretch"]

_FIRST, _LAST = "0000-00-00", "9999-99-99"
_YEAR, _MONTH = len("2020"), len("2020-05")
_STARTS, _ENDS = "-01-01", "-12-31"
_NONE: Mapping[str, Document] = {}


@dataclass(frozen=True, slots=True)
class Stretch:
    """From a day to a day, both included, as ISO 8601 dates that compare as strings; `own` says that the claim names it."""

    start: str
    end: str
    own: bool

    def meets(self, other: "Stretch") -> bool:
        """Whether the two have a day in common.

        >>> Stretch("2020-01-01", "2020-12-31", True).meets(Stretch("2020-06-01", "2021-12-31", True))
        True
        """
        return self.start <= other.end and other.start <= self.end


def stretch(claim: Claim, documents: Mapping[str, Document] = _NONE) -> Stretch:
    """The time that a claim speaks of.

    Args:
        claim: A claim.
        documents: Documents by id, which tell when they were published.

    Returns:
        Its own time, open where the text leaves it open; without one, the year up to the day of its document: news is about what
        is new. All time where that is not known either.
    """
    if claim.time and (claim.time.start or claim.time.end):
        return Stretch(_day(claim.time.start, _STARTS) or _FIRST, _day(claim.time.end, _ENDS) or _LAST, own=True)
    published = _published(claim, documents)
    if not published:
        return Stretch(_FIRST, _LAST, own=False)
    end = _day(published, _ENDS)
    return Stretch(f"{int(end[:4]) - 1:04d}{end[4:]}", end, own=False)


def month(claim: Claim, documents: Mapping[str, Document] = _NONE) -> str:
    """When a claim holds, as precisely as a timeline needs.

    Args:
        claim: A claim.
        documents: Documents by id.

    Returns:
        Year and month, or the year where no more is known or the time is longer, of its own time (of its start, where that is years
        long) or of the day of its document; empty where neither is known.
    """
    if not claim.time or not (claim.time.start or claim.time.end):
        return _published(claim, documents)[:_MONTH]
    start, end = claim.time.start or claim.time.end, claim.time.end or claim.time.start
    ends = bool(claim.time.start and claim.time.end) or not (start.endswith(_STARTS) or end.endswith(_ENDS))  # "since 2016"
    within = ends and start[:_MONTH] == end[:_MONTH]
    return start[: _MONTH if within else _YEAR]


def _published(claim: Claim, documents: Mapping[str, Document]) -> str:
    document = documents.get(claim.evidence.document)
    return document.published if document and document.published[:4].isdecimal() else ""


def _day(value: str, rest: str) -> str:
    """A date, year-month or year as a day: its first or last one; every month may have 31, since days are only compared."""
    return value and value + rest[len(value) - len("2020") :]
