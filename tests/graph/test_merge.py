from dataclasses import replace
from hashlib import sha256

from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import NamedNode

from kg.graph.claims import actors, claims
from kg.graph.curation import Decision, Verdict
from kg.graph.merge import Spelling, apply, doubtful, judge, profile, recorded
from kg.graph.merge.merge import Merge
from kg.graph.store import from_quads, in_memory
from kg.graph.terms import named
from kg.graph.triples import quads
from kg.model import Actor, ActorKind, Argument, Attribution, Claim, Evidence, Span
from kg.ontology import load, term
from tests.graph import strategies
from tests.graph.samples import DOCUMENT, PLAIN

ONTOLOGY = load()
SPELLING = Spelling.of(ONTOLOGY)
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


# Some are one, some may be, and some sound like somebody whom only the ontology has.
SENTENCES = st.sampled_from(["They met.", "They parted."])
LABELS = st.sampled_from(
    ["Fish Union of Norway", "FUN", "FU", "Fish Union", "Fish Union of Nepal", "Union of Fish", "Wladimir Putin", "V. Putin"]
)


@st.composite
def reports(draw):
    """A document whose sentences another may have, too; who does what, and who says so, differs."""
    words = draw(st.lists(SENTENCES, min_size=1, max_size=2, unique=True))
    text = f"{draw(st.integers(0, 3))}. {' '.join(words)}"
    document = replace(DOCUMENT, id=sha256(text.encode()).hexdigest()[:16], source=text, text=text, clean=text)
    stated = []
    for number, sentence in enumerate(words):
        span = Span(text.index(sentence), text.index(sentence) + len(sentence))
        subject, other, speaker = (Argument(actor(draw(LABELS)), Span(span.start, span.start + 4)) for _ in range(3))
        said = (Attribution((subject.span,), (subject.span,), (span,), speaker),) if draw(st.booleans()) else ()
        evidence = Evidence(document.id, span, sentence, sentence, Span(span.start + 5, span.end - 1))
        identity = sha256(f"{text} {number}".encode()).hexdigest()[:16]
        stated.append(Claim(identity, text, subject, PLAIN.relation, other, evidence, attribution=said))
    return document, stated


def actor(label):
    kind = ActorKind.PERSON if "Put" in label else ActorKind.ORGANIZATION
    return Actor(term(f"actor:{label.lower().replace(' ', '-').replace('.', '')}"), label, kind, known=False)


@st.composite
def choices(draw, iris, ids):
    """What people may have decided of some actors and claims."""
    one = st.sampled_from(iris)
    pair = st.lists(one, min_size=2, max_size=2, unique=True).map(tuple)
    several = [] if len(iris) < 2 else [st.builds(Decision, st.sampled_from([Verdict.MERGE, Verdict.SPLIT]), pair)]
    hide = st.builds(Decision, st.just(Verdict.HIDE), st.tuples(one))
    reject = st.builds(Decision, st.just(Verdict.REJECT), st.tuples(st.sampled_from(ids)))
    return draw(st.lists(st.one_of(hide, reject, *several), max_size=3))


@settings(max_examples=60, deadline=None)
@given(st.lists(reports(), min_size=1, max_size=4, unique_by=lambda pair: pair[0].id), st.data())
def test_merges_and_doubts_are_about_actors_that_the_graph_describes(some, data):
    written = [quad for document, stated in some for quad in quads(document, stated)]
    iris = sorted({actor.iri for actor in actors(from_quads(written))})
    ids = sorted(term(f"claim:{claim.id}") for _, stated in some for claim in stated)
    store = in_memory(written, ONTOLOGY, data.draw(choices(iris, ids)))
    there = {actor.iri for actor in actors(store)}
    assert {merge.actor for merge in recorded(store)} <= there
    assert {iri for doubt in doubtful(store) for iri in (doubt.alias, doubt.actor)} <= there


def test_a_doubt_about_one_that_was_merged_is_about_whom_it_became():
    short, full, same = found("FU", "Fish Union", "FISH UNION")
    doubts = judge([profile(one, SPELLING) for one in (short, full, same)]).doubts
    assert [(doubt.alias, doubt.actor) for doubt in doubts] == [(short.iri, full.iri)]


def test_whom_only_the_ontology_has_is_in_no_doubt():
    union, acronym = found("Fish Union of Norway", "FU")
    some = [profile(acronym, SPELLING), profile(replace(union, label="Fish Union"), SPELLING)]
    assert len(judge(some).doubts) == 1
    assert judge([some[0], replace(some[1], named=False)]).doubts == ()
