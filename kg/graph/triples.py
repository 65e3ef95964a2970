"""Document and its claims -> quads in the document's own graph: stable IRIs, no blank nodes, sorted."""

import json
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256

from pyoxigraph import Literal, NamedNode, Quad, Triple

from kg.graph.describe import Value, background, entity, facts, likelihood, relation
from kg.graph.terms import date, decimal, integer, iri, named, spans, text
from kg.model import Argument, Attribution, Claim, Document, Evidence, Likelihood, Period, Span
from kg.ontology import Ontology

__all__ = ["quads"]


def quads(document: Document, claims: Iterable[Claim], ontology: Ontology | None = None) -> list[Quad]:
    """Write a document and its claims as RDF.

    Args:
        document: The document; its graph is named `doc:` and its id.
        claims: The claims of this document.
        ontology: Adds what it knows of the actors, issues and relation types: matches in Wikidata, broader terms.

    Returns:
        The quads, sorted and unique.

    >>> from kg.model import Alignment
    >>> words = "The US sanctions Russia."
    >>> quads(Document("0f", "a.txt", words, words, Alignment((0,), (0,)), ()), [])[0].graph_name
    <NamedNode value=https://w3id.org/kg-affairs/document/0f>
    """
    graph = named(f"doc:{document.id}")
    triples = set(_document(document, graph))
    for claim in claims:
        triples.update(_claim(claim, document.language))
    if ontology:
        triples.update(background(triples, ontology))
    return sorted((Quad(t.subject, t.predicate, t.object, graph) for t in triples), key=str)


def _document(document: Document, node: NamedNode) -> Iterator[Triple]:
    return facts(
        node,
        [
            ("rdf:type", named("kg:Document")),
            ("dcterms:title", _words(document.title, document.language)),
            ("dcterms:publisher", _words(document.publisher)),
            ("dcterms:creator", _words(document.author)),
            ("dcterms:issued", date(document.published) if document.published else None),
            ("dcterms:language", _words(document.language)),
            ("dcterms:source", text(document.source)),
            ("schema:url", iri(document.url)),
            ("kg:text", text(document.text)),
        ],
    )


def _claim(claim: Claim, language: str) -> Iterator[Triple]:
    node = named(f"claim:{claim.id}")
    yield from facts(node, _core(claim))
    yield from _argument(node, "subject", claim.subject)
    yield from _argument(node, "object", claim.object)
    yield from relation(claim.relation)
    yield from _evidence(node, claim.evidence, language)
    yield from _issues(node, claim)
    yield from _likelihood(node, claim.likelihood)
    yield from _attribution(node, claim)
    yield from _period(node, claim.time, language)
    if claim.asserted:
        yield Triple(_node(claim.subject), NamedNode(claim.relation.iri), _node(claim.object))


def _core(claim: Claim) -> list[tuple[str, Value]]:
    return [
        ("rdf:type", named("kg:Claim")),
        ("rdf:subject", _node(claim.subject)),
        ("rdf:predicate", NamedNode(claim.relation.iri)),
        ("rdf:object", _node(claim.object)),
        ("kg:polarity", named(f"kg:{claim.polarity}")),
        ("kg:factuality", named(f"kg:{claim.factuality}")),
        ("kg:confidence", decimal(claim.confidence)),
        ("kg:rule", _words(claim.rule)),
        ("prov:wasDerivedFrom", named(f"doc:{claim.evidence.document}")),
    ]


def _argument(owner: NamedNode, role: str, argument: Argument) -> Iterator[Triple]:
    yield from _span(owner, role, argument.span)
    yield from facts(owner, [(f"kg:{role}Reason", _words(argument.reason))])
    yield from entity(argument.entity)


def _span(owner: NamedNode, role: str, span: Span) -> Iterator[Triple]:
    return facts(owner, [(f"kg:{role}Start", integer(span.start)), (f"kg:{role}End", integer(span.end))])


