"""Clean text -> its headline and blocks, and the lines around them that tell where it comes from.

A page of print is a head (masthead, headline, standfirst, byline), the body, and a foot. Prose is known by its length and its full
stops: what stands before the first prose is head, what stands after the last is foot, and a short line between is a sub-heading.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.model import Block, BlockKind, Span
from kg.read.clean import Clean
from kg.read.cues import is_byline, is_furniture, is_publisher, is_title_case, opening
from kg.read.dates import dated
from kg.read.headline import site_in
from kg.read.words import PrintWords

__all__ = ["Layout", "arrange"]

_STOP = re.compile(r"[.!?…][\"')\]]*\Z")
_FULL_STOP = re.compile(r"[.…][\"')\]]*\Z")
_SENTENCE = (
    4  # words: what has as many and ends in a stop is a sentence; what has fewer, where a full stop ends it and a verb can be in it
)
_LONG = 12  # words: a line that has more is prose, whatever it ends in
_HEADLINE = 25  # words: no headline has more
_STANDFIRST = 8  # words: a line without a full stop that has fewer is a heading
_MASTHEAD = 3  # words: a line above a longer headline that has no more names the publisher or a section
_NAME = 4  # words: a line under the headline, all in capitals, that has no more is a name or a place
_AND = re.compile(r", (?:and )?| and ")
_DATELINE = re.compile(
    r"(?P<place>[A-Z][\w.'/-]*(?:[ ,]+[\w.'/-]+){0,9}?)(?P<agency> ?\([A-Z][^()]{1,40}\))?(?: --? ?| ?— ?|--)(?=[\"'(]?[A-Z0-9])"
)


@dataclass(frozen=True, slots=True)
class Layout:
    """The blocks of a clean text, its headline (empty if it has none), and what stands around the prose, top to bottom."""

    blocks: tuple[Block, ...]
    headline: str
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Line:
    """A part of the clean text, with what can be said of it without its neighbours."""

    span: Span
    text: str
    words: int
    level: int
    item: bool
    aside: bool
    publisher: bool
    capitals: bool

    @property
    def prose(self) -> bool:
        if self.aside or self.level:
            return False
        if self.words < _SENTENCE:
            return self.words > 1 and not self.capitals and self.text[0].isupper() and bool(_FULL_STOP.search(self.text[-4:]))
        return self.words > _LONG or bool(_STOP.search(self.text[-4:]))

    @property
    def masthead(self) -> bool:
        return self.words <= _MASTHEAD or self.publisher

    @property
    def kind(self) -> BlockKind:
        short = self.words < _STANDFIRST and not self.item and not self.prose
        return BlockKind.HEADING if self.level or short else BlockKind.PARAGRAPH


def arrange(clean: Clean, words: PrintWords = PrintWords()) -> Layout:  # noqa: B008 - a frozen value
    """Tell prose and headings from what is printed around them.

    Args:
        clean: A clean text with its parts.
        words: The words that bylines, navigation and footers show themselves by.

    Returns:
        The blocks in order - at least one if there is a part at all - and the lines that are none.
    """
    lines = list(_lines(clean, words))
    prose = [index for index, line in enumerate(lines) if line.prose]
    first, last = (prose[0], prose[-1] + 1) if prose else (len(lines), len(lines))
    title = _title(lines, first, prose)
    kinds = {index: lines[index].kind for index in range(first, last) if not lines[index].aside}
    kinds |= {index: BlockKind.PARAGRAPH for index in range(last, len(lines)) if _closing_item(lines[index])}
    if title is not None:
        kinds |= {index: lines[index].kind for index in range(title + 1, first) if _under_headline(lines[index])}
        kinds[title] = BlockKind.HEADLINE
    if not kinds and lines:
        kinds[max(range(len(lines)), key=lambda index: (lines[index].words, -index))] = BlockKind.HEADLINE
    site = site_in(lines[title].text, words) if title is not None else ""
    datelines = {index: _dateline(lines[index].text) for index in prose[:2] if index != title}
    return Layout(
        tuple(
            Block(_prose(lines[index], datelines.get(index, ""), site if index == title else ""), kind)
            for index, kind in sorted(kinds.items())
        ),
        _prose(lines[title], "", site).of(clean.text) if title is not None else "",
        tuple(
            filter(None, (site, *(datelines.get(index, "") if index in kinds else line.text for index, line in enumerate(lines))))
        ),
    )


def _lines(clean: Clean, words: PrintWords) -> Iterator[_Line]:
    for part in clean.parts:
        text = part.span.of(clean.text)
        aside = not part.item and _is_aside(text, words)
        yield _Line(
            part.span,
            text,
            words=len(text.split()),
            level=part.level,
            item=part.item,
            aside=aside,
            publisher=is_publisher(text, words),
            capitals=len(text) <= _NAME * 20 and is_title_case(text, words),
        )


def _is_aside(text: str, words: PrintWords) -> bool:
    """Whether a line is neither prose nor heading: furniture, a byline, a date."""
    if is_furniture(text, words):
        return True
    short = len(text.split()) <= 2 * _LONG and not _FULL_STOP.search(text[-4:])
    return short and (is_byline(text, words) or _is_date(text, words))


def _is_date(text: str, words: PrintWords) -> bool:
    """Whether a line states little else than a date."""
    cue = opening((*words.updated, *words.published), text)
    return bool(dated(text)) and (bool(cue) or len(text.split()) <= 5 or "|" in text)


def _title(lines: list[_Line], first: int, prose: list[int]) -> int | None:
    """Which line is the headline: what the markup says, else the first that is longer than a masthead, else the longest."""
    head = [index for index in range(first) if not lines[index].aside]
    marked = [index for index, line in enumerate(lines) if line.level == 1 and not line.aside and index <= first]
    full = [index for index in head if not lines[index].masthead]
    if marked or full:
        return (marked or full)[0]
    if len(prose) > 1 and lines[first].words <= _HEADLINE and not _FULL_STOP.search(lines[first].text[-4:]):
        return first
    named = [index for index in head if not lines[index].publisher] or ([] if prose else head)
    return max(named, key=lambda index: (lines[index].words, -index), default=None)


def _under_headline(line: _Line) -> bool:
    full = all(1 < len(name.split()) < _NAME for name in _AND.split(line.text))  # Ana Lee, Bo Chan and Cy Dee
    name = (line.words <= _NAME or full) and not line.level and line.capitals
    return not (line.aside or line.publisher or name)


def _closing_item(line: _Line) -> bool:
    """Whether a line after the last full stop is the end of a list, and not of the page."""
    return line.item and not line.aside and line.words >= _SENTENCE


def _dateline(text: str) -> str:
    """`GENEVA, 3 May (Wire) - ` at the start of a paragraph: capitals, a date or an agency tell it from a subject with an aside."""
    match = _DATELINE.match(text)
    if not match:
        return ""
    capitals = match["place"].isupper() and len(match["place"]) >= 4
    return match[0] if capitals or match["agency"] or dated(match["place"]) else ""


def _prose(line: _Line, dateline: str, site: str) -> Span:
    """The line without the dateline before it and the name of the site behind it."""
    shown = line.text.removesuffix(site).rstrip(" |\u2014-") if site else line.text
    return Span(line.span.start + len(dateline), line.span.start + len(shown))
