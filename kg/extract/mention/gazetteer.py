"""Ontology -> names ready to be found in a sentence: actors by their names, issues and roles by their phrases."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from kg.extract.mention.tenure import Tenures
from kg.extract.mention.words import NameWords
from kg.ontology import ActorEntry, IssueEntry, NameForm, Ontology, Role

__all__ = ["Gazetteer", "Hit", "Line", "NamedActor"]

T = TypeVar("T")
Split = Callable[[str], list[str]]
_Words = tuple[frozenset[str], ...]
# The forms of a token that a word of a phrase may have: in small letters, its lemma, as it is.
_Key = tuple[str, str, str]
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


@dataclass(frozen=True, slots=True)
class Line:
    """The words of a sentence, taken out of it once: its tokens, their forms, and the names that the tagger sees."""

    tokens: list[Token]
    keys: list[_Key]
    entities: tuple[Tokens, ...]
    text: str
    base: int

    @classmethod
    def of(cls, sentence: Tokens) -> "Line":
        """The words of a sentence."""
        tokens = list(sentence)
        keys = [(token.lower_, token.lemma_.lower(), token.text) for token in tokens]
        return cls(tokens, keys, tuple(sentence.ents), sentence.text, sentence.start_char)


class Gazetteer:
    """The names of the ontology, indexed once."""

    def __init__(self, ontology: Ontology, lemmatize: Callable[[str, str], str], split: Split | None = None) -> None:
        """Index the names.

        Args:
            ontology: What is known.
            lemmatize: Gives the lemma of a lower-case word of a class.
            split: Splits a phrase into words as sentences are split; by default at white space and marks.
        """
        self._names: dict[str, list[tuple[str, NamedActor]]] = {}
        self.surnames: dict[str, list[ActorEntry]] = {}
        for entry in ontology.actors.values():
            self._index_names(entry)
        for found in self._names.values():
            found.sort(key=lambda item: (-len(item[0]), item[0]))
        self.tenures = Tenures(ontology)
        self.words = NameWords.of(ontology)
        issues = ((phrase, entry) for entry in ontology.issues.values() for phrase in entry.phrases)
        roles = ((name, role) for role in ontology.roles.values() for name in role.names)
        self._issues = _PhraseIndex(issues, lemmatize, split or _split)
        self._roles = _PhraseIndex(roles, lemmatize, split or _split)

    def _index_names(self, entry: ActorEntry) -> None:
        for name in entry.names:
            if name.form is NameForm.SURNAME:
                self.surnames.setdefault(name.text, []).append(entry)
            elif words := _WORD.findall(name.text):
                self._names.setdefault(words[0].casefold(), []).append((name.text, NamedActor(entry, name.form)))

    def actors(self, line: Line) -> Iterator[Hit[NamedActor]]:
        """The longest names of actors in a sentence, from left to right, none inside another."""
        position = 0
        ends: dict[int, Token] = {}
        for token, (lower, _, _) in zip(line.tokens, line.keys, strict=True):
            found = self._names.get(lower) or (None if lower.isalnum() else self._names.get(_first_word(lower)))
            start = token.idx - line.base if found else -1
            if not found or start < position:
                continue
            ends = ends or {other.idx - line.base + len(other): other for other in line.tokens}
            for name, actor in found:
                last = ends.get(start + len(name))
                if last is not None and _same_name(name, line.text[start : start + len(name)], actor.form):
                    yield Hit(token, last, actor)
                    position = start + len(name)
                    break

    def issues(self, line: Line) -> list[Hit[IssueEntry]]:
        """The longest phrases of issues in a sentence, none inside another."""
        return [Hit(line.tokens[at], line.tokens[at + size - 1], found[0]) for at, size, found in self._issues.find(line.keys)]

    def roles(self, line: Line) -> list[Hit[tuple[Role, ...]]]:
        """The longest names of roles in a sentence with all the roles that have that name, none inside another."""
        return [Hit(line.tokens[at], line.tokens[at + size - 1], found) for at, size, found in self._roles.find(line.keys)]


def _first_word(text: str) -> str:
    """The first word of a token that joins several ("u.s.")."""
    match = _WORD.match(text)
    return match.group() if match else ""


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

    def __init__(self, phrases: Iterable[tuple[str, T]], lemmatize: Callable[[str, str], str], split: Split) -> None:
        """Index phrases by the forms of their first word, then by those of their second; that of a phrase of one word is empty."""
        self._index: dict[str, dict[str, list[tuple[_Words, T]]]] = {}
        memory: dict[str, frozenset[str]] = {}
        for phrase, what in phrases:
            first, *rest = (_forms(word, lemmatize, memory) for word in split(phrase))
            for one in sorted(first):
                inner = self._index.setdefault(one, {})
                for two in sorted(rest[0]) if rest else [""]:
                    inner.setdefault(two, []).append((tuple(rest[1:]), what))

    def find(self, keys: Sequence[_Key]) -> Iterator[tuple[int, int, tuple[T, ...]]]:
        """Where a phrase starts, how many words it has, and all that it names."""
        end = 0
        index = self._index
        for at, (lower, lemma, text) in enumerate(keys):
            if at >= end and (lower in index or lemma in index or text in index):
                size, found = self._longest(keys, at)
                end = at + size
                if found:
                    yield at, size, found

    def _longest(self, keys: Sequence[_Key], at: int) -> tuple[int, tuple[T, ...]]:
        after = keys[at + 1] if at + 1 < len(keys) else ()
        inner = [self._index[form] for form in sorted(set(keys[at])) if form in self._index]
        matching = [(1, what) for seconds in inner for _, what in seconds.get("", ())]
        for second in sorted(set(after)):
            for rest, what in (item for seconds in inner for item in seconds.get(second, ())):
                if _matches(rest, keys, at + 2):
                    matching.append((len(rest) + 2, what))
        length = max((size for size, _ in matching), default=1)
        return length, tuple(dict.fromkeys(what for size, what in matching if size == length))


def _matches(words: _Words, keys: Sequence[_Key], at: int) -> bool:
    if at + len(words) > len(keys):
        return False
    return all(not word.isdisjoint(key) for word, key in zip(words, keys[at : at + len(words)], strict=True))


def _split(phrase: str) -> list[str]:
    return re.findall(r"'s|\w+(?:\.\w+)*|[^\w\s]", phrase)


def _forms(word: str, lemmatize: Callable[[str, str], str], memory: dict[str, frozenset[str]]) -> frozenset[str]:
    if word.isupper() and len(word) > 1:
        return frozenset({word})
    if word not in memory:
        memory[word] = frozenset({word.lower(), lemmatize(word.lower(), "NOUN")})
    return memory[word]
