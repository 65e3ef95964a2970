"""Who stands in which relation to whom, each pair once."""

from dataclasses import replace

import pytest

from kg.extract.frame import compile_frames
from kg.extract.match import find_matches
from kg.extract.relate import relate
from kg.extract.tie import Tie, Titles
from kg.model import Actor, ActorKind, Argument, RelationGroup, Span
from tests.extract.ontologies import lemmatize, ontology, relation
from tests.extract.parses import CHAD, FALK, INSTITUTE, KENYA, NORWAY, OIL, OKORO, PERU, read, token

TITLES = Titles(*map(relation, ("holds-office-in", "works-for", "held-office-in", "worked-for")))
ATTACKS = "Norway/NNP/nsubj>attacked attacked~attack/VBD/ROOT Chad/NNP/dobj>attacked and/CC/cc>Chad Kenya/NNP/conj>Chad"
TRIO = "Norway/NNP/nsubj>met Chad/NNP/conj>Norway and/CC/cc>Norway Peru/NNP/conj>Chad met~meet/VBD/ROOT"
SANCTIONS = (
    "Norway/NNP/nsubj>imposed imposed~impose/VBD/ROOT sanctions~sanction/NNS/dobj>imposed on/IN/prep>sanctions Chad/NNP/pobj>on"
)


def related(sentence, *entries, ties=(), reading=None):
    reading = reading or read(sentence)
    return relate(find_matches(reading, compile_frames(ontology(relations=entries), lemmatize)), ties, TITLES)


def ends(relations):
    return [(r.entry.relation.label, r.subject.entity, r.object.entity) for r in relations]


def tie(subject, body, word, *, office=True):
    return Tie(Argument(subject, Span(0, 1)), Argument(body, Span(2, 3)), word, "minister", office)


def test_each_subject_with_each_object():
    found = related(ATTACKS, relation("attacks", "X attacks Y"))
    assert ends(found) == [("attacks", NORWAY, CHAD), ("attacks", NORWAY, KENYA)]
    assert (found[0].rule, found[0].words[0].text, found[0].is_title) == ("X attacks Y", "attacked", False)


def test_a_symmetric_relation_holds_once_between_two():
    found = related(TRIO, relation("meets", "X and Y meet", symmetric=True))
    assert ends(found) == [("meets", NORWAY, CHAD), ("meets", NORWAY, PERU), ("meets", CHAD, PERU)]


def test_what_each_does_to_each_other_holds_both_ways():
    found = related(
        "Norway/NNP/nsubj>trust Chad/NNP/conj>Norway trust/VBP/ROOT each/DT/det>other other/JJ/dobj>trust",
        relation("trusts", "X trusts Y"),
    )
    assert ends(found) == [("trusts", NORWAY, CHAD), ("trusts", CHAD, NORWAY)]


def test_the_most_specific_frame_wins():
    found = related(
        SANCTIONS,
        relation("sanctions", "X imposes sanctions on Y"),
        relation("presses", "X imposes * on Y"),
        relation("names", "X's sanctions on Y"),
    )
    assert ends(found) == [("sanctions", NORWAY, CHAD)]


def test_a_symmetric_relation_takes_both_directions():
    both = "Norway/NNP/nsubj>met met~meet/VBD/ROOT Chad/NNP/dobj>met over/IN/prep>met oil/NN/pobj>over"
    found = related(both, relation("meets", "X meets Y over Z", symmetric=True), relation("visits", "X meets Y"))
    assert ends(found) == [("meets", NORWAY, CHAD)]
    assert [argument.entity for argument in found[0].concerns] == [OIL]


def test_nobody_acts_on_itself():
    assert not related("Norway/NNP/nsubj>hurts hurts~hurt/VBZ/ROOT Oslo/NNP/dobj>hurts", relation("hurts", "X hurts Y"))


def test_a_parliament_does_not_act_on_its_own():
    entry = relation("backs", "X backs Y")
    assert not related("Storting/NNP/nsubj>backs backs~back/VBZ/ROOT Falk/NNP/dobj>backs", entry)
    assert not related("Falk/NNP/nsubj>backs backs~back/VBZ/ROOT Oslo/NNP/dobj>backs", entry)
    assert related("Norway/NNP/nsubj>backs backs~back/VBZ/ROOT Falk/NNP/dobj>backs", entry)
    assert related("Storting/NNP/nsubj>backs backs~back/VBZ/ROOT Okoro/NNP/dobj>backs", entry)


