"""Polarity, factuality and likelihood: what modifies and what governs the words of a relation."""

from dataclasses import replace

import pytest

from kg.extract.argument import Grammar, Structure
from kg.extract.cue import CueIndex
from kg.extract.qualify import Qualification, qualify
from kg.model import Factuality, Polarity
from kg.ontology import Cue, LikelihoodTerm
from tests.extract.parses import read, token

ACTUAL, DENIED, PLANNED, PREDICTED = Factuality.ACTUAL, Factuality.DENIED, Factuality.PLANNED, Factuality.PREDICTED
POSSIBLE, HYPOTHETICAL, DEMANDED, ALLEGED = Factuality.POSSIBLE, Factuality.HYPOTHETICAL, Factuality.DEMANDED, Factuality.ALLEGED


def cue(name, *, factuality=None, negates=False, **words):
    return Cue(name, {word_class: frozenset(text.split()) for word_class, text in words.items()}, factuality, negates)


UNLIKELY = LikelihoodTerm("unlikely", "unlikely", 0.2, 0.45, ("unlikely",), "likely")
LIKELY = LikelihoodTerm("likely", "likely", 0.55, 0.8, ("likely", "probably"), "unlikely")
VERY = LikelihoodTerm("very-likely", "very likely", 0.8, 0.95, ("very likely",))
INDEX = CueIndex(
    [
        Cue("not", {"adverb": frozenset({"no longer"})}, None, negates=True),
        cue("not", negates=True, adverb="not never", marker="without", determiner="no", pronoun="nobody", verb="fail", noun="lack"),
        cue("will", factuality=PREDICTED, modal="will", verb="expect"),
        cue("plan", factuality=PLANNED, verb="plan", noun="plan", adjective="ready", infinitive="want"),
        cue("may", factuality=POSSIBLE, modal="may", adverb="perhaps"),
        cue("if", factuality=HYPOTHETICAL, marker="if", modal="would"),
        cue("urge", factuality=DEMANDED, verb="urge", infinitive="ask", adjective="vital"),
        cue("deny", factuality=DENIED, verb="deny"),
        cue("alleged", factuality=ALLEGED, adjective="alleged", noun="claim"),
        cue("rule out", negates=True, verb="rule_out"),
        cue("open", factuality=POSSIBLE, verb="rule_out"),
        cue("say", verb="say", noun="word"),
    ],
    {term.iri: term for term in (UNLIKELY, LIKELY, VERY)},
)
CHAD = "Chad/NNP/dobj>attack"


def qualified(notation, *words, agentive=True):
    reading = read(notation)
    return qualify(reading, [token(reading.sentence, word) for word in words], INDEX, agentive=agentive)


