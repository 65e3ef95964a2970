"""Balance and blocs: small graphs by hand, the karate club, and the alliances before 1914."""

from itertools import product

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.explore.analysis import Balance, balance, blocs, brokers, net
from kg.explore.analysis.frustration import frustration, partition
from kg.model import Factuality, Polarity
from tests.explore.builder import CHILE, FISHING, NORWAY, TARIFFS, claim
from tests.explore.networks import ALLIED, AT_ODDS, names, signed

# The relations of the six great powers, +1 for a treaty that binds the two, -1 for a rivalry that historians call open. The setting
# is that of Antal, Krapivsky & Redner, "Social balance on networks: the dynamics of friendship and enmity", Physica D 224 (2006),
# section 5; the coding is our own, after the treaties: Three Emperors' League 1873 and 1881, Dual Alliance 1879, Triple Alliance
# 1882, its lapse with Russia 1890, Franco-Russian Alliance 1894, Entente Cordiale 1904, Anglo-Russian Convention 1907. Open
# rivalries: Alsace-Lorraine (F G), the Great Game (B R), Egypt (B F), Tunis (F I), the Balkans (A R), the naval race (B G).
POWERS = {
    1873: [("A", "G", 1), ("A", "R", 1), ("G", "R", 1), ("F", "G", -1), ("B", "R", -1)],
    1882: [
        ("A", "G", 1),
        ("A", "R", 1),
        ("G", "R", 1),
        ("A", "I", 1),
        ("G", "I", 1),
        ("F", "G", -1),
        ("F", "I", -1),
        ("B", "R", -1),
        ("B", "F", -1),
    ],
    1894: [
        ("A", "G", 1),
        ("A", "I", 1),
        ("G", "I", 1),
        ("F", "R", 1),
        ("F", "G", -1),
        ("F", "I", -1),
        ("B", "R", -1),
        ("B", "F", -1),
        ("A", "R", -1),
        ("G", "R", -1),
    ],
    1904: [
        ("A", "G", 1),
        ("A", "I", 1),
        ("G", "I", 1),
        ("F", "R", 1),
        ("B", "F", 1),
        ("F", "G", -1),
        ("B", "R", -1),
        ("A", "R", -1),
        ("G", "R", -1),
        ("B", "G", -1),
    ],
    1907: [
        ("A", "G", 1),
        ("A", "I", 1),
        ("G", "I", 1),
        ("F", "R", 1),
        ("B", "F", 1),
        ("B", "R", 1),
        *((one, other, -1) for one, other in product("AGI", "BFR")),
    ],
}


@pytest.mark.parametrize(
    ("year", "triads"),
    [
        (1873, (1, 0, 0, 0)),  # the League; no other three all know each other
        (1882, (2, 0, 1, 0)),  # the League, the Triple Alliance, and it against France: F G I
        (1894, (1, 0, 4, 0)),  # the Triple Alliance; it against F (F G I) and R (A G R), G against F R, and B against F R
        (1904, (1, 1, 3, 1)),  # F is a friend of the enemies B and R, and B G R are all enemies
        (1907, (2, 0, 18, 0)),  # all twenty: two blocs
    ],
)
def test_the_triads_of_the_powers(year, triads):
    found = balance({(one, other): sign for one, other, sign in POWERS[year]})
    assert found.triads == by_hand(POWERS[year]) == triads
    assert found.balanced == found.triads[0] + found.triads[2]


def by_hand(edges):
    """Every three, tried one after another."""
    signs = {frozenset(edge[:2]): edge[2] for edge in edges}
    counts = [0, 0, 0, 0]
    for some in nx.enumerate_all_cliques(nx.Graph([edge[:2] for edge in edges])):
        if len(some) == 3:
            counts[sum(signs[frozenset(pair)] < 0 for pair in ((some[0], some[1]), (some[0], some[2]), (some[1], some[2])))] += 1
    return tuple(counts)


def test_in_1907_the_powers_are_wholly_balanced_in_two_blocs():
    found = blocs(signed(POWERS[1907]))
    assert [names(one.members) for one in found.blocs] == [set("AGI"), set("BFR")]
    assert (found.weight, found.frustration, found.share) == (15, 0, 0)
    assert found.balance == Balance((2, 0, 18, 0), 20, 0, 1.0)


def test_in_1904_the_quarrel_of_two_friends_of_france_is_what_no_blocs_explain():
    found = blocs(signed(POWERS[1904]))
    assert {frozenset(names(one.members)) for one in found.blocs if len(one.members) > 1} >= {frozenset("AGI")}
    assert found.frustration == 1  # B R, or one of the two alliances with France
    assert found.balance.share < 1


