"""Plain calendar arithmetic."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.time.days import (
    VAGUE,
    Ends,
    Grain,
    Part,
    Stretch,
    month,
    nearest,
    one_day,
    part_of,
    shift,
    slice_of,
    step,
    unit_around,
    weekday,
    year,
)
from kg.extract.time.phrases import PhraseIndex, bag, lowered

UNITS = (Grain.DAY, Grain.WEEK, Grain.WEEKEND, Grain.MONTH, Grain.QUARTER, Grain.HALF, Grain.YEAR, Grain.DECADE, Grain.CENTURY)
SAFE = st.dates(date(1000, 1, 1), date(8000, 1, 1))


@given(SAFE, st.sampled_from(UNITS), st.integers(-9, 9))
def test_a_unit_later_and_as_many_earlier_is_the_same(day, grain, count):
    later = step(day, grain, count)
    assert later.first <= later.last
    assert step(later.first, grain, -count) == unit_around(day, grain)


@given(SAFE, st.sampled_from(UNITS))
def test_units_follow_on_each_other(day, grain):
    gap = timedelta(days=6 if grain is Grain.WEEKEND else 1)
    assert step(day, grain, 1).first - unit_around(day, grain).last == gap


@given(SAFE, st.sampled_from([Grain.MONTH, Grain.SEASON, Grain.HALF, Grain.YEAR, Grain.DECADE, Grain.CENTURY]))
def test_thirds_and_halves_fill_a_unit(day, grain):
    whole = month(day.year, 3, 3) if grain is Grain.SEASON else unit_around(day, grain)
    early, mid, late = (part_of(whole, grain, part) for part in (Part.EARLY, Part.MID, Part.LATE))
    one, other = (part_of(whole, grain, part) for part in (Part.FIRST_HALF, Part.SECOND_HALF))
    assert (early.first, late.last, one.first, other.last) == (*whole, *whole)
    for before, after in ((early, mid), (mid, late), (one, other)):
        assert after.first - before.last == timedelta(days=1)
    assert part_of(whole, grain, Part.START).first == whole.first
    assert part_of(whole, grain, Part.END).last == whole.last


@given(st.dates(), st.integers(0, 6), st.booleans())
def test_a_weekday_is_less_than_a_week_away(day, number, future):
    found = weekday(number, day, future=future).first
    away = (found - day).days * (1 if future else -1)
    assert 0 <= away < 7 or found in {date.min, date.max}


@given(st.dates(), st.integers(-99999, 99999), st.integers(-9999999, 9999999))
def test_the_calendar_has_ends_but_no_errors(day, months, days):
    assert date.min <= shift(day, Stretch(months, days, Grain.DAY)) <= date.max


def test_a_shorter_month_ends_earlier():
    assert shift(date(2031, 1, 31), Stretch(1, 0, Grain.MONTH)) == date(2031, 2, 28)


@pytest.mark.parametrize(("future", "expected"), [(False, date(2028, 2, 29)), (True, date(2032, 2, 29))])
def test_a_leap_day_is_looked_for_in_other_years(future, expected):
    assert nearest(lambda y: one_day(y, 2, 29), date(2031, 3, 12), future=future) == Ends(expected, expected)


def test_what_no_year_has_is_not_found():
    assert nearest(lambda y: one_day(y, 2, 30), date(2031, 3, 12), future=False) is None


@pytest.mark.parametrize("ends", [VAGUE, Ends(date(2031, 1, 1), None)])
def test_what_is_open_has_no_parts(ends):
    assert part_of(ends, Grain.YEAR, Part.EARLY) == ends
    assert slice_of(ends, Stretch(1, 0, Grain.MONTH), index=0) == ends


def test_a_day_has_no_parts():
    day = Ends(date(2031, 1, 1), date(2031, 1, 1))
    assert part_of(day, Grain.DAY, Part.EARLY) == day
    assert part_of(year(2031), Grain.YEAR, Part.WHOLE) == year(2031)


def test_the_longest_phrase_is_found_as_whole_words():
    index = PhraseIndex(["fall of bodo", "the fall of bodo", "bodo", "of late"])
    text = "the fall of bodo, bodos and bodo of late"
    assert [text[start:end] for start, end, _ in index.find(text, bag(text))] == ["the fall of bodo", "bodo", "of late"]


@given(st.text())
def test_small_letters_stand_where_the_capitals_stood(text):
    assert len(lowered("İ" + text)) == len(text) + 1
