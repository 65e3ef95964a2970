"""What the name of a state, its capital or its seat stands for, by the word that governs it."""

import pytest

from kg.extract.metonym.sense import Name, Sense, sense_of
from kg.extract.metonym.words import MetonymWords
from kg.model import Actor, ActorKind
from kg.ontology import load, term
from tests.extract.parses import read, token

WORDS = MetonymWords.of(load().word_lists)
FORMS = {"Oslo": "capital", "Lima": "capital", "Storting": "seat", "Norwegian": "adjective", "Norwegians": "inhabitant"}
KINDS = {"Union": ActorKind.INTERNATIONAL_ORGANIZATION, "Falk": ActorKind.PERSON, "Norwegians": ActorKind.POPULATION}


def sense(notation, word, form="", kind=None, inside=(), known=True):
    reading = read(notation)
    found = token(reading.sentence, word)
    indices = frozenset({found.i, *(token(reading.sentence, other).i for other in inside)})
    actor = Actor(term("actor:it"), word, kind or KINDS.get(word, ActorKind.STATE), known=known)
    name = Name(found, indices, form or FORMS.get(word, "label"), actor)
    return sense_of(name, reading.structure, WORDS)


MODIFIERS = [
    ("Oslo/NNP/compound>metro metro/NN/nsubj>stopped stopped~stop/VBD/ROOT", "Oslo", Sense.GOAL),
    ("Norwegian/JJ/amod>fjords fjords~fjord/NNS/nsubj>froze froze~freeze/VBD/ROOT", "Norwegian", Sense.GOAL),
    ("Norwegian/JJ/amod>tanks tanks~tank/NNS/nsubj>left left~leave/VBD/ROOT", "Norwegian", Sense.ACTOR),
    ("Norwegian/JJ/amod>voters voters~voter/NNS/nsubj>left left~leave/VBD/ROOT", "Norwegian", Sense.POPULATION),
    ("Norwegian/JJ/amod>bakers bakers~baker/NNS/nsubj>left left~leave/VBD/ROOT", "Norwegian", Sense.POPULATION),
    ("Storting/NNP/compound>people people/NNS/nsubj>left left~leave/VBD/ROOT", "Storting", Sense.ACTOR),
    (
        "Norwegian/JJ/amod>side side/NN/nsubj>froze of/IN/prep>side the/DT/det>lake lake/NN/pobj>of froze~freeze/VBD/ROOT",
        "Norwegian",
        Sense.GOAL,
    ),
    ("Norwegian/JJ/amod>side side/NN/nsubj>agreed agreed~agree/VBD/ROOT", "Norwegian", Sense.ACTOR),
    ("Norwegian/NNP/amod>Alps Alps/NNP/nsubj>froze=LOC froze~freeze/VBD/ROOT", "Norwegian", Sense.GOAL),
    ("Oslo/NNP/npadvmod>based -/HYPH/punct>based based~base/VBN/amod>bank bank/NN/ROOT", "Oslo", Sense.GOAL),
    ("Oslo/NNP/npadvmod>backed -/HYPH/punct>backed backed~back/VBN/amod>rebels rebels~rebel/NNS/ROOT", "Oslo", Sense.ACTOR),
    ("Oslo/NNP/compound>talks talks~talk/NNS/ROOT", "Oslo", Sense.PLACE),
    ("Oslo/NNP/compound>Lima -/HYPH/punct>Lima Lima/NNP/compound>talks talks~talk/NNS/ROOT", "Oslo", Sense.ACTOR),
    ("an/DT/det>court Oslo/NNP/compound>court court/NN/ROOT", "Oslo", Sense.GOAL),
    ("the/DT/det>regime Oslo/NNP/compound>regime regime/NN/ROOT", "Oslo", Sense.ACTOR),
    ("Oslo/NNP/poss>demands 's/POS/case>Oslo demands~demand/NNS/ROOT", "Oslo", Sense.ACTOR),
    ("Oslo/NNP/poss>winters 's/POS/case>Oslo winters~winter/NNS/ROOT", "Oslo", Sense.GOAL),
]

