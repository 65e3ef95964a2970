"""Sentences with mentions -> what pronouns and phrases such as "the two countries" stand for; when in doubt, nothing.

What news refers back to is mostly not he or she but the pair of states in focus, the current source, and the other country of the
pair. Every resolution carries its reason.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from spacy.tokens import Token

from kg.extract.argument import Structure
from kg.extract.corefer.definite import Nouns, noun_stands_for
from kg.extract.corefer.discourse import Discourse, actor_of
from kg.extract.corefer.gender import FEMALE, MALE, Genders
from kg.extract.corefer.office import Offices, Term
from kg.extract.corefer.pronoun import NOBODY, Answer, Pronouns, Setting, stands_for
from kg.extract.corefer.speaker import Speakers
from kg.extract.dependency import is_verbal
from kg.extract.mention.bearer import bearer
from kg.extract.mention.mentions import Mentions
from kg.extract.parse import Sentence
from kg.model import Actor, ActorKind, Argument, Mention, Span
from kg.ontology import NameForm

__all__ = ["Focus", "Pointers", "resolve"]

_ALLIANCES = frozenset({ActorKind.INTERNATIONAL_ORGANIZATION, ActorKind.COALITION})
_SPEAKERS = frozenset({ActorKind.PERSON, ActorKind.ORGANIZATION, ActorKind.MEDIA_OUTLET})

_ROLE = "role"
# The classes of words that name, point back or report.
_TELLING = frozenset({"NOUN", "PROPN", "PRON", "VERB", "AUX", "ADJ"})

Read = tuple[Sentence, Structure, Mentions]


@dataclass(frozen=True, slots=True)
class Pointers:
    """The words that point back, and what is known of persons: their gender and the titles that tell it, their terms of office."""

    pronouns: Pronouns = field(default_factory=Pronouns)
    nouns: Nouns = field(default_factory=Nouns)
    genders: Genders = field(default_factory=Genders)
    terms: Mapping[str, tuple[Term, ...]] = field(default_factory=dict)
    titles: Mapping[str, str] = field(default_factory=dict)
    dyad_adjectives: frozenset[str] = frozenset()
    quotative_verbs: frozenset[str] = frozenset()
    first_singular: frozenset[str] = frozenset()
    first_plural: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Focus:
    """What a sentence's anaphors stand for, by token, and the pair of actors that it is about."""

    anaphors: dict[int, tuple[Argument, ...]] = field(default_factory=dict)
    dyad: tuple[Actor, ...] = ()


def resolve(sentences: Sequence[Read], pointers: Pointers, quotes: Sequence[Span] = (), published: str = "") -> list[Focus]:
    """Resolve the anaphors of a document.

    Args:
        sentences: The sentences of one document, in order, with their structure and mentions.
        pointers: The words that point back.
        quotes: The quotations of the document, sorted: in one, "he" is not its speaker, and "I" is.
        published: The document's date, on which somebody has an office or had it before; may be empty.

    Returns:
        The focus of each sentence, in the same order.
    """
    speakers = Speakers(sentences, quotes, pointers.pronouns.reporting_verbs | pointers.quotative_verbs)
    tracker = _Tracker(pointers, speakers, Offices(pointers.terms, published))
    found = [tracker.read(*read) for read in sentences]
    return [tracker.first_persons(read[0], focus) for read, focus in zip(sentences, found, strict=True)]


