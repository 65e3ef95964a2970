"""Source -> clean text, its alignment with the source text, and its passages.

The clean text is what a parser wants: every paragraph on one line, a blank line between two of them, straight quotes, no hyphens
left over from print, no markup. Every character of it leads back to the source text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from kg.model import Alignment, Span
from kg.read.edits import Edit, apply, through
from kg.read.hyphens import Hyphens
from kg.read.layout import passages
from kg.read.markdown import inline
from kg.read.normal import normal
from kg.read.source import Passage, Source
from kg.read.vocabulary import english
from kg.read.words import PrintWords

__all__ = ["Clean", "Part", "clean", "straighten"]

_STRAIGHT = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u00b4\u02bc\u2039\u203a", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2212", "-"),
        **dict.fromkeys("\t\v\x1c\x1d\x1e\x1f\u00a0\u1680\u202f\u205f\u3000", " "),
        **dict.fromkeys(map(chr, range(0x2000, 0x200B)), " "),
    }
)
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_LIGATURE = re.compile("[ﬀ-ﬆ]")
_SOFT_HYPHEN = re.compile("\u00ad *")  # what it parts, a blank after it included
_BLANKS = re.compile("  +")
_HYPHEN = re.compile(r"(?<=[^\W_])-( +)(?=[^\W_])")
_AT = re.compile(r"(?<=\w)@ +(?=\w)")


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph or heading of the clean text; `level` is 0 for text, `item` says that it is an item of a list."""

    span: Span
    level: int = 0
    item: bool = False


@dataclass(frozen=True, slots=True)
class Clean:
    """A clean text, the map back to its source text, and its parts in order."""

    text: str
    alignment: Alignment
    parts: tuple[Part, ...]


def straighten(text: str) -> str:
    r"""`text` with straight quotes and hyphens, and every kind of blank but a line end a space: one character for one.

    >>> straighten("Trump\u2019s \u201cUS\u2013Russia\u201d ties")
    'Trump\'s "US-Russia" ties'
    """
    return text.translate(_STRAIGHT)


def clean(source: Source, words: PrintWords = PrintWords()) -> Clean:  # noqa: B008 - a frozen value
    r"""Repair, unwrap and straighten a source text.

    Args:
        source: The source text and how its lines are to be read.
        words: The words that addresses end in, that no compound ends in, and that remarks in brackets start with.

    Returns:
        The clean text; each part of it is free of line breaks, and two are kept apart by one blank line.

    >>> clean(Source("pre- vious ties of\nthe \u201cUS- Russia\u201d kind")).text
    'previous ties of the "US-Russia" kind'
    """
    source, first = normal(source, words)
    straight = straighten(source.text)
    found = passages(source)
    hyphens = Hyphens(straight, frozenset(words.unjoined), english)
    edits = [*_gaps(found, straight, hyphens), *_repairs(straight, hyphens, words)]
    if source.markup == "markdown":
        edits += [Edit(span.start, span.end) for span in inline(source.text)]
    text, second = apply(straight, edits)
    return Clean(text, through(second, first), tuple(_parts(found, text)) if found else ())


def _gaps(found: list[Passage], text: str, hyphens: Hyphens) -> Iterator[Edit]:
    """What stands between two lines: a blank inside a passage, a blank line between two passages, nothing at the ends."""
    if not found:
        yield Edit(0, len(text))
        return
    yield Edit(0, found[0].lines[0].start)
    for passage in found:
        for before, after in pairwise(passage.lines):
            yield _wrap(text, before, after, hyphens)
    for first, second in pairwise(found):
        yield Edit(first.lines[-1].end, second.lines[0].start, "\n\n")
    yield Edit(found[-1].lines[-1].end, len(text))


def _wrap(text: str, before: Span, after: Span, hyphens: Hyphens) -> Edit:
    if text.endswith("\u00ad", before.start, before.end):
        return Edit(before.end - 1, after.start)
    hyphenated = before.end - before.start > 1 and text[before.end - 1] == "-" and text[before.end - 2].isalnum()
    closed = hyphens.edit(before.end, after.start) if hyphenated else None
    return closed or Edit(before.end, after.start, " ")


def _repairs(text: str, hyphens: Hyphens, words: PrintWords) -> Iterator[Edit]:
    """Print artefacts inside a line, anywhere in the text."""
    for match in _HYPHEN.finditer(text):
        edit = hyphens.edit(match.start(1), match.end(1))
        if edit:
            yield edit
    for pattern in (_AT, *_domains(words.domain)):
        yield from (Edit(match.start() + 1, match.end()) for match in pattern.finditer(text))
    yield from (Edit(match.start(), match.end()) for match in _SOFT_HYPHEN.finditer(text))
    yield from (Edit(match.start(), match.end(), " ") for match in _BLANKS.finditer(text))
    yield from (Edit(match.start(), match.end(), _LIGATURES[match[0]]) for match in _LIGATURE.finditer(text))


def _domains(endings: tuple[str, ...]) -> list[re.Pattern[str]]:
    """A blank after a full stop, before the end of an address and before the country that may follow it."""
    if not endings:
        return []
    known = "|".join(sorted(map(re.escape, endings)))
    country = rf"(?:{known})\. +[a-z]{{2}}(?![\w-])"
    return [
        re.compile(r"(?<=\bwww)\. +(?=[a-z0-9])"),
        re.compile(rf"(?<=[a-z0-9])\. +(?=(?:[a-z0-9-]{{1,40}}\. *)?(?:{known}|{country})(?![\w-]))"),
        *(re.compile(rf"(?<=\. {re.escape(ending)})\. +(?=[a-z]{{2}}(?![\w-]))") for ending in endings),
        *(re.compile(rf"(?<=[\w]\.{re.escape(ending)})\. +(?=[a-z]{{2}}(?![\w-]))") for ending in endings),
    ]


def _parts(found: list[Passage], text: str) -> Iterator[Part]:
    """The stretches between the blank lines, each with what its passage was."""
    position = 0
    for passage, line in zip(found, text.split("\n\n"), strict=True):
        trimmed = line.strip()
        start = position + line.find(trimmed)
        if trimmed:
            yield Part(Span(start, start + len(trimmed)), passage.level, passage.item)
        position += len(line) + 2
