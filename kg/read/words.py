"""Entries of the ontology -> the words by which print is told from prose."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields

__all__ = ["PrintWords"]


@dataclass(frozen=True, slots=True)
class PrintWords:
    """The words that bylines, mastheads, footers and addresses show themselves by; each field is an entry of `ontology/print.ttl`.

    Without any, documents are read by their layout alone: `PrintWords()`.

    >>> PrintWords.of({"byline": ("By",)}).byline
    ('By',)
    """

    byline: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    published: tuple[str, ...] = ()
    publisher: tuple[str, ...] = ()
    navigation: tuple[str, ...] = ()
    footer: tuple[str, ...] = ()
    reply: tuple[str, ...] = ()
    offer: tuple[str, ...] = ()
    note: tuple[str, ...] = ()
    mark: tuple[str, ...] = ()
    noted: tuple[str, ...] = ()
    unjoined: tuple[str, ...] = ()
    alphabet: tuple[str, ...] = ()
    english: tuple[str, ...] = ()
    uncapitalised: tuple[str, ...] = ()
    domain: tuple[str, ...] = ()
    title_key: tuple[str, ...] = ()
    author_key: tuple[str, ...] = ()
    publisher_key: tuple[str, ...] = ()
    published_key: tuple[str, ...] = ()

    @classmethod
    def names(cls) -> tuple[str, ...]:
        """The local names of the entries that are asked for."""
        return tuple(field.name.replace("_", "-") for field in fields(cls))

    @classmethod
    def of(cls, entries: Mapping[str, tuple[str, ...]]) -> "PrintWords":
        """The words of the entries, by local name; an entry that is missing has no words."""
        return cls.looked_up(lambda name: entries.get(name, ()))

    @classmethod
    def looked_up(cls, lookup: Callable[[str], tuple[str, ...]]) -> "PrintWords":
        """The words that `lookup` returns for each of `names()`."""
        return cls(**{name.replace("-", "_"): lookup(name) for name in cls.names()})
