"""Graphs that others made -> files beside the shards, with each statement in the graph of its document."""

from collections import defaultdict
from collections.abc import Iterable
from hashlib import sha256
from itertools import product
from pathlib import Path

from pyoxigraph import BlankNode, NamedNode, Quad, RdfFormat, Store, Triple, serialize

from kg.graph.node import GraphName
from kg.graph.output import whole_file
from kg.graph.shard import read_file
from kg.graph.terms import named
from kg.graph.union import ENTITIES, is_measured, statements
from kg.ontology import PREFIXES, local_name

__all__ = ["documents", "files", "homed", "keep"]

Owners = dict[object, set[NamedNode]]

_BESIDE = frozenset(
    map(named, ("kg:country", "kg:contrary", "skos:exactMatch"))
)  # an actor belongs to a document that speaks of it, not its country; nor does what is contrary to what it says
_ENDED = named("prov:endedAtTime")
_EDGE = ("rdf:subject", "rdf:predicate", "rdf:object")
_FACT = (("kg:polarity", "kg:affirmed"), ("kg:factuality", "kg:actual"))


def files(kept: Path) -> list[Path]:
    """The files that were kept in a folder of them, sorted."""
    return sorted((kept / "loaded").glob("*.nq"))


def documents(file: Path) -> set[str]:
    """The ids of the documents that a file has.

    Args:
        file: One that was kept.

    Returns:
        The ids.

    Raises:
        GraphError: It is missing or malformed.
    """
    kind, document = named("rdf:type"), named("kg:Document")
    found = (quad.subject for quad in read_file(file) if (quad.predicate, quad.object) == (kind, document))
    return {local_name(node.value) for node in found if isinstance(node, NamedNode)}


def keep(quads: Iterable[Quad], kept: Path) -> Path:
    """Keep a graph; the same graph again is the same file.

    Args:
        quads: The graph.
        kept: The folder `.kg` of an output folder.

    Returns:
        The file.

    Raises:
        OutputError: The file cannot be written.
    """
    lines = sorted((serialize(set(quads), format=RdfFormat.N_QUADS) or b"").splitlines(keepends=True))
    path = kept / "loaded" / f"{sha256(b''.join(lines)).hexdigest()[:32]}.nq"
    with whole_file(path) as file:
        file.writelines(lines)
    return path


def homed(store: Store) -> set[Quad]:
    """Put each statement into the graph of the document that it belongs to, as a build does.

    Turtle has no graphs, and others may name theirs otherwise. A claim, a quote, an attribution belongs to the document that it
    names; actors, issues, relation types and what else they lead to belong to the document of the claim; a plain edge to that of
    the claim which says so. What belongs to no document stays where it is. What was measured in the graph is left out: together
    with what is there, it is measured anew.

    Args:
        store: A graph.

    Returns:
        All its statements, each in the graphs where a build would have it.
    """
    typed = store.quads_for_pattern(None, named("rdf:type"), named("kg:Document"), None)
    documents = {quad.subject for quad in typed if isinstance(quad.subject, NamedNode)}
    own = {graph for graph in store.named_graphs() if graph in documents or graph.value.startswith(PREFIXES["kg"])}
    own -= {named(ENTITIES)}  # what stands there belongs to the documents that speak of it
    kept = [quad for quad in statements(store) if not is_measured(quad.subject)]
    at_home = {quad for quad in kept if quad.graph_name in own}
    strays = [quad for quad in kept if quad.graph_name not in own]
    pooled = Store()
    pooled.bulk_extend(Quad(quad.subject, quad.predicate, quad.object) for quad in (kept if strays else ()))
    owners = _owners(pooled, documents)
    asserted = _asserted(pooled, owners)
    return at_home | {
        Quad(quad.subject, quad.predicate, quad.object, graph)
        for quad in strays
        for graph in _homes(quad, owners, asserted, documents)
    }


def _homes(quad: Quad, owners: Owners, asserted: dict[Triple, set[NamedNode]], documents: set[NamedNode]) -> Iterable[GraphName]:
    if isinstance(quad.object, NamedNode) and quad.object in documents:
        return {quad.object}
    if quad.predicate == _ENDED:
        return {named("kg:runs")}
    found = asserted.get(quad.triple, set()) if _is_edge(quad) else owners.get(quad.subject, set())
    return found or ({quad.graph_name} - {named(ENTITIES)})  # whom nobody speaks of need not be described


def _owners(pooled: Store, documents: set[NamedNode]) -> Owners:
    """Subject -> the documents that it belongs to: those that it names, or those of what leads to it."""
    owners: Owners = defaultdict(set)
    for document in documents:
        owners[document].add(document)
        for quad in pooled.quads_for_pattern(None, None, document, None):
            owners[quad.subject].add(document)
    naming, pending, links = set(owners), list(owners), _links(pooled)
    while pending:
        subject = pending.pop()
        for linked in links[subject] - naming:
            if not owners[subject] <= owners[linked]:
                owners[linked] |= owners[subject]
                pending.append(linked)
    for quad in pooled.quads_for_pattern(None, named("rdf:type"), named("kg:Merge"), None):
        owners[quad.subject] = {named("kg:merges")}
    for quad in pooled.quads_for_pattern(None, named("rdf:type"), named("kg:Run"), None):
        owners[quad.subject] = owners[quad.subject] or {named("kg:runs")}
    return owners


def _links(pooled: Store) -> dict[object, set[object]]:
    """Subject -> the subjects that it leads to, but not by a plain edge."""
    links: dict[object, set[object]] = defaultdict(set)
    for quad in pooled:
        if isinstance(quad.object, NamedNode) and not _is_edge(quad) and quad.predicate not in _BESIDE:
            links[quad.subject].add(quad.object)
    return links


def _asserted(pooled: Store, owners: Owners) -> dict[Triple, set[NamedNode]]:
    """Plain edge -> the documents whose claims say so."""
    found: dict[Triple, set[NamedNode]] = defaultdict(set)
    for quad in pooled.quads_for_pattern(None, named("rdf:type"), named("kg:Claim"), None):
        if all(Quad(quad.subject, named(name), named(value)) in pooled for name, value in _FACT):
            subjects, predicates, targets = (_values(pooled, quad.subject, name) for name in _EDGE)
            for subject, predicate, target in product(subjects, predicates, targets):
                found[Triple(subject, predicate, target)] |= owners[quad.subject]
    return found


def _values(pooled: Store, node: NamedNode | BlankNode | Triple, name: str) -> list[NamedNode]:
    quads = pooled.quads_for_pattern(node, named(name), None, None)
    return [quad.object for quad in quads if isinstance(quad.object, NamedNode)]


def _is_edge(quad: Quad) -> bool:
    return quad.predicate.value.startswith(PREFIXES["rel"])
