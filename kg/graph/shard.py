"""Quads of a document -> one sorted N-Quads file, the truth from which everything else is built, and back.

A shard is named after the path that its document was read from, so that a document that changed takes the place of what it said
before in one step. Its first line, a comment, says what was read, with what, and what came of it: nothing beside it has to agree.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, astuple, dataclass, fields, replace
from hashlib import sha256
from pathlib import Path

from pyoxigraph import Quad, RdfFormat, parse, serialize

from kg.errors import GraphError, OutputError
from kg.graph.output import whole_file

__all__ = ["Header", "first_line", "header", "key", "name", "path", "read", "read_file", "shards", "write"]


@dataclass(frozen=True, slots=True)
class Header:
    """What the first line of a shard says.

    Attributes:
        key: Of what was read, and with what; see `key`.
        source: The path that the document was read from.
        document: The id of the document; empty where there was no text to be had.
        skipped: Why the document was left out, empty where it was not; such a shard has no quads.
        digest: A hash of the lines that follow.
        warnings: What of the file could not be read as it was meant, a line each: it is said at each build.
    """

    key: str = ""
    source: str = ""
    document: str = ""
    skipped: str = ""
    digest: str = ""
    warnings: tuple[str, ...] = ()


def key(content: bytes, source: str, versions: Iterable[str]) -> str:
    """A hash of everything that a shard depends on.

    Args:
        content: The bytes of the file.
        source: Its path: it is written into the graph, and its ending may decide how the file is read.
        versions: Those of the program, the ontology and the language model.

    Returns:
        32 hexadecimal digits.

    >>> len(key(b"The talks failed.", "a.txt", ["0.1.0"]))
    32
    """
    parts = [sha256(content).hexdigest(), source, *versions]
    return sha256(json.dumps(parts).encode()).hexdigest()[:32]


def name(source: str) -> str:
    """The name of the shard of a document, by the path that it was read from.

    >>> name("a.txt") == name("a.txt") != name("b.txt")
    True
    """
    return sha256(source.encode("utf-8", "surrogateescape")).hexdigest()[:32]


def path(folder: Path, name: str) -> Path:
    """Where the shard of a name lies below an output folder."""
    return folder / ".kg" / "shards" / f"{name}.nq"


def shards(folder: Path) -> list[Path]:
    """All shards of an output folder, sorted by name."""
    return sorted((folder / ".kg" / "shards").glob("*.nq"))


def write(folder: Path, name: str, quads: Iterable[Quad], about: Header = Header()) -> Path:
    """Write a shard, whole or not at all; one of the same name is replaced in one step.

    Args:
        folder: The output folder.
        name: The name of the shard.
        quads: Its content, in any order.
        about: Its first line; the digest is that of the content.

    Returns:
        Its path.

    Raises:
        OutputError: The file cannot be written.
    """
    lines = sorted(set((serialize(quads, format=RdfFormat.N_QUADS) or b"").splitlines(keepends=True)))
    digest = sha256()
    for line in lines:
        digest.update(line)
    first = json.dumps(asdict(replace(about, digest=digest.hexdigest()[:32])))
    with whole_file(path(folder, name)) as file:
        file.write(f"# {first}\n".encode())
        file.writelines(lines)
    return path(folder, name)


def header(place: Path) -> Header | None:
    """What the first line of a shard says.

    Args:
        place: The path of the file.

    Returns:
        The header; none where there is no such file, or where another program wrote it.

    Raises:
        OutputError: The file cannot be read.
    """
    try:
        found = json.loads(first_line(place).removeprefix(b"#"))
    except FileNotFoundError:
        return None
    except (ValueError, RecursionError):
        return None
    except OSError as error:
        raise OutputError(f"{place}: {error.strerror or error}, a readable shard was expected") from error
    names = {field.name for field in fields(Header)}
    if not isinstance(found, dict) or found.keys() != names or not isinstance(found["warnings"], list):
        return None
    known = Header(**{**found, "warnings": tuple(found["warnings"])})
    return known if all(isinstance(value, str) for value in (*astuple(known)[:-1], *known.warnings)) else None


def first_line(place: Path) -> bytes:
    """The line that tells a shard from every other, and from what it was before.

    Raises:
        OSError: The file cannot be read.
    """
    with place.open("rb") as file:
        return file.readline()


def read(folder: Path, name: str) -> Iterator[Quad]:
    """Read the shard of a name.

    Args:
        folder: The output folder.
        name: The name of the shard.

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
