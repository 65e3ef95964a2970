"""A text -> the language that it is written in, where that is sure."""

import math
import re
from collections import Counter

__all__ = ["foreign"]

_LETTERS = 200  # fewer say too little
_SAMPLE = 50_000  # characters from the start: more change nothing
_SURE = 4.0  # log-likelihood per square root of bytes by which another language must beat English; sure texts reach 18 and more
_SHARE = 0.12  # of all words; English prose has about twice as many
_WORD = re.compile(r"[^\W\d_]+")
_LETTER = re.compile(r"[^\W\d_]")
_CODE = re.compile(r"[a-z]{2,3}\Z")
_NO_LANGUAGE = "zxx"


def foreign(text: str, common: tuple[str, ...] = ()) -> str:
    """The ISO 639 code of the language of `text`, if it surely is not English; otherwise nothing.

    Args:
        text: The whole text of a document.
        common: Words that are common in English and in no other language; a text that is full of them is not examined further.

    Returns:
        A code of two or three letters, or an empty string.

    >>> foreign("The talks were short.")
    ''
    """
    sample = text[:_SAMPLE]
    if len(_LETTER.findall(sample)) <= _LETTERS:
        return ""
    found = Counter(word.lower() for word in _WORD.findall(sample[: _SAMPLE // 10]))
    if sum(found[word] for word in common) > _SHARE * found.total():
        return ""
    import py3langid  # noqa: PLC0415 - most of a second, with its model, that English text need not wait for

    ranked = py3langid.rank(sample)
    code, score = ranked[0]
    margin = (score - dict(ranked)["en"]) / math.sqrt(len(sample.encode("utf-8", "replace")))
    return str(code) if code != _NO_LANGUAGE and _CODE.match(code) and margin > _SURE else ""
