"""Names that the ontology does not know are those of persons or bodies by a vote over the document, or of nobody."""

from dataclasses import replace

import pytest

from kg.extract.mention.gazetteer import Gazetteer
from kg.extract.mention.mentions import find_mentions
from kg.extract.mention.unknown import spelt_out
from kg.model import ActorKind
from tests.extract.ontologies import lemmatize
from tests.extract.parses import FALK, parse, token, words
from tests.extract.world import WORLD, listed

LEFT = "left~leave/VBD/ROOT"
LISTS = {
    "honorific": ("Mr", "General"),
    "body_head": ("Board", "Front"),
    "within_preposition": ("in",),
    "site_verb": ("seize",),
    "site_noun": ("edge",),
    "treaty_head": ("convention",),
    "first_name": ("Zoe",),
    "month_surname": ("Sand",),
    "place_head": ("tower",),
}
PERSON, BODY = ActorKind.PERSON, ActorKind.ORGANIZATION


def found(*notations, **more):
    sentences = [parse(notation) for notation in notations]
    mentions = listed(*sentences, **LISTS | more)
    return [
        list(dict.fromkeys((m.span.of(s.text), m.entity.label, m.entity.kind) for _, m in sorted(each.actors.items())))
        for s, each in zip(sentences, mentions, strict=True)
    ]


def name(dep="nsubj>left", label="PERSON", words="Tal Quill"):
    first, last = words.split()
    return f"{first}/NNP/compound>{last}={label} {last}/NNP/{dep}={label}"


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        pytest.param(f"{name()} {LEFT}", ("Tal Quill", PERSON), id="as the tagger says"),
        pytest.param(f"{name(label='GPE')} {LEFT}", None, id="a place, as the tagger says"),
        pytest.param(f"{name(label='DATE')} {LEFT}", None, id="a date is no name"),
        pytest.param(f"Mr/NNP/compound>Quill {name(label='GPE')} {LEFT}", ("Tal Quill", PERSON), id="a title before it"),
        pytest.param(
            f"Mr/NNP/compound>Quill=ORG {name(label='ORG')} {LEFT}", ("Tal Quill", PERSON), id="a title that the tagger takes in"
        ),
        pytest.param(f"envoy/NN/compound>Quill {name(label='GPE')} {LEFT}", ("Tal Quill", PERSON), id="a role before it"),
        pytest.param(
            f"{name(label='GPE')} ,/,/punct>Quill an/DT/det>envoy envoy/NN/appos>Quill {LEFT}",
            ("Tal Quill", PERSON),
            id="a role beside it",
        ),
        pytest.param(f"{name(words='Grain Board')} {LEFT}", ("Grain Board", BODY), id="the head of a body at its end"),
        pytest.param(
            f"Front/NNP/nsubj>left=PERSON for/IN/prep>Front=PERSON Peace/NNP/pobj>for=PERSON {LEFT}",
            ("Front for Peace", BODY),
            id="at its start",
        ),
        pytest.param(f"{name(label='ORG', words='Rome Convention')} {LEFT}", None, id="a treaty"),
        pytest.param(f"Slow/NNP/compound>Dances=ORG Dances/NNPS/nsubj>left=ORG {LEFT}", None, id="several things"),
        pytest.param(f"Norwegian/NNP/compound>Waltz=ORG Waltz/NNP/nsubj>left=ORG {LEFT}", None, id="called after a people"),
        pytest.param(f"{LEFT} in/IN/prep>left {name('pobj>in')}", None, id="something is in it"),
        pytest.param(f"{LEFT} with/IN/prep>left {name('pobj>with')}", ("Tal Quill", PERSON), id="somebody is with him"),
        pytest.param(f"{name('dobj>seized')} seized~seize/VBD/ROOT", None, id="it is seized"),
        pytest.param(f"{name('dobj>saw')} saw~see/VBD/ROOT", ("Tal Quill", PERSON), id="he is seen"),
        pytest.param(f"edge/NN/nsubj>left of/IN/prep>edge {name('pobj>of')} {LEFT}", None, id="it has an edge"),
        pytest.param(f"aide/NN/nsubj>left of/IN/prep>aide {name('pobj>of')} {LEFT}", ("Tal Quill", PERSON), id="he has an aide"),
        pytest.param(f"the/DT/det>Quill {name()} {LEFT}", None, id="a ship"),
        pytest.param(f"foreign/NNP/compound>Minister=ORG Minister~minister/NNP/nsubj>left=ORG {LEFT}", None, id="no capitals"),
    ],
)
def test_the_kind_of_a_name(notation, expected):
    (mentions,) = found(notation)
    kinds = [(label, kind) for _, label, kind in mentions if label not in {"Norway", "Norwegian"}]
    assert kinds == ([expected] if expected else [])


