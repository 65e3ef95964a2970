from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.explore.analysis import DisagreementKind, VoiceKind, disagreements, voice
from kg.model import Attribution, Claim, Document, Factuality, Likelihood, Period, Polarity, Relation, RelationGroup, Span
from kg.ontology import load, term
from tests.explore.builder import (
    CHILE,
    FISHING,
    KENYA,
    NORWAY,
    PERU,
    RIVALS,
    SANCTIONS,
    TARIFFS,
    UNION,
    about,
    claim,
    document,
    said,
)

BETTER = Relation(term("rel:better"), "better", RelationGroup.TREND, 1, symmetric=True, contrary=(term("rel:worse"),))
WORSE = Relation(term("rel:worse"), "worse", RelationGroup.TREND, -1, symmetric=True, contrary=(term("rel:better"),))
NOT = {"polarity": Polarity.NEGATED}
LIKELY = Likelihood(term("likelihood:likely"), "likely", 0.55, 0.8, Span(0, 1))
UNLIKELY = Likelihood(term("likelihood:unlikely"), "unlikely", 0.2, 0.45, Span(0, 1))


def by(speaker, factuality=Factuality.REPORTED):
    return {"attribution": (said(speaker),), "factuality": factuality}


def kinds(*claims: Claim) -> list[str]:
    return [one.kind.value for one in disagreements(claims)]


def dated(one: Claim, published: str, publisher: str = "") -> dict[str, Document]:
    made = replace(document("x", one.source), published=published, publisher=publisher)
    return {one.evidence.document: replace(made, id=one.evidence.document)}


YES, NO = claim(NORWAY, SANCTIONS, CHILE), claim(NORWAY, SANCTIONS, CHILE, source="other.txt", **NOT)


def test_who_says_that_it_is_so_disagrees_with_who_says_that_it_is_not():
    (found,) = disagreements([NO, YES])
    assert (found.kind, found.first, found.second) == (DisagreementKind.POLARITY, YES, NO)
    assert [one.label for one in found.voices] == ["coast.txt", "other.txt"]


def test_a_denial_disagrees_with_what_it_denies():
    denied = claim(NORWAY, SANCTIONS, CHILE, source="other.txt", **by(NORWAY, Factuality.DENIED))
    assert kinds(YES, denied) == ["factuality"]
    assert kinds(claim(NORWAY, SANCTIONS, CHILE, **by(NORWAY)), denied) == []  # the same speaker


def test_contrary_trends_disagree_whichever_way_round():
    better, worse = claim(PERU, BETTER, KENYA), claim(KENYA, WORSE, PERU, source="other.txt")
    assert kinds(better, worse) == ["direction"]
    one_sided = replace(worse, relation=replace(WORSE, contrary=()))
    assert kinds(better, one_sided) == ["direction"]
    assert kinds(better, claim(PERU, RIVALS, KENYA, source="other.txt")) == []


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param({"likelihood": LIKELY}, {}, ["direction"], id="both are expected"),
        pytest.param({"likelihood": LIKELY}, {"likelihood": LIKELY}, ["direction"], id="both are likely"),
        pytest.param({"likelihood": UNLIKELY}, {"likelihood": UNLIKELY}, [], id="nothing will change"),
        pytest.param({"likelihood": LIKELY}, {"likelihood": UNLIKELY}, [], id="the same, said of each course"),
        pytest.param({}, {"factuality": Factuality.POSSIBLE}, [], id="what may be denies nothing"),
    ],
)
def test_contrary_trends_that_are_expected(one, other, expected):
    predicted = {"factuality": Factuality.PREDICTED}
    better, worse = (
        claim(PERU, BETTER, KENYA, **predicted | one),
        claim(KENYA, WORSE, PERU, source="other.txt", **predicted | other),
    )
    assert kinds(better, worse) == expected


def test_bands_of_probability_that_have_nothing_in_common_disagree():
    predicted = {"factuality": Factuality.PREDICTED}
    likely = claim(NORWAY, SANCTIONS, CHILE, likelihood=LIKELY, **predicted)
    unlikely = claim(NORWAY, SANCTIONS, CHILE, source="other.txt", likelihood=UNLIKELY, **predicted)
    (found,) = disagreements([unlikely, likely])
    assert (found.kind, found.first) == (DisagreementKind.LIKELIHOOD, likely)
    assert kinds(likely, replace(unlikely, likelihood=LIKELY)) == []
    assert kinds(likely, replace(unlikely, polarity=Polarity.NEGATED)) == []  # that it is unlikely not to happen
    assert kinds(likely, replace(unlikely, likelihood=LIKELY, polarity=Polarity.NEGATED)) == ["likelihood"]


