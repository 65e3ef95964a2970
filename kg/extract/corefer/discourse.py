"""Sentence with mentions -> what it talks about, ready to be pointed back to: actors, and the things that stand in their way.

A word that points back means the first thing before it that it fits. So whatever a noun phrase names is kept, actor or not:
"the plan failed; it" is about the plan, and not about the state that was named before it.
"""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from kg.extract.argument import Structure, conjuncts
from kg.extract.dependency import is_verbal
from kg.extract.mention.mentions import Mentions
from kg.model import Actor, ActorKind, Mention
from kg.ontology import RoleKind

__all__ = ["Discourse", "Referent", "above", "actor_of"]

# How many sentences back a word may point.
_REACH = 4
_GROUPS = frozenset({ActorKind.POPULATION, ActorKind.ARMED_GROUP, ActorKind.COALITION})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_HEADS = _SUBJECTS | {"dobj", "iobj", "dative", "pobj", "attr", "poss", "appos", "conj", "agent", "ROOT", "oprd", "npadvmod"}
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_PERSONAL = frozenset({RoleKind.OFFICE, RoleKind.OCCUPATION})


@dataclass(frozen=True, slots=True)
class Referent:
    """What a noun phrase names: actors, or none where it is something else.

    `rank` is 0 for the subject of a sentence, 1 for another subject, 2 for an object, 3 for the rest, 4 for what only modifies.
    """

    token: Token
    actors: tuple[Actor, ...]
    rank: int
    plural: bool
    person: bool

    @property
    def group(self) -> bool:
        """Whether it is several, or a group, that "they" may stand for."""
        return self.plural or any(actor.kind in _GROUPS for actor in self.actors)

    @property
    def body(self) -> bool:
        """Whether "it" may stand for it."""
        several = self.plural and self.token.tag_ != "NN"  # "neither country" is one at a time
        return not (several or self.person) and all(actor.kind is not ActorKind.POPULATION for actor in self.actors)


def actor_of(entity: object) -> Actor:
    """The entity of a mention or argument that is an actor.

    Raises:
        TypeError: It is none.
    """
    if not isinstance(entity, Actor):
        raise TypeError(f"{entity}: an actor was expected")
    return entity


def _referent(token: Token, mentions: Mentions, pointed: tuple[Actor, ...] = ()) -> Referent | None:
    """What a noun names or points back to, by itself; nothing for what only modifies another, unless it names an actor."""
    mention = mentions.actors.get(token.i) or _beside(token, mentions)
    actors = pointed or ((actor_of(mention.entity),) if mention is not None else ())
    modifies = token.dep_ not in _HEADS
    if not actors and (modifies or token.pos_ not in _NOMINAL):
        return None
    role = mentions.roles.get(token.i)
    person = all(actor.kind is ActorKind.PERSON for actor in actors) if actors else role is not None and role.role.kind in _PERSONAL
    plural = len(actors) > 1 or (token.tag_ in {"NNS", "NNPS"} and not _is_single(actors))
    return Referent(token, actors, 4 if modifies else _rank(token), plural, person)


def _beside(token: Token, mentions: Mentions) -> Mention | None:
    """Who is named beside a role: "its leader, Anna Berg"."""
    beside = (mentions.actors.get(child.i) for child in token.rights if child.dep_ == "appos" and token.i in mentions.roles)
    return next((mention for mention in beside if mention is not None and actor_of(mention.entity).kind is ActorKind.PERSON), None)


def _is_single(actors: Iterable[Actor]) -> bool:
    """Whether a name in the plural is that of one state or body ("the United States"), though not of a party ("the Greens")."""
    return any(actor.kind not in _GROUPS | {ActorKind.ORGANIZATION} and actor.known for actor in actors)


def _together(first: Referent, mentions: Mentions) -> Referent | None:
    """All that is coordinated with a noun, as one: "Norway, Chad and Peru"."""
    parts = [part for part in conjuncts(first.token) if part != first.token]
    if first.token.dep_ == "conj" or not parts:
        return None
    found = [first, *(part for noun in parts if (part := _referent(noun, mentions)) is not None)]
    actors = tuple(dict.fromkeys(actor for part in found for actor in part.actors))
    whole = all(part.actors for part in found) and len(actors) > 1
    person = whole and all(part.person for part in found)
    return Referent(first.token, actors if whole else (), first.rank, plural=True, person=person)


def _rank(token: Token) -> int:
    while token.dep_ == "conj":
        token = token.head
    if token.dep_ in _SUBJECTS:
        return 0 if token.head.dep_ == "ROOT" else 1
    return 2 if token.dep_ in {"dobj", "iobj", "dative"} else 3


def above(token: Token) -> Iterator[Token]:
    """The verbs above a word, the nearest first."""
    return (ancestor for ancestor in token.ancestors if is_verbal(ancestor))


class Discourse:
    """What the text has named, sentence by sentence, as far back as words point."""

    def __init__(self) -> None:
        """Start with nothing."""
        self.current: list[Referent] = []
        self._past: deque[list[Referent]] = deque(maxlen=_REACH)

    def close(self) -> None:
        """The sentence is over."""
        if self.current:
            self._past.appendleft(self.current)
        self.current = []

    def note(self, token: Token, mentions: Mentions, pointed: tuple[Actor, ...] = ()) -> None:
        """Take note of what a word names or points back to."""
        if token.pos_ not in _NOMINAL and token.i not in mentions.actors:
            return
        found = _referent(token, mentions, pointed)
        if found is None or _is_inside_name(token, mentions):
            return
        joined = None if pointed else _together(found, mentions)
        self.current += [found] if joined is None else [joined, found]

    def before(self, token: Token, structure: Structure) -> Iterator[Referent]:
        """What was named before a word of the current sentence, the likeliest first.

        The subjects of the clauses above it come first, from the nearest outwards, then the rest of the sentence, then the
        sentences before, in each of them subjects before objects. What the word itself acts on, or is part of, is left out.
        """
        own = [r for r in self.current if r.token.i < token.i and not _is_bound(token, r.token)]
        subjects = {subject.i for verb in above(token) for subject in structure.surface_subject(verb)}
        yield from (r for verb in above(token) for r in own if r.token in structure.surface_subject(verb))
        yield from (r for r in own if r.token.i not in subjects)
        for sentence in self._past:
            yield from sorted(sentence, key=lambda r: (r.rank, r.token.i))

    def sentences(self) -> Iterator[list[Referent]]:
        """What each sentence named, the current one first."""
        yield self.current
        yield from self._past


def _is_inside_name(token: Token, mentions: Mentions) -> bool:
    """Whether the word is only part of a longer name, whose head stands for the whole."""
    mention = mentions.actors.get(token.i)
    return mention is not None and token.head != token and mentions.actors.get(token.head.i) is mention


def _is_bound(token: Token, other: Token) -> bool:
    """Whether two words cannot mean the same: one is an object beside the other, or part of what the other names."""
    if other in token.ancestors and other.pos_ != "PROPN":
        return True
    if token.dep_ == "poss":
        noun = token.head
        return noun.dep_ == "appos" and noun.head == other
    return _clause(token) == _clause(other) and other.dep_ in _SUBJECTS | {"dobj", "iobj", "dative"}


def _clause(token: Token) -> Token:
    return next(above(token), token)
