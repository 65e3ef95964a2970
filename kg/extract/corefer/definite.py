"""Definite noun phrase + what was named before -> the actors that it stands for: "the kingdom", "the alliance", "the minister"."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from spacy.tokens import Token

from kg.extract.argument import conjuncts
from kg.extract.corefer.discourse import above, actor_of
from kg.extract.corefer.office import Offices, Term
from kg.extract.corefer.pronoun import NOBODY, Answer, Setting
from kg.model import Actor, ActorKind

__all__ = ["Nouns", "noun_stands_for"]

_MEMBERS = frozenset({ActorKind.ARMED_GROUP})


@dataclass(frozen=True, slots=True)
class Nouns:
    """The nouns that point back, each class a list of `ontology/words.ttl`.

    `kinds` maps a noun to the kinds of actor that it may stand for ("company" to organisations), `epithets` maps one to the
    actors that it is often used for ("kingdom" to Saudi Arabia).
    """

    quantifiers: frozenset[str] = frozenset()
    dyad: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    persons: frozenset[str] = frozenset()
    sources: frozenset[str] = frozenset()
    past: frozenset[str] = frozenset()
    demonstratives: frozenset[str] = frozenset()
    kinds: Mapping[str, frozenset[ActorKind]] = field(default_factory=dict)
    epithets: Mapping[str, frozenset[str]] = field(default_factory=dict)


def noun_stands_for(token: Token, words: Nouns, setting: Setting, offices: Offices) -> Answer:
    """Whom a definite noun phrase stands for.

    Args:
        token: The head of the phrase.
        words: The nouns that point back.
        setting: Where it stands.
        offices: Who has, or had, which role.

    Returns:
        The actors and the rule that found them; nothing where it does not point back, or in doubt.
    """
    lemma = token.lemma_.lower()
    if lemma in words.dyad | words.persons and any(child.lower_ in words.quantifiers for child in token.lefts):
        return _of_two(token, lemma, words, setting)
    if lemma in words.countries and (own := _of_person(token, setting, offices)) != NOBODY:
        return own
    if not _is_definite(token, words, setting):
        return NOBODY
    if token.tag_ == "NNS":
        return _by_members(lemma, words, setting)
    answers = (rule(token, words, setting, offices) for rule in (_in_role, _called, _of_kind))
    return next((answer for answer in answers if answer != NOBODY), NOBODY)


def _of_two(token: Token, lemma: str, words: Nouns, setting: Setting) -> Answer:
    """The pair in focus: two persons for "the two leaders", two states for "the two countries"."""
    if lemma in words.persons:
        pair = setting.pair
    elif lemma in words.countries:
        pair = setting.countries
    else:
        pair = setting.dyad
    others = not pair or _is_of_others(token, pair, setting) or _acts_on_itself(token, pair, setting)
    return NOBODY if others else (pair, "dyad in focus")


def _is_of_others(token: Token, pair: tuple[Actor, ...], setting: Setting) -> bool:
    """Whether an actor stands before the noun who is none of the pair: "the two Libyan camps"."""
    owners = (setting.mentions.actors.get(child.i) for child in token.lefts)
    return any(owner is not None and isinstance(owner.entity, Actor) and owner.entity not in pair for owner in owners)


def _acts_on_itself(token: Token, pair: tuple[Actor, ...], setting: Setting) -> bool:
    """Whether the pair is the subject of the clause that has the token as object."""
    clause = next(above(token), token)
    subjects = [noun for head in setting.structure.surface_subject(clause) for noun in conjuncts(head)]
    named = {actor_of(mention.entity) for noun in subjects if (mention := setting.mentions.actors.get(noun.i)) is not None}
    return token.dep_ in {"dobj", "pobj"} and named >= set(pair)


def _of_person(token: Token, setting: Setting, offices: Offices) -> Answer:
    """The state of the person before it: "his country"."""
    for child in token.lefts:
        named = setting.pointed.get(child.i, ()) if child.dep_ == "poss" else ()
        state = _state(named[0], setting, offices) if len(named) == 1 else None
        if state is not None and state.is_polity:
            return (state,), "state of the person"
    return NOBODY


def _state(person: Actor, setting: Setting, offices: Offices) -> Actor | None:
    """Where a person has an office, else the state, named before, that whoever is known only by an office belongs to."""
    named = (actor for sentence in setting.discourse.sentences() for found in sentence for actor in found.actors)
    return offices.body(person.iri) or next((actor for actor in named if actor.iri == person.country), None)


def _is_definite(token: Token, words: Nouns, setting: Setting) -> bool:
    """Whether "the" is all that stands before a noun, besides the rest of a role's name, and nothing narrows it after."""
    hit = setting.mentions.roles.get(token.i)
    if token.tag_ not in {"NN", "NNP", "NNS"} or (hit is not None and hit.of is not None):
        return False
    children = [child for child in token.children if child.dep_ not in {"punct", "case"} and child.lower_ not in words.past]
    if hit is not None:
        children = [child for child in children if child.dep_ not in {"compound", "amod", "nmod"} or child.ent_type_]
    return len(children) == 1 and children[0].lower_ in words.demonstratives


