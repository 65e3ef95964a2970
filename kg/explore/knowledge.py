"""Ontology -> what is in it, counted, listed, and found by any of its words."""

import json
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum

from kg.errors import QueryError
from kg.explore.names import prefixed, printable
from kg.explore.results import table
from kg.ontology import (
    ActorEntry,
    Cue,
    Event,
    IssueEntry,
    LikelihoodTerm,
    NameForm,
    Ontology,
    RelationEntry,
    Role,
    local_name,
)

__all__ = [
    "Found",
    "Known",
    "KnownName",
    "Section",
    "counts",
    "counts_json",
    "counts_text",
    "find",
    "found_text",
    "known",
    "known_text",
    "summary",
    "to_json",
]

_SHOWN = 8  # names of an entry in a table
_FORMS = {NameForm.LABEL: "further name", NameForm.SEAT: "seat of government"}  # the others are called what they are


class Section(StrEnum):
    """The parts of the ontology that can be listed."""

    ACTORS = "actors"
    ISSUES = "issues"
    EVENTS = "events"
    RELATIONS = "relations"
    ROLES = "roles"
    CUES = "cues"
    LIKELIHOOD = "likelihood"


@dataclass(frozen=True, slots=True)
class KnownName:
    """Words that stand for an entry, and in which form: name, capital, adjective, phrase, frame, verb ..."""

    text: str
    form: str


