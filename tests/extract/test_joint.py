"""A role that people have in several states is one of each of them."""

from dataclasses import replace

import pytest

from kg.extract.corefer.joint import joint_roles
from kg.model import Argument, Span
from tests.extract.parses import CHAD, NORWAY, parse
from tests.extract.world import WORLD, named

LEFT = "left~leave/VBD/ROOT"
TROOPS = "troops/NNS/nsubj>left"
OF = "of/IN/prep>troops"


def groups(notation, reflexive=(), **pointed):
    world = replace(WORLD, word_lists={"reflexive": reflexive})
    sentence = parse(notation)
    (mentions,) = named(sentence)
    anaphors = {t.i: tuple(Argument(state, Span(0, 1)) for state in pointed[t.text]) for t in sentence.words if t.text in pointed}
    found = dict(joint_roles(sentence, mentions, anaphors, world))
    return [(one.entity.label, one.entity.country) for ends in found.values() for one in ends]


BOTH = [("Norwegian troops", NORWAY.iri), ("Chadian troops", CHAD.iri)]


@pytest.mark.parametrize(
    "notation",
    [
        pytest.param(f"Norwegian/JJ/amod>troops and/CC/cc>Norwegian Chadian/JJ/conj>Norwegian {TROOPS} {LEFT}", id="adjectives"),
        pytest.param(f"{TROOPS} {OF} Norway/NNP/pobj>of and/CC/cc>Norway Chad/NNP/conj>Norway {LEFT}", id="of"),
        pytest.param(f"{TROOPS} from/IN/prep>troops Norway/NNP/pobj>from and/CC/cc>Norway Chad/NNP/conj>Norway {LEFT}", id="from"),
    ],
)
def test_those_of_each_state(notation):
    assert groups(notation) == BOTH


def test_those_of_both_countries():
    assert groups(f"{TROOPS} {OF} both/DT/det>countries countries/NNS/pobj>of {LEFT}", countries=(NORWAY, CHAD)) == BOTH


def test_an_office_is_somebodys_in_each_state():
    notation = f"ministers~minister/NNS/nsubj>left of/IN/prep>ministers Peru/NNP/pobj>of and/CC/cc>Peru Kenya/NNP/conj>Peru {LEFT}"
    assert [label for label, _ in groups(notation)] == ["Peru minister", "Kenya minister"]


@pytest.mark.parametrize(
    "notation",
    [
        pytest.param(f"Norwegian/JJ/amod>troops {TROOPS} {LEFT}", id="of one state"),
        pytest.param(
            f"minister/NN/nsubj>left of/IN/prep>minister Norway/NNP/pobj>of and/CC/cc>Norway Chad/NNP/conj>Norway {LEFT}",
            id="one person",
        ),
        pytest.param(f"{TROOPS} {OF} Norway/NNP/pobj>of and/CC/cc>Norway Institute/NNP/conj>Norway {LEFT}", id="not only states"),
        pytest.param(
            f"{TROOPS} in/IN/prep>troops Norway/NNP/pobj>in and/CC/cc>Norway Chad/NNP/conj>Norway {LEFT}", id="where they are"
        ),
    ],
)
def test_nobody_else(notation):
    assert groups(notation) == []


def test_what_they_do_to_each_other_is_crosswise():
    notation = f"Norway/NNP/nsubj>left {LEFT} each/DT/det>other other/JJ/poss>troops 's/POS/case>other troops/NNS/dobj>left"
    assert groups(notation, other=(NORWAY, CHAD)) == BOTH, "without the list of reciprocals it is like any other word"
    assert groups(notation, reflexive=("each other",), other=(NORWAY, CHAD)) == []
