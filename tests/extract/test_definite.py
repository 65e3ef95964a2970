"""Whom a definite noun phrase stands for: "the two countries", "the kingdom", "the minister"; in doubt, nobody."""

import pytest

from tests.extract.parses import CHAD, FALK, FRONT, INSTITUTE, NORWAY, OKORO, PERU, POST, SILVA, UNION
from tests.extract.pointing import arguments, left, meant, met, praised, said, the

PAIR = met("Norway", "Chad")
TWO_COUNTRIES = the("countries~country/NNS", "two/CD/nummod")
TWO_SIDES = the("sides~side/NNS", "two/CD/nummod")
TWO_LEADERS = the("leaders~leader/NNS", "two/CD/nummod")
BOTH_SIDES = "both/DT/det>sides sides~side/NNS/nsubj>left left~leave/VBD/ROOT"
WITH_BOTH = "{}/NNP/nsubj>left and/CC/cc>{} Chad/NNP/conj>{} left~leave/VBD/ROOT with/IN/prep>left both/DT/det>sides sides~side/NNS/pobj>with"
ABOUT_BOTH = (
    "Norway/NNP/nsubj>left and/CC/cc>Norway Chad/NNP/conj>Norway left~leave/VBD/ROOT "
    "both/DT/det>sides sides~side/NNS/poss>seat seat/NN/dobj>left"
)
COUNTRY = "Norway/NNP/nsubj>left left~leave/VBD/ROOT the/DT/det>country country/NN/dobj>left"
IN_CLAUSE = (
    "Silva/NNP/nsubj>said said~say/VBD/ROOT Norway/NNP/nsubj>thinks thinks~think/VBZ/ccomp>said "
    "the/DT/det>country country/NN/nsubj>left left~leave/VBD/ccomp>thinks"
)
HIS_COUNTRY = "{}/nsubj>left left~leave/VBD/ROOT his/PRP$/poss>country country/NN/dobj>left"
THE_COUNTRY = the("country")
ANALYST = the("analyst")
MINISTER = the("minister")
FORMER = the("minister", "former/JJ/amod")
AS_MINISTER = "{0}/NNP/nsubj>left minister/NN/appos>{0} left~leave/VBD/ROOT"
AS_FORMER = "{0}/NNP/nsubj>left former/JJ/amod>minister minister/NN/appos>{0} left~leave/VBD/ROOT"
NOW, LATER = "2025-05-05", "2031-05-05"


@pytest.mark.parametrize(
    ("sentences", "word", "expected"),
    [
        pytest.param([PAIR, TWO_COUNTRIES], "countries", [NORWAY, CHAD], id="the two countries"),
        pytest.param([PAIR, BOTH_SIDES], "sides", [NORWAY, CHAD], id="both sides"),
        pytest.param([TWO_COUNTRIES], "countries", [], id="nobody before"),
        pytest.param([PAIR, the("countries~country/NNS", "new/JJ/amod")], "countries", [], id="not of two"),
        pytest.param([PAIR, the("plans~plan/NNS", "two/CD/nummod")], "plans", [], id="two other things"),
        pytest.param([PAIR, the("papers~paper/NNS", "two/CD/nummod")], "papers", [], id="two that point back otherwise"),
        pytest.param([PAIR, ABOUT_BOTH], "sides", [NORWAY, CHAD], id="what is both sides' is no object"),
        pytest.param([PAIR, met("Union", "Peru"), TWO_COUNTRIES], "countries", [NORWAY, CHAD], id="countries are states"),
        pytest.param([PAIR, met("Union", "Peru"), TWO_SIDES], "sides", [UNION, PERU], id="sides need not be"),
        pytest.param([PAIR, praised("Falk", "Okoro"), TWO_LEADERS], "leaders", [FALK, OKORO], id="the two leaders"),
        pytest.param([PAIR, TWO_LEADERS], "leaders", [], id="leaders are no states"),
        pytest.param([praised("Falk", "Okoro"), left("Silva"), TWO_LEADERS], "leaders", [FALK, OKORO], id="one alone ends no pair"),
        pytest.param([met("Falk", "Okoro", "Silva"), TWO_LEADERS], "leaders", [], id="three are no pair"),
        pytest.param([PAIR, WITH_BOTH.replace("{}", "Norway")], "sides", [], id="a pair does not act on itself"),
        pytest.param(
            [met("Peru", "Chad"), WITH_BOTH.replace("{}", "Norway")], "sides", [], id="a pair that the sentence names before"
        ),
        pytest.param(
            [PAIR, "Silva/NNP/nsubj>left left~leave/VBD/ROOT with/IN/prep>left both/DT/det>sides sides~side/NNS/pobj>with"],
            "sides",
            [NORWAY, CHAD],
            id="another acts on the pair",
        ),
        pytest.param([PAIR, the("sides~side/NNS", "two/CD/nummod", "Peru/NNP/amod")], "sides", [], id="two of another"),
        pytest.param([PAIR, "both/DT/det>sides sides~side/NNS/ROOT"], "sides", [NORWAY, CHAD], id="outside of any clause"),
    ],
)
def test_of_two(sentences, word, expected):
    assert meant(word, *sentences) == expected


