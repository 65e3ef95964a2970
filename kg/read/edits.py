"""A text and its edits -> the edited text, with the map back."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.model import Alignment, Span

__all__ = ["Edit", "apply", "index_of", "through"]


@dataclass(frozen=True, slots=True)
class Edit:
    """The characters from `start` to `end` are replaced by `text`."""

    start: int
    end: int
    text: str = ""


def apply(text: str, edits: Iterable[Edit]) -> tuple[str, Alignment]:
    """Edit a text, and remember where every character came from.

    Args:
        text: The text before.
        edits: In any order; one that overlaps an earlier one (or a longer one at the same place) is left out.

    Returns:
        The text after, and its alignment with the text before. A character that an edit put in leads to the text that it replaced.

    >>> apply("US- Russia", [Edit(3, 4)])
    ('US-Russia', Alignment(clean=(0, 3), source=(0, 4), wholes=()))
    """
    parts: list[str] = []
    clean, source = [0], [0]
    length = position = 0

    def run(origin: int) -> None:
        """Let the next character of the result come from `origin`, unless the current run says so already."""
        if length - clean[-1] == origin - source[-1]:
            return
        if clean[-1] == length:
            source[-1] = origin
        else:
            clean.append(length)
            source.append(origin)

    for edit in (kept := list(_disjoint(edits))):
        parts.append(text[position : edit.start])
        length += edit.start - position
        for offset, character in enumerate(edit.text):
            run(min(edit.start + offset, edit.end - 1))
            parts.append(character)
            length += 1
        position = edit.end
        run(position)
    parts.append(text[position:])
    if len(clean) > 1 and clean[-1] == length + len(text) - position:
        del clean[-1], source[-1]
    return "".join(parts), Alignment(tuple(clean), tuple(source), _wholes(kept))


def _wholes(edits: list[Edit]) -> tuple[Span, ...]:
    """What was replaced by fewer characters, but by some."""
    return tuple(Span(edit.start, edit.end) for edit in edits if edit.text.strip() and edit.end - edit.start > 1)


def through(second: Alignment, first: Alignment) -> Alignment:
    """The map of two edits, one after the other.

    Args:
        second: From the text after both to the text between them.
        first: From the text between them to the text before both.

    Returns:
        From the text after both to the text before.

    >>> through(Alignment((0,), (2,)), Alignment((0, 5), (0, 9)))
    Alignment(clean=(0, 3), source=(2, 9), wholes=())
    """
    clean, source = [0], [first.position(second.position(0))]
    for index in _starts(second, first):
        origin = first.position(second.position(index))
        if index - clean[-1] != origin - source[-1]:
            clean.append(index)
            source.append(origin)
    return Alignment(tuple(clean), tuple(source), _joined([*first.wholes, *map(first.span, second.wholes)]))


def _starts(second: Alignment, first: Alignment) -> Iterator[int]:
    """Where a run of either of two maps starts, as characters of the text after both, ascending."""
    for start, between, end in zip(second.clean, second.source, (*second.clean[1:], None), strict=True):
        if start:
            yield start
        reach = None if end is None else bisect_left(first.clean, between + end - start)
        yield from (start + run - between for run in first.clean[bisect_right(first.clean, between) : reach])


def _joined(spans: list[Span]) -> tuple[Span, ...]:
    """Spans in order, with those that overlap made one."""
    joined: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if joined and span.start < joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return tuple(joined)


def index_of(alignment: Alignment, position: int) -> int:
    """Where the text after an edit has the first character that comes from a position of the text before, or from behind it.

    >>> index_of(Alignment((0, 3), (0, 4)), 5)
    4
    """
    run = max(0, bisect_right(alignment.source, position) - 1)
    index = alignment.clean[run] + max(0, position - alignment.source[run])
    return min(index, alignment.clean[run + 1]) if run + 1 < len(alignment.clean) else index


def _disjoint(edits: Iterable[Edit]) -> Iterator[Edit]:
    position = 0
    for edit in sorted(edits, key=lambda edit: (edit.start, -edit.end)):
        if edit.start >= position:
            yield edit
            position = edit.end
