"""Source -> the same source in normal form, with the map back: entities decoded, accents composed, and no marks that are no text.

What a file shows and what a reader reads differ by more than print: `&rsquo;` in a file that was cut out of a page, an accent that
is a character of its own, marks that nobody sees, pictures, and references to notes. Each goes in a step of its own, by edits, so
that a quote is still verbatim in the source text.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import lru_cache
from html import unescape
from html.entities import html5

from kg.model import Alignment, Span
from kg.read.edits import Edit, apply, index_of, through
from kg.read.markdown import comments
from kg.read.source import Heading, Source
from kg.read.words import PrintWords

__all__ = ["is_power", "normal", "normal_line"]

_ENTITY = re.compile(r"&(?:amp;)*(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,31});")
_NO_TEXT = {"Cc", "Cs", "Cn"}  # categories of characters: controls, halves, none
_ENCODED = 3  # times that a text is encoded at most
_COMPOSED = re.compile(r"[^\u0300-\u036f\s][\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff]+")
_DOT = re.compile(r"(?<=[iIjJ])\u0307")  # what lower case makes of the Turkish capital
_INVISIBLE = re.compile(
    "[\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff]+"
)
_ICONS = "\ue000-\uf8ff"  # what fonts of icons use
_PICTURES = rf"(?:[\u2194-\u2199\u21a9\u21aa\u2300-\u23ff\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff{_ICONS}]|[\d#*]\u20e3)"
_PICTURE = re.compile(rf" *{_PICTURES}(?: *{_PICTURES})* *")
_ICON_IN_WORD = re.compile(rf"(?<=[^\W_])[{_ICONS}]+(?=[^\W_])")
_CLOSING = re.compile(r"[.,;:!?)\]\u2019\u201d]|\s|\Z|(?<! )[\"']")
_LOST = re.compile("\ufffd+")
_CLITIC = re.compile(r"(?:[stdm]|ll|re|ve)(?![^\W_])")  # what follows an apostrophe: 's, 't, 'd, 'm, 'll, 're, 've

_AFTER_WORD = r"(?<=[^\W_]|[.,;:!?\u2026)\]\"'\u2019\u201d\u00bb%])"
_SERIES = r"\d{1,3}(?:[ ,;\u2013-]{1,2}\d{1,3})*"
_RAISED = "\u2070\u00b9\u00b2\u00b3\u2074-\u2079"
_SUPERSCRIPT = re.compile(rf"(?<=[^\W\d_]|[.,;:!?\u2026)\]\"'\u2019\u201d\u00bb])[{_RAISED}]+(?:[,\u2013-][{_RAISED}]+)*(?![^\W_])")
_POWERS = "\u00b2\u00b3"
_UNIT = re.compile(r"(?:\d ?(?:sq |cu )?[^\W\d_]{1,2}|(?<![^\W_])[^\W\d_]|(?<!\d)(?!(?:19|20)\d\d\Z)\d{1,6})\Z")  # 40 km, m, 10
_LETTER = re.compile(rf"{_AFTER_WORD}\[([a-z])\](?![^\W_])")
_RAISED_TAG = re.compile(r"<sup\b[^<>\n]{0,200}>([^\n]{0,400}?)</sup>|(?<=[^\W_]|[.,;:!?])\^(\d{1,3})\^", re.IGNORECASE)
_TARGET = re.compile(r"<[^<>]*>|\]\([^()\s]*\)")  # of what stands in Markdown: a tag, or where a link leads
_WORD = re.compile(r"[^\W\d_]{2}")
_LINKED = re.compile(rf"{_AFTER_WORD}(?:\[\\?\[?{_SERIES}\\?\]?\]\([^()\s]{{0,500}}\))+")

_Step = Callable[[str, PrintWords], Iterator[Edit]]


def normal(source: Source, words: PrintWords = PrintWords()) -> tuple[Source, Alignment]:  # noqa: B008 - a frozen value
    r"""The source as it is meant to be read.

    Args:
        source: A source text, with its headings.
        words: The remarks of editors that stand in brackets.

    Returns:
        The source with its text in normal form, and the map from that text to the text as it was.

    >>> normal(Source("Chad&#39;s envoy left.[3]"))[0].text
    "Chad's envoy left."
    """
    text, alignment = source.text, Alignment((0,), (0,))
    steps = (*_STEPS, _tagged) if source.markup == "markdown" else _STEPS
    for step in (*steps, _references):
        edits = list(step(text, words))
        if edits:
            text, done = apply(text, edits)
            alignment = through(done, alignment)
    return replace(source, text=text, headings=tuple(_moved(source.headings, text, alignment))), alignment


def normal_line(line: str, words: PrintWords = PrintWords()) -> str:  # noqa: B008 - a frozen value
    r"""A title or a name in normal form, without blanks around it.

    >>> normal_line("Co\u0302te d&#39;Ivoire")
    "Côte d'Ivoire"
    """
    return " ".join(normal(Source(line), words)[0].text.split())


def _moved(headings: tuple[Heading, ...], text: str, alignment: Alignment) -> Iterator[Heading]:
    """The headings where they stand now; one that was nothing but marks is gone."""
    for heading in headings:
        start, end = (index_of(alignment, position) for position in (heading.span.start, heading.span.end))
        kept = text[start:end]
        if kept.strip():
            yield Heading(Span(start + len(kept) - len(kept.lstrip()), start + len(kept.rstrip())), heading.level)


def _entities(text: str, _words: PrintWords) -> Iterator[Edit]:
    """`&rsquo;` and `&amp;rsquo;`, as far as they are known."""
    for match in _ENTITY.finditer(text) if "&" in text else ():
        decoded = match[0]
        for _ in range(_ENCODED):
            known = decoded[:1] == "&" and (decoded[1:] in html5 or decoded[1:2] == "#" or decoded.startswith("&amp;"))
            decoded = unescape(decoded) if known else decoded
        decoded = " ".join(decoded.splitlines()) or " "
        if decoded != match[0] and not any(unicodedata.category(character) in _NO_TEXT for character in decoded):
            yield Edit(match.start(), match.end(), decoded)


def _invisible(text: str, _words: PrintWords) -> Iterator[Edit]:
    """Marks that nobody sees: joiners, the direction of writing, byte-order marks, variants of signs."""
    yield from (Edit(match.start(), match.end()) for match in _INVISIBLE.finditer(text) if not text.isascii())


def _composed(text: str, _words: PrintWords) -> Iterator[Edit]:
    """A letter and its accents as the one letter that they are."""
    for match in _COMPOSED.finditer(text):
        letter = _DOT.sub("", unicodedata.normalize("NFC", match[0]))
        if letter != match[0]:
            yield Edit(match.start(), match.end(), letter)


def _pictures(text: str, _words: PrintWords) -> Iterator[Edit]:
    """Emoji, flags and ornaments, with the blank that they leave before a stop."""
    for match in _PICTURE.finditer(text):
        starts = match.start() == 0 or text[match.start() - 1] in "\r\n\f"
        if not _ICON_IN_WORD.match(text, match.start()):
            yield Edit(match.start(), match.end(), "" if starts or _CLOSING.match(text, match.end()) else " ")


def _lost(text: str, _words: PrintWords) -> Iterator[Edit]:
    """A character that was lost before: an apostrophe inside a word (`Norway's`, `d'Ivoire`), and nothing at the edge of one."""
    for match in _LOST.finditer(text):
        before, after = text[max(0, match.start() - 2) : match.start()], text[match.end() : match.end() + 1]
        elided = before[-1:].isalpha() and not before[:-1].isalpha() and after.isupper()
        if before[-1:].isalpha() and (elided or _CLITIC.match(text, match.end())):
            yield Edit(match.start(), match.end(), "'")
        elif not (before[-1:].isalnum() and after.isalnum()):
            yield Edit(match.start(), match.end())


def is_power(before: str) -> bool:
    """Whether what is raised behind a text is a power: behind a unit with its number, a letter, or a number that is no year.

    >>> is_power("an area of 40 km"), is_power("of 10"), is_power("in Chad")
    (True, True, False)
    """
    return bool(_UNIT.search(before))


def _superscripts(text: str, _words: PrintWords) -> Iterator[Edit]:
    """Raised digits after a word or a stop; those of a unit are a power."""
    for match in _SUPERSCRIPT.finditer(text):
        power = match[0] in _POWERS and is_power(text[max(0, match.start() - 12) : match.start()])
        if not power:
            yield Edit(match.start(), match.end())


def _letters(text: str, _words: PrintWords) -> Iterator[Edit]:
    """`[a]`, `[b]`: notes are lettered in order, where an editor's `plan[s]` is not."""
    expected = "a"
    for match in _LETTER.finditer(text):
        if match[1] <= expected:
            yield Edit(match.start(), match.end())
            expected = max(expected, chr(ord(match[1]) + 1))