@dataclass(frozen=True, slots=True)
class Known:
    """An entry of any section, as people look at it.

    `kind` is the class of an actor or a role, the group of a relation type, the label of what is broader than an issue, the
    dates of an event, the effect of a cue and the band of a likelihood.
    """

    label: str
    iri: str
    kind: str
    names: tuple[KnownName, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A name in which the wanted words stand, and the entry that it stands for."""

    text: str
    form: str
    label: str
    iri: str
    kind: str


def counts(ontology: Ontology) -> dict[Section, int]:
    """How many entries each section has."""
    return {section: len(_entries(ontology, section)) for section in Section}


def summary(ontology: Ontology) -> str:
    """The counts in one line, with that of the frames.

    >>> from kg.ontology import load
    >>> summary(load()).split(", ")[-1].split()[1]
    'frames'
    """
    frames = sum(len(entry.frames) for entry in ontology.relations.values())
    return ", ".join([*(f"{count} {section}" for section, count in counts(ontology).items()), f"{frames} frames"])


def known(ontology: Ontology, section: str) -> tuple[Known, ...]:
    """The entries of a section.

    Args:
        ontology: What is known.
        section: A value of `Section`.

    Returns:
        The entries in the order of their IRIs; the first name of each is the one that is shown, but a cue has none.

    Raises:
        QueryError: There is no such section.

    >>> from kg.ontology import load
    >>> [name.form for entry in known(load(), "actors") if entry.label == "France" for name in entry.names if name.text == "Paris"]
    ['capital']
    """
    if section not in set(Section):
        raise QueryError(f"{section}: no such kind of knowledge, one of {', '.join(Section)} was expected")
    return _entries(ontology, Section(section))


def find(ontology: Ontology, words: str) -> tuple[Found, ...]:
    """The names, labels, phrases and frames in which words stand, as whole words and in any case.

    Args:
        ontology: What is known.
        words: One word or several in a row.

    Returns:
        What consists of nothing but these words first, then in the order of the sections and their entries.

    >>> from kg.ontology import load
    >>> [(found.form, found.label) for found in find(load(), "élysée palace")]
    [('seat of government', 'France')]
    """
    wanted = _plain(words)
    if not wanted:
        return ()
    pattern = re.compile(rf"(?<!\w){re.escape(wanted)}(?!\w)")
    found = [
        Found(name.text, name.form, entry.label, entry.iri, entry.kind)
        for section in Section
        for entry in _entries(ontology, section)
        for name in entry.names
        if pattern.search(_plain(name.text))
    ]
    return tuple(sorted(found, key=lambda one: _plain(one.text) != wanted))


def counts_text(ontology: Ontology, *, width: int | None = None) -> str:
    """The counts as a table."""
    return _table(["kind", "how many"], ([section, str(count)] for section, count in counts(ontology).items()), width)


def counts_json(ontology: Ontology) -> str:
    """The counts as one JSON object."""
    return json.dumps(counts(ontology)) + "\n"


def known_text(entries: Iterable[Known], *, width: int | None = None) -> str:
    """Entries as a table: label, prefixed name, kind, and the first of the further names."""
    rows = ([one.label, prefixed(one.iri), one.kind, _shortened(_further(one))] for one in entries)
    return _table(["label", "name", "kind", "further names"], rows, width)


def found_text(found: Iterable[Found], *, width: int | None = None) -> str:
    """What was found as a table, one line an entry: the words, how many other names of it have them, and what they stand for."""
    names: dict[str, list[Found]] = {}
    for one in found:
        names.setdefault(one.iri, []).append(one)
    rows = (
        [one.text + (f" (+{len(others)})" if others else ""), one.form, one.label, one.kind, prefixed(one.iri)]
        for one, *others in names.values()
    )
    return _table(["words", "as", "stand for", "kind", "name"], rows, width)


def to_json(found: Iterable[Known] | Iterable[Found]) -> str:
    """Entries, or what was found, as a JSON array, with whole IRIs."""
    return json.dumps([asdict(one) for one in found], ensure_ascii=False, indent=1) + "\n"


def _table(columns: Sequence[str], rows: Iterable[Sequence[str]], width: int | None) -> str:
    return table(columns, ([printable(cell) for cell in row] for row in rows), width=width)


def _further(entry: Known) -> list[str]:
    return [name.text for name in entry.names if name.text != entry.label]


def _shortened(names: Sequence[str]) -> str:
    rest = f" (+{len(names) - _SHOWN})" if len(names) > _SHOWN else ""
    return "; ".join(names[:_SHOWN]) + rest


def _plain(text: str) -> str:
    """Words as they are compared; a frame joins a verb and its particle by `_`."""
    return " ".join(text.replace("_", " ").replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").casefold().split())


def _entries(ontology: Ontology, section: Section) -> tuple[Known, ...]:
    readers: dict[Section, Callable[[], Iterable[Known]]] = {
        Section.ACTORS: lambda: map(_actor, ontology.actors.values()),
        Section.ISSUES: lambda: (_issue(entry, ontology) for entry in ontology.issues.values()),
        Section.EVENTS: lambda: map(_event, ontology.events.values()),
        Section.RELATIONS: lambda: map(_relation, ontology.relations.values()),
        Section.ROLES: lambda: map(_role, ontology.roles.values()),
        Section.CUES: lambda: map(_cue, ontology.cues),
        Section.LIKELIHOOD: lambda: map(_likelihood, ontology.likelihoods.values()),
    }
    return tuple(readers[section]())


def _actor(entry: ActorEntry) -> Known:
    further = (KnownName(name.text, _FORMS.get(name.form, name.form.value)) for name in entry.names[1:])
    return Known(entry.actor.label, entry.actor.iri, entry.actor.kind.value, (_label(entry.actor.label), *further))


def _issue(entry: IssueEntry, ontology: Ontology) -> Known:
    broader = ontology.issues[entry.broader].issue.label if entry.broader else ""
    return Known(entry.issue.label, entry.issue.iri, broader, _labelled(entry.phrases, "phrase"))


def _event(event: Event) -> Known:
    kind = event.start if not event.end else f"{event.start} to {event.end}"
    return Known(event.label, event.iri, kind, _labelled(event.names, "further name"))


def _relation(entry: RelationEntry) -> Known:
    relation = entry.relation
    return Known(
        relation.label, relation.iri, relation.group.value, _labelled((relation.label, *(f.text for f in entry.frames)), "frame")
    )


def _role(role: Role) -> Known:
    return Known(role.label, role.iri, role.kind.value, _labelled(role.names, "further name"))


def _cue(cue: Cue) -> Known:
    effects = [cue.factuality.value] if cue.factuality else []
    effects += ["negated"] * cue.negates + ["reports"] * cue.reports
    names = (KnownName(word, form) for form, words in cue.words.items() for word in sorted(words))
    return Known(local_name(cue.iri), cue.iri, ", ".join(effects), tuple(names))


def _likelihood(term: LikelihoodTerm) -> Known:
    return Known(term.label, term.iri, f"{term.low} to {term.high}", _labelled(term.words, "further name"))


def _label(text: str) -> KnownName:
    return KnownName(text, "name")


def _labelled(names: Sequence[str], form: str) -> tuple[KnownName, ...]:
    """The first name is the label, the others are of one form."""
    return (_label(names[0]), *(KnownName(text, form) for text in names[1:]))
