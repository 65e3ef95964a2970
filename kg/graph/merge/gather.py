"""A graph and the ontology -> the profiles of its actors: names, countries, roles, gender and terms, from all its documents."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from pyoxigraph import Literal, NamedNode, Quad, Store

from kg.graph.claims import actors
from kg.graph.merge.contrary import rank
from kg.graph.merge.profile import Profile, is_of_document, profile
from kg.graph.merge.profile import Term as OfficeTerm
from kg.graph.merge.spelling import Spelling
from kg.graph.node import GraphName
from kg.graph.notation import Term
from kg.graph.terms import named
from kg.model import Actor, ActorKind
from kg.ontology import NameForm, Ontology, term

__all__ = ["profiles"]

_NAMES = frozenset({NameForm.LABEL, NameForm.ABBREVIATION})
_LONGEST_ROLE = 40  # characters of a role's name before its last word
_ALIAS = r"[A-Z\u00C0-\u00DE][\w.&'-]*(?: [A-Z\u00C0-\u00DE][\w.&'-]*){0,4}"


def profiles(store: Store, ontology: Ontology) -> list[Profile]:
    """What documents and ontology say of each actor of a graph.

    Args:
        store: Documents and their claims.
        ontology: What is known.

    Returns:
        One profile for each actor, sorted by IRI; also of actors of the ontology that a graph has in another spelling alone.

    Raises:
        GraphError: An actor lacks a part.
    """
    spelling = Spelling.of(ontology)
    found = [profile(actor, spelling) for actor in actors(store)]
    best = {one.actor.iri: one.actor for one in sorted(found, key=rank, reverse=True)}
    texts = {quad.graph_name: _value(quad.object) for quad in store.quads_for_pattern(None, named("kg:text"), None, None)}
    stated = _stated(store, texts, ontology)
    services = _services(store, texts, ontology)
    genders = _Genders.of(ontology)
    ended = []
    for iri, actor in sorted((_meant(found, best, spelling, ontology) | best).items()):
        names = (*_known_names(actor, ontology), *sorted(stated.get(iri, ())))
        one = replace(profile(actor, spelling, names), named=iri in best)
        ended.append(_served(one, services.get(iri, []), genders, ontology))
    return ended


def _meant(found: Iterable[Profile], there: Collection[str], spelling: Spelling, ontology: Ontology) -> dict[str, Actor]:
    """The actors that only the ontology has, by a name that sounds like one of the graph."""
    wanted = {name for one in found if not one.actor.known for name in _sounds(one)}
    if not wanted:
        return {}
    absent = (entry.actor for iri, entry in ontology.actors.items() if iri not in there and not entry.actor.is_polity)
    return {actor.iri: actor for actor in absent if wanted & _sounds(profile(actor, spelling, _known_names(actor, ontology)))}


def _sounds(one: Profile) -> set[str]:
    persons = {sound for name in one.persons if name.is_full for sound in ("".join(name.sounds), name.joined)}
    return persons | {name.sound for name in one.bodies if name.is_full}


@dataclass(frozen=True, slots=True)
class _Service:
    """That somebody has a role of a state or body, on a day or from one to another."""

    role: str
    of: str
    country: str
    start: str
    end: str


@dataclass(frozen=True, slots=True)
class _Genders:
    """The gender that first names tell, where they tell one."""

    names: Mapping[str, str]

    @classmethod
    def of(cls, ontology: Ontology) -> "_Genders":
        women, men = ontology.word_set("female-first-name"), ontology.word_set("male-first-name")
        return cls(dict.fromkeys(women - men, "female") | dict.fromkeys(men - women, "male"))

    def told(self, actor: Actor) -> str:
        first, _, rest = actor.label.partition(" ")
        return self.names.get(first, "") if rest else ""


def _value(node: Term) -> str:
    return node.value if isinstance(node, NamedNode | Literal) else ""


def _known_names(actor: Actor, ontology: Ontology) -> list[str]:
    entry = ontology.actors.get(actor.iri)
    return [name.text for name in entry.names if name.form in _NAMES] if entry and actor.known else []


def _served(one: Profile, services: Iterable[_Service], genders: _Genders, ontology: Ontology) -> Profile:
    """A profile with what the documents, or for a known actor the ontology, say of roles, countries, gender and terms."""
    actor = one.actor
    if actor.kind is not ActorKind.PERSON:
        return one
    if (entry := ontology.actors.get(actor.iri)) and actor.known:
        terms = tuple(OfficeTerm(t.role, t.of, t.start, t.end) for t in ontology.tenures if t.holder == actor.iri)
        return replace(one, roles=frozenset(t.role for t in terms), gender=entry.gender, terms=terms)
    held = list(services)
    return replace(
        one,
        countries=one.countries | {service.country for service in held if service.country},
        roles=frozenset(service.role for service in held if service.role),
        gender="" if is_of_document(actor) else genders.told(actor),
        terms=tuple(sorted({OfficeTerm(s.role, s.of, s.start, s.end) for s in held if s.start}, key=str)),
    )


def _services(store: Store, texts: Mapping[GraphName, str], ontology: Ontology) -> dict[str, list[_Service]]:
    """Who holds which office, works for whom and the like, by the IRI of the person."""
    roles = {name.casefold(): iri for iri, role in sorted(ontology.roles.items()) for name in role.names}
    found: dict[str, list[_Service]] = defaultdict(list)
    for name in ontology.words("office-relation"):
        for quad in store.quads_for_pattern(None, named("rdf:predicate"), NamedNode(term(f"rel:{name}")), None):
            claim = _Reader(store, quad)
            role = _role(texts.get(quad.graph_name, "")[: claim.number("kg:triggerEnd")], claim.number("kg:triggerStart"), roles)
            of = claim.value("rdf:object")
            entry = ontology.actors.get(of)
            country = (of if entry.actor.is_polity else entry.actor.country) if entry else ""
            start, end = claim.value("kg:timeStart"), claim.value("kg:timeEnd")
            day = "" if start or end else _published(store, quad.graph_name)
            found[claim.value("rdf:subject")].append(_Service(role, of, country, start or day, end or day))
    return found


def _role(before: str, start: int, roles: Mapping[str, str]) -> str:
    """The role that some text ends with, by the longest name of one: the trigger of "foreign minister" is its last word."""
    for first in range(max(0, start - _LONGEST_ROLE), start):
        if (first == 0 or not before[first - 1].isalnum()) and (iri := roles.get(before[first:].casefold())):
            return iri
    words = before[start:].casefold()
    return roles.get(words, words)


class _Reader:
    """The first value of each property of a claim."""

    def __init__(self, store: Store, claim: Quad) -> None:
        self._store, self._claim = store, claim

    def value(self, name: str) -> str:
        quads = self._store.quads_for_pattern(self._claim.subject, named(name), None, self._claim.graph_name)
        return min((_value(quad.object) for quad in quads), default="")

    def number(self, name: str) -> int:
        value = self.value(name)
        return int(value) if value.isdecimal() else 0


def _published(store: Store, graph: GraphName) -> str:
    return min((_value(q.object) for q in store.quads_for_pattern(None, named("dcterms:issued"), None, graph)), default="")


def _stated(store: Store, texts: Mapping[GraphName, str], ontology: Ontology) -> dict[str, set[str]]:
    """Names that documents give beside another: "the Harbour Fishers Union (HFU)", by the IRI of the actor."""
    cues = "|".join(re.escape(cue) for cue in sorted(ontology.words("alias-cue"), key=len, reverse=True))
    beside = re.compile(rf"(?: \((?:the |{cues or 'the'} )?|,? (?:{cues or 'the'}) (?:the )?)({_ALIAS})\b")
    labels: dict[GraphName, dict[str, str]] = defaultdict(dict)
    for quad in store.quads_for_pattern(None, named("kg:known"), None, None):
        for label in store.quads_for_pattern(quad.subject, named("rdfs:label"), None, quad.graph_name):
            labels[quad.graph_name][_value(label.object)] = _value(quad.subject)
    found: dict[str, set[str]] = defaultdict(set)
    for graph, names in labels.items():
        for iri, alias in _beside(texts.get(graph, ""), names, beside):
            found[iri].add(alias)
    return found


def _beside(words: str, names: Mapping[str, str], beside: re.Pattern[str]) -> Iterator[tuple[str, str]]:
    longest = max(map(len, names))
    for match in beside.finditer(words):
        before = words[max(0, match.start() - longest) : match.start()]
        iri = next((iri for name, iri in sorted(names.items()) if " " in name and before.endswith(name)), "")
        if iri:
            yield iri, match[1]
