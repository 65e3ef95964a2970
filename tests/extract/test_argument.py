"""Who stands in which role to which word, however the sentence is built."""

import pytest

from kg.extract.argument import Grammar, Structure, conjuncts
from kg.extract.dependency import is_infinitive, is_verbal
from tests.extract.parses import parse, token, words

URGES = "Norway/NNP/nsubj>urged urged~urge/VBD/ROOT Chad/NNP/dobj>urged to/TO/aux>withdraw withdraw/VB/xcomp>urged"
PASSIVE = (
    "Chad/NNP/nsubjpass>condemned was~be/VBD/auxpass>condemned condemned~condemn/VBN/ROOT by/IN/agent>condemned Norway/NNP/pobj>by"
)
WHICH = (
    "Norway/NNP/nsubj>left which/WDT/nsubj>condemned condemned~condemn/VBD/relcl>Norway Chad/NNP/dobj>condemned left~leave/VBD/ROOT"
)
THAT = "the/DT/det>oil oil/NN/nsubj>burns that/DT/dobj>sells Norway/NNP/nsubj>sells sells~sell/VBZ/relcl>oil burns~burn/VBZ/ROOT"
NO_PRONOUN = "the/DT/det>oil oil/NN/nsubj>burns Norway/NNP/nsubj>sells sells~sell/VBZ/relcl>oil burns~burn/VBZ/ROOT"
SOLD = "oil/NN/nsubj>burns sold~sell/VBN/acl>oil by/IN/prep>sold Norway/NNP/pobj>by burns~burn/VBZ/ROOT"
CARRYING = "ships~ship/NNS/nsubj>sank carrying~carry/VBG/acl>ships oil/NN/dobj>carrying sank~sink/VBD/ROOT"
PLAN = (
    "Norway/NNP/poss>plan 's/POS/case>Norway plan/NN/nsubj>failed to/TO/aux>attack attack/VB/acl>plan Chad/NNP/dobj>attack "
    "failed~fail/VBD/ROOT"
)
BEARER = (
    "Norway/NNP/nsubj>made made~make/VBD/ROOT plans~plan/NNS/dobj>made to/TO/aux>attack attack/VB/acl>plans Chad/NNP/dobj>attack"
)
ALLY = "Norway/NNP/nsubj>is is~be/VBZ/ROOT a/DT/det>ally close/JJ/amod>ally ally/NN/attr>is of/IN/prep>is Chad/NNP/pobj>of"
READY = "Norway/NNP/nsubj>is is~be/VBZ/ROOT ready/JJ/acomp>is to/TO/aux>attack attack/VB/xcomp>ready Chad/NNP/dobj>attack"
HOSTILE = "Norway/NNP/nsubj>was was~be/VBD/ROOT hostile/JJ/acomp>was and/CC/cc>hostile unfair/JJ/conj>hostile"
ROUNDS = (
    "Norway/NNP/nsubj>imposed imposed~impose/VBD/ROOT two/CD/nummod>rounds rounds~round/NNS/dobj>imposed of/IN/prep>rounds "
    "sanctions~sanction/NNS/pobj>of on/IN/prep>sanctions Chad/NNP/pobj>on"
)
ACCUSES = "Norway/NNP/nsubj>accused accused~accuse/VBD/ROOT Chad/NNP/dobj>accused of/IN/prep>accused hiding~hide/VBG/pcomp>of oil/NN/dobj>hiding"
INSISTS = (
    "Norway/NNP/nsubj>insisted insisted~insist/VBD/ROOT on/IN/prep>insisted attacking~attack/VBG/pcomp>on Chad/NNP/dobj>attacking"
)
HABIT = (
    "Norway/NNP/nsubj>has has~have/VBZ/ROOT a/DT/det>habit habit/NN/dobj>has of/IN/prep>habit insulting~insult/VBG/pcomp>of "
    "Chad/NNP/dobj>insulting"
)
PRAISES = (
    "Norway/NNP/nsubj>condemned condemned~condemn/VBD/ROOT Chad/NNP/dobj>condemned and/CC/cc>condemned "
    "praised~praise/VBD/conj>condemned Peru/NNP/dobj>praised"
)
OCCUPIED = (
    "Chad/NNP/nsubjpass>attacked was~be/VBD/auxpass>attacked attacked~attack/VBN/ROOT and/CC/cc>attacked "
    "occupied~occupy/VBN/conj>attacked by/IN/agent>occupied Norway/NNP/pobj>by"
)
FEARING = "fearing~fear/VBG/advcl>left war/NN/dobj>fearing Norway/NNP/nsubj>left left~leave/VBD/ROOT"
PRESSED = "pressed~press/VBN/advcl>left by/IN/agent>pressed Chad/NNP/pobj>by Norway/NNP/nsubj>left left~leave/VBD/ROOT"
BECAUSE = "Norway/NNP/nsubj>left left~leave/VBD/ROOT because/IN/mark>rained rained~rain/VBD/advcl>left"
CALLS_ON = "Norway/NNP/nsubj>called called~call/VBD/ROOT on/IN/prep>called Chad/NNP/pobj>on to/TO/aux>leave leave/VB/xcomp>called"
GAVE = "Norway/NNP/nsubj>gave gave~give/VBD/ROOT Chad/NNP/dative>gave oil/NN/dobj>gave"
GAVE_TO = "Norway/NNP/nsubj>gave gave~give/VBD/ROOT oil/NN/dobj>gave to/IN/dative>gave Chad/NNP/pobj>to"
OUT_OF = "Norway/NNP/nsubj>pulled pulled~pull/VBD/ROOT out/IN/prep>pulled of/IN/prep>out Chad/NNP/pobj>of"
ACCORDING = "Norway/NNP/nsubj>left left~leave/VBD/ROOT according~accord/VBG/prep>left to/IN/prep>according Falk/NNP/pobj>to"
PAIR = "Norway/NNP/compound>Chad -/HYPH/punct>Chad Chad/NNP/compound>ties ties~tie/NNS/nsubj>froze froze~freeze/VBD/ROOT"
EXPECTS = (
    "Norway/NNP/nsubj>expects expects~expect/VBZ/ROOT that/IN/mark>leaves Chad/NNP/nsubj>leaves leaves~leave/VBZ/ccomp>expects"
)
APPOSED = "Falk/NNP/nsubj>left director/NN/appos>Falk of/IN/prep>director Chad/NNP/pobj>of left~leave/VBD/ROOT"
BACKED = "Norway/NNP/nsubj>backed backed~back/VBD/ROOT down/RP/prt>backed"
CALLED = (
    "Falk/NNP/nsubj>called called~call/VBD/ROOT Okoro/NNP/oprd>called a/DT/det>liar liar/NN/oprd>called by/IN/prep>liar "
    "Silva/NNP/pobj>by"
)
WAS_CALLED = (
    "Falk/NNP/nsubjpass>called was~be/VBD/auxpass>called called~call/VBN/ROOT a/DT/det>liar liar/NN/oprd>called by/IN/prep>liar "
    "Silva/NNP/pobj>by"
)
SMALL = "Falk/NNP/nsubj>called called~call/VBD/ROOT Okoro/NNP/nsubj>liar a/DT/det>liar liar/NN/ccomp>called"
BESIDE = "Falk/NNP/nsubj>called called~call/VBD/ROOT the/DT/det>plan plan/NN/dobj>called a/DT/det>shame shame/NN/appos>plan"
AS_UNFIT = "Falk/NNP/nsubj>brands brands~brand/VBZ/ROOT Okoro/NNP/dobj>brands as/IN/prep>brands unfit/JJ/amod>as"
CRITIC = "Chad/NNP/compound>critic critic/NN/compound>Falk Falk/NNP/nsubj>left left~leave/VBD/ROOT"
FLAT = "Chad/NNP/compound>Falk critic/NN/compound>Falk Falk/NNP/nsubj>left left~leave/VBD/ROOT"
NAMED = "Norway/NNP/nsubj>named named~name/VBD/ROOT Chad/NNP/dobj>named rival/NN/oprd>named"

