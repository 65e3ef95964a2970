"""Whom a noun phrase names: itself, what is coordinated with it, its companions, what it refers back to."""

from dataclasses import replace

import pytest

from kg.extract.mention.mentions import Mentions
from kg.extract.metonym.words import MetonymWords
from kg.extract.reading import Reading
from kg.model import Actor, ActorKind, Mention, Span
from kg.ontology import term
from tests.extract.parses import CHAD, FISHING, KENYA, LEXICON, NORWAY, OIL, PERU, read, token

ALONG = "Norway/NNP/nsubj>left along/IN/prep>left with/IN/prep>along Chad/NNP/pobj>with and/CC/cc>Chad Peru/NNP/conj>Chad left~leave/VBD/ROOT"
INCLUDING = "states~state/NNS/nsubj>left including~include/VBG/prep>states Chad/NNP/pobj>including left~leave/VBD/ROOT"
BESIDE = "Norway/NNP/nsubj>left with/IN/prep>left Chad/NNP/pobj>with left~leave/VBD/ROOT"
PAIR = "Norway/NNP/nsubj>met and/CC/cc>Norway Chad/NNP/conj>Norway met~meet/VBD/ROOT"
IN_CHAD = "troops~troop/NNS/nsubj>left in/IN/prep>troops Chad/NNP/pobj>in left~leave/VBD/ROOT"
IN_OSLO = "troops~troop/NNS/nsubj>left in/IN/prep>troops Oslo/NNP/pobj>in left~leave/VBD/ROOT"
ANTI = "anti/JJ/compound>propaganda -/HYPH/punct>propaganda Chadian/JJ/amod>propaganda propaganda/NN/nsubj>spread spread/VBD/ROOT"
APPOSED = "its/PRP$/poss>ally ally/NN/nsubj>left Chad/NNP/appos>ally left~leave/VBD/ROOT"


def entities(arguments):
    return [argument.entity for argument in arguments]


@pytest.mark.parametrize(
    ("sentence", "word", "expected"),
    [
        pytest.param(PAIR, "Norway", [NORWAY, CHAD], id="coordinated"),
        pytest.param(PAIR, "Chad", [CHAD], id="the second of two"),
        pytest.param(ALONG, "Norway", [NORWAY, CHAD, PERU], id="companions on the verb"),
        pytest.param(INCLUDING, "states", [CHAD], id="companion on the noun"),
        pytest.param(BESIDE, "Norway", [NORWAY], id="with alone joins nobody"),
        pytest.param(IN_CHAD, "Chad", [], id="a place"),
        pytest.param(IN_OSLO, "Oslo", [], id="a capital as a place"),
        pytest.param(APPOSED, "ally", [CHAD], id="named by its apposition"),
        pytest.param(PAIR, "met", [], id="no noun"),
    ],
)
def test_actors(sentence, word, expected):
    reading = read(sentence)
    assert entities(reading.actors(token(reading.sentence, word))) == expected


def test_a_state_counts_where_something_happens_in_it_if_asked_for():
    reading = read(IN_CHAD)
    assert entities(reading.actors(token(reading.sentence, "Chad"), place=True)) == [CHAD]


def test_a_capital_is_a_place_even_then():
    reading = read(IN_OSLO)
    assert reading.actors(token(reading.sentence, "Oslo"), place=True) == ()


def test_an_adjective_counts_only_if_asked_for():
    reading = read("Norwegian/JJ/amod>troops troops~troop/NNS/ROOT")
    adjective = token(reading.sentence, "Norwegian")
    assert reading.actors(adjective) == ()
    assert entities(reading.actors(adjective, adjective=True)) == [NORWAY]


def test_each_actor_counts_once():
    reading = read("Norway/NNP/nsubj>met and/CC/cc>Norway Oslo/NNP/conj>Norway met~meet/VBD/ROOT")
    (argument,) = reading.actors(token(reading.sentence, "Norway"))
    assert (argument.entity, argument.span) == (NORWAY, Span(0, 6))


@pytest.mark.parametrize(
    ("word", "tag", "reason"),
    [("Norway", "NNP", ""), ("Oslo", "NNP", "capital"), ("Storting", "NNP", "seat"), ("Norwegians", "NNPS", "inhabitant")],
)
def test_the_reason_is_the_form_of_a_name_that_is_not_the_actors_own(word, tag, reason):
    reading = read(f"the/DT/det>{word} {word}/{tag}/nsubj>left left~leave/VBD/ROOT")
    (argument,) = reading.actors(token(reading.sentence, word))
    assert (argument.entity, argument.reason) == (NORWAY, reason)


def test_the_reason_of_a_mention_goes_first():
    reading = read("Norway/NNP/nsubj>left left~leave/VBD/ROOT")
    mention = Mention(Span(0, 6), NORWAY, "role", "government")
    changed = Reading(reading.sentence, reading.structure, Mentions({0: mention}, {}, {}), LEXICON)
    assert changed.actors(token(reading.sentence, "Norway"))[0].reason == "government"


