"""Work on one document -> what came of it, or why the document is left out: no document ends a run.

Here alone every error is caught: no list of errors is complete for what people and programs write into files, and one document of a
thousand is not worth the others. What the program did not expect is its own fault: the traceback is kept, and the list asks for a
report.
"""

import re
import traceback
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from kg import __version__
from kg.errors import KGError, OutputError, ReadError
from kg.graph import shard
from kg.graph.output import whole_file
from kg.model import Skipped
from kg.read.load import readable

__all__ = ["Failed", "clear", "guarded"]

Result = TypeVar("Result")

_ADDRESS = re.compile(r"0x[0-9a-f]+")  # differs from run to run
_MESSAGE = 160  # characters of the message of an error, in one line


@dataclass(frozen=True, slots=True)
class Failed(Skipped):
    """A document that is left out by a fault of the program, not of the document."""


def guarded(file: str, work: Callable[[], Result], logs: Path | None) -> Result | Skipped:
    """Work on a document.

    Args:
        file: Its path.
        work: Reads it, or anything in it.
        logs: The folder for the tracebacks of what was not expected; without one there is the line in the list alone.

    Returns:
        What the work returns, or why the document is left out.

    Raises:
        KGError: Model, ontology or output are at fault: no other document would fare better.
        OutputError: The traceback cannot be written.

    >>> guarded("a.txt", lambda: 1 // 0, None).reason
    'internal error (ZeroDivisionError: integer division or modulo by zero), please report'
    """
    try:
        return work()
    except ReadError as error:
        return Skipped(file, str(error))
    except KGError:
        raise
    except Exception as error:  # noqa: BLE001 - the boundary of a document, see above
        message = " ".join(_ADDRESS.sub("0x...", str(error)).split())
        named = readable(f"{type(error).__name__}: {message[:_MESSAGE]}".removesuffix(": "))
        place = f": {_log(file, error, logs)}" if logs else ""
        return Failed(file, f"internal error ({named}), please report{place}")


def clear(logs: Path, failed: Iterable[str]) -> None:
    """Remove the tracebacks of documents that are well again, or gone.

    Args:
        logs: The folder.
        failed: The files of which there are tracebacks of this run.

    Raises:
        OutputError: One cannot be removed.
    """
    kept = {_place(logs, file) for file in failed}
    try:
        for path in sorted(logs.glob("*.txt")):
            if path not in kept:
                path.unlink(missing_ok=True)
    except OSError as error:
        raise OutputError(f"{logs}: {error.strerror or error}, tracebacks that can be removed were expected") from error


def _log(file: str, error: Exception, logs: Path) -> Path:
    traced = _ADDRESS.sub("0x...", "".join(traceback.format_exception(error)))
    with whole_file(_place(logs, file)) as log:
        log.write(f"kg {__version__}, {readable(file)}\n\n{traced}".encode("utf-8", "backslashreplace"))
    return _place(logs, file)


def _place(logs: Path, file: str) -> Path:
    return logs / f"{shard.name(file)}.txt"
