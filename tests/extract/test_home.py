"""A body that the ontology does not know is of the country that its document tells, and so not one with its namesakes."""

import pytest

from kg.extract.mention.home import homes
from kg.model import ActorKind
from kg.ontology import local_name
from tests.extract.parses import CHAD, NORWAY, parse
from tests.extract.world import listed

NAME = "Grain/NNP/compound>Board=ORG Board/NNP/nsubj>sued=ORG"
SUED = "sued~sue/VBD/ROOT"


def found(*notations):
    sentences = [parse(notation) for notation in notations]
    mentions = listed(*sentences, body_head=("Board",))
    named = homes(zip(sentences, mentions, strict=True), frozenset({"based"}))
    return [(iri.rpartition("/")[2], local_name(body.iri), body.country) for iri, body in named.items()]


@pytest.mark.parametrize(
    "notation",
    [
        pytest.param(f"Norway/NNP/poss>Board=GPE 's/POS/case>Norway {NAME} {SUED}", id="a genitive"),
        pytest.param(f"the/DT/det>Board Norwegian/JJ/amod>Board=NORP {NAME} {SUED}", id="an adjective"),
        pytest.param(
            f"{NAME} ,/,/punct>Board a/DT/det>lender lender/NN/appos>Board of/IN/prep>lender Norway/NNP/pobj>of=GPE {SUED}", id="of"
        ),
        pytest.param(f"Oslo/NNP/npadvmod>based=GPE -/HYPH/punct>based based~base/VBN/amod>Board {NAME} {SUED}", id="based there"),
        pytest.param(
            f"{NAME} ,/,/punct>Board based~base/VBN/acl>Board in/IN/prep>based Norway/NNP/pobj>in=GPE ,/,/punct>Board {SUED}",
            id="based in it",
        ),
        pytest.param(
            f"{NAME} ,/,/punct>Board a/DT/det>lender Norwegian/JJ/amod>lender=NORP lender/NN/appos>Board ,/,/punct>Board {SUED}",
            id="an apposition",
        ),
    ],
)
def test_the_words_around_a_name_tell_its_country(notation):
    assert found(notation) == [("grain-board", "grain-board-of-norway", NORWAY.iri)]


def test_one_sentence_tells_it_for_the_document():
    assert len(found(f"Norway/NNP/poss>Board=GPE 's/POS/case>Norway {NAME} {SUED}", f"{NAME} {SUED}")) == 1


@pytest.mark.parametrize(
    "notation",
    [
        pytest.param(f"{NAME} {SUED} Norway/NNP/dobj>sued=GPE", id="a state elsewhere in the clause"),
        pytest.param(f"{NAME} in/IN/prep>Board Norway/NNP/pobj>in=GPE {SUED}", id="somewhere"),
        pytest.param(
            f"Norway/NNP/compound>Chad=GPE -/HYPH/punct>Chad Chad/NNP/compound>Board=GPE {NAME} {SUED}", id="a body of two"
        ),
        pytest.param(
            f"the/DT/det>Institute Norwegian/JJ/amod>Institute=NORP Institute/NNP/nsubj>sued=ORG {SUED}", id="a known body"
        ),
        pytest.param(
            "Norway/NNP/poss>Quill=GPE Tal/NNP/compound>Quill=PERSON Quill/NNP/nsubj>sued=PERSON sued/VBD/ROOT", id="a person"
        ),
    ],
)
def test_nothing_else_does(notation):
    assert found(notation) == []


def test_a_name_beside_two_countries_is_of_neither():
    chad = f"Chad/NNP/poss>Board=GPE 's/POS/case>Chad {NAME} {SUED}"
    norway = f"Norway/NNP/poss>Board=GPE 's/POS/case>Norway {NAME} {SUED}"
    assert found(chad) == [("grain-board", "grain-board-of-chad", CHAD.iri)]
    assert found(chad, norway) == []


def test_a_body_is_of_the_kind_that_it_was():
    sentence = parse(f"Norway/NNP/poss>Board=GPE 's/POS/case>Norway {NAME} {SUED}")
    body = homes([(sentence, listed(sentence, body_head=("Board",))[0])], frozenset())
    assert [(one.label, one.kind, one.known) for one in body.values()] == [("Grain Board", ActorKind.ORGANIZATION, False)]
