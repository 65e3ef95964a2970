"""Dates and numbers -> the days that they mean: plain calendar arithmetic, without any text."""

import calendar
from collections.abc import Callable
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

__all__ = [
    "VAGUE",
    "Ends",
    "Grain",
    "Part",
    "Stretch",
    "century",
    "decade",
    "hull",
    "month",
    "nearest",
    "one_day",
    "part_of",
    "shift",
    "slice_of",
    "step",
    "unit_around",
    "weekday",
    "year",
]

# A leap day is at most eight years from the next one.
_REACH = 9


class Ends(NamedTuple):
    """The first and the last day of a stretch of time; None where it is open, both None where it is vague."""

    first: date | None
    last: date | None


VAGUE = Ends(None, None)


class Grain(StrEnum):
    """How large a stretch of time is."""

    DAY = "day"
    WEEK = "week"
    WEEKEND = "weekend"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    OTHER = "other"


_MONTHS_OF = {
    Grain.MONTH: 1,
    Grain.SEASON: 3,
    Grain.QUARTER: 3,
    Grain.HALF: 6,
    Grain.YEAR: 12,
    Grain.DECADE: 120,
    Grain.CENTURY: 1200,
}


class Part(StrEnum):
    """Which part of a stretch of time is meant; WHOLE leaves it as it is."""

    START = "start"
    EARLY = "early"
    MID = "mid"
    LATE = "late"
    END = "end"
    FIRST_HALF = "first-half"
    SECOND_HALF = "second-half"
    WHOLE = "whole"


class Stretch(NamedTuple):
    """A length of time in months and days; `grain` is the unit that it is counted in."""

    months: int
    days: int
    grain: Grain

    def times(self, count: int) -> "Stretch":
        """This length, so many times."""
        return Stretch(self.months * count, self.days * count, self.grain)


def year(number: int) -> Ends:
    """A calendar year.

    >>> year(2014).last.isoformat()
    '2014-12-31'
    """
    return Ends(date(number, 1, 1), date(number, 12, 31))


def decade(number: int) -> Ends:
    """The ten years that a year stands in."""
    return hull(year(number - number % 10), year(number - number % 10 + 9))


def century(ordinal: int) -> Ends:
    """The first century is 1 to 100."""
    return hull(year(ordinal * 100 - 99), year(ordinal * 100))


