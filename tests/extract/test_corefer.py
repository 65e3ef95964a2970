"""What pronouns and phrases such as "the two countries" stand for; when in doubt, nothing."""

import pytest

from kg.extract.argument import Structure
from kg.extract.corefer import Pointers, resolve
from kg.extract.mention import Mentions
from kg.model import BlockKind, Mention, Span
from tests.extract.parses import CHAD, FALK, KENYA, NORWAY, OIL, OKORO, PERU, POST, UNION, mentions, parse, token

POINTERS = Pointers(
    dyad_quantifiers=frozenset({"two", "both"}),
    dyad_nouns=frozenset({"country", "side"}),
    country_nouns=frozenset({"country"}),
    source_nouns=frozenset({"analyst"}),
    relationship=frozenset({"relation"}),
    personal=frozenset({"he", "she"}),
    singular=frozenset({"its"}),
    neuter=frozenset({"it"}),
    plural=frozenset({"their"}),
    reasons=frozenset({"over"}),
    reporting_verbs=frozenset({"say"}),
)
MET = "Norway/NNP/nsubj>met and/CC/cc>Norway Chad/NNP/conj>Norway met~meet/VBD/ROOT"
COMPOUND = "Norway/NNP/compound>ties -/HYPH/punct>Chad Chad/NNP/compound>ties ties~tie/NNS/nsubj>froze froze~freeze/VBD/ROOT"
PRAISED = "Peru/NNP/nsubj>praised praised~praise/VBD/ROOT Kenya/NNP/dobj>praised"
TWO = "the/DT/det>countries two/CD/nummod>countries countries~country/NNS/nsubj>agreed agreed~agree/VBD/ROOT"
SIDES = "both/DT/det>sides sides~side/NNS/nsubj>agreed agreed~agree/VBD/ROOT"
THEIR = "their/PRP$/poss>relations relations~relation/NNS/nsubj>froze froze~freeze/VBD/ROOT"
COUNTRY = "Norway/NNP/nsubj>left left~leave/VBD/ROOT the/DT/det>country country/NN/dobj>left"
ITS = "Norway/NNP/nsubj>left left~leave/VBD/ROOT its/PRP$/poss>seat seat/NN/dobj>left"
IT = "Norway/NNP/nsubj>said said~say/VBD/ROOT it/PRP/nsubj>left left~leave/VBD/ccomp>said"
FALK_SAID = "Falk/NNP/nsubj>said said~say/VBD/ROOT so/RB/advmod>said"
SAID = "he/PRP/nsubj>said said~say/VBD/ROOT so/RB/advmod>said"
LEFT = "he/PRP/nsubj>left left~leave/VBD/ROOT"
OKORO_LEFT = "Okoro/NNP/nsubj>left left~leave/VBD/ROOT"
ANALYST = "the/DT/det>analyst analyst/NN/nsubj>left left~leave/VBD/ROOT"


def focus(*notations, quotes=(), kinds=None):
    sentences = [
        parse(notation, kind=kind)
        for notation, kind in zip(notations, kinds or [BlockKind.PARAGRAPH] * len(notations), strict=True)
    ]
    known = [(sentence, Structure(sentence.tokens), mentions(sentence)) for sentence in sentences]
    return list(zip(sentences, resolve(known, POINTERS, quotes), strict=True))


def meant(word, *notations, **options):
    """Whom a word of the last sentence stands for."""
    sentence, found = focus(*notations, **options)[-1]
    return [argument.entity for argument in found.anaphors.get(token(sentence, word).i, ())]