PHRASES = [
    (
        "rain/NN/nsubj>fell fell~fall/VBD/ROOT in/IN/prep>fell Oslo/NNP/pobj>in and/CC/cc>Oslo Lima/NNP/conj>Oslo",
        "Lima",
        Sense.PLACE,
    ),
    ("trust/NN/ROOT in/IN/prep>trust Oslo/NNP/pobj>in", "Oslo", Sense.ACTOR),
    ("talks~talk/NNS/ROOT with/IN/prep>talks Oslo/NNP/pobj>with", "Oslo", Sense.ACTOR),
    ("streets~street/NNS/ROOT of/IN/prep>streets Oslo/NNP/pobj>of", "Oslo", Sense.GOAL),
    ("people/NNS/ROOT of/IN/prep>people Chad/NNP/pobj>of", "Chad", Sense.POPULATION),
    ("siege/NN/ROOT of/IN/prep>siege Oslo/NNP/pobj>of", "Oslo", Sense.GOAL),
    ("siege/NN/ROOT of/IN/prep>siege Chad/NNP/pobj>of", "Chad", Sense.ACTOR),
    ("All/DT/nsubj>wept of/IN/prep>All Oslo/NNP/pobj>of wept~weep/VBD/ROOT", "Oslo", Sense.POPULATION),
    ("Half/NN/nsubj>left of/IN/prep>Half Oslo/NNP/pobj>of left~leave/VBD/ROOT", "Oslo", Sense.POPULATION),
    ("Half/NN/nsubj>lies of/IN/prep>Half Chad/NNP/pobj>of lies~lie/VBZ/ROOT", "Chad", Sense.GOAL),
    ("He/PRP/nsubj>owns owns~own/VBZ/ROOT half/NN/dobj>owns of/IN/prep>half Oslo/NNP/pobj>of", "Oslo", Sense.GOAL),
    ("He/PRP/nsubj>fled fled~flee/VBD/ROOT out/IN/prep>fled of/IN/prep>out Oslo/NNP/pobj>of", "Oslo", Sense.GOAL),
    ("They/PRP/nsubj>moved moved~move/VBD/ROOT into/IN/prep>moved Chad/NNP/pobj>into", "Chad", Sense.GOAL),
    ("visit/NN/ROOT to/IN/prep>visit Oslo/NNP/pobj>to", "Oslo", Sense.GOAL),
    ("return/NN/ROOT of/IN/prep>return islands~island/NNS/pobj>of to/IN/prep>return Chad/NNP/pobj>to", "Chad", Sense.ACTOR),
    ("pensioner/NN/ROOT from/IN/prep>pensioner Oslo/NNP/pobj>from", "Oslo", Sense.GOAL),
    ("strike/NN/ROOT on/IN/prep>strike Oslo/NNP/pobj>on", "Oslo", Sense.GOAL),
    ("pressure/NN/ROOT on/IN/prep>pressure Oslo/NNP/pobj>on", "Oslo", Sense.ACTOR),
    ("He/PRP/nsubj>flew flew~fly/VBD/ROOT to/IN/prep>flew Oslo/NNP/pobj>to", "Oslo", Sense.GOAL),
    ("Aid/NN/nsubj>poured poured~pour/VBD/ROOT from/IN/prep>poured Oslo/NNP/pobj>from", "Oslo", Sense.ACTOR),
    ("He/PRP/nsubj>paid paid~pay/VBD/ROOT a/DT/det>visit visit/NN/dobj>paid to/IN/prep>paid Oslo/NNP/pobj>to", "Oslo", Sense.GOAL),
    ("He/PRP/nsubj>sent sent~send/VBD/ROOT troops~troop/NNS/dobj>sent to/IN/prep>sent Chad/NNP/pobj>to", "Chad", Sense.GOAL),
    ("He/PRP/nsubj>sent sent~send/VBD/ROOT letters~letter/NNS/dobj>sent to/IN/prep>sent Chad/NNP/pobj>to", "Chad", Sense.ACTOR),
    ("Snow/NN/nsubj>fell fell~fall/VBD/ROOT on/IN/prep>fell Oslo/NNP/pobj>on", "Oslo", Sense.GOAL),
    ("Rebels~rebel/NNS/nsubj>marched marched~march/VBD/ROOT on/IN/prep>marched Oslo/NNP/pobj>on", "Oslo", Sense.GOAL),
    ("Blame/NN/nsubj>fell fell~fall/VBD/ROOT on/IN/prep>fell Oslo/NNP/pobj>on", "Oslo", Sense.ACTOR),
]

