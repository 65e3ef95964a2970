"""Who has, or had, which role on the day of a document."""

import pytest

from kg.extract.corefer.office import Offices, Term, terms
from kg.ontology import Tenure
from tests.extract.ontologies import actor, ontology
from tests.extract.parses import CHAD, FALK, NORWAY, OKORO, UNION
from tests.extract.pointing import ROLES

EARLY = Term("envoy", CHAD, "2010-01-01", "2015-12-31")
LATE = Term("minister", NORWAY, "2020-01-01")
NOW, ONCE = Term("analyst", None), Term("adviser", UNION)


def offices(day):
    found = Offices({FALK.iri: (EARLY, LATE)}, day)
    found.introduce(FALK.iri, NOW, former=False)
    found.introduce(FALK.iri, ONCE, former=True)
    return found


@pytest.mark.parametrize(
    ("day", "present", "past", "official"),
    [
        pytest.param("2009-01-01", [NOW], [NOW, ONCE], False, id="before all"),
        pytest.param("2012-01-01", [NOW, EARLY], [NOW, ONCE, EARLY], True, id="in the first term"),
        pytest.param("2015-12-31", [NOW, EARLY], [NOW, ONCE, EARLY], True, id="on its last day"),
        pytest.param("2017-01-01", [NOW], [NOW, ONCE, EARLY], False, id="between two"),
        pytest.param("2024-01", [NOW, LATE], [NOW, ONCE, EARLY, LATE], True, id="in one that has no end, in a month"),
        pytest.param("", [NOW], [NOW, ONCE, EARLY, LATE], False, id="on no day that is known"),
    ],
)
def test_what_a_person_is_and_was(day, present, past, official):
    found = offices(day)
    assert [*found.present(FALK.iri)] == present
    assert [*found.past(FALK.iri)] == past
    assert found.is_official(FALK.iri) is official


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        pytest.param("2012-01-01", CHAD, id="of the first term"),
        pytest.param("2024-01-01", NORWAY, id="of the second"),
        pytest.param("2017-01-01", None, id="of none"),
    ],
)
def test_for_whom_a_person_speaks(day, expected):
    assert offices(day).body(FALK.iri) == expected


def test_what_the_text_says_goes_first():
    found = offices("2024-01-01")
    found.introduce(FALK.iri, Term("envoy", UNION), former=False)
    assert found.body(FALK.iri) == UNION


def test_of_others_nothing_is_known():
    found = offices("2024-01-01")
    assert ([*found.present(OKORO.iri)], [*found.past(OKORO.iri)], found.is_official(OKORO.iri)) == ([], [], False)


def test_terms_of_the_ontology():
    minister = ROLES["minister"]
    known = ontology(
        actors=map(actor, (NORWAY, CHAD, FALK, OKORO)),
        roles=[minister],
        tenures=[
            Tenure(FALK.iri, minister.iri, NORWAY.iri, "2020-01-01", "2021-01-01"),
            Tenure(FALK.iri, minister.iri, CHAD.iri, "2022-01-01"),
        ],
    )
    assert terms(known) == {
        FALK.iri: (Term("minister", NORWAY, "2020-01-01", "2021-01-01"), Term("minister", CHAD, "2022-01-01")),
    }
