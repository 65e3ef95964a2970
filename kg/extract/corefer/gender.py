"""Ontology -> whether a person is a woman or a man, as far as that is known: of themselves, or by a first name."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from kg.model import Actor
from kg.ontology import Ontology

__all__ = ["FEMALE", "MALE", "Genders", "genders"]

FEMALE, MALE = "female", "male"


@dataclass(frozen=True, slots=True)
class Genders:
    """The gender of known persons by IRI, and of first names that only women, or only men, of the ontology have."""

    persons: Mapping[str, str] = field(default_factory=dict)
    first_names: Mapping[str, str] = field(default_factory=dict)

    def of(self, actor: Actor) -> str:
        """`FEMALE`, `MALE`, or empty where nothing is known.

        >>> from kg.model import ActorKind
        >>> Genders(first_names={"Anna": FEMALE}).of(Actor("x", "Anna Berg", ActorKind.PERSON, known=False))
        'female'
        """
        return self.persons.get(actor.iri) or ("" if actor.known else self.first_names.get(actor.label.split()[0], ""))


def genders(ontology: Ontology) -> Genders:
    """What the ontology says of persons and first names, and what follows from the persons for other first names."""
    persons = {iri: entry.gender for iri, entry in ontology.actors.items() if entry.gender}
    names: dict[str, set[str]] = defaultdict(set)
    for gender in (FEMALE, MALE):
        for name in ontology.words(f"{gender}-first-name"):
            names[name].add(gender)
    for iri, gender in persons.items():
        words = ontology.actors[iri].actor.label.split()
        if len(words) > 1:
            names[words[0]].add(gender)
    return Genders(persons, {name: found.pop() for name, found in sorted(names.items()) if len(found) == 1})
