"""Files -> claims -> graph -> outputs: the one place that knows the order of the rooms."""

import gc
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pyoxigraph
from rdflib import Dataset

from kg import __version__
from kg.cache import code_digest
from kg.errors import GraphError, ReadError
from kg.explore import export as exporting
from kg.explore import query as querying
from kg.explore import view as viewing
from kg.extract.extractor import Extractor
from kg.extract.parse import DEFAULT_MODEL
from kg.graph import claims as reading
from kg.graph import output, serialise, shard, store, triples
from kg.model import Actor, Attribution, Claim, Document, Skipped
from kg.ontology import Ontology
from kg.ontology import load as load_ontology
from kg.read import load as loading
from kg.read.words import PrintWords

__all__ = [
    "Built",
    "Options",
    "attributions",
    "build",
    "documents",
    "extract",
    "extractor",
    "load",
    "open_graph",
    "query",
    "save",
    "view",
    "write_graph",
]

Paths = Iterable[str | Path] | str | Path

_REASONS = 3  # of documents that were left out, in one line


@dataclass(frozen=True, slots=True)
class Options:
    """How to read: the language model, a folder that adds to the ontology, and what to call for each document that is done."""

    model: str = DEFAULT_MODEL
    ontology: Path | None = None
    progress: Callable[[str], None] = field(default=lambda _source: None)


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did: counts, what was left out, and the files that it wrote."""

    documents: int
    claims: int
    actors: int
    issues: int
    skipped: tuple[Skipped, ...]
    files: tuple[Path, ...]


def extract(
    paths: Paths, options: Options | None = None, *, candidates: bool = False, skipped: list[Skipped] | None = None
) -> Iterator[Claim]:
    """Read the claims of documents, one after the other.

    Args:
        paths: Files and folders; "-" is standard input.
        options: The model and the ontology.
        candidates: Whether to add candidates: claims of which only the words are certain, not who does it to whom.
        skipped: Takes the documents that were left out.

    Yields:
        Claims, in the order of documents and sentences.

    Raises:
        ReadError: A path does not exist, or none of the documents can be read.
        ModelError: The model cannot be loaded.
        OntologyError: The ontology is malformed.
    """
    for document, reader, _ in _extracted(paths, options or Options(), [] if skipped is None else skipped):
        yield from reader.claims(document, candidates=candidates)


def documents(
    paths: Paths, options: Options | None = None, *, skipped: list[Skipped] | None = None
) -> Iterator[tuple[Document, Iterator[Claim]]]:
    """Read documents, each with its claims.

    Args:
        paths: Files and folders; "-" is standard input.
        options: The model and the ontology.
        skipped: Takes the documents that were left out.

    Yields:
        Documents in their order, with claims in the order of their sentences.

    Raises:
        ReadError: A path does not exist, or none of the documents can be read.
        ModelError: The model cannot be loaded.
        OntologyError: The ontology is malformed.
    """
    for document, _, claims in _extracted(paths, options or Options(), [] if skipped is None else skipped):
        yield document, claims


def attributions(
    paths: Paths, options: Options | None = None, *, skipped: list[Skipped] | None = None
) -> Iterator[tuple[Document, Attribution]]:
    """Read who says what, with a claim inside or not.

    Args:
        paths: Files and folders; "-" is standard input.
        options: The model and the ontology.
        skipped: Takes the documents that were left out.

    Yields:
        Attributions with their documents, in the order of documents and cues.

    Raises:
        ReadError: A path does not exist, or none of the documents can be read.
        ModelError: The model cannot be loaded.
        OntologyError: The ontology is malformed.
    """
    for document, reader, _ in _extracted(paths, options or Options(), [] if skipped is None else skipped):
        for attribution in reader.attributions(document):
            yield document, attribution


def extractor(ontology: Ontology, options: Options) -> Extractor:
    """Load the language model.

    Args:
        ontology: What is known.
        options: Which model.

    Returns:
        What reads claims.

    Raises:
        ModelError: The model cannot be loaded.
        OntologyError: A frame or an entry cannot be read.
    """
    loaded = Extractor(ontology, options.model)
    gc.freeze()  # names and model stay for good: the collector need not go through them again and again
    return loaded


def build(paths: Paths, options: Options | None = None) -> Dataset:
    """Read documents into a graph in memory.

    Args:
        paths: Files and folders; "-" is standard input.
        options: The model and the ontology.

    Returns:
        The graph: one named graph for each document; a query sees their union.

    Raises:
        ReadError: A path does not exist, or none of the documents can be read.
        ModelError: The model cannot be loaded.
        OntologyError: The ontology is malformed.
    """
    chosen = options or Options()
    ontology = load_ontology(chosen.ontology)
    graph = store.from_quads(
        quad
        for document, _, claims in _extracted(paths, chosen, [], ontology)
        for quad in triples.quads(document, claims, ontology)
    )
    store.merge_actors(graph)
    return store.dataset(graph)


def write_graph(paths: Paths, folder: Path, options: Options | None = None) -> Built:
    """Read documents and write everything: a shard each, the store, the graph as TriG and Turtle, and the page.

    Documents whose shard is there are not read again; shards of other documents are removed.

    Args:
        paths: Files and folders; "-" is standard input.
        folder: Where to write.
        options: The model, the ontology, and what to call for each document.

    Returns:
        What was done.

    Raises:
        ReadError: A path does not exist, or none of the documents can be read.
        OutputError: The folder cannot be written.
        ModelError: The model cannot be loaded.
        OntologyError: The ontology is malformed.
    """
    chosen = options or Options()
    output.folder(folder)
    ontology = load_ontology(chosen.ontology)
    skipped: list[Skipped] = []
    about = (ontology, _program())
    shards = [
        _write_shard(document, claims, folder, (*about, reader.model))
        for document, reader, claims in _extracted(paths, chosen, skipped, ontology)
    ]
    store.build(shards, store.place(folder))
    for stale in set(shard.shards(folder)) - set(shards):
        stale.unlink()
    return _write_outputs(folder, skipped)


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


def query(graph: Dataset, sparql: str) -> querying.QueryResult:
    """Ask a graph; the common prefixes need no declaration.

    Args:
        graph: What `build` or `load` gave.
        sparql: A SPARQL 1.1 query.

    Returns:
        Rows, a yes or no, or triples.

    Raises:
        QueryError: The query is malformed, or asks for what is not allowed.
    """
    return querying.query(_inner(graph), sparql)


def view(graph: Dataset, path: Path | str) -> None:
    """Write the page of a graph.

    Args:
        graph: What `build` or `load` gave.
        path: The HTML file to write.

    Raises:
        OutputError: The file cannot be written.
    """
    inner = _inner(graph)
    viewing.view(list(reading.claims(inner)), reading.documents(inner), Path(path))


def save(graph: Dataset, path: Path | str) -> tuple[Path, ...]:
    """Write a graph in the format that the name of the file asks for.

    Args:
        graph: What `build` or `load` gave.
        path: The file to write: .ttl, .trig, .nq, .jsonld, .rdf, .graphml, .gexf or .csv.

    Returns:
        The files that were written: for .csv, nodes.csv and edges.csv beside it.

    Raises:
        OutputError: The suffix belongs to no format, or the file cannot be written.
    """
    inner = _inner(graph)
    return exporting.export(inner, reading.claims(inner), exporting.format_of(Path(path)), Path(path))


def _inner(graph: Dataset) -> pyoxigraph.Store:
    inner = getattr(graph.store, "_inner", None)
    if not isinstance(inner, pyoxigraph.Store):
        raise GraphError(f"{type(graph.store).__name__}: a graph of kg.build or kg.load was expected")
    return inner


def _extracted(
    paths: Paths, options: Options, skipped: list[Skipped], ontology: Ontology | None = None
) -> Iterator[tuple[Document, Extractor, Iterator[Claim]]]:
    reader: Extractor | None = None
    known = ontology or load_ontology(options.ontology)
    named = [paths] if isinstance(paths, str | Path) else paths
    for item in loading.documents(map(str, named), words=PrintWords.of(known.word_lists)):
        if isinstance(item, Skipped):
            skipped.append(item)
            continue
        if reader is None:
            reader = extractor(known, options)
        yield item, reader, reader.claims(item)
        options.progress(item.source)
    if reader is None:
        raise ReadError(f"no document could be read: {_reasons(skipped)}")


def _reasons(skipped: list[Skipped]) -> str:
    """Why documents were left out: the first of them in words, the others as a number."""
    others = [f"and {len(skipped) - _REASONS} more"] if len(skipped) > _REASONS else []
    return "; ".join([f"{item.source}: {item.reason}" for item in skipped[:_REASONS]] + others)


def _write_shard(document: Document, claims: Iterator[Claim], folder: Path, about: tuple[Ontology, str, str]) -> Path:
    ontology, program, model = about
    key = shard.key(document, ontology=ontology.digest, version=program, model=model)
    if not shard.exists(folder, key):
        shard.write(folder, key, triples.quads(document, claims, ontology))
    return shard.path(folder, key)


def _program() -> str:
    """The version of the program with a hash of its code, so that no shard of other code is taken for its own."""
    return f"{__version__}+{code_digest()}"


def _write_outputs(folder: Path, skipped: list[Skipped]) -> Built:
    graph = store.open_read_only(folder)
    files = (folder / "graph.trig", folder / "graph.ttl", folder / "graph.html")
    serialise.trig(graph, files[0])
    serialise.turtle(graph, files[1])
    claims, documents = list(reading.claims(graph)), reading.documents(graph)
    viewing.view(claims, documents, files[2])
    kinds = {argument.entity for claim in claims for argument in (claim.subject, claim.object, *claim.issues)}
    actors = sum(isinstance(entity, Actor) for entity in kinds)
    return Built(len(documents), len(claims), actors, len(kinds) - actors, tuple(skipped), files)
