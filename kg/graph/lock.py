"""An output folder -> the right to write there, which one process has at a time.

The lock is one of the operating system: it ends with the process that holds it, however that ends, and never goes stale.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from kg.errors import OutputError
from kg.graph.output import folder

__all__ = ["alone"]


@contextmanager
def alone(output: Path, *, wait: float, waiting: Callable[[str], None]) -> Iterator[None]:
    """Write into a folder while nobody else does.

    Args:
        output: The folder.
        wait: For how many seconds to wait until another process has done.
        waiting: Is told where there is somebody to wait for.

    Yields:
        Nothing, when the folder is free.

    Raises:
        OutputError: Another process still writes there after that time, or the folder cannot be written.
    """
    lock = FileLock(folder(output / ".kg") / "lock", fallback_to_soft=False, preserve_lock_file=True)
    try:
        _acquire(lock, output, wait, waiting)
    except Timeout as error:
        raise OutputError(
            f"{output}: another kg build writes there and has not ended after {wait:g} seconds, a folder of its own was expected"
        ) from error
    except OSError as error:
        raise OutputError(f"{output}: {error.strerror or error}, a folder to write into was expected") from error
    try:
        yield
    finally:
        lock.release()


def _acquire(lock: FileLock, output: Path, wait: float, waiting: Callable[[str], None]) -> None:
    try:
        lock.acquire(blocking=False)
    except Timeout:
        waiting(f"{output}: another kg build writes there; waiting for it to end")
        lock.acquire(timeout=wait)
