"""What a text talks about, ready to be pointed back to: actors, and the things in their way."""

import pytest

from kg.extract.corefer.discourse import Discourse, above, actor_of
from kg.extract.mention.mentions import Mentions
from kg.model import Mention, Span
from tests.extract.parses import (
    CHAD,
    FALK,
    NORWAY,
    OIL,
    OKORO,
    token,
    words,
)
from tests.extract.pointing import document, left, met, praised

LEADER = "its/PRP$/poss>minister minister/NN/nsubj>left {}/NNP/appos>minister left~leave/VBD/ROOT"
CLAUSES = "Silva/NNP/nsubj>said said~say/VBD/ROOT Okoro/NNP/nsubj>left left~leave/VBD/ccomp>said plan/NN/dobj>left at/IN/prep>left {0}/pobj>at"


def noted(notation, pointed=None):
    """What a sentence names, noted word by word; `pointed` says whom a word points back to."""
    (sentence, _, mentions), *_ = document(notation)[0]
    discourse = Discourse()
    for word in sentence.tokens:
        discourse.note(word, mentions, (pointed or {}).get(word.text, ()))
    return discourse.current


def one(notation, word):
    return next(found for found in noted(notation) if found.token.text == word)


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        pytest.param(left("Norway"), [("Norway", (NORWAY,))], id="an actor"),
        pytest.param(left("plan/NN"), [("plan", ())], id="a thing"),
        pytest.param("often/RB/advmod>left left~leave/VBD/ROOT", [], id="neither"),
        pytest.param("old/JJ/amod>plan plan/NN/ROOT", [("plan", ())], id="no adjective"),
        pytest.param("peace/NN/compound>plan plan/NN/ROOT", [("plan", ())], id="no thing that modifies"),
        pytest.param("Norwegian/JJ/amod>plan plan/NN/ROOT", [("Norwegian", (NORWAY,)), ("plan", ())], id="an actor that modifies"),
        pytest.param(met("Norway", "Chad"), [("Norway", (NORWAY, CHAD)), ("Norway", (NORWAY,)), ("Chad", (CHAD,))], id="two"),
        pytest.param(met("Norway", "Norway"), [("Norway", ()), ("Norway", (NORWAY,)), ("Norway", (NORWAY,))], id="one, twice"),
        pytest.param(met("Norway", "plan/NN"), [("Norway", ()), ("Norway", (NORWAY,)), ("plan", ())], id="an actor and a thing"),
        pytest.param(LEADER.format("Falk"), [("minister", (FALK,)), ("Falk", (FALK,))], id="named beside a role"),
        pytest.param(LEADER.format("Norway"), [("minister", ()), ("Norway", (NORWAY,))], id="a state is not"),
        pytest.param(
            LEADER.format("Falk").replace("minister", "house"), [("house", ()), ("Falk", (FALK,))], id="nor beside a house"
        ),
        pytest.param(LEADER.format("Peace"), [("minister", ()), ("Peace", ())], id="nor an unknown name"),
    ],
)
def test_what_is_noted(notation, expected):
    found = [(found.token.text, found.actors) for found in noted(notation) if found.token.text != "its"]
    assert found == expected


def test_a_word_that_points_back_names_whom_it_points_to():
    (found, *_) = noted(met("they", "Chad"), {"they": (NORWAY, CHAD)})
    assert (found.actors, found.plural, found.person) == ((NORWAY, CHAD), True, False)


def test_the_words_of_a_long_name_count_once():
    (sentence, _, _), *_ = document("Ben/NNP/compound>Okoro Okoro/NNP/nsubj>left left~leave/VBD/ROOT")[0]
    whole = Mention(Span(0, 9), OKORO, "label")
    discourse = Discourse()
    for word in sentence.tokens:
        discourse.note(word, Mentions({0: whole, 1: whole}, {}, {}))
    assert words(found.token for found in discourse.current) == ["Okoro"]


@pytest.mark.parametrize(
    ("notation", "word", "rank"),
    [
        pytest.param(CLAUSES.format("night/NN"), "Silva", 0, id="subject of the sentence"),
        pytest.param(CLAUSES.format("night/NN"), "Okoro", 1, id="another subject"),
        pytest.param(CLAUSES.format("night/NN"), "plan", 2, id="object"),
        pytest.param(CLAUSES.format("night/NN"), "night", 3, id="the rest"),
        pytest.param("Norwegian/JJ/amod>plan plan/NN/ROOT", "Norwegian", 4, id="a modifier"),
        pytest.param(met("Norway", "Chad"), "Chad", 0, id="what is coordinated with a subject"),
    ],
)
def test_ranks(notation, word, rank):
    assert one(notation, word).rank == rank