RULED_OUT = "Norway/NNP/nsubj>ruled ruled~rule/VBD/ROOT out/RP/prt>ruled attacking~attack/VBG/advcl>ruled Chad/NNP/dobj>attacking"
DECLARED = "Norway/NNP/nsubj>declared declared~declare/VBD/ROOT Chad/NNP/nsubj>be to/TO/aux>be be/VB/ccomp>declared a/DT/det>rival rival/NN/attr>be"


@pytest.mark.parametrize(
    ("sentence", "word", "role", "expected"),
    [
        pytest.param(URGES, "urged", "subj", ["Norway"], id="active subject"),
        pytest.param(URGES, "withdraw", "subj", ["Chad"], id="whoever is urged does it"),
        pytest.param(URGES, "urged", "comp", ["withdraw"], id="infinitive"),
        pytest.param(PASSIVE, "condemned", "subj", ["Norway"], id="agent"),
        pytest.param(PASSIVE, "condemned", "obj", ["Chad"], id="passive subject"),
        pytest.param(WHICH, "condemned", "subj", ["Norway"], id="relative pronoun as subject"),
        pytest.param(THAT, "sells", "obj", ["oil"], id="that as object"),
        pytest.param(NO_PRONOUN, "sells", "obj", ["oil"], id="no relative pronoun"),
        pytest.param(SOLD, "sold", "obj", ["oil"], id="past participle"),
        pytest.param(SOLD, "sold", "subj", ["Norway"], id="by after a participle"),
        pytest.param(CARRYING, "carrying", "subj", ["ships"], id="present participle"),
        pytest.param(PLAN, "attack", "subj", ["Norway"], id="infinitive on a noun with an owner"),
        pytest.param(BEARER, "attack", "subj", ["Norway"], id="infinitive on a noun of the subject"),
        pytest.param(ALLY, "ally", "subj", ["Norway"], id="subject of a predicate noun"),
        pytest.param(ALLY, "ally", "prep:of", ["Chad"], id="phrase behind a predicate noun"),
        pytest.param(ALLY, "ally", "mod", ["close"], id="adjective"),
        pytest.param(ALLY, "is", "pred", ["ally"], id="predicate"),
        pytest.param(READY, "attack", "subj", ["Norway"], id="infinitive on an adjective"),
        pytest.param(HOSTILE, "hostile", "subj", ["Norway"], id="predicate adjective"),
        pytest.param(ROUNDS, "imposed", "obj", ["rounds", "sanctions"], id="what is measured"),
        pytest.param(ACCUSES, "hiding", "subj", ["Chad"], id="object control"),
        pytest.param(INSISTS, "attacking", "subj", ["Norway"], id="gerund behind a preposition"),
        pytest.param(HABIT, "insulting", "subj", ["Norway"], id="gerund on a noun"),
        pytest.param(PRAISES, "praised", "subj", ["Norway"], id="shared subject"),
        pytest.param(OCCUPIED, "occupied", "obj", ["Chad"], id="shared passive subject"),
        pytest.param(OCCUPIED, "occupied", "subj", ["Norway"], id="agent of the second verb"),
        pytest.param(FEARING, "fearing", "subj", ["Norway"], id="participle clause"),
        pytest.param(PRESSED, "pressed", "obj", ["Norway"], id="passive participle clause"),
        pytest.param(BECAUSE, "rained", "subj", [], id="a finite clause has its own subject or none"),
        pytest.param(CALLS_ON, "leave", "subj", ["Chad"], id="call on"),
        pytest.param(GAVE, "gave", "iobj", ["Chad"], id="indirect object"),
        pytest.param(GAVE_TO, "gave", "prep:to", ["Chad"], id="dative with to"),
        pytest.param(OUT_OF, "pulled", "prep:of", ["Chad"], id="two prepositions"),
        pytest.param(ACCORDING, "left", "prep:to", [], id="no preposition of the verb beside it"),
        pytest.param(PAIR, "ties", "mod", ["Norway", "Chad"], id="both halves of a compound"),
        pytest.param(EXPECTS, "leaves", "subj", ["Chad"], id="own subject"),
        pytest.param(APPOSED, "director", "subj", ["Falk"], id="apposition"),
        pytest.param(APPOSED, "Falk", "appos", ["director"], id="what is apposed"),
        pytest.param(BACKED, "backed", "prt", ["down"], id="particle"),
        pytest.param(NAMED, "named", "pred", ["rival"], id="object predicate"),
        pytest.param(RULED_OUT, "ruled", "comp", ["attacking"], id="gerund behind a particle"),
        pytest.param(FEARING, "left", "comp", [], id="participle clause without a particle"),
        pytest.param(DECLARED, "declared", "prep:as", ["rival"], id="declared to be"),
        pytest.param(NAMED, "Chad", "subj", [], id="no such role"),
        pytest.param(NAMED, "named", "prep:as", ["rival"], id="what somebody is named"),
        pytest.param(CALLED, "called", "obj", ["Okoro"], id="who is called something"),
        pytest.param(CALLED, "called", "prep:as", ["liar"], id="what somebody is called"),
        pytest.param(CALLED, "called", "subj", ["Falk"], id="by is no agent of an active verb"),
        pytest.param(WAS_CALLED, "called", "subj", ["Silva"], id="by behind what somebody is called"),
        pytest.param(SMALL, "called", "obj", ["Okoro"], id="who is called something in a small clause"),
        pytest.param(SMALL, "called", "prep:as", ["liar"], id="small clause"),
        pytest.param(BESIDE, "called", "prep:as", ["shame"], id="what a thing is called"),
        pytest.param(AS_UNFIT, "brands", "prep:as", ["unfit"], id="adjective after as"),
        pytest.param(CRITIC, "critic", "subj", ["Falk"], id="noun before a name"),
        pytest.param(FLAT, "critic", "mod", ["Chad"], id="name before such a noun"),
    ],
)
def test_role(sentence, word, role, expected):
    found = parse(sentence)
    grammar = Grammar(frozenset({"round"}), frozenset({"of"}), addressing_verbs=frozenset({"call on"}))
    assert words(Structure(found.tokens, grammar).role(token(found, word), role)) == expected