def month(of_year: int, number: int, count: int = 1) -> Ends:
    """A month of a year, or several that start with it; a number outside of 1 to 12 counts on into other years."""
    first = date(of_year + (number - 1) // 12, (number - 1) % 12 + 1, 1)
    return Ends(first, shift(first, Stretch(count, -1, Grain.MONTH)))


def one_day(of_year: int, of_month: int, day: int) -> Ends | None:
    """A day; None where there is none, as the thirtieth of February."""
    try:
        found = date(of_year, of_month, day)
    except ValueError:
        return None
    return Ends(found, found)


def shift(day: date, by: Stretch) -> date:
    """A day so many months and days on; where the month is shorter, its last day. Stops at the ends of the calendar."""
    months = day.year * 12 + day.month - 1 + by.months
    if not 12 <= months < 12 * 10_000:
        return date.min if by.months < 0 else date.max
    first = date(months // 12, months % 12 + 1, 1)
    moved = first.replace(day=min(day.day, calendar.monthrange(first.year, first.month)[1]))
    try:
        return moved + timedelta(days=by.days)
    except OverflowError:
        return date.min if by.days < 0 else date.max


def hull(one: Ends, other: Ends) -> Ends:
    """From the first day of one to the last day of the other."""
    return Ends(one.first, other.last)


def unit_around(day: date, grain: Grain) -> Ends:
    """The calendar unit that a day stands in; a week starts on Monday, a weekend is the end of its week."""
    match grain:
        case Grain.WEEK | Grain.WEEKEND:
            monday = shift(day, Stretch(0, -day.weekday(), grain))
            return Ends(shift(monday, Stretch(0, 5 * (grain is Grain.WEEKEND), grain)), shift(monday, Stretch(0, 6, grain)))
        case Grain.MONTH | Grain.QUARTER | Grain.HALF:
            length = _MONTHS_OF[grain]
            return month(day.year, day.month - (day.month - 1) % length, length)
        case Grain.YEAR:
            return year(day.year)
        case Grain.DECADE:
            return decade(day.year)
        case Grain.CENTURY:
            return century((day.year + 99) // 100)
        case _:
            return Ends(day, day)


def step(day: date, grain: Grain, count: int) -> Ends:
    """The calendar unit so many units on from the one that a day stands in."""
    days = {Grain.DAY: 1, Grain.WEEK: 7, Grain.WEEKEND: 7}.get(grain, 0)
    return unit_around(shift(day, Stretch(_MONTHS_OF.get(grain, 0) * count, days * count, grain)), grain)


def weekday(number: int, day: date, *, future: bool) -> Ends:
    """The last such weekday up to a day, or with `future` the first from it on; Monday is 0."""
    away = (number - day.weekday()) % 7 if future else -((day.weekday() - number) % 7)
    found = shift(day, Stretch(0, away, Grain.DAY))
    return Ends(found, found)


def nearest(in_year: Callable[[int], Ends | None], day: date, *, future: bool) -> Ends | None:
    """What comes once a year: the last one that starts up to a day, or with `future` the first that ends on it or after.

    Args:
        in_year: The stretch of a year, where there is one.
        day: Where to count from.
        future: Which way to look.

    Returns:
        The stretch; None where no year has one.
    """
    steps = range(-1, _REACH) if future else range(0, -_REACH, -1)
    for years in steps:
        found = in_year(day.year + years) if 1 < day.year + years < 9999 else None
        if found and found.first and found.last and (found.last >= day if future else found.first <= day):
            return found
    return None


def part_of(ends: Ends, grain: Grain, part: Part) -> Ends:
    """A part of a calendar unit.

    The thirds of a year are four months each; those of a month ten days; those of a decade four, three and three years.
    Start and end are the first and last month of a year, third of a month, year of a decade.
    """
    first, last = ends
    if part is Part.WHOLE or first is None or last is None or grain in {Grain.DAY, Grain.WEEK, Grain.WEEKEND}:
        return ends
    if grain is Grain.MONTH:
        return _part_of_month(first, last, part)
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    start, end = _bounds(months, part)
    return Ends(shift(first, Stretch(start, 0, grain)), shift(first, Stretch(end, -1, grain)))


def _bounds(months: int, part: Part) -> tuple[int, int]:
    """The first month of a part, and the one after its last."""
    # Of ten years the early ones are four, as those of a century are forty.
    early, late = (
        (months * 4 // 10, months * 7 // 10) if months >= _MONTHS_OF[Grain.DECADE] else (months // 3, months - months // 3)
    )
    edge = months // 10 if months >= _MONTHS_OF[Grain.DECADE] else 1
    return {
        Part.START: (0, edge),
        Part.EARLY: (0, early),
        Part.MID: (early, late),
        Part.LATE: (late, months),
        Part.END: (months - edge, months),
        Part.FIRST_HALF: (0, months // 2),
        Part.SECOND_HALF: (months // 2, months),
    }[part]


def _part_of_month(first: date, last: date, part: Part) -> Ends:
    start, end = {
        Part.START: (1, 10),
        Part.EARLY: (1, 10),
        Part.MID: (11, 20),
        Part.LATE: (21, last.day),
        Part.END: (21, last.day),
        Part.FIRST_HALF: (1, 15),
        Part.SECOND_HALF: (16, last.day),
    }[part]
    return Ends(first.replace(day=start), first.replace(day=end))


def slice_of(ends: Ends, length: Stretch, *, index: int) -> Ends:
    """The first, second ... stretch of this length in a larger one, or with index -1 the last.

    >>> slice_of(year(2014), Stretch(3, 0, Grain.MONTH), index=1).first.isoformat()
    '2014-04-01'
    """
    first, last = ends
    if first is None or last is None:
        return ends
    if index < 0:
        after = shift(last, Stretch(0, 1, Grain.DAY))
        return Ends(shift(after, length.times(-1)), last)
    start = shift(first, length.times(index))
    return Ends(start, shift(start, Stretch(length.months, length.days - 1, length.grain)))
