"""A title and the names of who publishes it -> the headline, without the name of the site.

Pages carry the name of their site in the title, behind or before the headline (`Talks fail | Harbour Post`, `Harbour Post: Talks
fail`). What stands behind a dash may also be a part of the headline (`Talks - a failure`), so only what is known to be the site's
name, or has the form of a publisher's name, is cut.
"""

import re

from kg.read.cues import is_publisher
from kg.read.words import PrintWords

__all__ = ["headline", "named_in", "own_name", "same_name", "site_in"]

_SEPARATOR = re.compile(r"\s+(?:[|\u2022\u00b7\u00bb\u00ab~/\\:>\u2013\u2014-]|::|--|<)\s+|\s*[|\u2022\u00bb]\s*|:\s+")
_BEHIND = re.compile(r"\s+(?:[|\u00b7\u2022\u2013\u2014-]|--)\s+|\s*\|\s*")  # what may stand before a name that is not known
_ARTICLE = re.compile(r"\Athe\s+", re.IGNORECASE)
_ENDING = re.compile(r"(?:\.[a-z]{2,4}){1,2}\Z", re.IGNORECASE)  # of an address: .org, .co.uk
_HOST = re.compile(r"\A(?:https?://)?(?:(?:www|m|amp|edition|en)\.)?", re.IGNORECASE)
_DASHES = " |\u00b7\u2022\u2013\u2014-"
_LONGEST = 400  # characters: no title has more
_HEADLINE = 3  # words: what is left where the name of the site is told by its form alone


def headline(title: str, names: tuple[str, ...], words: PrintWords) -> str:
    """The headline in a title.

    Args:
        title: A title, on one line.
        names: The names of the site, as its metadata and its address state them.
        words: What sections are called, and the words of publishers' names.

    Returns:
        The title without the names at its ends, and without the sections beside them; the title itself where nothing is left.

    >>> headline("Talks fail | World | Harbour Post", ("Harbour Post",), PrintWords(navigation=("World",)))
    'Talks fail'
    """
    keys = frozenset(map(_key, names)) - {""}
    kept = title.strip()
    if len(kept) > _LONGEST:
        return kept
    sections = frozenset(map(_key, words.navigation))
    shorter = _shorter(kept, keys, frozenset())
    while shorter:
        kept = shorter
        shorter = _shorter(kept, keys, sections)
    site = site_in(kept, words)
    return kept[: kept.rindex(site)].rstrip(_DASHES) if site else kept


def _shorter(title: str, keys: frozenset[str], sections: frozenset[str]) -> str:
    """The title without a name at one of its ends, or a section at its end; empty where there is none, or nothing else."""
    for match in _SEPARATOR.finditer(title):
        before, after = title[: match.start()].strip(), title[match.end() :].strip()
        if before and (_key(after) in keys or (_key(after) in sections and ":" not in match[0])):
            return before
        if after and _key(before) in keys:
            return after
    return ""


def site_in(title: str, words: PrintWords) -> str:
    """The name behind the last dash or bar of a title that has the form of a publisher's name; empty where there is none.

    >>> site_in("Talks between neighbours fail - Harbour Post", PrintWords(publisher=("Post",)))
    'Harbour Post'
    """
    *_, last = [None, *_BEHIND.finditer(title)]
    if last is None or len(title[: last.start()].split()) < _HEADLINE:
        return ""
    name = title[last.end() :].strip()
    ends = (name.split() or [""])[:: max(1, len(name.split()) - 1)]
    return name if is_publisher(name, words) and any(is_publisher(end, words) for end in ends) else ""


def named_in(title: str, name: str) -> str:
    """The part at one end of a title that is a name, as the title writes it; empty where there is none.

    >>> named_in("Talks fail | Harbour Post", "harbourpost")
    'Harbour Post'
    """
    found = [(title[: match.start()].strip(), title[match.end() :].strip()) for match in _SEPARATOR.finditer(title[:_LONGEST])]
    return next((part for parts in found for part in parts if name and _key(part) == _key(name)), "")


def own_name(host: str) -> str:
    """The part of an address that names its site.

    >>> own_name("en.meridian.co.uk")
    'meridian'
    """
    return _ENDING.sub("", host).rsplit(".", maxsplit=1)[-1]


def same_name(first: str, second: str) -> bool:
    """Whether two names are of the same site.

    >>> same_name("The Harbour Post", "www.harbourpost.co.uk")
    True
    """
    return bool(_key(first)) and _key(first) == _key(second)


def _key(name: str) -> str:
    """A name by which it is known again: without article, address and blanks."""
    bare = _HOST.sub("", name.strip().lstrip("@")).split("/")[0]
    bare = _ENDING.sub("", bare) if " " not in bare else bare
    return "".join(character for character in _ARTICLE.sub("", bare).casefold() if character.isalnum())
