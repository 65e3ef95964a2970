"""Headings in title case, read in the letters of a sentence."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.heading import Ordinary, in_sentence_case
from tests.extract.ontologies import actor, ontology, relation
from tests.extract.parses import NORWAY, UNION

ORDINARY = Ordinary(frozenset({"reject", "offer", "over", "union"}), frozenset({"Norway", "Customs Union", "Union"}))


def lemmas(word):
    return iter([word.removesuffix("s")])


def lowered(text):
    return in_sentence_case(text, lambda: ORDINARY, lemmas)


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        pytest.param("Norway Rejects Customs Offer", "Norway rejects Customs offer", id="verb and noun"),
        pytest.param("Norway Rejects Chad's Offers Over Oil", "Norway rejects Chad's offers over Oil", id="more of them"),
        pytest.param("Offer Rejects Norway", "Offer rejects Norway", id="the first word and a name"),
        pytest.param("Norway Rejects Customs Union Offer", "Norway rejects Customs Union offer", id="a name of two words"),
        pytest.param("Norway rejects Customs Offer", "Norway rejects Customs Offer", id="no title case"),
        pytest.param("Norway Rejects", "Norway Rejects", id="too short to tell"),
        pytest.param("NORWAY REJECTS OFFER", "NORWAY REJECTS OFFER", id="all capitals"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_in_sentence_case(heading, expected):
    assert lowered(heading) == expected


@given(st.text(alphabet=string.ascii_letters + " -'\u2019ßİ", max_size=80))
def test_nothing_moves(heading):
    assert len(lowered(heading)) == len(heading)
    assert lowered(heading).lower() == heading.lower()


def test_the_words_of_an_ontology():
    known = ontology(
        relations=[relation("rejects", "X rejects|rebuffs Y's *")], actors=[actor(NORWAY, adjective="Norwegian"), actor(UNION)]
    )
    words = Ordinary.of(known)
    assert {"rejects", "rebuffs"} <= words.words
    assert {"Norway", "Norwegian", UNION.label} <= words.names
    assert words.covers("Rejects", lemmas)
    assert not words.covers("Norway", lemmas)
