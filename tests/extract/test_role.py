"""Whoever acts by role alone is an actor: of a state or body, of a place, or of the document; who holds an office is a person."""

from dataclasses import replace

import pytest

from kg.extract.mention.gazetteer import Gazetteer
from kg.extract.mention.mentions import find_mentions
from kg.model import ActorKind
from kg.ontology import Role, RoleKind, Tenure, term
from tests.extract.ontologies import lemmatize
from tests.extract.parses import CHAD, FALK, NORWAY, parse
from tests.extract.world import ADA, IVO, WORLD

LEFT = "left~leave/VBD/ROOT"
JAILED = "jailed~jail/VBD/ROOT"
GUARDS = Role(term("role:guards"), "guards", ("guards", "guard"), RoleKind.GROUP, ActorKind.ARMED_GROUP)
CROWD = Role(term("role:crowds"), "crowds", ("crowds",), RoleKind.GROUP)
LEADER = Role(term("role:leader"), "leader", ("leader",), RoleKind.OFFICE)
CLERK = Role(term("role:clerk-of-state"), "clerk of state", ("clerk of state",), RoleKind.OFFICE)
LISTS = {
    "lonely-role": ("guards",),
    "local-role": ("crowds", "cabinet"),
    "passive-role": ("pupils", "citizens"),
    "stateless-role": ("citizens people",),
    "treatment-verb": ("jail",),
    "multitude": ("dozen",),
    "collective": ("panel",),
    "actor-preposition": ("against", "of"),
    "within-preposition": ("in",),
    "origin-preposition": ("in", "from"),
    "past-role": ("then", "former", "previous"),
    "previous-role": ("previous",),
    "leading-office": ("norway minister",),
    "city": ("Mandal norway", "Port Ruby chad"),
}
CITIZENS = Role(term("role:citizens"), "citizens", ("citizens", "woman"), RoleKind.GROUP)
WOMEN = Role(term("role:women"), "women", ("women",), RoleKind.GROUP)
PUPILS = Role(term("role:pupils"), "pupils", ("pupils", "pupil"), RoleKind.GROUP)
ROLES = (GUARDS, CROWD, LEADER, CLERK, CITIZENS, WOMEN, PUPILS)
WITH = replace(
    WORLD,
    roles=WORLD.roles | {role.iri: role for role in ROLES},
    tenures=(*WORLD.tenures, Tenure(IVO.iri, CLERK.iri, CHAD.iri, "2020-01-01")),
    word_lists=LISTS,
)
GAZETTEER = Gazetteer(WITH, lemmatize)


