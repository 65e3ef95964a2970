r"""The bytes of a text that is not Unicode -> the encoding that makes words of them.

The encodings of Western, Turkish and Central European text share most bytes, and an English report has only a handful of others, in
names: too few for statistics. But `Erdo\xf0an` is a word of Turkish in one of them and `Wa\xb3\xeasa` one of Polish in another, so
the encoding is taken in which most words keep to the alphabet of one language.
"""

import codecs
import re
import unicodedata
from functools import lru_cache

from charset_normalizer import from_bytes

from kg.errors import ReadError

__all__ = ["legacy", "wanted"]

# Where two fit alike, the first is taken: there is more news of Turkey than of Iceland, and more of Western Europe than of Central.
_LATIN = ("cp1254", "cp1252", "cp1250", "mac_roman")
_WESTERN = "cp1252"  # what English text that is not Unicode nearly always is
_NAMES = {"cp1254": "Windows-1254", "cp1252": "Windows-1252", "cp1250": "Windows-1250", "mac_roman": "Mac OS Roman"}
_MEANT = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}  # as browsers read them: https://encoding.spec.whatwg.org/#names-and-labels
_WIDE = ("utf-16", "utf-32", "utf-7")  # no file that says so in its text can be so encoded
_TOKEN = re.compile(rb"[A-Za-z\x80-\xff]*[\x80-\xff][A-Za-z\x80-\xff]*")


def legacy(data: bytes, alphabets: tuple[str, ...], declared: str = "") -> tuple[str, str]:
    r"""Decode text that is not UTF-8.

    Args:
        data: The bytes.
        alphabets: The letters of languages in Latin script, each in small letters.
        declared: The encoding that the file or its envelope names; it is believed where it makes words.

    Returns:
        The text, and what is doubtful about it, empty where nothing is.

    Raises:
        ReadError: The bytes are no text in any encoding.

    >>> legacy(b"Erdo\xf0an met \xc7elik", ("abcçdefgğhijklmnoöprsştuüvyz",))[0]
    'Erdoğan met Çelik'
    """
    tokens = _TOKEN.findall(data)
    named = wanted(declared)
    if named and _decodes(data, named) and (not alphabets or named not in _LATIN or _fit(tokens, named, alphabets) >= 0):
        return data.decode(named), ""
    ranked = sorted((encoding for encoding in _LATIN if _decodes(data, encoding)), key=lambda one: -_fit(tokens, one, alphabets))
    if alphabets and ranked and _fit(tokens, ranked[0], alphabets) >= 0:
        return data.decode(ranked[0]), _doubt(tokens, ranked, alphabets)
    best = from_bytes(data).best()
    if best is None:
        raise ReadError("wrong encoding; expected UTF-8 or another text encoding")
    encoding = _WESTERN if _WESTERN in best.could_be_from_charset else best.encoding
    return data.decode(encoding), "" if encoding == _WESTERN else f"encoding not stated; read as {encoding}"


def wanted(declared: str) -> str:
    """The codec that a declared name means, empty where there is none, or where it cannot be true.

    >>> wanted("ISO-8859-9"), wanted("utf-16"), wanted("no-such")
    ('cp1254', '', '')
    """
    try:
        name = codecs.lookup(declared).name if declared else ""
        "".encode(name or "ascii")
    except (LookupError, UnicodeError, ValueError):
        return ""
    return "" if name.startswith(_WIDE) else _MEANT.get(name, name)


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _fit(tokens: list[bytes], encoding: str, alphabets: tuple[str, ...]) -> int:
    """How many more words keep to the alphabet of a language than do not."""
    return sum(1 if _is_word(word, alphabets) else -1 for token in tokens for word in _words(token.decode(encoding)))


@lru_cache(maxsize=4096)
def _words(token: str) -> tuple[str, ...]:
    """The words of a token that have letters beyond English: punctuation parts them, any other sign is an error in them."""
    parted = "".join(" " if unicodedata.category(character)[0] in "PZ" else character for character in token)
    return tuple(word for word in parted.split() if not word.isascii() and len(word) > 1)


@lru_cache(maxsize=4096)
def _is_word(word: str, alphabets: tuple[str, ...]) -> bool:
    """Whether all letters are of one language, and no capital follows a small letter."""
    letters = frozenset(word.lower().replace("\u0307", ""))
    cased = word.istitle() or word.islower() or word.isupper() or word[1:].isascii()
    return cased and any(letters <= frozenset(alphabet) for alphabet in alphabets)


def _doubt(tokens: list[bytes], ranked: list[str], alphabets: tuple[str, ...]) -> str:
    """What to say where another encoding fits as well and gives other letters."""
    first, *others = ranked
    for other in others:
        differing = [token for token in tokens if _words(token.decode(first)) != _words(token.decode(other))]
        if differing and _fit(tokens, other, alphabets) == _fit(tokens, first, alphabets):
            shown, instead = (differing[0].decode(encoding) for encoding in (first, other))
            return f'encoding not stated; read as {_NAMES[first]} ("{shown}"), could be {_NAMES[other]} ("{instead}")'
    return ""
