"""Titles and appositions: who holds which office, who works for whom."""

import pytest

from kg.extract.argument import Structure
from kg.extract.reading import Reading
from kg.extract.tie import PastWords, find_ties
from tests.extract.parses import CHAD, FALK, INSTITUTE, LEXICON, NORWAY, UNION, parse
from tests.extract.world import named

NAME = "Zoe/NNP/compound>Falk=PERSON Falk/NNP/nsubj>left=PERSON"
LEFT = "left~leave/VBD/ROOT"
TITLE = f"Norwegian/JJ/amod>minister minister/NN/compound>Falk {NAME} {LEFT}"
APPOSED = f"{NAME} minister/NN/appos>Falk of/IN/prep>minister Norway/NNP/pobj>of {LEFT}"
ANALYST = f"{NAME} an/DT/det>analyst analyst/NN/appos>Falk at/IN/prep>analyst the/DT/det>Institute Institute/NNP/pobj>at {LEFT}"
OWNED = (
    "Norway/NNP/poss>minister 's/POS/case>Norway minister/NN/nsubj>left Zoe/NNP/compound>Falk=PERSON Falk/NNP/appos>minister=PERSON "
    f"{LEFT}"
)
BEHIND = f"minister/NN/compound>Falk {NAME} of/IN/prep>minister Norway/NNP/pobj>of {LEFT}"
SENT = f"{NAME} the/DT/det>minister Norwegian/JJ/amod>minister minister/NN/appos>Falk to/IN/prep>minister Chad/NNP/pobj>to {LEFT}"
OF_PERSON = f"{NAME} envoy/NN/appos>Falk of/IN/prep>envoy Okoro/NNP/pobj>of {LEFT}"
REGION = f"Norwegian/JJ/amod>analyst analyst/NN/compound>Falk {NAME} {LEFT}"
ANTI = f"anti/JJ/compound>minister -/HYPH/punct>minister Norwegian/JJ/compound>minister minister/NN/compound>Falk {NAME} {LEFT}"
NESTED = f"the/DT/det>boss Norwegian/JJ/amod>boss minister/NN/compound>boss boss/NN/nmod>Falk {NAME} {LEFT}"
DEEP = f"trade/NN/compound>minister Norway/NNP/compound>trade minister/NN/compound>Falk {NAME} {LEFT}"
HEADED = f"{NAME} minister/NN/compound>chief chief/NN/appos>Falk of/IN/prep>chief Norway/NNP/pobj>of {LEFT}"
BARE = f"minister/NN/compound>Falk {NAME} {LEFT}"
NOBODY = f"Norwegian/JJ/amod>minister the/DT/det>minister minister/NN/nsubj>left {LEFT}"
GROUP = f"Norwegian/JJ/amod>troops troops/NNS/nsubj>left Zoe/NNP/compound>Falk=PERSON Falk/NNP/appos>troops=PERSON {LEFT}"

THERE = "Chad/NNP/pobj>{}"


def envoy(before="", after=""):
    """Zoe Falk as an envoy, with words before and after the role."""
    return f"{NAME} the/DT/det>envoy {before} envoy/NN/appos>Falk {after} {LEFT}"


def to(preposition):
    return f"{preposition}/IN/prep>envoy {THERE.format(preposition)}"


def ties(notation, *past, ended=()):
    sentence = parse(notation)
    (mentions,) = named(sentence)
    return list(
        find_ties(Reading(sentence, Structure(sentence.tokens), mentions, LEXICON), PastWords(frozenset(past), frozenset(ended)))
    )


