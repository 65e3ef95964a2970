"""Pairs over time, issues, sources and forecasts of a few claims, counted by hand."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import QueryError
from kg.explore.analysis import (
    SourceKind,
    actor_issues,
    directions,
    forecasts,
    issues,
    pair_issues,
    pairs,
    side_by_side,
    sources,
    stances,
    timeline,
)
from kg.explore.analysis.compare import compare
from kg.explore.analysis.dating import month
from kg.model import Factuality, Likelihood, Period, Polarity, Span
from kg.ontology import term
from tests.explore.builder import (
    AIDS,
    CHILE,
    FISHING,
    KENYA,
    LIKELY,
    NEEDS,
    NORWAY,
    PERU,
    PRAISES,
    RIVALS,
    SANCTIONS,
    SOME,
    TARIFFS,
    UNION,
    about,
    claim,
    document,
    said,
)  # fmt: skip


def papers(*claims, published="2021-03-04", publisher="The Harbour"):
    found = [
        replace(document("", one.source), id=one.evidence.document, published=published, publisher=publisher) for one in claims
    ]
    return {one.id: one for one in found}


def when(start: str, end: str) -> dict[str, Period]:
    return {"time": Period(start, end, "then", Span(0, 1))}


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2017-05-01", "2017-05-31", "2017-05"),
        ("2017-05-09", "2017-05-09", "2017-05"),
        ("2017-01-01", "2017-12-31", "2017"),
        ("2017-01-01", "2017-01-31", "2017-01"),
        ("2016-01-01", "2018-12-31", "2016"),
        ("2016-01-01", "", "2016"),  # since 2016
        ("2016-04-01", "", "2016-04"),
        ("", "2016-12-31", "2016"),  # until 2016
        ("", "", "2021-03"),
    ],
)
def test_a_claim_is_of_the_time_that_it_names_else_of_the_day_of_its_document(start, end, expected):
    one = claim(NORWAY, AIDS, CHILE, **when(start, end))
    assert month(one, papers(one)) == expected


def test_a_claim_without_any_date_is_of_no_time():
    one = claim(NORWAY, AIDS, CHILE)
    assert month(one) == ""
    assert month(one, papers(one, published="lately")) == ""


def test_a_pair_has_a_row_for_each_month():
    early = [
        claim(NORWAY, AIDS, CHILE, **when("2019-02-01", "2019-02-01")),
        claim(CHILE, AIDS, NORWAY, **when("2019-02-03", "2019-02-04")),
    ]
    late = claim(NORWAY, SANCTIONS, CHILE, **when("2020-01-01", "2020-12-31"))
    denied = claim(NORWAY, SANCTIONS, CHILE, factuality=Factuality.DENIED)
    found = timeline([late, *early, denied])
    assert [(one.first.label, one.second.label, one.month, one.claims, one.balance) for one in found] == [
        ("Chile", "Norway", "2019-02", 2, 1.0),
        ("Chile", "Norway", "2020", 1, -1.0),
    ]
    assert [(one.claims, one.cooperation, one.conflict, one.balance) for one in pairs([late, *early, denied])] == [
        (3, 2, 1, 0.333333)
    ]


def test_directions_tell_who_does_what_to_whom():
    claims = [
        claim(NORWAY, SANCTIONS, CHILE),
        claim(NORWAY, SANCTIONS, CHILE, source="b.txt"),
        claim(CHILE, AIDS, NORWAY),
        claim(CHILE, RIVALS, NORWAY),
        claim(CHILE, NEEDS, NORWAY),
        claim(CHILE, SANCTIONS, NORWAY, factuality=Factuality.PREDICTED),
    ]
    found = [(one.subject.label, one.object.label, one.cooperation, one.conflict, one.neutral) for one in directions(claims)]
    assert found == [("Chile", "Norway", 1, 1, 1), ("Norway", "Chile", 0, 3, 0)]
    assert [(one.claims, one.cooperation, one.conflict, one.neutral) for one in pairs(claims)] == [(5, 1, 3, 1)]


def test_what_others_do_around_an_issue_is_no_stance_on_it():
    claims = [
        claim(NORWAY, AIDS, CHILE, issues=about(FISHING)),
        claim(CHILE, SANCTIONS, NORWAY, issues=about(FISHING)),
        claim(PERU, AIDS, KENYA, issues=about(FISHING), factuality=Factuality.POSSIBLE),
        claim(PERU, SANCTIONS, FISHING),
        claim(PERU, PRAISES, FISHING, factuality=Factuality.DENIED),
    ]
    assert [(one.actor.label, one.supporting, one.opposing, one.neutral) for one in stances(claims)] == [("Peru", 0, 1, 0)]
    around = [(one.actor.label, one.cooperation, one.conflict, one.neutral) for one in actor_issues(claims)]
    assert around == [("Chile", 1, 1, 0), ("Norway", 1, 1, 0)]
    (fishing,) = issues(claims)
    assert (fishing.claims, fishing.cooperation, fishing.conflict, fishing.supporting, fishing.opposing) == (5, 1, 1, 0, 1)


def test_issues_count_claims_actors_and_pairs():
    claims = [
        claim(NORWAY, SANCTIONS, CHILE, issues=about(FISHING, TARIFFS)),
        claim(NORWAY, AIDS, CHILE, issues=about(FISHING)),
        claim(PERU, AIDS, KENYA, issues=about(FISHING), polarity=Polarity.NEGATED),
        claim(KENYA, NEEDS, FISHING),
    ]
    fishing, tariffs = issues(claims)
    assert (fishing.issue, fishing.claims, fishing.actors, fishing.pairs) == (FISHING, 4, 4, 2)
    assert (fishing.cooperation, fishing.conflict, fishing.balance) == (1, 1, 0)
    assert (tariffs.issue, tariffs.claims, tariffs.balance) == (TARIFFS, 1, -1)
    assert [(one.issue, one.first, one.second, one.claims, one.balance) for one in pair_issues(claims)] == [
        (FISHING, CHILE, NORWAY, 2, 0),
        (TARIFFS, CHILE, NORWAY, 1, -1),
    ]


SAID = [
    claim(NORWAY, SANCTIONS, CHILE, attribution=(said(PERU),), factuality=Factuality.REPORTED),
    claim(
        NORWAY,
        SANCTIONS,
        CHILE,
        source="b.txt",
        polarity=Polarity.NEGATED,
        attribution=(said(KENYA),),
        factuality=Factuality.REPORTED,
    ),
    claim(NORWAY, AIDS, CHILE, source="b.txt", attribution=(said(KENYA),), factuality=Factuality.REPORTED),
    claim(NORWAY, AIDS, KENYA, source="b.txt", attribution=(said(None),), factuality=Factuality.REPORTED),
    claim(UNION, AIDS, NORWAY),
]


def test_who_says_what():
    found = {(one.kind, one.label): (one.claims, one.cooperation, one.conflict, one.rejected, one.about) for one in sources(SAID)}
    assert found == {
        (SourceKind.SPEAKER, "Kenya"): (2, 1, 0, 1, ("Chile", "Norway")),
        (SourceKind.SPEAKER, "Peru"): (1, 0, 1, 0, ("Chile", "Norway")),
        (SourceKind.OUTLET, "b.txt"): (3, 2, 0, 1, ("Norway", "Chile", "Kenya")),
        (SourceKind.OUTLET, "coast.txt"): (2, 1, 1, 0, ("Norway", "Chile", "Fishers' Union")),
        (SourceKind.COUNTRY, "Kenya"): (2, 1, 0, 1, ("Chile", "Norway")),
        (SourceKind.COUNTRY, "peru"): (1, 0, 1, 0, ("Chile", "Norway")),
    }


def test_a_person_speaks_for_a_country_by_the_name_that_claims_have():
    someone = replace(PERU, iri=term("actor:someone"), label="Someone", kind=UNION.kind, country=NORWAY.iri)
    (country,) = (
        one for one in sources([claim(NORWAY, AIDS, CHILE, attribution=(said(someone),))]) if one.kind is SourceKind.COUNTRY
    )
    assert (country.key, country.label) == (NORWAY.iri, "Norway")


def test_sources_stand_side_by_side_where_they_speak_of_the_same_pair():
    rows = [one for one in side_by_side(SAID) if one.kind is SourceKind.SPEAKER]
    assert [(one.first.label, one.second.label, one.label, one.claims, one.balance, one.rejected) for one in rows] == [
        ("Chile", "Norway", "Kenya", 2, 1, 1),
        ("Chile", "Norway", "Peru", 1, -1, 0),
    ]


def test_sources_are_compared_by_their_names():
    both = compare(SAID, {}, by="speaker", names=["peru", "Kenya"])
    assert len(both.pairs) == 2
    assert [one.kind.value for one in both.disagreements] == ["polarity"]
    assert compare(SAID, {}, by="speaker", names=["Peru"]).pairs == ()
    assert compare(SAID, {}).disagreements != ()
    with pytest.raises(QueryError, match="Ghana: no speaker of this graph has this name"):
        compare(SAID, {}, names=["Ghana"])
    with pytest.raises(QueryError, match=r"Keny: no speaker of this graph .*; did you mean Kenya"):
        compare(SAID, {}, names=["Keny"])
    capitals = {"Lima": [PERU.iri], "Quito": []}
    assert compare(SAID, {}, names=["Lima", "Kenya"], called=capitals.__getitem__) == both
    with pytest.raises(QueryError, match="Quito: no speaker"):
        compare(SAID, {}, names=["Quito"], called=capitals.__getitem__)
    with pytest.raises(QueryError, match="mood: no kind of source, one of speaker, outlet, country was expected"):
        compare(SAID, {}, by="mood")


def test_forecasts_stand_by_pair_the_most_likely_first():
    expected = {"factuality": Factuality.PREDICTED}
    unlikely = Likelihood(term("likelihood:unlikely"), "unlikely", 0.2, 0.45, Span(0, 1))
    claims = [
        claim(NORWAY, AIDS, CHILE, factuality=Factuality.POSSIBLE),
        claim(NORWAY, SANCTIONS, CHILE, likelihood=unlikely, **expected),
        claim(NORWAY, AIDS, CHILE, likelihood=LIKELY, **expected),
        claim(NORWAY, SANCTIONS, CHILE, likelihood=LIKELY, polarity=Polarity.NEGATED, **expected),
        claim(NORWAY, AIDS, CHILE),
    ]
    assert [(one.claim.relation.label, one.low, one.high) for one in forecasts(claims)] == [
        ("aids", 0.55, 0.8),
        ("sanctions", 0.2, 0.45),
        ("sanctions", 0.2, 0.45),  # likely not
        ("aids", None, None),
    ]


@given(st.permutations([*SOME, *SAID]))
def test_the_order_of_claims_does_not_matter(claims):
    plain = [*SOME, *SAID]
    for measure in (timeline, directions, issues, pair_issues, actor_issues, stances, sources, side_by_side, forecasts):
        assert measure(claims) == measure(plain)
