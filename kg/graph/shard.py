"""Quads of a document -> one sorted N-Quads file, the truth from which everything else is built, and back."""

import json
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

from pyoxigraph import Quad, RdfFormat, parse, serialize

from kg.errors import GraphError
from kg.graph.output import whole_file
from kg.model import Document

__all__ = ["exists", "key", "path", "read", "read_file", "shards", "write"]


def key(document: Document, *, ontology: str, version: str, model: str) -> str:
    """The name of a shard: a hash of everything that its content depends on.

    Args:
        document: The document, of which all that is written into the graph counts.
        ontology: The digest of the ontology.
        version: The version of the program.
        model: Name and version of the language model.

    Returns:
        32 hexadecimal digits.

    >>> from kg.model import Alignment
    >>> len(key(Document("0f", "a.txt", "", "", Alignment((0,), (0,)), ()), ontology="1c", version="0.1.0", model="small"))
    32
    """
    about = [document.source, document.title, document.publisher, document.author, document.published, document.language]
    return sha256(json.dumps([document.id, *about, ontology, version, model]).encode()).hexdigest()[:32]


def path(folder: Path, name: str) -> Path:
    """Where the shard of a key lies below an output folder."""
    return folder / ".kg" / "shards" / f"{name}.nq"


def exists(folder: Path, name: str) -> bool:
    """Whether the shard of a key is there; a shard that is there is whole."""
    return path(folder, name).is_file()


def shards(folder: Path) -> list[Path]:
    """All shards of an output folder, sorted by name."""
    return sorted((folder / ".kg" / "shards").glob("*.nq"))


def write(folder: Path, name: str, quads: Iterable[Quad]) -> Path:
    """Write a shard, whole or not at all.

    Args:
        folder: The output folder.
        name: The key of the shard.
        quads: Its content, in any order.

    Returns:
        Its path.

    Raises:
        OutputError: The file cannot be written.
    """
    lines = serialize(quads, format=RdfFormat.N_QUADS) or b""
    with whole_file(path(folder, name)) as file:
        file.writelines(sorted(set(lines.splitlines(keepends=True))))
    return path(folder, name)


def read(folder: Path, name: str) -> Iterator[Quad]:
    """Read the shard of a key.

    Args:
        folder: The output folder.
        name: The key of the shard.

    Yields:
        Its quads, in the order of the file.

    Raises:
        GraphError: There is no such shard, or it is malformed.
    """
    return read_file(path(folder, name))


def read_file(place: Path) -> Iterator[Quad]:
    """Read a shard by its path.

    Args:
        place: The path of the file.

    Yields:
        Its quads, in the order of the file.

    Raises:
        GraphError: There is no such shard, or it is malformed.
    """
    try:
        yield from parse(path=place, format=RdfFormat.N_QUADS)
    except OSError as error:
        raise GraphError(f"{place}: {error.strerror or error}, a shard was expected") from error
    except SyntaxError as error:
        raise GraphError(f"{place}:{error.lineno}: {error.msg}, N-Quads were expected") from error