@pytest.mark.parametrize(
    ("sentence", "word", "expected"),
    [
        pytest.param("Norway/NNP/nsubj>hit hit/VBD/ROOT Chad/NNP/dobj>hit", "hit", ACTUAL, id="a fact"),
        pytest.param("Norway/NNP/nsubj>hit may/MD/aux>hit hit/VB/ROOT", "hit", POSSIBLE, id="modal"),
        pytest.param("perhaps/RB/advmod>hit Norway/NNP/nsubj>hit hit/VBD/ROOT", "hit", POSSIBLE, id="adverb"),
        pytest.param(
            "Norway/NNP/nsubj>plans plans~plan/VBZ/ROOT to/TO/aux>hit hit/VB/xcomp>plans", "hit", PLANNED, id="governing verb"
        ),
        pytest.param(
            "Norway/NNP/nsubj>is is~be/VBZ/ROOT ready/JJ/acomp>is to/TO/aux>hit hit/VB/xcomp>ready", "hit", PLANNED, id="adjective"
        ),
        pytest.param("a/DT/det>plan plan/NN/nsubj>won to/TO/aux>hit hit/VB/acl>plan won~win/VBD/ROOT", "hit", PLANNED, id="noun"),
        pytest.param("Norway/NNP/nsubj>is is~be/VBZ/ROOT to/TO/aux>hit hit/VB/xcomp>is", "hit", PLANNED, id="is to"),
        pytest.param(
            "it/PRP/nsubj>is is~be/VBZ/ROOT good/JJ/acomp>is to/TO/aux>hit hit/VB/xcomp>is",
            "hit",
            POSSIBLE,
            id="it is good, parsed otherwise",
        ),
        pytest.param(
            "it/PRP/nsubj>is is~be/VBZ/ROOT vital/JJ/acomp>is to/TO/aux>hit hit/VB/xcomp>is", "hit", DEMANDED, id="it is vital to"
        ),
        pytest.param(
            "it/PRP/nsubj>is is~be/VBZ/ROOT claim/NN/attr>is to/TO/aux>hit hit/VB/xcomp>is", "hit", ALLEGED, id="it is a claim to"
        ),
        pytest.param(
            "Norway/NNP/nsubj>wants wants~want/VBZ/ROOT to/TO/aux>hit hit/VB/xcomp>wants", "hit", PLANNED, id="infinitive only"
        ),
        pytest.param(
            "Norway/NNP/nsubj>wants wants~want/VBZ/ROOT Chad/NNP/nsubj>hit hit/VBD/ccomp>wants", "hit", ACTUAL, id="finite clause"
        ),
        pytest.param(
            "Norway/NNP/nsubj>asks asks~ask/VBZ/ROOT that/IN/mark>hit Peru/NNP/nsubj>hit hit/VB/ccomp>asks",
            "hit",
            DEMANDED,
            id="subjunctive",
        ),
        pytest.param(
            "Norway/NNP/nsubj>denies denies~deny/VBZ/ROOT the/DT/det>attack attack/NN/dobj>denies",
            "attack",
            DENIED,
            id="denied event",
        ),
        pytest.param(
            "Norway/NNP/nsubj>praises praises~praise/VBZ/ROOT an/DT/det>attack attack/NN/dobj>praises",
            "attack",
            ACTUAL,
            id="presupposed",
        ),
        pytest.param(
            "an/DT/det>attack alleged/JJ/amod>attack attack/NN/nsubj>failed failed~end/VBD/ROOT", "attack", ALLEGED, id="alleged"
        ),
        pytest.param(
            "plans~plan/NNS/nsubj>end for/IN/prep>plans attack/NN/pobj>for end/VBP/ROOT",
            "attack",
            PLANNED,
            id="noun through a preposition",
        ),
        pytest.param(
            "if/IN/mark>hits Norway/NNP/nsubj>hits hits~hit/VBZ/advcl>wins Chad/NNP/nsubj>wins wins~win/VBZ/ROOT",
            "hits",
            HYPOTHETICAL,
            id="if",
        ),
        pytest.param(
            "if/IN/mark>hits Norway/NNP/nsubj>hits hits~hit/VBZ/advcl>wins Chad/NNP/nsubj>wins wins~win/VBZ/ROOT",
            "wins",
            HYPOTHETICAL,
            id="then",
        ),
        pytest.param(
            "if/IN/mark>hits Norway/NNP/nsubj>hits hits~hit/VBZ/advcl>won Chad/NNP/nsubj>won won~win/VBD/ROOT",
            "won",
            ACTUAL,
            id="in the past",
        ),
        pytest.param("Norway/NNP/nsubj>left left~leave/VBD/ROOT to/TO/aux>hit hit/VB/advcl>left", "hit", PLANNED, id="purpose"),
        pytest.param(
            "it/PRP/nsubj>is is~be/VBZ/ROOT good/JJ/acomp>is to/TO/aux>hit hit/VB/advcl>is", "hit", POSSIBLE, id="it is good to"
        ),
        pytest.param("Norway/NNP/nsubj>hits hits~hit/VBZ/ROOT ?/./punct>hits", "hits", HYPOTHETICAL, id="a question"),
        pytest.param(
            "an/DT/det>attack attack/NN/nsubj>cross would/MD/aux>cross cross/VB/ROOT lines~line/NNS/dobj>cross",
            "attack",
            HYPOTHETICAL,
            id="would",
        ),
        pytest.param(
            "Norway/NNP/nsubj>denies denies~deny/VBZ/ROOT that/IN/mark>plans Chad/NNP/nsubj>plans plans~plan/VBZ/ccomp>denies to/TO/aux>hit hit/VB/xcomp>plans",
            "hit",
            DENIED,
            id="the strongest wins",
        ),
        pytest.param(
            "Norway/NNP/nsubj>plans plans~plan/VBZ/ROOT ships~ship/NNS/dobj>plans that/WDT/nsubj>hit hit/VBD/relcl>ships Chad/NNP/dobj>hit",
            "hit",
            ACTUAL,
            id="relative clause",
        ),
    ],
)
def test_factuality(sentence, word, expected):
    found = qualified(sentence, word)
    assert (found.factuality, found.polarity) == (expected, Polarity.AFFIRMED)


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        pytest.param("Norway/NNP/nsubj>hit did~do/VBD/aux>hit not/RB/neg>hit hit/VB/ROOT", "hit", id="not"),
        pytest.param("Norway/NNP/nsubj>fails fails~fail/VBZ/ROOT to/TO/aux>hit hit/VB/xcomp>fails", "hit", id="fail"),
        pytest.param("nobody/NN/nsubj>hit hit/VBD/ROOT Chad/NNP/dobj>hit", "hit", id="nobody"),
        pytest.param("no/DT/det>state state/NN/nsubj>hit hit/VBD/ROOT Chad/NNP/dobj>hit", "hit", id="no state"),
        pytest.param(
            "Norway/NNP/nsubj>made made~make/VBD/ROOT no/DT/det>threat threat/NN/dobj>made", "threat", id="no before the noun"
        ),
        pytest.param("Norway/NNP/nsubj>made made~make/VBD/ROOT never/RB/neg>made threat/NN/dobj>made", "threat", id="light verb"),
        pytest.param("a/DT/det>lack lack/NN/nsubj>hurt of/IN/prep>lack trust/NN/pobj>of hurt/VBD/ROOT", "trust", id="lack of"),
        pytest.param(
            "Norway/NNP/nsubj>hit did~do/VBD/aux>hit not/RB/neg>hit hit/VB/ROOT or/CC/cc>hit sue/VB/conj>hit",
            "sue",
            id="coordinated",
        ),
    ],
)
def test_negation(sentence, word):
    assert qualified(sentence, word) == Qualification(Polarity.NEGATED, ACTUAL, None, qualified(sentence, word).cues)
    assert len(qualified(sentence, word).cues) == 1


