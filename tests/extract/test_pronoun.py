"""Whom a pronoun of the third person stands for; in doubt, nobody."""

import pytest

from tests.extract.parses import CHAD, FALK, FRONT, MARSH, NORWAY, OKORO, PERU, SILVA, UNION
from tests.extract.pointing import arguments, left, meant, met, praised, quoted, said, the

PAIR = met("Norway", "Chad")
PLAN = the("plan")
MINISTER = the("minister", determiner="a")
FAR = [left("Norway")] * 4
HE = left("he")
SHE = left("she")
IT = left("it")
THEY = left("they")
HE_SAID = said("he")
SAYS_HE = "{}/NNP/nsubj>said said~say/VBD/ROOT he/PRP/nsubj>left left~leave/VBD/ccomp>said"
SAYS_SAYS_HE = (
    "Okoro/NNP/nsubj>said said~say/VBD/ROOT Silva/NNP/nsubj>thinks thinks~think/VBZ/ccomp>said "
    "he/PRP/nsubj>left left~leave/VBD/ccomp>thinks"
)
BEFORE = "before/IN/mark>left he/PRP/nsubj>left left~leave/VBD/advcl>met {}/nsubj>met met~meet/VBD/ROOT Chad/NNP/dobj>met"
NO_NAME_AHEAD = "before/IN/mark>left he/PRP/nsubj>left left~leave/VBD/advcl>met met~meet/VB/ROOT Chad/NNP/dobj>met"
AFTER = "Silva/NNP/nsubj>met met~meet/VBD/ROOT Norway/NNP/dobj>met before/IN/mark>left he/PRP/nsubj>left left~leave/VBD/advcl>met"
MIDST = "Silva/NNP/nsubj>met when/WRB/advmod>left he/PRP/nsubj>left left~leave/VBD/advcl>met met~meet/VBD/ROOT Norway/NNP/dobj>met"
WHEN_OKORO = "when/WRB/advmod>said Okoro/NNP/nsubj>said said~say/VBD/advcl>fell he/PRP/nsubj>left left~leave/VBD/ccomp>said"
SILVA_FELL = "Silva/NNP/nsubj>fell fell~fall/VBD/ROOT"
HIS = "{}/NNP/nsubj>left left~leave/VBD/ROOT his/PRP$/poss>seat seat/NN/dobj>left"
DEPUTY = "Silva/NNP/nsubj>left his/PRP$/poss>deputy deputy/NN/appos>Silva left~leave/VBD/ROOT"
THEIR_SEAT = "their/PRP$/poss>seat seat/NN/nsubj>fell fell~fall/VBD/ROOT"
RELATIONS = "their/PRP$/poss>relations relations~relation/NNS/nsubj>froze froze~freeze/VBD/ROOT"
THEIR_TWO = "their/PRP$/poss>countries two/CD/nummod>countries countries~country/NNS/nsubj>froze froze~freeze/VBD/ROOT"  # whose two
TWO_CLAUSES = "{}/nsubj>won won~win/VBD/ROOT and/CC/cc>won {}/nsubj>lost lost~lose/VBD/conj>won"
TWO_MINISTERS = "ministers~minister/NNS/nsubj>met met~meet/VBD/ROOT"


