"""Token -> the cues of the ontology that it is: words that negate, hedge, attribute, and terms of probability."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from kg.extract.dependency import is_preposition
from kg.ontology import Cue, LikelihoodTerm

__all__ = ["CueIndex"]


class CueIndex:
    """The cues of the ontology by word class and lemma, built once."""

    def __init__(self, cues: Iterable[Cue], likelihoods: dict[str, LikelihoodTerm]) -> None:
        """Index the cues."""
        self._cues: dict[tuple[str, str], list[Cue]] = {}
        for cue in cues:
            for word_class, words in cue.words.items():
                for word in sorted(words):
                    self._cues.setdefault((word_class, word), []).append(cue)
        self._likelihoods = {word.lower(): entry for entry in likelihoods.values() for word in entry.words}
        self._by_iri = likelihoods

    def find(self, token: Token, *word_classes: str) -> list[Cue]:
        """The cues that a token is, as a word of these classes."""
        forms = list(_forms(token))
        return list({cue.iri: cue for name in word_classes for form in forms for cue in self._cues.get((name, form), ())}.values())

    def likelihood(self, token: Token) -> tuple[LikelihoodTerm | None, Token]:
        """The term of probability that a word is, with the degree before it ("very likely"), and its first token."""
        for child in token.lefts:
            term = self._likelihoods.get(f"{child.lower_} {token.lower_}")
            if term is not None:
                return term, child
        return self._likelihoods.get(token.lower_), token

    def negation(self, term: LikelihoodTerm) -> LikelihoodTerm:
        """What the negation of a term says: "not likely" is unlikely."""
        return self._by_iri.get(term.negation, term)


def _forms(token: Token) -> Iterator[str]:
    """How a cue may name a word: alone or with the word before it ("no longer"); a verb with a particle is another ("call off")."""
    lemma = token.lemma_.lower()
    particles = [word for word in token.rights if word.dep_ == "prt" and not is_preposition(word)]
    if particles:
        yield from (f"{lemma}_{word.lower_}" for word in particles)
        return
    yield from (lemma, token.lower_)
    yield from (f"{word.lower_} {token.lower_}" for word in token.lefts)
