"""Graph -> the documents, claims and actors that were written into it; the inverse of `triples`."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from pyoxigraph import DefaultGraph, NamedNode, Store

from kg.errors import GraphError
from kg.graph.node import Lookup, Node, index
from kg.graph.terms import named
from kg.model import (
    Actor,
    ActorKind,
    Alignment,
    Argument,
    Attribution,
    Claim,
    Copy,
    Document,
    Evidence,
    Factuality,
    Issue,
    Likelihood,
    Period,
    Polarity,
    Relation,
    RelationGroup,
    Span,
)
from kg.ontology import local_name, term

__all__ = ["actors", "claims", "claims_of", "documents"]

_KINDS = {term(f"kg:{kind}"): kind for kind in ActorKind}


def claims(store: Store) -> Iterator[Claim]:
    """Read every claim of a graph, one document in memory at a time.

    Args:
        store: A store with documents and their claims, united.

    Yields:
        The claims, in the order of their documents (by source, then id) and of their sentences.

    Raises:
        GraphError: A claim lacks a part, or a part is malformed.

    >>> list(claims(Store()))
    []
    """
    for iris in _by_document(store):
        known = Lookup(store)
        yield from sorted((_claim(Node(known, iri)) for iri in iris), key=_order)


def claims_of(store: Store, chosen: Iterable[NamedNode]) -> list[Claim]:
    """Read some claims of a graph, in time that grows with them alone.

    Args:
        store: A store with documents and their claims.
        chosen: The IRIs of the claims.

    Returns:
        The claims, in the order of `claims`; what is no claim of the graph is left out.

    Raises:
        GraphError: A claim lacks a part, or a part is malformed.

    >>> claims_of(Store(), [named("claim:00")])
    []
    """
    kind, known = (named("rdf:type"), named("kg:Claim"), DefaultGraph()), Lookup(store)
    there = (iri for iri in sorted(set(chosen), key=str) if any(store.quads_for_pattern(iri, *kind)))
    return sorted((_claim(Node(known, iri.value)) for iri in there), key=_order)


def documents(store: Store) -> dict[str, Document]:
    """Read the documents of a graph.

    Args:
        store: A store with documents, united.

    Returns:
        Each document by its id, ordered by source and id. What only parsing needs is not in a graph: the clean text is the source
        text, and there are no blocks.

    Raises:
        GraphError: A document lacks a part.

    >>> documents(Store())
    {}
    """
    typed = store.quads_for_pattern(None, named("rdf:type"), named("kg:Document"), DefaultGraph())
    found = [_document(Node(Lookup(store), quad.subject.value)) for quad in typed if isinstance(quad.subject, NamedNode)]
    return {document.id: document for document in sorted(found, key=lambda document: (document.source, document.id))}


def actors(store: Store) -> list[Actor]:
    """Read every actor of a graph, once for each way in which the graph of a document describes it.

    Args:
        store: A store with documents and their claims, before it describes each actor once.

    Returns:
        The actors, sorted by IRI.

    Raises:
        GraphError: An actor lacks a part.

    >>> actors(Store())
    []
    """
    found = {entity for kind in ActorKind for node in _subjects(store, f"kg:{kind}") if isinstance(entity := _entity(node), Actor)}
    return sorted(found, key=lambda actor: (actor.iri, actor.label, actor.kind, actor.known, actor.country))


def _by_document(store: Store) -> list[list[str]]:
    """The claims of each document in whose text their spans count, by the source and IRI of the document."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    sources: dict[str, str] = {}
    for quad in store.quads_for_pattern(None, named("rdf:type"), named("kg:Claim"), DefaultGraph()):
        if isinstance(quad.subject, NamedNode):
            known = Lookup(store)
            document = Node(known, quad.subject.value).principal().one("kg:document")
            source = sources.get(document) or sources.setdefault(document, Node(known, document).one("dcterms:source"))
            found[source, document].append(quad.subject.value)
    return [found[key] for key in sorted(found)]


def _subjects(store: Store, name: str) -> Iterator[Node]:
    for quad in store.quads_for_pattern(None, named("rdf:type"), named(name), None):
        if isinstance(quad.subject, NamedNode):
            yield Node(index(store.quads_for_pattern(quad.subject, None, None, quad.graph_name)), quad.subject.value)


def _order(claim: Claim) -> tuple[str, str, Span, Span, Span, Span, str]:
    evidence = claim.evidence
    return (claim.source, evidence.document, evidence.sentence, evidence.trigger, claim.subject.span, claim.object.span, claim.id)


def _document(node: Node) -> Document:
    text = node.one("kg:text")
    return Document(
        id=local_name(node.iri),
        source=node.one("dcterms:source"),
        text=text,
        clean=text,
        alignment=Alignment((0,), (0,)),
        blocks=(),
        title=node.get("dcterms:title"),
        publisher=node.get("dcterms:publisher"),
        author=node.get("dcterms:creator"),
        published=node.get("dcterms:issued"),
        language=node.get("dcterms:language"),
        url=node.get("schema:url"),
    )


