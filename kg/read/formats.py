"""The bytes of a file and its name -> its source text."""

import re
from dataclasses import replace
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
_FEED = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<(?:\?|!--).{0,2000}?(?:\?|--)>\s*){0,9}<(?:rss|feed|rdf:RDF)\b", re.DOTALL)
_FIELD = re.compile(rb"([A-Za-z][A-Za-z0-9-]{0,60}):[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*")  # of the head of a message: RFC 5322
_ENVELOPE = {b"from", b"to", b"subject", b"date", b"mime-version", b"message-id", b"received", b"return-path", b"content-type"}
_TELLING = {b"subject", b"mime-version", b"message-id"}
_ZIP, _DOCX = b"PK\x03\x04", b"word/document.xml"


def _pdf(data: bytes) -> Source:
    from kg.read.pdf import read_pdf  # noqa: PLC0415 - a quarter of a second that plain text need not wait for

    return read_pdf(data)


def _word(data: bytes) -> Source:
    from kg.read.word import read_word  # noqa: PLC0415 - as above

    return read_word(data)


def _html(text: str, words: PrintWords) -> Source:
    from kg.read.web import read_html  # noqa: PLC0415 - half a second

    return read_html(text, words)


def _markdown(text: str, words: PrintWords) -> Source:
    return Source(text, "markdown", stated=stated_in(front_matter(text), words))


def _plain(text: str, _words: PrintWords) -> Source:
    return Source(text)


def _mail(data: bytes, words: PrintWords) -> Source:
    from kg.read.mail import read_mail  # noqa: PLC0415 - as above

    within(len(data), MARKUP, "bytes of text")
    return read_mail(data, words)


def _feed(text: str, _words: PrintWords) -> Source:
    from kg.read.feed import read_feed  # noqa: PLC0415 - as above

    return read_feed(text)


_BINARY = {"pdf": lambda data, _words: _pdf(data), "word": lambda data, _words: _word(data), "mail": _mail}
_TEXTUAL = {"html": _html, "markdown": _markdown, "text": _plain, "feed": _feed}


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
        return _BINARY[form](data, words)
    if form == "html" and is_written(data):
        raise ReadError("a page that kg wrote; expected a document")
    within(len(data), MARKUP, "bytes of text")
    decoded = decode(data, words.alphabet, page=form == "html")
    source = _TEXTUAL[form](decoded.text, words)
    return replace(source, warnings=(*decoded.warnings, *source.warnings))


def _format(data: bytes, path: str) -> str:
    suffix = "" if path == STDIN else Path(path).suffix.lower()
    if suffix and suffix not in FORMATS:
        raise ReadError(f"unknown format {suffix}; expected {', '.join(FORMATS)}")
    if data.startswith(b"%PDF-"):
        return "pdf"
    if data.startswith(_ZIP) and _DOCX in data:
        return "word"
    named = FORMATS.get(suffix, "text")
    if suffix in _UNSURE:
        return next((form for form, shows in _SHOWN if shows(data)), named)
    return named


def _is_message(data: bytes) -> bool:
    """Whether the bytes start with the head of a message: several fields, one of them telling, then a blank line."""
    position, names = 0, set()
    while match := _FIELD.match(data, position):
        names.add(match[1].lower())
        position = match.end()
    return len(names & _ENVELOPE) > 1 and bool(names & _TELLING) and data[position : position + 2].startswith((b"\n", b"\r\n"))


_UNSURE = {"", ".txt", ".html", ".htm", ".xml", ".mht", ".mhtml"}  # endings under which people save other things
_SHOWN = (("mail", _is_message), ("feed", _FEED.match), ("html", _PAGE.match))
