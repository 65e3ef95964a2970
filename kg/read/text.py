"""Paragraphs -> one source text, and where its headings are."""

import re
from collections.abc import Iterable

from kg.model import Span
from kg.read.limits import CHARACTERS, PARAGRAPHS, within
from kg.read.source import Heading

__all__ = ["joined"]

_BLANK_LINES = re.compile(r"\s*\n\s*\n\s*")


def joined(paragraphs: Iterable[tuple[str, int]]) -> tuple[str, tuple[Heading, ...]]:
    r"""Paragraphs joined by blank lines; one that has blank lines itself becomes several, empty ones are left out.

    Args:
        paragraphs: Each with the level of the heading that it is, 0 for text.

    Returns:
        The text, and its headings.

    Raises:
        ReadError: There are too many of them.

    >>> joined([("A talk", 1), ("It was short.", 0)])
    ('A talk\n\nIt was short.', (Heading(span=Span(start=0, end=6), level=1),))
    """
    parts: list[str] = []
    headings: list[Heading] = []
    length = 0
    for part, level in ((part, level) for paragraph, level in paragraphs for part in _BLANK_LINES.split(paragraph.strip()) if part):
        start = length + 2 if parts else 0
        length = start + len(part)
        parts.append(part)
        within(len(parts), PARAGRAPHS, "paragraphs")
        within(length, CHARACTERS, "characters")
        if level:
            headings.append(Heading(Span(start, length), level))
    return "\n\n".join(parts), tuple(headings)
