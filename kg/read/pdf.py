"""The bytes of a PDF -> its source text, with the lines that stand out in large type as headings."""

import io
import logging
import re
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from pypdf import PageObject, PdfReader
from pypdf.errors import PyPdfError

from kg.errors import ReadError
from kg.model import Span
from kg.read.initials import Piece, initials
from kg.read.limits import CHARACTERS, DRAWN, within
from kg.read.source import Heading, Origin, Source
from kg.read.vocabulary import english

__all__ = ["read_pdf"]

# What pypdf lets through on damaged files besides its own errors; each has been met.
_FAULTS = (PyPdfError, ValueError, TypeError, KeyError, IndexError, AttributeError, AssertionError, NotImplementedError, OSError,
           RecursionError, OverflowError, ZeroDivisionError, MemoryError, struct.error, zlib.error)  # fmt: skip
_LARGE = 1.12  # of the most common size of type: from here on a line is a heading
_DAMAGED = 50  # pages: with more, there is nothing to be had
_JUNK = re.compile(r"\.(?:docx?|pdf|txt|indd|rtf)\Z|^(?:microsoft word|untitled)", re.IGNORECASE)


@dataclass
class _Type:
    """The characters of the pages so far, and in what size they are set."""

    pieces: list[tuple[str, float]] = field(default_factory=list)
    length: int = 0
    drawn: int = 0

    def add(self, text: str, size: float) -> None:
        self.pieces.append((text, size))
        self.length += len(text)
        within(self.length, CHARACTERS, "characters")


def read_pdf(data: bytes) -> Source:
    """The text of a PDF, line by line as it is printed, pages apart by a form feed.

    Args:
        data: The bytes of the file.

    Returns:
        The source text; lines in large type are headings, the largest of them level 1.

    Raises:
        ReadError: The file is damaged or too large, needs a password, or has no text.
    """
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # its remarks on damaged files are ours to make
    page_type = _Type()
    try:
        reader = _opened(data)
        lost = _read_pages(reader, page_type)
        title, author = _property(reader, "/Title"), _property(reader, "/Author")
    except _FAULTS as error:
        raise ReadError(f"broken PDF ({type(error).__name__})") from error
    text = "".join(piece for piece, _ in page_type.pieces)
    if not text.strip():
        raise ReadError("broken PDF (no page can be read)" if lost else "PDF without text; expected text, not only images")
    return Source(text, headings=_headings(text, page_type.pieces), guessed=Origin(title=title, author=author), warnings=lost)


def _opened(data: bytes) -> PdfReader:
    """A reader of the file; one that only an owner's password protects from changes opens in every viewer, and here."""
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise ReadError("encrypted PDF; a password is needed")
    except NotImplementedError as error:
        if b"/Encrypt" not in data:
            raise
        raise ReadError("encrypted PDF, in a way that is not known; expected one that opens without a key") from error
    return reader


def _read_pages(reader: PdfReader, page_type: _Type) -> tuple[str, ...]:
    """Add the text of all pages, and say which of them are damaged."""
    lost: list[str] = []
    for number, page in enumerate(reader.pages, start=1):
        try:
            _read_page(page, page_type)
        except _FAULTS:
            lost.append(str(number))
            if len(lost) > _DAMAGED:
                raise
        page_type.add("\f", 0.0)
    return (f"damaged: page {', '.join(lost)} cannot be read to its end",) if lost else ()


def _property(reader: PdfReader, name: str) -> str:
    metadata = reader.metadata
    text = " ".join(str(metadata.get(name) or "").split()) if metadata else ""
    return "" if _JUNK.search(text) else text


def _read_page(page: PageObject, page_type: _Type) -> None:
    """Add the text of a page. Its size in print is that of the font times the scale of the matrices."""
    pieces: list[Piece] = []

    def visit(text: str, matrix: list[float], text_matrix: list[float], _font: object, size: float) -> None:
        scale = abs(text_matrix[3] or text_matrix[1] or 1) * abs(matrix[3] or matrix[1] or 1)
        left, base = text_matrix[4] * matrix[0] + matrix[4], text_matrix[5] * matrix[3] + matrix[5]
        pieces.append(Piece(text, round(float(size or 0) * scale, 1), left, base))

    contents = page.get_contents()
    page_type.drawn += 0 if contents is None else len(contents.get_data())
    within(page_type.drawn, DRAWN, "bytes that draw its pages")
    page.extract_text(visitor_text=visit)
    for piece in initials(pieces, english):
        page_type.add(piece.text, piece.size)


def _headings(text: str, pieces: list[tuple[str, float]]) -> tuple[Heading, ...]:
    """Stretches of whole lines in type larger than most of the text is set in; the largest of them is the headline."""
    sizes: dict[float, int] = {}
    for piece, size in pieces:
        sizes[size] = sizes.get(size, 0) + len(piece.strip())
    body = max(sizes, key=lambda size: (sizes[size], -size))
    large = [(span, size) for span, size in _stretches(text, pieces) if size > _LARGE * body and _whole_lines(text, span)]
    largest = max((size for _, size in large), default=0)
    return tuple(Heading(span, 1 if size == largest else 2) for span, size in large)


def _stretches(text: str, pieces: list[tuple[str, float]]) -> Iterator[tuple[Span, float]]:
    """Runs of characters in one size of type on one page, without the blanks around them."""
    start = position = 0
    current = 0.0
    for piece, size in [*pieces, ("\f", -1.0)]:
        if size != current and (piece.strip() or piece == "\f"):
            stretch = text[start:position]
            first = start + len(stretch) - len(stretch.lstrip())
            if stretch.strip():
                yield Span(first, first + len(stretch.strip())), current
            start, current = position, size
        position += len(piece)


def _whole_lines(text: str, span: Span) -> bool:
    """Whether nothing else stands on the lines of a stretch; an initial letter in large type is no heading."""
    before = text[max(0, span.start - 80) : span.start].rpartition("\n")[2].rpartition("\f")[2]
    after = re.split(r"[\n\f]", text[span.end : span.end + 80], maxsplit=1)[0]
    return not before.strip() and not after.strip()
