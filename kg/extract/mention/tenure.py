"""Tenures -> who held an office on a day, came before or after, or leads a state; only where it can be one alone."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from kg.ontology import Ontology, Tenure, term

__all__ = ["Tenures"]

# Somebody who is elected takes office within this many days, and somebody follows at once who follows within them.
_SOON = 150


class Tenures:
    """The tenures of the ontology, indexed once by holder and by office."""

    def __init__(self, ontology: Ontology) -> None:
        """Index the tenures.

        Args:
            ontology: What is known; its word list `leading-office` names by whom a state is led: "turkey president".
        """
        self._by_office: dict[tuple[str, str], list[Tenure]] = defaultdict(list)
        self._by_holder: dict[str, list[Tenure]] = defaultdict(list)
        for tenure in sorted(ontology.tenures, key=lambda tenure: (tenure.start, tenure.holder)):
            self._by_office[(tenure.role, tenure.of)].append(tenure)
            self._by_holder[tenure.holder].append(tenure)
        self._leading = {term(f"actor:{state}"): term(f"role:{role}") for state, role in ontology.pairs("leading-office").items()}

    def is_known(self, role: str, of: str) -> bool:
        """Whether anybody is known to have held an office."""
        return (role, of) in self._by_office

    def serves(self, holder: str, day: str) -> bool:
        """Whether somebody held any office on a day."""
        return any(tenure.start <= day <= _last(tenure) for tenure in self._by_holder.get(holder, ()))

    def holder(self, role: str, of: str, start: str, end: str = "") -> str:
        """Who held an office on a day, or all the time from one day to another.

        Args:
            role: The IRI of the office.
            of: The IRI of the state or body.
            start: A day, ISO 8601; empty for an unknown one.
            end: The last day, where it is another.

        Returns:
            The IRI of the holder; empty where there is none, or more than one.
        """
        if not start:
            return ""
        held = [t for t in self._by_office.get((role, of), ()) if t.start <= (end or start) and start <= _last(t)]
        return _only(tenure.holder for tenure in held)

    def predecessor(self, role: str, of: str, day: str) -> str:
        """Who held an office just before its holder on a day; empty where that is not known."""
        now, tenures = self.holder(role, of, day), self._by_office.get((role, of), ())
        if not now:
            return ""
        since = max(tenure.start for tenure in tenures if tenure.holder == now and tenure.start <= day)
        ended = [tenure for tenure in tenures if tenure.holder != now and tenure.end and _days(tenure.end, since) in range(_SOON)]
        return _only(tenure.holder for tenure in ended)

    def elect(self, role: str, of: str, day: str) -> str:
        """Who takes office soon after a day; empty where that is not known."""
        soon = [t for t in self._by_office.get((role, of), ()) if day and day < t.start and _days(day, t.start) < _SOON]
        return _only(tenure.holder for tenure in soon)

    def leader(self, of: str, day: str) -> str:
        """Who led a state on a day, where one office leads it."""
        return self.holder(self._leading[of], of, day) if of in self._leading else ""


def _last(tenure: Tenure) -> str:
    return tenure.end or "9999-12-31"


def _days(start: str, end: str) -> int:
    return (date.fromisoformat(end) - date.fromisoformat(start)).days


def _only(holders: Iterable[str]) -> str:
    found = set(holders)
    return found.pop() if len(found) == 1 else ""
