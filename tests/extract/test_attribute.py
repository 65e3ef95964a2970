"""Who says what: reporting verbs, "according to", quotations and nouns such as "claim"."""

import pytest

from kg.extract.attribute import ReportingWords, attributions, quotations, reporting_words
from kg.model import Alignment, Block, BlockKind, Document, Span
from kg.ontology import Cue
from tests.extract.parses import CHAD, FALK, NORWAY, read

WORDS = ReportingWords(
    frozenset({"say", "believe"}), frozenset({"claim", "statement"}), (("according", "to"), ("in", "the", "words", "of"))
)
SAID = "Falk/NNP/nsubj>said said~say/VBD/ROOT Chad/NNP/nsubj>left left~leave/VBD/ccomp>said ././punct>said"
BEHIND = "Chad/NNP/nsubj>left left~leave/VBD/ccomp>said ,/,/punct>said Falk/NNP/nsubj>said said~say/VBD/ROOT ././punct>said"
REASON = (
    "Chad/NNP/nsubj>left left~leave/VBD/ccomp>said ,/,/punct>said Falk/NNP/nsubj>said said~say/VBD/ROOT ,/,/punct>said "
    "{}/IN/mark>lost it/PRP/nsubj>lost lost~lose/VBD/advcl>said ././punct>said"
)
ACCORDING = "According~accord/VBG/prep>left to/IN/prep>According Falk/NNP/pobj>to ,/,/punct>left Chad/NNP/nsubj>left left~leave/VBD/ROOT ././punct>left"
INSIDE = (
    "Chad/NNP/nsubj>left ,/,/punct>left according~accord/VBG/prep>left to/IN/prep>according Falk/NNP/pobj>to ,/,/punct>left "
    "left~leave/VBD/ROOT ././punct>left"
)
IT_IS_SAID = "It~it/PRP/nsubjpass>said is~be/VBZ/auxpass>said said~say/VBN/ROOT that/IN/mark>left Chad/NNP/nsubj>left left~leave/VBD/ccomp>said"
SAID_TO = "Chad/NNP/nsubjpass>said is~be/VBZ/auxpass>said said~say/VBN/ROOT to/TO/aux>leave leave/VB/xcomp>said"
ASIDE = "Chad/NNP/nsubj>is ,/,/punct>is Falk/NNP/nsubj>believes believes~believe/VBZ/parataxis>is ,/,/punct>is is~be/VBZ/ROOT weak/JJ/acomp>is"
AS = "As~as/IN/mark>says Falk/NNP/nsubj>says says~say/VBZ/advcl>is ,/,/punct>is Chad/NNP/nsubj>is is~be/VBZ/ROOT weak/JJ/acomp>is"
COMPARED = "Chad/NNP/nsubj>is is~be/VBZ/ROOT weak/JJ/acomp>is as/IN/mark>says Falk/NNP/nsubj>says says~say/VBZ/advcl>is"
CLAIM = "Falk/NNP/poss>claim 's/POS/case>Falk claim/NN/nsubj>hurt that/IN/mark>left Chad/NNP/nsubj>left left~leave/VBD/acl>claim hurt/VBD/ROOT"
STATEMENT = (
    "a/DT/det>statement statement/NN/nsubj>said by/IN/prep>statement Falk/NNP/pobj>by said~say/VBD/ROOT Chad/NNP/nsubj>left "
    "left~leave/VBD/ccomp>said"
)
GOODBYE = "Falk/NNP/nsubj>said said~say/VBD/ROOT goodbye/NN/dobj>said"


def found(notation, quotes=()):
    reading = read(notation)
    text = reading.sentence.tokens.text
    return [
        (
            [span.of(text) for span in a.source_spans],
            a.cue,
            [span.of(text) for span in a.content_spans],
            a.speaker and a.speaker.entity,
        )
        for a in attributions([reading], WORDS, quotes)
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param(SAID, (["Falk"], "said", ["Chad left"], FALK), id="verb"),
        pytest.param(BEHIND, (["Falk"], "said", ["Chad left"], FALK), id="verb behind"),
        pytest.param(REASON.format("because"), (["Falk"], "said", ["Chad left", "because it lost"], FALK), id="and why"),
        pytest.param(REASON.format("as"), (["Falk"], "said", ["Chad left"], FALK), id="and when"),
        pytest.param(ACCORDING, (["Falk"], "according to", ["Chad left"], FALK), id="according to"),
        pytest.param(INSIDE, (["Falk"], "according to", ["Chad", "left"], FALK), id="content in two parts"),
        pytest.param(IT_IS_SAID, ([], "said", ["that Chad left"], None), id="it is said"),
        pytest.param(SAID_TO, ([], "said", ["Chad", "to leave"], None), id="is said to"),
        pytest.param(ASIDE, (["Falk"], "believes", ["Chad", "is weak"], FALK), id="aside"),
        pytest.param(AS, (["Falk"], "says", ["Chad is weak"], FALK), id="as somebody says"),
        pytest.param(CLAIM, (["Falk's"], "claim", ["that Chad left"], FALK), id="noun"),
        pytest.param(STATEMENT, (["a statement by Falk"], "said", ["Chad left"], FALK), id="whose statement it is"),
    ],
)
def test_attributions(sentence, expected):
    assert found(sentence) == [expected]


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param(COMPARED, id="a comparison"),
        pytest.param(GOODBYE, id="no content"),
        pytest.param(SAID.replace("Falk/NNP/nsubj", "so/RB/advmod"), id="nobody"),
        pytest.param("the/DT/det>claim claim/NN/nsubj>hurt hurt/VBD/ROOT", id="a claim of nothing"),
        pytest.param(
            "according~accord/VBG/prep>left to/IN/prep>according left~leave/VBD/ROOT Chad/NNP/dobj>left", id="according to nobody"
        ),
        pytest.param(
            "according~accord/VBG/ROOT to/IN/prep>according Falk/NNP/pobj>to ././punct>according",
            id="according to somebody, nothing",
        ),
        pytest.param("said~say/VBN/amod>plan plan/NN/ROOT", id="the said plan"),
        pytest.param("there/EX/nsubj>said said~say/VBD/ROOT Chad/NNP/nsubj>left left~leave/VBD/ccomp>said", id="there"),
        pytest.param("Falk/NNP/nsubj>said said~say/VBD/ROOT -/HYPH/ccomp>said", id="a dash"),
    ],
)
def test_no_attribution(sentence):
    assert found(sentence) == []


