"""Paths -> documents."""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict
from functools import partial

from kg.errors import ReadError
from kg.model import Document, Skipped
from kg.read.blocks import arrange
from kg.read.clean import clean
from kg.read.decode import printable
from kg.read.files import File, find, read
from kg.read.formats import parse
from kg.read.language import foreign
from kg.read.limits import CHARACTERS, PARAGRAPHS, within
from kg.read.metadata import origin
from kg.read.repair import damage
from kg.read.source import Source
from kg.read.words import PrintWords

__all__ = ["Guard", "document", "documents", "listed", "of_file", "readable"]


Guard = Callable[[str, Callable[[], Document]], Document | Skipped]
"""Reads the document of a path, or says why it is left out."""


def listed(file: str, work: Callable[[], Document]) -> Document | Skipped:
    """Read a document; one that cannot be read is left out."""
    try:
        return work()
    except ReadError as error:
        return Skipped(file, str(error))


def documents(
    paths: Iterable[str],
    *,
    words: PrintWords = PrintWords(),  # noqa: B008 - a frozen value
    guard: Guard = listed,
) -> Iterator[Document | Skipped]:
    """Read files and folders, one document in memory at a time.

    Args:
        paths: Files (txt, md, html, mhtml, eml, rss, docx, pdf), folders, and `-` for standard input.
        words: The words that bylines, mastheads and footers show themselves by; without them the layout alone decides.
        guard: Reads each of them.

    Returns:
        In order, each file as a document, or as skipped with the reason: empty, broken, not text, not English, the same text again.

    Raises:
        ReadError: At once, before anything is read: a path does not exist, or a folder has no documents.

    >>> list(documents(["missing.txt"]))
    Traceback (most recent call last):
    kg.errors.ReadError: missing.txt: no such file or folder
    """
    return _documents(find(paths), words, guard)


def document(source: Source, name: str, words: PrintWords = PrintWords()) -> Document:  # noqa: B008 - a frozen value
    """Clean and arrange one source text.

    Args:
        source: The source text, and what its file says besides.
        name: Where it was read from.
        words: As for `documents`.

    Returns:
        The document.

    Raises:
        ReadError: There is no text, more than a million characters or ten thousand paragraphs, or it is surely not English.

    >>> document(Source("The talks failed."), "note.txt").clean
    'The talks failed.'
    """
    within(len(source.text), CHARACTERS, "characters")
    source = source.printable()
    cleaned = clean(source, words)
    within(len(cleaned.parts), PARAGRAPHS, "paragraphs")
    if not any(character.isalnum() for character in cleaned.text):
        raise ReadError("no text")
    if language := foreign(cleaned.text, words.english):
        raise ReadError(f"not in English (language: {language})")
    layout = arrange(cleaned, words)
    known = origin(source, layout, words)
    return Document(
        id=hashlib.sha256(source.text.encode("utf-8")).hexdigest()[:16],
        source=name,
        text=source.text,
        clean=cleaned.text,
        alignment=cleaned.alignment,
        blocks=layout.blocks,
        **asdict(known),
        warnings=(*source.warnings, *damage(source.text)),
    )


def of_file(content: bytes, path: str, words: PrintWords = PrintWords(), name: str = "") -> Document:  # noqa: B008 - a frozen value
    """Read one file.

    Args:
        content: Its bytes.
        path: Its path, or `-`.
        words: As for `documents`.
        name: What a graph calls it, if not by its path.

    Returns:
        The document.

    Raises:
        ReadError: It is empty, broken, not text, or not English.

    >>> of_file(b"The talks failed.", "/reports/note.txt", name="note.txt").source
    'note.txt'
    """
    return document(parse(content, path, words), readable(name or path), words)


def _documents(files: list[File], words: PrintWords, guard: Guard) -> Iterator[Document | Skipped]:
    first: dict[str, File] = {}
    for file in files:
        found = guard(file.path, partial(_read, file, words))
        earlier = file if isinstance(found, Skipped) else first.setdefault(found.id, file)
        yield found if earlier is file else Skipped(file.path, f"same text as {earlier.path}")


def _read(file: File, words: PrintWords) -> Document:
    return of_file(read(file.path), file.path, words, file.name)


def readable(file: str) -> str:
    """The name of a file, with replacement characters for what neither JSON nor RDF can hold: bytes that are not UTF-8, controls.

    >>> readable("note.txt")
    'note.txt'
    """
    return printable(file.encode("utf-8", "surrogateescape").decode("utf-8", "replace"))