SUBJECTS = [
    ("Oslo/NNP/nsubj>agreed agreed~agree/VBD/ROOT", "Oslo", Sense.ACTOR),
    ("Oslo/NNP/nsubj>wept wept~weep/VBD/ROOT", "Oslo", Sense.POPULATION),
    ("Oslo/NNP/nsubj>began began~begin/VBD/ROOT to/TO/aux>weep weep/VB/xcomp>began", "Oslo", Sense.POPULATION),
    (
        "Oslo/NNP/nsubj>laughed laughed~laugh/VBD/ROOT off/RP/prt>laughed the/DT/det>report report/NN/dobj>laughed",
        "Oslo",
        Sense.ACTOR,
    ),
    ("Chad/NNP/nsubj>goes goes~go/VBZ/ROOT to/IN/prep>goes polls~poll/NNS/pobj>to", "Chad", Sense.POPULATION),
    ("Chad/NNP/nsubj>is is~be/VBZ/ROOT jubilant/JJ/acomp>is", "Chad", Sense.POPULATION),
    ("Storting/NNP/nsubj>wept wept~weep/VBD/ROOT", "Storting", Sense.ACTOR),
    ("Oslo/NNP/nsubj>grew grew~grow/VBD/ROOT", "Oslo", Sense.PLACE),
    ("Oslo/NNP/nsubj>grew grew~grow/VBD/ROOT wary/JJ/acomp>grew", "Oslo", Sense.ACTOR),
    ("Chad/NNP/nsubj>borders borders~border/VBZ/ROOT Niger/NNP/dobj>borders", "Chad", Sense.PLACE),
    ("Chad/NNP/nsubj>saw saw~see/VBD/ROOT floods~flood/NNS/dobj>saw", "Chad", Sense.PLACE),
    (
        "Chad/NNP/nsubj>saw saw~see/VBD/ROOT a/DT/det>storm storm/NN/dobj>saw of/IN/prep>storm protest/NN/pobj>of",
        "Chad",
        Sense.ACTOR,
    ),
    ("Oslo/NNP/nsubj>has has~have/VBZ/ROOT voters~voter/NNS/dobj>has", "Oslo", Sense.PLACE),
    ("Oslo/NNP/nsubj>vanished vanished~vanish/VBD/ROOT under/IN/prep>vanished snow/NN/pobj>under", "Oslo", Sense.PLACE),
    ("Oslo/NNP/nsubj>is is~be/VBZ/ROOT cold/JJ/acomp>is", "Oslo", Sense.PLACE),
    ("Oslo/NNP/nsubj>is is~be/VBZ/ROOT cold/JJ/acomp>is to/IN/prep>cold it/PRP/pobj>to", "Oslo", Sense.ACTOR),
    ("Oslo/NNP/nsubj>lies lies~lie/VBZ/ROOT on/IN/prep>lies a/DT/det>bay bay/NN/pobj>on", "Oslo", Sense.PLACE),
    ("southern/JJ/amod>Chad Chad/NNP/nsubj>agreed agreed~agree/VBD/ROOT", "Chad", Sense.PLACE),
    ("He/PRP/nsubj>left left~leave/VBD/ROOT southern/JJ/amod>Chad Chad/NNP/dobj>left", "Chad", Sense.GOAL),
]