@pytest.mark.parametrize(
    ("sentences", "expected"),
    [
        pytest.param([PAIR, COUNTRY], [CHAD], id="the other country"),
        pytest.param([COUNTRY], [], id="no other country"),
        pytest.param([left("Peru"), COUNTRY], [PERU], id="the last, but for the subject"),
        pytest.param([PAIR, COUNTRY.replace("the/DT", "a/DT")], [], id="a country"),
        pytest.param([PAIR, COUNTRY + " of/IN/prep>country oil/NN/pobj>of"], [], id="narrowed down"),
        pytest.param([PAIR, COUNTRY.replace("Norway/", "Kenya/")], [], id="one of two, for a third"),
        pytest.param([left("Norway"), THE_COUNTRY], [NORWAY], id="the last state"),
        pytest.param([left("Norway"), left("Silva"), THE_COUNTRY], [NORWAY], id="a sentence before"),
        pytest.param([praised("Norway", "Chad"), THE_COUNTRY], [NORWAY], id="the subject of two"),
        pytest.param([PAIR, THE_COUNTRY], [], id="not one of two that are joined"),
        pytest.param([left("Union"), THE_COUNTRY], [], id="an organisation is none"),
        pytest.param([PAIR, IN_CLAUSE], [CHAD], id="the other than the subject above"),
        pytest.param([left("Norway"), the("countries~country/NNS")], [], id="the countries are several"),
    ],
)
def test_the_country(sentences, expected):
    assert meant("countries" if "countries" in sentences[-1] else "country", *sentences) == expected


@pytest.mark.parametrize(
    ("sentences", "day", "expected"),
    [
        pytest.param([HIS_COUNTRY.format("Silva/NNP")], NOW, [PERU], id="of whom is in office"),
        pytest.param([HIS_COUNTRY.format("Silva/NNP")], LATER, [], id="not of whom was"),
        pytest.param([left("Peru"), HIS_COUNTRY.format("Silva/NNP")], LATER, [PERU], id="of who is of a state that was named"),
        pytest.param([HIS_COUNTRY.format("Okoro/NNP")], NOW, [], id="of whom nothing is known"),
        pytest.param([HIS_COUNTRY.replace("his/PRP$", "Silva/NNP").format("Norway/NNP")], NOW, [PERU], id="a person's by name"),
        pytest.param([HIS_COUNTRY.replace("his/PRP$", "its/PRP$").format("Norway/NNP")], NOW, [], id="its is no person's"),
        pytest.param([f"Norwegian/JJ/amod>minister minister/NN/compound>Okoro {left('Okoro')}", HIS_COUNTRY.format("Okoro/NNP")], "", [NORWAY], id="of whose minister the text says he is"),
        pytest.param([f"Union/NNP/compound>minister minister/NN/compound>Okoro {left('Okoro')}", HIS_COUNTRY.format("Okoro/NNP")], "", [], id="an organisation is no country"),
    ],
)  # fmt: skip
def test_his_country(sentences, day, expected):
    assert meant("country", *sentences, published=day) == expected


