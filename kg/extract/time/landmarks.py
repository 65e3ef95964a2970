"""Sentence -> events and terms of office named in it, from which a text counts time."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum, auto

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from kg.extract.time.days import Ends
from kg.extract.time.phrases import PhraseIndex, lowered
from kg.extract.time.words import Edge, TimeWords, either
from kg.ontology import Event, NameForm, Ontology, Tenure, local_name

__all__ = ["Kind", "Landmark", "Landmarks"]

_YEAR = re.compile(r"\b(?:1[4-9]|20)\d\d\b")
# "The coup attempt in Turkey in 2016", "the referendum of 2016", "the invasion (2022)".
_YEAR_AFTER = re.compile(r"(?: in (?:the )?[A-Z][\w.-]+(?: [A-Z][\w-]+)?)?,? (?:(?:in|of) )?\(?((?:1[4-9]|20)\d\d)\b\)?")
_INSIDE = frozenset({"DET", "ADJ", "PROPN", "NUM", "PART", "ADV", "PRON", "PUNCT"})
_MODIFIERS = frozenset({"amod", "poss", "compound", "nmod", "advmod", "npadvmod"})
_ADJACENT = timedelta(days=7)
_ANY = "any"
# How far after the name of an event its year may stand.
_BESIDE = 60


class Kind(Enum):
    """What a landmark is: an event, a term of office that is named as one, or only the name of who was in office."""

    EVENT = auto()
    TERM = auto()
    PERSON = auto()


@dataclass(frozen=True, slots=True)
class Landmark:
    """Where an event or a term of office stands in a sentence, and when it was.

    Its noun phrase starts at `lead`; `end` is where the year beside it ends, and `name` where its name alone does.
    """

    lead: int
    start: int
    end: int
    name: int
    ends: Ends
    kind: Kind = Kind.EVENT


@dataclass(frozen=True, slots=True)
class _Term:
    """A term of office, or several that follow on each other."""

    role: str
    of: str
    first: date
    last: date | None


class Landmarks:
    """The events and the holders of offices of the ontology, indexed by their names."""

    def __init__(self, ontology: Ontology, words: TimeWords) -> None:
        """Index the names."""
        self._words = words
        self._events: dict[str, list[Event]] = {}
        for event in ontology.events.values():
            for name in event.names:
                self._events.setdefault(lowered(name), []).append(event)
        self._names = PhraseIndex(self._events)
        self._holders = _holders(ontology)
        self._people = PhraseIndex(self._holders)
        ordinals = either(word for word, number in words.ordinals.items() if number > 0)
        what = rf"(?P<office>{either(words.offices)})|(?P<arrival>{either(words.arrivals)})"
        self._after_name = re.compile(rf"(?:'s?)? (?:(?P<ordinal>{ordinals}) )?(?:{what})\b", re.IGNORECASE)

    def find(self, tokens: Tokens, lower: str, words: frozenset[str], day: date | None) -> Iterator[Landmark]:
        """The landmarks of a sentence.

        Args:
            tokens: The sentence.
            lower: Its text in lower case.
            words: Its words, see `bag`.
            day: The day of the text; of several terms of a person the last that had begun by then is meant.
        """
        for start, end, name in self._names.find(lower, words):
            lead, text = _lead(tokens, start), tokens.text
            found = self._event(name, text[lead:start], text[end : end + _BESIDE], day)
            if found is not None:
                yield Landmark(lead, start, end + found[1], end, found[0])
        for start, end, name in self._people.find(lower, words):
            text = tokens.text
            if text[start].isupper():
                yield from self._person((start, end, name), tokens, text, day)

    def _event(self, name: str, before: str, after: str, day: date | None) -> tuple[Ends, int] | None:
        """The event of this name in the year that stands beside it, and how far that year reaches beyond the name.

        What began only after the day of the text is not what it speaks of.
        """
        beside = _YEAR_AFTER.match(after)
        years = [int(year) for year in _YEAR.findall(before)] + ([int(beside[1])] if beside else [])
        events = [event for event in self._events[name] if all(_in_year(event, year) for year in years[:1])]
        if not years and day is not None:
            events = [event for event in events if event.start <= day.isoformat()]
        if len(events) != 1:
            return None
        (event,) = events
        reach = beside.end() if beside and _in_year(event, int(beside[1])) else 0
        return Ends(date.fromisoformat(event.start), date.fromisoformat(event.end) if event.end else None), reach

    def _person(self, found: tuple[int, int, str], tokens: Tokens, text: str, day: date | None) -> Iterator[Landmark]:
        start, end, name = found
        lead = _lead(tokens, start)
        match = self._after_name.match(text, end)
        if match is None:
            term = self._term(name, _ANY, None, day)
            if term and _governed(tokens, start, end):
                yield Landmark(lead, start, end, end, Ends(term.first, term.last), Kind.PERSON)
            return
        role = self._words.offices[match["office"].lower()] if match["office"] else _ANY
        ordinal = self._words.ordinals[match["ordinal"].lower()] if match["ordinal"] else None
        term = self._term(name, role, ordinal, day)
        if term is None:
            return
        ends: Ends | None = Ends(term.first, term.last)
        if match["arrival"]:
            ends = _edge(term, self._words.arrivals[match["arrival"].lower()])
        if ends is not None:
            yield Landmark(lead, start, match.end(), match.end(), ends, Kind.TERM if match["office"] else Kind.EVENT)

    def _term(self, name: str, role: str, ordinal: int | None, day: date | None) -> _Term | None:
        """The term that is meant: the one of this number, else the last that had begun by the day of the text."""
        tenures = [t for t in self._holders[name] if role in {_ANY, local_name(t.role)}]
        if len({(t.holder, t.of) for t in tenures}) > 1 and len({t.of for t in tenures}) > 1:
            return None
        terms = [_Term(t.role, t.of, *_days(t)) for t in tenures]
        if ordinal is not None:
            return terms[ordinal - 1] if 1 < len(terms) >= ordinal and len({(t.holder, t.role) for t in tenures}) == 1 else None
        terms = _joined(terms)
        begun = [term for term in terms if day is None or term.first <= day]
        if day is None and len(begun) > 1:
            return None
        return max(begun, key=lambda term: term.first, default=None)


def _holders(ontology: Ontology) -> Mapping[str, Collection[Tenure]]:
    """Tenures by full name and by surname of their holder, in lower case, the earliest first."""
    holders: dict[str, list[Tenure]] = {}
    for tenure in sorted(ontology.tenures, key=lambda tenure: (tenure.start, tenure.role, tenure.holder)):
        names = ontology.actors[tenure.holder].names if tenure.holder in ontology.actors else ()
        forms = {lowered(name.text) for name in names if name.form in {NameForm.LABEL, NameForm.SURNAME}}
        for name in sorted(forms):
            holders.setdefault(name, []).append(tenure)
    return holders


def _days(tenure: Tenure) -> tuple[date, date | None]:
    return date.fromisoformat(tenure.start), date.fromisoformat(tenure.end) if tenure.end else None


def _joined(terms: Iterable[_Term]) -> list[_Term]:
    """Terms in one office that follow on each other become one."""
    found: list[_Term] = []
    for term in terms:
        before = next(
            (t for t in found if (t.role, t.of) == (term.role, term.of) and t.last and term.first - t.last <= _ADJACENT), None
        )
        if before:
            found.remove(before)
        found.append(_Term(term.role, term.of, before.first if before else term.first, term.last))
    return found


def _edge(term: _Term, edge: Edge) -> Ends | None:
    day = term.first if edge is Edge.START else term.last
    return Ends(day, day) if day else None


def _in_year(event: Event, year: int) -> bool:
    return int(event.start[:4]) <= year <= int((event.end or event.start)[:4])


def _lead(tokens: Tokens, start: int) -> int:
    """Where the noun phrase around a name begins: "Russia's illegal annexation of Crimea"."""
    at = next((token for token in tokens if token.idx - tokens.start_char + len(token) > start), tokens[-1])
    while at.i > tokens.start and _belongs(at.nbor(-1)):
        at = at.nbor(-1)
    return min(at.idx - tokens.start_char, start)


def _belongs(token: Token) -> bool:
    return (token.pos_ in _INSIDE and token.text not in {",", ";", ":", "(", ")"}) or token.dep_ in _MODIFIERS


def _governed(tokens: Tokens, start: int, end: int) -> bool:
    """Whether words are the object of a preposition: "under Obama", but not "since the Trump administration imposed"."""
    inside = [token for token in tokens if start <= token.idx - tokens.start_char < end]
    return any(token.dep_ == "pobj" for token in inside)
