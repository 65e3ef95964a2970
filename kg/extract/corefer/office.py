"""Ontology and text -> who has, or had, which role on the day of a document, and for whom they speak."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from kg.model import Actor
from kg.ontology import Ontology

__all__ = ["Offices", "Term", "terms"]


@dataclass(frozen=True, slots=True)
class Term:
    """A role, by its label, that somebody has in a state or body, from one day to another (ISO 8601; either may be empty)."""

    role: str
    of: Actor | None
    start: str = ""
    end: str = ""


def terms(ontology: Ontology) -> dict[str, tuple[Term, ...]]:
    """The terms of office that the ontology knows, by the IRI of the holder."""
    found: dict[str, list[Term]] = defaultdict(list)
    for tenure in ontology.tenures:
        of = ontology.actors[tenure.of].actor
        found[tenure.holder].append(Term(ontology.roles[tenure.role].label, of, tenure.start, tenure.end))
    return {holder: tuple(held) for holder, held in found.items()}


@dataclass(slots=True)
class Offices:
    """Who has which role on a day, by what the ontology knows and by what the text says as it goes on.

    `day` is ISO 8601, or empty where it is not known: then all that the ontology knows is past.
    """

    known: Mapping[str, tuple[Term, ...]] = field(default_factory=dict)
    day: str = ""
    _now: dict[str, list[Term]] = field(default_factory=lambda: defaultdict(list))
    _once: dict[str, list[Term]] = field(default_factory=lambda: defaultdict(list))

    def introduce(self, person: str, term: Term, *, former: bool) -> None:
        """The text introduces a person with a role."""
        (self._once if former else self._now)[person].append(term)

    def present(self, person: str) -> Iterator[Term]:
        """What a person is on the day."""
        yield from self._now.get(person, ())
        yield from self._known_now(person)

    def is_official(self, person: str) -> bool:
        """Whether the ontology knows of a role that a person has on the day."""
        return any(True for _ in self._known_now(person))

    def past(self, person: str) -> Iterator[Term]:
        """What a person is or was, as of the day."""
        yield from self._now.get(person, ())
        yield from self._once.get(person, ())
        yield from (term for term in self.known.get(person, ()) if not self.day or term.start <= self.day)

    def body(self, person: str) -> Actor | None:
        """The state or body in which a person has a role, and for which they speak as "we"."""
        return next((term.of for term in self.present(person) if term.of is not None), None)

    def _known_now(self, person: str) -> Iterator[Term]:
        known = self.known.get(person, ()) if self.day else ()
        return (term for term in known if term.start <= self.day <= (term.end or self.day))
