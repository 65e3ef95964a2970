"""Names of one word that the ontology does not know: who does what persons do, or has it done to them, is one."""

import pytest

from kg.extract.mention.single import kind_of_one
from kg.extract.mention.words import NameWords
from tests.extract.parses import parse, token

LISTS = NameWords(
    person_verbs=frozenset({"praise", "announce"}),
    body_verbs=frozenset({"announce"}),
    person_object_verbs=frozenset({"thank"}),
    person_possessions=frozenset({"lawyer"}),
    person_nouns=frozenset({"critic"}),
)
PRAISED = "Quill/NNP/nsubj>praised praised~praise/VBD/ROOT Norway/NNP/dobj>praised"
ANNOUNCED = "Quill/NNP/nsubj>announced announced~announce/VBD/ROOT it/PRP/dobj>announced"
THANKED = "Norway/NNP/nsubj>thanked thanked~thank/VBD/ROOT Quill/NNP/dobj>thanked"
OWNER = "Quill/NNP/poss>lawyer 's/POS/case>Quill lawyer/NN/nsubj>left left~leave/VBD/ROOT"
CALLED = "Quill/NNP/nsubj>is is~be/VBZ/ROOT a/DT/det>critic critic/NN/attr>is"
ARTICLE = "the/DT/det>Quill " + PRAISED


@pytest.mark.parametrize(
    ("notation", "label", "kind"),
    [
        pytest.param(PRAISED, "GPE", "PERSON", id="who praises, whatever the tagger says"),
        pytest.param(ANNOUNCED, "PERSON", "PERSON", id="who announces"),
        pytest.param(ANNOUNCED, "GPE", "", id="a town announces as well"),
        pytest.param(THANKED, "PERSON", "PERSON", id="who is thanked"),
        pytest.param(THANKED, "PRODUCT", "", id="one may be thankful for a thing"),
        pytest.param(OWNER, "PERSON", "PERSON", id="who has a lawyer"),
        pytest.param(CALLED, "", "PERSON", id="who is a critic"),
        pytest.param(ARTICLE, "PERSON", "", id="with an article it is a thing"),
    ],
)
def test_kind_of_a_name_of_one_word(notation, label, kind):
    assert kind_of_one(token(parse(notation), "Quill"), label, LISTS, frozenset()) == kind
