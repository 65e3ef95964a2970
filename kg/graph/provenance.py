"""The versions of what reads -> who made a graph, in PROV-O: the run, and the program, ontology and language model it read with."""

from collections.abc import Iterable, Iterator
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
    """That the graph of a document is what a run read out of it, and with what.

    Args:
        versions: What read it.
        document: The id of the document.

    Returns:
        The quads, in the graph of the document.
    """
    graph = named(f"doc:{document}")
    run = _run(versions, document)
    yield Quad(graph, named("prov:wasGeneratedBy"), run, graph)
    yield from _quads(run, versions, [], graph)


def of_graph(versions: Versions, documents: Iterable[str], ended: str = "") -> Iterator[Quad]:
    """What the whole graph was put together with, for the graph `kg:runs`.

    A run is named after all that is said of it, and after what it made, so that two graphs never say different things of one run.

    Args:
        versions: What merged it.
        documents: The ids of the documents that it was put together of.
        ended: When, in ISO 8601; empty where nobody asked: the same documents give the same graph, whenever it is built.

    Returns:
        The quads.

    >>> sorted(quad.object.value for quad in of_graph(Versions("0.1.0", "1c", "small-3.8.0"), ["0f"], "2031-05-02T10:00:00Z"))[0]
    '0.1.0'
    """
    time = Literal(ended, datatype=named("xsd:dateTime")) if ended else None
    run = _run(versions, *sorted(set(documents)), ended)
    yield from _quads(run, versions, [("prov:endedAtTime", time)], named("kg:runs"))


def _run(versions: Versions, *about: str) -> NamedNode:
    return _node(*(tool.node.value for tool in _tools(versions)), *about)


def _quads(run: NamedNode, versions: Versions, values: list[tuple[str, Value]], graph: NamedNode) -> Iterator[Quad]:
    tools = _tools(versions)
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
