"""Words beside a name -> whether the people who live there are meant: "most Greeks", "all of Athens wept"."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extract.argument import Structure
from kg.extract.metonym.words import MetonymWords, has, is_among, lemma_of, predicates

__all__ = ["FINITE", "are_inhabitants", "has_article", "lives"]

FINITE = frozenset({"VBD", "VBP", "VBZ"})
_BESIDE = frozenset({"case", "punct", "cc", "conj"})
_CHOOSING = frozenset({"nummod", "relcl"})
_MANNER = frozenset({"acomp", "advmod"})
_PARTICLE = frozenset({"prt"})


def lives(verb: Token, words: MetonymWords) -> bool:
    """Whether a verb says what people do and a state does not: it weeps, it goes to the polls, it is jubilant."""
    if has(verb, _PARTICLE):
        return False
    if lemma_of(verb) in words.population_verb or any(is_among(said, words.population_adjective) for said in predicates(verb)):
        return True
    after = [*_nouns_after(verb), *(child for child in verb.children if child.dep_ in _MANNER)]
    return any(f"{lemma_of(verb)} {lemma_of(word)}" in words.population_phrase for word in after)


def are_inhabitants(token: Token, spot: Token, structure: Structure, words: MetonymWords) -> bool:
    """Whether the name of a people means its inhabitants, not those who speak for their state.

    "Greeks went to the polls" is about persons, "the Greeks vetoed it" about Greece.

    Args:
        token: The name.
        spot: What carries its role: the first of what it is coordinated with.
        structure: The roles of its sentence.
        words: What tells the senses apart.

    Returns:
        True for inhabitants.
    """
    surveyed = any(is_among(other, words.survey_noun) for other in structure.tokens)
    if surveyed or _are_told_apart(token, spot, words):
        return True
    if has_article(spot):
        return _is_daily_life(spot, words)
    governor = spot.head.head if spot.dep_ == "pobj" else spot.head
    joined = any(child.dep_ == "conj" for child in spot.children)
    return not (joined and is_among(governor, words.parley))


def has_article(token: Token) -> bool:
    """Whether "the" belongs to a word, also where the parser took the verb after it for its noun ("the Dutch drink")."""
    before = token.i > 0 and token.nbor(-1).lower_ == "the"
    return before or any(child.lower_ == "the" for child in token.children)


def _are_told_apart(token: Token, spot: Token, words: MetonymWords) -> bool:
    """Whether something picks persons out: "most Greeks", "Greeks who", "among the Greeks", "families of the Greeks"."""
    # A participle on the root of a sentence is its verb: "the Greeks signed".
    choosing = _CHOOSING if token.dep_ == "ROOT" else _CHOOSING | {"acl"}
    children = [child for child in token.children if child.dep_ not in _BESIDE]
    if any(child.dep_ in choosing or is_among(child, words.people_quantifier) for child in children):
        return True
    among = lemma_of(spot.head) == "among" or is_among(spot.head.head, words.population_noun | words.portion)
    return spot.dep_ == "pobj" and among


def _is_daily_life(spot: Token, words: MetonymWords) -> bool:
    """Whether the verb says what persons do or suffer, in words of daily life."""
    verb = spot.head
    if spot.dep_ == "poss":
        return is_among(verb, words.household_noun)
    if spot.dep_ in {"dobj", "nsubjpass"}:
        return lemma_of(verb) in words.harm_verb
    if spot.dep_ != "nsubj" and verb.tag_ not in FINITE:
        return False
    daily = lemma_of(verb) in words.living_verb or lives(verb, words)
    return daily or any(_is_household(noun, words) for noun in _nouns_after(verb))


def _is_household(noun: Token, words: MetonymWords) -> bool:
    owned = any(child.dep_ == "poss" and child.pos_ == "PRON" for child in noun.children)
    return owned and is_among(noun, words.household_noun)


def _nouns_after(verb: Token) -> Iterator[Token]:
    """The object of a verb, and the nouns after its prepositions and those of its object."""
    for child in verb.children:
        if child.dep_ == "dobj":
            yield child
        if child.dep_ in {"dobj", "prep"}:
            inner = [child, *(deeper for deeper in child.children if deeper.dep_ == "prep")]
            yield from (noun for prep in inner for noun in prep.children if noun.dep_ == "pobj")
