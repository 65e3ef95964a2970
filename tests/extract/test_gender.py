"""Whether a person is a woman or a man, as far as that is known."""

from dataclasses import replace

import pytest

from kg.extract.corefer.gender import FEMALE, MALE, Genders, genders
from kg.model import Actor, ActorKind
from kg.ontology import term
from tests.extract.ontologies import actor, ontology
from tests.extract.parses import FALK, MARSH, NORWAY, OKORO, SILVA


def person(label, *, known=True):
    return Actor(term("actor:" + label.lower().replace(" ", "-")), label, ActorKind.PERSON, known)


KNOWN = [
    (FALK, FEMALE),
    (OKORO, MALE),
    (person("Zoe Lund"), FEMALE),
    (person("Kim Berg"), FEMALE),
    (person("Kim Moe"), MALE),
    (person("Ana"), FEMALE),
    (SILVA, ""),
    (NORWAY, ""),
]
GENDERS = genders(ontology(actors=[replace(actor(one), gender=gender) for one, gender in KNOWN]))


def test_what_follows_from_the_ontology():
    assert set(GENDERS.persons) == {one.iri for one, gender in KNOWN if gender}
    assert GENDERS.first_names == {"Ben": MALE, "Zoe": FEMALE}


def test_first_names_of_the_lists_count_unless_a_known_person_contradicts():
    listed = replace(ontology(actors=[replace(actor(OKORO), gender=MALE)]), word_lists={"female-first-name": ("Ben", "Ida")})
    assert genders(listed).first_names == {"Ida": FEMALE}


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        pytest.param(FALK, FEMALE, id="of herself"),
        pytest.param(SILVA, "", id="not said"),
        pytest.param(person("Zoe Moe", known=False), FEMALE, id="by a first name"),
        pytest.param(person("Zoe Moe"), "", id="not of whom the ontology knows"),
        pytest.param(person("Kim Vik", known=False), "", id="a name of women and men"),
        pytest.param(person("Ana Vik", known=False), "", id="a single name is no first name"),
        pytest.param(MARSH, "", id="a name of nobody known"),
    ],
)
def test_of(one, expected):
    assert GENDERS.of(one) == expected


def test_nothing_is_known_by_default():
    assert Genders().of(FALK) == ""
