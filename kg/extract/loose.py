"""Reading -> the same reading with whom its other names may name: those that nothing shows to be names of actors.

A surname that the tagger takes for a product, a club, "Republicans": what stands in the place of an actor may be one. Only
candidates may have such ends, for a wrong guess must not get into a graph.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Token

from kg.extract.mention.mentions import Mentions, slug
from kg.extract.parse import Sentence
from kg.extract.reading import Reading
from kg.model import Actor, ActorKind, Mention
from kg.ontology import term

__all__ = ["GUESSED", "loosened"]

GUESSED = "a name of an unknown kind"
_FORM = "tagger"
_PROPER = frozenset({"NNP", "NNPS"})
_KINDS = {"PERSON": ActorKind.PERSON, "NORP": ActorKind.POPULATION}
# What the tagger takes for a time or a number is no actor by a guess; it takes surnames for places and works.
_NEVER = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "PERCENT", "MONEY", "QUANTITY", "LANGUAGE"})


def loosened(reading: Reading) -> Reading:
    """A reading in which names of an unknown kind are those of actors, too; the same one where there is no such name."""
    found = dict(_guesses(reading.sentence, reading.mentions, reading.anaphors.keys()))
    return replace(reading, mentions=replace(reading.mentions, actors=reading.mentions.actors | found)) if found else reading


def _guesses(sentence: Sentence, mentions: Mentions, pointed: Iterable[int]) -> Iterator[tuple[int, Mention]]:
    known = {*mentions.actors, *mentions.issues, *mentions.roles, *pointed}
    for words in _runs(sentence, known):
        if not any(word.ent_type_ in _NEVER for word in words):
            name = " ".join(word.text for word in words)
            kind = _KINDS.get(words[-1].ent_type_, ActorKind.ORGANIZATION)
            actor = Actor(term(f"actor:{slug(name)}"), name, kind, known=False)
            mention = Mention(sentence.span(words[0], words[-1]), actor, _FORM, GUESSED)
            yield from ((word.i, mention) for word in words)


def _runs(sentence: Sentence, known: set[int]) -> Iterator[list[Token]]:
    """Proper nouns side by side that nothing else explains."""
    run: list[Token] = []
    for word in sentence.words:
        free = word.tag_ in _PROPER and word.text[0].isupper() and word.i not in known
        if run and not (free and word.i == run[-1].i + 1):
            yield run
            run = []
        run += [word] if free else []
    if run:
        yield run
