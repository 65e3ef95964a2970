"""The values that the ontology is read into: what the program knows of actors, issues, relation types, roles and words."""

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from kg.errors import OntologyError
from kg.model import Actor, ActorKind, Factuality, Issue, Relation
from kg.ontology.namespaces import term
from kg.ontology.source import Source

__all__ = [
    "ActorEntry",
    "Cue",
    "Event",
    "Frame",
    "IssueEntry",
    "LikelihoodTerm",
    "Membership",
    "Name",
    "NameForm",
    "Ontology",
    "RelationEntry",
    "Role",
    "RoleKind",
    "Tenure",
]


class NameForm(StrEnum):
    """How a name stands for an actor; each value but LABEL is the local name of a property."""

    LABEL = "label"
    ABBREVIATION = "abbreviation"
    ADJECTIVE = "adjective"
    PREFIX = "prefix"
    INHABITANT = "inhabitant"
    CAPITAL = "capital"
    SEAT = "seat"
    SURNAME = "surname"


class RoleKind(StrEnum):
    """What a role says of who has it; each value is the local name of a class."""

    OFFICE = "Office"
    OCCUPATION = "Occupation"
    GROUP = "GroupRole"
    GOVERNMENT = "GovernmentRole"


@dataclass(frozen=True, slots=True)
class Name:
    """One name of an actor."""

    text: str
    form: NameForm


@dataclass(frozen=True, slots=True)
class ActorEntry:
    """An actor with all its names.

    `gender` is "female", "male", or empty where it is not known; `epithets` are common nouns that news uses for it ("the
    kingdom").
    """

    actor: Actor
    names: tuple[Name, ...]
    same_as: tuple[str, ...] = ()
    gender: str = ""
    epithets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tenure:
    """Who held which office, of what, from when to when (ISO 8601; an empty end means still)."""

    holder: str
    role: str
    of: str
    start: str
    end: str = ""


@dataclass(frozen=True, slots=True)
class Membership:
    """Who belonged to which organisation from when to when (ISO 8601 days, months or years; an empty end means still)."""

    of: str
    members: tuple[str, ...]
    start: str
    end: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """What happened when (ISO 8601; an empty end means one day, or that it has no end yet); texts count time from it."""

    iri: str
    label: str
    names: tuple[str, ...]
    start: str
    end: str = ""


@dataclass(frozen=True, slots=True)
class IssueEntry:
    """An issue with the phrases that show that it is meant, the IRI of its broader issue and those of its places."""

    issue: Issue
    phrases: tuple[str, ...]
    broader: str = ""
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Frame:
    """An example phrase that teaches a relation type, the one with this IRI."""

    text: str
    relation: str


@dataclass(frozen=True, slots=True)
class RelationEntry:
    """A relation type with its frames, the issue that it always concerns, and what its object may be.

    `reaches` says that what is done to a thing of somebody, or to a thing that lies with them, is done to them; `placed`, that what
    is done in a town that stands for a state ("closes its embassy in Tehran") is done to that state, as always where it reaches.
    `subjects` and `objects` are the kinds of actors that it holds between; without any, all.
    """

    relation: Relation
    frames: tuple[Frame, ...]
    issue: str = ""
    takes_actor: bool = True
    takes_issue: bool = False
    broader: str = ""
    reaches: bool = False
    placed: bool = False
    subjects: frozenset[ActorKind] = frozenset()
    objects: frozenset[ActorKind] = frozenset()

    def joins(self, subject: Actor | Issue, object_: Actor | Issue) -> bool:
        """Whether it may hold between two actors, or an actor and an issue, by what kinds of actors they are.

        What states do, a territory of the ontology may do, too.
        """
        ends = ((subject, self.subjects), (object_, self.objects))
        return all(not kinds or (isinstance(end, Actor) and _is_of(end, kinds)) for end, kinds in ends)


def _is_of(actor: Actor, kinds: frozenset[ActorKind]) -> bool:
    return actor.kind in kinds or (actor.is_polity and ActorKind.STATE in kinds)


@dataclass(frozen=True, slots=True)
class Role:
    """A role with its names; `actor_kind` is what a group in this role is.

    `destinations` are the prepositions after which it names where its holder is sent: "envoy to", "correspondent in".
    """

    iri: str
    label: str
    names: tuple[str, ...]
    kind: RoleKind
    actor_kind: ActorKind = ActorKind.POPULATION
    destinations: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that attribute, negate or hedge.

    `words` maps a word class (verb, infinitive, noun, pronoun, adjective, ...) to lemmas. `factuality` is what
    they make of the relation in their scope, `negates` that they negate it, `reports` that they introduce what somebody says.
    """

    iri: str
    words: dict[str, frozenset[str]]
    factuality: Factuality | None = None
    negates: bool = False
    reports: bool = False


@dataclass(frozen=True, slots=True)
class LikelihoodTerm:
    """A term of estimative probability: its band, the words that express it, and the IRI of what its negation means."""

    iri: str
    label: str
    low: float
    high: float
    words: tuple[str, ...]
    negation: str = ""


@dataclass(frozen=True, slots=True)
class Ontology:
    """All that is known, by IRI, in sorted order.

    `digest` is a hash of the files that it was read from; what is made or changed in memory has none.
    """

    actors: dict[str, ActorEntry]
    issues: dict[str, IssueEntry]
    relations: dict[str, RelationEntry]
    roles: dict[str, Role]
    tenures: tuple[Tenure, ...]
    cues: tuple[Cue, ...]
    likelihoods: dict[str, LikelihoodTerm]
    digest: str
    folders: tuple[Path, ...] = ()
    word_lists: dict[str, tuple[str, ...]] = field(default_factory=dict)
    events: dict[str, Event] = field(default_factory=dict)
    memberships: tuple[Membership, ...] = ()

    def where(self, iri: str, text: str = "") -> str:
        """File and line of an entry, or of a literal of it, for errors."""
        return Source(tuple(path for folder in self.folders for path in sorted(folder.rglob("*.ttl")))).where(iri, text)

    def word_set(self, name: str) -> frozenset[str]:
        """The words of the list with this local name; none where there is no such list."""
        return frozenset(self.words(name))

    def words(self, name: str) -> tuple[str, ...]:
        """The words of the list with this local name, sorted; none where there is no such list."""
        return self.word_lists.get(name, ())

    def pairs(self, name: str) -> dict[str, str]:
        """A list of pairs: the last word of each entry is the value of the words before it.

        Raises:
            OntologyError: An entry is a single word.
        """
        found = {}
        for entry in self.words(name):
            word, _, value = entry.rpartition(" ")
            if not word:
                raise OntologyError(f'{self.where(term(f"words:{name}"), entry)}: "{entry}" stands alone, a pair was expected')
            found[word] = value
        return found

    def numbers(self, name: str) -> dict[str, int]:
        """A list of pairs whose values are whole numbers.

        Raises:
            OntologyError: An entry is a single word, or does not end in a number.
        """
        pairs = self.pairs(name)
        for word, number in pairs.items():
            if not number.removeprefix("-").isdecimal():
                where = self.where(term(f"words:{name}"), f"{word} {number}")
                raise OntologyError(f'{where}: "{word} {number}" does not end in a number, a whole number was expected')
        return {word: int(number) for word, number in pairs.items()}
