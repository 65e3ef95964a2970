"""Shards -> the embedded store that later commands open, and files or quads -> a store in memory."""

import os
import shutil
from collections.abc import Callable, Iterable, Sequence
from hashlib import sha256
from pathlib import Path

from pyoxigraph import NamedNode, Quad, RdfFormat, Store
from rdflib import Dataset

from kg.cache import code_digest
from kg.errors import GraphError, OutputError
from kg.graph.curation import Decision, digest, settled
from kg.graph.decide import decide
from kg.graph.duplicate import merge_claims
from kg.graph.merge import apply, described, judge, profiles
from kg.graph.output import folder, whole_file
from kg.graph.rdflib_store import UnitedStore
from kg.graph.shard import first_line, read_file
from kg.graph.union import describe_once, placed, unite
from kg.ontology import Ontology
from kg.ontology import load as load_ontology

__all__ = ["build", "dataset", "exists", "from_quads", "in_memory", "load_file", "merge_all", "open_read_only", "opens", "place"]

_CURRENT = "current"
Measure = Callable[[Store], Iterable[Quad]]


def place(output: Path) -> Path:
    """Where the store of an output folder lies."""
    return output / ".kg" / "store"


def _nothing(_: Store) -> Iterable[Quad]:
    return ()


def build(
    shards: Iterable[Path],
    target: Path,
    decisions: Sequence[Decision] = (),
    ontology: Ontology | None = None,
    measure: Measure = _nothing,
) -> None:
    """Build the store from shards, merge its actors, and put it in the place of the one before.

    A store is a folder of its own, named after what its shards hold and what was decided; the file `current` beside it says which
    one counts, and is replaced in one step. So readers see the old store or the new one, and a build that was killed leaves the old
    one. Nothing is done when the store of these shards and decisions is there.

    Args:
        shards: Paths of shards, in any order.
        target: The folder of stores, see `place`.
        decisions: What people decided of actors and claims, the oldest first.
        ontology: What is known, without one what is shipped.
        measure: What to add to the whole graph, once it is merged.

    Raises:
        GraphError: A shard is missing or malformed.
        OutputError: The folder cannot be written.
    """
    chosen = sorted(set(shards))
    known = ontology or load_ontology()
    name = _name(chosen, known.digest + digest(decisions))
    if _current(target) == name and _opens(target / name):
        return
    fresh = folder(target) / f"{name}.{os.getpid()}.new"
    try:
        _fill(fresh, chosen, decisions, known, measure)
        shutil.rmtree(target / name, ignore_errors=True)
        fresh.rename(target / name)
    except OSError as error:
        raise OutputError(f"{target}: {error.strerror or error}, a place for the store was expected") from error
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    _make_current(target, name)


def open_read_only(output: Path) -> Store:
    """Open the store of an output folder for reading; any number of processes may.

    Args:
        output: The folder that `kg build` wrote.

    Returns:
        The store.

    Raises:
        GraphError: There is no store, or it is damaged.
    """
    name = _current(place(output))
    if not name:
        raise GraphError(f"{output}: no graph there, the output folder of kg build was expected")
    try:
        return Store.read_only(str(place(output) / name))
    except OSError as error:
        if _current(place(output)) != name:  # a build has put another in its place just now
            return open_read_only(output)
        raise GraphError(f"{output}: the store is damaged ({error}), run kg build again") from error


def opens(output: Path) -> bool:
    """Whether the store of an output folder is there, and whole enough to be opened."""
    name = _current(place(output))
    return bool(name) and _opens(place(output) / name)


def exists(output: Path) -> bool:
    """Whether an output folder has a store."""
    return bool(_current(place(output)))


def dataset(store: Store) -> Dataset:
    """The same store as an rdflib dataset; its default graph is the union of all graphs.

    Args:
        store: A store.

    Returns:
        The dataset.

    >>> len(dataset(Store()))
    0
    """
    return Dataset(store=UnitedStore(store=store), default_union=True)


