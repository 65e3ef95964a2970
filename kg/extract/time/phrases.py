"""Text -> where known phrases stand in it, looked for only where their longest word is there."""

import re
from collections.abc import Iterable, Iterator

__all__ = ["PhraseIndex", "bag", "lowered"]

_WORD = re.compile(r"[a-z]+|\d")


def bag(lower: str) -> frozenset[str]:
    """The words of a text in lower case; "0" stands for any digit.

    >>> sorted(bag("back in may 2014"))
    ['0', 'back', 'in', 'may']
    """
    return frozenset("0" if word.isdigit() else word for word in _WORD.findall(lower))


def lowered(text: str) -> str:
    """A text in lower case, letter by letter: a few capitals would grow, and places would no longer agree."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)


class PhraseIndex:
    """Phrases of several words, any number of them; the time to look does not grow with it."""

    def __init__(self, phrases: Iterable[str]) -> None:
        """Index phrases in lower case by their longest word."""
        self._by_word: dict[str, list[str]] = {}
        for phrase in sorted(set(phrases)):
            longest = max(sorted(bag(phrase)), key=len, default="")
            self._by_word.setdefault(longest, []).append(phrase)

    def find(self, lower: str, words: frozenset[str]) -> Iterator[tuple[int, int, str]]:
        """Start, end and phrase of each that stands in a text, the longest where several start; none inside another.

        Args:
            lower: The text in lower case.
            words: Its words, see `bag`.
        """
        found = [
            (at, -len(phrase), phrase)
            for word in self._by_word.keys() & words
            for phrase in self._by_word[word]
            for at in _places(lower, phrase)
        ]
        end = 0
        for start, length, phrase in sorted(found):
            if start >= end:
                end = start - length
                yield start, end, phrase


def _places(lower: str, phrase: str) -> Iterator[int]:
    """Where a phrase stands as whole words."""
    at = lower.find(phrase)
    while at >= 0:
        end = at + len(phrase)
        if not lower[end : end + 1].isalnum() and not (at and lower[at - 1].isalnum()):
            yield at
        at = lower.find(phrase, end)
