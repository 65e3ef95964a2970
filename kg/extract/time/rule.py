"""Rules and a sentence -> what they find in it."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from kg.extract.time.days import VAGUE, Ends, Grain, nearest
from kg.extract.time.words import MONTHS, either

__all__ = ["MONTH", "YEAR", "Find", "Found", "Need", "Now", "Rule", "Table", "compiled", "yearly"]

YEAR = r"(?P<year>(?:1[4-9]|20)\d\d)"
# The dot of an abbreviation, but not that of a sentence.
MONTH = rf"(?P<month>{either(MONTHS)})\b(?:\.(?=,| ?[\da-z]))?"


@dataclass(frozen=True, slots=True)
class Now:
    """Where to count from: the day of the text, which way to look for what has no year, the time that the sentence named before."""

    day: date | None
    future: bool = False
    reference: Ends = VAGUE

    @property
    def then(self) -> date | None:
        """A day of the time named before."""
        return self.reference.first or self.reference.last


Found = tuple[Ends, Grain]
Find = Callable[[re.Match[str], Now], Found | None]


class Need(Enum):
    """What words need beside them to be a time: "2014" a preposition, "the year" a part ("the end of")."""

    NOTHING = auto()
    DIRECTION = auto()
    PART = auto()


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern and what it means; a sentence without any of `words`, or without a digit where there are none, is not looked at."""

    pattern: re.Pattern[str]
    find: Find
    words: frozenset[str] = frozenset()
    need: Need = Need.NOTHING


class Table:
    """Rules in their order: of two matches that overlap the one whose rule stands first."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        """Collect the words that a sentence must have."""
        self._rules = tuple(rules)
        self._triggers = frozenset({"0"}).union(*(rule.words for rule in self._rules))

    def matches(self, text: str, words: Collection[str]) -> Iterator[tuple[re.Match[str], Rule]]:
        """What the rules find in a text, in the order of the rules.

        Args:
            text: A sentence.
            words: Its words in lower case; "0" stands for any digit.
        """
        if self._triggers.isdisjoint(words):
            return
        taken: list[tuple[int, int]] = []
        for rule in self._rules:
            if (rule.words or {"0"}).isdisjoint(words):
                continue
            for match in rule.pattern.finditer(text):
                start, end = match.span()
                if not any(start < stop and begin < end for begin, stop in taken):
                    taken.append((start, end))
                    yield match, rule


def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern of whole words, regardless of case; not a part of a larger number or of an amount of money."""
    return re.compile(rf"(?<![\w$€£¥#@])(?<!\d[.,:])(?:{pattern})(?![\w%])(?![.,:]\d)", re.IGNORECASE)


def yearly(in_year: Callable[[int], Ends | None], now: Now) -> Ends | None:
    """What comes every year, in the year that is nearest in the direction of the tense."""
    return nearest(in_year, now.day, future=now.future) if now.day else None
