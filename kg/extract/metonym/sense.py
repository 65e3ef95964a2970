"""Name where it is used -> what it stands for there: the actor, a place, or the people who live there.

"Moscow rejected the draft" is the state, "Moscow's winters" are those of a town, "all of Moscow mourned" is about its inhabitants.
What decides is the word that governs the name: the noun that it modifies, the preposition before it, the verb that it belongs to.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from spacy.tokens import Token

from kg.extract.argument import Structure
from kg.extract.dependency import is_verbal
from kg.extract.mention.town import TOWN
from kg.extract.metonym.population import FINITE, are_inhabitants, has_article, lives
from kg.extract.metonym.words import MetonymWords, Words, has, is_among, lemma_of, predicates
from kg.model import Actor, ActorKind
from kg.ontology import NameForm

__all__ = ["Name", "Sense", "sense_of"]

_MODIFIERS = frozenset({"compound", "amod", "nmod", "poss", "npadvmod"})
_NOMINAL = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "dative", "attr", "poss"})
_COMPLEMENTS = frozenset({"dobj", "acomp", "ccomp", "xcomp", "oprd", "prt"})
_SHROUDS = ("prep:in", "prep:under", "prep:beneath")
_STRIKERS = ("subj", "prep:by", "prep:in", "prep:with", "prep:under")
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_CITIES = frozenset({NameForm.CAPITAL.value, NameForm.SEAT.value})


class Sense(StrEnum):
    """What a name stands for.

    A GOAL is a place that somebody comes to, crosses or strikes, or that a thing belongs to: it is no actor of its own, but whoever
    visits or bombs it visits or bombs the state.
    """

    ACTOR = "actor"
    PLACE = "place"
    GOAL = "goal"
    POPULATION = "population"


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a sentence: the word that carries its role, all its words by index, its form, and its actor."""

    token: Token
    indices: frozenset[int]
    form: str
    actor: Actor

    @property
    def is_city(self) -> bool:
        """Whether it is the name of a capital or a seat, not of the state."""
        return self.form in _CITIES

    @property
    def is_people(self) -> bool:
        """Whether it names inhabitants: "Greeks", "the Dutch"."""
        if self.form == NameForm.INHABITANT:
            return True
        spot = _anchor(self.token)
        heads = spot.dep_ in _NOMINAL or spot.head.tag_ in FINITE
        return self.form == NameForm.ADJECTIVE and heads and has_article(self.token)

    @property
    def is_geographic(self) -> bool:
        """Whether it could be a place at all: bodies and persons are none."""
        return self.is_city or self.actor.is_polity or self.form == TOWN


def sense_of(name: Name, structure: Structure, words: MetonymWords) -> Sense:
    """What a name stands for where it is used.

    Args:
        name: The name.
        structure: The roles of its sentence.
        words: What tells the senses apart.

    Returns:
        The sense; an actor where nothing says otherwise.
    """
    use = _Use(name, _anchor(name.token), structure, words)
    if name.is_people:
        return Sense.POPULATION if are_inhabitants(name.token, use.spot, structure, words) else Sense.ACTOR
    if not name.is_geographic:
        inside = use.spot.dep_ == "pobj" and use.is_inside(use.spot.head, words.place_preposition)
        return Sense.PLACE if inside else Sense.POPULATION if name.actor.kind is ActorKind.POPULATION else Sense.ACTOR
    rules: tuple[Callable[[], Sense | None], ...] = (
        use.as_modifier,
        use.after_preposition,
        use.as_region,
        use.as_subject,
        use.as_object,
    )
    return next((sense for rule in rules if (sense := rule())), Sense.ACTOR)


