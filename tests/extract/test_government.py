"""A bare "the government" is that of the one state in focus, and of none in doubt."""

import pytest

from kg.extract.corefer.government import GovernmentWords, governments
from kg.extract.mention.mentions import Mentions
from kg.extract.mention.role import RoleHit
from kg.model import Mention
from kg.ontology import Role, RoleKind, term
from tests.extract.parses import CHAD, NORWAY, parse

CABINET = Role(term("role:cabinet"), "cabinet", ("cabinet",), RoleKind.GOVERNMENT)
WORDS = GovernmentWords(frozenset({"new"}), frozenset({"against"}), frozenset({"say"}))
STATES = {NORWAY.iri: NORWAY, CHAD.iri: CHAD}
NAMED = {"Norway": NORWAY, "Chad": CHAD}
CALM = "Norway/NNP/nsubj>is is~be/VBZ/ROOT calm/JJ/acomp>is"
LEFT = "left~leave/VBD/ROOT"
ACTS = f"the/DT/det>cabinet cabinet/NN/nsubj>left {LEFT}"
IN = "in/IN/prep>left Norway/NNP/pobj>in"


def found(*notations):
    read = []
    for notation in notations:
        sentence = parse(notation)
        actors = {t.i: Mention(sentence.span(t), NAMED[t.text], "label") for t in sentence.words if t.text in NAMED}
        roles = {t.i: RoleHit(CABINET, t, None) for t in sentence.words if t.text == "cabinet"}
        read.append((sentence, Mentions(actors, {}, roles)))
    last = governments(read, STATES, WORDS)[-1]
    return [(argument.entity.label, argument.reason) for arguments in last.values() for argument in arguments]


def test_a_state_that_is_named_often():
    assert found(CALM, CALM, CALM, ACTS) == [("Norway", "state in focus")]
    assert found(CALM, ACTS) == []


def test_a_state_that_the_sentence_names_before():
    assert found(
        f"Norway/NNP/nsubj>knows knows~know/VBZ/ROOT the/DT/det>cabinet cabinet/NN/nsubj>left {LEFT.replace('ROOT', 'ccomp>knows')}"
    ) == [("Norway", "state in focus")]


@pytest.mark.parametrize(
    "notation",
    [
        f"a/DT/det>cabinet cabinet/NN/nsubj>left {LEFT}",
        f"the/DT/det>cabinet rival/JJ/amod>cabinet cabinet/NN/nsubj>left {LEFT}",
        f"the/DT/det>cabinet cabinet/NN/nsubj>left of/IN/prep>cabinet Marl/NNP/pobj>of {LEFT}",
        f"the/DT/det>cabinet cabinet/NN/nsubj>left {LEFT} Norway/NNP/dobj>left",
        "calm/JJ/amod>lake the/DT/det>cabinet cabinet/NN/compound>lake lake/NN/ROOT",
    ],
)
def test_whose_it_is_must_be_left_open_and_the_state_may_not_stand_beside_it(notation):
    assert found(CALM, CALM, CALM, notation) == []


def test_two_states_in_focus_are_none():
    other = CALM.replace("Norway", "Chad")
    assert found(CALM, other, CALM, other, ACTS) == []
    assert found(CALM, CALM, CALM, CALM, other, ACTS) == [("Norway", "state in focus")]
    assert found(ACTS) == []
