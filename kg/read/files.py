"""Paths -> the files that they name, what a graph calls each, and the bytes of each."""

import re
import sys
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from kg.errors import ReadError

__all__ = ["FORMATS", "STDIN", "File", "find", "is_written", "read"]

STDIN = "-"
FORMATS = {
    ".txt": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".mhtml": "mail",
    ".mht": "mail",
    ".eml": "mail",
    ".xml": "feed",
    ".rss": "feed",
    ".atom": "feed",
    ".docx": "word",
    ".docm": "word",
    ".pdf": "pdf",
}
_LIMIT = 100_000_000  # bytes
_WRITTEN = re.compile(rb'<meta name="generator" content="kg(?: \d[^"]*)?">')  # in the head of each page that kg writes
_HEAD = 4_096  # bytes
_OUTPUT = ".kg"  # what makes a folder an output folder


@dataclass(frozen=True, slots=True)
class File:
    """A file by its path on this machine, and by the name that a graph calls it by, which says nothing of the machine.

    The name is the path as it was given, without what leads up or to the root: a folder keeps its own name, whatever it lies in.
    """

    path: str
    name: str


def find(paths: Iterable[str]) -> list[File]:
    """The files that `paths` name: of a folder all at any depth, sorted, but what is hidden and what kg wrote itself.

    Args:
        paths: Files, folders, and `-` for standard input.

    Returns:
        Files, each once, in order; no two have one name.

    Raises:
        ReadError: A path does not exist, a folder has no file that can be read, or there are no paths.
    """
    files = {file: _name(Path(file), Path(path)) for path in paths for file in _find(path)}
    if not files:
        raise ReadError("no documents; expected files, folders, or - for standard input")
    namesakes: dict[str, list[str]] = defaultdict(list)
    for file, name in files.items():
        namesakes[name].append(file)
    return [File(file, name if len(namesakes[name]) == 1 else _told_apart(file, namesakes[name])) for file, name in files.items()]


def _name(file: Path, given: Path) -> str:
    """What a graph calls a file that was found at or below a path."""
    if given.is_absolute():
        return file.relative_to(given.parent).as_posix()
    return "/".join(part for part in file.parts if part != "..")


def _told_apart(file: str, others: Iterable[str]) -> str:
    """As much of the end of a path as tells it from other paths."""
    parts = Path(file).parts
    ends = [[Path(other).parts[-count:] for other in others if other != file] for count in range(1, len(parts) + 1)]
    count = next((count for count, taken in enumerate(ends, start=1) if parts[-count:] not in taken), len(parts))
    return "/".join(parts[-count:]).lstrip("/")


def _find(path: str) -> list[str]:
    if path == STDIN:
        return [STDIN]
    try:
        if Path(path).is_dir():
            return _in_folder(Path(path))
        if Path(path).exists():
            return [path]
    except (OSError, ValueError) as error:
        raise ReadError(f"{path}: cannot be read ({_reason(error)})") from error
    raise ReadError(f"{path}: no such file or folder")


def _in_folder(folder: Path) -> list[str]:
    outputs = {mark.parent for mark in folder.rglob(_OUTPUT)} - {folder}
    files = [file for file in folder.rglob("*") if not _is_aside(file.relative_to(folder)) and file.is_file()]
    files = [file for file in files if outputs.isdisjoint(file.parents) and not _is_page(file)]
    if not any(file.suffix.lower() in FORMATS for file in files):
        raise ReadError(f"{folder}: no documents in this folder; expected {', '.join(FORMATS)}")
    return [str(file) for file in sorted(files)]


def _is_aside(path: Path) -> bool:
    """Whether a file is hidden, or the mark that Office sets beside a document as long as it is open."""
    return any(part.startswith(".") for part in path.parts) or path.name.startswith("~$")


def _is_page(file: Path) -> bool:
    """Whether a file is a page that kg wrote; one that cannot be read is listed by whoever tries."""
    if FORMATS.get(file.suffix.lower()) != "html":
        return False
    try:
        with file.open("rb") as page:
            return is_written(page.read(_HEAD))
    except OSError:
        return False


def is_written(data: bytes) -> bool:
    """Whether a page was written by kg: a graph is no document, however much it has to say.

    >>> is_written(b'<html><head><meta name="generator" content="kg 0.1.0"></head></html>')
    True
    """
    return bool(_WRITTEN.search(data, 0, _HEAD))


def read(path: str) -> bytes:
    """The bytes of a file, or of standard input.

    Raises:
        ReadError: The file cannot be read, or is larger than 100 MB.
    """
    try:
        if path == STDIN:
            data = sys.stdin.buffer.read(_LIMIT + 1)
        else:
            with Path(path).open("rb") as file:
                data = file.read(_LIMIT + 1)
    except OSError as error:
        raise ReadError(f"cannot be read ({_reason(error)})") from error
    if len(data) > _LIMIT:
        raise ReadError(f"too large; expected at most {_LIMIT // 1_000_000} MB")
    return data


def _reason(error: OSError | ValueError) -> str:
    return (getattr(error, "strerror", None) or str(error)).lower()
