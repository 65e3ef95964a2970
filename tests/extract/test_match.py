"""Where a frame stands in a sentence, and who fills its places."""

import pytest

from kg.extract.frame import compile_frames
from kg.extract.match import find_matches
from kg.model import RelationGroup
from tests.extract.ontologies import lemmatize, ontology, relation
from tests.extract.parses import CHAD, FISHING, KENYA, NORWAY, OIL, PERU, read, words

ATTACKS = "Norway/NNP/nsubj>attacked attacked~attack/VBD/ROOT Chad/NNP/dobj>attacked"
PASSIVE = "Chad/NNP/nsubjpass>attacked was~be/VBD/auxpass>attacked attacked~attack/VBN/ROOT by/IN/agent>attacked Norway/NNP/pobj>by"
BOTH = (
    "Norway/NNP/nsubj>attacked and/CC/cc>Norway Peru/NNP/conj>Norway attacked~attack/VBD/ROOT Chad/NNP/dobj>attacked "
    "and/CC/cc>Chad Kenya/NNP/conj>Chad"
)
LAUNCHES = "Norway/NNP/nsubj>launched launched~launch/VBD/ROOT an/DT/det>attack attack/NN/dobj>launched on/IN/prep>launched Chad/NNP/pobj>on"
SANCTIONS = (
    "Norway/NNP/nsubj>imposed imposed~impose/VBD/ROOT new/JJ/amod>sanctions sanctions~sanction/NNS/dobj>imposed "
    "on/IN/prep>sanctions Chad/NNP/pobj>on over/IN/prep>imposed fishing/NN/pobj>over"
)
LASHES_OUT = "Norway/NNP/nsubj>lashed lashed~lash/VBD/ROOT out/RP/prt>lashed at/IN/prep>lashed Chad/NNP/pobj>at"
BUILD_UP = (
    "Norway/NNP/poss>up 's/POS/case>Norway build/NN/compound>up -/HYPH/punct>up up/NN/nsubj>ended near/IN/prep>up Chad/NNP/pobj>near "
    "ended~end/VBD/ROOT"
)
BARE_VERB = "Norway/NNP/nsubj>clashed and/CC/cc>Norway Chad/NNP/conj>Norway clashed~clash/VBD/ROOT"
EACH_OTHER = "Norway/NNP/nsubj>trust and/CC/cc>Norway Chad/NNP/conj>Norway trust/VBP/ROOT each/DT/det>other other/JJ/dobj>trust"
TALKS = "talks~talk/NNS/nsubj>failed between/IN/prep>talks Norway/NNP/pobj>between and/CC/cc>Norway Chad/NNP/conj>Norway failed~fail/VBD/ROOT"
HELD = "Norway/NNP/nsubj>held held~hold/VBD/ROOT talks~talk/NNS/dobj>held on/IN/prep>talks fishing/NN/pobj>on"
URGES = "Norway/NNP/nsubj>urged urged~urge/VBD/ROOT Chad/NNP/dobj>urged to/TO/aux>leave leave/VB/xcomp>urged Kenya/NNP/dobj>leave"
WANTS = "Norway/NNP/nsubj>wants wants~want/VBZ/ROOT Chad/NNP/nsubj>leave to/TO/aux>leave leave/VB/ccomp>wants"
OPPOSED = "Norway/NNP/nsubjpass>opposed is~be/VBZ/auxpass>opposed opposed~oppose/VBN/ROOT to/IN/prep>opposed Chad/NNP/pobj>to"
ALLY = "Norway/NNP/nsubj>is is~be/VBZ/ROOT close/JJ/amod>ally ally/NN/attr>is of/IN/prep>ally Chad/NNP/pobj>of"
SENTIMENT = (
    "anti/JJ/compound>propaganda -/HYPH/punct>propaganda Chadian/JJ/amod>propaganda propaganda/NN/nsubj>grew by/IN/prep>propaganda "
    "Norway/NNP/pobj>by grew~grow/VBD/ROOT"
)
TROOPS = "Norwegian/JJ/amod>troops troops~troop/NNS/ROOT in/IN/prep>troops Chad/NNP/pobj>in"
IMPROVES = "Norway/NNP/nsubj>improved improved~improve/VBD/ROOT ties~tie/NNS/dobj>improved with/IN/prep>ties Chad/NNP/pobj>with"
CONTINUED = "Norway/NNP/poss>attack 's/POS/case>Norway attack/NN/nsubj>continued continued~continue/VBD/ROOT on/IN/prep>continued Chad/NNP/pobj>on"
AND_PRAISE = (
    "Norway/NNP/nsubj>offered offered~offer/VBD/ROOT oil/NN/dobj>offered and/CC/cc>oil praise/NN/conj>oil for/IN/prep>praise "
    "Chad/NNP/pobj>for"
)
MAKES = "Norway/NNP/nsubj>made made~make/VBD/ROOT threats~threat/NNS/dobj>made against/IN/prep>threats Chad/NNP/pobj>against"
INTERFERES = "Norway/NNP/nsubj>meddled meddled~meddle/VBD/ROOT in/IN/prep>meddled Chad/NNP/poss>affairs 's/POS/case>Chad affairs~affair/NNS/pobj>in"

