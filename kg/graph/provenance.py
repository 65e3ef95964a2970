"""The versions of what reads -> who made a graph, in PROV-O: the run, and the program, ontology and language model it read with."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from pyoxigraph import Literal, NamedNode, Quad

from kg.graph.describe import Value, facts
from kg.graph.terms import named, text

__all__ = ["Versions", "of_document", "of_graph"]


@dataclass(frozen=True, slots=True)
class Versions:
    """What reads, each in its version: together they decide what a document says.

    Attributes:
        program: The version of the program, with a hash of its code.
        ontology: A hash of the ontology.
        model: Name and version of the language model.
    """

    program: str
    ontology: str
    model: str


@dataclass(frozen=True, slots=True)
class _Tool:
    """What a run read with, and how PROV-O says so."""

    link: str
    kind: str
    label: str
    version: str

    @property
    def node(self) -> NamedNode:
        return _node(self.label, self.version)


def of_document(versions: Versions, document: str) -> Iterator[Quad]:
    """That a document was read, and with what, for the graph of the document.

    Args:
        versions: What read it.
        document: The id of the document.

    Returns:
        The quads.
    """
    node = named(f"doc:{document}")
    yield from _quads(versions, [("prov:used", node)], node)


def of_graph(versions: Versions, ended: str = "") -> Iterator[Quad]:
    """What the whole graph was put together with, for the graph `kg:runs`.

    Args:
        versions: What merged it.
        ended: When, in ISO 8601; empty where nobody asked: the same documents give the same graph, whenever it is built.

    Returns:
        The quads.

    >>> sorted(quad.object.value for quad in of_graph(Versions("0.1.0", "1c", "small-3.8.0"), "2031-05-02T10:00:00Z"))[0]
    '0.1.0'
    """
    time = Literal(ended, datatype=named("xsd:dateTime")) if ended else None
    yield from _quads(versions, [("prov:endedAtTime", time)], named("kg:runs"))


def _quads(versions: Versions, values: list[tuple[str, Value]], graph: NamedNode) -> Iterator[Quad]:
    tools = _tools(versions)
    run = _node(*(tool.node.value for tool in tools))
    links: list[tuple[str, Value]] = [(tool.link, tool.node) for tool in tools]
    found = [*facts(run, [("rdf:type", named("kg:Run")), ("rdf:type", named("prov:Activity")), *links, *values])]
    for tool in tools:
        kinds: list[tuple[str, Value]] = [("rdf:type", named("kg:Tool")), ("rdf:type", named(tool.kind))]
        found += facts(tool.node, [*kinds, ("rdfs:label", text(tool.label, "en")), ("owl:versionInfo", text(tool.version))])
    return (Quad(fact.subject, fact.predicate, fact.object, graph) for fact in found)


def _tools(versions: Versions) -> tuple[_Tool, ...]:
    model, _, version = versions.model.rpartition("-")
    return (
        _Tool("prov:wasAssociatedWith", "prov:SoftwareAgent", "kg", versions.program),
        _Tool("prov:used", "prov:Entity", "ontology of kg", versions.ontology),
        _Tool("prov:used", "prov:Entity", model, version),
    )


def _node(*parts: str) -> NamedNode:
    return named("run:" + sha256("\n".join(parts).encode()).hexdigest()[:16])