SHARED = (
    "Norway/NNP/nsubj>blamed blamed~blame/VBD/ROOT ,/,/punct>blamed sued~sue/VBD/conj>blamed and/CC/cc>sued Peru/NNP/nsubj>hit "
    "hit/VBD/conj>sued Chad/NNP/dobj>hit"
)
ADDRESSED = (
    "Norway/NNP/poss>call 's/POS/case>Norway call/NN/nsubj>failed on/IN/prep>call Chad/NNP/pobj>on to/TO/aux>leave leave/VB/acl>call "
    "failed~fail/VBD/ROOT"
)
PRESSURE = (
    "Norway/NNP/nsubj>put put/VBD/ROOT pressure/NN/dobj>put on/IN/prep>put Chad/NNP/pobj>on to/TO/aux>leave leave/VB/advcl>put"
)
ACCUSATIONS = (
    "Norway/NNP/nsubj>denies denies~deny/VBZ/ROOT Chad/NNP/poss>accusations 's/POS/case>Chad accusations~accusation/NNS/dobj>denies "
    "of/IN/prep>accusations hiding~hide/VBG/pcomp>of oil/NN/dobj>hiding"
)
OF_HIS = (
    "Falk/NNP/nsubj>left left~leave/VBD/ROOT over/IN/prep>left charges~charge/NNS/pobj>over of/IN/prep>charges his/PRP$/poss>talks "
    "talks~talk/NNS/pobj>of and/CC/cc>talks hiding~hide/VBG/acl>charges oil/NN/dobj>hiding"
)
HOSTILE = "the/DT/det>state state/NN/nsubj>left hostile/JJ/amod>state to/IN/prep>hostile Chad/NNP/pobj>to left~leave/VBD/ROOT"
NAMED_PLAN = "the/DT/det>plan Chadian/JJ/amod>plan plan/NN/nsubj>failed to/TO/aux>leave leave/VB/acl>plan Peru/NNP/dobj>leave failed~fail/VBD/ROOT"


