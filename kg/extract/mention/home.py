"""The names of a document -> the countries of bodies that the ontology does not know, which tell namesakes apart."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Token

from kg.extract.dependency import names_joined
from kg.extract.mention.mentions import Mentions
from kg.extract.mention.unknown import slug
from kg.extract.parse import Sentence
from kg.model import Actor, ActorKind
from kg.ontology import local_name, term

__all__ = ["homes"]

_BODIES = frozenset({ActorKind.ORGANIZATION, ActorKind.MEDIA_OUTLET, ActorKind.ARMED_GROUP})
_BEFORE = frozenset({"poss", "amod", "compound", "nmod"})


def homes(named: Iterable[tuple[Sentence, Mentions]], placed: frozenset[str]) -> dict[str, Actor]:
    """Tell the countries of bodies.

    A body is of a state whose genitive or adjective stands before its name, of the one where it is based, and of the one that an
    apposition tells: "Norway's Grain Board", "the Oslo-based Grain Board", "the Grain Board, a lender of Norway".

    Args:
        named: The mentions of each sentence of a document.
        placed: Participles that say where somebody is: "based".

    Returns:
        By its IRI, each body of exactly one country, with that, and with an IRI of its own.
    """
    found: dict[Actor, set[str]] = defaultdict(set)
    for sentence, mentions in named:
        for head, actor in _bodies(sentence, mentions):
            found[actor].update(_states(head, mentions, placed))
    return {actor.iri: _at_home(actor, min(states)) for actor, states in found.items() if len(states) == 1}


def _at_home(body: Actor, state: str) -> Actor:
    return replace(body, iri=term(f"actor:{slug(body.label)}-of-{local_name(state)}"), country=state)


def _bodies(sentence: Sentence, mentions: Mentions) -> Iterator[tuple[Token, Actor]]:
    """Bodies that the ontology does not know, each with the word of its name that the rest hangs on."""
    for token in sentence.words:
        mention = mentions.actors.get(token.i)
        body = mention.entity if mention else None
        whole = mentions.actors.get(token.head.i) is not mention or token.head == token
        if isinstance(body, Actor) and whole and _may_have_namesakes(body):
            yield token, body


def _may_have_namesakes(body: Actor) -> bool:
    """Whether it is a body by its name alone, which that of another country may have, too."""
    return body.kind in _BODIES and not (body.known or body.country) and "." not in local_name(body.iri)


def _states(head: Token, mentions: Mentions, placed: frozenset[str]) -> Iterator[str]:
    """The states that the words around a name say it is of."""
    for noun in (head, *(child for child in head.rights if child.dep_ == "appos")):
        for child in noun.children:
            if child.lower_ == "of" or child.lower_ in placed:
                yield from (state for below in _below(child) for state in _of(below, mentions))
            elif child.dep_ in _BEFORE and child.i < noun.i:
                yield from _of(child, mentions)


def _below(word: Token) -> Iterator[Token]:
    """Where "based" says that something is: "Oslo-based", "based in Norway"."""
    for child in word.children:
        yield from child.children if child.dep_ == "prep" else [child]


def _of(word: Token, mentions: Mentions) -> Iterator[str]:
    """The state that a word names alone: not one of the two of "Norway-Sweden Bank"."""
    mention = mentions.actors.get(word.i)
    state = mention.entity if mention else None
    if isinstance(state, Actor) and state.is_polity and len(list(names_joined(word))) == 1:
        yield state.iri