@dataclass(frozen=True, slots=True)
class _Use:
    """A name with what governs it: `spot` is the first of what it is coordinated with, or the noun that it stands beside."""

    name: Name
    spot: Token
    structure: Structure
    words: MetonymWords

    def as_modifier(self) -> Sense | None:
        """A name before a noun: "the Moscow metro", "French rivers", "Turkish voters", "London-based"."""
        if self.spot.dep_ not in _MODIFIERS:
            return None
        noun, words = _modified(self.spot, self.words.place_noun), self.words
        if noun.lower_ in words.placed_participle and noun.i > self.name.token.i + 1 and self.name.token.nbor(1).text == "-":
            return Sense.GOAL
        persons = words.population_noun | (words.private_noun if noun.tag_ == "NNS" else frozenset())
        if is_among(noun, persons) and self.name.form != NameForm.SEAT:
            return Sense.POPULATION
        if _is_ground(noun, words.place_noun) or (is_among(noun, words.part_noun) and self._is_part_of_place(noun)):
            return Sense.GOAL
        if self._is_venue(noun):
            return Sense.PLACE
        return Sense.GOAL if self._is_of_town(noun) else None

    def _is_part_of_place(self, noun: Token) -> bool:
        return any(is_among(whole, self.words.place_noun) for whole in self.structure.role(noun, "prep:of"))

    def _is_venue(self, noun: Token) -> bool:
        """Whether a town stands before a meeting: "the Paris talks", but not "Paris-Berlin talks"."""
        return self.name.is_city and self._is_alone(noun) and is_among(noun, self.words.venue_noun)

    def _is_of_town(self, noun: Token) -> bool:
        """Whether a capital stands before what a town has and a state has not: "a Moscow court", but "the Moscow regime"."""
        of_union = self.name.is_city and self.name.actor.kind is ActorKind.INTERNATIONAL_ORGANIZATION
        town = self.name.form == NameForm.CAPITAL or of_union
        return town and self._is_alone(noun) and noun.pos_ == "NOUN" and not is_among(noun, self.words.political_noun)

    def _is_alone(self, noun: Token) -> bool:
        """Whether a name stands before a noun with nothing joined to it."""
        alone = self.spot == self.name.token and not has(self.spot, frozenset({"conj"}))
        return alone and self.spot.dep_ == "compound" and noun == self.spot.head and self.spot.nbor(1).text != "-"

    def after_preposition(self) -> Sense | None:
        """A name after a preposition: where something is, the way that it goes, or a part of the place."""
        if self.spot.dep_ != "pobj":
            return None
        chain = list(_prepositions(self.spot))
        governor, words = chain[-1].head, self.words
        if any(self.is_inside(word, words.place_preposition | words.ground_preposition) for word in chain):
            return Sense.PLACE
        word = lemma_of(chain[-1] if lemma_of(chain[0]) == "of" else chain[0])
        if word == "of":
            return self._of(governor)
        if word in words.through_preposition:
            return Sense.GOAL
        if word not in words.way_preposition:
            return None
        return self._after_verb(governor, word) if is_verbal(governor) else self._after_noun(governor, word)

    def is_inside(self, preposition: Token, places: Words) -> bool:
        """Whether a preposition says where, and not at whom somebody is angry."""
        word = lemma_of(preposition)
        return word in places and f"{lemma_of(preposition.head)} {word}" not in self.words.abstract_location

    def _of(self, governor: Token) -> Sense | None:
        words = self.words
        if is_among(governor, words.portion):
            return Sense.POPULATION if governor.dep_ == "nsubj" and self._acts_whole(governor.head) else Sense.GOAL
        if is_among(governor, words.population_noun) and self.name.form != NameForm.SEAT:
            return Sense.POPULATION
        falls = self.name.is_city and is_among(governor, words.blow_noun)
        return Sense.GOAL if falls or is_among(governor, words.place_noun | words.inner_noun) else None

    def _acts_whole(self, verb: Token) -> bool:
        """Whether all or half of a town or a state does something, which only people can: it lies or is there as a place."""
        still = lemma_of(verb) in self.words.posture_verb or self._is_of_place(verb)
        return lives(verb, self.words) or (verb.pos_ == "VERB" and not still)

    def _after_noun(self, governor: Token, word: str) -> Sense | None:
        """A trip to it, a railway between two, a pensioner from it, a strike on a town."""
        words = self.words
        if word == "on":
            return Sense.GOAL if self.name.is_city and is_among(governor, words.blow_noun) else None
        if word == "from" and is_among(governor, words.private_noun | words.population_noun | words.place_noun):
            return Sense.GOAL
        handed = any(is_among(thing, words.goods_noun) for thing in self.structure.role(governor, "prep:of"))
        return Sense.GOAL if is_among(governor, words.motion_noun) and not handed else None

    def _after_verb(self, verb: Token, word: str) -> Sense | None:
        """Somebody flies there, or is sent there; a letter that is sent there goes to the state."""
        words, lemma = self.words, lemma_of(verb)
        theme = [*self.structure.role(verb, "obj"), *self.structure.role(verb, "subj")][:1]
        if any(is_among(thing, words.trip_noun) for thing in theme):
            return Sense.GOAL
        if word == "on":
            fallen = lemma in words.transfer_verb | words.motion_verb and any(
                is_among(thing, words.natural_event) for thing in theme
            )
            return Sense.GOAL if fallen or (self.name.is_city and lemma in words.blow_noun & words.motion_verb) else None
        if lemma in words.motion_verb:
            return None if any(is_among(thing, words.goods_noun) for thing in theme) else Sense.GOAL
        moves = lemma in words.transfer_verb and word != "for" and any(self._moves(thing) for thing in theme)
        return Sense.GOAL if moves else None

    def _moves(self, thing: Token) -> bool:
        return thing.pos_ in {"PROPN", "PRON"} or is_among(
            thing, self.words.mover_noun | self.words.population_noun | self.words.private_noun
        )

    def as_region(self) -> Sense | None:
        """A stretch of it: "northern Syria"."""
        beside = [child for child in self.name.token.children if child.i not in self.name.indices]
        region = any(child.dep_ in _MODIFIERS and is_among(child, self.words.region_adjective) for child in beside)
        return None if not region else Sense.PLACE if self.spot.dep_ in _SUBJECTS else Sense.GOAL

    def as_subject(self) -> Sense | None:
        """What a town does and what its people do: it lies on a river, they weep."""
        if self.spot.dep_ not in _SUBJECTS or not is_verbal(self.spot.head):
            return None
        verbs = [self.spot.head, *(child for child in self.spot.head.children if child.dep_ == "xcomp")]
        if self.name.form != NameForm.SEAT and any(lives(verb, self.words) for verb in verbs):
            return Sense.POPULATION
        return Sense.PLACE if any(self._is_of_place(verb) for verb in verbs) else None

    def _is_of_place(self, verb: Token) -> bool:
        words, lemma = self.words, lemma_of(verb)
        if lemma in words.adjoin_verb:
            return True
        if lemma in words.place_verb or (self.name.is_city and lemma in words.city_verb):
            return all(is_among(child, words.inner_noun) for child in verb.children if child.dep_ in _COMPLEMENTS)
        objects = self.structure.role(verb, "obj")
        if lemma in words.seeing_verb and any(_is_event(thing, words.natural_event) for thing in objects):
            return True
        if lemma in words.feature_verb and self.name.is_city:
            return any(is_among(thing, words.population_noun | words.place_noun) for thing in objects)
        if self.name.is_city and any(
            _is_event(noun, words.natural_event) for role in _SHROUDS for noun in self.structure.role(verb, role)
        ):
            return True
        return self._is_described(verb) or (lemma in words.posture_verb and self._is_located(verb))

    def _is_described(self, verb: Token) -> bool:
        """It is cold, it is a port of two million."""
        toward = any(has(word, frozenset({"prep"})) for word in predicates(verb) if word.pos_ == "ADJ")
        return not toward and any(is_among(word, self.words.place_adjective | self.words.place_noun) for word in predicates(verb))

    def _is_located(self, verb: Token) -> bool:
        """It lies on a river: after what says where stands a name of a place or a noun for one."""
        grounds = self.words.place_preposition | self.words.ground_preposition | self.words.way_preposition
        nouns = [noun for word in grounds for noun in self.structure.role(verb, f"prep:{word}")]
        return any(_is_ground(noun, self.words.place_noun) for noun in nouns)

    def as_object(self) -> Sense | None:
        """A place that is reached, and one that weather or blows strike."""
        if self.spot.dep_ not in {"dobj", "nsubjpass"} or not is_verbal(self.spot.head):
            return None
        verb, words = self.spot.head, self.words
        if lemma_of(verb) in words.reach_verb and self.spot.dep_ == "dobj":
            return None if self._is_left_so(verb) else Sense.GOAL
        if self.name.is_city and lemma_of(verb) in words.siege_verb:
            return Sense.GOAL
        by = [thing for role in _STRIKERS for thing in self.structure.role(verb, role)]
        struck = lemma_of(verb) in words.strike_verb and any(_is_event(thing, words.natural_event) for thing in by)
        return Sense.GOAL if struck else None

    def _is_left_so(self, verb: Token) -> bool:
        """Whether somebody is left in a state, not a place left: "left Moscow with no choice", "left Moscow isolated"."""
        return bool(self.structure.role(verb, "prep:with")) or has(verb, frozenset({"oprd", "acomp", "ccomp", "xcomp"}))


