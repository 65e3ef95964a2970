"""Readings -> attributions without a verb: what stands behind the speaker's name and a colon, or before a dash and his name."""

from collections.abc import Iterator, Sequence
from itertools import groupby, takewhile

from spacy.tokens import Token

from kg.extract.attribute.parts import attribution
from kg.extract.attribute.words import ReportingWords
from kg.extract.reading import Reading
from kg.model import ActorKind, Argument, Attribution, Span

__all__ = ["signed"]

# A name with its title is not longer.
_LONGEST = 6
_DASHES = frozenset({"-", "--", "\u2013", "\u2014", "\u2015"})


def signed(readings: Sequence[Reading], words: ReportingWords, quotes: Sequence[Span]) -> Iterator[tuple[int, Attribution]]:
    """Find the turns of a transcript ("FALK: We will.") and the quotations that are signed ('"We will." - Zoe Falk').

    Args:
        readings: The sentences of a document.
        words: The words that report.
        quotes: The quotations, sorted.

    Yields:
        Attributions with the number of their sentence.
    """
    numbered = groupby(enumerate(readings), key=lambda one: one[1].sentence.block)
    for block in (list(group) for _, group in numbered):
        (first, opening), (last, closing) = block[0], block[-1]
        end = closing.sentence.extent.end
        yield from ((first, turn) for turn in _turn(opening, end, words))
        yield from ((last, named) for named in _signature(closing, quotes, words))


def _turn(reading: Reading, end: int, words: ReportingWords) -> Iterator[Attribution]:
    """A block that opens with the name of a person, or of a poll or report, and a colon."""
    tokens = [token for token in reading.sentence.words if token.text not in {'"', "''"} and not token.is_space]
    name = list(takewhile(lambda token: token.text != ":", tokens[: _LONGEST + 1]))
    if not name or len(name) > _LONGEST or len(name) == len(tokens):
        return
    colon = tokens[len(name)]
    content = Span(reading.span(colon).end + 1, end)
    if content.start < content.end and _is_speaker(reading, name, words):
        yield attribution(reading, _head(name), (colon,), (content,), words)


def _is_speaker(reading: Reading, name: Sequence[Token], words: ReportingWords) -> bool:
    if len(name) <= 2 and name[-1].lemma_.lower() in words.nouns:
        return True
    named = all(token.pos_ in {"PROPN", "ADJ"} or token.is_punct for token in name)
    return named and any(_is_person(argument) for token in name for argument in reading.actors(token))


def _is_person(argument: Argument) -> bool:
    return getattr(argument.entity, "kind", None) is ActorKind.PERSON


def _signature(reading: Reading, quotes: Sequence[Span], words: ReportingWords) -> Iterator[Attribution]:
    """A quotation at the end of a block with a dash and a name behind it."""
    tokens = [token for token in reading.sentence.words if not token.is_space]
    name = list(takewhile(lambda token: token.pos_ == "PROPN" or token.text == ".", reversed(tokens)))[::-1]
    if not 1 < len(name) <= _LONGEST or len(name) == len(tokens):
        return
    dash = tokens[-len(name) - 1]
    at = reading.span(dash).start
    quote = next((quote for quote in quotes if 0 <= at - quote.end <= 3), None)
    if dash.text in _DASHES and quote is not None:
        yield attribution(reading, _head(name), (dash,), (quote,), words)


def _head(name: Sequence[Token]) -> Token:
    """The word of a name that governs the others."""
    return next((token for token in name if token.head not in name), name[-1])