@pytest.mark.parametrize(
    ("sentences", "word", "expected"),
    [
        pytest.param([MET, TWO], "countries", [NORWAY, CHAD], id="the two countries"),
        pytest.param([COMPOUND, SIDES], "sides", [NORWAY, CHAD], id="both sides"),
        pytest.param([MET, THEIR], "their", [NORWAY, CHAD], id="their relations"),
        pytest.param([MET, SAID, TWO], "countries", [NORWAY, CHAD], id="a sentence between"),
        pytest.param([PRAISED, MET, TWO], "countries", [NORWAY, CHAD], id="a pair that the text joins counts at once"),
        pytest.param([MET, PRAISED, TWO], "countries", [NORWAY, CHAD], id="one that shares a sentence does not"),
        pytest.param([PRAISED, TWO], "countries", [PERU, KENYA], id="unless there is none yet"),
        pytest.param([TWO], "countries", [], id="nobody before"),
        pytest.param([MET, TWO.replace("two/CD", "new/JJ")], "countries", [], id="not of two"),
        pytest.param([MET, THEIR.replace("relation/", "oil/")], "their", [], id="their what"),
        pytest.param([MET, COUNTRY], "country", [CHAD], id="the other country"),
        pytest.param([COUNTRY], "country", [], id="no other country"),
        pytest.param([MET, COUNTRY.replace("the/DT", "a/DT")], "country", [], id="a country"),
        pytest.param([MET, COUNTRY + " of/IN/prep>country oil/NN/pobj>of"], "country", [], id="narrowed down"),
        pytest.param([MET, COUNTRY.replace("Norway/", "Kenya/")], "country", [], id="of a third's view"),
        pytest.param([ITS], "its", [NORWAY], id="its"),
        pytest.param([ITS.replace("Norway/", "Falk/")], "its", [], id="its is no person's"),
        pytest.param([ITS.replace("poss>", "det>")], "its", [], id="its as what"),
        pytest.param([IT], "it", [NORWAY], id="it"),
        pytest.param([IT.replace("ccomp", "advcl")], "it", [], id="it elsewhere"),
        pytest.param([FALK_SAID, ANALYST], "analyst", [FALK], id="the analyst"),
        pytest.param([ANALYST], "analyst", [], id="no analyst"),
        pytest.param([FALK_SAID, OKORO_LEFT, SAID], "he", [FALK], id="he said: the source"),
        pytest.param([FALK_SAID, OKORO_LEFT, LEFT], "he", [OKORO], id="he: the last person"),
        pytest.param([OKORO_LEFT, SAID], "he", [OKORO], id="he said, without a source"),
        pytest.param([LEFT], "he", [], id="he: nobody"),
        pytest.param([FALK_SAID, FALK_SAID.replace("Falk/", "Norway/"), ANALYST], "analyst", [], id="a state ends the source"),
        pytest.param([FALK_SAID, SAID, ANALYST], "analyst", [FALK], id="he does not"),
        pytest.param([FALK_SAID.replace("Falk/", "Post/"), ANALYST], "analyst", [POST], id="a paper speaks"),
        pytest.param([FALK_SAID, ANALYST, "nobody/NN/nsubj>said said~say/VBD/ROOT", ANALYST], "analyst", [], id="somebody unnamed"),
    ],
)
def test_resolve(sentences, word, expected):
    assert meant(word, *sentences) == expected


def test_a_resolution_has_a_reason_and_a_span():
    sentence, found = focus(MET, TWO)[1]
    assert [(a.reason, a.span.of(sentence.text)) for a in found.anaphors[2]] == [("dyad in focus", "the two countries")] * 2


def test_each_sentence_has_its_pair():
    assert [found.dyad for _, found in focus(MET, SAID, PRAISED, SAID)] == [
        (NORWAY, CHAD),
        (NORWAY, CHAD),
        (PERU, KENYA),
        (NORWAY, CHAD),
    ]


def test_a_pair_of_the_sentence_counts_behind_it():
    sentence = f"{MET} and/CC/cc>met their/PRP$/poss>relations relations~relation/NNS/nsubj>froze froze~freeze/VBD/conj>met"
    assert meant("their", COMPOUND.replace("Norway", "Peru"), sentence) == [NORWAY, CHAD]


def test_a_pair_does_not_act_on_itself():
    sentence = f"{MET} with/IN/prep>met both/DT/det>sides sides~side/NNS/pobj>with"
    assert meant("sides", MET, sentence) == []