def _is_ground(token: Token, places: Words) -> bool:
    """Whether it is a noun for a place, or the name of one: "the Swiss Alps"."""
    return is_among(token, places) or (token.pos_ == "PROPN" and token.ent_type_ in {"LOC", "FAC"})


def _is_event(token: Token, events: Words) -> bool:
    """Whether it is weather or a blow itself, not a storm of criticism."""
    return is_among(token, events) and not any(lemma_of(child) == "of" for child in token.children)


def _anchor(token: Token) -> Token:
    """What carries the role of a name: the first of a coordination, the noun that it is an apposition of."""
    while token.dep_ in {"conj", "appos"} and not is_verbal(token.head):
        token = token.head
    return token


def _modified(token: Token, stop: Words) -> Token:
    """The noun that a name stands before; names between them are passed over, unless they are of a place ("Moscow Region")."""
    noun = token.head
    while noun.dep_ in _MODIFIERS - {"poss"} and noun.pos_ == "PROPN" and not _is_ground(noun, stop):
        noun = noun.head
    return noun


def _prepositions(token: Token) -> Iterator[Token]:
    """The prepositions before a name, from the inside out: "of", "out"."""
    word = token.head
    yield word
    while word.head.pos_ == "ADP" and word.head != word:
        word = word.head
        yield word
