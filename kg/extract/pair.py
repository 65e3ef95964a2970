"""Noun for a relationship -> the actors that it is between: "talks between A and B", "A's ties with B", "bilateral ties"."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extract.dependency import is_verbal
from kg.extract.reading import Reading
from kg.model import Argument

__all__ = ["has_other", "pair_of"]

Sides = tuple[tuple[Argument, ...], tuple[Argument, ...]]

_WITH = ("prep:with", "prep:to", "prep:toward", "prep:towards")
_OTHER = ("prep:of", "prep:to", "prep:with", "prep:against", "poss")


def pair_of(reading: Reading, noun: Token) -> Sides:
    """The two or more actors that a relationship is between.

    Args:
        reading: The sentence.
        noun: A noun such as "relations", "talks", "tension".

    Returns:
        One side and the other; without another side those of the first stand to each other. Nothing where there are not two.
    """
    for way in (_between, _modifiers, _one_and_other, _with_subject, _dyad, _coordinated):
        one, other = way(reading, noun)
        if len({argument.entity.iri for argument in (*one, *other)}) > 1:
            return _each_once(one), _each_once(other)
    return (), ()


def has_other(reading: Reading, word: Token) -> bool:
    """Whether a phrase names a third party, so that two are not each other's ("both rivals of Iran", "they mend ties with Iran").

    Args:
        reading: The sentence.
        word: The noun, adjective or verb that is said of the two.

    Returns:
        Whether somebody else stands beside it, or after "with" beside its object.
    """
    structure = reading.structure
    others = [noun for role in _OTHER for noun in structure.role(word, role)]
    others += [noun for thing in structure.role(word, "obj") for noun in structure.role(thing, "prep:with")]
    return any(not reading.is_reciprocal(noun) for noun in others)


def _each_once(arguments: tuple[Argument, ...]) -> tuple[Argument, ...]:
    return tuple({argument.entity.iri: argument for argument in reversed(arguments)}.values())[::-1]


def _actors(reading: Reading, noun: Token, *roles: str) -> tuple[Argument, ...]:
    tokens = [token for role in roles for token in reading.structure.role(noun, role)]
    return tuple(a for token in tokens for a in reading.actors(token, adjective=True) if not reading.prefix(token))


def _between(reading: Reading, noun: Token) -> Sides:
    governed = (verb for verb, role in reading.structure.governors(noun) if role in {"subj", "obj"} and is_verbal(verb))
    for token in (noun, *governed):
        if found := _actors(reading, token, "prep:between", "prep:among"):
            return found, ()
    return (), ()


def _modifiers(reading: Reading, noun: Token) -> Sides:
    return _actors(reading, noun, "mod"), ()


def _one_and_other(reading: Reading, noun: Token) -> Sides:
    one = _actors(reading, noun, "poss") or _actors(reading, noun, "mod") or _actors(reading, noun, "prep:of")
    return (one, _actors(reading, noun, *_WITH)) if one else ((), ())


def _with_subject(reading: Reading, noun: Token) -> Sides:
    """Whose relations with B, when only B is named: those of the subject of the clause ("A improves relations with B")."""
    other = _actors(reading, noun, "prep:with") or _verb_phrase(reading, noun, "prep:with")
    if not other:
        return (), ()
    verbs = (verb for verb, role in reading.structure.governors(noun) if role == "obj" and is_verbal(verb))
    for verb in verbs:
        subjects = [a for token in reading.structure.role(verb, "subj") for a in reading.actors(token)]
        if subjects:
            return tuple(subjects), other
    return (), ()


def _verb_phrase(reading: Reading, noun: Token, role: str) -> tuple[Argument, ...]:
    verbs = (verb for verb, place in reading.structure.governors(noun) if place in {"obj", "subj"} and is_verbal(verb))
    return tuple(a for verb in verbs for a in _actors(reading, verb, role))


def _dyad(reading: Reading, noun: Token) -> Sides:
    """With an adjective such as "bilateral" it is between the two actors that the text is about."""
    for child in noun.children:
        if child.lemma_.lower() in reading.lexicon.dyad_adjectives:
            span = reading.sentence.span(child, noun)
            return tuple(Argument(actor, span, "dyad in focus") for actor in reading.dyad), ()
    return (), ()


def _coordinated(reading: Reading, noun: Token) -> Sides:
    """A bare one in a coordinated clause is between the subjects of the first ("A and B compete, and conflicts escalate")."""
    if any(child.dep_ in {"prep", "poss", "compound", "nmod"} for child in noun.children):
        return (), ()
    for verb, role in reading.structure.governors(noun):
        if role == "subj" and verb.dep_ == "conj" and is_verbal(verb.head):
            return tuple(_subjects(reading, verb.head)), ()
    return (), ()


def _subjects(reading: Reading, verb: Token) -> Iterator[Argument]:
    for token in reading.structure.surface_subject(verb):
        for argument in reading.actors(token):
            yield Argument(argument.entity, argument.span, "subjects of the coordinated clause")
