"""A reader of times with the shipped words, and events and terms of office of this world."""

from dataclasses import replace
from functools import cache

from kg.extract.parse import Sentence
from kg.extract.time import TimeReader
from kg.model import Actor, ActorKind
from kg.ontology import ActorEntry, Event, Name, NameForm, Ontology, Tenure, load, term
from tests.extract.parses import parse


def _person(name: str) -> ActorEntry:
    iri = term("actor:" + name.lower().replace(" ", "-"))
    names = (Name(name, NameForm.LABEL), Name(name.rsplit(maxsplit=1)[-1], NameForm.SURNAME))
    return ActorEntry(Actor(iri, name, ActorKind.PERSON), names)


def _event(label: str, start: str, end: str = "", *names: str) -> Event:
    return Event(term("event:" + label.lower().replace(" ", "-")), label, (label, *names), start, end)


def _tenure(holder: str, start: str, end: str = "", *, role: str = "president", of: str = "norway") -> Tenure:
    return Tenure(term(f"actor:{holder}"), term(f"role:{role}"), term(f"actor:{of}"), start, end)


_PEOPLE = tuple(map(_person, ("Zoe Falk", "Ben Okoro", "Ida Berg", "Ole Berg", "Ana Ruiz")))
_EVENTS = (
    _event("fall of Bodo", "2021-08-15"),
    _event("flood of Oslo", "2020-02-02", "", "Long Flood"),
    _event("flood of Chad", "2025-05-05", "2025-06-01", "Long Flood"),
    _event("Herring War", "2001-04-01", "2009-09-30"),
    _event("April 9 raid", "2029-04-09"),
)
_TENURES = (
    _tenure("zoe-falk", "2010-01-20", "2014-01-20"),
    _tenure("zoe-falk", "2018-01-20", "2022-01-20"),
    _tenure("ben-okoro", "2014-01-20", "2016-01-20", of="chad"),
    _tenure("ben-okoro", "2016-01-21", "2018-01-20", of="chad"),
    _tenure("ben-okoro", "2020-01-20", role="prime-minister", of="chad"),
    _tenure("ida-berg", "2010-01-20", of="chad"),
    _tenure("ole-berg", "2012-01-20", of="peru"),
    _tenure("ana-ruiz", "2040-01-20", of="peru"),
    _tenure("nobody", "2012-01-20"),
)


@cache
def world() -> Ontology:
    """The shipped ontology with this world's people, events and terms of office in place of its own."""
    return replace(
        load(),
        actors={entry.actor.iri: entry for entry in _PEOPLE},
        events={event.iri: event for event in _EVENTS},
        tenures=_TENURES,
    )


@cache
def reader() -> TimeReader:
    """The reader of that ontology."""
    return TimeReader(world())


def flat(text: str, offset: int = 0) -> Sentence:
    """A sentence without a parse."""
    first, *rest = text.split()
    return parse(" ".join([f"{first}/NN/ROOT", *(f"{word}/NN/dep>{first}" for word in rest)]), offset=offset)


def periods(sentence: Sentence, published: str = "2031-03-12") -> list[str]:
    """What a sentence names, each as `start..end`."""
    return [f"{period.start}..{period.end}" for period in reader().periods(sentence, published)]
