"""Parsed sentence -> the same sentence with what parsers commonly hang on the wrong word hung on the right one.

A clause of what is said is taken for one that describes the noun before it: "told the BBC in an interview that Y had left". A
clause that describes a noun lacks what the noun is in it ("an interview that he gave"); what lacks nothing is what the verb says.
A bare participle in "-ing" is never coordinated with a verb that has a tense: behind a charge it goes on with it ("left over
charges of theft and lying").
"""

from dataclasses import dataclass

from spacy.tokens import Token

from kg.extract.dependency import is_verbal
from kg.extract.parse import Sentence

__all__ = ["SayingVerbs", "mend"]

_DESCRIBING = frozenset({"relcl", "acl"})
_OWN = frozenset({"aux", "nsubj"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_COMPLEMENTS = frozenset({"dobj", "attr", "acomp", "ccomp", "xcomp", "oprd"})


@dataclass(frozen=True, slots=True)
class SayingVerbs:
    """Verbs by lemma: those that say something, and of these `informing`, whose object is who is told it.

    `venues` are prepositions of where and how it is said; `facts` are nouns with a clause of their own ("tells the truth that");
    `charges` are nouns for what somebody is accused of.
    """

    saying: frozenset[str] = frozenset()
    informing: frozenset[str] = frozenset()
    venues: frozenset[str] = frozenset()
    facts: frozenset[str] = frozenset()
    charges: frozenset[str] = frozenset()


def mend(sentence: Sentence, verbs: SayingVerbs) -> None:
    """Hang the clauses of what is said on the verbs that say it, in place.

    Args:
        sentence: A parsed sentence.
        verbs: The verbs that say something.
    """
    for token in sentence.words:
        if (charge := _charge(token, sentence, verbs)) is not None:
            token.dep_, token.head = "acl", charge
        if token.dep_ not in _DESCRIBING or not is_verbal(token):
            continue
        that = next((child for child in token.lefts if child.lower_ == "that"), None)
        if that is None or not _lacks_nothing(token, that):
            continue
        verb = _verb(token.head, verbs)
        if verb is not None and not any(child.dep_ == "ccomp" for child in verb.children):
            that.dep_, token.dep_ = "mark", "ccomp"
            token.head = verb


def _charge(token: Token, sentence: Sentence, verbs: SayingVerbs) -> Token | None:
    """The charge before it that a participle goes on with, where it is parsed as coordinated with what takes no participle."""
    bare = token.tag_ == "VBG" and token.dep_ == "conj" and not any(child.dep_ in _OWN for child in token.children)
    if not bare or token.head.tag_ == "VBG" or token.head.pos_ == "NOUN":
        return None
    before = [word for word in sentence.words if word.i < token.i and word.lemma_.lower() in verbs.charges]
    return next((noun for noun in reversed(before) if any(child.lower_ == "of" for child in noun.rights)), None)


def _lacks_nothing(clause: Token, that: Token) -> bool:
    """Whether a clause has a subject besides "that", and an object or the like besides it, or a "that" that only joins it."""
    others = {child.dep_ for child in clause.children if child != that}
    if not others & _SUBJECTS:
        return False
    return that.dep_ == "mark" or (that.dep_ in _SUBJECTS | _COMPLEMENTS and bool(others & _COMPLEMENTS))


def _verb(noun: Token, verbs: SayingVerbs) -> Token | None:
    """The verb that says something, in whose phrase a noun stands."""
    if noun.dep_ in {"dobj", "dative"}:
        told = noun.head.lemma_.lower() in verbs.informing and noun.lemma_.lower() not in verbs.facts
        return noun.head if told else None
    preposition = noun.head
    if noun.dep_ != "pobj" or preposition.lower_ not in verbs.venues:
        return None
    above = preposition.head
    return above if is_verbal(above) and above.lemma_.lower() in verbs.saying | verbs.informing else None
