"""Sentences with quotations -> whose words they are."""

from collections.abc import Sequence
from itertools import pairwise

from spacy.tokens import Token

from kg.extract.argument import Structure
from kg.extract.dependency import is_verbal
from kg.extract.mention.mentions import Mentions
from kg.extract.parse import Sentence
from kg.model import Span, overlapping

__all__ = ["Speakers"]

# A quotation without a speaker of its own goes on with that of the one before, if no more characters lie between them.
_NEAR = 250


class Speakers:
    """The noun that names the speaker of each quotation, by sentence; found before anything is resolved."""

    def __init__(
        self, sentences: Sequence[tuple[Sentence, Structure, Mentions]], quotes: Sequence[Span], reporting_verbs: frozenset[str]
    ) -> None:
        """Look for who says each quotation of a document.

        Args:
            sentences: Its sentences, in order.
            quotes: Its quotations, sorted.
            reporting_verbs: Lemmas of verbs that report.
        """
        self._quotes = quotes
        self._nouns: dict[Span, tuple[int, Token]] = {}
        self._blocks: dict[Span, int] = {}
        for number, (sentence, structure, _) in enumerate(sentences):
            for quote in overlapping(quotes, sentence.extent):
                self._blocks.setdefault(quote, sentence.block)
                subject = self._nearest(quote, sentence, structure, reporting_verbs)
                if subject is not None:
                    self._nouns.setdefault(quote, (number, subject))
        self._carry_on()

    def around(self, span: Span) -> tuple[int, Token] | None:
        """The number of the sentence and the noun that names who says the quotation around a clean span, if any does."""
        quote = next((quote for quote in overlapping(self._quotes, span) if quote.covers(span)), None)
        return None if quote is None else self._nouns.get(quote)

    def said_by(self, token: Token, sentence: Sentence) -> list[Span]:
        """The quotations of a sentence that a word of it is the speaker of."""
        quotes = overlapping(self._quotes, sentence.extent)
        return [quote for quote in quotes if quote in self._nouns and self._nouns[quote][1] == token]

    def is_inside(self, span: Span) -> bool:
        """Whether a clean span lies in a quotation."""
        return any(quote.covers(span) for quote in overlapping(self._quotes, span))

    def _nearest(self, quote: Span, sentence: Sentence, structure: Structure, verbs: frozenset[str]) -> Token | None:
        """The subject of the reporting verb of the sentence that stands nearest to a quotation."""
        found = [
            (min(abs(sentence.span(verb).start - quote.end), abs(quote.start - sentence.span(verb).end)), verb.i, subject)
            for verb in sentence.words
            if is_verbal(verb) and verb.lemma_.lower() in verbs and self._is_outside(sentence.span(verb))
            for subject in structure.role(verb, "subj")
            if self._is_outside(sentence.span(subject))
        ]
        return min(found, key=lambda item: item[:2])[2] if found else None

    def _is_outside(self, span: Span) -> bool:
        return not overlapping(self._quotes, span)

    def _carry_on(self) -> None:
        for before, quote in pairwise(self._quotes):
            near = quote.start - before.end < _NEAR and self._blocks.get(quote) == self._blocks.get(before)
            if near and before in self._nouns:
                self._nouns.setdefault(quote, self._nouns[before])
