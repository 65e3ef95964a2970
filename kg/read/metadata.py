"""Layout and source -> where the document comes from."""

import re

from kg.read.blocks import Layout
from kg.read.cues import has_address, is_byline, is_publisher, opening
from kg.read.dates import dated, iso
from kg.read.names import authors
from kg.read.normal import normal_line
from kg.read.source import Origin, Source
from kg.read.words import PrintWords

__all__ = ["origin", "stated_in"]

_BAR = re.compile(r" *[|•·] *| +[-—] +|; ")
_PIECES = re.compile(rf"{_BAR.pattern}|, ")
_AGENCY = re.compile(r"\(([A-Z][^()]{1,40})\) ?(?:--?|—) ?\Z")
_PERSON = re.compile(r"[^\W\d_][\w.'-]*(?: [^\W\d_][\w.'-]*){1,4}\Z")
_LIST = re.compile(r"(?:, | and |, and )")


def origin(source: Source, layout: Layout, words: PrintWords) -> Origin:
    """What is known of a document's origin.

    Args:
        source: The source, with what its markup states and its file's properties say.
        layout: What stands around the prose.
        words: The words of bylines and mastheads.

    Returns:
        What the markup states, else what the page shows, else what the properties of the file say.
    """
    shown = Origin(layout.headline, _publisher(layout, words), _author(layout, words), _published(layout, words))
    return source.stated.or_else(shown).or_else(source.guessed)


def stated_in(entries: dict[str, tuple[str, ...]], words: PrintWords) -> Origin:
    """The origin that the entries of a front matter state.

    >>> stated_in({"date": ("12 March 2018",)}, PrintWords(published_key=("date",))).published
    '2018-03-12'
    """

    def entry(keys: tuple[str, ...]) -> list[str]:
        return next((list(map(normal_line, entries[key])) for key in keys if entries.get(key)), [])

    title, publisher = " ".join(entry(words.title_key)), " ".join(entry(words.publisher_key))
    return Origin(title, publisher, authors(entry(words.author_key), (publisher,), words), iso(entry(words.published_key)))


def _publisher(layout: Layout, words: PrintWords) -> str:
    """The masthead, a part of the byline, or the agency of the dateline."""
    for remark in layout.remarks:
        agency = _AGENCY.search(remark)
        if agency:
            return agency[1]
        for piece in _PIECES.split(remark):
            if is_publisher(piece, words) and not is_byline(piece, words) and not has_address(piece, words):
                return piece
    return ""


def _author(layout: Layout, words: PrintWords) -> str:
    for remark in layout.remarks:
        for piece in _BAR.split(remark):
            if is_byline(piece, words):
                return _names(piece[opening(words.byline, piece) :].strip(" :"), words)
    return ""


def _names(text: str, words: PrintWords) -> str:
    """The names that a byline starts with: what follows - a date, a role, an office - is cut off."""
    kept: list[str] = []
    for word in text.split():
        if opening((*words.updated, *words.published), word) or word[0].isdigit() or dated(f"1 {word} 2000"):
            break
        kept.append(word)
    named = " ".join(kept).rstrip(" ,:|-")
    pieces = named.split(", ")
    persons = [piece for piece in pieces if _is_person(piece) and not is_publisher(piece, words)]
    return named if len(_LIST.split(named)) == len(persons) or " and " in pieces[-1] else pieces[0]


def _is_person(text: str) -> bool:
    """Whether a text looks like a full name: two to five words, the first and the last with a capital."""
    return bool(_PERSON.match(text)) and text[0].isupper() and text.rsplit(maxsplit=1)[-1][0].isupper()


def _published(layout: Layout, words: PrintWords) -> str:
    """The date of publication where one is called so, else the first date that the page shows."""
    called = [remark for remark in layout.remarks if opening(words.published, remark)]
    return iso(called) or iso(layout.remarks)