@pytest.mark.parametrize(
    ("sentence", "word", "role", "expected"),
    [
        pytest.param(SHARED, "blamed", "obj", ["Chad"], id="an object behind three verbs"),
        pytest.param(SHARED, "sued", "obj", ["Chad"], id="an object behind two verbs"),
        pytest.param(PRAISES.replace("Chad/NNP/dobj", "today/NN/npadvmod"), "condemned", "obj", [], id="something lies between"),
        pytest.param(OCCUPIED.replace("by/IN/agent>occupied Norway/NNP/pobj>by", "Peru/NNP/dobj>occupied"), "attacked", "obj", ["Chad"], id="a passive has its own"),
        pytest.param(ADDRESSED, "leave", "subj", ["Chad"], id="a call on somebody to do it"),
        pytest.param(ADDRESSED.replace("call/NN", "plan/NN").replace(">call", ">plan"), "leave", "subj", ["Norway"], id="a plan of somebody"),
        pytest.param(PRESSURE, "leave", "subj", ["Chad"], id="pressure on somebody to do it"),
        pytest.param(PRESSURE.replace("pressure/NN", "money/NN"), "leave", "subj", ["Norway"], id="money for somebody"),
        pytest.param(ACCUSES.replace("of/IN/prep>accused", "of/IN/prep>Chad"), "hiding", "subj", ["Chad"], id="a name takes no gerund"),
        pytest.param(ACCUSATIONS, "hiding", "subj", ["Norway"], id="who denies accusations is accused"),
        pytest.param(OF_HIS, "hiding", "subj", ["his"], id="who is charged with a deed and more"),
        pytest.param(OF_HIS.replace("his/PRP$", "the/DT").replace("poss>talks", "det>talks"), "hiding", "subj", ["charges"], id="a deed of nobody"),
        pytest.param(OF_HIS.replace("of/IN/prep>charges", "of/IN/prep>left"), "hiding", "subj", ["charges"], id="charges of nothing"),
        pytest.param(HOSTILE, "hostile", "subj", ["state"], id="an adjective behind its noun"),
        pytest.param(HOSTILE.replace("to/IN/prep>hostile", "to/IN/prep>state"), "hostile", "subj", [], id="one without words of its own"),
        pytest.param(NAMED_PLAN, "leave", "subj", ["Chadian"], id="whose plan an adjective says"),
    ],
)  # fmt: skip
def test_who_does_what_a_noun_announces(sentence, word, role, expected):
    found = parse(sentence)
    grammar = Grammar(
        object_control=frozenset({"of"}), addressing=frozenset({"call", "pressure"}), accusing=frozenset({"accusation", "charge"})
    )
    assert words(Structure(found.tokens, grammar).role(token(found, word), role)) == expected


