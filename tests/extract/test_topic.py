"""A sentence names issues by their phrases, and by places where they are what is spoken of."""

from dataclasses import replace

import pytest

from kg.errors import OntologyError
from kg.extract.topic import Named, Topics, is_negated, named, subjects, topics
from kg.model import Argument, Issue, Mention, Span
from kg.ontology import IssueEntry, term
from tests.extract.ontologies import ontology
from tests.extract.parses import CHAD, FISHING, KENYA, NORWAY, OIL, read, token

UNREST = Issue(term("issue:unrest"), "unrest")
KNOWN = Topics(
    {},
    {CHAD.iri: UNREST},
    prepositions=frozenset({"on", "over"}),
    targeting=frozenset({"strike"}),
    references=frozenset({"question"}),
    verbs=frozenset({"discuss"}),
    agenda=frozenset({"agenda", "topic"}),
)
AGENDA = "was~be/VBD/ROOT on/IN/prep>was the/DT/det>agenda agenda/NN/pobj>on"


def found(reading):
    """The words that name issues here, with the issues."""
    doc = reading.sentence.tokens.doc
    return [(doc[index].text, argument.entity) for index, argument in named(reading, KNOWN).issues.items()]


def with_issue(reading, first, last, issue=FISHING):
    """A reading in which a stretch of words is a phrase of an issue."""
    tokens = reading.sentence.tokens
    mention = Mention(reading.sentence.span(tokens[first], tokens[last]), issue, "phrase")
    spread = {tokens[index].i: mention for index in range(first, last + 1)}
    return replace(reading, mentions=replace(reading.mentions, issues=reading.mentions.issues | spread))


def with_actor(reading, first, last, form="label", actor=KENYA):
    """A reading in which a stretch of words names an actor."""
    tokens = reading.sentence.tokens
    mention = Mention(reading.sentence.span(tokens[first], tokens[last]), actor, form)
    spread = {tokens[index].i: mention for index in range(first, last + 1)}
    return replace(reading, mentions=replace(reading.mentions, actors=reading.mentions.actors | spread))


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        pytest.param("talks~talk/NNS/ROOT on/IN/prep>talks Chad/NNP/pobj>on", [("Chad", UNREST)], id="talks on"),
        pytest.param(
            "talks~talk/NNS/ROOT on/IN/prep>talks Kenya/NNP/pobj>on and/CC/cc>Kenya Chad/NNP/conj>Kenya",
            [("Chad", UNREST)],
            id="list",
        ),
        pytest.param("strike/NN/ROOT on/IN/prep>strike Chad/NNP/pobj>on", [], id="target"),
        pytest.param("talks~talk/NNS/ROOT in/IN/prep>talks Chad/NNP/pobj>in", [], id="place"),
        pytest.param("question/NN/ROOT of/IN/prep>question Chad/NNP/pobj>of", [("Chad", UNREST)], id="question of"),
        pytest.param("size/NN/ROOT of/IN/prep>size Chad/NNP/pobj>of", [], id="size of"),
        pytest.param(
            "Peru/NNP/nsubj>discussed discussed~discuss/VBD/ROOT Chad/NNP/dobj>discussed", [("Chad", UNREST)], id="object"
        ),
        pytest.param("Peru/NNP/nsubj>left left~leave/VBD/ROOT Chad/NNP/dobj>left", [], id="object of another verb"),
        pytest.param("Chad/NNP/nsubj>left left~leave/VBD/ROOT", [], id="subject"),
        pytest.param("talks~talk/NNS/ROOT on/IN/prep>talks Chadian/JJ/pobj>on", [], id="adjective"),
        pytest.param("talks~talk/NNS/ROOT on/IN/prep>talks Peru/NNP/pobj>on", [], id="a place that stands for no issue"),
        pytest.param("talks~talk/NNS/ROOT on/IN/prep>talks oil/NN/pobj>on", [("oil", OIL)], id="phrase"),
    ],
)
def test_a_place_is_an_issue_where_it_is_what_is_spoken_of(notation, expected):
    assert found(read(notation)) == expected


def test_a_phrase_stands_at_the_word_that_hangs_on_something_else():
    reading = read("talks~talk/NNS/ROOT on/IN/prep>talks quotas~quota/NNS/pobj>on of/IN/prep>quotas cod/NN/pobj>of")
    assert found(with_issue(reading, 2, 4)) == [("quotas", FISHING)]
    assert named(with_issue(reading, 2, 4), KNOWN).issues[2] == Argument(FISHING, Span(9, 22))


def test_a_phrase_that_heads_the_sentence_stands_at_its_root():
    reading = read("Chad/NNP/nsubj>left left~leave/VBD/ROOT")
    assert found(with_issue(reading, 0, 1)) == [("left", FISHING)]


