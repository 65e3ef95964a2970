"""Files -> graph: in memory, or in a folder with a shard for each document, the store, and what people open."""

from collections.abc import Iterator
from pathlib import Path

from rdflib import Dataset

from kg import __version__
from kg.cache import code_digest
from kg.explore import view as viewing
from kg.graph import claims as reading
from kg.graph import output, serialise, shard, store, triples
from kg.model import Actor, Claim, Document, Skipped
from kg.ontology import Ontology
from kg.ontology import load as load_ontology
from kg.pipeline.options import Built, Options, Paths
from kg.pipeline.reading import extracted

__all__ = ["build", "write_graph"]


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
        quad for document, _, claims in extracted(paths, chosen, [], ontology) for quad in triples.quads(document, claims, ontology)
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
        for document, reader, claims in extracted(paths, chosen, skipped, ontology)
    ]
    store.build(shards, store.place(folder))
    for stale in set(shard.shards(folder)) - set(shards):
        stale.unlink()
    return _write_outputs(folder, skipped)


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