RULES_OUT = "rules~rule/VBZ/ROOT out/RP/prt>rules hitting~hit/VBG/advcl>rules Chad/NNP/dobj>hitting"


@pytest.mark.parametrize(("words", "polarity"), [("", Polarity.NEGATED), ("never/RB/neg>rules ", Polarity.AFFIRMED)])
def test_what_is_ruled_out_is_not_done_and_what_is_not_may_be(words, polarity):
    found = qualified(f"Norway/NNP/nsubj>rules {words}{RULES_OUT}", "hitting")
    assert (found.polarity, found.factuality) == (polarity, POSSIBLE)


@pytest.mark.parametrize(("hit", "expected"), [("hit/VB/ccomp>see", HYPOTHETICAL), ("hit~hit/VBD/ccomp>see", ACTUAL)])
def test_a_clause_without_a_tense_shares_that_of_the_verb_above(hit, expected):
    seen = f"Norway/NNP/nsubj>see would/MD/aux>see see/VB/ROOT Peru/NNP/nsubj>hit {hit} Chad/NNP/dobj>hit"
    assert qualified(seen, "hit").factuality is expected


CHARGES = (
    "Falk/NNP/nsubj>left left~leave/VBD/ROOT over/IN/prep>left claims~claim/NNS/pobj>over of/IN/prep>claims his/PRP$/poss>theft theft/NN/pobj>of "
    "and/CC/cc>claims hitting~hit/VBG/acl>claims"
)


def test_what_a_charge_goes_on_with_is_alleged():
    plain = read(CHARGES)
    reading = replace(plain, structure=Structure(plain.sentence.tokens, Grammar(accusing=frozenset({"claim"}))))
    assert qualify(reading, [token(reading.sentence, "hitting")], INDEX, agentive=True).factuality is ALLEGED


