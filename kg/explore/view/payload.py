"""Claims and documents -> what the page's script reads: tables of what claims share, and a column for each property of claims."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import TypeAlias

from kg.explore.analysis.tone import Tone, stance, tone
from kg.explore.analysis.weight import worth
from kg.explore.digest import digest
from kg.explore.names import inference
from kg.explore.view.columns import column, ragged
from kg.explore.view.entity import Entity
from kg.explore.view.marks import Role, marks
from kg.explore.view.style import FACTUALITIES, KINDS, SIGNS, STATUS_OF, STATUSES, UNCOUNTED, UNCOUNTED_MEANING
from kg.graph.about import About
from kg.model import Attribution, Claim, Document, Factuality, Period, Polarity, Relation, Span
from kg.ontology import PREFIXES

__all__ = ["JSON", "looks", "payload", "quotes", "texts"]

JSON: TypeAlias = "str | int | float | bool | Sequence[JSON] | Mapping[str, JSON] | None"

_ROLES = list(Role)
_FACTUALITIES = list(Factuality)
_POLARITIES = list(Polarity)
_TONES = (*Tone, None)  # conflict, neutral, cooperation; the last does not count
_TEXTS = 4_000_000  # characters of source texts that a page holds; the rest would make it too large to open at once

_Quote = tuple[str, str, int, str]  # source and id of the document, where it starts there, its words


class _Table:
    """The numbers of values in the order in which they come; 0 is that of nothing where the table begins with it."""

    def __init__(self, *first: object) -> None:
        self.numbers: dict[object, int] = {value: number for number, value in enumerate(first)}

    def __call__(self, value: object) -> int:
        return self.numbers.setdefault(value, len(self.numbers))


@dataclass(frozen=True, slots=True)
class _Keys:
    """The numbers of what claims share."""

    entities: Mapping[str, int]
    relations: Mapping[Relation, int]
    documents: Mapping[tuple[str, str], int]
    quotes: Mapping[_Quote, int]

    @classmethod
    def of(cls, claims: Iterable[Claim], entities: Iterable[Entity]) -> "_Keys":
        relations = sorted({claim.relation for claim in claims}, key=lambda relation: (relation.label, relation.iri))
        found = _all_quotes(claims)
        return cls(
            {entity.iri: number for number, entity in enumerate(entities)},
            {relation: number for number, relation in enumerate(relations)},
            _documents(found),
            {quote: number for number, quote in enumerate(found)},
        )


def payload(
    claims: Sequence[Claim],
    documents: Mapping[str, Document],
    entities: Sequence[Entity],
    about: Mapping[str, About],
    *,
    counted: int | None = None,
) -> dict[str, JSON]:
    """Everything that the page shows, but for the words of quotes and documents.

    Args:
        claims: The claims, in the order in which they are listed.
        documents: Documents by their id; one that is missing is shown by its source alone.
        entities: The actors and issues, in the order of their numbers.
        about: What is known of actors besides, by IRI.
        counted: How many of the claims, from the first, are still there and may count for a tone; all unless told otherwise.

    Returns:
        Values that `json.dumps` takes. The tone of each claim and the stance of its subject on its object are 0 for conflict, 1 for
        neutral, 2 for cooperation, and 3 where the claim does not count; `worth` is what so many claims of one document weigh.
    """
    keys = _Keys.of(claims, entities)
    return {
        "digest": digest(claims),
        "base": PREFIXES["actor"].removesuffix("actor/"),
        "entities": _entities(entities, about),
        "relations": [_relation(relation) for relation in keys.relations],
        "documents": [_document(documents.get(document), source) for source, document in keys.documents],
        "quotes": {
            "document": column(keys.documents[source, document] for source, document, *_ in keys.quotes),
            "start": column(start for _, _, start, _ in keys.quotes),
        },
        "worth": _worth(claims),
        "claims": {**_claims(claims, documents, keys), **_tones(claims, len(claims) if counted is None else counted)},
    }


def quotes(claims: Iterable[Claim]) -> list[str]:
    """The words of the quotes, in the order of their numbers."""
    return [text for *_, text in _all_quotes(claims)]


def texts(claims: Iterable[Claim], documents: Mapping[str, Document]) -> list[JSON]:
    """The source texts of the documents, in the order of their numbers; null for those that are missing or find no room."""
    room = _TEXTS
    found: list[JSON] = []
    for _, key in _documents(_all_quotes(claims)):
        text = documents[key].text if key in documents else ""
        room -= len(text)
        found.append(text if text and room >= 0 else None)
    return found


def looks() -> dict[str, JSON]:
    """How kinds, signs and statuses are drawn, and what factuality means: what legend and filters show."""
    return {
        "kinds": {kind: asdict(look) for kind, look in KINDS.items()},
        "signs": {str(sign): asdict(look) for sign, look in SIGNS.items()},
        "uncounted": {**asdict(UNCOUNTED), "meaning": UNCOUNTED_MEANING},
        "statuses": {status.value: asdict(look) for status, look in STATUSES.items()},
        "factualities": {f.value: {"meaning": meaning, "status": STATUS_OF[f].value} for f, meaning in FACTUALITIES.items()},
        "roles": [role.value for role in _ROLES],
    }


def _all_quotes(claims: Iterable[Claim]) -> list[_Quote]:
    return sorted({quote for claim in claims for quote in (_quote(claim), *_copies(claim))})


def _documents(found: Iterable[_Quote]) -> dict[tuple[str, str], int]:
    return {key: number for number, key in enumerate(sorted({quote[:2] for quote in found}))}


def _quote(claim: Claim) -> _Quote:
    return claim.source, claim.evidence.document, claim.evidence.sentence.start, claim.evidence.quote


def _copies(claim: Claim) -> list[_Quote]:
    return [(copy.source, copy.document, copy.sentence.start, copy.quote) for copy in claim.copies]


def _entities(entities: Sequence[Entity], about: Mapping[str, About]) -> dict[str, JSON]:
    kinds = list(KINDS)
    known = [about.get(entity.iri, About()) for entity in entities]
    names = [sorted({*e.names, *a.names} - {e.label}) for e, a in zip(entities, known, strict=True)]
    return {
        "label": [entity.label for entity in entities],
        "iri": [_short(entity.iri) for entity in entities],
        "kind": column(kinds.index(entity.kind) for entity in entities),
        "names": {str(number): found for number, found in enumerate(names) if found},
        "same": {str(number): list(found.same_as) for number, found in enumerate(known) if found.same_as},
    }


def _short(iri: str) -> str:
    return iri.removeprefix(PREFIXES["actor"].removesuffix("actor/"))


def _claims(claims: Sequence[Claim], documents: Mapping[str, Document], keys: _Keys) -> dict[str, JSON]:
    return {
        "id": [claim.id for claim in claims],
        "subject": column(keys.entities[claim.subject.entity.iri] for claim in claims),
        "relation": column(keys.relations[claim.relation] for claim in claims),
        "object": column(keys.entities[claim.object.entity.iri] for claim in claims),
        "quote": column(keys.quotes[_quote(claim)] for claim in claims),
        "copies": ragged([keys.quotes[copy] for copy in _copies(claim)] for claim in claims),
        "polarity": column(_POLARITIES.index(claim.polarity) for claim in claims),
        "factuality": column(_FACTUALITIES.index(claim.factuality) for claim in claims),
        "confidence": column(round(claim.confidence * 100) for claim in claims),
        "names": {"factuality": [f.value for f in _FACTUALITIES], "polarity": [p.value for p in _POLARITIES]},
        **_issues(claims, keys),
        **_said(claims, documents, keys),
        **_qualities(claims),
        **_marks(claims),
    }


def _tones(claims: Sequence[Claim], counted: int) -> dict[str, JSON]:
    return {
        name: column(_TONES.index(rule(claim) if number < counted else None) for number, claim in enumerate(claims))
        for name, rule in (("tone", tone), ("stance", stance))
    }


def _worth(claims: Iterable[Claim]) -> dict[str, str]:
    most = max(Counter((claim.source, claim.evidence.document) for claim in claims).values(), default=0)
    return column(map(worth, range(most + 1)))


def _issues(claims: Sequence[Claim], keys: _Keys) -> dict[str, JSON]:
    """The issues of each claim, and where each comes from: 0 for one that the clause names."""
    origins = _Table("")
    found = [_about(claim, keys.entities) for claim in claims]
    origin = column(origins(origin) for issues in found for _, origin in issues)
    return {"issues": ragged([issue for issue, _ in issues] for issues in found), "origin": origin, "origins": _list(origins)}


def _about(claim: Claim, index: Mapping[str, int]) -> list[tuple[int, str]]:
    named = {issue.entity.iri for issue in claim.issues if not issue.reason}
    inferred = {(index[i.entity.iri], inference(i)) for i in claim.issues if i.entity.iri not in named}
    return [
        *((number, "") for number in sorted(index[iri] for iri in named)),
        *sorted(dict(sorted(inferred, reverse=True)).items()),
    ]


def _said(claims: Sequence[Claim], documents: Mapping[str, Document], keys: _Keys) -> dict[str, JSON]:
    """The chain of speakers of each claim, outermost first; 0 is that of the document's own voice."""
    chains = _Table(())
    of = column(chains(tuple(_chain(claim, documents.get(claim.evidence.document), keys.entities))) for claim in claims)
    return {"chain": of, "chains": [[list(step) for step in chain] for chain in chains.numbers]}  # type: ignore[attr-defined]


