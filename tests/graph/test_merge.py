from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import NamedNode

from kg.graph.claims import actors, claims
from kg.graph.merge import Spelling, apply, judge, profile, recorded
from kg.graph.merge.merge import Merge
from kg.graph.store import from_quads
from kg.graph.terms import named
from kg.graph.triples import quads
from kg.model import Actor, ActorKind, Argument, Claim, Span
from kg.ontology import load, term
from tests.graph import strategies
from tests.graph.samples import DOCUMENT, PLAIN

SPELLING = Spelling.of(load())
NAMES = st.sampled_from(
    ["Fish Union of Norway", "FUN", "fish union of norway", "Fish Union of Nepal", "FUNN", "Fun", "!", "Ærø Bank", "AERO"]
)
COUNTRIES = st.sampled_from(["", term("actor:norway"), term("actor:chad")])
FOUND = st.builds(
    Actor,
    st.integers(0, 9).map(lambda number: term(f"actor:a{number}")),
    NAMES,
    st.sampled_from([ActorKind.ORGANIZATION, ActorKind.PERSON]),
    known=st.booleans(),
    country=COUNTRIES,
)


def merges(some, decisions=()):
    return list(judge([profile(actor, SPELLING) for actor in some], decisions).merges)


def found(*labels, **about):
    return [Actor(term(f"actor:x{i}"), label, ActorKind.ORGANIZATION, known=False, **about) for i, label in enumerate(labels)]


def pairs(some):
    return [(merge.alias.removeprefix(term("actor:")), merge.actor.removeprefix(term("actor:"))) for merge in merges(some)]


def test_the_same_name_in_another_spelling_is_one_actor():
    judged = merges(found("Café-Institut", "Cafe Institut", "CAFE INSTITUT"))
    assert [(merge.actor, merge.score) for merge in judged] == [(term("actor:x0"), 1.0)] * 2


def test_an_acronym_becomes_the_only_name_that_it_stands_for():
    judged = merges(found("FUN", "Fish Union of Norway"))
    assert judged == [Merge(term("actor:x0"), term("actor:x1"), 0.9, "acronym of the full name")]


def test_an_acronym_of_two_names_stays_alone():
    assert not merges(found("FUN", "Fish Union of Norway", "Fish Union of Nepal"))


def test_a_chain_of_reasons_is_as_weak_as_its_weakest():
    judged = merges(found("FUN", "Fish Union of Norway", "FISH UNION OF NORWAY"))
    assert {merge.alias: merge.score for merge in judged} == {term("actor:x0"): 0.9, term("actor:x2"): 1.0}


def test_banks_of_the_same_name_in_two_countries_stay_two():
    norway, chad = found("First Bank", country=term("actor:norway")), found("x", "First Bank", country=term("actor:chad"))[1:]
    assert not merges([*norway, *chad])
    assert not merges([*norway, *chad, *found("x", "y", "First Bank")[2:]])


def test_different_kinds_stay_two():
    assert not merges([*found("First Bank"), Actor("a:b", "First Bank", ActorKind.PERSON, known=False)])


def test_what_is_found_becomes_what_is_known_and_two_known_ones_stay_two():
    known = [Actor(f"a:{i}", "First Bank", ActorKind.ORGANIZATION) for i in range(2)]
    assert pairs([*found("First Bank"), known[0]]) == [("x0", "a:0")]
    assert not merges(known)


def test_somebody_in_a_role_of_one_document_is_not_that_of_another():
    police = [Actor(term(f"actor:police.{name}"), "police", ActorKind.ORGANIZATION, known=False) for name in ("00ff", "11ee")]
    assert merges(police) == []


def test_names_without_letters_are_no_reason():
    assert not merges(found("!", "?"))


@given(st.lists(FOUND, max_size=8))
def test_the_order_of_actors_makes_no_difference(some):
    assert merges(some) == merges([*reversed(some), *some])


@given(st.lists(FOUND, max_size=8))
def test_no_alias_is_an_actor_that_stays(some):
    judged = merges(some)
    assert not {merge.alias for merge in judged} & {merge.actor for merge in judged}


NAMING = {named("rdfs:label"), named("skos:altLabel")}
JUDGED = st.lists(
    st.sampled_from([Merge(term(f"actor:a{i}"), term(f"actor:a{j}"), 0.5, "so") for i in range(1, 4) for j in range(i)])
)


@settings(max_examples=30)
@given(strategies.read(), JUDGED.map(lambda some: list({merge.alias: merge for merge in some}.values())))
def test_applying_is_idempotent_and_leaves_no_alias(pair, judged):
    once = apply(quads(*pair), judged)
    assert apply(once, judged) == once == sorted(set(once), key=str)
    store = from_quads(once)
    assert sorted(recorded(store), key=str) == sorted(judged, key=str)
    aliases = {merge.alias for merge in judged}
    assert not {actor.iri for actor in actors(store)} & aliases
    assert len(list(claims(store))) == len(pair[1])


@settings(max_examples=30)
@given(strategies.read())
def test_without_judgements_nothing_changes(pair):
    assert apply(quads(*pair), []) == quads(*pair)


def test_judgements_that_bite_their_tail_end():
    judged = [Merge("a:b", "a:c", 1, "so"), Merge("a:c", "a:b", 1, "so")]
    assert sorted(recorded(from_quads(apply([], judged))), key=str) == judged


def test_the_name_of_an_alias_is_kept():
    first, second = found("FUN", "Fish Union of Norway")
    stated = [
        Claim(actor.label[:4], PLAIN.source, Argument(actor, Span(0, 3)), PLAIN.relation, PLAIN.object, PLAIN.evidence)
        for actor in (first, second)
    ]
    kept = apply(quads(DOCUMENT, stated), merges([first, second]))
    names = {
        (quad.predicate, quad.object.value) for quad in kept if quad.subject == NamedNode(second.iri) and quad.predicate in NAMING
    }
    assert names == {(named("rdfs:label"), "Fish Union of Norway"), (named("skos:altLabel"), "FUN")}