def test_a_body_that_is_named_by_one_word_stands_in_a_list_of_bodies():
    in_list = f"Institute/NNP/nsubj>left and/CC/cc>Institute Kobo/NNP/conj>Institute=ORG {LEFT}"
    first = f"Kobo/NNP/nsubj>left=ORG and/CC/cc>Kobo Institute/NNP/conj>Kobo {LEFT}"
    for notation in (in_list, first):
        assert ("Kobo", "Kobo", BODY) in found(notation)[0]
    assert found(f"Kobo/NNP/nsubj>left=ORG {LEFT}") == [[]]


def test_a_role_alone_is_no_name():
    assert found(f"Envoy~envoy/NNP/nsubj>left=ORG {LEFT}") == [[]]


def test_a_first_name_is_no_family_name():
    full = f"Zoe/NNP/compound>Quill=PERSON Quill/NNP/nsubj>left=PERSON {LEFT}"
    assert found(full, f"Zoe/NNP/nsubj>left=PERSON {LEFT}")[1] == []


ACRONYM = f"Grain/NNP/compound>Board=ORG Board/NNP/nsubj>left=ORG (/-LRB-/punct>Board GB/NNP/appos>Board )/-RRB-/punct>Board {LEFT}"


def test_an_acronym_stands_for_its_name_in_the_whole_document():
    mentions = found(ACRONYM, f"GB/NNP/nsubj>left {LEFT}")
    assert mentions[1] == [("GB", "Grain Board", BODY)]


def test_an_acronym_shows_where_a_name_begins():
    hidden = ACRONYM.replace("=ORG", "")
    assert found(hidden)[0][0] == ("Grain Board", "Grain Board", BODY)


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        (ACRONYM, ["Grain", "Board"]),
        (ACRONYM.replace("GB", "XY"), []),
        (ACRONYM.replace("GB", "Gb"), []),
        (ACRONYM.replace(")/-RRB-/punct>Board", "or/CC/cc>Board"), []),
        (f"{LEFT} (/-LRB-/punct>left", []),
    ],
)
def test_the_words_that_an_acronym_stands_for(notation, expected):
    assert words(spelt_out(token(parse(notation), "("))) == expected


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        (f"Sand/NNP/nsubj>left {LEFT}", True),
        (f"{LEFT} in/IN/prep>left Sand/NNP/pobj>in", False),
        (f"Sand/NNP/compound>Tower Tower/NNP/nsubj>left {LEFT}", False),
        (f"Wide/NNP/compound>Sand Sand/NNP/nsubj>left {LEFT}", False),
        (f"Mr/NNP/compound>Sand Sand/NNP/nsubj>left {LEFT}", True),
        (f"Envoy~envoy/NNP/compound>Sand Sand/NNP/nsubj>left {LEFT}", True),
        (f"Norway/NNP/compound>Sand Sand/NNP/nsubj>left {LEFT}", True),
    ],
)
def test_a_surname_that_is_a_common_word(notation, expected):
    assert any(label == "Ivo Sand" for _, label, _ in found(notation)[0]) is expected


def test_a_person_whom_the_text_names_takes_the_name_of_a_place():
    full = f"Zoe/NNP/compound>Oslo=PERSON Oslo/NNP/nsubj>left=PERSON {LEFT}"
    short = f"Oslo/NNP/nsubj>left {LEFT}"
    there = f"{LEFT} in/IN/prep>left Oslo/NNP/pobj>in"
    assert [each[0][1] for each in found(full, short, there)] == ["Zoe Oslo", "Zoe Oslo", "Norway"]


def test_a_state_inside_a_name_that_its_acronym_shows_is_no_actor():
    notation = f"Chad/NNP/compound>Board Grain/NNP/compound>Board Board/NNP/nsubj>left (/-LRB-/punct>Board CGB/NNP/appos>Board )/-RRB-/punct>Board {LEFT}"
    assert [label for _, label, _ in found(notation)[0]] == ["Chad Grain Board", "Chad Grain Board"]


UNION_NAMED = f"Fjord/NNP/compound>Union Union/NNP/nsubj>left (/-LRB-/punct>Union FU/NNP/appos>Union )/-RRB-/punct>Union {LEFT}"


def test_an_acronym_of_a_known_body_stands_for_it():
    mentions = found(UNION_NAMED, f"FU/NNP/nsubj>left {LEFT}")
    assert mentions[1][0][:2] == ("FU", "Fjord Union")


@pytest.mark.parametrize(
    "notation",
    [
        UNION_NAMED.replace("FU", "XY"),
        UNION_NAMED.replace(")/-RRB-/punct>Union", "or/CC/cc>Union"),
        UNION_NAMED.replace("Fjord/NNP/compound>Union Union/", "Odd/NNP/compound>Union Union/"),
        UNION_NAMED.replace("Fjord/NNP/compound>Union Union/", "Zoe/NNP/compound>Union Union/").replace("Union", "Falk"),
        "Fjord/NNP/compound>Union Union/NNP/ROOT (/-LRB-/punct>Union",
    ],
)
def test_other_words_in_brackets_are_no_acronym(notation):
    assert found(notation, f"FU/NNP/nsubj>left {LEFT}")[1] == []


