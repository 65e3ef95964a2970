"""Names that the tagger sees and the ontology does not know -> persons and bodies, told apart by a vote over the document."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from kg.extract.mention.gazetteer import Line
from kg.extract.mention.single import kind_of_one, lone_names
from kg.extract.mention.words import NameWords
from kg.extract.parse import Sentence
from kg.model import Actor, ActorKind
from kg.ontology import term

__all__ = ["Known", "Unknowns", "slug", "spelt_out"]

_NOT_ALPHANUMERIC = re.compile(r"[^a-z0-9]+")
_KINDS = {"PERSON": ActorKind.PERSON, "ORG": ActorKind.ORGANIZATION}
_DATES = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "PERCENT", "MONEY", "QUANTITY", "NORP", "LANGUAGE"})
_CERTAIN = 3
# What one place shows of a name of one word outweighs all the places that show nothing.
_SHOWN = 1000
_ACRONYM_LETTERS = range(2, 7)
_SUBJECTS = frozenset({"nsubj"})
_LONGEST_NAME = 10
_LEAST = 2


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a sentence before its unknown names are read: its words, and what they are by the indices of tokens.

    Attributes:
        line: The words of the sentence.
        taken: What names of actors cover.
        bodies: What names of bodies cover.
        titles: The last words of roles that one person has.
        roles: All words of roles.
        adjectives: Adjectives of states.
        persons: Names that are those of persons by the words around them.
        organisations: Names that are those of bodies by the words around them.
    """

    line: Line
    taken: frozenset[int] = frozenset()
    bodies: frozenset[int] = frozenset()
    titles: frozenset[int] = frozenset()
    adjectives: frozenset[int] = frozenset()
    roles: frozenset[int] = frozenset()
    persons: tuple[tuple[Token, ...], ...] = ()
    organisations: tuple[tuple[Token, ...], ...] = ()


def slug(name: str) -> str:
    """A name as the last part of an IRI.

    >>> slug("Bălți Institute & Co.")
    'balti-institute-co'
    """
    ascii_name = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return _NOT_ALPHANUMERIC.sub("-", ascii_name.lower()).strip("-") or "x" + name.encode().hex()[:16]


