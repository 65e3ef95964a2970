"""Columns give back what was put in."""

from array import array
from base64 import b64decode

from hypothesis import given
from hypothesis import strategies as st

from kg.explore.view.columns import column, ragged


def unpacked(packed):
    return array(packed["as"], b64decode(packed["of"])).tolist()


@given(st.lists(st.integers(0, 2**32 - 1)))
def test_any_numbers_come_back(values):
    assert unpacked(column(values)) == values


@given(st.lists(st.lists(st.integers(0, 70_000))))
def test_any_lists_come_back(lists):
    packed = ragged(lists)
    values = iter(unpacked(packed["values"]))
    assert [[next(values) for _ in range(count)] for count in unpacked(packed["counts"])] == lists


def test_a_column_is_as_narrow_as_its_largest_number_allows():
    assert [column([value])["as"] for value in (0, 255, 256, 65_535, 65_536)] == ["B", "B", "H", "H", "I"]