@pytest.mark.parametrize(
    ("sentences", "word", "expected"),
    [
        pytest.param([left("Falk"), left("Okoro"), SHE], "she", [FALK], id="a woman"),
        pytest.param([left("Okoro"), left("Falk"), HE], "he", [OKORO], id="a man"),
        pytest.param([left("Okoro"), left("Silva"), HE], "he", [SILVA], id="the last of two men"),
        pytest.param([praised("Okoro", "Silva"), HE], "he", [OKORO], id="the subject before the object"),
        pytest.param([praised("Falk", "Silva"), HE], "he", [SILVA], id="the object where only it fits"),
        pytest.param([left("Marsh"), SHE], "she", [MARSH], id="somebody of whom nothing is known"),
        pytest.param([left("Marsh"), SHE, HE], "he", [], id="who is she is not he later"),
        pytest.param([left("Norway"), HE], "he", [], id="a state is nobody"),
        pytest.param([HE], "he", [], id="nobody before"),
        pytest.param([left("Okoro"), MINISTER, HE], "he", [], id="an unnamed minister is in the way"),
        pytest.param([left("Okoro"), the("ministers~minister/NNS"), HE], "he", [OKORO], id="several ministers are not"),
        pytest.param([left("Okoro"), PLAN, HE], "he", [OKORO], id="nor is a thing"),
        pytest.param([met("Okoro", "Silva"), HE], "he", [OKORO], id="the first of two who are coordinated"),
        pytest.param([left("Okoro"), praised("Silva", "him")], "him", [OKORO], id="an object is not its own subject"),
        pytest.param([praised("Silva", "him")], "him", [], id="an object of nobody else"),
        pytest.param([left("Okoro"), HIS.format("Silva")], "his", [SILVA], id="his is the subject's"),
        pytest.param([left("Okoro"), HIS.format("Falk")], "his", [OKORO], id="unless she is a woman"),
        pytest.param([left("Okoro"), DEPUTY], "his", [OKORO], id="nobody is his own deputy"),
        pytest.param([SAYS_HE.format("Silva")], "he", [SILVA], id="subject of the clause above"),
        pytest.param([SAYS_SAYS_HE], "he", [SILVA], id="of the nearest clause above"),
        pytest.param([SAYS_SAYS_HE.replace("Silva", "Falk")], "he", [OKORO], id="that fits"),
    ],
)
def test_he_and_she(sentences, word, expected):
    assert meant(word, *sentences) == expected


@pytest.mark.parametrize(
    ("sentences", "expected"),
    [
        pytest.param([left("Okoro"), BEFORE.format("Silva/NNP")], [SILVA], id="person of the main clause"),
        pytest.param([left("Okoro"), BEFORE.format("Falk/NNP")], [OKORO], id="not a woman"),
        pytest.param([left("Okoro"), BEFORE.format("Norway/NNP")], [OKORO], id="not a state"),
        pytest.param([left("Okoro"), BEFORE.format("talks/NNS")], [OKORO], id="not a thing"),
        pytest.param([left("Okoro"), NO_NAME_AHEAD], [OKORO], id="no subject at all"),
        pytest.param([left("Okoro"), AFTER], [SILVA], id="the clause follows"),
        pytest.param([left("Okoro"), MIDST], [SILVA], id="the clause follows the subject"),
        pytest.param([f"{WHEN_OKORO} {SILVA_FELL}"], [OKORO], id="somebody before it fits"),
        pytest.param([f"{WHEN_OKORO} {SILVA_FELL}".replace("Okoro", "Falk")], [SILVA], id="nobody before it fits"),
        pytest.param(
            [
                left("Okoro"),
                quoted("when/WRB/advmod>fell he/PRP/nsubj>fell fell~fall/VBD/advcl>left Silva/NNP/nsubj>left", "Silva"),
            ],
            [OKORO],
            id="not who speaks",
        ),
        pytest.param([f"{SILVA_FELL} {WHEN_OKORO}"], [OKORO], id="a nearer subject"),
    ],
)
def test_he_may_point_ahead(sentences, expected):
    assert meant("he", *sentences) == expected


def test_who_is_pointed_ahead_to_has_a_reason():
    assert [one.reason for one in arguments("he", BEFORE.format("Silva/NNP"))] == ["person named in the main clause"]
    assert [one.reason for one in arguments("he", left("Silva"), HE)] == ["person named before"]


@pytest.mark.parametrize(
    ("sentences", "expected"),
    [
        pytest.param([quoted("he/PRP/nsubj>left", "Silva")], [], id="not the speaker"),
        pytest.param([left("Okoro"), left("Silva"), quoted("he/PRP/nsubj>left", "Silva")], [OKORO], id="but another"),
        pytest.param(
            [left("Okoro"), left("Silva"), quoted("he/PRP/nsubj>left", "Falk")], [SILVA], id="the last, of another speaker"
        ),
        pytest.param([left("Okoro"), left("Silva"), quoted("he/PRP/nsubj>left")], [SILVA], id="of nobody"),
        pytest.param(
            [left("Okoro"), left("Silva"), quoted("he/PRP/nsubj>left", "Silva", verb="joked~joke")], [OKORO], id="he joked"
        ),
    ],
)
def test_he_in_a_quotation(sentences, expected):
    assert meant("he", *sentences) == expected


