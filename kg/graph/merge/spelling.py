"""Names as documents write them -> the forms in which two names of one actor are equal."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TypeAlias

from kg.ontology import NameForm, Ontology

__all__ = ["Spelling", "Words", "plain"]

Words: TypeAlias = tuple[str, ...]

_JOINED = re.compile(r"(?<=\w)['’ʼ`ʿʾ](?=\w)|(?<=s)['’](?=\s|$)")  # noqa: RUF001 - these are what names have
_DOTTED = re.compile(r"\b(?:\w\.){2,}")
_BRACKETS = re.compile(r"\s*\(([^()]*)\)\s*$")
_GENITIVE = re.compile(r"^(\w[\w -]*?)['’]s?\s+(?=\w)")  # noqa: RUF001
_SOUNDED = 4  # shorter names differ by one letter: Li and Lee, Chen and Cheng


def plain(name: str) -> str:
    """A name without case, accents and punctuation, its words with one space between them.

    >>> plain("Café-Institut (Paris)")
    'cafe institut paris'
    """
    return " ".join(_folded(name, {}))


def _folded(name: str, letters: Mapping[str, str]) -> Words:
    joined = _DOTTED.sub(lambda found: found[0].replace(".", ""), _JOINED.sub("", name)).replace("&", " and ")
    decomposed = unicodedata.normalize("NFKD", joined.casefold())
    bare = "".join(letters.get(c, c) for c in decomposed if not unicodedata.combining(c))
    return tuple("".join(c if c.isalnum() else " " for c in bare).split())


@dataclass(frozen=True, eq=False)
class Spelling:
    """The rules by which names vary, as the ontology has them; the lists of `ontology/spelling.ttl` by the same names."""

    letters: Mapping[str, str] = field(default_factory=dict)
    sounds: tuple[tuple[str, str], ...] = ()
    starts: tuple[tuple[str, str], ...] = ()
    variants: Mapping[str, str] = field(default_factory=dict)
    nicknames: Mapping[str, str] = field(default_factory=dict)
    bodies: Mapping[Words, Words] = field(default_factory=dict)
    titles: frozenset[str] = frozenset()
    generations: frozenset[str] = frozenset()
    small: frozenset[str] = frozenset()
    legal: frozenset[str] = frozenset()
    heads: frozenset[str] = frozenset()
    generic: frozenset[str] = frozenset()
    countries: Mapping[Words, str] = field(default_factory=dict)
    longest: int = 1

    @classmethod
    def of(cls, ontology: Ontology) -> "Spelling":
        """The rules of an ontology; those that it does not have are empty."""
        letters = ontology.pairs("letter")
        adjectives = {
            _folded(name.text, letters): iri
            for iri, entry in ontology.actors.items()
            for name in entry.names
            if name.form in {NameForm.ADJECTIVE, NameForm.LABEL} and entry.actor.is_polity
        }
        bodies = {tuple(words.split()): tuple(value.split()) for words, value in ontology.pairs("body-variant").items()}
        spelling = cls(letters=letters, bodies=bodies)
        return cls(
            letters=letters,
            sounds=tuple(sorted(ontology.pairs("name-sound").items(), key=lambda pair: (-len(pair[0]), pair))),
            starts=tuple(sorted(ontology.pairs("name-sound-start").items())),
            variants=ontology.pairs("name-variant"),
            nicknames=ontology.pairs("nickname"),
            bodies=bodies,
            titles=frozenset(word.casefold() for word in ontology.words("honorific")),
            generations=ontology.word_set("generation"),
            small=ontology.word_set("small-word"),
            legal=ontology.word_set("legal-form"),
            heads=frozenset(word for name in ontology.words("body-head") for word in spelling.body(name)),
            generic=ontology.word_set("generic-name"),
            countries=adjectives,
            longest=max(map(len, adjectives), default=1),
        )

    def words(self, name: str) -> Words:
        """The words of a name, without case, accents and punctuation."""
        return _folded(name, self.letters)

    def person(self, name: str) -> Words:
        """The words of a person's name, without the titles before it."""
        words = self.words(name)
        first = next((i for i, word in enumerate(words[:-1]) if word not in self.titles), len(words) - 1)
        return words[max(first, 0) :]

    def body(self, name: str) -> Words:
        """The words of a body's name, each in one way to write it, without article and legal form."""
        words = self._standard(self.words(_BRACKETS.sub("", name)))
        words = words[1:] if len(words) > 1 and words[0] == "the" else words
        while len(words) > 1 and words[-1] in self.legal:
            words = words[:-1]
        return words

    def content(self, words: Words) -> Words:
        """The words of a body's name but for small ones."""
        return tuple(word for word in words if word not in self.small) or words

    def sound(self, word: str) -> str:
        """A word of a name in one of the ways in which it is written in English."""
        return _sounded(word, self)

    def sounds_of(self, words: Iterable[str]) -> Words:
        """Each word in one of the ways in which it is written."""
        return tuple(map(self.sound, words))

    def is_generic(self, words: Sequence[str]) -> bool:
        """Whether a body's name consists of words that many share."""
        return all(word in self.heads or word in self.generic or word in self.small or word.isdecimal() for word in words)

    def bracket(self, name: str) -> str:
        """What stands in brackets at the end of a name: "RTO" of "Rhine Trade Observatory (RTO)"."""
        match = _BRACKETS.search(name)
        return match[1] if match else ""

    def nation(self, name: str) -> tuple[str, str]:
        """The IRI of the state whose adjective or genitive a name begins with, and the rest; empty where there is none."""
        genitive = _GENITIVE.match(name)
        if genitive and (iri := self.countries.get(self.words(genitive[1]))):
            return iri, name[genitive.end() :]
        words = name.split()
        for count in range(min(self.longest, len(words) - 2), 0, -1):
            if iri := self.countries.get(self.words(" ".join(words[:count]))):
                return iri, " ".join(words[count:])
        return "", ""

    def initials(self, name: str) -> frozenset[str]:
        """The acronyms that a body's name may have: of its capitalised words, with and without the small ones between them."""
        words = [word for word in re.split(r"[^\w.]+", _BRACKETS.sub("", name)) if word]
        capital = "".join(_initial(word) for word in words if word[0].isupper())
        every = "".join(word[0] for word in words)
        return frozenset({capital, every.upper()} if len(words) > 1 else ())

    def _standard(self, words: Words) -> Words:
        found: list[str] = []
        at = 0
        while at < len(words):
            size = next((size for size in (2, 1) if words[at : at + size] in self.bodies), 1)
            found += self.bodies.get(words[at : at + size], words[at : at + 1])
            at += size
        return tuple(found)


def _initial(word: str) -> str:
    letters = word.replace(".", "")
    return letters if letters.isupper() and 1 < len(letters) < _SOUNDED else word[0]


@lru_cache(maxsize=65536)
def _sounded(word: str, spelling: Spelling) -> str:
    word = spelling.variants.get(word, word)
    if len(word) < _SOUNDED:
        return word
    for start, value in spelling.starts:
        word = value + word.removeprefix(start) if word.startswith(start) else word
    for letters, value in spelling.sounds:
        word = word.replace(letters, value)
    return re.sub(r"(.)\1+", r"\1", word)