@pytest.mark.parametrize("verb", ["said~say/VBD", "says~say/VBZ"], ids=["said", "says"])
def test_would_is_the_will_of_what_was_said_in_both_clauses(verb):
    both = f"Falk/NNP/nsubj>{verb[:4]} {verb}/ROOT Norway/NNP/nsubj>sit would/MD/aux>sit sit/VB/ccomp>{verb[:4]} and/CC/cc>sit would/MD/aux>hit hit/VB/conj>sit"
    assert qualified(both, "hit").factuality is (PLANNED if verb.startswith("said") else HYPOTHETICAL)


def test_two_negations_cancel():
    sentence = "Norway/NNP/nsubj>fail never/RB/neg>fail fail/VB/ROOT to/TO/aux>hit hit/VB/xcomp>fail"
    assert qualified(sentence, "hit").polarity is Polarity.AFFIRMED


@pytest.mark.parametrize(
    ("sentence", "word", "factuality"),
    [
        pytest.param(
            "Norway/NNP/nsubj>hit may/MD/aux>hit hit/VB/ROOT and/CC/cc>hit Peru/NNP/nsubj>sued sued~sue/VBD/conj>hit",
            "sued",
            ACTUAL,
            id="own subject",
        ),
        pytest.param(
            "Norway/NNP/nsubj>plans plans~plan/VBZ/ROOT to/TO/aux>hit hit/VB/xcomp>plans and/CC/cc>hit to/TO/aux>sue sue/VB/conj>hit",
            "sue",
            PLANNED,
            id="what governs the first",
        ),
        pytest.param("war/NN/nsubj>came and/CC/cc>war attack/NN/conj>war came~come/VBD/ROOT", "attack", ACTUAL, id="nouns"),
        pytest.param(
            "Norway/NNP/nsubj>hit may/MD/aux>hit hit/VB/ROOT sue/VB/conj>hit has~have/VBZ/aux>won won~win/VBN/conj>sue",
            "won",
            ACTUAL,
            id="a chain",
        ),
    ],
)
def test_coordination(sentence, word, factuality):
    assert qualified(sentence, word).factuality is factuality


OR = "Norway/NNP/nsubj>hit has~have/VBZ/aux>hit never/RB/neg>hit hit/VBN/ROOT Peru/NNP/dobj>hit or/CC/cc>hit sued~sue/VBD/conj>hit Chad/NNP/dobj>sued"
BUT = "Norway/NNP/nsubj>hit may/MD/aux>hit not/RB/neg>hit hit/VB/ROOT Peru/NNP/dobj>hit but/CC/cc>hit sue/VBP/conj>hit Chad/NNP/dobj>sue"
WITHOUT = "Norway/NNP/nsubj>left left~leave/VBD/ROOT without/IN/prep>left hitting~hit/VBG/pcomp>without Chad/NNP/dobj>hitting"


@pytest.mark.parametrize(
    ("sentence", "word", "factuality", "polarity"),
    [
        pytest.param(OR, "sued", ACTUAL, Polarity.NEGATED, id="under one auxiliary"),
        pytest.param(OR.replace("has~have/VBZ/aux>hit never", "once"), "sued", ACTUAL, Polarity.AFFIRMED, id="without one"),
        pytest.param(BUT, "sue", POSSIBLE, Polarity.AFFIRMED, id="behind but"),
        pytest.param(BUT.replace("but/", "or/"), "sue", POSSIBLE, Polarity.NEGATED, id="behind or"),
        pytest.param(WITHOUT, "hitting", ACTUAL, Polarity.NEGATED, id="without"),
    ],
)
def test_what_is_said_once_for_two_verbs(sentence, word, factuality, polarity):
    found = qualified(sentence, word)
    assert (found.factuality, found.polarity) == (factuality, polarity)


THAT = (
    "Norway/NNP/nsubj>insists insists~insist/VBZ/ROOT that/IN/mark>hit Chad/NNP/nsubj>hit hit/VBP/ccomp>insists Peru/NNP/dobj>hit"
)
WANTS = "Norway/NNP/nsubj>wants wants~want/VBZ/ROOT Chad/NNP/nsubj>hit to/TO/aux>hit hit/VB/ccomp>wants Peru/NNP/dobj>hit"