HIS_SEAT = "his/PRP$/poss>seat seat/NN/nsubj>left"
HE_BEFORE = f"he/PRP/nsubj>said said~say/VBD/ROOT \"/``/punct>said {HIS_SEAT} left~leave/VBD/ccomp>said \"/''/punct>said"


@pytest.mark.parametrize(
    ("sentences", "word", "expected"),
    [
        pytest.param([left("Silva"), quoted("Okoro/NNP/nsubj>left", "he")], "he", [SILVA], id="not whom he names"),
        pytest.param([left("Silva"), quoted("Okoro/NNP/nsubj>left", "she")], "she", [], id="nor she"),
        pytest.param([left("Norway"), quoted("Norway/NNP/nsubj>left", "it")], "it", [NORWAY], id="a state may name itself"),
        pytest.param([left("Okoro"), left("Silva"), quoted(HIS_SEAT, "he")], "he", [SILVA], id="not whom he calls him"),
        pytest.param([left("Okoro"), left("Silva"), quoted(HIS_SEAT, "he")], "his", [OKORO], id="whom he calls him"),
        pytest.param([left("Okoro"), left("Silva"), HE_BEFORE], "his", [OKORO], id="behind the speaker"),
        pytest.param([left("Okoro"), left("Silva"), quoted(HIS_SEAT, "somebody/NN")], "his", [SILVA], id="of somebody"),
    ],
)  # fmt: skip
def test_a_quotation_and_its_speaker(sentences, word, expected):
    assert meant(word, *sentences) == expected


@pytest.mark.parametrize(
    ("sentences", "word", "expected"),
    [
        pytest.param([said("Okoro"), *FAR, HE_SAID], "he", [OKORO], id="he said"),
        pytest.param([said("Marsh"), *FAR, HE_SAID], "he", [MARSH], id="of unknown gender"),
        pytest.param([said("Falk"), *FAR, HE_SAID], "he", [], id="not a woman"),
        pytest.param([said("Post"), *FAR, HE_SAID], "he", [], id="not a paper"),
        pytest.param([left("Okoro"), *FAR, HE_SAID], "he", [], id="nobody said anything"),
        pytest.param([said("Okoro"), *FAR, HE], "he", [], id="he does not speak"),
        pytest.param([said("Okoro"), *FAR, said("Norway") + " him/PRP/dobj>said"], "him", [], id="nor is he told"),
        pytest.param([said("Okoro"), *FAR, f"\"/``/punct>said {HE_SAID} \"/''/punct>said"], "he", [], id="in a quotation"),
        pytest.param(
            [said("Okoro"), *FAR, f"{PLAN} that/WDT/dobj>said he/PRP/nsubj>said said~say/VBD/relcl>plan"],
            "he",
            [],
            id="in a relative clause",
        ),
    ],
)
def test_the_source_is_remembered_longer(sentences, word, expected):
    assert meant(word, *sentences) == expected


