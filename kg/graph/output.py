"""Bytes -> a file, whole or not at all: written beside its place, forced to disk, and renamed into it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from kg.errors import OutputError

__all__ = ["folder", "whole_file"]


def folder(path: Path) -> Path:
    """Make a folder where there is none.

    Returns:
        The folder.

    Raises:
        OutputError: It cannot be made.
    """
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(f"{path}: {error.strerror or error}, a folder to write into was expected") from error
    return path


@contextmanager
def whole_file(path: Path) -> Iterator[IO[bytes]]:
    """Open a file that takes its place only when the block ends well; until then, and after a failure, the old one stays.

    Args:
        path: Where the file is to be; folders on the way are made.

    Yields:
        A binary file to write to.

    Raises:
        OutputError: The file cannot be written.
    """
    beside = folder(path.parent) / f".{path.name}.{os.getpid()}.new"
    try:
        with beside.open("wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError as error:
        raise OutputError(f"{path}: {error.strerror or error}, a place to write to was expected") from error
    finally:
        beside.unlink(missing_ok=True)