class _Tracker:
    """What the text has been about so far: what was named, the pair in focus, the persons and their roles, the current source."""

    def __init__(self, pointers: Pointers, speakers: Speakers, offices: Offices) -> None:
        self._pointers = pointers
        self._speakers = speakers
        self._offices = offices
        self._discourse = Discourse()
        self._learned: dict[str, str] = {}
        self._dyad: tuple[Actor, ...] = ()
        self._countries: tuple[Actor, ...] = ()
        self._joined: set[frozenset[Actor]] = set()
        self._persons: dict[str, Actor] = {}
        self._source: Actor | None = None
        self._named: list[dict[int, tuple[Actor, ...]]] = []
        pronouns, nouns = pointers.pronouns, pointers.nouns
        reciprocal = {phrase.split()[-1] for phrase in pronouns.reciprocal}
        self._words = pronouns.male | pronouns.female | pronouns.neuter | pronouns.plural | reciprocal
        self._nouns = nouns.dyad | nouns.persons | nouns.countries | nouns.sources | nouns.kinds.keys() | nouns.epithets.keys()

    def read(self, sentence: Sentence, structure: Structure, mentions: Mentions) -> Focus:
        """Resolve one sentence, then take note of what it names."""
        own, strong = _dyad_of(sentence, mentions)
        ready_at = max((index for index, m in mentions.actors.items() if m.entity in own), default=0) if own else 0
        named: dict[int, tuple[Actor, ...]] = {index: (actor_of(mention.entity),) for index, mention in mentions.actors.items()}
        self._named.append(named)
        found: dict[int, tuple[Argument, ...]] = {}
        for token in sentence.words:
            if token.pos_ not in _TELLING and token.i not in mentions.actors:
                continue
            entities: tuple[Actor, ...] = ()
            if token.i not in mentions.actors or _is_bare(mentions.actors[token.i]):
                dyad = own if own and token.i > ready_at else self._dyad
                entities, reason = self._point(token, (sentence, structure, mentions), dyad)
            if entities:
                span = sentence.span(token.left_edge if token.pos_ == "NOUN" else token, token)
                found[token.i] = tuple(Argument(entity, span, reason) for entity in entities)
                named[token.i] = entities
            self._note(token, (sentence, structure, mentions), entities)
        self._note_roles(mentions, named)
        self._discourse.close()
        self._note_dyad(own or self._again(mentions), strong=strong)
        return Focus(found, own or self._dyad)

    def first_persons(self, sentence: Sentence, focus: Focus) -> Focus:
        """Whom "I" and "we" in quotations stand for: who speaks, and the state or body that they speak for."""
        found: dict[int, tuple[Argument, ...]] = {}
        for token in sentence.words:
            alone = token.lower_ in self._pointers.first_singular
            if not alone and token.lower_ not in self._pointers.first_plural:
                continue
            speaker = self._speaker(sentence.span(token))
            if alone:
                meant = speaker if speaker is not None and speaker.kind is ActorKind.PERSON else None
            else:
                meant = self._spoken_for(speaker)
            if meant is not None:
                found[token.i] = (Argument(meant, sentence.span(token), "speaker" if alone else "whom the speaker speaks for"),)
        return Focus(focus.anaphors | found, focus.dyad) if found else focus

    def _speaker(self, span: Span) -> Actor | None:
        """Who says the quotation around a span, as far as that is known by now."""
        at = self._speakers.around(span)
        named = () if at is None or at[0] >= len(self._named) else self._named[at[0]].get(at[1].i, ())
        return named[0] if len(named) == 1 else None

    def _spoken_for(self, speaker: Actor | None) -> Actor | None:
        """Of a person in office, the state or body; a body speaks for itself, an outlet for nobody."""
        if speaker is None or speaker.kind is ActorKind.MEDIA_OUTLET:
            return None
        return self._offices.body(speaker.iri) if speaker.kind is ActorKind.PERSON else speaker

    def _point(self, token: Token, read: Read, dyad: tuple[Actor, ...]) -> Answer:
        """Whom a word of the sentence points back to."""
        lemma, nouns = token.lemma_.lower(), self._pointers.nouns
        if token.lower_ in self._words:
            return stands_for(token, self._pointers.pronouns, self._setting(token, read, dyad))
        if token.pos_ in {"NOUN", "PROPN"} and (lemma in self._nouns or token.i in read[2].roles):
            return noun_stands_for(token, nouns, self._setting(token, read, dyad), self._offices)
        if lemma in self._pointers.dyad_adjectives and token.dep_ == "amod":
            return (dyad, "dyad in focus") if dyad else NOBODY
        return NOBODY

    def _setting(self, token: Token, read: Read, dyad: tuple[Actor, ...]) -> Setting:
        sentence, structure, mentions = read
        states = bool(dyad) and all(actor.is_polity for actor in dyad)
        return Setting(
            structure=structure,
            mentions=mentions,
            discourse=self._discourse,
            genders=self._pointers.genders,
            learned=self._learned,
            dyad=dyad,
            countries=dyad if states else self._countries,
            pair=self._pair(),
            persons=tuple(reversed(self._persons.values())),
            pointed=self._named[-1],
            source=self._source,
            quoted=self._speakers.is_inside(sentence.span(token)),
            others=frozenset(self._others(token, read, dyad)),
        )

    def _others(self, token: Token, read: Read, dyad: tuple[Actor, ...]) -> Iterable[Actor]:
        """Whom a word cannot mean: who says the quotation around it, or the persons of that which it is the speaker of."""
        sentence = read[0]
        at = self._speakers.around(sentence.span(token))
        if at is None:
            said = self._speakers.said_by(token, sentence)
            inside = (index for index in self._named[-1] if _is_inside(sentence.span(token.doc[index]), said))
            return (actor for index in inside for actor in self._named[-1][index] if actor.kind is ActorKind.PERSON)
        number, noun = at
        if number == len(self._named) - 1 and noun.i > token.i and noun.i not in self._named[number]:
            return self._point(noun, read, dyad)[0]
        return self._named[number].get(noun.i, ()) if number < len(self._named) else ()

    def _pair(self) -> tuple[Actor, ...]:
        """The persons of the last sentence that names several, if those are two."""
        for sentence in self._discourse.sentences():
            persons = (actor for r in sentence for actor in r.actors if actor.kind is ActorKind.PERSON)
            found = dict.fromkeys(person for person in persons if not _is_role(person))
            if len(found) > 1:
                return tuple(found) if len(found) == 2 else ()
        return ()

    def _note(self, token: Token, read: Read, pointed: tuple[Actor, ...]) -> None:
        """Take note of what a word names or points back to, and of who speaks."""
        _, structure, mentions = read
        self._discourse.note(token, mentions, pointed)
        mention = mentions.actors.get(token.i)
        if not pointed and mention is not None and _is_person(mention):
            self._note_person(token, actor_of(mention.entity))
        elif len(pointed) == 1 and pointed[0].kind is ActorKind.PERSON:
            self._note_gender(token, pointed[0])
        self._note_source(token, structure)

    def _note_person(self, token: Token, person: Actor) -> None:
        self._persons.pop(person.iri, None)
        self._persons[person.iri] = person
        for child in token.lefts:
            if child.text in self._pointers.titles:
                self._learned.setdefault(person.iri, self._pointers.titles[child.text])

    def _note_gender(self, token: Token, person: Actor) -> None:
        """Whoever is "she" once is not "he" later."""
        pronouns = self._pointers.pronouns
        if token.lower_ in pronouns.male | pronouns.female:
            self._learned.setdefault(person.iri, FEMALE if token.lower_ in pronouns.female else MALE)

    def _note_roles(self, mentions: Mentions, named: Mapping[int, tuple[Actor, ...]]) -> None:
        """Who is introduced with a role has it for the rest of the text, and speaks for whose role it is."""
        for hit in mentions.roles.values():
            mention = bearer(hit.last, mentions.actors)
            if mention is None:
                continue
            person = actor_of(mention.entity)
            former = any(child.lower_ in self._pointers.nouns.past for child in hit.last.lefts)
            owners = [hit.of] if hit.of is not None else [a for c in hit.last.lefts if c.dep_ == "poss" for a in named.get(c.i, ())]
            of = owners[0] if len(owners) == 1 and owners[0].kind is not ActorKind.PERSON else None
            self._offices.introduce(person.iri, Term(hit.role.label, of), former=former)

    def _again(self, mentions: Mentions) -> tuple[Actor, ...]:
        """The only pair that the text has joined before among all whom a sentence names."""
        named = dict.fromkeys(actor_of(mention.entity) for _, mention in sorted(mentions.actors.items()))
        pairs = [pair for pair in self._joined if pair <= named.keys()]
        return tuple(actor for actor in named if actor in pairs[0]) if len(pairs) == 1 else ()

    def _note_dyad(self, own: tuple[Actor, ...], *, strong: bool) -> None:
        """A pair that the text joins itself counts at once, and whenever it is named alone; another, where there is none yet."""
        if strong:
            self._joined.add(frozenset(own))
        strong = frozenset(own) in self._joined
        if own and (strong or not self._dyad):
            self._dyad = own
        if own and all(actor.is_polity for actor in own) and (strong or not self._countries):
            self._countries = own

    def _note_source(self, token: Token, structure: Structure) -> None:
        if token.lemma_.lower() not in self._pointers.pronouns.reporting_verbs or not is_verbal(token):
            return
        for subject in structure.role(token, "subj"):
            named = self._named[-1].get(subject.i, ())
            if len(named) == 1 and named[0].kind in _SPEAKERS:
                self._source = named[0]
            elif subject.pos_ != "PRON":
                self._source = None