@pytest.mark.parametrize(
    ("sentences", "expected"),
    [
        pytest.param([SAYS_HE.replace("he/", "it/").format("Norway")], [NORWAY], id="of the clause above"),
        pytest.param([left("Norway"), IT], [NORWAY], id="of the sentence before"),
        pytest.param([praised("Norway", "Chad"), IT], [NORWAY], id="the subject"),
        pytest.param([left("Norway"), PLAN, IT], [], id="a thing is in the way"),
        pytest.param([left("Norway"), f"{left('Silva')} at/IN/prep>left night/NN/pobj>at", IT], [NORWAY], id="a time is not"),
        pytest.param([left("Norway"), left("Silva"), IT], [NORWAY], id="nor a person"),
        pytest.param([left("Norway"), MINISTER, IT], [NORWAY], id="nor a role"),
        pytest.param([left("Norway"), left("voters/NN"), IT], [NORWAY], id="nor a people"),
        pytest.param([left("Norway"), left("plans/NNS"), IT], [NORWAY], id="nor several things"),
        pytest.param([left("Norway"), met("Union", "Post"), IT], [UNION], id="of two that are coordinated, the first"),
        pytest.param([left("Front"), IT], [FRONT], id="an armed group"),
        pytest.param([left("Norway"), praised("Okoro", "it")], [], id="not as an object"),
        pytest.param([left("Norway"), "it/PRP/nsubj>seems seems~seem/VBZ/ROOT"], [], id="it seems"),
        pytest.param([left("Norway"), "it/PRP/nsubj>is is~be/VBZ/ROOT clear/JJ/acomp>is"], [], id="it is clear"),
        pytest.param([left("Norway"), "it/PRP/nsubj>is is~be/VBZ/ROOT ready/JJ/acomp>is"], [NORWAY], id="it is ready"),
        pytest.param([left("Norway"), "it/PRP/nsubj>is is~be/VBZ/ROOT member/NN/attr>is"], [NORWAY], id="it is a member"),
        pytest.param(
            [left("Norway"), "it/PRP/nsubj>is is~be/VBZ/ROOT time/NN/attr>is to/TO/aux>leave leave/VB/relcl>time"],
            [],
            id="it is time to leave",
        ),
        pytest.param(
            [left("Norway"), "it/PRP/nsubj>is is~be/VBZ/ROOT fun/NN/attr>is to/TO/aux>leave leave/VB/xcomp>is"],
            [],
            id="it is fun to leave",
        ),
        pytest.param(
            [
                left("Norway"),
                "it/PRP/nsubj>is is~be/VBZ/ROOT member/NN/attr>is since/IN/mark>left Chad/NNP/nsubj>left left/VBD/advcl>is",
            ],
            [NORWAY],
            id="it is a member since",
        ),
        pytest.param(
            [
                left("Norway"),
                "it/PRP/nsubjpass>decided was~be/VBD/auxpass>decided decided~decide/VBN/ROOT to/TO/aux>leave leave/VB/xcomp>decided",
            ],
            [],
            id="it was decided to leave",
        ),
        pytest.param(
            [left("Norway"), "it/PRP/nsubj>tried tried~try/VBD/ROOT to/TO/aux>leave leave/VB/xcomp>tried"],
            [NORWAY],
            id="it tried to leave",
        ),
        pytest.param(
            [left("Norway"), "it/PRP/nsubjpass>hit was~be/VBD/auxpass>hit hit/VBN/ROOT"],
            [NORWAY],
            id="it was hit",
        ),
        pytest.param(
            [left("Norway"), "it/PRP/nsubj>said said~say/VBD/ROOT Chad/NNP/nsubj>left left~leave/VBD/ccomp>said"],
            [NORWAY],
            id="it said",
        ),
    ],
)
def test_it(sentences, expected):
    assert meant("it", *sentences) == expected


ITS = "Norway/NNP/nsubj>left left~leave/VBD/ROOT its/PRP$/poss>seat seat/NN/dobj>left"
HELP = (
    "Norway/NNP/nsubj>needs needs~need/VBZ/ROOT Chad/NNP/poss>help 's/POS/case>Chad help/NN/dobj>needs in/IN/prep>help "
    "its/PRP$/poss>war war/NN/pobj>in"
)
BLAMES_ITS = "Norway/NNP/nsubj>blamed blamed~blame/VBD/ROOT its/PRP$/poss>war war/NN/dobj>blamed"
AND_ITS = "Norway/NNP/nsubj>hit hit/VBD/ROOT Chad/NNP/dobj>hit and/CC/cc>Chad its/PRP$/poss>ship ship/NN/conj>Chad"
OVER = "Norway/NNP/nsubj>hit hit/VBD/ROOT {}/dobj>hit {}/IN/prep>hit its/PRP$/poss>{} {}/NN/pobj>{}"


