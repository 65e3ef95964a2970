"""Statements -> entries: checks every entry and says with file and line what is wrong with one."""

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import TypeVar

from kg.cache import kept
from kg.errors import OntologyError
from kg.model import Actor, ActorKind, Factuality, Issue, Relation, RelationGroup
from kg.ontology.entries import (
    ActorEntry,
    Cue,
    Event,
    Frame,
    IssueEntry,
    LikelihoodTerm,
    Membership,
    Name,
    NameForm,
    Ontology,
    RelationEntry,
    Role,
    RoleKind,
    Tenure,
)
from kg.ontology.namespaces import local_name, term
from kg.ontology.source import Entry, Source, Statements, files_of, read_folders, shipped

__all__ = ["digest", "folders", "load"]

T = TypeVar("T")

_ACTOR_CLASSES = {term(f"kg:{kind.value}"): kind for kind in ActorKind}
_ROLE_CLASSES = {term(f"kg:{kind.value}"): kind for kind in RoleKind}
_WORD_CLASSES = ("verb", "infinitive", "pronoun", "noun", "adjective", "adverb", "modal", "marker", "determiner", "phrase")
_FORMS = tuple(form for form in NameForm if form is not NameForm.LABEL)
_GENDERS = ("", "female", "male")


def folders(extra: Path | None = None) -> tuple[Path, ...]:
    """The folders to read: the shipped one, then the user's.

    Raises:
        OntologyError: `extra` is not a folder.
    """
    if extra is not None and not extra.is_dir():
        raise OntologyError(f"{extra}: no such folder, a folder with Turtle files was expected")
    return (shipped(),) if extra is None else (shipped(), extra)


def digest(extra: Path | None = None) -> str:
    """A hash of the ontology that `load` would read, found without reading it.

    Args:
        extra: A folder with Turtle files of the user's own.

    Returns:
        The `digest` of the ontology.

    Raises:
        OntologyError: There is no such folder, or it has no Turtle file.

    >>> digest() == load().digest
    True
    """
    return files_of(folders(extra)).digest()


def load(extra: Path | None = None) -> Ontology:
    """Read the shipped ontology, and a folder that adds to it or overrides it.

    Args:
        extra: A folder with Turtle files of the user's own.

    Returns:
        The checked entries.

    Raises:
        OntologyError: A folder or an entry is malformed; the message says file, line and what was expected.

    >>> load().relations["https://w3id.org/kg-affairs/relation/sanctions"].relation.sign
    -1
    """
    chosen = folders(extra)
    return kept("ontology", (files_of(chosen).digest(), *map(str, chosen)), lambda: _load(chosen))


def _load(chosen: tuple[Path, ...]) -> Ontology:
    statements, source = read_folders(chosen)
    of_class = _by_class(statements, source)
    issues = _read(of_class("kg:Issue"), _issue)
    ontology = Ontology(
        actors=_read((e for c in sorted(_ACTOR_CLASSES) for e in of_class(c)), _actor),
        issues=issues,
        relations=_read(of_class("kg:Relation"), _relation),
        roles=_read((e for c in sorted(_ROLE_CLASSES) for e in of_class(c)), _role),
        tenures=tuple(_tenure(entry) for entry in of_class("kg:Tenure")),
        cues=tuple(_cue(entry) for entry in of_class("kg:Cue")),
        likelihoods=_read(of_class("kg:Likelihood"), _likelihood),
        digest=source.digest(),
        folders=chosen,
        word_lists={local_name(iri): tuple(values["word"]) for iri, values in statements.items() if "word" in values},
        events=_read(of_class("kg:Event"), _event),
        memberships=tuple(_membership(entry) for entry in of_class("kg:Membership")),
    )
    _check_names(ontology, source)
    _check_links(ontology, source)
    _check_tenures(of_class("kg:Tenure"), ontology)
    _check_memberships(of_class("kg:Membership"), ontology)
    _check_events(ontology, source)
    return ontology


def _by_class(statements: Statements, source: Source) -> Callable[[str], Iterable[Entry]]:
    index: dict[str, list[Entry]] = {}
    for iri, values in statements.items():
        for kind in values.get("type", ()):
            index.setdefault(kind, []).append(Entry(iri, values, source))
    return lambda name: index.get(name if "/" in name else term(name), [])


def _read(entries: Iterable[Entry], convert: Callable[[Entry], T]) -> dict[str, T]:
    return {entry.iri: convert(entry) for entry in sorted(entries, key=lambda entry: entry.iri)}


def _actor(entry: Entry) -> ActorEntry:
    kinds = [_ACTOR_CLASSES[kind] for kind in entry.all("type") if kind in _ACTOR_CLASSES]
    label = entry.one("label")
    names = [Name(text, NameForm.LABEL) for text in (label, *entry.all("altLabel"))]
    names += [Name(text, form) for form in _FORMS for text in entry.all(form.value)]
    actor = Actor(entry.iri, label, kinds[0], known=True, country=(entry.all("country") or ("",))[0])
    return ActorEntry(
        actor,
        tuple(names),
        entry.all("exactMatch"),
        _gender(entry),
        entry.all("epithet"),
    )


