"""Bytes -> a file, whole or not at all: written beside its place, forced to disk, and renamed into it."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from kg.errors import OutputError

__all__ = ["clear", "folder", "publish", "whole_file"]


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


def clear(output: Path) -> None:
    """Remove what builds that were killed left half-done below an output folder; only while nobody else writes there.

    Args:
        output: The folder.

    Raises:
        OutputError: It cannot be removed.
    """
    try:
        for left in sorted((output / ".kg").rglob("*.new")):
            if left.is_dir():
                shutil.rmtree(left)
            else:
                left.unlink(missing_ok=True)
    except OSError as error:
        raise OutputError(f"{output}: {error.strerror or error}, a folder to write into was expected") from error


@contextmanager
def publish(output: Path) -> Iterator[Path]:
    """Make several files that take their places together: first all are made, then each replaces the one before.

    Args:
        output: The folder that they go to.

    Yields:
        A folder to make them in; all that it holds in the end is moved.

    Raises:
        OutputError: A file cannot take its place.
    """
    made = folder(output / ".kg" / "outputs.new")
    try:
        yield made
        for file in sorted(made.iterdir()):
            _move(file, output / file.name)
    finally:
        shutil.rmtree(made, ignore_errors=True)


def _move(file: Path, place: Path) -> None:
    try:
        file.replace(place)
    except OSError as error:
        raise OutputError(f"{place}: {error.strerror or error}, a place to write to was expected") from error