def test_countries_are_states():
    union = "Union/NNP/nsubj>met and/CC/cc>Union Chad/NNP/conj>Union met~meet/VBD/ROOT"
    assert meant("countries", MET, union, TWO) == [NORWAY, CHAD]
    assert meant("sides", MET, union, SIDES) == [UNION, CHAD]


def test_inhabitants_are_no_pair():
    crowd = "Norwegians/NNPS/nsubj>met and/CC/cc>Norwegians Chad/NNP/conj>Norwegians met~meet/VBD/ROOT"
    assert focus(crowd)[0][1].dyad == ()


def test_one_state_named_twice_is_no_pair():
    assert focus("Norway/NNP/nsubj>met and/CC/cc>Norway Oslo/NNP/conj>Norway met~meet/VBD/ROOT")[0][1].dyad == ()


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param(
            "Norway/NNP/nsubj>hit hit/VBD/ROOT Chad/NNP/dobj>hit in/IN/prep>hit its/PRP$/poss>seat seat/NN/pobj>in",
            [NORWAY],
            id="place",
        ),
        pytest.param(
            "Norway/NNP/nsubj>hit hit/VBD/ROOT Chad/NNP/dobj>hit over/IN/prep>hit its/PRP$/poss>oil oil/NN/pobj>over",
            [],
            id="reason",
        ),
        pytest.param(
            "Norway/NNP/nsubj>told told~tell/VBD/ROOT Chad/NNP/dative>told its/PRP$/poss>plan plan/NN/dobj>told", [], id="an object"
        ),
        pytest.param(
            "Norway/NNP/nsubj>cut cut/VBD/ROOT its/PRP$/poss>relations relations~relation/NNS/dobj>cut with/IN/prep>cut Chad/NNP/pobj>with",
            [NORWAY],
            id="relations",
        ),
    ],
)
def test_its_is_left_open_where_it_may_be_another_states(sentence, expected):
    assert meant("its", sentence) == expected


def test_its_goes_back_through_what_is_resolved():
    sentence = (
        "Norway/NNP/nsubj>said said~say/VBD/ROOT it/PRP/nsubj>left left~leave/VBD/ccomp>said its/PRP$/poss>seat seat/NN/dobj>left"
    )
    assert meant("its", sentence) == [NORWAY]


def test_he_in_a_clause_before_the_main_one_is_its_subject():
    sentence = "before/IN/mark>left he/PRP/nsubj>left left~leave/VBD/advcl>met {}/NNP/nsubj>met met~meet/VBD/ROOT Chad/NNP/dobj>met"
    assert meant("he", OKORO_LEFT, sentence.format("Falk")) == [FALK]
    assert meant("he", OKORO_LEFT, sentence.format("Norway")) == [OKORO]


def test_he_in_a_quotation_is_not_its_speaker():
    assert meant("he", OKORO_LEFT, FALK_SAID, LEFT) == [FALK]
    assert meant("he", OKORO_LEFT, FALK_SAID, LEFT, quotes=[Span(0, 7)]) == [OKORO]


def test_who_is_introduced_with_a_role_is_a_source():
    sentence = parse("Falk/NNP/nsubj>left analyst/NN/appos>Falk left~leave/VBD/ROOT")
    named = mentions(sentence)
    introduced = Mentions(named.actors, {}, {1: object()})
    after = parse(ANALYST)
    known = [(s, Structure(s.tokens), m) for s, m in ((sentence, introduced), (after, mentions(after)))]
    assert [a.entity for a in list(resolve(known, POINTERS))[1].anaphors[1]] == [FALK]


def test_a_mention_of_an_issue_among_the_actors_is_an_error():
    sentence = parse(MET)
    odd = Mentions({0: Mention(Span(0, 6), OIL, "phrase")}, {}, {})
    with pytest.raises(TypeError, match="oil: an actor was expected"):
        list(resolve([(sentence, Structure(sentence.tokens), odd)], POINTERS))