OBJECTS = [
    ("He/PRP/nsubj>visited visited~visit/VBD/ROOT Oslo/NNP/dobj>visited", "Oslo", Sense.GOAL),
    ("It/PRP/nsubj>left left~leave/VBD/ROOT Oslo/NNP/dobj>left with/IN/prep>left nothing/NN/pobj>with", "Oslo", Sense.ACTOR),
    ("It/PRP/nsubj>left left~leave/VBD/ROOT Oslo/NNP/dobj>left alone/JJ/oprd>left", "Oslo", Sense.ACTOR),
    ("He/PRP/nsubj>shelled shelled~shell/VBD/ROOT Oslo/NNP/dobj>shelled", "Oslo", Sense.GOAL),
    ("Drones~drone/NNS/nsubj>hit hit/VBD/ROOT Chad/NNP/dobj>hit", "Chad", Sense.GOAL),
    ("Tariffs~tariff/NNS/nsubj>hit hit/VBD/ROOT Chad/NNP/dobj>hit", "Chad", Sense.ACTOR),
    (
        "Oslo/NNP/nsubjpass>covered was~be/VBD/auxpass>covered covered~cover/VBN/ROOT in/IN/prep>covered smoke/NN/pobj>in",
        "Oslo",
        Sense.PLACE,
    ),
    (
        "Chad/NNP/nsubjpass>covered was~be/VBD/auxpass>covered covered~cover/VBN/ROOT in/IN/prep>covered smoke/NN/pobj>in",
        "Chad",
        Sense.GOAL,
    ),
    ("He/PRP/nsubj>urged urged~urge/VBD/ROOT Oslo/NNP/dobj>urged", "Oslo", Sense.ACTOR),
    ("Lima/NNP/ROOT", "Lima", Sense.ACTOR),
]


@pytest.mark.parametrize(("notation", "word", "expected"), [*MODIFIERS, *PHRASES, *SUBJECTS, *OBJECTS])
def test_what_governs_a_name_says_what_it_stands_for(notation, word, expected):
    assert sense(notation, word) is expected


@pytest.mark.parametrize(("word", "expected"), [("Union", Sense.PLACE), ("Falk", Sense.PLACE)])
def test_what_is_inside_a_body_is_not_done_by_it(word, expected):
    assert sense(f"change/NN/ROOT in/IN/prep>change {word}/NNP/pobj>in", word) is expected


@pytest.mark.parametrize(("kind", "expected"), [(ActorKind.PERSON, Sense.ACTOR), (ActorKind.POPULATION, Sense.POPULATION)])
def test_bodies_persons_and_groups_are_never_reached_as_places(kind, expected):
    assert sense("visit/NN/ROOT to/IN/prep>visit Falk/NNP/pobj>to", "Falk", kind=kind) is expected


def test_a_word_of_the_name_itself_makes_it_no_region():
    notation = "Central/NNP/compound>Republic Republic/NNP/nsubj>agreed agreed~agree/VBD/ROOT"
    assert sense(notation, "Republic", inside=("Central",)) is Sense.ACTOR
    assert sense(notation, "Republic") is Sense.PLACE


def test_the_seat_of_an_organisation_is_a_town_too():
    assert (
        sense("an/DT/det>office Oslo/NNP/compound>office office/NN/ROOT", "Oslo", "seat", ActorKind.INTERNATIONAL_ORGANIZATION)
        is Sense.GOAL
    )
    assert sense("an/DT/det>office Oslo/NNP/compound>office office/NN/ROOT", "Oslo", "seat") is Sense.ACTOR


