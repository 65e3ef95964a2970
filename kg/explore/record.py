"""Claim or attribution -> a JSON record, one a line, in the form that `docs/claims.md` describes."""

import json
from collections.abc import Iterable, Sequence

from kg.explore.names import kind_of
from kg.model import Actor, Argument, Attribution, Claim, Copy, Document, Issue, Span

__all__ = ["Record", "attribution_line", "claim_line", "claim_record", "claim_records"]

Record = dict[str, object]


def claim_line(claim: Claim) -> str:
    """A claim as one line of JSON.

    Args:
        claim: The claim.

    Returns:
        The line, without its end; keys in a fixed order.
    """
    return json.dumps(claim_record(claim), ensure_ascii=False)


def claim_records(claims: Iterable[Claim]) -> list[Record]:
    """Claims as JSON objects."""
    return [claim_record(claim) for claim in claims]


def claim_record(claim: Claim) -> Record:
    """A claim as a JSON object.

    Args:
        claim: The claim.

    Returns:
        The object; keys in a fixed order.
    """
    evidence = claim.evidence
    return {
        "type": "candidate" if claim.candidate else "claim",
        "id": claim.id,
        "document": evidence.document,
        "source": claim.source,
        "subject": _argument(claim.subject),
        "relation": _relation(claim),
        "object": _argument(claim.object),
        "issues": [_argument(issue) for issue in claim.issues],
        "polarity": claim.polarity.value,
        "factuality": claim.factuality.value,
        "likelihood": _likelihood(claim),
        "attribution": [_attribution(attribution) for attribution in claim.attribution],
        "time": _time(claim),
        "evidence": {
            "sentence": _span(evidence.sentence),
            "quote": evidence.quote,
            "clean": evidence.clean,
            "trigger": _span(evidence.trigger),
            "cues": _spans(evidence.cues),
        },
        "confidence": claim.confidence,
        "rule": claim.rule,
        **({"copies": [_copy(copy) for copy in claim.copies]} if claim.copies else {}),
        **({"confirmed": claim.confirmed} if claim.confirmed else {}),
    }


def attribution_line(document: Document, attribution: Attribution) -> str:
    """An attribution as one line of JSON.

    Args:
        document: The document that it stands in.
        attribution: Who says what.

    Returns:
        The line, without its end; keys in a fixed order.
    """
    record: Record = {
        "type": "attribution",
        "document": document.id,
        "source": document.source,
        "source_spans": _spans(attribution.source_spans),
        "cue_spans": _spans(attribution.cue_spans),
        "content_spans": _spans(attribution.content_spans),
        "speaker": attribution.speaker and _argument(attribution.speaker),
        "inferred": attribution.inferred,
    }
    return json.dumps(record, ensure_ascii=False)


def _copy(copy: Copy) -> Record:
    return {"document": copy.document, "source": copy.source, "sentence": _span(copy.sentence), "quote": copy.quote}


def _entity(entity: Actor | Issue) -> Record:
    return {"iri": entity.iri, "label": entity.label, "kind": kind_of(entity)}


def _argument(argument: Argument) -> Record:
    reason = {"reason": argument.reason} if argument.reason else {}
    return {**_entity(argument.entity), "span": _span(argument.span), **reason}


def _relation(claim: Claim) -> Record:
    relation = claim.relation
    return {
        "iri": relation.iri,
        "label": relation.label,
        "plover": relation.plover or None,
        "group": relation.group.value,
        "sign": relation.sign,
        "symmetric": relation.symmetric,
    }


def _likelihood(claim: Claim) -> Record | None:
    if (found := claim.likelihood) is None:
        return None
    return {"iri": found.iri, "label": found.label, "low": found.low, "high": found.high, "span": _span(found.span)}


def _time(claim: Claim) -> Record | None:
    if (found := claim.time) is None:
        return None
    return {"start": found.start or None, "end": found.end or None, "text": found.text, "span": _span(found.span)}


def _attribution(attribution: Attribution) -> Record:
    return {
        "speaker": attribution.speaker and _argument(attribution.speaker),
        "source_span": _first(attribution.source_spans),
        "cue_span": _first(attribution.cue_spans),
        "content_span": _hull(attribution.content_spans),
        "inferred": attribution.inferred,
    }


def _span(span: Span) -> list[int]:
    return [span.start, span.end]


def _spans(spans: Sequence[Span]) -> list[list[int]]:
    return [_span(span) for span in spans]


def _first(spans: Sequence[Span]) -> list[int] | None:
    return _span(spans[0]) if spans else None


def _hull(spans: Sequence[Span]) -> list[int] | None:
    return [min(span.start for span in spans), max(span.end for span in spans)] if spans else None
