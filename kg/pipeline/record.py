"""What a build wrote -> a small file beside it, by which the next one knows that nothing changed."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from kg.graph.output import whole_file
from kg.graph.shard import first_line

__all__ = ["Record", "basis", "digests", "read", "whole", "write"]


@dataclass(frozen=True, slots=True)
class Record:
    """What was built.

    Attributes:
        basis: A hash of all that it was built from.
        stamp: When it was built, where that was asked for.
        counts: How many documents, claims, actors and issues.
        files: The hash of each file, by its name.
    """

    basis: str
    stamp: str
    counts: tuple[int, int, int, int]
    files: dict[str, str]


def basis(shards: Iterable[Path], others: Iterable[str]) -> str:
    """A hash of shards, by their names and first lines, and of what else a graph depends on.

    Args:
        shards: Paths of shards, in any order.
        others: Versions and hashes.

    Returns:
        32 hexadecimal digits.
    """
    total = hashlib.sha256(json.dumps(list(others)).encode())
    for shard in sorted(shards):
        total.update(shard.name.encode() + first_line(shard))
    return total.hexdigest()[:32]


def digests(files: Iterable[Path]) -> dict[str, str]:
    """The hash of each file, by its name.

    Raises:
        OSError: A file cannot be read.
    """
    found: dict[str, str] = {}
    for path in files:
        with path.open("rb") as file:
            found[path.name] = hashlib.file_digest(file, "sha256").hexdigest()
    return found


def read(folder: Path) -> Record | None:
    """What the last build of a folder wrote; none where there is no such file, or another version wrote it."""
    try:
        found = json.loads(_place(folder).read_text(encoding="utf-8"))
        basis, stamp, counts, files = (found[field.name] for field in fields(Record))
        documents, claims, actors, issues = counts
        return Record(basis, stamp, (documents, claims, actors, issues), dict(files))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def whole(folder: Path, record: Record) -> bool:
    """Whether every file is still there, as it was written."""
    try:
        return digests(folder / name for name in record.files) == record.files
    except OSError:
        return False


def write(folder: Path, record: Record) -> None:
    """Keep what was built.

    Raises:
        OutputError: The file cannot be written.
    """
    with whole_file(_place(folder)) as file:
        file.write(json.dumps(asdict(record), indent=1).encode())


def _place(folder: Path) -> Path:
    return folder / ".kg" / "built.json"
