"""Ontology -> the word lists that telling names from other words needs."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kg.ontology import Ontology, term

__all__ = ["NameWords"]

_FOR, _AGAINST = "homonym-", "-itself"


@dataclass(frozen=True, slots=True)
class NameWords:
    """Lists of `ontology/words.ttl` around names.

    `homonyms` maps the IRI of an actor to words that show that its name means something else, and to those that show the actor;
    `attributive` are labels that stand before nouns as adjectives do; `places` maps cities and regions to the IRI of their state,
    `shorts` short names to whom they stand for where the text names it, `stateless` roles to what those are called who have them
    in no state.
    """

    first_names: frozenset[str] = frozenset()
    honorifics: frozenset[str] = frozenset()
    female_titles: frozenset[str] = frozenset()
    male_titles: frozenset[str] = frozenset()
    place_heads: frozenset[str] = frozenset()
    place_prefixes: frozenset[str] = frozenset()
    place_prepositions: frozenset[str] = frozenset()
    origins: frozenset[str] = frozenset()
    place_verbs: frozenset[str] = frozenset()
    place_nouns: frozenset[str] = frozenset()
    treaty_heads: frozenset[str] = frozenset()
    namesakes: frozenset[str] = frozenset()
    regions: frozenset[str] = frozenset()
    body_heads: frozenset[str] = frozenset()
    body_prefixes: frozenset[str] = frozenset()
    lonely_roles: frozenset[str] = frozenset()
    local_roles: frozenset[str] = frozenset()
    passive_roles: frozenset[str] = frozenset()
    multitudes: frozenset[str] = frozenset()
    harms: frozenset[str] = frozenset()
    stateless: Mapping[str, str] = field(default_factory=dict)
    collectives: frozenset[str] = frozenset()
    patients: frozenset[str] = frozenset()
    person_verbs: frozenset[str] = frozenset()
    body_verbs: frozenset[str] = frozenset()
    person_object_verbs: frozenset[str] = frozenset()
    person_possessions: frozenset[str] = frozenset()
    person_nouns: frozenset[str] = frozenset()
    past: frozenset[str] = frozenset()
    previous: frozenset[str] = frozenset()
    months: frozenset[str] = frozenset()
    homonyms: Mapping[str, tuple[frozenset[str], frozenset[str]]] = field(default_factory=dict)
    places: Mapping[str, str] = field(default_factory=dict)
    shorts: Mapping[str, str] = field(default_factory=dict)
    attributive: frozenset[str] = frozenset()

    @classmethod
    def of(cls, ontology: Ontology) -> "NameWords":
        """The lists of an ontology; those that it does not have are empty."""
        return cls(
            first_names=ontology.word_set("first-name"),
            honorifics=ontology.word_set("honorific"),
            female_titles=ontology.word_set("female-title"),
            male_titles=ontology.word_set("male-title"),
            place_heads=ontology.word_set("place-head"),
            place_prefixes=ontology.word_set("place-prefix"),
            place_prepositions=ontology.word_set("within-preposition"),
            origins=ontology.word_set("origin-preposition"),
            place_verbs=ontology.word_set("site-verb"),
            place_nouns=ontology.word_set("site-noun"),
            treaty_heads=ontology.word_set("treaty-head"),
            namesakes=ontology.word_set("namesake-noun"),
            regions=ontology.word_set("american-state"),
            body_heads=ontology.word_set("body-head"),
            body_prefixes=ontology.word_set("body-prefix"),
            lonely_roles=frozenset(term(f"role:{name}") for name in ontology.words("lonely-role")),
            local_roles=frozenset(term(f"role:{name}") for name in ontology.words("local-role")),
            passive_roles=frozenset(term(f"role:{name}") for name in ontology.words("passive-role")),
            multitudes=ontology.word_set("multitude"),
            harms=ontology.word_set("treatment-verb"),
            stateless={term(f"role:{role}"): label for role, label in ontology.pairs("stateless-role").items()},
            collectives=ontology.word_set("collective"),
            patients=ontology.word_set("actor-preposition"),
            person_verbs=ontology.word_set("person-verb"),
            body_verbs=ontology.word_set("body-verb"),
            person_object_verbs=ontology.word_set("person-object-verb"),
            person_possessions=ontology.word_set("person-possession"),
            person_nouns=ontology.word_set("person-noun") | ontology.word_set("counterpart"),
            past=ontology.word_set("past-role"),
            previous=ontology.word_set("previous-role"),
            months=ontology.word_set("month-surname"),
            homonyms=_homonyms(ontology),
            places={name: term(f"actor:{state}") for name, state in ontology.pairs("city").items()},
            shorts={name: term(f"actor:{state}") for name, state in ontology.pairs("short-name").items()},
            attributive=ontology.word_set("attributive-name"),
        )


def _homonyms(ontology: Ontology) -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    names = [
        name.removeprefix(_FOR) for name in sorted(ontology.word_lists) if name.startswith(_FOR) and not name.endswith(_AGAINST)
    ]
    return {term(f"actor:{name}"): (ontology.word_set(_FOR + name), ontology.word_set(_FOR + name + _AGAINST)) for name in names}
