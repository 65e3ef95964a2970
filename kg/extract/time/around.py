"""Text -> what stands before a time and changes it: prepositions, parts of a unit, lengths before "after" and "before"."""

import re
from dataclasses import dataclass

from kg.extract.time.days import Ends, Grain, Part, Stretch, part_of, shift, slice_of, unit_around
from kg.extract.time.words import Direction, TimeWords, either

__all__ = ["Around", "Beside", "Offset", "PartFound", "directed", "directed_event"]

# A lasting event is over when something is counted "since" it; a short one is a day.
_SHORT = 366
_LATER = frozenset({Direction.AFTER, Direction.SINCE})


@dataclass(frozen=True, slots=True)
class PartFound:
    """A part of the unit that follows ("the end of", "early", "the first three months of"), and where its words start."""

    start: int
    part: Part | None = None
    index: int = 0
    stretch: Stretch | None = None

    def of(self, ends: Ends, grain: Grain) -> Ends:
        """The part of these days."""
        if self.stretch:
            return slice_of(ends, self.stretch, index=self.index)
        return part_of(ends, grain, self.part or Part.WHOLE)

    def of_event(self, ends: Ends) -> Ends:
        """The start or the end of an event, as a point."""
        if self.part is Part.START:
            return Ends(ends.first, ends.first)
        return Ends(ends.last, ends.last) if self.part is Part.END and ends.last else ends


@dataclass(frozen=True, slots=True)
class Offset:
    """A length before "after" or "before": "two months after"; without a stretch it is not known how long."""

    start: int
    stretch: Stretch | None

    def from_(self, ends: Ends, direction: Direction) -> Ends:
        """The unit so far from these days; an unknown length only says before or after."""
        later = direction in _LATER
        base = (ends.last or ends.first) if later else ends.first
        if base is None or self.stretch is None:
            return Ends(base, None) if later else Ends(None, base)
        return unit_around(shift(base, self.stretch.times(1 if later else -1)), self.stretch.grain)

    def within(self, ends: Ends) -> Ends:
        """From an event so far on: "within two weeks of the invasion"."""
        base = ends.last or ends.first
        return Ends(base, shift(base, self.stretch)) if base and self.stretch else ends


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands before the times of one sentence, by the place where it ends."""

    directions: dict[int, tuple[int, Direction]]
    parts: dict[int, PartFound]
    offsets: dict[int, Offset]
    spans: dict[int, Offset]


class Around:
    """Finds what changes a time; compiled once from the words of the ontology."""

    def __init__(self, words: TimeWords) -> None:
        """Compile the patterns."""
        self._words = words
        about = rf"(?:(?:{either(words.about)}) )?"
        self._directions = _compiled(rf"(?P<direction>{either(words.directions)}) {about}")
        self._parts = _compiled(rf"(?:the )?(?:very )?(?P<part>{either(words.parts)})(?:-| (?:the )?)")
        ordinals = rf"(?P<ordinal>{either(words.ordinals)})"
        count = rf"(?:(?P<several>{either(words.some)}) |{words.count} )?"
        self._slices = _compiled(rf"(?:the )?{ordinals}[ -]{count}{words.unit} of (?:the )?")
        ways = either(word for word, way in words.directions.items() if way in {Direction.AFTER, Direction.BEFORE})
        some = rf"(?:(?:{either(words.some)}|{either(words.about)}) ){{0,3}}(?:{either(words.grains)})s"
        length = rf"(?:{words.amount}|the (?P<one>{either(words.grains)})|{some}|{either(words.soon)})"
        self._offsets = _compiled(rf"{length} (?:{ways}) ")
        self._spans = _compiled(rf"within {words.amount} of ")

    def read(self, text: str) -> Beside:
        """Everything in a sentence that may change a time after it."""
        return Beside(
            {m.end(): (m.start(), self._words.directions[m["direction"].lower()]) for m in self._directions.finditer(text)},
            {m.end(): PartFound(m.start(), self._words.parts[m["part"].lower()]) for m in self._parts.finditer(text)}
            | {m.end(): self._slice(m) for m in self._slices.finditer(text) if _counts(m)},
            {m.end(): Offset(m.start(), self._length(m)) for m in self._offsets.finditer(text)},
            {m.end(): Offset(m.start(), self._words.stretch(m)) for m in self._spans.finditer(text)},
        )

    def _slice(self, match: re.Match[str]) -> PartFound:
        index = self._words.ordinals[match["ordinal"].lower()]
        count = self._words.number(match["count"]) if match["count"] else 1
        length = self._words.length(match["unit"].lower(), count)
        return PartFound(match.start(), index=index - 1 if index > 0 else index, stretch=length)

    def _length(self, match: re.Match[str]) -> Stretch | None:
        if match["one"]:
            return self._words.length(match["one"].lower(), 1)
        return self._words.stretch(match) if match["unit"] else None


def _counts(match: re.Match[str]) -> bool:
    """Whether it is known how many units are meant: "the first week of", but not "the first weeks of"."""
    plural = match.string[match.end("unit") : match.end("unit") + 1].lower() == "s"
    return not match["several"] and bool(match["count"] or not plural)


def directed(ends: Ends, direction: Direction | None) -> Ends:
    """What a preposition makes of a date or unit."""
    first, last = ends
    day = Stretch(0, 1, Grain.DAY)
    match direction:
        case Direction.SINCE | Direction.FROM:
            return Ends(first, None)
        case Direction.UNTIL | Direction.BY:
            return Ends(None, last)
        case Direction.BEFORE:
            return Ends(None, first and shift(first, day.times(-1)))
        case Direction.AFTER:
            return Ends(last and shift(last, day), None)
        case _:
            return ends


def directed_event(ends: Ends, direction: Direction) -> Ends:
    """What a preposition makes of an event: what came before and after it shares its day."""
    first, last = ends
    match direction:
        case Direction.SINCE:
            lasting = first and last and (last - first).days > _SHORT
            return Ends(last if lasting else first, None)
        case Direction.AFTER:
            return Ends(last or first, None)
        case Direction.BEFORE | Direction.UNTIL:
            return Ends(None, first)
        case _:
            return ends


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{pattern})", re.IGNORECASE)
