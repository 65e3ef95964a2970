"""The laws of extraction, with the shipped ontology and the language model."""

from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kg.errors import OntologyError
from kg.extract.extractor import Extractor
from kg.model import Alignment, Factuality, Polarity
from kg.ontology import term
from tests.extract.documents import document

pytestmark = pytest.mark.model

_WHO = st.sampled_from(
    ["Russia", "China", "the EU", "Japan and India", "The two countries", "It", "Zoe Quill", "Iran's leaders", "NATO"]
)
_DOES = st.sampled_from(
    [
        "condemned",
        "will not attack",
        "may have sanctioned",
        "held talks with",
        "is likely to support",
        "denied arming",
        "urged",
        "and",
    ]
)
_REST = st.sampled_from(
    ["", " over oil", " last week", ", which it fears", ", he said", ' and said: "No', ' deal" in 2019', " to withdraw"]
)
_SENTENCES = st.tuples(_WHO, _DOES, _WHO, _REST, st.sampled_from([".", "?", "...", '."', ""])).map(
    lambda parts: f"{parts[0]} {parts[1]} {parts[2]}{parts[3]}{parts[4]}"
)
PROSE = st.lists(st.tuples(_SENTENCES, st.sampled_from([" ", "\n", "\n\n", " - "])), min_size=1, max_size=5).map(
    lambda parts: "".join(sentence + gap for sentence, gap in parts)
)
DATES = st.sampled_from(["", "2031", "2031-03", "2031-03-12"])


def said_in(extractor, found):
    """The claims of a document with all its attributions: its own, and those of its claims."""
    claims = list(extractor.claims(found))
    return claims, [*extractor.attributions(found), *(a for claim in claims for a in claim.attribution)]


def spans_of(claim):
    """Every span of a claim but those of its attribution."""
    yield from (claim.subject.span, claim.object.span, claim.evidence.sentence, claim.evidence.trigger, *claim.evidence.cues)
    yield from (issue.span for issue in claim.issues)
    yield from (held.span for held in (claim.likelihood, claim.time) if held is not None)


def check(claims, attributions, text):
    for attribution in attributions:
        spans = [*attribution.source_spans, *attribution.cue_spans, *attribution.content_spans]
        spans += [attribution.speaker.span] if attribution.speaker else []
        assert all(0 <= span.start < span.end <= len(text) for span in spans)
    for claim in claims:
        evidence = claim.evidence
        assert all(0 <= span.start < span.end <= len(text) for span in spans_of(claim))
        assert evidence.quote == text[evidence.sentence.start : evidence.sentence.end]
        assert all(evidence.sentence.covers(span) for span in (claim.subject.span, claim.object.span, evidence.trigger))
        assert 0 < claim.confidence <= 1
        assert claim.subject.entity != claim.object.entity


@given(st.text(max_size=200), DATES)
@example("", "")
@example('"', "")
@example("\u200b\u2028\x00 \u3000", "")
@example("-", "2031-03-12")
@example("'s", "")
@example("Norway - - Chad's -", "")
@example(". . . ?", "")
def test_no_text_crashes(extractor, text, published):
    found = document(text, published=published)
    check(*said_in(extractor, found), text)


@given(PROSE, DATES, st.sampled_from(["", "By Ada Berg\n\n"]))
def test_spans_lie_where_they_say(extractor, text, published, before):
    found = document(text, published=published, before=before)
    check(*said_in(extractor, found), before + text)


@given(PROSE)
def test_spans_reach_over_what_was_cut_out_of_the_source(extractor, text):
    middle = len(text) // 2
    source = text[:middle] + "\n[12]\n" + text[middle:]
    found = replace(document(text), text=source, alignment=Alignment((0, middle), (0, middle + 6)))
    check(*said_in(extractor, found), source)


@given(PROSE, DATES)
def test_the_same_text_gives_the_same_claims(extractor, text, published):
    found = document(text, published=published)
    assert list(extractor.claims(found)) == list(extractor.claims(found))
    assert list(extractor.attributions(found)) == list(extractor.attributions(found))


@given(PROSE)
def test_claims_come_in_the_order_of_sentences_each_with_its_own_id(extractor, text):
    claims = list(extractor.claims(document(text)))
    starts = [claim.evidence.sentence.start for claim in claims]
    assert starts == sorted(starts)
    assert len({claim.id for claim in claims}) == len(claims)


def test_a_plain_sentence(extractor):
    (claim,) = extractor.claims(document("Japan condemned Russia on 5 May 2030."))
    assert (claim.subject.entity.label, claim.relation.iri, claim.object.entity.label) == ("Japan", term("rel:condemns"), "Russia")
    assert (claim.time.start, claim.polarity, claim.factuality) == ("2030-05-05", Polarity.AFFIRMED, Factuality.ACTUAL)
    assert claim.asserted


def test_a_title_is_the_documents_own_statement(extractor):
    text = "The paper denied that Norwegian foreign minister Zoe Quill praised Japan."
    (claim,) = [c for c in extractor.claims(document(text)) if c.relation.iri == term("rel:holds-office-in")]
    assert (claim.subject.entity.label, claim.object.entity.label) == ("Zoe Quill", "Norway")
    assert (claim.factuality, claim.attribution) == (Factuality.ACTUAL, ())


def test_who_says_it(extractor):
    text = "Japan condemned Russia, NATO said."
    (claim,) = extractor.claims(document(text))
    held, said = extractor.attributions(document(text))
    assert claim.attribution == (said,)
    assert (said.speaker.entity.label, claim.factuality) == ("NATO", Factuality.REPORTED)
    assert (held.speaker.entity.label, held.cue) == ("Japan", "condemned")


def test_a_paragraph_of_ten_thousand_words_is_read(extractor):
    text = "Japan condemned Russia over oil and met India. " * 1_112  # nine tokens each
    assert len(list(extractor.claims(document(text)))) >= 1_112


def test_a_relation_type_that_extraction_needs_is_missing(shipped):
    relations = {iri: entry for iri, entry in shipped.relations.items() if iri != term("rel:works-for")}
    with pytest.raises(OntologyError, match="rel:works-for: no such relation type"):
        Extractor(replace(shipped, relations=relations, digest=""))