def _in_role(token: Token, words: Nouns, setting: Setting, offices: Offices) -> Answer:
    """The person of the text who is known to have the role, or whom the text introduced with it."""
    hit = setting.mentions.roles.get(token.i)
    if hit is None or token.tag_ != "NN":
        return NOBODY
    former = any(child.lower_ in words.past for child in token.lefts)
    for held in (offices.past if former else offices.present, offices.past):
        for exact in (True, False):
            bearers = [person for person in setting.persons if _has(held(person.iri), hit.role.label, exact=exact)]
            if bearers:
                return ((bearers[0],), "person in this role") if len(bearers) == 1 else _nearest(bearers, setting)
    return NOBODY


def _has(held: Iterable[Term], label: str, *, exact: bool) -> bool:
    return any(term.role == label if exact else term.role.endswith(f" {label}") for term in held)


def _nearest(bearers: list[Actor], setting: Setting) -> Answer:
    """Of several who have the role, the one whom the last sentence to name any of them names alone."""
    for sentence in setting.discourse.sentences():
        here = [actor for actor in bearers if any(actor in found.actors for found in sentence)]
        if here:
            return ((here[0],), "person in this role") if len(here) == 1 else NOBODY
    return NOBODY


def _source(token: Token, words: Nouns, setting: Setting, offices: Offices) -> Answer:
    """Who was quoted last, unless known for an office, which would be named instead."""
    if token.lemma_.lower() not in words.sources:
        return NOBODY
    if setting.source is not None and not offices.is_official(setting.source.iri):
        return (setting.source,), "current source"
    return NOBODY


def _by_members(lemma: str, words: Nouns, setting: Setting) -> Answer:
    """The armed group whose members a noun in the plural names; any other noun then means several, and no single actor."""
    if words.kinds.get(lemma) != _MEMBERS:
        return NOBODY
    return _last(setting, lambda actor: actor.kind is ActorKind.ARMED_GROUP, "last of its kind")


def _called(token: Token, words: Nouns, setting: Setting, _offices: Offices) -> Answer:
    """The last actor named for which the noun is often used."""
    holders = words.epithets.get(token.lemma_.lower(), frozenset())
    return _last(setting, lambda actor: actor.iri in holders, "what news calls it")


def _of_kind(token: Token, words: Nouns, setting: Setting, offices: Offices) -> Answer:
    lemma = token.lemma_.lower()
    if lemma in words.countries:
        return _country(token, setting)
    kinds = words.kinds.get(lemma, frozenset())
    if not kinds:
        return _source(token, words, setting, offices)
    called = _last(setting, lambda actor: lemma in actor.label.lower().split() and actor.kind in kinds, "noun of its name")
    if called != NOBODY:
        return called
    return _last(setting, lambda actor: actor.kind in kinds and not (actor.known and lemma in words.epithets), "last of its kind")


def _country(token: Token, setting: Setting) -> Answer:
    """The other of the pair in focus, where one of them is the subject; else the last state that was named."""
    subject = _subject(token, setting)
    others = [actor for actor in setting.countries if actor != subject]
    if len(others) == 1:
        return (others[0],), "other member of the dyad"
    return _last(setting, lambda actor: actor.is_polity and actor != subject, "last state named")


def _subject(token: Token, setting: Setting) -> Actor | None:
    """The subject of the nearest clause above that names an actor."""
    for verb in above(token):
        for subject in setting.structure.surface_subject(verb):
            for found in setting.discourse.current:
                if found.token == subject and subject != token and len(found.actors) == 1:
                    return found.actors[0]
    return None


def _last(setting: Setting, fits: Callable[[Actor], bool], reason: str) -> Answer:
    """The only one, or the only subject, among those that fit in the last sentence that names any."""
    for sentence in setting.discourse.sentences():
        named = [(found.rank, actor) for found in sentence for actor in found.actors if fits(actor)]
        if not named:
            continue
        everyone = {actor for _, actor in named}
        foremost = {actor for rank, actor in named if rank == min(rank for rank, _ in named)}
        chosen = everyone if len(everyone) == 1 else foremost
        return ((chosen.pop(),), reason) if len(chosen) == 1 else NOBODY
    return NOBODY
