"""A role that people have in several states -> those of each: "the leaders of both countries", "Kenyan and Somali officials"."""

from collections.abc import Iterator, Mapping

from spacy.tokens import Token

from kg.extract.argument import conjuncts
from kg.extract.dependency import ends_phrase
from kg.extract.mention.mentions import Mentions
from kg.extract.mention.role import somebody
from kg.extract.parse import Sentence
from kg.model import Actor, Argument
from kg.ontology import Ontology, RoleKind

__all__ = ["joint_roles"]

_REASON = "role in each of several states"
_PLURAL = frozenset({"NNS", "NNPS"})
_BEFORE = frozenset({"amod", "compound", "nmod", "poss"})
_SEVERAL = 2


def joint_roles(
    sentence: Sentence, mentions: Mentions, anaphors: Mapping[int, tuple[Argument, ...]], ontology: Ontology
) -> Iterator[tuple[int, tuple[Argument, ...]]]:
    """Those who have a role in several states, by the index of the noun.

    Args:
        sentence: The parsed sentence.
        mentions: What it names.
        anaphors: What words such as "both countries" stand for, by their index.
        ontology: What is known.

    Yields:
        For each such noun the group, or the holder of the office, of each state.
    """
    reciprocals = ontology.word_set("reflexive")  # what they do to each other's is crosswise
    pointed = {index: ends for index, ends in anaphors.items() if not ends_phrase(sentence.tokens.doc[index], reciprocals)}
    for index, hit in sorted(mentions.roles.items()):
        token = sentence.tokens.doc[index]
        if token.tag_ not in _PLURAL or hit.role.kind is RoleKind.GOVERNMENT:
            continue
        states = _states(token, mentions, pointed)
        if len(states) >= _SEVERAL:
            yield index, tuple(Argument(somebody(hit.role, state, ontology), sentence.span(token), _REASON) for state in states)


def _states(token: Token, mentions: Mentions, anaphors: Mapping[int, tuple[Argument, ...]]) -> tuple[Actor, ...]:
    """The states before a noun or after its "of", without doubles; none where something else stands among them."""
    nouns = [word for child in token.lefts if child.dep_ in _BEFORE for word in conjuncts(child)]
    for child in token.rights:
        if child.dep_ == "prep" and child.lower_ in {"of", "from"}:
            nouns += [word for noun in child.children if noun.dep_ == "pobj" for word in conjuncts(noun)]
    found: dict[Actor, None] = {}
    for noun in nouns:
        named = mentions.actors.get(noun.i)
        found.update(dict.fromkeys(one.entity for one in anaphors.get(noun.i, ()) if isinstance(one.entity, Actor)))
        if named is not None and isinstance(named.entity, Actor):
            found[named.entity] = None
    return tuple(found) if all(state.is_polity for state in found) else ()