def test_what_refers_back_is_resolved():
    reading = read("its/PRP$/poss>plan plan/NN/nsubj>failed failed~fail/VBD/ROOT", anaphors={"its": KENYA})
    assert [(a.entity, a.reason) for a in reading.actors(token(reading.sentence, "its"))] == [(KENYA, "subject of the clause")]


def test_issues_with_what_is_coordinated():
    reading = read("fishing/NN/nsubj>ended and/CC/cc>fishing oil/NN/conj>fishing ended~end/VBD/ROOT")
    assert entities(reading.issues(token(reading.sentence, "fishing"))) == [FISHING, OIL]
    assert reading.issues(token(reading.sentence, "ended")) == ()


def test_is_reciprocal():
    reading = read("they/PRP/nsubj>trust trust/VBP/ROOT each/DT/det>other other/JJ/dobj>trust")
    assert [word.text for word in reading.sentence.tokens if reading.is_reciprocal(word)] == ["other"]


def test_a_prefix_stands_for_a_preposition():
    reading = read(ANTI)
    word = token(reading.sentence, "Chadian")
    assert reading.prefix(word) == "against"
    assert reading.actors(word, adjective=True) == ()
    assert entities(reading.prefixed(word)) == [CHAD]


@pytest.mark.parametrize(
    "sentence",
    [
        "Chadian/JJ/amod>oil oil/NN/ROOT",
        "the/DT/det>oil Chadian/JJ/amod>oil oil/NN/ROOT",
        "the/DT/det>oil cheap/JJ/amod>oil Chadian/JJ/amod>oil oil/NN/ROOT",
        "non/JJ/amod>oil -/HYPH/punct>oil Chadian/JJ/amod>oil oil/NN/ROOT",
    ],
)
def test_without_a_known_prefix(sentence):
    reading = read(sentence)
    word = token(reading.sentence, "Chadian")
    assert (reading.prefix(word), reading.prefixed(word)) == ("", ())


def test_what_is_not_named_is_not_prefixed():
    reading = read("anti/JJ/compound>propaganda -/HYPH/punct>propaganda war/NN/compound>propaganda propaganda/NN/ROOT")
    assert reading.prefixed(token(reading.sentence, "war")) == ()


def test_spans_count_from_the_start_of_the_text():
    reading = read(PAIR, offset=40)
    assert reading.span(token(reading.sentence, "Chad")) == Span(51, 55)
    assert reading.actors(token(reading.sentence, "Chad"))[0].span == Span(51, 55)


def test_an_issue_is_no_actor():
    reading = read("oil/NN/nsubj>burns burns~burn/VBZ/ROOT")
    mention = Mention(Span(0, 3), OIL, "phrase")
    odd = Reading(reading.sentence, reading.structure, Mentions({0: mention}, {}, {}), LEXICON)
    assert not any(isinstance(argument.entity, Actor) for argument in odd.actors(token(reading.sentence, "oil")))


def test_a_people_that_speaks_for_its_state_is_the_state():
    citizens = Actor(term("actor:norwegian-citizens"), "Norwegian citizens", ActorKind.POPULATION, known=False, country=NORWAY.iri)
    reading = read("the/DT/det>Norwegians Norwegians/NNPS/nsubj>refused refused~refuse/VBD/ROOT")
    mention = Mention(Span(4, 14), citizens, "inhabitant")
    lexicon = replace(LEXICON, states={NORWAY.iri: NORWAY})
    word = token(reading.sentence, "Norwegians")
    spoken = Reading(reading.sentence, reading.structure, Mentions({word.i: mention}, {}, {}), lexicon)
    assert entities(spoken.actors(word)) == [NORWAY]
    assert entities(replace(spoken, lexicon=LEXICON).actors(word)) == [citizens]
    assert spoken.stands_for(word) == "actor"


def test_a_name_of_several_words_is_read_at_the_word_that_carries_it():
    reading = read("New/NNP/compound>Oslo Oslo/NNP/pobj>in in/IN/prep>rain rain/NN/ROOT")
    mention = Mention(Span(0, 8), NORWAY, "capital")
    named = Reading(reading.sentence, reading.structure, Mentions({0: mention, 1: mention}, {}, {}), LEXICON)
    assert named.stands_for(token(reading.sentence, "New")) == "place"


def test_persons_are_not_their_state_but_an_adjective_says_whose_they_are():
    lexicon = replace(LEXICON, metonyms=MetonymWords(population_noun=frozenset({"voter"})))
    reading = replace(read("Norwegian/JJ/amod>voters voters~voter/NNS/ROOT"), lexicon=lexicon)
    word = token(reading.sentence, "Norwegian")
    assert reading.stands_for(word) == "population"
    assert reading.actors(word) == ()
    assert entities(reading.actors(word, adjective=True)) == [NORWAY]