PEOPLE = [
    ("Norwegians/NNPS/nsubj>left left~leave/VBD/ROOT", Sense.POPULATION),
    ("the/DT/det>Norwegians Norwegians/NNPS/nsubj>refused refused~refuse/VBD/ROOT", Sense.ACTOR),
    ("the/DT/det>Norwegians Norwegians/NNPS/nsubj>save save/VBP/ROOT", Sense.POPULATION),
    (
        "the/DT/det>Norwegians Norwegians/NNPS/nsubj>guard guard/VBP/ROOT their/PRP$/poss>savings savings~saving/NNS/dobj>guard",
        Sense.POPULATION,
    ),
    ("the/DT/det>Norwegians Norwegians/NNPS/nsubj>guard guard/VBP/ROOT their/PRP$/poss>fleet fleet/NN/dobj>guard", Sense.ACTOR),
    ("the/DT/det>Norwegians young/JJ/amod>Norwegians Norwegians/NNPS/nsubj>refused refused~refuse/VBD/ROOT", Sense.POPULATION),
    (
        "the/DT/det>Norwegians Norwegians/NNPS/nsubj>refused refused~refuse/VBD/ROOT ,/,/punct>refused surveys~survey/NNS/nsubj>say say/VBP/parataxis>refused",
        Sense.POPULATION,
    ),
    ("He/PRP/nsubj>killed killed~kill/VBD/ROOT the/DT/det>Norwegians Norwegians/NNPS/dobj>killed", Sense.POPULATION),
    ("He/PRP/nsubj>told told~tell/VBD/ROOT the/DT/det>Norwegians Norwegians/NNPS/dobj>told", Sense.ACTOR),
    ("the/DT/det>Norwegians Norwegians/NNPS/poss>demands '/POS/case>Norwegians demands~demand/NNS/ROOT", Sense.ACTOR),
    ("the/DT/det>Norwegians Norwegians/NNPS/poss>pensions '/POS/case>Norwegians pensions~pension/NNS/ROOT", Sense.POPULATION),
    ("talks~talk/NNS/ROOT with/IN/prep>talks the/DT/det>Norwegians Norwegians/NNPS/pobj>with", Sense.ACTOR),
    ("fear/NN/ROOT among/IN/prep>fear the/DT/det>Norwegians Norwegians/NNPS/pobj>among", Sense.POPULATION),
    (
        "talks~talk/NNS/ROOT between/IN/prep>talks Norwegians/NNPS/pobj>between and/CC/cc>Norwegians Danes/NNPS/conj>Norwegians",
        Sense.ACTOR,
    ),
    ("The/DT/det>Norwegians Norwegians/NNPS/ROOT signed~sign/VBN/acl>Norwegians", Sense.ACTOR),
]


@pytest.mark.parametrize(("notation", "expected"), PEOPLE)
def test_a_people_or_who_speaks_for_its_state(notation, expected):
    assert sense(notation, "Norwegians") is expected


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        ("the/DT/det>Norwegian Norwegian/JJ/nsubj>refused refused~refuse/VBD/ROOT", Sense.ACTOR),
        ("the/DT/det>Norwegian Norwegian/JJ/nsubj>save save/VBP/ROOT", Sense.POPULATION),
        ("The/DT/det>drink Norwegian/JJ/amod>drink drink/VBP/ROOT", Sense.POPULATION),
        ("Norwegian/JJ/nsubj>refused refused~refuse/VBD/ROOT", Sense.ACTOR),
    ],
)
def test_an_adjective_with_the_article_names_a_people(notation, expected):
    assert sense(notation, "Norwegian") is expected


@pytest.mark.parametrize(
    ("notation", "kind", "known", "expected"),
    [
        ("Reefland/NNP/nsubj>refused refused~refuse/VBD/ROOT", ActorKind.TERRITORY, True, Sense.ACTOR),
        ("died~die/VBD/ROOT in/IN/prep>died Reefland/NNP/pobj>in", ActorKind.TERRITORY, True, Sense.PLACE),
        ("flew~fly/VBD/ROOT to/IN/prep>flew Reefland/NNP/pobj>to", ActorKind.STATE, True, Sense.GOAL),
        ("flew~fly/VBD/ROOT to/IN/prep>flew Reefland/NNP/pobj>to", ActorKind.TERRITORY, True, Sense.GOAL),
        ("flew~fly/VBD/ROOT to/IN/prep>flew Reefland/NNP/pobj>to", ActorKind.TERRITORY, False, Sense.ACTOR),
    ],
)
def test_a_territory_of_the_ontology_is_read_as_a_state_is(notation, kind, known, expected):
    assert sense(notation, "Reefland", kind=kind, known=known) is expected


def test_a_state_that_is_no_actor_fills_no_place():
    reading = read("Oslo/NNP/nsubj>wept wept~weep/VBD/ROOT in/IN/prep>wept Chad/NNP/pobj>in")
    assert reading.stands_for(token(reading.sentence, "Chad")) == "place"
    assert reading.stands_for(token(reading.sentence, "wept")) == "actor"
    assert isinstance(next(iter(reading.mentions.actors.values())).entity, Actor)
