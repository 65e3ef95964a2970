"""A text and its edits -> the edited text, with the map back."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.model import Alignment

__all__ = ["Edit", "apply"]


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
    ('US-Russia', Alignment(clean=(0, 3), source=(0, 4)))
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

    for edit in _disjoint(edits):
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
    return "".join(parts), Alignment(tuple(clean), tuple(source))


def _disjoint(edits: Iterable[Edit]) -> Iterator[Edit]:
    position = 0
    for edit in sorted(edits, key=lambda edit: (edit.start, -edit.end)):
        if edit.start >= position:
            yield edit
            position = edit.end