def test_a_phrase_that_is_part_of_a_name_is_no_issue():
    reading = read("Peru/NNP/nsubj>left left~leave/VBD/ROOT the/DT/det>Union Oil/NNP/compound>Union Union/NNP/dobj>left")
    assert found(with_actor(with_issue(reading, 3, 3), 3, 4)) == []


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        pytest.param("Peru/NNP/nsubj>left left~leave/VBD/ROOT over/IN/prep>left Delta/NNP/pobj>over", ["Delta"], id="topic"),
        pytest.param("Peru/NNP/nsubj>left left~leave/VBD/ROOT after/IN/prep>left Delta/NNP/pobj>after", ["Delta"], id="beside"),
        pytest.param("his/PRP$/poss>job job/NN/nsubj>left left~leave/VBD/ROOT Delta/NNP/nsubj>left", [], id="acts"),
        pytest.param("two/CD/nummod>jobs jobs~job/NNS/ROOT at/IN/prep>jobs Delta/NNP/poss>jobs", [], id="owns"),
        pytest.param("Peru/NNP/nsubj>left and/CC/cc>Peru left~leave/VBD/ROOT Delta/NNP/conj>Peru", [], id="acts with another"),
    ],
)
def test_a_name_that_is_an_issue_is_none_where_it_acts(notation, expected):
    reading = with_actor(with_issue(read(notation), 3, 3), 3, 3)
    assert [word for word, _ in found(reading)] == expected


def test_those_in_a_role_are_an_issue_even_where_they_act():
    reading = with_issue(read("migrants~migrant/NNS/nsubj>left left~leave/VBD/ROOT Peru/NNP/dobj>left"), 0, 0)
    assert found(with_actor(reading, 0, 0, "role")) == [("migrants", FISHING)]
    assert found(with_actor(reading, 0, 0)) == []


def test_a_phrase_longer_than_a_name_is_an_issue():
    reading = read(
        "Peru/NNP/nsubj>left left~leave/VBD/ROOT after/IN/prep>left Norway/NNP/poss>quota 's/POS/case>Norway quota/NN/pobj>after"
    )
    assert found(with_issue(reading, 3, 5)) == [("quota", FISHING)]
    reversed_heads = read("Norway/NNP/ROOT quota/NN/appos>Norway")
    assert found(with_issue(reversed_heads, 0, 1)) == [("Norway", FISHING)]


@pytest.mark.parametrize(
    ("notation", "tabled"),
    [
        (f"Chad/NNP/nsubj>was {AGENDA}", ["Chad"]),
        (f"Chad/NNP/nsubj>was and/CC/cc>Chad fish/NN/conj>Chad {AGENDA}", ["Chad", "fish"]),
        (f"Chad/NNP/nsubj>was was~be/VBD/ROOT not/RB/neg>was {AGENDA.removeprefix('was~be/VBD/ROOT ')}", []),
        ("Chad/NNP/nsubj>was was~be/VBD/ROOT the/DT/det>topic topic/NN/attr>was", ["Chad"]),
        ("the/DT/det>agenda agenda/NN/nsubj>left left~leave/VBD/ROOT Chad/NNP/dobj>left", []),
        ("Chad/NNP/nsubj>left left~leave/VBD/ROOT cod/NN/dobj>left on/IN/prep>cod agenda/NN/pobj>on", []),
    ],
)
def test_what_is_on_the_agenda(notation, tabled):
    reading = read(notation)
    said = named(reading, KNOWN)
    assert [reading.sentence.tokens.doc[index].text for index in said.tabled] == tabled
    assert [word for word, _ in found(reading)] == [word for word in tabled if word == "Chad"]


def test_subjects_and_negation():
    sentence = read(
        "Chad/NNP/nsubjpass>seen was~be/VBD/auxpass>seen not/RB/neg>seen seen~see/VBN/ROOT here/RB/advmod>seen"
    ).sentence
    assert [word.text for word in subjects(token(sentence, "seen"))] == ["Chad"]
    assert is_negated(token(sentence, "seen"))
    assert not is_negated(token(sentence, "here"))


def ontology_of(**lists):
    quota = IssueEntry(Issue(term("issue:quota"), "quota"), ("quota",), FISHING.iri, (NORWAY.iri,))
    whales = IssueEntry(Issue(term("issue:whales"), "whales"), ("whales",), FISHING.iri)
    base = ontology(issues=[IssueEntry(FISHING, ("fishing",)), quota, whales])
    return replace(base, word_lists={name.replace("_", "-"): words for name, words in lists.items()})


def test_topics_of_an_ontology():
    known = topics(ontology_of(topic_place=("chad fishing",), local_issue=("fishing",), topic_verb=("discuss",), occasion=("eve",)))
    assert known.places == {CHAD.iri: FISHING}
    assert [entry.issue.label for entry in known.local[FISHING.iri]] == ["quota"]
    assert (known.verbs, known.occasions) == ({"discuss"}, {"eve"})
    assert list(known.above(term("issue:quota"))) == [FISHING.iri]
    assert list(known.above("unknown")) == []


@pytest.mark.parametrize("lists", [{"topic_place": ("chad hiking",)}, {"local_issue": ("hiking",)}])
def test_a_list_that_names_no_issue_is_refused(lists):
    with pytest.raises(OntologyError, match='hiking" does not end in the name of an issue'):
        topics(ontology_of(**({"topic_place": (), "local_issue": ()} | lists)))


def test_a_sentence_that_names_none():
    assert named(read("Chad/NNP/nsubj>left left~leave/VBD/ROOT"), KNOWN) == Named({})
