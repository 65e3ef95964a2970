"""Token -> the forms under which a frame may name it: its lemma, with its particle, with what a hyphen joins to it."""

from collections.abc import Sequence

from spacy.tokens import Token

from kg.extract.dependency import is_verbal
from kg.extract.reading import Reading

__all__ = ["particles", "word_forms"]


def word_forms(reading: Reading) -> dict[int, frozenset[str]]:
    """What each word of a sentence may be in a frame."""
    return {token.i: frozenset(_forms(token, reading)) for token in reading.sentence.words}


def particles(verb: Token) -> list[Token]:
    """The words after a verb that go with it: "lashed out", "hit back", "walked out of"."""
    return [child for child in verb.rights if child.dep_ == "prt" or _is_joined(child)]


def _is_joined(child: Token) -> bool:
    """Whether what the parser takes for an adverb or a preposition stands right behind its verb like a particle."""
    doubled = child.dep_ == "prep" and any(inner.dep_ == "prep" for inner in child.children)
    return (child.dep_ == "advmod" or doubled) and child.i == child.head.i + 1


def _forms(token: Token, reading: Reading) -> Sequence[str]:
    """A word with its particle ("lash_out"), with what a hyphen joins to it ("build-up"), by itself, and as a participle."""
    lemma = token.lemma_.lower()
    if (
        token.i >= reading.sentence.tokens.start + 2
        and token.nbor(-1).text == "-"
        and token.nbor(-2).i not in reading.mentions.actors
    ):
        first = token.nbor(-2).lower_
        return [f"{first}-{lemma}", first + lemma]
    with_particle = [f"{lemma}_{particle.lower_}" for particle in particles(token)] if is_verbal(token) else []
    participle = [token.lower_] if token.tag_ in {"VBN", "VBG"} and token.lower_ != lemma else []
    return [*with_particle, lemma, *participle]
