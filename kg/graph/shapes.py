"""Graph + SHACL shapes -> what breaks them: which node, in which words."""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import rdflib
from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Store, Triple
from pyshacl import validate as shacl
from rdflib import RDF, RDFS, SH, BNode, Graph, URIRef
from rdflib.term import Node as RdfNode

from kg.graph.notation import notation
from kg.graph.store import load_file
from kg.graph.terms import named

__all__ = ["broken", "short"]

_LONGEST = 80
_SPARQL = (SH.select, SH.ask, SH.construct)  # queries, which hide what they look at
_CLOSED = SH.closed  # looks at everything


def broken(store: Store, shapes: Path) -> Iterator[tuple[str, str]]:
    """Check a graph against SHACL shapes.

    Args:
        store: The graph.
        shapes: A Turtle file with shapes; the class hierarchy is taken from `kg.ttl` beside it, where there is one.

    Yields:
        The node that breaks a shape, and the message of that shape with what was found.

    Raises:
        GraphError: The shapes are missing or malformed.
    """
    wanted = _copied(load_file(shapes))
    data = _copied(store, _looked_at(wanted))
    vocabulary = shapes.with_name("kg.ttl")
    if vocabulary.is_file():
        data += _copied(load_file(vocabulary), (named("rdfs:subClassOf"),))
    _, report, _ = shacl(data, shacl_graph=wanted, inplace=True)
    for result in report.subjects(RDF.type, SH.ValidationResult):
        value = report.value(result, SH.value)
        found = f" (found {short(value)})" if value is not None else ""
        yield str(report.value(result, SH.focusNode)), f"{report.value(result, SH.resultMessage)}{found}"


def short(value: RdfNode) -> str:
    """A term as a message shows it, cut where it is long.

    >>> short(rdflib.Literal("so"))
    "'so'"
    """
    words = notation(NamedNode(value)) if isinstance(value, URIRef) else repr(str(value))
    return words if len(words) <= _LONGEST else words[:_LONGEST] + "..."


def _looked_at(shapes: Graph) -> tuple[NamedNode, ...] | None:
    """The predicates that shapes can look at: those that they name; none where they may look at any."""
    if any((None, name, None) in shapes for name in (*_SPARQL, _CLOSED)):
        return None
    mentioned = {term for triple in shapes for term in (triple[0], triple[2]) if isinstance(term, URIRef)}
    return tuple(NamedNode(iri) for iri in sorted({*mentioned, RDF.type, RDFS.subClassOf}))


def _copied(store: Store, predicates: tuple[NamedNode, ...] | None = None) -> Graph:
    """The union of all graphs as an rdflib graph, with these predicates only: pySHACL is 18 times slower on Oxigraph."""
    graph = Graph()
    convert = lru_cache(maxsize=100_000)(_rdflib)
    for quad in _quads(store, predicates):
        if not isinstance(quad.subject, Triple) and not isinstance(quad.object, Triple):
            graph.add((convert(quad.subject), convert(quad.predicate), convert(quad.object)))
    return graph


def _quads(store: Store, predicates: tuple[NamedNode, ...] | None) -> Iterator[Quad]:
    for predicate in predicates or (None,):
        yield from store.quads_for_pattern(None, predicate, None, DefaultGraph())


def _rdflib(value: NamedNode | BlankNode | Literal) -> RdfNode:
    if isinstance(value, NamedNode):
        return URIRef(value.value)
    if isinstance(value, BlankNode):
        return BNode(value.value)
    if value.language:
        return rdflib.Literal(value.value, lang=value.language)
    return rdflib.Literal(value.value, datatype=URIRef(value.datatype.value))
