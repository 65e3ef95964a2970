"""Readings -> attributions: who says what, by reporting verbs, "according to", quotations and nouns such as "claim"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from kg.extract.attribute.parts import attribution, is_own, possessors, sources, spans, without_asides
from kg.extract.attribute.quotes import continued, with_whole_quotes
from kg.extract.attribute.signed import signed
from kg.extract.attribute.words import ReportingWords
from kg.extract.dependency import is_verbal
from kg.extract.reading import Reading
from kg.model import Attribution, Span, overlapping

__all__ = ["attributions"]

# A quotation of a word or two, marks and all, is no statement.
_SHORT = 12


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
    for at, found in signed(readings, words, quotes):
        own[at].append(found)
    whole = [[with_whole_quotes(found, quotes) for found in some] for some in own]
    return sorted(continued(readings, whole, quotes), key=lambda found: (found.cue_spans, found.content_spans))


def _by_verbs(reading: Reading, words: ReportingWords, quotes: Sequence[Span]) -> Iterator[Attribution]:
    for token in reading.sentence.words:
        if token.lemma_.lower() not in words.verbs or not is_verbal(token) or _is_unsaid(reading, token):
            continue
        if reading.trailing is not None and token.i == reading.trailing.end:
            yield _trailing(reading, token, words)
            continue
        passive = any(child.dep_ == "auxpass" for child in token.children)
        subjects = sources(reading, token, words)
        clauses = _clauses(token, words)
        content = _governed(reading, token, clauses, words, passive=passive) if clauses else _around(reading, token, subjects)
        said = spans(reading, content) or _quoted_beside(reading, token, quotes)
        said = tuple(sorted({*said, *_quoted_next_to(reading, (token, *subjects[:1]), said, quotes)}))
        if said and (subjects or passive) and not is_own(reading, token, words, quotes):
            yield attribution(reading, subjects[0] if subjects else None, (token,), said, words)


def _trailing(reading: Reading, verb: Token, words: ReportingWords) -> Attribution:
    """What stands before the speakers that close a sentence."""
    group = list(reading.trailing or ())
    content = [token for token in reading.sentence.words if token.i < group[0].i]
    head = next(token for token in group if token.pos_ in {"NOUN", "PROPN", "PRON"} or token is group[-1])
    said = attribution(reading, head, (verb,), spans(reading, content), words)
    return replace(said, source_spans=spans(reading, group))


def _is_unsaid(reading: Reading, verb: Token) -> bool:
    """Whether a verb reports nothing: a mere modifier, or one that is negated ("did not say", unlike "does not think")."""
    negated = any(child.dep_ == "neg" for child in verb.children) and verb.lemma_.lower() not in reading.lexicon.negation_raising
    return negated or verb.dep_ in {"amod", "compound"}


def _clauses(verb: Token, words: ReportingWords) -> list[Token]:
    clauses = {"ccomp"} if verb.lemma_.lower() in words.finite else {"ccomp", "xcomp"}
    return [child for child in verb.children if child.dep_ in clauses and (child.dep_ == "ccomp" or is_verbal(child))]


def _governed(reading: Reading, verb: Token, clauses: Sequence[Token], words: ReportingWords, *, passive: bool) -> list[Token]:
    """The clauses that a verb governs, in the passive with their subject ("X is said to leave")."""
    subjects = reading.structure.role(verb, "obj") if passive and clauses[0].dep_ == "xcomp" else ()
    reasons = [child for child in verb.rights if clauses[-1].i < verb.i and _goes_on(child)]
    return [token for part in (*clauses, *subjects, *reasons) for token in without_asides(part, words)]


def _goes_on(clause: Token) -> bool:
    """Whether a clause behind "X said" goes on with what stands before it: "Y left, X said, because it had lost"."""
    first = clause.left_edge
    marked = any(child.dep_ == "mark" for child in clause.children) and first.lower_ != "as"
    return clause.dep_ == "advcl" and marked and first.nbor(-1).text == ","


def _around(reading: Reading, verb: Token, subjects: Sequence[Token]) -> list[Token]:
    """The sentence that a verb is put into ("X, Zhang believes, is Y") or that it closes."""
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
    inverted = all(token.i > verb.i for token in subjects)  # "Deal likely, says X"
    return [] if said_already or not (inverted or any(is_verbal(token) for token in before)) else before[:-1]


def _is_aside(verb: Token) -> bool:
    """Whether a clause "as X says" is set off by a comma; without one it compares ("not as good as X says")."""
    first = verb.left_edge
    return bool(verb.dep_ == "advcl" and first.lower_ == "as" and (first.i == verb.sent.start or first.nbor(-1).text == ","))


def _quoted_beside(reading: Reading, verb: Token, quotes: Sequence[Span]) -> tuple[Span, ...]:
    """The quotations of the sentence that do not hold the verb itself, or the one that its colon opens."""
    at, extent = reading.span(verb), reading.sentence.extent
    if reading.sentence.text.endswith(":"):
        return tuple(overlapping(quotes, Span(extent.end, extent.end + 4))[:1])
    objects = [reading.sentence.subtree(child) for child in verb.children if child.dep_ == "dobj"]
    near = (quote for quote in overlapping(quotes, extent) if not quote.covers(at) and quote.end - quote.start > _SHORT)
    return tuple(quote for quote in near if not any(part.start < quote.start < part.end for part in objects))


def _quoted_next_to(reading: Reading, group: Sequence[Token], said: Sequence[Span], quotes: Sequence[Span]) -> Iterator[Span]:
    """The quotations that end right before speaker and verb, or open right behind them, both halves of one that is broken."""
    parts = [reading.span(group[0]), *(reading.sentence.subtree(token) for token in group[1:] if token.head == group[0])]
    start, end = min(part.start for part in parts), max(part.end for part in parts)
    extent = reading.sentence.extent
    for quote in overlapping(quotes, Span(max(start - 2, extent.start), min(end + 3, extent.end))):
        beside = quote.end <= start or quote.start >= end
        if beside and not any(span.overlaps(quote) for span in said):
            yield quote


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
            said = spans(reading, [token for token in tokens if token.i not in aside])
            if said:
                yield attribution(reading, source, cue, said, words)


def _by_nouns(reading: Reading, words: ReportingWords) -> Iterator[Attribution]:
    for token in reading.sentence.words:
        if token.lemma_.lower() not in words.nouns or token.pos_ != "NOUN":
            continue
        clauses = [
            child for child in token.children if child.dep_ in {"acl", "ccomp"} and any(c.lower_ == "that" for c in child.lefts)
        ]
        said = spans(reading, [inner for clause in clauses for inner in clause.subtree])
        if said:
            yield attribution(reading, next(iter(possessors(reading, token)), None), (token,), said, words)
