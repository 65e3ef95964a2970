"""Whom a relationship is between."""

import pytest

from kg.extract.pair import pair_of
from tests.extract.parses import CHAD, KENYA, NORWAY, PERU, read, token

BETWEEN = "talks~talk/NNS/nsubj>failed between/IN/prep>talks Norway/NNP/pobj>between and/CC/cc>Norway Chad/NNP/conj>Norway failed~fail/VBD/ROOT"
ON_VERB = (
    "tension/NN/nsubj>grew grew~grow/VBD/ROOT between/IN/prep>grew Norway/NNP/pobj>between and/CC/cc>Norway Chad/NNP/conj>Norway"
)
COMPOUND = "Norway/NNP/compound>Chad -/HYPH/punct>Chad Chad/NNP/compound>ties ties~tie/NNS/nsubj>froze froze~freeze/VBD/ROOT"
OWNED = (
    "Norway/NNP/poss>ties 's/POS/case>Norway ties~tie/NNS/nsubj>froze with/IN/prep>ties Chad/NNP/pobj>with froze~freeze/VBD/ROOT"
)
ADJECTIVE = "Norwegian/JJ/amod>ties ties~tie/NNS/nsubj>froze to/IN/prep>ties Chad/NNP/pobj>to froze~freeze/VBD/ROOT"
OF_WITH = (
    "talks~talk/NNS/nsubj>failed of/IN/prep>talks Norway/NNP/pobj>of with/IN/prep>talks Chad/NNP/pobj>with failed~fail/VBD/ROOT"
)
SUBJECT = "Norway/NNP/nsubj>improved improved~improve/VBD/ROOT ties~tie/NNS/dobj>improved with/IN/prep>ties Chad/NNP/pobj>with"
ON_THE_VERB = "Norway/NNP/nsubj>held held~hold/VBD/ROOT talks~talk/NNS/dobj>held with/IN/prep>held Chad/NNP/pobj>with"
NOBODY = "nobody/NN/nsubj>held held~hold/VBD/ROOT talks~talk/NNS/dobj>held with/IN/prep>held Chad/NNP/pobj>with"
AS_SUBJECT = "talks~talk/NNS/nsubj>failed with/IN/prep>talks Chad/NNP/pobj>with failed~fail/VBD/ROOT"
BILATERAL = "bilateral/JJ/amod>talks talks~talk/NNS/nsubj>failed failed~fail/VBD/ROOT"
COORDINATED = (
    "Norway/NNP/nsubj>compete and/CC/cc>Norway Chad/NNP/conj>Norway compete/VBP/ROOT and/CC/cc>compete tension/NN/nsubj>grows "
    "grows~grow/VBZ/conj>compete"
)
OF_OTHERS = COORDINATED.replace(
    "tension/NN/nsubj>grows", "the/DT/det>tension tension/NN/nsubj>grows in/IN/prep>tension Asia/NNP/pobj>in"
)
ONE_SIDE = "talks~talk/NNS/nsubj>failed between/IN/prep>talks Norway/NNP/pobj>between failed~fail/VBD/ROOT"
MAIN_CLAUSE = "tension/NN/nsubj>grows grows~grow/VBZ/ROOT"


@pytest.mark.parametrize(
    ("sentence", "noun", "expected"),
    [
        pytest.param(BETWEEN, "talks", [NORWAY, CHAD], id="between"),
        pytest.param(ON_VERB, "tension", [NORWAY, CHAD], id="between, on the verb"),
        pytest.param(COMPOUND, "ties", [NORWAY, CHAD], id="compound"),
        pytest.param(OWNED, "ties", [NORWAY, CHAD], id="genitive and with"),
        pytest.param(ADJECTIVE, "ties", [NORWAY, CHAD], id="adjective and to"),
        pytest.param(OF_WITH, "talks", [NORWAY, CHAD], id="of and with"),
        pytest.param(SUBJECT, "ties", [NORWAY, CHAD], id="with, and the subject"),
        pytest.param(ON_THE_VERB, "talks", [NORWAY, CHAD], id="with on the verb, and the subject"),
        pytest.param(COORDINATED, "tension", [NORWAY, CHAD], id="the subjects of the clause before"),
        pytest.param(OF_OTHERS, "tension", [], id="but not where it says whose it is"),
        pytest.param(NOBODY, "talks", [], id="no actor as subject"),
        pytest.param(AS_SUBJECT, "talks", [], id="one side alone"),
        pytest.param(ONE_SIDE, "talks", [], id="between one"),
        pytest.param(MAIN_CLAUSE, "tension", [], id="a bare noun"),
    ],
)
def test_pair_of(sentence, noun, expected):
    reading = read(sentence)
    one, other = pair_of(reading, token(reading.sentence, noun))
    assert [argument.entity for argument in (*one, *other)] == expected


def test_with_whom_a_third_has_ties_are_no_pair():
    reading = read(
        "Peru/NNP/nsubj>held held~hold/VBD/ROOT talks~talk/NNS/dobj>held with/IN/prep>talks Chad/NNP/pobj>with and/CC/cc>Chad Norway/NNP/conj>Chad"
    )
    one, other = pair_of(reading, token(reading.sentence, "talks"))
    assert ([a.entity for a in one], [a.entity for a in other]) == ([PERU], [CHAD, NORWAY])


def test_with_bilateral_it_is_the_pair_in_focus():
    reading = read(BILATERAL, dyad=(KENYA, PERU))
    found, _ = pair_of(reading, token(reading.sentence, "talks"))
    assert [(a.entity, a.reason, a.span.of(reading.sentence.text)) for a in found] == [
        (KENYA, "dyad in focus", "bilateral talks"),
        (PERU, "dyad in focus", "bilateral talks"),
    ]


def test_without_a_pair_in_focus_bilateral_is_nobodys():
    reading = read(BILATERAL)
    assert pair_of(reading, token(reading.sentence, "talks")) == ((), ())


def test_a_prefixed_name_is_not_one_of_the_two():
    reading = read("anti/JJ/compound>ties -/HYPH/punct>ties Chadian/JJ/amod>ties Norwegian/JJ/amod>ties ties~tie/NNS/ROOT")
    assert pair_of(reading, token(reading.sentence, "ties")) == ((), ())
