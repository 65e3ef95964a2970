"""What somebody asks for, blames, praises, promises or refuses."""

import pytest

from kg.extract.attribute import ReportingWords, attributions, stances
from kg.model import Span
from tests.extract.parses import FALK, read

WORDS = ReportingWords(
    frozenset({"say"}),
    frozenset(),
    (),
    stances=frozenset({"condemn", "call", "call for", "call on"}),
    intentions=frozenset({"refuse"}),
    topics=frozenset({"as", "for"}),
    selves=frozenset({"i"}),
    asides=frozenset({"call"}),
)
CONDEMNED = "Falk/NNP/nsubj>condemned condemned~condemn/VBD/ROOT the/DT/det>vote vote/NN/dobj>condemned"
CALLED = "Falk/NNP/nsubj>called called~call/VBD/ROOT Chad/NNP/dobj>called weak/JJ/oprd>called"
DISCUSSED = (
    "Falk/NNP/nsubj>condemned condemned~condemn/VBD/ROOT Chad/NNP/dobj>condemned ,/,/punct>Chad which/WDT/nsubj>left "
    "left~leave/VBD/relcl>Chad ,/,/punct>Chad as/IN/prep>condemned weak/JJ/amod>as"
)
PASSIVE = (
    "Chad/NNP/nsubjpass>condemned was~be/VBD/auxpass>condemned condemned~condemn/VBN/ROOT for/IN/prep>condemned war/NN/pobj>for"
)
FOR = "Falk/NNP/nsubj>called called~call/VBD/ROOT for/IN/prep>called talks/NN/pobj>for"
ON = "Falk/NNP/nsubj>called called~call/VBD/ROOT on/IN/prep>called Chad/NNP/pobj>on to/TO/aux>leave leave/VB/xcomp>called"
REFUSED = "Falk/NNP/nsubj>refused refused~refuse/VBD/ROOT to/TO/aux>leave leave/VB/xcomp>refused"
BETWEEN = "Falk/NNP/nsubj>called called~call/VBD/ROOT Chad/NNP/dobj>called today/RB/advmod>called as/IN/prep>called weak/JJ/amod>as"


def found(notation, quotes=(), words=WORDS):
    reading = read(notation)
    text = reading.sentence.tokens.text
    said = attributions([reading], words, quotes)
    return [
        ([span.of(text) for span in a.source_spans], a.cue, [span.of(text) for span in a.content_spans])
        for a in stances([reading], words, said, quotes)
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param(CONDEMNED, (["Falk"], "condemned", ["the vote"]), id="blame"),
        pytest.param(CALLED, (["Falk"], "called", ["Chad weak"]), id="a name that is given"),
        pytest.param(DISCUSSED, (["Falk"], "condemned", ["Chad, which left, as weak"]), id="added between"),
        pytest.param(BETWEEN, (["Falk"], "called", ["Chad today as weak"]), id="between object and what is said of it"),
        pytest.param(PASSIVE, ([], "condemned", ["Chad", "for war"]), id="by nobody"),
        pytest.param(FOR, (["Falk"], "called", ["for talks"]), id="with a preposition"),
        pytest.param(ON, (["Falk"], "called", ["on Chad to leave"]), id="somebody to do something"),
        pytest.param(REFUSED, (["Falk"], "refused", ["to leave"]), id="refusal"),
    ],
)
def test_stances(sentence, expected):
    assert found(sentence) == [expected]


def test_a_clause_that_only_adds_is_no_part_of_it():
    sentence = DISCUSSED.split(" ,/,/punct>Chad as/", maxsplit=1)[0]
    assert found(sentence) == [(["Falk"], "condemned", ["Chad"])]


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("Falk/NNP/nsubj>condemned condemned~condemn/VBD/ROOT", id="nothing"),
        pytest.param("condemned~condemn/VBN/amod>plan plan/NN/ROOT", id="a mere modifier"),
        pytest.param("condemned~condemn/VBD/ROOT Chad/NNP/dobj>condemned", id="nobody"),
        pytest.param("Falk/NNP/nsubj>refused refused~refuse/VBD/ROOT tea/NN/dobj>refused", id="a thing"),
    ],
)
def test_no_stances(sentence):
    assert found(sentence) == []


def test_who_speaks_of_himself_in_a_quotation_is_quoted_already():
    sentence = CONDEMNED.replace("Falk/NNP", "I/PRP")
    assert found(sentence) == [(["I"], "condemned", ["the vote"])]
    assert found(sentence, [Span(0, 20)]) == []


def test_what_is_reported_is_not_found_again():
    words = ReportingWords(frozenset({"condemn"}), frozenset(), (), stances=frozenset({"condemn"}))
    sentence = CONDEMNED.replace("vote/NN/dobj", "vote/VB/ccomp")
    assert found(sentence, words=words) == []


def test_a_participle_behind_what_is_said_goes_on_with_the_speaker():
    sentence = (
        "Falk/NNP/nsubj>said said~say/VBD/ROOT Okoro/NNP/nsubj>left left~leave/VBD/ccomp>said ,/,/punct>left "
        "calling~call/VBG/advcl>left Chad/NNP/dobj>calling weak/JJ/oprd>calling"
    )
    reading = read(sentence)
    (said,) = attributions([reading], WORDS, ())
    assert said.content_spans == (Span(10, 20),)
    (named,) = stances([reading], WORDS, [said], ())
    assert named.speaker
    assert named.speaker.entity == FALK
