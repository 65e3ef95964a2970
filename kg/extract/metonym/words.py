"""Lists of the ontology -> the words that tell a state, its place and its people apart."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields

from spacy.tokens import Token

__all__ = ["MetonymWords", "Words", "has", "is_among", "lemma_of", "predicates"]

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class MetonymWords:
    """Nouns, verbs and adjectives by what they say of the name beside them; each field is a list of `ontology/words.ttl`.

    >>> MetonymWords.of({"place-noun": ("river",)}).place_noun
    frozenset({'river'})
    """

    place_preposition: Words = frozenset()
    ground_preposition: Words = frozenset()
    way_preposition: Words = frozenset()
    through_preposition: Words = frozenset()
    abstract_location: Words = frozenset()
    place_noun: Words = frozenset()
    part_noun: Words = frozenset()
    inner_noun: Words = frozenset()
    venue_noun: Words = frozenset()
    political_noun: Words = frozenset()
    placed_participle: Words = frozenset()
    region_adjective: Words = frozenset()
    portion: Words = frozenset()
    population_noun: Words = frozenset()
    private_noun: Words = frozenset()
    population_verb: Words = frozenset()
    living_verb: Words = frozenset()
    population_phrase: Words = frozenset()
    population_adjective: Words = frozenset()
    household_noun: Words = frozenset()
    survey_noun: Words = frozenset()
    harm_verb: Words = frozenset()
    people_quantifier: Words = frozenset()
    parley: Words = frozenset()
    motion_verb: Words = frozenset()
    transfer_verb: Words = frozenset()
    motion_noun: Words = frozenset()
    trip_noun: Words = frozenset()
    mover_noun: Words = frozenset()
    goods_noun: Words = frozenset()
    reach_verb: Words = frozenset()
    siege_verb: Words = frozenset()
    strike_verb: Words = frozenset()
    blow_noun: Words = frozenset()
    natural_event: Words = frozenset()
    place_verb: Words = frozenset()
    posture_verb: Words = frozenset()
    adjoin_verb: Words = frozenset()
    city_verb: Words = frozenset()
    seeing_verb: Words = frozenset()
    feature_verb: Words = frozenset()
    place_adjective: Words = frozenset()

    @classmethod
    def of(cls, lists: Mapping[str, tuple[str, ...]]) -> "MetonymWords":
        """The words of the lists, by local name; a list that is missing has no words."""
        return cls(**{field.name: frozenset(lists.get(field.name.replace("_", "-"), ())) for field in fields(cls)})


def lemma_of(token: Token) -> str:
    """The lemma of a word, in small letters."""
    return str(token.lemma_).lower()


def is_among(token: Token, words: Words) -> bool:
    """Whether a word is in a list: by its lemma, as it is written, or with the word before it ("concert hall").

    Args:
        token: The word.
        words: The list.

    Returns:
        Whether it is there in any of the three ways.
    """
    lemma = lemma_of(token)
    if lemma in words or token.lower_ in words:
        return True
    return token.i > 0 and f"{token.nbor(-1).lower_} {lemma}" in words


def has(token: Token, dependencies: frozenset[str]) -> bool:
    """Whether a word has a child that stands in one of these dependencies to it."""
    return any(child.dep_ in dependencies for child in token.children)


def predicates(verb: Token) -> Iterator[Token]:
    """What a copula says."""
    return (child for child in verb.children if child.dep_ in {"acomp", "attr"})