AIM = "Norway/NNP/poss>task 's/POS/case>Norway task/NN/nsubj>is is~be/VBZ/ROOT to/TO/aux>help help/VB/xcomp>is Chad/NNP/dobj>help"
BY_AND_BY = "was~be/VBD/auxpass>hit hit/VBN/ROOT by/IN/agent>hit rain/NN/pobj>by and/CC/cc>by by/IN/conj>by Chad/NNP/pobj>by"
PARTICLE = "Norway/NNP/nsubj>called called~call/VBD/ROOT on/IN/prt>called Chad/NNP/pobj>on"


@pytest.mark.parametrize(
    ("sentence", "word", "role", "expected"),
    [
        pytest.param(AIM, "help", "subj", ["Norway"], id="whose task it is"),
        pytest.param(AIM.replace("task/", "minister/").replace(">task", ">minister"), "help", "subj", ["minister"], id="no task"),
        pytest.param(BY_AND_BY, "hit", "subj", ["rain", "Chad"], id="by and by"),
        pytest.param(PARTICLE, "called", "prep:on", ["Chad"], id="a particle before a noun"),
    ],
)
def test_who_stands_where(sentence, word, role, expected):
    found = parse(sentence)
    assert words(Structure(found.tokens, Grammar(aims=frozenset({"task"}))).role(token(found, word), role)) == expected