REFUSES = (
    "Norway/NNP/nsubj>refused refused~refuse/VBD/ROOT to/TO/aux>lift lift/VB/xcomp>refused the/DT/det>ban ban/NN/dobj>lift "
    "on/IN/prep>ban Chad/NNP/pobj>on"
)
CLAIM = (
    "Norway/NNP/poss>claim 's/POS/case>Norway claim/NN/nsubj>failed that/IN/mark>attacked Chad/NNP/nsubj>attacked "
    "attacked~attack/VBD/acl>claim Kenya/NNP/dobj>attacked failed~fail/VBD/ROOT"
)
PLAN = "Norway/NNP/poss>plan 's/POS/case>Norway plan/NN/nsubj>failed to/TO/aux>attack attack/VB/acl>plan Chad/NNP/dobj>attack failed~fail/VBD/ROOT"
MAKES_PLAN = "Norway/NNP/nsubj>made made~make/VBD/ROOT plan/NN/dobj>made to/TO/aux>attack attack/VB/acl>plan Chad/NNP/dobj>attack"
AGAINST = (
    "Norway/NNP/nsubj>warned warned~warn/VBD/ROOT against/IN/prep>warned attacking~attack/VBG/pcomp>against Chad/NNP/dobj>attacking"
)
CONSIDERS = "Norway/NNP/nsubj>considers considers~consider/VBZ/ROOT attacking~attack/VBG/xcomp>considers Chad/NNP/dobj>attacking"
LEAVING = "Norway/NNP/nsubj>considers considers~consider/VBZ/ROOT returning~return/VBG/xcomp>considers to/IN/prep>returning Chad/NNP/pobj>to"
WILL_NOT = "Norway/NNP/nsubj>lift will/MD/aux>lift not/RB/neg>lift lift/VB/ROOT the/DT/det>ban ban/NN/dobj>lift on/IN/prep>ban Chad/NNP/pobj>on"
WILL = "Norway/NNP/nsubj>lift will/MD/aux>lift lift/VB/ROOT the/DT/det>ban ban/NN/dobj>lift on/IN/prep>ban Chad/NNP/pobj>on"
MILLIONS = "Norway/NNP/nsubj>gave gave~give/VBD/ROOT millions~million/CD/dobj>gave in/IN/prep>millions oil/NN/pobj>in to/IN/prep>gave Chad/NNP/pobj>to"
OUT_OF = "Norway/NNP/nsubj>walked walked~walk/VBD/ROOT out/IN/prep>walked of/IN/prep>out Chad/NNP/pobj>of"
SQUEEZED = "Norway/NNP/nsubj>gave gave~give/VBD/ROOT Chad/NNP/compound>oil oil/NN/dobj>gave"
WOUND_UP = "the/DT/det>union union/NN/nsubjpass>wound was~be/VBD/auxpass>wound wound~wind/VBN/ROOT up/RP/prt>wound by/IN/agent>wound Chad/NNP/pobj>by"
DEEMS = "Norway/NNP/nsubj>deems deems~deem/VBZ/ROOT Chad/NNP/nsubj>be to/TO/aux>be be/VB/ccomp>deems guilty/JJ/acomp>be"
GAVE_IT = "Norway/NNP/nsubj>gave gave~give/VBD/ROOT it/PRP/dobj>gave to/IN/prep>gave Chad/NNP/pobj>to"