@pytest.mark.parametrize(
    ("sentences", "expected"),
    [
        pytest.param([ITS], [NORWAY], id="the subject's"),
        pytest.param([left("Norway"), ITS.replace("Norway/", "Falk/")], [NORWAY], id="no person's"),
        pytest.param([ITS.replace("poss>", "det>")], [], id="as what"),
        pytest.param([OVER.format("Chad/NNP", "in", "seat", "seat", "in")], [], id="in whose seat"),
        pytest.param([ITS + " near/IN/prep>left Okoro/NNP/pobj>near"], [NORWAY], id="nobody else's"),
        pytest.param([OVER.format("Chad/NNP", "over", "oil", "oil", "over")], [], id="a reason may be the other's"),
        pytest.param([HELP], [NORWAY], id="who is helped"),
        pytest.param([left("Chad"), BLAMES_ITS], [CHAD], id="of whom somebody judges"),
        pytest.param([left("Chad"), BLAMES_ITS.replace("blame", "seek")], [NORWAY], id="what is no judgement may be one's own"),
        pytest.param([AND_ITS], [CHAD], id="of whom stands beside it"),
        pytest.param([HELP.replace("help", "role")], [], id="a role may be in the other's"),
        pytest.param([OVER.format("Okoro/NNP", "over", "oil", "oil", "over")], [NORWAY], id="where there is another"),
        pytest.param([OVER.format("Chad/NNP", "over", "relation", "relation", "over")], [NORWAY], id="a relation is both's"),
        pytest.param(
            [SAYS_HE.replace("he/", "it/").format("Norway") + " its/PRP$/poss>seat seat/NN/dobj>left"], [NORWAY], id="it: its"
        ),
    ],
)
def test_its(sentences, expected):
    assert meant("its", *sentences) == expected


BECAUSE = "Norway/NNP/nsubj>blamed blamed~blame/VBD/ROOT Chad/NNP/dobj>blamed because/IN/mark>lied it/PRP/nsubj>lied lied~lie/VBD/advcl>blamed"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param(BECAUSE, [CHAD], id="who is judged is the cause"),
        pytest.param(BECAUSE.replace("because", "although"), [NORWAY], id="no reason"),
        pytest.param(BECAUSE.replace("blame", "leave").replace("leaved", "left"), [NORWAY], id="no judgement"),
        pytest.param(BECAUSE.replace("Chad/NNP/dobj>blamed ", ""), [NORWAY], id="nobody is judged"),
    ],
)
def test_it_in_a_reason(sentence, expected):
    assert meant("it", sentence) == expected


@pytest.mark.parametrize(
    ("sentences", "word", "expected"),
    [
        pytest.param([PAIR, THEY], "they", [NORWAY, CHAD], id="two"),
        pytest.param([met("Norway", "Chad", "Peru"), THEY], "they", [NORWAY, CHAD, PERU], id="three"),
        pytest.param([TWO_CLAUSES.format("Norway/NNP", "Chad/NNP"), THEY], "they", [NORWAY, CHAD], id="of two clauses"),
        pytest.param([PAIR, TWO_CLAUSES.format("Norway/NNP", "Silva/NNP"), THEY], "they", [NORWAY, CHAD], id="a state and a man are not"),
        pytest.param([PAIR, TWO_CLAUSES.format("Norway/NNP", "plan/NN"), THEY], "they", [NORWAY, CHAD], id="nor a state and a thing"),
        pytest.param([met("Norway", "plan/NN"), THEY], "they", [], id="one and a thing"),
        pytest.param([left("Front"), THEY], "they", [FRONT], id="a group"),
        pytest.param([left("Norway"), THEY], "they", [], id="not one state"),
        pytest.param([left("Front"), left("plans/NNS"), THEY], "they", [], id="several things are in the way"),
        pytest.param([left("Front"), "Silva/NNP/nsubj>left left/VBD/ROOT to/IN/prep>left reporters~reporter/NNS/pobj>to", THEY], "they", [FRONT], id="not in passing"),
        pytest.param([left("Front"), left("Norway") + " with/IN/prep>left Falk/NNP/pobj>with and/CC/cc>Falk Okoro/NNP/conj>Falk", THEY], "they", [FALK, OKORO], id="unless they are named"),
        pytest.param([PAIR, praised("Norway", "them")], "them", [NORWAY, CHAD], id="them"),
        pytest.param([PAIR, THEIR_SEAT], "their", [NORWAY, CHAD], id="their"),
        pytest.param([THEIR_SEAT], "their", [], id="nobody's"),
        pytest.param([praised("Norway", "Chad"), THEIR_SEAT], "their", [], id="two who only share a sentence"),
        pytest.param([praised("Norway", "Chad"), RELATIONS], "their", [NORWAY, CHAD], id="but have relations"),
        pytest.param([praised("Norway", "Chad"), praised("Falk", "Okoro"), RELATIONS], "their", [FALK, OKORO], id="as two persons have"),
        pytest.param([PAIR, left("plans/NNS"), RELATIONS], "their", [NORWAY, CHAD], id="plans have no relations"),
        pytest.param([RELATIONS], "their", [], id="relations of nobody"),
        pytest.param([praised("Falk", "Okoro"), THEIR_TWO], "their", [FALK, OKORO], id="their two"),
        pytest.param([PAIR, THEIR_TWO], "their", [], id="their two, of no persons"),
    ],
)  # fmt: skip
def test_they_and_their(sentences, word, expected):
    assert meant(word, *sentences) == expected


