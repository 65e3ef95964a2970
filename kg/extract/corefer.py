"""Sentences with mentions -> what pronouns and phrases such as "the two countries" stand for; when in doubt, nothing.

What news refers back to is mostly not he or she but the pair of states in focus, the current source, and the other country of the
pair. Every resolution carries its reason.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from spacy.tokens import Token

from kg.extract.argument import Structure, conjuncts, is_verbal
from kg.extract.mention import Mentions
from kg.extract.parse import Sentence
from kg.model import Actor, ActorKind, Argument, Mention, Span, overlapping
from kg.ontology import NameForm

__all__ = ["Focus", "Pointers", "resolve"]

_STATES = frozenset({ActorKind.STATE, ActorKind.INTERNATIONAL_ORGANIZATION, ActorKind.COALITION})
_SPEAKERS = frozenset({ActorKind.PERSON, ActorKind.ORGANIZATION, ActorKind.MEDIA_OUTLET})


@dataclass(frozen=True, slots=True)
class Pointers:
    """The words that point back, each a list of `ontology/words.ttl`, and the verbs that report."""

    dyad_quantifiers: frozenset[str] = frozenset()
    dyad_nouns: frozenset[str] = frozenset()
    country_nouns: frozenset[str] = frozenset()
    source_nouns: frozenset[str] = frozenset()
    relationship: frozenset[str] = frozenset()
    personal: frozenset[str] = frozenset()
    singular: frozenset[str] = frozenset()
    neuter: frozenset[str] = frozenset()
    plural: frozenset[str] = frozenset()
    reasons: frozenset[str] = frozenset()
    reporting_verbs: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Focus:
    """What a sentence's anaphors stand for, by token, and the pair of actors that it is about."""

    anaphors: dict[int, tuple[Argument, ...]] = field(default_factory=dict)
    dyad: tuple[Actor, ...] = ()


def resolve(
    sentences: Sequence[tuple[Sentence, Structure, Mentions]], pointers: Pointers, quotes: Sequence[Span] = ()
) -> Iterator[Focus]:
    """Resolve the anaphors of a document.

    Args:
        sentences: The sentences of one document, in order, with their structure and mentions.
        pointers: The words that point back.
        quotes: The quotations of the document, sorted: in one, "he" is not its speaker.

    Yields:
        The focus of each sentence, in the same order.
    """
    tracker = _Tracker(pointers)
    for sentence, structure, mentions in sentences:
        yield tracker.read(sentence, structure, mentions, overlapping(quotes, sentence.extent))


@dataclass(frozen=True, slots=True)
class _Context:
    """What is known where a word points back from."""

    structure: Structure
    mentions: Mentions
    found: dict[int, tuple[Argument, ...]]
    dyad: tuple[Actor, ...]
    quoted: bool

    def subject(self, token: Token) -> Actor | None:
        """The subject of the nearest clause above that names an actor."""
        clauses = (above for above in token.ancestors if is_verbal(above))
        for subject in (subject for clause in clauses for subject in self.structure.surface_subject(clause)):
            if subject.i in self.mentions.actors and subject != token:
                return _actor(self.mentions.actors[subject.i])
            if len(self.found.get(subject.i, ())) == 1:
                entity = self.found[subject.i][0].entity
                return entity if isinstance(entity, Actor) else None
        return None

    def acts_on(self, token: Token) -> bool:
        """Whether the pair in focus is the subject of the clause that has the token as object: it would act on itself."""
        clause = next((above for above in token.ancestors if is_verbal(above)), token)
        named = [self.mentions.actors.get(noun.i) for head in self.structure.surface_subject(clause) for noun in conjuncts(head)]
        return token.dep_ in {"dobj", "pobj"} and {m.entity for m in named if m} >= set(self.dyad)


