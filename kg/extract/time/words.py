"""Ontology -> the words that time expressions are made of, with what they mean."""

import calendar
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from kg.errors import OntologyError
from kg.extract.time.days import Grain, Part, Stretch
from kg.ontology import Ontology, term

__all__ = ["DAYS", "MONTHS", "Direction", "Edge", "TimeWords", "either"]

T = TypeVar("T", bound=StrEnum)

DAYS = {name.lower(): number for number, name in enumerate(calendar.day_name)}
MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
MONTHS |= {name.lower(): number for number, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}

_YEAR, _WEEK = 12, 168


class Direction(StrEnum):
    """What a preposition makes of the time after it.

    IN and DURING may stand before an event, ON and BY only before a date; OF only shows that a number is a year, TO that a word
    is a month, UNDER needs a person.
    """

    IN = "in"
    ON = "on"
    DURING = "during"
    OF = "of"
    TO = "to"
    BETWEEN = "between"
    BY = "by"
    FROM = "from"
    SINCE = "since"
    UNTIL = "until"
    BEFORE = "before"
    AFTER = "after"
    UNDER = "under"


class Edge(StrEnum):
    """The start or the end of a term of office."""

    START = "start"
    END = "end"


@dataclass(frozen=True, slots=True)
class TimeWords:
    """The word lists `words:time-...`, read; words are in lower case, units singular."""

    steps: Mapping[str, int]
    anaphoric: frozenset[str]
    days: Mapping[str, int]
    months: Mapping[str, int]
    hours: Mapping[str, int]
    numbers: Mapping[str, int]
    some: tuple[str, ...]
    about: tuple[str, ...]
    ordinals: Mapping[str, int]
    seasons: Mapping[str, int]
    decades: Mapping[str, int]
    centuries: Mapping[str, int]
    year_kinds: tuple[str, ...]
    day_parts: tuple[str, ...]
    parts: Mapping[str, Part]
    closes: Mapping[str, Grain]
    directions: Mapping[str, Direction]
    joins: tuple[str, ...]
    onward: tuple[str, ...]
    from_now: Mapping[str, int]
    from_then: Mapping[str, int]
    soon: tuple[str, ...]
    vague: tuple[str, ...]
    offices: Mapping[str, str]
    arrivals: Mapping[str, Edge]
    will: frozenset[str]
    plans: frozenset[str]
    planned: frozenset[str]
    said: frozenset[str]

    @classmethod
    def of(cls, ontology: Ontology) -> "TimeWords":
        """Read the lists.

        Raises:
            OntologyError: An entry is no pair where one is expected, or its value is none of those that are known.
        """
        return cls(
            steps=ontology.numbers("time-step"),
            anaphoric=ontology.word_set("time-anaphoric"),
            days=ontology.numbers("time-day"),
            months=ontology.numbers("time-month"),
            hours=ontology.numbers("time-hour"),
            numbers=ontology.numbers("time-number"),
            some=ontology.words("time-some"),
            about=ontology.words("time-about"),
            ordinals=ontology.numbers("time-ordinal"),
            seasons=ontology.numbers("time-season"),
            decades=ontology.numbers("time-decade"),
            centuries=ontology.numbers("time-century"),
            year_kinds=ontology.words("time-year-kind"),
            day_parts=ontology.words("time-day-part"),
            parts=_values(ontology, "time-part", Part),
            closes=_values(ontology, "time-close", Grain),
            directions=_values(ontology, "time-direction", Direction),
            joins=ontology.words("time-join"),
            onward=ontology.words("time-onward"),
            from_now=ontology.numbers("time-from-now"),
            from_then=ontology.numbers("time-from-then"),
            soon=ontology.words("time-soon"),
            vague=ontology.words("time-vague"),
            offices=ontology.pairs("time-office"),
            arrivals=_values(ontology, "time-arrival", Edge),
            will=ontology.word_set("time-will"),
            plans=ontology.word_set("time-plan"),
            planned=ontology.word_set("time-planned"),
            said=ontology.word_set("time-said"),
        )

    @property
    def grains(self) -> tuple[str, ...]:
        """The units, singular."""
        return (*self.months, *self.hours)

    def stretch(self, match: re.Match[str]) -> Stretch:
        """The length of time that an expression with the groups of `amount` names."""
        count = 0 if match["half"] else 2 * self.number(match["count"])
        return self.length(match["unit"].lower(), (count + bool(match["half"] or match["plus"] or match["more"])) / 2)

    def length(self, unit: str, count: float) -> Stretch:
        """So many times a unit; half a year is counted in months, and a day is the least."""
        if unit in self.hours:
            grain = Grain.WEEK if self.hours[unit] >= _WEEK else Grain.DAY
            return Stretch(0, int(self.hours[unit] * count) // 24, grain)
        months = self.months[unit] * count
        grain = Grain.YEAR if self.months[unit] >= _YEAR and months % _YEAR == 0 else Grain.MONTH
        return Stretch(int(months), 15 if months % 1 else 0, grain)

    def number(self, text: str) -> int:
        """What a number in digits or words says: "25", "twenty-five", "a dozen"."""
        text = text.lower()
        if text.isdigit():
            return int(text)
        known = self.numbers.get(text)
        return sum(self.numbers[word] for word in re.split("[- ]", text)) if known is None else known

    @property
    def unit(self) -> str:
        """A pattern for a unit, the group `unit`."""
        return rf"(?P<unit>{either(self.grains)})s?"

    @property
    def count(self) -> str:
        """A pattern for a number, the group `count`."""
        tens = either(word for word, number in self.numbers.items() if number >= 20 and number % 10 == 0 and " " not in word)
        ones = either(word for word, number in self.numbers.items() if number < 10 and " " not in word)
        return rf"(?P<count>\d{{1,3}}|(?:{tens})-(?:{ones})|{either(self.numbers)})"

    @property
    def amount(self) -> str:
        """A pattern for a length of time, the groups `half`, `count`, `plus`, `unit` and `more`."""
        number = rf"(?:(?P<half>(?:a )?half(?: an?)?)|{self.count}(?P<plus>[- ]and[- ]a[- ]half)?)"
        return rf"(?:(?:{either(self.about)}) ){{0,3}}{number}[- ]{self.unit}(?P<more> and a half)?"


def either(words: Iterable[str]) -> str:
    """A pattern for any of these words, the longest first; one that nothing matches where there are none."""
    return "|".join(re.escape(word).replace(r"\ ", " ") for word in sorted(words, key=lambda word: (-len(word), word))) or "(?!)"


def _values(ontology: Ontology, name: str, kind: type[T]) -> dict[str, T]:
    known = set(kind)
    found = {}
    for word, value in ontology.pairs(name).items():
        if value not in known:
            where = ontology.where(term(f"words:{name}"), f"{word} {value}")
            raise OntologyError(f'{where}: "{word} {value}" ends in {value}, one of {", ".join(kind)} was expected')
        found[word] = kind(value)
    return found
