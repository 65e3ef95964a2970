"""A folder or a file -> its graph -> answers: queries, the page, other formats."""

from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph
from rdflib import Dataset

from kg.errors import GraphError
from kg.explore import diff as comparing
from kg.explore import export as exporting
from kg.explore import query as querying
from kg.explore.diff import Difference
from kg.graph import claims as reading
from kg.graph import store
from kg.graph.about import about
from kg.ontology import load as load_ontology

if TYPE_CHECKING:
    from kg.explore.part import Part

__all__ = ["compare", "load", "open_graph", "query", "save", "view"]


def open_graph(path: Path) -> pyoxigraph.Store:
    """Open the output folder of a build, or a graph file.

    Args:
        path: A folder that `kg build` wrote, or a file in Turtle, TriG, N-Quads, JSON-LD or RDF/XML.

    Returns:
        The store.

    Raises:
        GraphError: There is no graph, or it is malformed.
    """
    return store.open_read_only(path) if path.is_dir() or not path.exists() else store.load_file(path)


def load(path: Path | str) -> Dataset:
    """Open the output folder of a build, or a graph file, as an rdflib dataset.

    Args:
        path: The folder or file.

    Returns:
        The graph.

    Raises:
        GraphError: There is no graph, or it is malformed.
    """
    return store.dataset(open_graph(Path(path)))


def query(graph: Dataset, sparql: str, *, timeout: float = 60.0, memory: int = 1024) -> querying.QueryResult:
    """Ask a graph; the common prefixes need no declaration.

    Args:
        graph: What `build` or `load` gave.
        sparql: A SPARQL 1.1 query.
        timeout: How many seconds it may take; 0 is without limit.
        memory: How many megabytes it may take, on Linux; 0 is without limit.

    Returns:
        Rows, a yes or no, or triples.

    Raises:
        QueryError: The query is malformed, asks for what is not allowed, takes more than it may, or breaks the engine: it runs in a
            process of its own, which it does not survive.
    """
    return querying.query(_inner(graph), sparql, querying.Limits(timeout, memory))


def view(graph: Dataset, path: Path | str, part: "Part | None" = None, *, ontology: Path | None = None) -> None:
    """Write the page of a graph.

    Args:
        graph: What `build` or `load` gave.
        path: The HTML file to write.
        part: What of it the page shows; all, unless it says otherwise.
        ontology: A folder of Turtle with further names.

    Raises:
        OutputError: The file cannot be written.
        QueryError: The part names what is not in the graph, or a date that is none.
        OntologyError: The ontology is malformed.
    """
    from kg.explore import part as choosing  # noqa: PLC0415 - what draws takes a tenth of a second, and most answers are no page
    from kg.explore import view as viewing  # noqa: PLC0415
    from kg.explore.lookup import Names  # noqa: PLC0415

    inner, wanted = _inner(graph), part or choosing.Part()
    documents = reading.documents(inner)
    names = Names(inner, load_ontology(ontology))
    claims = choosing.part(list(reading.claims(inner)), documents, wanted, names)
    heading = viewing.Heading(part=choosing.described(wanted))
    viewing.view(claims, documents, Path(path), heading=heading, about=about(inner))


def compare(before: Path, after: Path, path: Path | None = None) -> Difference:
    """What changed from one graph to another, and the page that shows it.

    Args:
        before: The output folder of a build, or a graph file.
        after: Another one.
        path: The HTML file to write, if any.

    Returns:
        The difference, as claims.

    Raises:
        GraphError: There is no graph, or it is malformed.
        OutputError: The file cannot be written.
    """
    old, new = open_graph(before), open_graph(after)
    claims = list(reading.claims(new))
    found = comparing.diff(reading.claims(old), claims)
    if path is not None:
        from kg.explore import view as viewing  # noqa: PLC0415 - see view

        heading = viewing.Heading("What changed", f"from {before} to {after}", found)
        documents = {**reading.documents(old), **reading.documents(new)}
        viewing.view(claims, documents, path, heading=heading, about={**about(old), **about(new)})
    return found


def save(graph: Dataset, path: Path | str, *, evidence: str = "quotes") -> tuple[Path, ...]:
    """Write a graph in the format that the name of the file asks for.

    Args:
        graph: What `build` or `load` gave.
        path: The file to write: .ttl, .trig, .nq, .jsonld, .rdf, .graphml, .gexf or .csv.
        evidence: In RDF, "oa" adds the quotes as Web Annotations.

    Returns:
        The files that were written: for .csv, nodes.csv and edges.csv beside it.

    Raises:
        OutputError: The suffix belongs to no format, the format cannot hold that evidence, or the file cannot be written.
    """
    inner, form = _inner(graph), exporting.format_of(Path(path))
    return exporting.export(exporting.with_evidence(inner, evidence, form), reading.claims(inner), form, Path(path))


def _inner(graph: Dataset) -> pyoxigraph.Store:
    inner = getattr(graph.store, "_inner", None)
    if not isinstance(inner, pyoxigraph.Store):
        raise GraphError(f"{type(graph.store).__name__}: a graph of kg.build or kg.load was expected")
    return inner