def _chain(claim: Claim, document: Document | None, index: Mapping[str, int]) -> Iterator[tuple[str, int | None, str, bool]]:
    """Who speaks: by name and number where it is known, else in the words of the document, else not at all."""
    for attribution in claim.attribution:
        entity = attribution.speaker.entity if attribution.speaker else None
        who = entity.label if entity else _words(attribution, document)
        yield who, index.get(entity.iri) if entity else None, attribution.cue, attribution.inferred


def _words(attribution: Attribution, document: Document | None) -> str:
    return " ".join(span.of(document.text) for span in attribution.source_spans) if document else ""


def _qualities(claims: Sequence[Claim]) -> dict[str, JSON]:
    likelihoods, times, rules, people = _Table(None), _Table(None), _Table(""), _Table("")
    readings = _Table(())
    return {
        "likelihood": column(likelihoods(claim.likelihood and _band(claim)) for claim in claims),
        "time": column(times(claim.time and _period(claim.time)) for claim in claims),
        "rule": column(rules(claim.rule) for claim in claims),
        "confirmed": column(people(claim.confirmed) for claim in claims),
        "reading": column(readings(tuple(_readings(claim))) for claim in claims),
        "likelihoods": _list(likelihoods),
        "times": _list(times),
        "rules": _list(rules),
        "people": _list(people),
        "readings": _list(readings),
    }


