"""The pair in focus, who is introduced how, who speaks for whom: what a document says of its actors as it goes on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.argument import Structure
from kg.extract.corefer.tracker import Focus, Pointers, resolve
from kg.extract.mention.mentions import Mentions
from kg.model import Actor, ActorKind, Mention, Span
from kg.ontology import term
from tests.extract.parses import (
    CHAD,
    FALK,
    FRONT,
    KENYA,
    MARSH,
    NORWAY,
    OIL,
    OKORO,
    PERU,
    UNION,
    mentions,
    parse,
)
from tests.extract.pointing import POINTERS, arguments, document, left, meant, met, praised, quoted, resolved, said, the

PAIR = met("Norway", "Chad")
COMPOUND = "{}/NNP/compound>ties -/HYPH/punct>Chad Chad/NNP/compound>ties ties~tie/NNS/nsubj>froze froze~freeze/VBD/ROOT"
BETWEEN = (
    "ties~tie/NNS/nsubj>froze between/IN/prep>ties Peru/NNP/pobj>between and/CC/cc>Peru Kenya/NNP/conj>Peru froze~freeze/VBD/ROOT"
)
LISTED = "plan/NN/nsubj>left for/IN/prep>plan Peru/NNP/pobj>for and/CC/cc>Peru Kenya/NNP/conj>Peru left/VBD/ROOT"
CROWD = "Norwegians/NNPS/nsubj>met and/CC/cc>Norwegians Chad/NNP/conj>Norwegians met~meet/VBD/ROOT"
AMONG = "Norway/NNP/nsubj>urged urged~urge/VBD/ROOT Chad/NNP/dobj>urged for/IN/prep>urged Union/NNP/compound>aid aid/NN/pobj>for"
CAPITAL = "Norway/NNP/nsubj>met and/CC/cc>Norway Oslo/NNP/conj>Norway met~meet/VBD/ROOT"
TIES = "bilateral/JJ/amod>ties ties~tie/NNS/nsubj>froze froze~freeze/VBD/ROOT"
TWO_SIDES = the("sides~side/NNS", "two/CD/nummod")
TITLED = "{}/NNP/compound>Marsh Kit/NNP/compound>Marsh Marsh/NNP/nsubj>left left~leave/VBD/ROOT"
OF_UNION = "Union/NNP/compound>minister minister/NN/compound>Okoro Okoro/NNP/nsubj>left left~leave/VBD/ROOT"
ITS_MINISTER = "Norway/NNP/nsubj>left left~leave/VBD/ROOT with/IN/prep>left its/PRP$/poss>minister minister/NN/pobj>with Okoro/NNP/appos>minister"
FORMER = "former/JJ/amod>minister Norwegian/JJ/amod>minister minister/NN/compound>Okoro Okoro/NNP/nsubj>left left~leave/VBD/ROOT"
I_LEFT = "i/PRP/nsubj>left"
WE_LEFT = "we/PRP/nsubj>left"
NOW, LATER = "2025-05-05", "2031-05-05"


@pytest.mark.parametrize(
    ("sentences", "expected"),
    [
        pytest.param([PAIR], [(NORWAY, CHAD)], id="coordinated"),
        pytest.param([COMPOUND.format("Peru")], [(PERU, CHAD)], id="compounded"),
        pytest.param([BETWEEN], [(PERU, KENYA)], id="between them"),
        pytest.param([praised("Norway", "Chad")], [(NORWAY, CHAD)], id="in one sentence"),
        pytest.param([praised("Norway", "Falk")], [()], id="not with a person"),
        pytest.param([praised("Union", "Chad")], [(UNION, CHAD)], id="with an organisation"),
        pytest.param([CROWD], [()], id="inhabitants are no pair"),
        pytest.param([CAPITAL], [()], id="one state named twice is no pair"),
        pytest.param([met("Norway", "Chad", "Peru")], [(NORWAY, CHAD)], id="of three, two that are joined"),
        pytest.param([left("Norway")], [()], id="one is no pair"),
        pytest.param([PAIR, left("he")], [(NORWAY, CHAD), (NORWAY, CHAD)], id="it stays"),
        pytest.param([PAIR, BETWEEN, left("he")], [(NORWAY, CHAD), *[(PERU, KENYA)] * 2], id="a new one that the text joins"),
        pytest.param([PAIR, LISTED, left("he")], [(NORWAY, CHAD), (PERU, KENYA), (NORWAY, CHAD)], id="one that it does not"),
        pytest.param(
            [PAIR, BETWEEN, praised("Norway", "Chad"), left("he")],
            [(NORWAY, CHAD), (PERU, KENYA), *[(NORWAY, CHAD)] * 2],
            id="one that it joined before",
        ),
        pytest.param([LISTED, left("he")], [(PERU, KENYA), (PERU, KENYA)], id="where there is none yet"),
    ],
)
def test_each_sentence_has_its_pair(sentences, expected):
    assert [focus.dyad for _, focus in resolved(*sentences)] == expected


@pytest.mark.parametrize(
    ("sentences", "word", "expected"),
    [
        pytest.param([PAIR, TIES], "bilateral", [NORWAY, CHAD], id="bilateral ties"),
        pytest.param([TIES], "bilateral", [], id="of nobody"),
        pytest.param([PAIR, TIES.replace("amod", "acomp")], "bilateral", [], id="are bilateral"),
        pytest.param([PAIR, left("Norway"), TWO_SIDES], "sides", [NORWAY, CHAD], id="a sentence between"),
        pytest.param([praised("Peru", "Kenya"), PAIR, TWO_SIDES], "sides", [NORWAY, CHAD], id="a pair that the text joins"),
        pytest.param([PAIR, praised("Peru", "Kenya"), TWO_SIDES], "sides", [NORWAY, CHAD], id="one that shares a sentence"),
        pytest.param([PAIR, f"{BETWEEN} {TIES.replace('froze~freeze/VBD/ROOT', '').replace('froze', 'Kenya')}"], "bilateral", [PERU, KENYA], id="behind its own"),
        pytest.param([PAIR, f"{TIES} with/IN/prep>froze {met('Peru', 'Kenya').replace('ROOT', 'pcomp>with')}"], "bilateral", [NORWAY, CHAD], id="before its own"),
    ],
)  # fmt: skip
def test_the_pair_in_focus(sentences, word, expected):
    assert meant(word, *sentences) == expected


def test_a_resolution_has_a_reason_and_a_span():
    sentence, focus = resolved(PAIR, TWO_SIDES)[1]
    start = len(parse(PAIR).text) + 1
    assert [(one.reason, one.span) for one in focus.anaphors[2]] == [("dyad in focus", Span(start, start + 13))] * 2
    assert sentence.text[:13] == "the two sides"


@pytest.mark.parametrize(
    ("sentences", "word", "expected"),
    [
        pytest.param([TITLED.format("Ms"), left("she")], "she", [MARSH], id="Ms is she"),
        pytest.param([TITLED.format("Ms"), left("he")], "he", [], id="and not he"),
        pytest.param([TITLED.format("Mr"), left("he")], "he", [MARSH], id="Mr is he"),
        pytest.param([TITLED.format("Mr"), left("she")], "she", [], id="and not she"),
        pytest.param([TITLED.format("Old"), left("she")], "she", [MARSH], id="no title"),
        pytest.param([left("Marsh"), left("he"), left("she")], "she", [], id="whoever was he"),
        pytest.param([TITLED.format("Ms"), TITLED.format("Mr"), left("he")], "he", [], id="the first that the text says"),
        pytest.param([left("Falk"), left("Falk").replace("Falk/", "Mr/NNP/compound>Falk Falk/"), left("he")], "he", [], id="the ontology knows better"),
    ],
)  # fmt: skip
def test_gender_is_learned(sentences, word, expected):
    assert meant(word, *sentences) == expected


@pytest.mark.parametrize(
    ("sentences", "day", "expected"),
    [
        pytest.param([quoted(WE_LEFT, "Falk")], LATER, [NORWAY], id="in office, for a state"),
        pytest.param([quoted(WE_LEFT, "Falk")], NOW, [], id="before the office"),
        pytest.param([quoted(WE_LEFT, "Marsh")], LATER, [], id="in no office"),
        pytest.param([OF_UNION, quoted(WE_LEFT, "Okoro")], "", [UNION], id="introduced with a role"),
        pytest.param([OF_UNION, quoted(WE_LEFT, "he")], "", [UNION], id="also as he"),
        pytest.param([ITS_MINISTER, quoted(WE_LEFT, "Okoro")], "", [NORWAY], id="its minister"),
        pytest.param([ITS_MINISTER.replace("its/PRP$", "Falk/NNP"), quoted(WE_LEFT, "Okoro")], "", [], id="a person's minister"),
        pytest.param([FORMER, quoted(WE_LEFT, "Okoro")], "", [], id="no longer"),
        pytest.param([quoted(WE_LEFT, "Norway")], "", [NORWAY], id="a state"),
        pytest.param([quoted(WE_LEFT, "Post")], "", [], id="a paper speaks for nobody"),
        pytest.param([PAIR, quoted(WE_LEFT, "they")], "", [], id="not two at once"),
        pytest.param([quoted(WE_LEFT)], "", [], id="nobody speaks"),
        pytest.param([f"{WE_LEFT} left~leave/VBD/ROOT"], "", [], id="not in a quotation"),
    ],
)
def test_we(sentences, day, expected):
    assert meant("we", *sentences, published=day) == expected


@pytest.mark.parametrize(
    ("sentences", "expected"),
    [
        pytest.param([quoted(I_LEFT, "Falk")], [FALK], id="who speaks"),
        pytest.param([left("Okoro"), quoted(I_LEFT, "he")], [OKORO], id="who is meant by he"),
        pytest.param([quoted(I_LEFT, "Falk", verb="joked~joke")], [FALK], id="who jokes"),
        pytest.param([quoted(I_LEFT, "Norway")], [], id="not a state"),
        pytest.param([quoted(I_LEFT)], [], id="nobody"),
        pytest.param([left("Falk"), f"{I_LEFT} left~leave/VBD/ROOT"], [], id="not in a quotation"),
    ],
)
def test_i(sentences, expected):
    assert meant("i", *sentences) == expected


def test_i_in_a_quotation_whose_speaker_follows():
    alone = '"/``/punct>left i/PRP/nsubj>left left~leave/VBD/ROOT'
    last = "we/PRP/nsubj>left left~leave/VBD/ccomp>said \"/''/punct>said Falk/NNP/nsubj>said said~say/VBD/ROOT"
    (_, first), (_, second) = resolved(alone, last, published=LATER)
    assert [(one.entity, one.reason) for one in first.anaphors[1]] == [(FALK, "speaker")]
    assert [(one.entity, one.reason) for one in second.anaphors[0]] == [(NORWAY, "whom the speaker speaks for")]


def test_he_in_a_quotation_whose_speaker_follows():
    alone = '"/``/punct>left he/PRP/nsubj>left left~leave/VBD/ROOT'
    last = "Peru/NNP/nsubj>left left~leave/VBD/ccomp>said \"/''/punct>said Silva/NNP/nsubj>said said~say/VBD/ROOT"
    _, (_, focus), _ = resolved(left("Okoro"), alone, last)
    assert [one.entity for one in focus.anaphors[1]] == [OKORO]


@pytest.mark.parametrize(
    ("sentences", "expected"),
    [
        pytest.param([left("Front"), left("rebels/NNS")], [], id="rebels, as they come"),
        pytest.param([left("Front"), the("rebels~rebel/NNS")], [FRONT], id="the rebels of a group named before"),
        pytest.param([left("Norway"), the("rebels~rebel/NNS")], [], id="of no such group"),
    ],
)
def test_members_of_a_group_are_named_by_a_bare_role(sentences, expected):
    assert meant("rebels", *sentences) == expected


def test_a_group_of_a_state_is_its_own():
    assert arguments("voters", left("Front"), the("voters~rebel/NNS")) == ()


def test_persons_of_a_state_by_role_are_no_pair():
    diplomat = Mention(
        Span(0, 0),
        Actor(term("actor:peruvian-diplomat"), "Peruvian diplomat", ActorKind.PERSON, known=False, country=PERU.iri),
        "role",
    )
    sentence, after = (
        parse("diplomat/NN/nsubj>met met~meet/VBD/ROOT Falk/NNP/dobj>met"),
        parse(the("leaders~leader/NNS", "two/CD/nummod")),
    )
    first = Mentions(mentions(sentence).actors | {0: diplomat}, {}, {})
    reads = [(one, Structure(one.tokens), named) for one, named in ((sentence, first), (after, mentions(after)))]
    assert resolve(reads, POINTERS)[1] == Focus()


def test_a_mention_of_an_issue_among_the_actors_is_an_error():
    sentence = parse(PAIR)
    odd = Mentions({0: Mention(Span(0, 6), OIL, "phrase")}, {}, {})
    with pytest.raises(TypeError, match="an actor was expected"):
        resolve([(sentence, Structure(sentence.tokens), odd)], POINTERS)


def test_without_words_nothing_points_back():
    sentences, quotes = document(PAIR, TWO_SIDES, left("they"), quoted(I_LEFT, "Falk"))
    assert {bool(focus.anaphors) for focus in resolve(sentences, Pointers(), quotes)} == {False}


SAMPLES = [
    PAIR, COMPOUND.format("Peru"), BETWEEN, LISTED, CROWD, TIES, TWO_SIDES, TITLED.format("Ms"), OF_UNION, ITS_MINISTER, FORMER,
    left("he"), left("it"), said("they"), praised("she", "him"), praised("Norway", "itself"), met("Falk", "Okoro"), left("Front"),
    said("Post"), the("minister"), the("analyst"), the("country"), the("kingdom"), the("rebels~rebel/NNS"), left("rebels/NNS"),
    the("leaders~leader/NNS", "two/CD/nummod"), quoted(I_LEFT, "Falk"), quoted(WE_LEFT, "she"), quoted("he/PRP/nsubj>left", "he"),
    quoted("it/PRP/nsubj>left"), met("they", "Chad") + " each/DT/det>other other/JJ/dobj>met",
    "\"/``/punct>left their/PRP$/poss>relations relations~relation/NNS/nsubj>left left~leave/VBD/ROOT",
]  # fmt: skip


@given(notations=st.lists(st.sampled_from(SAMPLES), max_size=12), published=st.sampled_from(["", "2025", NOW, LATER]))
def test_any_document_resolves_within_its_sentences(notations, published):
    for sentence, focus in resolved(*notations, published=published):
        for index, meaning in focus.anaphors.items():
            here = sentence.span(sentence.tokens.doc[index])
            assert meaning
            assert all(sentence.extent.covers(one.span) and one.span.covers(here) and one.reason for one in meaning)
