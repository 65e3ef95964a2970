"""The values: spans, alignments, claims."""

from dataclasses import FrozenInstanceError, fields, is_dataclass, replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kg import model
from kg.model import (
    Actor,
    ActorKind,
    Alignment,
    Argument,
    Claim,
    Evidence,
    Factuality,
    Likelihood,
    Polarity,
    Relation,
    RelationGroup,
    Span,
)

TEXT = "Malta- Fiji talks failed."
MALTA = Argument(Actor("actor:malta", "Malta", ActorKind.STATE), Span(0, 5))
FIJI = Argument(Actor("actor:fiji", "Fiji", ActorKind.STATE), Span(7, 11))
MEETS = Relation("rel:meets", "meets", RelationGroup.ACT, 1, symmetric=True)
CLAIM = Claim("c1", "a.txt", MALTA, MEETS, FIJI, Evidence("d1", Span(0, 25), TEXT, "Malta-Fiji talks failed.", Span(12, 17)))

VALUES = [getattr(model, name) for name in model.__all__ if is_dataclass(getattr(model, name))]
spans = st.tuples(st.integers(0, 50), st.integers(0, 50)).map(lambda ends: Span(min(ends), max(ends)))


@pytest.mark.parametrize(
    ("kind", "known", "polity"),
    [
        (ActorKind.STATE, True, True),
        (ActorKind.TERRITORY, True, True),
        (ActorKind.TERRITORY, False, False),  # a town or region of a text
        (ActorKind.INTERNATIONAL_ORGANIZATION, True, False),
    ],
)
def test_states_and_the_territories_of_the_ontology_may_act_as_governments(kind, known, polity):
    assert Actor("actor:reef", "The Reef", kind, known=known).is_polity is polity


@st.composite
def cleanings(draw):
    """A source text with marks that cleaning drops, the clean text, and the alignment of the two."""
    source = draw(st.text("abc~", min_size=1, max_size=30))
    kept = [at for at, character in enumerate(source) if character != "~"]
    assume(kept)
    runs = [at for at in range(len(kept)) if at == 0 or kept[at] != kept[at - 1] + 1]
    return source, source.replace("~", ""), Alignment(tuple(runs), tuple(kept[at] for at in runs))


@pytest.mark.parametrize("value", VALUES, ids=lambda value: value.__name__)
def test_every_value_is_frozen_typed_and_slotted(value):
    assert value.__dataclass_params__.frozen
    assert all(field.type for field in fields(value))
    assert "__slots__" in vars(value)


def test_a_value_cannot_be_changed():
    with pytest.raises(FrozenInstanceError):
        CLAIM.confidence = 0.5


@given(spans, spans)
def test_a_span_that_covers_another_with_characters_shares_them(first, second):
    assume(second.start < second.end)
    assert not first.covers(second) or first.overlaps(second)
    assert first.overlaps(second) == second.overlaps(first)


@given(spans, spans)
def test_spans_that_cover_each_other_are_equal(first, second):
    assert (first.covers(second) and second.covers(first)) == (first == second)


@given(spans, st.text(max_size=60))
def test_a_span_lies_in_its_text(span, text):
    assert span.of(text) in text


@given(cleanings(), st.data())
def test_an_alignment_leads_each_clean_span_back_to_its_characters(cleaning, data):
    source, clean, alignment = cleaning
    start = data.draw(st.integers(0, len(clean) - 1))
    end = data.draw(st.integers(start + 1, len(clean)))
    found = alignment.span(Span(start, end)).of(source)
    assert found.replace("~", "") == clean[start:end]
    assert "~" not in {found[0], found[-1]}


@given(cleanings(), st.data())
def test_an_alignment_keeps_the_order_and_the_emptiness_of_spans(cleaning, data):
    _, clean, alignment = cleaning
    ends = sorted(data.draw(st.tuples(st.integers(0, len(clean) - 1), st.integers(0, len(clean) - 1))))
    assert alignment.position(ends[0]) <= alignment.position(ends[1])
    assert alignment.span(Span(ends[0], ends[0])) == Span(alignment.position(ends[0]), alignment.position(ends[0]))


@given(st.sampled_from(Polarity), st.sampled_from(Factuality))
def test_only_what_is_affirmed_and_actual_is_a_plain_edge(polarity, factuality):
    claim = replace(CLAIM, polarity=polarity, factuality=factuality)
    assert claim.asserted == (polarity is Polarity.AFFIRMED and factuality is Factuality.ACTUAL)


def test_a_claim_in_words_says_what_keeps_it_from_being_a_fact():
    unlikely = Likelihood("likelihood:unlikely", "unlikely", 0.2, 0.45, Span(0, 1))
    hedged = replace(CLAIM, polarity=Polarity.NEGATED, factuality=Factuality.PREDICTED, likelihood=unlikely)
    assert str(CLAIM) == "Malta - meets - Fiji"
    assert str(hedged) == "Malta - meets - Fiji (negated, predicted, unlikely)"
