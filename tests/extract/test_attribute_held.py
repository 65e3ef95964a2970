"""Who demands, hopes for or alleges what."""

import pytest

from kg.extract.argument import Grammar, Structure
from kg.extract.attribute import held, reporting_words
from kg.model import Factuality
from kg.ontology import Cue
from tests.extract.parses import read

WORDS = reporting_words(
    [
        Cue("demand", {"verb": frozenset({"urge"}), "noun": frozenset({"call", "pressure"})}, Factuality.DEMANDED, negates=False),
        Cue("blame", {"verb": frozenset({"accuse"})}, Factuality.ALLEGED, negates=False, reports=True),
    ],
    lambda name: frozenset({"want"}) if name == "wish-verb" else frozenset(),
)
URGES = "Falk/NNP/nsubj>urged urged~urge/VBD/ROOT Chad/NNP/dobj>urged to/TO/aux>leave leave/VB/xcomp>urged"
URGED = (
    "Chad/NNP/nsubjpass>urged was~be/VBD/auxpass>urged urged~urge/VBN/ROOT by/IN/agent>urged Falk/NNP/pobj>by to/TO/aux>leave "
    "leave/VB/xcomp>urged"
)
CALL = (
    "Falk/NNP/poss>call 's/POS/case>Falk call/NN/nsubj>failed on/IN/prep>call Chad/NNP/pobj>on to/TO/aux>leave leave/VB/acl>call "
    "failed~fail/VBD/ROOT"
)
BLAMED = (
    "Chad/NNP/nsubjpass>accused was~be/VBD/auxpass>accused accused~accuse/VBN/ROOT by/IN/agent>accused Falk/NNP/pobj>by of/IN/prep>Falk "
    "leaving~leave/VBG/pcomp>of"
)
PRESSURE = "Falk/NNP/nsubj>put put/VBD/ROOT pressure/NN/dobj>put on/IN/prep>put Chad/NNP/pobj>on to/TO/aux>leave leave/VB/advcl>put"

FACES = "Falk/NNP/nsubj>faces faces~face/VBZ/ROOT calls~call/NNS/dobj>faces for/IN/prep>calls leaving~leave/VBG/pcomp>for"


def found(notation):
    reading = read(notation)
    structure = Structure(reading.sentence.tokens, Grammar(addressing=frozenset({"pressure"})))
    text = reading.sentence.tokens.text
    reading = type(reading)(reading.sentence, structure, reading.mentions, reading.lexicon)
    return [
        (one.speaker and one.speaker.entity.label, one.cue, [span.of(text) for span in one.content_spans])
        for one in held([reading], WORDS)
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param(URGES, [("Zoe Falk", "urged", ["Chad to leave"])], id="verb"),
        pytest.param(URGED, [("Zoe Falk", "urged", ["to leave"])], id="passive"),
        pytest.param(URGED.replace("by/IN/agent>urged Falk/NNP/pobj>by ", ""), [], id="by nobody"),
        pytest.param(CALL, [("Zoe Falk", "call", ["on Chad to leave"])], id="noun"),
        pytest.param(CALL.replace("Falk/NNP/poss>call 's/POS/case>Falk", "a/DT/det>call"), [], id="of nobody"),
        pytest.param(PRESSURE, [("Zoe Falk", "pressure", ["to leave"])], id="noun of a verb"),
        pytest.param(FACES, [], id="whom calls meet makes none"),
        pytest.param(FACES.replace("faces~face", "makes~make").replace("faces", "makes"), [("Zoe Falk", "calls", ["for leaving"])], id="who makes it does"),
        pytest.param(URGES.replace("urged~urge", "accused~accuse").replace("urged", "accused"), [("Zoe Falk", "accused", ["Chad to leave"])], id="charge"),
        pytest.param(URGES.replace("urged~urge", "wanted~want").replace("urged", "wanted"), [("Zoe Falk", "wanted", ["Chad to leave"])], id="wish"),
        pytest.param(URGES.replace("urged~urge", "helped~help").replace("urged", "helped"), [], id="another verb"),
        pytest.param(BLAMED, [("Zoe Falk", "accused", ["of leaving"])], id="behind an agent"),
        pytest.param("Falk/NNP/nsubj>urged urged~urge/VBD/ROOT", [], id="nothing"),
    ],
)  # fmt: skip
def test_held(sentence, expected):
    assert found(sentence) == expected
