"""Readings -> what somebody asks for, blames, praises, describes, promises or refuses: said of a thing, not that it is so."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from kg.extract.attribute.parts import attribution, is_own, sources, spans
from kg.extract.attribute.words import ReportingWords
from kg.extract.dependency import is_infinitive, is_verbal
from kg.extract.reading import Reading
from kg.model import Attribution, Span

__all__ = ["stances"]

_OBJECTS = frozenset({"dobj", "oprd", "ccomp", "xcomp", "dative"})
_CLAUSES = frozenset({"xcomp", "ccomp"})


def stances(
    readings: Sequence[Reading], words: ReportingWords, said: Sequence[Attribution], quotes: Sequence[Span]
) -> list[Attribution]:
    """Find what somebody holds or wants, which makes no relation in it any more or less so.

    Args:
        readings: The sentences of a document.
        words: The words that report or take a stance.
        said: The reports of the document; none of them is found again.
        quotes: The quotations, sorted.

    Returns:
        Attributions in the order of their cues; spans are those of the clean text.
    """
    known = {span for one in said for span in one.cue_spans}
    found: list[Attribution] = []
    for reading in readings:
        for token in reading.sentence.words:
            if is_verbal(token) and reading.span(token) not in known and not is_own(reading, token, words, quotes):
                found += _by_verb(reading, token, words)
    return sorted(found, key=lambda one: (one.cue_spans, one.content_spans))


def _by_verb(reading: Reading, verb: Token, words: ReportingWords) -> Iterator[Attribution]:
    if verb.dep_ in {"amod", "compound", "aux", "auxpass"}:
        return
    passive = any(child.dep_ == "auxpass" for child in verb.children)
    holders = sources(reading, verb, words)
    content = spans(reading, _held(reading, verb, words, passive=passive))
    if content and (holders or passive):
        yield attribution(reading, holders[0] if holders else None, (verb,), content, words)


def _held(reading: Reading, verb: Token, words: ReportingWords, *, passive: bool) -> list[Token]:
    """What a stance is taken on: the object with what is said of it, or the infinitive that is promised."""
    lemma, behind = verb.lemma_.lower(), list(verb.rights)
    heads: list[Token] = []
    if lemma in words.stances:
        objects = [child for child in behind if child.dep_ in _OBJECTS]
        topics = [child for child in behind if child.dep_ == "prep" and child.lower_ in words.topics]
        patient = reading.structure.role(verb, "obj")[:1] if passive else []
        heads = [*objects, *topics, *patient] if objects or patient else []
    elif lemma in words.intentions:
        heads = [child for child in behind if child.dep_ in _CLAUSES and is_infinitive(child)]
    if all(head.dep_ == "xcomp" for head in heads):  # "calls on Falk to leave" has no other object
        heads = _prepositional(lemma, behind, words) or heads
    return _filled(heads, verb)


def _prepositional(lemma: str, behind: Sequence[Token], words: ReportingWords) -> list[Token]:
    """What stands behind a verb and its preposition ("calls for talks", "calls on Falk to leave")."""
    found = [child for child in behind if child.dep_ == "prep" and f"{lemma} {child.lower_}" in words.stances]
    return [*found, *(child for child in behind if child.dep_ == "xcomp")] if found else []


def _filled(heads: Sequence[Token], verb: Token) -> list[Token]:
    """What stands below some heads and between them, without clauses that only add to the last ("Falk, who left")."""
    tokens = [token for head in heads for token in _bare(head)]
    if not tokens:
        return []
    behind = [token.i for token in tokens if token.i > verb.i]
    between = range(min(behind), max(behind)) if behind else range(0)
    added = {token.i for token in tokens}
    return tokens + [token for token in verb.subtree if token.i in between and token.i not in added]


def _bare(head: Token) -> Iterator[Token]:
    extra = {
        inner.i
        for child in head.subtree
        if child.dep_ == "relcl" and child.left_edge.i > head.i and child.left_edge.nbor(-1).text == ","
        for inner in child.subtree
    }
    return (token for token in head.subtree if token.i not in extra)
