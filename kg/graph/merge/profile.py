"""Actor -> all that counts when it is compared with another: its names in their forms, country, roles, gender, terms."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from kg.graph.merge.spelling import Spelling, Words, plain
from kg.model import Actor, ActorKind
from kg.ontology import local_name

__all__ = ["BodyName", "Link", "PersonName", "Profile", "Term", "is_of_document", "profile"]

_ACRONYM_LETTERS = range(2, 9)
_LEAST = 2


@dataclass(frozen=True, slots=True, order=True)
class Link:
    """A reason to take two actors for one, and how far it goes, between 0 and 1."""

    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name: its words without titles, what they sound like, each and all in one, and what tells father from son."""

    plain: str
    words: Words
    sounds: Words
    joined: str
    nicked: str
    generation: str

    @property
    def is_full(self) -> bool:
        """Whether it is more than a surname."""
        return len(self.words) >= _LEAST


@dataclass(frozen=True, slots=True)
class BodyName:
    """The name of a body, a state, a group.

    Attributes:
        plain: The name without case, accents and punctuation.
        content: Its words, each in one way to write it, without small ones.
        sound: What these sound like, in one.
        turns: Whether a small word lets its words stand in another order.
        acronym: The name itself, where it is an acronym.
        initials: The acronyms that it may have.
        shorts: Its definite short forms, as `content`.
        nation: The state whose adjective it begins with.
        rest: The `content` after that adjective.
        generic: Whether many bodies have its words.
    """

    plain: str
    content: Words
    sound: str
    turns: bool
    acronym: str
    initials: frozenset[str]
    shorts: frozenset[Words]
    nation: str
    rest: Words
    generic: bool

    @property
    def is_full(self) -> bool:
        """Whether it is more than one word."""
        return " " in self.plain and not self.acronym


@dataclass(frozen=True, slots=True)
class Term:
    """That somebody had a role of a state or body from one day to another (ISO 8601; an empty end means still)."""

    role: str
    of: str
    start: str
    end: str = ""

    @property
    def is_day(self) -> bool:
        """Whether it is only known of one day, and may have begun before and ended later."""
        return self.start == self.end


@dataclass(frozen=True, slots=True)
class Profile:
    """What is known of an actor when it is merged: `persons` or `bodies` are its names, the one that it goes by first.

    `named` says that a document names it; of the others only the ontology knows.
    """

    actor: Actor
    persons: tuple[PersonName, ...] = ()
    bodies: tuple[BodyName, ...] = ()
    countries: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()
    gender: str = ""
    terms: tuple[Term, ...] = field(default=())
    named: bool = True

    @property
    def is_full(self) -> bool:
        """Whether the name that it goes by says by itself who is meant, as more than a surname or an acronym."""
        return any(name.is_full for name in self.persons) or any(name.is_full for name in self.bodies)

    @property
    def is_held(self) -> bool:
        """Whether it is somebody in a role that only one document has: its "police" is not that of another."""
        return is_of_document(self.actor) and self.actor.label[:1].islower()


def is_of_document(actor: Actor) -> bool:
    """Whether an actor is one of a single document, by a role or a surname alone."""
    return not actor.known and "." in local_name(actor.iri)


def profile(actor: Actor, spelling: Spelling, names: Iterable[str] = ()) -> Profile:
    """An actor by its names.

    Args:
        actor: The actor.
        spelling: How names vary.
        names: Further names of it.

    Returns:
        Its profile, with no more context than its country.

    >>> profile(Actor("a:b", "Dr Anna Berg", ActorKind.PERSON, known=False), Spelling(titles=frozenset({"dr"}))).persons[0].words
    ('anna', 'berg')
    """
    every = tuple(dict.fromkeys([actor.label, *filter(None, [spelling.bracket(actor.label), *names])]))
    countries = frozenset({actor.country} - {""})
    if actor.kind is ActorKind.PERSON:
        return Profile(actor, persons=tuple(_person(name, spelling) for name in every), countries=countries)
    return Profile(actor, bodies=tuple(_body(name, spelling) for name in every), countries=countries)


def _person(name: str, spelling: Spelling) -> PersonName:
    words = spelling.person(name)
    generation = words[-1] if len(words) > _LEAST and words[-1] in spelling.generations else ""
    words = words[:-1] if generation else words
    first = spelling.nicknames.get(words[0], words[0]) if words else ""
    joined = spelling.sound("".join(words))
    return PersonName(plain(name), words, spelling.sounds_of(words), joined, spelling.sound(first), generation)


def _body(name: str, spelling: Spelling) -> BodyName:
    words = spelling.body(name)
    content = spelling.content(words)
    nation, rest = spelling.nation(name)
    letters = name.replace(".", "")
    is_acronym = letters.isalpha() and letters.isupper() and len(letters) in _ACRONYM_LETTERS
    return BodyName(
        plain=plain(name),
        content=content,
        sound="".join(spelling.sounds_of(content)),
        turns=len(content) < len(words),
        acronym=letters if is_acronym else "",
        initials=spelling.initials(name),
        shorts=frozenset(_shorts(words, spelling)),
        nation=nation,
        rest=spelling.content(spelling.body(rest)) if rest else (),
        generic=spelling.is_generic(content),
    )


def _shorts(words: Words, spelling: Spelling) -> Iterable[Words]:
    """The definite short forms of a body's name: "Levada" of "Levada Center", "Baltic Institute" of "Baltic Institute for Fish"."""
    if len(words) == _LEAST and words[-1] in spelling.heads and not spelling.is_generic(words[:-1]):
        yield words[:-1]
    for at in range(_LEAST, len(words)):
        if words[at] in spelling.small and words[at - 1] in spelling.heads and not spelling.is_generic(words[:at]):
            yield spelling.content(words[:at])