@pytest.mark.parametrize(
    ("sentence", "factuality"),
    [
        pytest.param(THAT, DEMANDED, id="a verb without the ending of its subject"),
        pytest.param(THAT.replace("Chad/NNP", "rebels~rebel/NNS"), ACTUAL, id="of several"),
        pytest.param(THAT.replace("hit/VBP", "hits~hit/VBZ").replace(">hit", ">hits"), ACTUAL, id="a statement"),
        pytest.param(THAT.replace("that/IN/mark>hit ", ""), ACTUAL, id="without that"),
        pytest.param(WANTS, DEMANDED, id="what others are to do"),
        pytest.param(WANTS.replace("Chad/NNP/nsubj>hit ", ""), PLANNED, id="what one does oneself"),
    ],
)
def test_what_somebody_wants_of_others(sentence, factuality):
    assert qualified(sentence, "hits" if "hits~" in sentence else "hit").factuality is factuality


@pytest.mark.parametrize(("agentive", "factuality"), [(True, PLANNED), (False, PREDICTED)])
def test_will_is_a_plan_of_who_acts_and_a_forecast_otherwise(agentive, factuality):
    assert qualified("Norway/NNP/nsubj>hit will/MD/aux>hit hit/VB/ROOT", "hit", agentive=agentive).factuality is factuality


@pytest.mark.parametrize(
    ("sentence", "label", "words"),
    [
        pytest.param(
            "Norway/NNP/nsubj>is is~be/VBZ/ROOT likely/JJ/acomp>is to/TO/aux>hit hit/VB/xcomp>likely",
            "likely",
            "likely",
            id="likely",
        ),
        pytest.param(
            "Norway/NNP/nsubj>is is~be/VBZ/ROOT very/RB/advmod>likely likely/JJ/acomp>is to/TO/aux>hit hit/VB/xcomp>likely",
            "very likely",
            "very likely",
            id="very",
        ),
        pytest.param(
            "Norway/NNP/nsubj>is is~be/VBZ/ROOT not/RB/neg>is likely/JJ/acomp>is to/TO/aux>hit hit/VB/xcomp>likely",
            "unlikely",
            "not likely",
            id="not likely",
        ),
        pytest.param("Norway/NNP/nsubj>hit will/MD/aux>hit probably/RB/advmod>hit hit/VB/ROOT", "likely", "probably", id="adverb"),
    ],
)
def test_likelihood(sentence, label, words):
    found = qualified(sentence, "hit")
    assert (found.likelihood.label, found.factuality, found.polarity) == (label, PREDICTED, Polarity.AFFIRMED)
    assert found.likelihood.span.of(read(sentence).sentence.text) == words
    assert found.likelihood.span in found.cues


WAR = "the/DT/det>war war/NN/nsubj>remains remains~remain/VBZ/ROOT unlikely/JJ/acomp>remains to/TO/aux>{0} {0}/VB/xcomp>unlikely"


@pytest.mark.parametrize(
    ("verb", "agentive", "expected"),
    [("end", False, ACTUAL), ("continue", False, PREDICTED), ("end", True, PREDICTED)],
)
def test_what_is_likely_to_become_of_a_state_of_affairs_does_not_make_it_likely(verb, agentive, expected):
    assert qualified(WAR.format(verb), "war", agentive=agentive).factuality is expected


MOOD = (
    "with/IN/prep>hit moods~mood/NNS/{0} hostile/JJ/{1} to/IN/prep>hostile Chad/NNP/pobj>to Norway/NNP/nsubj>hit did~do/VBD/aux>hit "
    "not/RB/neg>hit hit/VB/ROOT"
)


@pytest.mark.parametrize("parts", [("nsubj>hostile", "pcomp>with"), ("pobj>with", "amod>moods")])
def test_what_stands_behind_with_holds_whatever_is_said_of_the_rest(parts):
    assert qualified(MOOD.format(*parts), "hostile", agentive=False).polarity is Polarity.AFFIRMED