NEIGHBOUR = (
    "Norway/NNP/poss>Chad 's/POS/case>Norway neighbour/NN/compound>Chad Chad/NNP/nsubj>left left~leave/VBD/ROOT Peru/NNP/dobj>left"
)
INCLUDING = (
    "Norway/NNP/poss>allies 's/POS/case>Norway allies~ally/NNS/nsubj>left including/VBG/prep>allies Chad/NNP/pobj>including "
    "left~leave/VBD/ROOT"
)
SIDE = "Norway/NNP/poss>ally 's/POS/case>Norway ally/NN/nsubj>left Chad/NNP/nsubj>left left~leave/VBD/ROOT"


@pytest.mark.parametrize(
    ("sentence", "word", "role", "expected"),
    [
        pytest.param(NEIGHBOUR, "neighbour", "subj", ["Chad"], id="before the name"),
        pytest.param(NEIGHBOUR, "neighbour", "poss", ["Norway"], id="whose"),
        pytest.param(NEIGHBOUR.replace("neighbour", "minister"), "minister", "poss", [], id="another noun"),
        pytest.param(INCLUDING, "allies", "subj", ["Chad"], id="one of them"),
        pytest.param(INCLUDING.replace("including", "without"), "allies", "subj", [], id="none of them"),
        pytest.param(SIDE, "ally", "subj", ["Chad"], id="beside the name"),
        pytest.param(
            "Norway/NNP/nsubj>left left~leave/VBD/ROOT an/DT/det>ally ally/NN/dobj>left", "ally", "subj", [], id="no name"
        ),
    ],
)
def test_who_is_named_by_what_he_is_to_another(sentence, word, role, expected):
    found = parse(sentence)
    grammar = Grammar(counterparts=frozenset({"neighbour", "ally"}), exemplary=frozenset({"including"}))
    assert words(Structure(found.tokens, grammar).role(token(found, word), role)) == expected


def test_by_is_an_agent_only_of_a_passive():
    found = parse("Norway/NNP/nsubj>sat sat~sit/VBD/ROOT by/IN/prep>sat Chad/NNP/pobj>by")
    assert words(Structure(found.tokens).role(token(found, "sat"), "prep:by")) == ["Chad"]


def test_a_participle_with_an_auxiliary_is_active():
    found = parse("Norway/NNP/nsubj>left having~have/VBG/aux>sold sold~sell/VBN/advcl>left oil/NN/dobj>sold left~leave/VBD/ROOT")
    assert words(Structure(found.tokens).role(token(found, "sold"), "subj")) == ["Norway"]


def test_a_coordinated_participle_with_a_subject_of_its_own_is_active():
    found = parse(
        "Chad/NNP/nsubjpass>hit was~be/VBD/auxpass>hit hit/VBN/ROOT and/CC/cc>hit Norway/NNP/nsubj>shown shown~show/VBN/conj>hit"
    )
    assert words(Structure(found.tokens).role(token(found, "shown"), "subj")) == ["Norway"]