def _gender(entry: Entry) -> str:
    gender = local_name(entry.one("gender", ""))
    if gender not in _GENDERS:
        raise entry.error(f"has gender {gender}, female or male was expected")
    return gender


def _issue(entry: Entry) -> IssueEntry:
    label = entry.one("prefLabel")
    entry.one("definition")
    phrases = (label, *entry.all("altLabel"), *entry.all("hiddenLabel"))
    return IssueEntry(Issue(entry.iri, label), phrases, entry.one("broader", ""), entry.all("place"))


def _relation(entry: Entry) -> RelationEntry:
    entry.one("definition")
    entry.one("sign")
    group = local_name(entry.one("group"))
    sign, issue_sign = entry.sign("sign") or 0, entry.sign("issueSign")
    if group not in set(RelationGroup):
        raise entry.error(f"has group {group}, one of {', '.join(RelationGroup)} was expected")
    symmetric, contrary = term("owl:SymmetricProperty") in entry.all("type"), tuple(sorted(entry.all("contrary")))
    label, plover = entry.one("prefLabel"), entry.one("plover", "")
    relation = Relation(entry.iri, label, RelationGroup(group), sign, plover, symmetric, contrary, issue_sign)
    ranges = {local_name(value) for value in entry.all("range")} or {"Actor"}
    frames = tuple(Frame(text, entry.iri) for text in entry.all("frame"))
    return RelationEntry(
        relation,
        frames,
        entry.one("issue", ""),
        takes_actor="Actor" in ranges,
        takes_issue="Issue" in ranges,
        broader=(entry.all("broader") or ("",))[0],
        reaches=entry.one("reaches", "false") == "true",
        placed=entry.one("placed", "false") == "true",
        subjects=_kinds(entry, "subjectKind"),
        objects=_kinds(entry, "objectKind"),
    )


def _kinds(entry: Entry, name: str) -> frozenset[ActorKind]:
    kinds = [local_name(kind) for kind in entry.all(name)]
    for kind in kinds:
        if kind not in set(ActorKind):
            raise entry.error(f"has {name} {kind}, one of {', '.join(ActorKind)} was expected")
    return frozenset(ActorKind(kind) for kind in kinds)


def _role(entry: Entry) -> Role:
    kind = next(_ROLE_CLASSES[name] for name in entry.all("type") if name in _ROLE_CLASSES)
    label = entry.one("label")
    entry.one("kind", "")
    actor_kind = next(iter(_kinds(entry, "kind")), ActorKind.POPULATION)
    return Role(entry.iri, label, (label, *entry.all("altLabel")), kind, actor_kind, frozenset(entry.all("destination")))


def _tenure(entry: Entry) -> Tenure:
    return Tenure(entry.one("holder"), entry.one("role"), entry.one("of"), *_ends(entry))


def _membership(entry: Entry) -> Membership:
    if not entry.all("member"):
        raise entry.error("has no member, at least one was expected")
    return Membership(entry.one("of"), entry.all("member"), *_ends(entry, vague=True))


def _event(entry: Entry) -> Event:
    label = entry.one("label")
    return Event(entry.iri, label, tuple(dict.fromkeys((label, *entry.all("altLabel")))), *_ends(entry))


def _ends(entry: Entry, *, vague: bool = False) -> tuple[str, str]:
    start, end = entry.one("start"), entry.one("end", "")
    for day in filter(None, (start, end)):
        if not (_is_day(day) or (vague and _is_month_or_year(day))):
            or_more = ", its month or year" if vague else ""
            raise entry.error(f"has the date {day}, a day such as 2014-03-18{or_more} was expected", day)
    if end and end < start[: len(end)]:  # a month or a year may end what began in it
        raise entry.error(f"ends on {end}, before it starts on {start}", end)
    return start, end


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _is_month_or_year(text: str) -> bool:
    return _is_day(f"{text}-01") or _is_day(f"{text}-01-01")


def _cue(entry: Entry) -> Cue:
    words = {name: frozenset(entry.all(name)) for name in _WORD_CLASSES if entry.all(name)}
    if not words:
        raise entry.error(f"has no words, at least one of {', '.join(_WORD_CLASSES)} was expected")
    effect = local_name(entry.one("effect", ""))
    if effect and effect not in {*Factuality, "negated"}:
        raise entry.error(f"has effect {effect}, negated or one of {', '.join(Factuality)} was expected")
    factuality = Factuality(effect) if effect in set(Factuality) else None
    return Cue(entry.iri, words, factuality, effect == "negated", term("kg:ReportingCue") in entry.all("type"))