def acting(notation, published="2025-06-01", document_id="0123456789ab"):
    """Who acts by role, with the words that say so."""
    sentence = parse(notation)
    (mentions,) = find_mentions([sentence], GAZETTEER, WITH, published, document_id)
    found = dict.fromkeys((m.span.of(sentence.text), m.entity) for _, m in sorted(mentions.actors.items()) if m.form == "role")
    return [(text, entity.label) for text, entity in found]


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        pytest.param(f"guards/NNS/nsubj>left {LEFT}", ["guards"], id="subject"),
        pytest.param(f"the/DT/det>guard guard/NN/nsubj>left {LEFT}", ["guards"], id="the body"),
        pytest.param(f"a/DT/det>guard guard/NN/nsubj>left {LEFT}", [], id="any one"),
        pytest.param(f"{LEFT} guards/NNS/dobj>left", ["guards"], id="object"),
        pytest.param(f"{LEFT} by/IN/agent>left guards/NNS/pobj>by", ["guards"], id="agent"),
        pytest.param(f"{LEFT} against/IN/prep>left guards/NNS/pobj>against", ["guards"], id="against them"),
        pytest.param(f"{LEFT} near/IN/prep>left guards/NNS/pobj>near", [], id="near them"),
        pytest.param("they/PRP/nsubj>are are~be/VBP/ROOT guards/NNS/attr>are", [], id="predicate"),
        pytest.param(f"guards/NNS/compound>gate gate/NN/nsubj>left {LEFT}", [], id="modifier"),
        pytest.param(f"Peru/NNP/nsubj>left and/CC/cc>Peru guards/NNS/conj>Peru {LEFT}", ["guards"], id="in a list"),
        pytest.param(f"crowds/NNS/nsubj>left {LEFT}", [], id="who is nobody without a place"),
        pytest.param(f"cabinet/NN/nsubj>left {LEFT}", [], id="the government of nowhere"),
        pytest.param(f"envoy/NN/nsubj>left {LEFT}", [], id="one person"),
    ],
)
def test_a_role_without_a_state(notation, expected):
    assert [label for _, label in acting(notation)] == expected


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        pytest.param(f"{JAILED} pupils/NNS/dobj>jailed", ["pupils"], id="somebody does it to them"),
        pytest.param(f"{JAILED} a/DT/det>pupil pupil/NN/dobj>jailed", ["pupils"], id="to one of them"),
        pytest.param(f"{JAILED} a/DT/det>guard guard/NN/dobj>jailed", ["guards"], id="to one of those who also act"),
        pytest.param(f"{JAILED} Peru/NNP/dobj>jailed and/CC/cc>Peru pupils/NNS/conj>Peru", ["pupils"], id="to them, too"),
        pytest.param(f"pupils/NNS/nsubjpass>jailed {JAILED}", ["pupils"], id="it is done to them"),
        pytest.param(f"{JAILED} citizens/NNS/dobj>jailed", ["people"], id="citizens of nowhere"),
        pytest.param(f"{JAILED} the/DT/det>pupils pupils/NNS/dobj>jailed", [], id="those of whom the text spoke before"),
        pytest.param(f"{JAILED} his/PRP$/poss>pupils pupils/NNS/dobj>jailed", [], id="those of somebody"),
        pytest.param(f"{LEFT} pupils/NNS/dobj>left", [], id="what is done not only to people"),
        pytest.param(f"pupils/NNS/nsubj>left {LEFT}", [], id="they do not act"),
        pytest.param(f"40/CD/nummod>pupils pupils/NNS/nsubj>left {LEFT}", ["pupils"], id="so many act"),
        pytest.param(
            f"dozens~dozen/NNS/nsubj>left of/IN/prep>dozens pupils/NNS/pobj>of {LEFT}", ["pupils"], id="dozens of them act"
        ),
        pytest.param(f"walls~wall/NNS/nsubj>left of/IN/prep>walls pupils/NNS/pobj>of {LEFT}", [], id="a thing of theirs"),
        pytest.param(f"40/CD/nummod>crowds crowds/NNS/nsubj>left {LEFT}", [], id="another role"),
    ],
)
def test_those_whom_something_is_done_to(notation, expected):
    assert [label for _, label in acting(notation)] == expected


def test_of_two_roles_with_one_lemma_the_one_that_is_written_counts():
    one = f"Norwegian/JJ/amod>woman woman/NN/nsubj>left {LEFT}"
    several = f"Norwegian/JJ/amod>women women~woman/NNS/nsubj>left {LEFT}"
    assert [acting(each)[0][1] for each in (one, several)] == ["Norwegian citizens", "Norwegian women"]
    assert acting(f"{JAILED} women~woman/NNS/dobj>jailed") == []


