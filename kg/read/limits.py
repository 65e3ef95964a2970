"""How much a document may hold: more is no report or article, and would take hours or gigabytes to read."""

from kg.errors import ReadError

__all__ = ["CHARACTERS", "DRAWN", "MARKUP", "PARAGRAPHS", "TAGS", "within"]

CHARACTERS = 1_000_000
"""Of the source text."""
PARAGRAPHS = 10_000
"""With headings, and with cells of tables."""
TAGS = 100_000
"""Of an HTML page."""
MARKUP = 20_000_000
"""Bytes of text with its markup, when unpacked: a page, or a part of a Word document."""
DRAWN = 10_000_000
"""Bytes of what draws the pages of a PDF, when unpacked."""


def within(count: int, most: int, what: str) -> None:
    """Refuse what is too much.

    Args:
        count: How much there is.
        most: How much there may be.
        what: Of what, in the plural.

    Raises:
        ReadError: There is more.

    >>> within(3, 2, "pages")
    Traceback (most recent call last):
    kg.errors.ReadError: too large, 3 pages; expected at most 2, or several files
    """
    if count > most:
        raise ReadError(f"too large, {count:,} {what}; expected at most {most:,}, or several files")
