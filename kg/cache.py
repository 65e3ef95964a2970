"""A key and a way to make a value -> the value, made once and kept on disk.

What is kept can always be made again from its source: a folder that takes no files, or a file that is not whole, only costs time.
A file is read only if it starts with the hash of the rest; it lies in a folder of the user's own, as compiled Python does.
"""

import gc
import hashlib
import os
import pickle
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TypeVar

import platformdirs

__all__ = ["READING", "code_digest", "folder", "kept"]

T = TypeVar("T")

# So many values of one name are kept: a few ontologies, models and versions in turn.
_MOST = 6
_CODE = frozenset({".py", ".js", ".css", ".html"})
# The code that decides what a document says; all other code only decides what is made of that.
READING = (
    "cache.py",
    "errors.py",
    "extract",
    "graph/describe.py",
    "graph/provenance.py",
    "graph/terms.py",
    "graph/triples.py",
    "model.py",
    "ontology",
    "read",
    "span.py",
)
_ONTOLOGY = "_ontology"  # beside the code in an installed package; it has a hash of its own
_HASH = 32


@cache
def code_digest(rooms: tuple[str, ...] = (".",)) -> str:
    """A hash of the program's code: of its modules and of what its page is made of, however it is installed.

    Args:
        rooms: Files and folders below `kg/` that count, such as `READING`; all of them unless told otherwise.

    Returns:
        12 hexadecimal digits.
    """
    root = Path(__file__).parent
    found = (path for room in rooms for path in (root / room, *(root / room).rglob("*.*")))
    code = hashlib.sha256()
    for path in sorted(path for path in found if path.suffix in _CODE and _ONTOLOGY not in path.relative_to(root).parts):
        code.update(path.read_bytes().replace(b"\r\n", b"\n"))
    return code.hexdigest()[:12]


def folder() -> Path:
    """Where values are kept: the folder in the environment variable `KG_CACHE`, else a folder of the user's cache."""
    chosen = os.environ.get("KG_CACHE")
    return Path(chosen) if chosen else platformdirs.user_cache_path("kg-affairs")


def kept(name: str, key: Sequence[str], make: Callable[[], T]) -> T:
    """A value that depends on nothing but its key and the code that reads documents.

    Args:
        name: What it is, in one word.
        key: Hashes and names that the value depends on.
        make: Makes the value; what this raises is passed on, and nothing is kept.

    Returns:
        The value that is kept, where it is there and whole, else the one that `make` made.
    """
    parts = (code_digest(READING), f"{sys.version_info.major}.{sys.version_info.minor}", *key)
    path = folder() / f"{name}-{hashlib.sha256(chr(10).join(parts).encode()).hexdigest()[:24]}"
    content = _read(path)
    if content is not None:
        value: T = _load(content)
        return value
    value = make()
    with suppress(OSError):
        _write(path, pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL))
        _prune(path, name)
    return value


def _read(path: Path) -> bytes | None:
    try:
        content = path.read_bytes()
    except OSError:
        return None
    return content[_HASH:] if hashlib.sha256(content[_HASH:]).digest() == content[:_HASH] else None


def _load(content: bytes) -> T:  # type: ignore[type-var]
    """Many small objects at once: the collector would look at them again and again."""
    collects = gc.isenabled()
    gc.disable()
    try:
        value: T = pickle.loads(content)  # noqa: S301 - written by this program into the user's own folder, and whole
    finally:
        if collects:
            gc.enable()
    return value


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    beside = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        beside.write_bytes(hashlib.sha256(content).digest() + content)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def _prune(newest: Path, name: str) -> None:
    """Remove the oldest values of a name."""
    found = sorted(newest.parent.glob(f"{name}-*"), key=lambda path: path.stat().st_mtime_ns, reverse=True)
    for path in [path for path in found if path != newest][_MOST - 1 :]:
        path.unlink(missing_ok=True)