def found(sentence, *frames, index=None, **options):
    reading = read(sentence)
    index = index or compile_frames(ontology(relations=[relation("acts", *frames, **options)]), lemmatize)
    return list(find_matches(reading, index))


def ends(match):
    return [a.entity for a in match.subjects], [a.entity for a in match.objects]


@pytest.mark.parametrize(
    ("sentence", "frame", "subjects", "objects"),
    [
        pytest.param(ATTACKS, "X attacks Y", [NORWAY], [CHAD], id="active"),
        pytest.param(PASSIVE, "X attacks Y", [NORWAY], [CHAD], id="passive"),
        pytest.param(BOTH, "X attacks Y", [NORWAY, PERU], [CHAD, KENYA], id="coordination"),
        pytest.param(LAUNCHES, "X's attack on Y", [NORWAY], [CHAD], id="light verb lends subject and phrase"),
        pytest.param(SANCTIONS, "X imposes sanctions on Y", [NORWAY], [CHAD], id="phrase on the noun"),
        pytest.param(SANCTIONS, "X imposes new sanctions on Y", [NORWAY], [CHAD], id="modifier"),
        pytest.param(LASHES_OUT, "X lashes_out at|against Y", [NORWAY], [CHAD], id="particle"),
        pytest.param(BUILD_UP, "X's build-up near Y", [NORWAY], [CHAD], id="hyphen"),
        pytest.param(URGES, "X urges Y to *", [NORWAY], [CHAD], id="any infinitive"),
        pytest.param(URGES, "X urges * to leave Y", [NORWAY], [KENYA], id="infinitive with an object"),
        pytest.param(WANTS, "X wants Y to *", [NORWAY], [CHAD], id="subject of an infinitive"),
        pytest.param(OPPOSED, "X is opposed to Y", [NORWAY], [CHAD], id="participle as adjective"),
        pytest.param(ALLY, "X is close ally of Y", [NORWAY], [CHAD], id="predicate noun"),
        pytest.param(SENTIMENT, "X's propaganda against Y", [NORWAY], [CHAD], id="prefix"),
        pytest.param(TROOPS, "X's troops in Y", [NORWAY], [CHAD], id="adjective and place"),
        pytest.param(CONTINUED, "X's attack on Y", [NORWAY], [CHAD], id="phrase on an empty verb"),
        pytest.param(AND_PRAISE, "X offers praise for Y", [NORWAY], [CHAD], id="second object"),
        pytest.param(MAKES, "threats against Y by|of X", [], [], id="nobody behind by"),
        pytest.param(REFUSES, "X refuses to_lift ban on Y", [NORWAY], [CHAD], id="infinitive whose object has a phrase"),
        pytest.param(CLAIM, "X's claim that Y *", [NORWAY], [CHAD], id="clause of a noun"),
        pytest.param(PLAN, "X's plan to attack Y", [NORWAY], [CHAD], id="infinitive of a noun"),
        pytest.param(MAKES_PLAN, "X makes plan to attack Y", [NORWAY], [CHAD], id="infinitive of the object"),
        pytest.param(AGAINST, "X warns against attacking Y", [NORWAY], [CHAD], id="gerund after a preposition"),
        pytest.param(CONSIDERS, "X considers attacking Y", [NORWAY], [CHAD], id="gerund as object"),
        pytest.param(LEAVING, "X considers returning to Y", [NORWAY], [CHAD], id="gerund with a phrase"),
        pytest.param(WILL_NOT, "X will not lift ban on Y", [NORWAY], [CHAD], id="denied verb"),
        pytest.param(WILL, "X will not lift ban on Y", [], [], id="verb that is not denied"),
        pytest.param(MILLIONS, "X gives * to Y", [NORWAY], [CHAD], id="any number"),
        pytest.param(MILLIONS, "X gives oil to Y", [NORWAY], [CHAD], id="what a number counts"),
        pytest.param(OUT_OF, "X walks_out of Y", [NORWAY], [CHAD], id="preposition as particle"),
        pytest.param(SQUEEZED, "X gives Y oil", [NORWAY], [CHAD], id="receiver taken for a part"),
        pytest.param(SQUEEZED + " to/IN/prep>oil Kenya/NNP/pobj>to", "X gives Y oil", [], [], id="another receiver"),
        pytest.param(DEEMS, "X deems Y as guilty", [NORWAY], [CHAD], id="what somebody is deemed to be"),
        pytest.param(GAVE_IT, "X gives * to Y", [NORWAY], [CHAD], id="any pronoun"),
        pytest.param(MAKES, "X's threats against Y", [NORWAY], [CHAD], id="subject of a light verb"),
        pytest.param(INTERFERES, "X meddles in Y's *", [NORWAY], [CHAD], id="whatever is theirs"),
        pytest.param(ATTACKS, "X attacks close Y", [], [], id="no such modifier"),
        pytest.param(ATTACKS, "X's attack on Y", [], [], id="verb for a noun"),
        pytest.param(ATTACKS, "X praises Y", [], [], id="another verb"),
        pytest.param(ATTACKS, "X attacks Y over Z", [], [], id="a part is missing"),
    ],
)
def test_find_matches(sentence, frame, subjects, objects):
    assert [ends(match) for match in found(sentence, frame)] == ([(subjects, objects)] if objects else [])


