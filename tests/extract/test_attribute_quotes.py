"""Quotations that go on, quotations that are signed, and the turns of a transcript."""

import dataclasses

import pytest

from kg.extract.attribute import ReportingWords, attributions, quotations
from kg.model import Alignment, Block, BlockKind, Document, Span
from tests.extract.parses import FALK, read

WORDS = ReportingWords(
    frozenset({"say", "think", "continue"}),
    frozenset({"poll"}),
    (),
    finite=frozenset({"continue"}),
    selves=frozenset({"i"}),
)
SAID = "Falk/NNP/nsubj>said said~say/VBD/ROOT Chad/NNP/nsubj>left left~leave/VBD/ccomp>said ././punct>said"
QUOTED = "\"/``/punct>lost It/PRP/nsubj>lost lost~lose/VBD/ROOT again/RB/advmod>lost ././punct>lost \"/''/punct>lost"
OPEN = '"/``/punct>lost It/PRP/nsubj>lost lost~lose/VBD/ROOT again/RB/advmod>lost ././punct>lost'
TURN = "Falk/NNP/dep>left :/:/punct>left Chad/NNP/nsubj>left left~leave/VBD/ROOT ././punct>left"


def readings(*notations, gap=1, block=False):
    """Sentences one behind the other, with `gap` characters between them, each a block if `block`."""
    found, at = [], 0
    for number, notation in enumerate(notations):
        one = read(notation, offset=at)
        found.append(dataclasses.replace(one, sentence=dataclasses.replace(one.sentence, block=number if block else 0)))
        at = one.sentence.extent.end + gap
    return found


def test_a_quotation_goes_on_over_several_sentences():
    some = readings(SAID, QUOTED, QUOTED)
    quotes = [one.sentence.extent for one in some[1:]]
    (said,) = attributions(some, WORDS, quotes)
    assert said.content_spans == (Span(10, 19), *quotes)


def test_one_quotation_of_several_sentences_goes_on():
    some = readings(SAID, OPEN, "It/PRP/nsubj>won won~win/VBD/ROOT \"/''/punct>won", SAID)
    quote = Span(some[1].sentence.extent.start, some[2].sentence.extent.end)
    said, again = attributions(some, WORDS, [quote])
    assert said.content_spans == (Span(10, 19), quote)
    assert again.content_spans != said.content_spans


def test_what_is_left_open_goes_on_in_the_next_paragraph():
    some = readings(SAID, OPEN, OPEN, gap=1)
    quotes = [one.sentence.extent for one in some[1:]]
    further = [*some[:2], *readings(SAID, OPEN, OPEN, gap=3)[2:]]
    assert attributions(some, WORDS, quotes)[0].content_spans == (Span(10, 19), *quotes)
    apart = dataclasses.replace(further[2], sentence=dataclasses.replace(further[2].sentence, offset=quotes[0].end + 2))
    (said,) = attributions([*some[:2], apart], WORDS, [quotes[0], apart.sentence.extent])
    assert said.content_spans == (Span(10, 19), quotes[0], apart.sentence.extent)


def test_prose_ends_what_somebody_says():
    plain = "Chad/NNP/nsubj>lost lost~lose/VBD/ROOT ././punct>lost"
    some = readings(SAID, plain, QUOTED)
    (said,) = attributions(some, WORDS, [some[2].sentence.extent])
    assert said.content_spans == (Span(10, 19),)


def test_what_the_speaker_thinks_is_in_his_quotation():
    inside = "\"/``/punct>think I/PRP/nsubj>think think/VBP/ROOT Chad/NNP/nsubj>left left~leave/VBD/ccomp>think \"/''/punct>think"
    some = readings(SAID, inside)
    (said,) = attributions(some, WORDS, [some[1].sentence.extent])
    assert said.content_spans == (Span(10, 19), some[1].sentence.extent)


def test_both_halves_of_a_broken_quotation_are_said():
    broken = (
        "\"/``/punct>left Chad/NNP/nsubj>left left~leave/VBD/ccomp>said ,/,/punct>said \"/''/punct>said Falk/NNP/nsubj>said "
        "said~say/VBD/ROOT ,/,/punct>said \"/``/punct>said and/CC/dep>said won~win/VBD/dep>said \"/''/punct>said"
    )
    reading = read(broken)
    text = reading.sentence.tokens.text
    marks = [at for at, char in enumerate(text) if char == '"']
    quotes = [Span(marks[0], marks[1] + 1), Span(marks[2], marks[3] + 1)]
    (said,) = attributions([reading], WORDS, quotes)
    assert [span.of(text) for span in said.content_spans] == ['"Chad left,"', '"and won"']


