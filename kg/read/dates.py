"""A line -> the date that it states, as ISO 8601, as far as it is certain."""

import calendar
import re
from collections.abc import Iterator
from datetime import date
from email.utils import parsedate_to_datetime

__all__ = ["dated", "iso", "stamped"]

_MONTHS = {
    name.lower(): number for names in (calendar.month_name, calendar.month_abbr) for number, name in enumerate(names) if name
}
_MONTHS["sept"] = 9
_MONTH = r"(?P<month>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
_DAY = r"(?P<day>[0-3]?\d)(?:st|[nr]d|th)?"
_YEAR = r"(?P<year>(?:18|19|20)\d\d)"
_YEAR_ALONE = re.compile(rf"(?<![\d./-]){_YEAR}(?![\d/-])")
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?<!\d){_YEAR}-(?P<month>[01]\d)-(?P<day>[0-3]\d)(?!\d)",
        rf"(?<!\d){_YEAR}[/.](?P<month>[01]?\d)[/.](?P<day>[0-3]?\d)(?!\d)",
        rf"(?<!\d){_DAY}(?: of)? ?{_MONTH},? {_YEAR}(?!\d)",
        rf"\b{_MONTH} ?{_DAY},? ?{_YEAR}(?!\d)",
        rf"\b{_MONTH},? {_YEAR}(?!\d)",
        rf"(?<!\d){_YEAR}-(?P<month>[01]\d)(?![\d-])",
        rf"(?<!\d){_DAY} ?{_MONTH}(?! ?\d)",
        rf"\b{_MONTH} ?{_DAY}(?!\d)",
    )
)
_SLASHED = re.compile(rf"(?<![\d/.])(\d\d?)([/.])(\d\d?)\2{_YEAR}(?!\d)")


def dated(line: str) -> str:
    """The first date in a line.

    Args:
        line: A line of a document's head.

    Returns:
        `2018-03-12`, `2018-03` or `2018` as far as the line says; `--08-11` for a day without a year; empty without a date.

    >>> dated("Monday, 3 June 2019"), dated("Updated Aug.11"), dated("March 2018")
    ('2019-06-03', '--08-11', '2018-03')
    """
    found = sorted((match.start(), order, _written(match)) for order, form in enumerate(_FORMS) if (match := form.search(line)))
    best = next((value for _, _, value in found if value), "")
    if best and not best.startswith("--"):
        return best
    slashed = _SLASHED.search(line)
    return _slashed(slashed) if slashed else best


def iso(lines: Iterator[str] | tuple[str, ...] | list[str]) -> str:
    """The first certain date of several lines; a day without a year takes the year that another line states alone.

    >>> iso(["Updated Aug.11", "The Daily, 2017"]), iso(["Updated Aug.11"])
    ('2017-08-11', '')
    """
    days: list[str] = []
    years: list[str] = []
    for line in lines:
        value = dated(line)
        if value and not value.startswith("--"):
            return value
        days += [value[1:]] if value else []
        years += _YEAR_ALONE.findall(line)
    if not years:
        return ""
    return _valid(f"{years[0]}{days[0]}") if days else years[0]


def stamped(value: str) -> str:
    """The day of a time stamp, as mails and feeds carry it; empty where it states no year.

    >>> stamped("Mon, 03 Feb 2020 23:30:00 -0500"), stamped("2020-02-03T10:00:00Z")
    ('2020-02-03', '2020-02-03')
    """
    try:
        return parsedate_to_datetime(value).date().isoformat()
    except (ValueError, TypeError, IndexError):
        found = dated(value)
        return "" if found.startswith("--") else found


def _written(match: re.Match[str]) -> str:
    groups = match.groupdict()
    month = groups["month"].lower()
    number = int(month) if month.isdigit() else _MONTHS[month]
    if not groups.get("day"):
        return f"{groups['year']}-{number:02}" if 1 <= number <= 12 else ""
    year = groups.get("year")
    written = _valid(f"{year or '2000'}-{number:02}-{int(groups['day']):02}")  # 2000 was a leap year
    return written if year else written.replace("2000-", "--", 1)


def _slashed(match: re.Match[str]) -> str:
    """Day and month only where they cannot be mistaken for each other."""
    first, second = int(match[1]), int(match[3])
    if first > 12 >= second:
        first, second = second, first
    certain = second > 12 or first == second
    return (_valid(f"{match['year']}-{first:02}-{second:02}") if certain else "") or match["year"]


def _valid(value: str) -> str:
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError:
        return ""
