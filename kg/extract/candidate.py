"""Reading -> candidates: who may do what to whom, where the words of a frame stand but its places cannot be read with certainty.

Parsers hang many phrases on the wrong word, and news puts whom a deed reaches in a place of its own ("gave 5 million euros to
rebuild schools in Y"). A candidate is a verb with a subject, and the nearest actor in what the verb says. It is never a part of
the graph: it is a proposal, for people who would rather look at too much than miss something.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import islice

from spacy.tokens import Token

from kg.extract.dependency import is_infinitive, is_verbal, position
from kg.extract.form import word_forms
from kg.extract.frame import Pattern
from kg.extract.match import Match, find_matches
from kg.extract.reading import Reading
from kg.model import Actor, Argument, RelationGroup

__all__ = ["find_candidates"]

# How far above a verb the other words of its frame may stand.
_ABOVE = 2
_DEEDS = frozenset({RelationGroup.ACT, RelationGroup.STANCE})
_FUNCTION = frozenset({"ADP", "PART"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def find_candidates(reading: Reading, index: Mapping[str, tuple[Pattern, ...]], taken: frozenset[int]) -> Iterator[Match]:
    """Find what may be related in a sentence.

    Args:
        reading: The sentence.
        index: Patterns by the lemma of their root.
        taken: The positions of words that express a relation for certain.

    Yields:
        Matches from left to right, at most one at each verb.
    """
    if len(reading.mentions.actors) + len(reading.anaphors) < 2:
        return
    forms = word_forms(reading)
    for token in reading.sentence.words:
        if token.i in taken or token.pos_ != "VERB":
            continue
        subjects = [actor for noun in reading.structure.role(token, "subj") for actor in _phrase(reading, noun)][:1]
        targets = [actor for actor in _targets(reading, token) if not _overlap(actor, subjects)] if subjects else []
        pattern = _pattern(reading, token, forms, index) if targets else None
        if pattern is not None:
            yield Match(pattern, token, (token,), tuple(subjects), (_likeliest(targets),), candidate=True)


def find_guesses(reading: Reading, index: dict[str, tuple[Pattern, ...]], taken: frozenset[int]) -> Iterator[Match]:
    """Find the deeds and stances whose frames can be read in full, if a name of an unknown kind is that of an actor.

    Args:
        reading: The sentence, loosened.
        index: Patterns by the lemma of their root.
        taken: The positions of words that express a relation for certain.

    Yields:
        Matches as `find_matches` gives them, each a candidate.
    """
    for match in find_matches(reading, index):
        deed = match.pattern.entry.relation.group in _DEEDS
        if deed and taken.isdisjoint(word.i for word in match.words):
            yield replace(match, candidate=True)


def _likeliest(targets: list[Argument]) -> Argument:
    """The first that has a name; "troops" or "people" only where there is none."""
    named = (target for target in targets if isinstance(target.entity, Actor) and target.entity.known)
    return next(named, targets[0])


def _pattern(
    reading: Reading, token: Token, forms: Mapping[int, frozenset[str]], index: Mapping[str, tuple[Pattern, ...]]
) -> Pattern | None:
    """The most specific act or stance whose verb this is and whose other words stand below it or just above it."""
    below = [word for word in token.subtree if word.pos_ not in _FUNCTION or _is_near(word, token)]
    around = [*below, *islice(token.ancestors, _ABOVE)]
    joined = frozenset(word.lower_ for word in below if word.pos_ in _FUNCTION)
    near = frozenset(form for other in around for form in (other.lower_, *forms.get(other.i, ())))
    asked = any(is_infinitive(clause) for clause in reading.structure.role(token, "comp"))
    fitting = [
        pattern
        for form in sorted(forms[token.i])
        for pattern in index.get(form, ())
        if _fits(pattern, near, asked=asked) and _is_joined(pattern, joined)
    ]
    return min(fitting, key=lambda pattern: (-pattern.size, pattern.frame.text), default=None)


def _is_near(word: Token, verb: Token) -> bool:
    """Whether a preposition or particle is one of a verb or of what hangs on it."""
    return verb in {word.head, word.head.head}


def _is_joined(pattern: Pattern, joined: frozenset[str]) -> bool:
    """Whether each phrase with a preposition that a frame asks for can be there: "argues for Y" is not "argues"."""
    phrases = [edge.role.removeprefix("prep:").split("|") for edge in pattern.root.edges if edge.role.startswith("prep:")]
    return all(any(set(name.split()) <= joined for name in names) for names in phrases)


def _fits(pattern: Pattern, near: frozenset[str], *, asked: bool) -> bool:
    """Whether it is a deed whose words are near; what a frame asks of somebody must be there ("tells Y to leave")."""
    entry = pattern.entry
    clauses = {edge.role for edge in pattern.root.edges} & {"that", "comp"}
    if pattern.root.pos != "VERB" or not entry.takes_actor or "that" in clauses or ("comp" in clauses and not asked):
        return False
    return entry.relation.group in _DEEDS and not any(need.isdisjoint(near) for need in pattern.needs)


def _targets(reading: Reading, verb: Token) -> Iterator[Argument]:
    """Whom a verb may reach: who is named in its object, then in what else it says, from left to right."""
    for noun in (*reading.structure.role(verb, "obj"), *reading.structure.role(verb, "iobj")):
        yield from _phrase(reading, noun)
    for token in verb.subtree:
        if token.i > verb.i and not _is_in_clause(token, verb):
            yield from _own(reading, token)


def _is_in_clause(token: Token, verb: Token) -> bool:
    """Whether a word stands below a verb in a clause with a subject of its own, unless it is that subject ("fears that Y")."""
    clauses = [above for above in (token, *token.ancestors) if is_verbal(above) and verb.is_ancestor(above)]
    subjects = [child for clause in clauses for child in clause.children if child.dep_ in _SUBJECTS]
    return bool(subjects) and not any(subject == token or subject.is_ancestor(token) for subject in subjects)


def _phrase(reading: Reading, noun: Token) -> Iterator[Argument]:
    """The actors that a phrase names: at its head, else inside it."""
    yield from _own(reading, noun)
    for inner in sorted(noun.subtree, key=position):
        yield from _own(reading, inner)


def _own(reading: Reading, token: Token) -> Iterator[Argument]:
    yield from reading.anaphors.get(token.i, ())
    mention = reading.mentions.actors.get(token.i)
    if mention is not None and isinstance(mention.entity, Actor):
        yield Argument(mention.entity, mention.span, mention.reason)


def _overlap(actor: Argument, others: list[Argument]) -> bool:
    return any(actor.entity.iri == other.entity.iri or actor.span.overlaps(other.span) for other in others)
