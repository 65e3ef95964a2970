"""Graph -> what is wrong with it, in readable sentences: SHACL shapes, and every quote held against its source text."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import rdflib
from pyoxigraph import Literal, NamedNode, Store

from kg.errors import GraphError
from kg.graph.node import GraphName, Index, Node, document_graphs, index, of_class
from kg.graph.notation import notation
from kg.graph.shapes import broken, short
from kg.graph.terms import named
from kg.graph.union import graphs, statements
from kg.model import Span
from kg.ontology import PREFIXES, term

__all__ = ["Violation", "quotes", "validate"]

_OWNERS = ("prov:wasDerivedFrom", "kg:document")
_ROLES = ("subject", "object", "trigger")
_TYPE, _CHECKED = named("rdf:type"), {named("kg:Quote"), named("kg:Claim")}
_ELSEWHERE = "headline"  # the reason of an issue that another sentence names


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """One thing that is wrong: the source of the document (empty where there is none), the node, and what is wrong with it."""

    document: str
    node: str
    message: str

    def __str__(self) -> str:
        """The violation as a sentence."""
        where = f"{self.document}: " if self.document else ""
        return f"{where}{self.node} {self.message}"


def validate(store: Store, shapes: Path) -> list[Violation]:
    """Check a graph against SHACL shapes, every quote and span against the source text, and every plain edge against the claims.

    Args:
        store: The graph.
        shapes: A Turtle file with shapes; the class hierarchy is taken from `kg.ttl` beside it, where there is one.

    Returns:
        What is wrong, sorted; nothing for a valid graph.

    Raises:
        GraphError: The shapes are missing or malformed.
    """
    broken_shapes = (_violation(store, node, message) for node, message in broken(store, shapes))
    return sorted({*broken_shapes, *_text_violations(store)})


def quotes(store: Store) -> int:
    """How many quotes a graph has, each once.

    >>> quotes(Store())
    0
    """
    return len({quad.subject for quad in store.quads_for_pattern(None, _TYPE, named("kg:Quote"), None)})


def _text_violations(store: Store) -> Iterator[Violation]:
    """Quotes that are not in the text, spans outside of their sentence, and plain edges that no claim asserts."""
    for known in _indices(store):
        for quote in of_class(known, "kg:Quote"):
            yield from _quote(store, Node(known, quote))
        nodes = [Node(known, iri) for iri in of_class(known, "kg:Claim")]
        for node in nodes:
            yield from _spans(store, node)
            yield from _issues(store, node)
        yield from _edges(store, known, nodes)


def _indices(store: Store) -> Iterator[Index]:
    """The graph of each document by itself; the union of all where quotes, claims or edges stand in other graphs as well."""
    own = document_graphs(store)
    if _elsewhere(store, set(own)):
        yield index(statements(store))
    else:
        yield from (index(store.quads_for_pattern(None, None, None, graph)) for graph in own)


def _elsewhere(store: Store, own: set[GraphName]) -> bool:
    strays = (graph for graph in graphs(store) if graph not in own)
    return any(
        quad.predicate.value.startswith(PREFIXES["rel"]) or (quad.predicate == _TYPE and quad.object in _CHECKED)
        for graph in strays
        for quad in store.quads_for_pattern(None, None, None, graph)
    )


def _quote(store: Store, quote: Node) -> Iterator[Violation]:
    document = Node(quote.index, quote.get("kg:document"))
    span = _span(quote, "kg:start", "kg:end")
    words, text = quote.get("kg:exact"), document.get("kg:text")
    if span is None or span.of(text) != words:
        yield _violation(store, quote.iri, f"is not in the text: {short(rdflib.Literal(words))} was expected at {_range(span)}")


def _spans(store: Store, claim: Node) -> Iterator[Violation]:
    sentence = _span(_principal(claim), "kg:start", "kg:end")
    for role in _ROLES:
        span = _span(claim, f"kg:{role}Start", f"kg:{role}End")
        if sentence and span and not sentence.covers(span):
            yield _violation(store, claim.iri, f"has its {role} at {_range(span)}, outside of its sentence at {_range(sentence)}")


def _issues(store: Store, claim: Node) -> Iterator[Violation]:
    """Issues that stand outside of the sentence, or one from the headline that stands outside of the text."""
    document = Node(claim.index, _principal(claim).get("kg:document"))
    sentence = _span(_principal(claim), "kg:start", "kg:end")
    for mark in claim.links("kg:mark"):
        span, elsewhere = _span(mark, "kg:start", "kg:end"), mark.get("kg:reason") == _ELSEWHERE
        room = Span(0, len(document.get("kg:text"))) if elsewhere else sentence
        if span and room and not room.covers(span):
            place = f"the text of {room.end} characters" if elsewhere else f"its sentence at {_range(room)}"
            yield _violation(store, claim.iri, f"has an issue at {_range(span)}, outside of {place}")


def _principal(claim: Node) -> Node:
    """The quote in whose document the spans of a claim count; whether there is one is for the shapes to say."""
    return Node(claim.index, claim.get("kg:principal") or claim.get("kg:evidence"))


def _edges(store: Store, known: Index, claims: list[Node]) -> Iterator[Violation]:
    asserted = {
        (claim.get("rdf:subject"), claim.get("rdf:predicate"), claim.get("rdf:object"))
        for claim in claims
        if (claim.get("kg:polarity"), claim.get("kg:factuality")) == (term("kg:affirmed"), term("kg:actual"))
    }
    for subject, values in sorted(known.items()):
        for predicate in sorted(name for name in values if name.startswith(PREFIXES["rel"])):
            for value in sorted(set(values[predicate])):
                if (subject, predicate, value) not in asserted:
                    edge = f"{notation(NamedNode(predicate))} {notation(NamedNode(value))}"
                    yield _violation(store, subject, f"{edge} stands as a plain edge, but no affirmed and actual claim says so")


def _span(node: Node, start: str, end: str) -> Span | None:
    """The span, or none where it is missing or malformed: that is for the shapes to say."""
    try:
        return Span(node.integer(start), node.integer(end))
    except GraphError:
        return None


def _range(span: Span | None) -> str:
    return f"{span.start}-{span.end}" if span else "a span that is missing"


def _violation(store: Store, iri: str, message: str) -> Violation:
    return Violation(_source(store, NamedNode(iri)), notation(NamedNode(iri)), message)


def _source(store: Store, node: NamedNode) -> str:
    """The source of the document that a node belongs to: its own, that of its owner, or that of the first graph it is in."""
    quads = list(store.quads_for_pattern(node, None, None, None))
    owners = [quad.object for quad in quads if quad.predicate in {named(name) for name in _OWNERS}]
    graphs = sorted({quad.graph_name for quad in quads}, key=str)
    for owner in (node, *sorted(owners, key=str), *graphs):
        if isinstance(owner, NamedNode) and (found := _sources(store, owner)):
            return found[0]
    return ""


def _sources(store: Store, document: NamedNode) -> list[str]:
    quads = store.quads_for_pattern(document, named("dcterms:source"), None, None)
    return sorted(quad.object.value for quad in quads if isinstance(quad.object, Literal))
