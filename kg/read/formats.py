"""The bytes of a file and its name -> its source text."""

import re
from pathlib import Path

from kg.errors import ReadError
from kg.read.decode import decode
from kg.read.files import FORMATS, STDIN, is_written
from kg.read.limits import MARKUP, within
from kg.read.markdown import front_matter
from kg.read.metadata import stated_in
from kg.read.source import Source
from kg.read.words import PrintWords

__all__ = ["parse"]

_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,500}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_ZIP, _DOCX = b"PK\x03\x04", b"word/document.xml"


def _pdf(data: bytes) -> Source:
    from kg.read.pdf import read_pdf  # noqa: PLC0415 - a quarter of a second that plain text need not wait for

    return read_pdf(data)


def _word(data: bytes) -> Source:
    from kg.read.word import read_word  # noqa: PLC0415 - as above

    return read_word(data)


def _html(text: str) -> Source:
    from kg.read.web import read_html  # noqa: PLC0415 - half a second

    return read_html(text)


_BINARY = {"pdf": _pdf, "word": _word}


def parse(data: bytes, path: str, words: PrintWords) -> Source:
    """Read a file by its content, and by its name where the content does not tell.

    Args:
        data: The bytes of the file.
        path: Its path, or `-`.
        words: The names of the entries of a front matter.

    Returns:
        The source text and what the file says besides.

    Raises:
        ReadError: The format is unknown, or the file is empty, too large, damaged or not text.
    """
    form = _format(data, path)
    if not data.strip():
        raise ReadError("empty file")
    if form in _BINARY:
        return _BINARY[form](data)
    if form == "html" and is_written(data):
        raise ReadError("a page that kg wrote; expected a document")
    within(len(data), MARKUP, "bytes of text")
    text = decode(data)
    if form == "html":
        return _html(text)
    return Source(text, "markdown", stated=stated_in(front_matter(text), words)) if form == "markdown" else Source(text)


def _format(data: bytes, path: str) -> str:
    suffix = "" if path == STDIN else Path(path).suffix.lower()
    if suffix and suffix not in FORMATS:
        raise ReadError(f"unknown format {suffix}; expected {', '.join(FORMATS)}")
    if data.startswith(b"%PDF-"):
        return "pdf"
    if data.startswith(_ZIP) and _DOCX in data:
        return "word"
    if suffix in {"", ".txt"} and _PAGE.match(data):
        return "html"
    return FORMATS.get(suffix, "text")