@pytest.mark.parametrize(
    ("sentence", "body", "title"),
    [
        pytest.param(TITLE, NORWAY, "minister", id="title"),
        pytest.param(APPOSED, NORWAY, "minister", id="apposition"),
        pytest.param(ANALYST, INSTITUTE, "analyst", id="occupation"),
        pytest.param(OWNED, NORWAY, "minister", id="genitive"),
        pytest.param(BEHIND, NORWAY, "minister", id="of after the name"),
        pytest.param(DEEP, NORWAY, "minister", id="name deep in the title"),
        pytest.param(SENT, NORWAY, "minister", id="to another state"),
        pytest.param(HEADED, NORWAY, "minister", id="title inside an apposition"),
    ],
)
def test_find_ties(sentence, body, title):
    (tie,) = ties(sentence)
    assert (tie.subject.entity, tie.object.entity, tie.title, tie.role.text) == (FALK, body, title, title)
    assert tie.office == (title == "minister")


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param(REGION, id="an occupation is not held in a state"),
        pytest.param(ANTI, id="prefix"),
        pytest.param(BARE, id="no body"),
        pytest.param(NOBODY, id="no person"),
        pytest.param(GROUP, id="a group holds no office"),
        pytest.param(OF_PERSON, id="of a person"),
    ],
)
def test_no_tie(sentence):
    assert ties(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "former/JJ/amod>minister " + TITLE,
        TITLE.replace("minister/NN", "ex/JJ/amod>Falk minister/NN"),
    ],
)
def test_a_role_of_the_past_is_none_or_one_that_is_over(sentence):
    assert ties(sentence, "former", "ex") == []
    assert [tie.ended for tie in ties(sentence)] == [False]
    assert [tie.ended for tie in ties(sentence, "former", "ex", ended=("former", "ex"))] == [True]


def test_two_roles_of_one_person():
    sentence = f"{TITLE.removesuffix(LEFT)} envoy/NN/appos>Falk of/IN/prep>envoy Chad/NNP/pobj>of {LEFT}"
    assert [(tie.title, tie.object.entity) for tie in ties(sentence)] == [("minister", NORWAY), ("envoy", CHAD)]


@pytest.mark.parametrize("preposition", ["to", "for", "in"])
@pytest.mark.parametrize(
    "sender",
    [
        pytest.param("Norwegian/JJ/amod>envoy", id="adjective"),
        pytest.param("Norway/NNP/poss>envoy 's/POS/case>Norway", id="genitive"),
        pytest.param("Norway/NNP/compound>envoy", id="name"),
    ],
)
def test_an_envoy_holds_office_with_the_sender_not_where_he_is_sent(sender, preposition):
    assert [tie.object.entity for tie in ties(envoy(sender, to(preposition)))] == [NORWAY]


@pytest.mark.parametrize("preposition", ["to", "for", "in"])
def test_an_envoy_of_a_sender_who_is_not_named_holds_no_office_where_he_is_sent(preposition):
    assert ties(envoy("", to(preposition))) == []


def test_an_envoy_of_somebody_to_another_is_that_of_the_first():
    of = "of/IN/prep>envoy the/DT/det>Union Fjord/NNP/compound>Union Union/NNP/pobj>of"
    assert [tie.object.entity for tie in ties(envoy("", f"{of} {to('to')}"))] == [UNION]


@pytest.mark.parametrize(
    ("before", "bodies"),
    [
        pytest.param("Chad/NNP/compound>envoy", [], id="the Chad envoy"),
        pytest.param("Chadian/JJ/amod>envoy", [CHAD], id="the Chadian envoy"),
        pytest.param("Norway/NNP/poss>envoy 's/POS/case>Norway Chad/NNP/compound>envoy", [NORWAY], id="Norway's Chad envoy"),
        pytest.param("Norwegian/JJ/amod>envoy Chad/NNP/compound>envoy", [NORWAY], id="the Norwegian Chad envoy"),
        pytest.param("Fjord/NNP/compound>Union Union/NNP/compound>envoy", [UNION], id="a body sends"),
    ],
)
def test_a_place_by_its_noun_before_an_envoy_is_where_he_is_sent(before, bodies):
    assert [tie.object.entity for tie in ties(envoy(before))] == bodies


def test_a_minister_of_a_place_by_its_noun_holds_office_there():
    assert [tie.object.entity for tie in ties(TITLE.replace("Norwegian/JJ/amod", "Norway/NNP/compound"))] == [NORWAY]
