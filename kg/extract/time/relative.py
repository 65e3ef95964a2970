"""Words of time -> rules for what is counted from the day of a text: last year, three weeks ago, the past decade, on Friday."""

import re
from collections.abc import Iterator
from datetime import date

from kg.extract.time.days import VAGUE, Ends, Grain, Part, Stretch, one_day, part_of, shift, step, unit_around, weekday, year
from kg.extract.time.rule import YEAR, Found, Need, Now, Rule, compiled
from kg.extract.time.words import DAYS, TimeWords, either

__all__ = ["RelativeRules"]

_CALENDAR = "|".join(sorted({*Grain} - {Grain.OTHER, Grain.SEASON, Grain.HALF}, reverse=True))
_CENTURY = 1200
_LEAD = r"(?:for|in|over|during|within|throughout|after|across)"
_ITS = r"(?:the|these|those|its|their|his|her)"
_NO_EVENT = r"(?! of\b| (?:after|before|since|following|prior|into)\b)"


class RelativeRules:
    """The rules for lengths of time and for units around the day of the text, from the words of the ontology."""

    def __init__(self, words: TimeWords) -> None:
        """Keep the words."""
        self._words = words
        self._units = frozenset({*words.grains, *(f"{unit}s" for unit in words.grains), *_CALENDAR.split("|")})

    def __iter__(self) -> Iterator[Rule]:
        """The rules, the longest expressions first; a bare year last of all."""
        yield from self._counted()
        yield from self._uncounted()
        yield from self._around()
        yield Rule(compiled(rf"{YEAR}(?!-?\w|[\u2013/]\d|'s\b)"), self._year, need=Need.DIRECTION)

    def _counted(self) -> Iterator[Rule]:
        words, amount = self._words, self._words.amount
        moving = rf"(?P<step>{either(word for word, number in words.steps.items() if number)})"
        yield Rule(compiled(rf"(?<!\bof ){amount} (?P<way>{either(words.from_now)})"), self._from_now, self._units)
        yield Rule(compiled(rf"{amount} (?P<way>{either(words.from_then)})"), self._from_then, self._units)
        yield Rule(compiled(rf"{moving} {amount}{_NO_EVENT}"), self._rolling, self._units)
        yield Rule(compiled(rf"(?:(?<=\bthe )|(?<=\bthis )){moving} {words.unit}(?<!s){_NO_EVENT}"), self._rolling_one, self._units)
        yield Rule(compiled(rf"(?P<lead>in|within) {amount}(?P<time>'s?(?: time)?)?{_NO_EVENT}"), self._within, self._units)
        yield Rule(
            compiled(rf"{_LEAD} (?:{_ITS} )?{amount}(?! (?:after|before|since|following|prior|into)\b)"), _vague, self._units
        )

    def _uncounted(self) -> Iterator[Rule]:
        words = self._words
        units, some = rf"(?:{either(words.grains)})s", rf"(?:(?:{either(words.some)}) )"
        moving = rf"(?:(?:{either(word for word, number in words.steps.items() if number)}) )"
        ways, about = either([*words.from_now, *words.from_then]), rf"(?:(?:{either(words.about)}) )"
        yield Rule(compiled(rf"(?:{about}|{some})?{some}?{units} (?:{ways})"), _vague, self._units)
        yield Rule(compiled(rf"(?:{_LEAD} )?(?:{_ITS} )?{moving}{some}?{units}{_NO_EVENT}"), _vague, self._units)
        yield Rule(compiled(rf"{_LEAD} (?:{_ITS} )?{some}{moving}?{units}{_NO_EVENT}"), _vague, self._units)
        yield Rule(compiled(rf"(?:for|in|over|within) {about}?{units}(?! to come\b){_NO_EVENT}"), _vague, self._units)
        yield Rule(compiled(rf"(?:for|in|over) {_ITS} {units} (?:to come|ahead)"), _vague, self._units)

    def _around(self) -> Iterator[Rule]:
        words = self._words
        steps, parts = either(words.steps), rf"(?: (?:{either(words.day_parts)}))?"
        kinds = rf"(?:(?:{either(words.year_kinds)}) )?"
        ending = rf"(?: (?:of )?(?P<week>{steps}) week\b|{parts})"
        yield Rule(compiled(rf"(?:(?P<step>{steps}) )?(?P<weekday>{either(DAYS)}){ending}"), self._weekday, frozenset(DAYS))
        yield Rule(compiled(rf"(?P<step>{steps}) {kinds}(?P<unit>{_CALENDAR})"), self._step, self._units)
        last = frozenset(word.split()[-1] for word in words.days)
        yield Rule(compiled(rf"(?P<word>{either(words.days)}){parts}"), self._day_word, last)
        ends = frozenset(re.findall(r"\w+", " ".join(words.closes)))
        yield Rule(compiled(rf"(?P<close>{either(words.closes)})"), self._close, ends)
        yield Rule(compiled(r"(?P<unit>weekend)"), self._weekend, self._units, Need.DIRECTION)
        yield Rule(compiled(rf"(?<=\bthe )(?P<unit>{_CALENDAR})(?!-)"), self._this, self._units, Need.PART)
        yield Rule(compiled(r"(?<=\bthe )(?P<monthday>[0-3]?\d)(?:st|nd|rd|th)"), self._month_day, need=Need.DIRECTION)

    # What the patterns mean, in the order of the table.

    def _from_now(self, match: re.Match[str], now: Now) -> Found | None:
        return self._away(match, now.day, self._words.from_now[match["way"].lower()])

    def _from_then(self, match: re.Match[str], now: Now) -> Found | None:
        """Counted from what was named before; "earlier" alone counts from the day of the text, "later" from nowhere."""
        way = self._words.from_then[match["way"].lower()]
        day = now.then or (now.day if way < 0 else None)
        return self._away(match, day, way) if day or not now.day else (VAGUE, Grain.OTHER)

    def _away(self, match: re.Match[str], day: date | None, way: int) -> Found | None:
        stretch = self._words.stretch(match)
        return (unit_around(shift(day, stretch.times(way)), stretch.grain), stretch.grain) if day else None

    def _rolling(self, match: re.Match[str], now: Now) -> Found | None:
        return self._stretch(match["step"].lower(), self._words.stretch(match), now)

    def _rolling_one(self, match: re.Match[str], now: Now) -> Found | None:
        """As "the past year", which ends today; "the next day" follows on something, and "the last century" was a calendar one."""
        word, unit = match["step"].lower(), match["unit"].lower()
        one = self._words.length(unit, 1)
        if one.months >= _CENTURY or word in self._words.anaphoric or (one.days == 1 and self._words.steps[word] > 0):
            grain = Grain(unit) if unit in set(Grain) else one.grain
            return self._unit(word, grain, now, anaphoric=one.months < _CENTURY)
        return self._stretch(word, one, now) if one.months or one.days else None

    def _stretch(self, word: str, stretch: Stretch, now: Now) -> Found | None:
        way = self._words.steps[word]
        anaphoric = word in self._words.anaphoric
        day = now.then if anaphoric and now.then else now.day
        if day is None or (anaphoric and way > 0 and not now.then):
            return (VAGUE, Grain.OTHER) if now.day else None
        other = shift(day, stretch.times(way))
        return Ends(min(day, other), max(day, other)), Grain.OTHER

    def _within(self, match: re.Match[str], now: Now) -> Found | None:
        """Within two weeks starts today; in two weeks is then only where the verb is in the future, else it is how long it took."""
        if match["lead"].lower() == "within":
            return (Ends(now.day, shift(now.day, self._words.stretch(match))), Grain.OTHER) if now.day else None
        time = (match["time"] or "").endswith("time")
        return self._away(match, now.day, 1) if time or now.future else (VAGUE, Grain.OTHER)

    def _step(self, match: re.Match[str], now: Now) -> Found | None:
        word = match["step"].lower()
        return self._unit(word, Grain(match["unit"].lower()), now, anaphoric=word in self._words.anaphoric)

    def _unit(self, word: str, grain: Grain, now: Now, *, anaphoric: bool) -> Found | None:
        day = now.then if anaphoric else now.day
        if anaphoric and day is None and self._words.steps[word] < 0:
            day = now.day
        if day is None:
            return (VAGUE, Grain.OTHER) if now.day else None
        return step(day, grain, self._words.steps[word]), grain

    def _weekday(self, match: re.Match[str], now: Now) -> Found | None:
        """A weekday in news is the last one, today included; "last Friday" is not today, and "this Friday" that of the week."""
        if now.day is None or not match["weekday"][0].isupper():
            return None
        number = DAYS[match["weekday"].lower()]
        if match["week"]:
            return self._in_week(number, now.day, self._words.steps[match["week"].lower()])
        if not match["step"]:
            return weekday(number, now.day, future=now.future), Grain.DAY
        word = match["step"].lower()
        way = self._words.steps[word]
        if way == 0:
            return self._in_week(number, now.day, 0)
        return weekday(number, shift(now.day, Stretch(0, way, Grain.DAY)), future=way > 0), Grain.DAY

    def _in_week(self, number: int, day: date, weeks: int) -> Found | None:
        monday = step(day, Grain.WEEK, weeks).first or day
        found = shift(monday, Stretch(0, number, Grain.DAY))
        return Ends(found, found), Grain.DAY

    def _day_word(self, match: re.Match[str], now: Now) -> Found | None:
        return (step(now.day, Grain.DAY, self._words.days[match["word"].lower()]), Grain.DAY) if now.day else None

    def _close(self, match: re.Match[str], now: Now) -> Found | None:
        grain = self._words.closes[match["close"].lower()]
        return (part_of(unit_around(now.day, grain), grain, Part.END), Grain.MONTH) if now.day else None

    def _weekend(self, _: re.Match[str], now: Now) -> Found | None:
        """Over the weekend: the last one that has begun, or the next one."""
        if now.day is None:
            return None
        begun = now.future or now.day.weekday() >= 5
        return step(now.day, Grain.WEEKEND, 0 if begun else -1), Grain.WEEKEND

    def _this(self, match: re.Match[str], now: Now) -> Found | None:
        grain, day = Grain(match["unit"].lower()), now.day if now.future else now.then or now.day
        return (unit_around(day, grain), grain) if day else None

    def _month_day(self, match: re.Match[str], now: Now) -> Found | None:
        """On the 9th: the last ninth, or the next one; a month without that day is passed over."""
        if now.day is None:
            return None
        for months in (0, 1, 2) if now.future else (0, -1, -2):
            first = step(now.day, Grain.MONTH, months).first or now.day
            found = one_day(first.year, first.month, int(match["monthday"]))
            if found and found.first and (found.first >= now.day if now.future else found.first <= now.day):
                return found, Grain.DAY
        return None

    def _year(self, match: re.Match[str], _: Now) -> Found | None:
        return year(int(match["year"])), Grain.YEAR


def _vague(_: re.Match[str], __: Now) -> Found:
    return VAGUE, Grain.OTHER
