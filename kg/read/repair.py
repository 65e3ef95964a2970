r"""A decoded text -> the text as it was before it was decoded wrongly, and what cannot be undone.

Text that was encoded as UTF-8 and read as Windows-1252 (`T\u00c3\u00bcrkiye`), once or several times, is found by ftfy
(https://ftfy.readthedocs.io), which leaves what is right alone. What it is too careful for is a capital with an accent inside a
word in small letters, before a sign (`Erdo\u00c4\u0178an`), and a byte that Windows-1252 has no sign for (`\u00e2\u20ac\ufffd`).
"""

import re

from ftfy import fix_encoding
from ftfy.badness import badness

__all__ = ["damage", "repaired"]

_CONTROLS = {code: bytes([code]).decode("cp1252", "ignore") or "\ufffd" for code in range(0x80, 0xA0) if code != 0x85}
_SECOND = bytes(range(0x80, 0xC0)).decode("cp1252", "ignore").replace("\u00a0", "")
_SIGNS = "".join(sign for sign in _SECOND if not sign.isalpha())
_INSIDE = re.compile(rf"(?<=[a-z])[\u00c3-\u00c5][{re.escape(_SECOND)}]|[\u00c3-\u00c5][{re.escape(_SIGNS)}](?=[a-z])")
_QUOTE_LOST = "\u00e2\u20ac\ufffd"  # a closing quotation mark
_PLAIN = {0xA0: " ", 0xFFFD: " "}
_AROUND = re.compile(r"\S{0,20}[\u0080-\u00ff]{2}\S{0,20}")


def repaired(text: str) -> tuple[str, str]:
    r"""Undo wrong decoding.

    Args:
        text: A decoded text.

    Returns:
        The text as it is most likely meant, and what was wrong with it, empty where nothing was.

    >>> repaired("Z\u00c3\u00bcrich")[0]
    'Zürich'
    """
    if text.isascii():
        return text, ""
    fixed = fix_encoding(text.replace(_QUOTE_LOST, "\u00e2\u20ac\x9d"))
    fixed = _INSIDE.sub(_once, fixed).translate(_CONTROLS)
    return fixed, "letters that were decoded wrongly are repaired" if fixed != text else ""


def damage(text: str) -> tuple[str, ...]:
    """What is wrong with a text and cannot be undone, a line for each kind of fault.

    >>> damage("Erdo\ufffdan")
    ('characters were lost before the file was written: 1 (U+FFFD)',)
    """
    found = []
    if badness(text.translate(_PLAIN)):
        shown = _AROUND.search(text)
        found.append(f"letters look wrongly decoded{f' ({shown[0]})' if shown else ''}")
    if lost := text.count("\ufffd"):
        found.append(f"characters were lost before the file was written: {lost} (U+FFFD)")
    return tuple(found)


def _once(match: re.Match[str]) -> str:
    try:
        return match[0].encode("cp1252").decode("utf-8")
    except UnicodeError:
        return match[0]
