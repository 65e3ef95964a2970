"""Token of a parse -> what it is by itself: a verb, passive, an infinitive, a title before a name."""

from collections.abc import Iterator

from spacy.tokens import Token

__all__ = [
    "declared",
    "depth",
    "ends_phrase",
    "external_role",
    "has_own_subject",
    "is_bare",
    "is_content",
    "is_finite",
    "is_infinitive",
    "is_object_clause",
    "is_passive",
    "is_postposed",
    "is_preposition",
    "is_verbal",
    "joined_prepositions",
    "names_joined",
    "position",
    "without_names",
]

_JOINTS = frozenset({"cc", "punct", "advmod"})


def is_verbal(token: Token) -> bool:
    """Whether a token is a verb or an auxiliary."""
    return token.pos_ in {"VERB", "AUX"}


def is_infinitive(token: Token, *, bare: bool = False) -> bool:
    """Whether a verb has "to" before it, or, if a bare one will do, has neither that nor another auxiliary: "lets Y leave"."""
    auxiliaries = [child for child in token.children if child.dep_ == "aux"]
    return any(child.lower_ == "to" for child in auxiliaries) or (bare and token.tag_ == "VB" and not auxiliaries)


def ends_phrase(token: Token, phrases: frozenset[str]) -> bool:
    """Whether a word ends one of some phrases of two words, such as "each other"."""
    return token.i > token.sent.start and f"{token.nbor(-1).lower_} {token.lower_}" in phrases


def is_preposition(token: Token) -> bool:
    """Whether a word leads a phrase, also one that is parsed as a particle: "called on Y to leave"."""
    leads = token.dep_ == "prt" and any(child.dep_ == "pobj" for child in token.children)
    return leads or token.dep_ in {"prep", "agent", "dative"}


def joined_prepositions(token: Token) -> Iterator[Token]:
    """The prepositions that are coordinated with one: "by floods and by Y"."""
    return (other for other in token.conjuncts if other.i > token.i and other.pos_ == "ADP")


def is_postposed(token: Token) -> bool:
    """Whether an adjective with words of its own follows its noun, of which it says what "that is" would: "a mood hostile to Y".

    In headlines an infinitive follows, too: "Chad unlikely to attack Norway".
    """
    after = token.dep_ == "amod" and token.pos_ == "ADJ" and token.i > token.head.i
    return after and any(child.dep_ == "prep" or is_infinitive(child) for child in token.rights)


def without_names(token: Token) -> Token:
    """What a phrase that a parser hangs on a name belongs to, as names take no gerund: the verb of "suspects Y of hiding it"."""
    while token.tag_ == "NNP" and token.dep_ in {"dobj", "nsubjpass", "pobj"}:
        token = token.head.head if token.dep_ == "pobj" else token.head
    return token


def position(token: Token) -> int:
    """Where a token stands in its text, to sort by."""
    return int(token.i)


def names_joined(token: Token) -> Iterator[Token]:
    """A modifier with the names that hang on it: both halves of "US-Russia" modify "relations"."""
    if token.dep_ in {"compound", "nmod", "amod"}:
        for child in token.lefts:
            if child.dep_ in {"compound", "nmod", "amod", "npadvmod"}:
                yield from names_joined(child)
    yield token


def depth(token: Token) -> int:
    """How many words a word hangs below."""
    return sum(1 for _ in token.ancestors)


def is_passive(token: Token) -> bool:
    """Whether a verb is passive, also a participle after a noun and one that shares its auxiliary."""
    if any(child.dep_ in {"auxpass", "nsubjpass"} for child in token.children):
        return True
    if token.dep_ == "conj" and token.tag_ == "VBN" and not any(child.dep_ in {"aux", "nsubj"} for child in token.children):
        return is_passive(token.head)
    return token.dep_ in {"acl", "advcl"} and token.tag_ == "VBN" and not any(child.dep_ == "aux" for child in token.children)


def is_bare(verb: Token, second: Token) -> bool:
    """Whether a verb has nothing behind it before the verb that is coordinated with it."""
    return all(child == second or child.dep_ in _JOINTS for child in verb.rights if child.i <= second.i)


def external_role(token: Token) -> str:
    """The role of what stands as subject: a passive verb is done to it."""
    return "obj" if is_passive(token) else "subj"


def is_content(clause: Token) -> bool:
    """Whether a clause on a noun is what the noun speaks of: "the claim that", "a threat to leave"."""
    return is_infinitive(clause) or any(child.dep_ == "mark" and child.lower_ == "that" for child in clause.children)


def is_object_clause(clause: Token) -> bool:
    """Whether "-ing" right behind a particle is the object of its verb, though parsed as an adverbial: "ruled out leaving"."""
    if clause.dep_ != "advcl" or clause.tag_ != "VBG" or clause.i == clause.sent.start:
        return False
    return clause.nbor(-1).dep_ == "prt" and clause.nbor(-1).head == clause.head


def declared(verb: Token) -> Iterator[Token]:
    """What somebody is said to be: "declares Y to be an enemy", "is found to be guilty"."""
    for clause in verb.rights:
        if clause.dep_ in {"ccomp", "xcomp"} and clause.lemma_ == "be" and is_infinitive(clause):
            yield from (child for child in clause.rights if child.dep_ in {"attr", "acomp"})


def has_own_subject(token: Token) -> bool:
    """Whether a verb has a subject of its own."""
    return any(child.dep_ in {"nsubj", "nsubjpass", "csubj", "expl"} for child in token.children)


def is_finite(token: Token) -> bool:
    """Whether a verb has a tense."""
    return token.tag_ in {"VBD", "VBZ", "VBP", "MD"}
