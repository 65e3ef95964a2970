"""Files -> a shard for each: what is new or changed is read, what is known is left as it is."""

from collections.abc import Iterable
from dataclasses import astuple, dataclass, field, replace
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import Quad

from kg.errors import OutputError, ReadError
from kg.graph import provenance, shard, triples
from kg.graph.provenance import Versions
from kg.model import Document, Skipped
from kg.ontology import Ontology
from kg.ontology import load as load_ontology
from kg.pipeline.boundary import Failed, clear, guarded
from kg.pipeline.options import Options, Warned
from kg.pipeline.program import libraries
from kg.read import load as loading
from kg.read.files import File, read
from kg.read.words import PrintWords

if TYPE_CHECKING:
    from kg.extract.extractor import Extractor

__all__ = ["Updated", "held", "update"]

_SAME = "same text"


@dataclass(frozen=True, slots=True)
class Updated:
    """The shards of a folder after all is read.

    Attributes:
        shards: Those that a graph is built from.
        read: How many of them are of documents among the inputs.
        skipped: What was left out, and why.
        gone: How many documents were no longer among the inputs.
        warned: What was read, but not as it was meant, and why.
    """

    shards: tuple[Path, ...]
    read: int
    skipped: tuple[Skipped, ...]
    gone: int
    warned: tuple[Warned, ...] = ()


class _Reader:
    """What reads documents, loaded when the first of them needs it."""

    def __init__(self, options: Options) -> None:
        self._options = options

    @cached_property
    def ontology(self) -> Ontology:
        return load_ontology(self._options.ontology)

    @cached_property
    def words(self) -> PrintWords:
        return PrintWords.of(self.ontology.word_lists)

    @cached_property
    def extractor(self) -> "Extractor":
        from kg.pipeline.reading import extractor  # noqa: PLC0415 - the language model takes a second, and often nothing is new

        return extractor(self.ontology, self._options)


@dataclass(slots=True)
class _Work:
    """A folder that is brought up to date: the shards that it has, and the file that each text was found in first."""

    folder: Path
    reader: _Reader
    versions: Versions
    libraries: tuple[str, ...]
    known: dict[str, shard.Header]
    first: dict[str, File] = field(default_factory=dict)


def update(files: Iterable[File], folder: Path, options: Options, versions: Versions) -> Updated:
    """Bring the shards of a folder up to date: each file that is new or changed is read, and replaces what it said before.

    Args:
        files: The documents.
        folder: The output folder.
        options: The model, the ontology, whether to prune, and what to call for each document.
        versions: What reads: with the content of a file they decide whether it is read again.

    Returns:
        The shards, and what was left out.

    Raises:
        OutputError: The folder cannot be written.
        ModelError: The model cannot be loaded.
        OntologyError: The ontology is malformed.
    """
    work = _Work(folder, _Reader(options), versions, libraries(), _known(folder))
    logs = folder / ".kg" / "errors"
    skipped: list[Skipped] = []
    warned: list[Warned] = []
    names: set[str] = set()
    for file in files:
        name = shard.name(file.name)
        names.add(name)
        brought = guarded(file.path, partial(_bring, work, file), logs)
        if isinstance(brought, Failed):
            _remove(shard.path(folder, name))  # it is tried again, and an updated graph is that of a clean build
        if isinstance(brought, Skipped):
            skipped.append(brought)
        else:
            warned += [Warned(file.path, reason) for reason in brought.warnings]
            options.progress(loading.readable(file.name))
    clear(logs, (one.source for one in skipped if isinstance(one, Failed)))
    gone = _gone(work, names, prune=options.prune)
    shards = held(folder)
    return Updated(shards, sum(path.stem in names for path in shards), tuple(skipped), gone, tuple(warned))


def held(folder: Path) -> tuple[Path, ...]:
    """The shards of documents that the graph of a folder is built from, sorted by name.

    Raises:
        OutputError: What another layout left behind cannot be removed.
    """
    found = (name for name, about in _known(folder).items() if about.document and not about.skipped)
    return tuple(shard.path(folder, name) for name in sorted(found))


def _known(folder: Path) -> dict[str, shard.Header]:
    """The shards of documents by their names; what another layout left behind is removed."""
    known: dict[str, shard.Header] = {}
    for path in shard.shards(folder):
        about = shard.header(path)
        if about is None:
            _remove(path)
        elif about.source:
            known[path.stem] = about
    return known


def _bring(work: _Work, file: File) -> shard.Header | Skipped:
    """Bring the shard of one file up to date; a file that cannot be read just now keeps what was read of it before."""
    try:
        content = read(file.path)
    except ReadError as error:
        return Skipped(file.path, str(error))
    key = shard.key(content, loading.readable(file.name), (*astuple(work.versions), *work.libraries))
    about = work.known.get(shard.name(file.name))
    if about is None or about.key != key:
        return _read(work, file, content, shard.Header(key, loading.readable(file.name)))
    if not about.document:
        return Skipped(file.path, about.skipped)
    earlier = work.first.setdefault(about.document, file)
    if earlier is not file:
        return _same(work, file, earlier, about)
    return _read(work, file, content, about) if about.skipped else about


def _read(work: _Work, file: File, content: bytes, about: shard.Header) -> shard.Header | Skipped:
    """Read a file that is new or changed, or whose text stood in another file until now."""
    try:
        document = loading.of_file(content, file.path, work.reader.words, file.name)
    except ReadError as error:
        shard.write(work.folder, shard.name(file.name), [], shard.Header(about.key, about.source, "", str(error)))
        return Skipped(file.path, str(error))
    about = shard.Header(about.key, about.source, document.id, warnings=document.warnings)
    earlier = work.first.setdefault(document.id, file)
    if earlier is not file:
        return _same(work, file, earlier, about)
    shard.write(work.folder, shard.name(file.name), _quads(work, document), about)
    return about


def _same(work: _Work, file: File, earlier: File, about: shard.Header) -> Skipped:
    """Leave out what an earlier file says, too; the shard keeps nothing but whose text it is."""
    if not about.skipped:
        shard.write(work.folder, shard.name(file.name), [], replace(about, skipped=_SAME))
    return Skipped(file.path, f"{_SAME} as {earlier.path}")


def _quads(work: _Work, document: Document) -> list[Quad]:
    written = triples.quads(document, work.reader.extractor.claims(document), work.reader.ontology)
    return [*written, *provenance.of_document(work.versions, document.id)]


def _gone(work: _Work, names: set[str], *, prune: bool) -> int:
    """Count the documents that are no longer among the inputs, and drop them where that is asked for.

    A text that is among the inputs under another path has moved: it is not gone, and stands in the graph once.
    """
    gone = {name: about for name, about in work.known.items() if name not in names}
    moved = {name for name, about in gone.items() if about.skipped or about.document in work.first}
    for name in gone if prune else moved:
        _remove(shard.path(work.folder, name))
    return len(gone) - len(moved)


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise OutputError(f"{path}: {error.strerror or error}, a shard that can be removed was expected") from error