def test_the_factions_of_the_karate_club_are_its_blocs():
    """Zachary 1977: ties within the two factions as they parted, and between them where there were ties, broken ones."""
    club = nx.karate_club_graph()
    edges = [
        (f"{one:02}", f"{other:02}", 1 if club.nodes[one]["club"] == club.nodes[other]["club"] else -1) for one, other in club.edges
    ]
    found = blocs(signed(edges))
    sides = {frozenset(f"{node:02}" for node in club if club.nodes[node]["club"] == side) for side in ("Mr. Hi", "Officer")}
    assert {frozenset(names(one.members)) for one in found.blocs} == sides
    assert (found.weight, found.frustration) == (78, 0)
    assert sorted(len(one.members) for one in found.blocs) == [17, 17]


def test_all_friends_are_one_bloc_and_all_enemies_are_one_each():
    assert [names(one.members) for one in blocs(signed([("a", "b", 1), ("b", "c", 2)])).blocs] == [{"a", "b", "c"}]
    found = blocs(signed([("a", "b", -1), ("b", "c", -1), ("a", "c", -1)]))
    assert len(found.blocs) == 3
    assert (found.frustration, found.balance.triads) == (0, (0, 0, 0, 1))


def test_the_heavier_side_is_kept():
    found = blocs(signed([("a", "b", 3), ("b", "c", 2), ("a", "c", -1)]))
    assert [names(one.members) for one in found.blocs] == [{"a", "b", "c"}]
    assert (found.weight, found.frustration, found.share) == (6, 1, 0.166667)
    assert found.blocs[0].name == "b, a, c"  # by weight: 5, 4, 3


def test_only_what_holds_has_a_sign():
    held = claim(NORWAY, ALLIED, CHILE)
    assert net([held, claim(CHILE, ALLIED, NORWAY, source="b"), claim(NORWAY, AT_ODDS, CHILE, source="c")]) == {
        (CHILE.iri, NORWAY.iri): 1
    }
    assert net([held, claim(NORWAY, AT_ODDS, CHILE)]) == {}
    assert (
        net([claim(NORWAY, ALLIED, CHILE, polarity=Polarity.NEGATED), claim(NORWAY, ALLIED, CHILE, factuality=Factuality.DENIED)])
        == {}
    )


def test_blocs_of_an_issue_come_from_claims_about_it():
    claims = [*signed([("a", "b", 1)], FISHING), *signed([("a", "b", -2)], TARIFFS)]
    assert len(blocs(claims).blocs) == 2
    assert len(blocs(claims, FISHING.iri).blocs) == 1
    assert len(blocs(claims, TARIFFS.iri).blocs) == 2


def test_brokers_connect_two_of_different_blocs_that_are_no_friends():
    # two pairs of close friends who are enemies, and m, a friend of one of each and closer to the first
    edges = [("a", "b", 3), ("c", "d", 3), ("a", "c", -2), ("b", "d", -2), ("m", "a", 2), ("m", "c", 1), ("m", "d", -1)]
    claims = signed(edges)
    found = blocs(claims)
    assert [names(one.members) for one in found.blocs] == [{"a", "b", "m"}, {"c", "d"}]
    (c, m) = brokers(claims, found)
    assert (m.actor.label, m.bloc, m.blocs, m.pairs) == ("m", 1, (1, 2), 1)  # a and c
    assert (c.actor.label, c.bloc, c.blocs, c.pairs) == ("c", 2, (1, 2), 1)  # m and d


def test_friends_of_a_broker_who_are_friends_need_none():
    edges = [("a", "b", 3), ("c", "d", 3), ("a", "d", -3), ("b", "d", -3), ("b", "c", 1), ("a", "c", 1)]
    claims = signed(edges)
    found = brokers(claims, blocs(claims))
    assert {one.actor.label: one.pairs for one in found} == {"c": 2}  # a and d, b and d; but a and b are of one bloc


EDGES = st.dictionaries(
    st.sampled_from([(one, other) for one in "abcdef" for other in "abcdef" if one < other]), st.sampled_from([-2, -1, 1, 2])
)


@given(EDGES)
def test_no_partition_of_a_small_graph_frustrates_less(weights):
    iris = sorted({iri for pair in weights for iri in pair})
    found = frustration(weights, partition(weights))
    every = (dict(zip(iris, numbers, strict=True)) for numbers in product(range(min(4, len(iris))), repeat=len(iris)))
    assert found <= min((frustration(weights, group) for group in every), default=0)


@given(st.permutations(signed(POWERS[1904])))
def test_the_order_of_claims_does_not_matter(claims):
    assert blocs(claims) == blocs(signed(POWERS[1904]))


def test_a_graph_with_many_ties_is_searched_once(monkeypatch):
    monkeypatch.setattr("kg.explore.analysis.frustration._MANY", 1)
    assert [len(one.members) for one in blocs(signed(POWERS[1907])).blocs] == [3, 3]
