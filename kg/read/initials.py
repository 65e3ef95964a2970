"""The pieces of a printed page -> the same with each initial letter in large type put before the word that it begins.

A drop cap reaches down over several lines, so that a PDF draws it away from its word: before the page, or on the line of its foot.
Its word is the rest of one: it starts the uppermost of the lines beside the letter.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from kg.read.vocabulary import Vocabulary

__all__ = ["Piece", "initials"]

_LARGE = 1.8  # of the size of the text: a drop cap covers two lines at least
_APOSTROPHES = frozenset("'\u2019")
_WORDS = frozenset("AIO")  # letters that are words


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters of one size of type, and where on the page the first of them stands, in points from its lower left corner."""

    text: str
    size: float
    left: float = 0.0
    base: float = 0.0


def initials(pieces: Iterable[Piece], vocabulary: Callable[[], Vocabulary]) -> list[Piece]:
    """Put drop caps before their words.

    Args:
        pieces: Those of one page, in the order in which they are drawn.
        vocabulary: The words of English, to tell `A` + `cross` from `A` + `man`.

    Returns:
        The pieces; a drop cap whose word is not found stays where it is.

    >>> page = [Piece("N", 30, 10, 70), Piece("orway left.", 10, 40, 90), Piece("It was late.", 10, 40, 80)]
    >>> [piece.text for piece in initials(page, Vocabulary)]
    ['Norway left.', 'It was late.']
    """
    placed = list(pieces)
    for initial in [piece for piece in placed if _is_letter(piece)]:
        index = placed.index(initial)
        beside = [other for other, piece in enumerate(placed) if _begins_beside(initial, piece)]
        if not beside:
            continue
        rest = min(beside, key=lambda other: (round(placed[other].left), -placed[other].base, other))
        text = placed[rest].text
        blank = text[: len(text) - len(text.lstrip())].strip(" ")
        gap = _gap(initial, text.strip(), vocabulary)
        placed[rest] = replace(placed[rest], text=f"{blank}{initial.text.strip()}{gap}{text.lstrip()}")
        _join(placed, rest, initial)
        del placed[index]
    return placed


def _join(placed: list[Piece], rest: int, initial: Piece) -> None:
    """Put the lines beside the letter on one: they are of one paragraph, however short the letter makes them."""
    last = rest
    for other in range(rest + 1, len(placed)):
        piece = placed[other]
        if piece.text.strip():
            if round(piece.left) != round(placed[rest].left) or not _high(initial, piece):
                break
            for between in range(last + 1, other + 1):
                text = placed[between].text
                placed[between] = replace(placed[between], text=" " + text.lstrip() if text[:1].isspace() else text)
            last = other


def _high(initial: Piece, piece: Piece) -> bool:
    """Whether a piece stands beside the letter, and not above or below it."""
    return initial.base - piece.size / 2 <= piece.base <= initial.base + initial.size


def _is_letter(piece: Piece) -> bool:
    letter = piece.text.strip().lstrip("\"'\u201c\u2018")
    return len(letter) == 1 and letter.isupper()


def _begins_beside(initial: Piece, piece: Piece) -> bool:
    """Whether a piece of ordinary type stands to the right of the letter, in its height, and starts as the rest of a word does."""
    text = piece.text.strip()
    first = text.split(maxsplit=1)[0] if text else ""
    rest = (
        text[:1].islower() or text[:1] in _APOSTROPHES or (len(first) > 1 and first.isupper()) or initial.text.strip()[-1] in _WORDS
    )
    near = initial.left < piece.left <= initial.left + 2 * initial.size
    return bool(first) and rest and _high(initial, piece) and near and initial.size >= _LARGE * piece.size


def _gap(initial: Piece, text: str, vocabulary: Callable[[], Vocabulary]) -> str:
    """A blank behind a letter that is a word, where it does not make a word with what follows."""
    letter, first = initial.text.strip()[-1], text.split(maxsplit=1)[0].strip(".,;:!?")
    if letter not in _WORDS or text[:1] in _APOSTROPHES:
        return ""
    if text[:1].isupper() and not first[1:].isupper():
        return " "
    known = vocabulary()
    return "" if known.met(letter + first.lower()) or not known.met(first.lower()) else " "
