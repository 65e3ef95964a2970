"""The bytes of a Word document (docx) -> its source text, with the paragraphs that its styles call headings."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator

import docx
from docx.document import Document as WordDocument
from docx.opc.exceptions import OpcError
from docx.table import Table
from docx.text.paragraph import Paragraph
from lxml import etree

from kg.errors import ReadError
from kg.read.decode import printable
from kg.read.limits import MARKUP, within
from kg.read.source import Origin, Source
from kg.read.text import joined

__all__ = ["read_word"]

_FAULTS = (OpcError, zipfile.BadZipFile, etree.LxmlError, zlib.error, ValueError, KeyError, TypeError, AttributeError, IndexError,
           NotImplementedError, RuntimeError, OSError, EOFError)  # fmt: skip
_LIMIT = 100_000_000  # bytes, unpacked
_HEADING = re.compile(r"heading (\d)", re.IGNORECASE)
_TEMPLATE = "python-docx"  # the author that files carry whose writer named none


def read_word(data: bytes) -> Source:
    """The text of a Word document: paragraphs and cells of tables, apart by blank lines.

    Args:
        data: The bytes of the file.

    Returns:
        The source text; paragraphs with the style Title or Heading are headings.

    Raises:
        ReadError: The file is damaged, encrypted, larger than 100 MB when unpacked, or has no text.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check(archive)
        return _source(docx.Document(io.BytesIO(data)))
    except _FAULTS as error:
        raise ReadError(f"broken Word document ({type(error).__name__})") from error


def _check(archive: zipfile.ZipFile) -> None:
    """Refuse an archive that unpacks to too much, or to more than it says: it is gone through a little at a time."""
    sizes = {entry.filename: entry.file_size for entry in archive.infolist()}
    within(sum(sizes.values()), _LIMIT, "bytes when unpacked")
    within(max((size for name, size in sizes.items() if name.endswith(".xml")), default=0), MARKUP, "bytes of text")
    if archive.testzip():
        raise zipfile.BadZipFile


def _source(document: WordDocument) -> Source:
    text, headings = joined((printable(paragraph.text), _level(paragraph)) for paragraph in _paragraphs(document))
    properties = document.core_properties
    author = "" if properties.author == _TEMPLATE else properties.author
    return Source(text, "blocks", headings, guessed=Origin(title=properties.title.strip(), author=author.strip()))


def _paragraphs(content: WordDocument) -> Iterator[Paragraph]:
    for block in content.iter_inner_content():
        if isinstance(block, Table):
            cells = {id(cell._tc): cell for row in block.rows for cell in row.cells}  # noqa: SLF001 - a merged cell is listed for each column
            for cell in cells.values():
                yield from cell.paragraphs
        else:
            yield block


def _level(paragraph: Paragraph) -> int:
    style = (paragraph.style.name if paragraph.style else "") or ""
    match = _HEADING.match(style)
    return int(match[1]) if match else int(style.lower() == "title")