JOIN = "Norway/NNP/nsubj>join will/MD/aux>join not/RB/neg>join join/VB/ROOT {}alliance/NN/dobj>join with/IN/prep>alliance Chad/NNP/pobj>with"


@pytest.mark.parametrize(
    ("before", "polarity"),
    [
        pytest.param("an/DT/det>alliance ", Polarity.NEGATED, id="one that is not there"),
        pytest.param("the/DT/det>alliance ", Polarity.AFFIRMED, id="one that is"),
        pytest.param("a/DT/det>alliance Peru/NNP/poss>alliance ", Polarity.AFFIRMED, id="that of another"),
    ],
)
def test_what_somebody_does_not_join(before, polarity):
    reading = read(JOIN.format(before))
    for word in reading.sentence.words:
        word.set_morph("Definite=Ind" if word.text in {"a", "an"} else "")
    assert qualify(reading, [token(reading.sentence, "alliance")], INDEX, agentive=False).polarity is polarity


def test_an_adjective_before_a_noun_demands_nothing():
    index = CueIndex([cue("must", factuality=DEMANDED, adjective="vital")], {})
    said = read("Norway/NNP/nsubj>is is~be/VBZ/ROOT a/DT/det>partner vital/JJ/amod>partner partner/NN/attr>is")
    assert qualify(said, [token(said.sentence, "partner")], index, agentive=False).factuality is ACTUAL


def test_the_first_likelihood_counts():
    sentence = "Norway/NNP/nsubj>is is~be/VBZ/ROOT likely/JJ/acomp>is to/TO/aux>hit probably/RB/advmod>hit hit/VB/xcomp>likely"
    assert qualified(sentence, "hit").likelihood.span.of(read(sentence).sentence.text) == "probably"


def test_a_term_without_a_negation_stands_for_itself():
    assert INDEX.negation(VERY) == VERY
    assert INDEX.negation(LIKELY) == UNLIKELY


def test_all_words_of_a_relation_are_looked_at():
    sentence = "Norway/NNP/nsubj>made made~make/VBD/ROOT alleged/JJ/amod>threats threats~threat/NNS/dobj>made"
    assert qualified(sentence, "made", "threats").factuality is ALLEGED
    assert qualified(sentence, "made").factuality is ACTUAL
    assert qualified(sentence, "threats", "made").factuality is ALLEGED


def test_cues_come_once_and_in_order():
    sentence = "perhaps/RB/advmod>hit Norway/NNP/nsubj>hit may/MD/aux>hit never/RB/neg>hit hit/VB/ROOT"
    text = read(sentence).sentence.text
    assert [span.of(text) for span in qualified(sentence, "hit").cues] == ["perhaps", "may", "never"]


def test_a_cue_is_found_by_lemma_and_by_word():
    reading = read("plans~plan/VBZ/ROOT")
    (word,) = reading.sentence.tokens
    assert [found.iri for found in INDEX.find(word, "verb", "infinitive")] == ["plan"]
    assert INDEX.find(word) == INDEX.find(word, "noun", "adverb")[:0]


@pytest.mark.parametrize(
    ("notation", "found"),
    [
        pytest.param("longer~long/RBR/ROOT no/DT/neg>longer", [], id="the other way round"),
        pytest.param("no/DT/neg>longer longer~long/RBR/ROOT", ["not"], id="two words"),
        pytest.param("Norway/NNP/nsubj>plans plans~plan/VBZ/ROOT out/RP/prt>plans", [], id="a verb with a particle is another"),
        pytest.param("plans~plan/VBZ/ROOT on/RP/prt>plans Chad/NNP/pobj>on", ["plan"], id="a preposition is no particle"),
        pytest.param("rules~rule/VBZ/ROOT out/RP/prt>rules", ["rule out", "open"], id="verb and particle"),
    ],
)
def test_a_cue_may_be_of_two_words(notation, found):
    word = next(token for token in read(notation).sentence.tokens if token.dep_ == "ROOT")
    assert [cue.iri for cue in INDEX.find(word, "verb", "adverb")] == found


