"""What one frame would find in a sentence, or what is missing for it."""

import pytest

from kg.extract.frame import compile_frame
from kg.extract.trial import Filler, Named, try_pattern
from kg.model import Alignment, Document, RelationGroup
from kg.ontology import Frame
from tests.extract.ontologies import lemmatize, ontology, relation
from tests.extract.parses import read

ATTACKS = "Norway/NNP/nsubj>attacked attacked~attack/VBD/ROOT Chad/NNP/dobj>attacked"
SOMEBODY = "Somebody/NN/nsubj>attacked attacked~attack/VBD/ROOT Chad/NNP/dobj>attacked"
NOUN = "Norway/NNP/nsubj>feared feared~fear/VBD/ROOT attacks~attack/NNS/dobj>feared"
SANCTIONS = (
    "Oslo/NNP/nsubj>imposed imposed~impose/VBD/ROOT sanctions~sanction/NNS/dobj>imposed on/IN/prep>sanctions Chad/NNP/pobj>on "
    "over/IN/prep>imposed fishing/NN/pobj>over"
)
APART = "Sanctions~sanction/NNS/nsubj>hurt hurt/VBD/ROOT and/CC/cc>hurt Norway/NNP/nsubj>imposed imposed~impose/VBD/conj>hurt order/NN/dobj>imposed"
TALKS = "talks~talk/NNS/nsubj>failed between/IN/prep>talks Norway/NNP/pobj>between and/CC/cc>Norway farmers/NNS/conj>Norway failed~fail/VBD/ROOT"
TWICE = ATTACKS + " and/CC/cc>attacked hit/VBD/conj>attacked Kenya/NNP/dobj>hit"
BY_ITSELF = "Norway/NNP/nsubj>attacked attacked~attack/VBD/ROOT"
TWO_ATTACKS = (
    "Norway/NNP/nsubj>attacked attacked~attack/VBD/ROOT while/IN/mark>struck somebody/NN/nsubj>struck struck~attack/VBD/advcl>attacked "
    "Chad/NNP/dobj>struck"
)


def tried(frame, sentence, **options):
    reading = read(sentence)
    entry = relation("acts", group=RelationGroup.ACT, takes="actor issue", **options)
    text = " " * reading.sentence.offset + str(reading.sentence.tokens.doc.text)
    document = Document("a", "-", text, text, Alignment((0,), (0,)), ())
    pattern = compile_frame(Frame(frame, entry.relation.iri), entry, ontology(), lemmatize)
    return try_pattern(pattern, [reading], document)


def test_who_fills_the_places_by_which_words():
    (match,) = tried("X imposes sanctions on Y over Z", SANCTIONS).matches
    assert match.fillers == (
        Filler("X", "Norway", "Oslo", "capital"),
        Filler("Y", "Chad", "Chad"),
        Filler("Z", "fishing", "fishing"),
    )
    assert match.words == ("imposed", "sanctions")


def test_every_place_in_the_sentence_is_shown():
    matches = tried("X attacks|hits Y", TWICE).matches
    assert [match.words for match in matches] == [("attacked",), ("hit",)]


@pytest.mark.parametrize(
    ("frame", "sentence", "reasons"),
    [
        pytest.param("X slams Y", ATTACKS, ['no form of "slams" stands there'], id="no such word"),
        pytest.param("X slams|scolds Y", ATTACKS, ['no form of "slams" or "scolds" stands there'], id="none of several words"),
        pytest.param(
            "X imposes new tariffs on Y",
            SANCTIONS,
            ['no form of "tariffs" stands there', 'no form of "new" stands there'],
            id="no such noun, no such adjective",
        ),
        pytest.param("X attacks Y", NOUN, ['"attacks" stands there, but a verb was expected'], id="another class"),
        pytest.param("X's attack on Y", ATTACKS, ['"attack" stands there, but a noun was expected'], id="a verb for a noun"),
        pytest.param("X imposes sanctions on Y", APART, ["its words stand there, but not in this construction"], id="words apart"),
        pytest.param("X attacks Y", SOMEBODY, ["nobody and nothing that is known fills X"], id="nobody fills X"),
        pytest.param("X attacks Y", BY_ITSELF, ["nobody and nothing that is known fills Y"], id="nobody fills Y"),
        pytest.param("talks between X and Y", TALKS, ["nobody and nothing that is known fills X and Y"], id="no pair"),
        pytest.param(
            "X * Y", ATTACKS, ['"*" stands for its main word, which has to be one that can be looked for'], id="no word to look for"
        ),
        pytest.param(
            "X attacks Y", TWO_ATTACKS, ["X and Y are not filled at the same words, or both by the same"], id="X here and Y there"
        ),
    ],
)
def test_what_is_missing(frame, sentence, reasons):
    trial = tried(frame, sentence)
    assert (trial.matches, list(trial.reasons)) == ((), reasons)


def test_who_is_named_and_as_what():
    assert tried("X slams Y", SANCTIONS).named == (
        Named("Oslo", "Norway", "actor"),
        Named("Chad", "Chad", "actor"),
        Named("fishing", "fishing", "issue"),
    )


def test_a_match_has_no_reasons():
    assert tried("X attacks Y", ATTACKS).reasons == ()