LETS = "Norway/NNP/nsubj>lets lets~let/VBZ/ROOT Chad/NNP/nsubj>leave leave/VB/ccomp>lets"
VOWS = "Norway/NNP/nsubj>vowed vowed~vow/VBD/ROOT to/TO/aux>leave leave/VB/xcomp>vowed Chad/NNP/dobj>leave"


def test_an_infinitive_may_lack_its_to():
    assert [ends(match) for match in found(LETS, "X lets Y to *")] == [([NORWAY], [CHAD])]


def test_an_infinitive_that_is_denied_is_not_that_of_the_frame():
    assert found(VOWS, "X vows to leave Y")
    assert not found(VOWS.replace("to/TO", "not/RB/neg>leave to/TO"), "X vows to leave Y")


def test_a_verb_is_known_by_its_lemma():
    by = WOUND_UP.replace("the/DT/det>union union/NN", "Norway/NNP")
    assert not found(by, "X wound Y")
    assert [ends(match) for match in found(by, "X winds_up Y")] == [([CHAD], [NORWAY])]


def test_words_that_deny_are_those_of_the_frame():
    (match,) = found(WILL_NOT, "X will not lift ban on Y")
    assert [word.text for word in match.words] == ["lift", "will", "not", "ban"]


def test_the_words_of_a_match_start_with_the_governing_one():
    (match,) = found(SANCTIONS, "X imposes sanctions on Y")
    assert (match.token.text, words(match.words)) == ("imposed", ["imposed", "sanctions"])


def test_at_one_word_the_most_specific_frame_comes_first():
    matches = found(SANCTIONS, "X imposes * on Y", "X imposes sanctions on Y")
    assert [match.pattern.frame.text for match in matches] == ["X imposes sanctions on Y", "X imposes * on Y"]


def test_what_it_is_about_fills_z():
    (match,) = found(SANCTIONS, "X imposes sanctions on Y over Z")
    assert [argument.entity for argument in match.concerns] == [FISHING]


@pytest.mark.parametrize(("takes", "objects"), [("actor", []), ("issue", [OIL]), ("actor issue", [OIL])])
def test_an_issue_is_an_object_only_where_the_relation_takes_one(takes, objects):
    matches = found("Norway/NNP/nsubj>bans bans~ban/VBZ/ROOT oil/NN/dobj>bans", "X bans Y", takes=takes)
    assert [ends(match)[1] for match in matches] == ([objects] if objects else [])


def test_an_actor_is_no_object_where_the_relation_takes_issues():
    assert not found(ATTACKS, "X attacks Y", takes="issue")


def test_a_symmetric_verb_needs_no_object_after_two_subjects():
    (match,) = found(BARE_VERB, "X clashes with Y", symmetric=True)
    assert (*ends(match), match.mutual) == ([NORWAY, CHAD], [NORWAY, CHAD], True)


@pytest.mark.parametrize(("sentence", "symmetric"), [(BARE_VERB, False), ("Norway/NNP/nsubj>clashed clashed~clash/VBD/ROOT", True)])
def test_otherwise_an_object_is_needed(sentence, symmetric):
    assert not found(sentence, "X clashes with Y", symmetric=symmetric)


def test_each_other_makes_it_mutual():
    (match,) = found(EACH_OTHER, "X trusts Y")
    assert match.mutual
    assert ends(match)[0] == [NORWAY, CHAD]


