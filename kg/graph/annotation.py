"""Graph -> the same graph with its evidence as Web Annotations (https://www.w3.org/TR/annotation-model/) beside its quotes."""

from collections.abc import Iterator

from pyoxigraph import NamedNode, Quad, Store, Triple

from kg.graph.describe import Value, facts
from kg.graph.node import GraphName, Node, document_graphs, index, of_class
from kg.graph.store import from_quads
from kg.graph.terms import integer, named, text
from kg.graph.union import statements
from kg.model import Span

__all__ = ["annotated"]

_CONTEXT = 32  # characters before and after a quote, by which it is found again in a text that has changed


def annotated(store: Store) -> Store:
    """Add an annotation for each claim: its body is the claim, its target the quote, found by position and by words.

    Args:
        store: A graph.

    Returns:
        A graph in memory, with all that the other has.

    Raises:
        GraphError: A quote lacks a part.

    >>> len(annotated(Store()))
    0
    """
    return from_quads([*statements(store), *(quad for graph in document_graphs(store) for quad in _of_graph(store, graph))])


def _of_graph(store: Store, graph: GraphName) -> Iterator[Quad]:
    known = index(store.quads_for_pattern(None, None, None, graph))
    found = [triple for iri in of_class(known, "kg:Quote") for triple in _target(Node(known, iri))]
    found += [triple for iri in of_class(known, "kg:Claim") for triple in _annotation(Node(known, iri))]
    return (Quad(triple.subject, triple.predicate, triple.object, graph) for triple in found)


def _annotation(claim: Node) -> Iterator[Triple]:
    node = NamedNode(f"{claim.iri}-annotation")
    values: list[tuple[str, Value]] = [
        ("rdf:type", named("oa:Annotation")),
        ("oa:motivatedBy", named("oa:describing")),
        ("oa:hasBody", NamedNode(claim.iri)),
        ("oa:hasTarget", NamedNode(claim.one("kg:evidence"))),
    ]
    return facts(node, values)


def _target(quote: Node) -> Iterator[Triple]:
    """A quote as part of its document (sections 4.2.4 and 4.2.5)."""
    document = quote.link("kg:document")
    span, whole = Span(quote.integer("kg:start"), quote.integer("kg:end")), document.get("kg:text")
    position, words = (NamedNode(f"{quote.iri}-{name}") for name in ("position", "words"))
    yield from facts(
        NamedNode(quote.iri),
        [
            ("rdf:type", named("oa:SpecificResource")),
            ("oa:hasSource", NamedNode(document.iri)),
            ("oa:hasSelector", position),
            ("oa:hasSelector", words),
        ],
    )
    yield from facts(
        position,
        [("rdf:type", named("oa:TextPositionSelector")), ("oa:start", integer(span.start)), ("oa:end", integer(span.end))],
    )
    yield from facts(
        words,
        [
            ("rdf:type", named("oa:TextQuoteSelector")),
            ("oa:exact", text(quote.one("kg:exact"))),
            ("oa:prefix", text(whole[max(0, span.start - _CONTEXT) : span.start])),
            ("oa:suffix", text(whole[span.end : span.end + _CONTEXT])),
        ],
    )
