"""Words of time -> rules for dates: days, months, seasons, quarters, years, decades and centuries."""

import re
from collections.abc import Callable, Iterator
from datetime import date

from kg.extract.time.days import Ends, Grain, Stretch, century, decade, hull, month, nearest, one_day, shift, year
from kg.extract.time.rule import MONTH, YEAR, Found, Need, Now, Rule, compiled, yearly
from kg.extract.time.words import DAYS, MONTHS, TimeWords, either

__all__ = ["DateRules"]

_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_DAY1 = r"(?P<day1>[0-3]?\d)(?:st|nd|rd|th)?"
_DASH = r" ?(?:-|\u2013|—|to|until) ?"
_WEEKDAY = rf"(?:(?P<name>{either(DAYS)}),? (?:the )?)?"
_DIGITS = r"(?!\d|[.:]\d|,\d{3})"
_MONTHS = frozenset(MONTHS)


class DateRules:
    """The rules for dates, from the words of the ontology."""

    def __init__(self, words: TimeWords) -> None:
        """Keep the words."""
        self._words = words
        self._steps = either(words.steps)

    def __iter__(self) -> Iterator[Rule]:
        """The rules, the longest expressions first."""
        yield from self._days_of_months()
        yield from self._months_and_seasons()
        yield from self._quarters()
        yield from self._longer()

    def _days_of_months(self) -> Iterator[Rule]:
        tail = rf"(?:,? {YEAR}|,? (?:of )?(?P<step>{self._steps}) year\b)?"
        yield Rule(compiled(r"(?P<year>\d{4})-(?P<number>\d\d)-(?P<day>\d\d)"), self._numbers)
        yield Rule(compiled(r"(?P<day>\d\d?)\.(?P<number>\d\d?)\.(?P<year>(?:1[4-9]|20)\d\d)"), self._numbers)
        yield Rule(compiled(rf"{_DAY1}{_DASH}{_DAY} (?:of )?{MONTH}{tail}"), self._days, _MONTHS)
        yield Rule(compiled(rf"{MONTH} ?{_DAY1}{_DASH}{_DAY}{_DIGITS}{tail}"), self._days, _MONTHS)
        yield Rule(compiled(rf"{_WEEKDAY}{_DAY}(?: of)? {MONTH}{tail}"), self._day, _MONTHS)
        yield Rule(compiled(rf"{_WEEKDAY}{MONTH} ?{_DAY}{_DIGITS}{tail}"), self._day, _MONTHS)

    def _months_and_seasons(self) -> Iterator[Rule]:
        ending = rf"(?:(?:,| of)? {YEAR}|,? (?:of )?(?P<step>{self._steps}) year\b)"
        yield Rule(compiled(rf"{MONTH}{ending}"), self._month, _MONTHS)
        yield Rule(compiled(rf"(?P<way>{self._steps}) {MONTH}"), self._next_month, _MONTHS)
        yield Rule(compiled(MONTH), self._month, _MONTHS, Need.DIRECTION)
        seasons, words = rf"(?P<season>{either(self._words.seasons)})", frozenset(self._words.seasons)
        yield Rule(compiled(rf"{seasons}{ending}(?:[-/\u2013]\d\d(?:\d\d)?)?"), self._season, words)
        yield Rule(compiled(rf"(?P<way>{self._steps}) {seasons}"), self._next_season, words)
        yield Rule(compiled(seasons), self._season, words, Need.DIRECTION)

    def _quarters(self) -> Iterator[Rule]:
        ordinals = either(word for word, number in self._words.ordinals.items() if number > 0)
        of_year = rf"(?:(?: of| in|,)? {YEAR}|(?: of| in)? (?P<step>{self._steps}) year\b|(?: of| in) the year)?"
        yield Rule(compiled(rf"(?-i:(?P<letter>[QH]))(?P<index>[1-4]){of_year}"), self._short_quarter)
        yield Rule(compiled(rf"(?P<ordinal>{ordinals})[- ]quarter{of_year}"), self._quarter, frozenset({Grain.QUARTER}))

    def _longer(self) -> Iterator[Rule]:
        kind = rf"(?:FY ?|(?:{either(self._words.year_kinds)})(?: year)? )"
        yield Rule(compiled(rf"{kind}?(?P<first>(?:1[4-9]|20)\d\d)[-/\u2013—](?P<last>\d{{4}}|\d\d)(?![-/]\d)"), self._years)
        yield Rule(compiled(rf"{kind}(?:{YEAR}|(?P<short>\d\d))"), self._year)
        yield Rule(compiled(r"(?P<decade>(?:1[4-9]|20)\d0)'?s"), self._decade)
        yield Rule(compiled(r"'(?P<short>[2-9]0)'?s"), self._short_decade)
        yield Rule(compiled(r"(?P<short>[3-9]0)s"), self._short_decade, need=Need.DIRECTION)
        words, centuries = self._words.decades, self._words.centuries
        yield Rule(compiled(rf"(?P<word>{either(words)})"), self._named_decade, frozenset(words), Need.DIRECTION)
        ordinal = rf"(?:(?P<number>\d\d?)(?:st|nd|rd|th)|(?P<word>{either(centuries)}))"
        yield Rule(compiled(rf"{ordinal} (?-i:century)"), self._century, frozenset({Grain.CENTURY}))

    # What the patterns mean, in the order of the table.

    def _numbers(self, match: re.Match[str], _: Now) -> Found | None:
        found = one_day(*(int(match[name]) for name in ("year", "number", "day")))
        return found and (found, Grain.DAY)

    def _day(self, match: re.Match[str], now: Now) -> Found | None:
        if not _is_name(match):
            return None
        number, day = MONTHS[match["month"].lower()], int(match["day"])
        at = self._year_of(match, now)
        if at:
            return one_day(at, number, day) or month(at, number), Grain.DAY
        found = _named_day(match["name"], number, day, now) or yearly(lambda y: one_day(y, number, day), now)
        return found and (found, Grain.DAY)

    def _days(self, match: re.Match[str], now: Now) -> Found | None:
        number, one, other = MONTHS[match["month"].lower()], int(match["day1"]), int(match["day"])

        def both(of_year: int) -> Ends | None:
            first, last = one_day(of_year, number, one), one_day(of_year, number, other)
            return hull(first, last) if first and last else None

        if not _is_name(match) or one >= other:
            return None
        at = self._year_of(match, now)
        found = both(at) if at else yearly(both, now)
        return found and (found, Grain.OTHER)

    def _month(self, match: re.Match[str], now: Now) -> Found | None:
        if not _is_name(match):
            return None
        number = MONTHS[match["month"].lower()]
        at = self._year_of(match, now)
        if (
            not at
            and len(match["month"]) < 4
            and "." not in match.string[match.end("month") : match.end() + 1]
            and match["month"].lower() != "may"
        ):
            return None  # "Jan", "Mar" and "Dec" are names as well
        found = month(at, number) if at else yearly(lambda y: month(y, number), now)
        return found and (found, Grain.MONTH)

    def _next_month(self, match: re.Match[str], now: Now) -> Found | None:
        number = MONTHS[match["month"].lower()]
        if not _is_name(match):
            return None
        return _beside(lambda y: month(y, number), self._words.steps[match["way"].lower()], now, Grain.MONTH)

    def _season(self, match: re.Match[str], now: Now) -> Found | None:
        number = self._words.seasons[match["season"].lower()]
        at = self._year_of(match, now)
        found = month(at, number, 3) if at else yearly(lambda y: month(y, number, 3), now)
        return found and (found, Grain.SEASON)

    def _next_season(self, match: re.Match[str], now: Now) -> Found | None:
        number = self._words.seasons[match["season"].lower()]
        return _beside(lambda y: month(y, number, 3), self._words.steps[match["way"].lower()], now, Grain.SEASON)

    def _short_quarter(self, match: re.Match[str], now: Now) -> Found | None:
        return self._twelfths(int(match["index"]), 6 if match["letter"] == "H" else 3, match, now)

    def _quarter(self, match: re.Match[str], now: Now) -> Found | None:
        return self._twelfths(self._words.ordinals[match["ordinal"].lower()], 3, match, now)

    def _twelfths(self, index: int, length: int, match: re.Match[str], now: Now) -> Found | None:
        if index * length > 12:
            return None
        at, first = self._year_of(match, now), (index - 1) * length + 1
        found = month(at, first, length) if at else yearly(lambda y: month(y, first, length), now)
        return found and (found, Grain.QUARTER)

    def _years(self, match: re.Match[str], _: Now) -> Found | None:
        first, last = int(match["first"]), int(match["last"])
        last += first - first % 100 if last < 100 else 0
        return (hull(year(first), year(last)), Grain.OTHER) if first < last < first + 200 else None

    def _year(self, match: re.Match[str], _: Now) -> Found | None:
        return year(int(match["year"] or "20" + match["short"])), Grain.YEAR

    def _decade(self, match: re.Match[str], _: Now) -> Found | None:
        return decade(int(match["decade"])), Grain.DECADE

    def _short_decade(self, match: re.Match[str], now: Now) -> Found | None:
        """The last such decade: "the 20s" are those of this century from 2020 on."""
        number = int(match["short"]) + ((now.day.year if now.day else 2000) // 100) * 100
        return decade(number if now.day and number <= now.day.year else number - 100), Grain.DECADE

    def _named_decade(self, match: re.Match[str], _: Now) -> Found | None:
        return decade(self._words.decades[match["word"].lower()]), Grain.DECADE

    def _century(self, match: re.Match[str], _: Now) -> Found | None:
        number = int(match["number"]) if match["number"] else self._words.centuries[match["word"].lower()]
        return (century(number), Grain.CENTURY) if 0 < number < 99 else None

    def _year_of(self, match: re.Match[str], now: Now) -> int | None:
        """The year that an expression names, in digits or as "last year"."""
        if match.groupdict().get("year"):
            return int(match["year"])
        day = now.day
        return (
            day.year + self._words.steps[match["step"].lower()] if "step" in match.groupdict() and match["step"] and day else None
        )


def _is_name(match: re.Match[str]) -> bool:
    """Months are written with a capital: "may" and "march" are verbs."""
    return match["month"][0].isupper()


def _named_day(name: str | None, number: int, day: int, now: Now) -> Ends | None:
    """The day of this year or the ones beside it that falls on the weekday before it: Monday, 23 January."""
    if name is None or now.day is None or not 1 < now.day.year < 9998:
        return None
    found = [one_day(now.day.year + years, number, day) for years in (0, 1, -1)]
    return next((ends for ends in found if ends and ends.first and ends.first.weekday() == DAYS[name.lower()]), None)


def _beside(in_year: Callable[[int], Ends | None], away: int, now: Now, grain: Grain) -> Found | None:
    """Last March is the one before the month of the text, next March the one after it, this March that of its year."""
    if now.day is None:
        return None
    here = next((ends for y in (now.day.year, now.day.year - 1) if (ends := in_year(y)) and _holds(ends, now.day)), None)
    if away == 0:
        found = here or (_closest(in_year, now.day) if grain is Grain.SEASON else in_year(now.day.year))
    elif here and here.first and here.last:
        edge = shift(here.last if away > 0 else here.first, Stretch(0, away, Grain.DAY))
        found = nearest(in_year, edge, future=away > 0)
    else:
        found = nearest(in_year, now.day, future=away > 0)
    return found and (found, grain)


def _holds(ends: Ends, day: date) -> bool:
    return ends.first is not None and ends.last is not None and ends.first <= day <= ends.last


def _closest(in_year: Callable[[int], Ends | None], day: date) -> Ends | None:
    """The winter that ended in spring rather than the one to come."""
    before, here = in_year(day.year - 1), in_year(day.year)
    if before and before.last and before.last.year == day.year and here and here.first:
        return before if day - before.last < here.first - day else here
    return here