def _is_inside(span: Span, quotes: Iterable[Span]) -> bool:
    return any(quote.covers(span) for quote in quotes)


def _is_bare(mention: Mention) -> bool:
    """Whether a group is named only by a role that is nobody's: "the militants" may be those of a group named before."""
    actor = actor_of(mention.entity)
    return mention.form == _ROLE and not (actor.known or actor.country)


def _is_role(actor: Actor) -> bool:
    """Whether somebody is known only by a role in a state: "a German diplomat"."""
    return bool(actor.country) and not actor.known


def _is_person(mention: Mention) -> bool:
    return actor_of(mention.entity).kind is ActorKind.PERSON


def _dyad_of(sentence: Sentence, mentions: Mentions) -> tuple[tuple[Actor, ...], bool]:
    """The pair of states that a sentence is about, and whether it joins them itself: coordinated, compounded or "between" them."""
    named = sorted(mentions.actors.items())
    states = [(i, m) for i, m in named if _is_public(actor_of(m.entity)) and m.form != NameForm.INHABITANT]
    doc = sentence.tokens.doc
    for (first, one), (second, two) in pairwise(states):
        together = doc[second] in doc[first].conjuncts and _is_argument(doc[first])
        joined = together or (second - first == 2 and doc[first + 1].text == "-")
        if joined and one.entity != two.entity:
            return (actor_of(one.entity), actor_of(two.entity)), True
    several = tuple(dict.fromkeys(actor_of(mention.entity) for _, mention in states))
    return (several if len(several) == 2 else ()), False


def _is_public(actor: Actor) -> bool:
    """Whether it is a state, or a body or coalition of states."""
    return actor.is_polity or actor.kind in _ALLIANCES


def _is_argument(token: Token) -> bool:
    """Whether a noun phrase is a subject, a modifier or one of those "between" whom something is, rather than an example."""
    modifies = token.dep_ in {"nsubj", "nsubjpass", "compound", "nmod", "amod", "poss"}
    return modifies or token.head.lower_ in {"between", "of", "with"}
