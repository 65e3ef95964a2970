"""Measures of a small graph by hand, and of Zachary's karate club against what is published."""

import sys

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.explore.analysis import communities, importance
from tests.explore.builder import CHILE, FISHING, KENYA, NORWAY, PERU, SOME, TARIFFS, about, claim
from tests.explore.networks import ALLIED, names, signed

#   a - b - c - d     and   c - e, d - e: a path into a triangle
SMALL = signed([("a", "b", 1), ("b", "c", 2), ("c", "d", 1), ("c", "e", 1), ("d", "e", 1)])
KARATE = nx.karate_club_graph()
CLUB = signed([(f"{one:02}", f"{other:02}", KARATE[one][other]["weight"]) for one, other in KARATE.edges])


def by_name(claims):
    return {one.actor.label: one for one in importance(claims)}


def test_a_small_graph_by_hand():
    found = by_name(SMALL)
    assert {name: (one.claims, one.degree, one.core) for name, one in found.items()} == {
        "a": (1, 1, 1),
        "b": (3, 2, 1),
        "c": (4, 3, 2),
        "d": (2, 2, 2),
        "e": (2, 2, 2),
    }
    # of the 6 pairs of others, b is between a-c, a-d, a-e, and c between a-d, a-e, b-d, b-e
    assert {name: one.betweenness for name, one in found.items()} == pytest.approx(
        {"a": 0, "b": 3 / 6, "c": 4 / 6, "d": 0, "e": 0}, abs=1e-6
    )


def test_pagerank_of_two_by_hand():
    """Who is pointed at has r = 0.15 / 2 + 0.85 (s + r / 2), who points has s = 0.15 / 2 + 0.85 r / 2: s = 0.350877."""
    one_way = [claim(NORWAY, ALLIED.__class__(ALLIED.iri, "helps", ALLIED.group, 1), CHILE)]
    assert {name: one.pagerank for name, one in by_name(one_way).items()} == pytest.approx({"Chile": 0.649123, "Norway": 0.350877})


def test_the_karate_club_is_measured_as_it_is_published():
    """Zachary 1977; betweenness as in Freeman's measure given with UCINET and networkx (instructor 0.438, officer 0.304)."""
    found = by_name(CLUB)
    assert (found["00"].degree, found["33"].degree) == (16, 17)
    assert (found["00"].betweenness, found["33"].betweenness) == (0.437635, 0.304075)
    assert sum(one.core == 4 for one in found.values()) == 10  # the innermost core, Batagelj & Zaversnik
    assert [one.actor.label for one in importance(CLUB)[:2]] == ["33", "00"]


def test_communities_of_the_karate_club_lie_in_its_factions():
    """Louvain finds about the best partition there is (modularity 0.42 without weights, Brandes et al. 2008; 0.44 with them)."""
    found = communities(CLUB)
    sides = [{KARATE.nodes[int(name)]["club"] for name in names(one.members)} for one in found]
    assert len(found) == 4
    assert sum(len(side) == 1 for side in sides) >= 3  # one actor stands between
    parts = [{int(name) for name in names(one.members)} for one in found]
    assert nx.community.modularity(KARATE, parts, weight="weight") > 0.43


def test_a_large_graph_is_estimated_close_to_the_truth(monkeypatch):
    module = sys.modules["kg.explore.analysis.importance"]
    monkeypatch.setattr(module, "_EXACT", 20)
    monkeypatch.setattr(module, "_STEPS", 200 * 20)
    estimated = by_name(CLUB)
    assert estimated["00"].betweenness == pytest.approx(0.437635, abs=0.15)
    assert estimated == by_name(CLUB[::-1])


def test_a_community_is_named_by_its_main_actors_and_its_main_issue():
    two = [claim(NORWAY, ALLIED, CHILE, issues=about(FISHING, TARIFFS)), claim(NORWAY, ALLIED, CHILE, issues=about(TARIFFS))]
    first, second = communities([*two, claim(KENYA, ALLIED, PERU)])
    assert (first.number, first.name, first.claims) == (1, "Chile, Norway · tariffs", 2)
    assert first.issues == (TARIFFS.iri, FISHING.iri)
    assert (second.number, second.name, second.members, second.issues) == (2, "Kenya, Peru", (KENYA.iri, PERU.iri), ())


@given(st.permutations(SOME))
def test_the_order_of_claims_does_not_matter(claims):
    assert (importance(claims), communities(claims)) == (importance(SOME), communities(SOME))
