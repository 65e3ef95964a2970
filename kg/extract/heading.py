"""Heading in title case -> the same letters as in a sentence: "Norway Rejects Offer" reads "Norway rejects Offer".

Taggers take every word with a capital for a name. A word that phrases of the ontology are made of, and no name, is none.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from kg.ontology import Ontology

__all__ = ["Ordinary", "in_sentence_case"]

_WORD = re.compile(r"(?<![\w'])[A-Za-z]+(?:'[a-z]+)?")
_FRAME_WORD = re.compile(r"[a-z]+")
_CAPITAL = re.compile(r"[A-Z][a-z']+")
# Words of fewer letters stay small in title case; a heading of fewer words than this tells nothing of its case.
_LONG, _FEWEST = 4, 3
# The most words of a name that is looked for.
_LONGEST = 7

Lemmas = Callable[[str], Iterator[str]]


@dataclass(frozen=True, slots=True)
class Ordinary:
    """The words that phrases are made of, and the names of actors, which keep their capitals."""

    words: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()

    @classmethod
    def of(cls, ontology: Ontology) -> "Ordinary":
        """The words of an ontology's frames, cues and lists, and its names."""
        frames = (frame.text for entry in ontology.relations.values() for frame in entry.frames)
        cues = (word for cue in ontology.cues for words in cue.words.values() for word in sorted(words))
        chances = (word for entry in ontology.likelihoods.values() for word in entry.words)
        lists = (word for words in ontology.word_lists.values() for word in words if word.islower())
        ordinary = {word for text in (*frames, *cues, *chances, *lists) for word in _FRAME_WORD.findall(text)}
        actors = {name.text for entry in ontology.actors.values() for name in entry.names}
        return cls(frozenset(ordinary), frozenset(actors))

    def covers(self, word: str, lemmas: Lemmas) -> bool:
        """Whether a word with a capital is one of those that phrases are made of.

        Args:
            word: The word.
            lemmas: Gives the lemmas that a word in small letters may have.
        """
        small = word.lower().removesuffix("'s")
        return any(form in self.words for form in (small, *lemmas(small)))


def in_sentence_case(text: str, ordinary: Callable[[], Ordinary], lemmas: Lemmas) -> str:
    """A heading with small letters where only its title case asks for capitals; other text, and the first word, as they are.

    Args:
        text: The heading.
        ordinary: Says which words are no names.
        lemmas: Gives the lemmas that a word in small letters may have.

    Returns:
        As many characters as before.
    """
    words = list(_WORD.finditer(text))
    long = [word[0] for word in words if len(word[0]) >= _LONG]
    if len(long) < _FEWEST or not all(word[0].isupper() for word in long):
        return text
    known = ordinary()
    named = {at for start in range(len(words)) for at in _name(words, start, text, known.names)}
    free = (word for at, word in enumerate(words) if at and at not in named)
    small = [word for word in free if _CAPITAL.fullmatch(word[0]) and known.covers(word[0], lemmas)]
    letters = list(text)
    for word in small:
        letters[word.start()] = letters[word.start()].lower()
    return "".join(letters)


def _name(words: Sequence[re.Match[str]], start: int, text: str, names: frozenset[str]) -> range:
    """The numbers of the words of the longest name that begins with a word."""
    ends = range(min(len(words), start + _LONGEST), start, -1)
    return next((range(start, end) for end in ends if text[words[start].start() : words[end - 1].end()] in names), range(0))