class Unknowns:
    """The persons and bodies that one document names and the ontology does not know."""

    def __init__(
        self,
        sentences: Sequence[Sentence],
        known: Mapping[int, Known],
        words: NameWords,
        *,
        surnames: Collection[str] = frozenset(),
        document_id: str = "",
    ) -> None:
        """Vote on the kind of each name.

        Args:
            sentences: The parsed sentences of the document.
            known: What is known of each sentence, by its `id`.
            words: The word lists of names.
            surnames: Surnames of persons whom the ontology knows: alone they are for it to tell.
            document_id: The document's id, which tells its "Mr Quill" from that of another; without it, no person by surname alone.
        """
        self._words = words
        self._document = document_id[:8]
        self._sentences = sentences
        self._known = known
        self._spans = {id(sentence): self._candidates(known[id(sentence)]) for sentence in sentences}
        self._kinds = self._vote()
        self._families = {*surnames, *(word for name in self._kinds if " " in name for word in name.split())}
        self._named = {id(sentence): list(self._actors(sentence)) for sentence in sentences}

    def named(self, sentence: Sentence) -> list[tuple[list[Token], Actor]]:
        """The unknown names of a sentence, each with its words."""
        return self._named[id(sentence)]

    def _actors(self, sentence: Sentence) -> Iterator[tuple[list[Token], Actor]]:
        for words, _ in self._spans[id(sentence)]:
            if (actor := self._actor(words)) is not None:
                yield words, actor

    def _actor(self, words: Sequence[Token]) -> Actor | None:
        """The actor that some words name, if the vote makes them the name of one."""
        name = _name(words)
        kind = self._kinds.get(name)
        if kind is None or not _is_capitalised(words) or (kind is ActorKind.PERSON and _is_ship(words)):
            return None
        if kind is not ActorKind.PERSON or len(words) > 1:
            return Actor(term("actor:" + slug(name)), name, kind, known=False)
        if not self._document or name in self._families:
            return None
        return Actor(term(f"actor:{slug(name)}.{self._document}"), name, kind, known=False)

    def bearers(self) -> dict[str, Counter[Actor]]:
        """How often the document names each unknown person in full, by surname, in the order of first mention."""
        alone = {entity.text for known in self._known.values() for entity in known.line.entities if len(entity) == 1}
        found: dict[str, Counter[Actor]] = defaultdict(Counter)
        for sentence in self._sentences:
            for words, actor in self.named(sentence):
                for word in _surnames(words, alone - self._words.first_names) if actor.kind is ActorKind.PERSON else ():
                    found[word][actor] += 1
        return found

    def _candidates(self, known: Known) -> list[tuple[list[Token], str]]:
        """The words of each name that the tagger sees, with its label, and of each that the words around it show."""
        spans = [(list(words), "PERSON") for words in known.persons] + [(list(words), "ORG") for words in known.organisations]
        covered = {token.i for words, _ in spans for token in words}
        for entity in known.line.entities:
            words = [] if entity.label_ in _DATES else self._stripped(_words(entity))
            role = all(token.i in known.roles for token in words)
            if words and not role and not any(token.i in covered or token.i in known.taken for token in words):
                spans.append((words, entity.label_))
        covered |= known.taken | known.roles | {token.i for entity in known.line.entities for token in entity}
        spans += [([word], "") for word in lone_names(known.line.tokens, covered, self._words, known.titles)]
        return sorted(spans, key=lambda item: item[0][0].i)

    def _stripped(self, words: list[Token]) -> list[Token]:
        """A name without the title before it."""
        while len(words) > _LEAST and words[0].text.rstrip(".") in self._words.honorifics:
            words = words[1:]
        return words

    def _vote(self) -> dict[str, ActorKind]:
        """The kind of each name, by the labels of the tagger and by what stands around it; a tie is a person."""
        votes: dict[str, Counter[str]] = defaultdict(Counter)
        for sentence in self._sentences:
            for words, label in self._spans[id(sentence)]:
                votes[_name(words)][label] += 1
                votes[_name(words)] += self._evidence(words, label, self._known[id(sentence)])
        winners = {name: max(sorted(counts, reverse=True), key=lambda label: counts[label]) for name, counts in votes.items()}
        return {name: _KINDS[label] for name, label in winners.items() if label in _KINDS}

    def _evidence(self, words: list[Token], label: str, known: Known) -> Counter[str]:
        """What the words of a name and those around it say of its kind."""
        votes: Counter[str] = Counter()
        if self._is_body(words) or tuple(words) in known.organisations:
            votes["ORG"] += _CERTAIN
        elif self._is_thing(words) or any(word.i in known.adjectives for word in words):
            votes["MISC"] += _CERTAIN  # "French Defence", "Hungarian Rhapsody"
        if tuple(words) in known.persons:
            votes["PERSON"] += _CERTAIN
        if len(words) == 1:
            votes += self._evidence_of_one(words, label, known)
        elif self._is_titled(words, known):
            votes["PERSON"] += _CERTAIN
        elif self._is_place(words):
            votes["MISC"] += _CERTAIN
        return votes

    def _evidence_of_one(self, words: list[Token], label: str, known: Known) -> Counter[str]:
        """What shows the kind of a name of one word, which the tagger alone does not tell."""
        word = words[0]
        if _is_beside(word, known.bodies):
            return Counter(ORG=_CERTAIN)
        if label == "ORG" and _is_acronym(word) and _does(word):
            return Counter(ORG=_SHOWN)
        if label == "PERSON" and (self._has_title(word, known) or _is_told_of(word)):
            return Counter(PERSON=_SHOWN)
        kind = kind_of_one(word, label, self._words, known.titles)
        return Counter({kind: _SHOWN}) if kind else Counter(MISC=_CERTAIN)

    def _is_body(self, words: list[Token]) -> bool:
        """Whether the last or the first word of a name is one of those of bodies: "Grain Board", "Front for Change"."""
        heads = self._words.body_heads
        return words[-1].text in heads or (words[0].text in heads and len(words) > _LEAST)

    def _is_thing(self, words: list[Token]) -> bool:
        """Whether the last word of a name says that it is that of a treaty, a place or several things: "Vienna Convention"."""
        last = words[-1]
        if words[0].text in self._words.first_names:
            return False
        return last.tag_ in {"NNS", "NNPS"} or last.lower_ in self._words.treaty_heads | self._words.place_heads

    def _is_titled(self, words: list[Token], known: Known) -> bool:
        """Whether a title stands before a name, or a role beside it."""
        beside = any(child.dep_ == "appos" and child.i in known.titles for child in _head(words).children)
        return beside or self._has_title(words[0], known)

    def _has_title(self, word: Token, known: Known) -> bool:
        """Whether the word before is a title or a role: "Mr Quill", "envoy Quill"."""
        before = None if word.is_sent_start else word.nbor(-1)
        return before is not None and (before.text.rstrip(".") in self._words.honorifics or before.i in known.titles)

    def _is_place(self, words: list[Token]) -> bool:
        """Whether something happens there, or somebody gets there: "in X", "entered X", "the edge of X"."""
        head = _head(words)
        above = head.head
        if head.dep_ == "dobj":
            return above.lemma_.lower() in self._words.place_verbs
        if head.dep_ != "pobj":
            return False
        if above.lower_ == "of":
            return above.head.lemma_.lower() in self._words.place_nouns
        return words[-1].text not in self._words.body_heads and above.lower_ in self._words.place_prepositions


