"""The values that flow inside the read room, from a file's bytes to a document."""

from dataclasses import dataclass, replace

from kg.model import Span

__all__ = ["Heading", "Origin", "Passage", "Source"]


@dataclass(frozen=True, slots=True)
class Origin:
    """What is known of where a document comes from; empty where it is not known."""

    title: str = ""
    publisher: str = ""
    author: str = ""
    published: str = ""

    def or_else(self, other: "Origin") -> "Origin":
        """This origin, with its gaps filled from `other`."""
        return replace(
            self,
            title=self.title or other.title,
            publisher=self.publisher or other.publisher,
            author=self.author or other.author,
            published=self.published or other.published,
        )


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
    between paragraphs, no line is wrapped). `warnings` say, a line each, what could not be read as it was meant.
    """

    text: str
    markup: str = "plain"
    headings: tuple[Heading, ...] = ()
    stated: Origin = Origin()
    guessed: Origin = Origin()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph or heading of the source text: the spans of its lines, without line ends, indentation and markup before them.

    `level` is 0 for text and 1 to 6 for headings; `item` says that it is an item of a list.
    """

    lines: tuple[Span, ...]
    level: int = 0
    item: bool = False