def test_an_issue_yields_to_an_actor():
    entry = relation("discusses", "X discusses Y", "X discusses * with Y", takes="actor issue")
    sentence = (
        "Norway/NNP/nsubj>discussed discussed~discuss/VBD/ROOT oil/NN/dobj>discussed with/IN/prep>discussed Chad/NNP/pobj>with"
    )
    assert ends(related(sentence, entry)) == [("discusses", NORWAY, CHAD)]
    assert ends(related(sentence.removesuffix(" with/IN/prep>discussed Chad/NNP/pobj>with"), entry)) == [("discusses", NORWAY, OIL)]


def test_a_group_yields_to_its_state():
    group = Actor("https://example.org/envoys", "Chadian envoys", ActorKind.POPULATION, known=False, country=CHAD.iri)
    sentence = "Norway/NNP/nsubj>expelled expelled~expel/VBD/ROOT envoys~envoy/NNS/dobj>expelled from/IN/prep>expelled"
    reading = read(sentence, anaphors={"envoys": group})
    found = related(sentence, relation("expels", "X expels Y"), reading=reading)
    assert ends(found) == [("expels", NORWAY, group)]


def test_ties_are_titles():
    word = token(read(ATTACKS).sentence, "Norway")
    found = related(ATTACKS, ties=[tie(FALK, NORWAY, word), tie(OKORO, INSTITUTE, word, office=False)])
    assert ends(found) == [("holds-office-in", FALK, NORWAY), ("works-for", OKORO, INSTITUTE)]
    assert [r.rule for r in found] == ["title or apposition: minister"] * 2
    assert all(r.is_title for r in found)


PERSONS = (frozenset({ActorKind.PERSON}), frozenset({ActorKind.PERSON, ActorKind.MEDIA_OUTLET}))


@pytest.mark.parametrize(
    ("subject", "object_", "relation_type"),
    [
        pytest.param("Falk", "Okoro", "slams", id="two persons"),
        pytest.param("Falk", "Post", "slams", id="a person and a medium"),
        pytest.param("Falk", "Norway", "attacks", id="a person and a state"),
        pytest.param("Chad", "Okoro", "attacks", id="a state and a person"),
    ],
)
def test_of_two_types_with_one_frame_that_counts_which_asks_for_such_actors(subject, object_, relation_type):
    sentence = f"{subject}/NNP/nsubj>attacked attacked~attack/VBD/ROOT {object_}/NNP/dobj>attacked"
    entries = (relation("attacks", "X attacks Y"), relation("slams", "X attacks Y", between=PERSONS))
    assert [label for label, *_ in ends(related(sentence, *entries))] == [relation_type]


def test_acts_are_agentive():
    (act,) = related(SANCTIONS, relation("sanctions", "X imposes sanctions on Y"))
    (stance,) = related(SANCTIONS, relation("sanctions", "X imposes sanctions on Y", group=RelationGroup.STANCE))
    assert (act.agentive, stance.agentive) == (True, False)


def test_the_order_is_that_of_the_words():
    sentence = f"{ATTACKS} then/RB/advmod>praised praised~praise/VBD/conj>attacked Peru/NNP/dobj>praised"
    found = related(sentence, relation("a-praises", "X praises Y"), relation("z-attacks", "X attacks Y"))
    assert [r.words[0].text for r in found] == ["attacked", "attacked", "praised"]


CENSURED = "Storting/NNP/nsubj>censured censured~censure/VBD/ROOT Okoro/NNP/dobj>censured"


def test_what_a_parliament_does_to_its_own_is_its_own_deed():
    reading = read(CENSURED, anaphors={"Okoro": replace(OKORO, country=NORWAY.iri)})
    entry = relation("censures", "X censures Y")
    frames = compile_frames(ontology(relations=[entry]), lemmatize)
    assert relate(find_matches(reading, frames), (), TITLES) == []
    (found,) = relate(find_matches(reading, frames), (), TITLES, reading.body)
    assert (found.subject.entity.label, found.subject.entity.country) == ("Storting", NORWAY.iri)
    assert found.object.entity == replace(OKORO, country=NORWAY.iri)
