"""Bytes -> text: UTF-8 first, then what the byte-order mark, the markup or the letters say; damage is repaired, or named."""

import codecs
import re
from dataclasses import dataclass

from kg.errors import ReadError
from kg.read.legacy import legacy
from kg.read.repair import repaired

__all__ = ["Decoded", "decode", "printable"]

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"<(?:meta|\?xml)\b[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_UNPRINTABLE = re.compile("[\x00-\x08\x0e-\x1f\ud800-\udfff]")
_TABLE = {
    **dict.fromkeys([*range(0x9), *range(0xE, 0x1C), 0xFFFE, 0xFFFF, *range(0xD800, 0xE000)], "\ufffd"),
    **dict.fromkeys([0xB, 0xC], "\n"),  # a line is moved down, a page is turned
    **dict.fromkeys(range(0x1C, 0x20), " "),  # separators
}
_STRAY = re.compile("[\udc80-\udcff]+")  # bytes that are not UTF-8, as "surrogateescape" marks them
_CUT = re.compile("\udce2[\udc80-\udc84]")  # the start of a dash or a quotation mark
_LATIN = re.compile(r"[\u00a0-\u024f\u1e00-\u1eff\u2000-\u20cf\u2122]")  # what English text has besides ASCII
_SHARE = 0.3  # of the bytes at odd places, or at even ones: English in UTF-16 has nearly all of them zero


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, and what was wrong with its bytes, a line each."""

    text: str
    warnings: tuple[str, ...] = ()


def decode(data: bytes, alphabets: tuple[str, ...] = (), declared: str = "", *, page: bool = False) -> Decoded:
    r"""The text that `data` encodes, without a byte-order mark, its line ends as they are.

    Args:
        data: The bytes of a plain text, Markdown or HTML file, or of a part of one.
        alphabets: The letters of languages in Latin script, each in small letters, to tell encodings apart by.
        declared: The encoding that an envelope names; without one, what the markup names.
        page: Whether it is HTML: of that, only what is shown is repaired, when it is read.

    Returns:
        The decoded text, with repaired letters, and what was wrong with them.

    Raises:
        ReadError: The bytes are not text in any encoding.

    >>> decode(b"Z\xc3\xbcrich\r\n").text
    'Zürich\r\n'
    """
    text, doubt = _read(data, alphabets, declared)
    if len(_UNPRINTABLE.findall(text)) * 100 > len(text):
        raise ReadError("binary file; expected text")
    text, damage = (text, "") if page else repaired(text)
    return Decoded(text, tuple(filter(None, (doubt, damage))))


def _read(data: bytes, alphabets: tuple[str, ...], declared: str) -> tuple[str, str]:
    for mark, encoding in _MARKS:
        if data.startswith(mark) and encoding != "utf-8":
            return _strict(data[len(mark) :], encoding), ""
    data = data.removeprefix(codecs.BOM_UTF8)
    if b"\x00" in data:
        return _unmarked(data)
    try:
        return data.decode("utf-8"), ""
    except UnicodeDecodeError:
        named = _DECLARED.search(data[:4096])
        return _mixed(data) or legacy(data, alphabets, declared or (named[1].decode("ascii", "ignore") if named else ""))


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


def _unmarked(data: bytes) -> tuple[str, str]:
    """Text with zero bytes: UTF-16, where nearly all of them stand at odd places, or at even ones."""
    odd, even = (data[first::2].count(0) * 2 / len(data) for first in (1, 0))
    if max(odd, even) < _SHARE or min(odd, even) > _SHARE / 10:
        raise ReadError("binary file; expected text")
    encoding = "utf-16-le" if odd > even else "utf-16-be"
    try:
        return data[: len(data) // 2 * 2].decode(encoding), "UTF-16 without a byte-order mark"
    except UnicodeDecodeError as error:
        raise ReadError("binary file; expected text") from error


def _mixed(data: bytes) -> tuple[str, str] | None:
    """UTF-8 in which single bytes are of Windows-1252: pages are put together from parts. None where it is not UTF-8 at all."""
    text = data.decode("utf-8", "surrogateescape")
    proper = [character for character in text if character > "\x7f" and not _STRAY.match(character)]
    if not proper or not all(map(_LATIN.match, proper)):
        return None
    stray = sum(len(found) for found in _STRAY.findall(text))
    text = _STRAY.sub(_western, text)
    return text, f"UTF-8 with {stray} bytes of another encoding; they are read as Windows-1252"


def _western(match: re.Match[str]) -> str:
    cut = _CUT.sub("\ufffd", match[0])
    return "".join(bytes([ord(one) - 0xDC00]).decode("cp1252", "replace") if _STRAY.match(one) else one for one in cut)
