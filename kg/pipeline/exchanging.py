"""Graphs that others made -> an output folder, beside what is there; an output folder -> a server, and back."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from pyoxigraph import BlankNode, Literal, Store

from kg.errors import GraphError
from kg.graph import claims as reading
from kg.graph import loaded, output, remote, store
from kg.graph.terms import named
from kg.graph.validate import validate
from kg.ontology import shipped
from kg.ontology.literals import unwritable
from kg.pipeline.answers import open_graph
from kg.pipeline.building import rebuild
from kg.pipeline.options import Built

__all__ = ["load_graphs", "pull", "push"]


def load_graphs(files: Iterable[Path], folder: Path) -> Built:
    """Take graphs that others made into an output folder; what is there stays.

    Args:
        files: Graph files, or output folders.
        folder: The output folder.

    Returns:
        What the folder has now.

    Raises:
        GraphError: A file is missing, malformed, or not of the shape of kg, or a document is there with another text; then nothing
            is written.
        OutputError: The folder cannot be written.
    """
    return _taken([(str(file), open_graph(file)) for file in files], folder)


def pull(url: str, folder: Path, names: Sequence[str] = (), *, timeout: float) -> Built:
    """Take graphs of a server into an output folder; what is there stays.

    Args:
        url: The address of a Graph Store.
        folder: The output folder.
        names: The IRIs of the graphs, or none for all.
        timeout: How many seconds the server may be silent.

    Returns:
        What the folder has now.

    Raises:
        RemoteError: The server cannot be reached, or does not do what it is asked.
        GraphError: The graphs are not of the shape of kg, or a document is there with another text; then nothing is written.
        OutputError: The folder cannot be written.
    """
    return _taken([(remote.shown(url), remote.pull(url, names, timeout=timeout))], folder)


def push(graph: Path, url: str, *, timeout: float) -> int:
    """Put every graph of an output folder or a graph file in its place on a server.

    Args:
        graph: The output folder, or a graph file.
        url: The address of a Graph Store.
        timeout: How many seconds the server may be silent.

    Returns:
        How many graphs were put.

    Raises:
        GraphError: There is no graph, or it is malformed.
        RemoteError: The server cannot be reached, or does not do what it is asked.
    """
    return remote.push(open_graph(graph), url, timeout=timeout)


def _taken(graphs: Sequence[tuple[str, Store]], folder: Path) -> Built:
    for name, graph in graphs:
        _check(name, graph)
    _agree(graphs, folder)

    def take() -> None:
        _agree(graphs, folder)  # somebody else may have written until the folder was free
        for _, graph in graphs:
            loaded.keep(loaded.homed(graph), folder / ".kg")

    return rebuild(output.folder(folder), first=take)


def _check(name: str, graph: Store) -> None:
    blank = next(
        (term for quad in graph for term in (quad.subject, quad.object, quad.graph_name) if isinstance(term, BlankNode)), None
    )
    if blank is not None:
        raise GraphError(f"{name}: has a node without a name, {blank}; an IRI was expected for each")
    for quad in graph:
        if isinstance(quad.object, Literal) and (character := unwritable(quad.object.value)):
            raise GraphError(f"{name}: {quad.subject} has the character {character}, text that XML can hold was expected")
    if found := validate(graph, shipped() / "shapes.ttl"):
        raise GraphError(f"{name}: not of the shape of kg, {len(found)} violations (kg validate lists them), the first: {found[0]}")
    if not _texts(graph):
        raise GraphError(f"{name}: has no documents, a graph with claims and their documents was expected")
    try:
        list(reading.claims(graph))
    except GraphError as error:
        raise GraphError(f"{name}: {error}") from error


def _agree(graphs: Iterable[tuple[str, Store]], folder: Path) -> None:
    """Make sure that a document has one text, in the folder and in all graphs."""
    there = _texts(store.open_read_only(folder)) if store.exists(folder) else {}
    for name, graph in graphs:
        texts = _texts(graph)
        for document in sorted(texts.keys() & there.keys()):
            if texts[document] != there[document]:
                raise GraphError(f"{name}: {document} is there with another text, the same text was expected for the same document")
        there |= texts


def _texts(graph: Store) -> dict[str, str]:
    quads = graph.quads_for_pattern(None, named("kg:text"), None, None)
    return {str(quad.subject): quad.object.value for quad in quads if isinstance(quad.object, Literal)}