def _likelihood(entry: Entry) -> LikelihoodTerm:
    label, low, high = entry.one("prefLabel"), _share(entry, "low"), _share(entry, "high")
    if low >= high:
        raise entry.error(f"has the band {low} to {high}, low below high was expected")
    words = (label, *entry.all("altLabel"), *entry.all("hiddenLabel"))
    return LikelihoodTerm(entry.iri, label, low, high, words, entry.one("negation", ""))


def _share(entry: Entry, name: str) -> float:
    value = entry.one(name)
    try:
        number = float(value)
    except ValueError:
        number = -1.0
    if not 0 <= number <= 1:
        raise entry.error(f"has {name} {value}, a number from 0 to 1 was expected", value)
    return number


def _check_names(ontology: Ontology, source: Source) -> None:
    """One name of one form is that of one actor; surnames alone are shared, and the text that is read tells which is meant."""
    owners: dict[tuple[NameForm, str], tuple[str, str]] = {}
    for iri, entry in ontology.actors.items():
        for name in entry.names:
            # Case tells abbreviations apart, but no other names: a headline may be all in capitals.
            text = name.text if name.form is NameForm.ABBREVIATION else name.text.casefold()
            owner = owners.setdefault((name.form, text), (iri, name.text))
            if owner[0] != iri and name.form is not NameForm.SURNAME:
                raise _contradiction(owner, (iri, name.text), name.form, source)


def _contradiction(one: tuple[str, str], other: tuple[str, str], form: NameForm, source: Source) -> OntologyError:
    """The error stands where the name was added: at the entry that was read last."""
    files = [f"{path}:" for path in source.files]
    places = [(source.where(*actor), *actor) for actor in (one, other)]
    places.sort(key=lambda place: max((number for number, file in enumerate(files) if place[0].startswith(file)), default=-1))
    (first, owner, _), (where, iri, text) = places
    return OntologyError(
        f'{where}: {local_name(iri)} has {form.value} "{text}", which is that of {local_name(owner)} ({first}), '
        "a name for one actor only was expected"
    )


def _check_links(ontology: Ontology, source: Source) -> None:
    issues, relations = set(ontology.issues), set(ontology.relations)
    links = [(e.issue.iri, e.broader, issues, "an issue") for e in ontology.issues.values()]
    links += [(e.relation.iri, e.broader, relations, "a relation type") for e in ontology.relations.values()]
    links += [(e.relation.iri, e.issue, issues, "an issue") for e in ontology.relations.values()]
    links += [
        (e.relation.iri, one, relations, "a relation type") for e in ontology.relations.values() for one in e.relation.contrary
    ]
    links += [(e.actor.iri, e.actor.country, set(ontology.actors), "an actor") for e in ontology.actors.values()]
    links += [(e.issue.iri, place, set(ontology.actors), "an actor") for e in ontology.issues.values() for place in e.places]
    links += [(e.iri, e.negation, set(ontology.likelihoods), "a likelihood") for e in ontology.likelihoods.values()]
    for iri, target, known, what in links:
        if target and target not in known:
            raise OntologyError(f"{source.where(iri)}: {local_name(iri)} points to {target}, {what} of the ontology was expected")
    for chain in (
        {e.issue.iri: e.broader for e in ontology.issues.values()},
        {e.relation.iri: e.broader for e in ontology.relations.values()},
    ):
        _check_cycles(chain, source)


def _check_tenures(entries: Iterable[Entry], ontology: Ontology) -> None:
    for entry in entries:
        for name, known, what in (
            ("holder", ontology.actors, "an actor"),
            ("of", ontology.actors, "an actor"),
            ("role", ontology.roles, "a role"),
        ):
            if entry.one(name) not in known:
                raise entry.error(f"has {name} {entry.one(name)}, {what} of the ontology was expected")


def _check_memberships(entries: Iterable[Entry], ontology: Ontology) -> None:
    for entry in entries:
        for name in ("of", "member"):
            for iri in entry.all(name):
                if iri not in ontology.actors:
                    raise entry.error(f"has {name} {iri}, an actor of the ontology was expected")


def _check_events(ontology: Ontology, source: Source) -> None:
    """A name may be that of several events only where the year beside it can tell which is meant."""
    owners: dict[tuple[str, str], str] = {}
    for iri, event in ontology.events.items():
        for name in event.names:
            owner = owners.setdefault((name.casefold(), event.start[:4]), iri)
            if owner != iri:
                raise OntologyError(
                    f'{source.where(iri, name)}: {local_name(iri)} has the name "{name}", which is that of {local_name(owner)} '
                    f"({source.where(owner, name)}) of the same year, a name for one event of a year was expected"
                )


def _check_cycles(broader: dict[str, str], source: Source) -> None:
    for iri, parent in broader.items():
        seen, at = {iri}, parent
        while at and at not in seen:
            seen.add(at)
            at = broader[at]
        if at:
            raise OntologyError(f"{source.where(iri)}: {local_name(iri)} is broader than itself, a hierarchy was expected")