def test_x_and_y_are_several_subjects():
    (match,) = found(BARE_VERB, "X and Y clash")
    assert (*ends(match), match.mutual) == ([NORWAY, CHAD], [NORWAY, CHAD], True)
    assert not found("Norway/NNP/nsubj>clashed clashed~clash/VBD/ROOT", "X and Y clash")


def test_rivals_of_a_third_are_not_each_others():
    rivals = "Norway/NNP/nsubj>are and/CC/cc>Norway Chad/NNP/conj>Norway are~be/VBP/ROOT rivals~rival/NNS/attr>are"
    assert found(rivals, "X and Y are rivals")
    assert not found(rivals + " of/IN/prep>rivals Peru/NNP/pobj>of", "X and Y are rivals")


def test_a_pair_fills_both_places():
    (match,) = found(TALKS, "talks between X and Y")
    assert (*ends(match), match.mutual) == ([NORWAY, CHAD], [NORWAY, CHAD], True)
    assert not found(HELD, "talks between X and Y")


def test_a_trend_may_be_brought_about_by_somebody():
    frame = "relations|ties between X and Y improve"
    (match,) = found(IMPROVES, frame, group=RelationGroup.TREND)
    assert ends(match) == ([NORWAY], [CHAD])
    assert not found(IMPROVES, frame)


def test_nobody_fills_two_places():
    sentence = "Norway/NNP/nsubj>hurts hurts~hurt/VBZ/ROOT Norway/NNP/dobj>hurts"
    assert [ends(match) for match in found(sentence, "X hurts Y")] == [([NORWAY], [NORWAY])]
    once = "Norway/NNP/nsubj>wants wants~want/VBZ/ROOT to/TO/aux>win win/VB/xcomp>wants"
    assert not found(once, "X wants Y to *")


MUST = "Norway/NNP/nsubj>said said~say/VBD/ROOT Chad/NNP/nsubj>leave must/MD/aux>leave leave/VB/ccomp>said"
ASHAMED = "Norway/NNP/nsubj>said said~say/VBD/ROOT Chad/NNP/nsubj>be must/MD/aux>be be/VB/ccomp>said ashamed/JJ/acomp>be"
GUILTY = "Norway/NNP/nsubj>said said~say/VBD/ROOT that/IN/mark>is Chad/NNP/nsubj>is is~be/VBZ/ccomp>said guilty/JJ/acomp>is"


@pytest.mark.parametrize(
    ("sentence", "frame", "matches"),
    [
        pytest.param(MUST, "X says that Y must *", True, id="must"),
        pytest.param(MUST.replace("must", "may"), "X says that Y must *", False, id="may"),
        pytest.param(MUST, "X says that Y *", True, id="whatever"),
        pytest.param(
            URGES.replace("urged~urge", "said~say").replace("urged", "said"), "X says that Y *", False, id="an infinitive"
        ),
        pytest.param(GUILTY, "X says that Y is guilty", True, id="guilty"),
        pytest.param(GUILTY.replace("guilty", "happy"), "X says that Y is guilty", False, id="happy"),
        pytest.param(GUILTY + " not/RB/neg>is", "X says that Y is guilty", False, id="not guilty"),
        pytest.param(GUILTY + " may/MD/aux>is", "X says that Y is guilty", False, id="may be guilty"),
        pytest.param(ASHAMED, "X says that Y must be ashamed", True, id="must be ashamed"),
    ],
)
def test_what_is_said_of_somebody(sentence, frame, matches):
    assert [ends(match) for match in found(sentence, frame)] == ([([NORWAY], [CHAD])] if matches else [])


def bombs(thing):
    return f"Norway/NNP/nsubj>attacked attacked~attack/VBD/ROOT {thing}"