def test_a_known_body_may_be_the_end_of_a_longer_name():
    assert found(f"Great/NNP/compound>Union Fjord/NNP/compound>Union Union/NNP/nsubj>left {LEFT}") == [[]]
    assert found(f"great/JJ/amod>Union Fjord/NNP/compound>Union Union/NNP/nsubj>left {LEFT}")[0][0][1] == "Fjord Union"


def test_a_person_may_have_the_name_of_a_place_or_of_several_things():
    assert found(f"{name(words='Zoe Tower')} {LEFT}")[0][0][1:] == ("Zoe Tower", PERSON)
    assert found(f"{name(words='Grey Tower')} {LEFT}") == [[]]


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        pytest.param(f"Mr/NNP/compound>Quill Quill/NNP/nsubj>left=PERSON {LEFT}", "Quill", id="a title before it"),
        pytest.param(f"envoy/NN/compound>Quill Quill/NNP/nsubj>left=PERSON {LEFT}", "Quill", id="a role before it"),
        pytest.param(
            f"Quill/NNP/nsubj>left=PERSON who/WP/nsubj>sang sang~sing/VBD/relcl>Quill {LEFT}", "Quill", id="told of with who"
        ),
        pytest.param(f"Quill/NNP/nsubj>left=PERSON that/WDT/dobj>sang sang~sing/VBD/relcl>Quill {LEFT}", None, id="not with that"),
        pytest.param(f"Quill/NNP/nsubj>left=PERSON {LEFT}", None, id="as the tagger says alone"),
        pytest.param(f"Mr/NNP/compound>Quill Quill/NNP/nsubj>left=GPE {LEFT}", None, id="a title that the tagger does not believe"),
        pytest.param(f"Mr/NNP/compound>Sand Sand/NNP/nsubj>left=PERSON {LEFT}", "Ivo Sand", id="a surname that is known"),
        pytest.param(f"The~the/DT/det>NHC NHC/NNP/nsubj>left=ORG {LEFT}", "NHC", id="an acronym that acts"),
        pytest.param(f"NHC/NNP/nsubj>left=ORG {LEFT}", None, id="an acronym without an article"),
        pytest.param(f"{LEFT} the/DT/det>NHC NHC/NNP/dobj>left=ORG", None, id="an acronym that does not act"),
        pytest.param(f"The~the/DT/det>Nhc Nhc/NNP/nsubj>left=ORG {LEFT}", None, id="no acronym"),
    ],
)
def test_a_name_of_one_word(notation, expected):
    (mentions,) = listed(parse(notation), document_id="0123456789", **LISTS)
    assert next((mention.entity.label for mention in mentions.actors.values()), None) == expected


def test_a_surname_alone_is_of_one_document_and_needs_one():
    sentence = parse(f"Mr/NNP/compound>Quill Quill/NNP/nsubj>left=PERSON {LEFT}")
    (mentions,) = listed(sentence, document_id="0123456789", **LISTS)
    assert mentions.actors[1].entity.iri.endswith("quill.01234567")
    assert listed(sentence, **LISTS)[0].actors == {}


def test_a_surname_alone_is_that_of_whom_the_text_names_in_full():
    full, alone = parse(f"{name()} {LEFT}"), parse(f"Mr/NNP/compound>Quill Quill/NNP/nsubj>left=PERSON {LEFT}")
    _, mentions = listed(full, alone, document_id="0123456789", **LISTS)
    assert mentions.actors[1].entity.label == "Tal Quill"


@pytest.mark.parametrize(
    ("titles", "expected"),
    [(["Mrs"], "Zoe Falk"), (["Mr"], None), (["Mrs", "Mr"], None), (["Dr"], None)],
    ids=["of a woman", "of no man", "of both", "of either"],
)
def test_a_title_tells_namesakes_apart(titles, expected):
    female = replace(WORLD.actors[FALK.iri], gender="female")
    lists = {"honorific": ("Mrs", "Mr", "Dr"), "female-title": ("Mrs",), "male-title": ("Mr",)}
    world = replace(WORLD, actors=WORLD.actors | {FALK.iri: female}, word_lists=lists)
    sentences = [parse(f"{title}/NNP/compound>Falk Falk/NNP/nsubj>left {LEFT}") for title in titles]
    mentions = find_mentions(sentences, Gazetteer(world, lemmatize), world, "")[0]
    assert next((mention.entity.label for mention in mentions.actors.values()), None) == expected


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        ("Quill/NNP/nsubj>resigned=PERSON resigned~resign/VBD/ROOT", "Quill"),
        ("the/DT/det>Quill Quill/NNP/nsubj>resigned=PERSON resigned~resign/VBD/ROOT", None),
        ("Quill/NNP/nsubj>sank=PERSON sank~sink/VBD/ROOT", None),
        ("Quill/NNP/nsubj>resigned=GPE resigned~resign/VBD/ROOT", "Quill"),
    ],
)
def test_a_lone_name_is_a_person_where_it_does_what_persons_do(notation, expected):
    (mentions,) = listed(parse(notation), document_id="0123456789", person_verb=("resign",), **LISTS)
    assert next((mention.entity.label for mention in mentions.actors.values()), None) == expected
