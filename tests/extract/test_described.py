"""Whom only a common noun describes is an actor of the document, if somebody in particular is meant."""

import pytest

from kg.extract.mention.described import DESCRIPTION, Describer, DescribingWords
from kg.extract.mention.mentions import Mentions
from kg.model import ActorKind, Mention
from tests.extract.parses import FALK, NORWAY, parse

PERSON, PEOPLE, BODY = ActorKind.PERSON, ActorKind.POPULATION, ActorKind.ORGANIZATION
WORDS = DescribingWords(
    kinds={"nurse": (PERSON, PEOPLE), "court": (BODY, BODY), "office": (BODY, BODY), "dozen": (PEOPLE, PEOPLE)},
    acting=frozenset({"office"}),
    unspecific=frozenset({"no", "any"}),
    quantities=frozenset({"several"}),
    indefinite=frozenset({"a", "another"}),
    measures=frozenset({"dozen"}),
    patients=frozenset({"by", "of"}),
    origins=frozenset({"in", "of"}),
    speech=frozenset({"say"}),
)
LEFT = "left~leave/VBD/ROOT"


def found(*notations, named=None):
    """The descriptions of each sentence: label, the end of the IRI, and kind."""
    describer = Describer(WORDS, "0123456789ab")
    answers = []
    for notation in notations:
        sentence = parse(notation)
        actors = {t.i: Mention(sentence.span(t), named[t.text], "label") for t in sentence.words if t.text in (named or {})}
        mentions = [mention for _, mention in describer.find(sentence, Mentions(actors, {}, {}), ())]
        assert all(mention.form == DESCRIPTION for mention in mentions)
        answers.append([(m.entity.label, m.entity.iri.rpartition("/")[2], m.entity.kind, m.entity.country) for m in mentions])
    return answers


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        (f"the~the/DT/det>court court/NN/nsubj>left {LEFT}", [("court", "court.01234567", BODY, "")]),
        (f"two/CD/nummod>nurses nurses~nurse/NNS/nsubj>left {LEFT}", [("nurses", "nurses.01234567", PEOPLE, "")]),
        (f"a/DT/det>nurse young/JJ/amod>nurse nurse/NN/nsubj>left {LEFT}", [("young nurse", "young-nurse.01234567", PERSON, "")]),
        (f"several/JJ/amod>nurses nurses~nurse/NNS/nsubj>left {LEFT}", [("nurses", "nurses.01234567", PEOPLE, "")]),
        (
            f"a/DT/det>court court/NN/nsubj>left in/IN/prep>court Lyon/NNP/pobj>in {LEFT}",
            [("court in Lyon", "court-in-lyon.01234567", BODY, "")],
        ),
        (f"no/DT/det>court court/NN/nsubj>left {LEFT}", []),
        (f"any/DT/det>nurse nurse/NN/nsubj>left {LEFT}", []),
        ("Falk/NNP/nsubj>is is~be/VBZ/ROOT a/DT/det>nurse nurse/NN/attr>is", []),
        ("nurses~nurse/NNS/nsubj>need need/VBP/ROOT courts~court/NNS/dobj>need", []),
        ("court/NN/nsubj>left left~leave/VBD/ROOT", [("court", "court.01234567", BODY, "")]),
        ("a/DT/det>nurse nurse/NN/nsubj>said said~say/VBD/ROOT", []),
        (f"the/DT/det>dozen dozen/NN/nsubj>left of/IN/prep>dozen eggs~egg/NNS/pobj>of {LEFT}", []),
        ("Falk/NNP/nsubj>left left~leave/VBD/ROOT the/DT/det>office office/NN/dobj>left", []),
        (f"his~his/PRP$/poss>office office/NN/nsubj>left {LEFT}", []),
        (f"the/DT/det>office office/NN/nsubj>left {LEFT}", [("office", "office.01234567", BODY, "")]),
        (f"the/DT/det>nurse nurse/NN/nsubj>left Tal/NNP/appos>nurse {LEFT}", []),
        (f"Lamps~lamp/NNS/nsubj>left {LEFT}", []),
    ],
)
def test_who_is_described(notation, expected):
    assert found(notation) == [expected]


def test_a_name_before_the_noun_says_of_which_state_it_is():
    notation = f"a/DT/det>court Norwegian/JJ/amod>court court/NN/nsubj>left {LEFT}"
    assert found(notation, named={"Norwegian": NORWAY}) == [[("Norwegian court", "norwegian-court.01234567", BODY, NORWAY.iri)]]


def test_a_person_beside_the_noun_is_meant_instead():
    notation = f"the/DT/det>nurse nurse/NN/nsubj>left ,/,/punct>nurse Falk/NNP/appos>nurse {LEFT}"
    assert found(notation, named={"Falk": FALK}) == [[]]


def test_an_article_introduces_somebody_new_and_the_takes_up_the_last():
    one = f"a/DT/det>nurse nurse/NN/nsubj>left {LEFT}"
    other = f"another/DT/det>nurse nurse/NN/nsubj>left {LEFT}"
    again = f"the/DT/det>nurse nurse/NN/nsubj>left {LEFT}"
    iris = [iri for ((_, iri, _, _),) in found(one, again, other, again)]
    assert iris == ["nurse.01234567", "nurse.01234567", "nurse-2.01234567", "nurse-2.01234567"]