def in_memory(quads: Iterable[Quad], ontology: Ontology, decisions: Sequence[Decision] = (), measure: Measure = _nothing) -> Store:
    """Build a store in memory, as `build` does on disk.

    Args:
        quads: Documents and their claims.
        ontology: What is known.
        decisions: What people decided of actors and claims, the oldest first.
        measure: What to add to the whole graph, once it is merged.

    Returns:
        The store.
    """
    return _filled(Store(), quads, (decisions, ontology, measure))


def from_quads(quads: Iterable[Quad]) -> Store:
    """A store in memory, whose default graph is the union of its graphs.

    Args:
        quads: Its content.

    Returns:
        The store.

    >>> len(from_quads([]))
    0
    """
    store = Store()
    store.bulk_extend(quads)
    return unite(store)


def load_file(path: Path) -> Store:
    """Read a file in Turtle, TriG, N-Triples, N-Quads, JSON-LD or RDF/XML into memory.

    Args:
        path: The file; its ending says its format.

    Returns:
        The store.

    Raises:
        GraphError: The file is missing, malformed or in another format.
    """
    form = RdfFormat.from_extension(path.suffix.lstrip(".").lower())
    if form is None:
        raise GraphError(f"{path}: unknown format, one of .ttl .trig .nt .nq .jsonld .rdf was expected")
    store = Store()
    try:
        store.load(path=str(path), format=form)
    except SyntaxError as error:
        where = f"{path}:{error.lineno}" if error.lineno else str(path)
        raise GraphError(f"{where}: {error.msg}, {form.name} was expected") from error
    except OSError as error:
        raise GraphError(f"{path}: {error.strerror or error}, a readable file was expected") from error
    return unite(store)


def _name(shards: Iterable[Path], others: str) -> str:
    """A hash of what the shards hold, as their first lines tell, of the code that merges them, and of what else counts."""
    total = sha256(f"{code_digest()} {others}".encode())
    try:
        for shard in shards:
            total.update(shard.name.encode() + first_line(shard))
    except OSError as error:
        raise GraphError(f"{shard}: {error.strerror or error}, a shard was expected") from error
    return total.hexdigest()[:16]


def _make_current(target: Path, name: str) -> None:
    with whole_file(target / _CURRENT) as file:
        file.write(name.encode())
    for old in sorted(target.iterdir()):
        if old.is_dir() and old.name != name:
            shutil.rmtree(old, ignore_errors=True)


def _current(target: Path) -> str:
    try:
        return (target / _CURRENT).read_text(encoding="utf-8").strip()
    except OSError:
        return ""


def _opens(path: Path) -> bool:
    try:
        Store.read_only(str(path))
    except OSError:
        return False
    return True


def _fill(fresh: Path, shards: Iterable[Path], decisions: Sequence[Decision], ontology: Ontology, measure: Measure) -> None:
    shutil.rmtree(fresh, ignore_errors=True)
    quads = (quad for shard in shards for quad in read_file(shard))
    _filled(Store(str(fresh)), quads, (decisions, ontology, measure)).flush()


def _filled(store: Store, quads: Iterable[Quad], how: tuple[Sequence[Decision], Ontology, Measure]) -> Store:
    decisions, ontology, measure = how
    store.bulk_extend(quads)
    merge_all(store, decisions, ontology)
    describe_once(store)
    unite(store)
    measured = list(measure(store))
    store.extend([*measured, *placed(measured)])
    return store


def merge_all(store: Store, decisions: Sequence[Decision] = (), ontology: Ontology | None = None) -> None:
    """Make one of actors that are one, and of claims that copies of a sentence make, and put decisions into effect.

    Args:
        store: A writable store.
        decisions: What people decided, the oldest first.
        ontology: What is known, without one what is shipped.
    """
    kept = settled(decisions)
    known = ontology or load_ontology()
    found = judge(profiles(store, known), kept)
    touched: set[Quad] = set()
    for iri in sorted({iri for merge in found.merges for iri in (merge.alias, merge.actor)}):
        touched.update(store.quads_for_pattern(NamedNode(iri), None, None, None))
        touched.update(store.quads_for_pattern(None, None, NamedNode(iri), None))
    for quad in touched:
        store.remove(quad)
    touched.update(described(touched, found.merges, known))
    store.extend(apply(touched, found.merges, found.doubts))
    merge_claims(store)
    decide(store, [decision for decision in kept if decision not in found.overruled])