@pytest.mark.parametrize(
    ("sentence", "objects"),
    [
        pytest.param(bombs("Chad/NNP/poss>base 's/POS/case>Chad base/NN/dobj>attacked"), [CHAD], id="whose"),
        pytest.param(bombs("Chadian/JJ/amod>base base/NN/dobj>attacked"), [CHAD], id="adjective"),
        pytest.param(bombs("base/NN/dobj>attacked in/IN/prep>base Chad/NNP/pobj>in"), [CHAD], id="where"),
        pytest.param(
            bombs("base/NN/dobj>attacked of/IN/prep>base Chad/NNP/pobj>of and/CC/cc>Chad Kenya/NNP/conj>Chad"),
            [CHAD, KENYA],
            id="of both",
        ),
        pytest.param(
            bombs("base/NN/dobj>attacked of/IN/prep>base units~unit/NNS/pobj>of in/IN/prep>units Chad/NNP/pobj>in"),
            [CHAD],
            id="of units in",
        ),
        pytest.param(bombs("base/NN/dobj>attacked with/IN/prep>base Chad/NNP/pobj>with"), [], id="with"),
        pytest.param(bombs("rival/NN/dobj>attacked of/IN/prep>rival Chad/NNP/pobj>of"), [], id="a rival"),
        pytest.param(bombs("it/PRP/dobj>attacked of/IN/prep>it Chad/NNP/pobj>of"), [], id="a pronoun"),
        pytest.param(bombs("ethnic/JJ/amod>base Chadian/JJ/amod>base base/NN/dobj>attacked"), [], id="of a people"),
        pytest.param(bombs("base/NN/dobj>attacked"), [], id="nobody's"),
    ],
)
def test_what_is_done_to_a_thing_of_somebody(sentence, objects):
    assert [ends(match)[1] for match in found(sentence, "X attacks Y", reaches=True)] == ([objects] if objects else [])
    assert found(sentence, "X attacks Y") == []


@pytest.mark.parametrize(
    ("subject", "subjects"),
    [
        pytest.param("Norwegian/JJ/amod>tanks tanks~tank/NNS/nsubj>attacked", [NORWAY], id="tanks"),
        pytest.param("Norway/NNP/poss>tanks 's/POS/case>Norway tanks~tank/NNS/nsubj>attacked", [NORWAY], id="whose tanks"),
        pytest.param("heavy/JJ/amod>tanks tanks~tank/NNS/nsubj>attacked", [], id="nobody's tanks"),
        pytest.param("Norwegian/JJ/amod>books books~book/NNS/nsubj>attacked", [], id="books"),
    ],
)
def test_who_acts_with_an_instrument(subject, subjects):
    sentence = f"{subject} attacked~attack/VBD/ROOT Chad/NNP/dobj>attacked"
    assert [ends(match)[0] for match in found(sentence, "X attacks Y", reaches=True)] == ([subjects] if subjects else [])
    assert found(sentence, "X attacks Y") == []


BILLS = "bills~bill/NNS/nsubj>hurt against/IN/prep>bills Chad/NNP/pobj>against hurt/VBD/ROOT Kenya/NNP/dobj>hurt"


@pytest.mark.parametrize(
    ("before", "acts", "bills"),
    [
        pytest.param("Storting/NNP/npadvmod>hurt", [([NORWAY], [KENYA])], [([NORWAY], [CHAD])], id="a parliament in the sentence"),
        pytest.param("Peru/NNP/npadvmod>hurt", [], [], id="a state is no parliament"),
    ],
)
def test_a_law_is_of_the_parliament_of_its_sentence(before, acts, bills):
    assert [ends(match) for match in found(f"{before} {BILLS}", "X hurts Y", reaches=True)] == acts
    assert [ends(match) for match in found(f"{before} {BILLS}", "X's bill against Y")] == bills


def test_a_party_is_no_issue():
    broke = "Norway/NNP/nsubj>broke broke~break/VBD/ROOT the/DT/det>pact pact/NN/dobj>broke with/IN/prep>pact {}/NNP/pobj>with"
    assert [ends(match) for match in found(broke.format("Chad"), "X breaks pact with Y", takes="actor issue")] == [
        ([NORWAY], [CHAD])
    ]
    assert found(broke.format("oil"), "X breaks pact with Y", takes="actor issue") == []


def test_an_offer_from_somebody_is_theirs():
    sentence = "Norway/NNP/nsubj>rejected rejected~reject/VBD/ROOT an/DT/det>offer offer/NN/dobj>rejected from/IN/prep>offer Chad/NNP/pobj>from"
    assert [ends(match) for match in found(sentence, "X rejects Y's *")] == [([NORWAY], [CHAD])]
    assert found(sentence.replace("offer", "letter"), "X rejects Y's *") == []