class _Tracker:
    """What the text has been about so far: the pair in focus, the last person, the current source."""

    def __init__(self, pointers: Pointers) -> None:
        self._pointers = pointers
        self._dyad: tuple[Actor, ...] = ()
        self._countries: tuple[Actor, ...] = ()
        self._persons: list[Actor] = []
        self._source: Actor | None = None

    def read(self, sentence: Sentence, structure: Structure, mentions: Mentions, quotes: Sequence[Span]) -> Focus:
        """Resolve one sentence, then take note of what it names."""
        own, strong = _dyad_of(sentence, mentions)
        ready_at = max((index for index, m in mentions.actors.items() if m.entity in own), default=0) if own else 0
        found: dict[int, tuple[Argument, ...]] = {}
        for token in sentence.tokens:
            if token.i not in mentions.actors:
                dyad = own if own and token.i > ready_at else self._dyad
                entities, reason = self._point(
                    token, _Context(structure, mentions, found, dyad, _is_inside(token, sentence, quotes))
                )
                span = sentence.span(_start_of_phrase(token), token)
                found |= {token.i: tuple(Argument(entity, span, reason) for entity in entities)} if entities else {}
            elif _is_person(mentions.actors[token.i]):
                self._note_person(_actor(mentions.actors[token.i]))
            self._note_source(token, structure, mentions, found)
        self._note_dyad(own, strong=strong)
        self._note_subject(sentence, structure, mentions)
        return Focus(found, own or self._dyad)

    def _point(self, token: Token, context: _Context) -> tuple[Iterable[Actor], str]:
        if token.pos_ == "NOUN":
            return self._noun(token, context)
        words = self._pointers
        if token.lower_ in words.plural and token.head.lemma_.lower() in words.relationship:
            return context.dyad, "dyad in focus"
        if token.lower_ in words.singular and token.dep_ == "poss" and not self._is_ambiguous(token, context):
            return _present(_state_only(context.subject(token))), "subject of the clause"
        if token.lower_ in words.neuter and token.dep_ == "nsubj" and token.head.dep_ == "ccomp":
            return _present(_state_only(context.subject(token.head))), "subject of the clause above"
        if token.lower_ in words.personal:
            return self._person_meant(token, context), "current source or last person"
        return (), ""

    def _is_ambiguous(self, token: Token, context: _Context) -> bool:
        """Whether "its" may mean another state of the sentence: in an object or a reason ("sanctioned Iran over its programme")."""
        noun = token.head
        inside = noun.dep_ == "dobj" or (noun.dep_ == "pobj" and noun.head.lower_ in self._pointers.reasons)
        if not inside or noun.lemma_.lower() in self._pointers.relationship:
            return False
        before = {_actor(m) for index, m in context.mentions.actors.items() if index < token.i and _actor(m).kind in _STATES}
        return len(before) > 1

    def _noun(self, token: Token, context: _Context) -> tuple[Iterable[Actor], str]:
        words, lemma = self._pointers, token.lemma_.lower()
        if lemma in words.dyad_nouns and self._is_of_two(token):
            pair = self._countries_in(context) if lemma in words.country_nouns else context.dyad
            return () if context.acts_on(token) else pair, "dyad in focus"
        if lemma in words.country_nouns and _is_definite(token):
            return _other(self._countries_in(context), context.subject(token)), "other member of the dyad"
        if lemma in words.source_nouns and _is_definite(token):
            return _present(self._source), "current source"
        return (), ""

    def _countries_in(self, context: _Context) -> tuple[Actor, ...]:
        """The pair in focus, if both are states; else the last two states that were."""
        return context.dyad if context.dyad and all(actor.kind is ActorKind.STATE for actor in context.dyad) else self._countries

    def _is_of_two(self, token: Token) -> bool:
        return any(child.lower_ in self._pointers.dyad_quantifiers for child in token.lefts)

    def _person_meant(self, token: Token, context: _Context) -> Iterable[Actor]:
        if not context.quoted and token.dep_ == "nsubj" and token.head.lemma_.lower() in self._pointers.reporting_verbs:
            return _present(self._source) or self._persons[:1]
        clause = next((a for a in (token, *token.ancestors) if a.dep_ == "advcl"), None)
        if clause is not None and clause.i < clause.head.i:
            later = (context.mentions.actors.get(subject.i) for subject in context.structure.surface_subject(clause.head))
            if persons := [_actor(mention) for mention in later if mention and _is_person(mention)]:
                return persons[:1]
        return [person for person in self._persons if not (context.quoted and person == self._source)][:1]

    def _note_dyad(self, own: tuple[Actor, ...], *, strong: bool) -> None:
        """A pair that the text joins itself counts at once; one that only shares a sentence, where there is none yet."""
        if own and (strong or not self._dyad):
            self._dyad = own
        if own and all(actor.kind is ActorKind.STATE for actor in own) and (strong or not self._countries):
            self._countries = own

    def _note_subject(self, sentence: Sentence, structure: Structure, mentions: Mentions) -> None:
        """The person that a sentence is about comes before others; one that it introduces with a role is a source."""
        for subject in structure.surface_subject(sentence.tokens.root):
            mention = mentions.actors.get(subject.i)
            if mention is not None and _is_person(mention):
                self._note_person(_actor(mention))
                if any(child.dep_ == "appos" and child.i in mentions.roles for child in subject.children):
                    self._source = _actor(mention)

    def _note_person(self, person: Actor) -> None:
        self._persons = [person, *(other for other in self._persons if other != person)][:3]

    def _note_source(self, token: Token, structure: Structure, mentions: Mentions, found: dict[int, tuple[Argument, ...]]) -> None:
        if token.lemma_.lower() not in self._pointers.reporting_verbs or not is_verbal(token):
            return
        for subject in structure.role(token, "subj"):
            mention = mentions.actors.get(subject.i)
            if mention is not None and _actor(mention).kind in _SPEAKERS:
                self._source = _actor(mention)
            elif mention is not None or subject.i not in found:
                self._source = self._source if subject.pos_ == "PRON" else None


