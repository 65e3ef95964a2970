"""Who is one actor with whom: by rule, by what documents say, by decision; and who stays two."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.graph.curation import Decision, Verdict
from kg.graph.merge import Spelling, apply, doubtful, judge, profile, profiles, recorded
from kg.graph.merge.profile import Term
from kg.graph.store import from_quads
from kg.graph.triples import quads
from kg.model import Actor, ActorKind, Argument, Claim, Period, Relation, RelationGroup, Span
from kg.ontology import load, term
from tests.graph.samples import DOCUMENT, PLAIN, ZOE

ONTOLOGY = load()
SPELLING = Spelling.of(ONTOLOGY)
NORWAY, CHAD = term("actor:norway"), term("actor:chad")
MINISTER = term("role:foreign-minister")


def person(name, *countries, number=0, roles=(), **about):
    iri = term(f"actor:{name.replace(' ', '-').lower()}-{number}" + ("" if " " in name else f".{number:08x}"))
    found = profile(Actor(iri, name, ActorKind.PERSON, known=False), SPELLING)
    return replace(found, countries=frozenset(countries), roles=frozenset(roles), **about)


def body(name, country="", number=0, names=()):
    iri = term(f"actor:{name.replace(' ', '-').lower()}-{number}")
    return profile(Actor(iri, name, ActorKind.ORGANIZATION, known=False, country=country), SPELLING, names)


def groups(some, decisions=()):
    """The labels of those who are one."""
    labels = {one.actor.iri: one.actor.label for one in some}
    found: dict[str, set[str]] = {}
    for merge in judge(some, decisions).merges:
        found.setdefault(merge.actor, {labels[merge.actor]}).add(labels[merge.alias])
    return sorted(map(sorted, found.values()))


def decided(verdict, *some, **about):
    return Decision(verdict, tuple(one.actor.iri for one in some), **about)


def test_a_surname_is_whoever_holds_the_same_office_of_the_same_country():
    short = person("Berg", NORWAY, roles=[MINISTER])
    assert groups([short, person("Anna Berg", NORWAY, roles=[MINISTER])]) == [["Anna Berg", "Berg"]]
    assert groups([short, person("Anna Berg", CHAD, roles=[MINISTER])]) == []
    assert groups([short, person("Anna Berg", NORWAY, roles=[term("role:president")])]) == []


def test_a_surname_that_may_be_that_of_two_stays_alone():
    some = [person(name, NORWAY, roles=[MINISTER]) for name in ("Berg", "Anna Berg", "Olav Berg")]
    assert groups(some) == []
    assert {doubt.reason for doubt in judge(some).doubts} == {"same surname, role and country, but different full names"}


def test_a_surname_in_the_same_country_is_a_doubt():
    found = judge([person("Berg", NORWAY), person("Anna Berg", NORWAY)])
    assert (found.merges, [doubt.reason for doubt in found.doubts]) == ((), ["same surname and country"])


def test_a_surname_and_a_role_without_a_country_are_enough_for_whom_the_ontology_knows():
    short, full = person("Berg", roles=[MINISTER]), person("Anna Berg", NORWAY, roles=[MINISTER])
    assert [doubt.reason for doubt in judge([short, full]).doubts] == ["same surname and role"]
    known = replace(full, actor=replace(full.actor, known=True))
    assert [merge.score for merge in judge([short, known]).merges] == [0.8]


def test_who_held_an_office_at_another_time_is_somebody_else():
    terms = {"terms": (Term(MINISTER, NORWAY, "2010", "2012"),)}
    now = {"terms": (Term(MINISTER, NORWAY, "2020-05-01", "2020-05-01"),)}
    full = person("Anna Berg", NORWAY, roles=[MINISTER], **terms)
    assert groups([person("Berg", NORWAY, roles=[MINISTER], **now), full]) == []
    assert groups([person("Berg", NORWAY, roles=[MINISTER], **terms), full]) == [["Anna Berg", "Berg"]]


def test_the_same_surname_and_office_in_many_documents_is_one():
    some = [person("Berg", NORWAY, number=number, roles=[MINISTER]) for number in range(200)]
    assert len(judge(some).merges) == 199
    assert judge([person("Berg", NORWAY, number=number) for number in range(3)]).merges == ()


def test_women_are_no_men():
    assert groups([person("Kim Berg", gender="female"), person("Kim Bergh", gender="male")]) == []


def test_what_is_between_two_that_contradict_joins_neither():
    some = [body("Harbour Board", NORWAY), body("Harbour Board", CHAD, 1), body("Harbour Board", number=2)]
    assert groups(some) == []
    assert {doubt.reason for doubt in judge(some).doubts} == {
        "same name but for case, accents and punctuation, but different countries",
    }


def test_only_the_weakest_edges_of_a_contradiction_are_cut():
    some = [body("HFU"), body("Harbour Fishers Union", NORWAY), body("Harbor Fishers' Union"), body("Harvest Farmers Union")]
    assert groups(some) == [["Harbor Fishers' Union", "Harbour Fishers Union"]]


def test_a_name_that_a_document_gives_decides():
    some = [body("HFU", names=["Harbour Fishers Union"]), body("Harbour Fishers Union"), body("Harvest Farmers Union", number=2)]
    assert groups(some) == [["HFU", "Harbour Fishers Union"]]


@pytest.mark.parametrize(
    ("left", "right", "score"),
    [
        ("EU Board", "EB", 0.6),
        ("Supreme Court", "supreme court", 0.6),
        ("Norwegian Grain Board", "Grain Board", 0.6),
        ("Rhine Trade Observatory", "Rhine Trade Observatory (RTO)", 0.95),
    ],
)
def test_how_sure_it_is(left, right, score):
    found = judge([body(left), body(right, number=1)])
    assert [merge.score for merge in (*found.merges, *found.doubts)] == [score]


@pytest.mark.parametrize(
    ("left", "right"),
    [("Jo Berg Jr.", "Jo Berg"), ("J. Berg", "Jo Berg"), ("Jo Ann Berg", "Jo Berg"), ("Bill Berg", "William Berg")],
)
def test_a_first_name_that_is_not_quite_the_same_is_a_doubt(left, right):
    found = judge([person(left), person(right, number=1)])
    assert (found.merges, [doubt.score for doubt in found.doubts]) == ((), [0.6])


def test_decisions_win_over_the_machine():
    one, other = body("Levant Board"), person("Anna Berg")
    assert groups([one, other], [decided(Verdict.MERGE, one, other, who="Zoe", why="a pen name")]) == [
        ["Anna Berg", "Levant Board"]
    ]
    (merge,) = judge([one, other], [decided(Verdict.MERGE, one, other, who="Zoe", why="a pen name")]).merges
    assert (merge.score, merge.reason) == (1.0, "decided by Zoe: a pen name")


def test_what_was_split_stays_split():
    some = [body("Levant Board", number=number) for number in range(3)]
    assert len(judge(some, [decided(Verdict.SPLIT, some[0])]).merges) == 1
    assert judge(some, [decided(Verdict.SPLIT, some[0], some[1])]).merges == ()
    assert judge(some[:2], [decided(Verdict.SPLIT, *some[:2])]) == judge([])


def test_of_decisions_that_contradict_over_a_third_actor_the_later_wins():
    a, b, c = (body(name) for name in ("Ache Board", "Bell Board", "Cold Board"))
    merge_ab = decided(Verdict.MERGE, a, b, place="c:1")
    merge_bc = decided(Verdict.MERGE, b, c, place="c:2")
    split_ac = decided(Verdict.SPLIT, a, c, place="c:3")
    late = judge([a, b, c], [merge_ab, merge_bc, split_ac])
    assert [(merge.alias, merge.actor) for merge in late.merges] == [(c.actor.iri, b.actor.iri)]
    assert late.overruled == (merge_ab,)
    early = judge([a, b, c], [split_ac, merge_ab, merge_bc])
    assert len(early.merges) == 2
    assert early.overruled == (split_ac,)


def test_a_decision_about_nobody_has_no_effect():
    assert judge([body("Levant Board")], [decided(Verdict.MERGE, body("Levant Board"), body("Nowhere"))]) == judge([])


NAMES = st.sampled_from(
    [
        "Anna Berg",
        "Berg",
        "A. Berg",
        "Anna B. Berg",
        "Ana Berg",
        "Mohammed Ali",
        "Muhammad Ali",
        "HFU",
        "Harbour Fishers Union",
        "Harbor Fishers Union",
        "Harvest Farmers Union",
        "Levada",
        "Levada Center",
        "Levada Front",
        "Norwegian Board",
        "Board",
        "police",
    ]
)
PROFILES = st.builds(
    lambda name, number, kind, country, role, gender, known: replace(
        profile(
            Actor(term(f"actor:{number}" + ("" if " " in name else ".00ff")), name, kind, known=known and " " in name),
            SPELLING,
        ),
        countries=frozenset({country} - {""}),
        roles=frozenset({role} - {""}),
        gender=gender,
    ),
    NAMES,
    st.integers(0, 7),
    st.sampled_from([ActorKind.PERSON, ActorKind.ORGANIZATION, ActorKind.ARMED_GROUP]),
    st.sampled_from(["", "", NORWAY, CHAD]),
    st.sampled_from(["", MINISTER]),
    st.sampled_from(["", "", "female", "male"]),
    st.booleans(),
)
MANY = st.lists(PROFILES, max_size=9, unique_by=lambda one: one.actor.iri)


@settings(max_examples=150)
@given(MANY, st.randoms(use_true_random=False))
def test_neither_order_nor_repetition_counts(some, random):
    other = [*some, *some[:2]]
    random.shuffle(other)
    assert judge(other) == judge(some)


@settings(max_examples=150)
@given(MANY)
def test_no_cluster_holds_a_contradiction(some):
    known = {one.actor.iri: one for one in some}
    merged = {merge.alias: merge.actor for merge in judge(some).merges}
    for actor in set(merged.values()):
        members = [known[iri] for iri in known if merged.get(iri, iri) == actor]
        assert sum(one.actor.known for one in members) <= 1
        assert len({one.gender for one in members} - {""}) <= 1
        assert len({country for one in members for country in one.countries}) <= 1
    assert not set(merged) & set(merged.values())


def served(text, actor, words, **about):
    start = text.index(words)
    relation = Relation(term("rel:holds-office-in"), "holds office in", RelationGroup.TIE, 0)
    country = Argument(Actor(NORWAY, "Norway", ActorKind.STATE), Span(0, 1))
    evidence = replace(PLAIN.evidence, trigger=Span(start, start + len(words)))
    return Claim("00", "a", Argument(actor, Span(0, 1)), relation, country, evidence, **about)


def test_documents_say_who_serves_whom_and_what_else_somebody_is_called():
    text = "Norway's foreign minister Anna Berg met the Harbour Fishers Union (HFU)."
    berg = Actor(term("actor:anna-berg"), "Anna Berg", ActorKind.PERSON, known=False)
    union = Actor(term("actor:harbour-fishers-union"), "Harbour Fishers Union", ActorKind.ORGANIZATION, known=False)
    document = replace(DOCUMENT, text=text, published="2015-03-01")
    spoken = replace(PLAIN, id="01", subject=Argument(union, Span(0, 1)))
    stated = [served(text, berg, "foreign minister"), spoken, replace(PLAIN, id="02")]
    found = {one.actor.label: one for one in profiles(from_quads(quads(document, stated)), ONTOLOGY)}
    assert (found["Anna Berg"].roles, found["Anna Berg"].countries) == ({MINISTER}, {NORWAY})
    assert found["Anna Berg"].gender == "female"
    assert found["Anna Berg"].terms == (Term(MINISTER, NORWAY, "2015-03-01", "2015-03-01"),)
    assert [name.plain for name in found["Harbour Fishers Union"].bodies] == ["harbour fishers union", "hfu"]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("the foreign minister", MINISTER),
        ("foreign minister", MINISTER),
        ("a minister", term("role:minister")),
        ("Norway's angler", "angler"),
    ],
)
def test_a_role_is_the_longest_that_ends_with_the_words_of_the_claim(text, role):
    berg = Actor(term("actor:anna-berg"), "Anna Berg", ActorKind.PERSON, known=False)
    claim = served(text, berg, text.split()[-1])
    (found,) = [one for one in profiles(from_quads(quads(replace(DOCUMENT, text=text), [claim])), ONTOLOGY) if one.persons]
    assert found.roles == {role}


def test_a_term_is_that_which_a_document_gives():
    text = "x foreign minister"
    berg = Actor(term("actor:anna-berg"), "Anna Berg", ActorKind.PERSON, known=False)
    time = Period("2015", "2017", "x", Span(0, 1))
    stored = from_quads(quads(replace(DOCUMENT, text=text), [served(text, berg, "foreign minister", time=time)]))
    found = {one.actor.label: one for one in profiles(stored, ONTOLOGY)}
    assert found["Anna Berg"].terms == (Term(MINISTER, NORWAY, "2015", "2017"),)


def test_the_ontology_tells_names_roles_and_gender_of_whom_it_knows():
    kim = ONTOLOGY.actors[term("actor:kim-jong-un")].actor
    claim = replace(PLAIN, subject=Argument(kim, PLAIN.subject.span))
    (found,) = [one for one in profiles(from_quads(quads(DOCUMENT, [claim])), ONTOLOGY) if one.actor == kim]
    assert found.gender == "male"
    assert found.roles
    assert "kim jong un" in [name.plain for name in found.persons]


def test_doubts_are_recorded_beside_merges():
    found = judge([person("Berg", NORWAY), person("Anna Berg", NORWAY), body("Levada Board"), body("Levada", number=1)])
    store = from_quads(apply(quads(DOCUMENT, [PLAIN]), found.merges, found.doubts))
    assert (tuple(recorded(store)), tuple(doubtful(store))) == (found.merges, found.doubts)
    assert ZOE.iri not in {merge.alias for merge in recorded(store)}
