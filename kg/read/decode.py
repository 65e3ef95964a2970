"""Bytes -> text: UTF-8 first, then what the byte-order mark, the markup or the statistics of the bytes say."""

import codecs
import re

from charset_normalizer import from_bytes

from kg.errors import ReadError

__all__ = ["decode", "printable"]

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_DECLARED = re.compile(rb"<(?:meta|\?xml)\b[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_UNPRINTABLE = re.compile("[\x00-\x08\x0e-\x1f\ud800-\udfff]")
_TABLE = {
    **dict.fromkeys([*range(0x9), *range(0xE, 0x1C), 0xFFFE, 0xFFFF, *range(0xD800, 0xE000)], "\ufffd"),
    **dict.fromkeys([0xB, 0xC], "\n"),  # a line is moved down, a page is turned
    **dict.fromkeys(range(0x1C, 0x20), " "),  # separators
}
_WESTERN = "cp1252"  # what English text that is not Unicode nearly always is


def decode(data: bytes) -> str:
    r"""The text that `data` encodes, without a byte-order mark, its line ends as they are.

    Args:
        data: The bytes of a plain text, Markdown or HTML file.

    Returns:
        The decoded text.

    Raises:
        ReadError: The bytes are not text in any encoding.

    >>> decode(b"Z\xc3\xbcrich\r\n")
    'Zürich\r\n'
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding)
    if b"\x00" in data:
        raise ReadError("binary file; expected text")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = _legacy(data)
    if len(_UNPRINTABLE.findall(text)) * 100 > len(text):
        raise ReadError("binary file; expected text")
    return text


def printable(text: str) -> str:
    r"""`text`, one character for one, without those that XML 1.0 forbids (section 2.2): no RDF/XML could hold them.

    >>> printable("One page.\fThe next.")
    'One page.\nThe next.'
    """
    return text.translate(_TABLE)


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise ReadError(f"wrong encoding; the file starts as {encoding} but is not, at byte {error.start}") from error


def _legacy(data: bytes) -> str:
    declared = _DECLARED.search(data[:4096])
    if declared:
        try:
            return data.decode(declared[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            pass  # the declaration is wrong; the bytes decide
    best = from_bytes(data).best()
    if best is None:
        raise ReadError("wrong encoding; expected UTF-8 or another text encoding")
    encoding = _WESTERN if _WESTERN in best.could_be_from_charset else best.encoding
    return data.decode(encoding)