@pytest.mark.parametrize(
    ("sentences", "word", "expected"),
    [
        pytest.param([left("Norway"), left("Peru"), the("kingdom")], "kingdom", [NORWAY], id="the kingdom"),
        pytest.param([left("Peru"), the("kingdom")], "kingdom", [], id="no kingdom"),
        pytest.param([left("Norway"), the("kingdom", determiner="a")], "kingdom", [], id="a kingdom"),
        pytest.param([left("Norway"), the("kingdom", "old/JJ/amod")], "kingdom", [], id="one of several"),
        pytest.param([left("Union"), the("union")], "union", [UNION], id="a noun of its name"),
        pytest.param([left("Union"), the("club")], "club", [UNION], id="what news calls it"),
        pytest.param([left("Post"), left("Union"), the("paper")], "paper", [POST], id="the last of its kind"),
        pytest.param([met("Post", "Union"), the("paper")], "paper", [POST], id="of two that are joined"),
        pytest.param([praised("Front", "rebels/NNS"), the("group")], "group", [FRONT], id="the subject"),
        pytest.param([left("Institute"), the("body")], "body", [INSTITUTE], id="an epithet"),
        pytest.param([left("Union"), the("body")], "body", [], id="an epithet of others"),
        pytest.param([left("Norway"), the("group")], "group", [], id="nobody of this kind"),
        pytest.param([left("Front"), the("group", determiner="this")], "group", [FRONT], id="this group"),
        pytest.param([left("Front"), the("plan")], "plan", [], id="another noun"),
        pytest.param([left("Front"), the("group~group/VB")], "group", [], id="no noun"),
        pytest.param(
            [left("Norway"), "the/DT/det>kingdom kingdom/NN/poss>seat 's/POS/case>kingdom seat/NN/ROOT"],
            "kingdom",
            [NORWAY],
            id="the kingdom's",
        ),
        pytest.param([left("Norway"), the("kingdom") + " ,/,/punct>kingdom"], "kingdom", [NORWAY], id="with a comma"),
        pytest.param([left("Front"), the("rebels~rebel/NNS")], "rebels", [FRONT], id="its members"),
        pytest.param([left("Front"), the("rebels~rebel/NNPS")], "rebels", [], id="not by a name"),
        pytest.param([HIS_COUNTRY.replace("country", "paper").format("Silva/NNP")], "paper", [], id="his paper on no day"),
        pytest.param([left("Post"), the("papers~paper/NNS")], "papers", [], id="several are not one"),
        pytest.param([left("Front"), the("rebels~rebel/NNS", "Peru/NNP/compound")], "rebels", [], id="those of a state"),
    ],
)
def test_kinds_and_epithets(sentences, word, expected):
    assert meant(word, *sentences) == expected


@pytest.mark.parametrize(
    ("sentences", "day", "expected"),
    [
        pytest.param([met("Falk", "Silva"), MINISTER], NOW, [SILVA], id="who has the role on the day"),
        pytest.param([met("Falk", "Okoro"), MINISTER], LATER, [FALK], id="prime ministers are ministers"),
        pytest.param([met("Falk", "Silva"), the("minister", "prime/JJ/amod")], LATER, [FALK], id="the prime minister"),
        pytest.param([met("Falk", "Silva"), MINISTER], LATER, [FALK], id="rather than who had it"),
        pytest.param([left("Silva"), MINISTER], LATER, [SILVA], id="who had it, where nobody has"),
        pytest.param([left("Falk"), MINISTER], NOW, [], id="not who will have it"),
        pytest.param([met("Falk", "Silva"), FORMER], LATER, [SILVA], id="the former minister"),
        pytest.param([left("Okoro"), MINISTER], NOW, [], id="nobody"),
        pytest.param([left("Silva"), the("minister", determiner="a")], NOW, [], id="a minister"),
        pytest.param([left("Silva"), the("minister", "Norwegian/JJ/amod")], NOW, [], id="of a state"),
        pytest.param(
            [left("Silva"), "the/DT/det>minister Andean/JJ/amod>minister=NORP minister/NN/nsubj>left left/VBD/ROOT"],
            NOW,
            [],
            id="of a place",
        ),
        pytest.param([left("Silva"), the("minister", "new/JJ/amod")], NOW, [SILVA], id="the new minister"),
        pytest.param([left("Silva"), the("ministers~minister/NNS")], NOW, [], id="several"),
        pytest.param([left("Silva"), the("minister/NNP")], NOW, [], id="part of a name"),
        pytest.param([AS_MINISTER.format("Okoro"), left("Falk"), MINISTER], "", [OKORO], id="introduced by the text"),
        pytest.param([AS_FORMER.format("Okoro"), left("Falk"), FORMER], "", [OKORO], id="introduced as former"),
        pytest.param([AS_FORMER.format("Okoro"), MINISTER], "", [OKORO], id="the former minister, later the minister"),
        pytest.param([AS_MINISTER.format("Okoro"), left("Silva"), MINISTER], NOW, [SILVA], id="the last of two who have it"),
        pytest.param([AS_MINISTER.format("Okoro"), met("Okoro", "Silva"), MINISTER], NOW, [], id="not two at once"),
        pytest.param([AS_MINISTER.format("Okoro"), left("Silva"), *[left("Falk")] * 4, MINISTER], NOW, [], id="not too far back"),
        pytest.param([left("Silva"), MINISTER + " of/IN/prep>minister oil/NN/pobj>of"], NOW, [], id="narrowed down"),
    ],
)
def test_roles(sentences, day, expected):
    assert meant("ministers" if "ministers" in sentences[-1] else "minister", *sentences, published=day) == expected


