"""Sentence -> periods: what its time expressions mean on the calendar, counted from the document's date.

Vague ones ("in recent years") stay vague: both ends empty. Without a date of the document only absolute expressions are resolved.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from spacy.tokens import Token

from kg.extract.parse import Sentence
from kg.extract.time.around import Around, Beside, PartFound, directed, directed_event
from kg.extract.time.dates import DateRules
from kg.extract.time.days import VAGUE, Ends, Grain, hull
from kg.extract.time.landmarks import Kind, Landmark, Landmarks
from kg.extract.time.phrases import PhraseIndex, bag, lowered
from kg.extract.time.relative import RelativeRules
from kg.extract.time.rule import Found, Need, Now, Rule, Table
from kg.extract.time.sense import is_a_time
from kg.extract.time.tense import is_future, is_past
from kg.extract.time.words import Direction, TimeWords, either
from kg.model import Period, Span
from kg.ontology import Ontology

__all__ = ["TimeReader"]

_FLOATING, _FIXING = ("month", "season", "weekday", "monthday"), ("year", "step", "way", "week")
_EVENT_DIRECTIONS = frozenset({Direction.DURING, Direction.SINCE, Direction.UNTIL, Direction.BEFORE, Direction.AFTER})


@dataclass(frozen=True, slots=True)
class _Piece:
    """An expression without or with what stands before it: `lead` is where the whole starts, `start` where the date does."""

    lead: int
    start: int
    end: int
    match: re.Match[str]
    rule: Rule
    token: Token
    part: PartFound | None = None
    direction: Direction | None = None
    article: bool = False

    @property
    def floats(self) -> bool:
        """Whether it has no year, so that the direction of the verb decides."""
        named = self.match.groupdict()
        return any(named.get(name) for name in _FLOATING) and not any(named.get(name) for name in _FIXING)

    def find(self, now: Now) -> Found | None:
        """What it means, with its part, without its preposition."""
        found = self.rule.find(self.match, now)
        if found and self.part:
            return self.part.of(*found), Grain.OTHER
        return found


@dataclass(frozen=True, slots=True)
class _Text:
    """A sentence with what is needed to read its times."""

    sentence: Sentence
    text: str
    day: date | None
    beside: Beside

    def token(self, at: int) -> Token:
        """The token at a character of the sentence."""
        start = self.sentence.tokens.start_char
        return next(token for token in self.sentence.words if token.idx - start + len(token) > at)

    def period(self, start: int, end: int, ends: Ends) -> Period:
        """A period with its clean span."""
        offset = self.sentence.offset + self.sentence.tokens.start_char
        first, last = (day.isoformat() if day else "" for day in ends)
        return Period(first, last, self.text[start:end], Span(start + offset, end + offset))


class TimeReader:
    """Reads time expressions; built once from the words, events and terms of office of the ontology."""

    def __init__(self, ontology: Ontology) -> None:
        """Compile the expressions.

        Raises:
            OntologyError: A word list of times is malformed.
        """
        words = self._words = TimeWords.of(ontology)
        self._table = Table([*DateRules(words), *RelativeRules(words)])
        self._vague = PhraseIndex(words.vague)
        self._landmarks = Landmarks(ontology, words)
        self._around = Around(words)
        self._join = re.compile(rf"(?: ?[-\u2013—] ?| (?P<word>(?P<and>and)|{either(words.joins)}) )(?:the )?", re.IGNORECASE)
        self._onward = re.compile(rf" (?:{either(words.onward)})\b(?! \w+day\b)", re.IGNORECASE)
        self._chain = re.compile(r", (?:and |or )?| and | or ")

    def periods(self, sentence: Sentence, published: str) -> Iterator[Period]:
        """The periods that a sentence names, in the order of the text.

        Args:
            sentence: A parsed sentence.
            published: The date of its document, ISO 8601, or empty.

        Yields:
            Periods with clean spans, none of which overlap.
        """
        text = sentence.tokens.text
        lower = lowered(text)
        words = bag(lower)
        day = date.fromisoformat(published) if len(published) == 10 else None
        landmarks = list(self._landmarks.find(sentence.tokens, lower, words, day))
        matches = list(self._table.matches(text, words))
        vague = list(self._vague.find(lower, words))
        if not (landmarks or matches or vague):
            return
        context = _Text(sentence, text, day, self._around.read(text))
        found = list(self._events(context, landmarks))
        taken = [period.span for period in found]
        offset = context.period(0, 0, VAGUE).span.start
        taken += [Span(mark.start + offset, mark.name + offset) for mark in landmarks if mark.kind is not Kind.PERSON]
        for periods in (self._dates(context, matches), (context.period(start, end, VAGUE) for start, end, _ in vague)):
            kept = [period for period in periods if not any(period.span.overlaps(other) for other in taken)]
            taken += [period.span for period in kept]
            found += kept
        yield from sorted(found, key=lambda period: period.span)

    def _events(self, context: _Text, landmarks: Sequence[Landmark]) -> Iterator[Period]:
        """Events and terms of office after a preposition of time, or a length before one."""
        for mark in landmarks:
            for at in range(mark.start, mark.lead - 1, -1):
                part = context.beside.parts.get(at)
                begin = part.start if part else at
                if begin in context.beside.spans:
                    offset = context.beside.spans[begin]
                    yield context.period(offset.start, mark.end, offset.within(mark.ends))
                    break
                if begin in context.beside.directions:
                    yield from self._event(context, mark, begin, part)
                    break

    def _event(self, context: _Text, mark: Landmark, begin: int, part: PartFound | None) -> Iterator[Period]:
        start, direction = context.beside.directions[begin]
        ends = part.of_event(mark.ends) if part else mark.ends
        offset = context.beside.offsets.get(begin)
        if not self._is_temporal(context, mark, start, direction):
            return
        if offset:
            yield context.period(offset.start, mark.end, offset.from_(ends, direction))
        else:
            yield context.period(start, mark.end, directed_event(ends, direction))

    def _is_temporal(self, context: _Text, mark: Landmark, start: int, direction: Direction) -> bool:
        """Whether a preposition before an event or a person makes a time of it."""
        if mark.kind is Kind.TERM and _is_other(context.token(mark.end - 1), context.text[mark.end :], direction):
            return False
        if direction is Direction.UNDER or mark.kind is Kind.PERSON:
            return direction is Direction.UNDER and mark.kind is not Kind.EVENT
        if direction is Direction.IN:
            lasts = mark.kind is Kind.TERM or mark.ends.last not in {None, mark.ends.first}
            return lasts and context.token(start).head.pos_ in {"VERB", "AUX"}
        return direction in _EVENT_DIRECTIONS

    def _dates(self, context: _Text, matches: Sequence[tuple[re.Match[str], Rule]]) -> Iterator[Period]:
        pieces = [_piece(context, match, rule) for match, rule in sorted(matches, key=lambda pair: pair[0].start())]
        inside = {at for piece in pieces if piece.part for at in range(piece.part.start, piece.start)}
        pieces = [piece for piece in pieces if piece.start not in inside]
        reference, at = VAGUE, 0
        while at < len(pieces):
            pair = self._pair(context, pieces[at : at + 2], reference)
            single = None if pair else self._single(context, pieces[at], reference)
            at += 2 if pair else 1
            if pair or single:
                period, reference = pair or single or (None, reference)
                if period:
                    yield period
                if period and single and at < len(pieces):
                    pieces[at] = self._chained(context, pieces[at - 1], pieces[at])

    def _now(self, context: _Text, piece: _Piece, reference: Ends) -> Now:
        bound = piece.direction in {Direction.UNTIL, Direction.BY} and not is_past(piece.token)
        return Now(context.day, bound or is_future(piece.token, self._words), reference)

    def _single(self, context: _Text, piece: _Piece, reference: Ends) -> tuple[Period, Ends] | None:
        found = piece.find(self._now(context, piece, reference)) if _is_complete(piece) and _means_time(context, piece) else None
        if found is None:
            return None
        ends, direction, end = found[0], piece.direction, piece.end
        lead = piece.lead
        onward = self._onward.match(context.text, end) if direction in {Direction.FROM, Direction.SINCE} else None
        offset = context.beside.offsets.get(_before(piece))
        if ends == VAGUE:
            directed_ends = ends
        elif offset and direction in {Direction.AFTER, Direction.BEFORE}:
            directed_ends, lead = offset.from_(ends, direction), offset.start
        elif direction is Direction.FROM and not onward and not _is_fixed(piece, found[1]):
            directed_ends = ends
        elif _modifies(piece, context.text) and direction in {Direction.BEFORE, Direction.AFTER}:
            directed_ends, lead = ends, piece.part.start if piece.part else piece.start
        else:
            directed_ends, end = directed(ends, direction), onward.end() if onward else end
        if direction in {Direction.OF, Direction.TO, Direction.UNDER, Direction.BETWEEN}:
            lead = piece.part.start if piece.part else piece.start
        return context.period(lead, end, directed_ends), ends

    def _chained(self, context: _Text, before: _Piece, piece: _Piece) -> _Piece:
        """In 2014 and 2016: the preposition holds for both years."""
        if piece.direction or not self._chain.fullmatch(context.text, before.end, piece.lead):
            return piece
        return replace(piece, direction=Direction.IN) if piece.rule is before.rule else piece

    def _pair(self, context: _Text, pair: Sequence[_Piece], reference: Ends) -> tuple[Period, Ends] | None:
        """From 2010 to 2014, between May and July 2016: one time from the first day of the one to the last of the other."""
        if len(pair) < 2 or not self._is_joined(context, *pair):
            return None
        one, other = pair
        now = self._now(context, one, reference)
        first, last = _both(one, other, now)
        if first is None or last is None or first.first is None or last.last is None or first.first > last.last:
            return None
        ends = hull(first, last)
        return context.period(one.lead, other.end, ends), ends

    def _is_joined(self, context: _Text, one: _Piece, other: _Piece) -> bool:
        between = context.text[one.end : other.part.start if other.part else other.start]
        join = self._join.fullmatch(between)
        if join is None or not all(_means_time(context, piece) for piece in (one, other)):
            return False
        if join["and"]:
            return one.direction is Direction.BETWEEN
        if not join["word"]:
            return one.rule is other.rule or one.floats
        return one.direction is Direction.FROM or ((one.rule is other.rule or one.floats) and one.direction is not Direction.OF)


def _piece(context: _Text, match: re.Match[str], rule: Rule) -> _Piece:
    """A match with the part, the article and the preposition before it."""
    lead = start = match.start()
    part = context.beside.parts.get(start)
    lead = part.start if part else lead
    article = lead not in context.beside.directions and context.text[:lead].lower().endswith("the ")
    lead -= 4 * article
    direction = context.beside.directions.get(lead)
    token = context.token(start)
    return _Piece(
        direction[0] if direction else lead, start, match.end(), match, rule, token, part, direction and direction[1], article
    )


def _before(piece: _Piece) -> int:
    """Where the preposition ends."""
    return (piece.part.start if piece.part else piece.start) - 4 * piece.article


def _is_complete(piece: _Piece) -> bool:
    """Whether an expression has beside it what it needs."""
    if piece.rule.need is Need.PART:
        return piece.part is not None
    if piece.direction is Direction.TO and piece.match.group().isdigit():
        return False
    return piece.rule.need is Need.NOTHING or bool(piece.part or piece.direction)


def _means_time(context: _Text, piece: _Piece) -> bool:
    article = context.text[: piece.start].lower().endswith("the ")
    return is_a_time(piece.match, piece.token, article=article, of=piece.direction is Direction.OF)


def _both(one: _Piece, other: _Piece, now: Now) -> tuple[Ends | None, Ends | None]:
    """The two ends of a range; the one without a year stands nearest to the other."""
    if one.floats and not (other.floats and now.future):
        last = other.find(now)
        first = one.find(replace(now, day=last[0].first, future=False)) if last else None
    else:
        first = one.find(now)
        last = other.find(replace(now, day=first[0].first, future=True) if other.floats and first else now)
    return first and first[0], last and last[0]


def _modifies(piece: _Piece, text: str) -> bool:
    """Whether a time stands before the noun that it dates: "after last year's coup", "before the March 2016 election"."""
    if text[piece.end : piece.end + 2] == "'s":
        return True
    if piece.match.group().isdigit():
        return False
    head = piece.token.head
    return (
        piece.token.dep_ in {"compound", "nmod", "nummod", "amod", "poss"} and head.idx - piece.token.sent.start_char >= piece.end
    )


def _is_fixed(piece: _Piece, grain: Grain) -> bool:
    """Whether "from" before it says when something began: "from 2016", but not "up from last year", nor "from 3 to 5 May 2018"."""
    if grain is Grain.DAY:
        return True
    return (grain is not Grain.OTHER or piece.part is not None) and bool(piece.match.groupdict().get("year"))


def _is_other(noun: Token, after: str, direction: Direction) -> bool:
    """Whether an administration acts or has something: after Obama administration officials left, since Obama administration's."""
    if after.startswith("'s"):
        return True
    compound = noun.dep_ == "compound" and noun.head.i == noun.i + 1
    return noun.dep_ in {"nsubj", "nsubjpass"} or (compound and direction is not Direction.DURING)
