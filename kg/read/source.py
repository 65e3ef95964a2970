"""The values that flow inside the read room, from a file's bytes to a document."""

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from kg.model import Span
from kg.read.decode import printable

__all__ = ["Heading", "Origin", "Passage", "Source"]


@dataclass(frozen=True, slots=True)
class Origin:
    """What is known of where a document comes from; empty where it is not known."""

    title: str = ""
    publisher: str = ""
    author: str = ""
    published: str = ""
    url: str = ""

    def or_else(self, other: "Origin") -> "Origin":
        """This origin, with its gaps filled from `other`."""
        return replace(
            self,
            title=self.title or other.title,
            publisher=self.publisher or other.publisher,
            author=self.author or other.author,
            published=self.published or other.published,
            url=self.url or other.url,
        )

    def printable(self) -> "Origin":
        """This origin, each part on one line and without what RDF/XML cannot hold."""
        parts = (self.title, self.publisher, self.author, self.published, self.url)
        return Origin(*(" ".join(printable(part).split()) for part in parts))


@dataclass(frozen=True, slots=True)
class Heading:
    """A stretch of the source text that its markup calls a heading; level 1 is the headline."""

    span: Span
    level: int


@dataclass(frozen=True, slots=True)
class Source:
    """A source text, and what the file says besides.

    `stated` is what its markup states of its origin (it wins over what the text itself shows), `guessed` what the file's properties
    say (it loses against the text); `markup` names how lines are to be read: "plain", "markdown" or "blocks" (a blank line
    between paragraphs, no line is wrapped). `warnings` say, a line each, what could not be read as it was meant. `pages` are the
    places of the line ends at which a page ends.
    """

    text: str
    markup: str = "plain"
    headings: tuple[Heading, ...] = ()
    stated: Origin = Origin()
    guessed: Origin = Origin()
    warnings: tuple[str, ...] = ()
    pages: tuple[int, ...] = ()

    @property
    def paged(self) -> str:
        """The text with a form feed at the end of each page, as layout wants it."""
        pieces = [self.text[start:end] for start, end in pairwise((0, *(page + 1 for page in self.pages), len(self.text)))]
        return "\f".join([*(piece[:-1] for piece in pieces[:-1]), pieces[-1]])

    def printable(self) -> "Source":
        r"""The same source with a text and an origin that RDF can hold in each of its notations, its form feeds kept as `pages`.

        >>> Source("One page.\fThe next.").printable().pages
        (9,)
        """
        pages = tuple(match.start() for match in re.finditer("\f", self.text))
        stated, guessed = self.stated.printable(), self.guessed.printable()
        return replace(self, text=printable(self.text), stated=stated, guessed=guessed, pages=pages or self.pages)


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph or heading of the source text: the spans of its lines, without line ends, indentation and markup before them.

    `level` is 0 for text and 1 to 6 for headings; `item` says that it is an item of a list.
    """

    lines: tuple[Span, ...]
    level: int = 0
    item: bool = False