def _actor(mention: Mention) -> Actor:
    if not isinstance(mention.entity, Actor):
        raise TypeError(f"{mention.entity.label}: an actor was expected")
    return mention.entity


def _is_person(mention: Mention) -> bool:
    return isinstance(mention.entity, Actor) and mention.entity.kind is ActorKind.PERSON


def _state_only(actor: Actor | None) -> Actor | None:
    return actor if actor is not None and actor.kind is not ActorKind.PERSON else None


def _present(actor: Actor | None) -> tuple[Actor, ...]:
    return () if actor is None else (actor,)


def _is_inside(token: Token, sentence: Sentence, quotes: Sequence[Span]) -> bool:
    return any(quote.covers(sentence.span(token)) for quote in quotes)


def _is_definite(token: Token) -> bool:
    """Whether "the" is all that stands before a singular noun, and nothing narrows it after."""
    children = [child for child in token.children if child.dep_ not in {"punct", "case"}]
    return token.tag_ == "NN" and len(children) == 1 and children[0].lower_ == "the"


def _start_of_phrase(token: Token) -> Token:
    return token.left_edge if token.pos_ == "NOUN" else token


def _other(dyad: tuple[Actor, ...], subject: Actor | None) -> Iterable[Actor]:
    rest = [actor for actor in dyad if subject is not None and actor != subject]
    return rest if len(dyad) == 2 and len(rest) == 1 else ()


def _dyad_of(sentence: Sentence, mentions: Mentions) -> tuple[tuple[Actor, ...], bool]:
    """The pair of states that a sentence is about, and whether it joins them itself: coordinated, compounded or "between" them."""
    states = [(i, m) for i, m in sorted(mentions.actors.items()) if _actor(m).kind in _STATES and m.form != NameForm.INHABITANT]
    doc = sentence.tokens.doc
    for (first, one), (second, two) in pairwise(states):
        together = doc[second] in doc[first].conjuncts and _is_argument(doc[first])
        joined = together or (second - first == 2 and doc[first + 1].text == "-")
        if joined and one.entity != two.entity:
            return (_actor(one), _actor(two)), True
    named = tuple(dict.fromkeys(_actor(mention) for _, mention in states))
    return (named if len(named) == 2 else ()), False


def _is_argument(token: Token) -> bool:
    """Whether a noun phrase is a subject, a modifier or one of those "between" whom something is, rather than an example."""
    return token.dep_ in {"nsubj", "nsubjpass", "compound", "nmod", "amod", "poss"} or token.head.lower_ in {
        "between",
        "of",
        "with",
    }
