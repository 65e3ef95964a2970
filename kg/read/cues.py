"""A line and the words of print -> what kind of line it is."""

import re
from functools import lru_cache

from kg.read.words import PrintWords

__all__ = ["has_address", "is_byline", "is_furniture", "is_publisher", "is_title_case", "opening"]

_WORD = re.compile(r"[^\W\d_][\w'-]*")
_CLOCK = re.compile(
    r"[0-2]?\d[.:h][0-5]\d(?: ?[ap]\.?m\.?)?(?: ?\(?[A-Z]{1,5}(?:[+-]\d{1,2})?\)?)?", re.IGNORECASE
)  # of a post: 10:05 GMT
_BULLETS = "-*\u2022\u2013\u2014[( "
_ENDS = "-*\u2022\u2013\u2014|:.>)] "
_REMARK, _WIDE = 40, 400  # words, characters: a line longer than this is prose, whatever it starts with
_CONTACT = 12  # words: a line that has an address in it and no more words is there for its sake
_NAME = 60  # characters: no publisher has a longer name


def is_byline(line: str, words: PrintWords) -> bool:
    """Whether the line starts as one that names the author: `By` and a capital.

    >>> is_byline("By Ana Lee", PrintWords(byline=("By",)))
    True
    """
    start = opening(words.byline, line)
    return bool(start) and line[start:].lstrip()[:1].isupper()


def is_furniture(line: str, words: PrintWords) -> bool:
    """Whether the line is neither prose nor a heading: navigation, a footer, a remark, an address, a page number, a rule."""
    if len(line) > _WIDE or len(line.split()) > _REMARK:
        return False
    bare = line.lstrip(_BULLETS).rstrip(_ENDS)
    return (
        not _WORD.search(line)
        or bool(_CLOCK.fullmatch(bare))
        or opening(words.navigation, bare) == len(bare)
        or bool(opening((*words.footer, *words.offer, *words.note), line.lstrip(_BULLETS)))
        or (len(line.split()) <= _CONTACT and has_address(line, words))
    )


def has_address(line: str, words: PrintWords) -> bool:
    """Whether an e-mail or internet address stands in the line."""
    return bool(_address(words.domain).search(line[:_WIDE]))


def is_title_case(line: str, words: PrintWords) -> bool:
    """Whether every word of the line has a capital, short function words aside."""
    return all(word[0].isupper() or word in words.uncapitalised for word in _WORD.findall(line))


def is_publisher(line: str, words: PrintWords) -> bool:
    """Whether the line can be the name of a publisher: a few words in capitals, one of them as publishers use it."""
    found = _WORD.findall(line) if len(line) <= _NAME else []
    named = any(word.title() in words.publisher or word in words.publisher for word in found)
    return named and len(found) <= 6 and is_title_case(line, words)


def opening(cues: tuple[str, ...], line: str) -> int:
    """Where the longest of the cues that `line` starts with ends, 0 when there is none; case does not matter.

    >>> opening(("Updated", "Updated on"), "updated on Monday")
    10
    """
    match = _pattern(cues).match(line) if cues else None
    return match.end() if match else 0


@lru_cache(maxsize=64)
def _pattern(cues: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the cues, longest first, as whole words."""
    ordered = sorted(cues, key=lambda cue: (-len(cue), cue))
    return re.compile("|".join(re.escape(cue) + (r"(?!\w)" if cue[-1].isalnum() else "") for cue in ordered), re.IGNORECASE)


@lru_cache(maxsize=8)
def _address(domains: tuple[str, ...]) -> re.Pattern[str]:
    ending = rf"|\.(?:{'|'.join(map(re.escape, domains))})\b" if domains else ""
    return re.compile(rf"\S@\w|\b(?:https?://|www\.)\w{ending}", re.IGNORECASE)
