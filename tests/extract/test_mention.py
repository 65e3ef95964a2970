"""Who and what is named where, from the ontology and the tagger together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.mention.mentions import slug
from kg.model import Actor, ActorKind
from tests.extract.parses import CHAD, FALK, FISHING, NORWAY, OKORO, PERU, parse, token
from tests.extract.world import ADA, ANALYST, CABINET, ENVOY, IVO, LI, LIN, MINISTER, SCHOLARS, TROOPS, named

LEFT = "left~leave/VBD/ROOT"
UNKNOWN = f"Zoe/NNP/compound>Quill=PERSON Quill/NNP/nsubj>left=PERSON {LEFT}"
QUILL = f"Quill/NNP/nsubj>left {LEFT}"
MINISTERS = "minister/NN/nsubj>left"


def only(notation, published=""):
    sentence = parse(notation)
    return sentence, *named(sentence, published=published)


def actors(notation, published=""):
    sentence, mentions = only(notation, published)
    found = dict.fromkeys((m.span.of(sentence.text), m.entity.label, m.form) for _, m in sorted(mentions.actors.items()))
    return list(found)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param(
            f"Norway/NNP/nsubj>left Chad/NNP/dobj>left {LEFT}",
            [("Norway", "Norway", "label"), ("Chad", "Chad", "label")],
            id="names",
        ),
        pytest.param(f"Norwegian/JJ/amod>oil oil/NN/nsubj>left {LEFT}", [("Norwegian", "Norway", "adjective")], id="adjective"),
        pytest.param(UNKNOWN, [("Zoe Quill", "Zoe Quill", "tagger")], id="unknown person"),
        pytest.param(
            f"the/DT/det>Fund=ORG Chess/NNP/compound>Fund=ORG Fund/NNP/nsubj>left=ORG {LEFT}",
            [("Chess Fund", "Chess Fund", "tagger")],
            id="unknown body, without its article",
        ),
        pytest.param(f"Quill/NNP/nsubj>left=PERSON {LEFT}", [], id="one word is too little"),
        pytest.param(f"chess/NN/compound>fund=ORG fund/NN/nsubj>left=ORG {LEFT}", [], id="no capitals"),
        pytest.param(f"the/DT/nsubj>left=ORG {LEFT}", [], id="an article is no name"),
        pytest.param(f"Red/NNP/compound>Sea=LOC Sea/NNP/nsubj>left=LOC {LEFT}", [], id="a place"),
        pytest.param(
            f"Bank/NNP/nsubj>left=ORG of/IN/prep>Bank=ORG Chad/NNP/pobj>of=ORG {LEFT}",
            [("Bank of Chad", "Bank of Chad", "tagger")],
            id="a state inside an unknown name",
        ),
        pytest.param(
            f"Chad/NNP/compound>Bank=ORG Bank/NNP/nsubj>left=ORG {LEFT}",
            [("Chad Bank", "Chad Bank", "tagger")],
            id="a name goes on",
        ),
        pytest.param(
            f"Norway/NNP/compound>minister=ORG minister/NN/nsubj>left=ORG {LEFT}",
            [("Norway", "Norway", "label"), ("Norway minister", "Norwegian minister", "role")],
            id="a role is no name",
        ),
        pytest.param(f"Sand/NNP/nsubj>left {LEFT}", [("Sand", "Ivo Sand", "surname")], id="surname of one"),
        pytest.param(f"Falk/NNP/nsubj>left {LEFT}", [], id="surname of two"),
        pytest.param(f"Sand/VB/nsubj>left {LEFT}", [], id="a verb is no surname"),
        pytest.param(
            f"Zoe/NNP/compound>Falk=PERSON Falk/NNP/nsubj>left=PERSON Chad/NNP/dobj>left with/IN/prep>left Falk/NNP/pobj>with {LEFT}",
            [("Zoe Falk", "Zoe Falk", "label"), ("Chad", "Chad", "label"), ("Falk", "Zoe Falk", "surname")],
            id="surname of whom the text names in full",
        ),
        pytest.param(
            f"Norway/NNP/compound>Falk=PERSON Falk/NNP/nsubj>left=PERSON {LEFT}",
            [("Norway", "Norway", "label")],
            id="a surname is explained",
        ),
    ],
)
def test_actors(sentence, expected):
    assert actors(sentence) == expected


def test_issues():
    sentence, mentions = only(f"oil/NN/nsubj>left and/CC/cc>oil fishing/NN/conj>oil {LEFT}")
    assert [m.entity.label for m in mentions.issues.values()] == ["oil", "fishing"]
    assert mentions.issues[2].span.of(sentence.text) == "fishing"
    assert mentions.issues[2].entity == FISHING


def test_an_issue_is_no_unknown_body():
    _, mentions = only(f"Fishing~fishing/NNP/compound>Fund=ORG Fund/NNP/nsubj>left=ORG {LEFT}")
    assert mentions.actors == {}


def test_a_surname_stands_for_whom_another_sentence_names():
    full, short = parse(UNKNOWN), parse(QUILL)
    _, mentions = named(full, short)
    assert (mentions.actors[0].entity.label, mentions.actors[0].form) == ("Zoe Quill", "surname")


def test_a_family_name_may_come_first():
    full = parse(f"Sun/NNP/compound>Yi=PERSON Yi/NNP/nsubj>left=PERSON {LEFT}")
    alone = parse(f"Sun/NNP/nsubj>left=PERSON {LEFT}")
    assert named(full, alone)[1].actors[0].entity.label == "Sun Yi"
    assert named(full, parse(f"Sun/NNP/nsubj>left {LEFT}"))[1].actors == {}


def test_an_unknown_namesake_whom_the_text_names_takes_the_surname():
    full = parse(f"Uma/NNP/compound>Sand=PERSON Sand/NNP/nsubj>left=PERSON {LEFT}")
    short = parse(f"Sand/NNP/nsubj>left {LEFT}")
    assert named(full, short)[1].actors[0].entity.label == "Uma Sand"


def test_a_body_leaves_no_surname():
    full = parse(f"Chess/NNP/compound>Fund=ORG Fund/NNP/nsubj>left=ORG {LEFT}")
    assert named(full, parse(f"Fund/NNP/nsubj>left {LEFT}"))[1].actors == {}


def test_two_whom_the_text_names_share_a_surname_that_then_says_nothing():
    both = "Zoe/NNP/compound>Falk Falk/NNP/nsubj>met Ada/NNP/conj>Falk Falk/NNP/conj>Ada met~meet/VBD/ROOT"
    assert named(parse(both), parse(f"Falk/NNP/nsubj>left {LEFT}"), published="2025-01-01")[1].actors == {}


@pytest.mark.parametrize(("published", "holder"), [("2031-05-05", FALK), ("2019-01-01", None), ("", None)])
def test_namesakes_are_told_apart_by_who_is_in_office(published, holder):
    _, mentions = only(f"Falk/NNP/nsubj>left {LEFT}", published)
    assert [m.entity for m in mentions.actors.values()] == ([holder] if holder else [])


def test_namesakes_of_whom_none_is_in_office_say_nothing():
    assert actors(f"Berg/NNP/nsubj>left {LEFT}", "2031-05-05") == []
    assert {LI.label, LIN.label} == {"Li Berg", "Lin Berg"}


def test_the_kind_of_a_name_is_what_the_tagger_says_most_often():
    person, body = (parse(f"Lake/NNP/compound>Como={kind} Como/NNP/nsubj>left={kind} {LEFT}") for kind in ("PERSON", "ORG"))
    assert named(person, body, body)[0].actors[0].entity.kind is ActorKind.ORGANIZATION
    assert named(person, body)[0].actors[0].entity.kind is ActorKind.PERSON


@pytest.mark.parametrize(
    ("sentence", "word", "role", "of", "entity"),
    [
        pytest.param(f"Norway/NNP/poss>cabinet cabinet/NN/nsubj>left {LEFT}", "cabinet", CABINET, NORWAY, NORWAY, id="government"),
        pytest.param(f"Sand/NNP/compound>cabinet cabinet/NN/nsubj>left {LEFT}", "cabinet", CABINET, IVO, CHAD, id="of a person"),
        pytest.param(
            f"Okoro/NNP/compound>cabinet cabinet/NN/nsubj>left {LEFT}", "cabinet", CABINET, OKORO, None, id="of nobody's state"
        ),
        pytest.param(f"Norwegian/JJ/amod>minister {MINISTERS} {LEFT}", "minister", MINISTER, NORWAY, FALK, id="office"),
        pytest.param(f"{MINISTERS} of/IN/prep>minister Norway/NNP/pobj>of {LEFT}", "minister", MINISTER, NORWAY, FALK, id="of"),
        pytest.param(
            f"{MINISTERS} of/IN/prep>minister trade/NN/pobj>of {LEFT}", "minister", MINISTER, None, None, id="of what is no actor"
        ),
        pytest.param(f"{MINISTERS} in/IN/prep>minister Norway/NNP/pobj>in {LEFT}", "minister", MINISTER, None, None, id="in"),
        pytest.param(
            f"Chadian/JJ/amod>envoy envoy/NN/nsubj>left {LEFT}", "envoy", ENVOY, CHAD, "Chadian envoy", id="an office of two"
        ),
        pytest.param(
            f"Peru/NNP/poss>minister {MINISTERS} {LEFT}", "minister", MINISTER, PERU, "Peru minister", id="an office of nobody"
        ),
        pytest.param(
            f"Norwegian/JJ/amod>scholar scholar/NN/nsubj>left {LEFT}",
            "scholar",
            ANALYST,
            NORWAY,
            "Norwegian analyst",
            id="occupation",
        ),
        pytest.param(
            f"anti/JJ/compound>minister -/HYPH/punct>minister Norwegian/JJ/amod>minister {MINISTERS} {LEFT}",
            "minister",
            MINISTER,
            None,
            None,
            id="prefix",
        ),
        pytest.param(f"Norway/NNP/det>minister {MINISTERS} {LEFT}", "minister", MINISTER, None, None, id="no modifier"),
    ],
)
def test_roles(sentence, word, role, of, entity):
    found, mentions = only(sentence, "2031-05-05")
    at = token(found, word).i
    assert (mentions.roles[at].role, mentions.roles[at].of) == (role, of)
    found = mentions.actors[at].entity if at in mentions.actors else None
    assert (found.label if isinstance(entity, str) else found) == entity


def test_somebody_in_a_role_is_an_actor_of_its_own():
    _, mentions = only(f"Chadian/JJ/amod>envoy envoy/NN/nsubj>left {LEFT}")
    actor = mentions.actors[1].entity
    assert (actor.label, actor.kind, actor.known, actor.country) == ("Chadian envoy", ActorKind.PERSON, False, CHAD.iri)


@pytest.mark.parametrize(
    "sentence",
    [
        f"Chadian/JJ/amod>envoy envoy/NN/compound>Falk Falk/NNP/nsubj>left {LEFT}",
        f"Sand/NNP/nsubj>left ,/,/punct>Sand the/DT/det>envoy Chadian/JJ/amod>envoy envoy/NN/appos>Sand {LEFT}",
        f"the/DT/det>envoy Chadian/JJ/amod>envoy envoy/NN/nsubj>left ,/,/punct>envoy Sand/NNP/appos>envoy {LEFT}",
    ],
)
def test_a_title_beside_a_name_is_no_actor_besides(sentence):
    _, mentions = only(sentence)
    assert "Chadian envoy" not in {mention.entity.label for mention in mentions.actors.values()}


NOBODY = "Norwegian minister"


@pytest.mark.parametrize(("published", "holder"), [("2025-06-01", ADA), ("2031-01-01", FALK), ("2019-06-01", NOBODY), ("", NOBODY)])
def test_an_office_is_held_by_who_held_it_then(published, holder):
    _, mentions = only(f"Norwegian/JJ/amod>minister {MINISTERS} {LEFT}", published)
    assert mentions.actors[1].entity.label == getattr(holder, "label", holder)


@pytest.mark.parametrize(
    ("state", "label"), [("Norwegian/JJ/amod>troops", "Norwegian troops"), ("Peru/NNP/poss>troops", "Peru troops")]
)
def test_a_group_is_an_actor_of_its_own(state, label):
    found, mentions = only(f"{state} troops/NNS/nsubj>left {LEFT}")
    mention = mentions.actors[1]
    assert (mention.entity.label, mention.entity.kind, mention.entity.known) == (label, ActorKind.ARMED_GROUP, False)
    assert (mention.form, mention.reason, mention.span.of(found.text)) == ("role", "troops", f"{state.split('/')[0]} troops")
    assert mention.entity.country == mentions.actors[0].entity.iri


def test_a_group_of_a_person_is_none():
    _, mentions = only(f"Sand/NNP/compound>troops troops/NNS/nsubj>left {LEFT}")
    assert (mentions.roles[1].role, 1 in mentions.actors) == (TROOPS, False)


@pytest.mark.parametrize(("tag", "role"), [("NN", ANALYST), ("NNS", SCHOLARS)])
def test_a_plural_is_a_group(tag, role):
    _, mentions = only(f"scholars~scholar/{tag}/nsubj>left {LEFT}")
    assert mentions.roles[0].role == role


def test_a_role_inside_a_name_stays_part_of_it():
    _, mentions = only(
        f"Norway/NNP/compound>minister=PERSON Minister~minister/NNP/nsubj>left=PERSON {LEFT}".replace(">minister", ">Minister")
    )
    assert mentions.roles[1].role == MINISTER


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Bălți Institute & Co.", "balti-institute-co"), ("Zoe Falk", "zoe-falk"), ("\u5b59\u6bc5", "xe5ad99e6af85")],
)
def test_slug(name, expected):
    assert slug(name) == expected


@given(st.text(min_size=1))
def test_a_slug_is_safe_in_an_iri(name):
    assert set(slug(name)) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert slug(name)


def test_what_is_found_is_unknown_to_the_ontology():
    _, mentions = only(UNKNOWN)
    entity = mentions.actors[0].entity
    assert isinstance(entity, Actor)
    assert (entity.known, entity.iri.rpartition("/")[2]) == (False, "zoe-quill")
