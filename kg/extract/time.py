"""Sentence -> periods: what its time expressions mean on the calendar, counted from the document's date.

Vague ones ("in recent years") stay vague: both ends empty. Without a date of the document only absolute expressions are resolved.
"""

import calendar
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta

from kg.extract.parse import Sentence
from kg.model import Period, Span

__all__ = ["TimeReader"]

_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name.lower(): number for number, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}
_DAYS = {name.lower(): number for number, name in enumerate(calendar.day_name)}
_MONTH = r"(?P<month>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\.?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_BRITISH = rf"{_DAY} {_MONTH},? {_YEAR}"
_AMERICAN = re.sub(r"P<(\w+)>", r"P<\g<1>2>", rf"{_MONTH} ?{_DAY}, {_YEAR}")

Ends = tuple[str, str]


class TimeReader:
    """Reads time expressions; built once from the words of the ontology."""

    def __init__(self, steps: Mapping[str, int], vague: tuple[str, ...], days: Mapping[str, int]) -> None:
        """Compile the expressions.

        Args:
            steps: How many units a word goes from now ("last" -1, "this" 0, "next" 1).
            vague: Phrases for a time without an end on the calendar ("in recent years").
            days: How many days a word goes from now ("yesterday" -1).
        """
        self._steps, self._days = steps, days
        step = "|".join(sorted(map(re.escape, steps)))
        self._rules: list[tuple[re.Pattern[str], Callable[[re.Match[str], date | None], Ends | None]]] = [
            (_compile(rf"since (?:{_MONTH} )?{_YEAR}"), self._since),
            (_compile(rf"by (?:the end of )?{_YEAR}"), lambda m, _: ("", f"{m['year']}-12-31")),
            (_compile(f"{_BRITISH}|{_AMERICAN}"), _exact_day),
            (_compile(rf"{_MONTH},? {_YEAR}"), lambda m, _: _month(int(m["year"]), _MONTHS[m["month"].lower()])),
            (_compile(rf"(?:on )?{_MONTH} ?{_DAY}\b(?!,? \d)"), _day_of_this_year),
            (_compile(rf"(?:in|during|throughout) {_YEAR}"), lambda m, _: (f"{m['year']}-01-01", f"{m['year']}-12-31")),
            (_compile(rf"(?P<step>{step}) (?P<unit>year|month|week)"), self._step),
            (_compile(r"(?P<word>" + "|".join(sorted(map(re.escape, days))) + ")"), self._day),
            (_compile(r"(?:on )?(?P<weekday>" + "|".join(_DAYS) + ")"), _weekday),
            (_compile("|".join(sorted(map(re.escape, vague), key=len, reverse=True))), lambda _m, _d: ("", "")),
        ]

    def periods(self, sentence: Sentence, published: str) -> Iterator[Period]:
        """The periods that a sentence names.

        Args:
            sentence: A parsed sentence.
            published: The date of its document, ISO 8601, or empty.

        Yields:
            Periods with clean spans; of two that overlap the one whose rule stands first.
        """
        anchor = date.fromisoformat(published) if len(published) == 10 else None
        taken: list[Span] = []
        for rule, resolve in self._rules:
            for match in rule.finditer(sentence.tokens.text):
                span = Span(*(sentence.offset + sentence.tokens.start_char + at for at in match.span()))
                ends = None if any(span.overlaps(other) for other in taken) else resolve(match, anchor)
                if ends is not None:
                    taken.append(span)
                    yield Period(ends[0], ends[1], match.group(), span)

    def _since(self, match: re.Match[str], _: date | None) -> Ends:
        month = _MONTHS[match["month"].lower()] if match["month"] else 1
        return f"{match['year']}-{month:02d}-01", ""

    def _step(self, match: re.Match[str], anchor: date | None) -> Ends | None:
        if anchor is None:
            return None
        step, unit = self._steps[match["step"].lower()], match["unit"].lower()
        if unit == "year":
            return f"{anchor.year + step}-01-01", f"{anchor.year + step}-12-31"
        if unit == "month":
            months = anchor.year * 12 + anchor.month - 1 + step
            return _month(months // 12, months % 12 + 1)
        monday = anchor - timedelta(days=anchor.weekday()) + timedelta(weeks=step)
        return monday.isoformat(), (monday + timedelta(days=6)).isoformat()

    def _day(self, match: re.Match[str], anchor: date | None) -> Ends | None:
        if anchor is None:
            return None
        day = (anchor + timedelta(days=self._days[match["word"].lower()])).isoformat()
        return day, day


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE | re.ASCII)


def _month(year: int, month: int) -> Ends:
    return f"{year}-{month:02d}-01", f"{year}-{month:02d}-{calendar.monthrange(year, month)[1]:02d}"


def _one_day(year: int, month: int, day: int) -> Ends | None:
    try:
        iso = date(year, month, day).isoformat()
    except ValueError:  # the thirtieth of February
        return None
    return iso, iso


def _exact_day(match: re.Match[str], _: date | None) -> Ends | None:
    end = "" if match["year"] else "2"
    return _one_day(int(match["year" + end]), _MONTHS[match["month" + end].lower()], int(match["day" + end]))


def _day_of_this_year(match: re.Match[str], anchor: date | None) -> Ends | None:
    """A day without a year is the last such day before the document's date."""
    if anchor is None:
        return None
    month, day = _MONTHS[match["month"].lower()], int(match["day"])
    return _one_day(anchor.year - ((month, day) > (anchor.month, anchor.day)), month, day)


def _weekday(match: re.Match[str], anchor: date | None) -> Ends | None:
    """A weekday in news is the last one, today included."""
    if anchor is None:
        return None
    day = (anchor - timedelta(days=(anchor.weekday() - _DAYS[match["weekday"].lower()]) % 7)).isoformat()
    return day, day
