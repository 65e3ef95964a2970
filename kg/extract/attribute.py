"""Readings -> attributions: who says what, by reporting verbs, "according to", quotations and nouns such as "claim"."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from kg.extract.argument import is_verbal
from kg.extract.reading import Reading
from kg.model import Argument, Attribution, Document, Span, overlapping
from kg.ontology import Cue

__all__ = ["ReportingWords", "attributions", "quotations", "reporting_words"]

_MARKS = re.compile('"')
_EDGE = " \t\n,;:-"


@dataclass(frozen=True, slots=True)
class ReportingWords:
    """The words that introduce what somebody says."""

    verbs: frozenset[str]
    nouns: frozenset[str]
    phrases: tuple[tuple[str, ...], ...]


def reporting_words(cues: Iterable[Cue]) -> ReportingWords:
    """The reporting words among the cues of the ontology."""
    found = [cue.words for cue in cues if cue.reports]
    phrases = sorted(phrase for words in found for phrase in words.get("phrase", ()))
    return ReportingWords(
        frozenset().union(*(words.get("verb", frozenset()) for words in found)),
        frozenset().union(*(words.get("noun", frozenset()) for words in found)),
        tuple(tuple(phrase.split()) for phrase in phrases),
    )


def quotations(document: Document) -> list[Span]:
    """The quotations of a document with their marks, block by block; one that is left open ends with its block."""
    found = []
    for block in document.blocks:
        marks = [match.start() for match in _MARKS.finditer(document.clean, block.span.start, block.span.end)]
        closings = [*marks[1::2], block.span.end - 1]
        found += [Span(start, end + 1) for start, end in zip(marks[::2], closings, strict=False)]
    return found


def attributions(readings: Sequence[Reading], words: ReportingWords, quotes: Sequence[Span]) -> list[Attribution]:
    """Find who says what in a document.

    Args:
        readings: Its sentences, in order.
        words: The words that report.
        quotes: Its quotations, sorted.

    Returns:
        Attributions in the order of their cues; spans are those of the clean text.
    """
    own = [[*_by_verbs(reading, words, quotes), *_by_phrases(reading, words), *_by_nouns(reading, words)] for reading in readings]
    whole = [[_with_whole_quotes(attribution, quotes) for attribution in some] for some in own]
    covered = {span for some in whole for attribution in some for span in attribution.content_spans}
    free = [quote for quote in quotes if quote not in covered]
    found: list[Attribution] = []
    for reading, some in zip(readings, whole, strict=True):
        if not some and found:
            found[-1] = _continued(found[-1], reading, free)
        found += some
    return sorted(found, key=lambda attribution: (attribution.cue_spans, attribution.content_spans))


def _by_verbs(reading: Reading, words: ReportingWords, quotes: Sequence[Span]) -> Iterator[Attribution]:
    for token in reading.sentence.words:
        if token.lemma_.lower() not in words.verbs or not is_verbal(token) or _is_unsaid(reading, token):
            continue
        if reading.trailing is not None and token.i == reading.trailing.end:
            yield _trailing(reading, token, words)
            continue
        passive = any(child.dep_ == "auxpass" for child in token.children)
        subjects = [source for source in reading.structure.role(token, "subj") if source.tag_ not in {"EX", "WDT"}]
        content = _content(reading, token, subjects, passive=passive)
        spans = _spans(reading, content) or _quoted_beside(reading, token, quotes)
        if spans and (subjects or passive):
            yield _attribution(reading, subjects[0] if subjects else None, (token,), spans, words)


def _trailing(reading: Reading, verb: Token, words: ReportingWords) -> Attribution:
    """What stands before the speakers that close a sentence."""
    group = list(reading.trailing or ())
    content = [token for token in reading.sentence.words if token.i < group[0].i]
    head = next(token for token in group if token.pos_ in {"NOUN", "PROPN", "PRON"} or token is group[-1])
    said = _attribution(reading, head, (verb,), _spans(reading, content), words)
    return replace(said, source_spans=_spans(reading, group))


def _is_unsaid(reading: Reading, verb: Token) -> bool:
    """Whether a verb reports nothing: a mere modifier, or one that is negated ("did not say", unlike "does not think")."""
    negated = any(child.dep_ == "neg" for child in verb.children) and verb.lemma_.lower() not in reading.lexicon.negation_raising
    return negated or verb.dep_ in {"amod", "compound"}


def _content(reading: Reading, verb: Token, subjects: Sequence[Token], *, passive: bool) -> list[Token]:
    """What is said: the clause that the verb governs, or the sentence that it is put into ("X, Zhang believes, is Y")."""
    clauses = [child for child in verb.children if child.dep_ == "ccomp" or (child.dep_ == "xcomp" and is_verbal(child))]
    if clauses:
        tokens = [token for clause in clauses for token in clause.subtree]
        if passive and clauses[0].dep_ == "xcomp":
            tokens += [token for subject in reading.structure.role(verb, "obj") for token in subject.subtree]
        return tokens
    if not (verb.dep_ == "parataxis" or _is_aside(verb)) or not subjects:
        return _before_comma(reading, verb, subjects)
    aside = {token.i for token in verb.subtree}
    return [token for token in verb.head.subtree if token.i not in aside]


def _before_comma(reading: Reading, verb: Token, subjects: Sequence[Token]) -> list[Token]:
    """What stands before "…, X announced" and "…, announced X", where the verb has nothing else that it could announce."""
    first = min((token.left_edge.i for token in subjects), default=verb.i)
    first = min(first, verb.i)
    tokens = list(reading.sentence.words)
    before = tokens[: first - tokens[0].i]
    if not subjects or not before or before[-1].text != "," or any(child.dep_ in {"dobj", "prep"} for child in verb.lefts):
        return []
    said_already = any(child.dep_ in {"dobj", "conj"} for child in verb.children)
    return [] if said_already or not any(is_verbal(token) for token in before) else before[:-1]


def _is_aside(verb: Token) -> bool:
    """Whether a clause "as X says" is set off by a comma; without one it compares ("not as good as X says")."""
    first = verb.left_edge
    return bool(verb.dep_ == "advcl" and first.lower_ == "as" and (first.i == verb.sent.start or first.nbor(-1).text == ","))


def _quoted_beside(reading: Reading, verb: Token, quotes: Sequence[Span]) -> tuple[Span, ...]:
    """The quotations of the sentence that do not hold the verb itself."""
    at, extent = reading.span(verb), reading.sentence.extent
    return tuple(quote for quote in overlapping(quotes, extent) if not quote.covers(at) and quote.end - quote.start > 12)


def _by_phrases(reading: Reading, words: ReportingWords) -> Iterator[Attribution]:
    tokens = list(reading.sentence.words)
    for phrase in words.phrases:
        for at in range(len(tokens) - len(phrase)):
            if tuple(token.lower_ for token in tokens[at : at + len(phrase)]) != phrase:
                continue
            cue, last = tokens[at : at + len(phrase)], tokens[at + len(phrase) - 1]
            source = next((child for child in last.children if child.dep_ == "pobj"), None)
            if source is None:
                continue
            aside = {token.i for token in (*cue, *source.subtree)}
            spans = _spans(reading, [token for token in tokens if token.i not in aside])
            if spans:
                yield _attribution(reading, source, cue, spans, words)


def _by_nouns(reading: Reading, words: ReportingWords) -> Iterator[Attribution]:
    for token in reading.sentence.words:
        if token.lemma_.lower() not in words.nouns or token.pos_ != "NOUN":
            continue
        clauses = [
            child for child in token.children if child.dep_ in {"acl", "ccomp"} and any(c.lower_ == "that" for c in child.lefts)
        ]
        spans = _spans(reading, [inner for clause in clauses for inner in clause.subtree])
        if spans:
            yield _attribution(reading, next(iter(_possessors(reading, token)), None), (token,), spans, words)


def _possessors(reading: Reading, noun: Token) -> Iterator[Token]:
    for role in ("poss", "prep:by", "prep:from"):
        yield from reading.structure.role(noun, role)
    yield from (token for token in reading.structure.role(noun, "mod") if reading.actors(token, adjective=True))


def _attribution(
    reading: Reading, source: Token | None, cue: Sequence[Token], content: tuple[Span, ...], words: ReportingWords
) -> Attribution:
    cue_span = reading.sentence.span(cue[0], cue[-1])
    sources = () if source is None or source.lower_ == "it" else _spans(reading, list(source.subtree))[:1]
    speaker = _speaker(reading, source, words) if source is not None and sources else None
    return Attribution(sources, (cue_span,), content, speaker, " ".join(token.lower_ for token in cue))


def _speaker(reading: Reading, source: Token, words: ReportingWords) -> Argument | None:
    """The actor that speaks: named by the source itself, or whose report, poll or statement it is."""
    owners = _possessors(reading, source) if source.lemma_.lower() in words.nouns else ()
    for token in (source, *owners):
        actors = reading.actors(token, adjective=token != source or token.dep_ in {"amod", "compound", "nmod"})
        if actors:
            return actors[0]
    return None


def _spans(reading: Reading, tokens: Sequence[Token]) -> tuple[Span, ...]:
    """The runs of neighbouring tokens as spans, without the punctuation at their edges."""
    runs: list[list[Token]] = []
    for token in sorted((token for token in tokens if not token.is_space), key=lambda token: token.i):
        if runs and runs[-1][-1].i + 1 == token.i:
            runs[-1].append(token)
        else:
            runs.append([token])
    trimmed = [_trim(run) for run in runs]
    return tuple(reading.sentence.span(run[0], run[-1]) for run in trimmed if run)


def _trim(run: list[Token]) -> list[Token]:
    while run and run[0].text in _EDGE:
        run = run[1:]
    while run and (run[-1].text in _EDGE or run[-1].text == "."):
        run = run[:-1]
    return run if any(token.is_alpha for token in run) else []


def _with_whole_quotes(attribution: Attribution, quotes: Sequence[Span]) -> Attribution:
    """A quotation over several sentences, of which the content is only a part, is all said by the speaker of that part."""
    cue = attribution.cue_spans[0]
    near = ((quote, span) for span in attribution.content_spans for quote in overlapping(quotes, span))
    whole = [quote for quote, span in near if not quote.overlaps(cue) and not span.covers(quote)]
    rest = [span for span in attribution.content_spans if not any(quote.covers(span) for quote in whole)]
    return replace(attribution, content_spans=tuple(sorted({*whole, *rest})))


def _continued(last: Attribution, reading: Reading, quotes: Sequence[Span]) -> Attribution:
    """A sentence that is quoted as a whole, right after an attributed quotation of the same block, goes on with its speaker."""
    extent = reading.sentence.extent
    for quote in overlapping(quotes, extent):
        inside = quote.covers(extent) or (extent.covers(quote) and quote.end - quote.start > 0.8 * (extent.end - extent.start))
        gap = quote.start - max(span.end for span in (*last.content_spans, *last.cue_spans, *last.source_spans))
        if inside and 0 <= gap <= 3:
            return replace(last, content_spans=tuple(sorted({*last.content_spans, quote})))
    return last