@pytest.mark.parametrize(
    ("sentences", "word", "day", "expected"),
    [
        pytest.param([said("Okoro"), ANALYST], "analyst", NOW, [OKORO], id="the analyst"),
        pytest.param([said("Okoro"), the("speaker")], "speaker", NOW, [OKORO], id="the speaker"),
        pytest.param([said("Silva"), ANALYST], "analyst", NOW, [], id="not a minister"),
        pytest.param([said("Silva"), ANALYST], "analyst", LATER, [SILVA], id="but a former one"),
        pytest.param([said("Post"), the("speaker")], "speaker", NOW, [POST], id="a paper speaks"),
        pytest.param([left("Okoro"), ANALYST], "analyst", NOW, [], id="nobody spoke"),
        pytest.param([said("Okoro"), said("Norway"), ANALYST], "analyst", NOW, [], id="a state ends the source"),
        pytest.param([said("Okoro"), said("somebody/NN"), ANALYST], "analyst", NOW, [], id="so does somebody unnamed"),
        pytest.param([said("Okoro"), said("they"), ANALYST], "analyst", NOW, [OKORO], id="a pronoun does not"),
        pytest.param([said("Okoro"), the("analysts~analyst/NNS")], "analysts", NOW, [], id="several"),
        pytest.param([said("Okoro"), the("speakers~speaker/NNS")], "speakers", NOW, [], id="several speakers"),
        pytest.param([said("Okoro"), the("analyst", "Norwegian/JJ/amod")], "analyst", NOW, [], id="of a state"),
        pytest.param([said("Okoro"), MINISTER], "minister", NOW, [], id="an office is no source"),
    ],
)
def test_the_source(sentences, word, day, expected):
    assert meant(word, *sentences, published=day) == expected


@pytest.mark.parametrize(
    ("sentences", "word", "reason"),
    [
        pytest.param([PAIR, TWO_COUNTRIES], "countries", "dyad in focus", id="two"),
        pytest.param([PAIR, COUNTRY], "country", "other member of the dyad", id="other"),
        pytest.param([left("Peru"), THE_COUNTRY], "country", "last state named", id="state"),
        pytest.param([left("Norway"), the("kingdom")], "kingdom", "what news calls it", id="epithet"),
        pytest.param([left("Union"), the("union")], "union", "noun of its name", id="name"),
        pytest.param([left("Front"), the("group")], "group", "last of its kind", id="kind"),
        pytest.param([left("Silva"), MINISTER], "minister", "person in this role", id="role"),
        pytest.param([said("Marsh"), ANALYST], "analyst", "current source", id="source"),
    ],
)
def test_every_resolution_has_a_reason(sentences, word, reason):
    found = arguments(word, *sentences)
    assert {one.reason for one in found} == {reason}
