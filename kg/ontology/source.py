"""Turtle files -> statements by subject, with the file and line of each entry for errors."""

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from kg.errors import OntologyError
from kg.ontology.literals import unwritable
from kg.ontology.namespaces import PREFIXES, local_name

__all__ = ["Entry", "Source", "files_of", "read_folders", "read_triples", "shipped"]

_SHAPES = "shapes.ttl"

Statements = dict[str, dict[str, list[str]]]


def shipped() -> Path:
    """The folder of the ontology that comes with kg: inside an installed package, beside it in a checkout."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "_ontology"
    return installed if installed.is_dir() else package.parent / "ontology"


@dataclass(frozen=True, slots=True)
class Source:
    """The files of an ontology, in the order in which they were read."""

    files: tuple[Path, ...]

    def where(self, iri: str, text: str = "") -> str:
        """File and line of the last entry of `iri`, or of `text` inside or after it.

        Args:
            iri: The subject of the entry.
            text: A literal of the entry, to be more exact.

        Returns:
            `path:line`, or the IRI where no file names it.
        """
        names = [f"{prefix}:{iri.removeprefix(base)}" for prefix, base in PREFIXES.items() if iri.startswith(base)] + [f"<{iri}>"]
        pattern = re.compile(rf"^(?:{'|'.join(map(re.escape, names))})(?=[\s;])", re.MULTILINE)
        entry = iri
        for path in reversed(self.files):
            content = path.read_text(encoding="utf-8")
            if match := pattern.search(content):
                at = content.find(f'"{text}"', match.start())
                place = f"{path}:{content.count(chr(10), 0, max(at, match.start())) + 1}"
                if at >= 0 or not text:
                    return place
                entry = place if entry == iri else entry  # it may be described in several files, only one of which has the text
        return entry

    def digest(self) -> str:
        """A hash of the names and contents of the files."""
        total = hashlib.sha256()
        for path in self.files:
            content = path.read_bytes()
            total.update(f"{path.name}\n{len(content)}\n".encode() + content)
        return total.hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Entry:
    """What the ontology says of one term: values by the local name of the property."""

    iri: str
    values: Mapping[str, list[str]]
    source: Source

    def all(self, name: str) -> tuple[str, ...]:
        """The values of a property, sorted."""
        return tuple(self.values.get(name, ()))

    def one(self, name: str, default: str | None = None) -> str:
        """The only value of a property.

        Raises:
            OntologyError: There is none and no default was given, or there are several.
        """
        values = self.values.get(name, [])
        if len(values) > 1:
            raise self.error(f"has {len(values)} values of {name}, one was expected", values[1])
        if not values and default is None:
            raise self.error(f"has no {name}, one was expected")
        return values[0] if values else default or ""

    def sign(self, name: str) -> int | None:
        """The value as a sign, which may be missing.

        Raises:
            OntologyError: It is not -1, 0 or 1, or there are several.
        """
        value = self.one(name, "")
        if value not in {"", "-1", "0", "1"}:
            raise self.error(f"has {name} {value}, one of -1, 0, 1 was expected")
        return int(value) if value else None

    def error(self, message: str, text: str = "") -> OntologyError:
        """An error that names this entry with its file and line."""
        return OntologyError(f"{self.source.where(self.iri, text)}: {local_name(self.iri)} {message}")


def files_of(folders: Iterable[Path]) -> Source:
    """The Turtle files of the folders, in the order in which they are read.

    Raises:
        OntologyError: A folder has none.
    """
    files: list[Path] = []
    for folder in folders:
        found = sorted(folder.rglob("*.ttl"))
        if not found:
            raise OntologyError(f"{folder}: no ontology there, a folder with Turtle files (*.ttl) was expected")
        files += found
    return Source(tuple(files))


def read_folders(folders: Iterable[Path]) -> tuple[Statements, Source]:
    """Read every Turtle file of the folders; values of a later folder replace those of an earlier one, property by property.

    Args:
        folders: Folders, the shipped one first.

    Returns:
        The statements, subject -> local name of the property -> sorted values, and where they come from.

    Raises:
        OntologyError: A folder has no Turtle file, or one of them is malformed.
    """
    merged: Statements = {}
    sources = [files_of([folder]) for folder in folders]
    for source in sources:
        for subject, values in _folder(source.files).items():
            merged.setdefault(subject, {}).update({name: sorted(objects) for name, objects in values.items()})
    return dict(sorted(merged.items())), Source(tuple(path for source in sources for path in source.files))


def read_triples(folders: Iterable[Path]) -> set[ox.Triple]:
    """Everything that the Turtle files of the folders say, but for the shapes, which are rules about graphs and no knowledge.

    Args:
        folders: Folders, the shipped one first; values of a later one replace those of an earlier one, property by property.

    Returns:
        The statements.

    Raises:
        OntologyError: A folder has no Turtle file, or one of them is malformed.
    """
    found: dict[tuple[object, object], set[ox.Triple]] = {}
    for folder in folders:
        own: dict[tuple[object, object], set[ox.Triple]] = defaultdict(set)
        for path in files_of([folder]).files:
            for triple in _parsed(path) if path.name != _SHAPES else ():
                own[triple.subject, triple.predicate].add(triple)
        found.update(own)
    return {triple for triples in found.values() for triple in triples}


def _folder(files: Iterable[Path]) -> dict[str, dict[str, set[str]]]:
    statements: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for path in files:
        for subject, predicate, value in _triples(path):
            statements[subject][local_name(predicate)].add(value)
    return statements


def _triples(path: Path) -> Iterator[tuple[str, str, str]]:
    for triple in _parsed(path):
        if isinstance(triple.subject, ox.NamedNode) and isinstance(triple.object, ox.NamedNode | ox.Literal):
            yield triple.subject.value, triple.predicate.value, triple.object.value


def _parsed(path: Path) -> Iterator[ox.Triple]:
    try:
        for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE):
            yield _writable(quad.triple, path)
    except (SyntaxError, OSError) as error:
        line = getattr(error, "lineno", None)
        raise OntologyError(f"{path}:{line or 1}: not Turtle: {str(error).splitlines()[0]}") from error


def _writable(triple: ox.Triple, path: Path) -> ox.Triple:
    """What the ontology says reaches every graph: it must be of the kind that all its notations can hold."""
    character = unwritable(triple.object.value) if isinstance(triple.object, ox.Literal) else ""
    if character:
        place = Source((path,)).where(str(getattr(triple.subject, "value", path)))
        raise OntologyError(f"{place}: has the character {character}, plain text was expected")
    return triple