def test_without_object_control_the_subject_does_it():
    found = parse(ACCUSES)
    assert words(Structure(found.tokens).role(token(found, "hiding"), "subj")) == ["Norway"]


def test_object_control_without_an_object_leaves_the_subject():
    found = parse("Norway/NNP/nsubj>spoke spoke~speak/VBD/ROOT of/IN/prep>spoke hiding~hide/VBG/pcomp>of oil/NN/dobj>hiding")
    structure = Structure(found.tokens, Grammar(object_control=frozenset({"of"})))
    assert words(structure.role(token(found, "hiding"), "subj")) == ["Norway"]


def test_a_relative_clause_without_a_place_for_its_antecedent_takes_its_subject():
    found = parse("Norway/NNP/poss>day day/NN/nsubj>came to/TO/aux>win win/VB/relcl>day came~come/VBD/ROOT")
    assert words(Structure(found.tokens).role(token(found, "win"), "subj")) == ["Norway"]


def test_a_relative_clause_that_is_complete_is_left_alone():
    found = parse(
        "the/DT/det>day day/NN/nsubj>came Norway/NNP/nsubj>sold sold~sell/VBD/relcl>day oil/NN/dobj>sold came~come/VBD/ROOT"
    )
    structure = Structure(found.tokens)
    assert words(structure.role(token(found, "sold"), "obj")) == ["oil"]


def test_roles_are_all_roles_of_a_word():
    found = parse(URGES)
    structure = Structure(found.tokens)
    assert {role: words(fillers) for role, fillers in structure.roles(token(found, "urged")).items() if fillers} == {
        "subj": ["Norway"],
        "obj": ["Chad"],
        "comp": ["withdraw"],
    }


def test_roles_of_a_word_without_any():
    found = parse(URGES)
    assert not any(Structure(found.tokens).roles(token(found, "to")).values())


def test_governors_lead_back():
    found = parse(URGES)
    governors = Structure(found.tokens).governors(token(found, "Chad"))
    assert [(governor.text, role) for governor, role in governors] == [("urged", "obj"), ("withdraw", "subj")]


def test_governors_reach_through_what_measures():
    found = parse(ROUNDS)
    structure = Structure(found.tokens, Grammar(frozenset({"round"})))
    governors = structure.governors(token(found, "sanctions"))
    assert [(governor.text, role) for governor, role in governors] == [("rounds", "prep:of"), ("imposed", "obj")]


def test_through_opens_only_what_measures():
    found = parse(ROUNDS)
    structure = Structure(found.tokens, Grammar(frozenset({"round"})))
    assert words(structure.through(token(found, "rounds"))) == ["rounds", "sanctions"]
    assert words(structure.through(token(found, "sanctions"))) == ["sanctions"]


@pytest.mark.parametrize(("sentence", "word", "expected"), [(URGES, "urged", ["Norway"]), (PASSIVE, "condemned", ["Chad"])])
def test_surface_subject_stands_before_the_verb(sentence, word, expected):
    found = parse(sentence)
    assert words(Structure(found.tokens).surface_subject(token(found, word))) == expected


def test_is_verbal():
    found = parse(PASSIVE)
    assert words(filter(is_verbal, found.tokens)) == ["was", "condemned"]


def test_is_infinitive():
    found = parse(URGES)
    assert words(filter(is_infinitive, found.tokens)) == ["withdraw"]


def test_conjuncts_are_of_one_kind():
    found = parse(
        "Norway/NNP/nsubj>met Chad/NNP/conj>Norway Peru/NNP/conj>Chad left~leave/VBD/conj>Norway met~meet/VBD/ROOT and/CC/cc>met"
    )
    assert words(conjuncts(token(found, "Norway"))) == ["Norway", "Chad", "Peru"]