@pytest.mark.parametrize(
    ("name", "group", "body", "person"),
    [
        pytest.param("Norway/NNP", False, True, False, id="a state"),
        pytest.param("Norway/NNPS", False, True, False, id="a state with a name in the plural"),
        pytest.param("Union/NNP", False, True, False, id="an organisation"),
        pytest.param("Institute/NNPS", True, False, False, id="a party, by those who are in it"),
        pytest.param("Front/NNP", True, True, False, id="an armed group"),
        pytest.param("rebels/NNS", True, False, False, id="its members"),
        pytest.param("voters/NN", True, False, False, id="a people"),
        pytest.param("Falk/NNP", False, False, True, id="a person"),
        pytest.param("minister/NN", False, False, True, id="somebody by role"),
        pytest.param("ministers~minister/NNS", True, False, True, id="several by role"),
        pytest.param("rebel/NN", False, True, False, id="a group by role"),
        pytest.param("plans~plan/NNS", True, False, False, id="things"),
    ],
)
def test_what_they_it_and_she_may_stand_for(name, group, body, person):
    (found,) = noted(left(name))
    assert (found.group, found.body, found.person) == (group, body, person)


def test_neither_country_is_one_at_a_time():
    (found,) = noted("neither/DT/det>country country/NN/nsubj>left left~leave/VBD/ROOT", {"country": (NORWAY, CHAD)})
    assert (found.plural, found.body) == (True, True)


def test_persons_together_are_persons():
    assert noted(met("Falk", "Okoro"))[0].person
    assert not noted(met("Falk", "Norway"))[0].person


def before(word, *notations):
    """What was named before a word of the last sentence, the likeliest first."""
    sentences, _ = document(*notations)
    discourse = Discourse()
    for sentence, structure, mentions in sentences:
        discourse.close()
        for found in sentence.tokens:
            if sentence is sentences[-1][0] and found.text == word:
                return words(known.token for known in discourse.before(found, structure))
            discourse.note(found, mentions)
    return []


@pytest.mark.parametrize(
    ("notations", "word", "expected"),
    [
        pytest.param([left("Norway"), left("Chad"), left("it")], "it", ["Chad", "Norway"], id="the last sentence first"),
        pytest.param([praised("Norway", "Chad"), left("it")], "it", ["Norway", "Chad"], id="subjects first"),
        pytest.param([CLAUSES.format("night/NN"), left("it")], "it", ["Silva", "Okoro", "plan", "night"], id="in a sentence before"),
        pytest.param([CLAUSES.format("it/PRP")], "it", ["Silva"], id="what it is done beside is left out"),
        pytest.param([CLAUSES.format("seat/NN").replace("at/IN", "its/PRP$/poss>seat at/IN")], "its", ["Okoro", "Silva", "plan"], id="but not for whose it is"),
        pytest.param(["plan/NN/nsubj>left of/IN/prep>plan it/PRP/pobj>of left/VBD/ROOT"], "it", [], id="nor what it is part of"),
        pytest.param(["Norway/NNP/nsubj>left with/IN/prep>Norway it/PRP/pobj>with left/VBD/ROOT"], "it", [], id="nor beside a name"),
        pytest.param(["Norway/NNP/ROOT with/IN/prep>Norway its/PRP$/poss>seat seat/NN/pobj>with"], "its", ["Norway"], id="a name has its own"),
        pytest.param(["Silva/NNP/nsubj>left his/PRP$/poss>deputy deputy/NN/appos>Silva left/VBD/ROOT"], "his", [], id="nobody is his own deputy"),
        pytest.param(["Silva/NNP/ROOT Okoro/NNP/appos>Silva his/PRP$/poss>deputy deputy/NN/appos>Silva"], "his", ["Okoro"], id="but somebody else's"),
        pytest.param([left(name) for name in ("Norway", "Chad", "Peru", "Kenya", "Union", "it")], "it", ["Union", "Kenya", "Peru", "Chad"], id="four sentences back"),
        pytest.param([left("Norway"), *["left/VBD/ROOT"] * 5, left("it")], "it", ["Norway"], id="of those that name something"),
    ],
)  # fmt: skip
def test_before(notations, word, expected):
    assert before(word, *notations) == expected


def test_sentences_are_those_named_last_first():
    sentences, _ = document(left("Norway"), left("Chad"))
    discourse = Discourse()
    for sentence, _structure, mentions in sentences:
        discourse.close()
        for word in sentence.tokens:
            discourse.note(word, mentions)
    assert [words(found.token for found in sentence) for sentence in discourse.sentences()] == [["Chad"], ["Norway"]]


def test_above_are_the_verbs_the_nearest_first():
    (sentence, _, _), *_ = document(CLAUSES.format("night/NN"))[0]
    assert words(above(token(sentence, "night"))) == ["left", "said"]


def test_actor_of_an_issue_is_an_error():
    assert actor_of(NORWAY) is NORWAY
    with pytest.raises(TypeError, match="an actor was expected"):
        actor_of(OIL)
