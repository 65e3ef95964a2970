"""Tokens of an attribution -> its spans and its speaker."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from kg.extract.attribute.words import ReportingWords
from kg.extract.reading import Reading
from kg.model import Argument, Attribution, Span, overlapping

__all__ = ["attribution", "is_own", "possessors", "sources", "spans", "without_asides"]

_EDGE = " \t\n,;:-"


def attribution(
    reading: Reading, source: Token | None, cue: Sequence[Token], content: tuple[Span, ...], words: ReportingWords
) -> Attribution:
    """Put an attribution together: `cue` says it, `source` is the head of whoever says it."""
    named = () if source is None or _is_empty(source) else spans(reading, list(source.subtree))[:1]
    speaker = _speaker(reading, source, words) if source is not None and named else None
    return Attribution(named, (reading.sentence.span(cue[0], cue[-1]),), content, speaker, " ".join(token.lower_ for token in cue))


def is_own(reading: Reading, verb: Token, words: ReportingWords, quotes: Sequence[Span]) -> bool:
    """Whether somebody who is quoted speaks of himself ("I think", "you know"): his quotation says it already."""
    subjects = reading.structure.role(verb, "subj")
    return any(subject.lower_ in words.selves for subject in subjects) and bool(overlapping(quotes, reading.span(verb)))


def possessors(reading: Reading, noun: Token) -> Iterator[Token]:
    """Whose a report is: "its claim", "a claim by X", "a claim from X", "the Russian claim"."""
    for role in ("poss", "prep:by", "prep:from"):
        yield from reading.structure.role(noun, role)
    yield from (token for token in reading.structure.role(noun, "mod") if reading.actors(token, adjective=True))


def sources(reading: Reading, verb: Token, words: ReportingWords) -> list[Token]:
    """Who says it: the subject, behind the verb if there is one ("Deal likely, says X").

    Of a participle behind what somebody says ("said that X, adding that Y") it is that somebody.
    """
    speech = verb.head.head if _is_aside(verb, words) else verb
    found = [source for source in reading.structure.role(speech, "subj") if source.tag_ not in {"EX", "WDT"}]
    return [source for source in found if source.dep_ == "nsubj" and source.head == speech and source.i > speech.i] or found


def without_asides(clause: Token, words: ReportingWords) -> list[Token]:
    """What a clause says, without a participle behind it that goes on with the speech ("said that X, adding that Y")."""
    aside = {inner.i for child in clause.rights if _is_aside(child, words) for inner in child.subtree}
    return [token for token in clause.subtree if token.i not in aside]


def _is_aside(verb: Token, words: ReportingWords) -> bool:
    behind = verb.tag_ == "VBG" and verb.dep_ == "advcl" and verb.head.dep_ == "ccomp" and verb.left_edge.i > verb.head.i
    speech = behind and verb.left_edge.nbor(-1).text == "," and verb.head.head.lemma_.lower() in words.verbs
    return speech and verb.lemma_.lower() in words.asides


def spans(reading: Reading, tokens: Sequence[Token]) -> tuple[Span, ...]:
    """The runs of neighbouring tokens as spans, without the punctuation at their edges."""
    runs: list[list[Token]] = []
    for token in sorted((token for token in tokens if not token.is_space), key=lambda token: token.i):
        if runs and runs[-1][-1].i + 1 == token.i:
            runs[-1].append(token)
        else:
            runs.append([token])
    trimmed = [_trim(run) for run in runs]
    return tuple(reading.sentence.span(run[0], run[-1]) for run in trimmed if run)


def _is_empty(source: Token) -> bool:
    """Whether a source is the "it" of "it is said", which is nobody."""
    return source.lower_ == "it" and source.dep_ != "nsubj"


def _speaker(reading: Reading, source: Token, words: ReportingWords) -> Argument | None:
    """The actor that speaks: named by the source itself, or whose report, poll or statement it is."""
    owners = possessors(reading, source) if source.lemma_.lower() in words.nouns else ()
    for token in (source, *owners):
        actors = reading.actors(token, adjective=token != source or token.dep_ in {"amod", "compound", "nmod"})
        if actors:
            return actors[0]
    return None


def _trim(run: list[Token]) -> list[Token]:
    while run and run[0].text in _EDGE:
        run = run[1:]
    while run and (run[-1].text in _EDGE or run[-1].text == "."):
        run = run[:-1]
    return run if any(token.is_alpha for token in run) else []
