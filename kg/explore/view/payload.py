"""Claims and documents -> what the page's script reads, as plain JSON values."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import TypeAlias

from kg.explore.names import inference
from kg.explore.view.bundle import Bundle
from kg.explore.view.entity import Entity
from kg.explore.view.marks import Role, marks
from kg.explore.view.style import FACTUALITIES, KINDS, SIGNS, STATUSES
from kg.model import Attribution, Claim, Document, Relation, Span

__all__ = ["JSON", "looks", "payload"]

JSON: TypeAlias = "str | int | float | bool | Sequence[JSON] | Mapping[str, JSON] | None"

_ROLES = list(Role)


def payload(
    claims: Sequence[Claim], documents: Mapping[str, Document], entities: Sequence[Entity], bundles: Sequence[Bundle]
) -> dict[str, JSON]:
    """Everything that the page shows.

    What many claims share - relations, documents, quotes - is written once; claims point to it by number.

    Args:
        claims: The claims, in the order in which they are listed.
        documents: Documents by their id; one that is missing is shown by its source alone.
        entities: The actors and issues, in the order of their numbers.
        bundles: The lines, in the order of theirs.

    Returns:
        Values that `json.dumps` takes.
    """
    keys = _Keys.of(claims, entities)
    return {
        "entities": [asdict(entity) for entity in entities],
        "relations": [_relation(relation) for relation in keys.relations],
        "documents": [_document(documents.get(document), source) for source, document in keys.documents],
        "quotes": [{"document": keys.documents[source, document], "text": text} for source, document, _, text in keys.quotes],
        "claims": [_claim(claim, documents.get(claim.evidence.document), keys) for claim in claims],
        "bundles": [_bundle(bundle) for bundle in bundles],
    }


def looks() -> dict[str, JSON]:
    """How kinds, signs and statuses are drawn, and what factuality means: what legend and filters show."""
    return {
        "kinds": {kind: asdict(look) for kind, look in KINDS.items()},
        "signs": {str(sign): asdict(look) for sign, look in SIGNS.items()},
        "statuses": {status.value: asdict(look) for status, look in STATUSES.items()},
        "factualities": {factuality.value: meaning for factuality, meaning in FACTUALITIES.items()},
        "roles": [role.value for role in _ROLES],
    }


@dataclass(frozen=True, slots=True)
class _Keys:
    """The numbers of what claims share."""

    entities: Mapping[str, int]
    relations: Mapping[Relation, int]
    documents: Mapping[tuple[str, str], int]
    quotes: Mapping[tuple[str, str, int, str], int]

    @classmethod
    def of(cls, claims: Iterable[Claim], entities: Iterable[Entity]) -> "_Keys":
        relations = sorted({claim.relation for claim in claims}, key=lambda relation: (relation.label, relation.iri))
        quotes = sorted({quote for claim in claims for quote in (_quote(claim), *_copies(claim))})
        return cls(
            {entity.iri: number for number, entity in enumerate(entities)},
            {relation: number for number, relation in enumerate(relations)},
            {key: number for number, key in enumerate(sorted({quote[:2] for quote in quotes}))},
            {quote: number for number, quote in enumerate(quotes)},
        )


def _quote(claim: Claim) -> tuple[str, str, int, str]:
    return claim.source, claim.evidence.document, claim.evidence.sentence.start, claim.evidence.quote


def _copies(claim: Claim) -> list[tuple[str, str, int, str]]:
    return [(copy.source, copy.document, copy.sentence.start, copy.quote) for copy in claim.copies]


def _claim(claim: Claim, document: Document | None, keys: _Keys) -> dict[str, JSON]:
    return {
        "subject": keys.entities[claim.subject.entity.iri],
        "relation": keys.relations[claim.relation],
        "object": keys.entities[claim.object.entity.iri],
        "issues": sorted({keys.entities[issue.entity.iri] for issue in claim.issues}),
        "inferred": [list(pair) for pair in _inferred(claim, keys.entities)],
        "quote": keys.quotes[_quote(claim)],
        "copies": [keys.quotes[copy] for copy in _copies(claim)],
        "chain": [_speaker(attribution, document, keys.entities) for attribution in claim.attribution],
        **_qualities(claim),
    }


def _inferred(claim: Claim, index: Mapping[str, int]) -> list[tuple[int, str]]:
    """The issues that the clause does not name, and where each comes from."""
    named = {issue.entity.iri for issue in claim.issues if not issue.reason}
    return sorted({(index[i.entity.iri], inference(i)) for i in claim.issues if i.entity.iri not in named})


def _relation(relation: Relation) -> dict[str, JSON]:
    return {"label": relation.label, "group": relation.group.value, "sign": relation.sign, "mutual": relation.symmetric}


def _document(document: Document | None, source: str) -> dict[str, JSON]:
    if document is None:
        return {"title": source, "publisher": "", "author": "", "published": "", "source": source}
    return {
        "title": document.title or document.source,
        "publisher": document.publisher,
        "author": document.author,
        "published": document.published,
        "source": document.source,
    }


def _speaker(attribution: Attribution, document: Document | None, index: Mapping[str, int]) -> dict[str, JSON]:
    """Who speaks: by name and number where it is known, else in the words of the document, else not at all."""
    inferred: dict[str, JSON] = {"inferred": True} if attribution.inferred else {}
    if attribution.speaker:
        entity = attribution.speaker.entity
        return {"who": entity.label, "entity": index.get(entity.iri), "cue": attribution.cue, **inferred}
    words = " ".join(span.of(document.text) for span in attribution.source_spans) if document else ""
    return {"who": words, "entity": None, "cue": attribution.cue, **inferred}


def _qualities(claim: Claim) -> dict[str, JSON]:
    likelihood, time = claim.likelihood, claim.time
    return {
        "polarity": claim.polarity.value,
        "factuality": claim.factuality.value,
        "likelihood": [likelihood.label, likelihood.low, likelihood.high] if likelihood else None,
        "time": [time.start, time.end, time.text] if time else None,
        "confidence": claim.confidence,
        "confirmed": claim.confirmed,
        "rule": claim.rule,
        "readings": [list(reading) for reading in _readings(claim)],
        "marks": [[mark.start, mark.end, _ROLES.index(mark.role)] for mark in marks(claim)],
    }


def _readings(claim: Claim) -> Iterator[tuple[str, str, str]]:
    """The words that are no name, what they were taken for, and why."""
    for argument in (claim.subject, claim.object):
        if argument.reason and claim.evidence.sentence.covers(argument.span):
            start = claim.evidence.sentence.start
            words = Span(argument.span.start - start, argument.span.end - start).of(claim.evidence.quote)
            yield words, argument.entity.label, argument.reason


def _bundle(bundle: Bundle) -> dict[str, JSON]:
    return {
        "sign": bundle.sign,
        "status": bundle.status.value if bundle.status else None,
        "negated": bundle.negated,
        "mutual": bundle.mutual,
        "claims": bundle.claims,
    }
