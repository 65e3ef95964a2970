"""Names of actors, issues and relation types: what they call in a graph, and what is nearest to those that call nothing."""

from dataclasses import replace

import pytest

from kg.errors import UnknownNameError
from kg.explore.lookup import Kind, Names, nearest
from kg.explore.phrase import relations_of
from kg.graph.store import in_memory
from kg.model import Actor, ActorKind
from kg.ontology import load, local_name, term
from tests.explore.builder import CHILE, NORWAY, SANCTIONS, SOME, claim, graph, written

ONTOLOGY = load()


def actor(name, label, kind=ActorKind.PERSON, *, known=True):
    return Actor(term(f"actor:{name}"), label, kind, known=known)


def names(*actors):
    """The names of a graph in which each of some actors sanctions Chile, and of the sample's."""
    return Names(graph(*SOME, *(claim(one, SANCTIONS, CHILE, source=f"{one.label}.txt") for one in actors)), ONTOLOGY)


def meant(words, *actors, kinds=(Kind.ACTOR, Kind.ISSUE)):
    return sorted(map(local_name, names(*actors).meant(words, kinds)))


@pytest.mark.parametrize(
    "words",
    [
        "United States",
        "united states",
        "US",
        "U.S.",
        "usa",
        "Washington",
        "the Pentagon",
        "White House",
        "American",
        "united-states",
    ],
)
def test_an_actor_goes_by_every_name_of_the_ontology(words):
    assert meant(words, actor("united-states", "United States", ActorKind.STATE)) == ["united-states"]


def test_accents_and_case_make_no_difference():
    joke = actor("jose-nunez.0badcafe", "José Núñez", known=False)
    assert [meant(words, joke) for words in ("jose nunez", "JOSÉ NÚÑEZ", "Jose-Nunez")] == [["jose-nunez.0badcafe"]] * 3


def test_an_issue_goes_by_its_phrases():
    assert meant("fishing rights") == meant("issue:fishing") == ["fishing"]


def test_the_own_label_of_the_graph_comes_before_a_surname_of_the_ontology():
    stranger = actor("putin.0badcafe", "Putin", known=False)
    assert meant("putin", stranger, actor("vladimir-putin", "Vladimir Putin")) == ["putin.0badcafe"]
    assert meant("putin", actor("vladimir-putin", "Vladimir Putin")) == ["vladimir-putin"]


def test_several_with_one_label_are_all_meant():
    police = [actor(f"police.{number}", "police", ActorKind.ORGANIZATION, known=False) for number in ("0a", "0b")]
    assert meant("police", *police) == ["police.0a", "police.0b"]


def test_a_name_that_the_ontology_gives_to_several_of_the_graph_is_refused():
    some = (actor("condoleezza-rice", "Condoleezza Rice"), actor("susan-rice", "Susan Rice"))
    with pytest.raises(UnknownNameError, match=r"^Rice: may be Condoleezza Rice \(actor:condoleezza-rice\), Susan Rice"):
        meant("Rice", *some)
    assert meant("Rice", some[1]) == ["susan-rice"]


def test_what_was_merged_goes_by_its_old_names():
    one, other = (
        actor(name, label, ActorKind.ORGANIZATION, known=False) for name, label in (("fu", "Fish Union"), ("fsu", "FISH UNION"))
    )
    stated = (claim(one, SANCTIONS, CHILE), claim(replace(other, label="Fish-Union"), SANCTIONS, CHILE, source="b.txt"))
    store = in_memory(written(*stated), ONTOLOGY)
    found = {words: Names(store, ONTOLOGY).find(words) for words in ("Fish Union", "fish-union", "actor:fu", "fsu")}
    assert set(map(len, found.values())) == {1}
    assert len(set().union(*found.values())) == 1


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (
            "Nowray",
            r"Nowray: nothing in the graph has this name, one of its actors or issues was expected; did you mean Norway \(actor:norway\)",
        ),
        ("actor:nor-wey", r"did you mean Norway"),
        ("Nauru", r"^Nauru: Nauru \(actor:nauru\) is not in the graph$"),
        ("qqqqq", r"^qqqqq: nothing in the graph has this name, one of its actors or issues was expected$"),
        ("", "nothing in the graph has this name"),
        ("<<>>{}", "nothing in the graph has this name"),
    ],
)
def test_what_calls_nothing_is_one_line_with_the_nearest(words, message):
    with pytest.raises(UnknownNameError, match=message):
        meant(words)


def test_an_option_stands_before_the_words():
    with pytest.raises(
        UnknownNameError, match=r"^--issue Norway: nothing in the graph has this name, one of its issues was expected"
    ):
        names().meant("Norway", [Kind.ISSUE], "--issue")


def test_kinds_are_kept_apart():
    assert names().find("Norway", [Kind.ISSUE]) == frozenset()
    assert names().find("sanctions", [Kind.RELATION]) == {SANCTIONS.iri}
    assert names().find("Norway", [Kind.ACTOR]) == {NORWAY.iri}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("sanctions", ["sanctions"]),
        ("SANCTION", ["sanctions"]),
        ("imposes sanctions on", ["sanctions"]),
        ("slaps sanctions", ["sanctions"]),
        ("meet", ["meets"]),
        ("expels diplomats", ["expels-diplomats-of"]),
        ("breaks ties", ["breaks-ties-with"]),
        ("", []),
        ("dances with", []),
    ],
)
def test_a_relation_goes_by_its_label_its_beginning_and_its_phrases(words, expected):
    assert sorted(map(local_name, relations_of(words, ONTOLOGY))) == expected


def test_the_nearest_are_the_same_whatever_their_order():
    known = ["Norway", "Nauru", "Norfolk", "Conway"]
    assert nearest("norwey", known) == nearest("norwey", reversed(known))
    assert nearest("norwey", known)[0] == "Norway"
