"""A clause that lacks nothing is what the verb says, not what describes the noun before it."""

import pytest

from kg.extract.mend import SayingVerbs, mend
from tests.extract.parses import parse

VERBS = SayingVerbs(frozenset({"say"}), frozenset({"tell"}), frozenset({"at", "in"}), frozenset({"truth"}), frozenset({"charge"}))
SAID = "Falk/NNP/nsubj>said said~say/VBD/ROOT"
TOLD = "Falk/NNP/nsubj>told told~tell/VBD/ROOT"
AT = "at/IN/prep>said meeting/NN/pobj>at"


def clause(notation):
    """The head and the dependency of the clause around "left" or "feared", and what "that" is in it."""
    sentence = parse(notation)
    mend(sentence, VERBS)
    verb = next(token for token in sentence.words if token.text in {"feared", "left"})
    that = next((token.dep_ for token in sentence.words if token.text == "that"), "")
    return verb.head.text, verb.dep_, that


@pytest.mark.parametrize(
    ("notation", "verb"),
    [
        pytest.param(f"{SAID} {AT} that/IN/mark>left Chad/NNP/nsubj>left left~leave/VBD/relcl>meeting", "said", id="it only joins"),
        pytest.param(
            f"{SAID} {AT} that/WDT/dobj>feared Chad/NNP/nsubj>feared feared~fear/VBD/relcl>meeting Peru/NNP/dobj>feared",
            "said",
            id="it has an object of its own",
        ),
        pytest.param(
            f"{TOLD} crowd/NN/dobj>told that/WDT/dobj>feared Chad/NNP/nsubj>feared feared~fear/VBD/relcl>crowd Peru/NNP/dobj>feared",
            "told",
            id="who is told",
        ),
        pytest.param(
            "Falk/NNP/nsubj>told told~tell/VBD/ROOT Post/NNP/dobj>told in/IN/prep>told interview/NN/pobj>in"
            " that/IN/mark>left Chad/NNP/nsubj>left left~leave/VBD/acl>interview",
            "told",
            id="where they are told",
        ),
    ],
)
def test_what_lacks_nothing_is_said(notation, verb):
    assert clause(notation) == (verb, "ccomp", "mark")


@pytest.mark.parametrize(
    "notation",
    [
        pytest.param(
            f"{SAID} {AT} that/WDT/dobj>feared Chad/NNP/nsubj>feared feared~fear/VBD/relcl>meeting", id="it lacks its object"
        ),
        pytest.param(
            f"{SAID} {AT} that/WDT/nsubj>feared feared~fear/VBD/relcl>meeting Peru/NNP/dobj>feared", id="it lacks its subject"
        ),
        pytest.param(f"{SAID} {AT} Chad/NNP/nsubj>left left~leave/VBD/relcl>meeting", id="without that"),
        pytest.param(
            f"{SAID} so/RB/ccomp>said {AT} that/IN/mark>left Chad/NNP/nsubj>left left~leave/VBD/relcl>meeting", id="another is said"
        ),
        pytest.param(
            "Falk/NNP/nsubj>saw saw~see/VBD/ROOT at/IN/prep>saw meeting/NN/pobj>at"
            " that/IN/mark>left Chad/NNP/nsubj>left left~leave/VBD/relcl>meeting",
            id="no verb of saying",
        ),
        pytest.param(
            f"{SAID} word/NN/dobj>said that/IN/mark>left Chad/NNP/nsubj>left left~leave/VBD/relcl>word",
            id="what is said, not who is told",
        ),
        pytest.param(
            f"{SAID} word/NN/nsubj>said that/IN/mark>left Chad/NNP/nsubj>left left~leave/VBD/relcl>word", id="of the subject"
        ),
        pytest.param(
            f"{TOLD} truth/NN/dobj>told that/IN/mark>left Chad/NNP/nsubj>left left~leave/VBD/acl>truth",
            id="what is told, by its noun",
        ),
        pytest.param(
            f"{SAID} to/IN/prep>said crowd/NN/pobj>to that/IN/mark>left Chad/NNP/nsubj>left left~leave/VBD/acl>crowd", id="no place"
        ),
        pytest.param("Chad/NNP/nsubj>left left~leave/VBD/ROOT", id="no clause"),
    ],
)
def test_what_describes_a_noun_stays_with_it(notation):
    sentence = parse(notation)
    before = [(token.head.i, token.dep_) for token in sentence.words]
    mend(sentence, VERBS)
    assert [(token.head.i, token.dep_) for token in sentence.words] == before


CHARGED = (
    "Falk/NNP/nsubj>left left~leave/VBD/ROOT over/IN/prep>left charges~charge/NNS/pobj>over of/IN/prep>charges theft/NN/pobj>of "
    "and/CC/cc>left {}lying~lie/VBG/conj>{}"
)


@pytest.mark.parametrize(
    ("notation", "head", "dependency"),
    [
        pytest.param(CHARGED.format("", "left"), "charges", "acl", id="a participle behind a charge"),
        pytest.param(CHARGED.format("is~be/VBZ/aux>lying ", "left"), "left", "conj", id="with an auxiliary"),
        pytest.param(CHARGED.format("", "theft"), "theft", "conj", id="beside the deed"),
        pytest.param(CHARGED.format("", "left").replace("of", "by"), "left", "conj", id="charges of nothing"),
        pytest.param(CHARGED.format("", "left").replace("charge/", "fee/"), "left", "conj", id="no charge"),
    ],
)
def test_what_else_somebody_is_charged_with(notation, head, dependency):
    sentence = parse(notation)
    mend(sentence, VERBS)
    verb = next(token for token in sentence.words if token.text == "lying")
    assert (verb.head.text, verb.dep_) == (head, dependency)
