"""Word of a sentence -> whether what happens there is still to come, as the verbs above it say."""

from collections.abc import Collection
from typing import Protocol

from spacy.tokens import Token

__all__ = ["FutureWords", "is_future", "is_past"]

_PRESENT = frozenset({"VBZ", "VBP"})
_VERBS = frozenset({"VERB", "AUX"})


class FutureWords(Protocol):
    """The words that decide: auxiliaries, what governs a planned infinitive, what is planned itself."""

    @property
    def will(self) -> Collection[str]:
        """Auxiliaries, in lower case: "will"."""

    @property
    def plans(self) -> Collection[str]:
        """Lemmas after which an infinitive is still to come: "agree"."""

    @property
    def planned(self) -> Collection[str]:
        """Lemmas whose own time is still to come: "due", "upcoming"."""

    @property
    def said(self) -> Collection[str]:
        """Lemmas whose present tells of the past: "say"."""


def is_future(token: Token, words: FutureWords) -> bool:
    """Whether a word stands in a clause about what is still to come.

    Climbs from the word to the verb of its clause: a future auxiliary, or an infinitive below a word of planning. What is
    scheduled, due or upcoming is still to come even where the verb is in the past: "met ahead of talks due in May".

    Args:
        token: A word of a time expression.
        words: The words that decide.
    """
    for above in (token, *token.ancestors):
        if _is_planned(above, token, words):
            return True
        if above.pos_ in _VERBS and above.dep_ not in {"aux", "auxpass"}:
            return _verb_is_future(above, words)
    return False


def is_past(token: Token) -> bool:
    """Whether the verb of the clause of a word is in the past: "lasted until May", but not "was extended until May"."""
    verb = next((above for above in token.ancestors if above.pos_ in _VERBS and above.dep_ not in {"aux", "auxpass"}), None)
    return verb is not None and (verb.tag_ == "VBD" or _has_perfect(verb))


def _is_planned(above: Token, token: Token, words: FutureWords) -> bool:
    """Due in May, upcoming talks in May, scheduled for May; but "was scheduled in May" tells when the plan was made."""
    if above.lemma_.lower() in words.planned and above != token:
        return above.pos_ not in _VERBS or any(
            child.lower_ in {"for", "until", "to"} and child.is_ancestor(token) for child in above.children
        )
    return above.pos_ == "NOUN" and any(child.lower_ in words.planned and child.dep_ == "amod" for child in above.children)


def _verb_is_future(verb: Token, words: FutureWords) -> bool:
    if _has_perfect(verb):
        return False
    if _is_scheduled(verb, words) or any(
        child.dep_ in {"aux", "auxpass"} and child.lower_ in words.will for child in verb.children
    ):
        return True
    if verb.dep_ == "conj" and verb.head.pos_ in _VERBS and verb.tag_ == "VB":
        return _verb_is_future(verb.head, words)
    if not any(child.dep_ == "aux" and child.tag_ == "TO" for child in verb.children):
        return False
    return _governor_plans(verb, words)


def _is_scheduled(verb: Token, words: FutureWords) -> bool:
    """A present with a date is a plan: the treaty expires on 5 May, they are meeting on Friday."""
    if verb.lemma_.lower() in words.said:
        return False
    helpers = [child for child in verb.children if child.dep_ in {"aux", "auxpass"}]
    finite = helpers[0] if helpers else verb
    return finite.tag_ in _PRESENT and verb.tag_ in {*_PRESENT, "VBG"}


def _governor_plans(verb: Token, words: FutureWords) -> bool:
    """An infinitive of purpose ("went to Oslo to talk on Friday") is no plan; one below another infinitive is what that one is."""
    governor = verb.head
    if verb.dep_ == "advcl" and governor.pos_ == "VERB" and governor.lemma_.lower() not in words.plans:
        return False
    if governor.lemma_.lower() in words.plans:
        return True
    return governor != verb and governor.pos_ in _VERBS and governor.tag_ == "VB" and _verb_is_future(governor, words)


def _has_perfect(verb: Token) -> bool:
    return any(
        child.dep_ in {"aux", "auxpass"} and child.lemma_.lower() == "have" and child.tag_ != "TO" for child in verb.children
    )
