"""Who matters most: by claims and documents, in one order for everything that lists actors."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from kg.explore.analysis import importance, weigh
from kg.explore.analysis.weight import worth
from kg.explore.view.entity import entities
from tests.explore.builder import AIDS, CHILE, FISHING, KENYA, NORWAY, PERU, RIVALS, SANCTIONS, SOME, UNION, about, claim

ACTORS = [NORWAY, CHILE, KENYA, PERU, UNION]


@st.composite
def somebody_claims(draw):
    ends = st.lists(st.sampled_from(ACTORS), min_size=2, max_size=2, unique=True)
    documents = st.sampled_from(["a.txt", "b.txt", "c.txt", "d.txt"])
    rows = draw(st.lists(st.tuples(ends, st.sampled_from([AIDS, SANCTIONS, RIVALS]), documents), min_size=1, max_size=25))
    return [claim(one, relation, other, source=source) for (one, other), relation, source in rows]


@given(somebody_claims())
def test_one_claim_never_ranks_above_three_in_more_documents(claims):
    rows = importance(claims)
    for place, one in enumerate(rows):
        for other in rows[place + 1 :]:
            assert not (one.claims < other.claims and one.documents <= other.documents == other.claims)
            assert not (one.claims == 1 and other.claims > 1)


@given(somebody_claims())
def test_two_who_point_only_at_each_other_do_not_rise(claims):
    strangers = [replace(actor, iri=f"{actor.iri}-elsewhere") for actor in (PERU, KENYA)]
    apart = claim(strangers[0], RIVALS, strangers[1], source="z.txt")
    order = [one.actor.iri for one in importance([*claims, apart]) if one.actor not in strangers]
    assert order == [one.actor.iri for one in importance(claims)]
    last = importance([*claims, apart])[-1]
    assert last.claims == 1


@given(somebody_claims())
def test_a_further_claim_never_lowers_anybody(claims):
    before, after = weigh(claims), weigh([*claims, claim(NORWAY, AIDS, CHILE, source="e.txt")])
    assert all(after[iri].value >= weight.value for iri, weight in before.items())
    assert after[NORWAY.iri].value == before[NORWAY.iri].value + worth(1) if NORWAY.iri in before else True


def test_what_many_documents_say_weighs_more_than_what_one_repeats():
    often = [claim(UNION, AIDS, PERU, id=f"{number}") for number in range(4)]
    widely = [claim(NORWAY, AIDS, CHILE, source=f"{name}.txt") for name in "abc"]
    assert [one.actor.label for one in importance([*often, *widely])] == ["Chile", "Norway", "Fishers' Union", "Peru"]


def test_an_issue_weighs_half_of_what_an_end_does():
    found = weigh([claim(NORWAY, AIDS, CHILE, issues=about(FISHING))])
    assert (found[NORWAY.iri].value, found[FISHING.iri].value) == (1000, 500)


def test_page_and_analysis_have_one_order():
    listed = [one.iri for one in entities(SOME) if one.kind != "Issue"]
    assert listed == [one.actor.iri for one in importance(SOME)]