def test_whoever_acts_in_one_document_is_not_who_acts_in_another():
    sentence = parse(f"guards/NNS/nsubj>left {LEFT}")
    iris = [find_mentions([sentence], GAZETTEER, WITH, "", each)[0].actors[0].entity.iri for each in ("0123456789", "9876543210")]
    assert iris == [term("actor:guards.01234567"), term("actor:guards.98765432")]
    assert find_mentions([sentence], GAZETTEER, WITH, "", "")[0].actors == {}


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        pytest.param(f"crowds/NNS/nsubj>left in/IN/prep>crowds Oslo/NNP/pobj>in {LEFT}", ["Norwegian crowds"], id="beside"),
        pytest.param(f"{LEFT} crowds/NNS/dobj>left in/IN/prep>left Oslo/NNP/pobj>in", ["Norwegian crowds"], id="on the verb"),
        pytest.param(f"crowds/NNS/nsubj>left from/IN/prep>crowds Mandal/NNP/pobj>from {LEFT}", ["Norwegian crowds"], id="a city"),
        pytest.param(
            f"crowds/NNS/nsubj>left from/IN/prep>crowds Port/NNP/compound>Ruby Ruby/NNP/pobj>from {LEFT}",
            ["Chadian crowds"],
            id="a city of two words",
        ),
        pytest.param(f"Mandal/NNP/compound>crowds crowds/NNS/nsubj>left {LEFT}", ["Norwegian crowds"], id="a city before it"),
        pytest.param(f"Nowhere/NNP/compound>crowds crowds/NNS/nsubj>left {LEFT}", [], id="an unknown place before it"),
        pytest.param(f"crowds/NNS/nsubj>left from/IN/prep>crowds Nowhere/NNP/pobj>from {LEFT}", [], id="an unknown place"),
        pytest.param(f"crowds/NNS/nsubj>left at/IN/prep>crowds Institute/NNP/pobj>at {LEFT}", [], id="at a body"),
        pytest.param(f"crowds/NNS/nsubj>left in/IN/prep>crowds Institute/NNP/pobj>in {LEFT}", [], id="in a body"),
        pytest.param(f"in/IN/prep>left Oslo/NNP/pobj>in crowds/NNS/nsubj>left {LEFT}", ["Norwegian crowds"], id="before the verb"),
        pytest.param(f"for/IN/prep>left Oslo/NNP/pobj>for crowds/NNS/nsubj>left {LEFT}", [], id="for it"),
        pytest.param(f"in/IN/prep>left Oslo/NNP/pobj>in cabinet/NN/nsubj>left {LEFT}", ["Norway"], id="a government"),
        pytest.param(
            "Chad/NNP/ROOT where/WRB/advmod>left crowds/NNS/nsubj>left left~leave/VBD/relcl>Chad", ["Chadian crowds"], id="where"
        ),
        pytest.param("crowds/NNS/ROOT", [], id="no clause"),
        pytest.param("against/IN/ROOT crowds/NNS/pobj>against", [], id="a phrase without a clause"),
    ],
)
def test_a_place_gives_the_state(notation, expected):
    assert [label for _, label in acting(notation)] == expected


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        pytest.param(f"Institute/NNP/compound>guards guards/NNS/nsubj>left {LEFT}", ["Institute guards"], id="of a body"),
        pytest.param(f"Quo/NNP/compound>Lab=ORG Lab/NNP/poss>guards=ORG guards/NNS/nsubj>left {LEFT}", [], id="of an unknown body"),
        pytest.param(f"Fjord/NNP/compound>Post Post/NNP/poss>guards guards/NNS/nsubj>left {LEFT}", [], id="of a paper"),
        pytest.param(
            f"Institute/NNP/compound>panel panel/NN/nsubj>left of/IN/prep>panel guards/NNS/pobj>of {LEFT}",
            ["Institute guards"],
            id="panel",
        ),
        pytest.param(
            f"Institute/NNP/compound>wall wall/NN/nsubj>left of/IN/prep>wall guards/NNS/pobj>of {LEFT}", ["guards"], id="no panel"
        ),
        pytest.param(
            f"Chadian/JJ/amod>guards and/CC/cc>Chadian Norwegian/JJ/conj>Chadian guards/NNS/nsubj>left {LEFT}",
            ["Norwegian guards"],
            id="the nearest of two",
        ),
    ],
)
def test_whose_role_it_is(notation, expected):
    assert [label for _, label in acting(notation)] == expected