SILENT = (
    "Peru/NNP/nsubj>say did~do/VBD/aux>say not/RB/neg>say say/VB/ROOT that/IN/mark>hit Norway/NNP/nsubj>hit "
    "hit/VBD/ccomp>say Chad/NNP/dobj>hit"
)


@pytest.mark.parametrize(
    ("verb", "factuality", "polarity"),
    [
        pytest.param("say", HYPOTHETICAL, Polarity.AFFIRMED, id="what is not said is left open"),
        pytest.param("believe", ACTUAL, Polarity.NEGATED, id="what is not believed is negated"),
        pytest.param("expect", PREDICTED, Polarity.NEGATED, id="what is not expected is negated, too"),
    ],
)
def test_what_is_not_said(verb, factuality, polarity):
    found = qualified(SILENT.replace("say", verb), "hit")
    assert (found.factuality, found.polarity) == (factuality, polarity)


def test_what_is_said_is_as_it_is():
    found = qualified(SILENT.replace("not/RB/neg", "still/RB/advmod"), "hit")
    assert (found.factuality, found.polarity) == (ACTUAL, Polarity.AFFIRMED)


@pytest.mark.parametrize(
    ("predicate", "factuality", "label"),
    [
        pytest.param("alleged/JJ/acomp>remains", ALLEGED, None, id="adjective"),
        pytest.param("a/DT/det>plan plan/NN/attr>remains", PLANNED, None, id="noun"),
        pytest.param("unlikely/JJ/acomp>remains", PREDICTED, "unlikely", id="likelihood"),
        pytest.param("likely/JJ/oprd>remains", ACTUAL, None, id="no predicate"),
    ],
)
def test_what_is_said_of_an_event(predicate, factuality, label):
    found = qualified(f"an/DT/det>attack attack/NN/nsubj>remains remains~remain/VBZ/ROOT {predicate}", "attack")
    assert (found.factuality, found.likelihood and found.likelihood.label) == (factuality, label)


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        pytest.param("of/IN/ROOT hitting~hit/VBG/pcomp>of Chad/NNP/dobj>hitting", "hitting", id="a preposition that governs all"),
        pytest.param(
            "Norway/NNP/nsubj>put put/VBD/ROOT off/IN/prep>put the/DT/det>attack attack/NN/dobj>put", "attack", id="an object"
        ),
        pytest.param("Norway/NNP/ROOT hit/VBD/parataxis>Norway", "hit", id="an aside"),
        pytest.param("Norway/NNP/nsubj>won won~win/VBD/ROOT with/IN/prep>won attack/NN/pobj>with", "attack", id="a means"),
        pytest.param("attack/NN/nsubj>hurt may/MD/aux>hurt hurt/VB/ROOT Chad/NNP/dobj>hurt", "attack", id="an effect that may be"),
        pytest.param(
            "Norway/NNP/nsubj>left left~leave/VBD/ROOT after/IN/mark>hit Chad/NNP/nsubj>hit hit/VBD/advcl>left", "hit", id="after"
        ),
    ],
)
def test_where_nothing_is_qualified(sentence, word):
    assert qualified(sentence, word) == Qualification()


def test_a_gerund_is_governed_through_its_preposition():
    sentence = "a/DT/det>plan plan/NN/nsubj>won of/IN/prep>plan hitting~hit/VBG/pcomp>of Chad/NNP/dobj>hitting won~win/VBD/ROOT"
    assert qualified(sentence, "hitting").factuality is PLANNED


def test_the_verb_of_a_frame_is_not_its_own_governor():
    sentence = "Norway/NNP/nsubj>plans plans~plan/VBZ/ROOT attack/NN/dobj>plans"
    assert qualified(sentence, "attack", "plans").factuality is ACTUAL
    assert qualified(sentence, "attack").factuality is PLANNED


def test_what_a_frame_denies_with_its_own_words_is_not_negated():
    sentence = "Norway/NNP/nsubj>hit will/MD/aux>hit not/RB/neg>hit hit/VB/ROOT Chad/NNP/dobj>hit"
    assert qualified(sentence, "hit", "will", "not") == Qualification()
    assert qualified(sentence, "hit").polarity is Polarity.NEGATED