def spelt_out(bracket: Token) -> list[Token]:
    """The words before a bracket that an acronym in it stands for, by their initials; none where it is no acronym."""
    if bracket.i + 2 >= len(bracket.doc) or bracket.nbor(2).text != ")" or not bracket.nbor(1).text.isupper():
        return []
    acronym, start = bracket.nbor(1).text, max(bracket.sent.start, bracket.i - _LONGEST_NAME)
    for first in range(bracket.i - 2, start - 1, -1):
        words = list(bracket.doc[first : bracket.i])
        initials = "".join(word.text[0] for word in words if word.text[0].isupper())
        if initials == acronym and words[0].text[0].isupper() and len(acronym) > 1:
            return words
    return []


def _words(entity: Tokens) -> list[Token]:
    """The words of a name that the tagger sees, without article, punctuation and genitive."""
    return [token for token in entity if token.pos_ not in {"DET", "PUNCT", "PART"} or token.text == "-"]


def _head(words: Sequence[Token]) -> Token:
    """The word of a name that its clause governs."""
    inside = {word.i for word in words}
    return next((word for word in words if word.head.i not in inside), words[-1])


def _is_beside(word: Token, bodies: frozenset[int]) -> bool:
    """Whether a name is one of a list with bodies: "Airbus, Peugeot and the bank"."""
    return (word.dep_ == "conj" and word.head.i in bodies) or any(
        child.dep_ == "conj" and child.i in bodies for child in word.children
    )


def _is_acronym(word: Token) -> bool:
    """Whether it is a short word in capitals after an article: "the NHC"."""
    article = not word.is_sent_start and word.nbor(-1).lower_ == "the"
    return bool(article and word.text.isalpha() and word.is_upper and len(word) in _ACRONYM_LETTERS)


def _does(word: Token) -> bool:
    """Whether it is the subject of a verb that says what somebody does."""
    return word.dep_ in _SUBJECTS and word.head.pos_ == "VERB"


def _is_told_of(word: Token) -> bool:
    """Whether "who" after it shows a person: "Quill, who left"."""
    return any(child.dep_ == "relcl" and any(inner.lower_ == "who" for inner in child.lefts) for child in word.children)


def _is_ship(words: Sequence[Token]) -> bool:
    """Whether an article shows that a person's name is that of a thing: "the George Washington"."""
    return not words[0].is_sent_start and words[0].nbor(-1).lower_ == "the"


def _is_capitalised(words: Sequence[Token]) -> bool:
    """Whether the first and the last word have a capital; what a hyphen joins to one needs none ("Dae-ho")."""
    joined = words[-1].i > 0 and words[-1].nbor(-1).text == "-"
    return bool(words[0].text[0].isupper() and (joined or words[-1].text[0].isupper()))


def _surnames(words: Sequence[Token], alone: set[str]) -> set[str]:
    """The last word of a full name; the first, too, where it stands alone elsewhere: families come first in East Asia."""
    return {words[-1].text} | ({words[0].text} & alone)


def _name(words: Sequence[Token]) -> str:
    """The name as it is written."""
    return str(words[0].doc[words[0].i : words[-1].i + 1].text)
