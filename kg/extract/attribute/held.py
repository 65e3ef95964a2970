"""Readings -> who demands, hopes for or alleges what: the speakers of claims that are presented as just that."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from kg.extract.attribute.parts import attribution, possessors, sources, spans
from kg.extract.attribute.words import ReportingWords
from kg.extract.dependency import is_verbal
from kg.extract.reading import Reading
from kg.model import Attribution

__all__ = ["held"]

_WANTED = frozenset({"dobj", "dative", "prep", "xcomp", "ccomp", "acl", "relcl", "advcl"})


def held(readings: Sequence[Reading], words: ReportingWords) -> list[Attribution]:
    """Find who holds what, by verbs ("urges Y to leave", "accuses Y of leaving") and nouns ("X's call on Y to leave").

    Args:
        readings: The sentences of a document.
        words: The words that report, demand or allege.

    Returns:
        Attributions in the order of their cues; only those by somebody. Spans are those of the clean text.
    """
    found = [one for reading in readings for token in reading.sentence.words for one in _of(reading, token, words)]
    return sorted(found, key=lambda one: (one.cue_spans, one.content_spans))


def _of(reading: Reading, token: Token, words: ReportingWords) -> Iterator[Attribution]:
    lemma = token.lemma_.lower()
    if is_verbal(token) and lemma in words.holding:
        holders = sources(reading, token, words)
    elif token.pos_ == "NOUN" and lemma in words.holding_nouns:
        holders = [*possessors(reading, token), *_bearers(reading, token)]
    else:
        return
    behind = (child for child in token.rights if child.dep_ in _WANTED)
    parts = (*behind, *_behind_agents(token), *_purposes(reading, token))
    content = spans(reading, [inner for part in parts for inner in part.subtree])
    if holders and content:
        yield attribution(reading, holders[0], (token,), content, words)


def _bearers(reading: Reading, noun: Token) -> list[Token]:
    """Who makes a demand or charge that is the object of a verb: "X put pressure on Y to leave", not who "faces charges"."""
    made = noun.dep_ == "dobj" and (reading.lends(noun.head) or reading.structure.addressed(noun))
    return reading.structure.role(noun.head, "subj") if made else []


def _behind_agents(verb: Token) -> Iterator[Token]:
    """What a parser hangs on the agent of a passive ("was accused by X of leaving")."""
    for agent in verb.rights:
        if agent.dep_ == "agent":
            yield from (child for noun in agent.children for child in noun.rights if child.dep_ == "prep")


def _purposes(reading: Reading, noun: Token) -> Iterator[Token]:
    """What hangs on the verb of a demand that is put to somebody."""
    if noun.dep_ == "dobj" and reading.structure.addressed(noun):
        yield from (child for child in noun.head.rights if child.dep_ == "advcl" and child.i > noun.i)
