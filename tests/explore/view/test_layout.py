"""Places are the same every time, and nothing lies on anything else."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.explore.view.layout import CORE, positions


def web(count):
    """A graph with hubs, as news makes them, without chance."""
    return {((number * number + 3) % number, number): 1.0 for number in range(1, count)}


def overlapping(places):
    return [(a, b) for a, b in combinations(places, 2) if abs(a[0] - b[0]) < 130 and abs(a[1] - b[1]) < 70]


def test_none_one_and_two():
    assert positions(0, {}) == []
    assert positions(1, {}) == [(0, 0)]
    assert positions(2, {(0, 1): 1.0}) == [(-114, 0), (114, 0)]


def test_the_places_of_a_small_graph_are_known_to_the_pixel():
    triangle_and_tail = {(0, 1): 1.0, (0, 2): 1.0, (1, 2): 1.0, (2, 3): 1.0}
    assert positions(4, triangle_and_tail) == positions(4, dict(reversed(triangle_and_tail.items())))
    left, right, middle, _ = positions(4, triangle_and_tail)
    assert left[0] < middle[0] < right[0]


def test_separate_parts_stay_near():
    places = positions(6, {(0, 1): 1.0, (2, 3): 1.0, (4, 5): 1.0})
    assert max(abs(value) for place in places for value in place) < 700


def test_nothing_overlaps_in_the_core():
    assert overlapping(positions(CORE, web(CORE))) == []


def test_a_pair_with_many_lines_has_the_space_between_for_itself():
    lengths = {(0, 1): 2.5, **{(end, number): 1.0 for number in range(2, 12) for end in (0, 1)}}
    (left, level), (right, _), *others = positions(12, lengths)
    between = [y - level for x, y in others if left + 60 < x < right - 60]
    assert all(abs(distance) > 60 for distance in between)


@settings(max_examples=30, deadline=None)
@given(
    st.integers(1, 20).flatmap(lambda count: st.tuples(st.just(count), st.sets(st.tuples(st.integers(0, 19), st.integers(0, 19)))))
)
def test_any_graph_has_places(graph):
    count, pairs = graph
    lengths = {(a, b): 1.0 for a, b in pairs if a < b < count}
    places = positions(count, lengths)
    assert len(set(places)) == count
    assert places == positions(count, lengths)
