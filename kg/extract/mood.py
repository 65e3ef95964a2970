"""Parsed verb -> its mood and clause: what is asked, what is to be done, what only describes, what an auxiliary still governs."""

from spacy.tokens import Token

from kg.extract.dependency import is_infinitive, is_verbal
from kg.extract.reading import Reading
from kg.model import Factuality
from kg.ontology import Cue

__all__ = ["is_asked", "is_backshifted", "is_relative", "is_same_form", "is_small", "is_subjunctive"]


def is_asked(reading: Reading, token: Token) -> bool:
    """Whether a word stands in a question; one that is quoted asks only inside its quotation marks."""
    tokens = reading.sentence.tokens
    if not reading.sentence.text.rstrip('"').endswith("?"):
        return False
    marks = [word.i for word in tokens if word.text == '"']
    opened_before = len(marks) % 2 == 1 and reading.sentence.text.endswith('"')
    return not marks or (sum(mark < token.i for mark in marks) + opened_before) % 2 == 1


def is_relative(token: Token) -> bool:
    """Whether a clause only describes the noun before it ("troops deployed there will stay"): that noun's fate is not its own."""
    if token.dep_ == "acl":
        return token.tag_ in {"VBN", "VBG"}
    return token.dep_ == "relcl" and not is_infinitive(token)


def is_same_form(second: Token, first: Token) -> bool:
    """Whether a verb may stand under the auxiliary of the one before it; behind an object, taggers mix up forms that look alike."""
    alike = {"VBN": "VBD", "VB": "VBP"}.get(first.tag_) if any(child.dep_ in {"aux", "auxpass"} for child in first.children) else ""
    return second.tag_ in {first.tag_, alike}


def is_backshifted(cue: Cue, modal: Token) -> bool:
    """Whether "would" is the "will" of what somebody said ("said that it would")."""
    clause = modal.head
    while clause.dep_ == "conj" and is_verbal(clause.head):  # "said that it would stay and would talk"
        clause = clause.head
    return cue.factuality is Factuality.HYPOTHETICAL and clause.dep_ == "ccomp" and clause.head.tag_ == "VBD"


def is_subjunctive(token: Token) -> bool:
    """Whether a clause says what is to be done ("demands that China withdraw"): a bare verb without "will" or "may"."""
    auxiliaries = {child.lower_ for child in token.children if child.dep_ == "aux"}
    return (token.tag_ == "VB" and auxiliaries <= {"should", "must"}) or (not auxiliaries and _is_bare_of_one(token))


def is_small(token: Token) -> bool:
    """Whether a clause without a tense of its own shares that of the verb above: "see China leave", "see China leaving"."""
    return token.tag_ in {"VB", "VBG"} and not any(child.dep_ in {"aux", "mark"} for child in token.children)


def _is_bare_of_one(token: Token) -> bool:
    """Whether a verb lacks the ending that its subject asks for ("that China withdraw"), which a tagger takes for a plural."""
    subjects = [child for child in token.lefts if child.dep_ == "nsubj"]
    single = [one for one in subjects if one.tag_ in {"NN", "NNP"} and one.lower_[-1] != "s"]
    joined = any(child.dep_ in {"conj", "cc"} for one in single for child in one.children)
    return token.tag_ == "VBP" and token.lemma_.lower() == token.lower_ and single == subjects != [] and not joined
