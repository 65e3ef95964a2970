"""Relation, attribution and qualification -> claim, with every span led back to the source text."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Token

from kg.extract.dependency import is_verbal, position
from kg.extract.qualify import Qualification
from kg.extract.reading import Reading
from kg.extract.relate import Related
from kg.model import Actor, Argument, Attribution, Claim, Document, Evidence, Factuality, Period, Span

__all__ = ["at_home", "in_source", "make_claim", "trigger"]

# Shares of claims that were right on labelled news (docs/extraction.md): of those whose relation a verb expresses, and what it
# takes from them that a noun does, that an end is only pointed to, that the relation is more or less than plainly stated, and that
# its places were not read with certainty.
_BASE, _NOMINAL, _POINTED, _QUALIFIED, _CANDIDATE = 0.88, 0.75, 0.75, 0.9, 0.5


def make_claim(
    document: Document,
    reading: Reading,
    related: Related,
    qualification: Qualification,
    context: tuple[Sequence[Attribution], Sequence[Period], tuple[Argument, ...]],
) -> Claim:
    """Put a claim together.

    Args:
        document: Where it stands.
        reading: The sentence.
        related: The relation.
        qualification: How it is presented.
        context: The attributions of the document, the periods of the sentence, and the issues of the relation.

    Returns:
        The claim; its spans are those of the source text.
    """
    said, periods, issues = context
    shown = trigger(reading, related.words)
    chain = _chain(said, shown)
    claim = Claim(
        id="",
        source=document.source,
        subject=related.subject,
        relation=related.entry.relation,
        object=related.object,
        evidence=Evidence(document.id, reading.sentence.extent, "", "", shown, qualification.cues),
        issues=issues,
        polarity=qualification.polarity,
        factuality=_factuality(qualification, chain),
        likelihood=qualification.likelihood,
        attribution=chain,
        time=next((period for period in periods if _holds(reading, related.words, period)), None),
        confidence=_confidence(reading, related, qualification),
        rule=related.rule,
        candidate=related.candidate,
    )
    return _in_source(claim, document)


def at_home(claim: Claim, homes: Mapping[str, Actor]) -> Claim:
    """The claim with bodies of whom the document tells the country.

    Args:
        claim: A claim.
        homes: Actors by the IRI that their names alone give.

    Returns:
        The claim, with an id of its own where one of them is an end of it.
    """
    if not homes:
        return claim
    spoken = tuple(replace(one, speaker=one.speaker and _home(one.speaker, homes)) for one in claim.attribution)
    moved = replace(claim, subject=_home(claim.subject, homes), object=_home(claim.object, homes), attribution=spoken)
    return replace(moved, id=_identify(moved))


def _home(argument: Argument, homes: Mapping[str, Actor]) -> Argument:
    return replace(argument, entity=homes.get(argument.entity.iri, argument.entity))


def in_source(attribution: Attribution, document: Document) -> Attribution:
    """An attribution with its spans led back to the source text."""
    lead = document.alignment.span
    return replace(
        attribution,
        source_spans=tuple(lead(span) for span in attribution.source_spans),
        cue_spans=tuple(lead(span) for span in attribution.cue_spans),
        content_spans=tuple(lead(span) for span in attribution.content_spans),
        speaker=attribution.speaker and _argument(attribution.speaker, document),
    )


def _factuality(qualification: Qualification, chain: Sequence[Attribution]) -> Factuality:
    """What somebody says as a fact is reported."""
    plain = qualification.factuality is Factuality.ACTUAL
    return Factuality.REPORTED if chain and plain else qualification.factuality


def trigger(reading: Reading, words: Sequence[Token]) -> Span:
    """The words that express a relation, from the first to the last where they stand close together, else the governing one."""
    first, last = min(words, key=position), max(words, key=position)
    return reading.sentence.span(first, last) if last.i - first.i <= 4 else reading.span(words[0])


def _chain(said: Sequence[Attribution], shown: Span) -> tuple[Attribution, ...]:
    """Who says it, outermost first: the attributions whose content holds the words of the relation."""
    around = [a for a in said if any(span.covers(shown) for span in a.content_spans) and not a.cue_spans[0].overlaps(shown)]
    ordered = sorted(around, key=lambda a: (-sum(span.end - span.start for span in a.content_spans), a.cue_spans))
    return tuple(one for one, outer in zip(ordered, [None, *ordered], strict=False) if not _is_same_voice(one, outer))


def _is_same_voice(one: Attribution, outer: Attribution | None) -> bool:
    """Whether whoever speaks goes on: "hopes to persuade Y to leave"."""
    if outer is None or outer.speaker is None or one.speaker is None:
        return False
    return one.speaker.entity == outer.speaker.entity


def _holds(reading: Reading, words: Sequence[Token], period: Period) -> bool:
    """Whether a time expression hangs on the clause of the relation."""
    start = period.span.start - reading.sentence.offset
    at = next((token for token in reading.sentence.words if token.idx <= start < token.idx + len(token)), None)
    if at is None:
        return False
    return _verb_of(at, words) == _verb_of(words[0], words)


def _verb_of(token: Token, words: Sequence[Token]) -> Token:
    for above in (token, *token.ancestors):
        if above in words or (is_verbal(above) and above.dep_ not in {"amod", "aux", "auxpass"}):
            return words[0] if above in words else above
    return token


def _confidence(reading: Reading, related: Related, qualification: Qualification) -> float:
    score = _BASE if is_verbal(related.words[0]) or related.is_title else _BASE * _NOMINAL
    pointed = {argument for found in reading.anaphors.values() for argument in found}
    score *= _POINTED if pointed & {related.subject, related.object} else 1.0
    score *= _QUALIFIED if qualification.cues else 1.0
    score *= _CANDIDATE if related.candidate else 1.0
    return round(score, 2)


def _argument(argument: Argument, document: Document) -> Argument:
    return replace(argument, span=document.alignment.span(argument.span))


def _in_source(claim: Claim, document: Document) -> Claim:
    lead = document.alignment.span
    sentence = lead(claim.evidence.sentence)
    evidence = replace(
        claim.evidence,
        sentence=sentence,
        quote=sentence.of(document.text),
        clean=claim.evidence.sentence.of(document.clean),
        trigger=lead(claim.evidence.trigger),
        cues=tuple(lead(span) for span in claim.evidence.cues),
    )
    likelihood = claim.likelihood and replace(claim.likelihood, span=lead(claim.likelihood.span))
    moved = replace(
        claim,
        subject=_argument(claim.subject, document),
        object=_argument(claim.object, document),
        issues=tuple(_argument(issue, document) for issue in claim.issues),
        likelihood=likelihood,
        attribution=tuple(in_source(attribution, document) for attribution in claim.attribution),
        time=claim.time and replace(claim.time, span=lead(claim.time.span)),
        evidence=evidence,
    )
    return replace(moved, id=_identify(moved))


def _identify(claim: Claim) -> str:
    parts = (
        claim.evidence.document,
        *map(str, (claim.evidence.sentence.start, claim.evidence.trigger.start, claim.subject.span.start, claim.object.span.start)),
        claim.subject.entity.iri,
        claim.relation.iri,
        claim.object.entity.iri,
    )
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]