def test_a_quotation_in_the_object_of_the_verb_is_no_statement():
    sentence = (
        'Falk/NNP/nsubj>said said~say/VBD/ROOT words~word/NN/dobj>said like/IN/prep>words "/``/punct>words never/RB/dep>words '
        "again/RB/dep>words \"/''/punct>words"
    )
    reading = read(sentence)
    start = reading.sentence.tokens.text.index('"')
    assert attributions([reading], WORDS, [Span(start, reading.sentence.extent.end)]) == []


def test_a_colon_opens_the_next_paragraph():
    some = readings("Falk/NNP/nsubj>said said~say/VBD/ROOT :/:/punct>said", QUOTED, gap=2, block=True)
    (said,) = attributions(some, WORDS, [some[1].sentence.extent])
    assert said.content_spans == (some[1].sentence.extent,)


def test_to_go_on_doing_something_is_no_report():
    sentence = "Falk/NNP/nsubj>continued continued~continue/VBD/ROOT to/TO/aux>stay stay/VB/xcomp>continued"
    assert attributions([read(sentence)], WORDS, ()) == []


def test_the_turn_of_a_transcript():
    some = readings(TURN, "Peru/NNP/nsubj>won won~win/VBD/ROOT ././punct>won")
    (said,) = attributions(some, WORDS, ())
    assert (said.cue, said.speaker and said.speaker.entity) == (":", FALK)
    assert said.content_spans == (Span(some[0].sentence.extent.start + 6, some[1].sentence.extent.end),)


def test_the_headline_of_a_poll():
    (said,) = attributions([read(TURN.replace("Falk/NNP", "Poll~poll/NN"))], WORDS, ())
    assert said.speaker is None
    assert said.content_spans == (Span(6, 16),)


def test_speakers_that_close_a_sentence():
    sentence = (
        "Chad/NNP/nsubj>left left~leave/VBD/ccomp>said Peru/NNP/dobj>left ,/,/punct>Peru Kenya/NNP/conj>Peru and/CC/cc>Kenya "
        "Norway/NNP/conj>Kenya said~say/VBD/ROOT"
    )
    reading = read(sentence)
    trailing = dataclasses.replace(reading, trailing=reading.sentence.tokens.doc[4:7])
    (said,) = attributions([trailing], WORDS, ())
    text = reading.sentence.tokens.text
    assert [span.of(text) for span in (*said.source_spans, *said.content_spans)] == ["Kenya and Norway", "Chad left Peru"]


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param(TURN.replace("Falk", "Norway"), id="a place"),
        pytest.param(TURN.replace("Falk/NNP", "still/RB"), id="no name"),
        pytest.param("Falk/NNP/ROOT :/:/punct>Falk", id="nothing behind"),
        pytest.param("Falk/NNP/ROOT", id="no colon"),
        pytest.param(":/:/punct>Falk Falk/NNP/ROOT", id="no name before"),
        pytest.param(" ".join(["Falk/NNP/dep>left"] * 7) + " " + TURN, id="too long a name"),
    ],
)
def test_no_turn(sentence):
    assert attributions([read(sentence)], WORDS, ()) == []


def signature(dash, name, gap=1):
    some = readings(QUOTED, f"{dash}/:/punct>Falk {name}", gap=gap)
    return attributions(some, WORDS, [some[0].sentence.extent]), some


@pytest.mark.parametrize("dash", ["\u2014", "\u2015"])
def test_a_quotation_is_signed(dash):
    (said,), some = signature(dash, "Zoe/NNP/compound>Falk Falk/NNP/ROOT")
    assert (said.cue, said.speaker and said.speaker.entity) == (dash, FALK)
    assert said.content_spans == (some[0].sentence.extent,)


def test_a_name_far_behind_or_without_a_dash_signs_nothing():
    assert signature("\u2014", "Zoe/NNP/compound>Falk Falk/NNP/ROOT", gap=9)[0] == []
    assert signature("+", "Zoe/NNP/compound>Falk Falk/NNP/ROOT")[0] == []
    assert signature("\u2014", "Falk/NNP/ROOT")[0] == []
    assert attributions([read("Zoe/NNP/compound>Falk Falk/NNP/ROOT")], WORDS, ()) == []


def test_two_single_marks_are_a_double_one():
    text = "Falk said: ''No.'' Then \"Yes.\""
    document = Document("0", "", text, text, Alignment((0,), (0,)), (Block(Span(0, len(text)), BlockKind.PARAGRAPH),))
    assert [span.of(text) for span in quotations(document)] == ["''No.''", '"Yes."']