def _list(table: _Table) -> list[JSON]:
    return list(table.numbers)  # type: ignore[arg-type]  # only what JSON holds is numbered


def _band(claim: Claim) -> tuple[str, float, float] | None:
    return (claim.likelihood.label, claim.likelihood.low, claim.likelihood.high) if claim.likelihood else None


def _period(period: Period) -> tuple[str, str, str]:
    return period.start, period.end, period.text


def _readings(claim: Claim) -> Iterator[tuple[str, str, str]]:
    """The words that are no name, what they were taken for, and why."""
    for argument in (claim.subject, claim.object):
        if argument.reason and claim.evidence.sentence.covers(argument.span):
            start = claim.evidence.sentence.start
            words = Span(argument.span.start - start, argument.span.end - start).of(claim.evidence.quote)
            yield words, argument.entity.label, argument.reason


def _marks(claims: Sequence[Claim]) -> dict[str, JSON]:
    found = [marks(claim) for claim in claims]
    each = [mark for some in found for mark in some]
    return {
        "marks": ragged([_ROLES.index(mark.role) for mark in some] for some in found),
        "markStart": column(mark.start for mark in each),
        "markLength": column(mark.end - mark.start for mark in each),
    }


def _relation(relation: Relation) -> dict[str, JSON]:
    return {
        "label": relation.label,
        "iri": _short(relation.iri),
        "group": relation.group.value,
        "sign": relation.sign,
        "mutual": relation.symmetric,
    }


def _document(document: Document | None, source: str) -> dict[str, JSON]:
    if document is None:
        return {"id": "", "title": source, "publisher": "", "author": "", "published": "", "source": source}
    return {
        "id": document.id,
        "title": document.title or document.source,
        "publisher": document.publisher,
        "author": document.author,
        "published": document.published,
        "source": document.source,
    }