def _references(text: str, words: PrintWords) -> Iterator[Edit]:
    """`[3]`, `[note 2]`, `[citation needed]`: after a word or stop, or before a stop with a blank between."""
    for match in _reference(words.mark, words.noted).finditer(text) if "[" in text else ():
        yield Edit(match.start(), match.end())


def _tagged(text: str, _words: PrintWords) -> Iterator[Edit]:
    """What is no text in Markdown: comments, raised references, and links whose words are a number."""
    yield from (Edit(span.start, span.end) for span in comments(text))
    for match in _RAISED_TAG.finditer(text):
        shown = _TARGET.sub("", match[1] or match[2])
        power = shown.isdigit() and is_power(text[max(0, match.start() - 12) : match.start()])
        if not power and not _WORD.search(shown):
            yield Edit(match.start(), match.end())
    yield from (Edit(match.start(), match.end()) for match in _LINKED.finditer(text))


@lru_cache(maxsize=8)
def _reference(marks: tuple[str, ...], noted: tuple[str, ...]) -> re.Pattern[str]:
    """What stands in brackets for a note: after a word or a stop, before a stop, or between two sentences."""
    remarks = "|".join(re.escape(mark) for mark in sorted(marks, key=lambda mark: (-len(mark), mark)))
    named = "|".join(map(re.escape, sorted(noted)))
    inside = [_SERIES, *([rf"(?i:{named})\.? ?{_SERIES}"] if noted else [])]
    inside += [rf"(?i:{remarks})(?![^\W_])[^\[\]\n]{{0,60}}"] if marks else []
    bracket = rf"\\?\[(?:{'|'.join(inside)})\\?\](?!\()"
    return re.compile(
        rf"{_AFTER_WORD}(?:{bracket})+"
        rf"|(?<=[^\W_]|[)\"'\u2019\u201d])(?: {bracket})+(?=[.,;:!?)]|[ \t]*(?:\Z|[\r\n]))"
        rf"|(?<=[.!?\u2026])(?: {bracket})+(?=\s|\Z)"
    )


_STEPS: tuple[_Step, ...] = (_entities, _invisible, _composed, _pictures, _lost, _superscripts, _letters)
