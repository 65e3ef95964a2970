"""Names in a document -> which of them are no actor here: a first name, a street, a treaty, a dish, a namesake."""

from collections.abc import Iterable, Sequence

from spacy.tokens import Token

from kg.extract.mention.gazetteer import Hit, NamedActor
from kg.extract.mention.words import NameWords
from kg.extract.parse import Sentence
from kg.ontology import NameForm

__all__ = ["Homonyms"]

_PROPER = frozenset({"NNP", "NNPS"})
_NOUNS = _PROPER | {"NN", "NNS"}
_PLACES = frozenset({NameForm.LABEL, NameForm.CAPITAL, NameForm.SEAT})


class Homonyms:
    """Tells the names of actors from the same words in other senses, by the words around them and in the document."""

    def __init__(self, sentences: Sequence[Sentence], words: NameWords) -> None:
        """Take note of a document.

        Args:
            sentences: Its parsed sentences.
            words: The word lists of names.
        """
        self._sentences = sentences
        self._words = words
        self._document: frozenset[str] | None = None

    def person(self, hit: Hit[NamedActor], taken: frozenset[int]) -> list[Token]:
        """The words of a person's name that a name is part of: "Chad Morrison", "George Washington"; none for others.

        Args:
            hit: The name that was found.
            taken: The tokens of the sentence that names of actors and roles cover.
        """
        if hit.what.form not in _PLACES or hit.first != hit.last:
            return []
        before, after = _before(hit), _after(hit)
        if before is not None and before.i not in taken and before.tag_ == "NNP" and before.text in self._words.first_names:
            return [before, hit.first]
        if after is None or hit.first.text not in self._words.first_names or not self._is_surname(after, taken):
            return []
        return [hit.first, after]

    def body(self, hit: Hit[NamedActor]) -> list[Token]:
        """The words of a body's name that a state's name is part of: "Bank of Cyprus", "Air France"; none for others."""
        before = _before(hit)
        if before is None or hit.what.form is not NameForm.LABEL:
            return []
        if before.tag_ == "NNP" and before.text in self._words.body_prefixes:
            return [before, *hit.first.doc[hit.first.i : hit.last.i + 1]]
        start = before.nbor(-1) if before.lower_ == "the" and not before.is_sent_start else before
        head = None if start.lower_ != "of" or start.is_sent_start else start.nbor(-1)
        if head is None or head.text not in self._words.body_heads:
            return []
        while not head.is_sent_start and head.nbor(-1).tag_ == "NNP" and head.nbor(-1).dep_ == "compound":
            head = head.nbor(-1)
        return list(head.doc[head.i : hit.last.i + 1])

    def _is_surname(self, token: Token, taken: frozenset[int]) -> bool:
        if token.text in self._words.body_heads or token.lower_ in self._words.place_heads | self._words.treaty_heads:
            return False
        proper = token.tag_ in _PROPER and token.text.istitle() and token.i not in taken
        after = token.nbor(1) if token.i + 1 < len(token.doc) else token
        return proper and (after == token or after.i in taken or after.tag_ not in _PROPER or after.text.islower())

    def is_other(self, hit: Hit[NamedActor], sentence: Sentence) -> bool:
        """Whether a name stands for something else than its actor."""
        return self._is_place(hit) or self._is_thing(hit) or self._is_namesake(hit, sentence) or _is_language(hit)

    def _is_place(self, hit: Hit[NamedActor]) -> bool:
        """Whether it belongs to a place: "Berlin Road", "Sea of Japan", "Old Vienna", "Moscow, Idaho"."""
        before, after = _before(hit), _after(hit)
        if after is not None and after.text[0].isupper() and after.lower_ in self._words.place_heads:
            return True
        heads = self._words.place_heads | self._words.treaty_heads
        if before is not None and before.lower_ == "of" and not before.is_sent_start and _is_capital(before.nbor(-1), heads):
            return True
        if before is not None and before.tag_ == "NNP" and before.text in self._words.place_prefixes:
            return True
        beyond = after.nbor(1) if after is not None and after.text == "," and after.i + 1 < len(after.doc) else None
        return beyond is not None and beyond.text in self._words.regions and hit.what.form in _PLACES

    def _is_thing(self, hit: Hit[NamedActor]) -> bool:
        """Whether it belongs to a treaty or a thing: "Paris agreement", "Irish setter"."""
        after = _after(hit)
        if after is None:
            return False
        treaty = hit.what.form is NameForm.CAPITAL and after.lower_ in self._words.treaty_heads
        return treaty or bool(after.tag_ in _NOUNS and {after.lower_, after.lemma_.lower()} & self._words.namesakes)

    def _is_namesake(self, hit: Hit[NamedActor], sentence: Sentence) -> bool:
        """Georgia the state of the US: by the words of the sentence, where they do not tell by those of the document."""
        found = self._words.homonyms.get(hit.what.entry.actor.iri)
        if found is None or hit.what.form is not NameForm.LABEL or hit.first != hit.last:
            return False
        for words in (_texts([sentence]), self._texts()):
            other, itself = bool(words & found[0]), bool(words & found[1])
            if other != itself:
                return other
        return False

    def _texts(self) -> frozenset[str]:
        if self._document is None:
            self._document = _texts(self._sentences)
        return self._document


def _texts(sentences: Iterable[Sentence]) -> frozenset[str]:
    return frozenset(token.text for sentence in sentences for token in sentence.words)


def _before(hit: Hit[NamedActor]) -> Token | None:
    return None if hit.first.is_sent_start else hit.first.nbor(-1)


def _after(hit: Hit[NamedActor]) -> Token | None:
    return hit.last.nbor(1) if hit.last.i + 1 < len(hit.last.doc) else None


def _is_language(hit: Hit[NamedActor]) -> bool:
    """Whether an adjective stands for a language: "sung in Finnish"."""
    return hit.what.form is NameForm.ADJECTIVE and hit.last.dep_ == "pobj" and hit.last.head.lower_ == "in"


def _is_capital(token: Token, words: frozenset[str]) -> bool:
    return bool(token.text[0].isupper() and token.lower_ in words)
