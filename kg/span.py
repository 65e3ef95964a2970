"""Spans: stretches of text, and the map from the characters of a clean text to those of its source text."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["Alignment", "Span", "overlapping"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of characters.

    >>> Span(4, 6).of("The US said")
    'US'
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters of `text` that the span covers."""
        return text[self.start : self.end]

    def covers(self, other: "Span") -> bool:
        """Whether `other` lies inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the spans share a character."""
        return self.start < other.end and other.start < self.end


def overlapping(spans: Sequence[Span], span: Span) -> Sequence[Span]:
    """Those of sorted, disjoint spans that share a character with a span, in logarithmic time.

    >>> overlapping([Span(0, 3), Span(5, 9), Span(9, 12)], Span(2, 9))
    [Span(start=0, end=3), Span(start=5, end=9)]
    """
    first = bisect_right(spans, span.start, key=lambda known: known.end)
    return spans[first : bisect_left(spans, span.end, key=lambda known: known.start)]


@dataclass(frozen=True, slots=True)
class Alignment:
    """A map from the characters of a clean text back to those of its source text.

    Runs of characters that were copied unchanged (or one for one) are kept as their first positions: run `i` starts at `clean[i]`
    in the clean text and at `source[i]` in the source text. Both are ascending; the first run starts at clean position 0.
    `wholes` are the stretches of the source text that stand for fewer characters (`&eacute;`, a letter and its accent): a span
    that touches one covers it.

    >>> Alignment((0, 3), (0, 4)).span(Span(0, 9))   # "US- Russia" cleaned to "US-Russia"
    Span(start=0, end=10)
    >>> Alignment((0, 1), (0, 6), (Span(0, 6),)).span(Span(0, 1))   # "&quot;" cleaned to a quotation mark
    Span(start=0, end=6)
    """

    clean: tuple[int, ...]
    source: tuple[int, ...]
    wholes: tuple[Span, ...] = ()

    def position(self, index: int) -> int:
        """The source position of the clean character at `index`."""
        run = bisect_right(self.clean, index) - 1
        return self.source[run] + index - self.clean[run]

    def span(self, span: Span) -> Span:
        """The source span from the first to the last character of a clean span; an empty span stays empty."""
        start = self.position(span.start)
        if span.start == span.end:
            return Span(start, start)
        last = self.position(span.end - 1)
        return Span(self._whole(start).start, self._whole(last).end)

    def _whole(self, position: int) -> Span:
        """The stretch around a source position that stands for fewer characters, or else the one character."""
        index = bisect_right(self.wholes, position, key=lambda whole: whole.start) - 1
        inside = index >= 0 and position < self.wholes[index].end
        return self.wholes[index] if inside else Span(position, position + 1)
