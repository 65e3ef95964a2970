"""Claim -> the words of its quote that show it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from kg.model import Claim, Span

__all__ = ["Mark", "Role", "marks"]


class Role(StrEnum):
    """What marked words do in a claim."""

    SUBJECT = "subject"
    TRIGGER = "relation"
    OBJECT = "object"
    ISSUE = "issue"
    CUE = "cue"
    SPEAKER = "speaker"
    TIME = "time"


@dataclass(frozen=True, slots=True)
class Mark:
    """A span of the quote (counted from its own start) and what it does there."""

    start: int
    end: int
    role: Role


def marks(claim: Claim) -> tuple[Mark, ...]:
    """The marks of a claim inside its quote.

    Args:
        claim: A finished claim, its spans counted in the source text.

    Returns:
        Marks in the order of the text, wider ones first, without repetition. What lies outside the sentence is left out; what
        reaches over its edge is cut there. Marks may overlap.
    """
    sentence = claim.evidence.sentence
    found = {mark for role, span in _spans(claim) for mark in _inside(sentence, span, role)}
    order = list(Role)
    return tuple(sorted(found, key=lambda mark: (mark.start, -mark.end, order.index(mark.role))))


def _spans(claim: Claim) -> Iterator[tuple[Role, Span]]:
    yield Role.SUBJECT, claim.subject.span
    yield Role.TRIGGER, claim.evidence.trigger
    yield Role.OBJECT, claim.object.span
    yield from _each(Role.ISSUE, (issue.span for issue in claim.issues))
    yield from _each(Role.CUE, claim.evidence.cues)
    if claim.likelihood:
        yield Role.CUE, claim.likelihood.span
    if claim.time:
        yield Role.TIME, claim.time.span
    for attribution in claim.attribution:
        yield from _each(Role.SPEAKER, attribution.source_spans)
        yield from _each(Role.CUE, attribution.cue_spans)


def _each(role: Role, spans: Iterable[Span]) -> Iterator[tuple[Role, Span]]:
    return ((role, span) for span in spans)


def _inside(sentence: Span, span: Span, role: Role) -> Iterator[Mark]:
    start, end = max(span.start, sentence.start), min(span.end, sentence.end)
    if start < end:
        yield Mark(start - sentence.start, end - sentence.start, role)
