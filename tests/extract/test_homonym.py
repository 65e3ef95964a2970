"""The name of an actor may be that of a person, a street, a treaty, a dish or another place."""

import pytest

from tests.extract.parses import parse
from tests.extract.world import listed

LISTS = {
    "first_name": ("Chad", "Zeno"),
    "place_head": ("road", "sea"),
    "place_prefix": ("Old",),
    "treaty_head": ("accord", "treaty"),
    "namesake_noun": ("setter", "pastry"),
    "american_state": ("Ohio",),
    "body_head": ("Bank",),
    "body_prefix": ("Air",),
    "homonym_peru": ("Indiana", "Wabash"),
    "homonym_peru_itself": ("Lima", "Andes"),
}
LEFT = "left~leave/VBD/ROOT"


def labels(*notations):
    found = listed(*map(parse, notations), **LISTS)
    return [list(dict.fromkeys(m.entity.label for _, m in sorted(each.actors.items()))) for each in found]


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        pytest.param(f"Chad/NNP/compound>Moss Moss/NNP/nsubj>left {LEFT}", ["Chad Moss"], id="a first name"),
        pytest.param(f"Zeno/NNP/compound>Norway Norway/NNP/nsubj>left {LEFT}", ["Zeno Norway"], id="a surname"),
        pytest.param(f"Chad/NNP/compound>Bank Bank/NNP/nsubj>left {LEFT}", ["Chad"], id="a body after it"),
        pytest.param(f"Chad/NNP/compound>Sand Moss/NNP/compound>Sand Sand/NNP/nsubj>left {LEFT}", ["Chad"], id="a longer name"),
        pytest.param(
            f"Chad/NNP/compound>Moss Moss/NNP/compound>third third/NNP/nsubj>left {LEFT}", ["Chad Moss"], id="a number after it"
        ),
        pytest.param(f"in/IN/prep>left Chad/NNP/pobj>in {LEFT}", ["Chad"], id="the state"),
        pytest.param(f"Oslo/NNP/compound>Road Road/NNP/nsubj>left {LEFT}", [], id="a street"),
        pytest.param(f"Sea/NNP/nsubj>left of/IN/prep>Sea Peru/NNP/pobj>of {LEFT}", [], id="a sea"),
        pytest.param(f"Treaty/NNP/nsubj>left of/IN/prep>Treaty Oslo/NNP/pobj>of {LEFT}", [], id="treaty of"),
        pytest.param(f"the/DT/det>sea sea/NN/nsubj>left of/IN/prep>sea Peru/NNP/pobj>of {LEFT}", ["Peru"], id="no name of a sea"),
        pytest.param(f"Old/NNP/compound>Oslo Oslo/NNP/nsubj>left {LEFT}", [], id="old"),
        pytest.param(f"old/JJ/amod>Oslo Oslo/NNP/nsubj>left {LEFT}", ["Norway"], id="an adjective before it"),
        pytest.param(f"Oslo/NNP/nsubj>left ,/,/punct>Oslo Ohio/NNP/appos>Oslo {LEFT}", [], id="a town in Ohio"),
        pytest.param(f"Oslo/NNP/nsubj>left ,/,/punct>Oslo Chad/NNP/conj>Oslo {LEFT}", ["Norway", "Chad"], id="a list"),
        pytest.param(f"Oslo/NNP/compound>accord accord/NN/nsubj>left {LEFT}", [], id="a treaty"),
        pytest.param(f"Norwegian/JJ/amod>accord accord/NN/nsubj>left {LEFT}", ["Norway"], id="an accord of a state"),
        pytest.param(f"Norwegian/JJ/amod>setters setters~setter/NNS/nsubj>left {LEFT}", [], id="a dog"),
        pytest.param(f"{LEFT} in/IN/prep>left Norwegian/JJ/pobj>in", [], id="a language"),
        pytest.param(
            f"Grain/NNP/compound>Bank Bank/NNP/nsubj>left of/IN/prep>Bank the/DT/det>Chad Chad/NNP/pobj>of {LEFT}",
            ["Grain Bank of the Chad"],
            id="a bank",
        ),
        pytest.param(f"Air/NNP/compound>Chad Chad/NNP/nsubj>left {LEFT}", ["Air Chad"], id="an airline"),
        pytest.param(f"bank/NN/nsubj>left of/IN/prep>bank Chad/NNP/pobj>of {LEFT}", ["Chad"], id="no name of a bank"),
        pytest.param(LEFT, [], id="nothing"),
    ],
)
def test_names_in_another_sense(notation, expected):
    assert labels(notation) == [expected]


PERU = f"Peru/NNP/nsubj>left {LEFT}"


@pytest.mark.parametrize(
    ("beside", "expected"), [("Indiana", []), ("Lima", ["Peru"]), ("Rome", ["Peru"]), ("Wabash-Lima", ["Peru"])]
)
def test_the_words_of_the_sentence_show_a_namesake(beside, expected):
    first, _, second = beside.partition("-")
    more = f" {second}/NNP/dep>{first}" if second else ""
    assert labels(f"Peru/NNP/nsubj>left {LEFT} {first}/NNP/npadvmod>left{more}") == [expected]


def test_the_words_of_the_document_show_a_namesake():
    assert labels(PERU, f"Wabash/NNP/nsubj>left {LEFT}")[0] == []
    assert labels(PERU, f"Wabash/NNP/nsubj>left {LEFT}", f"Lima/NNP/nsubj>left {LEFT}")[0] == ["Peru"]
