"""A sentence with all that is known of it: who is named, what stands for whom, and who stands in which role."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import islice

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from kg.extract.argument import Structure, conjuncts
from kg.extract.dependency import ends_phrase
from kg.extract.mention.described import DESCRIPTION
from kg.extract.mention.mentions import Mentions, slug
from kg.extract.metonym.sense import Name, Sense, sense_of
from kg.extract.metonym.words import MetonymWords
from kg.extract.parse import Sentence
from kg.model import Actor, ActorKind, Argument, Mention, Span
from kg.ontology import NameForm

__all__ = ["Lexicon", "Reading"]

# A list of more names than this is a register, not a set of actors who do something together.
_MOST = 60
_PEOPLE = frozenset({ActorKind.PERSON, ActorKind.POPULATION})
_THINGS = frozenset({ActorKind.ORGANIZATION, ActorKind.TERRITORY})


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The closed classes of words that reading a sentence needs, each a list of `ontology/words.ttl`.

    `prefixes` maps what a hyphen joins before a name to the preposition that it stands for: "anti" to "against"; `states` are the
    states by their IRI, for inhabitants that speak for theirs.
    """

    companions: frozenset[str] = frozenset()
    dyad_adjectives: frozenset[str] = frozenset()
    light_verbs: frozenset[str] = frozenset()
    empty_verbs: frozenset[str] = frozenset()
    reciprocals: frozenset[str] = frozenset()
    place_prepositions: frozenset[str] = frozenset()
    belonging: frozenset[str] = frozenset()
    counterparts: frozenset[str] = frozenset()
    occurrences: frozenset[str] = frozenset()
    descent: frozenset[str] = frozenset()
    instruments: frozenset[str] = frozenset()
    messages: frozenset[str] = frozenset()
    negation_raising: frozenset[str] = frozenset()
    factive_nouns: frozenset[str] = frozenset()
    prospective: frozenset[str] = frozenset()
    content_prepositions: frozenset[str] = frozenset()
    adversatives: frozenset[str] = frozenset()
    laws: frozenset[str] = frozenset()
    parliaments: frozenset[str] = frozenset()
    prefixes: Mapping[str, str] = field(default_factory=dict)
    metonyms: MetonymWords = field(default_factory=MetonymWords)
    states: Mapping[str, Actor] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reading:
    """One sentence, read as far as its mentions and what refers back to others.

    `anaphors` gives what a pronoun or a phrase like "the two countries" stands for, by token; `dyad` is the pair of actors that the
    sentence or the ones before it are about; `trailing` are speakers at its end that the parser took for part of what they say.
    """

    sentence: Sentence
    structure: Structure
    mentions: Mentions
    lexicon: Lexicon
    anaphors: dict[int, tuple[Argument, ...]] = field(default_factory=dict)
    dyad: tuple[Actor, ...] = ()
    trailing: Tokens | None = None

    def actors(self, token: Token, *, adjective: bool = False, place: bool = False, town: bool = False) -> tuple[Argument, ...]:
        """The actors that a noun phrase names: its own, what is coordinated with it, and its companions ("along with Y").

        Args:
            token: The head of the phrase.
            adjective: Whether an adjective of a state counts ("Russian aggression").
            place: Whether a state counts where something happens in it ("troops in Syria").
            town: Whether it counts so by its capital or a seat, too ("an embassy in Damascus").

        Returns:
            Actors with the spans that name them, in order, each once.
        """
        found: dict[str, Argument] = {}
        for part in islice(self._together(token), _MOST):
            for argument in (*self._own(part, adjective=adjective, place=place, town=town), *self._companions(part)):
                found.setdefault(argument.entity.iri, argument)
        return tuple(found.values())[:_MOST]

    def _together(self, token: Token) -> Iterator[Token]:
        """What is coordinated with a token, without the speakers at the end of the sentence."""
        speakers = range(self.trailing.start, self.trailing.end) if self.trailing is not None else range(0)
        return (part for part in conjuncts(token) if part.i not in speakers or token.i in speakers)

    def inside(self, token: Token) -> tuple[Argument, ...]:
        """Whose a thing is, or where it lies: the actor that its noun phrase names, the nearest first ("a base of Y", "Y's base").

        Args:
            token: The head of a phrase that names no actor itself.
        """
        if token.pos_ not in {"NOUN", "PROPN"} or token.lemma_.lower() in self.lexicon.counterparts | self.lexicon.occurrences:
            return ()
        nouns = [noun for child in token.rights if self._is_of_thing(child) for noun in child.children if noun.dep_ == "pobj"]
        for noun in (*self._modifiers(token), *nouns):
            found = [one for one in self.actors(noun, adjective=True, place=True) if not _is_town(one)] or self.inside(noun)
            if found:
                return tuple(replace(argument, reason=argument.reason or "what it belongs to") for argument in found)
        return ()

    def owner(self, token: Token) -> tuple[Argument, ...]:
        """Who acts with an instrument: the state in "Israeli tanks", "a US drone"; a parliament by its laws."""
        if maker := self.lawmaker(token):
            return tuple(replace(argument, reason=argument.reason or "whose law it is") for argument in self.actors(maker))
        if token.lemma_.lower() not in self.lexicon.instruments:
            return ()
        found = next((actors for noun in self._modifiers(token) if (actors := self.actors(noun, adjective=True))), ())
        return tuple(replace(argument, reason=argument.reason or "whose instrument it is") for argument in found)

    def lawmaker(self, token: Token) -> Token | None:
        """The only parliament of a sentence, for a law that is nobody's own: "Congress debates; the bills against Y"."""
        if token.lemma_.lower() not in self.lexicon.laws or any(child.dep_ == "poss" for child in token.children):
            return None
        named = {self.mentions.actors[word.i].span: word for word in self.sentence.words if self._is_parliament(word)}
        return next(iter(named.values())) if len(named) == 1 else None

    def _is_parliament(self, word: Token) -> bool:
        return word.i in self.mentions.actors and word.lower_ in self.lexicon.parliaments

    def body(self, argument: Argument) -> Argument:
        """The seat of a state as a body of its own, where it acts on its own state: "Congress overrode the president"."""
        state, start = argument.entity, argument.span.start - self.sentence.offset
        name = self.sentence.tokens.doc.text[start : start + argument.span.end - argument.span.start].removeprefix("the ")
        if argument.reason != NameForm.SEAT.value or not isinstance(state, Actor):
            return argument
        actor = Actor(f"{state.iri}-{slug(name)}", name, ActorKind.ORGANIZATION, known=False, country=state.iri)
        return replace(argument, entity=actor)

    def _modifiers(self, token: Token) -> list[Token]:
        """What stands before a noun and says whose it is: a genitive, an adjective, another noun."""
        return [child for child in token.lefts if child.dep_ in {"poss", "amod", "compound", "nmod"} and not self.prefix(child)]

    def _is_of_thing(self, child: Token) -> bool:
        return child.dep_ == "prep" and (child.lower_ in self.lexicon.belonging or child.lower_ in self.lexicon.place_prepositions)

    def is_described(self, token: Token, *, people: bool = False) -> bool:
        """Whether only a common noun says who it is: "the survivors".

        Args:
            token: The noun.
            people: Whether it must be unarmed people.
        """
        mention = self.mentions.actors.get(token.i)
        if mention is None or mention.form != DESCRIPTION:
            return False
        return not people or (isinstance(mention.entity, Actor) and mention.entity.kind in _PEOPLE)

    def is_thing(self, token: Token) -> bool:
        """Whether a body or region is described that is also a thing: what is done to "a hospital in Y" is done to Y, too."""
        mention = self.mentions.actors.get(token.i)
        thing = mention is not None and isinstance(mention.entity, Actor) and mention.entity.kind in _THINGS
        return thing and self.is_described(token)

    def issues(self, token: Token) -> tuple[Argument, ...]:
        """The issues that a noun phrase names by its head, with what is coordinated."""
        mentions = [self.mentions.issues[part.i] for part in islice(conjuncts(token), _MOST) if part.i in self.mentions.issues]
        return tuple(Argument(mention.entity, mention.span) for mention in dict.fromkeys(mentions))

    def is_reciprocal(self, token: Token) -> bool:
        """Whether a token ends "each other" or "one another"."""
        return ends_phrase(token, self.lexicon.reciprocals)

    def prefix(self, token: Token) -> str:
        """The preposition that a prefix stands for: "against" for Russian in "anti-Russian"; empty without such a prefix."""
        if token.i < self.sentence.tokens.start + 2 or token.nbor(-1).text != "-":
            return ""
        return self.lexicon.prefixes.get(token.nbor(-2).lower_, "")

    def prefixed(self, token: Token) -> tuple[Argument, ...]:
        """The actor that a prefix is joined to: the United States in "anti-US sentiment"."""
        mention = self.mentions.actors.get(token.i)
        known = mention is not None and isinstance(mention.entity, Actor) and self.prefix(token)
        return (Argument(mention.entity, mention.span),) if mention is not None and known else ()

    def stands_for(self, token: Token) -> str:
        """What a name stands for where it is used: "actor", "population", or "place" where something happens there."""
        sense = self._sense(token)
        return (Sense.PLACE if sense is Sense.GOAL else sense).value

    def _sense(self, token: Token) -> Sense:
        mention = self.mentions.actors.get(token.i)
        if mention is None or not isinstance(mention.entity, Actor):
            return Sense.ACTOR
        while token.head != token and self.mentions.actors.get(token.head.i) is mention:
            token = token.head
        indices = frozenset(index for index, other in self.mentions.actors.items() if other is mention)
        return sense_of(Name(token, indices, mention.form, mention.entity), self.structure, self.lexicon.metonyms)

    def _own(self, token: Token, *, adjective: bool, place: bool, town: bool) -> Iterator[Argument]:
        if token.i in self.anaphors:
            yield from self.anaphors[token.i]
            return
        mention = self.mentions.actors.get(token.i)
        if mention is None:
            yield from self._apposed(token)
        elif isinstance(mention.entity, Actor) and (
            sense := self._acts(mention, token, adjective=adjective, place=place, town=town)
        ):
            yield Argument(self._represented(mention.entity, sense), mention.span, _reason(mention))

    def _apposed(self, token: Token) -> Iterator[Argument]:
        """A noun without a name of its own is named by its apposition ("its ally Japan")."""
        for child in token.children:
            mention = self.mentions.actors.get(child.i)
            if child.dep_ == "appos" and mention is not None and isinstance(mention.entity, Actor):
                yield Argument(mention.entity, mention.span, _reason(mention))

    def _acts(self, mention: Mention, token: Token, *, adjective: bool, place: bool, town: bool) -> Sense | None:
        """The sense in which a name stands for an actor here, if in any: a capital where something happens in it is a place."""
        if self.prefix(token) or self._is_descent(token):
            return None
        sense = self._sense(token)
        if sense is Sense.PLACE:
            return sense if town or (place and mention.form not in {NameForm.CAPITAL, NameForm.SEAT}) else None
        group = isinstance(mention.entity, Actor) and mention.entity.kind is ActorKind.POPULATION
        if sense is Sense.POPULATION:
            return sense if group or adjective else None
        return sense if adjective or group or mention.form not in {NameForm.ADJECTIVE, NameForm.PREFIX} else None

    def _is_descent(self, token: Token) -> bool:
        """Whether an adjective says of which people somebody is, wherever they live: "ethnic Albanians"."""
        return token.i > self.sentence.tokens.start and token.nbor(-1).lower_ in self.lexicon.descent

    def _represented(self, actor: Actor, sense: Sense) -> Actor:
        """The state for inhabitants who speak for it: "the Germans insisted"."""
        group = actor.kind is ActorKind.POPULATION and sense is Sense.ACTOR
        return self.lexicon.states.get(actor.country, actor) if group else actor

    def _companions(self, token: Token) -> Iterator[Argument]:
        """Who is joined by "along with Y", on the noun itself or, for a subject, on its verb."""
        beside = token.head.lefts if token.dep_ in {"nsubj", "nsubjpass"} else ()
        for child in (*token.children, *beside):
            if child.dep_ != "prep":
                continue
            inner = [grand for grand in child.children if grand.dep_ == "prep"]
            last = inner[0] if inner else child
            before = [grand for grand in child.lefts if grand.dep_ == "advmod"]  # "together with"
            words = " ".join(word.lower_ for word in dict.fromkeys((*before, child, last)))
            if words in self.lexicon.companions:
                for noun in last.children:
                    if noun.dep_ == "pobj":
                        yield from self.actors(noun)

    def lends(self, token: Token) -> bool:
        """Whether a verb adds little to the noun beside it: "make a threat", "talks take place"."""
        lemma = token.lemma_.lower()
        return lemma in self.lexicon.light_verbs or lemma in self.lexicon.empty_verbs

    def span(self, token: Token) -> Span:
        """The clean span of a token."""
        return self.sentence.span(token)


def _is_town(argument: Argument) -> bool:
    """Whether it is a town or region: what is done in it is not done to it ("shot down a missile over Lviv")."""
    entity = argument.entity
    return isinstance(entity, Actor) and entity.kind is ActorKind.TERRITORY and not entity.is_polity


def _reason(mention: Mention) -> str:
    if mention.reason:
        return mention.reason
    return mention.form if mention.form in {NameForm.CAPITAL, NameForm.SEAT, NameForm.INHABITANT} else ""
