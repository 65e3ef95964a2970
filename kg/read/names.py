"""What bylines and metadata say of the author -> the names of persons, each once."""

import calendar
import re

from kg.read.cues import has_address, opening
from kg.read.dates import dated
from kg.read.headline import same_name
from kg.read.words import PrintWords

__all__ = ["authors", "listed", "persons"]

_APART = re.compile(r"\s*(?:;|\||&|\n|\u2022|,? and (?=[^\W\d_a-z])|,? with (?=[^\W\d_a-z]))\s*")
_COMMA = re.compile(r"\s*,\s*(?:and\s+)?")
_LONGEST = 6  # words of a name
_FULL = 2  # words of a full name


def authors(stated: list[str], publishers: tuple[str, ...], words: PrintWords) -> str:
    """The authors that texts name.

    Args:
        stated: What the entries for the author say; several may say the same.
        publishers: The names of the site, which are no author.
        words: The words of bylines, and those before dates.

    Returns:
        The names, without what stands around them.

    >>> authors(["Ana Lee; ANA LEE", "By Bo Chan"], (), PrintWords(byline=("By",)))
    'Ana Lee and Bo Chan'
    """
    found: dict[str, str] = {}
    names = [name for text in stated for name in _names(text, words)]
    full = [name for name in names if " " in name]  # beside them, a single word is a title or a handle
    for name in full or names:
        if _is_name(name, words) and not any(same_name(name, publisher) for publisher in publishers):
            key = "".join(filter(str.isalnum, name.casefold()))
            found[key] = found.get(key, name) if not found.get(key, name).isupper() else name
    return listed(list(found.values()))


def listed(names: list[str]) -> str:
    """Names as a sentence lists them.

    >>> listed(["Ana Lee", "Bo Chan", "Cy Dee"])
    'Ana Lee, Bo Chan and Cy Dee'
    """
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def persons(shown: str) -> list[str]:
    """The full names in what stands where a page shows its author: a day or month behind a name is none of it.

    >>> persons("Ana Lee Monday; Username; Bo Chan")
    ['Ana Lee', 'Bo Chan']
    """
    found = []
    for part in re.split(r";|, | and ", shown):
        kept = part.split()
        while kept and (kept[-1] in calendar.day_name or (len(kept) > _FULL and kept[-1] in calendar.month_name)):
            kept.pop()
        capitals = [word for word in kept if word[0].isupper()]
        if len(capitals) >= _FULL and kept[-1][0].isupper() and kept[0][0].isupper():
            found.append(" ".join(kept))
    return found


def _names(text: str, words: PrintWords) -> list[str]:
    """The parts of a text; `Lee, Ana` is one name."""
    bare = " ".join(text.split())
    bare = bare[opening(words.byline, bare) :].strip(" :")
    pieces: list[str] = []
    for part in _APART.split(bare):
        halves = _COMMA.split(part)
        turned = len(halves) == 2 and all(half and " " not in half for half in halves)
        pieces += [f"{halves[1]} {halves[0]}"] if turned else halves
    return [piece[opening(words.byline, piece) :].strip(" .,:") for piece in pieces if piece]


def _is_name(text: str, words: PrintWords) -> bool:
    """Whether a text can name a person or a desk: no address, date or number, and not what stands before a date."""
    dates = opening((*words.updated, *words.published), text) or dated(text) or any(map(str.isdigit, text))
    return (
        bool(text)
        and not (dates or has_address(text, words) or "/" in text)
        and len(text.split()) <= _LONGEST
        and text[0].isupper()
    )