def _evidence(claim: NamedNode, evidence: Evidence, language: str) -> Iterator[Triple]:
    sentence = evidence.sentence
    quote = named(f"quote:{evidence.document}-{sentence.start}-{sentence.end}")
    yield Triple(claim, named("kg:evidence"), quote)
    yield from _span(claim, "trigger", evidence.trigger)
    yield from facts(claim, [("kg:cueSpans", _spans(evidence.cues))])
    yield from facts(
        quote,
        [
            ("rdf:type", named("kg:Quote")),
            ("kg:document", named(f"doc:{evidence.document}")),
            ("kg:start", integer(sentence.start)),
            ("kg:end", integer(sentence.end)),
            ("kg:exact", text(evidence.quote, language)),
            ("kg:clean", text(evidence.clean, language) if evidence.clean != evidence.quote else None),
        ],
    )


def _issues(claim: NamedNode, owner: Claim) -> Iterator[Triple]:
    for order, issue in enumerate(owner.issues, start=1):
        mark = named(f"claim:{owner.id}-issue-{order}")
        yield Triple(claim, named("kg:issue"), _node(issue))
        yield Triple(claim, named("kg:mark"), mark)
        yield from entity(issue.entity)
        yield from facts(
            mark,
            [
                ("rdf:type", named("kg:Mark")),
                ("kg:refersTo", _node(issue)),
                ("kg:start", integer(issue.span.start)),
                ("kg:end", integer(issue.span.end)),
                ("kg:order", integer(order)),
                ("kg:reason", _words(issue.reason)),
            ],
        )


def _likelihood(claim: NamedNode, value: Likelihood | None) -> Iterator[Triple]:
    if value is None:
        return
    yield Triple(claim, named("kg:likelihood"), NamedNode(value.iri))
    yield from _span(claim, "likelihood", value.span)
    yield from likelihood(value)


def _period(claim: NamedNode, time: Period | None, language: str) -> Iterator[Triple]:
    if time is None:
        return
    yield from _span(claim, "timeText", time.span)
    yield from facts(
        claim,
        [
            ("kg:timeStart", date(time.start) if time.start else None),
            ("kg:timeEnd", date(time.end) if time.end else None),
            ("kg:timeText", text(time.text, language)),
        ],
    )


def _attribution(claim: NamedNode, owner: Claim) -> Iterator[Triple]:
    outer: NamedNode | None = None
    for attribution in owner.attribution:
        node = _attribution_node(attribution, owner.evidence.document, outer)
        yield from facts(
            node,
            [
                ("rdf:type", named("kg:Attribution")),
                ("kg:document", named(f"doc:{owner.evidence.document}")),
                ("kg:speaker", _node(attribution.speaker) if attribution.speaker else None),
                ("kg:cue", _words(attribution.cue)),
                ("kg:sourceSpans", _spans(attribution.source_spans)),
                ("kg:cueSpans", _spans(attribution.cue_spans)),
                ("kg:contentSpans", _spans(attribution.content_spans)),
                ("kg:within", outer),
                ("kg:inferred", Literal("true", datatype=named("xsd:boolean")) if attribution.inferred else None),
            ],
        )
        if attribution.speaker:
            yield from _argument(node, "speaker", attribution.speaker)
        outer = node
    yield from facts(claim, [("kg:attribution", outer)])


def _attribution_node(attribution: Attribution, document: str, outer: NamedNode | None) -> NamedNode:
    """Equal attributions of a document are one node; the hash covers all that is written of it, and what it sits in."""
    speaker = attribution.speaker
    parts = [
        document,
        outer.value if outer else "",
        *(spans(part).value for part in (attribution.source_spans, attribution.cue_spans, attribution.content_spans)),
        attribution.cue,
        [speaker.entity.iri, speaker.span.start, speaker.span.end, speaker.reason] if speaker else [],
        *(["inferred"] if attribution.inferred else []),
    ]
    return named("attr:" + sha256(json.dumps(parts).encode()).hexdigest()[:16])


def _node(argument: Argument) -> NamedNode:
    return NamedNode(argument.entity.iri)


def _words(value: str, language: str = "") -> Literal | None:
    return text(value, language) if value else None


def _spans(values: Sequence[Span]) -> Literal | None:
    return spans(values) if values else None