MET_EACH_OTHER = "met~meet/VBD/ROOT each/DT/det>other other/JJ/dobj>met"
THEY_MET_EACH_OTHER = "they/PRP/nsubj>met " + MET_EACH_OTHER
TRIED = "Norway/NNP/nsubj>tried tried~try/VBD/ROOT to/TO/aux>praise praise/VB/xcomp>tried itself/PRP/dobj>praise"


@pytest.mark.parametrize(
    ("sentences", "word", "expected"),
    [
        pytest.param([praised("Norway", "itself")], "itself", [NORWAY], id="itself"),
        pytest.param([TRIED], "itself", [NORWAY], id="of an infinitive"),
        pytest.param([praised("Falk", "herself")], "herself", [FALK], id="herself"),
        pytest.param([left("Okoro"), praised("Falk", "himself")], "himself", [], id="himself is of the clause"),
        pytest.param([PAIR + " themselves/PRP/dobj>met"], "themselves", [NORWAY, CHAD], id="themselves"),
        pytest.param([left("Norway"), praised("plan/NN", "itself")], "itself", [], id="of a thing"),
        pytest.param([left("Norway"), "praised/VB/ROOT itself/PRP/dobj>praised"], "itself", [], id="of nobody"),
        pytest.param([left("Norway"), "itself/PRP/ROOT"], "itself", [], id="alone"),
        pytest.param([PAIR + " each/DT/det>other other/JJ/dobj>met"], "other", [NORWAY, CHAD], id="each other"),
        pytest.param([PAIR, THEY_MET_EACH_OTHER], "other", [NORWAY, CHAD], id="of the pair in focus"),
        pytest.param([PAIR, MET_EACH_OTHER], "other", [NORWAY, CHAD], id="without a subject"),
        pytest.param([THEY_MET_EACH_OTHER], "other", [], id="of nobody in focus"),
        pytest.param([PAIR, TWO_MINISTERS + " each/DT/det>other other/JJ/dobj>met"], "other", [], id="of somebody else"),
        pytest.param([PAIR, TWO_MINISTERS + " the/DT/det>other other/JJ/dobj>met"], "other", [], id="the other"),
        pytest.param([PAIR, "other/JJ/ROOT"], "other", [], id="other"),
    ],
)
def test_reflexive_and_reciprocal(sentences, word, expected):
    assert meant(word, *sentences) == expected


TASK = "Silva/NNP/poss>task 's/POS/case>Silva task/NN/nsubj>left left~leave/VBD/ccomp>said he/PRP/nsubj>said said~say/VBD/ROOT"


@pytest.mark.parametrize(
    ("sentences", "expected"),
    [
        pytest.param([said("Okoro"), TASK], [OKORO], id="whoever spoke last goes on"),
        pytest.param([left("Okoro"), TASK], [SILVA], id="nobody has spoken"),
        pytest.param([said("Falk"), TASK], [SILVA], id="a woman has spoken"),
        pytest.param(
            [said("Okoro"), TASK.replace("Silva/NNP/poss>task 's/POS/case>Silva task/NN/nsubj", "Silva/NNP/nsubj")],
            [SILVA],
            id="somebody says what he himself does",
        ),
    ],
)
def test_he_said_behind_what_he_says(sentences, expected):
    assert [one.entity for one in arguments("he", *sentences)] == expected
