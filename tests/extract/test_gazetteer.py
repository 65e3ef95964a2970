"""Names of the ontology are found in a sentence: the longest, in the right case, none inside another."""

import pytest

from kg.extract.mention.gazetteer import Gazetteer, Line
from kg.model import Actor, ActorKind, Issue
from kg.ontology import Role, RoleKind, term
from tests.extract.ontologies import actor, issue, lemmatize, ontology
from tests.extract.parses import CHAD, FALK, FISHING, NORWAY, parse

BANK = Actor(term("actor:bank-of-chad"), "Bank of Chad", ActorKind.ORGANIZATION)
STATES = Actor(term("actor:united-states"), "United States", ActorKind.STATE)
HAGUE = Actor(term("actor:hague-court"), "The Hague Court", ActorKind.ORGANIZATION)
SHIELD = Issue(term("issue:shield"), "SHIELD")
ACTORS = (
    actor(NORWAY, adjective="Norwegian", abbreviation="NO", prefix="Norwego"),
    actor(CHAD),
    actor(BANK),
    actor(STATES, abbreviation="US", label="the States"),
    actor(HAGUE),
    actor(FALK, surname="Falk"),
    actor(Actor(term("actor:marks"), "!!", ActorKind.ORGANIZATION)),
    actor(Actor(term("actor:elk"), "Elk", ActorKind.ORGANIZATION)),
)
ISSUES = (
    issue(FISHING, "fishing rights", "right to fish"),
    issue(SHIELD),
    issue(Issue(term("issue:water"), "water"), "Chad's water"),
)
MINISTER = Role(term("role:minister"), "minister", ("minister",), RoleKind.OFFICE)
CLERGY = Role(term("role:clergy"), "minister", ("minister", "vicar"), RoleKind.OCCUPATION)
FOREIGN = Role(term("role:foreign-minister"), "foreign minister", ("foreign minister",), RoleKind.OFFICE)


@pytest.fixture(scope="module")
def gazetteer():
    return Gazetteer(ontology(actors=ACTORS, issues=ISSUES, roles=(MINISTER, CLERGY, FOREIGN)), lemmatize)


def sentence(text, **lemmas):
    """The words of a sentence without a parse, with the lemmas of some of them."""
    words = text.split()
    return Line.of(
        parse(" ".join(f"{w}~{lemmas.get(w, w)}/NN/{f'dep>{words[0]}' if at else 'ROOT'}" for at, w in enumerate(words))).tokens
    )


def shown(hits):
    return [(hit.first.text, hit.last.text) for hit in hits]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway left", [("Norway", "Norway")]),
        ("NORWAY left", [("NORWAY", "NORWAY")]),
        ("norway left", []),
        ("Bank of Chad in Chad", [("Bank", "Chad"), ("Chad", "Chad")]),
        ("the US and us", [("US", "US")]),
        ("the No and NO", [("NO", "NO")]),
        ("ELK and Elk", [("Elk", "Elk")]),
        ("The States agree", [("The", "States")]),
        ("the hague Court", []),
        ("the Hague Court", [("the", "Court")]),
        ("Norways left", []),
        ("Falk left", []),
        ("Norwegian oil", [("Norwegian", "Norwegian")]),
        (", Norway - Chad", [("Norway", "Norway"), ("Chad", "Chad")]),
    ],
)
def test_actors(gazetteer, text, expected):
    assert shown(gazetteer.actors(sentence(text))) == expected


def test_an_actor_comes_with_the_form_of_its_name(gazetteer):
    (hit,) = gazetteer.actors(sentence("Norwegian oil"))
    assert (hit.what.entry.actor, hit.what.form, list(hit.indices)) == (NORWAY, "adjective", [0])


def test_surnames_are_kept_apart(gazetteer):
    assert [entry.actor for entry in gazetteer.surnames["Falk"]] == [FALK]


def test_a_name_ends_where_a_word_ends(gazetteer):
    found = parse("Bank/NNP/ROOT of/IN/prep>Bank Chadians/NNPS/pobj>of")
    assert shown(gazetteer.actors(Line.of(found.tokens))) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("fishing off Norway", [("fishing", "fishing")]),
        ("Fishing off Norway", [("Fishing", "Fishing")]),
        ("fishing rights in fishing", [("fishing", "rights"), ("fishing", "fishing")]),
        ("the right to fish", [("right", "fish")]),
        ("the right to", []),
        ("a shield and SHIELD", [("SHIELD", "SHIELD")]),
        ("Chad 's water", [("Chad", "water")]),
        ("nothing of note", []),
    ],
)
def test_issues(gazetteer, text, expected):
    assert shown(gazetteer.issues(sentence(text))) == expected


def test_issues_are_found_by_lemma(gazetteer):
    assert shown(gazetteer.issues(sentence("fishing rights", rights="right"))) == [("fishing", "rights")]


def test_roles_with_one_name_are_all_found(gazetteer):
    (hit,) = gazetteer.roles(sentence("ministers agree", ministers="minister"))
    assert hit.what == (MINISTER, CLERGY)


def test_the_longest_role_is_found(gazetteer):
    (hit,) = gazetteer.roles(sentence("a foreign minister"))
    assert hit.what == (FOREIGN,)