def _claim(node: Node) -> Claim:
    quote = node.principal()
    return Claim(
        id=local_name(node.iri),
        source=quote.link("kg:document").one("dcterms:source"),
        subject=_argument(node, "rdf:subject", "kg:subject"),
        relation=_relation(node.link("rdf:predicate")),
        object=_argument(node, "rdf:object", "kg:object"),
        evidence=_evidence(node, quote),
        issues=_issues(node),
        polarity=node.choice("kg:polarity", Polarity),
        factuality=node.choice("kg:factuality", Factuality),
        likelihood=_likelihood(node),
        attribution=_attribution(node),
        time=_period(node),
        confidence=node.number("kg:confidence"),
        rule=node.get("kg:rule"),
        confirmed=node.get("kg:confirmedBy"),
        copies=_copies(node),
    )


def _copies(node: Node) -> tuple[Copy, ...]:
    """The other documents that have the sentence of a claim."""
    if not node.all("kg:principal"):
        return ()
    return tuple(sorted(_copy(quote) for quote in node.links("kg:evidence") if quote.iri != node.get("kg:principal")))


def _copy(quote: Node) -> Copy:
    document = quote.link("kg:document")
    sentence = Span(quote.integer("kg:start"), quote.integer("kg:end"))
    return Copy(document.one("dcterms:source"), local_name(document.iri), sentence, quote.one("kg:exact"))


def _argument(node: Node, link: str, role: str) -> Argument:
    return Argument(_entity(node.link(link)), node.span(role), node.get(f"{role}Reason"))


def _entity(node: Node) -> Actor | Issue:
    kinds = node.all("rdf:type")
    if term("kg:Issue") in kinds:
        return Issue(node.iri, node.one("skos:prefLabel"))
    kind = next((_KINDS[iri] for iri in kinds if iri in _KINDS), None)
    if kind is None:
        raise GraphError(f"{node.iri}: has no class of actors or issues, kg:Issue or one of {', '.join(ActorKind)} was expected")
    return Actor(node.iri, node.one("rdfs:label"), kind, known=node.get("kg:known") != "false", country=node.get("kg:country"))


def _relation(node: Node) -> Relation:
    return Relation(
        iri=node.iri,
        label=node.one("skos:prefLabel"),
        group=node.choice("kg:group", RelationGroup),
        sign=node.integer("kg:sign"),
        plover=node.get("kg:plover"),
        symmetric=term("owl:SymmetricProperty") in node.all("rdf:type"),
        contrary=tuple(node.all("kg:contrary")),
        issue_sign=node.integer("kg:issueSign") if node.get("kg:issueSign") else None,
    )


def _evidence(claim: Node, quote: Node) -> Evidence:
    exact = quote.one("kg:exact")
    return Evidence(
        document=local_name(quote.one("kg:document")),
        sentence=Span(quote.integer("kg:start"), quote.integer("kg:end")),
        quote=exact,
        clean=next(iter(quote.all("kg:clean")), exact),
        trigger=claim.span("kg:trigger"),
        cues=claim.spans("kg:cueSpans"),
    )


def _issues(node: Node) -> tuple[Argument, ...]:
    marks = sorted(node.links("kg:mark"), key=lambda mark: mark.integer("kg:order"))
    return tuple(
        Argument(_entity(mark.link("kg:refersTo")), Span(mark.integer("kg:start"), mark.integer("kg:end")), mark.get("kg:reason"))
        for mark in marks
    )


def _likelihood(node: Node) -> Likelihood | None:
    if not node.all("kg:likelihood"):
        return None
    degree = node.link("kg:likelihood")
    low, high = degree.number("kg:low"), degree.number("kg:high")
    return Likelihood(degree.iri, degree.one("skos:prefLabel"), low, high, node.span("kg:likelihood"))


def _period(node: Node) -> Period | None:
    if not node.all("kg:timeTextStart"):
        return None
    return Period(node.get("kg:timeStart"), node.get("kg:timeEnd"), node.get("kg:timeText"), node.span("kg:timeText"))


def _attribution(node: Node) -> tuple[Attribution, ...]:
    """The chain of speakers, outermost first: the graph links a claim to the innermost, and each to the one that it sits in."""
    chain: list[Attribution] = []
    seen: set[str] = set()
    at = node.get("kg:attribution")
    while at:
        if at in seen:
            raise GraphError(f"{at}: sits in itself, a chain of attributions was expected")
        seen.add(at)
        inner = Node(node.index, at)
        chain.append(_said(inner))
        at = inner.get("kg:within")
    return tuple(reversed(chain))


def _said(node: Node) -> Attribution:
    return Attribution(
        source_spans=node.spans("kg:sourceSpans"),
        cue_spans=node.spans("kg:cueSpans"),
        content_spans=node.spans("kg:contentSpans"),
        speaker=_argument(node, "kg:speaker", "kg:speaker") if node.all("kg:speaker") else None,
        cue=node.get("kg:cue"),
        inferred=node.get("kg:inferred") == "true",
    )