def office(before="", *, role="minister/NN/nsubj>left", rest=LEFT):
    return f"{before} Norwegian/JJ/amod>{role.split('/')[0].split('~')[0]} {role} {rest}".strip()


MINISTER = "Norwegian minister"


@pytest.mark.parametrize(
    ("notation", "published", "expected"),
    [
        pytest.param(office(), "2025-06-01", [(MINISTER, ADA.label)], id="at the date"),
        pytest.param(office("the/DT/det>minister"), "2025-06-01", [(MINISTER, ADA.label)], id="the"),
        pytest.param(office("a/DT/det>minister"), "2025-06-01", [(MINISTER, MINISTER)], id="any"),
        pytest.param(office("previous/JJ/amod>minister"), "2030-06-01", [(MINISTER, ADA.label)], id="previous"),
        pytest.param(office("previous/JJ/amod>minister"), "2025-06-01", [], id="previous, unknown"),
        pytest.param(office("former/JJ/amod>minister"), "2025-06-01", [], id="former"),
        pytest.param(office("then/RB/advmod>minister"), "2031-06-01", [], id="then, without a year"),
        pytest.param(
            office("In/IN/prep>left 2024/CD/pobj>In then/RB/advmod>minister"), "2031-06-01", [(MINISTER, ADA.label)], id="then"
        ),
        pytest.param("then/RB/advmod>minister -/HYPH/punct>minister " + office(), "2031-06-01", [], id="then with a hyphen"),
        pytest.param(office(role="ministers~minister/NNS/nsubj>left"), "2025-06-01", [], id="several"),
        pytest.param(office(role="leader/NN/nsubj>left"), "2025-06-01", [("Norwegian leader", ADA.label)], id="leader"),
        pytest.param(
            f"Kenya/NNP/poss>leader leader/NN/nsubj>left {LEFT}",
            "2025-06-01",
            [("Kenya leader", "Kenya leader")],
            id="a leader of whom",
        ),
        pytest.param(
            f"Chadian/JJ/amod>clerk clerk/NN/nsubj>left of/IN/prep>clerk state/NN/pobj>of {LEFT}",
            "2025-06-01",
            [("Chadian clerk of state", IVO.label)],
            id="an office of three words",
        ),
        pytest.param(
            f"Norwegian/JJ/amod>elect minister/NN/compound>elect -/HYPH/punct>elect elect/NN/nsubj>left {LEFT}",
            "2029-12-01",
            [("Norwegian minister-elect", FALK.label)],
            id="elect",
        ),
        pytest.param(
            f"Norwegian/JJ/amod>elect minister/NN/compound>elect -/HYPH/punct>elect elect/NN/nsubj>left {LEFT}",
            "2025-12-01",
            [],
            id="elect, unknown",
        ),
    ],
)
def test_an_office_stands_for_who_holds_it(notation, published, expected):
    assert acting(notation, published) == expected


def test_the_phrase_of_an_office_stands_for_the_person_as_a_whole():
    sentence = parse(office())
    (mentions,) = find_mentions([sentence], GAZETTEER, WITH, "2025-06-01", "0")
    assert {mention.entity for mention in mentions.actors.values()} == {ADA}
    assert mentions.roles[1].of == NORWAY


@pytest.mark.parametrize(("tag", "expected"), [("NNPS", ["Norwegian citizens"]), ("NNP", ["Norwegian citizens"])])
def test_inhabitants_are_those_of_their_state(tag, expected):
    sentence = parse(f"Norwegians/{tag}/nsubj>left {LEFT}")
    (mentions,) = find_mentions([sentence], GAZETTEER, WITH, "")
    assert [mention.entity.label for mention in mentions.actors.values()] == expected
    assert all(mention.entity.country == NORWAY.iri for mention in mentions.actors.values())
