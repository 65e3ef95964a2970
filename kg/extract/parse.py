"""Document -> parsed sentences; the one place that loads the language model."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

import spacy
from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from kg.errors import ModelError
from kg.extract.heading import Ordinary, in_sentence_case
from kg.extract.language_model import DEFAULT_MODEL, no_model
from kg.model import BlockKind, Document, Span

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["Parser", "Sentence"]

# A block longer than this is parsed in pieces, so that memory stays bounded; no sentence of prose is near it. So many characters
# or pieces are parsed at once.
_PIECE = 20_000
_BATCH = 40_000
_MOST = 64
# Longer than this is no sentence of prose but a list, a table or noise, and no grammar of it can be trusted.
_LONGEST = 200
_BREAK = re.compile(r"(?<=[.!?])\s+(?=[\"A-Z])|\n")
# A verb of one syllable with one short vowel and one consonant behind it, which doubles before an ending ("hop", "hopped").
_DOUBLING = re.compile(r"[^aeiou]*[aeiou][^aeiouwxys]")
_ENDINGS = ("es", "ed", "ing")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A parsed sentence: its tokens, where its block starts in the clean text, and its tokens once more, quick to go through."""

    tokens: Tokens
    offset: int
    kind: BlockKind
    block: int
    words: tuple[Token, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Keep the tokens."""
        object.__setattr__(self, "words", tuple(self.tokens))

    def span(self, first: Token, last: Token | None = None) -> Span:
        """The clean span from one token to another."""
        end = last or first
        return Span(self.offset + first.idx, self.offset + end.idx + len(end))

    def subtree(self, token: Token) -> Span:
        """The clean span from the first to the last word below a token."""
        return self.span(token.left_edge, token.right_edge)

    @property
    def extent(self) -> Span:
        """The clean span of the sentence, without white space at its ends."""
        words = [token for token in self.words if not token.is_space]
        return self.span(words[0], words[-1])

    @property
    def text(self) -> str:
        """The words of the sentence."""
        return str(self.tokens.text).strip()


class Parser:
    """The language model, loaded once."""

    def __init__(self, model: str = DEFAULT_MODEL, ordinary: Callable[[], Ordinary] = Ordinary) -> None:
        """Load a model.

        Args:
            model: The name of an installed spaCy model, or a folder with one.
            ordinary: Gives, once it is needed, the words that are no names in a heading.

        Raises:
            ModelError: There is no such model, or it lacks a tagger, a parser or a lemmatizer.
        """
        try:
            self._nlp: Language = spacy.load(model)
        except (OSError, ValueError) as error:
            raise no_model(model) from error
        missing = {"tagger", "parser", "lemmatizer"} - set(self._nlp.pipe_names)
        if missing:
            raise ModelError(f"{model}: a model with {', '.join(sorted(missing))} was expected")
        self._ordinary = cache(ordinary)
        self.name = f"{self._nlp.meta['name']}-{self._nlp.meta['version']}"

    def lemma(self, word: str, pos: str) -> str:
        """The lemma of a lower-case word of a class (VERB, NOUN, ADJ) outside a sentence."""
        doc = Doc(self._nlp.vocab, [word], pos=[pos])
        lemmas = self._nlp.get_pipe("lemmatizer").rule_lemmatize(doc[0])  # type: ignore[attr-defined]
        return _spelt([str(lemma).lower() for lemma in lemmas], word) if lemmas else word

    def split(self, phrase: str) -> list[str]:
        """The words of a phrase, cut as those of a sentence are."""
        return [token.text for token in self._nlp.make_doc(phrase)]

    def sentences(self, document: Document) -> Iterator[Sentence]:
        """The parsed sentences of a document, in order.

        Left out are blank ones, those of more than 200 words and marks, and stretches of 20,000 characters without the end of one.
        """
        pieces = (piece for number, block in enumerate(document.blocks) for piece in _pieces(document.clean, block.span, number))
        for doc, (offset, number) in self._parsed(pieces, document):
            for token in doc:
                if token.tag_ == "NNPS":  # a plural in a headline is tagged as a name and keeps its ending
                    token.lemma_ = self.lemma(token.lower_, "NOUN")
                elif token.pos_ == "VERB" and _drops_e(token.lemma_, token.lower_):
                    token.lemma_ = self.lemma(token.lower_, "VERB")
            for tokens in doc.sents:
                if len(tokens) <= _LONGEST and not tokens.text.isspace():
                    yield Sentence(tokens, offset, document.blocks[number].kind, number)

    def _text(self, document: Document, span: Span, number: int) -> str:
        """What is parsed of a block: a heading in the letters of a sentence."""
        text = span.of(document.clean)
        if document.blocks[number].kind is BlockKind.PARAGRAPH:
            return text
        return in_sentence_case(text, self._ordinary, self._lemmas)

    def _lemmas(self, word: str) -> Iterator[str]:
        return (self.lemma(word, pos) for pos in ("VERB", "NOUN", "ADJ"))

    def _parsed(self, pieces: Iterable[tuple[Span, int]], document: Document) -> Iterator[tuple[Doc, tuple[int, int]]]:
        """Each piece parsed, with where it starts and the number of its block; without the vectors that only parsing needs."""
        for batch in _batches(pieces):
            texts = ((self._text(document, span, number), (span.start, number)) for span, number in batch)
            for doc, place in self._nlp.pipe(texts, as_tuples=True, batch_size=_MOST):
                doc.tensor = doc.tensor[:0]
                yield doc, place


def _batches(pieces: Iterable[tuple[Span, int]]) -> Iterator[list[tuple[Span, int]]]:
    """Pieces that are parsed together: a few long ones, or more short ones."""
    batch: list[tuple[Span, int]] = []
    size = 0
    for span, number in pieces:
        length = span.end - span.start
        if batch and (size + length > _BATCH or len(batch) == _MOST):
            yield batch
            batch, size = [], 0
        batch.append((span, number))
        size += length
    if batch:
        yield batch


def _drops_e(lemma: str, form: str) -> bool:
    """Whether a form lacks the second consonant that it would have, if this were its lemma: "hoped" is none of "hop"."""
    return any(form == lemma + ending for ending in _ENDINGS) and _DOUBLING.fullmatch(lemma) is not None


def _spelt(lemmas: Sequence[str], form: str) -> str:
    """The lemma out of which a form is spelt as English spells it."""
    first = lemmas[0]
    return f"{first}e" if f"{first}e" in lemmas and _drops_e(first, form) else first


def _pieces(text: str, span: Span, number: int) -> Iterator[tuple[Span, int]]:
    """Pieces of a block that end where a sentence may; what is too long without such an end is no prose, and is left out."""
    start = span.start
    while span.end - start > _PIECE:
        breaks = [match.end() for match in _BREAK.finditer(text, start + 1, start + _PIECE)]
        end = breaks[-1] if breaks else start + _PIECE
        if breaks:
            yield Span(start, end), number
        start = end
    yield Span(start, span.end), number
