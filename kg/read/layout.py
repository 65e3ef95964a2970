"""Source -> passages: which lines belong together.

A line end is a paragraph's end, or it only wraps a paragraph. It wraps where the next word would not have fit on the line, and
where the sentence visibly goes on; a text whose lines are longer than print is not wrapped at all.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from kg.model import Span
from kg.read import markdown
from kg.read.source import Passage, Source

__all__ = ["passages"]

_LINE = re.compile(r"[^\r\n\f\x85\u2028\u2029]+|\r\n|[\r\n\f\x85\u2028\u2029]")
_ENDS = ("\r\n", "\r", "\n", "\f", "\x85", "\u2028", "\u2029")
_FOLIO = re.compile(r"(?:[Pp]age )?[-\u2013\u2014 ]*\d{1,4}[-\u2013\u2014 ]*(?:(?:of|/) ?\d{1,4})?\Z")
_ADDRESS = re.compile(r"www\.|https?:|[\w.-]{1,60}@", re.IGNORECASE)
_STOP = re.compile(r"[.!?\u2026:][\"'\u201d\u2019)\]]*\Z")
_PRINT = 130  # characters: the widest line that anybody sets; longer ones are paragraphs
_COLUMN = 45  # characters: the narrowest; shorter lines are a list or a letter head
_SMALL = 0.25  # of the lines that follow another one; wrapped prose has about three in four
_SLACK = 0.8  # of the width: proportional type and ragged margins leave this much unused


def passages(source: Source) -> list[Passage]:
    r"""The paragraphs and headings of a source text, in order.

    >>> [len(passage.lines) for passage in passages(Source("A talk.\n\nTwo wrapped\nlines."))]
    [1, 2]
    """
    if source.markup == "markdown":
        return list(markdown.passages(source.text))
    text = source.paged
    groups = list(_groups(text, _folios(text)))
    if source.markup == "blocks":
        return _headed([Passage(tuple(group)) for group in groups], source)
    width = _width(source.text, groups)
    headings = [heading.span for heading in source.headings]
    found = [Passage(tuple(lines)) for group in groups for lines in _unwrapped(source.text, group, width, headings)]
    return _headed(found, source)


def _folios(text: str) -> frozenset[str]:
    """Page numbers and running heads: what stands alone on the first or last line of most pages."""
    pages = [page.strip().splitlines() for page in text.split("\f")] if "\f" in text else []
    edges = Counter(line.strip() for page in pages if page for line in {page[0], page[-1]})
    numbers = {line for line in edges if _FOLIO.match(line)}
    return frozenset(numbers | {line for line, count in edges.items() if count > 1 and count * 2 >= len(pages)})


def _groups(text: str, folios: frozenset[str]) -> Iterator[list[Span]]:
    """Lines that no blank line parts, each without the blanks around it."""
    group: list[Span] = []
    filled = turned = False  # whether this line has text, and whether the page was turned since the last
    for match in _LINE.finditer(text):
        line = match[0]
        if line in _ENDS:
            turned = turned or line == "\f"  # the blank lines at a page's start part nothing
            if group and not filled and not turned:
                yield group
                group = []
            filled = False
        elif (trimmed := line.strip()) in folios:
            filled = True  # the paragraph goes on after the page number
        elif trimmed:
            start = match.start() + line.find(trimmed)
            group.append(Span(start, start + len(trimmed)))
            filled, turned = True, False
    if group:
        yield group


def _width(text: str, groups: list[list[Span]]) -> int:
    """How wide the text is set: what nine in ten of the lines that another one follows stay within; 0 if lines are not wrapped.

    In wrapped prose most lines start in small letters; in lists of headlines and in heads hardly any does.
    """
    lengths = sorted(line.end - line.start for group in groups for line in group[:-1])
    small = sum(text[line.start].islower() for group in groups for line in group[1:])
    return lengths[len(lengths) * 9 // 10] if small > _SMALL * len(lengths) else 0


def _unwrapped(text: str, group: list[Span], width: int, headings: list[Span]) -> Iterator[list[Span]]:
    lines = group[:1]
    for before, after in pairwise(group):
        inside = [_inside(headings, line) for line in (before, after)]
        joined = inside[0] == inside[1] if any(inside) else _wraps(text, before, after, width)
        if not joined:
            yield lines
            lines = []
        lines.append(after)
    yield lines


def _inside(headings: list[Span], line: Span) -> Span | None:
    """The heading that a line belongs to."""
    index = bisect_right(headings, line.start, key=lambda span: span.start) - 1
    return headings[index] if index >= 0 and line.start < headings[index].end else None


def _wraps(text: str, before: Span, after: Span, width: int) -> bool:
    """Whether the paragraph goes on in the next line."""
    if _ADDRESS.match(text, after.start, after.end):
        return False
    tail = text[max(before.start, before.end - 4) : before.end]
    if not _STOP.search(tail) and (text[after.start].islower() or tail.endswith((",", "-", "\u00ad"))):
        return True
    blank = text.find(" ", after.start, after.end)
    word = (after.end if blank < 0 else blank) - after.start
    length = before.end - before.start
    return _COLUMN <= width <= _PRINT and length <= _PRINT and length + 1 + word > _SLACK * width


def _headed(found: list[Passage], source: Source) -> list[Passage]:
    levels = {heading.span.start: heading.level for heading in source.headings}
    return [Passage(passage.lines, levels.get(passage.lines[0].start, 0), passage.item) for passage in found]
