"""Ontology -> names ready to be found in a sentence: actors by their names, issues and roles by their phrases."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from kg.ontology import ActorEntry, IssueEntry, NameForm, Ontology, Role

__all__ = ["Gazetteer", "Hit", "NamedActor"]

T = TypeVar("T")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class NamedActor:
    """An actor, and the form of the name that was found."""

    entry: ActorEntry
    form: NameForm


@dataclass(frozen=True, slots=True)
class Hit(Generic[T]):
    """What was found from one token to another (the last one included)."""

    first: Token
    last: Token
    what: T

    @property
    def indices(self) -> range:
        """The indices of the tokens."""
        return range(self.first.i, self.last.i + 1)


class Gazetteer:
    """The names of the ontology, indexed once."""

    def __init__(self, ontology: Ontology, lemmatize: Callable[[str, str], str]) -> None:
        """Index the names.

        Args:
            ontology: What is known.
            lemmatize: Gives the lemma of a lower-case word of a class.
        """
        self._names: dict[str, list[tuple[str, NamedActor]]] = {}
        self.surnames: dict[str, list[ActorEntry]] = {}
        for entry in ontology.actors.values():
            self._index_names(entry)
        for found in self._names.values():
            found.sort(key=lambda item: (-len(item[0]), item[0]))
        self._issues = _PhraseIndex(((phrase, entry) for entry in ontology.issues.values() for phrase in entry.phrases), lemmatize)
        self._roles = _PhraseIndex(((name, role) for role in ontology.roles.values() for name in role.names), lemmatize)

    def _index_names(self, entry: ActorEntry) -> None:
        for name in entry.names:
            if name.form is NameForm.SURNAME:
                self.surnames.setdefault(name.text, []).append(entry)
            elif words := _WORD.findall(name.text):
                self._names.setdefault(words[0].casefold(), []).append((name.text, NamedActor(entry, name.form)))

    def actors(self, sentence: Tokens) -> Iterator[Hit[NamedActor]]:
        """The longest names of actors in a sentence, from left to right, none inside another."""
        text, base = sentence.text, sentence.start_char
        ends = {token.idx - base + len(token): token for token in sentence}
        position = 0
        for token in sentence:
            start = token.idx - base
            if start < position or not (word := _WORD.match(token.text)):
                continue
            for name, actor in self._names.get(word.group().casefold(), ()):
                last = ends.get(start + len(name))
                if last is not None and _same_name(name, text[start : start + len(name)], actor.form):
                    yield Hit(token, last, actor)
                    position = start + len(name)
                    break

    def issues(self, sentence: Tokens) -> Iterator[Hit[IssueEntry]]:
        """The longest phrases of issues in a sentence, none inside another."""
        return self._issues.find(sentence)

    def roles(self, sentence: Tokens) -> Iterator[Hit[tuple[Role, ...]]]:
        """The longest names of roles in a sentence with all the roles that have that name, none inside another."""
        return self._roles.find_all(sentence)


def _same_name(name: str, text: str, form: NameForm) -> bool:
    """Whether a text is a name: what is a capital there must be one here; more capitals do no harm, except to an abbreviation."""
    if form is NameForm.ABBREVIATION:
        return name == text
    if name.casefold() != text.casefold():
        return False
    if text.isupper() and not name.isupper() and len(name) <= 3:
        return False
    skip = 4 if name.casefold().startswith("the ") else 0
    return all(b.isupper() or not a.isupper() for a, b in zip(name[skip:], text[skip:], strict=True))


class _PhraseIndex(Generic[T]):
    """Phrases, found by lemma; those in capitals only as they are."""

    def __init__(self, phrases: Iterable[tuple[str, T]], lemmatize: Callable[[str, str], str]) -> None:
        self._index: dict[str, list[tuple[tuple[frozenset[str], ...], T]]] = {}
        memory: dict[str, frozenset[str]] = {}
        for phrase, what in phrases:
            words = tuple(_forms(word, lemmatize, memory) for word in _split(phrase))
            for first in sorted(words[0]):
                self._index.setdefault(first, []).append((words, what))
        for found in self._index.values():
            found.sort(key=lambda item: -len(item[0]))

    def find(self, sentence: Tokens) -> Iterator[Hit[T]]:
        for hit in self.find_all(sentence):
            yield Hit(hit.first, hit.last, hit.what[0])

    def find_all(self, sentence: Tokens) -> Iterator[Hit[tuple[T, ...]]]:
        keys = [_keys(token) for token in sentence]
        at = 0
        while at < len(keys):
            length, found = self._longest(keys, at)
            if found:
                yield Hit(sentence[at], sentence[at + length - 1], found)
            at += length

    def _longest(self, keys: list[frozenset[str]], at: int) -> tuple[int, tuple[T, ...]]:
        candidates = [item for key in sorted(keys[at]) for item in self._index.get(key, ())]
        matching = [(len(words), what) for words, what in candidates if _matches(words, keys, at)]
        if not matching:
            return 1, ()
        length = max(size for size, _ in matching)
        found: list[T] = []
        for size, what in matching:
            if size == length and what not in found:
                found.append(what)
        return length, tuple(found)


def _matches(words: tuple[frozenset[str], ...], keys: list[frozenset[str]], at: int) -> bool:
    return at + len(words) <= len(keys) and all(word & key for word, key in zip(words, keys[at : at + len(words)], strict=True))


def _split(phrase: str) -> list[str]:
    return re.findall(r"'s|\w+(?:\.\w+)*|[^\w\s]", phrase)


def _forms(word: str, lemmatize: Callable[[str, str], str], memory: dict[str, frozenset[str]]) -> frozenset[str]:
    if word.isupper() and len(word) > 1:
        return frozenset({word})
    if word not in memory:
        memory[word] = frozenset({word.lower(), lemmatize(word.lower(), "NOUN")})
    return memory[word]


def _keys(token: Token) -> frozenset[str]:
    forms = {token.lower_, token.lemma_.lower()}
    return frozenset(forms | {token.text} if token.is_upper else forms)
