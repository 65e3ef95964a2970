"""A text and its lines -> what becomes of the hyphens that stand before a blank or at the end of a line.

A printed hyphen before a blank is one of three things: the hyphen of a compound (`deep- rooted`, `US- Russia`), a break inside a
word (`pre- vious`, `Vladi- mir`), or the first half of a coordination (`two- and three-year`). The rules, first match wins:

1. before a word that cannot end a compound (`and`, `or`, `which`: `print:unjoined`): left as it is;
2. beside a digit, before a capital, after an acronym: a compound;
3. the hyphenated word stands in the document or in the dictionary: a compound;
4. the joined word stands in the document or in the dictionary: a break;
5. the second half is no word by itself, or the joined word was met in texts and one half is no word: a break;
6. otherwise a compound.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from kg.read.edits import Edit
from kg.read.vocabulary import Vocabulary

__all__ = ["Hyphens"]

_BEFORE = re.compile(r"(?:[^\W_]+-)*([^\W_]+)\Z")
_AFTER = re.compile(r"[^\W_]+")
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_REACH = 40  # characters: no English word is longer, and a text without blanks must not be searched again and again
_FRAGMENT = 2  # characters: shorter "words" of the dictionary are symbols and abbreviations


@dataclass(frozen=True)
class Hyphens:
    """The hyphens of one text. `vocabulary` is asked only when there is something to decide."""

    text: str
    unjoined: frozenset[str]
    vocabulary: Callable[[], Vocabulary]

    def edit(self, start: int, end: int) -> Edit | None:
        """What to do with the blank between `start`, just after a hyphen, and `end`, where the next word starts.

        Returns:
            The edit that closes the blank, with or without the hyphen; None where it has to stay.
        """
        before = _BEFORE.search(self.text, max(0, start - 1 - _REACH), start - 1)
        after = _AFTER.match(self.text, end, end + _REACH)
        if not before or not after or after[0].lower() in self.unjoined:
            return None
        return Edit(start - 1 if self._broken(before[1], after[0]) else start, end)

    def _broken(self, left: str, right: str) -> bool:
        """Whether the hyphen only breaks a word in two."""
        acronym = len(left) > 1 and left.isupper()
        if acronym or not (left.isalpha() and right.isalpha() and right[0].islower()):
            return False
        joined, compound, words = left + right, f"{left}-{right}".lower(), self.vocabulary()
        if compound in self._words or words.has(compound):
            return False
        return joined.lower() in self._words or words.has(joined) or self._fragments(left, right, words)

    @staticmethod
    def _fragments(left: str, right: str, words: Vocabulary) -> bool:
        if not words.dictionary:
            return False
        if not words.met(left + right):
            return not words.met(right)
        return not all(len(half) > _FRAGMENT and words.has(half) for half in (left, right))

    @cached_property
    def _words(self) -> frozenset[str]:
        """The words of the text, compounds as one, in lower case."""
        return frozenset(word.lower() for word in _WORD.findall(self.text))