def test_a_speaker_whose_name_is_an_adjective():
    sentence = CLAIM.replace("Falk/NNP/poss>claim 's/POS/case>Falk", "the/DT/det>claim Chadian/JJ/amod>claim")
    assert found(sentence)[0][3] == CHAD


def test_what_is_not_said_is_no_attribution():
    assert found(SAID.replace("said~say/VBD/ROOT", "not/RB/neg>said said~say/VBD/ROOT")) == []
    denied = SAID.replace("said~say/VBD/ROOT", "not/RB/neg>said said~believe/VBD/ROOT")
    assert found(denied) == [(["Falk"], "said", ["Chad left"], FALK)]


def test_a_claim_of_nobody():
    sentence = CLAIM.replace("Falk/NNP/poss>claim 's/POS/case>Falk", "the/DT/det>claim")
    assert found(sentence) == [([], "claim", ["that Chad left"], None)]


def test_the_owner_of_what_does_not_report_is_no_speaker():
    sentence = (
        "Norway/NNP/poss>boss 's/POS/case>Norway boss/NN/nsubj>said said~say/VBD/ROOT Chad/NNP/nsubj>left left~leave/VBD/ccomp>said"
    )
    assert found(sentence) == [(["Norway's boss"], "said", ["Chad left"], None)]
    assert found(sentence.replace("boss", "statement"))[0][3] == NORWAY


def test_a_quotation_beside_the_verb_is_the_content():
    sentence = f"{GOODBYE} \"/``/punct>said nobody/NN/dep>said will/MD/dep>said win/VB/dep>said \"/''/punct>said"
    text = read(sentence).sentence.tokens.text
    start = text.index('"')
    assert found(sentence, [Span(start, len(text))]) == [(["Falk"], "said", ['"nobody will win"'], FALK)]
    assert found(sentence, [Span(0, len(text))]) == []


def test_a_quotation_over_several_sentences_has_one_speaker():
    first = 'Falk/NNP/nsubj>said said~say/VBD/ROOT :/:/punct>said "/``/punct>said Chad/NNP/nsubj>is is~be/VBZ/ccomp>said weak/JJ/acomp>is'
    start = read(first).sentence.tokens.text.index('"')
    quote = Span(start, 60)
    (attribution,) = attributions([read(first), read("It/PRP/nsubj>lost lost~lose/VBD/ROOT", offset=40)], WORDS, [quote])
    assert attribution.content_spans == (quote,)


def test_a_quotation_right_behind_goes_on_with_the_speaker():
    after = read("\"/``/punct>lost It/PRP/nsubj>lost lost~lose/VBD/ROOT \"/''/punct>lost", offset=21)
    quote = after.sentence.extent
    (attribution,) = attributions([read(SAID), after], WORDS, [quote])
    assert attribution.content_spans == (Span(10, 19), quote)


@pytest.mark.parametrize("offset", [80, 21])
def test_a_quotation_far_behind_or_of_a_part_does_not(offset):
    after = read('Peru/NNP/nsubj>"lost" "lost"/VBD/ROOT', offset=offset)
    quote = Span(offset + 5, offset + 11)
    (attribution,) = attributions([read(SAID), after], WORDS, [quote])
    assert attribution.content_spans == (Span(10, 19),)


def test_attributions_come_in_the_order_of_their_cues():
    sentence = (
        "Falk/NNP/nsubj>said said~say/VBD/ROOT that/IN/mark>hurt Okoro/NNP/poss>claim 's/POS/case>Okoro claim/NN/nsubj>hurt "
        "that/IN/mark>left Chad/NNP/nsubj>left left~leave/VBD/acl>claim hurt/VBD/ccomp>said"
    )
    assert [cue for _, cue, _, _ in found(sentence)] == ["said", "claim"]


def test_reporting_words_are_those_of_reporting_cues():
    cues = [
        Cue("a", {"verb": frozenset({"say"}), "phrase": frozenset({"as per", "according to"})}, reports=True),
        Cue("b", {"noun": frozenset({"claim"})}, reports=True),
        Cue("c", {"verb": frozenset({"fail"})}, negates=True),
    ]
    assert reporting_words(cues) == ReportingWords(frozenset({"say"}), frozenset({"claim"}), (("according", "to"), ("as", "per")))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('Falk said: "No." Then "Yes."', ['"No."', '"Yes."']),
        ('Falk said: "No.', ['"No.']),
        ("Falk said no.", []),
    ],
)
def test_quotations(text, expected):
    document = Document("0", "", text, text, Alignment((0,), (0,)), (Block(Span(0, len(text)), BlockKind.PARAGRAPH),))
    assert [span.of(text) for span in quotations(document)] == expected


def test_a_quotation_ends_with_its_block():
    text = '"One\nTwo"'
    blocks = (Block(Span(0, 4), BlockKind.PARAGRAPH), Block(Span(5, 9), BlockKind.PARAGRAPH))
    assert quotations(Document("0", "", text, text, Alignment((0,), (0,)), blocks)) == [Span(0, 4), Span(8, 9)]
