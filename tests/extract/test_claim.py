"""A claim is put together, and every span is led back to the source text."""

import pytest

from kg.extract.claim import in_source, make_claim
from kg.extract.qualify import Qualification
from kg.extract.relate import Related
from kg.model import Argument, Attribution, Factuality, Likelihood, Period, Polarity, Span
from tests.extract.documents import document
from tests.extract.ontologies import relation
from tests.extract.parses import CHAD, FALK, NORWAY, OIL, read, token

BEFORE = "Oslo Gazette. "
HIT = "Norway/NNP/nsubj>hit hit/VBD/ROOT Chad/NNP/dobj>hit over/IN/prep>hit oil/NN/pobj>over in/IN/prep>hit 2030/CD/pobj>in"


def claim(
    notation,
    *words,
    qualification=None,
    said=(),
    periods=(),
    before=BEFORE,
    entities=(NORWAY, CHAD),
    reason="",
    issues=(),
    anaphors=None,
):
    reading = read(notation, anaphors=anaphors)
    ends = [Argument(entity, span, reason) for entity, span in zip(entities, (Span(0, 6), Span(11, 15)), strict=True)]
    tokens = tuple(token(reading.sentence, word) for word in words)
    related = Related(relation("hits", "X hits Y"), *ends, tokens, (), "X hits Y")
    text = reading.sentence.tokens.doc.text
    return make_claim(document(text, before=before), reading, related, qualification or Qualification(), (said, periods, issues))


FIRST_WORD = Span(0, 4)
ABOUT = (Argument(OIL, Span(21, 24)),)


def attribution(*contents, cue=FIRST_WORD, speaker=None):
    return Attribution((), (cue,), contents, speaker, "said")


def test_spans_are_led_back_to_the_source_text():
    found = claim(HIT, "hit")
    text = BEFORE + read(HIT).sentence.text
    evidence = found.evidence
    assert evidence.quote == evidence.sentence.of(text) == evidence.clean == "Norway hit Chad over oil in 2030"
    assert [span.of(text) for span in (found.subject.span, evidence.trigger, found.object.span)] == ["Norway", "hit", "Chad"]
    assert (evidence.document, found.source, found.rule) == ("00ff", "note.txt", "X hits Y")


def test_everything_else_is_led_back_too():
    likelihood = Likelihood("likely", "likely", 0.5, 0.8, Span(7, 10))
    qualification = Qualification(Polarity.NEGATED, Factuality.PLANNED, likelihood, (Span(7, 10),))
    said = attribution(Span(0, 30), cue=Span(30, 32), speaker=Argument(FALK, Span(28, 30)))
    found = claim(
        HIT, "hit", qualification=qualification, said=[said], periods=[Period("2030", "2030", "2030", Span(28, 32))], issues=ABOUT
    )
    moved = len(BEFORE)
    assert found.likelihood.span == found.evidence.cues[0] == Span(moved + 7, moved + 10)
    assert found.time.span == Span(moved + 28, moved + 32)
    assert found.issues[0].span == Span(moved + 21, moved + 24)
    assert found.attribution[0].content_spans == (Span(moved, moved + 30),)
    assert found.attribution[0].speaker.span == Span(moved + 28, moved + 30)
    assert (found.polarity, found.factuality) == (Polarity.NEGATED, Factuality.PLANNED)


def test_an_attribution_is_led_back():
    moved = in_source(
        Attribution((Span(0, 2),), (Span(3, 4),), (Span(5, 6), Span(7, 8)), None, "said"), document("x" * 9, before="__")
    )
    assert moved == Attribution((Span(2, 4),), (Span(5, 6),), (Span(7, 8), Span(9, 10)), None, "said")


def test_what_somebody_says_is_reported():
    assert claim(HIT, "hit", said=[attribution(Span(0, 20))]).factuality is Factuality.REPORTED
    assert claim(HIT, "hit").factuality is Factuality.ACTUAL


def test_a_hedge_is_stronger_than_a_report():
    found = claim(HIT, "hit", qualification=Qualification(factuality=Factuality.ALLEGED), said=[attribution(Span(0, 20))])
    assert found.factuality is Factuality.ALLEGED


def test_the_chain_has_the_outermost_speaker_first():
    inner, outer = attribution(Span(5, 12), cue=Span(2, 4)), attribution(Span(2, 30), cue=Span(0, 1))
    elsewhere, itself = attribution(Span(20, 30)), attribution(Span(0, 30), cue=Span(7, 10))
    found = claim(HIT, "hit", said=[inner, elsewhere, outer, itself], before="")
    assert found.attribution == (outer, inner)


@pytest.mark.parametrize(
    ("words", "trigger"),
    [(("hit",), "hit"), (("hit", "over"), "hit Chad over"), (("hit", "oil"), "hit Chad over oil"), (("Norway", "2030"), "Norway")],
)
def test_the_trigger_is_one_stretch_where_its_words_are_close(words, trigger):
    assert claim(HIT, *words, before="").evidence.trigger.of(read(HIT).sentence.text) == trigger


def period(start, end):
    return Period("2030-01-01", "2030-12-31", "in 2030", Span(start, end))


def test_the_time_of_the_clause():
    assert claim(HIT, "hit", periods=[period(25, 32)], before="").time == period(25, 32)


def test_the_time_of_another_clause_is_not_its_own():
    sentence = (
        "Norway/NNP/nsubj>hit hit/VBD/ROOT Chad/NNP/dobj>hit and/CC/cc>hit left~leave/VBD/conj>hit in/IN/prep>left 2030/CD/pobj>in"
    )
    assert claim(sentence, "hit", periods=[period(25, 32)]).time is None
    assert claim(sentence, "left", periods=[period(25, 32)]).time is not None


def test_the_time_of_a_clause_without_a_verb():
    sentence = "Norway/NNP/poss>attack attack/NN/ROOT in/IN/prep>attack 2030/CD/pobj>in"
    assert claim(sentence, "attack", periods=[period(14, 21)]).time is not None
    other = "talks~talk/NNS/ROOT in/IN/dep>talks 2030/CD/pobj>in"
    assert claim(other, "in", periods=[period(0, 5)]).time is None


def test_a_time_that_starts_at_no_word_is_nobodys():
    assert claim(HIT, "hit", periods=[period(6, 7)]).time is None


def test_confidence_falls_with_each_step_away_from_plain_words():
    plain = claim(HIT, "hit").confidence
    assert 0 < claim(HIT, "oil").confidence < plain <= 1
    assert claim(HIT, "hit", reason="subject of the clause", anaphors={"Norway": NORWAY}).confidence < plain
    assert claim(HIT, "hit", qualification=Qualification(cues=(Span(0, 1),))).confidence < plain
    assert claim(HIT, "hit", entities=(NORWAY, OIL)).confidence == plain


def test_an_id_is_that_of_the_content():
    ids = [
        claim(HIT, "hit").id,
        claim(HIT, "over").id,
        claim(HIT, "hit", before="").id,
        claim(HIT, "hit", entities=(CHAD, NORWAY)).id,
    ]
    assert len(set(ids)) == 4
    assert claim(HIT, "hit").id == ids[0]
    assert len(ids[0]) == 16