def test_what_is_predicted_disagrees_with_the_contrary_prediction_but_what_may_be_may_also_not_be():
    for factuality, found in ((Factuality.PREDICTED, ["polarity"]), (Factuality.POSSIBLE, [])):
        both = (
            claim(PERU, SANCTIONS, CHILE, factuality=factuality),
            claim(PERU, SANCTIONS, CHILE, source="b", factuality=factuality, **NOT),
        )
        assert kinds(*both) == found


@pytest.mark.parametrize("factuality", [Factuality.HYPOTHETICAL, Factuality.DEMANDED])
def test_what_is_supposed_or_demanded_contradicts_nothing(factuality):
    assert kinds(YES, replace(NO, factuality=factuality)) == []


def test_one_source_does_not_disagree_with_itself():
    assert kinds(YES, claim(NORWAY, SANCTIONS, CHILE, **NOT)) == []
    papers = dated(YES, "2021", "The Harbour") | dated(NO, "2021", "The Harbour")
    assert disagreements([YES, NO], papers) == ()


def test_who_is_quoted_without_a_name_may_be_anybody_whom_the_document_quotes():
    named = claim(NORWAY, SANCTIONS, CHILE, **by(PERU))
    unnamed = claim(NORWAY, SANCTIONS, CHILE, **by(None), **NOT)
    assert kinds(named, unnamed) == []
    assert kinds(named, claim(NORWAY, SANCTIONS, CHILE, source="other.txt", **by(None), **NOT)) == ["polarity"]
    assert kinds(YES, unnamed) == ["polarity"]  # the document's own voice is none of them


def test_what_is_said_of_other_times_contradicts_nothing():
    early, late = (Period(year, year, f"in {year}", Span(0, 1)) for year in ("2014", "2017"))
    assert kinds(replace(YES, time=early), replace(NO, time=late)) == []
    assert kinds(replace(YES, time=early), replace(NO, time=replace(early, start="2014-05", end="2014-05"))) == ["polarity"]
    assert kinds(replace(YES, time=replace(early, end="")), replace(NO, time=late)) == ["polarity"]
    papers = {**dated(YES, "2014-03-01"), **dated(NO, "2017-03")}
    assert disagreements([YES, NO], papers) == ()
    assert len(disagreements([YES, NO], {**dated(YES, "2017-01-01"), **dated(NO, "2017-03")})) == 1


def test_a_denial_may_come_at_any_time_after():
    denied = claim(NORWAY, SANCTIONS, CHILE, source="other.txt", **by(NORWAY, Factuality.DENIED))
    assert len(disagreements([YES, denied], {**dated(YES, "2014"), **dated(denied, "2019")})) == 1


def test_what_is_said_of_other_issues_contradicts_nothing():
    assert kinds(replace(YES, issues=about(FISHING)), replace(NO, issues=about(TARIFFS))) == []
    assert kinds(replace(YES, issues=about(FISHING)), replace(NO, issues=about(FISHING, TARIFFS))) == ["polarity"]
    assert kinds(replace(YES, issues=about(FISHING)), NO) == ["polarity"]


def test_every_contradicted_claim_is_shown_against_the_surest_one():
    more = [claim(NORWAY, SANCTIONS, CHILE, source=f"{name}.txt", confidence=0.5) for name in "abc"]
    found = disagreements([*more, YES, NO])
    assert {one.first for one in found} == {YES, *more}
    assert {one.second for one in found} == {NO}


MANY = [
    claim(subject, relation, CHILE, source=source, polarity=polarity)
    for subject in (NORWAY, PERU)
    for relation in (SANCTIONS, BETTER, WORSE)
    for source in ("a", "b")
    for polarity in Polarity
]


@given(st.permutations(MANY))
def test_the_order_of_claims_does_not_matter(claims):
    assert disagreements(claims) == disagreements(MANY) != ()


def test_a_voice_is_the_innermost_speaker():
    chain = claim(NORWAY, SANCTIONS, CHILE, attribution=(said(UNION), said(PERU)))
    assert (voice(chain).kind, voice(chain).label, voice(chain).country) == (VoiceKind.SPEAKER, "Peru", PERU.iri)
    some = replace(chain, attribution=(Attribution((Span(0, 3),), (), ()),))
    assert voice(some, dated(some, "2020")).label == "x\nc".replace("\n", " ")
    assert voice(some).label == ""
    assert voice(YES, dated(YES, "", "The Harbour")).label == "The Harbour"


def test_the_ontology_says_of_both_what_is_contrary():
    relations = {iri: entry.relation for iri, entry in load().relations.items()}
    for iri, relation in relations.items():
        assert all(iri in relations[other].contrary for other in relation.contrary)
    assert term("rel:relations-improve") in relations[term("rel:relations-deteriorate")].contrary
