"""Files -> graph: in memory, or in a folder with a shard for each document, the store, and what people open."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import astuple, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import Quad, Store

from kg import __version__
from kg.errors import ReadError
from kg.graph import curation, loaded, output, provenance, serialise, shard, store, triples
from kg.graph.about import about
from kg.graph.curation import Decision
from kg.graph.decide import idle
from kg.graph.lock import alone
from kg.graph.provenance import Versions
from kg.model import Actor, Document
from kg.ontology import Ontology
from kg.ontology import load as load_ontology
from kg.pipeline import record
from kg.pipeline.options import Built, Options, Paths, Remarks, reasons
from kg.pipeline.program import versions, writers
from kg.pipeline.updating import Updated, held, update
from kg.read.files import find

if TYPE_CHECKING:
    from rdflib import Dataset

    from kg.explore.analysis.whole import Whole
    from kg.extract.extractor import Extractor

__all__ = ["build", "rebuild", "write_graph"]

_FILES = ("graph.trig", "graph.ttl", "graph.html", "report.html", "analysis.ttl")
_Parts = tuple[Sequence[Path], Sequence[Decision]]
_RUN = "run"  # the shard that says what built the graph; those of documents have longer names


def build(paths: Paths, options: Options | None = None) -> "Dataset":
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
    return store.dataset(store.in_memory(_in_memory(paths, chosen, ontology), ontology, measure=_Measuring()))


def _in_memory(paths: Paths, options: Options, ontology: Ontology) -> Iterator[Quad]:
    from kg.pipeline.reading import extracted  # noqa: PLC0415 - the language model takes a second, and often nothing is new

    used, known = versions(options), []

    def read(reader: "Extractor", document: Document) -> list[Quad]:
        return triples.quads(document, reader.claims(document), ontology)

    for document, quads in extracted(paths, options, read, Remarks(), ontology):
        known.append(document.id)
        yield from quads
        yield from provenance.of_document(used, document.id)
    yield from provenance.of_graph(used, known)


def write_graph(paths: Paths, folder: Path, options: Options | None = None) -> Built:
    """Bring an output folder up to date: a shard for each document, the store, the graph as TriG and Turtle, and the page.

    Only documents that are new or changed are read. What is written takes its place whole: a build that is killed at any moment
    leaves every file as it was or as it is to be, and the next build goes on from there.

    Args:
        paths: Files and folders; "-" is standard input.
        folder: Where to write; one build at a time does.
        options: How to read, and how to build.

    Returns:
        What was done.

    Raises:
        ReadError: A path does not exist, or none of the documents can be read.
        OutputError: The folder cannot be written, or another build does so for too long.
        GraphError: A shard or a decision is malformed.
        ModelError: The model cannot be loaded.
        OntologyError: The ontology is malformed.
    """
    chosen = options or Options()
    output.folder(folder)
    with alone(folder, wait=chosen.wait, waiting=chosen.note):
        output.clear(folder)
        named = [paths] if isinstance(paths, str | Path) else paths
        updated = update(find(map(str, named)), folder, chosen, versions(chosen))
        if not updated.read:
            raise ReadError(f"no document could be read: {reasons(updated.skipped)}")
        return _bring(folder, updated, chosen)


def rebuild(folder: Path, options: Options | None = None, *, first: Callable[[], None] | None = None) -> Built:
    """Make the graph of an output folder anew from what was read, loaded and decided before; no document is read.

    A graph that has a stamp gets a new one.

    Args:
        folder: The output folder.
        options: The ontology, and how to build.
        first: Changes what was loaded or decided; is called when nobody else writes there, and nothing is built where it raises.

    Returns:
        What was done.

    Raises:
        OutputError: The folder cannot be written, or another build does so for too long.
        GraphError: A shard or a decision is malformed.
        ModelError: There is no such model.
        OntologyError: The ontology is malformed.
    """
    chosen = options or Options()
    with alone(folder, wait=chosen.wait, waiting=chosen.note):
        output.clear(folder)
        if first is not None:
            first()
        before = record.read(folder)
        stamped = replace(chosen, stamp=chosen.stamp or bool(before and before.stamp))
        return _bring(folder, Updated(held(folder), 0, (), 0), stamped)


def _bring(folder: Path, updated: Updated, options: Options) -> Built:
    used = versions(options)
    shards = (*updated.shards, *loaded.files(folder / ".kg"))
    decisions = curation.decisions(options.curation or folder / curation.FILE)
    basis = record.basis(shards, (*astuple(used), *writers(), curation.digest(decisions)))
    before = record.read(folder)
    if before and _holds(before, basis, folder, stamp=options.stamp):
        return _built(before, folder, updated, changed=False)
    return _built(_write(folder, (shards, decisions), basis, (used, options)), folder, updated, changed=True)


def _holds(before: record.Record, basis: str, folder: Path, *, stamp: bool) -> bool:
    """Whether a build would write what is there already."""
    return (before.basis, bool(before.stamp)) == (basis, stamp) and record.whole(folder, before) and store.opens(folder)


def _write(folder: Path, parts: _Parts, basis: str, about: tuple[Versions, Options]) -> record.Record:
    """Build the store, then all that is made from it, and at last say so."""
    (shards, decisions), (used, options) = parts, about
    stamp = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if options.stamp else ""
    run = shard.write(folder, _RUN, provenance.of_graph(used, _documents(shards), stamp))
    measuring = _Measuring()
    store.build([*shards, run], store.place(folder), decisions, load_ontology(options.ontology), measuring)
    for decision, why in idle(store.open_read_only(folder), decisions).items():
        options.note(f"{decision.place}: {decision} has no effect: {why}")
    with output.publish(folder) as made:
        counts = _outputs(store.open_read_only(folder), measuring, made)
        files = record.digests(made / name for name in _FILES)
    written = record.Record(basis, stamp, counts, files)
    record.write(folder, written)
    return written


def _documents(shards: Iterable[Path]) -> Iterator[str]:
    """The ids of the documents of shards, and of graphs that were taken in."""
    for path in shards:
        about = shard.header(path)
        yield from [about.document] if about else loaded.documents(path)


class _Measuring:
    """Reads a graph and measures it when it is first asked; what is written from the graph afterwards finds that done."""

    def __init__(self) -> None:
        self._found: Whole | None = None

    def of(self, graph: Store) -> "Whole":
        from kg.explore.analysis.whole import whole  # noqa: PLC0415 - see _outputs

        self._found = self._found or whole(graph)
        return self._found

    def __call__(self, graph: Store) -> list[Quad]:
        from kg.explore.analysis.statements import statements  # noqa: PLC0415 - see _outputs

        return statements(self.of(graph).analysis)


def _outputs(graph: Store, measuring: _Measuring, made: Path) -> tuple[int, int, int, int]:
    from kg.explore import printed, view  # noqa: PLC0415 - a quarter of a second that a build after no change does not need

    serialise.trig(graph, made / _FILES[0])
    serialise.turtle(graph, made / _FILES[1])
    found = measuring.of(graph)
    claims, documents = found.claims, found.documents
    view.view(claims, documents, made / _FILES[2], about=about(graph))
    printed.write_report(found, made / _FILES[3], version=__version__)
    serialise.analysis(graph, made / _FILES[4])
    kinds = {argument.entity for claim in claims for argument in (claim.subject, claim.object, *claim.issues)}
    actors = sum(isinstance(entity, Actor) for entity in kinds)
    return len(documents), len(claims), actors, len(kinds) - actors


def _built(written: record.Record, folder: Path, updated: Updated, *, changed: bool) -> Built:
    files = tuple(folder / name for name in _FILES)
    return Built(*written.counts, updated.skipped, files, updated.gone, changed, updated.warned)
